"""Dates of one event in the lists, tables and notes of the shared articles, read again by a few plain expressions.

What these read apart from the project is a yardstick: the day that a list gives for a state, and the day in the date
cell of its row in the table by country. Where both are days and differ, the tool should speak; where they are one
day, it should not.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from articles.article import Article
from articles.readers import wikitext
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge

FOLDER = Path("../shared/corpora/foreign-relations")
RULES = ("two-dates-for-one-event", "table-row-differs-from-note", "table-differs-from-table")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"[0-9]{{1,2}} (?:{MONTHS}) [0-9]{{4}}")
CELL = r" ?(?:\|\||\n\|) ?"
FLAG = r"\{\{flag\|([^|}]+)\}\}"
LISTED = re.compile(FLAG + CELL + r"\{\{(?:dts|Date table sorting)\|([^|}]+)\}\}", re.IGNORECASE)
ROW = re.compile(FLAG + CELL + r"([^|\n<{]{4,30}?) ?(?:\|\||\n|<)", re.IGNORECASE)
LEAST_FOUND = 0.9
"""Some of the differences are a first and a resumed establishment, or of a former state, and rightly silent."""
MOST_FALSE = 0.01

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER} is not here")


def days(pattern: re.Pattern[str], text: str) -> dict[str, tuple[int, str]]:
    """The place and the day for each state that a pattern finds once."""
    found: dict[str, tuple[int, str]] = {}
    for match in pattern.finditer(text):
        day = DAY.fullmatch(match[2].strip())
        if day:
            found[match[1]] = (match.start(2), day[0]) if match[1] not in found else (-1, "")
    return {name: place for name, place in found.items() if place[0] >= 0}


def test_conflicting_days_are_found_and_agreeing_ones_left_alone() -> None:
    conflicts = found = agreements = false = 0
    for path in sorted(FOLDER.glob("*.wiki")):
        text = path.read_text(encoding="utf-8")
        listed, rows = days(LISTED, text), days(ROW, text)
        if not listed.keys() & rows.keys():
            continue
        article = Article(wikitext.read(Source(path.name, text), path.stem))
        findings = [each for rule in RULES for each in judge(catalogue()[rule], article).findings]
        for name in listed.keys() & rows.keys():
            (one, first), (other, second) = listed[name], rows[name]
            both = any(
                all(any(e.start <= at + 8 and at <= e.end for e in finding.evidence) for at in (one, other))
                for finding in findings
            )
            conflicts, found = conflicts + (first != second), found + (both and first != second)
            agreements, false = agreements + (first == second), false + (both and first == second)
    assert conflicts > 50
    assert agreements > 300
    assert found >= conflicts * LEAST_FOUND
    assert false <= agreements * MOST_FALSE
