"""Counts of time from an event that the article dates anywhere: "a bell was added twelve years after the lamp was lit".

The event is found by its words, in whatever form and place it is told: a clause, a field of the infobox, an item of a
list. Of several that share its words the one is meant that shares most with the sentence of the count.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.elapsed import DAYS, comparable
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.clause_words import act_of, form_of
from rules.laws.times.counted_from import Counted, plain, singles
from rules.laws.times.lives import birth_of, dated_deaths
from rules.laws.times.orderings import usable
from rules.laws.times.own_events import own_names
from rules.laws.times.told_deeds import lexicon, verb_phrases

_JOINT = regex(
    r" (?P<way>after|before|from|since) (?:(?P<own>(?:it|they) (?:had been|was|were|had) )"
    r"|(?!that\b|this\b|which\b|then\b|it\b|they\b|all\b|only\b))"
)
_STOP = regex(
    r"[,;:()—]|\.(?= |$)| (?:and|but|while|which|who|that|where|when|as) "
    r"| (?:in|on) (?=[0-9A-Z])| (?:it|he|she|they) (?=was|were|had)"
)
_OWNED = regex(r"['’]s? ")
_WORD = regex(r"[a-zà-ÿ]+")
_CLAUSE = regex(r"[;:()—]|, (?:and|but|while|which|who|where|when) | (?:and|but|while|until|after|before|when) ")
_LIFE = regex(r"(?P<whose>his|her) (?:own |early |sudden )?(?P<what>death|birth)\b")
_DOUBTED = worded(__file__, r"\b{doubted}\b")
_EMPTY = WordList(__file__, "empty")
_AGAIN = worded(__file__, r"\b{again}\b")
_LONGEST = 90
_NEAR = 60
_STEM = 5
_SHORTEST = 3
_MOST = 60
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
TOLD_IN = frozenset({Form.PARAGRAPH, Form.ITEM, Form.FIELD})


class Event(NamedTuple):
    """A date with the words that tell what happened then."""

    date: Claim
    words: frozenset[str]
    near: frozenset[str]


def counted_events(article: Article) -> Iterator[Counted]:
    """Every count from an event that the article dates in another clause."""
    text = article.page.prose.text
    for length in (*article.claims_by_kind.get(Kind.DURATION, ()), *singles(article)):
        joint = _JOINT.match(text, length.span.end)
        value = length.value
        if joint is None or length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        block = article.page.block_at(length.span.start)
        if block is None or block.form not in FORMS or value.unit not in DAYS:
            continue
        stop = _STOP.search(text, joint.end(), min(joint.end() + _LONGEST, block.span.end))
        end = stop.start() if stop else min(joint.end() + _LONGEST, block.span.end)
        sentence = sentence_at(article, length.span.start)
        date = _led_to(article, sentence, length, ProseSpan(joint.end(), end))
        if date is None or _DOUBTED.search(article.lowered, *sentence):
            continue
        if joint["own"] and not _is_of_own(article, sentence):
            continue
        origin = _origin(article, length, date, ProseSpan(joint.end(), end), own=joint["own"] is not None)
        later = joint["way"] != "before"
        if origin is not None and origin.span != date.span and _may_be(value, origin, date, later=later):
            yield Counted(length, date, origin, later)


def _may_be(length: Duration, origin: Claim, date: Claim, *, later: bool) -> bool:
    """Whether a count is of about the size of the time between two dates."""
    first, last = (origin.value, date.value) if later else (date.value, origin.value)
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    return first.before(last) and comparable(length, first, last)


def _led_to(article: Article, sentence: ProseSpan, length: Claim, phrase: ProseSpan) -> Claim | None:
    """The date of the clause of a count: the only one of the sentence, or the one beside the count."""
    dates = [plain(claim) for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if any(phrase.start <= date.span.start < phrase.end for date in dates):
        return None  # another reading
    text = article.page.prose.text
    if len(dates) != 1:
        beside = [
            date
            for date in dates
            if text[date.span.end : length.span.start].strip(" ,(–—")
            in ("", "just", "only", "that is", "some", "fully")
            and date.span.end <= length.span.start
        ]
        behind = [date for date in dates if text[phrase.end : date.span.start].strip(" ,(") in ("in", "on")]
        dates = beside or behind
    if len(dates) != 1 or not usable(dates[0]):
        return None
    first, last = sorted((dates[0].span, ProseSpan(length.span.start, phrase.end)))
    between = text[first.end : last.start]
    return None if ";" in between or ". " in between else dates[0]


def _is_of_own(article: Article, sentence: ProseSpan) -> bool:
    """Whether the article's own subject is that of a sentence."""
    names = (*article.once(own_names), "it", "they")
    return any(article.lowered.startswith(f"{name} ", sentence.start) for name in names)


