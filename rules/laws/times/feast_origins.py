"""What an anniversary is said to be of, where that is not the beginning of what the text is about.

The relations of two parties, somebody's birth or death, independence, a battle, or whatever the article dates once.
"""

from __future__ import annotations

import re
from itertools import islice

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.regex import regex
from articles.words import worded
from rules.laws.elapsed import year_of
from rules.laws.nearby import occurrences, right, sentence_at, within
from rules.laws.times.feasts import Feast, kept, only_date, table

_OF_ELSE = regex(r" of (?!(?:its|the) [a-z]+(?: (?:in|on)\b|[,.;]))")
_OF_RELATIONS = regex(
    r" of (?:the |their |its )?(?:establishment of )?(?:the |their )?(?:formal |bilateral |diplomatic |official )*"
    r"(?:relations|ties)\b(?! of (?!friendship))"
)
_OF_INDEPENDENCE = regex(r" of (?:its |the |the country['’]s |national |state )?independence\b(?! of)")
_OF_FIRST = regex(r" of (?:its|their|the|his|her) (first [a-z]+)\b(?! (?:of|in))")
_OF_LIFE = regex(
    r" of (?:his|her|(?:the )?(?P<who>[\w’'-]+(?: [A-Z][\w’'-]+){0,3})['’]s) (?P<deed>birth|death)\b(?! of)"
    r"| of the (?P<of>birth|death) of (?P<whose>(?:the )?[\w’'-]+(?: [A-Z][\w’'-]+){0,3})",
)
_OF_TOLD = regex(
    r" of (?:its|their|the) (?P<noun>(?:[a-z]+[ -]){0,2}?[a-z]{4,})"
    r"(?=[,.;:)]| (?:with|in|on|by|at|was|were|had|and|for|when)\b)"
)
_OF_EVENT = worded(__file__, r" of (?:the|its) {fights}\b(?! of)")
_AWAY = worded(__file__, r"\b{away}\b")
_NEAR = 60
"""How far a noun may stand from the date of what it tells."""
_MOST = 9
"""How many times the noun of what a feast is of is looked at."""


def named_origins(article: Article, feast: Feast) -> list[Claim]:
    """The dates of what an anniversary is said to be of: the relations of two parties, the battle of the article."""
    behind = right(article, feast.end, 80)
    if _OF_RELATIONS.match(behind):
        block = article.page.block_at(feast.span.start)
        facts = list(article.facts_by_property.get("relations-established", ()))
        if article.parties.pair is None:
            facts = [fact for fact in facts if block and block.span.start <= fact.span.start < block.span.end]
    elif _OF_INDEPENDENCE.match(behind):
        facts = list(article.facts_by_property.get("independence", ()))
        facts = [fact for fact in facts if fact.subject == article.parties.own]
    elif article.kind.name == "conflict" and _OF_EVENT.match(behind):
        facts = list(article.facts_by_property.get("event-date", ()))
    elif (life := _OF_LIFE.match(article.page.prose.text, feast.end)) is not None:
        facts = _of_life(article, life) if article.parties.person else []
    else:
        return _of_first(article, feast) or _of_told(article, feast)
    return [fact.claim for fact in facts if fact.claim is not None and fact.polarity]


def same_days(article: Article, feast: Feast) -> list[Claim]:
    """The one earlier date of the day of the year on which a feast was kept, if the feast is of nothing else."""
    held = kept(article, feast)
    day = _day(held) if held is not None else None
    if held is None or day is None or feast.birthday or _OF_ELSE.match(right(article, feast.end, 30)):
        return []
    found = [
        claim
        for claim in within(article, 0, feast.span.start)
        if claim.span != held.span and not claim.parts and not claim.quoted and _day(claim) == day
    ]
    return found if len(found) == 1 and _years_apart(found[0], held) else []


def _day(claim: Claim) -> tuple[int, int] | None:
    """The day of the year of a date that is told to the day."""
    value = claim.value
    if not isinstance(value, Date) or value.precision is not Precision.DAY or value.earliest is None:
        return None
    return civil(value.earliest)[1:]


def _years_apart(first: Claim, second: Claim) -> bool:
    """Whether years lie between two dates."""
    years = [year_of(claim.value) for claim in (first, second) if isinstance(claim.value, Date)]
    return None not in years and years[0] != years[1]


def _of_life(article: Article, life: re.Match[str]) -> list[Fact]:
    """The birth or the death of the person that the article is about."""
    who = life["who"] or life["whose"] or ""
    if who[:1].isupper() and not set(who.split()) <= set(article.page.title.split()):
        return []
    kind = "born" if "birth" in (life["deed"], life["of"]) else "died"
    return [fact for fact in article.facts_by_property.get(kind, ()) if fact.subject == article.parties.own]


def _of_told(article: Article, feast: Feast) -> list[Claim]:
    """The one date at which the article tells of what a feast is of: "the centenary of its borough status"."""
    told = _OF_TOLD.match(article.page.prose.text, feast.end)
    if told is None or told["noun"].split()[-1] in table()["began"]["nouns"]:
        return []
    found = {
        date.span.start: date
        for at in islice(occurrences(article, (told["noun"],)), _MOST)
        if at != told.start("noun")
        for date in (_tied_date(article, at, at + len(told["noun"])),)
        if date is not None
    }
    dates = list(found.values())
    return dates if len({year_of(date.value) for date in dates if isinstance(date.value, Date)}) == 1 else []


def _tied_date(article: Article, start: int, end: int) -> Claim | None:
    """The date of what a noun tells, right behind it, or of its sentence if that has no other."""
    sentence = sentence_at(article, start)
    date = only_date(article, sentence)
    if date is None or date.quoted or _AWAY.search(article.lowered, *sentence):
        return None
    first, last = min(end, date.span.end), max(start, date.span.start)
    words = article.page.prose.text[first:last]
    return date if len(words) < _NEAR and not any(sign in words for sign in ";:()") else None


def _of_first(article: Article, feast: Feast) -> list[Claim]:
    """The date of the one sentence that tells of what a feast is of: "the twentieth anniversary of its first disc"."""
    first = _OF_FIRST.match(article.lowered, feast.end)
    if first is None:
        return []
    told = [at for at in occurrences(article, (first[1],)) if at != first.start(1)]
    dates = [only_date(article, sentence_at(article, at)) for at in told]
    return [date for date in dates[:1] if date is not None and len(told) == 1]
