"""The rules for a reader at the terminal: the table of all, and one rule's manual page with real output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import Any

from checker import __version__
from checker.engine import Plan, check_page, settable
from checker.usage import UsageError, nearest
from reports.formats import Look, written
from reports.report import Checked, Gathering
from reports.terminal import plainly
from rules.calibration import UNMEASURED, calibration, measured, percent
from rules.catalogue import Card, catalogue
from rules.harness import read, unmark
from rules.manual import parts
from rules.rule import Example

INDENT = "    "


def rules_table(cards: Mapping[str, Card]) -> Iterator[str]:
    """Every rule on a line: slug, family, severity, confidence, measured precision, and its fault in a sentence."""
    rows = [
        (card.slug, card.family, _severity(card), str(card.rule.confidence), _measured(card), parts(card.manual).fault)
        for card in cards.values()
    ]
    head = ("rule", "family", "severity", "confidence", "precision", "the fault")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head) - 1)]
    for row in (head, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]) + "\n"


def rules_json(cards: Mapping[str, Card]) -> list[dict[str, Any]]:
    """Every rule as an object, its thresholds with their defaults included."""
    return [
        {
            "slug": card.slug,
            "family": card.family,
            "severity": card.rule.severity.value,
            "confidence": card.rule.confidence.value,
            "preview": card.rule.preview,
            "measured": figures.as_json() if (figures := measured(card.slug)) else None,
            "fault": parts(card.manual).fault,
            "thresholds": {name: plain(default) for name, default in settable(card).items()},
        }
        for card in cards.values()
    ]


def known(slug: str, cards: Mapping[str, Card]) -> Card:
    """The card of a rule. Raises :class:`UsageError` for a rule that does not exist."""
    if slug not in cards:
        raise UsageError(f"there is no rule '{slug}'{nearest(slug, cards)}")
    return cards[slug]


def explain(card: Card, look: Look) -> Iterator[str | bytes]:
    """A rule's manual page, its examples and what they lead to."""
    page = parts(card.manual)
    yield f"{card.slug}  ({card.family}, {_severity(card)}, confidence {card.rule.confidence})\n\n"
    yield _wrapped(page.fault, look)
    yield "\n" + _wrapped(f"Why: {page.why}", look) + "\n" + _wrapped(f"Right all the same: {page.right}", look)
    yield "\n" + _wrapped(precision(card.slug), look)
    for name, default in settable(card).items():
        yield f"\nThreshold: {name} = {plain(default)} (table rule.{card.slug} of the configuration)\n"
    for example in card.rule.bad:
        yield "\nFor example:\n\n"
        yield from _shown(example)
        yield "\n"
        yield output(checked(card, example), look)
    yield "\nThese are fine:\n"
    for example in card.rule.good:
        yield "\n"
        yield from _shown(example)


def precision(slug: str) -> str:
    """What is known of a rule's precision, in a sentence."""
    figures = measured(slug)
    if figures is None:
        return "Precision: unmeasured. No finding of it on real articles has been judged yet."
    low, high = (percent(share) for share in figures.interval)
    return (
        f"Precision: {figures}, 95 % interval {low} to {high} %. It made {figures.findings} findings in "
        f"{calibration().corpus}; of those judged {figures.true} were true, {figures.false} false and "
        f"{figures.unclear} unclear."
    )


def _shown(example: Example) -> Iterator[str]:
    for line in unmark(example.text).text.strip("\n").split("\n"):
        yield f"{INDENT}{plainly(line)}".rstrip() + "\n"


def output(of: Checked, look: Look) -> bytes:
    """What a check says of an example, but for the last paragraph, which counts."""
    gathering = Gathering(__version__)
    gathering.add(of)
    return b"".join(written("text", gathering.report(), look)).rpartition(b"\n\n")[0] + b"\n"


def checked(card: Card, example: Example, *, with_text: bool = False) -> Checked:
    """What a check with one rule comes to on one of its examples."""
    plan = Plan((card,), with_text=with_text, known=frozenset(catalogue()))
    return check_page(read(example, unmark(example.text).text).page, plan)


def _wrapped(text: str, look: Look) -> str:
    paragraphs = (fill(paragraph, min(look.width, 100)) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraphs) + "\n"


def plain(default: Any) -> Any:
    """A default as JSON can hold it: decimals as numbers, collections as lists."""
    if isinstance(default, bool | int | float | str | None):
        return default
    return sorted(default) if isinstance(default, frozenset | tuple | list) else float(default)


def _measured(card: Card) -> str:
    return str(measured(card.slug) or UNMEASURED)


def _severity(card: Card) -> str:
    return f"{card.rule.severity}, preview" if card.rule.preview else str(card.rule.severity)
