"""Reads a text once, left to right: an anchor says where a claim can start, its kind who reads it."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from functools import cache

from articles.claims.amount_claims import is_measure, read_bare, read_measure, read_opened
from articles.claims.amounts import read_word_part
from articles.claims.calendar import Date, civil
from articles.claims.cells import read_cell
from articles.claims.centuries import century_in_words
from articles.claims.claim import Claim, Kind, Ordinal
from articles.claims.date_claims import date_claims, year_claim
from articles.claims.date_context import YearContext
from articles.claims.date_joins import LONGEST as LONGEST_JOINT
from articles.claims.date_joins import joined
from articles.claims.date_pieces import months, read_ordinal_day
from articles.claims.dates import Reading, may_be_date, read_from_digits, read_from_month, read_from_year
from articles.claims.guards import guarded, guarded_before
from articles.claims.halves import lengths, read_opened_word
from articles.claims.later_years import Waiting, dated_later
from articles.claims.left import Left, word_before
from articles.claims.money import currency_before, is_price_year
from articles.claims.named_amounts import address_end
from articles.claims.number_words import cardinals, ordinals, read_words, scales
from articles.claims.numerals import LONGEST, ZERO
from articles.claims.old_style import read_bracket
from articles.claims.periods import YearReading, year
from articles.claims.right import is_bare
from articles.claims.short_years import read_short
from articles.claims.vouching import is_vouched
from articles.claims.word_guards import (
    DOUBTFUL,
    idiom_figures,
    in_idiom,
    in_name,
    is_hour,
    is_hyperbole,
    is_number,
    is_share,
)
from articles.claims.written import Written
from articles.claims.year_context import is_plain_year
from articles.claims.year_lists import year_in_list
from articles.claims.years import ERAS, read_year, read_years
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import trie

_SUFFIX = regex(r"(?:st|nd|rd|th)(?![A-Za-z])")

_CENTURIES = r"(?:[Ff]irst|[Ss]econd)(?=[ -](?:centur|millenni)|,? (?:and|or|to) [a-z -]{4,24} centur)"
"""Two ordinals too common to look at anywhere else: they are seconds, and first things."""
_PLACED = frozenset(("at", "of", "is", "was", "to", "outside", "near", "inside", "past", "as"))
"""Before an address: "at 1600 Pennsylvania Avenue"."""
_SCALED = ("bn", "mn", "tn")
"""After a sum whose currency is a letter: "R2bn"."""
_INNER = regex(r"[\w.]")
"""Before the point of a number without a whole part: it is a part of something else, then."""

LONGEST_LIFE = 120
"""How many years a bare figure may lie before the day at the end of its range and be a year by that alone."""
MOST = 40_000
"""How many readings of a page are kept: far over ten times what the longest articles have. More is harm."""
MOST_PLACES = 2 * MOST
"""How many places of a page are looked at where a reading can start."""


@cache
def anchor() -> re.Pattern[str]:
    """Where a claim can start: at digits, or after a blank or an opening sign at a word of group 1.

    Every match starts with a character of one set, for which the engine looks at the speed of a byte scan; a
    citation mark such as "[12]" is found too, to be passed over. Blanks are by far the most, so one look says of
    them that no figure is there, and another that no word of group 1 begins with the letter behind.
    """
    words = {*cardinals(), *scales(), *ordinals(), *lengths(), "half", "quarter"} - {"first", "second"}
    every = {*words, *(word.capitalize() for word in words), *months()}
    first = "".join(sorted({word[0] for word in every}))
    return re.compile(
        r"[0-9 \n\u00a0\t(\"'“‘«/—–\[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞-]"
        r"(?:(?<![^0-9\[¼-⅞])(?:(?<=[0-9])[0-9]*(?:[.,'’·][0-9]+)*|(?<=\[)[0-9]{1,4}\]|(?<=[¼-⅞]))"
        rf"|(?=[{first}])({trie(every)}|{_CENTURIES})(?![A-Za-z]))"
    )


def read(text: str) -> list[Claim]:
    """Every claim in a text whose blocks stand a line each, in order; :data:`MOST` at most."""
    return _Reader(text).read()


def read_page(text: str) -> tuple[list[Claim], int | None]:
    """The claims of a page, and where reading stopped if there was too much to read."""
    reader = _Reader(text)
    return reader.read(), reader.unread


class _Reader:
    """One text being read: what was found, how far it is read, and the year its paragraph is in."""

    __slots__ = ("claims", "context", "done", "text", "unread", "waiting")

    def __init__(self, text: str) -> None:
        self.text = text
        self.claims: list[Claim] = []
        self.done = 0
        self.context = YearContext(self.claims)
        self.unread: int | None = None
        self.waiting: list[Waiting] = []
        """Days whose year was not told when they were read; emptied at the next date that tells its own."""

    def read(self) -> list[Claim]:
        """Every claim, in order."""
        opening = anchor().match("\n" + self.text[:40])
        if opening is not None and opening[1]:
            self._read(0, opening[1], "")
        for place, found in enumerate(anchor().finditer(self.text)):
            word = found[1]
            start = found.start() if word is None else found.start(1)
            if len(self.claims) >= MOST or place >= MOST_PLACES:
                self.unread = start
                break
            if start < self.done:
                continue
            self.done = found.end()
            if word is not None:
                self._read(start, word, "")
                continue
            token = found[0]
            cell = read_cell(self.text, start, self.done, token) if self.text[start - 1 : start] == "\n" else None
            if cell is not None:
                self._add(cell)
            elif len(token) == 4 and is_plain_year(self.text, start, self.done, token):
                self._add(Claim(Kind.DATE, ProseSpan(start, self.done), year(int(token)), "year"))
            elif token[0] != "[":
                self._read(start, None, token)
        return self.claims

    def _read(self, start: int, word: str | None, token: str) -> None:
        left = word_before(self.text, start)
        if word is None:
            self._digits(start, token, left)
            return
        self.done = start + len(word)
        if word in months():
            reading = read_from_month(self.text, start)
            if reading is not None:
                self._dated(reading, left)
        else:
            self._word(start, word, left)

    def _add(self, claim: Claim) -> None:
        """Keep a claim; one that reaches back ("first third of the 18th century") replaces what it covers."""
        while self.claims and self.claims[-1].span.end > claim.span.start:
            self.claims.pop()
        if claim.kind is Kind.DATE and self.claims and claim.span.start - self.claims[-1].span.end <= LONGEST_JOINT:
            whole = joined(self.text, self.claims[-1], claim)
            if whole is not None:
                self.claims.pop()
                claim = whole
        self.claims.append(claim)
        self.done = max(self.done, claim.span.end)
        if isinstance(claim.value, Date):
            self.context.last = claim

    def _dated(self, reading: Reading, left: Left) -> None:
        """The claims of a date, its year supplied by the paragraph where it has none."""
        if reading.last.year is None and self._bracketed(reading, left):
            return
        known = reading if reading.last.year is not None else self.context.resolve(self.text, reading, left)
        if known is None:
            self.done = max(self.done, reading.end)
            if reading.first.day is not None:
                self.waiting.append(Waiting(reading, left))
            return
        if self.waiting and known is reading:
            self._date_back(known)
        for claim in date_claims(self.text, known, left):
            self._add(claim)

    def _date_back(self, known: Reading) -> None:
        """Give the days before a date its year, where they wait for one."""
        for reading, left in dated_later(self.text, self.waiting, known):
            place = bisect_left(self.claims, reading.start, key=lambda claim: claim.span.start)
            self.claims[place:place] = date_claims(self.text, reading, left)
        self.waiting.clear()

    def _bracketed(self, reading: Reading, left: Left) -> bool:
        """Read "7 November [O.S. 25 October] 1917" as two dates; whether it is one."""
        found = read_bracket(self.text, reading.end) if self.text[reading.end + 1 : reading.end + 2] in "([" else None
        if found is None:
            return False
        month, inner = reading.last.month or 0, found.inner
        earlier = found.year - ((inner.first.month or 0) > month)
        for each, number in ((reading, found.year), (inner, earlier)):
            for claim in date_claims(self.text, each.in_year(number), left):
                self._add(claim)
        self.done = found.end
        return True

    def _digits(self, start: int, token: str, left: Left) -> None:
        text, end = self.text, self.done
        if len(token) > LONGEST:
            return
        apart = text[start - 1] in "'’‘" or text[end : end + 1] == "s"
        if (apart and len(token) == 2 and self._shortened(start, token)) or self._listed(start, token, left):
            return
        if token in idiom_figures() and in_idiom(text, start, end, token):
            return
        if len(token) == 4 and text[start - 2 : start] == "FY" and not text[start - 3 : start - 2].isalnum():
            left = Left(start - 2, "FY", "fy")
        if token[0].isdecimal() and token.count(".") < 2 and left.word not in ERAS and is_bare(text, end):
            self._bare(start, end, token, left)
            return
        past = guarded(text, start, end, token, left)
        if (
            past
            and text[start - 1].isalpha()
            and (not text[end : end + 2].isalnum() or text[end : end + 2] in _SCALED)
            and currency_before(text, start, left) is not None
        ):
            past = 0
        if past:
            self.done = past
            return
        if is_price_year(text, start, end) or self._dates(start, token, left):
            return
        if text[start - 1 : start] == "." and (start < 2 or not _INNER.match(text, start - 2)):
            start, token = start - 1, f".{token}"
            left = word_before(text, start)
        self._measure(read_measure(text, start, token, left))

    def _shortened(self, start: int, token: str) -> bool:
        """Read a year that an apostrophe shortens; whether it is one."""
        short = read_short(self.text, start, token, self.context.last)
        if short is not None and short.reading is not None:
            self._add(year_claim(self.text, short.start, short.reading, short.left))
        return short is not None

    def _listed(self, start: int, token: str, left: Left) -> bool:
        """Read a year that a list makes one, by its era or by the year before it; whether it is one."""
        found = year_in_list(self.text, start, token, left, self.context.last) if token.isdecimal() else None
        if found is not None:
            self._add(year_claim(self.text, start, found, left))
        return found is not None

    def _bare(self, start: int, end: int, token: str, left: Left) -> None:
        """Read a number that nothing behind it is a part of: a year, a count or a plain number."""
        text = self.text
        past = guarded_before(text, start, end, token, left)
        if past and (
            not text[start - 1].isalpha() or text[end : end + 1].isalnum() or currency_before(text, start, left) is None
        ):
            self.done = past
            return
        if 3 <= len(token) <= 4 and token.isdecimal():
            if text[end + 1 : end + 2].isupper() and left.lower in _PLACED and (past := address_end(text, end)):
                self.done = past
                return
            near = self.context.near(text, start) if len(token) == 3 else None
            alone = read_year(text, start, end, int(token), left, near)
            if alone is not None:
                self._add(year_claim(text, start, alone, left))
                return
        if text[start - 1 : start] == "." and (start < 2 or not _INNER.match(text, start - 2)):
            start, token = start - 1, f".{token}"
            left = word_before(text, start)
        self._measure(read_bare(text, start, token, left))

    def _measure(self, made: Claim | int) -> None:
        if isinstance(made, int):
            self.done = max(self.done, made)
        elif is_vouched(self.text, made, self.claims):
            self._add(made)
        else:
            self.done = max(self.done, made.span.end)

    def _dates(self, start: int, token: str, left: Left) -> bool:
        """Read the date that starts with a token of digits; whether one does."""
        text, plain = self.text, token.isdecimal()
        short = plain and (len(token) <= 2 or len(token) == 4) and may_be_date(text, start + len(token))
        if short or token.count(".") == 2:
            reading = read_from_digits(text, start, year=plain and len(token) == 4)
            if reading is not None:
                self._dated(reading, left)
                return True
        if not plain or len(token) > 4:
            return False
        years = read_years(text, start, token, left, self.context.near(text, start))
        if years is not None and (years.pattern != "year" or not is_measure(text, years.end)):
            if left.word in ERAS:
                start, left = left.start, word_before(text, left.start)
            self._years(start, years, left)
            return True
        if years is None and len(token) >= 3 and self._year_to_day(start, int(token), left):
            return True
        suffix = _SUFFIX.match(text, start + len(token))
        if suffix is None or (suffix[0] == "st" and token[-1] != "1" and is_measure(text, start + len(token))):
            return False
        self._ordinal(start, suffix.end(), Decimal(token))
        return True

    def _year_to_day(self, start: int, number: int, left: Left) -> bool:
        """Read a range that a bare figure opens up to a later day: "849 – 26 October 899"; whether it does."""
        reading = read_from_year(self.text, start, self.done, number, between=False)
        last = None if reading is None else reading.last.year
        if reading is None or last is None or not number < last <= number + LONGEST_LIFE:
            return False
        self._dated(reading, left)
        return True

    def _years(self, start: int, years: YearReading, left: Left) -> None:
        """Keep a span of years, or the longer range that its year opens ("1914 to May 1918")."""
        if years.pattern == "year" and self.text[years.end : years.end + 1] in (" ", "–", "-") and years.value.earliest:
            year = civil(years.value.earliest)[0]
            reading = read_from_year(self.text, start, years.end, year, between=left.lower == "between")
            if reading is not None:
                self._dated(reading, left)
                return
        self._add(year_claim(self.text, start, years, left))

    def _ordinal(self, start: int, end: int, value: Decimal) -> None:
        self._add(Claim(Kind.ORDINAL, ProseSpan(start, end), Ordinal(Written(value, value, ZERO)), "ordinal"))

    def _word(self, start: int, word: str, left: Left) -> None:
        """Read a number word: an ordinal, a fraction or an amount."""
        text, end = self.text, self.done
        opened = read_opened_word(text, end, word, left) if left.lower in ("a", "another") else None
        if opened is not None:
            self._add(opened)
            return
        if (
            text[end : end + 1].isdecimal()
            or word in lengths()
            or in_name(text, start, word, left)
            or (word.lower() in DOUBTFUL and not is_number(text, end, word, left))
        ):
            return
        name = word.lower()
        if in_idiom(text, start, end, word) or is_hour(text, end, name):
            return
        if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha() and name not in ordinals():
            return
        if name in ordinals():
            self._ordinal_word(start, end, ordinals()[name], left)
        elif name == "quarter" and left.lower == "a":
            self._opened_fraction(start, left)
        elif name in scales() or name in ("dozen", "dozens"):
            self._opened(start, left)
        else:
            numeral = read_words(text, start)
            if numeral is not None and numeral.ordinal:
                self._ordinal_word(start, numeral.end, int(numeral.value), left)
            else:
                self._measure(read_measure(text, start, "", left))

    def _opened(self, start: int, left: Left) -> None:
        """Read an amount that an article opens: "a million"; without one ("several hundred") it is withheld."""
        part = read_word_part(self.text, start, one=True)
        if part is None:
            return
        self.done = part.end
        if left.lower in ("a", "an") and not is_hyperbole(self.text, part.end):
            before = word_before(self.text, left.start)
            self._measure(read_opened(self.text, part._replace(start=left.start), before))

    def _ordinal_word(self, start: int, end: int, value: int, left: Left) -> None:
        """Read an ordinal in words: a century, the day of a month, or a place in an order."""
        found = century_in_words(value, self.text, end)
        if found is not None:
            self._add(year_claim(self.text, start, found, left))
            return
        piece = read_ordinal_day(self.text, start, end, value)
        if piece is not None:
            self._dated(Reading(start, piece.end, piece, piece, piece.style), left)
        elif left.lower in ("a", "an") and end == self.done and is_share(self.text, end, left):
            self._opened_fraction(start, left)
        elif self.text[end : end + 1] != "s":
            self._ordinal(start, end, Decimal(value))

    def _opened_fraction(self, start: int, left: Left) -> None:
        """Read a fraction that an article opens: "a fifth of"."""
        part = read_word_part(self.text, left.start)
        if part is not None:
            self._measure(read_opened(self.text, part, word_before(self.text, left.start)))
