"""What a sentence says besides, which tells nothing of its figures: "…, though not everybody was pleased".

What is put behind its subject ("the bridge, much discussed in its day, is"), and what it grants at its end.
"""

from __future__ import annotations

from articles.regex import regex
from articles.words import worded

_BRACKET = regex(r" \([^()0-9]{1,80}\)")
_APPOSED = worded(__file__, r", {apposed}\b [^,;:()0-9]{3,80},(?= [a-z]+\b)")
_OPENER = regex(
    r"(?:According to [^,.;]{1,40},|By all accounts,?|[A-Z][a-z]+(?: [a-z]+){0,5}:|"
    r"(?!The |Its |An? |This )[A-Z][a-z]+(?: [a-z]+){0,5},) (?=[a-z])"
)
_NO_MATTER = regex(r"^(?:By all accounts,?|[A-Z][a-z]+(?: [a-z]+){1,5}:) (?=[a-z])")
_IDLE = worded(__file__, r"\b{idle} (?=[a-z]+\b)")
_GRANTS = worded(__file__, r",? \b{grants}\b|, (?:which|as|[a-z]+ing)\b")
_TURNS = worded(__file__, r"(?P<end>;|\.(?= |$)|$)|[0-9:(]|(?i:\b{turns}\b)|\bnot\b(?! every)|n['’]t\b")


def without_opener(told: str) -> str:
    """A sentence from where its own words begin: behind "By all accounts", "The record is plain:"."""
    found = _OPENER.match(told)
    return told if found is None else f"{told[found.end() : found.end() + 1].upper()}{told[found.end() + 1 :]}"


def words_ahead(told: str) -> str:
    """The words before a figure without asides, and without what says no more than "in 1936" and "was built"."""
    return _IDLE.sub("", without_asides(_NO_MATTER.sub("", told)))


def words_behind(told: str) -> str:
    """The words behind a figure, without asides and concessions."""
    return without_concession(words_ahead(told))


def without_asides(told: str) -> str:
    """A text without what is put into it in brackets or behind a subject, and holds no figure."""
    return _APPOSED.sub("", _BRACKET.sub("", told) if "(" in told else told)


def without_concession(told: str) -> str:
    """A text without what its clauses grant at their ends, where that leaves their figures what they are."""
    kept, at = [], 0
    found = _GRANTS.search(told)
    while found is not None:
        turned = _TURNS.search(told, found.end())
        assert turned is not None  # it finds the end
        if turned["end"] is not None:
            kept.append(told[at : found.start()])
            at = turned.start()
        found = _GRANTS.search(told, turned.end())
    return "".join((*kept, told[at:])) if kept else told
