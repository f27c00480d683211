"""The year of a date that does not say it: the last one its paragraph named, when nothing speaks against it."""

from __future__ import annotations

from functools import cache

from articles.claims.calendar import Date, Precision, civil, weekday
from articles.claims.claim import Claim
from articles.claims.dates import Reading
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.claims.year_context import word_sets
from articles.regex import regex
from articles.textmap import GAP

_YEARLY = regex(
    r"\b(?:(?i:each|every|annual|annually|yearly|anniversary|birthday|holiday|celebrated|observed|festival|feast|day of"
    r"|tradition|traditionally|(?:is|are) (?:held|marked|kept|announced)|takes? place|falls|usually|normally"
    r"|runs? from)|(?<!D-)(?<!The )Day)\b"
)
_OTHER_YEAR = regex(
    r",? (?:of )?(?:the |that )?(?:following|next|previous|preceding|subsequent|each|every|any|prior) year\b"
)
_SAME_YEAR = regex(r",? (?:(?:of|in|during) )?(?:the (?:very )?same|that same|that|the said) year\b")
_NEXT_YEAR = regex(r",? (?:of |in )?the (?:following|next) year\b")
_EVENT = regex(
    r" (?:[A-Za-z]+ ){1,5}(?:began|started|opened|broke out|took place|was (?:held|signed|fought|launched|proclaimed))"
    r"(?: (?:at|in|near) [A-Za-z]+)?(?: on| in)? "
)
_OF_YEAR = regex(
    r" (?:began|started|opened|broke out|took place|was (?:held|signed|fought|launched|proclaimed|raised|lifted))"
    r"(?: on)? "
)
"""The same where the year stands behind the event: "the siege of 1529 was raised on 14 October"."""
_LONGEST_EVENT = 80
_ARTICLES = frozenset(("the", "a"))
_OPENERS = frozenset(("and", "but", "when", "while", "where", "before", "after", "as"))
"""Before "the 1973 war began": not a word that makes the war the object of another thing."""
_FAR = 4000
"""A year named more characters before is not meant."""
_NEARBY = 800
"""The same for figures whose era is that of the year named last."""
_EARLY = 365243
"""The last day of the year 1000."""
_PLAIN = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
_DATED = (Precision.DAY, Precision.MONTH, Precision.SEASON)


@cache
def _before_month() -> frozenset[str]:
    return frozenset(phrases(table("context")["before-month"]["words"]))


@cache
def _before_narrated() -> frozenset[str]:
    return frozenset(phrases(table("context")["before-narrated-year"]["words"]))


@cache
def _weekdays() -> dict[str, int]:
    return {name.lower(): number for name, number in table("months")["weekdays"].items()}


class YearContext:
    """The dates read so far, of which those of the paragraph being read may give another its year."""

    __slots__ = ("_claims", "last")

    def __init__(self, claims: list[Claim]) -> None:
        """Start with no date read; ``claims`` is the list to which readings are added."""
        self._claims = claims
        self.last: Claim | None = None
        """The last date that was read, with whatever year it says."""

    def _dates(self, text: str, at: int) -> list[Claim]:
        """The dates of the paragraph before a place, the last one first."""
        low = max(text.rfind("\n", max(0, at - _FAR), at), at - _FAR)
        dates: list[Claim] = []
        for claim in reversed(self._claims):
            if claim.span.start <= low:
                break
            if isinstance(claim.value, Date):
                dates.append(claim)
        return dates

    def near(self, text: str, start: int) -> int | None:
        """The year named last, where it lies before 1000 or before Christ and in the paragraph of a place."""
        last = self.last
        if last is None or not isinstance(last.value, Date):
            return None
        day = last.value.latest if last.value.latest is not None else last.value.earliest
        if day is None or day > _EARLY or last.span.end + _NEARBY < start or "\n" in text[last.span.end : start]:
            return None
        return civil(day)[0]

    def resolve(self, text: str, reading: Reading, left: Left) -> Reading | None:
        """The reading with its paragraph's year; None where the year is not certain."""
        dates, month = self._dates(text, reading.start), reading.first.month or 0
        if not dates:
            return None
        same = _SAME_YEAR.match(text, reading.end) or _begins(text, dates[0], reading.start)
        told = dates[0] if same else _told(text, dates, reading.start)
        known = None if told is None else _known(told)
        between = "" if told is None else text[told.span.end : reading.start]
        if known is None or GAP in between:
            return None
        if told is dates[0] and _SAME_YEAR.match(text, reading.end):
            return checked(reading.in_year(known[0]), left)
        if _NEXT_YEAR.match(text, reading.end) and ". " not in between:
            return checked(reading.in_year(known[0] + 1), left)
        if month < known[1] or (reading.last.month or 0) < month or _OTHER_YEAR.match(text, reading.end):
            return None
        if reading.first.day is None and left.lower not in _before_month():
            return None
        sentence = between[between.rfind(". ") + 1 :]
        if _YEARLY.search(sentence) or _YEARLY.search(text[reading.end : reading.end + 40].split(". ")[0]):
            return None
        return checked(reading.in_year(known[0]), left)


