"""The towns that are called the capital of the article's own land, of one of the past too: "Norby, its capital"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.names.called import AGENT, subject_of
from rules.laws.nearby import may_hold, occurrences, sentence_at

_NAME = regex(r"(?<!\w)([A-Z][^\W\d_]{1,25}(?:[ -][A-Z][^\W\d_]{1,25}){0,2}), $")
_ENDS = r"(?=[,.;]| \(| (?:and|on|in|at|by|where|with|despite|though)\b)"
_OPENED = regex(AGENT + r"(?:[^.;:]{1,120}(?:, (?:and |but )?|[;:] ))?")
_OF = regex(r"(?:the|its) capital(?: city)?(?: of (the [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))?" + _ENDS)
_WAS = regex(
    r"(?:[Ii]ts|[Tt]he) capital(?: city| town)? (?:is|was|lay at|was at) ([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})"
    + _ENDS
)
_HAD = regex(
    r"(?:had|has|with|kept|keeps) its capital(?: city| town)? (?:at|in) "
    r"([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})" + _ENDS
)
_BEFORE = regex(r"(?<!\w)([A-Z][^\W\d_]{1,25}(?:[ -][A-Z][^\W\d_]{1,25}){0,2}) (?:is|was|served as|has been|became) $")
"""A town before "is its capital"."""
_TIMED = regex(r"\b(?:[Ff]rom|[Uu]ntil|[Aa]fter|[Bb]efore|[Ss]ince|[12][0-9]{3})\b")
_SHARED = worded(__file__, r"\b{shared}\b")
_ANY = "capital"
_KINDS = frozenset(("country", "generic"))
"""The kinds of article that a land of today or of the past may have."""
_NEAR = 50


def apposed_capitals(article: Article) -> Iterator[ProseSpan]:
    """The towns so called, where no capital of the article was one for a time or in part."""
    if article.parties.person or article.kind.name not in _KINDS or not may_hold(article, _ANY):
        return
    found = list(_called(article))
    near = (sentence_at(article, at, _NEAR) for at in (occurrences(article, (_ANY,)) if found else ()))
    if not any(_SHARED.search(article.lowered, *around) for around in near):
        yield from found


def _called(article: Article) -> Iterator[ProseSpan]:
    """The towns that are called the capital, in order."""
    text = article.page.prose.text
    for at in sorted(occurrences(article, ("the capital", "its capital"))):
        block = article.page.block_at(at)
        said = _WAS.match(text, at)
        if said is not None and block is not None and _OPENED.fullmatch(text, sentence_at(article, at).start, at):
            yield ProseSpan(*said.span(1))
        start = max(at - _NEAR, 0)
        had = _HAD.search(text, max(at - len("with "), 0), min(at + _NEAR, len(text)))
        if had is not None and block is not None and _opens(article, at):
            yield ProseSpan(*had.span(1))
        told = _OF.match(text, at)
        name = _NAME.search(text[start:at]) or _BEFORE.search(text[start:at])
        prose = block is not None and block.form is Form.PARAGRAPH and block.place in (Place.LEAD, Place.BODY)
        if not prose or told is None or name is None:
            continue
        if not _is_own(article, told[1]) and (told[1] or not told[0].startswith("its")):
            continue
        yield ProseSpan(start + name.start(1), start + name.end(1))


def _opens(article: Article, at: int) -> bool:
    """Whether the sentence around a place is on the article's own land: by its name, a pronoun or what it is called."""
    sentence = sentence_at(article, at)
    before = article.page.prose.text[sentence.start : at]
    if _TIMED.search(article.page.prose.text, *sentence):
        return False
    return re.search(rf"(?:^| ){article.once(subject_of)} [^.;:A-Z]{{0,40}}$", before) is not None


def _is_own(article: Article, land: str | None) -> bool:
    """Whether a land is the article's own: by its name, or by what it is called."""
    if land is None:
        return False
    sort = article.parties.own.partition(" of ")[0].lower()
    return (
        land == f"the {sort}"
        or land in article.parties.own.split(" of ")
        or re.fullmatch(article.once(subject_of), land) is not None
    )
