"""Number words that are no number: "no one", "the second half", "Seven Years' War", "Channel Four"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.left import Left, word_before
from articles.claims.number_words import OF_SCALE, cardinals, fractions, ordinals, scales
from articles.claims.unit_spellings import spellings
from articles.claims.vocabulary import phrases, table
from articles.regex import regex
from articles.words import trie

_BLANKS = frozenset(" \u00a0-–")
DOUBTFUL = frozenset(("one", "zero", "half", "quarter"))
"""Words that are a number only before certain words."""

_WORD = regex(r"[a-z]+|[0-9]+")
_NEXT = regex(r"[ \u00a0-]([A-Za-z]+)")
_ONE_IN = regex(
    r"[ \u00a0](?:in|out of)[ \u00a0](?:every[ \u00a0])?"
    r"(?:[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)\b)"
)
_AND_NUMBER = regex(r"[ -]and[ -](?:an?|[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half)\b")
_QUARTERS = frozenset(("first", "last", "next", "past", "previous", "final"))
_QUARTER = regex(r"[ -](?:of (?:an?|the|all|its|their|his|her|those|these)|million|billion|mile|of)\b")
_BY = regex(r" (?:(?:to|from|since|over|last|this|after|during|compared|between)\b|in (?:[0-9]|an? |the ))")
"""After "by a fifth": the change is told further."""
_TOO_CLEVER = ("clever ", "good ", "wise ", "smart ", "clever-clever ")
"""Before "by half": it is a turn of speech."""
_CLAUSE_ENDS = (".", ",", ";", ")", "")
_CLAUSE_MARKS = frozenset(",.;:–—")
_CLAUSE_WORDS = frozenset(("and", "while", "but", "that", "whereas", "said", "found", "which", "whom"))
_SENTENCE_ENDS = '.:;!?”"'


class _Words(NamedTuple):
    """``after_one`` and ``after_half`` make a number of the word before them; ``not_half`` before "half" do not."""

    after_one: frozenset[str]
    after_half: frozenset[str]
    before_half: frozenset[str]
    not_one: frozenset[str]
    not_half: frozenset[str]
    labels: frozenset[str]
    before_share: frozenset[str]
    before_one: frozenset[str]
    after_share: frozenset[str]


@cache
def _words() -> _Words:
    lists, guards = table("numbers"), table("guards")
    known = spellings()
    after_one = frozenset((*known.words, *known.times, *fractions(), *phrases(lists["doubtful"]["after-one"])))
    after_one -= frozenset(phrases(lists["doubtful"]["never-after-one"]))
    names = ("after-half", "before-half", "not-one", "not-half")
    half, before_half, not_one, not_half = (frozenset(phrases(lists["doubtful"][name])) for name in names)
    labels = frozenset((*phrases(guards["labels"]["words"]), *phrases(guards["number-words"]["before"])))
    share = frozenset(phrases(lists["doubtful"]["before-share"]))
    before_one = frozenset(phrases(lists["doubtful"]["before-one"]))
    after_share = frozenset(phrases(lists["doubtful"]["after-share"]))
    half |= after_one | after_share
    return _Words(after_one, half, before_half, not_one, not_half, labels, share, before_one, after_share)


def is_number(text: str, end: int, word: str, left: Left) -> bool:
    """Whether "one", "zero", "half" or "quarter" ending at a place is a number here."""
    words = _words()
    following = _NEXT.match(text, end)
    after = following[1].lower() if following is not None else ""
    if word.lower() == "quarter":
        if left.lower in ("a", "one") and after in words.after_share and _opens_clause(text, left):
            return True
        return left.lower != "the" and _QUARTER.match(text, end) is not None
    if word.lower() == "half":
        return _is_half(text, end, left, after)
    if left.lower in words.not_one:
        only = left.lower == "only" and word_before(text, left.start).lower != "the"
        return (only or left.lower == "that") and _ONE_IN.match(text, end) is not None
    if left.lower == "minus" or (left.lower in words.before_one and word.lower() == "one"):
        return True
    if after == "and" and _AND_NUMBER.match(text, end) is None:
        return False  # "one and the same"
    return after in words.after_one or _ONE_IN.match(text, end) is not None


def _is_half(text: str, end: int, left: Left, after: str) -> bool:
    """Whether "half" is a number between the words before it and the one after it."""
    words = _words()
    told = left.lower not in words.not_half
    if text.startswith(" (", end) and text[end + 2 : end + 3].isdecimal():
        return told
    if left.lower == "by" and not text.endswith(_TOO_CLEVER, 0, left.start):
        return after in ("a", "an", "of") or text[end : end + 1] in _CLAUSE_ENDS or _BY.match(text, end) is not None
    if after in words.after_share:
        return left.lower in words.before_half or _starts_clause(left)
    if left.lower == "and":
        told = after == "of" or OF_SCALE.match(text, end) is not None
    return left.lower in words.before_half or (after in words.after_half and told)


def is_share(text: str, end: int, left: Left) -> bool:
    """Whether an ordinal that "a" opens is a fraction: "a fifth of", "by a fifth.", and not "a fifth was built"."""
    if text.startswith(" of ", end):
        return True
    before = word_before(text, left.start).lower
    verb = _NEXT.match(text, end) if text[end : end + 1] == " " else None
    if verb is not None and verb[1] in _words().after_share and _opens_clause(text, left):
        return True
    if text[end : end + 1] not in _CLAUSE_ENDS and not text.startswith(" (", end):
        return before == "by" and _BY.match(text, end) is not None
    return before in _words().before_share or not text[: left.start].strip()


def _opens_clause(text: str, left: Left) -> bool:
    """Whether "a" opens a clause, a hedge before it or none: "About a third were", "and a quarter say"."""
    before = word_before(text, left.start)
    if before.lower in _words().before_share:
        before = word_before(text, before.start)
    return _starts_clause(before)


def _starts_clause(before: Left) -> bool:
    return not before.word or before.word[-1] in _CLAUSE_MARKS or before.lower in _CLAUSE_WORDS


@cache
def _idioms() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """What stands before and after the number word of each idiom, by that word and the next one, if there is one."""
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for idiom in phrases(table("guards")["idioms"]["words"]):
        for word in _WORD.finditer(idiom):
            if (
                word[0] == "half"
                or word[0].isdecimal()
                or word[0] in cardinals()
                or word[0] in scales()
                or word[0] in ordinals()
            ):
                following = _NEXT.match(idiom, word.end())
                key = word[0], "" if following is None else following[1]
                found[key] = (*found.get(key, ()), (idiom[: word.start()], idiom[word.end() :]))
    return found


@cache
def idiom_figures() -> frozenset[str]:
    """The figures in digits that stand in a turn of speech: "gave 110 per cent"."""
    return frozenset(word for word, _ in _idioms() if word.isdecimal())


def in_idiom(text: str, start: int, end: int, word: str) -> bool:
    """Whether a number word is a part of a turn of speech: "thanks a million", "on cloud nine"."""
    following, name = _NEXT.match(text, end), word.lower()
    known = _idioms().get((name, ""), ())
    if following is not None:
        known += _idioms().get((name, following[1].lower()), ())
    for before, after in known:
        at, stop = start - len(before), end + len(after)
        if at >= 0 and text[at:start].lower() == before and text[end:stop].lower() == after:
            return not text[stop : stop + 1].isalpha() and not text[at - 1 : at].isalpha()
    return False


def is_hour(text: str, end: int, word: str) -> bool:
    """Whether a number word that ends at a place tells the hour: "two o'clock", "nine and ten p.m.", "nine-fifteen"."""
    return word in _hours() and text[end : end + 1] in _BLANKS and _hour().match(text, end) is not None


@cache
def _hours() -> frozenset[str]:
    return frozenset(phrases(table("guards")["hours"]["words"]))


@cache
def _hour() -> re.Pattern[str]:
    lists = table("guards")["hours"]
    hours, minutes, after = (f"(?:{trie(phrases(lists[name]))})" for name in ("words", "minutes", "after"))
    return re.compile(rf"(?:(?: and | or | to |-|–){hours})?[ \u00a0-]{after}(?![a-z])|-{minutes}(?![a-z-])")


def is_hyperbole(text: str, end: int) -> bool:
    """Whether "a thousand" that ends at a place says no more than "very many": "a thousand excuses"."""
    following = _NEXT.match(text, end)
    return following is not None and following[1] in _very_many()


@cache
def _very_many() -> frozenset[str]:
    return frozenset(phrases(table("guards")["hyperbole"]["words"]))


def _after_label(text: str, left: Left) -> bool:
    """Whether "and" joins a number word to one that a label opens: "counts one and three"."""
    first = word_before(text, left.start)
    label = word_before(text, first.start).lower
    return first.lower in cardinals() and (label in _words().labels or label == "counts")


def in_name(text: str, start: int, word: str, left: Left) -> bool:
    """Whether a number word is part of a name ("Seven Years' War", "Channel Four") or of a row of number words."""
    if left.lower in cardinals() or left.lower in _words().labels or (left.lower == "and" and _after_label(text, left)):
        return True
    if left.lower in _QUARTERS and text.startswith(" quarters", start + len(word)):
        return True  # of a year: "the first three quarters of 2010"
    if not word[0].isupper():
        return False
    following = _NEXT.match(text, start + len(word))
    if following is not None and following[1][0].isupper():
        return True
    return bool(left.word) and left.word[-1] not in _SENTENCE_ENDS
