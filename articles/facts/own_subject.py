"""Whether words of a sentence are said of the article's own subject: its name, "the bridge", "it" govern them.

The question is put for one place in a sentence, the verb or the noun that leads to a figure, and asked of the nearest
mention of the subject before it. What may stand between the two is a verb, or a whole clause of the subject's that
"and", "which", "with" or a participle carries on; a clause with another subject ends the matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from articles.facts.parties import ASIDE, Parties, proper_name, words
from articles.facts.profile_words import profile
from articles.page import Page
from articles.regex import regex
from articles.words import worded

_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE = regex(r"\([^()]{0,300}\)")
_APPOSED = regex(r" ?, (?!and |but |or |which |who |it |he |she |they )[a-z][^,;:.]{1,120},(?= (?!and |or |but ))")
_ANEW = regex(
    r"[;:–—]|,? (?:while|whereas|although|though|when|where|who|whose|because|since|after|before|if|until|once|unless) "
    r"|, (?:and|but|so|yet) (?:the|its|an?|in|at|on|by|his|her|their|it|they|he|she|both)\b"
    r"|, (?:and|but|so|yet) (?:this|these|there|most|some|many)\b"
    r"| and (?:the|its) [a-z ]{1,40} (?:is|was|are|were) "
    r"|,? (?:and|but|so|yet) (?:[A-Z][\w’'-]+ )+(?:is|was|has|had)\b"
    r"|, (?:and|but) [A-Z]"
)
"""What begins a clause, or a part of one, with a subject of its own."""
_COPULA = regex(r" (?:is|was|are|were|became|remains) (?:an?|the|one of the)\b")
_NAME = r"(?:the )?[A-Z][\w.'’-]{0,30}(?:,? (?:of |the |and )?[A-Z][\w.'’-]{0,30}){0,6}"
_DEFINED = worded(
    __file__,
    rf" (?:is|was|are|were) (?:an?|the) (?:(?!(?:{{within}}) )[\w’'-]+ ){{0,9}}?(?!(?:{{within}})\b)[a-z][a-z-]+"
    rf"(?: (?:in|from|by) {_NAME}| by the [a-z -]{{1,30}}){{0,2}}"
    r"(?: with an? [a-z -]{1,40} of [0-9][0-9.,]*[ \u00a0][a-z0-9²]{1,14}(?: \([^()]{1,30}\))?)?",
)
"""What a subject is, with its place or maker and nothing else that could be built: "is a river in Norland"."""
_JOINT = regex(r",? (?:that|which) ?")
_ASIDE_OF = regex(r" [A-Z][\w'’-]*, (?:an?|the) [a-z][a-z -]{0,40}$")
"""Before "with", what says of another what that is: "lies near Ems, a city with a population of"."""
_PARTITIVE = worded(__file__, r"\b{partitive} (?:of|to)\b|['’]s? ")
_INCLUDED = regex(r"\b(?:including|such as|like|home to|contains|includes|among)\b|[0-9]")
_FINISHED = ("finished", "present", "completed", "whole", "entire", "current")
_OPENING = 1200
_NEXT = regex(r" ([a-z]+)")
_SHIPS = worded(__file__, r"{ships} ")


_WHICH = ([",", "which"], [",", "that"], [",", "which", "now"], [",", "which", "is"], [",", "which", "was"])
"""What may stand between the subject and a verb of a relative clause on it."""


class Tail(StrEnum):
    """What the words are that lead to a figure."""

    VERB = "verb"
    PARTICIPLE = "participle"
    WITH = "with"
    THING = "thing"


class OwnSubject:
    """How one article calls its subject, and what it says of it."""

    def __init__(self, page: Page, parties: Parties, *, called: bool = True) -> None:
        """Take the page, whom it is about and whether "the bridge" and "she" may mean it as well as its name."""
        own = parties.own
        names = {own, page.title, ASIDE.sub("", own), own.split(",")[0], proper_name(own)}
        ship = _SHIPS.match(page.title)
        if ship:
            names.add(page.title[ship.end() :])
        names |= _short(page, ASIDE.sub("", page.title))
        self._names = tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))
        self.nouns = _nouns(page, parties) if called else frozenset()
        phrases = {f"he {noun}" for noun in self.nouns} | {
            f"he {word} {noun}" for noun in self.nouns for word in _FINISHED
        }
        self._called = tuple(sorted(phrases, key=len, reverse=True))
        self._owned = ("ts territory", "ts land area") if parties.state else ()
        boxes = [box.name.lower() for box in page.infoboxes]
        self._she = called and (bool(ship) or any("infobox ship" in name for name in boxes))
        self.words = frozenset(word for name in self._names for word in _WORD.findall(name))

    def at(self, text: str, start: int, *, settled: bool = True) -> int:
        """Where the words end that name the subject from ``start`` on; -1 where none do."""
        begins = start + 4 * (text[start : start + 4] in ("the ", "The "))
        for name in self._names:
            for here in (begins, start):
                if text.startswith(name, here) and _ends(text, here + len(name), named=True):
                    return here + len(name)
        if text[start : start + 1] in "tT":
            for phrase in self._called:
                if text.startswith(phrase, start + 1) and _ends(text, start + 1 + len(phrase), named=False):
                    return start + 1 + len(phrase)
        if settled or self._she:
            for word in (*(("it", "It") if settled else ()), *(("she", "She") if self._she else ())):
                if text.startswith(word, start) and _ends(text, start + len(word), named=False):
                    return start + len(word)
        return -1

    def opens(self, text: str, start: int, stop: int, *, settled: bool) -> bool:
        """Whether a sentence begins with the subject, or with a short phrase and then the subject."""
        if self.acts(text, start, settled=settled):
            return True
        comma = text.find(", ", start, min(stop, start + 90))
        return comma > 0 and self.acts(text, comma + 2, settled=settled)

    def acts(self, text: str, start: int, *, settled: bool) -> bool:
        """Whether the subject is named at a place, and a verb or an aside follows: not "the opera choir"."""
        end = self.at(text, start, settled=settled)
        if end < 0:
            return False
        following = _NEXT.match(text, end)
        return following is None or _is_verb(following[1])

    def governs(self, text: str, start: int, at: int, tail: Tail, *, settled: bool) -> bool:
        """Whether what leads to a figure at a place of a sentence is said of the subject."""
        head = text[start:at]
        return any(self._reaches(head[end:], tail) for _, end in self._mentions(head, settled=settled))

    def _mentions(self, head: str, *, settled: bool) -> list[tuple[int, int]]:
        """The places before a figure that name the subject as somebody who does something, the nearest first."""
        found: dict[int, int] = {}
        for name in self._names:
            for at in {head.rfind(name), head.find(name)} - {-1}:
                begins = at - 4 if head[max(at - 4, 0) : at].lower() == "the " else at
                if _ends(head, at + len(name), named=True) and _is_subject(head, begins, named=True):
                    found[begins] = max(at + len(name), found.get(begins, 0))
        pronouns = (
            *(("it", *(f"i{phrase}" for phrase in self._owned)) if settled else ()),
            *(("she",) if self._she else ()),
        )
        low = f" {head.lower()}"
        for phrase in (*(f" t{phrase}" for phrase in self._called), *(f" {word} " for word in pronouns)):
            at = low.rfind(phrase)
            end = at + len(phrase.rstrip()) - 1
            if at >= 0 and _ends(head, end, named=False) and _is_subject(head, at, named=False):
                found[at] = max(end, found.get(at, 0))
        return sorted(found.items(), reverse=True)[:4]

    def _reaches(self, between: str, tail: Tail) -> bool:
        """Whether the words between a mention and what leads to a figure leave that to the subject."""
        between = _ASIDE.sub("", between).replace("  ", " ")
        apposed = _APPOSED.match(between)
        between = between[apposed.end() :] if apposed else between
        told = between.split()
        if tail is Tail.VERB and told in _WHICH:
            return True
        if all(word in profile().light for word in told):
            return tail is not Tail.PARTICIPLE
        if not told[0].isalpha() or not told[0].islower() or not _is_verb(told[0]):
            return between == ", " and tail is Tail.PARTICIPLE
        return not _ANEW.search(between) and self._carries(between, told, tail)

    def _carries(self, between: str, told: list[str], tail: Tail) -> bool:
        copula = _COPULA.match(between) is not None
        if copula and _is_defined(between, tail):
            return True
        last = told[-1].strip(",").lower()
        if tail is Tail.THING:
            return (copula and between.endswith((" a ", " an ", " the "))) or (copula and last in self.nouns)
        if tail is Tail.WITH:
            strange = between.endswith(", ") and not copula and told[-1][:1].isupper()
            strange = strange or _ASIDE_OF.search(between) is not None
            return not strange and not _PARTITIVE.search(between) and not between.endswith((" of ", " and "))
        if tail is Tail.PARTICIPLE:
            if copula and between.endswith(", ") and any(f" {noun} by " in between for noun in self.nouns):
                return True  # "is an album by the Norby Band, released in"
            plain = between.endswith(", ") and not _PARTITIVE.search(between) and not _INCLUDED.search(between)
            return (copula and last in self.nouns) or (plain and not any(word[0].isupper() for word in told))
        at, joint = max((between.rfind(f" {word} "), word) for word in ("and", "but", "which", "that"))
        light = between[at + len(joint) + 2 :].split()
        if at < 0 or not all(word in profile().light for word in light):
            return False
        inside = between[:at]
        if joint in ("which", "that"):
            return copula and inside.rstrip(",").split()[-1].lower() in self.nouns
        main, which, _ = inside.partition(" which ")
        if which:
            return copula and main.rstrip(",").split()[-1].lower() in self.nouns
        return " that " not in inside


def _is_defined(between: str, tail: Tail) -> bool:
    """Whether a definition goes on: "is a river in Norland, ", "was a ship ", "is a mill that closed and "."""
    if tail is Tail.PARTICIPLE or (tail is Tail.THING and between.endswith(", ")):
        return _DEFINED.fullmatch(between.rstrip(" ,")) is not None
    joint = _JOINT.search(between)
    if tail is not Tail.VERB or joint is None:
        return False
    return _DEFINED.fullmatch(between[: joint.start()]) is not None and _goes_on(between[joint.end() :])


def _goes_on(clause: str) -> bool:
    """Whether a relative clause ends in an "and" that carries its subject on: "rises to 2,840 m and "."""
    at = clause.rfind(" and ")
    light = clause[at + 5 :].split() if at >= 0 else clause.split()
    return all(word in profile().light for word in light) and (at < 0 or not _ANEW.search(clause[:at]))


def _nouns(page: Page, parties: Parties) -> frozenset[str]:
    """The nouns by which the subject may be told: those of its lead, its title and its infobox, and their like."""
    usual = words().alone.get(parties.sort, frozenset())
    told = {alias.removeprefix("the ") for alias in parties.aliases - usual}
    title = ASIDE.sub("", page.title)
    told |= _heads(page, title)
    own = {*told, title.split(" ")[-1].lower(), title.split(" ")[0].lower()}
    own.update(page.infoboxes[0].name.lower().split()[1:] if page.infoboxes else ())
    aside = ASIDE.search(page.title)
    own.update(aside[0].strip(" ()").lower().split() if aside else ())
    listed = {noun for row in profile().called if not row.isdisjoint(own) for noun in row}
    listed |= {noun for word in own for noun in profile().also.get(word, ())}
    if parties.state:
        listed |= {alias.removeprefix("the ") for alias in usual}
    return frozenset(word for word in listed | told if word.replace(" ", "").isalpha())


def _heads(page: Page, title: str) -> set[str]:
    """The noun that a title ends in, or begins with before "of", where the text calls something "the polytechnic"."""
    parts = title.split(" ")
    heads = {parts[0] if parts[1:2] == ["of"] else parts[-1]} if len(parts) > 1 else set()
    return {head.lower() for head in heads if head[:1].isupper() and f"he {head.lower()} " in page.prose.text}


def _short(page: Page, title: str) -> set[str]:
    """What a long name is shortened to: its initials if the lead has them, the name without a "Company" at its end."""
    parts = title.split(" ")
    found = set()
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    lead = " ".join(page.text(block.span)[:_OPENING] for block in page.lead[:3])
    if len(initials) > 2 and f"{initials} " in lead:
        found.add(initials)
    bare = " ".join(parts[:-1])
    if len(parts) > 1 and parts[-1].lower().strip(".") in profile().tails and f"{bare} " in lead.replace(title, ""):
        found.add(bare)
    return found


def _ends(text: str, at: int, *, named: bool) -> bool:
    """Whether a mention ends here, and is no part of a longer name nor a genitive."""
    behind = text[at : at + 2]
    if not behind or behind[0] in ".,;)":
        return True
    return behind[0] == " " and not (named and behind[1:].isupper())


def _is_subject(head: str, at: int, *, named: bool) -> bool:
    """Whether a mention can be the subject of what follows: no preposition and no longer name leads to it."""
    before = head[:at].rstrip()
    if not before:
        return True
    if head[at - 1] != " ":
        return False
    last = before.split()[-1]
    if last[-1] in ",;:":
        return True
    if named and last == "of" and _styled(before):
        return True
    if named and last[:1].isupper() and last.isalpha() and " " in before:
        return False
    return last.lower() not in profile().lists["prepositions"] or last.lower() == "and"


def _styled(before: str) -> bool:
    """Whether a sentence begins with what a place is called before its name: "The Federal City of"."""
    told = before.split()
    listed = profile().lists["styled"]
    return 1 < len(told) < 5 and told[-2].lower() in listed and all(word[0].isupper() for word in told[:-1])


def _is_verb(word: str) -> bool:
    """Whether a word may be the verb behind a subject."""
    return word in profile().lists["finite"] or word.endswith(("s", "ed")) or word in profile().light


def capitals(text: str) -> Iterator[str]:
    """The capitalized words of a text but the first."""
    for number, found in enumerate(_WORD.finditer(text)):
        if number and found[0][0].isupper() and len(found[0]) > 3:
            yield found[0]
