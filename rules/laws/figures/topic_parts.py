"""The parts of the clause in which a figure stands, and of which time it is told there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from articles.claims.claim import Number, Percent
from rules.laws.figures.figure_clause import POSSESSIVE, Around, closed, is_year, past_of
from rules.laws.figures.property_words import listed
from rules.laws.nouns import head

_NEAR = 5
_ROW = 9
_FRAME = 7
_FEW = 4
_FEWEST = 2
_OPENING = 7
_OPENERS = frozenset(
    ("in", "by", "between", "before", "after", "during", "at", "on", "from", "for", "as", "until", "since")
)
_WITH_OTHERS = frozenset(("included", "including", "standing", "excluding", "excluded", "inclusive"))
_ASIDE = 8
_ORDINALS = frozenset(("first", "second", "third", "last"))
_PERIODS = frozenset(("year", "season", "week", "month", "day", "decade", "edition", "century"))
_UNITS = frozenset(("km", "m", "mi", "ft", "yd", "cm"))


class Parts(NamedTuple):
    """The words before a figure in its clause, from ``begin`` to ``end``, the noun counted and the words behind it."""

    around: Around
    begin: int
    end: int
    noun: str
    mods: frozenset[str]
    behind: Sequence[str]
    full: int
    """Where the words before the figure end; ``end`` is before the first of a row: "12 in 1952 and 14 in 2005"."""

    @property
    def low(self) -> Sequence[str]:
        """The words of the sentence before the figure."""
        return self.around.low

    @property
    def definite(self) -> bool:
        """Whether the figure stands behind "the", "its", "all", "the lake's"."""
        words = list(self.low[self.begin :])
        while words and words[-1] in listed("hedges") - listed("definite") - {"all"}:
            words.pop()
        return bool(words) and (words[-1] in listed("definite") | {"all"} or words[-1].endswith(POSSESSIVE))

    def narrowed(self, start: int, *, phrase: bool = False, besides: str = "") -> bool:
        """Whether a word of another time, extent or source stands in the clause of the figure from a place on.

        Of a ``phrase`` ("the crew of 286") the verb behind it tells nothing.
        """
        start = self.wide if start == self.begin and not phrase else start
        ahead = self.around.clause.words[start : self.full]
        behind = list(_to_the_end(self.behind, phrase=phrase))
        if not _WITH_OTHERS.isdisjoint(self.behind[:_ASIDE]):
            return True
        told = [*ahead, *self.mods, *behind]
        words = {word.lower() for word in (*ahead, *self.mods) if word != "May"} | set(behind) - {"may"}
        dated = listed("relative-times") | listed("seasons-topic") if any(map(is_year, told)) else frozenset[str]()
        harmless = listed("not-narrowing") | dated
        harmless |= self.around.names.nouns | self.around.names.title | ({"then"} if phrase else frozenset())
        harmless |= frozenset(besides.split()) | {each.split()[0] for each in _first_of([*ahead, *behind])}
        if "fell on" in " ".join(told):
            harmless |= {"fell"}
        return not words.isdisjoint((listed("strong") | listed("loose") | listed("narrowing")) - harmless)

    @property
    def percent(self) -> bool:
        """Whether the figure is a share."""
        return isinstance(self.around.claim.value, Percent)

    @property
    def goods(self) -> str:
        """What the things counted are of: "212 species of plants"."""
        words = self.behind[:3]
        if not isinstance(self.around.claim.value, Number) or words[:1] != ["of"] or len(words) < _FEWEST:
            return ""
        return head(words[1]) if words[1].isalpha() and words[1] not in listed("definite") else ""

    @property
    def wide(self) -> int:
        """Where the sentence of the clause begins, as far as it is joined to it by "and"."""
        return clause_start(self.low, joined=True)

    def says_nothing(self, word: str) -> bool:
        """Whether an adjective leaves a noun what it is."""
        return is_year(word) or word in listed("neutral") | listed("neutral-topic") or word in self.around.names.title


def parts_of(around: Around) -> Parts | None:
    """The parts of the clause of a figure; None where the noun that it counts is not to be had."""
    value, behind = around.claim.value, around.low_behind
    noun, mods = "", frozenset[str]()
    if isinstance(value, Number) and value.noun is not None:
        noun = head(value.noun)
        at = next((at for at, word in enumerate(behind[:_NEAR]) if head(word) == noun), None)
        if at is None or not all(word.isalpha() for word in behind[:at]):
            return None
        mods = frozenset(behind[:at]) - listed("neutral") - listed("neutral-topic")
        behind = behind[at + 1 :]
        if noun == "member" and {"the", "all"} & set(around.low[-2:]) and behind[:1] == ["of"] and behind[2:3]:
            noun, behind = head(behind[2]), behind[3:]  # "all 29 members of her crew"
    elif behind[:1] == ["of"] and len(behind) > 1:
        words = list(takewhile(lambda word: word.isalpha() and not closed(word), behind[1:]))
        last = len(words) > 1 and (words[-1].endswith("ed") or words[-1] in listed("irregular"))
        words = words[:-1] if last else words
        noun = head(words[-1]) if 0 < len(words) < _NEAR else ""
        behind = behind[len(words) + 1 :] if noun else behind
    begin = clause_start(around.low)
    return Parts(around, begin, _row_start(around, begin), noun, mods, behind, around.end)


def framed(around: Around) -> bool:
    """Whether the clause of a figure opens with a place or another frame of less than all: "From the dam at Ems it"."""
    begin = clause_start(around.low)
    words = list(takewhile(lambda word: word != ",", around.low[begin : min(begin + _FRAME, around.end)]))
    if words == ["with"] and begin == 0:
        return False  # "With 84 players the band is"
    if words and words[0] in ("with", "without", "including", "counting"):
        return "it" in words[1:2] or not {"its", "her", "his", "their", "a", "an"} & set(words[1:2])
    if len(words) < _FEWEST or words[0] not in listed("frames") or any(map(is_year, words)):
        return False
    own = listed("pronouns") | around.names.nouns | around.names.title
    return own.isdisjoint(words[1:_FEW])


def _row_start(around: Around, begin: int) -> int:
    """Where the first figure of a row stands that ends with the figure: "covered 17 km² in 1952 and 14 km² in 2005"."""
    low, end = around.low, around.end
    for at in range(end - 1, begin, -1):
        word = low[at]
        if word in ("2", "3") and low[at - 1] in _UNITS:
            continue
        if word[:1].isdecimal() and not is_year(word):
            rest = low[at + 1 : end]
            if len(rest) > 1 and rest[-1] in ("and", ",", "but", "to") and any(map(is_year, rest)):
                return _row_start_before(low, begin, at)
            return end
        if not (
            is_year(word)
            or word in ("in", "and", ",", "but", "by", "to", "at", "million", "billion")
            or end - at < _ROW
        ):
            return end
    return end


def _row_start_before(low: Sequence[str], begin: int, at: int) -> int:
    while at > begin and low[at - 1] in listed("hedges") | frozenset("$€£"):
        at -= 1
    return at


def clause_start(low: Sequence[str], *, joined: bool = False) -> int:
    """Where the clause begins that the last of some words stand in."""
    for at in range(len(low) - 1, -1, -1):
        word, rest = low[at], low[at + 1 :]
        if word == "which" and all(
            each in listed("topic-glue") or each in listed("light") or is_year(each) for each in rest
        ):
            continue  # "deposits, which had stood at"
        if word == "–" and low[at - 1 : at] and is_year(low[at - 1]):
            continue
        if word == "as" and rest and rest[0] not in listed("definite") | listed("pronouns"):
            continue
        if word in listed("clause-marks") or (word == "and" and not joined and _has_verb(rest)):
            return at + 1
    return 0


def _has_verb(words: Sequence[str]) -> bool:
    """Whether what follows an "and" has a verb or a subject of its own."""
    if not words:
        return False
    opens = words[0] in listed("pronouns") or words[0] in ("the", "there", "a", "an", "in", "on", "at")
    return opens or past_of(words[0]) is not None


def _to_the_end(words: Sequence[str], *, phrase: bool = False) -> Iterator[str]:
    """The words behind a figure as far as its clause goes."""
    for word in words:
        if word in listed("clause-marks") or word in (",", ".", "and", "or"):
            return
        if phrase and (word in listed("finite") or word in ("never", "not", "still", "also", "all")):
            return
        yield word


def times(parts: Parts, start: int, *, yearly: bool, told: bool = True) -> frozenset[str]:
    """The time of a figure: told in its noun phrase, right behind it, in its clause, or where its sentence opens."""
    low, begin, full = parts.low, parts.begin, parts.full
    found = _times(low[start:full]) if parts.end == full else frozenset()
    behind = list(_to_the_end(parts.behind, phrase=True)) if parts.definite else parts.behind
    return found or _first_times(behind) or _ahead(parts, low, begin, full, yearly=yearly, told=told)


def _ahead(parts: Parts, low: Sequence[str], begin: int, full: int, *, yearly: bool, told: bool) -> frozenset[str]:
    if parts.end < full:
        return _times(low[parts.end : full])
    opens = low[begin : begin + 1] and (low[begin] in _OPENERS or is_year(low[begin]))
    when = low[begin - 1 : begin] in (["when"], ["where"])
    if not yearly and not told:
        return frozenset()
    if not yearly and not opens and begin:
        nearest = low[max(begin - _NEAR, 0) : begin] if when else low[:begin] if low[0] in _OPENERS else []
        return _times(nearest)
    opened = (low[begin : min(begin + _OPENING, full)] if opens else []) if not yearly else low[begin:full]
    found = _times(opened)
    if found or not yearly:
        return found
    opening = low[:begin]
    comma = next((at for at, word in enumerate(opening) if word == ","), len(opening))
    led = opening[:1] and opening[0] in _OPENERS
    return _times(opening[:comma]) if led else _times(opening[-_NEAR:])


def _first_times(behind: Sequence[str]) -> frozenset[str]:
    """The first time behind a figure, as far as the comma or the figure that follows."""
    words: list[str] = []
    for at, word in enumerate(behind):
        other = word[:1].isdecimal() and not is_year(word) and behind[at - 1 : at] != ["–"]
        if word in listed("clause-marks") - {"(", ")", "–"} or other:
            break
        if (word in (",", "and", "(") or word in listed("finite")) and any(map(is_year, words)):
            break
        if word == "and" or (word == "," and at > _NEAR):
            break
        words.append(word)
    return _times(words)


def _first_of(words: Sequence[str]) -> Iterator[str]:
    """The time that "in the first year" is."""
    for one, other in pairwise(words):
        if one in _ORDINALS and other in _PERIODS:
            yield f"{one} {other}"


def _times(words: Sequence[str]) -> frozenset[str]:
    years = frozenset(word for word in words if is_year(word)) | frozenset(_first_of(words))
    if not years:
        return years
    ranged = any(one in ("–", "-", "/") for one in words)
    return (
        years
        | (frozenset(words) & (listed("moments") | listed("seasons-topic")))
        | ({"range"} if ranged else frozenset())
    )
