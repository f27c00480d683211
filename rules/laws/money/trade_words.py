"""Adjectives of size that an article gives to a trade: "modest economic relations", "trade remains negligible".

The words and the frames they stand in are data, in ``trade_words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.laws.nearby import left, occurrences, right

WIDTH = 160
"""How far to the left of an adjective its noun may stand."""
_WORD = regex(r"[\w-]+(?:['’]s?)?|[^\w\s]")
_SECOND = regex(r",? (?:and|but|or|yet|if|though) [a-z-]+(?= )|, [a-z-]+(?= )")
_MOST_BETWEEN = 5
_READ = frozenset((Form.PARAGRAPH, Form.ITEM, Form.CAPTION, Form.CELL))


class Sized(NamedTuple):
    """An adjective of size and what it qualifies.

    ``large`` tells which way; ``head`` is the noun, in lower case ("trade", "relations", "exports").
    """

    span: ProseSpan
    large: bool
    head: str


_OF_A_STATE = regex(
    r" [a-z]+ (?:of|for|to) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
    r"(?: (?:industr(?:y|ies)|goods|products|export(?:er)?s|firms|companies|business|manufacturers|producers|wares"
    r"|traders))?[,.;:]"
)
"""What a state is to another, not to one product of it: "a major supplier of Norland,"."""


class Words(NamedTuple):
    """``trade_words.toml``."""

    bases: frozenset[str]
    large: dict[str, bool]
    ranking: frozenset[str]
    strong: frozenset[str]
    heads: dict[str, frozenset[str]]
    frames: dict[str, re.Pattern[str]]


@cache
def trade_words() -> Words:
    """The words that ship with factlint."""
    table = data_file(__file__, "trade_words.toml")
    size = table["size"]
    return Words(
        frozenset(table["flows"]["bases"]),
        dict.fromkeys(size["small"], False) | dict.fromkeys(size["large"], True),
        frozenset(size["ranking"]),
        frozenset(size["strong"]),
        {name: frozenset(words) for name, words in table["heads"].items()},
        {name: regex(frame) for name, frame in table["frames"].items()},
    )


def flow_head(head: str) -> bool:
    """Whether a noun is one state's own flow, exports or imports, and not trade at large."""
    return head in trade_words().heads["flow"] or head in trade_words().heads["markets"]


def sized(article: Article, *, large: bool) -> list[Sized]:
    """The adjectives of one sort that speak of trade, in order."""
    words = [word for word, is_large in trade_words().large.items() if is_large is large]
    found = {each.span: each for each in _found(article, words, large)}
    return [found[span] for span in sorted(found)]


def _found(article: Article, words: list[str], large: bool) -> Iterator[Sized]:
    for word in words:
        for at in occurrences(article, (word,)):
            span = ProseSpan(at, at + len(word))
            block = article.page.block_at(at)
            if block is None or block.form not in _READ or _quoted(article, block.span.start, at):
                continue
            before = left(article, at, WIDTH)
            if trade_words().frames["denied"].search(before.lower()):
                continue
            head = (
                _qualified(article, span, block.section)
                or _predicated(article, span, before, block.section)
                or _market(article, span)
            )
            if head and (word not in trade_words().ranking or head.startswith("partner")):
                yield Sized(span, large, head)


def _market(article: Article, span: ProseSpan) -> str | None:
    """What a state is to another's goods, or how much it sells of them: "a vast market for Uruguayan products"."""
    heads = trade_words().heads
    written: list[str] = _WORD.findall(right(article, span.end, WIDTH))[:_MOST_BETWEEN]
    words = [word.lower() for word in written]
    if len(words) > 2 and words[0] in heads["sellers"] and words[1] in ("to", "of", "for"):
        return words[0] if written[2][:1].isupper() else None
    if len(words) < 3 or words[1] not in ("for", "of") or words[0] not in heads["markets"] | heads["joined"]:
        return None
    at_large = not heads["dealt"].isdisjoint(words[2:4])
    if words[0] in heads["joined"]:
        return words[0] if at_large else None
    if words[0] in heads["markets"] and _OF_A_STATE.match(right(article, span.end, WIDTH)):
        return words[0]
    strong = article.lowered[span.start : span.end] in trade_words().strong
    return words[0] if at_large or strong else None


