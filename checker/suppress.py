"""Findings that a comment in the article allows are left out and counted; a comment that allows nothing is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from articles.article import Article
from rules.catalogue import Card
from rules.finding import Alternative, Edit, Finding
from rules.judge import finding as told
from rules.laws.allowances import Allowance, allowances

UNUSED, UNTIED = "allowance-unused", "allowance-untied"


def suppressed(
    findings: Sequence[Finding], article: Article, cards: Sequence[Card], known: Collection[str]
) -> tuple[list[Finding], int]:
    """The findings that are left, and how many are allowed.

    ``cards`` are the rules that ran: that nothing was found for another one says nothing of its allowance.
    ``known`` are the slugs of all rules.
    """
    given = article.once(allowances)
    if not given:
        return list(findings), 0
    met: dict[Allowance, list[Finding]] = {allowance: [] for allowance in given}
    left: list[Finding] = []
    for finding in findings:
        by = [allowance for allowance in given if allowance.allows(finding)]
        for allowance in by:
            met[allowance].append(finding)
        if not by:
            left.append(finding)
    ran = {card.slug: card for card in cards}
    kept = (_tied(finding, met, ran, known) if finding.rule == UNTIED else finding for finding in left)
    count = len(findings) - len(left)
    return [*filter(None, kept), *_unused(met, article, ran, known)], count


def _tied(
    finding: Finding, met: dict[Allowance, list[Finding]], ran: Collection[str], known: Collection[str]
) -> Finding | None:
    """The finding of an allowance without keys, with the edit that adds them; None where it allows nothing."""
    allowance = next(each for each in met if each.span.start == finding.evidence[0].start)
    if not met[allowance]:
        return finding if allowance.slug in known and allowance.slug not in ran else None
    keys = " ".join(sorted({allowed.key for allowed in met[allowance]}))
    tie = Alternative("tie it to these values", (Edit(allowance.named, allowance.named, f" [{keys}]"),))
    return finding._replace(alternatives=(tie,), safe=True)


def _unused(
    met: dict[Allowance, list[Finding]], article: Article, ran: dict[str, Card], known: Collection[str]
) -> Iterator[Finding]:
    card = ran.get(UNUSED)
    for allowance, allowed in met.items():
        if card is None or allowed or not allowance.reason:
            continue
        if known and allowance.slug not in known:
            message = f"the allowance names a rule that does not exist: {allowance.slug}"
        elif allowance.slug in ran:
            message = f"the allowance of {allowance.slug} is not needed: nothing like it is found"
        else:
            continue
        yield told(card, allowance.verdict(message), article.page)
