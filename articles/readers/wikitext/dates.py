"""Date templates: each renders the date it was given, never an age or a time since."""

from __future__ import annotations

from functools import cache

from articles.readers.wikitext.calls import Call
from articles.readers.wikitext.markup import markup
from articles.readers.wikitext.nodes import Region
from articles.regex import regex
from articles.textmap import GAP

_YES = frozenset(("y", "yes", "1", "true", "t", "on"))
_ISO = regex(r"(-?[0-9]{1,4})-([0-9]{1,2})(?:-([0-9]{1,2}))?$")
_DMY = regex(r"([0-9]{1,2})\s+([A-Za-z]{3,9})\.?,?\s+([0-9]{1,4})$")
_MDY = regex(r"([A-Za-z]{3,9})\.?\s+([0-9]{1,2}),?\s+([0-9]{1,4})$")
_MY = regex(r"([A-Za-z]{3,9})\.?,?\s+([0-9]{1,4})$")
_YEAR = regex(r"-?[0-9]{1,5}$")

Parts = tuple[str, str, str]
"""Year, month and day as written; empty where not given."""


def sortable_date(call: Call) -> str | None:
    """``{{dts|1992|3|9}}``: 9 March 1992, unless ``format`` says otherwise; ``{{dts|9 March 1992}}`` as given."""
    given = call.positional()
    order = call.text("format").lower() or ("dmy" if len(given) > 1 and any(given[1:3]) else "")
    return _given(given, order or "", abbreviated=call.text("abbr").lower() in _YES)


def date(call: Call) -> str | None:
    """``{{start date|1992|3|9}}``: March 9, 1992; ``df=y`` puts the day first."""
    given = call.positional()
    if call.node.name.lower().strip() in ("date", "format date") and len(given) > 1:
        return _given(given[:1], given[1].lower())
    return _given(given, _order(call))


def film_date(call: Call) -> str | None:
    """``{{film date|1999|3|9|Cannes|1999|5|1}}``: dates, each with its place."""
    given = call.positional()
    shown = []
    for at in range(0, len(given), 4):
        day = _given(given[at : at + 3], _order(call))
        place = given[at + 3] if len(given) > at + 3 else ""
        if day:
            shown.append(f"{day} ({place})" if place else day)
    return "; ".join(shown) or None


def death_date(call: Call) -> str | None:
    """The date of death; the age that follows on the page is computed."""
    given = call.positional()
    name = call.node.name.lower()
    if "year" in name or (len(given) == 2 and given[0].isdecimal()):
        return _given(given[:1], "")
    return _given(given[:3] if len(given) > 2 else given[:1], _order(call))


def old_style_date(call: Call) -> str | None:
    """``{{OldStyleDate|20 March|1815|8 March}}``: 20 March [O.S. 8 March] 1815."""
    given = [*call.positional(), "", "", ""][:3]
    if not given[0] or any(GAP in part for part in given):
        return None
    old = f" [O.S. {given[2]}]" if given[2] else ""
    return f"{given[0]}{old} {given[1]}".strip()


def as_of(call: Call) -> Region | str | list[str | Region] | None:
    """``{{as of|2010|5|1}}``: As of 1 May 2010; ``alt`` replaces it all."""
    alternative = call.first("alt")
    if alternative:
        return alternative
    word = "since" if call.text("since").lower() in _YES else "as of"
    word = word if call.text("lc").lower() in _YES else word.capitalize()
    behind = call.text("post")
    given = call.positional()
    first = call.first("1")
    if first and not any(given[1:]):
        return [f"{word} ", first, behind]
    order = "mdy" if call.text("df").lower() in ("us", "mdy") else "dmy"
    day = _given(given, order)
    return f"{word} {day}{behind}" if day else None


def marriage(call: Call) -> list[str | Region] | None:
    """``{{marriage|Name|1990|2000|end=div}}``: Name (m. 1990; div 2000)."""
    name, first, last = (call.first(key) for key in ("1", "2", "3"))
    if not name:
        return None
    shown: list[str | Region] = [name]
    if first:
        shown += [" (m. ", first]
    if last:
        shown += ["; " if first else " (", f"{call.text('end', 'reason').lower() or 'ended'} ", last]
    return [*shown, ")"] if first or last else shown


def _order(call: Call) -> str:
    return "dmy" if call.text("df", "day first").lower() in _YES or call.text("mf").lower() == "no" else "mdy"


def _given(given: list[str], order: str, *, abbreviated: bool = False) -> str | None:
    """The date of some parameters: numbers, or one text. None where it cannot be told."""
    texts = [text.strip() for text in given[:3]] + ["", "", ""]
    year, month, day = texts[:3]
    if not any(texts):
        return ""
    if any(GAP in text for text in texts):
        return None
    if month and not _month(month):
        return None if day or _YEAR.match(year) else year
    if day and not (day.isdecimal() and len(day) < 3):
        return None
    if month or day:
        if year and not _YEAR.match(year):
            return None
        return _written((year, month, day), order, abbreviated)
    parts = _parsed(year)
    if parts is None or (not order and not _ISO.match(year)):
        return year
    return _written(parts, order, abbreviated)


def _parsed(text: str) -> Parts | None:
    """A date written as one text, in the ways that reformatting understands."""
    if match := _ISO.match(text):
        month, day = match[2], match[3] or ""
        return (match[1], month, day) if 1 <= int(month) <= 12 else None
    if match := _DMY.match(text):
        return (match[3], match[2], match[1]) if _month(match[2]) else None
    if match := _MDY.match(text):
        return (match[3], match[1], match[2]) if _month(match[1]) else None
    if match := _MY.match(text):
        return (match[2], match[1], "") if _month(match[1]) else None
    return (text, "", "") if _YEAR.match(text) else None


def _month(text: str) -> int:
    """The number of a month given by number or name; 0 where it is none."""
    if text.isdecimal():
        number = int(text) if len(text) < 3 else 0
        return number if number <= 12 else 0
    return _numbers().get(text.lower().rstrip("."), 0)


@cache
def _numbers() -> dict[str, int]:
    """The months by name and abbreviation, in lower case; "Sept" is as usual as "Sep"."""
    named = ((name.lower(), number) for number, name in enumerate(markup().months, 1))
    return {low[:length]: number for low, number in named for length in (3, len(low))} | {"sept": 9}


def _written(parts: Parts, order: str, abbreviated: bool) -> str | None:
    year, month, day = parts
    if year.lstrip("-").isdecimal():
        number = int(year)
        year = f"{-number} BC" if number < 0 else str(number)
    if not month:
        return year if not day else None
    name = markup().months[_month(month) - 1]
    name = name[:3] if abbreviated else name
    day = str(int(day)) if day else ""
    if order.startswith(("mdy", "md")) and day:
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    return " ".join(part for part in (day, name, year) if part)
