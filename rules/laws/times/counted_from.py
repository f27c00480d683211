"""Counts of time that start from a happening: "thirty years after it had opened", "six years after his death"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge, Written
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import before, claims_in, gap, occurrences, sentence_at
from rules.laws.times.clause_words import act_of, form_of
from rules.laws.times.happenings import Happening
from rules.laws.times.orderings import FORMS, dates, side, told_in, usable

_JOINT = regex(r" (after|before) (?!that\b|this\b|which\b|then\b)")
_STOP = regex(r",? (?:and|but|while|which|who|when|as) |[,;:()—]")
_CLAUSE = regex(r"; |, (?:and|but) ")
_FRONT = regex(r"(?:In|On|By)(?: early| late)?(?: the)? ")
_BESIDE = regex(r",? \(?(?:that is|or|just|only|exactly|precisely|some|and)? ?")
_BEHIND = regex(r",? \(?(?:in|on)(?: early| late)?(?: the)? ")
_OWN = {"open": "opened", "close": "closed", "found": "founded", "dissolve": "dissolved", "born": "born", "die": "died"}
"""Acts whose dates are facts of the article's own subject."""
SINGLE = {
    "a year": (1, "year"),
    "a decade": (1, "decade"),
    "half a century": (5, "decade"),
    "a century": (1, "century"),
}
COUNTLESS = {
    "a decade": (1, "decade"),
    "a full decade": (1, "decade"),
    "a quarter of a century": (25, "year"),
    "a full quarter of a century": (25, "year"),
    "a quarter-century": (25, "year"),
    "half a century": (50, "year"),
    "a half-century": (50, "year"),
    "a century": (1, "century"),
    "a full century": (1, "century"),
    "a century and a half": (150, "year"),
    "a decade and a half": (15, "year"),
}
_WAY = regex(r" (?:later|earlier|afterwards?|before|after|on),? (?:\(|in |on )")
_HEDGED = regex(r"\b(?:about|some|almost|nearly|over|than|around|roughly|least|within|approximately|not|quarter of) $")
_AGAIN = " again"
_ANY = frozenset(("",))
_FROM = regex(
    r" (?P<way>after|before) (?:the|its|his|her|their|that|this) (?P<noun>[a-z]{5,})"
    r"(?: of [^,.;:()]{1,30})?,? \(?(?:in|on) "
)
"""Behind a count, what it starts from, and the date that it leads to: "eleven years after their arrival, in"."""
_FROM_BEHIND = regex(
    r" (?P<way>after|before) (?:the|its|his|her|their|that|this) (?P<noun>[a-z]{4,})(?: of [^,.;:()]{1,30})?(?=[.,;)])"
)
"""Behind a count that a date stands before, what it starts from: "until 1761, twelve years after the first."."""
_BEFORE_IT = regex(
    r"(?:,| –|,? when,|,? \(|,? that is,?|,? (?:just|only|some|fully|exactly)){1,2} ?(?:just |only |exactly |fully )?"
)
_OF_LIFE = ("death", "birth")
STEM = 5
"""By how many letters a noun and a verb are known to tell the same: "arrival", "arrived"."""
_WORD = regex(r"[a-z]+")
NEAR = 70
BACK = 500
"""How far back in the paragraph the date that a count starts from is looked for."""


class Counted(NamedTuple):
    """A count, the date that it leads to, the date that it starts from, and whether that is the earlier one."""

    length: Claim
    date: Claim
    origin: Claim
    later: bool


def single(article: Article) -> Iterator[Claim]:
    """Every count of one that has no number before "later" or the like: "a decade later", "half a century on"."""
    for word, (amount, unit) in SINGLE.items():
        for at in occurrences(article, (word,)):
            span = ProseSpan(at, at + len(word))
            if _WAY.match(article.lowered, span.end) and not _HEDGED.search(article.lowered, max(at - 24, 0), at):
                value = Decimal(amount)
                yield Claim(Kind.DURATION, span, Duration(Written(value, value, Decimal(0)), unit), "single")


def singles(article: Article) -> Iterator[Claim]:
    """Every count that no number tells, before "after" or "before": "a quarter of a century after the war"."""
    for word, (amount, unit) in COUNTLESS.items():
        for at in occurrences(article, (word,)):
            span = ProseSpan(at, at + len(word))
            if _HEDGED.search(article.lowered, max(at - 24, 0), at) is None:
                value = Decimal(amount)
                yield Claim(Kind.DURATION, span, Duration(Written(value, value, Decimal(0)), unit), "single")


def counted(article: Article) -> Iterator[Counted]:
    """Every count of time from a happening whose date the article tells."""
    text = article.page.prose.text
    for length in article.claims_by_kind.get("duration", ()):
        joint = _JOINT.match(text, length.span.end)
        value = length.value
        if joint is None or length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        block = article.page.block_at(length.span.start)
        found = _counted(article, block, length, joint.end()) if block is not None and block.form in FORMS else None
        if found is not None:
            date, origin = found
            yield Counted(length, date, origin, joint[1] == "after")


