"""What an amount was, how it changed and what it came to, told over a sentence or two.

"The guild had 3,400 members. Within a year its strength had doubled to 5,100", "the figure fell by a quarter, to 900".
The change is the anchor: a word such as "doubled", an amount behind "by" or before "more than", one that was lost. What
it came to is the next amount, what it was the nearest one before of the same sort; words of another subject part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Number, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.change_hints import hinted
from rules.laws.amounts.direction import comparatives
from rules.laws.amounts.moves import (
    FRACTION,
    Change,
    Factor,
    Move,
    change_noun,
    factor_words,
    factors,
    in_percent,
    named_factor,
    portion,
    way,
)
from rules.laws.amounts.passages import RUNNING, amounts, opening, single, size, sort
from rules.laws.amounts.shares import X_OF_N
from rules.laws.bounds import series
from rules.laws.nearby import claims_in, gap, left, occurrences, right, within
from rules.laws.nouns import people, same_thing
from rules.laws.order import amount

_MOST = 5
"""What an amount came to is no more times what it was, and no fewer."""
_BEHIND, _REACH = 90, 260
_PASSED = frozenset({Kind.DATE, Kind.ORDINAL})
_LONG = frozenset({"year", "decade", "century", "month", "week"})
_DOUBT = worded(__file__, r"\b{doubt}\b")
OF_A_PART = worded(__file__, r"\b(?:in|for|among|at|of) (?!$|(?:the |its |their |about |some )?(?:[0-9]|{times}))")
_LEADS = worded(__file__, r"\b{leads}\b|^,? ")
_BY = regex(r" by(?: about| some| nearly| almost| around)?(?: an?(?= ))? $")
_VERB = 6
"""So many words before "by" at most stands the verb: "cut their number by"."""
_TO = worded(
    __file__, r"(?:,? [^.;:]{0,30}\b{times})?(?:,| and)?(?: [a-z]+){0,2} to (?:about |some |just |only |nearly )?"
)
_SHED = worded(__file__, r"\b(?:{lost}|{gained}) $")
_GAINED = worded(__file__, r"\b{gained} $")
_POLLED = worded(__file__, r"\b{polled}\b")
_LEAD = worded(__file__, r"\b{margins} of $")
_THAN = worded(
    __file__,
    r"(?: [a-z]+)? ([a-z]+)(?: [a-z]+)? than "
    r"(?:the [a-z]+(?: [a-z]+)?, (?:which|who) [a-z]+ |(?:the |its |their |those )?)(?=[0-9a-z$£€])",
)
_APPOSED = regex(r"[^.;:()]{0,50}(?:,| –| —|, or| or|, that is,?|;) ")
_COPULA = regex(r"[^.;:(),]{0,50} (?:is|are|was|were) ")
_OPENS_AT = regex(r"(?:At|With|Having) (?:a [a-z]+ of )?$")
_INCREASE = regex(r"(?:,| –| —| \() ?(?:representing |that is |i\.e\. |or )?an? (?:[a-z]+ )?([a-z]+) of $")
_OF_SEVERAL = regex(r" [a-z]{3,}s(?: each)? of $")
"""Before an amount: it is that of each of several, "four turbines of 35 MW"."""
_OF_THEM = regex(r" of (?:them|these|whom|which)")
_SCORED = worded(__file__, r"\b{scored}\b")
_SINCE = regex(r" (?:from|over|on|since|compared|against|than|a|per|each|in|of)\b")
_CLOSE = regex(r"(?: [\w'’-]+){0,3}")
_BETWEEN = regex(r" between (?:[A-Z][a-z]+ )?[0-9]{4}, (?:when|with|at)\b[^.;:()]{0,40} ")
_AND_WHEN = regex(r"[^.;:()0-9]{0,20},? and (?:[A-Z][a-z]+ )?[0-9]{4}, (?:when|with|at)\b[^.;:()]{0,40} ")
_PARTS = ("half", "third", "thirds", "quarter", "quarters", "fifth", "tenth")
_AROUND = 32
_PORTION = regex(
    r"\bby (?:about |nearly |almost |some |roughly )?"
    r"((?:half|(?:an? |one[ -])(?:half|third|quarter|fifth|tenth)|two[ -]thirds|three[ -]quarters))\b(?! of\b)"
)
_NOW = worded(
    __file__,
    r"(?: (?:of )?(?:them|these|[a-z]+))?,?(?: and)?(?: it| they| she| he)?(?: (?:now|then|today))? {holds} "
    r"(?:about |some |just |only )?",
)


class Course(NamedTuple):
    """A move and the change told with it: an amount, a percentage or a word."""

    move: Move
    change: Change | None
    factor: Factor | None


def courses(article: Article) -> tuple[Course, ...]:
    """Every change that a passage tells with what was before and what came of it; for :meth:`Article.once`."""
    return (*_by_factor(article), *_by_portion(article), *_by_amount(article))


def _by_factor(article: Article) -> Iterator[Course]:
    for word in _anchored(article, factors(), factor_words()):
        after = _after(article, word.end())
        between = _between(article, word.end(), after) if after is not None else None
        if between is not None:
            yield Course(between, None, _named(article, word))
            continue
        before = _before(article, word.start(), after) if after is not None else None
        if after is None or before is None:
            continue
        told = gap(article, word.end(), after.span.start)
        if not _joined(told) or _DOUBT.search(gap(article, before.span.end, word.start())):
            continue
        move = _move(before, after)
        if move is not None:
            yield Course(move, None, _named(article, word))


def _named(article: Article, word: re.Match[str]) -> Factor:
    return named_factor(word[0], ProseSpan(*word.span()), left(article, word.start(), 20))


def _between(article: Article, at: int, first: Claim) -> Move | None:
    """Both ends behind the word: "tripled between 1999, when it stood at 840, and 2008, when it reached 1,680"."""
    second = _after(article, first.span.end)
    if second is None or sort(second) != sort(first) or not _BETWEEN.fullmatch(gap(article, at, first.span.start)):
        return None
    told = gap(article, first.span.end, second.span.start)
    return _move(first, second) if _AND_WHEN.fullmatch(told) else None


def _anchored(article: Article, words: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a pattern that holds one of some words fits."""
    for at in occurrences(article, words):
        found = pattern.search(article.lowered, max(at - _AROUND, 0), at + _AROUND)
        if found is not None and found.start() <= at < found.end():
            yield found


