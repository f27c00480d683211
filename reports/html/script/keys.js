// The keyboard: next and previous over all pages, filters, search, help.
const step = (by) => {
  if (!matching.length) return;
  const here = current ? matching.findIndex((finding) => `f${finding.number}` === current.id) : -1;
  const onPage = pages[at][0].findings[0];
  const next = here < 0 ? onPage : matching[Math.min(Math.max(here + by, 0), matching.length - 1)];
  bring((group) => group.findings.includes(next));
  go(card(next.number));
  try { history.replaceState(null, "", `#${card(next.number).id}`); } catch { /* a sandboxed page keeps no state */ }
};
const toggle = (severity) => {
  const box = boxes.find((each) => each.value === severity);
  if (box) { box.checked = !box.checked; apply(); }
};
const help = () => byId("help").showModal();
const keys = {
  n: () => step(1), p: () => step(-1), "/": () => field("q").focus(), "?": help,
  e: () => toggle("error"), w: () => toggle("warning"), x: () => toggle("note") };

const listen = () => document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (typing && event.key === "Escape") { event.preventDefault(); event.target.blur(); }
  if (typing || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
