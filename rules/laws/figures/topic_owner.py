"""Whose a figure is, as far as its sentence says: what it leaves open is left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rules.laws.figures.clause_owner import ANY, SELF, owner
from rules.laws.figures.figure_clause import POSSESSIVE, is_year, past_of
from rules.laws.figures.property_words import listed
from rules.laws.figures.topic_parts import Parts

_PERSONS = frozenset(("it", "she", "he"))
_PLURAL = frozenset(("they", "there", "which", "who", "that", "we", "one"))
_BOTH = frozenset(("the", "its", "her", "his", "their", "all"))
_TWO = 2
_HAVING = frozenset(("a", "an"))
_PRESENT = frozenset(
    (
        "reaches",
        "attains",
        "covers",
        "drains",
        "measures",
        "holds",
        "keeps",
        "offers",
        "boasts",
        "counts",
        "carries",
        "employs",
    )
)
_CLOSING = frozenset(
    ("and", "but", "or", "was", "were", "is", "are", "had", "has", "which", "who", "by", "for", "from", "with", "to")
)


def owner_of(parts: Parts, at: int, inner: tuple[int, int] | None) -> Callable[[], str | None]:
    """Who has what a noun phrase names that begins at a place: possessor, complement, or its sentence's subject."""
    low, clause = parts.low, parts.around.clause

    def found() -> str | None:
        word = low[at - 1] if at > parts.begin else ""
        if inner is not None:
            told = owner(clause.words[slice(*inner)], parts.around.names, clause.pronoun(inner[0]))
            return told if told is not None else " ".join(low[slice(*inner)])
        if word.endswith(POSSESSIVE):
            return _nearest(parts, at) or ANY
        if word in listed("pronouns"):
            subject = _subject(clause.words[parts.begin : at - 1])
            other = word != "their" and subject and subject[0].endswith("s") and not subject[0].endswith("ss")
            return ANY if other else clause.pronoun(at - 1)() or ANY  # "ducks winter on its 640 hectares"
        before = low[at - 2] if at - 2 >= parts.begin else ""
        if word in _HAVING and before and (before not in listed("prepositions") or before == "with"):
            return subject_of(parts, at - 1)()
        return ANY

    return found


def subject_of(parts: Parts, verb: int) -> Callable[[], str | None]:
    """The subject of the clause of a figure, which ends before a verb."""

    def found() -> str | None:
        words = _without_years(_subject(parts.around.clause.words[parts.begin : verb]))
        low = [word.lower() for word in words]
        if parts.begin and parts.low[parts.begin - 1] in ("which", "that", "who") and not low:
            return parts.around.clause.antecedent(parts.begin - 1)
        if low and words[-1].islower() and low[-1].endswith("s") and low[0] not in listed("definite") | _PLURAL:
            return None  # "Charter flights carried"
        if not low or low[0] in _PLURAL:
            return ANY if parts.begin == 0 or low else _carried(parts)
        if low[0] in _PERSONS and len(low) == 1:
            return SELF
        if "and" in low:
            return None
        occasion = low[-1] in ("edition", "season") or low[-1] in parts.around.names.nouns
        if (
            len(low) == _TWO
            and low[0] in ("the", "its", "that", "this")
            and low[-1] in listed("occasions")
            and occasion
        ):
            return SELF
        return owner(words, parts.around.names, parts.around.clause.pronoun(parts.begin))

    return found


def placed(parts: Parts) -> Callable[[], str | None] | None:
    """What stands behind "in" or "on" behind a figure, and is no time and not the article's own subject."""
    words = parts.around.behind[len(parts.around.behind) - len(parts.behind) :]
    if len(words) < 2 or words[0].lower() not in ("in", "at", "on", "of") or not words[1][:1].isalpha():
        return None
    stop = next((at for at, word in enumerate(words[1:], 1) if _closes(word)), len(words))
    bare = words[1:stop]
    counted = bare[:1] and (bare[0][:1].isdecimal() or bare[0].lower() in listed("indefinite"))
    noun = next((word.lower() for word in bare if word.lower() not in listed("definite")), "")
    if not bare or counted or noun in listed("no-topic") or any(map(is_year, bare)):
        return None
    if words[stop : stop + 1] == ["and"] and words[stop + 1 : stop + 2] and words[stop + 1].lower() in _BOTH:
        return lambda: None  # "in the choir and its school"
    told = owner(bare, parts.around.names, lambda: SELF)
    goods = told is None and words[0].lower() == "of"
    return None if told == SELF or goods else lambda: told


def _closes(word: str) -> bool:
    """Whether a word ends the noun phrase before it."""
    return not word[:1].isalnum() or word in _CLOSING or word in listed("plural-verbs") or past_of(word) is True


def noun_before(parts: Parts) -> Callable[[], str | None]:
    """What a noun phrase right before a measure names: "with a mirror 1.9 m across"."""

    def found() -> str | None:
        return _nearest(parts, parts.end)

    return found


def _nearest(parts: Parts, end: int) -> str | None:
    """What the noun phrase names that ends at a place, from its own article or capital on."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in parts.around.clause.words[parts.begin : end]]
    start = len(words) - 1
    while start > 0 and words[start].lower() not in listed("definite") | _HAVING:
        start -= 1
    if start < 0 or words[start].lower() not in listed("definite") | _HAVING:
        named = max((at for at, word in enumerate(words) if not word[:1].isupper()), default=-1) + 1
        return owner(words[named:], parts.around.names, lambda: None) if named < len(words) else None
    bare = ["the", *words[start + 1 :]] if words[start].lower() in _HAVING else words[start:]
    return owner(bare, parts.around.names, parts.around.clause.pronoun(parts.begin))


def _carried(parts: Parts) -> str | None:
    """The subject that a clause without one takes over from the clause before."""
    return parts.around.clause.opening(parts.begin) or ANY


def _subject(words: Sequence[str]) -> Sequence[str]:
    """The noun phrase that some words have before their verb, without the opening of the sentence and asides."""
    low = [word.lower() for word in words]
    end = len(low)
    while end and (low[end - 1] in listed("light") or low[end - 1].endswith("ly")):
        end -= 1
        if low[end] == ",":  # an aside: "its runway, laid in 1974, is"
            end = next((at for at in range(end - 1, -1, -1) if low[at] == ","), end)
    comma = next((at for at in range(end - 1, -1, -1) if low[at] == ","), -1)
    start = comma + 1
    verb = next((at for at in range(start + 1, end) if _is_verb(low[at])), end)
    return words[_phrase(words, start, verb) : verb]


def _is_verb(word: str) -> bool:
    return word in listed("finite") or past_of(word) is True or word in _PRESENT


def _phrase(words: Sequence[str], start: int, end: int) -> int:
    """Where the noun phrase before a verb begins: behind "At the 2001 census", "From its office at Ems", "Under it"."""
    low = [word.lower() for word in words]
    for at in range(end - 1, start - 1, -1):
        opens = low[at] in listed("definite") | listed("indefinite") | listed("pronouns")
        named = words[at][:1].isupper() and (at == start or not words[at - 1][:1].isupper())
        if (opens or named) and (at == start or low[at - 1] not in listed("prepositions") | listed("definite")):
            return at
    return start


def _without_years(words: Sequence[str]) -> list[str]:
    """A noun phrase without its year: "the 2014 edition", "the edition of 2014"."""
    found = [word for word in words if not is_year(word)]
    return found[:-1] if found and found[-1].lower() in listed("prepositions") else found
