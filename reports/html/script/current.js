// The current finding: framed, and its evidence outlined in the text.
let current = null;
const show = (element) => {
  if (current) current.classList.remove("current");
  all("mark.on").forEach((mark) => mark.classList.remove("on"));
  current = element;
  element.classList.add("current");
  const number = element.id.slice(1);
  const marks = all("mark[data-f]", element.closest(".article")).filter(
    (mark) => mark.dataset.f.split(" ").includes(number));
  marks.forEach((mark) => mark.classList.add("on"));
  const pane = marks[0] && marks[0].closest(".text");
  if (pane && getComputedStyle(pane).position === "sticky") centre(pane, marks[0]);
};
document.addEventListener("click", (event) => {
  const summary = event.target.closest(".finding > summary");
  if (summary) show(summary.parentElement);
});
