"""Whether a percentage is told as a rate or a share of a closed whole, by its noun, its field or its column.

"Unemployment, 34% in 1931, came down to -2.1%", "the share of women has never been higher than in 1998, when it was
142%", a field "Turnout", a column "Share of the vote". The noun may stand anywhere before its percentage in the
sentence; what joins the two says that the one is the value of the other and no change of it.
"""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim
from articles.kinds.kind import normal
from articles.page import Block, Cell, Form
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.nearby import gap, right, sentence_at

_NOUN = worded(
    __file__,
    r"\b(?:{rates}|(?:share|proportion|percentage|fraction) of (?![^.;:]{0,40}\b{measures}\b))\b",
)
_VALUE = worded(__file__, r"(?:^|[ (]){value}(?: {hedge})*[ (]*$|,(?: {hedge})* $")
_CHANGED = worded(__file__, r"\b{changed}\b")
_MEASURE = worded(__file__, r"\bof (?:the |its )?{measures}\b")
_CUT = regex(r"[,;:(–—]| and | but | while ")
_WORD = regex(r"[A-Za-z][\w’'-]*")
_LINKS = WordList(__file__, "links")
_BEHIND = worded(
    __file__,
    r" (?:points?|percentage|{changed}|change|swing)\b| of (?:[^\s.,;:()]+ ){0,6}?(?:{measures}|what|18|19|20)"
    r"|[^.;]{0,60}\b{reasons}\b",
)
_COLUMN = worded(
    __file__,
    r"(?i)\b(?:{rates}|(?:vote|seat|land|market) share|share of|shares of|% of|percent(?:age)? of)\b"
    r"|^(?:share|%|percent|percentage)$",
)
_OTHERWISE = worded(__file__, r"(?i)\b(?:{measures}|change|changed|swing|{columns})\b|±|\+/[-−–]")
_KEY = worded(__file__, r"\b{rates}\b")
FARTHEST = 110


def of_named_whole(article: Article, claim: Claim) -> bool:
    """Whether a percentage is that of a rate or of a share which can be neither above 100 nor below 0."""
    block = article.page.block_at(claim.span.start)
    if block is None:
        return False
    if block.form is Form.FIELD:
        return _of_field(article, claim)
    return _of_column(article, block) if block.form is Form.CELL else _of_noun(article, claim)


def _of_noun(article: Article, claim: Claim) -> bool:
    sentence = sentence_at(article, claim.span.start)
    before = gap(article, sentence.start, claim.span.start)
    nouns = list(_NOUN.finditer(before.lower()))
    if not nouns or _BEHIND.match(right(article, claim.span.end)):
        return False
    told = before[nouns[-1].end() :]
    pieces = _CUT.split(told)
    if _MEASURE.search(told):
        return False
    if len(told) > FARTHEST or not _VALUE.search(told) or _CHANGED.search(pieces[-1]):
        return False
    if len(pieces) == 1 or not pieces[-1].strip():
        return True
    return all(word.lower() in _LINKS for word in _WORD.findall(pieces[-1]))


def _of_field(article: Article, claim: Claim) -> bool:
    for infobox in article.page.infoboxes:
        for field in infobox.fields:
            if field.prose.start <= claim.span.start < field.prose.end:
                key = normal(field.key).replace("_", " ")
                return _KEY.search(key) is not None and not _OTHERWISE.search(key)
    return False


def _of_column(article: Article, block: Block) -> bool:
    """Whether a cell stands under a rate or a share, by the header of its column or else by the caption."""
    for table in article.page.tables:
        for row in table.rows:
            for cell in row:
                if cell.prose.start <= block.span.start < max(cell.prose.end, cell.prose.start + 1):
                    header = _header(article, table.rows, cell.column)
                    caption = article.page.text(table.caption)
                    if _OTHERWISE.search(header) or _OTHERWISE.search(caption):
                        return False
                    return _COLUMN.search(header) is not None or _COLUMN.search(caption) is not None
    return False


def _header(article: Article, rows: tuple[tuple[Cell, ...], ...], column: int) -> str:
    """The headers of a column, the upper ones too."""
    found = [
        cell for row in rows[:3] for cell in row if cell.header and cell.column <= column < cell.column + cell.colspan
    ]
    return " ".join(article.page.text(cell.prose) for cell in found)
