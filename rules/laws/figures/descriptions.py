"""What each figure of the running text is of: its property, whose it is, and of which time.

The words around a figure are looked up in one table of nouns, verbs and adjectives (``described.toml``); whose it is
comes from the sentence's build (``clause_owner.py``). A figure whose property or owner is not certain has no
description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.page import Block, Form, Place
from rules.laws.figures.candidates import candidates, figures
from rules.laws.figures.clause_owner import ANY, SELF, Names
from rules.laws.figures.figure_clause import ONE_CLAUSE, WIDTH, Around, Draft, clause_behind, is_year
from rules.laws.figures.figure_deeds import counted, done, done_to, wrought
from rules.laws.figures.figure_nouns import named
from rules.laws.figures.figure_sizes import along, largest, measured, natural, summit, superlative
from rules.laws.figures.figure_topics import topic
from rules.laws.figures.narrowed import extended, narrowed
from rules.laws.figures.property_words import allowed, lexicon, listed
from rules.laws.figures.topic import Topic
from rules.laws.figures.topic_parts import framed
from rules.laws.headed import of_its_own
from rules.laws.nearby import left
from rules.laws.nouns import head

_SINCE = frozenset(("in", "by", "until", "from", "since"))
_MANY = frozenset(("country", "foreign-relations"))
"""Kinds of article in which a figure without an owner is of whatever its section is on."""
_SEVERAL = 7
_COLLECTIONS = frozenset(("collection", "holdings", "holding", "stock", "fleet"))
"""What has so many, as its owner has them."""
_LONGEST = 20_000
"""A longer article tells of many things by the same words."""
_FIRST = 2
_FRONTED = frozenset(("with", "of"))
"""How a figure is told before the clause that its sentence is for: "With a span of 40 m the bridge was longer than"."""
_CHANGED = frozenset(("to", "from", "by"))


class Described(NamedTuple):
    """A figure and what it is of.

    ``property`` is its name with the adjectives that narrow it; ``owner`` a key of ``clause_owner``; ``years`` are
    those that its clause names; ``past`` is the tense of its verb, None where it has none; ``goods`` what the
    amount is of.
    """

    property: str
    owner: str
    claim: Claim
    years: frozenset[str]
    yearly: bool
    past: bool | None
    goods: str
    place: Place
    told: str = ""
    definite: bool = False


class Pending(NamedTuple):
    """A figure with its property, whose owner is worked out where another figure has the same one."""

    property: str
    settle: Callable[[], Described | None]
    claim: Claim


def descriptions(article: Article, elsewhere: Sequence[Pending]) -> Iterator[Pending]:
    """Every figure of the text whose property is certain and that may be told twice, in order."""
    for claim, block, _ in candidates(article, [(each.property, each.claim) for each in elsewhere]):
        found = describe(article, claim, block)
        if found is not None:
            yield found


def describe(article: Article, claim: Claim, block: Block) -> Pending | None:
    """What a figure is of; None where that is not certain."""
    text = left(article, claim.span.start, WIDTH)
    if len(text) >= WIDTH:
        return None
    around = Around(article, claim, block, text)
    draft = next(filter(None, (read(around) for read in _READINGS)), None)
    if draft is None or extended(article, claim.span.end) or _loose(around, draft) or _scoped(around, draft):
        return None
    goods = _goods(around, draft)
    years = _years(around, draft)
    now = draft.whole or draft.past is False
    if goods is None or (draft.property.yearly and (len(years - listed("moments")) > 1 or not (years or now))):
        return None

    def settle() -> Described | None:
        owner = draft.owner()
        if owner is None or (owner == ANY and article.kind.name in _MANY):
            return None
        if of_its_own(article, block.span.start) or (owner == SELF and _of_another(article, block, around.names)):
            return None
        if draft.property.only_of and draft.property.only_of.isdisjoint(around.names.nouns):
            return None
        owner = SELF if owner in lexicon().stands.get(draft.property.name, ()) else around.names.plain(owner)
        made, whose = _of_mountain(around, draft.property.name, owner)
        name = _name(draft.mods, made)
        if made == "length" and (whose == "span" or whose.endswith(" span")):
            name, whose = f"{whose.removesuffix('span')}span", SELF
        return Described(name, whose, claim, years, draft.property.yearly, draft.past, goods, block.place)

    return Pending(_name(draft.mods, draft.property.name), settle, claim)


_AGED = ("aged ", " age of ", " age ", "Aged ")
"""Before the age of a person, which is another each year."""


def topics(article: Article) -> Iterator[Pending]:
    """Every figure of the text whose property its sentence tells in whatever words, in order."""
    for claim, block, _ in article.once(figures) if len(article.page.prose.text) < _LONGEST else ():
        if block.form is not Form.PARAGRAPH or not _counts(claim):
            continue
        text = left(article, claim.span.start, WIDTH)
        if len(text) >= WIDTH or text.endswith(_AGED):
            continue
        around = Around(article, claim, block, text)
        found = topic(around)
        loose = found is None or (framed(around) and not found.definite)
        if found is not None and not loose and not narrowed(article, claim.span.start, claim.span.end):
            yield Pending(found.property, partial(_settled, article, around, block, found), claim)


def _counts(claim: Claim) -> bool:
    """Whether a count is of so many that it is hardly of some of them."""
    return not isinstance(claim.value, Number) or claim.value.amount.value >= _SEVERAL


def _settled(article: Article, around: Around, block: Block, found: Topic) -> Described | None:
    """A figure with its owner; None where a time or an owner is needed and not told."""
    owner = found.owner()
    if owner is None or (found.yearly and not found.years) or (owner == ANY and article.kind.name in _MANY):
        return None
    if of_its_own(article, block.span.start) or (owner in (SELF, ANY) and _of_another(article, block, around.names)):
        return None
    stands = lexicon().stands.get(found.property, frozenset())
    if found.property.startswith("number of "):
        stands = _COLLECTIONS
    owner = SELF if owner and stands.issuperset(owner.split(" of ")) else around.names.plain(owner)
    made = Described(
        found.property, owner, around.claim, found.years, found.yearly, found.past, found.goods, block.place
    )
    return made._replace(definite=found.definite)


def _scoped(around: Around, draft: Draft) -> bool:
    """Whether what the sentence opens with narrows the figure to a place: a main span is one wherever it is told."""
    if draft.whole or draft.property.name in listed("everywhere"):
        return False
    if around.low[:1] == ["of"] and around.low[-1:] == [","]:
        return True  # "Of its area, 40 km² are land"
    return around.clause.scoped(draft.start)


def _of_another(article: Article, block: Block, names: Names) -> bool:
    """Whether a paragraph stands under the heading of another lake, another bridge."""
    if block.section < 0:
        return False
    words = article.page.sections[block.section].title.lower().replace(",", " ").removeprefix("the ").split()
    return len(words) > 1 and not names.nouns.isdisjoint(words)


def _name(mods: frozenset[str], made: str) -> str:
    return " ".join((*sorted(mods), made))


def _of_mountain(around: Around, name: str, owner: str) -> tuple[str, str]:
    """The height of a mountain, or of its summit, is the mountain's elevation."""
    if name in ("height", "elevation") and "elevation" in map(lexicon().natural.get, around.names.nouns):
        if owner in lexicon().stands["elevation"]:
            return "elevation", SELF
        return ("elevation" if owner == SELF else name), owner
    return name, owner


