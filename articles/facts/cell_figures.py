"""What a table cell holds that is to be reckoned with: one number with its place value, nothing, or words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from articles.regex import regex
from articles.textmap import ProseSpan

LONGEST = 60
"""A cell with more characters than this holds words."""
_DIGITS = 18
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f\u2007\u200a", " "))
_NUMBER = r"[0-9](?:[0-9]|[,.'’ ](?=[0-9]))*"
_FIGURE = regex(
    r"(?P<sign>[+−–-] ?)?(?P<currency>(?:US|A|C|NZ|HK|R)?[$€£¥₹] ?)?"
    rf"(?P<number>{_NUMBER})"
    r"(?P<unit> ?%| ?‰| (?:thousand|million|billion|trillion)\b|"
    r" ?[A-Za-zµ][A-Za-z]{0,14}(?:[²³2]| ?/ ?[a-z]{1,3}[²³2]?)?| ?°[CF])?"
)
_SHARE = regex(rf" ?[(:;/,] ?(?P<share>(?P<number>{_NUMBER}) ?%)\)?")
_BRACKET = regex(r" ?\([^()]{0,40}\)")
_MARKS = regex(r"[ *†‡§¶#ªº¹²³⁴⁵⁶⁷⁸⁹⁰^]*+(?:\[[^\[\]]{0,12}\])*+[ *†‡]*+")
_FIRST = frozenset("0123456789+−–$€£¥₹UACNHR-")
_ONE = Decimal(1)
_WORD_BEHIND = regex(r" *[A-Za-z0-9]")
"""Behind a number with its unit nothing of a figure begins so: "28 December 1913"."""
_CLOCK = regex(r"(?:(?P<hours>[0-9]{1,3}):)?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9](?:\.[0-9]{1,3})?)")
_LONG_CLOCK = regex(
    r"(?P<hours>[0-9]{1,3}) ?h ?(?P<minutes>[0-9]{1,2}) ?(?:['’′]|min|m)"
    r" ?(?P<seconds>[0-5]?[0-9](?:\.[0-9]{1,3})?) ?(?:\"|″|”|''|s)?"
)
_COUNTING = regex(r"[1-9][0-9]{0,2}\.")
_GROUPS = regex(r"[0-9]{1,3}(?:[,'’ ][0-9]{2,3})*[,'’ ][0-9]{3}")
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


class Figure(NamedTuple):
    """A number in a cell: where it stands with sign, currency and unit, its value, its last digit's place value.

    ``unit`` is what is written behind it, in lower case ("%", "km²", ""), a scale word being worked in. ``marked`` is
    True where a footnote mark or a bracket follows. ``comma`` is True where a comma parts its decimals.
    """

    span: ProseSpan
    value: Decimal
    step: Decimal
    unit: str = ""
    marked: bool = False
    comma: bool = False

    @property
    def percent(self) -> bool:
        """Whether a percent sign follows."""
        return self.unit == "%"


class Content(NamedTuple):
    """What a cell holds: a figure, with its share of a whole in brackets if there is one, or its words.

    ``clock`` is the time that the words are, in seconds: "41:07".
    """

    figure: Figure | None
    share: Figure | None
    words: str
    clock: Figure | None = None


def read_cell(text: str, start: int) -> Content:
    """Read the prose of a cell that starts at an offset."""
    words = text.strip()
    if not words or len(words) > LONGEST or words[0] not in _FIRST:
        return Content(None, None, words[:LONGEST])
    if words.isdecimal() and words.isascii() and (words[0] != "0" or words == "0") and len(words) <= _DIGITS:
        at = start + text.index(words)
        return Content(Figure(ProseSpan(at, at + len(words)), Decimal(words), _ONE), None, words)
    if words[-1] == "." and _COUNTING.fullmatch(words):
        at = start + text.index(words)
        return Content(Figure(ProseSpan(at, at + len(words)), Decimal(words[:-1]), _ONE), None, words)
    clock = _timed(words, start + text.index(words)) if ":" in words or "h" in words[1:5] else None
    if ":" in words or clock is not None:
        return Content(None, None, words, clock)
    text = text if text.isascii() else text.translate(_SPACES)
    at = len(text) - len(text.lstrip())
    found = _FIGURE.match(text, at)
    if found is None or _WORD_BEHIND.match(text, found.end()):
        return Content(None, None, words)
    number = _number(found["number"])
    if number is None:
        return Content(None, None, words)
    share = _SHARE.match(text, found.end())
    end = share.end() if share else found.end()
    bracket = _BRACKET.match(text, end)
    end = bracket.end() if bracket else end
    rest = _MARKS.match(text, end)
    if rest is None or text[rest.end() :].strip():
        return Content(None, None, words)
    marked = bracket is not None or rest[0].strip() != ""
    return Content(_figure(found, number, start, marked=marked), _of_share(share, start), words)


def _figure(found: re.Match[str], number: tuple[Decimal, Decimal, bool], start: int, *, marked: bool) -> Figure:
    value, step, comma = number
    unit = (found["unit"] or "").strip().lower()
    if unit in _SCALES:
        value, step, unit = value.scaleb(_SCALES[unit]), step.scaleb(_SCALES[unit]), ""
    if (found["sign"] or "+")[0] != "+":
        value = -value
    span = ProseSpan(start + found.start(), start + found.end())
    return Figure(span, value, step, unit + (found["currency"] or "").strip(), marked, comma)


def _timed(words: str, at: int) -> Figure | None:
    """The time on a clock that is all of a cell, in seconds."""
    found = _CLOCK.fullmatch(words) or _LONG_CLOCK.fullmatch(words)
    if found is None:
        return None
    seconds = Decimal(found["seconds"])
    value = (int(found["hours"] or 0) * 60 + int(found["minutes"])) * 60 + seconds
    step = Decimal(1).scaleb(-len(found["seconds"].partition(".")[2]))
    return Figure(ProseSpan(at, at + len(words)), value, step, ":")


def _of_share(found: re.Match[str] | None, start: int) -> Figure | None:
    number = _number(found["number"]) if found else None
    if found is None or number is None:
        return None
    value, step, comma = number
    return Figure(ProseSpan(start + found.start("share"), start + found.end("share")), value, step, "%", comma=comma)


def _number(written: str) -> tuple[Decimal, Decimal, bool] | None:
    """A number's value, the place value of its last digit, and whether a comma parts its decimals."""
    if written.isdecimal() and len(written) <= _DIGITS:
        return None if len(written) > 1 and written[0] == "0" else (Decimal(written), _ONE, False)
    if sum(map(str.isdigit, written)) > _DIGITS:
        return None
    whole, mark, decimals = written, "", ""
    for sign in ".,":
        head, found, tail = written.rpartition(sign)
        if found and tail.isdecimal() and (len(tail) != 3 or (sign == "." and head.count(".") == 0)):
            whole, mark, decimals = head, sign, tail
            break
    if not (whole.isdecimal() or _GROUPS.fullmatch(whole) or _dotted(whole, mark)):
        return None
    digits = "".join(filter(str.isdigit, whole))
    if len(digits) > 1 and digits[0] == "0":
        return None
    value = Decimal(f"{digits}.{decimals}" if decimals else digits)
    return value, Decimal(1).scaleb(-len(decimals)), mark == ","


def _dotted(whole: str, mark: str) -> bool:
    """Whether dots part the thousands: "1.234.567" or "1.234,5"."""
    parts = whole.split(".")
    return (
        (len(parts) > 2 or mark == ",")
        and all(len(part) == 3 for part in parts[1:])
        and whole.replace(".", "").isdecimal()
    )
