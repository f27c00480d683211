"""For which year a figure holds: the date beside it, else the one in force in its sentence."""

from __future__ import annotations

from articles.claims.calendar import Date, Precision, of_year
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_words import figure_words
from articles.facts.frames import frames
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token
from articles.regex import regex

PRECISE = frozenset((Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.SEASON, Precision.RANGE))
UNSURE = Date(None, None, Precision.RANGE, circa=True)
"""A time that is spoken of and not known: comparable with none."""
ASIDE = regex(r"[^(]{0,14}\((?:[A-Za-z.,]{1,12} ){0,3}([12][0-9]{3})\b(?![,.][0-9])")
"""A year in a bracket behind a number: "(2011 census)", "(est. 2019)"."""
NEAR = 48
BESIDE = 9
"""How many tokens after a number its year may stand."""
LONGEST = 800
"""A range of more days than this is a period over which something was measured, not a year."""


def when_of(sentence: Sentence, term: Term, stated: Stated, since: Date | None) -> Date | None:
    """The date of a figure. ``since`` is the date in force before the sentence."""
    tokens = sentence.tokens
    near = beside(sentence, stated.at)
    if near is not None:
        return near
    if stated.former:
        return UNSURE
    for at in (*reversed(stated.dates), *range(term.start - 1, -1, -1)):
        date = tokens[at].claim.value if tokens[at].dated and tokens[at].claim else None
        another = at < term.start and (_is_aside(sentence, tokens[at]) or _is_of_deed(tokens, at))
        if isinstance(date, Date) and not another:
            return usable(date) or UNSURE
    shared = _shared(tokens, stated.at)
    if shared is not None:
        return shared
    return UNSURE if any(_sometime(tokens, at) for at in range(len(tokens))) else since


def _is_aside(sentence: Sentence, token: Token) -> bool:
    """Whether a date stands in a bracket, and so is that of what stands before it: "unemployment (9.6% in 2008)"."""
    before = sentence.slice(max(token.start - NEAR, sentence.span.start), token.start)
    return before.rfind("(") > before.rfind(")")


def _is_of_deed(tokens: list[Token], at: int) -> bool:
    """Whether a date is that of an opening participle: "Established in 1805, it has 21,500 students"."""
    if at not in (2, 3) or tokens[at - 1].low not in ("in", "on"):
        return False
    return tokens[0].low in frames().moments or tokens[0].low in frames().acts


def _sometime(tokens: list[Token], at: int) -> bool:
    """Whether a token speaks of a time that is not resolved; "every year" does not."""
    lists = figure_words().lists
    if tokens[at].low == "year" and at and tokens[at - 1].low in lists["yearly"]:
        return False
    return tokens[at].dated or tokens[at].low in lists["sometime"]


def _shared(tokens: list[Token], at: int) -> Date | None:
    """The date behind a row of figures, which is of them all: "GDP was $5 billion and debt $2 billion in 2019"."""
    for token in tokens[at + 1 :]:
        if token.dated and token.claim is not None and isinstance(token.claim.value, Date):
            return usable(token.claim.value)
        if not (token.claim or token.entities or token.low in figure_words().row):
            return None
    return None


def beside(sentence: Sentence, at: int) -> Date | None:
    """The date right behind a number: "$5 billion in 2019", "5,000 (2011 census)"."""
    tokens = sentence.tokens
    lists = figure_words().lists
    first = at + 1 + _is_again(sentence, at + 1)
    for token in tokens[first : first + BESIDE]:
        if token.low in lists["portions"]:
            return UNSURE
        if token.dated and token.claim is not None:
            assert isinstance(token.claim.value, Date)
            return usable(token.claim.value)
        if token.claim is not None or not (token.entities or token.low in lists["after"]):
            break
    year = ASIDE.match(sentence.slice(tokens[at].end, min(tokens[at].end + NEAR, sentence.span.end)))
    return of_year(int(year[1])) if year else None


def _is_again(sentence: Sentence, at: int) -> bool:
    """Whether a token is the same amount again, in a bracket: "₹468 billion (US$7.3 billion) in 2009"."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].claim is None or tokens[at].dated:
        return False
    return sentence.slice(tokens[at - 1].end, tokens[at].start).strip() == "("


def usable(date: Date) -> Date | None:
    """A date if it says of which year or day a figure is."""
    if date.precision not in PRECISE or date.earliest is None or date.latest is None:
        return None
    return date if date.latest - date.earliest <= LONGEST else None


def in_force(tokens: list[Token]) -> Date | None:
    """The date with which a sentence sets the time for what follows: "As of 2023, ..."."""
    if len(tokens) < 3 or tokens[0].low != "as" or tokens[1].low != "of":
        return None
    claim = tokens[2].claim
    return usable(claim.value) if claim is not None and isinstance(claim.value, Date) else None
