// Which findings are wanted, in what order, and how they fall into pages. Pure: nothing here touches the document.
const wantedBy = (wanted) => findings.filter((finding) =>
  wanted.severities.has(finding.severity)
  && (!wanted.rule || finding.rule === wanted.rule)
  && (!wanted.article || String(finding.article.id) === wanted.article)
  && wanted.words.every((word) => says(finding, word)));

const grouped = (matching) => {
  const groups = new Map();
  for (const finding of matching) {
    let group = groups.get(finding.article);
    if (!group) groups.set(finding.article, group = { article: finding.article, findings: [], counts: [0, 0, 0] });
    group.findings.push(finding);
    group.counts[GRAVITY[finding.severity]] += 1;
  }
  return [...groups.values()];
};

const collator = new Intl.Collator();
const orders = {
  gravest: (a, b) => b.counts[0] - a.counts[0] || b.counts[1] - a.counts[1] || b.counts[2] - a.counts[2],
  most: (a, b) => b.findings.length - a.findings.length,
  title: (a, b) => collator.compare(a.article.title, b.article.title),
};
const withinOrders = { gravest: (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.number - b.number };

const paged = (groups, sort, atOnce) => {
  if (orders[sort]) groups.sort((a, b) => orders[sort](a, b) || a.article.id - b.article.id);
  const pages = [];
  let room = 0;
  for (const group of groups) {
    if (withinOrders[sort]) group.findings.sort(withinOrders[sort]);
    if (!pages.length || room < group.findings.length) { pages.push([]); room = atOnce; }
    pages.at(-1).push(group);
    room -= group.findings.length;
  }
  return pages;
};