def _years(around: Around, draft: Draft) -> frozenset[str]:
    """The years of a figure: all that its clause names for what is another every year, else those that date it."""
    behind = clause_behind(around)
    if draft.property.yearly:
        parted = max((at for at, word in enumerate(around.low) if word == ";"), default=-1) + 1
        told = (*around.low[parted:], *behind)
        return frozenset(word for word in told if is_year(word) or word in listed("moments"))
    if draft.whole:
        return frozenset()
    near = [word for one, word in pairwise(behind) if one == "in" and is_year(word)]
    clause = next((at for at in range(len(around.low) - 1, -1, -1) if around.low[at] in ONE_CLAUSE), -1) + 1
    opening = around.low[clause : clause + 3]
    near += [word for one, word in pairwise(opening) if one in _SINCE and is_year(word)]
    return around.clause.timed() | frozenset(near)


def _loose(around: Around, draft: Draft) -> bool:
    """Whether a word of another time, extent or source stands in the clause of a figure."""
    low, behind = around.low, clause_behind(around)
    if low and low[0] in _FRONTED and (draft.start < _FIRST or around.clause.within(draft.start)):
        behind = list(takewhile(lambda word: word not in listed("definite") | listed("pronouns"), behind))
    text = " ".join((*low, "|", *behind))
    for phrase in allowed():
        text = text.replace(" ".join(phrase), " ")
    ahead, _, after = text.partition("|")
    near = frozenset(low[draft.start :]) | frozenset(after.split())
    strong = frozenset(ahead.split()) | frozenset(after.split()) | frozenset(_behind_comma(around, len(behind)))
    return not strong.isdisjoint(listed("strong")) or not near.isdisjoint(listed("loose"))


def _behind_comma(around: Around, at: int) -> list[str]:
    """The word behind the comma or the bracket that ends a clause: "640, until 1952"; not "raised in equal parts"."""
    if around.low_behind[at : at + 1] not in ([","], ["("], [";"]):
        return []
    word, *following = around.low_behind[at + 1 : at + 3] or [""]
    return [] if word.endswith("ed") and following and following[0] not in _CHANGED else [word]


def _goods(around: Around, draft: Draft) -> str | None:
    """What an amount is of ("of fish"); None where that is a part of something."""
    words = around.low_behind[draft.used :]
    noun = around.claim.value.noun if isinstance(around.claim.value, Number) else None
    if noun is not None:
        at = next((at for at, word in enumerate(words[:5]) if head(word) == head(noun)), -1)
        words = words[at + 1 :]
    if words[:1] != ["of"] or len(words) < 2:
        return ""
    if draft.whole and words[1] == "the" and words[2:3] and words[2] in around.names.nouns:
        return ""  # "the 29 men of the expedition"
    if words[1] in listed("definite") or not words[1][:1].isalpha():
        return None if words[1] in listed("definite") else ""
    return head(words[1])


_READINGS = (superlative, measured, natural, named, done, done_to, counted, wrought, largest, summit, along)