def _origin(article: Article, length: Claim, date: Claim, phrase: ProseSpan, *, own: bool) -> Claim | None:
    """The one date of what a phrase names, or says that the article's own subject did."""
    said = article.lowered[phrase.start : phrase.end]
    life = _LIFE.match(said)
    if life is not None:
        return _of_life(article, life["whose"], life["what"])
    if _AGAIN.search(said):
        return None
    wanted, whose = keys(said), _OWNED.split(said)
    if not wanted:
        return None
    head = keys(whose[-1]) if len(whose) > 1 else wanted  # "the founder's death" is a death
    sentence = sentence_at(article, length.span.start)
    around = keys(article.lowered[sentence.start : length.span.start])
    found: dict[object, tuple[int, Claim]] = {}
    title = keys(article.page.title.lower())
    for event in article.once(events):
        if own and title.isdisjoint(event.words):
            continue
        if event.date.span in (date.span, length.span) or sentence.start <= event.date.span.start < sentence.end:
            continue
        score = 0 if head.isdisjoint(event.words) else _score(wanted, around, event)
        if score > found.get(event.date.value, (0, event.date))[0]:
            found[event.date.value] = (score, event.date)
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].span))
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _score(wanted: frozenset[str], around: frozenset[str], event: Event) -> int:
    """How much an event shares with what a count starts from: all of its words but one at least, and a near one."""
    shared = wanted & event.words
    if not wanted & event.near or len(shared) < max(1, len(_merged(wanted)) - 1):
        return 0
    return 4 * len(shared) + len((around - wanted) & event.words)


def _merged(wanted: frozenset[str]) -> frozenset[str]:
    """The words of a phrase without the acts, each of which is a word once more."""
    return frozenset(word for word in wanted if not word.startswith("="))


def _of_life(article: Article, whose: str, what: str) -> Claim | None:
    """The death or the birth of the article's person."""
    if not article.parties.person or ("he" if whose == "his" else "she") in article.parties.strange:
        return None
    birth = birth_of(article)
    if what == "birth":
        return birth.claim if birth is not None else None
    deaths = [
        fact.claim
        for fact in article.facts_by_property.get("died", ())
        if fact.subject == article.parties.own and fact.claim is not None
    ]
    deaths = dated_deaths(article, birth) or deaths if birth is not None else deaths
    return deaths[0] if deaths and len({claim.value for claim in deaths}) == 1 else None


def events(article: Article) -> list[Event]:
    """What the article dates, with its words; to be asked for :meth:`Article.once`."""
    fields = {
        claim.span: field.key.replace("_", " ").lower()
        for box in article.page.infoboxes
        for field in box.fields
        for claim in claims_in(article, field.prose)
    }
    lead = [claim for block in article.page.lead[:1] for claim in claims_in(article, block.span)]
    lone = [claim for claim in lead if claim.kind is Kind.DATE]
    found = []
    for whole in article.claims_by_kind.get(Kind.DATE, ())[:_MOST]:
        block = article.page.block_at(whole.span.start)
        if block is None or block.form not in TOLD_IN or whole.quoted:
            continue
        for claim in whole.parts if len(whole.parts) > 1 else (plain(whole),):
            if isinstance(claim.value, Date) and usable(claim):
                words = fields.get(whole.span) or _clause(article, claim)
                own = keys(article.page.title.lower()) if [whole] == lone or whole.span in fields else frozenset()
                near = keys(words[-_NEAR:] if whole.span not in fields else words)
                found.append(Event(claim, keys(words) | own, near | (own if [whole] == lone else frozenset())))
    return found


def _clause(article: Article, date: Claim) -> str:
    """The words of a clause before its date, or behind it where the date opens it."""
    sentence = sentence_at(article, date.span.start)
    low = article.lowered
    cuts = [found.end() for found in _CLAUSE.finditer(low, sentence.start, date.span.start)]
    start = cuts[-1] if cuts else sentence.start
    ahead = low[start : date.span.start]
    if len(ahead) > len("in the year "):
        return ahead
    stop = _CLAUSE.search(low, date.span.end, sentence.end)
    return low[start : stop.start() if stop else sentence.end]


@lru_cache(1 << 10)
def keys(words: str) -> frozenset[str]:
    """What is told by some words: their stems, and the acts that they tell in any form ("=open")."""
    found = set()
    for phrase in reversed(list(verb_phrases().within(words, 0))):
        if " " in phrase.text:  # "brought out" is "published"
            words = f"{words[: phrase.start]}{lexicon().did[phrase.text].verb}{words[phrase.end :]}"
    for word in _WORD.findall(words):
        if len(word) < _SHORTEST or word in _EMPTY:
            continue
        act = form_of(word, "deed") or form_of(word, "doing") or form_of(word, "did") or act_of(word)
        if act is not None and act != word:
            found.add(f"={act}")
        found.add(word[:_STEM].rstrip("s") if len(word) > _STEM else word)
    return frozenset(found)
