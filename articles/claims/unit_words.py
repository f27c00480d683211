"""The unit at a place in prose, under pint's name: "square kilometres", "km/h", "people per sq mi".

A unit of two terms or a power is named as pint prints it: ``kilometer ** 2``, ``kilometer / hour``,
``1 / kilometer ** 2``. pint itself is not needed for reading.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.numerals import NARROW
from articles.claims.vocabulary import phrases, table

_TERM = re.compile(
    rf"(?:(sq|sq\.|square|squared|cu|cu\.|cubic)(?:[{NARROW} -]))?"
    r"(°[CFK]?|º[CFK]?|[℃℉′″%]|[^\W\d_]+(?:\.(?=[ ,)]))?)"
    r"(²|³|\^2|\^3|[23](?![0-9])|[⁻−][¹²³]|\^?[-−][123](?![0-9]))?"
)
_PER = re.compile(
    rf"[{NARROW} ]?/[{NARROW} ]?|[{NARROW} ]per[{NARROW} ]|[{NARROW} ]an?[{NARROW} ](?=hour|second|minute)|[·⋅]"
)
_MORE = re.compile(rf"[{NARROW} -]([A-Za-z.]+)")
_POWERS = {"sq": 2, "sq.": 2, "square": 2, "cu": 3, "cu.": 3, "cubic": 3}
_EXPONENTS = {"²": 2, "³": 3, "2": 2, "3": 3, "^2": 2, "^3": 3}


class Unit(NamedTuple):
    """A unit by pint's name and where its writing ends. ``time`` marks a unit of time, read as a duration."""

    end: int
    name: str
    time: bool = False


class Spellings(NamedTuple):
    """Spellings to pint names; ``multiple`` holds the first words of names of several words."""

    words: dict[str, str]
    symbols: dict[str, str]
    times: dict[str, str]
    rates: dict[str, str]
    multiple: frozenset[str]
    bare: frozenset[str]


@cache
def spellings() -> Spellings:
    """Every spelling of the lexicon, the SI prefixes worked in."""
    lists = table("units")
    prefixes = lists["prefixes"]
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for unit, joined in lists["prefixed-words"].items():
        for word in phrases(joined):
            words[word] = unit
            words.update({f"{prefix}{word}": f"{prefix}{unit}" for prefix in prefixes})
    for unit, joined in lists["prefixed-symbols"].items():
        for symbol in phrases(joined):
            symbols[symbol] = unit
            for prefix, letters in prefixes.items():
                symbols.update({f"{letter}{symbol}": f"{prefix}{unit}" for letter in phrases(letters)})
    words.update(_spelt(lists["words"]))
    symbols.update(_spelt(lists["symbols"]))
    rates = _spelt(lists["rates"])
    several = [name for group in (words, symbols, rates) for name in group if " " in name]
    multiple = frozenset(name.split(" ", 1)[0] for name in several)
    return Spellings(
        words, symbols, _spelt(lists["times"]), rates, multiple, frozenset(phrases(lists["bare"]["ambiguous"]))
    )


def _spelt(group: dict[str, str]) -> dict[str, str]:
    return {spelling: unit for unit, joined in group.items() for spelling in phrases(joined)}


@cache
def _openers() -> frozenset[str]:
    """Every word that a unit may start with, as written or in lower case."""
    every = spellings()
    firsts = {name.split(" ", 1)[0] for group in every[:4] for name in group if isinstance(group, dict)}
    return frozenset(firsts | {power for power in _POWERS if power.isalpha()} | {"sq", "cu"})


_LEAD = re.compile(r"[^\W\d_]+|[°º℃℉′″]")
_DONE = re.compile(r"[,.;:)\]]|$|\n| \(|[ \u00a0][a-z]")


def read_unit(text: str, at: int) -> Unit | None:
    """The unit that follows a number ending at a place, or None where none does."""
    start = at + 1 if text[at : at + 1] in f" -{NARROW}" and at < len(text) else at
    lead = _LEAD.match(text, start)
    if lead is None:
        return _rate_of_nothing(text, at)
    word = lead[0]
    if word not in _openers() and word.lower() not in _openers():
        return _rate_of_things(text, lead.end())
    first = _term(text, start, gap=text[at:start])
    if first is None:
        return None
    end, name, power, time = first
    return _composed(text, end, [(name, power)], time=time)


