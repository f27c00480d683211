"""Whose a figure is: the noun phrase that is the subject of its verb, its possessor or its complement.

An owner is a key: the words of its noun phrase without articles, in the singular; ``SELF`` for the article's own
subject, ``ANY`` where the sentence leaves it open. None is an owner that nobody can tell for certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from articles.article import Article
from articles.page import Form
from articles.regex import regex
from rules.laws.figures.own_nouns import own_nouns
from rules.laws.figures.property_words import lexicon, listed, whole
from rules.laws.nearby import occurrences, sentence_at
from rules.laws.nouns import head

SELF = "*"
ANY = ""
TOKEN = regex(r"[^\W\d_]+(?:['’.-][^\W_]+)*['’]?|[0-9]+(?:[.,][0-9]+)*|[^\w\s]")
_LONGEST = 9
_ADJECTIVES = 2
_WORD = regex(r"[^\W_]+")
_BARE = regex(r"[\w’'-]+")
_OPENING = frozenset(("", " ", "\n", "("))
_REACH = 40
_FRONTED = ("ed", "ing")
_OWN = frozenset(("its", "her", "his", "their"))
_FRAMED = 8
_PERSONAL = frozenset(("his", "her", "their"))
_PERSONS = frozenset(("it", "she", "he", "they"))


class Names:
    """How an article calls its subject: names, nouns and the words of its title, each worked out when asked for."""

    def __init__(self, article: Article) -> None:
        """Take the article."""
        self._article = article

    @cached_property
    def _title(self) -> str:
        return self._article.page.title.split(" (")[0].lower()

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the title."""
        return frozenset(word for word in _WORD.findall(self._title) if len(word) > 1)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in lower case."""
        own = self._article.parties.own.lower()
        called = {self._title, self._title.split(",")[0], own, own.split(" (")[0]}
        return frozenset(called - {""})

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns behind "the" that mean the subject."""
        return self._article.once(own_nouns)

    def plain(self, told: str) -> str:
        """An owner without the adjectives that tell it from nothing: "cast-iron tower" where there is one tower."""
        told = re.sub(r"^(\S+) of (\S+)$", r"\2 \1", told)  # "tower of church"
        *words, noun = told.split(" ")
        if not words or "of" in words or len(words) > _ADJECTIVES or self.several(noun):
            return told
        if noun in self.nouns:
            return SELF if self._own.issuperset(words) else told
        return noun if f"{words[-1]} {noun}" in self._article.page.prose.text else told  # not a name

    def several(self, noun: str) -> bool:
        """Whether an article tells of more than one of a sort: in the plural, or told apart by their adjectives."""
        if noun not in self._apart:
            before = frozenset(self._before(noun)) - listed("definite") - listed("prepositions") - {"a", "an"}
            told = any(True for _ in self._before(f"{noun}s")) or not before.isdisjoint(listed("contrasted"))
            self._apart[noun] = told or len(before - listed("finite") - {""}) > 1
        return self._apart[noun]

    def _before(self, noun: str) -> Iterator[str]:
        """The words right before a noun, empty where there is none."""
        text = self._article.lowered
        for at in occurrences(self._article, (noun,)):
            if text[at - 1 : at] in _OPENING:
                word = text[max(at - _REACH, 0) : at - 1].rsplit(None, 1)[-1:] if text[at - 1 : at] == " " else []
                told = _BARE.fullmatch(word[0].rpartition("(")[2]) if word else None
                yield told[0] if told is not None else ""

    @cached_property
    def _own(self) -> frozenset[str]:
        """The adjectives that leave the subject what it is: those of the sentence that says so, and of its matter."""
        lead = next((each.span for each in self._article.page.lead if each.form is Form.PARAGRAPH), None)
        opening = sentence_at(self._article, lead.start) if lead else None
        said = self._article.page.text(opening).lower() if opening else ""
        return frozenset(_WORD.findall(said)) | listed("own-adjectives")

    @cached_property
    def _apart(self) -> dict[str, bool]:
        return {}