def by_stem(article: Article) -> Iterator[Counted]:
    """Counts from what a noun tells, which a verb or the same noun dated before: "arrived in 1131", "their arrival"."""
    text = article.page.prose.text
    for length in article.claims_by_kind.get("duration", ()):
        led = _FROM.match(text, length.span.end)
        from_it = led or _FROM_BEHIND.match(text, length.span.end)
        value = length.value
        if from_it is not None and from_it["noun"] in _OF_LIFE and article.parties.person:
            continue  # whose of several deaths is told elsewhere
        if from_it is None or length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        dates = claims_in(article, ProseSpan(led.end(), led.end() + 1)) if led else _right_before(article, length)
        block = article.page.block_at(length.span.start)
        if not dates or not usable(dates[0]) or block is None or block.form not in FORMS:
            continue
        origin = _by_stem(article, block, (length, dates[0]), from_it["noun"])
        if origin is not None and origin.span != dates[0].span:
            yield Counted(length, dates[0], origin, from_it["way"] == "after")


def plain(date: Claim) -> Claim:
    """A date itself, without the "until" that makes it an end."""
    return date.parts[0] if len(date.parts) == 1 and date.pattern.startswith("until-") else date


def _right_before(article: Article, length: Claim) -> tuple[Claim, ...]:
    """The date that stands right before a count."""
    told = before(article, length.span.start, 20)
    date = None if told is None else plain(told)
    words = gap(article, date.span.end, length.span.start) if date is not None else ""
    return (date,) if date is not None and date.kind is Kind.DATE and _BEFORE_IT.fullmatch(words) else ()


def _by_stem(article: Article, block: Block, counted: tuple[Claim, Claim], noun: str) -> Claim | None:
    """The one date before a count that stands right behind a word with the stem of a noun, or of the noun's act.

    Where there is one date only besides that to which the count leads, it may stand anywhere behind the word.
    """
    length, ends = counted
    start = max(block.span.start, length.span.start - BACK)
    stem, act = f" {noun[:STEM]}", form_of(noun, "deed")
    dates = [claim for claim in claims_in(article, ProseSpan(start, length.span.start)) if claim.kind is Kind.DATE]
    found = {claim for claim in dates if _tells(_clause_before(article, claim), stem, act)}
    alone = [claim for claim in dates if claim.span != ends.span]
    if not found and len(alone) == 1 and _tells(article.lowered[start : alone[0].span.start], stem, act):
        found = set(alone)
    told = _told_times(article.lowered[start : length.span.start], stem, act)
    return next(iter(found)) if len(found) == 1 and told == 1 and all(map(usable, found)) else None


def _tells(clause: str, stem: str, act: str | None) -> bool:
    return _told_times(clause, stem, act) > 0


def _told_times(text: str, stem: str, act: str | None) -> int:
    """How often a text has a word with a stem, or one that tells an act."""
    acts = (
        0
        if act is None
        else sum(act_of(word) == act and f" {word}"[: len(stem)] != stem for word in _WORD.findall(text))
    )
    return text.count(stem) + acts


def _clause_before(article: Article, claim: Claim) -> str:
    """The words before a date in its clause, in lower case."""
    before = article.lowered[
        max(claim.span.start - NEAR, sentence_at(article, claim.span.start).start) : claim.span.start
    ]
    return " " + _STOP.split(before)[-1]


def _counted(article: Article, block: Block, length: Claim, start: int) -> tuple[Claim, Claim] | None:
    """The date that a count leads to and the one that it starts from."""
    text = article.page.prose.text
    sentence = sentence_at(article, length.span.start)
    parted = [found.end() for found in _CLAUSE.finditer(text, sentence.start, length.span.start)]
    sentence = ProseSpan(parted[-1], sentence.end) if parted else sentence
    stop = _STOP.search(text, start, sentence.end)
    end = stop.start() if stop else sentence.end
    told = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE and not claim.parts]
    outside = [claim for claim in told if not start <= claim.span.start < end]
    from_it = side(article, start, end)
    if len(outside) != 1 or from_it is None or not _tied(article, sentence, length, (outside[0], end)):
        return None
    if from_it.date is not None and text[from_it.date.span.end : end].strip(" ."):
        return None
    origin = from_it.date if dates(from_it) else _told_before(article, block, from_it, length.span.start)
    return (outside[0], origin) if origin is not None and origin.span != outside[0].span else None


def _tied(article: Article, sentence: ProseSpan, length: Claim, ahead: tuple[Claim, int]) -> bool:
    """Whether a date is that of what is told: it opens the sentence, or stands beside the count or its happening."""
    text = article.page.prose.text
    date, end = ahead
    if date.span.end <= length.span.start:
        opens = _FRONT.fullmatch(text, sentence.start, date.span.start) is not None
        return opens or _BESIDE.fullmatch(text, date.span.end, length.span.start) is not None
    return _BEHIND.fullmatch(text, end, date.span.start) is not None


def _told_before(article: Article, block: Block, happening: Happening, at: int) -> Claim | None:
    """The date that the paragraph gave the same happening before, or the article its own subject's."""
    if not happening.act or happening.thing.startswith("#") or _AGAIN in article.lowered[block.span.start : at]:
        return None
    of_life = happening.act in ("die", "born") and not happening.thing and article.parties.person
    found = [
        each.date
        for each in told_in(article, block, _ANY)
        if not of_life
        and each.date is not None
        and each.act == happening.act
        and each.date.span.end <= at
        and (not happening.thing or each.thing == happening.thing)
        and isinstance(each.date.value, Date)
    ]
    if not found and happening.act in _OWN and happening.thing in ("", article.parties.own.lower()):
        facts = article.facts_by_property.get(_OWN[happening.act], ())
        found = [fact.claim for fact in facts if fact.subject == article.parties.own and fact.claim is not None]
    return found[0] if len({claim.value for claim in found}) == 1 else None
