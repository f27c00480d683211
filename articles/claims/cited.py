"""Bare figures that belong to a reference or a formula: laws and reports, editions, items, p-values, split figures."""

from __future__ import annotations

from articles.claims.counts import read_noun
from articles.claims.date_pieces import months
from articles.claims.left import Left
from articles.claims.unit_words import read_unit
from articles.regex import regex

_REPORT = regex(
    r"[ \u00a0](?:U\.?S\.?C\b\.?|U\.?S\.? (?=[0-9])|F\. ?(?:[234](?:d|th)|Supp\.(?: ?[23]d)?)|S\. ?Ct\."
    r"|C\.?F\.?R\b\.?|Stat\.|Fed\. ?Reg\."
    r"|[A-Z]\.[A-Z]?\.?[23]d|(?:[A-Z][a-z.&]* ){1,3}(?:L\. )?(?:Rev|J)\.(?= [0-9]))"
    r"(?: §{1,2})?(?: [0-9]+(?:\([0-9A-Za-z]{1,3}\))*)?"
)
"""Of a law or a law report, by its volume: "18 U.S.C. § 1001", "5 F.3d 1200"."""
_CASE = regex(r" (?:[A-Z][A-Za-z.]*[ \u00a0]){1,3}[0-9]{1,4}(?![0-9])")
"""Of a law report, by its volume behind the year in brackets: "[1994] 1 AC 212"."""
_WICKETS = regex(
    r" (?:for ([0-9]{1,3})(?=[.,;)\n]|$| (?:at|in|and|on|when|after|from|against|before)\b)|not out\b|all out\b)"
)
"""Of a game of cricket: "212 for 4", "5 for 34", "87 not out"."""
_EDITION = regex(r" edn?\b\.?")
_ITEM = regex(r"\. [A-Z]")
_MOVE = regex(r"\. ?[a-h][1-8x]")
"""Of a game of chess: "1. e4 e5"."""
_ITEM_AFTER = (": ", ". ", "; ")
_PRIME = regex(r"['’′][ -](?:end|ends|untranslated|UTR|cap)\b")
"""After a figure: an end of a strand of nucleic acid, "the 5' end"."""
_VALUE = regex(r"(?<![A-Za-z])[pP][ \u00a0]?[<>=≤≥≈][ \u00a0]?$")
"""Before a figure: it is a probability under a hypothesis, "p < 0.05", and measures nothing."""
_YEARED = regex(r"[12][0-9]{3}[a-z]?\)?:")
_AFTER_PAGE = frozenset((")", ",", ";", ".", "–", "-", "\n", "]"))
"""After a page that a year leads to: "(Strind 2004: 317)", "27.1 (2021): 62–80"."""
_SIGNS = frozenset("<>=≤≥≈")
_BLANKS = " \u00a0"
_SPLIT = regex(r" [0-9]{3}(?![0-9.,–%])")
"""After a figure of up to three digits: either one figure, set apart by a blank, or two; it is not certain which."""
_MOST_WICKETS = 10
_PATENT = 8
"""A patent's number is longer than this, behind the letters of its office: "the patent, US 4,405,829"."""
_NEAR = 60
_REPORTED = ("] ", ") ")
_MAPPED = regex(r"[0-9.]*(?:[;,] ?-?[0-9.]+)?")


def cited(text: str, start: int, end: int, left: Left) -> int:
    """Where reading goes on past a bare figure that is a part of a reference or a formula; 0 where it is none."""
    return _by_what_follows(text, start, end) or _by_what_leads(text, start, end, left)


def _by_what_follows(text: str, start: int, end: int) -> int:
    after, following = text[end : end + 1], text[end + 1 : end + 2]
    found = None
    if after in _BLANKS and after:
        if following.isdecimal():
            split = _SPLIT.match(text, end) if end - start <= 3 else None
            return 0 if split is None or read_unit(text, split.end()) is not None else split.end()
        if following.isupper():
            found = _REPORT.match(text, end)
            if found is None and text[start - 2 : start] in _REPORTED:
                found = _CASE.match(text, end)
        elif following in "fna" and (runs := _WICKETS.match(text, end)) is not None:
            score = text[start:end]
            if runs[1] and not score.isdecimal():
                return 0  # "9,120 for 5"
            return runs.end() if not runs[1] or min(int(score), int(runs[1])) <= _MOST_WICKETS else 0
        return found.end() if found is not None else end * (following == "e" and _EDITION.match(text, end) is not None)
    if after == "." and end - start < 3:
        item = text[start - 2 : start] in _ITEM_AFTER and _ITEM.match(text, end) is not None
        return end * (item or _MOVE.match(text, end) is not None)
    prime = after in ("'", "’", "′") and _PRIME.match(text, end) is not None
    return end * (after == "#" or prime)  # "38#3 pp": volume and number


def _by_what_leads(text: str, start: int, end: int, left: Left) -> int:
    if end - start == 3 and left.word in months():  # "in May 408": the year of a month, or a count
        return end * (read_noun(text, end) is None)
    if left.word[-1:] == ":" and _YEARED.fullmatch(left.word):
        return end * (text[end : end + 1] in _AFTER_PAGE)
    if left.word.isupper() and end - start > _PATENT and "patent" in text[max(0, left.start - _NEAR) : start].lower():
        return end * (read_noun(text, end) is None)
    if left.word in _SIGNS or text[start - 1 : start] in _SIGNS:
        return end * (_VALUE.search(text, max(0, start - 5), start) is not None)
    if left.word == "/" and "\ufeff" in text[max(0, start - 6) : start]:  # the decimal twin of coordinates
        mapped = _MAPPED.match(text, end)
        return end if mapped is None else mapped.end()
    return 0
