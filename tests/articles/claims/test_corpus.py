"""The corpora of ``tests/corpus``: a value first, then its writings; and what must not be read.

Who loses a line here reads one of the usual writings of an encyclopedia wrongly, in every article that has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from articles.claims.calendar import Date, day_number, iso
from articles.claims.claim import Claim, Duration, Money, Percent, Quantity
from articles.claims.reader import read
from articles.claims.written import Hedge

FOLDER = Path(__file__).parents[2] / "corpus" / "en"
MARKS = str.maketrans("", "", "⟦⟧")


def writings() -> Iterator[tuple[str, str]]:
    """Each value with each of its writings."""
    for path in sorted(FOLDER.glob("*.txt")):
        if path.name.endswith(".not.txt"):
            continue
        value = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("= "):
                value = line[2:]
            elif line and not line.startswith("#"):
                hedged = line.rsplit(" [", 1)
                yield (f"{value} [{hedged[1]}", hedged[0]) if len(hedged) == 2 else (value, line)


def silent() -> Iterator[tuple[str, str]]:
    """Each line that must not be read, with the name of its file."""
    for path in sorted(FOLDER.glob("*.not.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield path.name.removesuffix(".not.txt"), line


def told(claim: Claim) -> str:
    """A claim's value as the corpora write it."""
    value = claim.value
    if isinstance(value, Date):
        return f"date {_days(value)}{' circa' if value.circa else ''}{' impossible' if claim.impossible else ''}"
    amount = value.amount
    low, high = _plain(amount.value), _plain(amount.top)
    words = [claim.kind.value, low if low == high else f"{low}..{high}"]
    match value:
        case Money():
            words += [
                value.currency,
                *(["per", value.per] if value.per else []),
                *([f"year {value.year}"] if value.year else []),
            ]
        case Quantity():
            words += [value.unit, *(["difference"] if value.difference else [])]
        case Percent():
            words += ["points"] if value.points else []
        case Duration():
            words += [value.unit]
    return " ".join(words) + (f" [{amount.hedge.value}]" if amount.hedge is not Hedge.NONE else "")


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _days(value: Date) -> str:
    first = "" if value.earliest is None else iso(value.earliest)
    last = "" if value.latest is None else iso(value.latest)
    if (value.earliest, value.latest) == (day_number(1800, 1, 1), day_number(1900, 12, 31)):
        return "1801-01-01..1900-12-31 loose"
    return first if first == last else f"{first}..{last}"


@pytest.mark.parametrize(("value", "line"), list(writings()))
def test_each_writing_gives_its_value_and_nothing_else(value: str, line: str) -> None:
    text = line.translate(MARKS)
    claims = read(text)
    assert [told(claim) for claim in claims] == [value]
    if "⟦" in line:
        assert text[claims[0].span.start : claims[0].span.end] == line.split("⟦")[1].split("⟧")[0]


@pytest.mark.parametrize(("name", "line"), list(silent()))
def test_what_is_no_claim_is_not_read(name: str, line: str) -> None:
    claims = read(line)
    if name == "amounts":
        claims = [claim for claim in claims if not isinstance(claim.value, Date)]
    if name == "dates":
        claims = [claim for claim in claims if isinstance(claim.value, Date)]
    assert [line[claim.span.start : claim.span.end] for claim in claims] == []


def test_there_are_four_hundred_things_that_must_not_be_read() -> None:
    assert len(list(silent())) >= 400
