"""Dates that are told by the one before them: "on the same day", "in that year", "the following month"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from articles.claims.calendar import Date, Precision, civil, of_day, of_month, of_year
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge
from articles.facts.frames import frames
from articles.textmap import ProseSpan

if TYPE_CHECKING:  # tokens.py reads these dates while it makes tokens
    from articles.facts.tokens import Token

UNITS = {"day": Precision.DAY, "month": Precision.MONTH, "year": Precision.YEAR}
ORDER = (Precision.DAY, Precision.MONTH, Precision.YEAR)
"""From the finest on: a day lies in a month, a month in a year."""
SAME = frozenset(("date", "time"))
"""What is as fine as the date before, whatever that is."""
NEXT = frozenset(("following", "next", "ensuing"))
GENITIVES = frozenset(("'s", "’s"))
DATING = frozenset(("in", "on", "since", "from", "by", "and", "to", "of", ",", "–", "-"))
"""What stands before a date that "the following year" may follow, which in "the 1948 treaty" it does not."""
ENDS = frozenset((".", ",", ";", "and"))
"""What stands behind "the year after" where nothing follows that it would be after."""
LATER = {"later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "earlier": -1}
"""What stands behind a time that is counted from the date before it: "two years later"."""
ONE = frozenset(("a", "one"))
SETTLED = (3, 10)
"""The months from which "a year later" falls into the next year, though a few weeks should lack or be over."""
FARTHEST = 60
HINTS = (
    "same ",
    "hat year",
    "hat month",
    "hat day",
    "hat date",
    "following ",
    "next ",
    "ensuing ",
    " after",
    " later",
    " earlier",
)
"""One of these stands in every sentence that tells a date so."""

Found = list[tuple[str, int, int]]
"""The words of a sentence, each with its start and end."""


class Earlier(NamedTuple):
    """The last date before a place; ``single`` says that no other could be meant by what counts from it."""

    claim: Claim
    single: bool


class Relative(NamedTuple):
    """A date told so: where its words end, and the first word behind them."""

    claim: Claim
    end: int
    behind: int


def refers_back(text: str) -> bool:
    """Whether a sentence may tell a date by one before it; False is certain."""
    for hint in HINTS:  # noqa: SIM110  asked of every sentence, which any() answers in twice the time
        if hint in text:
            return True
    return False


def same(word: str, before: Claim, span: ProseSpan) -> Claim | None:
    """What "the same day" or "that year" means: the date before, or the year or the month in which it lies."""
    value = before.value
    if not isinstance(value, Date):
        return None
    unit = UNITS.get(word)
    if word in SAME or unit == value.precision:
        ends = value.earliest is not None, value.latest is not None
        return before if all(ends) or unit is not Precision.YEAR else _opening(before, value, span)
    if unit is None or value.earliest is None or value.precision not in ORDER:
        return None
    if ORDER.index(unit) < ORDER.index(value.precision):
        return None
    year, month, _ = civil(value.earliest)
    wider = of_year(year, circa=value.circa) if unit is Precision.YEAR else of_month(year, month, circa=value.circa)
    return Claim(Kind.DATE, span, wider, "relative", quoted=before.quoted)


def _opening(before: Claim, value: Date, span: ProseSpan) -> Claim:
    """The year with which "since 2011" begins, or "until 2011" ends."""
    year = civil(value.earliest or value.latest or 0)[0]
    return Claim(Kind.DATE, span, of_year(year, circa=value.circa), "relative", quoted=before.quoted)


def after(word: str, before: Claim, span: ProseSpan) -> Claim | None:
    """What "the following day", "the next month" or "the year after" means behind a date that is as fine or finer."""
    value = before.value
    unit = UNITS.get(word)
    if not isinstance(value, Date) or before.parts or value.earliest is None or value.latest is None or value.circa:
        return None
    if unit is None or value.precision not in ORDER or ORDER.index(unit) < ORDER.index(value.precision):
        return None
    year, month, _ = civil(value.earliest)
    if unit is Precision.YEAR:
        later = of_year(year + 1)
    elif unit is Precision.MONTH:
        later = of_month(year + month // 12, month % 12 + 1)
    else:
        later = of_day(*civil(value.earliest + 1))
    return Claim(Kind.DATE, span, later, "relative", quoted=before.quoted)


def counted(count: int, unit: str, before: Claim, span: ProseSpan) -> Claim | None:
    """The date so many years, months or days behind another (before it, below zero), vague by its last digit."""
    value = before.value
    if not isinstance(value, Date) or before.parts or value.earliest is None or value.latest is None or value.circa:
        return None
    if UNITS.get(unit) is None or value.precision not in ORDER or abs(count) > FARTHEST:
        return None
    if ORDER.index(UNITS[unit]) < ORDER.index(value.precision):
        return None
    year, month, _ = civil(value.earliest)
    if unit == "day":
        return Claim(Kind.DATE, span, of_day(*civil(value.earliest + count)), "relative", quoted=before.quoted)
    if unit == "month":
        months = year * 12 + month - 1 + count
        later = of_month(months // 12, months % 12 + 1, circa=True)
        return Claim(Kind.DATE, span, later, "relative", quoted=before.quoted)
    if value.precision is not Precision.YEAR and not SETTLED[0] <= month <= SETTLED[1]:
        return None
    return Claim(Kind.DATE, span, of_year(year + count, circa=True), "relative", quoted=before.quoted)


def passed(tokens: list[Token], plains: list[str], at: int, before: Earlier) -> tuple[int, Claim] | None:
    """What "later" at a word tells behind a time, "a year later", and how many tokens that time is.

    None where a date follows, "a year later, in 1962", or where it counts from another than the one ``before``.
    """
    last = tokens[-1]
    time = last.claim.value if last.claim is not None else None
    count, unit, taken = 1, last.low, 2
    if isinstance(time, Duration):
        amount = time.amount
        count, unit, taken = int(amount.value), time.unit, 1
        if amount.hedge is not Hedge.NONE or amount.value != amount.top or amount.value != count:
            return None
    elif len(tokens) < 3 or tokens[-2].low not in ONE:
        return None
    dates = [token for token in tokens if token.dated]
    counts = dates[-1].claim is before.claim if dates else before.single
    if not counts or any(plain[:1].isdecimal() for plain in plains[at + 1 : at + 6]) or (count and count % 10 == 0):
        return None  # "thirty years later" is a round number
    span = ProseSpan(tokens[-taken].start, last.end)
    claim = counted(count * LATER[plains[at].lower()], unit, before.claim, span)
    return (taken, claim) if claim is not None else None


def told(tokens: list[Token], found: Found, plains: list[str], at: int, before: Earlier) -> Relative | None:
    """The date that "same", "following" or "year" at a word tells, whose article is the last of the tokens."""
    led = len(tokens) > 2 and tokens[-2].low == "of"
    if len(tokens) > 2 and tokens[-2 - led].dated:  # "on 16 August of the same year", "on May 27 that year"
        return None
    low, behind = plains[at].lower(), plains[at + 1] if at + 1 < len(found) else ""
    start, end = found[at - 1][1], found[at][2]
    if low in UNITS or low in SAME:
        if plains[at - 1].lower() == "that":
            return _relative(same(low, before.claim, ProseSpan(start, end)), end, at + 1)
        if behind != "after" or (at + 2 < len(found) and found[at + 2][0] not in ENDS):
            return None
        low, at = "", at + 1
    elif not behind or (at + 2 < len(found) and found[at + 2][0] in GENITIVES):
        return None
    end = found[at + (low != "")][2]
    span, unit = ProseSpan(start, end), behind if low else plains[at - 1].lower()
    if low == "same":
        return _relative(same(unit, before.claim, span), end, at + 2)
    counted = after(unit, before.claim, span) if _follows(tokens, before) else None
    return _relative(counted, end, at + 2 if low else at + 1)


def _relative(claim: Claim | None, end: int, behind: int) -> Relative | None:
    return Relative(claim, end, behind) if claim is not None else None


def _follows(tokens: list[Token], before: Earlier) -> bool:
    """Whether "the following year", whose article is the last token, is counted from the date before it."""
    around = frames().around
    if len(tokens) > 1 and tokens[-2].low not in ("in", "on"):
        led = tokens[-2].low  # "over the following year"
        if led in around["prepositions"] or led in around["phrase"]:
            return False
    dates = [at for at, token in enumerate(tokens) if token.dated]
    if not dates:
        return before.single
    last = dates[-1]
    return tokens[last].claim is before.claim and (last == 0 or tokens[last - 1].low in DATING)
