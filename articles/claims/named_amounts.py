"""Amounts that name a thing and measure nothing: a race by its distance, a film by its gauge, a cartridge, a title."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Quantity
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_WORD = regex(r"[ \u00a0-]([A-Za-z]+(?:-[a-z]+)*)")
_RELAY = regex(r"[ \u00a0]?[×x][ \u00a0]?(?:50|60|100|200|400|800|1[,.]?500)[ \u00a0-]?(?:m|metres?|meters?|yards?)\b")
_FIRST_RACE = regex(r"\b[Tt]he [0-9,]+[ \u00a0]?(?:m|metres|meters) $")
_POINTED = regex(r"(?:1?[0-9]|2[0-3])\.[0-5][0-9]")
_BARE_RELAY = regex(r"[×x](?:50|100|200|400|800|1500)(?![0-9A-Za-z,.]?[0-9A-Za-z])")
_ACTED = frozenset(("directed", "starred", "starring", "appeared"))
_SINGLE = regex(r"[ \u00a0][A-Z][a-z]+")
_LEGS = (3, 4)
_TURNS = ("90", "180", "360")
_BOOKS = (1, 2, 3, 4)
_TITLE = regex(r"[ \u00a0][A-Z][a-z]+(?:[ \u00a0](?:of|the|and|in|a)\b)*[ \u00a0][A-Z][a-z]+")
_QUOTED_TITLE = regex(r"(?:[ \u00a0](?:[A-Z][\w’']*|of|the|and|in|a|to|for)){1,6}[,.]?[\"”’']")
_QUOTES = frozenset("\"“‘'")
_ENDS = frozenset((".", ",", ";", ")", ":", "\n", "?", "!", "”", '"', ""))
_NAMED = regex(r"[ \u00a0]([A-Z0-9][\w’']*)\.?")
_LONGEST_ADDRESS = 4
_STREET_NAME = regex(r"[ \u00a0](?:(?:de|des|du|della|dei|di|de la|do|da)[ \u00a0]|de l[’']|d[’'])?[A-Z]")
_AND_METRES = ("metres and ", "meters and ", "m and ")


class _Races(NamedTuple):
    metres: frozenset[str]
    kilometres: frozenset[str]
    always: frozenset[str]
    named: frozenset[str]
    whose: frozenset[str]
    strokes: frozenset[str]
    run: frozenset[str]


@cache
def _races() -> _Races:
    lists = table("guards")["races"]
    return _Races(*(frozenset(phrases(lists[name])) for name in _Races._fields))


@cache
def _list(name: str, key: str = "words") -> frozenset[str]:
    return frozenset(phrases(table("guards")[name][key]))


def is_leg(text: str, end: int, legs: object) -> bool:
    """Whether a number says how many run a relay: "the 4 × 100 metres"."""
    return legs in _LEGS and _RELAY.match(text, end) is not None


def address_end(text: str, end: int) -> int:
    """Where the address ends that a number opens ("10 Downing Street"); 0 where it opens none."""
    at = end
    for place in range(_LONGEST_ADDRESS):
        found = _NAMED.match(text, at)
        if found is None:
            return 0
        at = found.end()
        if not place and found[1] in _list("street-openers") and _STREET_NAME.match(text, at):
            return at
        if place and found[1] in _list("streets"):
            return at
    return 0


def is_book(text: str, end: int, value: object) -> bool:
    """Whether a figure is a part of the name of a book of the Bible: "1 Corinthians"."""
    return value in _BOOKS and _after_capital(text, end) in _list("bible")


def _after_capital(text: str, end: int) -> str:
    found = _WORD.match(text, end)
    return "" if found is None else found[1]


def is_numbered(text: str, end: int) -> bool:
    """Whether a figure is the number of a body of troops ("303 Squadron") or the place of a station ("98.4 FM")."""
    after = _after_capital(text, end)
    return text[end] == " " and (after in _list("forces") or after in _list("bands"))


def is_bare_race(text: str, start: int, end: int, left: Left) -> bool:
    """Whether a figure without a unit is the distance of a race: "he ran the 400", "the 110 hurdles"."""
    races = _races()
    if text[start:end].replace(",", "") not in races.metres:
        return False
    ran = left.lower == "the" and word_before(text, left.start).lower in races.run
    return _after(text, end) in races.strokes or (ran and text[end : end + 1] in _ENDS)


def is_bore(text: str, end: int) -> bool:
    """Whether a figure names a cartridge by its bore: "the 5.45 cartridge"."""
    return _after(text, end) in _list("cartridges")


def is_crew(left: Left) -> bool:
    """Whether a word before a number word says whose crew or race it is: "the women's eight"."""
    return left.lower in _races().whose and left.lower.endswith(("'s", "’s", "s'", "s’"))


def bare_relay(text: str, end: int, legs: object) -> int:
    """Where a relay ends that is written without a unit ("the 4×400"); 0 where there is none."""
    found = _BARE_RELAY.match(text, end) if legs in _LEGS else None
    return 0 if found is None else found.end()


def is_departure(text: str, start: int, end: int) -> bool:
    """Whether a figure with a point is a time of day: "the 5.30 train"."""
    return _POINTED.fullmatch(text, start, end) is not None and _after(text, end) in _list("departures")


def is_route(text: str, end: int) -> bool:
    """Whether a figure after an article is one of many that bear numbers: "the 73 bus"."""
    return text[end : end + 1] == " " and _after(text, end) in _list("routes")


def is_share_name(text: str, end: int) -> bool:
    """Whether a fraction names a rule: "the three-fifths clause"."""
    return _after(text, end) in _list("share-names")


def is_title(text: str, start: int, end: int, left: Left) -> bool:
    """Whether a figure opens the title of a work: "directed 12 Angry Men", the song "99 Luftballons"."""
    if text[start - 1 : start] in _QUOTES and text[start - 1 : start]:
        return _QUOTED_TITLE.match(text, end) is not None
    if left.lower == "in":
        left = word_before(text, left.start)
    found = _SINGLE if left.lower in _ACTED else _TITLE
    return left.lower in _list("titled") and found.match(text, end) is not None


def names_thing(text: str, claim: Claim, left: Left) -> bool:
    """Whether a measure names a race, a film's gauge, a cartridge or a form of music."""
    value = claim.value
    if not isinstance(value, Quantity) or claim.parts:
        return False
    start, end = claim.span.start, claim.span.end
    digits = _digits(text, start)
    if value.unit in ("meter", "kilometer"):
        return _is_race(text, digits, end, value.unit, left)
    if value.unit == "degree":
        return digits in _TURNS and text[end - 7 : end - 6] == "-" and _after(text, end) in _list("turns")
    if value.unit == "millimeter":
        return _is_film(text, digits, end, left) or _is_cartridge(text, start, end) or _is_lens(text, end, left)
    if value.unit == "inch":
        return digits in _list("records", "inches") and _after(text, end) in _list("records")
    return value.unit == "bar" and text[end - 4 : end - 3] == "-" and _after(text, end) in _list("forms", "bar")


