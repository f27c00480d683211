"""From a date's reading to claims: prepositions, parts of a year and hedges worked in."""

from __future__ import annotations

from functools import cache

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.claims.date_pieces import Piece
from articles.claims.dates import Reading
from articles.claims.left import Left, hedge_before, word_before
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge
from articles.claims.years import YearReading
from articles.textmap import ProseSpan


@cache
def _openers() -> dict[str, str]:
    return {word: name for name, joined in table("context")["opens-range"].items() for word in phrases(joined)}


@cache
def _parts() -> dict[str, tuple[int, int]]:
    return {word: (first, last) for word, (first, last) in table("months")["parts"].items()}


def date_claims(text: str, reading: Reading, left: Left) -> tuple[Claim, ...]:
    """The claims of a reading whose years are known."""
    between = left.word.lower() == "between"
    if reading.pattern.endswith("-list") and not between:
        return _piece(reading.first), _piece(reading.last)
    ends = () if reading.first is reading.last else (_piece(reading.first), _piece(reading.last))
    impossible = reading.first.impossible or reading.last.impossible
    pattern = reading.pattern.replace("-list", "-range")
    return (_opened(text, reading.start, reading.end, reading.value(), pattern, left, ends, impossible=impossible),)


def _piece(piece: Piece) -> Claim:
    span = ProseSpan(piece.start, piece.end)
    return Claim(Kind.DATE, span, piece.date(), piece.style, (), False, piece.impossible)


def year_claims(text: str, start: int, reading: YearReading, left: Left) -> tuple[Claim, ...]:
    """The claim of a span of years."""
    ends = tuple(Claim(Kind.DATE, ProseSpan(first, last), value, "year") for first, last, value in reading.ends)
    return (_opened(text, start, reading.end, reading.value, reading.pattern, left, ends),)


def _opened(
    text: str,
    start: int,
    end: int,
    value: Date,
    pattern: str,
    left: Left,
    ends: tuple[Claim, ...],
    *,
    impossible: bool = False,
) -> Claim:
    """A date with what stands before it: a third of it, an open end, a hedge."""
    word = left.word.lower()
    third = _parts().get(word.removesuffix("-"))
    if third is None and start and text[start - 1] == "-":
        left = _hyphened(text, start)
        third = _parts().get(left.word.lower())
    if third is not None and not ends:
        start, value, pattern = (
            left.start,
            _third(value, *third),
            f"{word.removesuffix('-') or left.word.lower()}-{pattern}",
        )
        left = word_before(text, start)
        word = left.word.lower()
    hedge, at = hedge_before(text, left)
    circa = hedge is Hedge.ABOUT or text[start - 1 : start] == "~"
    if circa:
        value = value._replace(circa=True)
        left = word_before(text, at)
        word = left.word.lower()
    opener = _openers().get(word)
    if opener is None or (opener == "from" and not circa and ends):
        return Claim(Kind.DATE, ProseSpan(start, end), value, pattern, ends, False, impossible)
    whole = Claim(Kind.DATE, ProseSpan(start, end), value, pattern, ends, False, impossible)
    return (
        whole._replace(value=_open(value, opener), pattern=f"{opener}-{pattern}", parts=(whole,))
        if opener != "from"
        else whole
    )


def _hyphened(text: str, start: int) -> Left:
    """The word joined to a date by a hyphen: "mid-1990s"."""
    low = start - 1
    while low and start - low < 12 and text[low - 1].isalpha():
        low -= 1
    return Left(low, text[low : start - 1])


def _third(value: Date, first: int, last: int) -> Date:
    """The given thirds of an interval (early, mid, late), a sixth wider on each inner side."""
    assert value.earliest is not None
    assert value.latest is not None
    length = value.latest - value.earliest + 1
    slack = length // 6
    earliest = value.earliest + max(0, (first - 1) * length // 3 - slack)
    latest = min(value.latest, value.earliest + last * length // 3 + slack - 1)
    return Date(earliest, latest, value.precision, value.circa)


def _open(value: Date, opener: str) -> Date:
    """The interval opened as its preposition says."""
    assert value.earliest is not None
    match opener:
        case "since":
            return value._replace(latest=None)
        case "until" | "by":
            return value._replace(earliest=None)
        case "before":
            return value._replace(earliest=None, latest=value.earliest - 1)
        case _:
            late = value.precision is Precision.DAY
            return value._replace(earliest=value.earliest + late, latest=None)
