"""A figure of the text that is a cell's misread, told of the thing of the row in words of any kind.

Two figures of one unit or one noun, a slip of digits apart, beside one name: that is no chance, so the words between
them need not be known, if none of them is of doubt.
"""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim, Number, Quantity
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.figures.misread import misread
from rules.laws.nearby import claims_in, right, sentence_at
from rules.laws.tables.row_words import again, words_of
from rules.laws.tables.stated_rows import Stated
from rules.rule import Outcome

_HEIGHTS = WordList(__file__, "heights")
_NEAR = 30
"""How far behind a figure a word says that it is of something else."""
_CLAUSE = regex(r"[,;:()]")
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_DOUBTED = worded(__file__, r"\b{doubted}\b")


def told_by_slip(article: Article, cell: Stated, claim: Claim, where: ProseSpan | None) -> bool:
    """Whether a reading behind the name of a row's thing is a cell's figure but for a slip."""
    if where is None or cell.row < 0 or not misread(cell.value, claim.value):
        return False
    ahead = article.page.text(ProseSpan(sentence_at(article, where.start).start, claim.span.start)).rpartition("; ")[2]
    clause = ahead + _CLAUSE.split(right(article, claim.span.end, _NEAR))[0]
    words = words_of(clause)
    if (
        _DOUBTED.search(" ".join(words))
        or "to be" in " ".join(words)
        or not again().isdisjoint(words)
        or set(_YEAR.findall(clause)) - cell.years
    ):
        return False
    between = article.page.text(ProseSpan(where.end, claim.span.start))
    if ";" in between or any(word[:1].isupper() for word in between.split()):
        return False
    return bool(words) and _of_sort(cell, claim, ahead, words)


def _of_sort(cell: Stated, claim: Claim, ahead: str, words: list[str]) -> bool:
    """Whether a reading is of the sort that the header says, by what it counts or a word of the sentence."""
    if isinstance(claim.value, Number):
        return cell.told.by(claim.value.noun.rsplit(" ", 1)[-1] if claim.value.noun else (words_of(ahead) or [""])[-1])
    high = cell.told.by("high") and not _HEIGHTS.isdisjoint(words)
    return isinstance(claim.value, Quantity) and (high or any(cell.told.by(word) for word in words))


def stands_beside(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether the sentence of a reading that differs from a cell gives the cell's figure as well."""
    beside = claims_in(article, sentence_at(article, claim.span.start))
    agreeing = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
    return any(each.span != claim.span and values(cell.value, each.value) in agreeing for each in beside)
