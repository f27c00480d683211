"""Names told behind a counted noun without a colon: "by three powers, Aria, Luria and Ost", "its two rivers are"."""

from __future__ import annotations

import re

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.gazetteer import gazetteer
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.bracketed import Listed
from rules.laws.nearby import gap, left, right

LONGEST = 300
_NOUN = r"(?: (?!(?:and|or|of|to|in|from|with|by|for|at|on|as|than|were|are|which|who|that)\b)[\w'’-]+){1,3}"
_APPOSED = regex(
    rf"{_NOUN}(?: (?:above|over|below|along|near|of (?:more|less|over|at least|about)) [^,;:()]{{1,30}}"
    rf"|(?P<place> (?:of|from|in) [A-Z][\w'’-]+))?, "
    r"(?:those (?:of|at|in|on|near) (?:the )?)?(?=(?:the )?(?:[A-Z]|(?:[a-z-]+ ){1,3}(?:in|of|at) [A-Z]))"
)
_COPULA = regex(
    rf"{_NOUN}(?: of [^,;:.()]{{1,40}})?(?: (?:that|which|who) [^,;:.()]{{1,60}}?)? (?:are|were) (?=(?:the )?[A-Z])"
)
_THESE = regex(
    rf"{_NOUN}(?: (?:in|on|at|of|with|for) [^,;:.()]{{1,30}})?\. (?:These|They) (?:are|were) (?=(?:the )?[A-Z])"
)
_DEFINITE = worded(__file__, r"\b(?:{definite}|[\w.-]{1,30}['’]s?)(?: [a-z]+)? $", re.IGNORECASE)
"""Before a number of all there are: "its four rivers", "the republic's three languages"."""
_NAME = regex(
    r"(?:the )?(?:[A-Z]\.|[A-Z][\w'’-]*)(?: (?:of |the |de |da |di |al-)?(?:[A-Z]\.(?= )|[A-Z][\w'’-]*)){0,4}"
    r"(?: \([0-9]{4}(?:[–-][0-9]{2,4})?\))?"
    r"|the (?:[a-z-]+ ){1,3}(?:in|of|at) [A-Z][\w’'-]*"
)
_NEXT = regex(r"(?P<last>,? and )|, ")
_LEFT = worded(__file__, r"\b{left} (?:only |just )?$")
"""Before a number: all are told who are counted."""
_END = regex(r"[.;,\n]|$| – | — | in [0-9]| \(")
_MORE = regex(r",? (?:and )?(?:the )?[A-Z]")
_TITLES = WordList(__file__, "titles")


def named_list(article: Article, claim: Claim) -> Listed | None:
    """The names that follow what a number counts; None where they are no plain list that an "and" closes."""
    ahead = right(article, claim.span.end, LONGEST)
    opened = _APPOSED.match(ahead) or _COPULA.match(ahead)
    if opened is None and ahead.endswith(".") and len(ahead) < LONGEST:
        ahead = gap(article, claim.span.end, claim.span.end + LONGEST)
        opened = _THESE.match(ahead)
    if opened is None:
        return None
    before = left(article, claim.span.start, LONGEST)
    definite = _DEFINITE.search(before) is not None
    if not definite and not opened[0].endswith(", ") and "." not in opened[0]:
        return None
    names: list[str] = []
    at, last = opened.end(), False
    while (name := _NAME.match(ahead, at)) is not None:
        names.append(name[0])
        at = name.end()
        joint = None if last else _NEXT.match(ahead, at)
        if joint is None:
            break
        last, at = joint["last"] is not None, joint.end()
    if name is None or not last or not _END.match(ahead, at) or _MORE.match(ahead, at) or not _alike(names):
        return None
    if "." in opened[0] and ahead[at : at + 1] not in (".", ""):
        return None  # "These are A and B, to the west, C and D"
    start, end = (claim.span.end + place for place in (opened.end(), at))
    sure = not opened.groupdict().get("place") and (
        definite or "." in opened[0] or _LEFT.search(before) is not None or names[0].startswith("the ")
    )
    return Listed(ProseSpan(start, end), frozenset((len(names),)), sure)


def _alike(names: list[str]) -> bool:
    """Whether names are of one sort: all states or none, no rank among them, no town with its province."""
    states = {gazetteer().canonical(name) is not None for name in names}
    articles = {name.startswith("the ") for name in names}
    ranked = any(word in _TITLES for name in names for word in name.lower().split()[:2])
    return len(states) == len(articles) == 1 and not ranked and len(set(names)) == len(names)
