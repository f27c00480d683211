"""What a note tells without a finite verb: "Diplomatic relations since 4 May 1962", "Date of establishment: 1962".

The words between the start of such a sentence and its date are all of one small set (``[terse]`` of ``tables.toml``)
or name the parties; one of them names relations, one their beginning, and the others change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.facts.fact import Fact, Scope, Via
from articles.facts.gazetteer import WORD, Gazetteer, plain
from articles.facts.table_words import Terse, table_words
from articles.page import Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan

END = regex(r"[.;\n]\s?|\s[–—]\s?")
"""What a terse sentence may begin behind."""
BEHIND = regex(r"\s?(?:$|[.,;()\n–—-])|\s([a-z]+)")
LED = regex(r"\s?[:–—-]\s|,?\s")
LEADS = ("", "on", "in", "since")
VAGUE = frozenset(("between", "relationship"))
LONGEST = 160


class Row(NamedTuple):
    """A note's stretch of prose, and the two parties of its row."""

    span: ProseSpan
    own: str
    other: str


def terse(page: Page, names: Gazetteer, row: Row, claims: Iterable[Claim], known: set[ProseSpan]) -> Iterator[Fact]:
    """The beginnings of relations that a note dates so, but for the dates that are ``known`` already."""
    for claim in claims:
        if claim.kind is not Kind.DATE or claim.span in known or claim.quoted or len(claim.parts) > 1:
            continue
        before, behind = _around(page.prose.text, row.span, claim)
        if _dates(before, behind, names, row) and not (_vague(before) and _precision(claim) is not Precision.DAY):
            date = claim.parts[0] if claim.parts else claim  # "since 1962": it was then that they began
            fact = Fact(row.own, "relations-established", date.value, claim.span, row.span, Place.TABLE)
            told = fact._replace(scope=Scope(row.other), claim=claim, towards=Via.ROW)
            yield told._replace(pattern="relations established (terse)")


def _precision(claim: Claim) -> Precision | None:
    return claim.value.precision if isinstance(claim.value, Date) else None


def _vague(before: str) -> bool:
    """Whether a sentence may tell of an earlier sort of relations: "relations between A and B began in 1979"."""
    words = {word.lower() for word in WORD.findall(before)}
    return not words.isdisjoint(VAGUE) and words.isdisjoint(table_words().terse.formal)


def _around(text: str, span: ProseSpan, claim: Claim) -> tuple[str, str]:
    """What stands in a date's sentence before it and behind."""
    before = text[max(span.start, claim.span.start - LONGEST) : claim.span.start]
    starts = [end.end() for end in END.finditer(before) if end.end() < len(before)]
    behind = text[claim.span.end : min(span.end, claim.span.end + LONGEST)]
    return before[starts[-1] if starts else 0 :], behind


def _dates(before: str, behind: str, names: Gazetteer, row: Row) -> bool:
    """Whether the words on one side of a date are those of a terse note, and those on the other do not matter."""
    words = table_words().terse
    led = LED.match(behind)
    if led and before.strip(" *").lower() in LEADS:  # "4 May 1962: diplomatic relations established"
        return _all_terse(f"{before}{END.split(behind[led.end() :])[0]}", names, row, words)
    follows = BEHIND.match(behind)
    fits = follows is not None and (follows[1] is None or follows[1] in words.behind)
    return fits and _all_terse(before, names, row, words)


def _all_terse(text: str, names: Gazetteer, row: Row, words: Terse) -> bool:
    """Whether a text names relations and their beginning, and beside them only the parties."""
    said = [plain(word) for word in WORD.findall(text)]
    told: set[str] = set()
    at = 0
    while at < len(said):
        name = names.find(said, at)
        if name:
            if not {reading.entity for reading in name[1]} & {row.own, row.other}:
                return False
            at = name[0]
        else:
            told.add(said[at].lower())
            at += 1
    begun = told & words.begin or said[-1:] == [":"]
    return bool(told & words.relations and begun) and told <= words.relations | words.begin | words.light
