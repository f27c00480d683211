"""Figures that a noun names: "the floor area of the chancery is", "has a floor area of", "the storage capacity, "."""

from __future__ import annotations

from collections.abc import Callable

from rules.laws.figures.clause_owner import ANY, SELF, Clause
from rules.laws.figures.figure_clause import (
    NEAR,
    POSSESSIVE,
    Around,
    Draft,
    adjectival,
    fronted,
    fronted_of,
    is_year,
    past_of,
)
from rules.laws.figures.property_words import Property, ends, lexicon, listed
from rules.laws.nouns import head

_INNER = frozenset(("of", "for", "from", "in", "by"))
"""Between a property's noun and whatever has it."""


def named(around: Around) -> Draft | None:
    """Read "the floor area of the chancery is", "has a floor area of", "the storage capacity, "."""
    low = around.low
    start = around.end
    while start and (low[start - 1] in listed("glue") or low[start - 1] in listed("hedges") or _dated(low, start - 1)):
        start -= 1
    glue = low[start : around.end]
    if "to" in glue and not any(word.startswith(("c", "amount")) for word in glue):
        return None
    if start in (0, around.end) or not any(word in listed("glue") for word in low[start : around.end]):
        return None
    tense = next((told for word in low[start : around.end] if (told := past_of(word)) is not None), None)
    found = ends(low[:start], lexicon().nouns.get(low[start - 1], ()), around.claim)
    if found is not None:
        return _owned(around, found[1], start - len(found[0]), start, tense)
    for at in range(start - 2, max(start - NEAR, 0), -1):
        found = ends(low[:at], lexicon().nouns.get(low[at - 1], ()), around.claim)
        if found and low[at] in ("on", "at") and at + 2 == start:
            return _owned(around, found[1], at - len(found[0]), at, tense)
        if found and low[at + 1].isalpha() and low[at] in _INNER and low[start : start + 1] != ["of"]:
            return _owned(around, found[1], at - len(found[0]), at, tense, (at + 1, start))
    return None


def _dated(low: list[str], at: int) -> bool:
    """Whether a word belongs to an "in 2015" between a noun and its figure."""
    return is_year(low[at]) or (low[at] in ("in", "for", "year", "end") and at + 1 < len(low))


def _owned(
    around: Around, made: Property, start: int, end: int, tense: bool | None, inner: tuple[int, int] | None = None
) -> Draft | None:
    """A property by its noun, with its adjectives and whoever has it."""
    low, clause = around.low, around.clause
    at = start
    while at and start - at < 4 and adjectival(low[at - 1]):
        at -= 1
    mods = frozenset(("launch",) if made.name == "mass" and "launch" in low else ()) | frozenset(
        lexicon().same.get(word, word)
        for word in low[at:start]
        if word not in listed("neutral") and word not in around.names.title
    )
    word = low[at - 1] if at else ""
    begin = max(at - 1, 0)

    def having() -> str | None:
        return _having(around, at - (word in ("a", "an")), end)

    owner: Callable[[], str | None]
    if word.endswith(POSSESSIVE):
        owner = lambda: clause.possessor(at - 1)  # noqa: E731
    elif word == "whose":
        owner = lambda: clause.nearest(at - 2 if at > 1 and low[at - 2] == "," else at - 1)  # noqa: E731
    elif word in listed("pronouns"):
        owner = fronted_of(around) if at == 2 and low[0] == "with" else clause.pronoun(at - 1)
    elif inner is not None:
        owner = lambda: _inner(clause, inner)  # noqa: E731
    elif word == "the" or (not at and made.yearly) or (made.generic and word in ("a", "an")):
        owner = lambda: ANY  # noqa: E731
    else:
        owner = having
        begin = max(begin - 1, 0)
        verb = low[begin] if word in ("a", "an") else low[at - 1] if at else ""
        tense = past_of(verb) if verb in listed("has") else tense
    return Draft(made, mods, begin, owner, tense, 0, low[max(at - 2, 0) : at] == ["after", "a"])


def _inner(clause: Clause, inner: tuple[int, int]) -> str | None:
    """The owner behind "of": as far as the first comma."""
    comma = next((at for at in range(*inner) if clause.low[at] == ","), inner[1])
    inner = inner[0], comma
    told = clause.key(*inner)
    return told if told is not None else " ".join(head(word) for word in clause.low[inner[0] : inner[1]])


def _having(around: Around, at: int, end: int) -> str | None:
    """The owner of "has a length of", "with a length of", "gives the station a capacity of"."""
    low, clause = around.low, around.clause
    word = low[at - 1] if at else ""
    if not at or (at == 1 and word in ("with", "having", "at")):
        return fronted(around) if at == 1 else None
    if word == "after":
        if around.low_behind[:1] != [","] and around.low_behind[:1] != ["."]:
            return None
        return SELF if low[end - 1] == "course" and clause.opening(at) in (SELF, None) else None
    if word == "with" and (giving := _giving(low, at - 1)) is not None:
        return clause.key(giving + 1, at - 1)
    if word in ("with", "having"):
        if at > 1 and (is_year(low[at - 2]) or low[at - 2].endswith("ed")):
            return clause.opening(at - 1)
        opened = clause.opening(at - 1) if clause.is_kind(at) else None
        return SELF if opened == SELF else clause.nearest(at - 1) if low[at - 2] != "," else None
    if word in listed("prepositions"):
        return clause.subject(at - 2) if at > 1 and past_of(low[at - 2]) is not None else None
    if past_of(word) is None or not (word in listed("has") or around.low[at] in ("a", "an")):
        giving = _giving(low, at)
        return clause.key(giving + 1, at) if giving is not None else None
    return clause.subject(at - 1)


def _giving(low: list[str], at: int) -> int | None:
    """Where the verb stands in "gives the station a capacity of", "left the stadium with"."""
    return next(
        (each for each in range(at - 1, max(at - NEAR, -1), -1) if low[each] in listed("giving", "verbs")), None
    )
