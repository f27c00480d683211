"""How the sentences of an article on one thing name it: by its name, its noun ("the bridge") or a pronoun."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from articles.article import Article
from articles.facts.own_subject import OwnSubject
from articles.facts.parties import proper_name
from articles.page import Form
from articles.regex import regex
from articles.words import data_file

_THINGS = frozenset(("generic", "organization"))
"""The kinds of article whose subject is one thing, and not a country or a person."""
_FRONT = frozenset(("lake", "mount", "fort", "cape", "castle", "river", "port"))
ATTENDANCE = "attendance"
HEDGE = r"(?:about |around |some |nearly |almost |only |just |approximately |a total of |up to )*"
_IS_A = regex(r" (?:is|was) (?:an?|the|one of the) ([^,.;()]{3,90})")
_CUT = regex(
    r" (?:of|in|on|at|that|which|for|from|between|across|by|with|near|to|over|built|designed|located|launched)\b|"
    r" [a-z]+ed (?:up|in|by|on|from|at|to|with|for)\b"
)
_OPENER = regex(r"(?:[\w’'-]+ ){0,3}?([a-z-]{3,}) (?:of|in|at|on) ")
_LEADING = (
    r"(?:[A-Z][\w'’-]*(?: [\w'’-]+){0,12},|(?:In|By|During|Since|As of) (?:the year )?[0-9]{4},?|"
    r"At its peak in [0-9]{4},?|By [^,.;]{3,40},|Since [^,.;:()]{3,50})"
)
"""What may stand in a sentence before its subject: "Laid down in 1896, she was"."""


_DOES = (
    r"(?=,| (?:[a-z]+(?:s|ed)|had|held|cost|drew|kept|ran|lay|stood|took|rose|at|with|were|are|have|lost|made|sold|"
    r"gave|caught|cover|contain|hold|consist|occupy|extend|turned)\b| ?$)"
)
"""Behind the subject's noun, its verb: not "the mountain hut lies"."""


class Subject(NamedTuple):
    """The ways in which a sentence names the subject."""

    heads: frozenset[str]
    opens: re.Pattern[str]
    possessive: re.Pattern[str]
    noun: re.Pattern[str]
    resumed: re.Pattern[str]
    relative: re.Pattern[str]
    which: re.Pattern[str]
    apposed: re.Pattern[str]
    near: re.Pattern[str]
    given: re.Pattern[str]
    past: bool


_FREE = r"(?:^|[, ])(?<!\bof )(?<!\bto )(?<!\bin )(?<!\bby )(?<!with )(?<!near )"
"""Before a subject that stands right before its verb: no preposition."""


def subject_of(article: Article) -> Subject | None:
    """The subject of an article on one thing, by its name and by what it is said to be."""
    own = article.parties.own
    lead = next((block for block in article.page.lead if block.form is Form.PARAGRAPH), None)
    if not own or article.kind.name not in _THINGS or article.parties.pair or lead is None:
        return None
    opening = article.page.prose.text[lead.span.start : lead.span.start + 400]
    names = {own, proper_name(own), article.page.title.split(",")[0].split(" (")[0]}
    said = _IS_A.search(opening)
    head = _CUT.split(said[1])[0].split(" ")[-1].lower() if said else ""
    words = article.page.title.split(",")[0].split(" (")[0].lower().split(" ")
    opener = _OPENER.match(article.page.title.split(" (")[0].lower())
    heads = {head, words[-1], *({words[0]} & _FRONT), *({opener[1]} if opener else ())} - {""}
    heads |= {name for name, sorts in own_measures()["called"].items() if heads & set(sorts.split())}
    heads |= OwnSubject(article.page, article.parties).nouns
    nouns = "|".join(re.escape(word) for word in sorted(heads) if len(word) > 2)
    names |= {name[0].lower() + name[1:] for name in names}
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    past = said is not None and opening.startswith(" was", said.start())
    return _patterns(
        frozenset(heads),
        past,
        f"(?:[Tt]he )?(?:{named})",
        f"(?:[Tt]he|[Tt]his|[Hh]is|[Tt]heir) (?:{nouns or 'subject'})",
    )


def _patterns(heads: frozenset[str], past: bool, named: str, noun: str) -> Subject:
    who = rf"(?:(?:{named}|{noun})(?: (?:in|at|on|near) [A-Z][\w’'-]+)?{_DOES}|(?:[Ii]t|[Ss]he)\b)"
    lowered = rf"(?:(?:{named}|{noun}){_DOES}|(?:it|she)\b)"
    return Subject(
        heads,
        regex(rf"(?:In all )?{who}|{_LEADING} {lowered}"),
        regex(rf"\b(?:[Ii]ts|[Hh]er|(?:{named}|{noun})['’]s)$"),
        regex(rf"(?:{named}|{noun}|it)"),
        regex(rf"(?:[^.;:()]{{0,30}}?,|(?: [a-z]+)?) {lowered}\b"),
        regex(rf"\b{noun}, which (?:holds|held|contains|covers|covered|cost|stores) {HEDGE}$"),
        regex(rf"(?:^|(?<!\bof) )(?:{named}|{noun}), (?:which|that) (?:now |still )?$"),
        regex(rf"(?:^|[,;] )(?:{named}|{noun}),(?: at)? {HEDGE}$"),
        regex(rf"{_FREE}(?:{named}|{noun}) (?:now |itself )?$"),
        regex(rf"\b(?:left|gave|gives|leaves|provided|endowed) (?:{named}|{noun}|it) (?:with )?$"),
        past,
    )


_PLACED = regex(
    r" (?:in|of|on|over|from|at|to|near|between|through|into|beneath|under|below|beside|above|by|off|with the|and) "
    r"(?:the )?[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+)*"
)
_WHICH = regex(r"^ (?:is|was) an? [^.,;:()]{1,80}? (?:which|that) ")
"""A relative clause on the subject itself."""
_STRANGER = regex(r"[ (][A-Z][a-z]")
_TURN = regex(
    r"\b(?:whose|while|whereas|which|who|where|than|but)\b|"
    r"\band (?:the|its|her|a|an|it|she) (?!(?:total |overall )?(?:length|height|width|area))"
)


def speaks(lead: str, subject: Subject, key: str, first: bool) -> bool:
    """Whether a sentence speaks of the subject, and of nobody else up to the number."""
    opened = subject.opens.match(lead)
    if opened is None:
        stands = own_measures()["stands_for"].get(key, ())
        return any(re.search(rf"(?:^|, |[0-9] ){re.escape(words)} ", lead.lower()) for words in stands)
    rest = _WHICH.sub(" ", lead[opened.end() :])
    placed = first or key in ("length", ATTENDANCE)
    strangers = _PLACED.sub(" ", rest) if placed else rest
    return _STRANGER.search(strangers) is None and _TURN.search(rest) is None


def own_measures() -> dict[str, Any]:
    """The words of ``own_measures.toml``."""
    return data_file(__file__, "own_measures.toml")
