// The one script of the archive. Nothing needs it; with it, Ctrl-K (Cmd-K) goes to the search box.
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
  if (!(event.ctrlKey || event.metaKey)) return;
  const box = document.querySelector("input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
