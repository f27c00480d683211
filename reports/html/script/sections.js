// The articles of the page that is shown. One that was not shown yet waits as text, made by the same templates
// as the others with every word of the article escaped; it becomes elements when it is asked for.
const list = byId("list");
const built = new Map(all(".article", list || document.createElement("i")).map((element) => [Number(element.id.slice(1)), element]));
const KEPT = 60;

const section = (article) => {
  let element = built.get(article.id);
  if (!element) {
    const template = document.createElement("template");
    template.innerHTML = byId(`held-${article.id}`).textContent;
    element = template.content.firstElementChild;
    prepare(element);
  }
  built.delete(article.id);
  built.set(article.id, element);
  return element;
};

const forget = () => {
  for (const [id, element] of built) {
    if (built.size <= KEPT) return;
    if (!element.isConnected && byId(`held-${id}`)) built.delete(id);
  }
};

const card = (number) => byId(`f${number}`);

const arrange = (holder, place) => {
  const children = [...holder.children].filter((child) => child.matches(".finding, .many"));
  const first = (child) => place.get(child) ?? Math.min(...all(".finding", child).map((each) => place.get(each) ?? Infinity));
  const sorted = children.map((child) => [first(child), child]).sort((a, b) => a[0] - b[0] || 0);
  if (sorted.some(([, child], at) => child !== children[at])) sorted.forEach(([, child]) => holder.append(child));
};

const fill = (element, group, sort) => {
  const place = new Map();
  const wanted = new Map(group.findings.map((finding, at) => [`f${finding.number}`, at]));
  for (const each of all(".finding", element)) {
    each.hidden = !wanted.has(each.id);
    place.set(each, wanted.get(each.id) ?? (sort ? Infinity : Number(each.id.slice(1))));
  }
  for (const many of all(".many", element)) arrange(many, place);
  arrange(element.querySelector(".list"), place);
};

const showPage = (page, sort) => {
  const elements = page.map((group) => {
    const element = section(group.article);
    fill(element, group, sort);
    return element;
  });
  const same = elements.length === list.children.length && elements.every((element, place) => element === list.children[place]);
  if (!same) list.replaceChildren(...elements);
  forget();
};
