// Jumps between a finding, its evidence in the text, and a rule's page.
const open = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
const reveal = (element, block) => element.scrollIntoView({ block, behavior: "auto" });

const centre = (pane, target) => {
  const offset = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 2 });
};

const go = (target) => {
  open(target);
  const pane = target.closest(".text");
  if (!pane) {
    if (target.matches(".finding")) show(target);
    reveal(target, "start");
    (target.querySelector("summary, a.what") || target).focus({ preventScroll: true });
    return;
  }
  all(".here").forEach((element) => element.classList.remove("here"));
  target.classList.add("here");
  if (getComputedStyle(pane).position === "sticky") centre(pane, target); else reveal(target, "center");
  target.focus({ preventScroll: true });
};

// An anchor may be on another page of the list, or filtered away: then that page is shown, or the filters give way.
const find = (hash) => {
  const id = decodeURIComponent(hash.slice(1));
  const [, kind, number] = /^([aef])(\d+)/.exec(id) || [];
  if (list && kind) {
    const belongs = kind === "a" ? (group) => group.article.id === Number(number)
      : (group) => group.findings.some((finding) => finding.number === Number(number));
    if (kind === "a" ? articles.some((article) => article.id === Number(number)) : numbered.has(Number(number))) bring(belongs);
  }
  return id && byId(id);
};

const opened = () => {
  const target = location.hash.length > 1 && find(location.hash);
  if (target) go(target);
};
addEventListener("hashchange", opened);
addEventListener("popstate", opened);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.dataset.rule && only("rule", link.dataset.rule)) { event.preventDefault(); return; }
  const target = find(link.hash);
  if (!target) return;
  event.preventDefault();
  try { history.pushState(null, "", link.hash); } catch { /* a sandboxed page keeps no state */ }
  go(target);
});
