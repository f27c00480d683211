"""Proves a rule by its own examples: exactly the marked places, in their order, and nothing else.

In an example the expected evidence is marked ``⟦1:…⟧``, ``⟦2:…⟧`` in the order in which the rule
yields it; marks may nest, and a second finding goes on counting. An example without marks must stay silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from articles.article import Article
from articles.readers import plain, wikitext
from articles.regex import regex
from articles.source import Source, Span
from rules.catalogue import Card
from rules.judge import judge
from rules.manual import ManualError, manual
from rules.rule import Example

_MARK = regex(r"⟦([0-9]{1,3}):|⟧")


class ExampleError(ValueError):
    """An example that cannot be used: marks missing, unbalanced or miscounted, or an unknown reader."""


class Marked(NamedTuple):
    """A text freed of its marks, and what they marked, in the order of their numbers."""

    text: str
    spans: tuple[Span, ...]


def unmark(text: str) -> Marked:
    """Take the marks out of a text. Raises :class:`ExampleError` where they do not nest or count from 1."""
    pieces: list[str] = []
    opened: list[tuple[int, int]] = []
    found: dict[int, Span] = {}
    copied = length = 0
    for match in _MARK.finditer(text):
        pieces.append(text[copied : match.start()])
        length += match.start() - copied
        copied = match.end()
        if match[1]:
            opened.append((int(match[1]), length))
        elif opened:
            number, start = opened.pop()
            if number in found:
                raise ExampleError(f"mark {number} stands twice")
            found[number] = Span(start, length)
        else:
            raise ExampleError("a mark is closed that was never opened")
    if opened:
        raise ExampleError(f"mark {opened[-1][0]} is not closed")
    if sorted(found) != list(range(1, len(found) + 1)):
        raise ExampleError(f"marks must count from 1 without a hole, not {sorted(found)}")
    return Marked("".join(pieces) + text[copied:], tuple(found[number] for number in sorted(found)))


def read(example: Example, text: str) -> Article:
    """Read an example's text, freed of marks, with the reader that it names."""
    source = Source(f"{example.title}.{example.reader}", text)
    match example.reader:
        case "plain":
            return Article(plain.read(source))
        case "wikitext":
            return Article(wikitext.read(source, example.title))
        case _:
            raise ExampleError(f"no reader is called “{example.reader}”; known are plain and wikitext")


def mismatch(card: Card, example: Example) -> str | None:
    """How a rule's findings differ from an example's marks; None where they are the same."""
    marked = unmark(example.text)
    article = read(example, marked.text)
    found = judge(card, article).findings
    spans = tuple(Span(place.start, place.end) for finding in found for place in finding.evidence)
    if spans == marked.spans:
        return None
    return "\n".join(
        [
            f"{card.slug}: the evidence is not what the example marks",
            f"  marked: {_told(article, marked.spans)}",
            f"  found:  {_told(article, spans)}",
            *(f"  - {finding.message}" for finding in found),
            f"  in: {marked.text!r}",
        ]
    )


def problems(card: Card) -> list[str]:
    """What keeps a rule out of the catalogue: its manual, its examples, their proof. Empty when all is well."""
    return [said for _, problem in checks(card) if (said := problem())]


def checks(card: Card) -> Iterator[tuple[str, Callable[[], str | None]]]:
    """What a rule has to prove, each with a name, and what says how it fails; None where it does not."""
    yield "manual page", partial(_manual_problem, card)
    yield "an example of the fault and a near miss", partial(_lack, card)
    for word, examples in (("bad", card.rule.bad), ("good", card.rule.good)):
        for number, example in enumerate(examples, 1):
            yield f"{word} example {number}", partial(_example_problem, card, example, bad=word == "bad")


def _manual_problem(card: Card) -> str | None:
    try:
        manual(card.manual)
    except ManualError as error:
        return f"{card.slug}: {error}"
    return None


def _example_problem(card: Card, example: Example, *, bad: bool) -> str | None:
    try:
        _check_marks(example, bad=bad)
        return mismatch(card, example)
    except ExampleError as error:
        return f"{card.slug}: {error}, in {example.text[:60]!r}"


def _lack(card: Card) -> str | None:
    if card.rule.bad and card.rule.good:
        return None
    return f"{card.slug}: a rule needs an example of the fault and a near miss that is fine"


def _check_marks(example: Example, *, bad: bool) -> None:
    """A bad example without marks, or a good one with them, does not load."""
    if bad != bool(unmark(example.text).spans):
        raise ExampleError("a bad example marks its evidence" if bad else "a good example has no marks")


def _told(article: Article, spans: tuple[Span, ...]) -> str:
    if not spans:
        return "nothing"
    text = article.page.source.text
    return ", ".join(f"[{start}:{end}] {text[start:end]!r}" for start, end in spans)
