"""Numbers that leave their unit to a later one: "45 and 50 mg", "5, 10 or 15 percent"."""

from __future__ import annotations

from articles.claims import value_claims as make
from articles.claims.amounts import TOKEN, Amount
from articles.claims.claim import Claim
from articles.claims.percents import read_percent
from articles.claims.unit_words import read_unit
from articles.claims.written import Hedge
from articles.regex import regex

_ITEM = regex(r"(,? (?:and|or) | by | ?[×x] ?|, )(?:about |nearly |over )?(?=[0-9])")
_SIZE = regex(r"[ \u00a0-]?[A-Za-z]{1,12} [(\[]([0-9.,]+) ?[×x] ?[0-9.,]+")
_BEFORE_SIZE = regex(r"(?<![0-9.,])([0-9.,]+) ?[×x] ?[0-9.,]+[ \u00a0]?[A-Za-z]{1,12} [(\[]$")
_LONGEST = 4


def read_listed(text: str, amount: Amount, hedge: Hedge) -> Claim | None:
    """The claim of a number in a list whose last number has the unit or the percent sign; None where it is none."""
    end, last = amount.end, False
    if text[end : end + 1] not in (" ", ","):
        return None
    for _ in range(_LONGEST):
        item = _ITEM.match(text, end)
        token = None if item is None else TOKEN.match(text, item.end())
        if item is None or token is None:
            return None
        last = item[1] != ", "
        if (last and not item[1].strip(", ").isalpha()) or item[1].strip() == "x":
            last = _is_product(text, amount.start, token.end())
            if not last:
                return None
        end = token.end()
        if last:
            break
    if not last:
        return None
    percent = read_percent(text, end)
    if percent is not None:
        points = percent.points
        return (
            None if _restated(text, amount.end, end) else make.percent(text, amount, amount.end, hedge, points=points)
        )
    unit = read_unit(text, end)
    if unit is None or unit.time:
        return None
    return make.quantity(text, amount, amount.end, hedge, unit.name)


def _restated(text: str, start: int, end: int) -> bool:
    """Whether a percentage behind "or" tells what one number before it told: "only 480, or 55 per cent"."""
    return text.startswith(", or ", start) and "," not in text[start + 1 : end].replace(",000", "")


def _is_product(text: str, start: int, end: int) -> bool:
    """Whether a sign of multiplication joins two sides of a thing, and does not say how many of it there are.

    "4 × 100 m" and "2 × 105 mm" are counts of things; a size is told by its conversion: "12 × 15 in (30 × 38 cm)". What
    stands before both signs counts things all the same: "2 × 180 mm (2 × 7.1 in)".
    """
    size = _SIZE.match(text, end) or _BEFORE_SIZE.search(text[max(0, start - 40) : start])
    return size is not None and not text.startswith(f"{size[1]} ", start) and not text.startswith(f"{size[1]}×", start)
