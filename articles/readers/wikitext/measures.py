"""Quantities and numbers: the value that was given, never the one that the template works out from it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.readers.wikitext.calls import Call, name_of
from articles.readers.wikitext.lines import lowered, raised
from articles.readers.wikitext.nodes import Region
from articles.regex import regex
from articles.textmap import GAP
from articles.words import data_file

_DIGITS = r"[0-9][0-9,]*+(?:\.[0-9]+)?"
_NUMBER = regex(
    rf"[~≈]?[+−–-]?{_DIGITS}(?:(?:\s?[–-]\s?| to | and | or ){_DIGITS})?(?:[eE][+−-]?[0-9]{{1,3}})?$|[+−–-]?\.[0-9]+$"
)
_FRACTION = regex(r"([+−–-]?)(?:([0-9,]+)[+ ])?([0-9]{1,6})//?([0-9]{1,6})$")
_SCALE = regex(r"e(3|6|9|12|15)(.+)$")
_SCALES = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion", "15": "quadrillion"}
_PLAIN = regex(r"([+−–-]?)([0-9]{4,})(\.[0-9]+)?$")
_POWER = regex(r"([A-Za-zμµ]+)([23])$")
_MINUS = str.maketrans("-–", "−−")


class _Units(NamedTuple):
    symbols: dict[str, str]
    below: frozenset[str]
    ranges: dict[str, str]


@cache
def _units() -> _Units:
    data = data_file(__file__, "units.toml")
    return _Units(data["symbols"], frozenset(data["below"]["units"]), data["ranges"])


def conversion(call: Call) -> str | None:
    """``{{convert|5|km|mi}}``: 5 km; ranges and compound values as well."""
    given = call.positional()
    units = _units()
    at = 0
    while at < len(given) and not given[at]:
        at += 2
    shown = ""
    while at < len(given):
        value = _value(given[at])
        if not value:
            return None
        shown += value
        between = units.ranges.get(given[at + 1]) if at + 2 < len(given) else None
        if between is None:
            break
        shown += between
        at += 2
    if at + 1 >= len(given) or GAP in given[at + 1]:
        return None
    return _joined(shown, given[at + 1]) + _compound(given, at + 2)


def _compound(given: list[str], at: int) -> str:
    """The smaller units of a compound value, such as the inches behind feet."""
    shown = ""
    while at + 1 < len(given) and given[at + 1] in _units().below and _value(given[at]):
        shown += " " + _joined(_value(given[at]), given[at + 1])
        at += 2
    return shown


def _joined(value: str, code: str) -> str:
    code = code.strip()
    symbol = _symbol(code)
    return value + symbol if symbol.startswith("/") or not symbol else f"{value} {symbol}"


def _symbol(code: str) -> str:
    """A unit code's symbol: ``km2`` is km², ``sqmi`` sq mi, ``e6acre`` million acres, ``m3/s`` m³/s."""
    symbols = _units().symbols
    if code in symbols:
        return symbols[code]
    if scale := _SCALE.match(code):
        return f"{_SCALES[scale[1]]} {_symbol(scale[2])}"
    if power := _POWER.match(code):
        return power[1] + raised(power[2])
    if "/" in code[1:]:
        above, _, below = code.partition("/")
        return f"{_symbol(above)}/{_symbol(below)}"
    for prefix in ("M", "k"):
        if code.startswith(prefix) and code[1:] in ("oilbbl", "bbl", "cuft", "USgal"):
            return f"{'million' if prefix == 'M' else 'thousand'} {symbols[code[1:]]}"
    return code


def _value(text: str) -> str:
    """A number as the template shows it; empty where it is none."""
    text = text.strip()
    if fraction := _FRACTION.match(text):
        sign, whole, above, below = fraction.groups()
        return f"{_minus(sign)}{whole + ' ' if whole else ''}{above}/{below}"
    if not _NUMBER.match(text):
        return ""
    mantissa, exponent = text, ""
    for letter in "eE":
        if letter in text:
            mantissa, _, power = text.partition(letter)
            exponent = f"×10{raised(power.lstrip('+'))}"
    sign = mantissa[0] if mantissa[0] in "+-−–" else ""
    rest = mantissa[len(sign) :]
    rest = re.sub(r"(?<=[0-9])\s?-\s?(?=[0-9])", "–", rest)
    return _minus(sign) + grouped(rest) + exponent


def _minus(sign: str) -> str:
    return sign.translate(_MINUS)


