"""Bare numbers that count nothing: list marks, formulas, powers, codes, names of craft and stations."""

from __future__ import annotations

from functools import cache

from articles.claims.amounts import Amount
from articles.claims.cited import cited
from articles.claims.counts import read_noun
from articles.claims.guards import coded, is_name
from articles.claims.left import Left, word_before
from articles.claims.number_words import cardinals
from articles.claims.vocabulary import phrases, table
from articles.regex import regex
from articles.textmap import GAP

_MARKER = regex(r"[.)]?[ \t\u00a0]+[^\W\d_a-z]|[.)] |:[A-Z]")
_FORMULA = regex(r"[ \u00a0]?[\[(]?[A-Za-z()\[\]]{1,12}[₀-₉]")
_LONGEST_FORMULA = 16
_HYPHENED = regex(r"-([^\W\d_]+)")
_LISTED = regex(r"\)[ \u00a0]+[^\W\d_]")
_CAPITALISED = regex(r" [A-Z][a-z]*[^sS\W]\b")
_ADDRESS = regex(r"[ \u00a0]((?:[A-Z0-9][\w’'.]*[ \u00a0]){1,3})([A-Z][a-z]+\.?)(?![a-z])")
_PAGES = regex(r", (?:pp?\. ?)?[0-9]{1,5}[–-][0-9]{1,5}(?![0-9%])")
"""Of a journal by name and volume: "Nature 530, 190–194"."""
_INITIALS = regex(r"(?:[A-Z]\.){1,3}")
_CLAUSE = regex(r"\([a-z]{1,2}\)(?:\([0-9a-z]{1,3}\))*")
"""Of a law: "401(k)", "501(c)(3)"."""
_RAISED = frozenset("′″⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉×")
_ARTICLES = frozenset(("the", "a", "an"))
_OPERATORS = frozenset(("+", "→", "×", "*", "÷", "^", "√"))


@cache
def _hyphen_nouns() -> frozenset[str]:
    return frozenset(phrases(table("context")["hyphen-nouns"]["words"]))


@cache
def _streets() -> frozenset[str]:
    return frozenset(phrases(table("guards")["streets"]["words"]))


def withheld(text: str, amount: Amount, left: Left) -> int:
    """Where reading goes on past a bare number that is no count; 0 where it may be one."""
    start, end = amount.start, amount.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if GAP in (before, after) or before == "+" or left.word in _OPERATORS or after in _RAISED:
        return end
    formula = not text[end : end + _LONGEST_FORMULA].isascii() and _FORMULA.match(text, end) is not None
    if formula or (before == "(" and amount.value < 30 and _list_mark(text, start, end)):
        return end
    if after == "(" and (clause := _CLAUSE.match(text, end)) is not None:
        return clause.end()
    if after == "." and text[end + 1 : end + 2].isalpha():
        return end + 2
    if text.startswith((" BC", "\u00a0BC"), end) and not text[end + 3 : end + 4].islower():
        return end + 3
    if after in ("'", "’") and text[end + 1 : end + 2] == "s":
        return end + 2
    if after == "-" and (hyphened := _HYPHENED.match(text, end)) is not None:
        return 0 if hyphened[1].lower() in _hyphen_nouns() else hyphened.end()
    return _figure(text, amount, left, after) if text[end - 1].isdigit() else 0


def _figure(text: str, amount: Amount, left: Left, after: str) -> int:
    """The same for digits: a part of a reference, a code or a name."""
    end = amount.end
    if past := cited(text, amount.start, end, left):
        return past
    if after.isalnum() or after in ("-", "/", "–") or text[end : end + 2] == ".0":
        return max(coded(text, end), end + 1) if after.isalnum() else coded(text, end) * (coded(text, end) > end)
    return _named(text, amount, left)


def _list_mark(text: str, start: int, end: int) -> bool:
    """Whether a bracketed number opens an item ("(2) the queen") and is not another one repeated ("twelve (12)")."""
    earlier = word_before(text, start - 1).lower.rsplit("-", 1)[-1]
    return _LISTED.match(text, end) is not None and earlier not in cardinals() and not earlier.isdigit()


def _named(text: str, amount: Amount, left: Left) -> int:
    """The same for digits that may be part of a name ("Apollo 11", "Mach 2.5") or a mark in a list."""
    start, end = amount.start, amount.end
    if amount.parts or "," in text[start:end]:
        return 0
    if (
        text[end + 1 : end + 2].isupper()
        and (address := _ADDRESS.match(text, end))
        and address[2].rstrip(".") in _streets()
    ):
        return address.end()
    named = end - start > 4 or (left.lower in _ARTICLES and read_noun(text, end) is None)  # "the 911 Turbo"
    if named and text[start:end].isdigit() and _CAPITALISED.match(text, end):
        return end
    opens = not left.word and text[start - 1 : start] in ("\n", "")
    if left.word.endswith(("'s", "’s", "s'", "s’")) and (noun := read_noun(text, end)) is not None and noun.islower():
        return 0  # "Canada's 10 provinces"
    if is_name(left) and (pages := _PAGES.match(text, end)) is not None:
        return pages.end()
    if left.word[-1:] == "." and _INITIALS.fullmatch(left.word) and " " in (read_noun(text, end) or " "):
        return end
    return end if is_name(left) or (opens and _MARKER.match(text, end)) else 0
