"""What was done once to an article's own subject, by whatever word of its title the text calls it, with a date.

"The baths were opened on 12 May 1908", "King Oscar opened the line on 1 September", "an inn, closed in 1966", "the
inauguration of the baths on 3 June", "in 1547, when the clock was completed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.page import Block, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in
from rules.laws.times.clause_words import act_of, form_of, lexicon
from rules.laws.times.dated_sentences import is_of_next_clause
from rules.laws.times.happenings import own_title

OWN = "\x00"
"""Stands for the article's own subject."""
_MID = r"(?P<mid>(?: [\w’'-]{1,24}){0,8})"
_ON = r",? (?:in|on)(?: the)?(?: (?:morning|evening|night|afternoon) of)? $"
_HELPED = r"(?P<be>(?: (?:{helping}))*)"
_DONE = worded(__file__, rf"{OWN}(?: (?:in|at) [\w’'-]+)?,?(?: (?:which|that))?{_HELPED} (?P<verb>[a-z]+){_MID}{_ON}")
_DOES = worded(__file__, rf"(?P<be>(?:{{helping}}) |)\b(?P<verb>[a-z]+) {OWN}{_MID}{_ON}")
_NOUN = worded(__file__, rf"(?:^|\b(?P<led>[a-z]{1, 20}) )the (?:{{festive}} )?(?P<noun>[a-z]+) of {OWN}{_MID}{_ON}")
_APPOSED = regex(rf"{OWN}(?: \([^()]*\))? (?:is|was|are|were) (?P<what>[^,.;:()]{{3,90}}), (?P<verb>[a-z]+){_MID}{_ON}")
_WHEN = worded(__file__, rf",? when {OWN}{_HELPED} (?P<verb>[a-z]+)(?P<mid>[^,.;:]{{0,40}})")
_FRONTED = worded(__file__, rf",? {OWN}{_HELPED} (?P<verb>[a-z]+)(?P<mid>[^,.;:]{{0,60}})")
_AT_FRONT = regex(r"(?:in|on)(?: the)?(?: (?:morning|evening|night|afternoon) of)? ")
_BREAK = regex(r"[;:()]|, | (?:and|but|while|where|when|after|before|until|since|though|because|as) ")
_OF_A_THING = regex(r" (?:of|on|in|at|for|to|near|from|by|with) (?:the|an?|its|two|three) ")
_HEAD = regex(r"[^\W\d_]{3,}")
_BAD = WordList(__file__, "bad")
_PASSIVE = frozenset(("was", "were", "been", "is", "are", "being"))
_LED = WordList(__file__, "led")
LIGHT = ("to traffic", "to the public", "for traffic", "for business", "for service")
"""Behind "opened", what says nothing of a second time."""
REACH = 160


class Deed(NamedTuple):
    """An act of happenings.toml that was done to the article's own subject."""

    act: str
    date: Claim


def own_names(article: Article) -> list[str]:
    """How the text calls its own subject, in lower case: the title, what the parties know, "the baths"."""
    title = own_title(article).lower()
    head = title.split(" of ")[0].split(",")[0].split()
    last = head[-1] if head and _HEAD.fullmatch(head[-1]) else ""
    short = title.split(",")[0]
    names = {title, f"the {title}", short, f"the {short}", *article.parties.aliases, f"the {last}"}
    return sorted(
        (name for name in names if len(name) > len("the ") and not name.startswith("this ")),
        key=lambda name: (-len(name), name),
    )


def deeds(article: Article, block: Block, sentence: ProseSpan) -> Iterator[Deed]:
    """The acts that a sentence with one date tells of the article's own subject."""
    if article.parties.person or article.parties.pair:
        return
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) != 1:
        return
    date = dates[0]
    ahead = article.lowered[max(sentence.start, date.span.start - REACH) : date.span.start]
    if is_of_next_clause(ahead):
        return
    low = _named(article, ahead)
    act = _ahead(low, lead=block.place is Place.LEAD and date.span.start - sentence.start < REACH)
    if act is None and (OWN not in low):
        behind = _named(article, article.lowered[date.span.end : min(sentence.end, date.span.end + REACH)])
        act = _act(_WHEN.match(behind)) or (_act(_FRONTED.match(behind)) if _AT_FRONT.fullmatch(low) else None)
    if act is not None:
        yield Deed(act, date)


def _named(article: Article, low: str) -> str:
    """A stretch of text with one sign for every name of the article's own subject."""
    for name in article.once(own_names):
        at = low.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum() or low[end : end + 1] in "-'’")
            if whole and not low.startswith((" of ", " at "), end):
                low = low[:at] + OWN + low[end:]
                end = at + 1
            at = low.find(name, end)
    return low


def _ahead(low: str, *, lead: bool) -> str | None:
    """The act that the words before a date tell."""
    if OWN not in low:
        return None
    noun = _NOUN.search(low)
    if noun is not None and noun["led"] not in _LED and _plain(noun["mid"]):
        return form_of(noun["noun"], "deed")
    for pattern in (_DONE, _DOES):
        act = _act(pattern.search(low), active=pattern is _DOES)
        if act is not None:
            return act
    told = _APPOSED.match(low) if lead else None
    if told is not None and not _OF_A_THING.search(told["what"].partition(" ")[2]) and _plain(told["mid"]):
        return act_of(told["verb"])
    return None


def _act(found: re.Match[str] | None, *, active: bool = False) -> str | None:
    """The act of a verb that is told of the own subject as what it is done to."""
    if found is None or not _plain(found["mid"]):
        return None
    passive = not _PASSIVE.isdisjoint(found["be"].split())
    act = act_of(found["verb"])
    if act is None or form_of(found["verb"], "did") is None or (active and passive):
        return None
    if not active and not passive and not _alone(found["mid"]):
        return None
    return act


def _alone(mid: str) -> bool:
    """Whether what stands behind an active verb is no object of it."""
    first = mid.split()[:1]
    return not first or first[0] in lexicon().words["breaking"]


def _plain(mid: str) -> bool:
    """Whether the words between a verb and its date tell of nothing else."""
    for said in LIGHT:
        mid = mid.replace(said, "")
    return _BREAK.search(f"{mid} ") is None and _BAD.isdisjoint(mid.split())
