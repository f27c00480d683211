"""An amount as written: a numeral or a range of two, with sign, fraction, scale word and plus-minus worked in."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from articles.claims.number_words import read_fraction, read_words, scales
from articles.claims.numerals import NARROW, ZERO, Numeral, fraction_signs, read_digits
from articles.claims.vocabulary import table, trie
from articles.claims.written import Hedge, Written

TOKEN = re.compile(r"[0-9]+(?:[.,'’·][0-9]+)*")
_BLANK = f" {NARROW}"
_SLASHED = re.compile(rf"(?:[{_BLANK}-]?([0-9]{{1,2}})[/⁄]([0-9]{{1,3}})(?![0-9/⁄.]))")
_AND_HALF = re.compile(r" and (a|one|two|three)[ -](half|third|quarter|quarters|thirds|fourth|fourths|fifth)\b")
_POWER = re.compile(rf"[{_BLANK}]?[×x·][{_BLANK}]?10(?:\^?([-−–]?[0-9]{{1,3}})(?![0-9])|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))")
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_PLUS_MINUS = re.compile(rf"[{_BLANK}]?(?:±|\+/[-−–])[{_BLANK}]?(?=[0-9])")
_DASH = re.compile(rf"[{_BLANK}]?[–—−‒‐‑][{_BLANK}]?(?=[0-9])|[{_BLANK}]-[{_BLANK}](?=[0-9])|-(?=[0-9])")
_TO = re.compile(r"[ \u00a0-](to|and|or|through)[ \u00a0-](?=[0-9A-Za-z])")


class Part(NamedTuple):
    """One number of an amount with its scale worked in, and where it stands."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    power: int = 0


class Amount(NamedTuple):
    """A number or a range of two. ``whole`` tells an unscaled whole number, which a count takes as a point.

    ``form`` names how it was put together: ``digits``, ``words``, ``scaled``, ``fraction``, ``range`` or
    ``plus-minus``.
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
        """The amount as an interval; ``point`` for an unhedged count of things."""
        exact = point and self.whole and hedge is Hedge.NONE
        return Written(self.value, self.top, ZERO if exact else self.step, hedge)


@cache
def _scale_pattern() -> re.Pattern[str]:
    words = [word for word in scales() if word != "hundred"]
    short = "|".join(table("numbers")["abbreviated-scales"])
    return re.compile(rf"(?:[{_BLANK}]|-)?({trie(words)})s?\b(?![-][a-z])|[{_BLANK}]?({short})\b\.?", re.IGNORECASE)


@cache
def _money_scale_pattern() -> re.Pattern[str]:
    return re.compile(rf"[{_BLANK}]?({'|'.join(table('numbers')['money-scales'])})(?![A-Za-z0-9²³/])")


def _scale(text: str, at: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of a scale word at a place, and where it ends; 0 where there is none."""
    if not (text[at : at + 1].isalpha() or text[at + 1 : at + 2].isalpha()):
        return 0, at
    found = _scale_pattern().match(text, at)
    if found is not None:
        word = (found[1] or found[2]).lower()
        return scales().get(word) or table("numbers")["abbreviated-scales"][word], found.end()
    if money:
        found = _money_scale_pattern().match(text, at)
        if found is not None:
            return table("numbers")["money-scales"][found[1]], found.end()
    return 0, at


def read_part(text: str, start: int, token: str, *, money: bool = False) -> Part | None:
    """One number in digits at a place, with fraction, power of ten and scale word."""
    numeral = read_digits(text, start, token)
    if numeral is None:
        return None
    end, value, step = numeral.end, numeral.value, numeral.step
    following = text[end : end + 1]
    power = 0
    if following and following not in ",.;)\n":
        value, step, end = _extended(text, end, value, step)
        power, end = _scale(text, end, money=money)
        if power:
            value, step = value.scaleb(power), step.scaleb(power)
    return Part(start, end, value, step, power)