def _joined(told: str) -> bool:
    """Whether what stands between a change and an amount makes that the outcome of the change."""
    leads = told.endswith(" to ") or _LEADS.search(told) is not None
    return leads and " from " not in told and not OF_A_PART.search(told) and not _DOUBT.search(told)


def _by_portion(article: Article) -> Iterator[Course]:
    """A part in words behind "by": "the figure fell by a quarter, to 900"."""
    for found in _anchored(article, _PARTS, _PORTION):
        span = ProseSpan(*found.span(1))
        up = _direction(left(article, found.end(), 70))
        after = _after(article, span.end) if up is not None else None
        if up is None or after is None or not _TO.fullmatch(gap(article, span.end, after.span.start)):
            continue
        move = _passage_move(article, span.start, after)
        if move is not None:
            yield Course(move, None, portion(article.page.text(span), span, up))


def _by_amount(article: Article) -> Iterator[Course]:
    text = article.page.prose.text
    for claim in article.once(hinted):
        lead = text[max(claim.span.start - 24, 0) : claim.span.start]
        found = None
        if " by " in lead:
            found = _moved_by(article, claim)
        elif text.find(" than ", claim.span.end, claim.span.end + 24) >= 0:
            found = _more_than(article, claim)
        elif lead.endswith(" of "):
            found = _lead_of(article, claim) if _LEAD.search(lead) else _increase_of(article, claim)
        elif claim.kind is not Kind.PERCENT and _SHED.search(lead):
            found = _shed(article, claim)
        if found is not None:
            yield found


def _direction(lead: str) -> bool | None:
    """Which way the verb before "by" says that something went."""
    words = lead.partition(" by ")[0] if lead.count(" by ") == 1 else lead.rpartition(" by ")[0]
    ways = map(way, reversed(words.lower().split()[-_VERB:]))
    return next((up for up in ways if up is not None), None)


def _moved_by(article: Article, change: Claim) -> Course | None:
    """A change behind "by" with its outcome behind "to": "dropped by 260 to 640", read as a range or as two."""
    lead = left(article, change.span.start, 60)
    up = _direction(lead)
    if up is None or _SCORED.search(lead) or not _BY.search(lead) or change.quoted or change.pattern == FRACTION:
        return None
    if len(change.parts) == 2:
        change, after = change.parts
    else:
        following = _after(article, change.span.end)
        if following is None:
            return None
        after = following
    if not _TO.fullmatch(gap(article, change.span.end, after.span.start)):
        return None
    move = _passage_move(article, change.span.start, after)
    return Course(move, Change(in_percent(change), up), None) if move is not None else None


def _shed(article: Article, change: Claim) -> Course | None:
    """An amount that was lost, and what is left: "it has since lost 1.8 km and now measures 6.6 km"."""
    after = _after(article, change.span.end)
    if after is None or sort(after) != sort(change) or not single(change):
        return None
    if not _NOW.fullmatch(gap(article, change.span.end, after.span.start)):
        return None
    move = _passage_move(article, change.span.start, after)
    gained = _GAINED.search(left(article, change.span.start, 24)) is not None
    return Course(move, Change(change, gained), None) if move is not None else None


