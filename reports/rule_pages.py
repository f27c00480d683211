"""The manual pages of rules, all of them or one: as Markdown, and as HTML that needs nothing from anywhere.

Whoever runs the examples hands over what came of them; here is only how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count as count_from
from typing import NamedTuple

from reports.html.assets import policy, style
from reports.html.data import FindingView, alone
from reports.html.overview import example_pieces
from reports.html.page import environment
from reports.manual import marked, paragraphs, shown
from reports.markdown import fenced, text
from reports.report import TOOL, RuleDescription, Told
from reports.terminal import plainly
from reports.wording import count


class RulePage(NamedTuple):
    """A rule, what is known of its precision in a sentence, its thresholds, and what its bad examples lead to.

    ``outputs`` is that as the terminal tells it, ``findings`` as the HTML report shows it.
    """

    rule: RuleDescription
    precision: str
    thresholds: tuple[tuple[str, str], ...]
    outputs: tuple[str, ...]
    findings: tuple[tuple[Told, ...], ...] = ()

    @property
    def title(self) -> str:
        """Family, severity and confidence, as the command tells them."""
        preview = ", preview" if self.rule.preview else ""
        return f"{self.rule.family}, {self.rule.severity}{preview}, confidence {self.rule.confidence}"


def markdown(pages: Sequence[RulePage]) -> Iterator[str]:
    """The pages one after another, a list of them first where there are several."""
    if len(pages) > 1:
        yield f"# Rules\n\n{count(len(pages), 'rule')}.\n\n"
        for page in pages:
            slug = page.rule.slug
            yield f"- [{slug}](#{slug}): {text(' '.join(paragraphs(page.rule.manual.fault)))}\n"
        yield "\n"
    for page in pages:
        yield from _section(page, "##" if len(pages) > 1 else "#")


def _section(page: RulePage, level: str) -> Iterator[str]:
    manual = shown(page.rule.manual)
    yield f"{level} {page.rule.slug}\n\n*{text(page.title)}*\n\n"
    for lead, part in (("", manual.fault), ("**Why.** ", manual.why), ("**Right all the same.** ", manual.right)):
        if part:
            yield lead + "\n\n".join(map(text, paragraphs(part))) + "\n\n"
    yield f"{text(page.precision)}\n\n"
    for name, default in page.thresholds:
        yield f"Threshold `{name}`: {text(default)}.\n\n"
    for example, output in zip(page.rule.bad, page.outputs, strict=True):
        yield f"For example\n\n{_example(example)}\nit says\n\n{fenced(output)}\n"
    yield "These are fine:\n\n"
    for example in page.rule.good:
        yield _example(example) + "\n"


def _example(example: str) -> str:
    lines = marked(example).text.strip("\n").split("\n")
    return fenced("".join(f"{plainly(line)}\n" for line in lines))


def html(pages: Sequence[RulePage], version: str) -> Iterator[str]:
    """The pages in one document, each under the anchor that the reports give it too: ``#rule-SLUG``."""
    numbers = count_from(1)
    told = [
        {
            "page": page,
            "parts": [paragraphs(part) for part in shown(page.rule.manual)],
            "bad": list(zip(map(example_pieces, page.rule.bad), page.outputs, _cards(page, numbers), strict=True)),
            "good": list(map(example_pieces, page.rule.good)),
        }
        for page in pages
    ]
    title = pages[0].rule.slug if len(pages) == 1 else "Rules"
    about = {"tool": TOOL, "version": version, "title": title, "style": style(), "policy": policy(style(), "")}
    yield from environment().get_template("rule_pages.html").generate(**about, pages=told, faults={}, dismissable=False)


def _cards(page: RulePage, numbers: Iterator[int]) -> list[list[FindingView]]:
    """The findings of each bad example, numbered through the document."""
    findings = page.findings or ((),) * len(page.outputs)
    return [[alone(next(numbers), told) for told in each] for each in findings]
