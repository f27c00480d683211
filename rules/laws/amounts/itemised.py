"""Numbers of things whose list follows in items of its own: "is divided into four faculties:" and five items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in, left

_LAST_SENTENCE = 260
_OPENS = regex(r"[^.;:()]{0,120}:\s*$")
_LOOSE = worded(__file__, r"\b{loose}\b")
_CHOSEN = worded(__file__, r" {chosen}(?= [a-z]+ ?:)")
"""Behind a number that counts just these: "four main tributaries:"."""
_BESIDES = worded(
    __file__, r"(?: (?!(?:in|at|on|of|by|near|along|around)\b)[\w'’-]+){1,4}?,? (?:and|with|plus|besides) {besides}\b"
)
"""Behind a number what is listed as well: "three islands and several skerries:"."""
_NESTED = regex(r"[*#:;]{2,}|[ \t]+[-*]|[:;]")
_END = regex(r"(?<![ \t])[ \t]*(?:\((?:c\. )?[0-9]{4}(?:[–-][0-9]{2,4})?\))?[.,;]?$")
_TAIL = 9
LONGEST = 13
"""A finding holds the number and so many items."""
WIDEST = 90
"""An item that is longer tells a story, and may be no item of the list."""


def itemised(article: Article) -> Iterator[tuple[Claim, tuple[ProseSpan, ...]]]:
    """Every number that opens a list, and the items of the list."""
    blocks = article.page.blocks
    for at, (block, following) in enumerate(pairwise(blocks)):
        if block.form is not Form.PARAGRAPH or following.form is not Form.ITEM:
            continue
        ended = article.page.prose.text[max(block.span.start, block.span.end - _TAIL) : block.span.end].rstrip()
        opening = _opening(article, block) if ended.endswith(":") else None
        if opening is not None:
            rows = takewhile(lambda item: item.form is Form.ITEM, blocks[at + 1 : at + 2 + 2 * LONGEST])
            items = tuple(_inner(article, item.span) for item in rows if not _nested(article, item))
            if items and all(0 < item.end - item.start <= WIDEST for item in items):
                yield opening, items


def _opening(article: Article, block: Block) -> Claim | None:
    """The one number of the sentence that opens a list."""
    start = max(block.span.start, block.span.end - _LAST_SENTENCE)
    start = block.span.end - len(left(article, block.span.end, block.span.end - start))
    counts = [claim for claim in claims_in(article, ProseSpan(start, block.span.end)) if claim.kind is not Kind.DATE]
    if len(counts) != 1 or not isinstance(counts[0].value, Number):
        return None
    behind = _CHOSEN.sub("", article.page.prose.text[counts[0].span.end : block.span.end], count=1)
    if _LOOSE.search(article.page.prose.text[start : counts[0].span.start] + behind):
        return None
    opens = _OPENS.fullmatch(behind) and not _BESIDES.match(behind)
    return counts[0] if counts[0].value.noun is not None and opens else None


def _nested(article: Article, item: Block) -> bool:
    """Whether an item hangs under another one, or is a line of its own kind."""
    page = article.page
    start = page.prose.to_source(item.span).start
    line = page.source.text[page.source.text.rfind("\n", 0, start) + 1 : start]
    return _NESTED.match(line) is not None


def _inner(article: Article, span: ProseSpan) -> ProseSpan:
    """An item without the sign that ends it."""
    text = article.page.prose.text[span.start : span.end].rstrip()
    end = _END.search(text)
    return ProseSpan(span.start, span.start + (end.start() if end else len(text)))