def _rate_of_nothing(text: str, at: int) -> Unit | None:
    """A density written right after its number: "28/km2"."""
    return _composed(text, at, [], time=False) if text[at : at + 1] == "/" else None


def _rate_of_things(text: str, at: int) -> Unit | None:
    """A density of counted things: "people per square kilometre", "inhabitants/km2"."""
    per = _PER.match(text, at)
    return _composed(text, at, [], time=False) if per is not None else None


def _composed(text: str, end: int, terms: list[tuple[str, int]], *, time: bool) -> Unit | None:
    per = _PER.match(text, end)
    if per is not None and (below := _term(text, per.end(), gap="/")) is not None:
        sign = 1 if per[0] in "·⋅" else -1
        terms = [*terms, (below[1], sign * below[2])]
        end, time = below[0], False
        if (again := _PER.match(text, end)) is not None and (third := _term(text, again.end(), gap="/")) is not None:
            terms, end = [*terms, (third[1], -third[2])], third[0]
    if not terms:
        return None
    return Unit(end, _printed(terms), time)


def _printed(terms: list[tuple[str, int]]) -> str:
    """A unit's terms as pint prints them."""
    if len(terms) == 1 and terms[0][1] == 1:
        return terms[0][0]
    above = [_raised(name, power) for name, power in sorted(terms) if power > 0]
    below = [_raised(name, -power) for name, power in sorted(terms) if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


def _term(text: str, start: int, *, gap: str) -> tuple[int, str, int, bool] | None:
    """One unit with its power: where it ends, its name, the power, and whether it is a time."""
    found = _TERM.match(text, start)
    if found is None:
        return None
    word, end = found[2], found.end(2)
    known = spellings()
    if word in known.multiple or word.lower() in known.multiple:
        several = _several(text, start if found[1] is None else found.start(2), end)
        if several is not None:
            return *several, 1, False
    name = known.symbols.get(word) or known.words.get(word.lower())
    time = None if name else known.times.get(word if len(word) < 3 else word.lower())
    if name is None and time is None:
        rate = known.rates.get(word)
        return None if rate is None else (end, rate, 1, False)
    if word.endswith(".") and word[:-1] in known.words:
        end -= 1
    if word in known.bare and not found[3] and not _plain(text, word, end, gap):
        return None
    power = _POWERS.get(found[1] or "", 1)
    if found[3]:
        power, end = (
            _EXPONENTS.get(found[3]) or -int(found[3].strip("^⁻−-").translate({0xB9: "1", 0xB2: "2", 0xB3: "3"})),
            found.end(),
        )
    elif text.startswith(" squared", end):
        power, end = 2, end + 8
    elif text.startswith(" cubed", end):
        power, end = 3, end + 6
    return end, name or time or "", power, time is not None


def _several(text: str, start: int, end: int) -> tuple[int, str] | None:
    """A unit of two or three words, the longest that is known."""
    known = spellings()
    best = None
    for _ in range(2):
        more = _MORE.match(text, end)
        if more is None:
            break
        end = more.end()
        name = text[start:end].replace("-", " ").replace("\u00a0", " ")
        unit = known.symbols.get(name) or known.words.get(name.lower()) or known.rates.get(name)
        if unit is not None:
            best = (end, unit)
    return best


def _plain(text: str, symbol: str, end: int, gap: str) -> bool:
    """Whether a symbol that is a letter or a word too is meant as a unit."""
    if gap == "/":
        return True
    if symbol in ("in", "ins"):
        following = text[end : end + 3]
        return gap == "-" or following[:1] in "),;.×x/" or (following[:2] == " (" and following[2:].isdigit())
    if symbol in ("m", "h", "g", "kt", "hp", "min", "mi"):
        return True
    return gap not in ("", "-") and _DONE.match(text, end) is not None