def _digits(text: str, start: int) -> str:
    end = start
    while text[end : end + 1].isdecimal() or text[end : end + 1] in (",", "."):
        end += 1
    return text[start:end].replace(",", "")


def _after(text: str, end: int) -> str:
    found = _WORD.match(text, end)
    return "" if found is None else found[1].lower()


def _is_race(text: str, digits: str, end: int, unit: str, left: Left) -> bool:
    races = _races()
    if digits not in (races.metres if unit == "meter" else races.kilometres):
        return False
    word = _after(text, end)
    if word in races.always or left.lower in races.whose or text[end : end + 2] in ("'s", "’s"):
        return True
    named = word in races.named or text[end : end + 1] in _ENDS
    if left.lower == "and" and text.endswith(_AND_METRES, 0, left.start + 4):
        return named and _FIRST_RACE.search(text, max(0, left.start - 20), left.start) is not None
    return left.lower == "the" and named


def _is_film(text: str, digits: str, end: int, left: Left) -> bool:
    if digits not in _list("gauges", "millimetres"):
        return False
    shot = left.lower in _list("gauges", "before") and word_before(text, left.start).lower in _list("gauges", "shot")
    return shot or _after(text, end) in _list("gauges", "after")


def _is_lens(text: str, end: int, left: Left) -> bool:
    """Whether a focal length is a part of the name of a lens: "the Canon EF 50mm lens"."""
    return left.word[:1].isupper() and left.lower not in ("a", "the", "an") and _after(text, end) in _list("lenses")


def _is_cartridge(text: str, start: int, end: int) -> bool:
    """Whether the second of two measures joined without a blank is the case of a cartridge."""
    joined = text[start - 1 : start] in ("×", "x") and text[start - 2 : start - 1].isdecimal()
    return joined and (_after(text, end) in _list("cartridges") or text[end : end + 1] == "R")
