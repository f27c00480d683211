document.documentElement.classList.add("js");
const PRINTED = 500;
const begin = () => {
  if (field("article")) {
    const options = articles.map((article) => new Option(article.title, article.id));
    options.sort((a, b) => collator.compare(a.text, b.text));
    field("article").append(...options);
  }
  form.hidden = false;
  apply(recall());
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 40); });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", () => { clear(); apply(); });
  byId("keys").addEventListener("click", help);
  byId("pages").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    turn(at + Number(button.dataset.step));
    go(byId("findings"));
  });
  // Paper has no pages to turn: what is asked for is printed whole, as long as that is a thing one prints.
  addEventListener("beforeprint", () => { if (matching.length <= PRINTED) showPage(pages.flat(), value("sort")); });
  addEventListener("afterprint", () => turn(at));
  listen();
};
if (form) begin();
opened();
