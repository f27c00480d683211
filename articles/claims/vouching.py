"""Bare numbers behind which nothing stands that could be counted: one is read where something vouches for it.

"The toll reached 62" and "Oregon two" after "three inmates" are amounts; "he rose at six", "on 18 he lipped out" and
"numbered 60103, it" say what a thing is called, or when something was.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Kind, Number
from articles.claims.counts import ends_clause, is_counted, read_noun
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge
from articles.claims.year_context import word_sets
from articles.regex import regex

_BARE = frozenset(("number-digits", "number-words", "number-fraction", "number-range"))
_NEXT = regex(r"[ \u00a0]([a-z]+)")
_CITED = regex(r"(?:\[[^\]\n]{1,24}\]){1,4}")
"""Marks of references between a number and what it counts: "nine[122] hotels"."""
_SECOND = regex(r" and [−-]?[0-9][0-9,.]*")
"""The other end of a range that runs the wrong way: "between 300 and 200 people"."""
_TOLD_AGAIN = frozenset('("“0123456789')
_AGAIN = regex(
    r" (?:\((?:[0-9][0-9.,]*[ \u00a0]?(?:%|per ?cent)|[0-9]{1,3}(?:,[0-9]{3})*\))|[\"“][A-Za-z]|[0-9]+-[a-z])"
)
"""Behind a number: "twelve (12)", "45 (9 %)", "six “economic cities”", "four 256-entry tables"."""
_UNWORDED = regex(r"[^A-Za-z\n]{0,12}")
_WORDS = regex(r"[a-z]+(?<!\bnumber(?= [0-9]))")
"""The words of a sentence but for a "number" that makes a name of its figure: "the number 23 shirt"."""
_EARLIER = 4
"""How many claims before it may be dates that stand between a bare number and the amount it answers to."""
_REACH = 60
"""How far before a preposition the verb stands that it goes with: "rose in the same year to 62"."""
_FAR = 240
"""How far before it the amount stands to which a bare number answers."""
_WHERE = frozenset(("at", "on"))
"""Before the name of a place or a time: "his shot at 17 found the water", "it stands at 15 Nevsky Prospekt"."""
_QUOTES = frozenset("\"“‘'«")


class _Vouchers(NamedTuple):
    """The word lists of ``[vouchers]``."""

    before: frozenset[str]
    loose: frozenset[str]
    verbs: frozenset[str]
    after: frozenset[str]


@cache
def _vouchers() -> _Vouchers:
    lists = table("context")
    before, loose, verbs, after = (frozenset(phrases(lists["vouchers"][name])) for name in _Vouchers._fields)
    many = frozenset(phrases(lists["verbs-of-many"]["words"]))
    return _Vouchers(before | frozenset(phrases(lists["before-bare"]["words"])), loose, verbs, after | many)


def is_vouched(text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim is more than a bare number, or something beside it says that it is an amount.

    ``claims`` are those before it, to which it may answer: "125 seats in the House and 49 in the Senate".
    """
    value = claim.value
    if claim.pattern not in _BARE or not isinstance(value, Number) or value.amount.hedge is not Hedge.NONE:
        return True
    start, end = claim.span
    written = text[start:end]
    if "," in written or (claim.pattern[7] == "f" and not written[0].isdecimal()) or _opens_line(text, start):
        return True
    if text[start - 1] == "(" or _answers(text, start, claims):
        return True
    left = word_before(text, start)
    if claim.parts:
        return left.lower != "from" or _is_measured(text, left)
    if text.startswith((" of these ", " of those ", " of them"), end):
        return True
    if left.lower in _WHERE:
        placed = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        return not placed and _is_measured(text, left)
    if left.lower == "between" and (other := _SECOND.match(text, end)) is not None:
        return read_noun(text, other.end()) is not None or _is_measured(text, left)
    return _counts(text, end) or (text[start - 1] not in _QUOTES and _is_led(text, claim, left))


def _opens_line(text: str, start: int) -> bool:
    """Whether no word stands before a number in its line, as in a cell."""
    line = text.rfind("\n", max(0, start - 12), start) + 1
    return (line > 0 or start < 12) and _UNWORDED.fullmatch(text, line, start) is not None


def _counts(text: str, end: int) -> bool:
    """Whether something follows a number that it may count, or that says how many did something."""
    if text[end : end + 1] == "[" and (cited := _CITED.match(text, end)) is not None:
        end = cited.end()
    if not _ends(text, end) or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
        return True
    if text[end + 1 : end + 2] in _TOLD_AGAIN and text[end] == " " and _AGAIN.match(text, end) is not None:
        return True
    found = _NEXT.match(text, end)
    return found is not None and found[1] in _vouchers().after


def _ends(text: str, end: int) -> bool:
    """Whether the clause of a number ends with it, or its verb follows: "on 4th and 2 settled it"."""
    if ends_clause(text, end):
        return True
    found = _NEXT.match(text, end)
    return found is not None and found[1].endswith("ed") and not is_counted(text, end)


def _answers(text: str, start: int, claims: Sequence[Claim]) -> bool:
    """Whether another amount stands before it in the sentence."""
    for earlier in reversed(claims[-_EARLIER:]):
        at = earlier.span.end
        if start - at > _FAR or text.find(". ", at, start) >= 0 or text.find("\n", at, start) >= 0:
            return False
        if earlier.kind not in (Kind.DATE, Kind.ORDINAL):
            return True
    return False


def _is_led(text: str, claim: Claim, left: Left) -> bool:
    """Whether the words before a number lead to an amount: "a rate of", "killing", "rose to"."""
    word, known = left.lower, _vouchers()
    if not word:
        return True
    if word in known.loose:
        return _is_measured(text, left)
    if word in ("is", "was"):
        hour = claim.pattern == "number-words" and word_before(text, left.start).lower == "it"
        return not hour
    if word in known.before or word[-1] in ":=":
        return True
    noun = len(word) > 2 and word.isalpha() and left.word == word and word not in word_sets().stops
    return noun and "." in text[claim.span.start : claim.span.end]


def _is_measured(text: str, left: Left) -> bool:
    """Whether a verb or a noun of amounts stands before a preposition: "rose to", "the index stood in May at"."""
    before = text[max(0, left.start - _REACH) : left.start]
    sentence = before.rsplit("\n", 1)[-1].rsplit(". ", 1)[-1]
    if left.lower == "from":  # "from 640 in 1881 the population rose to 800"
        sentence += text[left.start : left.start + _REACH].split("\n", 1)[0].split(". ", 1)[0]
    return not _vouchers().verbs.isdisjoint(_WORDS.findall(sentence.lower()))
