"""How many findings stand when what surrounds them is told otherwise: light edits of every rule's own bad examples.

``python -m tests.variation.harness [--rule SLUG] [--edit NAME] [--lost]`` prints what became of the findings.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from articles.source import Span
from rules.catalogue import Card, catalogue
from rules.harness import Marked, read, unmark
from rules.judge import judge
from rules.rule import Example
from tests.variation.edits import EDITS, applied, sentences


class Varied(NamedTuple):
    """A bad example after an edit, and whether its finding still stands."""

    rule: str
    edit: str
    marked: Marked
    found: bool


def found(card: Card, example: Example, marked: Marked) -> bool:
    """Whether a rule finds just what is marked."""
    places = judge(card, read(example, marked.text)).findings
    return sorted(Span(each.start, each.end) for one in places for each in one.evidence) == sorted(marked.spans)


def varied(rules: Collection[str] = (), edits: Collection[str] = ()) -> Iterator[Varied]:
    """Every bad example of some rules, or of all, after each of some edits, or of all."""
    for slug, card in catalogue().items():
        for example in card.rule.bad if not rules or slug in rules else ():
            article = sentences(unmark(example.text))
            for name in edits or EDITS:
                changes = list(EDITS[name](article))
                if changes:
                    marked = applied(article.marked, changes)
                    yield Varied(slug, name, marked, found(card, example, marked))


def _shown(told: Varied) -> str:
    text = told.marked.text.replace("\n", "⏎")
    return f"  {told.rule}, {told.edit}: {text}"


def main(arguments: list[str] | None = None) -> None:
    """Print the share that still stands, by edit and by rule, and on demand what was lost."""
    grammar = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    grammar.add_argument("--rule", action="append", default=[], help="only the examples of this rule")
    grammar.add_argument("--edit", action="append", default=[], choices=sorted(EDITS), help="only this edit")
    grammar.add_argument("--lost", action="store_true", help="show what was lost")
    options = grammar.parse_args(arguments)
    told = list(varied(options.rule, options.edit))
    for names in ([each.edit for each in told], [each.rule for each in told]):
        stood = Counter(name for name, each in zip(names, told, strict=True) if each.found)
        for name, number in sorted(Counter(names).items(), key=lambda pair: stood[pair[0]] / pair[1]):
            print(f"{name:32} {stood[name]:5} of {number:5}  {stood[name] / number:.2f}")
        print()
    if options.lost:
        print(*(_shown(each) for each in told if not each.found), sep="\n")
    print(f"{'all':32} {sum(each.found for each in told):5} of {len(told):5}")


if __name__ == "__main__":
    main()
