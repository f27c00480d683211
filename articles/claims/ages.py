"""Numbers that are ages by the words around them: "aged 45", "at the age of 45", "the driver, 34, was"."""

from __future__ import annotations

from functools import cache

from articles.claims.amounts import Amount
from articles.claims.counts import ends_clause
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

AGES = frozenset(("aged", "age", "ages"))
"""Words before a number that make it an age."""
OLD = regex(r"[ \u00a0-](?:olds?|of[ -]age)\b|[ \u00a0]or older\b")
"""What follows a length of time that is an age."""
_AGE_OF = (" age ", " ages ")
_AGED = regex(r"\b[Aa]ged [0-9]{1,3}(?:, [0-9]{1,3}){0,4}(?:,|,? and|,? or) $")
_ROUGHLY = frozenset(("about", "over", "under", "around", "nearly", "almost", "approximately"))
_WORD = regex(r"[a-z]+")
_OLDEST = 110
_LAST_HOUR = 12
_SPANS = (" years", " months", " weeks", " days", "\u00a0years", "\u00a0months")
_PERSON = regex(r",? (?:he|she)\b")
"""After "At 19": it is how old someone was."""
_CLOSED = regex(r"[.,;)\n]|$| (?:and|in|on|of|from|after|when|while|leaving|but|as|during|because)\b")
_DETERMINERS = frozenset(("a", "the", "old", "young", "one", "no", "any", "small", "little"))


def follows_age(left: Left) -> bool:
    """Whether the word before a number may join it to an age before it: "aged 19, 22 and 27"."""
    return left.lower in ("and", "or") or (left.word[-1:] == "," and left.word[:-1].isdecimal())


def is_roughly_aged(text: str, left: Left) -> bool:
    """Whether a hedge stands between "aged" and a number: "aged over 80"."""
    return left.lower in _ROUGHLY and word_before(text, left.start).lower in AGES


def is_aged(text: str, amount: Amount, left: Left) -> bool:
    """Whether a number is an age by the word before it: "aged 45", "at the age of 45", "aged 18 to 24"."""
    if left.lower in _ROUGHLY:
        left = word_before(text, left.start)
    if left.lower == "at":
        return _is_age_at(text, amount, left)
    if left.lower == "between" and word_before(text, left.start).lower == "aged":
        return bool(amount.parts) and amount.top < 120 and not text.startswith(_SPANS, amount.end)
    of = left.lower == "of" and (text.endswith(_AGE_OF, 0, left.start) or _is_young(text, left, amount))
    told = left.lower in AGES or of
    if not told and not (follows_age(left) and _AGED.search(text, max(0, amount.start - 40), amount.start)):
        return False
    return amount.top < 120 and (amount.whole or bool(amount.parts)) and ends_clause(text, amount.end)


def may_be_age(text: str, left: Left) -> bool:
    """Whether "at" before a number may lead to an age: "died at 62", "At 19, she"."""
    return left.word == "At" or (left.lower == "at" and word_before(text, left.start).lower in _words("at"))


def _is_age_at(text: str, amount: Amount, left: Left) -> bool:
    if not amount.whole or amount.parts or not _LAST_HOUR < amount.top < _OLDEST:
        return False
    if left.word == "At":
        return _PERSON.match(text, amount.end) is not None
    return word_before(text, left.start).lower in _words("at") and _CLOSED.match(text, amount.end) is not None


def is_age(text: str, amount: Amount, left: Left) -> bool:
    """The same, or by its commas behind a person: "the driver, 34, was"."""
    if is_aged(text, amount, left):
        return True
    if left.lower == "both" and text[left.start - 2 : left.start] == ", " and text[amount.end : amount.end + 1] == ",":
        return amount.form == "digits" and amount.whole and 0 < amount.top < _OLDEST
    if left.word[-1:] != "," or text[amount.end : amount.end + 2] not in (", ", ",\u00a0") or amount.form != "digits":
        return False
    after = _WORD.match(text, amount.end + 2)
    if after is None or not amount.whole or not 0 < amount.top < _OLDEST:
        return False
    named = left.word[0].isupper() and left.word[:-1].isalpha() and after[0] in _words("after")
    return named or left.lower[:-1] in _words("words")


def _is_young(text: str, left: Left, amount: Amount) -> bool:
    """Whether the person before "of" is one whose age follows: "a child of six"."""
    if amount.parts or left.word != "of":
        return False
    person = word_before(text, left.start)
    return person.lower in _words("young") and word_before(text, person.start).lower in _DETERMINERS


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(phrases(table("context")["people"][name]))
