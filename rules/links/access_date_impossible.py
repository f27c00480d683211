"""A source was looked at before it was published, or at a time still to come.

Why: one of the two dates is wrong, and with it the only hint by which a dead link can be found in an archive.

Right all the same: when a page was published anew under its old address, or a periodical bears a later date than
the day on which it came out; a month's grace is given for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Kind
from articles.claims.reader import read
from articles.page import Page
from articles.regex import regex
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Mark, Outcome, Rule, Verdict, wikitext

_CITING = ("cite ", "Cite ", "citation", "Citation")
_SIGN = regex(r"\{\{|\}\}|\|")
_FIELD = regex(
    r"\|\s{0,20}(access-?date|date|publication-date)\s{0,20}=[ \t]{0,20}([^|{}<>\n]{4,40}?)[ \t]{0,20}(?=[|}\n])"
)
_YEAR = regex(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_ANCHOR = "access"
_LONGEST = 3000


def check(article: Article, *, as_of: int | None = None, grace: int = 92) -> Iterator[Verdict | Outcome]:
    """Compare the two dates of each citation. ``as_of`` is today's day number; ``grace`` are days allowed for."""
    text = article.page.source.text
    for citation in _citations(article.page):
        fields = _fields(text, citation)
        accessed, published = fields.get("accessdate"), fields.get("date") or fields.get("publicationdate")
        if accessed is None:
            continue
        if as_of is not None and _may_follow(text, accessed, civil(as_of)[0]):
            day = _date(text[slice(*accessed)])
            if day and day.earliest is not None and day.earliest > as_of + 1:
                message = f"the source was accessed on {text[slice(*accessed)]}, which is still to come"
                yield Verdict(message, (Mark(accessed, "in the future"),))
                continue
        if published:
            yield from _compared(text, published, accessed, grace)


def _compared(text: str, published: Span, accessed: Span, grace: int) -> Iterator[Verdict | Outcome]:
    later, sooner = text[slice(*published)], text[slice(*accessed)]
    year = _YEAR.search(sooner)
    if year and not _may_follow(text, published, int(year[0])):
        yield Outcome.CONSISTENT
        return
    first, last = _date(later), _date(sooner)
    if not first or not last or first.earliest is None or last.latest is None:
        return
    if last.latest + grace >= first.earliest:
        yield Outcome.CONSISTENT
        return
    yield Verdict(
        f"the source is dated {later}, but was accessed on {sooner}, before that",
        (Mark(accessed, "accessed"), Mark(published, "published")),
        calculation=f"{sooner} < {later}",
    )


def _may_follow(text: str, span: Span, year: int) -> bool:
    """Whether a date may lie in a year or later, going by its digits: reading it in full takes longer."""
    written = _YEAR.search(text, span.start, span.end)
    return written is None or int(written[0]) >= year


def _citations(page: Page) -> Iterator[Span]:
    """The citations that may hold a day of access."""
    text = page.source.text
    for name, span in page.templates:
        if name.startswith(_CITING) and text.find(_ANCHOR, span.start, span.end) >= 0:
            yield span


def _fields(text: str, citation: Span) -> dict[str, Span]:
    """The dates of a citation; the inside of nested templates is passed over."""
    start, end = citation.start, min(citation.end, citation.start + _LONGEST)
    found: dict[str, Span] = {}
    if text.find("{{", start + 2, end) < 0:
        for field in _FIELD.finditer(text, start, end):
            found.setdefault(field[1].replace("-", ""), Span(*field.span(2)))
        return found
    depth = 0
    for sign in _SIGN.finditer(text, start, end):
        if sign[0] == "|":
            match = _FIELD.match(text, sign.start()) if depth == 1 else None
            if match:
                found.setdefault(match[1].replace("-", ""), Span(*match.span(2)))
            continue
        depth += 1 if sign[0] == "{{" else -1
        if depth == 0:
            return found
    return {}


@lru_cache(1 << 12)
def _date(text: str) -> Date | None:
    """The one date that a whole value is."""
    claims = read(text)
    whole = len(claims) == 1 and claims[0].kind is Kind.DATE and claims[0].span == (0, len(text))
    value = claims[0].value if whole else None
    exact = isinstance(value, Date) and value.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return value if exact and isinstance(value, Date) else None


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext("Old.<ref>{{cite web|title=A|date=⟦2:3 May 2011⟧|access-date=⟦1:7 June 2007⟧}}</ref>", title="Norby"),
        wikitext("{{Cite news |title={{lang|no|By}} |accessdate = ⟦1:2007-06-07⟧ |date = ⟦2:2009⟧ }}", title="Norby"),
    ),
    good=(
        wikitext("Old.<ref>{{cite web|title=A|date=3 May 2007|access-date=7 June 2011}}</ref>", title="Norby"),
        wikitext("{{cite magazine|title=A|date=June 2007|access-date=20 May 2007}}", title="Norby"),
        wikitext("{{cite web|title={{box|date=2011}}|access-date=20 May 2007}}", title="Norby"),
    ),
)
