"""The unit at a place in prose, under pint's name: "square kilometres", "km/h", "people per sq mi".

A unit of two terms or a power is named as pint prints it: ``kilometer ** 2``, ``kilometer / hour``,
``1 / kilometer ** 2``. pint itself is not needed for reading.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from articles.claims.counts import is_counted
from articles.claims.numerals import NARROW
from articles.claims.unit_spellings import POWERS, spellings
from articles.regex import regex

_BLANK = f" {NARROW}"
_REACH = 80
"""How far before a figure a word of heat or cold tells of its C or F."""
_LETTER_RUN = regex(r"[a-z]+")
_LETTERS = r"[^\W\d_²³¹⁰-₟¼-¾⅐-⅟]+"  # superscripts and fractions count as letters to the engine
_LEAD = regex(rf"{_LETTERS}|[°º℃℉′″]")
_TERM = regex(
    rf"(?:(sq\.?|square|cu\.?|cubic)[{_BLANK}-])?"
    r"([°º][CFK]?|[℃℉′″]|" + _LETTERS + r"(?:\." + _LETTERS + r")*(?:\.(?=[ \u00a0,)]))?)"
    r"(²|³|\^?[23](?![0-9])|[⁻−-][¹²³123](?![0-9])|\^[-−][123](?![0-9]))?"
)
_PER = regex(
    rf"([{_BLANK}]?/[{_BLANK}]?|[{_BLANK}]per[{_BLANK}]|[·⋅](?=[A-Za-z]))|[{_BLANK}]an?[{_BLANK}](?=(?:hour|second|minute|day|week|month|year)\b)"
)
_MORE = regex(rf"[{_BLANK}·⋅-]([A-Za-z.]+)")
_JOINTS = str.maketrans("-\u00a0·⋅", "    ")
_TIMES = frozenset((" ", "\u00a0", "\u2009", "·", "⋅"))
_RAISED = regex(r" (squared|cubed)\b")
_EXPONENTS = str.maketrans("¹²³⁻−", "123--", "^")
_OTHER_SCALE = regex(r" ?\([-−]?[0-9][0-9.,]* ?[CF]\)")
_SCALE_BEFORE = regex(r"[0-9] ?[CF] ?\([-−]?[0-9][0-9.,]* ?$")
_NAME = regex(r" (?:[A-Z]|&)")
_AMPERES = regex(
    r"[,;)\n]|\.(?: [A-Z]|\n|$)|$| (?:\(|(?:at|through|of|and|or|current|fuse|for|when|with|per|to|is|was|flows)\b)"
)
"""After "0.2 A" these leave it to be amperes, where the letter may be an article or a mark as well."""
_A_TIME = regex(r" a (?:year|month|week|day|hour|minute|second)\b")
_OPENED = regex(r" [(\[](?:about |around |approximately |approx\. |approx |roughly |nearly |over |c\. |~|≈|or )?[0-9]")
_FOLLOWS = regex(r"[,.;:)\]×x/–·⋅]|-(?![A-Za-z0-9])|$|\n| [(\[×x/]|[ \u00a0](?:[AD]C\b|([a-z]+))")


class Unit(NamedTuple):
    """A unit by pint's name and where its writing ends. ``time`` marks a unit of time, read as a duration."""

    end: int
    name: str
    time: bool = False


_POUNDS = regex(r"[ \u00a0]?[0-9]{1,2}[ \u00a0]?(?:lbs?|pounds?)\b")
"""Behind stones: "12 st 4 lb"."""


class _Term(NamedTuple):
    end: int
    name: str
    power: int
    time: bool


def read_unit(text: str, at: int, *, sure: bool = False) -> Unit | None:
    """The unit that follows a number ending at a place, or None where none does.

    ``sure`` says that a unit is expected ("5 ft 10 in"), so that a symbol that is a word too is taken as one.
    """
    start = at + 1 if at < len(text) and text[at] in _BLANK + "-" else at
    lead = _LEAD.match(text, start)
    if lead is None:
        return _rate_of_nothing(text, at)
    word, openers = lead[0], spellings().openers
    if word == "per":
        return _rate_of_nothing(text, at)
    if word not in openers and word.lower() not in openers:
        return _density(text, lead.end())
    first = _term(text, start, "/" if sure else text[at:start])
    return None if first is None else _composed(text, first)


