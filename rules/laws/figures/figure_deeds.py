"""Figures that a verb names, and counts of what something has: "seats 612", "rests on 23 arches", "all 32 arches"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from articles.claims.claim import Number
from rules.laws.figures.clause_owner import ANY, SELF
from rules.laws.figures.figure_clause import (
    POSSESSIVE,
    Around,
    Draft,
    added_words,
    carried_on,
    fronted,
    in_part,
    is_year,
    past_verb,
)
from rules.laws.figures.property_words import Property, changing, ends, lexicon, listed
from rules.laws.nouns import head

ALL_OF = 6
"""So many at least "the 32 arches" are all of them, and not some that were told of before."""
_COUNT = frozenset(("count",))
_ALONE = 3
_OPENED: tuple[list[str], ...] = (
    [],
    ["altogether"],
    ["altogether", ","],
    ["in", "all"],
    ["in", "all", ","],
    ["in", "total", ","],
    ["a", "total", "of"],
)
_MAKING = (["that", "make"], ["that", "made"], ["that", "form"], ["which", "make"])
"""Behind a count of all: "the 24 articles that make up the treaty"."""


def done(around: Around) -> Draft | None:
    """Read "seats 612", "weighs 40 kg", "was built for $4 million"."""
    low, clause, end = around.low, around.clause, around.end
    last = low[end - 1] if end else ""
    if ends(low[:end], lexicon().others.get(last, ()), around.claim):
        made = ends(low[:end], lexicon().others[last], around.claim)
        return Draft(made[1], frozenset(), end - 1, lambda: ANY, None) if made else None
    found = ends(low[:end], lexicon().verbs.get(last, ()), around.claim)
    start = end - len(found[0]) if found else 0
    if found is None and end > 3 and is_year(low[end - 2]):
        found = ends((*low[: end - 3], last), lexicon().verbs.get(last, ()), around.claim)
        start = end - 2 - len(found[0]) if found else 0
    if found is None or in_part(around, found[1]):
        return None
    mods = frozenset(added_words(around))
    if not start:
        return Draft(found[1], mods, 0, lambda: fronted(around), None)
    if low[start].endswith("ing"):
        return carried_on(around, found[1], mods, start)
    return Draft(found[1], mods, start, lambda: clause.subject(start), past_verb(around, start))


def done_to(around: Around) -> Draft | None:
    """Read "the $246 billion remitted in 2018", "241,000 tonnes of fish landed"."""
    words = around.low_behind
    if not around.article_word:
        return None
    value = around.claim.value
    at = 0
    if words[:1] == ["of"]:
        at = 2
    elif isinstance(value, Number) and value.noun is not None:
        at = 1 + next((each for each, word in enumerate(words[:4]) if head(word) == head(value.noun or "")), 9)
    word = words[at] if at < len(words) else ""
    if word == "that":
        return None
    for phrase, made in lexicon().verbs.get(word, ()):
        if phrase == (word,) and made.fits(around.claim) and (made.yearly or word.endswith("ed")):
            by = words[at + 1 : at + 2] == ["by"]
            return None if by else Draft(made, frozenset(), around.end, lambda: ANY, None, 0, True)
    return None


def counted(around: Around) -> Draft | None:
    """Read "all 32 arches", "rests on 23 arches", "the 421 pupils"."""
    value = around.claim.value
    if not isinstance(value, Number) or value.noun is None:
        return None
    noun = head(value.noun)
    at = next((at for at, word in enumerate(around.low_behind[:5]) if head(word) == noun), None)
    if at is None or not (around.low_behind[at].endswith("s") or around.low_behind[at] in listed("plurals")):
        return None
    if not around.end or any(not word.isalpha() for word in around.low_behind[:at]):
        return None
    mods = frozenset(word for word in around.low_behind[:at] if word not in listed("neutral"))
    name = lexicon().counted.get(noun, "")
    made = lexicon().names.get(name) or Property(
        f"number of {noun}",
        _COUNT,
        frozenset((noun,)),
        changing(value.noun) and around.names.nouns.isdisjoint(listed("events")),
    )
    following = around.low_behind[at + 1] if at + 1 < len(around.low_behind) else "."
    return _of_all(around, made, mods, at, following) or _had(around, made, mods, at, following)


def wrought(around: Around) -> Draft | None:
    """Read "destroyed 214 houses", "214 houses were destroyed in the fire"."""
    value, low, behind = around.claim.value, around.low, around.low_behind
    if not isinstance(value, Number) or value.noun is None or value.amount.value < ALL_OF:
        return None
    noun = head(value.noun)
    at = next((at for at, word in enumerate(behind[:2]) if head(word) == noun), None)
    if at is None or not behind[at].endswith("s"):
        return None
    verb = low[around.end - 1] if around.end else ""
    if verb in listed("wrought", "verbs") and behind[at + 1 : at + 2] not in (["in"], ["at"], ["of"], ["on"]):
        return _hurt(around, noun, verb, lambda: around.clause.subject(around.end - 1))
    rest = behind[at + 1 : at + 7]
    if rest[:1] not in (["were"], ["was"]) or len(rest) < _ALONE or low[: around.end] not in _OPENED:
        return None
    by = rest[2:4] in (["in", "the"], ["by", "the"]) and rest[4:5] and rest[4] in around.names.nouns
    by = by and (len(rest) == _ALONE + 2 or not rest[-1].isalpha())
    alone = rest[2:3] in (["."], [","], ["and"], [";"])
    return (
        _hurt(around, noun, rest[1], lambda: SELF) if rest[1] in listed("wrought", "verbs") and (by or alone) else None
    )


def _hurt(around: Around, noun: str, verb: str, owner: Callable[[], str | None]) -> Draft:
    made = Property(f"number of {verb} {noun}", _COUNT, frozenset((noun,)), False)
    return Draft(made, frozenset(), max(around.end - 1, 0), owner, True, 0, not around.end)


def _of_all(around: Around, made: Property, mods: frozenset[str], at: int, following: str) -> Draft | None:
    low, clause, end = around.low, around.clause, around.end
    last = low[end - 1]
    makes = around.low_behind[at + 1 : at + 3]
    if (following in listed("restricting") and makes not in _MAKING) or following.endswith("ing"):
        return None
    if last == "whose":
        holder = end - 2 if end > 1 and low[end - 2] == "," else end - 1
        return Draft(made, mods, end, lambda: clause.nearest(holder), None)
    if last in ("its", "her", "their"):
        return Draft(made, mods, end, clause.pronoun(end - 1), None, 0, True)
    if last.endswith(POSSESSIVE):
        return Draft(made, mods, end, lambda: clause.possessor(end - 1), None, 0, True)
    number = around.claim.value
    assert isinstance(number, Number)
    told_of = last == "all" or (around.article_word and not following.endswith("ed"))
    if number.amount.value < ALL_OF or not told_of:
        return None
    return Draft(made, mods, end, lambda: ANY, None, 0, True)


def _had(around: Around, made: Property, mods: frozenset[str], at: int, following: str) -> Draft | None:
    low, clause, end = around.low, around.clause, around.end
    if following in listed("restricting") or around.low[end:]:
        return None
    for phrase in lexicon().having.get(low[end - 1], ()):
        start = end - len(phrase)
        if not start and tuple(low[:end]) == phrase:
            return Draft(made, mods, 0, lambda: fronted(around), None)
        if start > 0 and tuple(low[start:end]) == phrase:
            return Draft(made, mods, start, partial(clause.subject, start), past_verb(around, start))
    return None
