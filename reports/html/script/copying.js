// Copying an edit, or the entry that dismisses a finding with the reason that was typed.
const prepare = (within) => all(".copy, .dismiss label", within).forEach((element) => { element.hidden = false; });
prepare(document);

const copied = async (button) => {
  const text = button.dataset.copy ?? button.parentElement.nextElementSibling.textContent;
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
  setTimeout(() => { button.textContent = "Copy"; byId("spoken").textContent = ""; }, 1500);
};
document.addEventListener("click", (event) => {
  const button = event.target.closest(".copy");
  if (button) copied(button);
});
document.addEventListener("input", (event) => {
  if (!event.target.matches(".reason")) return;
  const [entry, comment] = all(".entry", event.target.closest(".dismiss"));
  const reason = event.target.value;
  const line = entry.textContent.lastIndexOf("reason = ");
  entry.textContent = `${entry.textContent.slice(0, line)}reason = ${JSON.stringify(reason)}\n`;
  if (!comment) return;
  const head = comment.textContent.slice(0, comment.textContent.indexOf("]:") + 2);
  comment.textContent = `${head} ${reason.replaceAll("--", "–").replaceAll(">", "›").trim()} -->`;
});