def _quoted(article: Article, start: int, at: int) -> bool:
    text = article.page.prose.text[start:at]
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _qualified(article: Article, span: ProseSpan, section: int) -> str | None:
    """The noun behind an adjective: "modest bilateral trade"."""
    behind = right(article, span.end, WIDTH)
    second = _SECOND.match(behind)
    words: list[str] = _WORD.findall(behind[second.end() if second else 0 :])
    heads, between = trade_words().heads, trade_words().heads["between"]
    if behind[:1] != " " and not second:
        return None
    for at, word in enumerate(words[: _MOST_BETWEEN + 1]):
        low = word.lower()
        following = words[at + 1].lower() if at + 1 < len(words) else "."
        if low in heads["joined"] and following == "of" and words[at + 2 : at + 3] and words[at + 2] in heads["dealt"]:
            return low
        ends = following in heads["after"] or not (following[0].isalnum() or following[0] in "-–'’")
        if ends and _is_head(
            low, [each.lower() for each in words[:at]], _before(article, span.start), article, section
        ):
            return low
        if low not in between and not word[:1].isupper() and word not in "–-":
            return None
    return None


def _predicated(article: Article, span: ProseSpan, before: str, section: int) -> str | None:
    """The noun that an adjective is said of: "trade between the two remains modest"."""
    frames = trade_words().frames
    scaled = frames["scale"].search(before) if right(article, span.end, 8).startswith((" scale", " level")) else None
    copula = scaled or frames["copula"].search(before)
    if copula is None or frames["bounded"].match(right(article, span.end, 30)):
        return None
    subject = re.split(r"[,;:]", before[: copula.start()])[-1]
    if scaled and copula[0].startswith(("trade", "deal")):
        return "trade"
    written: list[str] = _WORD.findall(subject)
    words = [word.lower() for word in written]
    names = [word[:1].isupper() for word in written]
    for at in range(len(words) - 1, -1, -1):
        behind = words[at + 1 :]
        if behind and behind[0] not in trade_words().heads["onward"]:
            continue
        if words[at] in trade_words().heads["joined"] and behind[:1] == ["of"] and behind[1:2]:
            if behind[1] in trade_words().heads["dealt"]:
                return words[at]
            continue
        if _is_head(words[at], words[:at], "", article, section) and _plainly_before(words[:at], names[:at]):
            return words[at]
    return None


def _plainly_before(words: list[str], names: list[bool]) -> bool:
    """Whether the words before a head leave it trade at large: names, articles and the like."""
    allowed = trade_words().heads["between"] | {
        "both",
        "two",
        "countries",
        "'s",
        "’s",
        "while",
        "although",
        "overall",
        "s",
    }
    for word, name in zip(reversed(words[-_MOST_BETWEEN:]), reversed(names[-_MOST_BETWEEN:]), strict=True):
        if word in ("the", "their", "its", "while", "although", "but", "though"):
            return True
        if not (word in allowed or name or word in "–-'’" or word.endswith(("'s", "’s", "s'", "s’"))):
            return False
    return True


def _is_head(word: str, before: list[str], ahead: str, article: Article, section: int) -> bool:
    """Whether a word is the noun of a trade, by itself or by the words before it."""
    heads = trade_words().heads
    if word in heads["alone"] or word in heads["flow"]:
        return True
    if word not in heads["joined"]:
        return False
    if any(each in heads["economic"] for each in before):
        return True
    pointed = ahead in heads["pointing"] or any(each in heads["pointing"] for each in before)
    return pointed and word in ("exchanges", "exchange", "flows") and _on_economy(article, section)


def _before(article: Article, at: int) -> str:
    """The word before an adjective."""
    words = left(article, at, 30).lower().split()
    return words[-1] if words else ""


def _on_economy(article: Article, section: int) -> bool:
    """Whether a section's heading speaks of the economy."""
    sections = article.page.sections
    return section >= 0 and trade_words().frames["economy"].search(sections[section].title.lower()) is not None
