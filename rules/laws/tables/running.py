"""The running text that the tables of an article are held against: the paragraphs of its lead and its body."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Block, Form, Place
from articles.regex import regex
from rules.laws.nearby import claims_in, may_tell
from rules.laws.tables.stated_rows import stated

_WORD = regex(r"[a-zß-öø-ÿ]+")
_PLACES = (Place.LEAD, Place.BODY)


def is_running(block: Block | None, *forms: Form) -> bool:
    """Whether a block is a paragraph of the lead or the body, or is there of another form that is asked for."""
    return block is not None and block.place in _PLACES and block.form in (Form.PARAGRAPH, *forms)


def paragraphs(article: Article, *forms: Form) -> Iterator[Block]:
    """The blocks of running text, in order."""
    return (block for block in article.page.blocks if is_running(block, *forms))


def naming(article: Article) -> tuple[Block, ...]:
    """The paragraphs and items with a reading and a word of the name of some row; for :meth:`Article.once`."""
    names = {cell.name for rows in article.once(stated) for cell in rows.cells}
    words = frozenset(name[at] for name in map(_WORD.findall, map(str.lower, names)) if name for at in (0, -1))
    blocks = paragraphs(article, Form.ITEM) if words else ()
    return tuple(each for each in blocks if claims_in(article, each.span) and may_tell(article, each.span, words))


def readings(article: Article, blocks: Iterator[Block]) -> Iterator[Claim]:
    """The readings in some blocks that stand for themselves: no part of a range, and nobody's words."""
    for block in blocks:
        for claim in claims_in(article, block.span):
            if not claim.parts and not claim.quoted:
                yield claim
