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
from articles.words import data_file
from rules.laws.agreement import values
from rules.laws.nearby import claims_in, left, right
from rules.laws.order import amount
from rules.rule import Outcome

LONGEST = 240
_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})
_THINGS = frozenset(("generic", "organization"))
"""The kinds of article whose subject is one thing, and not a country or a person."""
_FRONT = frozenset(("lake", "mount", "fort", "cape", "castle", "river", "port"))
_PLACES = (Place.LEAD, Place.BODY)
_LENGTHS = ("meter", "kilometer", "foot", "mile", "centimeter", "yard", "inch", "millimeter")
_SQUARES = ("kilometer ** 2", "mile ** 2", "hectare", "acre", "meter ** 2", "foot ** 2")
_CUBES = ("kilometer ** 3", "meter ** 3", "liter", "foot ** 3", "acre_foot")
_WEIGHTS = ("metric_ton", "long_ton", "ton", "kilogram", "pound", "liter", "kilowatt_hour")
_UNITS = {
    "length": _LENGTHS, "length overall": _LENGTHS, "main span": _LENGTHS, "height": _LENGTHS, "width": _LENGTHS,
    "maximum width": _LENGTHS, "maximum depth": _LENGTHS, "mean depth": _LENGTHS, "depth": _LENGTHS, "beam": _LENGTHS,
    "draught": _LENGTHS, "wingspan": _LENGTHS, "diameter": _LENGTHS, "elevation": _LENGTHS, "area": _SQUARES,
    "volume": _CUBES, "floor area": _SQUARES, "output": _WEIGHTS,
}  # fmt: skip
_SORTS = {"length": _LENGTHS, "area": _SQUARES, "volume": _CUBES}
_YEARLY = frozenset(
    ("turnover", "output", "volumes", "documents", "objects", "visitors", "passengers", "employees", "students")
)
"""What changes every year, so that two numbers of it are of one only where both tell the year."""
_IS_A = regex(r" (?:is|was) (?:an?|the|one of the) ([^,.;()]{3,90})")
_CUT = regex(
    r" (?:of|in|on|at|that|which|for|from|between|across|by|with|near|to|over|built|designed|located|launched)\b|"
    r" [a-z]+ed (?:up|in|by|on|from|at|to|with|for)\b"
)
_YEAR_AHEAD = regex(r"^(?:In|By|During|As of|At the end of|At its peak in) (?:the year )?([0-9]{4})\b")
_YEAR_BEHIND = regex(r"(?: (?!in\b|and\b|was\b|were\b|which\b)[\w'’-]+){0,4} in ([0-9]{4})\b")
_YEAR_OF = regex(
    r"\b(?:[Oo]utput|[Pp]roduction|[Tt]urnover|[Cc]atch|[Hh]arvest)(?: of [a-z]+)? (?:in|of|for) ([0-9]{4}) "
)
_GOODS = regex(r" of ([a-z]{3,})\b")
_DID = "did "
_PRESENT = regex(r"\b(?:holds|contains|comprises|consists of|is made up of|seats|numbers) [^.;:()]{0,24}$")
_HEDGE = r"(?:about |around |some |nearly |almost |only |just |approximately |a total of |up to )*"
_IS = (
    r"(?: on [a-z]+ing)?(?: of| is| was| were| stands at| stood at| numbers| numbered| measures| measured|"
    r" came to| comes to| reached| totals| totalled| amounted to|,|:)"
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
    for number, measure in enumerate(_measures(article)):
        key = (measure.key, measure.year)
        earlier = firsts.setdefault(key, (measure, number))[0]
        same = not earlier.goods or not measure.goods or earlier.goods == measure.goods
        if earlier is not measure and same and earlier.claim.span.end + 1 < measure.claim.span.start:
            found.append((earlier, measure))
    return tuple(found)


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


def _measures(article: Article) -> Iterator[Measure]:
    subject = _subject(article)
    if subject is None:
        return
    for block in article.page.blocks:
        if block.form is Form.PARAGRAPH and block.place in _PLACES and not _of_another(article, block, subject):
            for claim in claims_in(article, block.span):
                if claim.kind in _KINDS and not claim.quoted and not claim.parts:
                    measure = _measure(article, block, claim, subject)
                    if measure is not None:
                        yield measure


def _of_another(article: Article, block: Block, subject: _Subject) -> bool:
    """Whether a paragraph stands under the heading of another lake, another bridge."""
    if block.section < 0:
        return False
    title = article.page.sections[block.section].title.lower()
    return not subject.heads.isdisjoint(title.replace(",", " ").split())


def _measure(article: Article, block: Block, claim: Claim, subject: _Subject) -> Measure | None:
    lead = left(article, claim.span.start, LONGEST)
    behind = right(article, claim.span.end, 60)
    if len(lead) >= LONGEST or not lead.strip():
        return None
    first = claim.span.start - len(lead) == block.span.start and block.place is Place.LEAD
    key = _key(article, claim, lead, behind, subject, first)
    told = lead + re.split(r"[,.;:()]", behind)[0]
    if key == "output":
        key = f"{_DID}output {_what(claim)}"
    if key is None or _WITH.match(behind) or _words()["loose"].search(told.lower()):
        return None
    year = _YEAR_AHEAD.search(lead) or _YEAR_BEHIND.match(behind) or _YEAR_OF.search(lead)
    if (key in _YEARLY or key.startswith(_DID)) and year is None:
        return None
    goods = _GOODS.match(behind)
    return Measure(key, claim, year[1] if year else None, goods[1] if goods else None)


def _key(article: Article, claim: Claim, lead: str, behind: str, subject: _Subject, first: bool) -> str | None:
    """What a number is of, if it is told of the subject."""
    known = _words()
    named = known["named"].search(lead) if any(word in lead for word in known["heads"]) else None
    if named is not None and _fits(claim, key := _table()["nouns"][named["noun"]]):
        return key if _owned(lead[: named.start()], named, behind, subject, key, first) else None
    adjective = known["adjective"].match(behind)
    if adjective and isinstance(claim.value, Quantity) and _fits(claim, key := _table()["adjectives"][adjective[1]]):
        apposed = subject.apposed.search(lead) or (lead.strip() == "At" and subject.resumed.match(behind[1:]))
        return key if apposed or (known["being"].search(lead) and _speaks(lead, subject, key, first)) else None
    for key, found in known["verbs"].items() if any(word in lead for word in known["done"]) else ():
        if found.search(lead) and _fits(claim, key):
            return key if _speaks(lead, subject, key, first) or subject.relative.search(lead) else None
    counted, by_verb = _counted(claim, lead, subject, first), _by_verb(claim, lead, subject, first)
    lasting = by_verb is not None and not by_verb.startswith(_DID)
    return by_verb if counted is None or (lasting and _PRESENT.search(lead)) else counted


def _by_verb(claim: Claim, lead: str, subject: _Subject, first: bool) -> str | None:
    """What the verb right before a number says of the subject, with what it counts or measures."""
    found = _words()["by_verb"].search(lead)
    what = _what(claim) if found is not None else None
    if found is None or what is None:
        return None
    told = _speaks(lead[: found.start()], subject, "", first) or subject.which.search(lead[: found.start()])
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


def _counted(claim: Claim, lead: str, subject: _Subject, first: bool) -> str | None:
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    key = _words()["counts"].get(noun) if noun else None
    if key is None or not _words()["counting"][key].search(lead):
        return None
    return key if _speaks(lead, subject, key, first) else None


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


def _owned(before: str, named: re.Match[str], behind: str, subject: _Subject, key: str, first: bool) -> bool:
    """Whether a measure with its name is the subject's: "its length", "the lake's volume", "it has a length of"."""
    owner = named["owner"] or ""
    if subject.possessive.search(owner.strip()):
        return True
    if named["of"] is not None:
        return subject.noun.fullmatch(named["of"]) is not None
    if key in _YEARLY and not before.strip() and not owner:
        return True
    if before.strip() in ("With", "At") and subject.resumed.match(behind):
        return True
    held = _words()["holding"].search(before)
    if held is None:
        return owner.strip().lower() == "the" and key in ("main span", "crew") and not before.strip()
    return _speaks(before, subject, key, first)


def _speaks(lead: str, subject: _Subject, key: str, first: bool) -> bool:
    """Whether a sentence speaks of the subject, and of nobody else up to the number."""
    opened = subject.opens.match(lead)
    if opened is None:
        stands = _table()["stands_for"].get(key, ())
        return any(re.search(rf"(?:^|, |[0-9] ){re.escape(words)} ", lead.lower()) for words in stands)
    rest = lead[opened.end() :]
    strangers = _PLACED.sub(" ", rest) if first else rest
    return _STRANGER.search(strangers) is None and _TURN.search(rest) is None


_PLACED = regex(r" (?:in|of|on|over|from|at) (?:the )?[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+)*")
_STRANGER = regex(r"[ (][A-Z][a-z]")
_TURN = regex(
    r"\b(?:whose|while|whereas|which|who|where|than|but)\b|"
    r"\band (?:the|its|her|a|an|it|she) (?!(?:total |overall )?(?:length|height|width|area))"
)


_WITH = regex(r"(?: [a-z]+)?,? (?:with|including|counting|excluding|without) (?:its|the|her)\b")
_OPENER = regex(r"(?:[\w’'-]+ ){0,3}?([a-z-]{3,}) (?:of|in|at|on) ")
_LEADING = (
    r"(?:[A-Z][\w'’-]*(?: [\w'’-]+){0,12},|(?:In|By|During|Since|As of) (?:the year )?[0-9]{4},?|"
    r"At its peak in [0-9]{4},?|By [^,.;]{3,40},)"
)
"""What may stand in a sentence before its subject: "Laid down in 1896, she was"."""


_DOES = (
    r"(?=,| (?:[a-z]+(?:s|ed)|had|held|cost|drew|kept|ran|lay|stood|took|rose|at|with|were|are|have|lost|made|sold|"
    r"gave|caught|cover|contain|hold|consist|occupy|extend|turned)\b| ?$)"
)
"""Behind the subject's noun, its verb: not "the mountain hut lies"."""


class _Subject(NamedTuple):
    """The ways in which a sentence names the subject."""

    heads: frozenset[str]
    opens: re.Pattern[str]
    possessive: re.Pattern[str]
    noun: re.Pattern[str]
    resumed: re.Pattern[str]
    relative: re.Pattern[str]
    which: re.Pattern[str]
    apposed: re.Pattern[str]


def _subject(article: Article) -> _Subject | None:
    """The subject of an article on one thing, by its name and by what it is said to be."""
    own = article.parties.own
    lead = next((block for block in article.page.lead if block.form is Form.PARAGRAPH), None)
    if not own or article.kind.name not in _THINGS or article.parties.pair or lead is None:
        return None
    opening = article.page.prose.text[lead.span.start : lead.span.start + 400]
    names = {own, article.page.title.split(",")[0].split(" (")[0]}
    said = _IS_A.search(opening)
    head = _CUT.split(said[1])[0].split(" ")[-1].lower() if said else ""
    words = article.page.title.split(",")[0].split(" (")[0].lower().split(" ")
    opener = _OPENER.match(article.page.title.split(" (")[0].lower())
    heads = {head, words[-1], *({words[0]} & _FRONT), *({opener[1]} if opener else ())} - {""}
    heads |= {name for name, sorts in _table()["called"].items() if heads & set(sorts.split())}
    nouns = "|".join(re.escape(word) for word in sorted(heads) if len(word) > 2)
    names |= {name[0].lower() + name[1:] for name in names}
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return _patterns(
        frozenset(heads), f"(?:[Tt]he )?(?:{named})", f"(?:[Tt]he|[Tt]his|[Hh]is|[Tt]heir) (?:{nouns or 'subject'})"
    )


def _patterns(heads: frozenset[str], named: str, noun: str) -> _Subject:
    who = rf"(?:(?:{named}|{noun}){_DOES}|(?:[Ii]t|[Ss]he)\b)"
    lowered = rf"(?:(?:{named}|{noun}){_DOES}|(?:it|she)\b)"
    return _Subject(
        heads,
        regex(rf"(?:In all )?{who}|{_LEADING} {lowered}"),
        regex(rf"\b(?:[Ii]ts|[Hh]er|(?:{named}|{noun})['’]s)$"),
        regex(rf"(?:{named}|{noun}|it)"),
        regex(rf"[^.;:()]{{0,30}}?, {lowered}\b"),
        regex(rf"\b{noun}, which (?:holds|held|contains|covers|covered|cost|stores) {_HEDGE}$"),
        regex(rf"(?:^|[,;] )(?:{named}|{noun}), (?:which|that) (?:now |still )?$"),
        regex(rf"(?:^|[,;] )(?:{named}|{noun}),(?: at)? {_HEDGE}$"),
    )


@cache
def _words() -> dict[str, Any]:
    table = _table()
    nouns = "|".join(sorted(table["nouns"], key=len, reverse=True))
    rows = {verb: name for name, listed in table["states"].items() for verb in listed}
    rows |= {verb: f"{_DID}{name}" for name, listed in table["does"].items() for verb in listed}
    verbs = {key: regex(rf"\b(?:{'|'.join(words)}) {_HEDGE}$") for key, words in table["verbs"].items() if words}
    return {
        "named": regex(
            rf"(?P<owner>\b(?:[Ii]ts|[Hh]er|[Tt]he|an?|(?:[\w'’.-]{{1,20}} ){{0,3}}[\w.-]{{1,20}}['’]s) )?"
            rf"(?P<noun>{nouns})(?: of (?P<of>the [a-z]+|it))?"
            rf"(?:(?: of [a-z]+)? (?:in|for) (?:the year )?[0-9]{{4}})?{_IS} {_HEDGE}$"
        ),
        "heads": _shortest(noun.split(" ")[-1] for noun in table["nouns"]),
        "done": _shortest(word for words in table["verbs"].values() for word in words),
        "holding": regex(r"\b(?:with|has|had|have|having|of|at|to|carried|reaches|reached|over)(?: a| an)? ?$"),
        "being": regex(rf"\b(?:is|was|are|were|measures|measured|stands|stood|At|at) {_HEDGE}$"),
        "adjective": regex(rf"[ -]({'|'.join(table['adjectives'])})\b(?! (?:and|by) [0-9])"),
        "verbs": verbs,
        "counts": {noun: key for key, listed in table["counts"].items() for noun in listed},
        "counting": {key: regex(rf"\b(?:{'|'.join(words)}) {_HEDGE}$") for key, words in table["counting"].items()},
        "by_verb": regex(rf"(?<=[a-z ]\s)({'|'.join(rows)}) {_HEDGE}$"),
        "rows": rows,
        "loose": regex(rf"\b(?:{'|'.join(table['loose']['words'].split())})\b"),
    }


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that hold another: a text with any of them has one of these."""
    listed = sorted(set(words), key=lambda word: (len(word), word))
    return tuple(word for at, word in enumerate(listed) if not any(other in word for other in listed[:at]))


def _table() -> dict[str, Any]:
    return data_file(__file__, "own_measures.toml")