def _more_than(article: Article, change: Claim) -> Course | None:
    """How much more or less one amount is than another: "33 councillors, 19 fewer than the 47 it had had before"."""
    found = _THAN.match(right(article, change.span.end, 60))
    up = comparatives().get(found[1]) if found is not None else None
    if found is None or up is None or not single(change):
        return None
    first, second = _before(article, change.span.start, change), _after(article, change.span.end + len(found[0]) - 1)
    if first is None or second is None or sort(second) != sort(change) or not _one_sort(first, second):
        return None
    told = gap(article, first.span.end, change.span.start)
    resumed = _COPULA.fullmatch(told) and _OPENS_AT.search(left(article, first.span.start, 24))
    apposed = _APPOSED.fullmatch(told) or resumed
    near = second.span.start - change.span.end <= len(found[0])
    move = _move(second, first) if apposed and near else None
    return Course(move, Change(change, up), None) if move is not None else None


def _lead_of(article: Article, change: Claim) -> Course | None:
    """A lead behind its two amounts: "in 42 minutes and the second in 47 minutes, a margin of five minutes"."""
    start = change.span.start - len(left(article, change.span.start, 200))
    ahead = claims_in(article, ProseSpan(start, change.span.start))
    told = [each for claim in ahead for each in _ends_of(claim) if sort(each) == sort(change)]
    if len(told) != 2 or not all(map(single, (*told, change))) or isinstance(change.value, Percent):
        return None
    first, second = told
    around = gap(article, first.span.start, change.span.start)
    if isinstance(change.value, Number) and not (_POLLED.search(around) and "seat" not in around):
        return None
    if _DOUBT.search(around.replace("while ", "")) or size(first) == size(second):
        return None
    move = _move(first, second)
    return Course(move, Change(change, size(second) > size(first)), None) if move is not None else None


def _ends_of(claim: Claim) -> tuple[Claim, ...]:
    """The two ends of what is read as one range, "2,310 votes to 2,190"; a part of a whole is no range."""
    return claim.parts if claim.parts and claim.pattern != X_OF_N else (claim,)


def _increase_of(article: Article, change: Claim) -> Course | None:
    """A change behind what it led to: "it had 84 members. Ten years on it had 112, an increase of 28"."""
    found = _INCREASE.search(left(article, change.span.start, 40))
    up = change_noun(found[1]) if found is not None else None
    start = change.span.start - len(left(article, change.span.start, 120))
    told = [claim for claim in claims_in(article, ProseSpan(start, change.span.start)) if claim.kind not in _PASSED]
    if _SINCE.match(right(article, change.span.end, 24)):
        return None  # "an increase of 3 percent from the census before"
    if found is None or up is None or not told or not single(told[-1]) or told[-1].kind is Kind.PERCENT:
        return None
    after = told[-1]
    if not _CLOSE.fullmatch(gap(article, after.span.end, change.span.start - len(found[0]))):
        return None
    move = _passage_move(article, after.span.start, after)
    return Course(move, Change(in_percent(change), up), None) if move is not None else None


def _passage_move(article: Article, at: int, after: Claim) -> Move | None:
    """The move to an amount from the nearest one before a place, where no word between tells of another subject."""
    before = _before(article, at, after)
    if before is None or _DOUBT.search(gap(article, before.span.end, at)):
        return None
    return _move(before, after)


def _after(article: Article, at: int) -> Claim | None:
    """The first amount behind a place in its sentence, times left out."""
    told = right(article, at, _BEHIND)
    for claim in within(article, at, at + len(told)):
        if claim.kind not in _PASSED and not (isinstance(claim.value, Duration) and claim.value.unit in _LONG):
            return claim if single(claim) and size(claim) > 0 else None
    return None


def _before(article: Article, at: int, after: Claim) -> Claim | None:
    """The nearest amount of a sort before a place in its paragraph."""
    block = article.page.block_at(at)
    if block is None or block.form not in RUNNING:
        return None
    for claim in reversed([*amounts(article, ProseSpan(opening(article, at, _REACH), at))]):
        if claim.kind in _PASSED or claim.span.end > at or _OF_THEM.match(right(article, claim.span.end, 12)):
            continue
        if sort(claim) == sort(after):
            each = claim.kind is not Kind.NUMBER and _OF_SEVERAL.search(left(article, claim.span.start, 24))
            return claim if single(claim) and _one_sort(claim, after) and not each else None
    return None


def other_bases(article: Article, move: Move) -> Iterator[Move]:
    """The same outcome, reckoned from each other amount of the sort before it in the paragraph."""
    span = ProseSpan(opening(article, move.second.span.start, _REACH), move.second.span.start)
    for claim in amounts(article, span):
        if claim.span != move.first.span and sort(claim) == sort(move.second) and single(claim):
            other = _move(claim, move.second)
            if other is not None:
                yield other


def _one_sort(before: Claim, after: Claim) -> bool:
    one, other = (claim.value.noun if isinstance(claim.value, Number) else None for claim in (before, after))
    return one is None or other is None or same_thing(one, other) or (people(one) and people(other))


def _move(before: Claim, after: Claim) -> Move | None:
    start, end = amount(before.value), amount(after.value)
    if start is None or end is None or start.value <= 0 or end.value <= 0:
        return None
    if max(start.value, end.value) > min(start.value, end.value) * _MOST:
        return None
    return Move(before, after, *series(start, end, counts=before.kind is Kind.NUMBER))