class Clause:
    """The words of a sentence up to a figure, and what is known of the sentence before it."""

    def __init__(self, words: Sequence[str], names: Names, before: Callable[[], str | None]) -> None:
        """Take the words as written; ``before`` tells the owner that a pronoun at the start means."""
        self.words = words = [word for word in words if word != "."]
        self.low = [word.lower() for word in words]
        self.names = names
        self._before = before

    def subject(self, verb: int) -> str | None:
        """The owner that is the subject of the verb at a place."""
        at, aside, relative = verb, False, False
        while at and (self.low[at - 1] in listed("light") or self.low[at - 1].endswith("ly")):
            at -= 1
            aside = aside or self.low[at] == ","
            relative = relative or self.low[at] in ("which", "that", "who")
        if not at:
            return None
        if self.low[at - 1] in ("and", "but", "or"):
            return self.opening(at - 1)
        if relative:
            return self.antecedent(at)
        return self._before_aside(at) if aside else self.noun_phrase(at)

    def _before_aside(self, comma: int) -> str | None:
        """The subject before a clause in commas: "the urban area, which takes in five others, was"."""
        start = next((at for at in range(comma - 1, 0, -1) if self.low[at] == ","), None)
        if start is None:
            return self.opening(comma)
        if all(word[:1].isupper() for word in self.words[start + 1 : comma]):
            return self.key(start + 1, comma)
        first = next(at for at in range(len(self.low)) if self.low[at] == ",")
        return self.opening(first) if first == start and self._plain(first) else self.noun_phrase(start)

    def _plain(self, end: int) -> bool:
        """Whether a sentence has no verb before a place."""
        return not any(self._is_verb(at, 0) for at in range(end))

    def antecedent(self, end: int) -> str | None:
        """The owner that a "which" behind a place speaks of: the name or the definite noun right before it."""
        start = end
        while start and (self.words[start - 1][:1].isupper() or self.words[start - 1].isdecimal()):
            start -= 1
        if start < end and (not start or self.low[start - 1] not in listed("prepositions")):
            return self.key(start, end)
        start = end
        while start and self.low[start - 1] not in listed("boundary") | listed("definite"):
            start -= 1
        before = self.low[start - 2] if start > 1 else ""
        if start and self.low[start - 1] in listed("definite") and before not in ("of", "for"):
            return self.key(start - 1, end)
        return self.noun_phrase(end)

    def noun_phrase(self, end: int) -> str | None:
        """The owner whose noun phrase ends at a place and fills its clause."""
        start = end
        while start and self.low[start - 1] not in listed("boundary") and not self._told_that(start):
            start -= 1
        if end and self.low[end - 1] in _PERSONS:
            return None if self.low[start] in ("with", "without", "including") else self.key(end - 1, end)
        if not start and self.low[0] in listed("prepositions") and self.low[end : end + 1] == [","]:
            start += 1  # "Under its dome, 18 m across"
        return self.key(*self._without_time(start, end))

    def _told_that(self, at: int) -> bool:
        """Whether a clause begins at a place behind "that": "are told that the tower is"."""
        return self.low[at - 1] == "that" and at < len(self.low) and self.low[at] in listed("definite")

    def _without_time(self, start: int, end: int) -> tuple[int, int]:
        """A clause without the "In 2015" that it may begin with."""
        at = start + next((len(each) for each in whole() if tuple(self.low[start : start + len(each)]) == each), 0)
        if at > start:
            return at, end
        while at < end and (self.low[at] in listed("pre-times") or _is_year(self.low[at])):
            at += 1
        while at > start and not _is_year(self.low[at - 1]):
            at -= 1
        return (at if at > start else self._framed(start)), end

    def _framed(self, start: int) -> int:
        """Behind "At the census of 1981", "On its completion in 1938", "After the fire of 1911"."""
        if self.low[start : start + 1] and self.low[start] in listed("framing"):
            for at in range(start + 3, min(start + _FRAMED, len(self.low))):
                if _is_year(self.low[at]) and self.low[at - 1] in ("in", "of"):
                    return at + 1 + (self.low[at + 1 : at + 2] == [","])
                if not self.low[at].isalpha():
                    break
        return start

    def opening(self, stop: int) -> str | None:
        """The owner with which the sentence opens, before its first verb."""
        start = 0
        if self.low[:1] and (self.low[0] in listed("prepositions") or self._participle()):
            comma = next((at for at in range(stop) if self.low[at] == ","), None)
            if comma is None:
                start, _ = self._without_time(0, stop)
                if not start:
                    return None
            else:
                start = comma + 1
        if start < len(self.low) and self.low[start] in _PERSONS:
            return self._before()
        end = start
        while end < stop and not self._is_verb(end, start) and self.low[end] not in listed("boundary"):
            end += 1
        return owner(self.words[start:end], self.names, self._before) if start < end < len(self.low) else None

    def _participle(self) -> bool:
        """Whether the sentence opens with a participle: "Laid down in 1896, she"."""
        return self.low[0].endswith(_FRONTED) or self.low[0] in listed("irregular")

    def _is_verb(self, at: int, start: int) -> bool:
        """Whether the verb of a sentence stands at a place, by its form and what follows."""
        word = self.low[at]
        if word in listed("finite"):
            return True
        if at == start or self.words[at] != word or self.low[at - 1] in listed("definite") | listed("prepositions"):
            return False
        if " ".join(self.low[start:at]).removeprefix("the ") in self.names.names:
            return word.endswith("s")
        follows = self.low[at + 1] if at + 1 < len(self.low) else ""
        if word in lexicon().verbs or word in listed("irregular") or word.endswith("ed"):
            return follows not in listed("finite")
        led = any(follows in listed(name) for name in ("prepositions", "definite", "indefinite"))
        return led and at > start + 1 and word.endswith("s") != self.low[at - 1].endswith("s") and word.isalpha()

    def nearest(self, end: int) -> str | None:
        """The owner whose noun phrase ends at a place, from its article on: "in the library, whose"."""
        start = end
        while start and self.low[start - 1] not in listed("definite") | listed("boundary"):
            start -= 1
        return self.key(max(start - 1, 0), end) if start and self.low[start - 1] in listed("definite") else None

    def possessor(self, at: int) -> str | None:
        """The owner that a word with an apostrophe at a place ends: "the lake's"."""
        start = at
        while start and self.low[start - 1] not in listed("boundary") | listed("prepositions") | listed("finite"):
            start -= 1
        bare = self.words[at].rstrip("'’")
        bare = bare[:-2] if bare[-2:] in ("'s", "’s") else bare
        return owner((*self.words[start:at], bare), self.names, self.pronoun(start))

    def pronoun(self, at: int) -> Callable[[], str | None]:
        """What a pronoun at a place means."""

        def meant() -> str | None:
            if self.low[at : at + 1] in (["her"], ["she"]) and "ship" in self.names.nouns:
                return SELF
            told = self.opening(at) if at > 1 and self.low[0] not in listed("empty") else None
            return told if told is not None else self._before()

        return meant

    def key(self, start: int, end: int) -> str | None:
        """The owner that the words from one place to another name."""
        return owner(self.words[start:end], self.names, self.pronoun(start))

    def is_kind(self, stop: int) -> bool:
        """Whether the sentence says of the article's subject what it is: "is a river"."""
        pairs = zip(self.low[:stop], self.low[1:stop], strict=False)
        return any(one in ("is", "was") and two in ("a", "an", "the") for one, two in pairs)

    def scoped(self, at: int) -> bool:
        """Whether the sentence begins with a place or another frame that narrows what it tells from a place on."""
        if self.low[:1] == ["as"] and (self.low[1] in listed("irregular") or self.low[1].endswith(_FRONTED)):
            return True  # "As built"
        start = max((each + 1 for each in range(at) if self.low[each] == ";"), default=0)
        if not self.low[start:] or self.low[start] not in listed("scopes") or self.within(at):
            return False
        if start:
            return not any(map(_is_year, self.low[start + 1 : start + 3]))
        start, _ = self._without_time(0, len(self.low))
        return not start and not any(tuple(self.low[: len(phrase)]) == phrase for phrase in whole())

    def within(self, at: int) -> bool:
        """Whether a place is in what a sentence opens with: "Of its length of 40 km", "Under its dome, 18 m across"."""
        if self.low[0] == "of" and self._plain(at) and "," not in self.low[:at]:
            return True
        if at <= 1:
            return self.low[0] == "with" or (self.low[1:2] != [] and self.low[1] in _OWN)
        return self.low[at - 1 : at] == [","] and "," not in self.low[: at - 1] and self._plain(at)

    def timed(self) -> frozenset[str]:
        """The years with which the sentence opens."""
        start, _ = self._without_time(0, len(self.low))
        return frozenset(word for word in self.low[:start] if _is_year(word))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:1] in "12"


