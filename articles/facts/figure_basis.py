"""How a product was reckoned: nominal or in purchasing power, by the words before and behind its number."""

from __future__ import annotations

from articles.regex import regex

_ELSEWHERE = regex(r"[,.;)]| and | while | but | compared | against ")
_BRACKET = regex(r" ?\(([^()]*)\)?")
_AMOUNT = regex(r"[$€£¥₹]|\bus\b")
"""Behind a number, words that lead to another amount are that one's: "$2,700 (purchasing power parity $5,200)"."""


def basis_of(ahead: str, behind: str) -> str | None:
    """``nominal``, ``ppp`` or None. Both texts are in lower case; ``ahead`` starts with the name of the figure."""
    told = _told(ahead)
    if told is not None:
        return told
    bracket = _BRACKET.match(behind)
    cut = bracket[1] if bracket else _ELSEWHERE.split(behind)[0]
    return None if _AMOUNT.search(cut) else _told(cut)


def _told(text: str) -> str | None:
    if "exchange rate" in text or "nominal" in text:
        return "nominal"
    return "ppp" if "ppp" in text or "purchasing power" in text else None
