"""Counts, shares and votes: "12 ministers", "41 of 193 members", "one in five", "53 votes to 47"."""

from __future__ import annotations

from functools import cache

from articles.claims import value_claims as make
from articles.claims.amounts import TOKEN, Amount, Part, read_part, read_word_part
from articles.claims.claim import Claim, Kind, Number
from articles.claims.count_guards import withheld
from articles.claims.counts import ends_clause, one_in, out_of, read_noun
from articles.claims.guards import coded, opens
from articles.claims.left import Left, word_before
from articles.claims.lists import read_listed
from articles.claims.named_amounts import is_crew
from articles.claims.numerals import ZERO
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge, Written
from articles.regex import regex
from articles.textmap import ProseSpan

_VARIABLE = regex(r"(?:^|[^(A-Za-z])[A-Za-z] $")
"""Before "=": "for x = 0"; in brackets it may be how many were looked at, "(n = 25)"."""
_LAST = frozenset(("last", "final"))
_STAGES = frozenset((4, 8, 16, 32, 64, 128))
"""How many are left in a contest: "the last 16"."""
_LARGEST_SIZE = 60
_SIZED = frozenset(
    (
        "class",
        "sample",
        "group",
        "family",
        "household",
        "crowd",
        "population",
        "average",
        "mean",
        "in",
        "of",
        "party",
        "litter",
    )
)
"""Before "size 30": it is a count, and no size of a shoe."""
_SINGULAR = regex(r" (?:is|was|has|does)\b")
_VOTES_TO = regex(r"( votes?)? to (?=[0-9])")
_SCORED = regex(r" to (?:[0-9]{1,3}|nil|love|none|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w,.%-]*\w)")
_CLAUSE = regex(r"[.;:\n]")
_LETTERS = regex(r"[a-z]+")
_NO_NOUN = ("ed", "ing", "ly", "s")
_LARGEST_NAME = 10_000
_TO_THE_HOUR = frozenset(("quarter", "twenty", "twenty-five", "minutes", "midnight", "noon", "dawn", "midday"))
_MINUTES = frozenset(("five", "ten"))
_PAST = (" past ", " minutes past ")
_CREWS = (2, 4, 8)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(phrases(table("guards")[name]["words"]))


def read_count(text: str, amount: Amount, hedge: Hedge, left: Left) -> Claim | int:
    """The count or plain number of an amount without a unit, or where reading goes on past a withheld one."""
    if amount.form == "score":
        return _vote(text, amount) if _beside(text, amount, "votes") else _code_end(text, amount)
    past = withheld(text, amount, left)
    if past or (amount.form == "range" and _score(text, amount, hedge, left)):
        return past or amount.end
    return _shared(text, amount, hedge, left)


def _score(text: str, amount: Amount, hedge: Hedge, left: Left) -> bool:
    """Whether two numbers joined by a dash may be a score: beside a word of games, or small with no noun."""
    if amount.parts[1].power or left.lower == "between":
        return False
    small = amount.top < 20 and hedge is Hedge.NONE and left.lower != "from" and text[amount.end - 1].isdecimal()
    return _beside(text, amount, "scores") or (small and read_noun(text, amount.end) is None)


def _code_end(text: str, amount: Amount) -> int:
    return coded(text, amount.end) if text[amount.end - 1].isalnum() else amount.end


def _beside(text: str, amount: Amount, name: str) -> bool:
    """Whether a word of a list stands within a few words of an amount."""
    words = _words(name)
    before = _CLAUSE.split(text[max(0, amount.start - 30) : amount.start])[-1]
    after = _CLAUSE.split(text[amount.end : amount.end + 16])[0]
    return any(word in words for word in _LETTERS.findall(f"{before} {after}".lower()))


def _vote(text: str, amount: Amount) -> Claim:
    return _pair(amount.parts[0], amount.parts[1], amount.start, amount.end, "votes", "vote")


def _pair(first: Part, second: Part, start: int, end: int, noun: str | None, pattern: str) -> Claim:
    """Two numbers that belong together: the value is the first one's."""
    claims = tuple(
        Claim(Kind.NUMBER, ProseSpan(p.start, p.end), Number(_point(p), noun), "part") for p in (first, second)
    )
    return Claim(Kind.NUMBER, ProseSpan(start, end), Number(_point(first), noun), pattern, claims)


def _point(part: Part) -> Written:
    return Written(part.value, part.value, ZERO if part.step == 1 else part.step)


def _shared(text: str, amount: Amount, hedge: Hedge, left: Left) -> Claim | int:
    """A share ("41 of 193"), a vote ("53 votes to 47"), a count or a plain number."""
    end = amount.end
    if not amount.parts and hedge is Hedge.NONE and text[end : end + 1] == " ":
        first = Part(amount.start, end, amount.value, amount.step)
        votes = _VOTES_TO.match(text, end)
        told = votes is not None and (votes[1] or _beside(text, amount, "votes"))
        if votes is not None and told and (second := _part_at(text, votes.end())) is not None:
            return _pair(first, second, amount.start, second.end, "votes", "vote")
        whole = _whole(text, first)
        if whole is not None:
            return _pair(first, whole, amount.start, whole.end, read_noun(text, whole.end), "x-of-n")
    elif amount.form == "words" and text[end : end + 1] == " ":
        first = Part(amount.start, end, amount.value, amount.step)
        whole = _whole(text, first) if text.startswith(" out of ", end) else _every(text, first)
        if whole is not None:
            share = _pair(first, whole, amount.start, whole.end, read_noun(text, whole.end), "x-of-n")
            told = make.number(text, amount, hedge, None).value
            return share._replace(value=told)
    noun = read_noun(text, end)
    if noun is None and not amount.parts and (listed := read_listed(text, amount, hedge)) is not None:
        return listed
    if noun is not None and (past := _uncounted(text, amount, noun, left)):
        return past
    if noun is None and (hedge is Hedge.NONE or _about_the_hour(text, amount, left)):
        vague = _pronoun(text, amount, left) or _yearlike(text, amount) or _named_by(text, amount, left)
        if vague:
            return end
    return make.number(text, amount, hedge, noun)


