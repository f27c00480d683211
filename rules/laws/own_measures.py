"""What an article tells of its own subject in numbers, where no property is kept: its span, its crew, its cost.

A statement is read where the sentence speaks of the subject by its name, its noun ("the bridge") or a pronoun; words
of another time, another extent or a plan make it one that is compared with no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money, Number, Quantity
from articles.page import Block, Form, Place
from articles.regex import regex
from rules.laws.agreement import values
from rules.laws.measured_subject import ATTENDANCE, HEDGE, Subject, own_measures, speaks, subject_of
from rules.laws.nearby import claims_in, left, right
from rules.laws.order import amount
from rules.rule import Outcome

LONGEST = 240
_NEAR = 100
"""So many characters before a number stand its verb and the hedges behind that."""
_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})
_PLACES = (Place.LEAD, Place.BODY)
_LENGTHS = ("meter", "kilometer", "foot", "mile", "centimeter", "yard", "inch", "millimeter")
_SQUARES = ("kilometer ** 2", "mile ** 2", "hectare", "acre", "meter ** 2", "foot ** 2")
_CUBES = ("kilometer ** 3", "meter ** 3", "liter", "foot ** 3", "acre_foot")
_WEIGHTS = ("metric_ton", "long_ton", "ton", "kilogram", "pound", "liter", "kilowatt_hour")
_UNITS = {
    "length": _LENGTHS, "length overall": _LENGTHS, "main span": _LENGTHS, "height": _LENGTHS, "width": _LENGTHS,
    "maximum width": _LENGTHS, "maximum depth": _LENGTHS, "mean depth": _LENGTHS, "depth": _LENGTHS, "beam": _LENGTHS,
    "draught": _LENGTHS, "wingspan": _LENGTHS, "diameter": _LENGTHS, "elevation": _LENGTHS, "area": _SQUARES,
    "volume": _CUBES, "floor area": _SQUARES, "output": _WEIGHTS, "mass": _WEIGHTS, "clearance": _LENGTHS,
    "range": (*_LENGTHS, "nautical_mile"), "fall": _LENGTHS, "circumference": _LENGTHS,
}  # fmt: skip
_SORTS = {"length": _LENGTHS, "area": _SQUARES, "volume": _CUBES}
_YEARLY = frozenset(
    ("turnover", "output", "volumes", "documents", "objects", "visitors", "passengers", "employees", "students")
)
"""What changes every year, so that two numbers of it are of one only where both tell the year."""
_YEAR_AHEAD = regex(r"^(?:In|By|During|As of|At the end of|At its peak in) (?:the year )?([0-9]{4})\b")
_YEAR_BEHIND = regex(r"(?: (?!in\b|and\b|was\b|were\b|which\b)[\w'’-]+){0,4} in ([0-9]{4})\b")
_YEAR_OF = regex(
    r"\b(?:[Oo]utput|[Pp]roduction|[Tt]urnover|[Cc]atch|[Hh]arvest)(?: of [a-z]+)? (?:in|of|for) ([0-9]{4}) "
)
_NARROWED = regex(r"(?: [a-z]+)? (?:from|by|for|with|that|who|dating|made|built|given)\b")
"""Behind what is counted: it is some of its sort only."""
_GOODS = regex(r" of ([a-z]{3,})\b")
_DID = "did "
_WAYS = ("course", "distance")
_SUPERLATIVE = regex(r"[^.;()]{0,60}? is (?:the|one of the) (?:[a-z]+[ -])?([a-z]+est)\b")
_SORT = regex(r" (?:is|was) an? ")
_ITS_PART = regex(r"(?:Its|Her) (?:[a-z]+ ){1,3}")
_ABLE = regex(
    r"\bcould (?=take |carry |hold |seat |accommodate |sleep |house )|\bbefore (?=an? (?:crowd|attendance|gate) )|"
    r"\bafter (?=an? (?:course|distance) )|\b(?:today|currently) (?=has |offers |holds |houses |comprises |contains )"
)
"""Words of another time that are none where they stand."""
_PRESENT = regex(r"\b(?:holds|contains|comprises|consists of|is made up of|seats|numbers|carries|has) [^.;:()]{0,24}$")
_IS = (
    r"(?: on [a-z]+ing)?(?: of| is| was| were| stands at| stood at| numbers| numbered| measures| measured|"
    r" came to| comes to| reached| totals| totalled| amounted to|,? (?:which )?at|, which (?:is|was|measures)|,|:)"
)


class Measure(NamedTuple):
    """A number that the article tells of its own subject: of what, and of which year if any."""

    key: str
    claim: Claim
    year: str | None
    goods: str | None = None


def retold_measures(article: Article) -> tuple[tuple[Measure, Measure], ...]:
    """Each number told of the subject with the first one of the same sort and year; for :meth:`Article.once`."""
    firsts: dict[tuple[str, str | None], tuple[Measure, int]] = {}
    found = []
    for number, measure in enumerate(article.once(told_measures)):
        key = (measure.key, measure.year)
        earlier = firsts.setdefault(key, (measure, number))[0]
        same = not earlier.goods or not measure.goods or earlier.goods == measure.goods
        apart = earlier.claim.span.end + 1 < measure.claim.span.start
        if earlier is not measure and same and apart and not _one_wording(article, earlier, measure):
            found.append((earlier, measure))
    return tuple(found)


def _one_wording(article: Article, first: Measure, second: Measure) -> bool:
    """Whether a sentence was told twice, which is a fault of its own."""
    sentences = (left(article, each.claim.span.start, LONGEST) for each in (first, second))
    behind = (right(article, each.claim.span.end, LONGEST) for each in (first, second))
    return len(set(sentences)) == len(set(behind)) == 1


def agree(first: Measure, second: Measure) -> Outcome:
    """Whether two numbers of one thing agree."""
    return values(first.claim.value, second.claim.value)


def too_far(first: Measure, second: Measure, factor: int) -> bool:
    """Whether two numbers are so far apart that they will hardly be meant of one thing."""
    one, other = amount(first.claim.value), amount(second.claim.value)
    if one is None or other is None or agree(first, second) is Outcome.INCOMPARABLE:
        return True
    low, high = sorted((abs(one.value), abs(other.value)))
    same = getattr(first.claim.value, "unit", None) == getattr(second.claim.value, "unit", None)
    return same and high > low * factor


def told_measures(article: Article) -> tuple[Measure, ...]:
    """Each number that the text tells of the subject, in order; for :meth:`Article.once`."""
    return tuple(_measures(article))


def _measures(article: Article) -> Iterator[Measure]:
    subject = subject_of(article)
    if subject is None:
        return
    for block in article.page.blocks:
        if block.form is Form.PARAGRAPH and block.place in _PLACES and not _of_another(article, block, subject):
            for claim in claims_in(article, block.span):
                if claim.kind in _KINDS and not claim.quoted and not claim.parts:
                    measure = _measure(article, block, claim, subject)
                    if measure is not None:
                        yield measure


def _of_another(article: Article, block: Block, subject: Subject) -> bool:
    """Whether a paragraph stands under the heading of another lake, another bridge."""
    if block.section < 0:
        return False
    words = article.page.sections[block.section].title.lower().replace(",", " ").removeprefix("the ").split()
    return len(words) > 1 and not subject.heads.isdisjoint(words)


def _measure(article: Article, block: Block, claim: Claim, subject: Subject) -> Measure | None:
    lead = left(article, claim.span.start, LONGEST)
    behind = right(article, claim.span.end, 60)
    if len(lead) >= LONGEST or not lead.strip():
        return None
    first = claim.span.start - len(lead) == block.span.start and block.place is Place.LEAD
    key = _key(article, claim, lead, behind, subject, first)
    if key is None:
        return None
    told = lead + re.split(r"[,.;:()]", behind)[0]
    if key == "output":
        key = f"{_DID}output {_what(claim)}"
    loose = _words()["other match" if key == ATTENDANCE else "loose"]
    if _WITH.match(behind) or loose.search(_ABLE.sub(" ", told.rpartition("; ")[2].lower())):
        return None
    year = _YEAR_AHEAD.search(lead) or _YEAR_BEHIND.match(behind) or _YEAR_OF.search(lead)
    if (key in _YEARLY or key.startswith(_DID)) and year is None:
        return None
    if key.startswith("holding ") and _NARROWED.match(behind):
        return None
    goods = _GOODS.match(behind)
    return Measure(key, claim, year[1] if year else None, goods[1] if goods else None)


def _key(article: Article, claim: Claim, lead: str, behind: str, subject: Subject, first: bool) -> str | None:
    """What a number is of, if it is told of the subject."""
    known = _words()
    named = known["named"].search(lead) if any(map(lead.__contains__, known["heads"])) else None
    if _of_match(lead, behind, subject) and isinstance(claim.value, Number):
        return ATTENDANCE
    if named is not None and _fits(claim, key := own_measures()["nouns"][named["noun"]]):
        return key if _owned(lead[: named.start()], named, behind, subject, key, first) else None
    adjective = known["adjective"].match(behind)
    if (
        adjective
        and isinstance(claim.value, Quantity)
        and _fits(claim, key := own_measures()["adjectives"][adjective[1]])
    ):
        apposed = subject.apposed.search(lead) or (lead.strip() == "At" and subject.resumed.match(behind[1:]))
        being = known["being"].search(lead)
        told = being and (
            speaks(lead, subject, key, first) or subject.near.search(lead[: being.start()].rstrip() + " ")
        )
        aside = first and lead.endswith(", ") and lead.count(",") == 1 and _SORT.search(lead)
        return key if apposed or told or (aside and speaks(lead, subject, key, first)) else None
    for key, verb in known["verbs"].items() if any(map(lead.__contains__, known["done"])) else ():
        found = verb.search(lead)
        if found and _fits(claim, key):
            before = lead[: found.start()]
            near = subject.near.search(before) or subject.which.search(before)
            return key if near or speaks(lead, subject, key, first) or subject.relative.search(lead) else None
    if isinstance(claim.value, Quantity) and (found_key := _opened(claim, lead, behind, subject)):
        return found_key
    if claim.kind is Kind.NUMBER and (opened := known["opening"].fullmatch(lead)) and subject.resumed.match(behind):
        return f"holding {_what(claim)}" if opened and _what(claim) else None
    counted, by_verb = _counted(claim, lead, subject, first), _by_verb(claim, lead, subject, first)
    lasting = by_verb is not None and not by_verb.startswith(_DID)
    return by_verb if counted is None or (lasting and _PRESENT.search(lead)) else counted


def _opened(claim: Claim, lead: str, behind: str, subject: Subject) -> str | None:
    """What a quantity is of by what opens its sentence, or by a superlative behind it."""
    opening = lead.strip()
    if opening == "At":
        told = _SUPERLATIVE.match(behind) if subject.resumed.match(behind) else None
        key = own_measures()["superlatives"].get(told[1]) if told else None
        return str(key) if key and _fits(claim, key) else None
    measuring: dict[str, list[str]] = own_measures()["measuring"]
    fits = (key for key, words in measuring.items() if opening in words and _fits(claim, key))
    return next(fits, None) if subject.resumed.match(behind) else None


def _of_match(lead: str, behind: str, subject: Subject) -> bool:
    """Whether a number is that of those who saw the match that an article is on."""
    if subject.heads.isdisjoint(_words()["matches"]):
        return False
    return _words()["seen"].search(lead) is not None or _words()["saw"].match(behind) is not None


def _by_verb(claim: Claim, lead: str, subject: Subject, first: bool) -> str | None:
    """What the verb right before a number says of the subject, with what it counts or measures."""
    found = _words()["by_verb"].search(lead, max(len(lead) - _NEAR, 0))
    what = _what(claim) if found is not None else None
    if found is None or what is None:
        return None
    if found[1] in ("has", "had") and (found[1] == "had") is not subject.past:
        return None
    if found[1] in own_measures()["counted"]["verbs"] and not isinstance(claim.value, Number):
        return None
    before = lead[: found.start()]
    told = speaks(before, subject, "", first) or subject.which.search(before) or subject.near.search(before)
    told = told or (found[1].endswith(" for") and _ITS_PART.fullmatch(before))
    row = _words()["rows"][found[1]]
    return f"{row} {what}" if told else None


def _what(claim: Claim) -> str | None:
    """What a number is of: the noun that it counts, the sort of its unit, its currency."""
    match claim.value:
        case Number(noun=noun) if noun is not None:
            return noun.rsplit(" ", 1)[-1]
        case Quantity(unit=unit):
            return next((name for name, units in _SORTS.items() if unit in units), unit)
        case Money(currency=currency):
            return currency
        case _:
            return None


def _counted(claim: Claim, lead: str, subject: Subject, first: bool) -> str | None:
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    key = _words()["counts"].get(noun) if noun else None
    if key is None or not _words()["counting"][key].search(lead):
        return None
    return key if speaks(lead, subject, key, first) else None


def _fits(claim: Claim, key: str) -> bool:
    """Whether a number may be of a sort: a length in metres, a cost in money, a crew in men."""
    value = claim.value
    if key == "turnover":
        return isinstance(value, Money)
    if key == "cost":
        return isinstance(value, Money) or (isinstance(value, Number) and value.noun is not None)
    if key in _UNITS:
        return isinstance(value, Quantity) and value.unit in _UNITS[key]
    if key == "capacity":
        return isinstance(value, Number) or (isinstance(value, Quantity) and value.unit in _CUBES)
    return isinstance(value, Number) or key == "displacement"


def _owned(before: str, named: re.Match[str], behind: str, subject: Subject, key: str, first: bool) -> bool:
    """Whether a measure with its name is the subject's: "its length", "the lake's volume", "it has a length of"."""
    owner = named["owner"] or ""
    if subject.possessive.search(owner.strip()):
        return True
    if named["of"] is not None:
        return subject.noun.fullmatch(named["of"]) is not None
    if key in _YEARLY and not before.strip() and not owner:
        return True
    if before.strip() in ("With", "At") and (key == "elevation" or subject.resumed.match(behind)):
        return True
    if subject.given.search(before):
        return True
    held = _words()["holding"].search(before) or (named["noun"] in _WAYS and before.endswith((", ", " after ")))
    if not held:
        return owner.strip().lower() == "the" and key in own_measures()["unique"]["keys"] and not before.strip()
    return speaks(before, subject, key, first)


