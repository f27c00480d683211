// Filters, jumps and keys. The report reads without any of this; nothing here writes markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = byId("filters");
  document.documentElement.classList.add("js");

  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const reveal = (element, block) => element.scrollIntoView({ block, behavior: "auto" });
  const opened = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target) { open(target); reveal(target, target.closest(".text") ? "center" : "start"); }
  };
  addEventListener("hashchange", opened);

  document.addEventListener("click", (event) => {
    const copy = event.target.closest(".copy");
    if (copy) return copied(copy);
    const link = event.target.closest("a[href^='#']");
    const target = link && byId(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    open(target);
    go(target);
  });

  const go = (target) => {
    const pane = target.closest(".text");
    if (!pane) {
      reveal(target, "start");
      if (target.matches(".finding")) show(target);
      (target.querySelector("summary") || target).focus({ preventScroll: true });
      return;
    }
    all(".here").forEach((element) => element.classList.remove("here"));
    target.classList.add("here");
    const beside = getComputedStyle(pane).position === "sticky";
    if (beside) centre(pane, target); else reveal(target, "center");
    target.focus({ preventScroll: true });
  };
  const centre = (pane, target) => {
    const offset = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 2 });
  };

  const copied = async (button) => {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    byId("spoken").textContent = "copied";
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  };
  all(".copy").forEach((button) => { button.hidden = false; });

  // The current finding: framed, and its evidence outlined in the text.
  let current = null;
  const show = (card) => {
    if (current) current.classList.remove("current");
    all("mark.on").forEach((mark) => mark.classList.remove("on"));
    current = card;
    card.classList.add("current");
    const number = card.id.slice(1);
    const marks = all("mark", card.closest(".article")).filter(
      (mark) => mark.dataset.f && mark.dataset.f.split(" ").includes(number));
    marks.forEach((mark) => mark.classList.add("on"));
    const pane = marks[0] && marks[0].closest(".text");
    if (pane && getComputedStyle(pane).position === "sticky") centre(pane, marks[0]);
  };
  document.addEventListener("click", (event) => {
    const summary = event.target.closest(".finding > summary");
    if (summary) show(summary.parentElement);
  });

  if (!form) { opened(); return; }
  form.hidden = false;
  const sections = all(".article").map((element) => ({
    element, id: element.id, words: element.querySelector("header").textContent.toLowerCase(), shown: 0 }));
  const owner = new Map(sections.map((section) => [section.element, section]));
  const cards = all(".finding").map((element) => ({
    element, rule: element.dataset.r, severity: element.classList[1],
    section: owner.get(element.closest(".article")), words: null }));
  const field = (name) => form.elements[name];
  const boxes = all("input[name=severity]", form);

  const matches = (card, wanted) => {
    if (!wanted.severities.has(card.severity)) return false;
    if (wanted.rule && card.rule !== wanted.rule) return false;
    if (wanted.article && card.section.id !== wanted.article) return false;
    if (!wanted.words.length) return true;
    read(card);
    return wanted.words.every((word) => card.words.includes(word) || card.section.words.includes(word));
  };
  const read = (card) => { card.words ??= card.element.textContent.toLowerCase(); };
  // The words of ten thousand findings are read ahead, so that the first search does not wait for them.
  const idle = window.requestIdleCallback || ((then) => setTimeout(() => then({ timeRemaining: () => 5 }), 50));
  let ahead = 0;
  const readAhead = (deadline) => {
    while (ahead < cards.length && deadline.timeRemaining() > 1) { read(cards[ahead]); ahead += 1; }
    if (ahead < cards.length) idle(readAhead);
  };
  idle(readAhead);
  const apply = () => {
    const wanted = {
      severities: new Set(boxes.filter((box) => box.checked).map((box) => box.value)),
      rule: field("rule")?.value, article: field("article")?.value,
      words: field("q").value.toLowerCase().split(/\s+/).filter(Boolean) };
    let shown = 0;
    for (const section of sections) section.shown = 0;
    for (const card of cards) {
      const here = matches(card, wanted);
      if (card.element.hidden === here) card.element.hidden = !here;
      if (here) { shown += 1; card.section.shown += 1; }
    }
    for (const section of sections) section.element.hidden = section.shown === 0;
    const told = shown.toLocaleString("en");
    byId("shown").textContent = shown === cards.length ? told : `${told} of ${cards.length.toLocaleString("en")}`;
    byId("nothing").hidden = shown > 0;
    remember();
  };
  const remember = () => {
    const state = new URLSearchParams();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) state.set("off", off.join("."));
    for (const name of ["rule", "article", "q"]) if (field(name)?.value) state.set(name, field(name).value);
    const query = String(state);
    try { history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash); } catch { /* a sandboxed page keeps no state */ }
  };
  const recall = () => {
    const state = new URLSearchParams(location.search);
    const off = (state.get("off") || "").split(".");
    boxes.forEach((box) => { box.checked = !off.includes(box.value); });
    for (const name of ["rule", "article", "q"]) if (field(name) && state.has(name)) field(name).value = state.get(name);
  };
  const reset = () => {
    boxes.forEach((box) => { box.checked = true; });
    for (const name of ["rule", "article", "q"]) if (field(name)) field(name).value = "";
    apply();
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 60); });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", reset);
  byId("keys").addEventListener("click", () => byId("help").showModal());

  const step = (by) => {
    const visible = cards.filter((card) => !card.element.hidden).map((card) => card.element);
    if (!visible.length) return;
    const at = visible.indexOf(current);
    const next = visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1)];
    next.open = true;
    go(next);
    history.replaceState(null, "", `#${next.id}`);
  };
  const toggle = (severity) => {
    const box = boxes.find((each) => each.value === severity);
    if (box) { box.checked = !box.checked; apply(); }
  };
  const keys = {
    n: () => step(1), p: () => step(-1), "/": () => field("q").focus(), "?": () => byId("help").showModal(),
    e: () => toggle("error"), w: () => toggle("warning"), x: () => toggle("note") };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    const typing = event.target.matches("input[type=search], select");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  recall();
  apply();
  opened();
})();
