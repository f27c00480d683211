"""The words around a figure in its sentence, and what is common to all ways of reading what it is of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Block, Form
from articles.regex import regex
from rules.laws.asides import words_ahead, words_behind
from rules.laws.figures.clause_owner import SELF, TOKEN, Clause, Names
from rules.laws.figures.property_words import Property, added, listed
from rules.laws.nearby import left, right

_LED = regex(
    r"(?:it|she|he|the|its|her|his) [^,]* (?:is|was|has|had|[a-z]+ed)\b|(?:it|at|with|by|in|on|[A-Z][^,]* had)\b"
)
"""How a clause begins that is joined to another, and has a subject of its own."""
WIDTH = 300
"""How much of a sentence is read before a figure: a longer one is left alone."""
_BEHIND, _FAR = 140, 240
_PRESENT = frozenset(("is", "are", "has", "have", "can"))
_PAST = frozenset(("was", "were", "had", "could", "led"))
_SINGULAR = frozenset(("This", "Its", "His", "As", "Was"))
ONE_CLAUSE = frozenset(
    (",", ";", ":", "(", ")", ".", "–", "—", "and", "but", "while", "which", "who", "whose", "where")
)
"""Where a clause ends."""
POSSESSIVE = ("'s", "’s", "s'", "s’")
NEAR = 8
"""So many words before a figure the noun or the verb stands that governs it."""


class Draft(NamedTuple):
    """A property found beside a figure: its adjectives, where its words begin and how to find its owner.

    ``used`` is how many words behind the figure belong to it; ``whole`` says that no opening of the sentence
    narrows it.
    """

    property: Property
    mods: frozenset[str]
    start: int
    owner: Callable[[], str | None]
    past: bool | None = None
    used: int = 0
    whole: bool = False


class Around:
    """The words before and behind a figure in its sentence."""

    def __init__(self, article: Article, claim: Claim, block: Block, text: str) -> None:
        """Take apart the ``text`` before the figure, and what is behind it."""
        self.claim = claim
        self.names: Names = article.once(Names)
        text = _own_clause(text, self.names)
        sentence = claim.span.start - len(text)
        self.clause = Clause(TOKEN.findall(words_ahead(text)), self.names, lambda: _before(article, sentence, block, 2))
        self.low = self.clause.low
        self.behind = TOKEN.findall(words_behind(right(article, claim.span.end, _FAR))[:_BEHIND])
        if self.behind[:1] == ["-"]:
            del self.behind[0]
        self.low_behind = [word.lower() for word in self.behind]
        end = len(self.low)
        end -= 3 * (self.low[-3:] == ["a", "total", "of"])
        while end and self.low[end - 1] in listed("hedges"):
            end -= 1
        self.end = end
        self.article_word = next((word for word in self.low[end:] if word == "the"), "")


def _own_clause(text: str, names: Names) -> str:
    """The words before a figure from the "and" on that joins their clause to one which tells nothing of them."""
    ahead, _, rest = text.rpartition(", and ")
    words = ahead.lower().split()
    dated = any(word[0].isdecimal() and word not in names.title for word in words)
    if not words or dated or "," in ahead or _LED.match(rest) is None:
        return text
    if not (listed("strong") | listed("loose")).isdisjoint(words):
        return text
    return f"{rest[:1].upper()}{rest[1:]}"


def _before(article: Article, start: int, block: Block, depth: int) -> str | None:
    """The owner that a sentence which begins with a pronoun speaks of: that of the sentence before it."""
    if start <= block.span.start:
        return SELF if block.form is Form.PARAGRAPH else None
    text = left(article, start - 1, WIDTH)
    if len(text) >= WIDTH or not depth:
        return None
    at = start - 1 - len(text)
    clause = Clause(
        TOKEN.findall(words_ahead(text)), article.once(Names), lambda: _before(article, at, block, depth - 1)
    )
    first = clause.low[0] if clause.low else ""
    if first in listed("plural") | listed("empty") or (first.endswith("s") and clause.words[0] not in _SINGULAR):
        return _before(article, at, block, depth - 1)
    return clause.opening(len(clause.low))


def is_year(word: str) -> bool:
    """Whether a word is written as a year is."""
    return len(word) == 4 and word.isdecimal() and "1000" <= word <= "2100"


def clause_behind(around: Around) -> list[str]:
    """The words behind a figure in its clause; where it is part of the subject, its verb and a word more."""
    first = around.low_behind[0] if around.low_behind else ""
    if first in listed("pronouns"):
        return [first]
    ends_it = ONE_CLAUSE | listed("finite")
    cut = next((at for at, word in enumerate(around.low_behind) if word in ends_it), len(around.low_behind))
    return around.low_behind[:cut]


def in_part(around: Around, made: Property) -> bool:
    """Whether a length is told of the part of a way that lies somewhere: "flows for 131 km in Vossland"."""
    return made.name == "length" and around.low_behind[:1] != [] and around.low_behind[0] in listed("part-way")


def closed(word: str) -> bool:
    """Whether a word is none of a noun phrase: a preposition, a verb, a sign."""
    return any(word in listed(name) for name in ("prepositions", "finite", "boundary", "light"))


def adjectival(word: str) -> bool:
    """Whether a word before a noun belongs to it."""
    if not word[:1].isalpha() or closed(word) or word.endswith(POSSESSIVE):
        return False
    if word.endswith("ed") or word in listed("irregular"):
        return False
    return not any(word in listed(name) for name in ("definite", "indefinite", "has", "glue", "pronouns"))


def past_of(word: str) -> bool | None:
    """Whether a verb by its form is one of the past; None for what is no verb."""
    if word in _PRESENT or (word.endswith("s") and word != "was"):
        return False
    return True if word in _PAST or word.endswith("ed") or word in listed("irregular") else None


def past_verb(around: Around, at: int) -> bool | None:
    """The tense of the verb at a place, or of the auxiliary before it."""
    for word in (*around.low[max(at - 2, 0) : at][::-1], around.low[at]):
        if word in _PRESENT or word in _PAST:
            return word in _PAST
    return past_of(around.low[at])


def fronted(around: Around) -> str | None:
    """The owner that follows a sentence's opening phrase with the figure: "With a staff of 40, the works"."""
    words = around.behind
    ends = listed("pronouns") | listed("definite") | listed("finite") | {","}
    start = next((at for at, word in enumerate(words) if word.lower() in ends), 0)
    start = 0 if not words or words[start] in listed("finite") else start + (words[start] == ",")
    rest = Clause(words[start:], around.names, lambda: None)
    if rest.low[:1] and rest.low[0] in listed("pronouns"):
        return around.clause.pronoun(0)()
    return rest.opening(len(rest.low))


def fronted_of(around: Around) -> Callable[[], str | None]:
    """The same, to be asked later."""
    return lambda: fronted(around)


def carried_on(around: Around, made: Property, mods: frozenset[str], start: int) -> Draft | None:
    """Read "is the highest peak of the range, rising to 2,846 m", "Rising to 2,846 m, it"."""
    clause = around.clause
    if not start:
        return Draft(made, mods, 0, lambda: fronted(around), None)
    if around.low[start - 1] != "," or not clause.is_kind(start):
        return None
    return Draft(made, mods, start, lambda: SELF if clause.opening(start) == SELF else None, None)


def added_words(around: Around) -> Iterator[str]:
    """What "at launch" around a figure adds to its property."""
    told = added().get(" ".join(around.low_behind[:2])) or added().get(" ".join(around.low[:2]))
    if told:
        yield told
