"""Totals that are told with their parts: "12 ministers: 7 men and 5 women", "40 km2 land, 2 water, together 42"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Quantity
from articles.claims.written import Hedge, Interval
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.added_up import balloted, played, told_behind
from rules.laws.amounts.beside import spoken
from rules.laws.amounts.boxed_sums import boxed_sums
from rules.laws.amounts.opened_lists import included, opened
from rules.laws.amounts.partitions import overlapping, partitions, seated
from rules.laws.bounds import Bounds, bounds, counted, operand, total
from rules.laws.nearby import WIDTH, between, left, right
from rules.laws.nouns import people
from rules.laws.order import amount, sides

_LARGEST = 13
_OF_THEM = regex(r"[^.;:()]{0,40}?,? of (?:which|whom|them|these) (?:about |some )?")
_APPOSED = worded(
    __file__,
    r"(?: [\w'’-]+){1,3} (?:were |was |had )?{harmed}, | (?:long|in length|in extent|in area), "
    r"(?:with )?",
)
_LOOSELY = regex(
    r"(?: (?!and\b|or\b)[\w'’-]+){1,3}(?: (?:for|in|of|on|at|over|to) [\w'’ -]{1,30})?,(?: with)? |(?:,| with|, with) "
)
"""Between a whole and the first of its parts, each of which is told to be of, in, for or by something."""
_ONWARD = regex(r"[^,;.]*?\b(?P<way>by|to|from|for|in|at|on|with|of|through) (?:the )?(?P<first>[\w‘“\"'])")
_CHOSEN = worded(__file__, r"\b{chosen}\b")
_ANOTHER = regex(r"\b(?:another|other|than|each|every|last|first) (?:[a-z]+ )?$")
_OVERLAPS = worded(__file__, r"\b{overlaps}\b")
_NO_JOINT = r"(?!(?:and|or|by|of)\b)"
_WORDS = r"(?: (?!and\b|or\b)[\w'’-]+){0,4}?"
_WAY = regex(
    rf"{_WORDS}(?: (?P<way>by|to|from|for|in|at|on|with|of|through) (?:the )?(?:(?!and\b)[\w'’.-]++ ?){{1,5}}?|"
    rf"(?: {_NO_JOINT}[\w'’-]+){{1,3}})(?:,|;|,? and) (?:the |another )?"
)
"""Between two parts: the same preposition for all, or a noun each."""
_WAY_END = regex(
    rf"{_WORDS}(?: (?P<way>by|to|from|for|in|at|on|with|of|through) |(?: {_NO_JOINT}[\w'’-]+){{1,3}}[.,;)])"
)
_NOUN = r"(?: (?!and\b|or\b|of\b|to\b|in\b|from\b|with\b|for\b|per\b|each\b|every\b|were\b|was\b|including\b)[\w'’-]+)"
_FROM = (
    r"(?: for(?=[,;.]| and)| in favou?r| against| of (?!which\b|whom\b|these\b|them\b|the\b|all\b)[a-z]+"
    r"| (?:from|for|by) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})?"
)
_GENDERS = (
    {"men", "women"},
    {"boys", "girls"},
    {"sons", "daughters"},
    {"males", "females"},
    {"adults", "children"},
    {"passengers", "crew"},
)
"""What shuts each other out and is all there is, so that two of them in apposition are a whole."""
_CREW_OF = regex(r" passengers(?:,|,? and) (?:an? |her |its )?crew of ")
_ARE = regex(r" (?:are|were|is|was) ([a-z]+)\b")
_APPOSITION = regex(r"(?: (?!and\b|or\b)[\w'’-]+){0,2}, (?:namely |that is,? )?")
_DIVIDED = regex(
    r"(?: [\w'’-]+){0,3}?,? (?:divided|split|shared|distributed|apportioned) (?:up )?(?:between|among|amongst) "
    r"(?:the )?[A-Z\w][\w'’. -]{1,40}? (?:with |\()"
)
_SHARER = regex(r"\)?(?: seats| members)?(?:,|;|,? and) (?:the )?[\w'’.][\w'’. -]{1,40}? (?:with |\()")
_JOINT = regex(rf"{_NOUN}{{0,5}}{_FROM}(?:,|;| and|, and|; and| plus) (?:the |another |also )?")
_PAIR_END = regex(rf"{_NOUN}{{0,2}}(?:[,).;]|$| (?:when|who|in|on|aboard|at)\b)")
_DIVIDED_END = regex(r"\)?(?: seats| members)?(?:[.;,]|$)")
_OF_WHICH = regex(r"[^.;:()]{0,20}, of which (?:about )?")
_IS_AND = regex(r" (?:is|are|was|were) [\w -]{1,30},? and (?:about )?")
_IS = regex(r" (?:is|are|was|were)\b| of |[.;,)]")
_HOUSES = worded(__file__, r"\b{houses}\b")
_ALL = regex(r"\b(?:[Aa]ll|[Tt]he|[Ii]ts|[Oo]f the|[Ff]or) $")
_SEATED = WordList(__file__, "seated")
CONVERTED = Decimal("0.005")
"""How far land and water may be from the whole, each of the three converted by itself."""
_NEAR = 30
"""So far apart two sexes are told at most."""
_SHARED = 60
"""So far behind a total the first of its shares stands at most."""
_FAR = 1000
"""So far behind a house its seats may be told."""
_SUMMED = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY, Kind.DURATION)


class Total(NamedTuple):
    """A total and its parts, as told, and both as numbers in one unit. Some parts may be left out where ``open``."""

    whole: Claim
    parts: tuple[Claim, ...]
    stated: Bounds
    added: Bounds


def totals(article: Article) -> Iterator[Total]:
    """Every total that is told with its parts; of several readings of one total the first of those that are closed."""
    seen: set[ProseSpan] = set()
    for found in sorted(_totals(article), key=lambda each: each.stated.strict.low is None):
        if seen.isdisjoint((found.whole.span, *(part.span for part in found.parts))):
            yield found
        seen.update((found.whole.span, *(part.span for part in found.parts)))


def _totals(article: Article) -> Iterator[Total]:
    for kind in _SUMMED:
        measured = kind is not Kind.NUMBER  # its parts may be told without their unit
        claims = [claim for claim in article.once(spoken).get(kind, ()) if not claim.quoted]
        gaps = [between(article, first, second) for first, second in pairwise(claims)]
        for at, (whole, before, joint) in enumerate(zip(claims, [None, *gaps], [*gaps, None], strict=False)):
            found = (
                ((joint or measured) and opened(article, whole))
                or (joint and _told_ahead(article, claims, at, joint))
                or (before and at > 1 and told_behind(article, claims, at, before))
            )
            if found:
                yield from _total(whole, found)
                continue
            shared_out = (_shared_out(article, claims, at, joint) or included(article, whole, joint)) if joint else []
            for shared in _total(whole, shared_out):
                yield shared._replace(stated=_at_most(shared.stated))
    yield from _seats(article)
    yield from _shared(article)
    yield from _areas(article)
    for whole, parts in boxed_sums(article):
        near = (
            abs(_value(whole) - sum(map(_value, parts))) <= _value(whole) * CONVERTED and whole.kind is not Kind.NUMBER
        )
        yield from () if near else _total(whole, parts)


def _shared(article: Article) -> Iterator[Total]:
    """The wholes that passages share out, some parts of which may be left out where nothing says otherwise."""
    for partition in partitions(article):
        for found in _total(partition.whole, list(partition.parts)):
            yield found if partition.complete else found._replace(stated=_at_most(found.stated))


def _told_ahead(article: Article, claims: list[Claim], at: int, joint: str) -> list[Claim]:
    """The parts that a total goes before; ``joint`` stands between it and the first of them."""
    return (
        _of_which(article, claims, at, joint)
        or _both_sexes(article, claims, at, joint)
        or _divided(article, claims, at, joint)
        or played(article, claims, at, joint)
        or balloted(article, claims, at, joint)
    )


def _areas(article: Article) -> Iterator[Total]:
    """Land and water of an infobox, and the area in all, each unit by itself."""
    boxed: dict[tuple[str, str], dict[str, Claim]] = {}
    for fact in article.facts_by_property.get("area", ()):
        if fact.place is Place.INFOBOX and fact.claim is not None and isinstance(fact.value, Quantity):
            claim = fact.claim._replace(kind=Kind.QUANTITY, value=fact.value)
            boxed.setdefault((fact.subject, fact.value.unit), {}).setdefault(fact.scope.basis or "total", claim)
    for told in boxed.values():
        if {"total", "land", "water"} <= told.keys():
            whole, parts = told["total"], [told["land"], told["water"]]
            near = abs(_value(whole) - sum(map(_value, parts))) <= _value(whole) * CONVERTED
            yield from () if near else _total(whole, parts, however_large=True)


def _total(whole: Claim, parts: list[Claim], *, however_large: bool = False) -> Iterator[Total]:
    if not parts:
        return
    both = [sides(part, whole, nouns=False) for part in parts]
    stated, largest = amount(whole.value), max(_value(part) for part in parts)
    if stated is None or any(side is None for side in both):
        return
    if largest >= stated.value * 2 and not however_large:
        return
    added = total([side.first for side in both if side is not None])
    said = counted(stated) if isinstance(whole.value, Number) else bounds(stated)
    if isinstance(whole.value, Number) and said.lenient != said.strict:
        said = Bounds(said.strict, operand(stated).lenient)  # rounded, but not cut off
    yield Total(whole, tuple(parts), said, added)


def _value(claim: Claim) -> Decimal:
    written = amount(claim.value)
    return written.value if written is not None else Decimal(0)


def _onward(
    article: Article, claims: list[Claim], at: int, reach: int, fits: Callable[[Claim, str], bool]
) -> tuple[list[Claim], bool]:
    """The readings from an index on, as long as what stands between them fits, and whether an "and" closes them."""
    parts, closed = [claims[at]], False
    for following in claims[at + 1 : at + _LARGEST]:
        gap = between(article, parts[-1], following, reach)
        if gap is None or not fits(parts[-1], gap):
            break
        closed = " and" in gap or "plus" in gap
        parts.append(following)
    return parts, closed


def _of_which(article: Article, claims: list[Claim], at: int, lead: str) -> list[Claim]:
    """The two parts of "500 km2, of which 420 km2 is land and 80 km2 is water"."""
    if at + 2 >= len(claims) or " of which" not in lead or not _OF_WHICH.fullmatch(lead):
        return []
    first, second = claims[at + 1 : at + 3]
    joint = between(article, first, second, 50)
    if not joint or not _IS_AND.fullmatch(joint):
        return []
    return [first, second] if _IS.match(right(article, second.span.end, 40)) else []


def _both_sexes(article: Article, claims: list[Claim], at: int, gap: str) -> list[Claim]:
    """The two parts of "16 ministers, 11 men and 5 women", whose nouns shut each other out."""
    if at + 2 >= len(claims) or len(gap) > _NEAR or not _peopled(claims[at]) or not _APPOSITION.fullmatch(gap):
        return []
    parts = claims[at + 1 : at + 3]
    nouns = {claim.value.noun for claim in parts if isinstance(claim.value, Number)}
    joint = between(article, parts[0], parts[1], _NEAR)
    if nouns not in _GENDERS and not (joint and _CREW_OF.fullmatch(joint)):
        return []
    if joint is not None and _CREW_OF.fullmatch(joint):
        return parts
    return parts if joint is not None and _JOINT.fullmatch(joint) and _PAIR_END.match(_tail(article, parts)) else []


def _tail(article: Article, parts: list[Claim]) -> str:
    return right(article, parts[-1].span.end)


def _divided(article: Article, claims: list[Claim], at: int, gap: str) -> list[Claim]:
    """The parts of "35 seats are divided between Labour with 14, the Liberals with 11 and independents with 8"."""
    if (" between " not in gap and " among" not in gap) or not _DIVIDED.fullmatch(gap):
        return []
    parts, closed = _onward(article, claims, at + 1, WIDTH, lambda _, gap: _SHARER.fullmatch(gap) is not None)
    return parts if closed and _DIVIDED_END.match(_tail(article, parts)) else []


def _shared_out(article: Article, claims: list[Claim], at: int, opening: str) -> list[Claim]:
    """Parts that shut each other out and need not be all: "60 seats, of which 35 are held by A, 18 by B and 9 by C"."""
    of_them = " of " in opening and _OF_THEM.fullmatch(opening)
    told = len(opening) <= _SHARED and (of_them or (", " in opening and _APPOSED.fullmatch(opening)))
    loosely = not told and ("," in opening or " with" in opening) and _LOOSELY.fullmatch(opening) is not None
    if not told and not loosely:
        return []
    parts, way, closed = [claims[at + 1]], None, False
    behind = []
    for following in claims[at + 2 : at + _LARGEST]:
        gap = between(article, parts[-1], following, 70)
        found = _WAY.fullmatch(gap) if gap is not None else None
        if gap is None or found is None or (way is not None and found["way"] != way):
            break
        way, closed = found["way"], " and " in found[0]
        behind.append(gap)
        parts.append(following)
    tail = _WAY_END.match(right(article, parts[-1].span.end))
    if not closed or len(parts) < 2 or tail is None or overlapping(article, parts[-1]):
        return []
    if tail["way"] != way and not (way and tail["way"] and _CHOSEN.search(opening + behind[0])):
        return []
    if loosely:
        listed = way is None or f" {way} " in opening or _one_of_list(article, claims, at)
        return parts if not listed and _loosely_apart(article, claims[at], parts, behind) else []
    if way is None and not all(_peopled(claim) for claim in (claims[at], *parts)):
        things = {found[1] for each in (*behind, tail[0]) if (found := _ARE.match(each)) is not None}
        return parts if _peopled(claims[at]) and things in _GENDERS else []
    return parts


def _one_of_list(article: Article, claims: list[Claim], at: int) -> bool:
    """Whether a number of the same sort stands before a whole in its sentence, so that all may be one list."""
    reach = len(left(article, claims[at].span.start, 300))
    return at > 0 and claims[at - 1].span.end >= claims[at].span.start - reach


def _loosely_apart(article: Article, whole: Claim, parts: list[Claim], behind: list[str]) -> bool:
    """Whether parts in apposition are all of, in or by things of one sort: "121 in the league and 52 in the cup"."""
    tail = right(article, parts[-1].span.end, 60)
    counts = isinstance(whole.value, Number)
    if counts and (whole.value.noun is None or any(part.value.noun is not None for part in parts)):  # type: ignore[union-attr]
        return False
    found = [_ONWARD.match(each) for each in (*behind, tail)]
    sorts = {_sort_of(each["first"]) for each in found if each is not None}
    amounts = [each for claim in (whole, *parts) if (each := amount(claim.value)) is not None]
    exact = all(each.hedge is Hedge.NONE and (not counts or each.value % 1 == 0) for each in amounts)
    opening = right(article, whole.span.end, parts[0].span.start - whole.span.end)
    doubt = _OVERLAPS.search(" ".join((opening, *behind, tail))) or _ANOTHER.search(left(article, whole.span.start, 24))
    return exact and all(found) and len(sorts) == 1 and doubt is None and not any(part.parts for part in parts)


def _sort_of(letter: str) -> str:
    return "digit" if letter.isdecimal() else "name" if letter.isupper() else "word"


def _peopled(claim: Claim) -> bool:
    """Whether what is counted are people."""
    return isinstance(claim.value, Number) and claim.value.noun is not None and people(claim.value.noun)


def _seats(article: Article) -> Iterator[Total]:
    """A house of so many seats and the parties' seats told after it, which may be fewer but not more."""
    counts = article.claims_by_kind.get("number", ())
    house: Claim | None = None
    for claim in counts:
        noun = claim.value.noun if isinstance(claim.value, Number) else None
        if noun in _SEATED and _in_a_house(article, claim):
            house = claim
        elif noun == "seats" and house is not None and claim.span.start - house.span.end < _FAR:
            partition = seated(article, house, claim)
            for found in _total(house, list(partition.parts)) if partition is not None else ():
                yield found if partition and partition.complete else found._replace(stated=_at_most(found.stated))
            house = None


def _in_a_house(article: Article, claim: Claim) -> bool:
    """Whether seats are those of a house: "the assembly has 48 seats", "all 48 seats in the assembly"."""
    lead = left(article, claim.span.start, 60)
    if _HOUSES.search(lead.lower()):
        return True
    return _ALL.search(lead) is not None and _HOUSES.search(right(article, claim.span.end, 50).lower()) is not None


def _at_most(value: Bounds) -> Bounds:
    """A total of which some parts may be left out."""
    return Bounds(Interval(None, value.strict.high), Interval(None, value.lenient.high))
