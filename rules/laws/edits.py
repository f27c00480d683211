"""The edits that would resolve a contradiction: one side or the other made to say what the rest of it says.

None of them is applied unasked. A reading that is written in words, or with two numbers, is left as it is.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Duration, Value
from articles.claims.number_words import cardinals
from articles.claims.written import Written
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from rules.laws.elapsed import DAYS, elapsed, year_of
from rules.laws.order import amount
from rules.laws.wording import restated
from rules.rule import Change

_YEAR = regex(r"(?<![0-9])[0-9]{3,4}(?![0-9])")
_WORD = regex(r"[A-Za-z]+")
SCALES = ("thousand", "million", "billion", "trillion")
MOST = 4
"""How many parts of a sum are each offered for change; among more nobody can tell which is wrong."""


def write(
    article: Article, span: ProseSpan, value: Value | Written | str | None, becomes: Decimal
) -> tuple[Change, ...]:
    """Give a reading another number, written as the old one is, to its last digit; nothing where that cannot be."""
    written = value if isinstance(value, Written | None) else None if isinstance(value, str) else amount(value)
    if written is None or becomes < 0 or becomes == written.value:
        return ()
    old = article.page.text(span)
    text = restated(old, (written.value,), (becomes,), written.step) or _in_words(old, written.value, becomes)
    return () if text is None or text == old else (Change(f"write {_line(text)} for {_line(old)}", ((span, text),)),)


def write_year(article: Article, span: ProseSpan, year: int | None, becomes: int) -> tuple[Change, ...]:
    """Give a date another year; nothing where the date does not show its year once."""
    old = article.page.text(span)
    found = [match for match in _YEAR.finditer(old) if year is not None and int(match[0]) == year]
    if len(found) != 1 or becomes < 100:
        return ()
    text = f"{old[: found[0].start()]}{becomes}{old[found[0].end() :]}"
    return (Change(f"write {_line(text)} for {_line(old)}", ((span, text),)),)


def say_alike(article: Article, first: ProseSpan, second: ProseSpan) -> tuple[Change, Change]:
    """Write in either place what the other says."""
    one, other = article.page.text(first), article.page.text(second)
    return (
        Change(f"say {_line(one)} in both places", ((second, one),)),
        Change(f"say {_line(other)} in both places", ((first, other),)),
    )


def ordered(article: Article, early: tuple[ProseSpan, Date], late: tuple[ProseSpan, Date]) -> tuple[Change, ...]:
    """Move either of two dates to the nearest year in which the first does not come after the second."""
    (first, one), (second, other) = early, late
    years = year_of(one), year_of(other)
    if years[0] is None or years[1] is None or one.earliest is None or other.latest is None:
        return ()
    same = int(civil(one.earliest)[1:] > civil(other.latest)[1:])
    return (
        *write_year(article, second, years[1], years[0] + same),
        *write_year(article, first, years[0], years[1] - same),
    )


def exchange(article: Article, first: ProseSpan, second: ProseSpan, what: str) -> Change:
    """Exchange two readings: "the two numbers"."""
    texts = article.page.text(first), article.page.text(second)
    return Change(f"exchange {what}", ((first, texts[1]), (second, texts[0])))


def strike(article: Article, span: ProseSpan) -> Change:
    """Take a statement out, with the blank that parts it from its neighbour."""
    text = article.page.prose.text
    start, end = span
    if text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " ":
        start -= 1
    return Change(f"strike “{_line(article.page.text(span))}”", ((ProseSpan(start, end), ""),))


def struck_line(article: Article, span: Span) -> Span:
    """The whole line that a list entry stands on, its newline with it."""
    text = article.page.source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(max(start - 1, 0), len(text)) if end < 0 else Span(start, end + 1)


def lengthened(article: Article, length: Claim, first: Claim, last: Claim) -> tuple[Change, ...]:
    """The length of time that two dates make, or, of years, either date moved so that they make the length."""
    value, begins, ends = length.value, first.value, last.value
    if not isinstance(value, Duration) or not isinstance(begins, Date) or not isinstance(ends, Date):
        return ()
    years, said = (year_of(begins), year_of(ends)), int(value.amount.value)
    if value.unit == "year" and years[0] is not None and years[1] is not None:
        return (
            *write(article, length.span, value, Decimal(years[1] - years[0])),
            *write_year(article, last.span, years[1], years[0] + said),
            *write_year(article, first.span, years[0], years[1] - said),
        )
    low, high = elapsed(begins, ends, value.unit) if value.unit in DAYS else (None, None)
    if low is None or high is None:
        return ()
    return write(article, length.span, value, ((low + high) / 2).to_integral_value(ROUND_FLOOR))


def summing(article: Article, whole: Claim, parts: tuple[Claim, ...], real: Decimal) -> tuple[Change, ...]:
    """The sum for the whole, or, of few parts, one part made to fill the whole."""
    stated = amount(whole.value)
    if stated is None:
        return ()
    changes = [*write(article, whole.span, whole.value, real)]
    for part in parts if len(parts) <= MOST else ():
        own = amount(part.value)
        if own is not None and type(part.value) is type(whole.value):
            changes += write(article, part.span, part.value, own.value + stated.value - real)
    return tuple(changes)


def rescale(article: Article, span: ProseSpan, by: int) -> tuple[Change, ...]:
    """An amount with the scale word above (1) or below (-1) its own, the slip that is made most often."""
    old = article.page.text(span)
    found = [match for match in _WORD.finditer(old) if match[0] in SCALES]
    if len(found) != 1:
        return ()
    at = SCALES.index(found[0][0]) + by
    if not 0 <= at < len(SCALES):
        return ()
    text = f"{old[: found[0].start()]}{SCALES[at]}{old[found[0].end() :]}"
    return (Change(f"write {_line(text)} for {_line(old)}", ((span, text),)),)


def _in_words(old: str, was: Decimal, becomes: Decimal) -> str | None:
    """A small number told in words with another one in its place: "three years" with four is "four years"."""
    first = _WORD.match(old)
    if first is None or cardinals().get(first[0].lower()) != was:
        return None
    word = next((word for word, value in cardinals().items() if value == becomes), None)
    if word is None:
        return None
    return (word.capitalize() if first[0][0].isupper() else word) + old[first.end() :]


def _line(text: str) -> str:
    return " ".join(text.split())
