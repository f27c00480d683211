"""The amounts that may be told as a change, by a word right beside them: what all readings of changes begin from."""

from __future__ import annotations

from functools import cache

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.laws.amounts.beside import beside, last
from rules.laws.amounts.direction import comparatives
from rules.laws.nearby import may_tell

HEDGES = frozenset(
    "about some nearly almost around over only just another a an further as much no less than".split()  # noqa: SIM905
)
_OPERATORS = frozenset(("by", "up", "down", "shed", "added"))
_OF = frozenset(("of", "is", "was", "being", "to"))
"""Before an amount, where a noun of change stands ahead of them: "an increase of 12"."""
_STANDING = frozenset(("ahead", "clear", "behind", "front", "short"))
_BEHIND = regex(r"\s([a-z-]+)(?:\s([a-z-]+)(?:\s([a-z-]+))?)?")
_COUNTED = frozenset((Kind.NUMBER, Kind.QUANTITY))
_LEAD, _TAIL = 130, 60


def hinted(article: Article) -> tuple[Claim, ...]:
    """Every amount with such a word, in the order of the kinds; for :meth:`Article.once`."""
    text, (verbs, nouns, passive, behind) = article.page.prose.text, _words()
    found = []
    for claim, ahead in article.once(beside):
        start, end = claim.span
        word = last(ahead, HEDGES)
        told = may_tell(article, ProseSpan(max(start - _LEAD, 0), start), nouns) if word in _OF else word in verbs
        if not told and (tail := _BEHIND.match(text, end)) is not None:
            told = not behind.isdisjoint(tail.groups()) or (
                claim.kind in _COUNTED and may_tell(article, ProseSpan(end, end + _TAIL), passive)
            )
        if told:
            found.append(claim)
    return tuple(found)


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Last words of what stands before a change, nouns farther before, words of the passive, and words behind."""
    told = data_file(__file__, "words.toml")["told-changes"]
    nouns = data_file(__file__, "moves.toml")["nouns"]

    def listed(*rows: str) -> list[str]:
        return [" ".join(word.split()) for row in rows for word in row.replace("|", ",").split(",")]

    verbs = listed(told["lost"], told["gained"], told["risen"], told["sunken"])
    return (
        _OPERATORS | {last(phrase.split(), HEDGES) for phrase in verbs},
        frozenset(listed(told["nouns"], nouns["up"], nouns["down"])),
        frozenset(listed(told["undone"], told["done"], told["went"], told["came"])),
        _STANDING.union(comparatives()),
    )
