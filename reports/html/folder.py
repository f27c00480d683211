"""The HTML report as a folder: an index of all findings, and for each article a page that can be sent by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import normalize

from reports.html.data import ArticleView, articles, known
from reports.html.page import environment, first_page, frame
from reports.report import Report
from reports.texts import Key
from rules.finding import Finding

INDEX = "index.html"
FOLDER = "articles"
AT_ONCE = 150
"""Findings on a page of the index, where each is a line."""


class Line(NamedTuple):
    """A finding in the index."""

    number: int
    finding: Finding


class ArticleLines(NamedTuple):
    """An article in the index; ``page`` is where its page lies."""

    number: int
    title: str
    path: str
    page: str
    findings: tuple[Line, ...]

    @property
    def known(self) -> dict[str, Any]:
        """What filters, search and sorting go by."""
        rows = ((line.number, line.finding, [place.text for place in line.finding.evidence]) for line in self.findings)
        return known(self.number, self.title, self.path, rows)


def pages(report: Report) -> Iterator[tuple[str, Iterator[str]]]:
    """Each file's name within the folder and its text, the index first; one article in memory at a time."""
    template = environment().get_template("page.html")
    shown, held = first_page(_lines(report), AT_ONCE)
    about = frame(report) | {"at_once": AT_ONCE, "article_template": "article_lines.html", "page_of": page_name}
    yield INDEX, template.generate(**about, articles=shown, held=held)
    summaries = {(each.path, each.title): each for each in report.articles if each.findings}
    for view in articles(report, budget=None):
        own = tuple(each.told for cluster in view.clusters for each in cluster.findings)
        rules = {told.finding.rule for told in own}
        part = replace(
            report,
            findings=own,
            articles=(summaries[view.path, view.title],),
            failures=(),
            rules=tuple(rule for rule in report.rules if rule.slug in rules),
        )
        yield page_name((view.path, view.title)), template.generate(**_about(part, view))


def page_name(key: Key) -> str:
    """An article's page: its title as far as file systems like it, and what tells it from others of that name."""
    plain = normalize("NFKD", key[1]).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")
    digest = sha256("\n".join(key).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{FOLDER}/{slug}-{digest}.html" if slug else f"{FOLDER}/{digest}.html"


def _about(part: Report, view: ArticleView) -> dict[str, Any]:
    return frame(part) | {"scope": f"in {view.title}", "up": f"../{INDEX}", "articles": [view], "held": iter(())}


def _lines(report: Report) -> Iterator[ArticleLines]:
    first = 1
    groups = groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article))
    for number, ((path, title), group) in enumerate(groups, 1):
        lines = tuple(Line(at, told.finding) for at, told in enumerate(group, first))
        yield ArticleLines(number, title, path, page_name((path, title)), lines)
        first += len(lines)
