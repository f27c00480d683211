"""The height of the highest point of the article's subject, and places of it that are told to lie higher."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Quantity
from articles.kinds.kind import normal
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.states_named import states_named
from rules.laws.nearby import after, claims_in, left, occurrences, right, sentence_at
from rules.laws.order import sides

_TOP = worded(
    __file__, r"\b(?:highest|tallest|loftiest) (?:natural )?{tops}\b(?! (?:of|in|on|along) (?:the )?{parts}\b)"
)
_LYING = worded(
    __file__,
    r"\b{altitude}(?: of)?(?: about| some| only| just| around| nearly| over)? $|\b{lies} [^.;:()]{0,50}\bat $|^At $",
)
_SEA = worded(__file__, r"[^.;:]{0,14}\babove (?:mean )?(?:the )?sea\b|[^.;:()]{0,6}\b{altitude}\b")
_PLACE = worded(__file__, r"\b{places}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_KEYS = WordList(__file__, "keys")
FARTHEST = 80
"""How far behind "highest point" its height may stand."""
LOWEST, HIGHEST = 1.05, 6
"""By how much a place must lie higher at the least (maps differ in a few metres), and at the most."""
MOST = 8


class Higher(NamedTuple):
    """The height of the highest point, and that of a place above it."""

    top: Claim
    place: Claim


def higher(article: Article) -> Iterator[Higher]:
    """The places that are told to lie above the highest point of the land they are in."""
    if article.parties.person or article.parties.pair:
        return
    tops = [*_boxed(article), *_told(article)][:MOST]
    if not tops:
        return
    top = max(tops, key=_metres)
    for claim in article.claims_by_kind.get("quantity", ()):
        if claim.span not in {one.span for one in tops} and _of_place(article, claim):
            both = sides(claim, top)
            if both is not None and both.falls and LOWEST < _metres(claim) / max(_metres(top), 1) < HIGHEST:
                yield Higher(top, claim)
                return


def _metres(claim: Claim) -> float:
    """A height in metres."""
    assert isinstance(claim.value, Quantity)
    return float(claim.value.amount.value) * _UNITS.get(claim.value.unit, 0.0)


_UNITS = {"meter": 1.0, "foot": 0.3048, "kilometer": 1000.0}


def _is_height(claim: Claim | None) -> bool:
    return claim is not None and isinstance(claim.value, Quantity) and claim.value.unit in _UNITS and not claim.parts


def _boxed(article: Article) -> Iterator[Claim]:
    """What the infobox gives for the highest point."""
    for infobox in article.page.infoboxes[:1]:
        for field in infobox.fields:
            claim = after(article, field.prose.start, 40) if normal(field.key) in _KEYS else None
            if claim is not None and _is_height(claim) and claim.span.end <= field.prose.end:
                yield claim


def _told(article: Article) -> Iterator[Claim]:
    """What the text gives for it: the only height of its sentence."""
    for found in filter(
        None, (_TOP.match(article.lowered, at) for at in occurrences(article, ("highest", "tallest", "loftiest")))
    ):
        sentence = sentence_at(article, found.start())
        heights = [claim for claim in claims_in(article, sentence) if _is_height(claim) and not claim.quoted]
        near = [claim for claim in heights if abs(claim.span.start - found.end()) <= FARTHEST]
        firsts = [claim for at, claim in enumerate(heights) if not at or not _pair(article, heights[at - 1], claim)]
        if near and len(firsts) == 1 and not _DOUBT.search(article.page.text(sentence)):
            yield firsts[0]


def _pair(article: Article, first: Claim, second: Claim) -> bool:
    """Whether a height is the one before it in another unit."""
    return article.page.prose.text[first.span.end : second.span.start].strip() in ("(", "or", "/")


def _of_place(article: Article, claim: Claim) -> bool:
    """Whether a quantity is the height at which a settlement or another place of the subject lies."""
    if not _is_height(claim) or claim.quoted:
        return False
    before, behind = left(article, claim.span.start, 90), right(article, claim.span.end, 40)
    if not (_SEA.match(behind) or _LYING.search(before)):
        return False
    sentence = sentence_at(article, claim.span.start)
    text = article.page.text(sentence)
    return _PLACE.search(text) is not None and not _DOUBT.search(text) and not _elsewhere(article, sentence)


def _elsewhere(article: Article, sentence: ProseSpan) -> bool:
    """Whether a sentence names another land."""
    return bool(states_named(article, sentence) - {article.parties.own})
