"""A quantity, another, and their quotient, told in one sentence: distance, time and speed; people, area and density."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Number, Quantity
from articles.claims.units import dimension
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.bounds import Bounds, counted, operand, ratio
from rules.laws.conversion import between
from rules.laws.nearby import after, gap, left, occurrences, right, within
from rules.laws.nouns import people
from rules.laws.order import amount

_SPEED = ("average speed", "mean speed", "averaging")
_DENSITY = ("density",)
_RATES = frozenset({"kilometer / hour", "mile / hour", "meter / second", "foot / second", "knot"})
_FOLLOWS = regex(
    r"(?: of land| in area| in extent| in size| to [A-Z]\w+(?: [A-Z]\w+)?| there| overland| by sea)?"
    r"(?:,| –| —|;| \()?(?: (?:which|this) (?:work(?:s|ed) out at|gives|gave|makes|means|is)|"
    r" or| that is(?: to say)?,?| i\.e\.,?| giving| making| equal to| thus| hence| averaging| it (?:has|had)|)"
    r"(?: (?:at )?an? (?:population |mean |average |overall )?(?:density|speed|average|rate)(?: speed| density)? of|"
    r" an average| averaging)?(?: about| some| roughly| nearly| only| just)? "
)
_AVERAGE = regex(r"\b(?:an average|average speed|averag\w+|mean)(?: speed| density)?(?: of)? $")
_ANOTHER = regex(r" (?:before|between|on the|for the|elsewhere|in (?:the|18|19|20))")
_TO_THE = regex(r" (?:people |inhabitants |persons )?to the square (?P<unit>kilometre|kilometer|mile)\b")
_REACH = 200
_NEAR = 70
_HOURS = frozenset({"hour", "minute", "second", "day"})
_ONCE = regex(r"\b(?:each|every|first|last|second leg|return|respectively|per day|a day)\b")


class Rate(NamedTuple):
    """What is divided by what, the quotient as stated and as made, in the stated unit; ``real`` is unrounded."""

    top: Claim
    below: Claim
    stated: Claim
    made: Bounds
    said: Bounds
    real: Decimal


_Find = Callable[[Article, list[Claim], Claim], Iterator[Rate]]


def rates(article: Article) -> Iterator[Rate]:
    """Every quotient that is told in one sentence with the two numbers it is made of."""
    told: set[ProseSpan] = set()
    for words, find in ((_SPEED, _speed), (_DENSITY, _density)):
        for at in occurrences(article, words):
            stated = after(article, at, 60)
            if stated is None or not isinstance(stated.value, Quantity) or stated.quoted or stated.span in told:
                continue
            found = list(_of_sentence(article, at, at, find, stated))
            told.update(rate.stated.span for rate in found)
            yield from found
    for stated in _quotients(article):
        if stated.span not in told and isinstance(stated.value, Quantity):
            find = _speed if stated.value.unit in _RATES else _density
            yield from (
                rate
                for rate in _of_sentence(article, stated.span.start, stated.span.end, find, stated)
                if _follows(article, rate)
            )


def _of_sentence(article: Article, at: int, behind: int, find: _Find, stated: Claim) -> Iterator[Rate]:
    start, end = at - len(left(article, at, _REACH)), behind + len(right(article, behind, _REACH))
    if not _ONCE.search(article.page.prose.text[start:end]):
        yield from find(article, _told_once(article, start, end), stated)


def _quotients(article: Article) -> Iterator[Claim]:
    """Readings of a speed or of a density, "120 to the square kilometre" too."""
    for claim in article.claims.all:
        value = claim.value
        if claim.quoted:
            continue
        if isinstance(value, Quantity) and (value.unit in _RATES or value.unit.startswith("1 / ")):
            yield claim
        elif isinstance(value, Number) and (found := _TO_THE.match(right(article, claim.span.end, 50))):
            unit = "1 / mile ** 2" if found["unit"] == "mile" else "1 / kilometer ** 2"
            span = ProseSpan(claim.span.start, claim.span.end + found.end())
            yield claim._replace(span=span, value=Quantity(value.amount, unit))


def _follows(article: Article, rate: Rate) -> bool:
    """Whether the words from the two numbers to the quotient make it theirs."""
    last = max(rate.top.span.end, rate.below.span.end)
    if not last <= rate.stated.span.start <= last + _NEAR:
        return False
    words = gap(article, last, rate.stated.span.start)
    return _FOLLOWS.fullmatch(words) is not None and not _ANOTHER.match(right(article, rate.stated.span.end, 20))


def _told_once(article: Article, start: int, end: int) -> list[Claim]:
    """The readings of a stretch of prose, without those in brackets, which state another one again."""
    text = article.page.prose.text
    return [claim for claim in within(article, start, end) if text[claim.span.start - 1] != "("]


def _speed(article: Article, claims: list[Claim], stated: Claim) -> Iterator[Rate]:
    lengths = [c for c in claims if isinstance(c.value, Quantity) and dimension(c.value.unit) == "[length]"]
    times = [c for c in claims if isinstance(c.value, Duration) and c.value.unit in _HOURS]
    if len(lengths) != 1 or len(times) != 1:
        return
    length, time = lengths[0].value, times[0].value
    if isinstance(length, Quantity) and isinstance(time, Duration):
        made = ratio(operand(length.amount), operand(time.amount))
        yield from _rate(article, lengths[0], times[0], stated, made, f"{length.unit} / {time.unit}")


def _density(article: Article, claims: list[Claim], stated: Claim) -> Iterator[Rate]:
    areas = [c for c in claims if isinstance(c.value, Quantity) and dimension(c.value.unit) == "[length] ** 2"]
    counts = [c for c in claims if isinstance(c.value, Number) and _of_people(article, c)]
    if len(areas) != 1 or len(counts) != 1:
        return
    area, count = areas[0].value, counts[0].value
    if isinstance(area, Quantity) and isinstance(count, Number):
        made = ratio(counted(count.amount), operand(area.amount))
        yield from _rate(article, counts[0], areas[0], stated, made, f"1 / ({area.unit})")


def _of_people(article: Article, claim: Claim) -> bool:
    if isinstance(claim.value, Number) and claim.value.noun is not None:
        return people(claim.value.noun)
    return left(article, claim.span.start, 24).rstrip().endswith(("population of", "population was", "population is"))


def _rate(article: Article, top: Claim, below: Claim, stated: Claim, made: Bounds, unit: str) -> Iterator[Rate]:
    assert isinstance(stated.value, Quantity)
    line = between(unit, stated.value.unit)
    if line is not None and not line.inverse:
        over, under = amount(top.value), amount(below.value)
        if over is not None and under is not None and under.value:
            real = line.point(over.value / under.value)
            said = stated.value.amount
            if said.hedge is Hedge.ABOUT and _AVERAGE.search(left(article, stated.span.start, 30)):
                said = said._replace(hedge=Hedge.NONE)  # the average is the very thing that is compared
            yield Rate(top, below, stated, line.apply(made), operand(said), real)
