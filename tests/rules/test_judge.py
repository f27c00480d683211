"""The crossing from verdicts to findings: what a user sees as evidence, and what a baseline remembers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from articles.article import Article
from articles.claims.claim import Claims
from articles.page import Block, Form, Page, Place
from articles.readers.wikitext import read as read_wikitext
from articles.source import Source, Span
from articles.textmap import ProseSpan, TextMapBuilder
from rules.catalogue import Card
from rules.finding import Confidence, Severity
from rules.judge import LONGEST_EVIDENCE, MOST_EVIDENCE, finding, judge
from rules.rule import Change, Mark, Outcome, Rule, Verdict

TEXT = "Trade is {{US$|5}} in 1990.\nIt was &euro;7 in 1992."


def page(text: str = TEXT) -> Page:
    """Two paragraphs with a rendered template and a rendered entity."""
    builder = TextMapBuilder(text)
    template, entity = text.find("{{"), text.find("&euro;")
    builder.copy(0, template)
    builder.replace(template, template + 9, "$5")
    builder.copy(template + 9, entity)
    builder.replace(entity, entity + 6, "€")
    builder.copy(entity + 6, len(text))
    prose = builder.build()
    blocks = tuple(Block(ProseSpan(0, len(line)), Place.LEAD, Form.PARAGRAPH, -1) for line in prose.text.split("\n"))
    return Page(Source("a.wiki", text), "wikitext", "Trade", None, prose, blocks)


def card(check: Any = None, **changes: Any) -> Card:
    rule = Rule(check, Severity.WARNING, Confidence.MEDIUM, (), (), **changes)
    return Card("trade-off", "money", "Trade is off.", rule)


def test_a_rendered_value_is_shown_as_the_template_an_editor_must_edit() -> None:
    found = finding(card(), Verdict("x", (Mark(ProseSpan(9, 11), "here"),)), page())
    assert [(e.text, e.line, e.column, e.end_column, e.note) for e in found.evidence] == [
        ("{{US$|5}}", 1, 10, 19, "here")
    ]


def test_a_source_span_is_taken_as_it_is() -> None:
    found = finding(card(), Verdict("x", (Mark(Span(28, 30), ""),)), page())
    assert (found.evidence[0].text, found.evidence[0].line, found.evidence[0].column) == ("It", 2, 1)


def test_evidence_never_runs_into_the_next_paragraph() -> None:
    found = finding(card(), Verdict("x", (Mark(ProseSpan(12, 40), ""),)), page())
    assert found.evidence[0].text == "in 1990."
    long = replace(page(), source=Source("a.wiki", "one\n \ntwo"))
    assert finding(card(), Verdict("x", (Mark(Span(0, 9), ""),)), long).evidence[0].text == "one"


def test_evidence_is_never_too_much_to_read() -> None:
    long = replace(page(), source=Source("a.wiki", "word " * 400))
    marks = tuple(Mark(Span(0, 2000), str(number)) for number in range(20))
    found = finding(card(), Verdict("x", marks), long)
    assert len(found.evidence) == MOST_EVIDENCE
    assert all(len(piece.text) <= LONGEST_EVIDENCE and piece.text.endswith("word") for piece in found.evidence)


def test_the_fingerprint_follows_the_values_and_not_the_place() -> None:
    def named(text: str) -> str:
        here = page(text)
        year = here.prose.text.find("199")
        return finding(card(), Verdict("x", (Mark(ProseSpan(year, year + 4), ""),)), here).fingerprint

    assert named(TEXT) == named("Long ago. " + TEXT)
    assert named(TEXT) != named(TEXT.replace("1990", "1991"))


def test_a_verdict_may_lower_severity_and_confidence_and_never_raise_them() -> None:
    def grade(severity: Severity, confidence: Confidence) -> tuple[Severity, Confidence]:
        verdict = Verdict("x", (Mark(Span(0, 1), ""),), severity=severity, confidence=confidence)
        found = finding(card(), verdict, page())
        return found.severity, found.confidence

    assert grade(Severity.NOTE, Confidence.LOW) == (Severity.NOTE, Confidence.LOW)
    assert grade(Severity.ERROR, Confidence.HIGH) == (Severity.WARNING, Confidence.MEDIUM)


def test_an_edit_replaces_the_whole_of_what_was_rendered() -> None:
    change = Change("keep the first", ((ProseSpan(9, 11), "six"),))
    found = finding(card(), Verdict("x", (Mark(Span(0, 1), ""),), changes=(change,)), page())
    assert found.alternatives[0].edits[0] == (9, 18, "six")


def test_silence_is_counted() -> None:
    def check(article: Article, *, share: int = 20) -> Iterator[Verdict | Outcome]:
        yield Outcome.CONSISTENT
        yield Outcome.BY_ROUNDING
        yield Verdict(f"over {share}", (Mark(Span(0, 1), ""), Mark(Span(2, 3), "")))
        yield Verdict("no section", (Mark(Span(0, 1), ""),))

    told = judge(card(check), Article(page()), {"share": 30})
    assert [f.message for f in told.findings] == ["over 30", "no section"]
    assert told.outcomes == {Outcome.CONSISTENT: 1, Outcome.BY_ROUNDING: 1, Outcome.CONFLICTING: 1}


@pytest.mark.parametrize("needs", [{"claims": frozenset({"money"})}, {"properties": frozenset({"gdp"})}])
def test_a_rule_never_runs_on_an_article_without_what_it_reads(needs: dict[str, Any]) -> None:
    def check(article: Article) -> Iterator[Verdict | Outcome]:
        yield Outcome.CONSISTENT

    article = Article(page())
    article.__dict__.update(claims=Claims((), ()), facts=())
    assert not judge(card(check, **needs), article).outcomes
    assert judge(card(check), article).outcomes


@pytest.mark.parametrize(
    ("markup", "old", "new", "becomes"),
    [
        (
            "{{birth date|1815|12|10|df=yes}}",
            "10 December 1815",
            "10 December 1811",
            "{{birth date|1811|12|10|df=yes}}",
        ),
        ("{{convert|2100|m|ft}}", "2,100 m", "2,150 m", "{{convert|2150|m|ft}}"),
        ("{{formatnum:12500}}", "12,500", "12,700", "{{formatnum:12700}}"),
        ("12&nbsp;km", "12\xa0km", "14\xa0km", "14&nbsp;km"),
        ("{{birth date|1815|12|10|df=yes}}", "10 December 1815", "in winter", "in winter"),
        ("{{birth date|1815|12|10|df=yes}}", "December 1815", "in winter", None),
    ],
)
def test_an_edit_keeps_the_template_that_writes_a_value(markup: str, old: str, new: str, becomes: str | None) -> None:
    """Whoever takes an alternative keeps the markup, and loses nothing that it says beside."""
    read = read_wikitext(Source("Norby.wiki", f"Of Norby {markup} is told.\n"), "Norby")
    at = read.prose.text.index(old)
    changes = (Change("write another", ((ProseSpan(at, at + len(old)), new),)),)
    made = finding(card(), Verdict("x", (Mark(ProseSpan(at, at + 1), "y"),), changes=changes), read)
    assert [edit.text for change in made.alternatives for edit in change.edits] == ([becomes] if becomes else [])
