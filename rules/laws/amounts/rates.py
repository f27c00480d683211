"""A quantity, another, and their quotient, told together: distance, time and speed; people, area and density.

The operands are known by their dimensions: exactly one reading of each that is needed stands in the sentence, or, for
a density, one of them elsewhere. Of the words between them and the quotient those of the last clause are all of a
closed class, and nowhere is one that makes the quotient another's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Number, Quantity
from articles.claims.units import dimension
from articles.claims.written import Hedge, Written
from articles.page import Form
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.conversion import between
from rules.laws.asides import without_concession
from rules.laws.bounds import Bounds, counted, operand, ratio
from rules.laws.nearby import before, claims_in, gap, left, occurrences, right, sentence_at
from rules.laws.nouns import people
from rules.laws.order import amount

_SPEEDS = frozenset({"kilometer / hour", "mile / hour", "meter / second", "foot / second", "knot"})
_HOURS = frozenset({"hour", "minute", "second", "day"})
_FARTHEST = 130
"""So many characters lie at most between the numbers and their quotient."""
_FAR = 400
_HALF = Decimal("0.5")

_LINKS = WordList(__file__, "links")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_PARTIAL = worded(__file__, r"\b{partial}(?: of)?(?: the| its| their)?(?: [a-z]+)? $")
_MEAN = worded(__file__, r"\b{mean}\b")
_SO_MANY = worded(__file__, r"\b{population} $")
_WORD = regex(r"\w+(?:[’'.-]\w+)*")
_CLAUSE = regex(r"[,;:(–—]|\. ")
_MAKES = worded(__file__, r"\b{makes}\b")
_OPENED = worded(__file__, r"(?:{averaging}|(?:[Ww]ith|[Aa]t) an? (?:[a-z]+ ){1,3}of)(?: about| some| only| just)? ")
_ANOTHER = worded(__file__, r" (?:{elsewhere}|in (?:the|18|19|20))\b")
_OF_A_PART = regex(r" of (?!land\b|territory\b|ground\b|which\b|the\b|its\b)[a-z]")
_TO_THE = worded(
    __file__,
    r" (?:{inhabitants} )?(?:to|for|on|in|per) (?:the|every|each|one|a) square (?P<unit>kilometre|kilometer|mile)\b",
)
_INHABITANTS = worded(__file__, r"{inhabitants}\b")
_NO_STOP = regex(
    r"\bwithout (?:an? |any |one )?(?:[a-z]+ )?(?:stop|stops|stopping|halt|halting|change|break|rest|refuelling)\b"
)
_SUBJECT = regex(r"^ (?:the|this|its|his|her) [a-z]+ (?:reached|had|made|kept|held|managed|achieved|maintained) ")
_BLOWN = worded(__file__, r"\b{blown}\b")
_PLACE = worded(__file__, r"\b(?:{places})\b|(?<=[a-z,] )[A-Z][a-z]+")
_PART_OF_IT = worded(__file__, r"\b{parts}\b")
_NOW = worded(__file__, r"\b{now}\b")
_OF_PEOPLE = worded(__file__, r"\b{inhabitants}\b|\bpopulation density\b|\bdensity of population\b")


class Rate(NamedTuple):
    """What is divided by what, the quotient as stated and as made, in the stated unit; ``real`` is unrounded.

    ``near`` marks numbers of one sentence.
    """

    top: Claim
    below: Claim
    stated: Claim
    made: Bounds
    said: Bounds
    real: Decimal
    near: bool


def rates(article: Article) -> Iterator[Rate]:
    """Every quotient that is told with the two numbers it is made of."""
    for stated in _quotients(article):
        given, claims = _operands(article, stated)
        if given is None or _told_before(claims, given, stated) or _of_another(article, given, stated):
            continue
        inside = sorted((claim for claim in given if claim in claims), key=lambda claim: claim.span)
        if _tied(article, inside, stated):
            yield from _rate(article, *given, stated, near=len(inside) == len(given))


def dense_sentences(article: Article) -> Iterator[Claim]:
    """Every density of people in a sentence that names no other place than the article's and no part of it."""
    for stated in _quotients(article):
        block = article.page.block_at(stated.span.start)
        if _is_speed(stated) or block is None or block.form is not Form.PARAGRAPH or _apart(article, stated):
            continue
        sentence = sentence_at(article, stated.span.start)
        behind = gap(article, stated.span.start, sentence.end).partition(",")[0]
        told = gap(article, sentence.start, stated.span.start) + without_concession(behind)
        if not _OF_PEOPLE.search(told) or not _sound(told) or _PART_OF_IT.search(told):
            continue
        alone = not any(map(_is_area, claims_in(article, sentence))) and not _ANOTHER.match(_tail(article, stated))
        if alone and _of_one_place(article, stated, stated):
            yield stated


