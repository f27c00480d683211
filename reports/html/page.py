"""Writes the HTML report: the data through the templates, with style and script inlined and nothing else allowed.

Every word of an article goes through jinja's escaping, and before that through :func:`plainly`, which makes control
and bidi characters visible. The policy in the page's head allows the one style and the one script whose hashes it
names: were anything to slip through all the same, it could neither run nor load.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.formats import Look
from reports.html.data import articles
from reports.html.overview import parts, rule_pages, tallies
from reports.html.passages import Gap
from reports.html.pictures import Timeline
from reports.report import TOOL, Report
from reports.terminal import plainly
from reports.wording import count, failed, set_apart, severities, work_done
from rules.finding import Severity

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent


def write(report: Report, look: Look) -> Iterator[str]:
    """The page, an article at a time."""
    style, script = read_beside("report.css"), read_beside("report.js")
    flagged = sum(article.findings > 0 for article in report.articles)
    of_articles = count(len(report.articles), "article")
    yield from (
        environment()
        .get_template("page.html")
        .generate(
            tool=TOOL,
            report=report,
            style=style,
            script=script,
            policy=policy(style, script),
            title=severities(report),
            scope=f"in {flagged:,} of {of_articles}" if flagged else f"in {of_articles}",
            work=work_done(report),
            apart=set_apart(report),
            severity_counts=[(severity, report.count(severity)) for severity in Severity],
            parts=parts(report.comparisons),
            by_rule=tallies(report, by_rule=True),
            by_article=tallies(report, by_rule=False),
            articles=articles(report),
            rules=rule_pages(report),
        )
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style, this script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def read_beside(name: str) -> str:
    """A style or a script that lies beside this module, to stand within its element."""
    text = HERE.joinpath(name).read_text(encoding="utf-8")
    assert "</s" not in text.lower(), f"{name} would end its own element"
    return text


def _finalize(value: Any) -> Any:
    return plainly(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _lines(text: str) -> str:
    """Text that may run over several lines, each made plain by itself."""
    from markupsafe import Markup, escape

    return Markup("\n").join(escape(plainly(line.removesuffix("\r"))) for line in text.split("\n"))


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
    environment.filters |= {"lines": _lines, "count": count, "failed": failed}
    environment.tests |= {"gap": lambda line: isinstance(line, Gap), "timeline": lambda it: isinstance(it, Timeline)}
    return environment
