"""What a reading is: a claim with its kind, its place in the prose and its value."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from articles.claims.calendar import Date
from articles.claims.written import Written
from articles.textmap import ProseSpan


class Kind(StrEnum):
    """What sort of thing was claimed."""

    DATE = "date"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    NUMBER = "number"
    DURATION = "duration"
    ORDINAL = "ordinal"


class Money(NamedTuple):
    """An amount of a currency (ISO 4217); ``per`` is what a unit price is for ("barrel"), ``year`` the price's year."""

    amount: Written
    currency: str
    per: str | None = None
    year: int | None = None


class Quantity(NamedTuple):
    """An amount of a unit, named as pint names it; ``difference`` marks a difference of temperatures."""

    amount: Written
    unit: str
    difference: bool = False


class Percent(NamedTuple):
    """A percentage; ``points`` marks percentage points. Per mille is worked in (5 per mille is 0.5)."""

    amount: Written
    points: bool = False


class Number(NamedTuple):
    """A plain number; ``noun`` is the thing counted ("ministers"), None where there is none."""

    amount: Written
    noun: str | None = None


class Duration(NamedTuple):
    """A length of time or an age in ``day week month year decade century hour minute second``."""

    amount: Written
    unit: str


class Ordinal(NamedTuple):
    """A place in an order ("third", "21st")."""

    amount: Written


Value = Date | Money | Quantity | Percent | Number | Duration | Ordinal


class Claim(NamedTuple):
    """One reading.

    ``span`` is the evidence: the number with sign, currency, scale word and unit; a date without its
    preposition; a range as one span; hedges outside. Claims of one page are in order and never overlap.
    ``parts`` are the two ends of a range or the numbers of an "x of n", each a claim of its own inside
    ``span``. ``pattern`` names how it was read. ``quoted`` marks text inside quotation marks.
    ``impossible`` marks a date that was clearly written and does not exist ("31 April 1990"); its value is the
    narrowest real interval around it (the month).
    """

    kind: Kind
    span: ProseSpan
    value: Value
    pattern: str
    parts: tuple[Claim, ...] = ()
    quoted: bool = False
    impossible: bool = False


class Pair(NamedTuple):
    """Two claims that state one thing twice: "2,917 m (9,750 ft)", "5 miles or 8 km"."""

    first: Claim
    second: Claim


class Claims(NamedTuple):
    """All readings of one page, in order, and the pairs among them.

    ``unread`` is where reading stopped, on a page of more readings than any article has; None where all was read.
    """

    all: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    unread: int | None = None
