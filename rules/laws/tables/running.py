"""The running text that the tables of an article are held against: the paragraphs of its lead and its body."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Block, Form, Place
from rules.laws.nearby import claims_in

_PLACES = (Place.LEAD, Place.BODY)


def is_running(block: Block | None, *forms: Form) -> bool:
    """Whether a block is a paragraph of the lead or the body, or is there of another form that is asked for."""
    return block is not None and block.place in _PLACES and block.form in (Form.PARAGRAPH, *forms)


def paragraphs(article: Article, *forms: Form) -> Iterator[Block]:
    """The blocks of running text, in order."""
    return (block for block in article.page.blocks if is_running(block, *forms))


def readings(article: Article, blocks: Iterator[Block]) -> Iterator[Claim]:
    """The readings in some blocks that stand for themselves: no part of a range, and nobody's words."""
    for block in blocks:
        for claim in claims_in(article, block.span):
            if not claim.parts and not claim.quoted:
                yield claim
