"""Bare figures that belong to a reference or a formula: laws and reports, editions, items, p-values, split figures."""

from __future__ import annotations

from articles.claims.left import Left
from articles.claims.unit_words import read_unit
from articles.regex import regex

_REPORT = regex(
    r" (?:U\.S\.C\.|U\.S\. (?=[0-9])|F\. ?(?:[234](?:d|th)|Supp\.(?: ?[23]d)?)|S\. ?Ct\.|C\.F\.R\.|Fed\. ?Reg\."
    r"|[A-Z]\.[A-Z]?\.?[23]d)"
    r"(?: §{1,2})?(?: [0-9]+(?:\([0-9A-Za-z]{1,3}\))*)?"
)
"""Of a law or a law report, by its volume: "18 U.S.C. § 1001", "5 F.3d 1200"."""
_EDITION = regex(r" edn?\b\.?")
_ITEM = regex(r"\. [A-Z]")
_MOVE = regex(r"\. ?[a-h][1-8x]")
"""Of a game of chess: "1. e4 e5"."""
_ITEM_AFTER = (": ", ". ", "; ")
_PRIME = regex(r"['’′][ -](?:end|ends|untranslated|UTR|cap)\b")
"""After a figure: an end of a strand of nucleic acid, "the 5' end"."""
_VALUE = regex(r"(?<![A-Za-z])[pP][ \u00a0]?[<>=≤≥≈][ \u00a0]?$")
"""Before a figure: it is a probability under a hypothesis, "p < 0.05", and measures nothing."""
_SIGNS = frozenset("<>=≤≥≈")
_SPLIT = regex(r" [0-9]{3}(?![0-9.,–%])")
"""After a figure of up to three digits: either one figure, set apart by a blank, or two; it is not certain which."""
_MAPPED = regex(r"[0-9.]*(?:[;,] ?-?[0-9.]+)?")


def cited(text: str, start: int, end: int, left: Left) -> int:
    """Where reading goes on past a bare figure that is a part of a reference or a formula; 0 where it is none."""
    after, before = text[end : end + 1], text[start - 1 : start]
    if after == " ":
        following = text[end + 1 : end + 2]
        if following.isdigit():
            split = _SPLIT.match(text, end) if end - start <= 3 else None
            return 0 if split is None or read_unit(text, split.end()) is not None else split.end()
        if following.isupper() and (report := _REPORT.match(text, end)) is not None:
            return report.end()
        if following == "e" and _EDITION.match(text, end) is not None:
            return end
    elif after == "." and end - start < 3:
        item = text[start - 2 : start] in _ITEM_AFTER and _ITEM.match(text, end) is not None
        return end if item or _MOVE.match(text, end) is not None else 0
    elif after in ("'", "’", "′") and _PRIME.match(text, end) is not None:
        return end
    if (left.word in _SIGNS or before in _SIGNS) and _VALUE.search(text, max(0, start - 5), start) is not None:
        return end
    if left.word == "/" and "\ufeff" in text[max(0, start - 6) : start]:  # the decimal twin of coordinates
        mapped = _MAPPED.match(text, end)
        return end if mapped is None else mapped.end()
    return 0
