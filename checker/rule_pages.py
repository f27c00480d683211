"""``factlint explain --all``: the pages of the rules, their examples run, on one page or one file a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    done = [checked(card, example, with_text=True) for example in card.rule.bad]
    outputs = tuple(output(each, Look()).decode() for each in done)
    return RulePage(describe(card), precision(card.slug), thresholds, outputs, tuple(each.findings for each in done))


def shown(cards: Iterable[Card], form: str) -> Iterator[bytes]:
    """The pages of some rules in one document."""
    yield from _document([rule_page(card) for card in cards], form)


def write(cards: Iterable[Card], form: str, target: Path) -> None:
    """Write one document, or into a folder one for each rule and ``index`` with all of them.

    A name without an ending is a folder's. Raises :class:`UsageError` for what cannot be written.
    """
    if target.suffix and not target.is_dir():
        replace_file(target, shown(cards, form))
        return
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: cannot be made: {(error.strerror or str(error)).lower()}") from error
    pages = [rule_page(card) for card in cards]
    for page in pages:
        replace_file(target / f"{page.rule.slug}{SUFFIXES[form]}", _document([page], form))
    replace_file(target / f"index{SUFFIXES[form]}", _document(pages, form))


def _document(pages: Sequence[RulePage], form: str) -> Iterator[bytes]:
    for piece in html(pages, __version__) if form == "html" else markdown(pages):
        yield piece.encode("utf-8", "backslashreplace")
