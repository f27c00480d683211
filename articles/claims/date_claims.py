"""From a date's reading to claims: what stands before a date narrows it, loosens it or opens an end of it."""

from __future__ import annotations

from functools import cache

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.claims.date_parts import Draft, attached, narrowed, narrowed_range, winter
from articles.claims.date_pieces import Piece
from articles.claims.dates import Reading
from articles.claims.left import Left, hedge_before, word_before
from articles.claims.old_style import dual_year, is_old_style, old_style
from articles.claims.periods import YearReading
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge
from articles.claims.year_context import WORD, word_sets
from articles.regex import regex
from articles.textmap import ProseSpan

_EARLY = ("early ", "late ", "mid ", "Early ", "Late ")
_AFTERWARDS = regex(
    r"(?: and)? onwards?\b|,? (?:or|and) (?:later|after)(?=[,.;)]|$)|,? or later\b"
    r"|[ \u00a0]?[–—-][ \u00a0]?(?:present|today|now)\b|,? to (?:the present(?: day)?|present|date)(?=[,.;:)\n]|$)"
)
_LATER = (" or ", " onward")
_GOES_ON = frozenset((" o", " a", ", ", " t", " –", "–p", "–t", "–n", "-p"))
_NOT = regex(r"\b(?:not|never)(?: [a-z]+){0,2} $|n['’]t(?: [a-z]+){0,2} $")
_NIGHT = regex(r"night (?:of|from|between)(?: the)? $")


@cache
def _openers() -> dict[str, tuple[tuple[str, str], ...]]:
    """What opens a range, by the last word of its phrase."""
    openers: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, joined in table("context")["opens-range"].items():
        for phrase in phrases(joined):
            last = phrase.rsplit(" ", 1)[-1]
            openers[last] = (*openers.get(last, ()), (phrase, name))
    return openers


def date_claims(text: str, reading: Reading, left: Left) -> tuple[Claim, ...]:
    """The claims of a reading whose years are known."""
    if reading.first is reading.last:
        draft, end = _single(text, reading, left)
        return (_claim(text, end, draft, (), impossible=reading.first.impossible),)
    if reading.pattern.endswith("-list") and left.lower != "between" and not _is_night(text, reading.start):
        return tuple(_piece(piece) for piece in (reading.first, *reading.inner, reading.last))
    ends = (_piece(reading.first), _piece(reading.last))
    draft = Draft(reading.start, reading.value(), reading.pattern.replace("-list", "-range"), left)
    impossible = reading.first.impossible or reading.last.impossible
    return (_claim(text, reading.end, draft, ends, impossible=impossible),)


def _single(text: str, reading: Reading, left: Left) -> tuple[Draft, int]:
    """A date that is no range, and its end: a day of the Julian calendar and a double year are two days."""
    piece, value, end = reading.first, reading.value(), reading.end
    if piece.day is None or piece.impossible or piece.year is None:
        return Draft(reading.start, value, reading.pattern, left), end
    if is_old_style(text, reading.start, end):
        return Draft(reading.start, old_style(piece), f"old-style-{reading.pattern}", left), end
    dual = dual_year(text, end, piece.year)
    if dual:
        later = piece._replace(year=piece.year + 1).date()
        return Draft(reading.start, value._replace(latest=later.latest), f"dual-{reading.pattern}", left), dual
    return Draft(reading.start, value, reading.pattern, left), end


def _is_night(text: str, start: int) -> bool:
    """Whether two days are those that a night joins."""
    return _NIGHT.search(text, max(0, start - 24), start) is not None


def _piece(piece: Piece) -> Claim:
    span = ProseSpan(piece.start, piece.end)
    return Claim(Kind.DATE, span, piece.date(), piece.style, (), False, piece.impossible)


def year_claim(text: str, start: int, reading: YearReading, left: Left) -> Claim:
    """The claim of a span of years."""
    ends = tuple(Claim(Kind.DATE, ProseSpan(at, end), value, "year") for at, end, value in reading.ends)
    return _claim(text, reading.end, Draft(start, reading.value, reading.pattern, left), ends)


