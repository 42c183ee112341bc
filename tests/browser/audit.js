// What can be wrong with a page as it is laid out and painted, each fault a sentence; site_visit.h
// runs these in the page. Computed values are read, never the style sheet. No state.
const audit = (() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0;
  const named = (element) => {
    const id = element.id ? "#" + element.id : "";
    const text = (element.innerText || element.value || "").trim().slice(0, 30);
    return `${element.localName}${id}.${element.className.baseVal ?? element.className} “${text}”`;
  };

  // ---- Colours: WCAG 2.2, 1.4.3 and 1.4.11 ----

  // Every colour a browser can compute, as numbers: painted on a canvas of one dot.
  const dot = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (top, bottom) => top.rgb.map((c, i) => c * top.alpha + bottom[i] * (1 - top.alpha));
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const layer = channels(getComputedStyle(e).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const opacity = (element) => {
    let all = 1;
    for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
    return all;
  };
  const contrastOfText = (element, colour) => {
    const below = ground(element), ink = channels(colour);
    ink.alpha *= opacity(element);
    return ratio(over(ink, below), below);
  };

  const contrast = () => {
    const faults = [];
    const complain = (element, found, wanted) => {
      if (found < wanted) faults.push(`${named(element)} has contrast ${found.toFixed(2)}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() && shown(element))
        complain(element, contrastOfText(element, getComputedStyle(element).color), 4.5);
    }
    for (const field of document.querySelectorAll("input:not([type=hidden]), select")) {
      const style = getComputedStyle(field);
      complain(field, contrastOfText(field, style.color), 4.5);
      if (field.placeholder)
        complain(field, contrastOfText(field, getComputedStyle(field, "::placeholder").color), 4.5);
      const around = ground(field.parentElement);
      complain(field, ratio(over(channels(style.borderTopColor), around), around), 3);
    }
    return faults;
  };

  // ---- Room ----

  const overflow = () => {
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width)
      faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
    for (const element of document.body.querySelectorAll("*")) {
      if (!shown(element) || element.matches(".skip")) continue;
      const box = element.getBoundingClientRect();
      if (box.right > width + 0.5 || box.left < -0.5)
        faults.push(`${named(element)} reaches from ${box.left} to ${box.right} in ${width}`);
    }
    return faults;
  };

  // WCAG 2.2, 2.5.8: fingers need 24 pixels, but for links in running text.
  const targets = () => [...document.querySelectorAll("a, button, input, select, summary")]
    .filter((e) => shown(e) && e.type !== "hidden" && !e.matches(".skip"))
    .filter((e) => e.getBoundingClientRect().height < 23.9)
    .map((e) => `${named(e)} is ${e.getBoundingClientRect().height} high`);

  // ---- Structure ----

  const structure = () => {
    const faults = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    const wants = (truth, sentence) => { if (!truth) faults.push(sentence); };
    wants(document.documentElement.lang, "the page has no language");
    wants(document.title.trim(), "the window has no title");
    wants(count("h1") === 1, `the page has ${count("h1")} h1`);
    wants(count("main") === 1, `the page has ${count("main")} main`);
    wants(count("body > footer") === 1, "the page has no foot");
    wants(count("[role=search], search") === 1, "the page has no search form, or several");
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const own = Number(heading.localName[1]);
      wants(own <= level + 1, `${named(heading)} comes after an h${level}`);
      level = own;
    }
    const navs = [...document.querySelectorAll("nav")];
    for (const nav of navs) wants(nav.ariaLabel, "a nav has no label");
    wants(new Set(navs.map((n) => n.ariaLabel)).size === navs.length, "two navs have one label");
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    wants(new Set(ids).size === ids.length, "an id stands twice");
    for (const link of document.querySelectorAll('a[href^="#"]'))
      wants(ids.includes(link.hash.slice(1)), `${named(link)} leads nowhere`);
    for (const list of document.querySelectorAll("ul, ol"))
      for (const child of list.children)
        wants(child.localName === "li", `${child.localName} stands in a list`);
    return faults;
  };

  // ---- The keyboard ----

  // The place that the test has given to the focused element, then what is wrong with how it shows
  // that it has the focus.
  const focus = () => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const faults = [element.dataset.place];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
      faults.push(`${named(element)} does not show the focus`);
    const around = ground(element.parentElement);
    if (ratio(over(channels(style.outlineColor), around), around) < 3)
      faults.push(`${named(element)} shows the focus too faintly`);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      faults.push(`${named(element)} has the focus out of sight`);
    return faults;
  };

  return { contrast, overflow, targets, structure, focus };
})();