_WITH = regex(r"(?: [a-z]+)?,? (?:with|including|counting|excluding|without) (?:its|the|her)\b")


@cache
def _words() -> dict[str, Any]:
    table = own_measures()
    nouns = "|".join(sorted(table["nouns"], key=len, reverse=True))
    rows = {verb: name for name, listed in table["states"].items() for verb in listed}
    rows |= {verb: f"{_DID}{name}" for name, listed in table["does"].items() for verb in listed}
    verbs = {key: regex(rf"\b(?:{'|'.join(words)}) {HEDGE}$") for key, words in table["verbs"].items() if words}
    return {
        "named": regex(
            rf"(?P<owner>\b(?:[Ii]ts|[Hh]er|[Tt]he|an?|(?:[\w'’.-]{{1,20}} ){{0,3}}[\w.-]{{1,20}}['’]s) )?"
            rf"(?P<noun>{nouns})(?: of (?P<of>the [a-z]+|it))?"
            rf"(?:(?: of [a-z]+)? (?:in|for) (?:the year )?[0-9]{{4}})?{_IS} {HEDGE}$"
        ),
        "heads": _shortest(noun.split(" ")[-1] for noun in table["nouns"]),
        "done": _shortest(word for words in table["verbs"].values() for word in words),
        "holding": regex(r"\b(?:with|has|had|have|having|of|at|to|carried|reaches|reached|over)(?: a| an)? ?$"),
        "being": regex(rf"\b(?:is|was|are|were|measures|measured|stands|stood|At|at) {HEDGE}$"),
        "adjective": regex(rf"[ -]({'|'.join(table['adjectives'])})\b(?! (?:and|by) [0-9])"),
        "verbs": verbs,
        "counts": {noun: key for key, listed in table["counts"].items() for noun in listed},
        "counting": {key: regex(rf"\b(?:{'|'.join(words)}) {HEDGE}$") for key, words in table["counting"].items()},
        "by_verb": regex(rf"(?<=[a-z ]\s)({'|'.join(rows)}) {HEDGE}$"),
        "rows": rows,
        "opening": regex(rf"(?:{'|'.join(table['opening']['words'])}) {HEDGE}"),
        "matches": frozenset(table["match"]["heads"]),
        "other match": regex(rf"\b(?:{'|'.join(table['match']['others'])})\b"),
        "seen": regex(rf"\b(?:{'|'.join(table['match']['seen'])}) {HEDGE}$"),
        "saw": regex(rf"(?: [a-z]+)? (?:{'|'.join(table['match']['saw'])})\b"),
        "loose": regex(rf"\b(?:{'|'.join(table['loose']['words'].split())})\b"),
    }


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that hold another: a text with any of them has one of these."""
    listed = sorted(set(words), key=lambda word: (len(word), word))
    return tuple(word for at, word in enumerate(listed) if not any(other in word for other in listed[:at]))
