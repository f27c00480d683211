"""The words of a clause, and the acts that they tell, as ``happenings.toml`` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from re import Match
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.laws.nearby import claims_in

SHORTEST_VERB = 5
"""A word that ends in "ed" and is no longer than this may be a noun."""
_WORD = regex(r"[\w’']+(?:[.-][\w’']+)*|[^\w\s]")
_LEAD = regex(r"[,\s]*")
_OPENED = regex(r"\s*(?:In|On|in|on)(?: early| late)? (?:the )?")


class Act(NamedTuple):
    """An act and the form of the word that tells it: ``did``, ``doing`` or ``deed``."""

    name: str
    form: str


class Lexicon(NamedTuple):
    """``happenings.toml``, by word; ``nature`` are acts on one thing that come one before the other.

    ``sequences`` are the verbs that put one thing before another, what they tell of both, and whether the thing
    that they end with comes first.
    """

    acts: dict[str, list[Act]]
    words: dict[str, frozenset[str]]
    nature: tuple[tuple[str, str], ...]
    sequences: tuple[tuple[str, str, bool], ...]


class Token(NamedTuple):
    """A word in lower case, a verb of several words or a sign, and its place in the prose."""

    low: str
    start: int
    end: int


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)
"""Makes one of them: a clause has many, and to ask the class itself takes twice the time."""


@cache
def lexicon() -> Lexicon:
    """The acts and the words around them."""
    rows = data_file(__file__, "happenings.toml")
    acts: dict[str, list[Act]] = {}
    for name, forms in rows["acts"].items():
        for form, listed in forms.items():
            for word in listed:
                acts.setdefault(word, []).append(Act(name, form))
    nature = tuple((first, second) for first, second in rows["nature"]["orders"])
    words = {name: frozenset(listed.split()) for name, listed in rows["words"].items()}
    sequences = tuple((f" {row['verb']} ", row["act"], row["later"]) for row in rows["sequence"])
    return Lexicon(acts, words, nature, sequences)


def tokens_of(article: Article, start: int, end: int) -> tuple[Sequence[Token], Claim | None]:
    """The words of a clause without the date it opens with, and that date."""
    start, front = opening(article, start, end)
    return _split(article.lowered, start, end), front


def opening(article: Article, start: int, end: int) -> tuple[int, Claim | None]:
    """Where a clause goes on behind the date that it opens with, and that date."""
    opened = _OPENED.match(article.page.prose.text, start, end)
    if opened is not None:
        at = opened.end()
        first = next((claim for claim in claims_in(article, ProseSpan(at, end)) if claim.kind is Kind.DATE), None)
        if first is not None and first.span.start == at:
            lead = _LEAD.match(article.page.prose.text, first.span.end, end)
            return (lead.end() if lead else first.span.end), first
    return start, None


def may_act(article: Article, start: int, end: int, longest: int) -> bool:
    """Whether a verb may follow a name of so many words at most at the start of a clause; False is certain.

    Most clauses begin with something else, and a few words tell so.
    """
    words, phrased = lexicon().words, phrase_starts()
    named, helped = 0, False
    for low in lows(article, start, end):
        if act_of(low) or low in phrased:
            return True
        if low in words["be"] or low in words["auxiliaries"]:
            helped = True
        elif low not in words["adverbs"]:
            named += 1
            if helped or named > longest:
                return False
    return False


def may_name(article: Article, start: int, end: int, most: int) -> bool:
    """Whether one of the first words of a phrase may be the noun of an act; False is certain."""
    phrased = phrase_starts()
    return any(low in phrased or form_of(low, "deed") for low in islice(lows(article, start, end), most))


def lows(article: Article, start: int, end: int) -> Iterator[str]:
    """The words of a clause in lower case, each looked for when it is asked for."""
    start, _ = opening(article, start, end)
    return map(Match.group, _WORD.finditer(article.lowered, start, end))


@lru_cache(64)
def _split(low: str, start: int, end: int) -> Sequence[Token]:
    """The words of a stretch of a text. One clause is read in several ways, one right after the other."""
    spans = map(Match.span, _WORD.finditer(low, start, end))
    return _phrased([_token((low[begin:stop], begin, stop)) for begin, stop in spans])


def _phrased(tokens: list[Token]) -> list[Token]:
    """The tokens with the verbs of several words as one: "entered into force"."""
    starts = phrase_starts()
    for at in range(len(tokens) - 2, -1, -1):
        if tokens[at].low in starts:
            size = next(
                (size for size in (3, 2) if " ".join(t.low for t in tokens[at : at + size]) in lexicon().acts), 1
            )
            whole = tokens[at : at + size]
            tokens[at : at + size] = [Token(" ".join(t.low for t in whole), whole[0].start, whole[-1].end)]
    return tokens


@cache
def phrase_starts() -> frozenset[str]:
    """The words with which the verbs of several words begin."""
    return frozenset(phrase.split(" ")[0] for phrase in lexicon().acts if " " in phrase)


@lru_cache(1 << 14)
def form_of(low: str, form: str) -> str | None:
    """The act that a word tells in a form; None where it tells none."""
    return next((act.name for act in lexicon().acts.get(low, ()) if act.form == form), None)


@lru_cache(1 << 14)
def act_of(low: str) -> str | None:
    """The act of a verb in the past: one of the lists, else the verb itself."""
    known = form_of(low, "did")
    return known or (low if low.endswith("ed") and len(low) > SHORTEST_VERB and low.isalpha() else None)
