// What the report holds: every finding and article by number, from the index that stands beside the articles.
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const GRAVITY = { error: 0, warning: 1, note: 2 };

const articles = [];
const findings = [];
for (const block of document.querySelectorAll("script.index")) {
  const told = JSON.parse(block.textContent);
  const article = { id: told.a, title: told.t, words: null, path: told.p };
  articles.push(article);
  for (const [number, severity, rule, words] of told.f) {
    findings.push({ number, severity, rule, words, article });
  }
}
const numbered = new Map(findings.map((finding) => [finding.number, finding]));

// Searches see neither case nor accents; the words of findings come made plain in that way.
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const says = (finding, word) => {
  if (finding.words.includes(word)) return true;
  finding.article.words ??= plain(`${finding.article.title} ${finding.article.path}`);
  return finding.article.words.includes(word);
};
