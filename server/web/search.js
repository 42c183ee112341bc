// The one script of the archive. Every page works without it. With it, Ctrl-K (Cmd-K) moves to the
// search box, and stepping from match to match keeps the focus, is announced to screen readers, and
// adds nothing to the browser's history.

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
  if (!(event.ctrlKey || event.metaKey)) return;
  const box = document.querySelector("input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The text of the paragraph around a match, short enough to listen to.
function surroundings(mark) {
  const block = mark.closest("p, li, h1").cloneNode(true);
  for (const steps of block.querySelectorAll(".steps")) steps.remove();
  const text = block.textContent.trim();
  return text.length > 300 ? text.slice(0, 300) + "…" : text;
}

// Moves to a match and puts the focus on the button that goes on in the same direction.
function step(address, direction) {
  const mark = document.getElementById(address.slice(1));
  if (!mark) return;
  location.replace(address);
  const steps = mark.nextElementSibling;
  steps.querySelector(`[rel=${direction}]`).focus({ preventScroll: true });
  document.querySelector(".said").textContent =
    `Match ${steps.querySelector("span").textContent}: ${surroundings(mark)}`;
}

addEventListener("click", (event) => {
  const link = event.target.closest(".steps [rel], .jump [href='#m1']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  step(link.hash, link.rel || "next");
});

// Arrows step as well while the focus is on the buttons.
addEventListener("keydown", (event) => {
  const direction = { ArrowUp: "prev", ArrowDown: "next" }[event.key];
  const steps = event.target.closest?.(".steps");
  if (!direction || !steps) return;
  event.preventDefault();
  step(steps.querySelector(`[rel=${direction}]`).hash, direction);
});