def _extended(text: str, end: int, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, int]:
    """The value with a fraction ("2½", "2 1/2", "2 and a half") or a power of ten ("3 × 10^8") after it."""
    sign = fraction_signs().get(text[end]) or fraction_signs().get(text[end + 1 : end + 2])
    if sign is not None and step == 1:
        return value + sign, ZERO, end + (1 if text[end] in fraction_signs() else 2)
    if (slashed := _SLASHED.match(text, end)) is not None and step == 1 and 0 < int(slashed[1]) < int(slashed[2]):
        return value + Decimal(int(slashed[1])) / int(slashed[2]), ZERO, slashed.end()
    if (power := _POWER.match(text, end)) is not None:
        exponent = int(
            power[1].translate({0x2212: "-", 0x2013: "-"}) if power[1] else power[2].translate(_SUPERSCRIPTS)
        )
        return value.scaleb(exponent), step.scaleb(exponent), power.end()
    if text.startswith(" and ", end):
        return _and_fraction(text, end, value, step)
    return value, step, end


def _and_fraction(text: str, end: int, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, int]:
    if (found := _AND_HALF.match(text, end)) is not None and (part := read_fraction(text, found.start(1))) is not None:
        return value + part.value, ZERO, part.end
    return value, step, end


def read_word_part(text: str, start: int) -> Part | None:
    """One number in words at a place, with its scale words and a fraction ("two and a half million")."""
    numeral: Numeral | None = read_fraction(text, start) or read_words(text, start)
    if numeral is None:
        return None
    value, step, end = numeral.value, numeral.step, numeral.end
    if text.startswith(" and ", end):
        value, step, end = _and_fraction(text, end, value, step)
        if step == ZERO:
            power, end = _scale(text, end, money=False)
            value = value.scaleb(power)
    return Part(start, end, value, step)


def read_amount(text: str, start: int, token: str, *, money: bool = False, between: bool = False) -> Amount | None:
    """The amount that starts with a token of digits, or with a number word where the token is empty."""
    first = read_part(text, start, token, money=money) if token else read_word_part(text, start)
    if first is None:
        return None
    return _plus_minus(text, first) or _range(text, first, money=money, between=between) or _single(text, first, token)


def _single(text: str, part: Part, token: str) -> Amount:
    whole = part.step == 1
    form = ("digits" if token else "words") if whole or part.step < 1 else "scaled"
    if part.step == 0:
        form = "fraction"
    return Amount(part.start, part.end, part.value, part.value, part.step, whole, form)


def _plus_minus(text: str, first: Part) -> Amount | None:
    sign = _PLUS_MINUS.match(text, first.end)
    if sign is None:
        return None
    reach = read_part(text, sign.end(), TOKEN.match(text, sign.end())[0])  # type: ignore[index]  # the sign looks ahead to a digit
    if reach is None:
        return None
    return Amount(
        first.start, reach.end, first.value - reach.value, first.value + reach.value, ZERO, False, "plus-minus"
    )


def _range(text: str, first: Part, *, money: bool, between: bool) -> Amount | None:
    at = _joint(text, first.end, between=between)
    if at < 0:
        return None
    token = TOKEN.match(text, at)
    second = read_part(text, at, token[0], money=money) if token else read_word_part(text, at)
    if second is None:
        return None
    first = _share_scale(first, second)
    if second.value <= first.value:
        return None
    step = max(first.step, second.step) if first.step and second.step else ZERO
    parts = (first, second)
    return Amount(first.start, second.end, first.value, second.value, step, False, "range", parts)


def _joint(text: str, end: int, *, between: bool) -> int:
    """Where the second number of a range starts, -1 where no range is joined on."""
    dash = _DASH.match(text, end)
    if dash is not None:
        return dash.end()
    word = _TO.match(text, end)
    if word is None or (word[1] == "and") != between:
        return -1
    return word.end()


def _share_scale(first: Part, second: Part) -> Part:
    """The first number with the second's scale where only the second says it: "5 to 10 million"."""
    if first.power or not second.power or first.value >= 1000:
        return first
    value = first.value.scaleb(second.power)
    if value >= second.value:
        return first
    return first._replace(value=value, step=first.step.scaleb(second.power), power=second.power)