def _rate_of_nothing(text: str, at: int) -> Unit | None:
    """A density written right after its number: "28/km2", "28 per square kilometre"."""
    per = _PER.match(text, at)
    below = None if per is None or per[1] is None else _term(text, per.end(), "/")
    if per is None or below is None or text[per.end() : below.end] in spellings().bare:
        return None
    if per[0] != "/" and below.power == 1 and below.name not in ("hectare", "acre"):
        return None
    return Unit(below.end, _printed([(below.name, -below.power)]))


def _density(text: str, at: int) -> Unit | None:
    """A density of counted things: "people per square kilometre", "inhabitants/km2"."""
    per = _PER.match(text, at)
    below = None if per is None or per[1] is None else _term(text, per.end(), "/")
    if below is None or (below.power == 1 and below.name not in ("hectare", "acre")):
        return None
    return Unit(below.end, _printed([(below.name, -below.power)]))


def _composed(text: str, first: _Term) -> Unit:
    """A unit with what it is per, or times: "km/h", "J/m2 per year", "kg·m"."""
    terms, end = [(first.name, first.power)], first.end
    first = first._replace(time=first.time and first.power == 1)
    for _ in range(2):
        per = None if first.time else _PER.match(text, end)
        if per is not None and text[per.end() : per.end() + 1] == "(" and (inner := _bracketed(text, per.end() + 1)):
            end = inner[-1].end + 1
            terms.extend((each.name, -each.power) for each in inner)
            break
        below = None if per is None else _term(text, per.end(), "/")
        if per is None or below is None:
            break
        terms.append((below.name, below.power if per[0] in "·⋅" else -below.power))
        end = below.end
    while len(terms) < 4 and text[end : end + 1] in _TIMES and (more := _term(text, end + 1, "/")) and more.power < 0:
        terms.append((more.name, more.power))
        end = more.end
    return Unit(end, _printed(terms), first.time and len(terms) == 1)


def _bracketed(text: str, start: int) -> list[_Term]:
    """The terms of a bracket that a unit is per: "W/(m·K)"; none where it is no such bracket."""
    terms: list[_Term] = []
    while len(terms) < 3 and (term := _term(text, start, "/")) is not None:
        terms.append(term)
        if text[term.end : term.end + 1] == ")":
            return terms
        if text[term.end : term.end + 1] not in _TIMES:
            break
        start = term.end + 1
    return []


def _printed(terms: list[tuple[str, int]]) -> str:
    """A unit's terms as pint prints them."""
    if len(terms) == 1 and terms[0][1] == 1:
        return terms[0][0]
    return _several_printed(tuple(sorted(terms)))