def _claim(text: str, end: int, draft: Draft, ends: tuple[Claim, ...], *, impossible: bool = False) -> Claim:
    """The claim of a date with what stands before it worked in."""
    plain = draft.left.lower == "in" and not text.startswith(_LATER, end)
    if plain and not text.endswith(_EARLY, 0, draft.left.start):
        return Claim(Kind.DATE, ProseSpan(draft.start, end), draft.value, draft.pattern, ends, False, impossible)
    if not draft.left.word and draft.start and text[draft.start - 1] in "-./":
        draft = draft._replace(left=attached(text, draft.start))
    if not ends:
        draft = narrowed(text, draft)
    else:
        draft, ends = _narrowed_range(text, draft, ends)
    hedge, at = hedge_before(text, draft.start, draft.left)
    left = draft.left
    if hedge is Hedge.ABOUT:
        draft = draft._replace(value=draft.value._replace(circa=True))
        left = word_before(text, at)
        ends = ends and (_loosened(ends[0]), *ends[1:])
    whole = Claim(Kind.DATE, ProseSpan(draft.start, end), draft.value, draft.pattern, ends, False, impossible)
    return _opened(text, whole, draft, left)


def _opened(text: str, whole: Claim, draft: Draft, left: Left) -> Claim:
    """A date with an end opened, where the words before or after it open one."""
    end = whole.span.end
    if left.lower == "year":
        left = word_before(text, left.start)
    if left.lower == "the":
        left = word_before(text, left.start)
    opener = _opener(text, left)
    if text[end : end + 2] in _GOES_ON and opener in (None, "from") and not whole.parts:
        opener = "since" if _AFTERWARDS.match(text, end) else opener
    if opener == "until" and _NOT.search(text, max(0, left.start - 40), left.start):
        opener = None  # "it was not until 1990 that", "he did not return until 1990" tell of 1990
    if opener in ("by", "before") and draft.left.lower == "the" and _is_attribute(text, draft, end):
        # "before the 2006 coup" tells of the coup, which is in 2006, and "by the 2006 treaty" of no time at all
        opener = "until" if opener == "before" else None
    if opener is None or opener == "from":
        return whole
    return whole._replace(value=_open(draft.value, opener), pattern=f"{opener}-{draft.pattern}", parts=(whole,))


def _is_attribute(text: str, draft: Draft, end: int) -> bool:
    """Whether a year or a century stands before the noun that it belongs to."""
    if draft.value.precision is not Precision.YEAR and "-" not in text[draft.start : end]:
        return False
    word = WORD.match(text, end)
    return word is not None and word[1] not in word_sets().stops


def _narrowed_range(text: str, draft: Draft, ends: tuple[Claim, ...]) -> tuple[Draft, tuple[Claim, ...]]:
    """A range with the part of its first end that is meant, or the season that its two years are of."""
    if draft.left.lower in ("winter", "summer", "of") and draft.pattern == "year-range":
        season = winter(text, draft)
        return (draft, ends) if season is None else (season, ())
    first = ends[0]
    assert isinstance(first.value, Date)
    found = narrowed_range(text, draft, first.value)
    if found is None:
        return draft, ends
    first = first._replace(span=ProseSpan(found[0].start, first.span.end), value=found[1])
    return found[0], (first, *ends[1:])


def _loosened(end: Claim) -> Claim:
    """The first end of a range, which the word "about" before the range stands beside."""
    assert isinstance(end.value, Date)
    return end._replace(value=end.value._replace(circa=True))


def _opener(text: str, left: Left) -> str | None:
    """What the words before a date open ("until", "prior to"), None where they open nothing."""
    found = _openers().get(left.lower)
    if found is None:
        return None
    end = left.start + len(left.word)
    before = text[max(0, end - 24) : end].lower()
    return next((name for phrase, name in found if before.endswith(phrase)), None)


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
