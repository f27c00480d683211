"""From a date's reading to claims: what stands before a date narrows it, loosens it or opens an end of it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, day_number, month_length, years
from articles.claims.claim import Claim, Kind
from articles.claims.date_pieces import Piece
from articles.claims.dates import Reading
from articles.claims.left import Left, hedge_before, word_before
from articles.claims.old_style import dual_year, is_old_style, old_style
from articles.claims.periods import YearReading
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge
from articles.textmap import ProseSpan

Parts = tuple[int, int, int]
_EARLY = ("early ", "late ", "mid ", "Early ", "Late ")
_ARTICLES = ("the", "of the")


class _Words(NamedTuple):
    """Words before a date; ``parts`` are first and last of so many equal parts, ``seasons`` first and last month."""

    openers: dict[str, tuple[tuple[str, str], ...]]
    parts_of: dict[str, Parts]
    parts_before: dict[str, Parts]
    seasons: dict[str, tuple[int, int]]


@cache
def _words() -> _Words:
    lists, context = table("months"), table("context")
    openers: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, joined in context["opens-range"].items():
        for phrase in phrases(joined):
            last = phrase.rsplit(" ", 1)[-1]
            openers[last] = (*openers.get(last, ()), (phrase, name))
    before: dict[str, Parts] = {name.lower(): tuple(parts) for name, parts in lists["parts-before"].items()}
    parts_of: dict[str, Parts] = {name: tuple(parts) for name, parts in lists["parts-of"].items()}
    seasons: dict[str, tuple[int, int]] = {name: tuple(ends) for name, ends in lists["seasons"].items()}
    return _Words(openers, parts_of, before, seasons)


class _Draft(NamedTuple):
    """A date on its way to a claim, with the word before it."""

    start: int
    value: Date
    pattern: str
    left: Left


def date_claims(text: str, reading: Reading, left: Left) -> tuple[Claim, ...]:
    """The claims of a reading whose years are known."""
    if reading.first is reading.last:
        draft, end = _single(text, reading, left)
        return (_claim(text, end, draft, (), impossible=reading.first.impossible),)
    if reading.pattern.endswith("-list") and left.lower != "between":
        return _piece(reading.first), _piece(reading.last)
    ends = (_piece(reading.first), _piece(reading.last))
    draft = _Draft(reading.start, reading.value(), reading.pattern.replace("-list", "-range"), left)
    impossible = reading.first.impossible or reading.last.impossible
    return (_claim(text, reading.end, draft, ends, impossible=impossible),)


def _single(text: str, reading: Reading, left: Left) -> tuple[_Draft, int]:
    """A date that is no range, and its end: a day of the Julian calendar and a double year are two days."""
    piece, value, end = reading.first, reading.value(), reading.end
    if piece.day is None or piece.impossible or piece.year is None:
        return _Draft(reading.start, value, reading.pattern, left), end
    if is_old_style(text, reading.start, end):
        return _Draft(reading.start, old_style(piece), f"old-style-{reading.pattern}", left), end
    dual = dual_year(text, end, piece.year)
    if dual:
        later = piece._replace(year=piece.year + 1).date()
        return _Draft(reading.start, value._replace(latest=later.latest), f"dual-{reading.pattern}", left), dual
    return _Draft(reading.start, value, reading.pattern, left), end


def _piece(piece: Piece) -> Claim:
    span = ProseSpan(piece.start, piece.end)
    return Claim(Kind.DATE, span, piece.date(), piece.style, (), False, piece.impossible)


def year_claim(text: str, start: int, reading: YearReading, left: Left) -> Claim:
    """The claim of a span of years."""
    ends = tuple(Claim(Kind.DATE, ProseSpan(at, end), value, "year") for at, end, value in reading.ends)
    return _claim(text, reading.end, _Draft(start, reading.value, reading.pattern, left), ends)


def _claim(text: str, end: int, draft: _Draft, ends: tuple[Claim, ...], *, impossible: bool = False) -> Claim:
    """The claim of a date with what stands before it worked in."""
    if draft.left.lower == "in" and not text.endswith(_EARLY, 0, draft.left.start):
        return Claim(Kind.DATE, ProseSpan(draft.start, end), draft.value, draft.pattern, ends, False, impossible)
    if not draft.left.word and draft.start and text[draft.start - 1] in "-./":
        draft = draft._replace(left=_attached(text, draft.start))
    if not ends:
        draft = _narrowed(text, draft)
    hedge, at = hedge_before(text, draft.start, draft.left)
    left = draft.left
    if hedge is Hedge.ABOUT:
        draft = draft._replace(value=draft.value._replace(circa=True))
        left = word_before(text, at)
    whole = Claim(Kind.DATE, ProseSpan(draft.start, end), draft.value, draft.pattern, ends, False, impossible)
    if left.lower == "the":
        left = word_before(text, left.start)
    opener = _opener(text, left)
    if opener is None or opener == "from" or (opener == "until" and word_before(text, left.start).lower == "not"):
        # "It was not until 1990 that" tells of 1990.
        return whole
    return whole._replace(value=_open(draft.value, opener), pattern=f"{opener}-{draft.pattern}", parts=(whole,))


def _opener(text: str, left: Left) -> str | None:
    """What the words before a date open ("until", "prior to"), None where they open nothing."""
    found = _words().openers.get(left.lower)
    if found is None:
        return None
    end = left.start + len(left.word)
    before = text[max(0, end - 24) : end].lower()
    return next((name for phrase, name in found if before.endswith(phrase)), None)


def _attached(text: str, start: int) -> Left:
    """The word joined to a date by a hyphen or a dot: "mid-1990s", "c.1500"."""
    low = start - 1
    while low and start - low < 12 and text[low - 1].isalpha():
        low -= 1
    word = text[low : start - 1]
    return Left(low, word, word.lower())


def _narrowed(text: str, draft: _Draft) -> _Draft:
    """A date with the part of it that is meant: "late 1996", "the end of 1990", "the summer of 1941"."""
    words, left = _words(), draft.left
    parts = words.parts_before.get(left.lower)
    if parts is not None:
        before = word_before(text, left.start)
        return _Draft(left.start, _share(draft.value, parts), f"{left.lower}-{draft.pattern}", before)
    season = words.seasons.get(left.lower)
    if season is not None and draft.value.precision is Precision.YEAR:
        return _season(text, draft, left, season)
    if left.lower not in ("of", "the", "in"):
        return draft
    return _part_of(text, draft)


def _part_of(text: str, draft: _Draft) -> _Draft:
    """A date after "the end of", "the first half of the", "the summer of", "early in"."""
    words, left = _words(), draft.left
    if left.lower == "the":
        left = word_before(text, left.start)
    if left.lower not in ("of", "in"):
        return draft
    noun = word_before(text, left.start)
    season = words.seasons.get(noun.lower) if draft.value.precision is Precision.YEAR else None
    if season is not None:
        return _season(text, draft, noun, season)
    if left.lower == "in":
        parts = words.parts_before.get(noun.lower) if draft.left.lower == "in" else None
    else:
        parts = words.parts_of.get(noun.lower)
    start = noun.start
    if parts is None and left.lower == "of":
        adjective = word_before(text, noun.start)
        parts, start = words.parts_of.get(f"{adjective.lower} {noun.lower}"), adjective.start
        noun = noun._replace(lower=f"{adjective.lower} {noun.lower}")
    if parts is None:
        return draft
    before = word_before(text, start)
    if before.lower == "the":
        before = word_before(text, before.start)
    name = noun.lower.replace(" ", "-")
    return _Draft(start, _share(draft.value, parts), f"{name}-{draft.pattern}", before)


def _share(value: Date, parts: Parts) -> Date:
    """The days from the first to the last of so many equal parts."""
    assert value.earliest is not None
    assert value.latest is not None
    first, last, of = parts
    if value.precision is Precision.YEAR and 12 % of == 0:
        year = civil(value.earliest)[0]
        month = last * 12 // of
        latest = day_number(year, month, month_length(year, month))
        return value._replace(earliest=day_number(year, (first - 1) * 12 // of + 1, 1), latest=latest)
    if value.precision in (Precision.DECADE, Precision.CENTURY):
        year, count = civil(value.earliest)[0], civil(value.latest)[0] - civil(value.earliest)[0] + 1
        return years(year + (first - 1) * count // of, year + last * count // of - 1, value.precision)
    length = value.latest - value.earliest + 1
    earliest = value.earliest + (first - 1) * length // of
    return value._replace(earliest=earliest, latest=value.earliest + last * length // of - 1)


def _season(text: str, draft: _Draft, noun: Left, months: tuple[int, int]) -> _Draft:
    """A season of a year, on whichever side of the equator; a winter may have begun in the year before."""
    assert draft.value.earliest is not None
    year = civil(draft.value.earliest)[0]
    first, last = months
    if noun.lower == "winter":
        earliest, latest = day_number(year - 1, 12, 1), day_number(year + 1, 3, 31)
    else:
        earliest, latest = day_number(year, first, 1), day_number(year, last, month_length(year, last))
    before = word_before(text, noun.start)
    if before.lower in _ARTICLES:
        before = word_before(text, before.start)
    return _Draft(noun.start, Date(earliest, latest, Precision.SEASON), f"season-{draft.pattern}", before)


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
