"""Bare numbers that count nothing: list marks, formulas, powers, codes, names of craft and stations."""

from __future__ import annotations

from functools import cache

from articles.claims.amounts import Amount
from articles.claims.cited import cited
from articles.claims.counts import ends_clause, read_noun
from articles.claims.guards import coded, is_name
from articles.claims.left import Left, word_before
from articles.claims.named_amounts import (
    address_end,
    bare_relay,
    is_bare_race,
    is_book,
    is_bore,
    is_departure,
    is_leg,
    is_numbered,
    is_route,
    is_share_name,
    is_title,
)
from articles.claims.number_words import cardinals
from articles.claims.vocabulary import phrases, table
from articles.regex import regex
from articles.textmap import GAP

_OF_MANY = regex(r" (?:out of |of (?:the|its|their) [0-9]+ [a-z])")
"""Behind a number: it is a part of so many, whatever name stands before it: "in the Assembly 27 of the 45 deputies"."""
_MARKER = regex(r"[.)]?[ \t\u00a0]+[^\W\d_a-z]|[.)] |:[A-Z]")
_FORMULA = regex(r"[ \u00a0]?[\[(]?[A-Za-z()\[\]]{1,12}[₀-₉]")
_LONGEST_FORMULA = 16
_HYPHENED = regex(r"-([^\W\d_]+)")
_LISTED = regex(r"\)[ \u00a0]+[^\W\d_]")
_CAPITALISED = regex(r" [A-Z][A-Za-z0-9]*[^sS\W]\b")
_MOTOR = regex(r" (?:[A-Z]{2,4}[a-z]?|V[0-9]{1,2})\b")
"""After the size of an engine: "the 2.0 TDI"."""
_PAGES = regex(r", (?:pp?\. ?)?[0-9]{1,5}[–-][0-9]{1,5}(?![0-9%])")
"""Of a journal by name and volume: "Nature 530, 190–194"."""
_WORD = regex(r" ([a-z]+)\b")
_NAMES = regex(
    r"(?:, [0-9]{1,3})*,? (?:and|or|&) [0-9]{1,3}(?![0-9,.%:]*[0-9%])(?! (?:of|per|to|in)\b)(?![ \u00a0][A-Z])"
)
"""More numbers of the things that a name opens: "Hymns 101 and 102", "Wards 1, 2 and 8"."""
_INITIALS = regex(r"(?:[A-Z]\.){1,3}")
_CLAUSE = regex(r"\([a-z]{1,2}\)(?:\([0-9a-z]{1,3}\))*")
"""Of a law: "401(k)", "501(c)(3)"."""
_METRE = regex(r"[0-9]{1,2}/(?:2|4|8|16)")
_ENDS = frozenset((".", ",", ";", ")", "\n", ""))
_BLACK_MOVE = regex(r"\.(?:\.\.|…)[A-Za-z]")
_TIME = regex(r"[ \u00a0-](?:time|metre|meter|feel)\b")
"""Of music: "3/4 time"."""
_RAISED = frozenset("′″⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉×")
_BODIES = frozenset(("asteroid", "planet", "planetoid", "object", "body"))
"""Before a number in brackets: "Asteroid (4179) Toutatis"."""
_ARTICLES = frozenset(("the", "a", "an"))
_OWNED = _ARTICLES | {"his", "her", "their", "its"}
"""Before a bore or a model: "his .38 revolver", "her 911 Turbo"."""
_IS = frozenset(("was", "is", "has", "had", "can", "will"))
_JOINING = frozenset(("and", "or", "in", "at", "with", "by", "for", "as", "on"))
_MANY = frozenset(("strong", "odd", "plus", "some"))
_OPERATORS = frozenset(("+", "→", "×", "*", "÷", "^", "√"))


@cache
def _hyphen_nouns() -> frozenset[str]:
    return frozenset(phrases(table("context")["hyphen-nouns"]["words"]))


def withheld(text: str, amount: Amount, left: Left) -> int:
    """Where reading goes on past a bare number that is no count; 0 where it may be one."""
    start, end = amount.start, amount.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if GAP in (before, after) or before == "+" or left.word in _OPERATORS or after in _RAISED:
        return bare_relay(text, end, amount.value) or end
    formula = not text[end : end + _LONGEST_FORMULA].isascii() and _FORMULA.match(text, end) is not None
    if formula or (before == "(" and amount.value < 30 and _list_mark(text, start, end)):
        return end
    if before == "(" and word_before(text, start - 1).lower in _BODIES:
        return end
    if after == "(" and (clause := _CLAUSE.match(text, end)) is not None:
        return clause.end()
    if after == "." and (text[end + 1 : end + 2].isalpha() or _BLACK_MOVE.match(text, end)):
        return end + 2
    if _measures_no_thing(text, amount, left, after):
        return end
    if text.startswith((" BC", "\u00a0BC"), end) and not text[end + 3 : end + 4].islower():
        return end + 3
    if after in ("'", "’") and text[end + 1 : end + 2] == "s":
        return end + 2
    if after == "-" and (hyphened := _HYPHENED.match(text, end)) is not None:
        return 0 if hyphened[1].lower() in _hyphen_nouns() else hyphened.end()
    return _figure(text, amount, left, after) if text[end - 1].isdecimal() else 0


