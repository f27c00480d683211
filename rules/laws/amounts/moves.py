"""Statements that one number became another, with the change stated beside them.

"Rose by 12 from 40 to 52", "from 200 to 250, a 25 % increase", "doubled from 20 to 40". The words are data, in
``moves.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Number, Percent, Quantity
from articles.claims.written import Interval, Written
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, trie
from rules.laws.amounts.direction import motion
from rules.laws.bounds import Bounds, exact, exceeds, minus, ratio, scaled, series
from rules.laws.nearby import WIDTH, after, between, gap, left, right
from rules.laws.order import amount, sides

PORTION_REACH, LEAST_REACH = Decimal("0.16"), Decimal("0.03")
"""How far a change may lie from the part of the whole that it is called, and how far at least."""
FRACTION = "number-fraction"
"""The pattern of a part in words: "a quarter"."""
_ROUGHLY = Decimal(10)
"""How roughly such a part is meant, in percentage points from end to end."""
_MOVED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.QUANTITY, Kind.DURATION})
_OWN_RATE = regex(r"\b(?:annual|yearly|monthly) (?!(?:rate|growth|increase|average|rise|decline)\b)[a-z]+")
"""An amount of every year, "its annual output", which may change like any other."""
_PER_YEAR = regex(r"^(?: [a-z]+)? (?:a|per) (?:year|month|day)(?=,)")
_TO = regex(
    r"(?: (?!to\b|and\b|or\b|but\b|from\b)[A-Za-z]+){0,4}?"
    r"(?: ?\(?(?:in|by|during|at|as of|on|for) (?:the )?(?:[A-Za-z]+ ){0,2}(?:[0-9]{1,2},? )?[0-9]{4}s?\)?)?,? to "
    r"(?:about |around |over |some |nearly |almost |just |only |the |an? |under |approximately |roughly ){0,2}"
)

_FROM = regex(r"(?: [a-z]+)?(?: (?:in|by) [0-9]{4})?,? from (?:about |around |some |just |only |an? )?")
_YEAR = regex(r"[0-9]{4}")
_PART = regex(r"\b(?:one|an?)[ -]")
_ANOTHER = regex(r"[^.;:]*; (?!it\b|they\b|this\b|that\b|its\b|their\b|the (?:number|figure|total)\b)(?:[a-z]+ ){0,3}$")
_AGAINST = " against "
_TOWARDS = (" to ", " to about ", " to some ", " to nearly ", " to over ")


class Move(NamedTuple):
    """From one reading to another, both in one unit."""

    first: Claim
    second: Claim
    start: Bounds
    end: Bounds


class Change(NamedTuple):
    """A stated change; ``up`` is None where the words do not say which way."""

    claim: Claim
    up: bool | None


def moves(article: Article) -> tuple[Move, ...]:
    """Every "from a to b" of two readings of one sort, read as a range or as two; for :meth:`Article.once`."""
    return tuple(_moves(article))


def _moves(article: Article) -> Iterator[Move]:
    claims = article.claims.all
    text = article.page.prose.text
    for at, first in enumerate(claims):
        if first.kind not in _MOVED or first.quoted or text[first.span.start - 1 : first.span.start] != " ":
            continue
        pair = first.parts if len(first.parts) == 2 else _with_next(claims, at)
        if pair is None or pair[1].span.start - pair[0].span.end > WIDTH:
            continue
        told = between(article, *pair)
        if not told or not _told(article, first, told, text[max(first.span.start - 30, 0) : first.span.start]):
            continue
        if " from " in told or _reversed(article, pair, told):
            pair = (pair[1], pair[0])
        start, end = (amount(claim.value) for claim in pair)
        if sides(*pair) is not None and start is not None and end is not None and _unit(pair[0]) == _unit(pair[1]):
            yield Move(*pair, *series(start, end, counts=first.kind is Kind.NUMBER))


def _told(article: Article, first: Claim, gap: str, lead: str) -> bool:
    """Whether two readings are told as the ends of a move: "from a to b", "to b from a", "from a it rose to b"."""
    if len(first.parts) < 2 and (_dated(gap) or _earlier(article, first, gap)):
        return True
    if " to " not in gap and " from " not in gap:
        return False
    if _TO.fullmatch(gap):
        return " from " in lead
    if _FROM.fullmatch(gap):
        return lead.endswith(_TOWARDS) and _moved().search(lead) is not None
    if len(first.parts) == 2 or " to " not in gap or not _frames()["grew"].fullmatch(gap):
        return False
    return _frames()["opened"].search(left(article, first.span.start, 24)) is not None


def _dated(gap: str) -> bool:
    """Whether two readings are told of two years: "150,000 in 1960 and 180,000", "had been 1,200 in 1950, reached"."""
    return _YEAR.search(gap) is not None and _frames()["dated"].fullmatch(gap) is not None


def _earlier(article: Article, first: Claim, gap: str) -> bool:
    """Whether the second reading is told as what the first was before: "9,000 subscribers against 3,000 a year ago"."""
    if _AGAINST not in gap and " compared " not in gap and " up from " not in gap:
        return False
    if not _frames()["against"].fullmatch(gap):
        return False
    second = after(article, first.span.end + len(gap), 1)
    return second is not None and _frames()["ago"].match(right(article, second.span.end, 50)) is not None


def _reversed(article: Article, pair: tuple[Claim, Claim], gap: str) -> bool:
    return len(pair[0].parts) < 2 and _earlier(article, pair[0], gap)


@cache
def _moved() -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(motion())})\b[^.,;:]*$")


def _unit(claim: Claim) -> str | None:
    return claim.value.unit if isinstance(claim.value, Quantity | Duration) else None


def _with_next(claims: tuple[Claim, ...], at: int) -> tuple[Claim, Claim] | None:
    """A reading and the next of its kind, a date between them left out."""
    for second in claims[at + 1 : at + 3]:
        if second.kind is claims[at].kind:
            return claims[at], second
        if second.kind is not Kind.DATE:
            return None
    return None


def changes(article: Article, move: Move, kind: Kind) -> Iterator[Change]:
    """The changes of a kind stated right before or right after a move."""
    start, end = _whole(move)
    lead, tail = left(article, start), right(article, end)
    if any(word in _OWN_RATE.sub("", lead) + _PER_YEAR.sub("", tail) for word in _table()["exempt"]["words"]):
        return
    near = _near(article, move)
    for claim in map(in_percent, near) if kind is Kind.PERCENT else near:
        if claim.kind is kind and not _from_another(article, move, claim):
            change = _before(article, start, claim) if claim.span.end <= start else _behind(article, move, end, claim)
            if change is not None:
                yield change


def in_percent(claim: Claim) -> Claim:
    """A part in words ("a quarter") as a percentage told roughly, and a count of points as points of one."""
    value = claim.value
    if isinstance(value, Number) and claim.pattern == FRACTION:
        percent = value.amount.value * 100
        written = Written(percent, percent, _ROUGHLY, value.amount.hedge)
        return claim._replace(kind=Kind.PERCENT, value=Percent(written))
    if isinstance(value, Number) and value.noun in ("points", "point"):
        return claim._replace(kind=Kind.PERCENT, value=Percent(value.amount._replace(step=Decimal(1)), points=True))
    return claim


def _whole(move: Move) -> ProseSpan:
    """From the start of the number told first to the end of the one told second."""
    return ProseSpan(min(move.first.span.start, move.second.span.start), max(move.first.span.end, move.second.span.end))


def _from_another(article: Article, move: Move, claim: Claim) -> bool:
    """Whether a change is reckoned from a year that the move does not tell."""
    found = _frames()["other"].match(right(article, claim.span.end, 60))
    start, end = _whole(move)
    return found is not None and found[1] not in article.page.prose.text[max(start - 40, 0) : end + 40]


def _before(article: Article, start: int, claim: Claim) -> Change | None:
    """A change told before its move: "rose by 12, from"."""
    frames = _frames()
    lead = left(article, claim.span.start)
    found = frames["verb"].search(lead)
    if found is not None and lead[: found.start()].endswith(" and "):
        return None  # "lost nine seats and won three, going from": what is told is both together
    told = gap(article, claim.span.end, start)
    return Change(claim, way(found[1])) if found and frames["before"].fullmatch(told) else None


def _behind(article: Article, move: Move, end: int, claim: Claim) -> Change | None:
    """A change told behind its move: ", an increase of 12", ", up 12", ", 12 more than before"."""
    frames, told = _frames(), gap(article, end, claim.span.start)
    found = frames["after"].fullmatch(told)
    noun = (found and found[1]) or _noun(article, claim)
    if found and noun:
        return Change(claim, noun in _table()["nouns"]["up"].split("|"))
    rises = exceeds(move.end, move.start)
    behind = frames["behind"].fullmatch(told)
    if behind:
        return Change(claim, behind[1] == "up" if behind[1] else rises)
    more = frames["more"].match(right(article, claim.span.end)) if frames["than"].fullmatch(told) else None
    return Change(claim, more[1] in _table()["more"]["up"]) if more else None


class Factor(NamedTuple):
    """A word such as "doubled", where it stands, and the ratios for which it is used."""

    word: str
    span: ProseSpan
    allowed: Interval

    @property
    def rises(self) -> bool:
        """Whether the second is the larger."""
        return self.allowed.low is None or self.allowed.low > 1


def factor(article: Article, move: Move) -> Factor | None:
    """The word beside a move that says how many times the first became the second."""
    start, _ = _whole(move)
    lead = left(article, start)
    found = _frames()["factor"].search(lead)
    if found is None:
        return _portion(lead, start) or _within(article, move) or _factor_behind(article, move)
    at = start - len(lead) + found.start(1)
    return named_factor(found[1], ProseSpan(at, at + len(found[1])), lead[: found.start()])


def named_factor(word: str, span: ProseSpan, lead: str) -> Factor:
    """What a word such as "doubled" allows, with the hedge before it."""
    low, high = (Decimal(str(end)) for end in _table()["factors"][word])
    hedge = lead.rstrip()
    if hedge.endswith(("than", "over", "least")):
        return Factor(word, span, Interval(low, None))
    return Factor(word, span, Interval(low * Decimal("0.9") if hedge.endswith(("nearly", "almost")) else low, high))


def _within(article: Article, move: Move) -> Factor | None:
    """A factor between the two: "500 tonnes in 1970, had tripled to 900 tonnes"."""
    told = between(article, move.first, move.second) or ""
    found = _frames()["grew"].fullmatch(told)
    if found is None or found[1] not in _table()["factors"]:
        return None
    at = move.first.span.end + found.start(1)
    return named_factor(found[1], ProseSpan(at, at + len(found[1])), told[: found.start(1)])


def _factor_behind(article: Article, move: Move) -> Factor | None:
    """A factor in the clause behind the two: "9,000 against 3,000 a year earlier, it had tripled its readership"."""
    _, end = _whole(move)
    behind = right(article, end)
    found = _frames()["doubled"].match(behind)
    if found is None or any(word in behind for word in _table()["exempt"]["words"] if word not in found[0]):
        return None
    if _ANOTHER.match(behind, 0, found.start(1)):
        return None  # "; receipts quadrupled in the same time"
    at = end + found.start(1)
    return named_factor(found[1], ProseSpan(at, at + len(found[1])), behind[: found.start(1)])


def _portion(lead: str, start: int) -> Factor | None:
    """A part that was added or lost: "shrank by half from"."""
    found = _frames()["portion"].search(lead)
    up = way(found[1]) if found else None
    if found is None or up is None or any(word in found[0] for word in _table()["exempt"]["words"]):
        return None
    at = start - len(lead) + found.start(2)
    return portion(found[2], ProseSpan(at, at + len(found[2])), up)


def portion(word: str, span: ProseSpan, up: bool) -> Factor:
    """What a part in words allows that was added or lost: "a quarter", "three-quarters"."""
    portions = _table()["portions"]
    part = Decimal(str(portions.get(word.lower()) or portions[_PART.split(word.lower())[-1]]))
    reach = max(part * PORTION_REACH, LEAST_REACH)
    low, high = (1 + part - reach, 1 + part + reach) if up else (1 - part - reach, 1 - part + reach)
    return Factor(word, span, Interval(low, high))


def growth(move: Move) -> Bounds:
    """By how many percent the first became the second; negative for a fall."""
    return _growth(move.start, move.end)


@lru_cache(1 << 8)
def _growth(start: Bounds, end: Bounds) -> Bounds:
    return scaled(minus(ratio(end, start), exact(Decimal(1))), Decimal(100))


def _near(article: Article, move: Move) -> list[Claim]:
    """The two readings on either side of a move."""
    claims, starts = article.claims.all, article.claim_starts
    start, end = _whole(move)
    at, after = bisect_left(starts, start), bisect_left(starts, end)
    return [*claims[max(at - 2, 0) : at], *claims[after : after + 2]]


def _noun(article: Article, claim: Claim) -> str | None:
    found = _frames()["noun"].match(right(article, claim.span.end, 24))
    return found[1] if found else None


def way(verb: str) -> bool | None:
    """Which way a verb says that a number went; None where it says neither."""
    lost = _table()["counted"]
    return True if verb in lost["up"] else False if verb in lost["down"] else motion().get(verb)


def change_noun(noun: str) -> bool | None:
    """Which way a noun such as "increase" says that a number went; None where it says neither."""
    nouns = _table()["nouns"]
    return True if noun in nouns["up"].split("|") else False if noun in nouns["down"].split("|") else None


@cache
def factors() -> tuple[str, ...]:
    """The words that say how many times a number became another."""
    return tuple(_table()["factors"])


@cache
def factor_words() -> re.Pattern[str]:
    """Any of these words."""
    return regex(rf"\b{trie(factors())}\b")


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    table = _table()
    fragments = {
        "n": "|".join(table["nouns"].values()),
        "m": "|".join((*motion(), *table["counted"]["up"], *table["counted"]["down"])),
        "f": "|".join(table["factors"]),
    }
    return {
        name: regex(re.sub(r"\{([nmf])\}", lambda found: fragments[found[1]], frame))
        for name, frame in table["frames"].items()
    }


def _table() -> dict[str, Any]:
    return data_file(__file__, "moves.toml")
