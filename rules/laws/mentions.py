"""Where the text speaks of a person: by name, by surname, and by "he" or "she" where that is sure."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.blocks import dated
from rules.laws.lifetimes import Life
from rules.laws.lives import others

_PRONOUN = regex(r"\b(?:He|She|he|she)\b")
_SENTENCE = regex(r"(?<=[a-z0-9)”\"’'][.!?]) (?=[A-Z])")
_LEADING = regex(
    r"(?:(?:In|On|By|Around) (?:(?:early|late|mid|the|[A-Z][a-z]{2,8}|[0-9]{1,2}) ){0,3}[0-9]{3,4},? "
    r"|(?:In|On|By|From|During|After|Until|Since|At|Around) [^,]{1,60}, ?|(?:Later|Then|Soon|Meanwhile),? )?(?:the )?"
)
_WORDS = regex(r"[^\W\d_]+")
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
_CAPITAL = regex(r"(?:[A-Z][\w’'-]{0,40}|[A-Z]\.) $")
_PLACE = regex(
    r" (?:in|at|from|near|through|across|around|towards?|via|outside|into|off|on|over|beyond) (?:the )?"
    r"(?:[A-Z][\w’'-]+[ ,.;]?)+"
)
"""Capitalized words that name where something was, and nobody."""
LEADING = 100
"""How far into a sentence its subject is looked for."""


def mentions(article: Article, life: Life, lives: list[Life]) -> Iterator[ProseSpan]:
    """The places in paragraphs with a date where a person may be the subject of a sentence.

    A surname that two persons of the article share names neither of them.
    """
    for name in life.names:
        shared = sum(name in other.names for other in lives) > 1
        if name and not (shared and " " not in name):
            yield from _named(article, name, life)
    if life.own:
        yield from _called(article, life)


def _named(article: Article, name: str, life: Life) -> Iterator[ProseSpan]:
    text = article.page.prose.text
    at = text.find(name, life.start)
    while at >= 0:
        end = at + len(name)
        block = article.page.block_at(at)
        whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] in "-–")
        if whole and block is not None and block.form in _FORMS and not _longer(text, at, end):
            yield ProseSpan(at, end)
        at = text.find(name, end)


def _longer(text: str, start: int, end: int) -> bool:
    """Whether a name is a part of a longer one: "Anna Berg", "Berg Museum"."""
    behind = text[end : end + 2]
    return bool(_CAPITAL.search(text, max(start - 30, 0), start)) or (behind[:1] == " " and behind[1:].isupper())


def _called(article: Article, life: Life) -> Iterator[ProseSpan]:
    """Every "he" or "she" that begins a sentence, while all sentences before it in the paragraph are the person's."""
    strange = article.parties.strange
    for block in article.once(dated):
        if block.form is Form.PARAGRAPH:
            yield from _in_paragraph(article, block, life, strange)


def _another(text: str, start: int, end: int, life: Life) -> bool:
    """Whether a sentence may speak of somebody else, whom the next "he" or "she" could mean."""
    said = _WORDS.findall(_PLACE.sub(" ", text[start:end]))
    if not others().isdisjoint(word.lower() for word in said):
        return True
    own = {part for name in life.names for part in name.split()}
    return any(word[0].isupper() and word not in own for word in said[1:])


def _in_paragraph(article: Article, block: Block, life: Life, strange: frozenset[str]) -> Iterator[ProseSpan]:
    text = article.page.prose.text
    start = block.span.start
    while start < block.span.end:
        cut = _SENTENCE.search(text, start, block.span.end)
        end = cut.end() if cut else block.span.end
        leading = _LEADING.match(text, start, min(end, start + LEADING))
        at = leading.end() if leading else start
        pronoun = _PRONOUN.match(text, at)
        if pronoun and pronoun[0].lower() not in strange:
            yield ProseSpan(pronoun.start(), pronoun.end())
        elif not any(text.startswith(name, at) for name in life.names) and _another(text, start, end, life):
            return
        start = end
