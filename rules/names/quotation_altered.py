"""One quotation stands twice in the article in two wordings.

Why: a quotation is somebody's very words, and only one of the two can be.

Right all the same: when the author said it twice, or two translations are set side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.page import Form
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike
from rules.laws.names.introduced_words import anothers, beside, introduced_twice, sorts_of
from rules.rule import Example, Mark, Rule, Verdict, wikitext

# One set of signs comes first, so that a search looks at these signs only.
_CURLED, _STRAIGHT = r"([^“”\n]{2,400})”", r"([^\"\n]{2,400})\""
_QUOTATIONS = {
    "“": regex(f"“{_CURLED}"),
    '"': regex(f'"{_STRAIGHT}'),
    '“"': regex(rf"[“\"](?:(?<=“){_CURLED}|(?<=\"){_STRAIGHT})"),
}
"""Quotations by the marks that an article writes: those of one sign are found at once."""
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_CHANGED = worded(__file__, r"\b{changed}")
_ENDS = frozenset({"first sentence", "last sentence"})
_NEAR = 300
_MARKS = ("“", "”", '"')
_LAST = 80
"""In how many letters at the end of a quotation its last words stand."""
_OPENING = 4
"""How many words at the start must be the same for two quotations to be one."""

SHORT, LEAST, _LONG = 15, 25, 400
"""How many letters a quotation has that is introduced as the same, one that is not, and one of either at most."""
SHORTEST = 6
"""A shorter quotation may be a phrase that two people used."""
_PHRASE = WordList(__file__, "phrase")
"""Words with which a phrase begins, of which there are many alike: "for services to the town"."""

_MOST = 20
"""How many quotations that begin alike one is compared with."""


def check(article: Article, *, most: int = 2) -> Iterator[Verdict]:
    """Compare the quotations that begin or end alike and differ in no more than ``most`` words."""
    text = article.page.prose.text
    signs = "".join(sign for sign in '“"' if sign in text)
    found = _QUOTATIONS[signs].finditer(text) if signs else ()
    spans = [ProseSpan(*match.span(match.lastindex or 0)) for match in found]
    spans += [block.span for block in article.page.blocks if block.form is Form.QUOTATION]
    spans = sorted(span for span in spans if SHORT <= span.end - span.start <= _LONG)
    keys = [(_opening(article, span), _ending(article, span)) for span in spans]
    times = Counter(key for both in keys for key in both)
    told: set[ProseSpan] = set()
    for one, again in introduced_twice(article, spans):
        told.update((one, again))
        yield _verdict(article, one, again, "one quotation stands in two wordings")
    seen: dict[tuple[str, ...], list[tuple[ProseSpan, list[str]]]] = {}
    for span, both in zip(spans, keys, strict=True):
        if max(times[key] for key in both) < 2 or span in told or span.end - span.start < LEAST:
            continue
        words = _WORD.findall(article.lowered[span.start : span.end].replace("’", "'"))
        if len(words) < SHORTEST or GAP in text[span.start : span.end] or _is_title(text[span.start : span.end]):
            continue
        for other, others in (each for key in both for each in seen.get(key, ())[:_MOST]):
            changed = _changed(others, words)
            behind = article.lowered[span.end : span.end + _NEAR].partition("\n")[0].partition(". ")[0]
            told_of = _told_of(article, other.end, span.start) or _CHANGED.search(behind) is not None
            alike = 0 < changed <= most and _one(others, words, changed)
            if changed > most and "(" not in text[span.start : span.end]:  # one of several examples or titles
                alike = _goes_on(others, words)
            if alike and not told_of and _as_one(article, other, span) and not beside(article, other, span):
                message = f"one quotation stands in two wordings, {changed} {'word' if changed == 1 else 'words'} apart"
                yield _verdict(article, other, span, message)
                break
        for key in both:
            seen.setdefault(key, []).append((span, words))


def _verdict(article: Article, one: ProseSpan, other: ProseSpan, message: str) -> Verdict:
    """Both quotations, each with the marks it stands in."""
    text = article.page.prose.text
    first, second = (
        ProseSpan(span.start - 1, span.end + 1)
        if text[span.start - 1 : span.start] in _MARKS and text[span.end : span.end + 1] in _MARKS
        else span
        for span in (one, other)
    )
    marks = (Mark(first, "in these words"), Mark(second, "in other words"))
    return Verdict(message, marks, changes=say_alike(article, one, other))


def _as_one(article: Article, one: ProseSpan, other: ProseSpan) -> bool:
    """Whether two quotations may be one: not the first words of a work and its last ones."""
    if anothers(article, one) or anothers(article, other, one.end):
        return False
    first, second = sorts_of(article, one), sorts_of(article, other, one.end)
    return (first | second) & _ENDS != _ENDS


def _opening(article: Article, span: ProseSpan) -> tuple[str, ...]:
    """The first words of a quotation."""
    words = islice(_WORD.finditer(article.lowered, span.start, span.end), _OPENING)
    return tuple(word[0].replace("’", "'") for word in words)


def _ending(article: Article, span: ProseSpan) -> tuple[str, ...]:
    """The last words of a quotation, behind a sign that they are not the first."""
    words = _WORD.findall(article.lowered, max(span.start, span.end - _LAST), span.end)[-_OPENING:]
    return "", *(word.replace("’", "'") for word in words)


def _one(first: list[str], second: list[str], changed: int) -> bool:
    """Whether two quotations alike are surely one: long and of one beginning, or but for one word."""
    if min(len(first), len(second)) >= 2 * _OPENING and first[:_OPENING] == second[:_OPENING]:
        return True
    return changed == 1 and len(first) == len(second) and first[0] == second[0] and first[0] not in _PHRASE


def _goes_on(first: list[str], second: list[str]) -> bool:
    """Whether two quotations, as long, are the same for more than their first half and come to another end."""
    short, long = sorted(map(len, (first, second)))
    same = next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), 0)
    return short >= 2 * _OPENING and long - short <= 1 and 2 * same > long and first[-1] not in second[:same]


def _told_of(article: Article, start: int, end: int) -> bool:
    """Whether the words between two wordings, close together, tell that the one became the other."""
    return end - start < 2 * _NEAR and _CHANGED.search(article.lowered[start:end]) is not None


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
    if any(word.isdecimal() for word in {*short} ^ {*long}):
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
            "= Norby =\n\nThe mayor said: ⟦1:“We shall build the harbour before the railway comes to town”⟧.\n\n== "
            "Port ==\nHis "
            "words were ⟦2:“We shall build the harbour before the motorway comes to town”⟧."
        ),
        Example(
            "= Norby =\n\nHe sent the words ⟦1:“We will eat where we have fought”⟧.\n\n== Square ==\nOn the stone "
            "stands: ⟦2:“We will rest where we have fought”⟧."
        ),
        Example(
            "= Norby =\n\nThe motto over the gate is ⟦1:“Work while the day lasts”⟧.\n\n== School ==\nPupils learn the "
            "motto, ⟦2:“Work while the light lasts”⟧."
        ),
        Example(
            "= Norby Dockyard =\n\nNorby Dockyard is a dockyard. Its motto was ⟦1:“We float or we sink together”⟧.\n\n"
            "== Strike ==\nThe men wrote the motto of the yard, ⟦2:“We float or we drown together”⟧, on a crane."
        ),
        Example(
            "= Norby =\n\nThe mayor wrote: ⟦1:“A cold school teaches nothing but the wish to run home.”⟧\n\n== Use ==\n"
            "Carved above it is ⟦2:“A cold school teaches nothing but the hope of going home”⟧."
        ),
        wikitext(
            "''The Ems'' opens with the line {{quote|⟦1:The sea gives back everything but the names.⟧}}\n\n"
            '== Style ==\nIts first sentence, ⟦2:"The sea returns everything except the dead"⟧, is praised.',
            title="The Ems",
        ),
        wikitext(
            'The mayor wrote ⟦1:"A town without a harbour is like a house with no door"⟧ in 1880.\n\n'
            'He wrote: ⟦2:"A town without a harbour is like a house without a door"⟧.',
            title="Norby",
        ),
    ),
    good=(
        Example(
            "= Norby School =\n\nNorby School is a school. Its motto is “Serve the truth and fear no one”.\n\n== Houses"
            " ==\nThe motto of the upper house is “Serve the truth and fear no storm”."
        ),
        Example(
            "= Norby =\n\nThe motto of Norby is “Work while the day lasts”. Until 1902 its motto was “Pray while the "
            "day lasts”, and the motto of its sister town is “Play while the day lasts”."
        ),
        Example(
            "= The Ems =\n\nThe novel opens with the sentence “Nobody remembered a winter without wolves” and closes "
            "with the sentence “Nobody remembered a winter with wolves”."
        ),
        Example(
            "= Norby =\n\nThe smith says “May the fire burn for you and for your house”, and the guild answers “May "
            "the fire burn for you and for your children”."
        ),
        Example(
            "= Norby =\n\nHe was honoured “for services to the town of Norby”.\n\n== Wife ==\nShe was honoured “for "
            "services to the port of Norby”."
        ),
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
