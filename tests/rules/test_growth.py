"""An article that repeats a fault a thousand times takes a thousand times the time, never its square.

Every rule reads the example of every rule, told again and again: what is harmless to one may hang another.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from articles.article import Article
from rules.catalogue import Card, catalogue
from rules.harness import read, unmark
from rules.judge import judge
from rules.rule import Example

SHORT, LONG = 1_500, 12_000
"""Characters of an article."""
TWICE = 3
"""A long article may take so many times the time of as many characters in short ones."""
WORTH_A_LOOK = 0.03
"""Seconds below which a long article is read fast, whatever its time may grow with."""


def repeated(example: Example, size: int) -> Article:
    """An example told again and again: its title once, all else as one paragraph, or as it stands in wikitext."""
    title, _, rest = unmark(example.text).text.partition("\n")
    if example.reader == "wikitext" or not title.startswith("= "):
        title, rest = "", unmark(example.text).text
    joint = "\n\n" if example.reader == "wikitext" else " "
    body = rest.strip() if joint == "\n\n" else " ".join(rest.split())
    return read(example, f"{title}\n\n" + (body + joint) * (size // len(body) + 1))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    start = time.process_time()
    for _ in range(times):
        work()
    return time.process_time() - start


def stages(article: Article) -> dict[str, Callable[[], object]]:
    """What is done with an article, by name, in order."""
    cards: list[Card] = list(catalogue().values())
    first: dict[str, Callable[[], object]] = {"claims": lambda: article.claims, "facts": lambda: article.facts}
    return first | {card.slug: lambda card=card: judge(card, article) for card in cards}


def grows_faster(example: Example, name: str) -> bool:
    """Whether a stage takes far longer over a long article than over as many characters in short ones."""
    return all(_of(example, name, LONG) > TWICE * _of(example, name, SHORT, LONG // SHORT) for _ in range(2))


def _of(example: Example, name: str, size: int, times: int = 1) -> float:
    spent = 0.0
    for _ in range(times):
        for stage, work in stages(repeated(example, size)).items():
            took = seconds(work) if stage in ("claims", "facts", name) else 0.0
            spent += took if stage == name else 0.0
    return spent


@pytest.mark.parametrize("slug", sorted(catalogue()))
def test_what_is_told_again_and_again_takes_time_in_proportion(slug: str) -> None:
    example = catalogue()[slug].rule.bad[0]
    slow = [name for name, work in stages(repeated(example, LONG)).items() if seconds(work) > WORTH_A_LOOK]
    assert [name for name in slow if grows_faster(example, name)] == []


def test_a_square_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the measure were blind, the test above would pass whatever the rules did."""

    def squares(card: Card, article: Article) -> int:
        return sum(1 for _ in article.claims.all for _ in range(40 * len(article.claims.all)))

    monkeypatch.setitem(globals(), "judge", squares)
    assert grows_faster(Example("It rose from 200 to 250."), "growth-wrong")
