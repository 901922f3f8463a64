// Leads from the address of a cell to the cell, and from cell to cell with the arrow keys.
// A cell that is not drawn is asked of the program and waited for.
const PATIENCE = 15_000;

export default function ({ parentElement, setTriggerValue }) {
  parentElement.ask = (cell) => setTriggerValue("sought", cell);
  if (parentElement.listens) return;
  parentElement.listens = true;
  const follow = (event) => followed(event, parentElement);
  document.addEventListener("click", follow);
  document.addEventListener("keydown", step);
  return () => {
    parentElement.listens = false;
    document.removeEventListener("click", follow);
    document.removeEventListener("keydown", step);
  };
}

function followed(event, program) {
  const link = event.target.closest?.('a[href^="#"][href*="!"]');
  if (!link) return;
  event.preventDefault();
  const name = decodeURIComponent(link.hash.slice(1));
  if (show(name)) return;
  const watch = new MutationObserver(() => show(name) && watch.disconnect());
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE);
  program.ask(name);
}

function show(name) {
  const cell = document.getElementById(name)?.closest("td");
  if (!cell) return false;
  reach(cell, "center");
  return true;
}

function reach(cell, where) {
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: where, inline: where });
}

function step(event) {
  const forward = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const grid = event.target.closest?.(".k-grid");
  if (!forward || !grid || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const told = [...grid.querySelectorAll("td[title]")];
  const here = event.target.closest("td");
  const upright = event.key === "ArrowDown" || event.key === "ArrowUp";
  const line = here && upright ? told.filter((cell) => cell === here || column(cell) === column(here)) : told;
  const next = here ? line[line.indexOf(here) + forward] : told[0];
  if (!next) return;
  event.preventDefault();
  reach(next, "nearest");
}

function column(cell) {
  return /!([A-Z]+)\d+$/.exec(cell.id)?.[1];
}
