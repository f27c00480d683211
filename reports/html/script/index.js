// What the report holds: every finding and article by number, from the index that stands beside the articles.
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const GRAVITY = { error: 0, warning: 1, note: 2 };

const articles = [];
const findings = [];
for (const block of document.querySelectorAll("script.index")) {
  const told = JSON.parse(block.textContent);
  const article = { id: told.a, title: told.t, path: told.p, href: told.h, words: null };
  articles.push(article);
  for (const [number, severity, rule, words] of told.f) {
    findings.push({ number, severity, rule, words, plain: null, article });
  }
}
const numbered = new Map(findings.map((finding) => [finding.number, finding]));

// Searches see neither case nor accents. The words of ten thousand findings are made plain ahead, while nothing
// else is to be done, so that the first search does not wait for them.
const plain = (words) => (/[^\x00-\x7f]/.test(words) ? words.normalize("NFD").replace(/\p{M}/gu, "") : words).toLowerCase();
const read = (finding) => {
  finding.plain ??= plain(`${finding.words} ${finding.rule}`);
  finding.article.words ??= plain(`${finding.article.title} ${finding.article.path}`);
};
const says = (finding, word) => {
  read(finding);
  return finding.plain.includes(word) || finding.article.words.includes(word);
};
const idle = window.requestIdleCallback || ((then) => setTimeout(() => then({ timeRemaining: () => 5 }), 50));
let ahead = 0;
const readAhead = (deadline) => {
  while (ahead < findings.length && deadline.timeRemaining() > 1) { read(findings[ahead]); ahead += 1; }
  if (ahead < findings.length) idle(readAhead);
};
idle(readAhead);
