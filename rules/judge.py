"""From verdicts to findings: the one place where prose spans become source spans.

The engine and the harness that runs the rules' own examples both come through here, so an example
proves exactly what a user will see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from typing import Any, NamedTuple

from articles.article import Article
from articles.page import Page
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from rules.catalogue import Card
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding
from rules.rule import Change, Mark, Outcome, Rule, Verdict

MOST_FINDINGS = 1_000
"""Findings of one rule in one article. Nobody reads more; an article that means harm could make a million."""
MOST_EVIDENCE = 14
LONGEST_EVIDENCE = 239
_BLANK_LINE = regex(r"\n[ \t\r]*\n")
_CONFIDENCES = tuple(Confidence)


class Judgement(NamedTuple):
    """What one rule came to in one article: its findings in the rule's order, and its comparisons counted.

    ``stopped`` says that there were more than :data:`MOST_FINDINGS`, and that the rule was stopped there.
    """

    findings: tuple[Finding, ...]
    outcomes: Counter[Outcome]
    stopped: bool = False


def applies(rule: Rule, article: Article) -> bool:
    """Whether the article holds anything that the rule reads."""
    if not rule.claims and not rule.properties:
        return True
    if not rule.claims.isdisjoint(article.claim_kinds):
        return True
    return not rule.properties.isdisjoint(article.facts_by_property)


def judge(card: Card, article: Article, thresholds: Mapping[str, Any] | None = None) -> Judgement:
    """Run one rule over one article. Whatever the rule raises goes on to the caller."""
    findings: list[Finding] = []
    outcomes: Counter[Outcome] = Counter()
    if not applies(card.rule, article):
        return Judgement((), outcomes)
    for said in card.rule.check(article, **(thresholds or {})):
        if isinstance(said, Outcome):
            outcomes[said] += 1
            continue
        if len(findings) == MOST_FINDINGS:
            return Judgement(tuple(findings), outcomes, stopped=True)
        findings.append(finding(card, said, article.page))
        if len(said.evidence) > 1 or said.calculation:
            outcomes[Outcome.CONFLICTING] += 1
    return Judgement(tuple(findings), outcomes)


def finding(card: Card, verdict: Verdict, page: Page) -> Finding:
    """A verdict as the reports tell it, its places in the source."""
    evidence = tuple(_evidence(mark, page) for mark in verdict.evidence[:MOST_EVIDENCE])
    rule = card.rule
    return Finding(
        rule=card.slug,
        family=card.family,
        severity=min(rule.severity, verdict.severity or rule.severity, key=lambda severity: severity.rank),
        confidence=max(rule.confidence, verdict.confidence or rule.confidence, key=_CONFIDENCES.index),
        message=verdict.message,
        path=page.source.path,
        article=page.title,
        evidence=evidence,
        calculation=verdict.calculation,
        hint=verdict.hint,
        alternatives=tuple(_alternative(change, page) for change in verdict.changes),
        fingerprint=fingerprint(card.slug, page.title, evidence),
        safe=verdict.safe and bool(verdict.changes),
    )


def fingerprint(rule: str, title: str, evidence: tuple[Evidence, ...]) -> str:
    """A finding's lasting name: it survives edits elsewhere and changes with any value it rests on."""
    told = dumps([rule, title, *(piece.text for piece in evidence)], ensure_ascii=True)
    return sha256(told.encode()).hexdigest()[:32]


def place(span: ProseSpan | Span, page: Page) -> Span:
    """Where in the source a span stands, whichever of the two texts it is a span of."""
    return page.prose.to_source(span) if isinstance(span, ProseSpan) else span


def _evidence(mark: Mark, page: Page) -> Evidence:
    source = page.source
    span = _within_paragraph(mark.span, page)
    first, last = source.position(span.start), source.position(span.end)
    return Evidence(
        span.start, span.end, first.line, first.column, last.line, last.column, source.slice(span), mark.note
    )


def _within_paragraph(span: ProseSpan | Span, page: Page) -> Span:
    """The place of a mark, cut where its paragraph ends or the evidence would grow too long to read."""
    if isinstance(span, ProseSpan):
        newline = page.prose.text.find("\n", span.start, span.end)
        span = ProseSpan(span.start, newline) if newline >= 0 else span
    at = place(span, page)
    text = page.source.text[at.start : min(at.end, at.start + LONGEST_EVIDENCE)]
    blank = _BLANK_LINE.search(text)
    text = (text[: blank.start()] if blank else text).rstrip()
    return Span(at.start, at.start + len(text))


def _alternative(change: Change, page: Page) -> Alternative:
    edits = ((place(span, page), text) for span, text in change.edits)
    return Alternative(change.label, tuple(Edit(span.start, span.end, text) for span, text in edits))