@lru_cache(1024)
def _several_printed(terms: tuple[tuple[str, int], ...]) -> str:
    above = [_raised(name, power) for name, power in terms if power > 0]
    below = [_raised(name, -power) for name, power in terms if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


def _term(text: str, start: int, gap: str) -> _Term | None:
    """One unit with its power, written after ``gap``."""
    found = _TERM.match(text, start)
    if found is None:
        return None
    known, word, end = spellings(), found[2], found.end(2)
    if word in known.multiple or word.lower() in known.multiple:
        several = _several(text, found.start(2), end)
        if several is not None:
            return several._replace(power=POWERS.get(found[1] or "", 1))
    name = known.symbols.get(word) or known.words.get(word.lower()) or known.rates.get(word)
    if name is None and word[-1] == ".":
        word, end = word[:-1], end - 1
        name = known.symbols.get(word) or known.words.get(word.lower())
    time = None if name else known.times.get(word if len(word) < 3 else word.lower())
    if name is None and time is None:
        return None
    if word in known.bare and not found[3] and not _plain(text, word, end, gap):
        return None
    if word[0].isupper() and word[1:].islower() and len(word) > 2 and _NAME.match(text, end):
        return None
    if word in known.bare and word != "m" and not gap and (found[3] or "")[:1].isascii() and found[3]:
        return None  # "3T3" is no cubic tesla
    power, end = _power(text, found, end)
    if text[end : end + 1].isalnum() or (time is not None and power > 1 and gap != "/"):
        return None
    return _Term(end, name or time or "", power, time is not None)


def _power(text: str, found: re.Match[str], end: int) -> tuple[int, int]:
    """The power of a term, and where its writing ends."""
    if found[3] and (len(found[2]) < 4 or found[3][0] != "-"):
        return int(found[3].translate(_EXPONENTS)), found.end()
    if found[1]:
        return POWERS[found[1]], end
    raised = _RAISED.match(text, end) if text.startswith((" sq", " cu"), end) else None
    return (1, end) if raised is None else (2 if raised[1] == "squared" else 3, raised.end())


def _several(text: str, start: int, end: int) -> _Term | None:
    """A unit of two or three words, the longest that is known."""
    known, best = spellings(), None
    for _ in range(2):
        more = _MORE.match(text, end)
        if more is None:
            break
        end = more.end()
        end -= text[end - 1] == "."
        name = text[start:end].translate(_JOINTS)
        unit = known.symbols.get(name) or known.words.get(name.lower()) or known.rates.get(name)
        if unit is not None and not (text[end : end + 1].isalnum() or text[end : end + 2].strip("−-⁻")[:1].isdecimal()):
            best = _Term(end, unit, 1, False)
    return best


def _plain(text: str, symbol: str, end: int, gap: str) -> bool:
    """Whether a symbol that is a letter or a word too is meant as a unit."""
    if gap == "/" or (symbol == "st" and _POUNDS.match(text, end)):
        return True
    if symbol in ("m", "h", "g", "min", "mi", "hp", "ha", "kt", "Mt", "bar", "cal"):
        millions = symbol == "m" and not gap and is_counted(text, end)  # "3.2m cars"
        return not millions and (text[end : end + 1] != "-" or not text[end + 1 : end + 2].isalnum())
    if symbol in ("cup", "cups"):
        return text.startswith((" of ", "\u00a0of "), end)
    if symbol == "MP":
        return gap in ("", "-")
    if symbol in ("C", "F", "A"):
        return gap == " " and _AMPERES.match(text, end) is not None if symbol == "A" else _is_reading(text, end)
    if symbol == "′":
        return text[end : end + 1] in ",.;:)\n" or text[end + 1 : end + 2].isdecimal()
    follows = _FOLLOWS.match(text, end)
    if follows is None:
        return False
    word = follows[1]
    if symbol == "d" or (symbol == "AU" and is_counted(text, end)):  # "8,000 AU troops"
        return False
    if symbol in ("in", "ins"):
        return gap == "-" or (
            _sized(text, follows) if word else follows[0] not in (" (", " [") or _OPENED.match(text, end) is not None
        )
    return gap not in ("", "-") or (symbol in ("t", "l", "L", "st", "W", "V", "rad") and not gap)


def _sized(text: str, follows: re.Match[str]) -> bool:
    """Whether the word after "in" shows it to be inches: "5 in tall", "13 in by 4 in"."""
    word = follows[1]
    if word in ("by", "or"):
        return _digit(text, follows.end() + 1) and not text[follows.end() + 1 : follows.end() + 5].isdecimal()
    if word == "a":  # "in 1935 in a letter" is no length, "56 in a year" is
        return _A_TIME.match(text, follows.start()) is not None
    return word in spellings().sizes and word not in ("in", "and", "from")


def _digit(text: str, at: int) -> bool:
    return text[at : at + 1].isdecimal()


def _is_reading(text: str, end: int) -> bool:
    """Whether C or F after a number is a temperature: only where the other one is beside it, "46C (115F)"."""
    if _OTHER_SCALE.match(text, end) is not None:
        return True
    if text[end : end + 1] == ")" and _SCALE_BEFORE.search(text[max(0, end - 24) : end - 1]) is not None:
        return True
    return text[end - 2].isdecimal() and _of_weather(text, end)


def _of_weather(text: str, end: int) -> bool:
    """Whether a word of heat or cold stands in the sentence before a figure: "temperatures hit 47C"."""
    before = text[max(0, end - _REACH) : end].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1].lower()
    return not spellings().weather.isdisjoint(_LETTER_RUN.findall(before))
