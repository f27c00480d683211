"""What is a year and what is a number: a figure's neighbours decide."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

LATE = frozenset(("in", "until", "by"))
"""Only after these a figure of the next century is a year."""
WORD = regex(r"[ \u00a0]([A-Za-z]+)")
"""The word one blank after a figure."""
_LASTING = frozenset(("until", "till", "to", "through", "since", "from", "by"))
_IN = frozenset((" in ", " In ", "\nIn "))
_EARLY = ("early ", "late ", "Early ", "Late ", "mid ")
_OF_THEM = (" of them", " of these", " of those", " of whom", " of which")
_OPENING = frozenset(("a", "an", "another"))
"""After these a year is never without its noun."""
_ENDS = frozenset((",", ".", ";", ")", "\n", ""))
_PREFIXES = ("pre-", "post-", "mid-", "c.", "ca.")
_LISTS = (
    *("before-year", "count-nouns", "not-nouns", "before-early-year", "stops", "of-a-year", "amount-of"),
    *("before-early-year-among-such", "after-opening-year", "after-year", "before-title-year", "rulers"),
    *("loose-before", "verbs-of-many", "hyphen-nouns"),
)
TIGHT = frozenset("([–—-/\n\ufffc\ufeff|")
"""Characters right before a figure that leave it to stand alone."""


class _Sets(NamedTuple):
    """The word lists of ``context.toml`` by what they decide about a figure."""

    before: frozenset[str]
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    early: frozenset[str]
    stops: frozenset[str]
    yearly: frozenset[str]
    amount_of: frozenset[str]
    early_near: frozenset[str]
    verbs: frozenset[str]
    events: frozenset[str]
    titles: frozenset[str]
    rulers: frozenset[str]
    loose: frozenset[str]
    verbs_of_many: frozenset[str]
    hyphened: frozenset[str]


@cache
def word_sets() -> _Sets:
    """The word lists that decide, read once."""
    lists = table("context")
    return _Sets(*(frozenset(phrases(lists[name]["words"])) for name in _LISTS))


def is_plain_year(text: str, start: int, end: int, token: str) -> bool:
    """Whether a token is a year at one look: "in 1990," and "(1990)", which are most of the years there are."""
    if not "1000" <= token <= "2100" or not token.isdecimal():
        return False
    following = text[end : end + 1]
    if following == ")" and text[start - 1] == "(":
        return True
    if text[start - 4 : start] not in _IN or text.endswith(_EARLY, 0, start - 3):
        return False
    if following in _ENDS:
        return True
    word = text[end + 1 : end + 12].split(" ", 1)[0] if following == " " else ""
    return word in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """Function words that neither go on a year nor are counted by it."""
    return (
        word_sets().stops - frozenset(phrases(table("context")["goes-on"]["words"])) - frozenset(("", "in", "a", "an"))
    )


def is_prefixed(text: str, start: int) -> bool:
    """Whether "pre-", "post-" or "c." is joined to a figure."""
    return text[start - 1 : start] in ("-", ".") and text[max(0, start - 5) : start].lower().endswith(_PREFIXES)


def is_certain(text: str, left: Left) -> bool:
    """Whether the word before a figure makes it a year."""
    if left.lower == "least":  # "until at least 2020"
        left = word_before(text, left.start - 3) if text.startswith("at ", left.start - 3) else left
        return left.lower in _LASTING or (left.lower == "of" and text.endswith(("As ", "as "), 0, left.start))
    return left.lower in word_sets().before or left.lower.endswith(("'s", "’s", "s'", "s’"))


def is_early_year(text: str, number: int, word: str, left: Left, *, early: bool) -> bool:
    """Whether a figure of three digits is a year, by the words around it; ``early`` where its paragraph has such."""
    sets = word_sets()
    if number < 100:
        return False
    if left.lower in sets.early and left.word != "D.":  # of Schubert's works: "D. 960"
        named = left.lower == "year" and word not in sets.nouns
        named_after = len(word) > 1 and word[0].isupper()  # not of a law report: "in 174 F.2d 201"
        return not word or named_after or word in sets.stops or named or (early and word.endswith("ed"))
    if (word and word not in sets.stops) or word in ("to", "or", "per", "of", "percent"):
        return False
    if left.lower in ("about", "around", "approximately"):
        return word_before(text, left.start).lower == "in"
    if left.lower == "of":
        noun = word_before(text, left.start)
        return early and (noun.word[:1].isupper() or noun.lower in sets.events)
    return early and left.lower in sets.early_near


def follows_early_year(text: str, end: int) -> bool:
    """Whether what follows a range of figures of three digits leaves them to be years."""
    word = WORD.match(text, end)
    return word is None or word[1] in word_sets().stops or word[1] in word_sets().verbs


def rules_from(text: str, left: Left) -> bool:
    """Whether a ruler or a reign stands before "from" or "between": "caliph from 724 to 743"."""
    return word_before(text, left.start).lower in word_sets().rulers


def is_opening(text: str, end: int, number: int, word: str, left: Left) -> bool:
    """Whether a figure that no other word vouches for is a year by what follows it.

    A sentence opens with it ("1945 saw"), or an event of that year follows ("the bitter 1968 strike").
    """
    if number < 1500:
        return False
    sets = word_sets()
    if left.word[-1:] == ".":
        return word in sets.verbs and len(left.word) > 3
    if not left.word.islower() or not word:
        return False
    following = text[end + 1 : end + 60].split("\n", 1)[0].split(" ", 3)[:3]
    for each in following:
        if each.rstrip(",.;:)").lower() in sets.events:
            return True
        if not each.isalpha() or each in sets.stops or each in sets.nouns:
            return False
    return False


def is_titled(text: str, number: int, left: Left) -> bool:
    """Whether a figure ends the name of an act, a treaty or a contest: "Statute of Westminster 1931"."""
    if number < 1200 or not left.word[:1].isupper() or not left.word[-1].isalpha():
        return False
    words = text[max(0, left.start - 60) : left.start].rsplit("\n", 1)[-1].split(" ")[-6:-1]
    for word in (left.word, *reversed(words)):
        if word in word_sets().titles:
            return True
        if not (word[:1].isupper() or word in ("of", "the", "and", "for", "on", "in")):
            return False
    return False


def counts(text: str, start: int, number: int, word: str, left: Left) -> bool:
    """Whether the word after a figure of four digits is what it counts."""
    sets = word_sets()
    if left.lower == "of" and word_before(text, left.start).lower in sets.amount_of:
        return True
    if word in sets.verbs_of_many and (left.lower in sets.loose or left.lower in _OPENING or _ends_range(text, left)):
        return True
    if word == "bp" or (word == "of" and text.startswith(_OF_THEM, start + len(str(number)))):
        return True
    if not word and left.lower in _OPENING:
        return text[start + 4 : start + 5] != "-" or _is_hyphened(text, start + 4)
    if word in sets.yearly and text[start - 1 : start] in ("\n", ""):
        return False
    if word in sets.nouns:
        return not (left.lower in ("the", "in", "since") and number % 100 and number > 1600)
    if not word.endswith("s") or word in sets.not_nouns:
        return False
    return not (is_certain(text, left) and number > (1700 if number % 50 else 1850))


def _ends_range(text: str, left: Left) -> bool:
    """Whether "to" or "and" joins a figure to an amount before it: "up to 2000 were", "Between 1800 and 2000 were"."""
    if left.lower not in ("to", "and"):
        return False
    before = word_before(text, left.start)
    return before.lower == "up" or (
        before.word.isdecimal() and word_before(text, before.start).word in ("From", "Between", "Some", "About")
    )


def _is_hyphened(text: str, end: int) -> bool:
    """Whether a hyphen joins a figure to what it counts: "a 1500-man force"."""
    word = text[end + 1 : end + 24].split(" ", 1)[0].split("-", 1)[0].rstrip(",.;:)")
    return word in word_sets().hyphened


def counts_many(text: str, end: int) -> bool:
    """Whether a verb of many follows a range that opens its sentence: "Between 1800 and 2000 were killed"."""
    word = WORD.match(text, end)
    return word is not None and word[1] in word_sets().verbs_of_many


def is_counted_by(text: str, end: int) -> bool:
    """Whether a noun that is counted follows: such figures are no years."""
    word = WORD.match(text, end)
    return word is not None and word[1].lower() in word_sets().nouns


def may_be_year(text: str, start: int, left: Left) -> bool:
    """Whether what stands before a figure lets it be a year."""
    return is_certain(text, left) or (text[start - 1 : start] or "\n") in TIGHT


def is_plausible(number: int) -> bool:
    """Whether a figure is a year as articles write them without an era."""
    return 1000 <= number <= 2100
