"""Claims joined to one: "5 ft 10 in", "3 dollars 50 cents", "5 km–10 km", "between 5 % and 10 %"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from articles.claims.amounts import TOKEN, Part, read_part, read_word_part
from articles.claims.claim import Claim, Duration, Money, Percent, Quantity
from articles.claims.left import Left
from articles.claims.money import Currency, currency_after
from articles.claims.number_words import cardinals
from articles.claims.numerals import ONE
from articles.claims.unit_words import Unit, read_unit
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Written
from articles.regex import regex
from articles.textmap import ProseSpan

Measure = Quantity | Duration | Money | Percent
Reader = Callable[[str, int, str, Left], Claim | int]

_MOVED_BY = regex(r"([0-9][0-9,]{0,14}) to ([0-9][0-9,]{0,14})")
_FAR = 5
"""How many times the first of two numbers the second is at least where it is no end of a range."""
_NEXT = regex(r"(?:,? and|,)?[ \u00a0](?=[0-9a-z½¼¾])")
_HYPHENED = regex(
    r"-([0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?:[ -]inch(?:es)?)?(?![0-9A-Za-z.])"
)
_HALF = regex(r"[ \u00a0]and a half(?![A-Za-z-])")
_COIN = regex(r"c(?![A-Za-z0-9])")
_DASH = regex(r"[ \u00a0]?[–—−‒-][ \u00a0]?[-−]?[$£€¥]?(?=[0-9])")
_TO = regex(r"[ \u00a0]to[ \u00a0][-−]?[$£€¥]?(?=[0-9])")
_MINUTES = regex(r"[ \u00a0]?m(?![\w/²³])")
"""Behind hours written "h": "3h 12m"."""
_SPREADS = ("range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying")
_AND = regex(r"[ \u00a0]and[ \u00a0][-−]?[$£€¥]?(?=[0-9])")


@cache
def _compounds() -> dict[str, tuple[str, int]]:
    return {unit: (below, size) for unit, (below, size) in table("units")["compounds"].items()}


def compounded(text: str, claim: Claim) -> Claim:
    """The claim with what follows in the next smaller unit or coin: "5 ft 10 in" is 70 inches."""
    value = claim.value
    if isinstance(value, Percent) or not isinstance(value, Measure) or value.amount.step != 1 or claim.parts:
        return claim
    if isinstance(value, Quantity) and value.unit == "foot" and text[claim.span.end - 1] != "s":
        tall = _height(text, claim, value)
        if tall is not None:
            return tall
    if text.startswith(" and a half", claim.span.end) and (half := _HALF.match(text, claim.span.end)) is not None:
        more = value.amount.value + Decimal("0.5")
        amount = Written(more, more, Decimal(0), value.amount.hedge)
        return _joined(claim, half.end(), value._replace(amount=amount), "half")
    found = _NEXT.match(text, claim.span.end)
    if found is None:
        return claim
    token = TOKEN.match(text, found.end())
    part = read_part(text, token.start(), token[0]) if token else read_word_part(text, found.end())
    if part is None or part.power:
        return claim
    return _with_coin(text, claim, value, part) if isinstance(value, Money) else _with_unit(text, claim, value, part)


def _height(text: str, claim: Claim, value: Quantity) -> Claim | None:
    """A height whose inches follow a hyphen without their name: "6-foot-2", "five-foot-ten"."""
    if text[claim.span.end : claim.span.end + 1] != "-":
        return None
    found = _HYPHENED.match(text, claim.span.end)
    inches = None if found is None else int(found[1]) if found[1].isdecimal() else cardinals()[found[1]]
    if found is None or inches is None or inches > 11:
        return None
    size = value.amount.value * 12 + inches
    amount = Written(size, size, ONE, value.amount.hedge)
    return _joined(claim, found.end(), value._replace(amount=amount, unit="inch"), "compound")


def _with_coin(text: str, claim: Claim, value: Money, part: Part) -> Claim:
    coin = currency_after(text, part.end)
    if coin is None and (sign := _COIN.match(text, part.end)) is not None:
        coin = Currency(sign.end(), value.currency, hundredth=True)
    if coin is None or not coin.hundredth or part.value >= 100:
        return claim
    more, step = part.value / 100, part.step / 100
    amount = Written(value.amount.value + more, value.amount.top + more, step, value.amount.hedge)
    return _joined(claim, coin.at, value._replace(amount=amount), "compound")


def _with_unit(text: str, claim: Claim, value: Quantity | Duration, part: Part) -> Claim:
    below = _compounds().get(value.unit)
    unit = None if below is None else read_unit(text, part.end, sure=True)
    if below is not None and unit is not None and unit.time and (lower := _compounds().get(below[0])):
        below = (lower[0], lower[1] * below[1]) if unit.name == lower[0] and value.unit == "hour" else below
    if value.unit == "hour" and text[claim.span.end - 1] == "h" and (minutes := _MINUTES.match(text, part.end)):
        unit = Unit(minutes.end(), "minute", time=True)
    if below is None or unit is None or unit.name != below[0] or part.value >= below[1]:
        return claim
    size = Decimal(below[1])
    low, high = value.amount.value * size + part.value, value.amount.top * size + part.value
    amount = Written(low, high, part.step, value.amount.hedge)
    joined = _joined(claim, unit.end, value._replace(amount=amount, unit=below[0]), "compound")
    return compounded(text, joined) if part.step == 1 else joined


def _joined(claim: Claim, end: int, value: Measure, name: str) -> Claim:
    return claim._replace(span=ProseSpan(claim.span.start, end), value=value, pattern=f"{claim.pattern}-{name}")


def ranged(text: str, first: Claim, left: Left, reader: Reader) -> Claim:
    """The claim as a range, where a dash or "and" after "between" joins a second with the same unit."""
    value = first.value
    if not isinstance(value, Measure) or first.parts:
        return first
    joint = _DASH.match(text, first.span.end)
    if joint is None and left.lower in ("between", "from", "of") and text.startswith((" and ", " to "), first.span.end):
        joint = _AND.match(text, first.span.end) if left.lower == "between" else None
        joint = joint or (_TO.match(text, first.span.end) if is_ranging(text, left) else None)
    token = None if joint is None else TOKEN.match(text, joint.end())
    if token is None:
        return first
    second = reader(text, token.start(), token[0], Left(token.start(), "", ""))
    if isinstance(second, int) or second.parts or not isinstance(second.value, Measure):
        return first
    other = second.value
    if not _alike(value, other) or other.amount.value <= value.amount.value:
        return first
    amount = Written(
        value.amount.value, other.amount.top, max(value.amount.step, other.amount.step), value.amount.hedge
    )
    return _joined(first, second.span.end, other._replace(amount=amount), "range")._replace(parts=(first, second))


def is_moving(left: Left) -> bool:
    """Whether a price moved by the amount after a word, and "to" leads to what it came to: "rose $1.12 to $84.30"."""
    return left.lower in _moves()


def is_moved_by(text: str, start: int, left: Left) -> bool:
    """Whether "by" leads to how far a number moved, and "to" to what it came to: "fell by 12,000 to 221,000"."""
    found = _MOVED_BY.match(text, start) if left.lower == "by" or is_moving(left) else None
    return found is not None and _whole(found[2]) >= _FAR * _whole(found[1])


def _whole(digits: str) -> int:
    return int(digits.replace(",", ""))


@cache
def _moves() -> frozenset[str]:
    return frozenset(phrases(table("money")["moves"]["words"]))


def is_ranging(text: str, left: Left) -> bool:
    """Whether "to" joins the ends of a range, and not what was and what became of it: "ranging from 5 km to 10 km"."""
    if left.lower == "between":
        return True
    before = text[max(0, left.start - 12) : left.start].rstrip().lower()
    return before.endswith("range") if left.lower == "of" else before.endswith(_SPREADS)


def _alike(value: Measure, other: Measure) -> bool:
    """Whether two values are of one kind and in one unit."""
    if isinstance(value, Money) and isinstance(other, Money) and value.per is None:  # "$4 and $5 per barrel"
        value = value._replace(per=other.per)
    return type(value) is type(other) and value._replace(amount=other.amount) == other
