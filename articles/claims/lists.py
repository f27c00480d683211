"""Numbers that leave their unit to a later one: "45 and 50 mg", "5, 10 or 15 percent"."""

from __future__ import annotations

from articles.claims import value_claims as make
from articles.claims.amounts import TOKEN, Amount
from articles.claims.claim import Claim
from articles.claims.percents import read_percent
from articles.claims.unit_words import read_unit
from articles.claims.written import Hedge
from articles.regex import regex

_ITEM = regex(r"(,? (?:and|or) | (?:by|×|x) |, )(?:about |nearly |over )?(?=[0-9])")
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
        last = len(item[1]) > 2
        end = token.end()
        if last:
            break
    if not last:
        return None
    percent = read_percent(text, end)
    if percent is not None:
        return make.percent(text, amount, amount.end, hedge, points=percent.points)
    unit = read_unit(text, end)
    if unit is None or unit.time:
        return None
    return make.quantity(text, amount, amount.end, hedge, unit.name)
