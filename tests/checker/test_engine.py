"""The engine: one page in, everything its check came to out, whatever a rule does."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from articles.article import Article
from articles.readers import wikitext
from articles.readers.plain import read
from articles.source import Source, Span
from checker.crash import crash
from checker.engine import Plan, check_page
from rules.catalogue import Card
from rules.finding import Confidence, Severity
from rules.rule import Mark, Outcome, Rule, Verdict

PAGE = read(Source("a.txt", "= Town =\n\nFounded in 1989 and in 1990.\n"))
MARKS = (Mark(Span(2, 6), "one"), Mark(Span(10, 17), "other"))


def card(check: Any, slug: str = "odd") -> Card:
    return Card(slug, "dates", "Odd.", Rule(check, Severity.ERROR, Confidence.HIGH, (), ()))


def finds(article: Article, *, share: int = 20) -> Iterator[Verdict | Outcome]:
    yield Verdict(f"over {share}", MARKS)
    yield Outcome.INCOMPARABLE


def crashes(article: Article) -> Iterator[Verdict | Outcome]:
    yield Verdict("half done", MARKS)
    raise RuntimeError("\x1b[31mof no\nuse")


def test_counts_and_findings_of_all_rules_come_together() -> None:
    checked = check_page(PAGE, Plan((card(finds), card(finds, "other"))))
    assert [told.finding.rule for told in checked.findings] == ["odd", "other"]
    assert (checked.comparisons.conflicting, checked.comparisons.incomparable) == (2, 2)
    assert checked.summary.claims == len(Article(PAGE).claims.all) > 0
    assert checked.findings[0].excerpts[0].text == "Town"


def test_a_crash_is_told_in_a_line_and_costs_one_rule() -> None:
    checked = check_page(PAGE, Plan((card(crashes, "crashes"), card(finds))))
    (failure,) = checked.failures
    assert (failure.path, failure.article, failure.rule) == ("a.txt", "Town", "crashes")
    assert "\n" not in failure.message
    assert [told.finding.rule for told in checked.findings] == ["odd"]


def test_what_cannot_be_read_is_told_once_and_not_by_every_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise RecursionError("too deep")

    def asks(article: Article) -> Iterator[Verdict | Outcome]:
        yield from (Outcome.CONSISTENT for _ in article.facts)

    monkeypatch.setattr("articles.article.read_facts", refuse)
    checked = check_page(
        PAGE, Plan((card(asks), card(asks, "another"), card(finds, "other"), card(crashes, "crashes")))
    )
    assert [failure.rule for failure in checked.failures] == [None, "crashes"]
    assert [told.finding.rule for told in checked.findings] == ["other"]


def test_an_article_whose_claims_crash_is_a_failure_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(page: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("articles.article.extract", refuse)
    checked = check_page(PAGE, Plan((card(finds),)))
    (failure,) = checked.failures
    assert (failure.rule, failure.article) == (None, "Town")
    assert failure.message.startswith("the article could not be read: RecursionError: too deep (")
    assert len(checked.findings) == 1


def test_numbers_beyond_all_measure_are_told_with_the_line_on_which_reading_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articles.claims.reader.MOST", 2)
    page = read(Source("a.txt", "= Town =\n\nIt has 5,000 people.\n\nIt had 4,000 in 1990.\n"))
    checked = check_page(page, Plan((card(finds),)))
    (failure,) = checked.failures
    assert failure.message == "too many numbers and dates: those from line 5 on were not read"
    assert checked.summary.claims == 2
    assert len(checked.findings) == 1


def test_places_beyond_all_measure_that_are_no_numbers_are_told_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.claims.reader.MOST_PLACES", 2)
    page = read(Source("a.txt", "= Town =\n\nRoom 101 and room 102.\n\nIt had 4,000 in 1990.\n"))
    (failure,) = check_page(page, Plan((card(finds),))).failures
    assert failure.message == "too many numbers and dates: those from line 5 on were not read"


def test_facts_beyond_all_measure_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.facts.read.MOST", 2)
    monkeypatch.setattr("checker.engine.MOST_FACTS", 2)
    sentences = " ".join(f"In {year} Peru had a population of 2,000,000." for year in range(1990, 1995))
    checked = check_page(read(Source("a.txt", f"= Peru =\n\n{sentences}\n")), Plan((card(finds),)))
    assert [failure.message for failure in checked.failures] == ["reading stopped at 2 facts"]
    assert checked.summary.facts == 2


def test_tables_beyond_all_measure_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.engine.MOST_TABLES", 1)
    page = wikitext.read(Source("a.wiki", "{|\n| 1\n|}\n\n{|\n| 2\n|}\n"), "Town")
    checked = check_page(page, Plan((card(finds),)))
    assert [failure.message for failure in checked.failures] == ["reading stopped at 1 tables"]
    assert len(checked.findings) == 1


def test_a_flood_of_findings_is_cut_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def floods(article: Article) -> Iterator[Verdict | Outcome]:
        yield from (Verdict(f"number {number}", MARKS) for number in range(9))

    monkeypatch.setattr("rules.judge.MOST_FINDINGS", 3)
    checked = check_page(PAGE, Plan((card(floods, "floods"), card(finds))))
    assert [told.finding.rule for told in checked.findings] == ["floods", "floods", "floods", "odd"]
    (failure,) = checked.failures
    assert (failure.rule, failure.message) == ("floods", "the rule made more than 3 findings: the others are left out")


def test_thresholds_and_the_day_reach_the_rules_that_ask_for_them() -> None:
    def dated(article: Article, *, as_of: int = 0) -> Iterator[Verdict | Outcome]:
        yield Verdict(f"day {as_of}", MARKS[:1])

    plan = Plan((card(finds), card(dated, "dated")), {"odd": {"share": 30}}, today=738000)
    assert [told.finding.message for told in check_page(PAGE, plan).findings] == ["over 30", "day 738000"]


def test_the_text_comes_along_only_where_it_is_wanted_and_something_was_found() -> None:
    assert check_page(PAGE, Plan((card(finds),))).text is None
    assert check_page(PAGE, Plan((card(finds),), with_text=True)).text == PAGE.source.text
    assert check_page(PAGE, Plan((), with_text=True)).text is None


def test_a_crash_names_no_place_of_this_machine() -> None:
    with pytest.raises(AttributeError) as raised:
        check_page(None, Plan(()))  # type: ignore[arg-type]
    assert re.search(r" \([a-z]+/[a-z]+\.py:[0-9]+\)$", crash(raised.value))
