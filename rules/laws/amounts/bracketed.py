"""Lists in brackets behind a counted noun: "three consulates (in Ana, Bela and Karl)", "twice (1955 and 1980)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.gazetteer import gazetteer
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import right

_OPEN = regex(
    r"(?: (?!and\b|or\b|of\b|to\b|in\b|from\b|with\b|by\b|for\b|at\b|on\b|per\b)[\w'’-]+){0,3}"
    r" ([\w'’-]+) ?\((?=[^()]{3,300}\))"
)
_LED = regex(r"(?:in |at |on |from |the |of |namely |viz\.? |both )+")
_NAME = worded(__file__, r"[^\W\d_a-zß-öø-ÿ][\w'’.&-]*(?: (?:{particles} )?[\w'’.&-]+){0,5}")
_WORD = regex(r"[a-z][a-z-]*(?: [a-z-]+)?")
_YEAR = regex(r"(?:1[0-9]|20)[0-9]{2}(?:[–-][0-9]{2,4})?")
_TIMES = frozenset(("times", "occasions", "terms", "editions", "seasons"))
_PEOPLES = frozenset(("people", "men", "women", "children", "countries"))
_SHARED = WordList(__file__, "shared")
"""What one item of a list may have several of: "seven medals (boxing and tennis)"."""
_NOT = worded(__file__, r"\b{parts}\b")
_AND = regex(r"(?:^| )and ")
LONGEST = 300
_NEAR = 120
"""So far behind a number a bracket opens behind its noun."""


class Listed(NamedTuple):
    """The items in a bracket: where the list stands, how many it may hold, and whether a last "and" closes it."""

    span: ProseSpan
    counts: frozenset[int]
    closed: bool


def bracketed(article: Article, claim: Claim) -> Listed | None:
    """The list in brackets behind the noun that a number counts; None where it is no plain list."""
    if article.page.prose.text.find("(", claim.span.end, claim.span.end + _NEAR) < 0:
        return None
    after = right(article, claim.span.end, LONGEST)
    opened = _OPEN.match(after)
    if opened is None or not (opened[1].endswith("s") or opened[1] in _PEOPLES):
        return None
    start = opened.end()
    end = after.index(")", start)
    led = _LED.match(after, start)
    start = led.end() if led is not None else start
    text = after[start:end]
    if _NOT.search(text):
        return None
    at = claim.span.end + start
    items = _items(article, text, at)
    parts = [part for item in items for part in _split(item.removeprefix("and "))]
    if len(parts) < 2 or not _plain(parts, times=opened[1] in _TIMES or opened[1] in _SHARED):
        return None
    counts = _counts(items)
    closed = opened[1] in _TIMES or (
        _AND.search(items[-1]) is not None
        and opened[1] not in _SHARED
        and (not parts[0].islower() or len(max(parts, key=len)) == 1)
    )
    return Listed(ProseSpan(at, at + len(text)), counts, closed)


def _items(article: Article, text: str, at: int) -> list[str]:
    """The text between commas, those within a link's label left alone ("Portland, Oregon")."""
    links = [link.prose for link in article.page.links if at <= link.prose.start and link.prose.end <= at + len(text)]
    items, start = [], 0
    for comma in re.finditer(",", text):
        if not any(link.start < at + comma.start() < link.end for link in links):
            items.append(text[start : comma.start()])
            start = comma.end()
    return [item.strip() for item in (*items, text[start:])]


def _split(item: str) -> list[str]:
    return [
        _LED.sub("", part.strip(), count=1) if _LED.match(part.strip()) else part.strip()
        for part in item.split(" and ")
    ]


def _plain(parts: list[str], *, times: bool) -> bool:
    """Whether all items are names, or all words, or all years."""
    if times and all(_YEAR.fullmatch(part) for part in parts):
        return True
    if all(_NAME.fullmatch(part) for part in parts):
        states = [gazetteer().canonical(part) is not None for part in parts]
        return all(states) or not any(states)  # "in Guayaquil, Ecuador" is one place
    return all(_WORD.fullmatch(part) for part in parts)


def _counts(items: list[str]) -> frozenset[int]:
    """Every number of items that the list may have: "and" may stand within a name."""
    oxford = items[-1].startswith("and ")
    joints = [item.removeprefix("and ").count(" and ") for item in items]
    surely = int(not oxford and (joints[-1] == 1 or len(items) == 1))
    return frozenset(range(len(items) + surely, len(items) + sum(joints) + 1))
