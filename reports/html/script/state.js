// What is asked for: in the form, and in the address, so that a filtered report can be sent to somebody.
const form = byId("filters");
const field = (name) => form && form.elements[name];
const value = (name) => field(name)?.value || "";
const NAMES = ["rule", "article", "sort", "q"];
const boxes = form ? all("input[name=severity]", form) : [];
let pages = [];
let at = 0;
let matching = [];

const wanted = () => ({
  severities: new Set(boxes.filter((box) => box.checked).map((box) => box.value)),
  rule: value("rule"), article: value("article"), words: plain(value("q")).split(/\s+/).filter(Boolean) });

const remember = () => {
  const state = new URLSearchParams();
  const off = boxes.filter((box) => !box.checked).map((box) => box.value);
  if (off.length) state.set("off", off.join("."));
  for (const name of NAMES) if (value(name)) state.set(name, value(name));
  if (at) state.set("page", at + 1);
  const query = String(state);
  try {
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  } catch { /* a sandboxed page keeps no state */ }
};

const recall = () => {
  const state = new URLSearchParams(location.search);
  const off = (state.get("off") || "").split(".");
  boxes.forEach((box) => { box.checked = !off.includes(box.value); });
  for (const name of NAMES) {
    if (!field(name) || !state.has(name)) continue;
    field(name).value = state.get(name);
    if (field(name).selectedIndex === -1) field(name).value = "";
  }
  return Math.max(0, (parseInt(state.get("page"), 10) || 1) - 1);
};

const turn = (to) => {
  at = Math.min(Math.max(to, 0), Math.max(pages.length - 1, 0));
  showPage(pages[at] || [], value("sort"));
  byId("pages").hidden = pages.length < 2;
  byId("page").textContent = `Page ${at + 1} of ${pages.length}`;
  for (const button of all("button", byId("pages"))) {
    button.disabled = !pages[at + Number(button.dataset.step)];
  }
  remember();
};

const apply = (page = 0) => {
  matching = wantedBy(wanted());
  pages = paged(grouped(matching), value("sort"), Number(list.dataset.atOnce));
  matching = pages.flatMap((groups) => groups.flatMap((group) => group.findings));
  const told = matching.length.toLocaleString("en");
  const of = findings.length.toLocaleString("en");
  byId("shown").textContent = told === of ? told : `${told} of ${of}`;
  byId("nothing").hidden = matching.length > 0;
  turn(page);
};

const clear = () => {
  boxes.forEach((box) => { box.checked = true; });
  for (const name of NAMES) if (field(name)) field(name).value = "";
};

const only = (name, chosen) => {
  if (!field(name)) return false;
  clear();
  field(name).value = chosen;
  apply();
  go(byId("findings"));
  return true;
};

const bring = (belongs) => {
  const onPage = (groups) => groups.some(belongs);
  if (pages[at] && onPage(pages[at])) return;
  if (!pages.some(onPage)) { clear(); apply(); }
  turn(pages.findIndex(onPage));
};
