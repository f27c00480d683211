"""Whether a sentence tells a figure of less or more than the whole thing as it is: planned, empty, with its ramps."""

from __future__ import annotations

from articles.article import Article
from articles.regex import regex
from articles.words import worded
from rules.laws.asides import without_opener
from rules.laws.figures.clause_owner import Names
from rules.laws.nearby import left, right

_REACH = 300
_OPENING = worded(
    __file__,
    r"(?:(?:Together with|With|Including|Counting|Without|Excluding|Minus|"
    r"Leaving out|Not counting|Apart from) (?:the|its|her|his|their|all|both|[A-Z])|"
    r"(?:In|At|During) (?:the )?(?:{seasons})\b|(?:{states})\b|"
    r"(?:Until|Before|Prior to) |(?:At|By|Aged) (?:the age of )?[\w-]+,? (?:he|she|[Hh]is|[Hh]er) |"
    r"(?:After|Since|Following|With|Through) (?:the|its|her|an?) (?:[a-z]+ )?{altered}\b|"
    r"(?:In|Within|Across|Through) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3},? (?:it|she|they|the|its) |"
    r"As {begun}\b|When (?:(?:it|she|he|they|the [a-z]+) )?(?:(?:was|were) )?{begun}\b|"
    r"(?:The|Its|An?) {former} )",
)
_RECENT = regex(r"(?:The|Its) (?:new|present) ([a-z-]+) ")
"""The thing as it is, unless the article tells of an old one as well."""
_PLANNED = worded(
    __file__, r"\b(?:(?:was|were|is|are|had been) (?:[a-z]+ )?{planned}|would (?:have|be|cover|measure|seat))\b"
)
_THEN = regex(
    r"(?:In|By|Until|Before|Around|About) (?:about |the year )?[12][0-9]{3},? (?:[^,.;:]{1,60} )?"
    r"(?:was|were|had|covered|measured|held|seated|numbered|counted|stood at)(?: [a-z]+){0,3} $"
)
_BEGAN = worded(
    __file__, r"\b{founded}(?: [^.;:()]{0,60})?,? with (?:(?:an?|its|only|just|about|some|the) ){0,2}(?:[a-z]+ of )?$"
)
_EXTENDED = regex(
    r" seats? and (?:[a-z]+ )?(?:standing|room)\b|"
    r"(?:[ ,(]+[a-z]+){0,3}[ ,(]+(?:with(?:out)? (?:its|her|his|all|both|those|their)|"
    r"(?:counting|excluding|plus) [a-z]+|for the (?:whole |entire )?group|as a group)\b"
)


def once_so(article: Article, start: int) -> bool:
    """Whether a figure is told as what something was in a year: "In 1890 the glacier was 17.4 km long"."""
    return _THEN.match(left(article, start, _REACH)) is not None


def begun_so(article: Article, start: int) -> bool:
    """Whether a figure is told as what something began with: "opened in 1931 with 90 beds"."""
    return _BEGAN.search(left(article, start, _REACH)) is not None


def extended(article: Article, end: int) -> bool:
    """Whether the words behind a figure say that it is of more or of less: "214 m long with its ramps"."""
    return _EXTENDED.match(right(article, end, 80)) is not None


def narrowed(article: Article, start: int, end: int) -> bool:
    """Whether the words around a figure narrow or widen what it is of."""
    ahead = left(article, start, _REACH)
    recent = _RECENT.match(ahead)
    return (
        any(map(_OPENING.match, (ahead, without_opener(ahead))))
        or (recent is not None and article.once(Names).several(recent[1]))
        or _PLANNED.search(ahead) is not None
        or extended(article, end)
    )
