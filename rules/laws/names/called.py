"""What an article's subject is called, and where a clause that it is the subject of begins."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from articles.article import Article
from articles.facts.own_subject import OwnSubject
from articles.facts.parties import ASIDE, CLUB, proper_name
from articles.facts.portrait_words import words
from articles.regex import regex
from articles.words import worded
from rules.laws.nearby import may_hold

_PERSONAL = worded(
    __file__,
    r"[^.()]{1,60}(?:\([^()]{1,80}\) )?(?:was|is) an? (?:[\w-]+ ){0,3}?(?:{callings}|\w+er|\w+ist|\w+ian|"
    r"\w+or)\b",
)
PRONOUN = regex(r"\b(?:He|She|he|she)\b")
_NEUTER = regex(r"\b[Ii]ts?\b")
KIN = worded(__file__, r"\b{kin}\b")
AGENT = (
    r"(?:(?i:In|On|By|From|At|After|Before|Later|Soon|During|Under) [^.,;:]{1,40}?,? "
    r"|[A-Za-z](?:[^.,;:]|,(?=[0-9])){1,90}, "
    r"|[A-Z][\w ]{2,24} (?:later|afterwards|before|earlier|after|year|season|summer) ){0,2}"
)
"""What a sentence may open with before its subject."""
_ASIDE = r"(?:, [^.,;:()]{3,60},| \([^()\n]{3,60}\))?"
"""Between a subject and its verb: "The town, which drew notice, has", "The town (often in the press) has"."""
_BEHIND_ASIDE = regex(rf"{_ASIDE} ")
AHEAD = regex(AGENT)
_WHO = (" who ", " that ", " which ")
_DEFINED = regex(r" (?:was|is) an? [^.;:()]{1,80} (?:who|that|which) $")
_STYLED = regex(r"[A-Z][\w ]{2,30} of (?:the )?([A-Z][\w’'-]+)")
"""A state by the sort that it is of: the text says "Harm" for "Kingdom of Harm"."""
_SIDE = worded(__file__, r"([A-Z].{2,40}) {sides}(?: F\.?C\.?)?")
_OPENING = 1200
_TEAMS = frozenset(("club", "team", "band", "side", "group", "orchestra", "choir", "crew"))
"""What may be called by "they" and by the last word of its name."""


class Called(NamedTuple):
    """How a clause on the subject may begin: its names, its nouns behind a "the", and pronouns."""

    names: tuple[str, ...]
    nouns: tuple[str, ...]
    pronouns: tuple[str, ...]


def called(article: Article) -> Called:
    """What an article's subject is called; to be asked for :meth:`Article.once`."""
    own = ASIDE.sub("", article.parties.own)
    about = OwnSubject(article.page, article.parties).nouns
    names = [
        own,
        own.split(",")[0],
        proper_name(own),
        *([own.split()[-1]] if article.parties.person or article.once(is_personal) else ()),
    ]
    styled = _STYLED.fullmatch(own)
    opening = article.page.prose.text[:_OPENING]
    names += [styled[1]] if styled and (f"{styled[1]} is " in opening or f"{styled[1]} was " in opening) else []
    club = CLUB.fullmatch(own)
    names += [club[1], club[1].split()[-1]] if club else []  # "the Wanderers" are the Norby Wanderers Cricket Club
    names += [own.split()[-1]] if _several(article, own, about) else []
    side = _SIDE.fullmatch(own) if not _TEAMS.isdisjoint(about) else None
    names += [side[1]] if side else []  # "Norby won" in an article on Norby United
    nouns = {*words()["called"].get(article.kind.name, ()), *(a.removeprefix("the ") for a in article.parties.aliases)}
    nouns |= {own.split(" of ")[0].split()[-1].lower()} if styled else set()  # "the bishopric" is that of Tarn
    nouns |= about if not article.parties.person else frozenset()
    pronouns = ("he", "she", "it", "they") if _several(article, own, nouns) else ("he", "she", "it")
    return Called(tuple(name for name in dict.fromkeys(names) if name), tuple(sorted(nouns)), pronouns)


def subject_of(article: Article) -> str:
    """How a clause on the subject begins, as a pattern."""
    listed, nouns, pronouns = article.once(called)
    pronoun = "|".join(f"[{it[0].upper()}{it[0]}]{it[1:]}" for it in pronouns)
    noun = f"|[Tt]he (?:{'|'.join(map(re.escape, nouns))})" if nouns else ""
    return rf"(?:(?:[Tt]he )?(?:{'|'.join(map(re.escape, listed))})|{pronoun}{noun}){_ASIDE}"


def subject_names(article: Article) -> tuple[str, ...]:
    """What a clause on the subject may begin with, written out, the longest first."""
    listed, nouns, pronouns = article.once(called)
    phrases = (*listed, *(f"the {name}" for name in (*listed, *nouns)), *pronouns)
    both = dict.fromkeys(each for phrase in phrases for each in (phrase, phrase[0].upper() + phrase[1:]))
    return tuple(sorted(both, key=len, reverse=True))


def subject_before(article: Article, start: int, at: int) -> int:
    """Where the subject is named with nothing but a space, or "is a bird that", between it and a place; -1 where not.

    Before it stands no more than what opens a sentence.
    """
    text = article.page.prose.text
    names = article.once(subject_names)
    defined = _DEFINED.search(text, start, at) if text.endswith(_WHO, start, at) else None
    end = defined.start() if defined else at - 1
    if text[end : end + 1] != " " or not text.endswith(names, start, end):
        return -1
    begins = (end - len(name) for name in names if text.endswith(name, start, end))
    return next((begin for begin in begins if AHEAD.fullmatch(text, start, begin)), -1)


def _several(article: Article, own: str, nouns: Set[str]) -> bool:
    """Whether a subject is of several, such as a team: "The Norby Rovers are a club"."""
    opening = article.page.prose.text[:_OPENING]
    named = " " in own and (f"{own} are " in opening or f"{own} were " in opening)
    return named and not _TEAMS.isdisjoint(nouns)


def is_personal(article: Article) -> bool:
    """Whether the article's subject is a person, going by its pronouns."""
    named = _PERSONAL.match(article.page.prose.text, article.page.lead[0].span.start) if article.page.lead else None
    text = article.page.prose.text
    if " " not in article.parties.own:
        return False
    told = any(may_hold(article, word) for word in ("he", "she")) and PRONOUN.search(text) is not None
    return told or (named is not None and _NEUTER.search(text) is None)
