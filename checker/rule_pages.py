"""``factlint explain --all``: the pages of the rules, their examples run, on one page or one file a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checker import __version__
from checker.engine import settable
from checker.explain import checked, output, plain, precision
from checker.output import replace_file
from checker.run import describe
from checker.usage import UsageError
from reports.formats import Look
from reports.rule_pages import RulePage, html, markdown
from rules.catalogue import Card

SUFFIXES = {"html": ".html", "markdown": ".md"}


def rule_page(card: Card) -> RulePage:
    """A rule's page: what is shown under its bad examples is what a check says of them."""
    thresholds = tuple((name, str(plain(default))) for name, default in settable(card).items())
    outputs = (output(card, example, Look()).decode() for example in card.rule.bad)
    findings = (checked(card, example, with_text=True).findings for example in card.rule.bad)
    return RulePage(describe(card), precision(card.slug), thresholds, tuple(outputs), tuple(findings))


def shown(cards: Sequence[Card], form: str) -> Iterator[bytes]:
    """The pages of some rules in one document."""
    pages = [rule_page(card) for card in cards]
    for piece in html(pages, __version__) if form == "html" else markdown(pages):
        yield piece.encode("utf-8", "backslashreplace")


def write(cards: Mapping[str, Card], form: str, target: Path) -> None:
    """Write one document, or into a folder one for each rule and ``index`` with all of them.

    A name without an ending is a folder's. Raises :class:`UsageError` for what cannot be written.
    """
    if target.suffix and not target.is_dir():
        replace_file(target, shown(list(cards.values()), form))
        return
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: cannot be made: {(error.strerror or str(error)).lower()}") from error
    for slug, card in cards.items():
        replace_file(target / f"{slug}{SUFFIXES[form]}", shown([card], form))
    replace_file(target / f"index{SUFFIXES[form]}", shown(list(cards.values()), form))
