"""Writes the HTML report: the data through the templates, with style and script inlined and nothing else allowed.

Every word of an article goes through jinja's escaping, and before that through :func:`plainly`, which makes control
and bidi characters visible. The policy in the page's head allows the one style and the one script whose hashes it
names: were anything to slip through all the same, it could neither run nor load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from reports.formats import Look
from reports.html.assets import HERE, policy, script, style
from reports.html.data import articles
from reports.html.overview import by_article, by_rule, parts, rule_pages
from reports.html.passages import Gap
from reports.html.pictures.drawing import TotalTable
from reports.manual import paragraphs, shown
from reports.report import TOOL, Report
from reports.terminal import plainly
from reports.verdict_entry import comment, entry
from reports.wording import count, failed, in_articles, set_apart, severities, work_done
from rules.finding import Severity

if TYPE_CHECKING:
    from jinja2 import Environment


class _Counted(Protocol):
    """An article, as far as paging goes."""

    @property
    def findings(self) -> Sized: ...


_WITH_COMMENTS = re.compile(r"\.(wiki|wikitext|mediawiki|xml(-[^/]{0,200})?)(\.bz2|\.gz)?\Z", re.IGNORECASE)
View = TypeVar("View", bound=_Counted)

AT_ONCE = 24
"""Findings after which a page of the list ends. What is not on the first page waits as text until it is asked for:
a browser would take seconds to lay out ten thousand findings that nobody is looking at."""


def write(report: Report, look: Look) -> Iterator[str]:
    """The page, an article at a time."""
    first, held = first_page(articles(report), AT_ONCE)
    yield from environment().get_template("page.html").generate(**frame(report), articles=first, held=held)


def frame(report: Report) -> dict[str, Any]:
    """What every kind of page shows around the findings."""
    flagged = sum(article.findings > 0 for article in report.articles)
    return {
        "tool": TOOL,
        "report": report,
        "dismissable": True,
        "style": style(),
        "script": script(),
        "policy": policy(style(), script()),
        "title": severities(report),
        "scope": f"in {in_articles(report)}",
        "work": work_done(report),
        "apart": set_apart(report),
        "severity_counts": [(severity, report.count(severity)) for severity in Severity],
        "parts": parts(report.comparisons),
        "by_rule": by_rule(report),
        "by_article": by_article(report),
        "flagged": flagged,
        "rules": rule_pages(report),
        "at_once": AT_ONCE,
        "article_template": "article.html",
        "page_of": None,
        "up": None,
        "faults": {rule.slug: " ".join(paragraphs(shown(rule.manual).fault)) for rule in report.rules},
    }


def first_page(views: Iterator[View], at_once: int) -> tuple[list[View], Iterator[View]]:
    """The articles of the first page of the list, and the others."""
    first: list[View] = []
    for view in views:
        if first and sum(len(each.findings) for each in first) + len(view.findings) > at_once:
            return first, chain([view], views)
        first.append(view)
    return first, iter(())


def _finalize(value: Any) -> Any:
    return plainly(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _lines(text: str) -> str:
    """Text that may run over several lines, each made plain by itself."""
    from markupsafe import Markup, escape

    return Markup("\n").join(escape(plainly(line.removesuffix("\r"))) for line in text.split("\n"))


def _wikitext(path: str) -> bool:
    """Whether a comment can stand in a file."""
    return _WITH_COMMENTS.search(path) is not None


@cache
def environment() -> Environment:
    """The templates, with everything escaped that is put into them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters |= {
        "lines": _lines,
        "count": count,
        "failed": failed,
        "verdict": entry,
        "comment": comment,
        "wikitext": _wikitext,
    }
    environment.tests |= {"gap": lambda line: isinstance(line, Gap), "total": lambda it: isinstance(it, TotalTable)}
    return environment
