"""One pure function: from a page to everything its check came to. No clock, no file, no order of calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from articles.article import Article
from articles.facts.read import MOST as MOST_FACTS
from articles.kinds.kind import Kinds
from articles.page import Page
from articles.textmap import ProseSpan
from checker.crash import crash
from checker.suppress import suppressed
from reports.report import ArticleSummary, Checked, Comparisons, Failure, tell
from rules.catalogue import Card
from rules.finding import Finding
from rules.judge import Judgement, judge
from rules.rule import Outcome, thresholds

MOST_TABLES = 1_000
"""Tables of a page that are read as tables: far over ten times what the longest articles have."""
AS_OF = "as_of"
"""A rule whose ``check`` takes a parameter of this name is given the day number of ``--as-of``."""


@dataclass(frozen=True)
class Plan:
    """How an article is to be checked.

    ``thresholds`` holds the user's own, by slug; ``today`` is the day number that "now" means. ``with_text``
    asks for the article's text beside its findings, for formats that show whole articles. ``known`` are the slugs of
    all rules, those that do not run included; empty where nobody needs to tell an unknown one.
    """

    cards: tuple[Card, ...]
    thresholds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    kinds: Kinds | None = None
    today: int | None = None
    with_text: bool = False
    known: frozenset[str] = frozenset()

    def arguments(self, card: Card) -> dict[str, Any]:
        """What a rule's ``check`` is called with beside the article."""
        given = dict(self.thresholds.get(card.slug, {}))
        if self.today is not None and AS_OF in thresholds(card.rule):
            given[AS_OF] = self.today
        return given


def check_page(page: Page, plan: Plan) -> Checked:
    """Check one article. A rule that crashes is a failure of its own; the others go on."""
    failures: list[Failure] = []
    article = Article(_bounded(page, failures), plan.kinds)
    summary = _summary(article, failures)
    findings: list[Finding] = []
    outcomes: Counter[Outcome] = Counter()
    for card in plan.cards:
        judged = _judged(card, article, plan, failures)
        findings += judged.findings
        if judged.outcomes:
            outcomes.update(judged.outcomes)
    findings, allowed = suppressed(findings, article, plan.cards, plan.known)
    checked = Checked(
        summary,
        tuple(tell(finding, page.source) for finding in findings),
        tuple(failures),
        Comparisons(*(outcomes[outcome] for outcome in Outcome)),
        suppressed=allowed,
    )
    return _shown_whole(checked, article) if plan.with_text and findings else checked


def _shown_whole(checked: Checked, article: Article) -> Checked:
    """With the text of the article and what its pictures are drawn from."""
    from checker.drawn import dated, with_readings

    told = with_readings(article, checked.findings)
    return checked._replace(findings=told, text=article.page.source.text, dated=dated(article))


def settable(card: Card) -> dict[str, Any]:
    """The thresholds of a rule that a user may set, and their defaults, by name as the configuration has it."""
    return {name.replace("_", "-"): default for name, default in thresholds(card.rule).items() if name != AS_OF}


def _bounded(page: Page, failures: list[Failure]) -> Page:
    """The page with no more tables than an article can have."""
    if len(page.tables) <= MOST_TABLES:
        return page
    failures.append(Failure(page.source.path, page.title, None, f"reading stopped at {MOST_TABLES:,} tables"))
    return replace(page, tables=page.tables[:MOST_TABLES])


def _summary(article: Article, failures: list[Failure]) -> ArticleSummary:
    page = article.page
    summary = ArticleSummary(page.source.path, page.title, "generic", page.page_id, page.revision_id)
    try:
        summary = summary._replace(kind=article.kind.name, claims=len(article.claims.all))
        if article.claims.unread is not None:
            failures.append(Failure(page.source.path, page.title, None, _too_many(article, article.claims.unread)))
        if len(article.facts) == MOST_FACTS:
            failures.append(Failure(page.source.path, page.title, None, f"reading stopped at {MOST_FACTS:,} facts"))
        return summary._replace(facts=len(article.facts))
    except Exception as error:
        failures.append(Failure(page.source.path, page.title, None, f"the article could not be read: {crash(error)}"))
        return summary


def _too_many(article: Article, unread: int) -> str:
    page = article.page
    line = page.source.position(page.prose.to_source(ProseSpan(unread, unread)).start).line
    return f"too many numbers and dates: those from line {line:,} on were not read"


def _judged(card: Card, article: Article, plan: Plan, failures: list[Failure]) -> Judgement:
    page = article.page
    try:
        judged = judge(card, article, plan.arguments(card))
    except Exception as error:
        said = crash(error)
        # What cannot be read crashes every rule that asks for it; that has been told once.
        if not any(failure.rule is None and said in failure.message for failure in failures):
            failures.append(Failure(page.source.path, page.title, card.slug, f"the rule crashed: {said}"))
        return Judgement((), Counter())
    if judged.stopped:
        message = f"the rule made more than {len(judged.findings):,} findings: the others are left out"
        failures.append(Failure(page.source.path, page.title, card.slug, message))
    return judged
