"""An amount as written: a numeral or a range of two, with fraction, scale word and plus-minus worked in."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from articles.claims.counts import is_scaled
from articles.claims.number_words import cardinals, read_fraction, read_point, read_words, scales
from articles.claims.numerals import NARROW, ONE, ZERO, fraction_signs, read_digits
from articles.claims.vocabulary import table
from articles.claims.written import Hedge, Written
from articles.regex import regex
from articles.words import trie

TOKEN = regex(r"[0-9]+(?:[.,'’·][0-9]+)*|\.[0-9]+")
_BLANK = f" {NARROW}"
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_SLASHED = regex(rf"(?:[{_BLANK}{_ZERO_WIDTH}+-]([0-9]{{1,2}}))?[/⁄]([0-9]{{1,4}})(?![0-9/⁄])(?![.,][0-9])")
_AND_A = regex(
    r"[ -]and[ -](?:an?|one|two|three|four|five|seven|nine)[ -]"
    r"(?:half|quarters?|thirds?|fourths?|fifths?|sixths?|eighths?|ninths?|tenths?|sixteenths?|twentieths?|thirtieths?)\b"
)
_POWER = regex(
    rf"[{_BLANK}]?[×x·][{_BLANK}]?10(?:\^([-−–+]?[0-9]{{1,3}})(?![0-9])|([-−–][0-9]{{1,3}})(?![0-9])|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))"
)
_ALONE = regex(r"\^([-−–+]?[0-9]{1,3})(?![0-9])")
_SUPERSCRIPTS = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-+0123456789--")
_PLUS_MINUS = regex(rf"[{_BLANK}]?(?:±|\+/[-−–])[{_BLANK}]?(?=[0-9])")
_DASH = regex(rf"[{_BLANK}]?[–—−‒‐‑~][{_BLANK}]?|[{_BLANK}]-[{_BLANK}]|-")
_WORD_JOINT = regex(
    r"-?[ \u00a0-](to|and|or|through)[ \u00a0-](?:about |around |approximately |nearly |over |~)?(?=[0-9A-Za-z$£€¥₹])"
)
_FRACTION_BELOW = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 64, 100, 1000))
_TWICE = (" c", " m", " b", " t")
_AGAIN = regex(r" (crore|million|billion|trillion)\b")
_LETTER_SCALES = {"k": 3, "K": 3, "m": 6, "M": 6}


class Part(NamedTuple):
    """One number of an amount with its scale worked in, and where it stands; ``power`` is its scale word's."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    power: int = 0

    def written(self, *, point: bool = False) -> Written:
        """The number as an interval; ``point`` for a count of things."""
        return Written(self.value, self.value, ZERO if point and self.step == 1 else self.step)


class Amount(NamedTuple):
    """A number or a range of two. ``whole`` marks an unscaled whole number, which a count takes as a point.

    ``form`` names how it was put together: ``digits``, ``words``, ``scaled``, ``fraction``, ``range`` or
    ``plus-minus``; ``score`` is two numbers that a dash joins and that are no range ("3–1").
    """

    start: int
    end: int
    value: Decimal
    top: Decimal
    step: Decimal
    whole: bool
    form: str
    parts: tuple[Part, ...] = ()

    def written(self, hedge: Hedge = Hedge.NONE, *, point: bool = False) -> Written:
        """The amount as an interval; ``point`` for a count of things, which is exact unless hedged."""
        exact = point and self.whole and hedge is Hedge.NONE
        return Written(self.value, self.top, ZERO if exact else self.step, hedge)


@cache
def _scale_pattern() -> re.Pattern[str]:
    words = [word for word in scales() if word != "hundred"]
    short = "|".join(table("numbers")["abbreviated-scales"])
    return re.compile(rf"[{_BLANK}-]?(?:({trie(words)})s?(?!-[0-9])|({short})\.?(?!-))(?![A-Za-z])", re.IGNORECASE)


@cache
def _money_scale_pattern() -> re.Pattern[str]:
    return re.compile(rf"[{_BLANK}]?({'|'.join(table('numbers')['money-scales'])})(?![A-Za-z0-9²³/])")


@cache
def _powers() -> dict[str, int]:
    lists = table("numbers")
    return {**lists["abbreviated-scales"], **lists["scales"]}


