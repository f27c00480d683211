"""Figures that an adjective or a noun behind them names: "is 40 m high", "the 5,812-metre tunnel", "with 34 km² it"."""

from __future__ import annotations

from functools import partial

from rules.laws.figures.clause_owner import ANY, SELF, Clause
from rules.laws.figures.figure_clause import Around, Draft, adjectival, carried_on, closed, fronted, fronted_of, past_of
from rules.laws.figures.property_words import Property, lexicon, listed, sort_of, superlatives

_MOST = frozenset(("maximum",))
_SUPERLATIVE = 3
_LONGEST = {"longest": "length", "tallest": "height", "deepest": "depth", "widest": "width"}


def measured(around: Around) -> Draft | None:
    """Read "is 40 m high", "a 40 m high tower", "40 m in height"."""
    words = around.low_behind
    for phrase, made in lexicon().behind.get(words[0] if words else "", ()):
        if tuple(words[: len(phrase)]) == phrase and made.fits(around.claim):
            return _predicate(around, made, len(phrase))
    if words[:1] == ["of"] and len(words) > 1:
        for phrase, made in lexicon().nouns.get(words[1], ()):
            if phrase == (words[1],) and made.fits(around.claim):
                return _of_it(around, made)
    return None


def _of_it(around: Around, made: Property) -> Draft | None:
    """Read "the 46 million leva of damage"."""
    definite = around.article_word or (around.end and around.low[around.end - 1] in ("its", "her"))
    return Draft(made, frozenset(), around.end, lambda: ANY, None, 2, True) if definite else None


def _predicate(around: Around, made: Property, used: int) -> Draft | None:
    clause, end = around.clause, around.end
    low, rest = around.low, around.low_behind[used:]
    if len(rest) > 1 and rest[0] in ("and", "by") and rest[1][:1].isdecimal():
        return None
    last = low[end - 1] if end else ""
    verb = end - 1 - (last in ("to", "at", "for"))
    if verb >= 0 and low[verb] in listed("being"):
        if low[verb].endswith("ing"):
            return carried_on(around, made, frozenset(), verb)
        return Draft(made, frozenset(), verb, lambda: clause.subject(verb), past_of(low[verb]), used)
    if last == ",":
        return Draft(made, frozenset(), end, lambda: _apposed(around, end - 1), None, used)
    if rest[:1] and rest[0].isalpha() and not closed(rest[0]):
        following = rest[1] if len(rest) > 1 else "."
        whole = around.article_word and (not following.isalpha() or closed(following))
        owner = Clause(("the", rest[0]), around.names, clause.pronoun(end))
        return Draft(made, frozenset(), end, lambda: owner.key(0, 2), None, used, True) if whole else None
    return Draft(made, frozenset(), end, lambda: _beside(around, end), None, used) if last.isalpha() else None


def _beside(around: Around, end: int) -> str | None:
    """The owner right before its measure: "the spire 61 m tall", "has walls 4 m thick"."""
    clause, low = around.clause, around.low
    start = end
    while start and end - start < 4 and adjectival(low[start - 1]):
        start -= 1
    start -= low[start - 1] in ("a", "an") if start else 0
    if start > 1 and low[start - 1] in ("has", "had", "have"):
        whose = clause.subject(start - 1)
        told = clause.names and Clause(("the", *clause.words[start:end]), around.names, lambda: whose)
        key = told.key(0, len(told.words)) if told else None
        return None if key is None or whose is None else key if whose == SELF else f"{key} of {whose}"
    return clause.nearest(end)


def _apposed(around: Around, comma: int) -> str | None:
    """The owner before a comma and a measure: "is a line between Orr and Sund, 48 km long", "the spire, 61 m tall,"."""
    clause = around.clause
    if clause.is_kind(comma):
        return SELF if clause.opening(comma) == SELF and around.low.count(",") == 1 else None
    return clause.noun_phrase(comma)


def natural(around: Around) -> Draft | None:
    """Read "the 5,812-metre tunnel"."""
    words = around.low_behind
    noun = words[0] if words else ""
    name = lexicon().natural.get(noun)
    if name is None or not lexicon().names[name].fits(around.claim):
        return None
    word = around.article_word or (around.low[around.end - 1] if around.end else "")
    following = words[1] if len(words) > 1 else "."
    if word not in listed("definite") or (following.isalpha() and not closed(following)):
        return None
    clause, end = around.clause, around.end
    owner = Clause((word, noun), around.names, clause.pronoun(end))
    return Draft(lexicon().names[name], frozenset(), end, lambda: owner.key(0, 2), None, 1, True)


def largest(around: Around) -> Draft | None:
    """Read "With 34.8 km² it is the largest lake", "At 3,460 m it is the longest tunnel"."""
    words = around.low_behind
    if around.low[: around.end] not in (["with"], ["at"]) or not words or words[0] == "of":
        return None
    sort = sort_of(around.claim)
    name: str | None = sort
    if sort == "length":
        name = next((_LONGEST[word] for word in words[:9] if word in _LONGEST), None)
    elif sort not in ("area", "volume", "mass") or not any(word.endswith("est") for word in words[:9]):
        name = None
    if name is None:
        return None
    return Draft(lexicon().names[name], frozenset(), 0, lambda: fronted(around), None, 0, sort == "length")


def summit(around: Around) -> Draft | None:
    """Read "The summit, at 2,864 m, is"."""
    low, end = around.low, around.end
    if low[max(end - 2, 0) : end] != [",", "at"] or around.low_behind[:1] != [","] or sort_of(around.claim) != "length":
        return None
    return Draft(lexicon().names["elevation"], frozenset(), end, lambda: around.clause.noun_phrase(end - 2), None)


def superlative(around: Around) -> Draft | None:
    """Read "is 38 m deep at its deepest", "At its deepest point the lake measures 38 m"."""
    low, words, clause = around.low, around.low_behind, around.clause
    verb = around.end - 1 - (low[around.end - 1 : around.end] == ["to"])
    if sort_of(around.claim) != "length" or verb < 1 or low[verb] not in listed("being"):
        return None
    at = next((at for at in (0, 1) if words[at : at + 2] == ["at", "its"]), None)
    if at is not None:
        word, owner = words[at + 2 : at + 3], partial(clause.subject, verb)
    else:
        word = low[2:3] if low[:2] == ["at", "its"] else []
        start = _SUPERLATIVE + sum(each in ("point", "part", "place", ",") for each in low[3:5])
        owner = partial(clause.key, start, verb)
    name = superlatives().get(word[0]) if word else None
    return Draft(lexicon().names[name], _MOST, verb, owner, past_of(low[verb]), 0, True) if name else None


def along(around: Around) -> Draft | None:
    """Read "Over its 84 km the line"."""
    low, end = around.low, around.end
    routes = around.names.nouns & lexicon().natural.keys()
    if end < 2 or low[end - 1] != "its" or low[end - 2] not in ("over", "along", "of") or not routes:
        return None
    if sort_of(around.claim) != "length" or lexicon().natural[min(routes)] != "length":
        return None
    follows = around.low_behind[:1]
    if follows and follows[0] == "of":
        return None
    fronted = end == 2
    return Draft(
        lexicon().names["length"],
        frozenset(),
        end,
        fronted_of(around) if fronted else around.clause.pronoun(end - 1),
        None,
        0,
        True,
    )
