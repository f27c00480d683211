"""A change that is told beside the two amounts between which it lies, whatever words join the three.

"At its peak it had 61 branches; after the sale 44 were left, 17 fewer", "its tongue drew back by 210 m, its length
shrinking from 2,450 m to 2,240 m". The change is known by a word right beside it, the two amounts by being the only
others of their sort in its sentence; a word of doubt or another holder makes it no statement on them.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.change_hints import hinted
from rules.laws.amounts.direction import comparatives
from rules.laws.amounts.moves import FRACTION, Change, Move, change_noun, in_percent, way
from rules.laws.amounts.passages import RUNNING, amounts, plain, size, sort
from rules.laws.bounds import series
from rules.laws.nearby import gap, left, right, sentence_at
from rules.laws.nouns import people, same_thing
from rules.laws.order import amount

_PASSED = frozenset({Kind.DATE, Kind.ORDINAL})
_LEAST, _LARGEST = 0.45, 2.2
"""A change is not told so wrong as to be less or more of the true one than this."""
_MOST = 5
_AHEAD_OF = worded(__file__, r"(?: [a-z]+)? {standing}\b")
"""Behind a change: "nine points ahead of"."""
_MORE = regex(r" ([a-z]+)(?: ([a-z]+))?(?=[.,;:)]|$| than | (?:and|but|while|when|after|since) )")
_BY = regex(r"\bby (?:about |some |nearly |almost |around |a |an |over |only |just )?$")
_AHEAD = worded(__file__, r"\b{ahead} by (?:about |some |only |just )?$")
_LOST = regex(r"\b(lost|gained|shed|added) (?:about |some |nearly |almost |over |only |just |another )?$")
_NOUN_OF = regex(
    r"\b(?:an?|the|represent\w+|mean\w*|mark\w*) (?:[a-z]+ )?([a-z]+) of "
    r"(?:about |some |nearly |almost |around |over |only |just )?$"
)
_DOUBT = worded(__file__, r"\b{doubt}\b")
_RANKED = regex(r"\b[Tt]he (?:first|second)\b")
"""One of two that are compared."""
_THAN = regex(r"[^.,;:()]{0,30}\b(?:than|ahead of|clear of|short of|behind|above|below) ")
_BRINGS = worded(__file__, r" and (?:thus |so |thereby )?{brings}\b")
_EARLIER = worded(
    __file__, r"[^.;:()]{0,30}\bthan (?:in |at |on |it |they |had |was |were |been |the |a |an |its )*{earlier}\b"
)
_FROM = regex(r"\bfrom (?:about |some |nearly |almost |only |just |an? )?$")
_SINCE = regex(r"(?: [a-z]+)? (?:from|over|on|since|compared|against|of|in (?:growth|revenue)) ")
_AND = regex(r"\b(?:and|but|while)\b|;")
_CUT = regex(r"[,;:–—(]")
_LINKS = WordList(__file__, "links")
_FEW = 8
_BESIDE = 60
"""So far behind "than" the other holder's amount stands at most."""
_WIDTH = 300


def said_changes(article: Article) -> tuple[tuple[Move, Change], ...]:
    """Every change with the two amounts of its sentence that it is told of; for :meth:`Article.once`."""
    return tuple(_changes(article))


def _changes(article: Article) -> Iterator[tuple[Move, Change]]:
    text = article.page.prose.text
    for claim in article.once(hinted):
        known, up = _told(article, claim, text) if claim.kind is not Kind.DURATION else (False, None)
        if known and plain(claim) and claim.pattern != FRACTION:
            move = _between(article, claim, up)
            if move is not None:
                yield move


def _told(article: Article, claim: Claim, text: str) -> tuple[bool, bool | None]:
    """Whether an amount is told as a change, and which way it went where that is said."""
    start, end = claim.span
    if text[end : end + 1] == " ":
        found = _MORE.match(text, end, end + 30)
        up = comparatives().get(found[1], comparatives().get(found[2])) if found else None
        if up is not None:
            return True, up
        if _AHEAD_OF.match(text, end, end + 40):
            return True, True  # of two that stand side by side the order tells nothing
    lead = text[max(start - 30, 0) : start]
    if " by " in lead and _BY.search(lead):
        up = _direction(left(article, start, 60))
        return True, True if up is None and _AHEAD.search(lead) is not None else up
    if claim.kind is not Kind.PERCENT and (lost := _LOST.search(lead)):
        return True, way(lost[1])
    noun = _NOUN_OF.search(lead) if lead.endswith(" of ") else None
    up = change_noun(noun[1]) if noun else None
    return up is not None, up


def _direction(lead: str) -> bool | None:
    ways = map(way, reversed(lead.lower().split()[-8:]))
    return next((up for up in ways if up is not None), None)


