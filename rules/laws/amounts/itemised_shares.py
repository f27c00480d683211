"""Shares of one whole in a list of items, one each: "Electricity comes from:", "Hydropower: 62 %", "Wind: 27 %".

What stands right before the list (its opening sentence and the heading) says that the items make up one whole; each
item names its share and no other number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from articles.article import Article
from articles.claims.claim import Claim, Percent
from articles.page import Block, Form
from articles.regex import regex
from articles.words import worded
from rules.laws.amounts.passages import plain, size
from rules.laws.nearby import claims_in

_FEWEST = 3
_LARGEST = Decimal(140)
_WHOLE = worded(__file__, r"(?i:\b{whole}\b)")
_OVERLAP = worded(__file__, r"(?i:\b{overlaps}\b)")
_ITEM = regex(r"[^\W\d_][^:;.%]{0,60}(?:[:,(]| –| —|\.{2,})? ?\(?[0-9][0-9.,]* ?(?:%|per cent|percent)\)?[.;,]?")
_AHEAD = regex(r"[0-9][0-9.,]* ?(?:%|per cent|percent)(?: –| —|:|,)? [^\W\d_][^:;.%]{0,60}[.;,]?")


def itemised_shares(article: Article) -> Iterator[tuple[Claim, ...]]:
    """The shares of every list of items that makes up one whole."""
    if not article.claims_by_kind.get("percent"):
        return
    blocks = article.page.blocks
    at = 0
    for is_item, group in groupby(blocks, key=lambda block: block.form is Form.ITEM):
        items = tuple(group)
        start, at = at, at + len(items)
        if is_item and len(items) >= _FEWEST:
            claims = _shares(article, items)
            ahead = _ahead(article, blocks[:start][-2:]) if claims else ""
            text = " ".join([ahead, *(article.page.text(block.span) for block in items)]) if claims else ""
            if claims and _WHOLE.search(ahead) and not _OVERLAP.search(text):
                yield claims


def _ahead(article: Article, blocks: tuple[Block, ...]) -> str:
    """What opens a list: its heading, and the sentence before it where that ends in a colon."""
    told = []
    for block in blocks:
        text = article.page.text(block.span).strip()
        if block.form is Form.HEADING or (block.form is Form.PARAGRAPH and text.endswith(":") and block is blocks[-1]):
            told.append(text.rsplit(". ", 1)[-1])
    return " ".join(told) if blocks and blocks[-1].form in (Form.HEADING, Form.PARAGRAPH) else ""


def _shares(article: Article, items: tuple[Block, ...]) -> tuple[Claim, ...]:
    """The one share of every item; none where an item tells more or less."""
    found: list[Claim] = []
    for block in items:
        claims = claims_in(article, block.span)
        if len(claims) != 1 or not isinstance(claims[0].value, Percent) or not plain(claims[0]):
            return ()
        text = article.page.text(block.span).strip()
        if claims[0].value.points or not (_ITEM.fullmatch(text) or _AHEAD.fullmatch(text)):
            return ()
        found.append(claims[0])
    return tuple(found) if sum(map(size, found)) <= _LARGEST else ()
