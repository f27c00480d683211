"""Whether two names are those of two things of one series: seasons, treaties, wars, battles, centuries."""

from __future__ import annotations

from articles.claims.number_words import ordinals
from articles.regex import regex
from articles.words import WordList

_SPAN = regex(r"(?<![\w-])(1[0-9]{3}|20[0-9]{2})(?:[–/-]([0-9]{4}|[0-9]{2}))?(?![\w–-])")
_EDITIONS = WordList(__file__, "editions")
_JOINTS = WordList(__file__, "joints")
_WORD = regex(r"[\w'’]+(?:-[\w'’]+)*")
_NTH = regex(r"([0-9]{1,2})(?:st|nd|rd|th)")
_NUMBER = regex(r"[1-9][0-9]{0,2}")
_ROMAN = regex(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_FIGURE = regex(r"(?<![0-9])[0-9]{1,3}(?![0-9])| [IVX]+\b")
_ORDINAL = regex(r"first|second|third|[a-z]th\b")
_LETTERS = {"I": 1, "V": 5, "X": 10}


def other_years(one: str, other: str) -> bool | None:
    """Whether two names differ in their years, however the rest is written; None where they are no such names.

    What goes on from one year into the next is often called by either.
    """
    if not any(map(str.isdigit, other)):
        return None
    years = _SPAN.findall(one), _SPAN.findall(other)
    if len(years[0]) != 1 or len(years[1]) != 1:
        return None
    words = _words(_SPAN.sub("", one)), _words(_SPAN.sub("", other))
    if not all(word in words[0] or word in _EDITIONS for word in words[1]):
        return None
    (start, end), (low, high) = (_bounds(*found[0]) for found in years)
    return low - end > 1 or start - high > 1


def other_place(one: str, other: str) -> bool | None:
    """Whether two names differ in their number in a series alone: "World War I" and "Second World War"."""
    if not _counted(one) or not _counted(other):
        return None
    first, second = _placed(one), _placed(other)
    if first is None or second is None or first[1:] != second[1:]:
        return None
    return first[0] != second[0]


def _counted(title: str) -> bool:
    """Whether a title may have a number: a figure, a numeral, an ordinal. Most titles have none."""
    low = title.lower()
    if ("th" in low or "first" in low or "second" in low or "third" in low) and _ORDINAL.search(low):
        return True
    return not title.isalpha() and _FIGURE.search(title) is not None


def _bounds(first: str, last: str) -> tuple[int, int]:
    """The years of a span: 1951–52 ends in 1952, 1999–00 in 2000."""
    end = int(first[: 4 - len(last)] + last)
    return int(first), end if end >= int(first) else end + 100


def _words(title: str) -> list[str]:
    """The words of a title that tell something, in lower case."""
    return [word for word in _WORD.findall(title.lower()) if word not in _JOINTS]


def _placed(title: str) -> tuple[int, bool, list[str]] | None:
    """The one number of a title, whether it is a place in an order, and the other words."""
    found: list[tuple[int, bool]] = []
    rest = []
    for at, word in enumerate(_WORD.findall(title.replace("-century", " century"))):
        low = word.lower()
        nth = _NTH.fullmatch(low)
        if nth or low in ordinals():
            found.append((int(nth[1]) if nth else ordinals()[low], True))
        elif _NUMBER.fullmatch(word):
            found.append((int(word), False))
        elif at and _ROMAN.fullmatch(word):
            found.append((_roman(word), True))
        elif low not in _JOINTS:
            rest.append(low)
    return (*found[0], sorted(rest)) if len(found) == 1 and rest else None


def _roman(numeral: str) -> int:
    values = [_LETTERS[letter] for letter in numeral]
    return sum(value if value >= max(values[at:]) else -value for at, value in enumerate(values))