def _measures_no_thing(text: str, amount: Amount, left: Left, after: str) -> bool:
    """Whether a figure is how many run a relay, the time of music ("6/8 time") or a bore (".38 revolver")."""
    end = amount.end
    if amount.form == "fraction":
        if not text[end - 1].isdecimal():
            return is_share_name(text, end)
        played = left.lower == "in" and _METRE.fullmatch(text, amount.start, end) and text[end : end + 1] in _ENDS
        return bool(played) or _TIME.match(text, end) is not None
    if after != " ":
        return False
    if left.lower in _OWNED and (text[amount.start] == "." or is_departure(text, amount.start, end)):
        return True
    if left.lower in _OWNED and amount.step < 1 and is_bore(text, end):
        return True
    return text[end + 1 : end + 2] in "×x" and is_leg(text, end, amount.value)


def _figure(text: str, amount: Amount, left: Left, after: str) -> int:
    """The same for digits: a part of a reference, a code or a name."""
    end = amount.end
    if past := cited(text, amount.start, end, left):
        return past
    if after.isalnum() or after in ("-", "/", "–") or text[end : end + 2] == ".0":
        return max(coded(text, end), end + 1) if after.isalnum() else coded(text, end) * (coded(text, end) > end)
    race = not amount.parts and is_bare_race(text, amount.start, end, left)
    return end if race else _named(text, amount, left)


def _called(text: str, start: int, end: int, left: Left) -> int:
    """The same for the figure of a name, with others that it opens ("Hymns 101 and 102"), or for a mark in a list."""
    counting = left.word == "numbers" and read_noun(text, end) is not None  # "the herd numbers 150 animals"
    if is_name(left) and not counting and not _OF_MANY.match(text, end):
        more = _NAMES.match(text, end)
        return end if more is None or read_noun(text, more.end()) is not None else more.end()
    opens = not left.word and text[start - 1 : start] in ("\n", "")
    return end if opens and _MARKER.match(text, end) else 0


def _made(text: str, end: int, left: Left) -> bool:
    """Whether figures after an article are what a thing is called: "the 8086 was", "the 555 timer is"."""
    if left.lower in _ARTICLES and (is_route(text, end) or _beside_code(text, end, left)):
        return True
    found = _WORD.match(text, end) if left.lower in _ARTICLES and text[end - 3 : end].isdecimal() else None
    if found is None:
        return left.lower in _ARTICLES and text[end - 4 : end].isdecimal() and ends_clause(text, end)
    single = (
        not ends_clause(text, end) and ends_clause(text, found.end()) and text[found.end() : found.end() + 1] != "-"
    )
    if found[1] in _JOINING and text[end - 4 : end].isdecimal() and word_before(text, left.start).lower != "of":
        return True  # "the 6502 and the Z80"
    if found[1].endswith("ed") and word_before(text, left.start).lower == "of":
        return False  # "70 % of the 250 invited"
    return found[1] in _IS or (single and found[1] not in _MANY)


def _beside_code(text: str, end: int, left: Left) -> bool:
    """Whether "and" joins figures behind "the" to a code, and nothing follows them that could be counted."""
    joint = word_before(text, left.start)
    if joint.lower not in ("and", "or") or read_noun(text, end) is not None:
        return False
    word = word_before(text, joint.start).word
    return word[:1].isupper() and word[-1:].isdecimal()


def _list_mark(text: str, start: int, end: int) -> bool:
    """Whether a bracketed number opens an item ("(2) the queen") and is not another one repeated ("twelve (12)")."""
    earlier = word_before(text, start - 1).lower.rsplit("-", 1)[-1]
    return _LISTED.match(text, end) is not None and earlier not in cardinals() and not earlier.isdecimal()


def _named(text: str, amount: Amount, left: Left) -> int:
    """The same for digits that may be part of a name ("Apollo 11", "Mach 2.5") or a mark in a list."""
    start, end = amount.start, amount.end
    if amount.parts or "," in text[start:end]:
        model = text[start:end].replace("-", "").isdecimal() and is_name(left) and read_noun(text, end) is None
        return end * model  # "a Boeing 737-800"
    if text[end + 1 : end + 2].isupper():
        if past := address_end(text, end):
            return past
        if is_title(text, start, end, left) or is_numbered(text, end) or is_book(text, end, amount.value):
            return end
        if left.lower in _ARTICLES and amount.step < 1 and _MOTOR.match(text, end):
            return end
    named = end - start > 4 or (left.lower in _OWNED and read_noun(text, end) is None)  # "the 911 Turbo"
    if named and text[start:end].isdecimal() and (_CAPITALISED.match(text, end) or _made(text, end, left)):
        return end
    if left.word.endswith(("'s", "’s", "s'", "s’")) and (noun := read_noun(text, end)) is not None and noun.islower():
        return 0  # "Canada's 10 provinces"
    if is_name(left) and (pages := _PAGES.match(text, end)) is not None:
        return pages.end()
    if left.word[-1:] == "." and _INITIALS.fullmatch(left.word) and " " in (read_noun(text, end) or " "):
        return end
    return _called(text, start, end, left)
