"""A least, a mean and a greatest of one thing, side by side: "a maximum depth of 23 m and a mean depth of 31 m"."""

from __future__ import annotations

from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.nearby import between, left, right

WIDEST = 90
_LEAST, _MEAN = WordList(__file__, "least"), WordList(__file__, "mean")
_WORD = "{least}|{mean}|{greatest}"
_NOUN = r"(?: (?!of\b|is\b|was\b|at\b|in\b|ever\b|recorded\b)(?P<noun>[a-z]+))?(?: (?:in|ever) [a-zA-Z]+)?"
_IS = r"(?: of| is| was| at| stands at| reaches|,)?(?: about| around| some| only| just)?"
_FIRST = worded(__file__, rf"\b(?P<word>{_WORD}){_NOUN}{_IS} $")
_THEN = worded(
    __file__,
    r"(?: deep| long| wide| high)?,?(?: and| but| with| while| whereas)?(?: has| reaches| with)?(?: an?| the| its)? "
    rf"(?P<word>{_WORD}){_NOUN}{_IS} ",
)
_BEHIND = regex(
    r"(?: deep| long| wide| high)? (?P<word>on average|at most|at least|at its (?:deepest|widest|longest|highest))"
)
_JOIN = regex(r"(?:,| and|, and|, but) (?:is |reaches |only )?")
_RANK_BEHIND = {"on average": 1, "at most": 2, "at least": 0}


class Extremes(NamedTuple):
    """Two readings of which the first is told to be the smaller one."""

    small: Claim
    large: Claim


def extremes(article: Article, first: Claim, second: Claim) -> Extremes | None:
    """The order in which the words rank two neighbours; None where they do not."""
    told = between(article, first, second, WIDEST)
    if not told:
        return None
    one, other = _ahead(article, first, told) or _behind(article, first, second, told) or (1, 1)
    if one == other:
        return None
    return Extremes(first, second) if one < other else Extremes(second, first)


def _ahead(article: Article, first: Claim, told: str) -> tuple[int, int] | None:
    """The ranks of two readings with their words before them, of one noun or with the noun told once."""
    then = _THEN.fullmatch(told)
    found = _FIRST.search(left(article, first.span.start, 50)) if then else None
    if found is None or then is None or (then["noun"] and then["noun"] != (found["noun"] or then["noun"])):
        return None
    flowing = found["word"].startswith("averag") and found["noun"] is None
    return (_rank(found["word"]), _rank(then["word"])) if found["noun"] or flowing or then["noun"] else None


def _rank(word: str) -> int:
    """The place of a word in the order of a least, a mean and a greatest."""
    return 0 if word in _LEAST else 1 if word in _MEAN else 2


def _behind(article: Article, first: Claim, second: Claim, told: str) -> tuple[int, int] | None:
    """The ranks of two readings with their words behind them: "12 m on average and 9 m at most"."""
    found, then = _BEHIND.match(told), _BEHIND.match(right(article, second.span.end, 40))
    if found is None or then is None or not _JOIN.fullmatch(told[found.end() :]):
        return None
    return _RANK_BEHIND.get(found["word"], 2), _RANK_BEHIND.get(then["word"], 2)
