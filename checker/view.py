"""The reading view: the article as a person reads it, every claim underlined and the facts beneath their line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from checker.value_words import scope_words, value_words
from checker.view_lines import Line, lines
from checker.wrapping import BOLD, DIM, shortened, wrapped
from reports.formats import Look
from reports.terminal import plainly

NARROWEST = 40
SHOWN_RUN = 3
"""So many lines without a statement are shown in a row; the rest of them is counted."""

FACT = "→ "
_BETWEEN = " · "


def view(article: Article, look: Look) -> Iterator[str]:
    """The lines to print, without line ends."""
    yield _head(article, look)
    frame = _Frame(article, look)
    for silent, run in groupby(lines(article), key=lambda line: not (line.claims or line.facts or line.heading)):
        shown = list(run)
        kept = shown[:SHOWN_RUN] if silent and len(shown) > SHOWN_RUN + 1 else shown
        for line in kept:
            yield from frame.line(line)
        if len(kept) < len(shown):
            yield frame.beneath(f"({len(shown) - len(kept)} more lines in which nothing was read)")


def _head(article: Article, look: Look) -> str:
    page = article.page
    counted = f"{_count(len(article.claims.all), 'claim')}, {_count(len(article.facts), 'fact')}"
    place = look.paint(plainly(f"{page.source.path}: {page.title}"), BOLD)
    return f"{place} ({plainly(article.kind.name)}; {counted})"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


class _Frame:
    """Lines beside their numbers in the article."""

    def __init__(self, article: Article, look: Look) -> None:
        self.page, self.look = article.page, look
        self.gutter = len(str(len(self.page.source.line_starts)))
        self.width = max(look.width, NARROWEST) - self.gutter - 3
        self.last = 0

    def line(self, line: Line) -> Iterator[str]:
        """A line, its claims underlined; its facts and the values of its claims beneath it."""
        if line.heading:
            yield self._numbered(0, "")
        if line.opens:
            yield self._numbered(0, self.look.paint(shortened(line.opens, self.width), BOLD))
        if not line.claims and not line.facts:
            told = shortened(line.text, self.width)
            yield self._numbered(self._number(line, 0), self.look.paint(told, BOLD) if line.heading else told)
            return
        for row in wrapped(line.text, line.marks(), self.width, self.look):
            number = self._number(line, row.at)
            for shown in row.lines:
                yield self._numbered(number, shown)
                number = 0
        for fact in line.facts:
            yield from self.under(FACT, fact_words(fact))
        for kind, told in _claims_told(line, self.page.text):
            yield from self.under(f"{kind}: ", told)

    def under(self, lead: str, text: str) -> Iterator[str]:
        """What is said beneath a line, wrapped, its further rows indented."""
        indent = len(lead)
        for row in wrapped(text, (), self.width - indent - 2, self.look):
            yield self.beneath(lead + row.lines[0])
            lead = " " * indent

    def beneath(self, text: str) -> str:
        """A row of what is said beneath a line; the text is plain already."""
        return self._numbered(0, self.look.paint(f"  {text}", DIM))

    def _number(self, line: Line, at: int) -> int:
        """The number of the line in the article at which a row starts, 0 where it has been told."""
        place = line.place(at)
        source = self.page.prose.to_source(ProseSpan(place, place + 1)).start
        number = self.page.source.position(source).line
        if number == self.last:
            return 0
        self.last = number
        return number

    def _numbered(self, number: int, text: str) -> str:
        told = f"{number or '':>{self.gutter}} |"
        return f"{self.look.paint(told, DIM)} {text}".rstrip()


def fact_words(fact: Fact) -> str:
    """A fact in a line: ``Narvia: gdp = 49,500 to 50,500 USD [when: 1990]``."""
    value, scope = value_words(fact.value), scope_words(fact.scope)
    said = f" = {value}" if value else ""
    return f"{fact.subject}: {'' if fact.polarity else 'not '}{fact.property}{said}{f' [{scope}]' if scope else ''}"


def _claims_told(line: Line, text_of: Callable[[ProseSpan], str]) -> Iterator[tuple[str, str]]:
    """The claims of a line by kind, each with its value where the words do not say it already."""
    told: dict[str, list[str]] = {}
    for claim in line.claims:
        told.setdefault(str(claim.kind), []).append(_claim_told(claim, text_of))
    for kind, each in told.items():
        yield kind, _BETWEEN.join(each)


def _claim_told(claim: Claim, text_of: Callable[[ProseSpan], str]) -> str:
    words = " ".join(text_of(claim.span).split())
    value = value_words(claim.value)
    if claim.impossible:
        return f"{words} (impossible)"
    return words if words == value else f"{words} = {value}"
