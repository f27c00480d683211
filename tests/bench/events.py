"""How well dated events are read: the diplomatic guides of ``../shared/corpora/us-relations`` against ``events.json``.

``python -m tests.bench.events [--misses]`` prints precision, recall and F1 an event type, over (article, type, year).
Headings are left out unless ``--headings`` is given: they hold the answer. With ``--stripped`` they stay
without their years.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.page import Form
from articles.readers.plain import read
from articles.source import Source

FOLDER = Path("../shared/corpora/us-relations")
GOLD = {
    "recognition": "recognition",
    "relations-established": "relations-established",
    "relations-ended": "relations-severed",
    "relations-reestablished": "relations-resumed",
    "mission-opened": "mission-opened",
    "mission-upgraded": "legation-raised-to-embassy",
    "mission-reopened": "mission-reopened",
    "mission-closed": "mission-closed",
}
OURS = {
    "legation-opened": "mission-opened",
    "embassy-opened": "mission-opened",
    "office-opened": "mission-opened",
    "legation-reopened": "mission-reopened",
    "embassy-reopened": "mission-reopened",
    "legation-closed": "mission-closed",
    "embassy-closed": "mission-closed",
}
YEARS = re.compile(r",? *[0-9][0-9–, -]*(?= *=+$)", re.MULTILINE)
"""The years at the end of a heading."""
Key = tuple[str, str, int]


class Score(NamedTuple):
    """Counts of one event type."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find."""
        return 2 * self.right / ((2 * self.right + self.wrong + self.missed) or 1)


def gold() -> dict[str, set[Key]]:
    """The events of the guides by type: article, type and year."""
    found: dict[str, set[Key]] = defaultdict(set)
    for event in json.loads((FOLDER / "events.json").read_text(encoding="utf-8")):
        for sort in event["types"]:
            if sort in GOLD:
                found[GOLD[sort]].add((event["file"], GOLD[sort], int(event["date"]["earliest"][:4])))
    return found


def ours(*, headings: bool, stripped: bool = False) -> dict[str, dict[Key, str]]:
    """The events that are read, each with the sentence that told it."""
    found: dict[str, dict[Key, str]] = defaultdict(dict)
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        page = read(Source(str(path), YEARS.sub("", text) if stripped else text))
        heads = {block.span for block in page.blocks if block.form is Form.HEADING}
        for fact in Article(page).facts:
            sort = OURS.get(fact.property, fact.property)
            if sort not in GOLD.values() or (fact.statement in heads) > headings or fact.scope.basis == "consular":
                continue
            assert isinstance(fact.value, Date)
            if fact.value.earliest is not None:
                key = path.name, sort, civil(fact.value.earliest)[0]
                found[sort].setdefault(key, page.text(fact.statement))
    return found


def scores(*, headings: bool = False, stripped: bool = False) -> dict[str, Score]:
    """The counts of every event type."""
    right, read_events = gold(), ours(headings=headings, stripped=stripped)
    return {
        sort: Score(
            len(right[sort] & read_events[sort].keys()),
            len(read_events[sort].keys() - right[sort]),
            len(right[sort] - read_events[sort].keys()),
        )
        for sort in sorted(set(GOLD.values()))
    }


def main(arguments: list[str]) -> None:
    """Print the table, and the misses when asked to."""
    headings, stripped = "--headings" in arguments, "--stripped" in arguments
    lines = [f"{'type':28} right wrong missed    F1"]
    for sort, score in scores(headings=headings, stripped=stripped).items():
        lines.append(f"{sort:28} {score.right:5} {score.wrong:5} {score.missed:6} {score.f1:6.3f}")
    if "--misses" in arguments:
        lines += _misses(headings=headings, stripped=stripped)
    sys.stdout.write("\n".join(lines) + "\n")


def _misses(*, headings: bool, stripped: bool) -> list[str]:
    right, read_events = gold(), ours(headings=headings, stripped=stripped)
    lines = []
    for sort in sorted(set(GOLD.values())):
        lines += [f"MISSED {key}" for key in sorted(right[sort] - read_events[sort].keys())]
        wrong = sorted(read_events[sort].keys() - right[sort])
        lines += [f"WRONG {key} {read_events[sort][key]}" for key in wrong]
    return lines


if __name__ == "__main__":
    main(sys.argv[1:])
