// The one script of the archive. Nothing needs it; with it, Ctrl-K (Cmd-K) goes to the search box, and
// steps from match to match keep the focus, are said aloud, and leave no trail in the history.

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
  if (!(event.ctrlKey || event.metaKey)) return;
  const box = document.querySelector("input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The block around a match without the buttons in it, cut to what can be listened to.
function surroundings(mark) {
  const block = mark.closest("p, li, h1").cloneNode(true);
  for (const steps of block.querySelectorAll(".steps")) steps.remove();
  const text = block.textContent.trim();
  return text.length > 300 ? text.slice(0, 300) + "…" : text;
}

// To a match, with the focus on the button that goes on in the same direction.
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
