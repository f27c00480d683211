"""Where an article denies something: its words of denial, which several laws begin from, and their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.article import Article
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import apart

NO, NOT, NEVER, LACK, LACKS, WITHOUT = "no", "not", "never", "lack", "lacks", "without"
_SENTENCE = regex(r"[.!?][\"”)]? +(?=[A-Z“\"(])")


def denying(article: Article) -> dict[str, tuple[int, ...]]:
    """The places of each word of denial, in order; to be asked for :meth:`Article.once`."""
    return {word: tuple(apart(article, (word,))) for word in (NO, NOT, NEVER, LACK, LACKS, WITHOUT)}


def sentences_at(article: Article, places: Iterable[int]) -> Iterator[ProseSpan]:
    """The sentences of running text in which some places lie, in order."""
    text, done, block = article.page.prose.text, -1, None
    sentences: Iterator[ProseSpan] = iter(())
    for at in sorted(places):
        around = article.page.block_at(at) if at >= done else None
        if around is None or not _is_running(around):
            continue
        if around is not block:  # read on in the same one: a paragraph may deny something in each of its sentences
            block, sentences = around, _sentences(text, around.span)
        sentence = next((each for each in sentences if at < each.end), None)
        if sentence is not None:
            done = sentence.end
            yield sentence


def own_sentences(article: Article, word: str = "") -> Iterator[ProseSpan]:
    """The sentences of running text, of the paragraphs with a word if one is given."""
    text = article.page.prose.text
    for block in article.page.blocks:
        if _is_running(block) and text.find(word, *block.span) >= 0:
            yield from _sentences(text, block.span)


def _is_running(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and block.place in (Place.LEAD, Place.BODY)


def _sentences(text: str, block: ProseSpan) -> Iterator[ProseSpan]:
    start = block.start
    for end in _SENTENCE.finditer(text, *block):
        yield ProseSpan(start, end.start() + 1)
        start = end.end()
    yield ProseSpan(start, block.end)