def _told(text: str, dates: list[Claim], at: int) -> Claim | None:
    """The last of a paragraph's dates that its story had come to; None where it is not certain which that is."""
    told: Claim | None = None
    for claim in reversed(dates):
        other = told is not None and _year_of(claim) != _year_of(told)
        if _in_brackets(text, claim, at):
            told = None if other and _is_dated(claim) else told
        elif claim.pattern.startswith("since-") and text[max(0, claim.span.start - 12) : claim.span.start].islower():
            continue  # "for the first time since 2005" looks back
        elif not _is_aside(text, claim):
            told = claim
        elif other:
            told = None
    return told


def _begins(text: str, claim: Claim, at: int) -> bool:
    """Whether a year names what a date tells the beginning of: "the 1973 war began on 6 October"."""
    between = text[claim.span.end : at] if at - claim.span.end < _LONGEST_EVENT else ""
    if claim.pattern == "year" and text.endswith(" of ", 0, claim.span.start) and _OF_YEAR.fullmatch(between):
        return word_before(text, claim.span.start - 3).lower in word_sets().events
    if claim.pattern != "year" or _EVENT.fullmatch(between) is None:
        return False
    article = word_before(text, claim.span.start)
    before = word_before(text, article.start).lower
    return article.lower in _ARTICLES and (not before or before[-1] in ".,;:" or before in _OPENERS)


def _known(told: Claim) -> tuple[int, int] | None:
    """The year of a date and its month, 0 where it has none; None where it blurs or opens the year."""
    value = told.value
    if not isinstance(value, Date) or value.latest is None:
        return None
    plain = told.parts[0 if _in_one_year(told) else -1].value if told.parts else value
    if not isinstance(plain, Date) or plain.earliest is None or plain.latest is None or plain.circa:
        return None
    if plain.precision not in _PLAIN or (value.earliest is None and plain.precision is Precision.YEAR):
        return None
    year, month, _ = civil(plain.latest)
    if plain.precision is Precision.SEASON:
        first, month, _ = civil(plain.earliest)
        return (year, month) if first == year else None
    return year, 0 if plain.precision is Precision.YEAR else month


def checked(reading: Reading, left: Left) -> Reading | None:
    """The reading, unless the weekday before it is not that of its day in the year it was given."""
    named = _weekdays().get(left.lower.rstrip(","))
    if named is None or reading.first.day is None or reading.first.impossible:
        return reading
    day = reading.first.date().earliest
    return reading if day is not None and weekday(day) == named else None


def _year_of(claim: Claim) -> int | None:
    value = claim.value
    return None if not isinstance(value, Date) or value.latest is None else civil(value.latest)[0]


def _in_brackets(text: str, claim: Claim, at: int) -> bool:
    """Whether a date stands in brackets that close before a place, as those of a life or of a book do."""
    start, end = claim.span
    before = text[max(0, start - 120) : start]
    return before.rfind("(") > before.rfind(")") and text.find(")", end, min(end + 120, at)) >= 0


def _is_dated(claim: Claim) -> bool:
    """Whether a date is finer than a year, or a range of such dates in one year: "21–23 August 1914"."""
    return isinstance(claim.value, Date) and (claim.value.precision in _DATED or _in_one_year(claim))


def _in_one_year(claim: Claim) -> bool:
    """Whether a range runs from one day, month or season to another of the same year."""
    years: set[int] = set()
    for part in claim.parts:
        value = part.value
        if not isinstance(value, Date) or value.precision not in _DATED or value.earliest is None:
            return False
        years.add(civil(value.earliest)[0])
    return len(years) == 1


def _is_aside(text: str, claim: Claim) -> bool:
    """Whether a date may tell of something beside the story: a range of years, "the 1990 treaty"."""
    value = claim.value
    assert isinstance(value, Date)
    if _is_dated(claim):
        return False
    if value.precision is not Precision.YEAR:
        return True
    left = word_before(text, claim.span.start)
    return bool(left.word) and left.lower not in _before_narrated()
