"""Two shares of one thing that cannot overlap: what went abroad and what stayed at home, men and women.

Each names what it is a share of, and the two are of one time. They may stand far apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import plain, size
from rules.laws.nearby import claims_in, gap, left, may_tell, right, sentence_at
from rules.laws.nouns import head

_MOST = 40
_LARGEST = 140
_OF = regex(r"\)? of (?:the |its |all |their |this )*(?:whole |total |entire |annual )?([a-z]{4,})")
_OPENED = regex(
    r"\b[Oo]f (?:the|its|their|this) (?:whole |total |entire |annual )?([a-z]{4,})\b[^.;:]{0,60}, (?:about |some )?$"
)
_YEAR = regex(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
_SIDES = tuple(
    (worded(__file__, rf"(?i:\b{{{one}}}\b)"), worded(__file__, rf"(?i:\b{{{other}}}\b)"))
    for one, other in (("abroad", "at-home"), ("men", "women"), ("state", "private"), ("town", "country"))
)
_HELD = worded(__file__, r"\b{held}\b")
_DOUBT = worded(__file__, r"(?i:\b{doubt}\b)")


@cache
def _sides() -> frozenset[str]:
    """A word of each phrase of all sides, one of which stands in the sentence of every such share."""
    names = ("abroad", "at-home", "men", "women", "state", "private", "town", "country")
    phrases = (phrase for name in names for phrase in WordList(__file__, name))
    return frozenset(max(phrase.replace("-", " ").split(), key=len) for phrase in phrases)


class _Share(NamedTuple):
    claim: Claim
    noun: str
    clause: str
    years: frozenset[str]


def contrary_shares(article: Article) -> Iterator[tuple[Claim, ...]]:
    """Every two shares that together are more than all there is."""
    for first, second in combinations(islice(_shares(article), _MOST), 2):
        if not 100 < size(first.claim) + size(second.claim) <= _LARGEST or not first.noun:
            continue
        same = head(first.noun) == head(second.noun) if second.noun else _near(first, second)
        if not same or not _contrary(first.clause, second.clause):
            continue
        one_sentence = sentence_at(article, first.claim.span.start).end > second.claim.span.start
        if first.years == second.years or (one_sentence and not second.years):
            yield first.claim, second.claim


def _shares(article: Article) -> Iterator[_Share]:
    for claim in article.claims_by_kind.get(Kind.PERCENT, ()):
        block = article.page.block_at(claim.span.start)
        if not plain(claim) or block is None or block.form is not Form.PARAGRAPH:
            continue
        if not may_tell(article, sentence_at(article, claim.span.start), _sides()):
            continue
        behind, lead = right(article, claim.span.end, 60), left(article, claim.span.start, 100)
        found = _OF.match(behind) or _OPENED.search(lead)
        clause = _clause(article, claim)
        if not _DOUBT.search(clause):
            years = frozenset(_YEAR.findall(clause))
            yield _Share(claim, found[1] if found else "", clause, years)


def _clause(article: Article, claim: Claim) -> str:
    """The words of a share's own: those of its sentence up to the next share on either side."""
    sentence = sentence_at(article, claim.span.start)
    start, end = sentence
    for other in (each for each in claims_in(article, sentence) if each.kind is Kind.PERCENT):
        if sentence.start <= other.span.start < claim.span.start:
            told = gap(article, other.span.end, claim.span.start)
            start = other.span.end + max(
                told.rfind(","), told.rfind(" and "), told.rfind(" while "), told.rfind(";"), 0
            )
        elif claim.span.end <= other.span.start < sentence.end:
            told = gap(article, claim.span.end, other.span.start)
            cut = max(told.rfind(","), told.rfind(" and "), told.rfind(" while "), told.rfind(";"))
            end = claim.span.end + cut if cut >= 0 else other.span.start
            break
    return gap(article, *ProseSpan(start, end))


def _near(first: _Share, second: _Share) -> bool:
    return 0 < second.claim.span.start - first.claim.span.end < _LARGEST


def _contrary(one: str, other: str) -> bool:
    sides = _SIDES if _HELD.search(one) else _SIDES[:1]  # of what men and women do, each has a share of its own
    for first, second in sides:
        told = [(first.search(clause) is not None, second.search(clause) is not None) for clause in (one, other)]
        if told in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False