def _pronoun(text: str, amount: Amount, left: Left) -> bool:
    """Whether a number word stands for things named before ("the two") or for the hour ("at nine")."""
    if amount.form == "digits":
        return amount.whole and left.lower in ("a", "an") and ends_clause(text, amount.end)  # "he hit a 180"
    if amount.form != "words" or amount.value > 12:
        return False
    if _about_the_hour(text, amount, left):
        return True
    if text[amount.start].isupper() and amount.value > 1 and _SINGULAR.match(text, amount.end):
        return True  # "Eleven was a favourite"
    if text.startswith(_PAST, amount.end) or (amount.value in _CREWS and is_crew(left)):
        return True  # "five past ten", "the women's eight"
    return _to_the_hour(text, left) or left.lower in _words("pronouns")


def _uncounted(text: str, amount: Amount, noun: str, left: Left) -> int:
    """Where reading goes on past a figure that counts none of what its noun names; 0 where it counts them."""
    if _named_year(text, amount, noun) or _is_single(text, amount, noun):
        return amount.end
    end = amount.end + 1 + len(noun)
    return _played(text, end, noun) if text.startswith(" to ", end) and left.lower != "from" else 0


def _played(text: str, end: int, noun: str) -> int:
    """Where a score ends that a noun of games splits: "four games to two", "three sets to love"; 0 where it is none."""
    if noun not in _words("played"):
        return 0
    other = _SCORED.match(text, end)
    return 0 if other is None or read_noun(text, other.end()) is not None else other.end()


def _to_the_hour(text: str, left: Left) -> bool:
    """Whether "to" stands between minutes and the hour: "quarter to ten", "at ten to three"."""
    if left.lower != "to":
        return False
    minutes = word_before(text, left.start)
    at = minutes.lower in _MINUTES and word_before(text, minutes.start).lower == "at"
    return at or minutes.lower in _TO_THE_HOUR


def _about_the_hour(text: str, amount: Amount, left: Left) -> bool:
    """Whether a number word tells the hour roughly: "at about nine"."""
    hour = amount.form == "words" and amount.value < 13 and left.lower in ("about", "around")
    return hour and word_before(text, left.start).lower == "at"


def _named_by(text: str, amount: Amount, left: Left) -> bool:
    """Whether a bare figure is the name of one of many, by the noun before it: "train 188", "chromosome 17"."""
    word = left.word
    if word == "=" and _VARIABLE.search(text, max(0, left.start - 4), left.start):
        return True
    if word in _LAST and text[max(0, left.start - 4) : left.start].lower() == "the ":
        return amount.form == "digits" and amount.value in _STAGES
    if word == "size" and amount.whole and amount.value < _LARGEST_SIZE:
        return word_before(text, left.start).lower not in _SIZED
    if amount.form != "digits" or not amount.whole or amount.top >= _LARGEST_NAME or not word.islower():
        return False
    if text.startswith((" of ", " out of ", " times"), amount.end):
        return False
    return word.isalpha() and len(word) > 2 and not word.endswith(_NO_NOUN) and not opens(left) and word not in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(phrases(table("context")["before-bare"]["words"]))


def _yearlike(text: str, amount: Amount) -> bool:
    """Whether a bare figure may as well be a year that nothing marks as one; it is neither, then."""
    written = text[amount.start : amount.end]
    return len(written) == 4 and written.isdecimal() and "1500" <= written <= "2035"


def _named_year(text: str, amount: Amount, noun: str) -> bool:
    """Whether a figure opens the name of an event: "2016 Summer Olympics"."""
    words = noun.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and _yearlike(text, amount)


def _is_single(text: str, amount: Amount, noun: str) -> bool:
    """Whether a figure opens the name of one thing, though it looks like a plural: "1 Ceres", "The 39 Steps is"."""
    if not noun[0].isupper():
        return False
    told = amount.form == "digits" and _SINGULAR.match(text, amount.end + 1 + len(noun)) is not None
    return told or text[amount.start : amount.end] == "1"


def _whole(text: str, first: Part) -> Part | None:
    """What a number is a part of: "of 193", "out of five", "in five"."""
    at = out_of(text, first.end)
    if at >= 0:
        whole = _part_at(text, at)
        return whole if whole is not None and whole.value >= first.value and first.step == whole.step == 1 else None
    return _every(text, first)


def _every(text: str, first: Part) -> Part | None:
    """The second number of "one in five"."""
    at = one_in(text, first.end)
    digits = text[first.end - 1].isdecimal() and first.value != 1  # "3 in 20" may be anything, "1 in 20" is a share
    whole = _part_at(text, at) if at >= 0 and first.value < 10 and not digits else None
    return whole if whole is not None and first.value < whole.value <= 1000 else None


def _part_at(text: str, at: int) -> Part | None:
    token = TOKEN.match(text, at)
    return read_part(text, at, token[0]) if token else read_word_part(text, at)
