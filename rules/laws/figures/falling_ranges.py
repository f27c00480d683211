"""Ranges that are written from their upper end: "adults weigh 4–2 kg", "players aged 21–14"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import left, right

_RANGE = worded(
    __file__,
    r"(?<=[ (])(?P<first>[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]+)?) ?– ?(?P<second>[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]+)?)"
    r"(?![0-9.,–-]*[0-9–-])(?P<unit>[ \u00a0]?{units}(?![\w’'-]|/))?",
)
_TO = worded(
    __file__,
    r"\b(?:of|is|are|measures?|measuring|reach|reaches|weighs?|long|grow to|grows to) (?:about |some |around )?"
    r"(?P<first>[0-9]{1,3}(?:\.[0-9]+)?) to (?P<second>[0-9]{1,3}(?:\.[0-9]+)?)(?P<unit>[ \u00a0]{units}(?![\w’'-]|/))",
)
_AGED = worded(__file__, r"\b(?i:{aged})(?: (?:between|from|about))? $")
_COUNTING_DOWN = worded(__file__, r"\b(?i:{down})\b")


class Falling(NamedTuple):
    """A range that starts above its end; ``surely`` where nothing but a slip can make it so."""

    span: ProseSpan
    first: str
    second: str
    surely: bool


def falling_ranges(article: Article) -> Iterator[Falling]:
    """Every range with a unit, or of ages, of which the first number is the larger."""
    text = article.page.prose.text
    at = text.find("–")
    while at >= 0:
        if text[at - 1 : at].isdecimal() or text[at - 2 : at].strip().isdecimal():
            found = _RANGE.search(text, max(at - 12, 0), at + 40)
            if found is not None and found.start() < at < found.end() and _falls(found["first"], found["second"]):
                yield from _told(article, ProseSpan(*found.span()), found["first"], found["second"], found["unit"])
        at = text.find("–", at + 1)
    yield from _in_words(article)


def _in_words(article: Article) -> Iterator[Falling]:
    """The same with "to", where a length or a weight is told: "a length of 80 to 55 cm"."""
    text = article.page.prose.text
    at = text.find(" to ")
    while at >= 0:
        if text[at - 1].isdecimal() and text[at + 4 : at + 5].isdecimal():
            found = _TO.search(text, max(at - 39, 0), at + 41)
            if found is not None and found.start("second") == at + 4 and _falls(found["first"], found["second"]):
                span = ProseSpan(found.start("first"), found.end())
                yield from _told(article, span, found["first"], found["second"], found["unit"])
        at = text.find(" to ", at + 4)


def _told(article: Article, span: ProseSpan, first: str, second: str, unit: str | None) -> Iterator[Falling]:
    lead, tail = left(article, span.start, 40), right(article, span.end, 30)
    aged = _AGED.search(lead) is not None
    if (unit or aged) and not (_COUNTING_DOWN.search(f"{lead} {tail}") or lead.endswith(" by ")):
        yield Falling(span, first, second, aged)


def _falls(first: str, second: str) -> bool:
    """Whether the first is larger, and the second is not only its last digits: "1,850–70 m" is no fall."""
    one, other = (Decimal(each.replace(",", "")) for each in (first, second))
    digits, last = first.replace(",", ""), second.replace(",", "")
    whole = digits[: len(digits) - len(last)] + last if "." not in digits + last and len(last) < len(digits) else last
    return one > other and one >= Decimal(whole)
