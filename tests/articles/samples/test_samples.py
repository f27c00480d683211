"""The samples are a newcomer's first report: a false alarm or an unseen slip in them is what they remember."""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from articles.kinds.kind import built_in
from checker.demo import demo
from reports.report import Report
from rules.catalogue import catalogue

SOUND = "Morvania–Varland relations"
PLANTED = tomllib.loads(Path(__file__).with_name("planted.toml").read_text(encoding="utf-8"))
EACH = [(title, slip["rule"], tuple(slip["evidence"])) for title, slips in PLANTED.items() for slip in slips]
UNSEEN = {(title, tuple(slip["evidence"])) for title, slips in PLANTED.items() for slip in slips if "unseen" in slip}


@cache
def report() -> Report:
    return demo()


@cache
def found() -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (told.finding.article, told.finding.rule, tuple(place.text for place in told.finding.evidence))
        for told in report().findings
    ]


def test_every_sample_is_read() -> None:
    assert report().failures == ()
    assert {article.title for article in report().articles} == {*PLANTED, SOUND}


def test_the_samples_show_every_kind_of_article() -> None:
    kinds = {article.kind for article in report().articles}
    assert kinds == set(built_in().by_name)


def test_the_sound_sample_stays_silent() -> None:
    assert [finding for finding in found() if finding[0] == SOUND] == []


@pytest.mark.parametrize("title", sorted(PLANTED))
def test_nothing_is_found_that_was_not_planted(title: str) -> None:
    alarms = Counter((rule, frozenset(texts)) for article, rule, texts in found() if article == title)
    planted = Counter((rule, frozenset(texts)) for article, rule, texts in EACH if article == title)
    assert alarms - planted == Counter()


@pytest.mark.parametrize(("title", "rule", "evidence"), EACH, ids=lambda value: value if isinstance(value, str) else "")
def test_what_was_planted_is_found(title: str, rule: str, evidence: tuple[str, ...]) -> None:
    if rule not in catalogue():
        pytest.skip(f"{rule} is not in the catalogue")
    places = [frozenset(texts) for article, name, texts in found() if (article, name) == (title, rule)]
    if frozenset(evidence) not in places and (title, evidence) in UNSEEN:
        pytest.xfail("planted, and not seen yet")
    assert frozenset(evidence) in places