def _between(article: Article, change: Claim, up: bool | None) -> tuple[Move, Change] | None:
    block = article.page.block_at(change.span.start)
    if block is None or block.form not in RUNNING:
        return None
    sentence = sentence_at(article, change.span.start, _WIDTH)
    ends = _ends(article, sentence, change)
    if ends is None or not _own(article, change, ends):
        return None
    around = gap(article, min(ends[0].span.start, change.span.start), max(ends[1].span.end, change.span.end))
    behind = right(article, change.span.end, 40)
    doubted = _RANKED.sub("", around + behind) if " than " in behind or _AHEAD_OF.match(behind) else around + behind
    if "\n" in around or _DOUBT.search(doubted):
        return None
    if not _tied(article, change, ends):
        return None
    if up is None:
        if not _FROM.search(left(article, ends[0].span.start, 30)) or " to " not in gap(
            article, ends[0].span.end, ends[1].span.start
        ):
            return None
        up = size(ends[0]) < size(ends[1])
    first, second = sorted(ends, key=size, reverse=not up)
    found = _judged(first, second, change, up)
    if found is not None and _AHEAD_OF.match(behind):
        return found[0], Change(change, up)  # the points of a table, and none of a percentage
    return found


def _tied(article: Article, change: Claim, ends: list[Claim]) -> bool:
    """Whether no other subject or deed stands between a change and the amounts: not "; receipts were 35 % higher"."""
    first, second = ends
    if change.span.end <= first.span.start:
        return _AND.search(_BRINGS.sub("", gap(article, change.span.end, first.span.start))) is None
    told = gap(article, (second if second.span.end <= change.span.start else first).span.end, change.span.start)
    said = _CUT.split(told)[-1].split()
    names = _AHEAD_OF.match(right(article, change.span.end, 40)) or _AHEAD.search(left(article, change.span.start, 30))
    noun = getattr(change.value, "noun", None) or ""
    return len(said) <= _FEW and all(
        word in _LINKS or way(word) is not None or (names and _of_names(word, noun)) for word in said
    )


def _of_names(word: str, noun: str) -> bool:
    """Whether a word may stand between two that are compared and the verb: "so that Ems won by 12 runs"."""
    return word[0].isupper() or word == noun or word == "the" or _AHEAD.match(f"{word} by ") is not None


def _judged(first: Claim, second: Claim, change: Claim, up: bool) -> tuple[Move, Change] | None:
    """The move, where the change is near enough to the true one to be meant of it."""
    start, end, told = amount(first.value), amount(second.value), size(change)
    low, high = sorted((size(first), size(second)))
    if Kind.PERCENT in (first.kind, change.kind) and first.kind is change.kind:
        return None  # "a 3 % rise of growth" may be one of points or of percent
    if start is None or end is None or not 0 < low < high <= low * _MOST or not told:
        return None
    real = high - low
    if isinstance(change.value, Percent) and first.kind is not Kind.PERCENT:
        real = real / size(first) * 100
    if not _LEAST <= told / real <= _LARGEST:
        return None
    return Move(first, second, *series(start, end, counts=first.kind is Kind.NUMBER)), Change(in_percent(change), up)


def _ends(article: Article, sentence: ProseSpan, change: Claim) -> list[Claim] | None:
    """The only two other amounts of one sort in the sentence of a change."""
    found: dict[str, list[Claim]] = {}
    for claim in amounts(article, sentence):
        if claim.kind in _PASSED or claim.span == change.span:
            continue
        moved = len(claim.parts) == 2 and _FROM.search(left(article, claim.span.start, 30)) is not None
        told = list(claim.parts) if moved else [claim]
        found.setdefault(sort(claim), []).extend(told)
    wanted = sort(change)
    relative = isinstance(change.value, Percent)
    pairs = [listed for name, listed in found.items() if len(listed) > 1 and (relative or name == wanted)]
    if len(pairs) != 1 or len(pairs[0]) != 2 or not all(map(plain, pairs[0])):
        return None
    return pairs[0]


def _own(article: Article, change: Claim, ends: list[Claim]) -> bool:
    """Whether the three count one thing, and a "than" behind the change names no other holder."""
    counted = ends if isinstance(change.value, Percent) else [*ends, change]
    nouns = [noun for claim in counted if (noun := getattr(claim.value, "noun", None)) and noun not in comparatives()]
    if not all(same_thing(nouns[0], noun) or (people(nouns[0]) and people(noun)) for noun in nouns[1:]):
        return False
    behind = right(article, change.span.end, 60)
    if (since := _SINCE.match(behind)) is not None:
        at = change.span.end + since.end()
        return any(at <= claim.span.start <= at + 12 for claim in ends)
    than = _THAN.match(behind)
    if than is None:
        return True
    if _EARLIER.match(behind):
        later = [claim for claim in ends if claim.span.start >= change.span.end]
        return not any(";" in gap(article, change.span.end, claim.span.start) for claim in later)
    at = change.span.end + than.end()
    return any(
        at <= claim.span.start <= at + _BESIDE and ";" not in gap(article, at, claim.span.start) for claim in ends
    )