def _scale(text: str, at: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of the scale word at a place, and where it ends; 0 where there is none."""
    if text[at : at + 1] in ",.;:)\n" or text[at : at + 2].strip(_BLANK + "-")[:1].lower() not in _scale_letters():
        return 0, at
    found = _scale_pattern().match(text, at)
    if found is not None:
        power, end = _powers()[(found[1] or found[2]).lower()], found.end()
        again = _AGAIN.match(text, end) if text.startswith(_TWICE, end) else None
        return (power, end) if again is None else (power + scales()[again[1]], again.end())
    if money and (found := _money_scale_pattern().match(text, at)) is not None:
        return int(table("numbers")["money-scales"][found[1]]), found.end()
    if text[at] in _LETTER_SCALES and is_scaled(text, at + 1):
        return _LETTER_SCALES[text[at]], at + 1
    return 0, at


@cache
def _scale_letters() -> frozenset[str]:
    return frozenset(word[0].lower() for word in (*_powers(), *table("numbers")["money-scales"]))


def read_part(text: str, start: int, token: str, *, money: bool = False) -> Part | None:
    """One number in digits at a place, with fraction, power of ten and scale word."""
    if token in fraction_signs():
        return Part(start, start + 1, fraction_signs()[token], ZERO)
    numeral = read_digits(text, start, token)
    if numeral is None:
        return None
    end, value, step, power = numeral.end, numeral.value, numeral.step, 0
    following = text[end : end + 1]
    if following and following not in ",.;)\n":
        value, step, end = _extended(text, end, value, step)
        power, end = _scale(text, end, money=money)
        if text.startswith(" dozen", end) and not power:
            value, end = value * 12, end + (7 if text.startswith(" dozens", end) else 6)
        if power:
            value, step = value.scaleb(power), step.scaleb(power)
            if text.startswith(" and ", end):
                value, step, end = _and_fraction(text, end, value, step, power)
    return Part(start, end, value, step, power)


def _extended(text: str, end: int, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, int]:
    """The value with a fraction ("2½", "2 1/2", "2 and a half") or a power of ten ("3 × 10^8") after it."""
    first, second = text[end], text[end + 1 : end + 2]
    if first in fraction_signs() and step == 1:
        return value + fraction_signs()[first], ZERO, end + 1
    if second in fraction_signs() and first in _BLANK and step == 1:
        return value + fraction_signs()[second], ZERO, end + 2
    if first in "×x·" or second in "×x·":
        power = _POWER.match(text, end)
        if power is not None:
            exponent = int((power[1] or power[2] or power[3]).translate(_SUPERSCRIPTS))
            return value.scaleb(exponent), step.scaleb(exponent), power.end()
    elif first == "^" and value == 10 and (alone := _ALONE.match(text, end)) is not None:
        return ONE.scaleb(int(alone[1].translate(_SUPERSCRIPTS))), ZERO, alone.end()
    elif first in "/⁄" or second.isdecimal():
        return _slashed(text, end, value, step)
    elif text.startswith(" and ", end):
        return _and_fraction(text, end, value, step, 0)
    return value, step, end


def _slashed(text: str, end: int, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, int]:
    """The value of "3/4" or "2 1/2"."""
    found = _SLASHED.match(text, end)
    if found is None or step != 1:
        return value, step, end
    top, below = int(found[1] or value), int(found[2])
    if below not in _FRACTION_BELOW or not 0 < top < below:
        return value, step, end
    return (value if found[1] else ZERO) + Decimal(top) / below, ZERO, found.end()


def _and_fraction(text: str, end: int, value: Decimal, step: Decimal, power: int) -> tuple[Decimal, Decimal, int]:
    """The value with "and a half" after it: of the scale word, where one stands before it."""
    found = _AND_A.match(text, end)
    if found is None:
        return value, step, end
    part = read_fraction(text, end + 5, scaled=False, adjective=True)
    if part is None or part.end != found.end():
        return value, step, end
    scaled = read_fraction(text, end + 5) if power else None
    if scaled is not None and scaled.end > part.end:
        return value + scaled.value, ZERO, scaled.end
    return value + part.value.scaleb(power), ZERO, part.end


def read_word_part(text: str, start: int, *, one: bool = False) -> Part | None:
    """One number in words at a place, with its scale words and a fraction ("two and a half million")."""
    fraction = None if one else read_fraction(text, start)
    if fraction is not None:
        return Part(start, fraction.end, fraction.value, ZERO)
    numeral = read_words(text, start, one=one)
    if numeral is None or numeral.ordinal:
        return None
    numeral = read_point(text, numeral)
    value, step, end = numeral.value, numeral.step, numeral.end
    if text.startswith((" and ", "-and-"), end):
        value, step, end = _and_fraction(text, end, value, step, step.adjusted())
    power = scales().get(text[numeral.start : numeral.end].rsplit(None, 1)[-1].lower(), 0)
    if step != 1 and not power:
        power, end = _scale(text, end, money=False)
        value, step = value.scaleb(power), step.scaleb(power)
    return Part(start, end, value, step, power)


def read_amount(
    text: str, start: int, token: str, *, money: str = "", between: bool = False, apart: bool = False
) -> Amount | None:
    """The amount that starts with a token of digits, or with a number word where the token is empty.

    ``money`` is the currency sign before it, which may stand before a range's second number too; ``between``
    says that "between" stands before it, so that "and" joins a range. ``apart`` says that "from" does, so that two
    amounts with their signs are what was and what became of it ("rose from $5 to $6").
    """
    first = read_part(text, start, token, money=bool(money)) if token else read_word_part(text, start)
    return None if first is None else extended(text, first, token, money=money, between=between, apart=apart)


def extended(
    text: str, first: Part, token: str, *, money: str = "", between: bool = False, apart: bool = False
) -> Amount | None:
    """The amount that a first number opens: alone, plus-minus, or a range."""
    following = text[first.end : first.end + 1]
    if following and following not in ",.;:)\n%":
        joined = _plus_minus(text, first) or _range(text, first, money=money, between=between, apart=apart)
        if joined is not None:
            return joined
    whole = first.step == 1
    form = "fraction" if first.step == 0 else "scaled" if first.step > 1 else "digits" if token else "words"
    return Amount(first.start, first.end, first.value, first.value, first.step, whole, form)


def _plus_minus(text: str, first: Part) -> Amount | None:
    sign = _PLUS_MINUS.match(text, first.end)
    token = None if sign is None else TOKEN.match(text, sign.end())
    reach = None if token is None else read_part(text, token.start(), token[0])
    if reach is None:
        return None
    low, high = first.value - reach.value, first.value + reach.value
    return Amount(first.start, reach.end, low, high, ZERO, False, "plus-minus")


def _range(text: str, first: Part, *, money: str, between: bool, apart: bool) -> Amount | None:
    worded = _WORD_JOINT.match(text, first.end)
    dash = None if worded is not None else _DASH.match(text, first.end)
    joint = worded or dash
    if joint is None or (dash is None and (joint[1] == "and") != between):
        return None
    at = joint.end()
    if money and text.startswith(money, at):
        if apart and worded is not None:
            return None
        at += len(money)
    digits = TOKEN.match(text, at)
    if digits is None and (not _number_word(text, at) or (dash is not None and text[at].isupper())):
        return None
    second = read_part(text, at, digits[0], money=bool(money)) if digits else read_word_part(text, at)
    if second is None:
        return None if dash is None or digits is None else _score(first, first._replace(end=digits.end()))
    if first.value < 1 <= second.value and second.step and text[first.start].isalpha():
        return None  # "grew by half to 300 tonnes"
    first = _share_scale(first, second)
    if second.value <= first.value:
        return _score(first, second) if dash is not None else None
    step = max(first.step, second.step) if first.step and second.step else ZERO
    form = "range" if dash is not None or joint[1] != "or" else "either"
    return Amount(first.start, second.end, first.value, second.value, step, False, form, (first, second))


def _number_word(text: str, at: int) -> bool:
    end = at
    while end < at + 12 and text[end : end + 1].isalpha():
        end += 1
    return text[at:end].lower() in cardinals()


def _score(first: Part, second: Part) -> Amount:
    return Amount(first.start, second.end, first.value, second.value, ONE, False, "score", (first, second))


def _share_scale(first: Part, second: Part) -> Part:
    """The first number with the second's scale where only the second says it: "5 to 10 million"."""
    if first.power or not second.power or first.value >= 1000:
        return first
    value = first.value.scaleb(second.power)
    if value >= second.value:
        return first
    return first._replace(value=value, step=first.step.scaleb(second.power), power=second.power)
