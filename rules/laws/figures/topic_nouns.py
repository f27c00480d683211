"""What a figure is of by a noun or an adjective: "an attendance of 48,000", "a mirror 1.9 m across"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articles.claims.claim import Number, Percent
from rules.laws.figures.clause_owner import SELF
from rules.laws.figures.clause_owner import owner as clause_owner
from rules.laws.figures.figure_clause import POSSESSIVE, closed, is_year, past_of
from rules.laws.figures.property_words import ends, lexicon, listed, sort_of, told_as
from rules.laws.figures.topic import Topic, count_of
from rules.laws.figures.topic_owner import noun_before, owner_of, subject_of
from rules.laws.figures.topic_parts import Parts, times
from rules.laws.nouns import head

_NEAR = 5
_MODS = 3
_SHORTEST = 4
_FAR = 8
_NO_NOUNS = ("definite", "pronouns", "indefinite")
_COMPLEMENT = frozenset(
    ("of", "for", "to", "from", "in", "by", "with", "without", "between", "on", "at", "into", "including")
)
_PLAIN_SORTS = {"area": "area", "volume": "volume", "power": "power", "mass": "mass"}
"""What an amount of a thing is that no word names: "the reserve's 1,270 km²"."""


def governed(parts: Parts) -> Topic | None:
    """Read "an attendance of 48,000", "the harvest came to 2 million tonnes", "deposits, which were £4 million"."""
    low, begin = parts.low, parts.begin
    at, glue = _glued(parts)
    if at <= begin or not glue:
        return None
    phrase = set(glue) == {"of"}
    end, inner = (at, None) if phrase else _inner(low, begin, at)
    if end <= begin or (inner is not None and low[end] in ("with", "without", "including")) or _no_noun(low[end - 1]):
        return None
    if low[end - 1] == "number" and inner is not None:
        return _number_of(parts, end, inner, glue)
    found = ends(low[begin:end], lexicon().nouns.get(low[end - 1], ()), parts.around.claim)
    opened = (found[1].name, found[1].yearly) if found else _open_noun(parts, low[end - 1])
    start = end - (len(found[0]) if found else 1)
    first = start
    while first > begin and start - first < _MODS and _adjective(low[first - 1]):
        first -= 1
    told = phrase and (low[first - 1] in listed("definite") if first > begin else False)
    if opened is None or parts.narrowed(max(first - 1, begin) if told else begin, phrase=told):
        return None
    return _named(parts, opened, (first, start, end), inner, glue)


def _no_noun(word: str) -> bool:
    return not word.isalpha() or closed(word) or any(word in listed(name) for name in _NO_NOUNS)


def _named(
    parts: Parts, made: tuple[str, bool], at: tuple[int, int, int], inner: tuple[int, int] | None, glue: list[str]
) -> Topic:
    """The topic by its noun, with the adjectives before it and the complement behind it."""
    (name, yearly), (first, start, end), low = made, at, parts.low
    mods = sorted({lexicon().same.get(word, word) for word in low[first:start] if not parts.says_nothing(word)})
    if parts.percent:
        mods = [word for word in mods if word != "adult"]
    name = told_as().get(name, name)
    if inner is not None and low[end] != "of":  # "exports to the mainland" are others
        name, inner = f"{name} {' '.join(low[end : inner[1]])}", None
    goods = parts.noun if not isinstance(parts.around.claim.value, Number | Percent) else ""
    if inner is not None and inner[1] - inner[0] == 1 and name in listed("flows"):  # "exports of copra were"
        goods, inner = head(low[inner[0]]), None
    if name in listed("flows") and low[start - 1] in mods and not goods:  # "the wheat harvest was"
        goods, mods = head(low[start - 1]), [word for word in mods if word != low[start - 1]]
    definite = first > parts.begin and (low[first - 1] in listed("definite") or low[first - 1].endswith(POSSESSIVE))
    tense = next((told for word in glue if (told := past_of(word)) is not None), None)
    when = times(parts, first, yearly=yearly, told=not (set(glue) == {"of"} and definite))
    owner = owner_of(parts, first, inner)
    return Topic(" ".join((*mods, name)), yearly, owner, when, tense, definite, goods)


def _glued(parts: Parts) -> tuple[int, list[str]]:
    """Where the noun ends behind which a figure stands, and the words between that tie the two."""
    low, at = parts.low, parts.end
    glue = []
    while at > parts.begin:
        word = low[at - 1]
        if word in listed("topic-glue"):
            glue.append(word)
        elif not (word in listed("hedges") or is_year(word) or word in listed("time-glue")):
            break
        at -= 1
    if set(glue) <= {"to", ",", "at"} and listed("bringing").isdisjoint(low[parts.begin : at]):
        return at, []
    return at, [word for word in glue if word != ","]


def _inner(low: Sequence[str], begin: int, at: int) -> tuple[int, tuple[int, int] | None]:
    """Where a noun phrase ends before its "of the lake", and where that stands."""
    cut = next((each for each in range(at - 2, max(begin, at - _FAR), -1) if low[each] in _COMPLEMENT), None)
    if cut is None or is_year(low[cut + 1]) or not all(word[:1].isalpha() for word in low[cut + 1 : at]):
        return at, None
    end, wider = _inner(low, begin, cut)
    return end, (wider[0], at) if wider else (cut + 1, at)


def _adjective(word: str) -> bool:
    if any(word in listed(name) for name in ("definite", "indefinite", "pronouns")) or closed(word):
        return False
    return (word[:1].isalpha() or is_year(word)) and not word.endswith(POSSESSIVE) and past_of(word) is not True


def _open_noun(parts: Parts, noun: str) -> tuple[str, bool] | None:
    """The property that any noun names: a harvest in tonnes, an indemnity in thalers."""
    value = parts.around.claim.value
    sort = sort_of(parts.around.claim)
    if (
        sort is None
        or (isinstance(value, Number) and parts.noun)
        or len(noun) < _SHORTEST
        or noun in listed("no-topic")
    ):
        return None
    if isinstance(value, Number) and noun.endswith("s"):
        return count_of(head(noun))
    return f"{head(noun)} {sort}", noun not in listed("lasting-nouns")


def _number_of(parts: Parts, end: int, inner: tuple[int, int], glue: list[str]) -> Topic | None:
    """Read "the number of inhabitants was 8,120"."""
    words = parts.low[slice(*inner)]
    if not words or any(closed(word) or not word.isalpha() for word in words):
        return None
    name, yearly = count_of(head(words[-1]))
    mods = sorted(set(words[:-1]) - listed("neutral"))
    tense = next((told for word in glue if (told := past_of(word)) is not None), None)
    if parts.narrowed(end - 1 if "to" in glue else parts.begin):
        return None
    when = times(parts, end - 1, yearly=yearly)
    return Topic(" ".join((*mods, name)), yearly, owner_of(parts, end - 1, None), when, tense, True)


def raised_to(parts: Parts) -> Topic | None:
    """Read "At 52 m the bell tower is", "at 52 m, the tower"."""
    behind, low = parts.around.behind, parts.low
    if low[parts.begin : parts.end] != ["at"] or sort_of(parts.around.claim) != "length":
        return None
    words = list(behind[1:] if behind[:1] == [","] else behind)
    stop = next((at for at, word in enumerate(words) if word.lower() in listed("finite") or past_of(word.lower())), 0)
    noun = words[stop - 1].lower() if stop else ""
    name = lexicon().natural.get(noun)
    if name not in ("height", "elevation", "length"):
        return None
    told = clause_owner(words[:stop], parts.around.names, lambda: SELF)
    return Topic(name, False, lambda: told, frozenset(), None, False) if told else None


def possessed(parts: Parts) -> Topic | None:
    """Read "the reserve's 1,270 km²", "over its 1,270 km²", "the 380 kg of the bell"."""
    sort = sort_of(parts.around.claim)
    word = parts.low[parts.full - 1] if parts.full > parts.begin else ""
    complement = parts.around.article_word and parts.around.low_behind[:2] == ["of", "the"]
    if sort not in _PLAIN_SORTS or not (complement or word.endswith(POSSESSIVE) or word in ("its", "their")):
        return None
    name = _PLAIN_SORTS[sort]
    owner = owner_of(parts, parts.full, None)
    if complement:
        whose = list(takewhile(lambda word: word.isalpha() and not closed(word.lower()), parts.around.behind[1:]))
        owner = lambda: clause_owner(whose, parts.around.names, lambda: SELF)  # noqa: E731
    return (
        None
        if parts.narrowed(parts.full, phrase=True)
        else Topic(name, False, owner, frozenset(), None, True, "" if complement else parts.noun)
    )


def in_goods(parts: Parts) -> Topic | None:
    """Read "gave out $7 million in grants"."""
    words = parts.behind
    if sort_of(parts.around.claim) != "money" or words[:1] != ["in"] or len(words) < 2 or not words[1].isalpha():
        return None
    noun = words[1]
    if closed(noun) or len(noun) < _SHORTEST or not listed("no-topic").isdisjoint((noun,)):
        return None
    if closed(words[2]) or not words[2].isalpha() if len(words) > 2 else True:
        start = parts.begin
        return (
            None
            if parts.narrowed(start)
            else Topic(
                f"{head(noun)} money", True, subject_of(parts, parts.end), times(parts, start, yearly=True), None, False
            )
        )
    return None


def measured(parts: Parts) -> Topic | None:
    """Read "is 2,410 m in length", "2,350 m long", "a mirror 1.9 m across"."""
    words, low, end = parts.behind, parts.low, parts.end
    for phrase, made in lexicon().behind.get(words[0] if words else "", ()):
        if tuple(words[: len(phrase)]) == phrase and made.fits(parts.around.claim):
            if end == parts.begin or parts.narrowed(parts.begin):
                return None
            if low[end - 1] in listed("being"):
                start = end - 1
                when = times(parts, start, yearly=made.yearly)
                return Topic(made.name, made.yearly, subject_of(parts, start), when, past_of(low[start]), False)
            if low[end - 1].isalpha() and not closed(low[end - 1]):
                return Topic(
                    made.name, made.yearly, noun_before(parts), times(parts, end, yearly=made.yearly), None, False
                )
            return None
    return None