def owner(words: Sequence[str], names: Names, before: Callable[[], str | None]) -> str | None:
    """The key of a noun phrase; None where it is none, or of something not told before."""
    low = [word.lower() for word in words]
    while low and (low[-1] in listed("light") or low[-1].endswith("ly")):
        low.pop()
    words = words[: len(low)]
    if len(low) > 1 and low[0] == "the" and low[1] in listed("sources"):
        return ANY
    if not low or len(low) > _LONGEST or not all(word[0].isalnum() for word in low):
        return None
    if low[0] in listed("pronouns") and len(low) == 1:
        return before()
    if len(low) == 1 and low[0] in listed("making"):
        return SELF
    bare = low[1:] if low[0] in listed("definite") else low
    if " ".join(bare) in names.names or " ".join(low) in names.names:
        return SELF
    definite = bare is not low or words[0][:1].isupper()
    if not definite or not bare or low[0] in listed("indefinite") or not listed("finite").isdisjoint(bare):
        return None
    if low[0] in _PERSONAL and len(bare) == 1 and bare[0] in names.nouns:
        return SELF
    whose = before() if low[0] in listed("pronouns") else SELF
    return None if whose is None else _key(words[len(low) - len(bare) :], bare, names, before, whose)


def _key(
    words: Sequence[str], bare: Sequence[str], names: Names, before: Callable[[], str | None], whose: str
) -> str | None:
    mark = next((at for at, word in enumerate(bare) if word.endswith(("'s", "’s", "'", "’"))), None)
    if mark is not None and mark + 1 < len(bare):
        holder = owner(("the", *bare[:mark], bare[mark].rstrip("'’s") if mark else bare[0][:-2]), names, before)
        if holder is None:
            return None
        return _key(words[mark + 1 :], bare[mark + 1 :], names, before, holder)
    cut = next((at for at, word in enumerate(bare) if at and word in listed("prepositions")), len(bare))
    inner = ""
    if cut + 1 < len(bare):
        told = owner(words[cut + 1 :], names, before)
        inner = told if told is not None else " ".join(bare[cut + 1 :])
    kept = [head(word) for word in bare[:cut] if word not in names.title and word not in listed("neutral")]
    if not kept or (kept == [head(bare[cut - 1])] and bare[cut - 1] in names.nouns):
        if inner in ("", SELF):
            return whose
        kept = [head(word) for word in bare[:cut]]
    parts = [" ".join(kept), *(each for each in (inner, whose) if each not in ("", SELF))]
    return " of ".join(dict.fromkeys(parts))
