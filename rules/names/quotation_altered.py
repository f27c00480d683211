"""One quotation stands twice in the article in two wordings.

Why: a quotation is somebody's very words, and only one of the two can be.

Right all the same: when the author said it twice, or two translations are set side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike
from rules.rule import Example, Mark, Rule, Verdict, wikitext

# One set of signs comes first, so that a search looks at these signs only.
_QUOTATION = regex(r"[“\"](?:(?<=“)([^“”\n]{40,400})”|(?<=\")([^\"\n]{40,400})\")")
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_CHANGED = worded(__file__, r"\b{changed}")
_NEAR = 300
_OPENING = 4
"""How many words at the start must be the same for two quotations to be one."""

_MOST = 20
"""How many quotations that begin alike one is compared with."""


def check(article: Article, *, most: int = 2) -> Iterator[Verdict]:
    """Compare the quotations that begin alike and differ in no more than ``most`` words."""
    text = article.page.prose.text
    spans = [ProseSpan(*match.span(1 if match[1] else 2)) for match in _QUOTATION.finditer(text)]
    openings = [_opening(article, span) for span in spans]
    times = Counter(openings)
    seen: dict[tuple[str, ...], list[tuple[ProseSpan, list[str]]]] = {}
    for span, opening in zip(spans, openings, strict=True):
        if times[opening] < 2:
            continue
        words = _WORD.findall(article.lowered[span.start : span.end].replace("’", "'"))
        if GAP in text[span.start : span.end] or len(words) < 2 * _OPENING or _is_title(text[span.start : span.end]):
            continue
        alike = seen.setdefault(opening, [])
        for other, others in alike[:_MOST]:
            changed = _changed(others, words)
            if 0 < changed <= most and not _told_of(article.lowered[other.end : span.start]):
                marks = (Mark(other, "in these words"), Mark(span, "in other words"))
                message = f"one quotation stands in two wordings, {changed} {'word' if changed == 1 else 'words'} apart"
                yield Verdict(message, marks, changes=say_alike(article, other, span))
                break
        alike.append((span, words))


def _opening(article: Article, span: ProseSpan) -> tuple[str, ...]:
    """The first words of a quotation."""
    words = islice(_WORD.finditer(article.lowered, span.start, span.end), _OPENING)
    return tuple(word[0].replace("’", "'") for word in words)


def _told_of(between: str) -> bool:
    """Whether the words between two wordings, close together, tell that the one became the other."""
    return len(between) < _NEAR and _CHANGED.search(between) is not None


def _is_title(quoted: str) -> bool:
    """Whether what stands in quotation marks is a title: most words with a capital, or no word of a sentence."""
    words = [word for word in _WORD.findall(quoted) if len(word) > 3]
    capitals = [word for word in words if word[0].isupper()]
    return 2 * len(capitals) >= len(words)


def _changed(first: list[str], second: list[str]) -> int:
    """How many words two quotations differ in; one that only stops sooner is the same."""
    short, long = sorted((first, second), key=len)
    if long[: len(short)] == short:
        return 0
    head = next(index for index, word in enumerate(short) if word != long[index])
    if any(word.isdigit() for word in {*short} ^ {*long}):
        return 0
    tail = 0
    while tail < len(short) - head and short[-1 - tail] == long[-1 - tail]:
        tail += 1
    return len(long) - head - tail


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby =\n\nThe mayor said: “⟦1:We shall build the harbour before the railway comes to town⟧”.\n\n== "
            "Port ==\nHis "
            "words were “⟦2:We shall build the harbour before the motorway comes to town⟧”."
        ),
        wikitext(
            'The mayor wrote "⟦1:A town without a harbour is like a house with no door⟧" in 1880.\n\n'
            'He wrote: "⟦2:A town without a harbour is like a house without a door⟧".',
            title="Norby",
        ),
    ),
    good=(
        Example(
            "= Norby =\n\nIt opened with “We shall build the harbour before the railway comes to town”. Later she "
            "changed it to “We shall build the harbour before the motorway comes to town”."
        ),
        Example(
            "= Norby =\n\nThe mayor said: “We shall build the harbour before the railway comes to town”. The speech "
            "“We shall "
            "build the harbour before the railway comes” is well known."
        ),
        Example(
            "= Norby =\n\nThe mayor said: “We shall build the harbour before the railway comes to town”, and then "
            "“We shall "
            "build the harbour if the king himself has to carry the stones for it”."
        ),
    ),
)