def part_of_it(article: Article, at: int) -> bool:
    """Whether a sentence says that its density is of a part: "reckoned on the land alone"."""
    return _PART_OF_IT.search(gap(article, *sentence_at(article, at))) is not None


def _is_area(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and _is(claim.value, "[length] ** 2")


def _of_another(article: Article, given: tuple[Claim, Claim], stated: Claim) -> bool:
    """Whether a number is told of a part, or the quotient of something else."""
    return any(_apart(article, claim) for claim in given) or _ANOTHER.match(_tail(article, stated)) is not None


def _operands(article: Article, stated: Claim) -> tuple[tuple[Claim, Claim] | None, list[Claim]]:
    """What a quotient is made of, in its sentence or in that and the one before, and the readings there."""
    around = sentence_at(article, stated.span.start)
    given, claims = _in(article, around, stated)
    broken = article.page.prose.text[around.start - 1 : around.start] in ("\n", GAP, "")
    if broken or (given is not None and any(claim in claims for claim in given)):
        return given, claims
    with_last = ProseSpan(around.start - len(left(article, max(around.start - 1, 0), _FAR)) - 1, around.end)
    further, earlier = _in(article, with_last, stated)
    if further is None or any(map(_is_quotient, earlier)):
        return given, claims  # the sentence before has a quotient of its own
    return further, earlier


def _in(article: Article, span: ProseSpan, stated: Claim) -> tuple[tuple[Claim, Claim] | None, list[Claim]]:
    told = claims_in(article, span)
    claims = [claim for claim in told if not _restated(article, claim) and not _within(claim, stated)]
    return (_speed if _is_speed(stated) else _density)(article, claims, stated), claims


def _told_before(claims: list[Claim], given: tuple[Claim, Claim], stated: Claim) -> bool:
    """Whether another quotient stands between the numbers and the one stated."""
    first = min(claim.span.start for claim in given)
    return any(_is_quotient(claim) and first < claim.span.start < stated.span.start for claim in claims)


def _within(claim: Claim, stated: Claim) -> bool:
    return stated.span.start <= claim.span.start < stated.span.end


def _is_quotient(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Quantity) and (value.unit in _SPEEDS or value.unit.startswith("1 / "))


def _quotients(article: Article) -> Iterator[Claim]:
    """Readings of a speed or of a density, "120 to the square kilometre" too."""
    for claim in article.claims_by_kind.get("quantity", ()):
        if _is_quotient(claim) and not claim.parts and not claim.quoted and not _again(article, claim):
            yield claim
    for at in occurrences(article, ("square kilometre", "square kilometer", "square mile")):
        number = before(article, at, 36)
        found = _TO_THE.match(right(article, number.span.end, 60)) if number is not None else None
        if number is not None and isinstance(number.value, Number) and found is not None and not number.quoted:
            unit = "1 / mile ** 2" if found["unit"] == "mile" else "1 / kilometer ** 2"
            span = ProseSpan(number.span.start, number.span.end + found.end())
            yield number._replace(span=span, value=Quantity(number.value.amount, unit))


def _restated(article: Article, claim: Claim) -> bool:
    """Whether a reading stands in brackets, where it states another one again."""
    return article.page.prose.text[claim.span.start - 1 : claim.span.start] == "("


def _again(article: Article, stated: Claim) -> bool:
    """Whether a quotient stands in brackets behind the same in another unit."""
    other = before(article, stated.span.start, 3) if _restated(article, stated) else None
    return other is not None and isinstance(other.value, Quantity) and "/" in other.value.unit


def _is_speed(stated: Claim) -> bool:
    return isinstance(stated.value, Quantity) and stated.value.unit in _SPEEDS


def _tail(article: Article, claim: Claim) -> str:
    return without_concession(right(article, claim.span.end, _FAR))[:24]


def _apart(article: Article, claim: Claim) -> bool:
    """Whether a number is told of a part, as a range or by somebody else: "the last 20 km", "12 km2 of forest"."""
    lead, size = left(article, claim.span.start, 24), isinstance(claim.value, Quantity)
    return (
        claim.quoted
        or bool(claim.parts)
        or _PARTIAL.search(lead) is not None
        or (size and _OF_A_PART.match(_tail(article, claim)) is not None)
    )


def _tied(article: Article, inside: list[Claim], stated: Claim) -> bool:
    """Whether the words between the numbers and the quotient make it theirs."""
    if not inside:
        return False
    first, last = inside[0].span, inside[-1].span
    if last.end <= stated.span.start <= last.end + _FARTHEST:
        told = gap(article, last.end, stated.span.start)
        between_them = without_concession(gap(article, first.start, stated.span.start))
        around = _NO_STOP.sub("", between_them) + _tail(article, stated)
        if not _is_speed(stated) and (_PART_OF_IT.search(told) or (_NOW.search(told) and _dated(article, first.start))):
            return False
        tied = _of_them(article, told, stated) or _of_the_place(article, inside, told, stated)
        return _sound(around) and tied
    if stated.span.end <= first.start <= stated.span.end + _FARTHEST:
        told = gap(article, stated.span.end, first.start)
        lead = left(article, stated.span.start, 60)
        opened = _OPENED.fullmatch(lead) is not None
        around = gap(article, stated.span.start, last.end) + _tail(article, inside[-1])
        meant = _closed(told) and _mean(article, "", stated) and not _BLOWN.search(lead)
        return _sound(around) and (opened or meant)
    return False


def _dated(article: Article, at: int) -> bool:
    """Whether the sentence of the numbers tells a date."""
    return any(isinstance(claim.value, Date) for claim in claims_in(article, sentence_at(article, at)))


def _of_them(article: Article, told: str, stated: Claim) -> bool:
    """Whether the last clause before a quotient has only words that tie it to the numbers before it."""
    clause = _CLAUSE.split(told)[-1]
    apposed = clause is not told and not clause.strip()
    if _is_speed(stated) and _MEAN.search(clause):
        clause = _SUBJECT.sub(" ", clause)
    return _closed(clause) and (apposed or _mean(article, clause, stated) or _MAKES.search(clause) is not None)


def _of_the_place(article: Article, inside: list[Claim], told: str, stated: Claim) -> bool:
    """Whether a density of people is told of no other place than its numbers, though in other words."""
    if any(
        isinstance(claim.value, Date) for claim in claims_in(article, ProseSpan(inside[-1].span.end, stated.span.start))
    ):
        return False
    if _is_speed(stated) or _PART_OF_IT.search(told) or _OF_A_PART.match(_tail(article, stated)):
        return False
    lead = article.page.lead[0].span.start if article.page.lead else 0
    first = inside[0].span.start
    opened = right(article, lead, min(_FAR, max(first - lead, 0)))
    known = left(article, first, _FAR) + opened + article.page.title
    named = {place.lower() for place in _PLACE.findall(told)}
    return named <= {place.lower() for place in _PLACE.findall(f" {known}")}


def _closed(words: str) -> bool:
    return all(word in _LINKS for word in _WORD.findall(words.lower()))


def _mean(article: Article, clause: str, stated: Claim) -> bool:
    """Whether a quotient is said to be a mean: a density is one in any case."""
    around = clause or left(article, stated.span.start, 30)
    return not _is_speed(stated) or _MEAN.search(f"{around} {_tail(article, stated)}") is not None


def _sound(words: str) -> bool:
    return not (GAP in words or "\n" in words or _DOUBT.search(words))


def _speed(_: Article, claims: list[Claim], __: Claim) -> tuple[Claim, Claim] | None:
    lengths = [claim for claim in claims if isinstance(claim.value, Quantity) and _is(claim.value, "[length]")]
    times = [claim for claim in claims if isinstance(claim.value, Duration) and claim.value.unit in _HOURS]
    return (lengths[0], times[0]) if len(lengths) == 1 == len(times) else None


def _density(article: Article, claims: list[Claim], stated: Claim) -> tuple[Claim, Claim] | None:
    areas = [claim for claim in claims if isinstance(claim.value, Quantity) and _is(claim.value, "[length] ** 2")]
    counts = _counts(article, claims)
    if _OF_PEOPLE.search(left(article, stated.span.start, 40) + article.page.prose.text[slice(*stated.span)]):
        areas = areas or _only_area(article, stated)
        counts = counts or _counts_before(article, stated)
    return (counts[0], areas[0]) if len(areas) == 1 == len(counts) else None


def _is(value: Quantity, wanted: str) -> bool:
    return dimension(value.unit) == wanted


def _only_area(article: Article, stated: Claim) -> list[Claim]:
    """The area that the article tells, where it is the only one and the sentence names no other place."""
    quantities = article.claims_by_kind.get("quantity", ())
    areas = [claim for claim in quantities if isinstance(claim.value, Quantity) and _is(claim.value, "[length] ** 2")]
    areas = [claim for claim in areas if not _restated(article, claim)]
    return areas if len(areas) == 1 and _of_one_place(article, areas[0], stated) else []


def _of_one_place(article: Article, area: Claim, stated: Claim) -> bool:
    """Whether the words before a density name no place but those that stand beside the area or open the article."""
    told = _PLACE.findall(left(article, stated.span.start, _FAR))
    lead = article.page.lead[0].span.start if article.page.lead else 0
    known = (left(article, area.span.start, _FAR) if area is not stated else article.page.title) + right(
        article, lead, _FAR
    )
    return {place.lower() for place in told} <= {place.lower() for place in _PLACE.findall(known)}


def _counts_before(article: Article, stated: Claim) -> list[Claim]:
    """The people that the paragraph counts before the sentence of a density, at one time."""
    start = article.page.prose.text.rfind("\n", 0, stated.span.start) + 1
    claims = claims_in(article, ProseSpan(start, stated.span.start))
    dates = [claim for claim in claims if isinstance(claim.value, Date)]
    now = _NOW.search(left(article, stated.span.start, _FAR))
    return [] if len(dates) > 1 or (dates and now) else _counts(article, claims)


def _counts(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The counts of inhabitants, else those of people of any sort."""
    numbers = [claim for claim in claims if isinstance(claim.value, Number)]
    return [claim for claim in numbers if _of_inhabitants(article, claim)] or [
        claim for claim in numbers if isinstance(claim.value, Number) and claim.value.noun and people(claim.value.noun)
    ]


def _of_inhabitants(article: Article, claim: Claim) -> bool:
    assert isinstance(claim.value, Number)
    if claim.value.noun is not None:
        return _INHABITANTS.fullmatch(claim.value.noun) is not None
    told = left(article, claim.span.start, 40), right(article, claim.span.end, 16)
    return _SO_MANY.search(told[0]) is not None or _INHABITANTS.match(told[1].lstrip()) is not None


def _rate(article: Article, top: Claim, below: Claim, stated: Claim, *, near: bool) -> Iterator[Rate]:
    assert isinstance(stated.value, Quantity)
    over, under = amount(top.value), amount(below.value)
    line = between(_unit(top, below), stated.value.unit)
    if line is None or line.inverse or over is None or under is None or not under.value:
        return
    made = ratio(_top(over) if isinstance(top.value, Number) else operand(over), operand(_timed(below, under)))
    said = stated.value.amount
    if said.hedge is Hedge.ABOUT and _MEAN.search(left(article, stated.span.start, 30).lower()):
        said = said._replace(hedge=Hedge.NONE)  # the average is the very thing that is compared
    yield Rate(top, below, stated, line.apply(made), operand(said), line.point(over.value / under.value), near)


def _top(over: Written) -> Bounds:
    """What a count that is divided may be: rounded to its last digit, not cut off as well."""
    told = counted(over)
    return told if told.strict == told.lenient else Bounds(told.strict, operand(over._replace(step=Decimal(1))).lenient)


def _timed(below: Claim, under: Written) -> Written:
    """A time of so many hours is told to the half hour."""
    hours = isinstance(below.value, Duration) and below.value.unit == "hour" and under.step == 1
    return under._replace(step=_HALF) if hours else under


def _unit(top: Claim, below: Claim) -> str:
    """The unit of the quotient, as pint names it."""
    assert isinstance(below.value, Quantity | Duration)
    return f"{top.value.unit if isinstance(top.value, Quantity) else 1} / ({below.value.unit})"
