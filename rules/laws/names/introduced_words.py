"""Quotations that the article introduces as the same words: a motto, somebody's last words, a novel's first sentence.

Where two are introduced so, they may differ more than by a word and are one quotation all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.article import Article
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import data_file, trie, worded
from rules.laws.names.own_names import own_noun

_OTHER = worded(__file__, r"\b{other}\b", re.IGNORECASE)
"""Beside a quotation: it is another's, a version, or told by one of several."""
_CLAUSE = regex(r", (?:and|but) |; ")
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_CUT = regex(r"\.\.|\betc\b|[…\[" + GAP + "]")
_OWNER = regex(r" of (?:the|his|her|its|their) ([a-z' -]{2,40}?)(?: (?:is|was|are|were|reads?|runs?)\b|[,:]|$)")
"""Whose a motto is, by a noun: "the motto of the junior house is"."""
_AHEAD, _BEHIND = 140, 90
_NEAR = 300
_LEAST = 4
"""Fewer words may be said alike by chance."""
_ALIKE = 0.5
"""The share of the longer wording's words that stand in both, in order, for the two to be one."""
_LONG, _NEARLY = 7, 0.6
"""In a wording of fewer words than these, so many must be the same."""
MOST = 60
"""More quotations than an article on one speech or book has are not compared."""


def introduced_twice(article: Article, quoted: list[ProseSpan]) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Two quotations that are introduced as the same and told in other words."""
    if not 2 <= len(quoted) <= MOST:
        return
    known: dict[str, list[tuple[ProseSpan, list[str]]]] = {}
    for number, span in enumerate(quoted):
        after = quoted[number + 1].start if number + 1 < len(quoted) else len(article.lowered)
        sorts = _introduced(article, span, quoted[number - 1].end if number else 0, after)
        whole = not _CUT.search(article.lowered, *span)
        words = [word.replace("’", "'") for word in _WORD.findall(article.lowered, *span)] if sorts and whole else []
        if len(words) < _LEAST:
            continue
        other = next((each for sort in sorts for each, said in known.get(sort, ()) if _one(said, words)), None)
        if other is not None and not beside(article, other, span):
            yield other, span
        for sort in sorts:
            known.setdefault(sort, []).append((span, words))


def beside(article: Article, one: ProseSpan, other: ProseSpan) -> bool:
    """Whether two quotations stand in one passage, which sets them side by side: an oath's two forms, two speakers."""
    return other.start - one.end <= _NEAR and "\n" not in article.lowered[one.end : other.start]


def sorts_of(article: Article, span: ProseSpan, before: int = 0) -> frozenset[str]:
    """What a quotation is introduced as, in the words ahead of it and behind a place, if it is so at all."""
    return _sorts(_ahead(article.lowered, span.start, before))


def _introduced(article: Article, span: ProseSpan, before: int, after: int) -> frozenset[str]:
    """What a quotation is introduced as by the words ahead of it in its sentence, else by those behind it."""
    text = article.lowered
    ahead = _ahead(text, span.start, before)
    tail = text[span.end : min(span.end + _BEHIND, after)].partition("\n")[0]
    stop = re.search(r"[.!?](?: |$)", tail[1:])
    behind = tail[: stop.start() + 1] if stop else tail
    if text[span.end - 1] in ".!?" or ahead.endswith(":"):
        behind = ""  # the sentence ends with the quotation
    sorts = _sorts(ahead) or _sorts(behind)
    if not sorts or _is_anothers(article, ahead) or _OTHER.search(_CLAUSE.split(ahead)[-1]) or _OTHER.search(behind):
        return frozenset()
    return sorts


def anothers(article: Article, span: ProseSpan, before: int = 0) -> bool:
    """Whether a quotation is introduced as a part's, or somebody's, whom the article is not on."""
    return _is_anothers(article, _ahead(article.lowered, span.start, before))


def _is_anothers(article: Article, ahead: str) -> bool:
    """Whether the words are said to be those of a part, or of somebody, whom the article is not on."""
    found = _any_of_them().search(ahead)
    whose = _OWNER.match(ahead, found.end()) if found else None
    if whose is None or " " not in whose[1]:
        return False  # "the motto of the town" may be its own
    own = {*_WORD.findall(article.parties.own.lower()), *article.parties.aliases, article.once(own_noun)}
    return own.isdisjoint(_WORD.findall(whose[1]))


def _ahead(text: str, start: int, before: int) -> str:
    """The words of a sentence ahead of a quotation, or the line above a quotation that stands by itself."""
    low = max(start - _AHEAD, before, 0)
    ahead = text[low:start].rstrip('\n“"«„ ')
    ends = [match.end() for match in re.finditer(r"[.!?][\"”)]? |\n", ahead)]
    return ahead[ends[-1] :] if ends else ahead


def _sorts(words: str) -> frozenset[str]:
    if not _any_of_them().search(words):
        return frozenset()
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(words))


def _one(first: list[str], second: list[str]) -> bool:
    """Whether two wordings are of one quotation: half of the words, in their order, and not one cut short."""
    if first == second or abs(len(first) - len(second)) > max(len(first), len(second)) / 2:
        return False
    short, long = sorted((first, second), key=len)
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return False
    common = _common(first, second)
    return common >= min(_LEAST, len(long) - 1) and common >= (_ALIKE if len(long) >= _LONG else _NEARLY) * len(long)


def _common(first: list[str], second: list[str]) -> int:
    """How many words stand in both wordings in the same order."""
    row = [0] * (len(second) + 1)
    for word in first:
        above = row
        row = [0]
        for at, other in enumerate(second):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[at]))
    return row[-1]


@cache
def _any_of_them() -> re.Pattern[str]:
    rows = data_file(__file__, "introduced_words.toml")["sort"]
    return re.compile(rf"\b(?:{trie(word for row in rows for word in row['words'])})\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each sort of quotation the words that introduce it."""
    rows = data_file(__file__, "introduced_words.toml")["sort"]
    return {row["name"]: re.compile(rf"\b(?:{trie(row['words'])})\b") for row in rows}
