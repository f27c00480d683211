"""A line that is nothing but a figure, a year or a day, as most cells of tables are: told at one look.

What stands beside a figure decides what it is, and here nothing does. So this says what reading at length would say.
"""

from __future__ import annotations

from articles.claims.claim import Claim, Kind, Number
from articles.claims.date_pieces import Piece, months
from articles.claims.numerals import ZERO, read_digits
from articles.claims.periods import year
from articles.claims.written import Written
from articles.textmap import ProseSpan

_LONGEST = len(" September 1990")


def read_cell(text: str, start: int, end: int, token: str) -> Claim | None:
    """The claim of digits that begin a line, where they or the day that they begin are all of it; else None."""
    following = text[end : end + 1]
    if following == "\n":
        return _figure(text, start, end, token)
    return _day(text, start, end, token) if following == " " and len(token) <= 2 else None


def _figure(text: str, start: int, end: int, token: str) -> Claim | None:
    if len(token) == 4 and "1000" <= token <= "2100" and token.isdecimal():
        return Claim(Kind.DATE, ProseSpan(start, end), year(int(token)), "year")
    plain = token[0].isdecimal() and token.count(".") < 2
    numeral = read_digits(text, start, token) if plain else None
    if numeral is None:
        return None
    amount = Written(numeral.value, numeral.value, ZERO if numeral.step == 1 else numeral.step)
    return Claim(Kind.NUMBER, ProseSpan(start, end), Number(amount), "number-digits")


def _day(text: str, start: int, end: int, token: str) -> Claim | None:
    """A day in full: "12 May 1990"."""
    line = text.find("\n", end, end + _LONGEST + 1)
    month, _, written = text[end + 1 : line].partition(" ") if line > 0 else ("", "", "")
    if month not in months() or not "1000" <= written <= "2100" or len(written) != 4:
        return None
    if not written.isdecimal() or not token.isdecimal():
        return None
    piece = Piece(start, line, int(written), months()[month], int(token), "dmy")
    return None if piece.impossible else Claim(Kind.DATE, ProseSpan(start, line), piece.date(), "dmy")