def grouped(number: str) -> str:
    """A plain number with commas between the thousands; anything else as it is."""
    match = _PLAIN.match(number)
    if not match or len(match[2]) > 300:
        return number
    return f"{_minus(match[1])}{int(match[2]):,}{match[3] or ''}"


def number(call: Call) -> str | None:
    """``{{formatnum:1500}}`` and ``{{nts|1500}}``: 1,500."""
    text = _argument(call)
    if not text or GAP in text:
        return None
    value = _value(text)
    return value or text


def _argument(call: Call) -> str:
    """The argument of a function written ``name:argument``, or the first parameter."""
    name = name_of(call.tree, call.index)
    colon = call.tree.text.find(":", name.start, name.end)
    if colon < 0:
        return call.text("1")
    first = name.first
    while first < name.last and call.tree.nodes[first].start <= colon:
        first += 1
    return call.plain(Region(colon + 1, name.end, first, name.last))


def changed_case(call: Call) -> str | None:
    """``{{uc:text}}`` and its like."""
    text = _argument(call)
    function = call.node.name.partition(":")[0].strip().lower()
    if not text:
        return None
    if function == "uc":
        return text.upper()
    if function == "lc":
        return text.lower()
    return (text[0].upper() if function == "ucfirst" else text[0].lower()) + text[1:]


def scientific(call: Call) -> str | None:
    """``{{val|1.5|0.2|e=6|u=km}}``: 1.5±0.2×10⁶ km."""
    value = _value(call.text("1"))
    if not value:
        return None
    above, below = call.text("2"), call.text("3")
    error = f"+{above}−{below.lstrip('-−')}" if below else f"±{above}" if above else ""
    power = call.text("e")
    shown = value + error + (f"×10{raised(power)}" if power else "")
    unit = call.text("u", "ul", "up", "upl")
    per = call.text("up", "upl") if call.text("u", "ul") != call.text("up", "upl") else ""
    symbol = _symbol(unit) + (f"/{_symbol(per)}" if per else "")
    return f"{call.text('p')}{shown}{' ' + symbol if unit else ''}{call.text('s')}"


def fraction(call: Call) -> str | None:
    """``{{frac|3|1|2}}``: 3 1/2; ``{{frac|1|2}}``: 1/2; ``{{frac|2}}``: 1/2."""
    given = [part for part in call.positional() if part]
    if not given or any(GAP in part for part in given):
        return None
    if len(given) == 1:
        return f"1/{given[0]}"
    if len(given) == 2:
        return f"{given[0]}/{given[1]}"
    return f"{given[0]} {given[1]}/{given[2]}"


def power(call: Call) -> str | None:
    """``{{e|6}}``: ×10⁶."""
    exponent = call.text("1")
    return f"×10{raised(exponent)}" if exponent.lstrip("+-−–").isdecimal() else None


def superscript(call: Call) -> str | Region | None:
    """``{{sup|2}}``: ²."""
    text = call.text("1")
    return raised(text) if text.lstrip("+-−–").isdecimal() else call.first("1")


def subscript(call: Call) -> str | Region | None:
    """``{{sub|2}}``: ₂."""
    text = call.text("1")
    return lowered(text) if text.isdecimal() else call.first("1")


def formula(call: Call) -> str | None:
    """``{{chem|H|2|O}}`` and ``{{chem2|H2O}}``: H₂O."""
    text = "".join(raised(part) if part[-1:] in "+-−" else lowered(part) for part in call.positional() if part)
    return text if text and GAP not in text else None


def ordinal(call: Call) -> str | None:
    """``{{ordinal|21}}``: 21st."""
    text = call.text("1")
    if not text.isdecimal() or len(text) > 12:
        return None
    ending = "th" if text[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th")
    return text + ending


def height(call: Call) -> str | None:
    """``{{height|ft=6|in=2}}``: 6 ft 2 in; ``{{height|m=1.85}}``: 1.85 m."""
    keys = {"m": ("m", "meter", "metre"), "cm": ("cm",), "ft": ("ft", "feet", "foot"), "in": ("in", "inch")}
    named = [(unit, _value(call.text(*written))) for unit, written in keys.items()]
    shown = " ".join(f"{value} {unit}" for unit, value in named if value)
    return shown or conversion(call)


def rupees(call: Call) -> str | None:
    """``{{INRConvert|500|c}}``: ₹500 crore."""
    value = _value(call.text("1"))
    words = {
        "c": " crore",
        "l": " lakh",
        "k": " thousand",
        "m": " million",
        "b": " billion",
        "t": " trillion",
        "lc": " lakh crore",
    }
    return f"₹{value}{words.get(call.text('2'), '')}" if value else None
