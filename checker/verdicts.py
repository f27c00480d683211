"""Verdicts: findings that somebody looked at and let through, for a reason, in ``factlint.verdicts.toml``.

For texts that can hold no comment. An entry names the article, the rule, the texts of the evidence and the reason.
It holds wherever these texts stand, and no longer when one of them changes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from articles.regex import regex
from articles.source import Source, Span
from checker.output import replace_file
from checker.relative import relative
from checker.selection import RuleSelection
from checker.suppress import UNUSED
from checker.usage import UsageError
from reports.report import Checked, Told, tell
from reports.verdict_entry import entry
from rules.finding import Finding
from rules.judge import finding as told
from rules.rule import Mark, Verdict

_HEAD = regex(r"^\ufeff?[ \t]*\[\[[ \t]*verdict[ \t]*\]\]", re.MULTILINE)
_KEYS = ("article", "rule", "values", "reason")
_EXPECTED = "expected the texts article, rule and reason, and values, a list of one text or more"


class Key(NamedTuple):
    """What a verdict is found by, and whether it gives the reason without which it does not hold."""

    article: str
    rule: str
    values: tuple[str, ...]
    reasoned: bool = True


class Verdicts:
    """The verdicts of a file, and which of them a run has met."""

    def __init__(self, path: Path, text: str = "", keys: tuple[Key, ...] = ()) -> None:
        """Take the file's text and its entries, in order."""
        self.path = path
        self.text = text
        self._keys = keys
        self._known = frozenset(keys)
        self._met: set[Key] = set()
        self._titles: set[str] = set()

    def keep(self, checked: Checked) -> Checked:
        """An article without the findings that were let through; they are counted."""
        if not self._known:
            return checked
        left = tuple(each for each in checked.findings if not self._allows(each.finding))
        if not checked.failures:
            self._titles.add(checked.summary.title)
        let = len(checked.findings) - len(left)
        return checked._replace(findings=left, suppressed=checked.suppressed + let)

    def unused(self, selection: RuleSelection, known: frozenset[str]) -> Iterator[Told]:
        """A note for every entry of an article that was checked which no finding met; ``known`` are all rules."""
        ran = {card.slug: card for card in selection.general}
        card = ran.get(UNUSED)
        if card is None or not self._keys:
            return
        from articles.readers.plain import read as read_plain

        source = Source(relative(self.path), self.text)
        for key, span in zip(self._keys, self._spans(), strict=True):
            if key in self._met or key.article not in self._titles or (key.rule in known and key.rule not in ran):
                continue
            what = "is not needed: nothing like it is found"
            if key.rule not in known:
                what = "names a rule that does not exist"
            elif not key.reasoned:
                what = "gives no reason, so it does not hold"
            verdict = Verdict(f"the verdict on {key.rule} {what}", (Mark(span, "allows nothing"),))
            yield tell(told(card, verdict, replace(read_plain(source), title=key.article)), source)

    def _allows(self, finding: Finding) -> bool:
        key = key_of(finding)
        if key in self._known:
            self._met.add(key)
        return key in self._known

    def _spans(self) -> list[Span]:
        """Where the entries stand; at the start of the file where they are written in an unusual way."""
        starts = [found.start() for found in _HEAD.finditer(self.text)]
        if len(starts) != len(self._keys):
            return [Span(0, 0)] * len(self._keys)
        bounds = [*starts, len(self.text)]
        return [Span(start, end) for start, end in pairwise(bounds)]


def key_of(finding: Finding) -> Key:
    """What the verdict on a finding is found by."""
    return Key(finding.article, finding.rule, tuple(piece.text for piece in finding.evidence))


def load(path: Path) -> Verdicts:
    """Read the verdicts of a file, none where there is no file.

    Raises :class:`UsageError` naming the file and what is wrong with it.
    """
    if not os.path.lexists(path):
        return Verdicts(path)
    import tomllib

    try:
        text = path.read_bytes().decode()  # line ends as they stand, so that adding to the file keeps them
        given = tomllib.loads(text.removeprefix("\ufeff"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read as a file of verdicts: {error}") from error
    rows = given.pop("verdict", [])
    if given or not isinstance(rows, list):
        raise UsageError(f"{path}: expected tables [[verdict]] and nothing else")
    return Verdicts(path, text, tuple(_key(path, number, row) for number, row in enumerate(rows)))


def add(path: Path, finding: Finding, reason: str) -> None:
    """Add the verdict on a finding to a file, the rest of which stays as it is. Raises :class:`UsageError`."""
    known = load(path)
    replace_file(path, [f"{known.text}{following(known.text, finding, reason)}".encode()])


def following(before: str, finding: Finding, reason: str) -> str:
    """What to write behind a text of verdicts to add one, with the line ends of that text."""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    added = gap + entry(finding, reason)
    return added.replace("\n", "\r\n") if "\r\n" in before else added


def _key(path: Path, number: int, row: Any) -> Key:
    given = row if isinstance(row, dict) else {}
    texts = [given.get(name) for name in ("article", "rule", "reason")]
    values = given.get("values")
    right = set(given) == set(_KEYS) and all(isinstance(text, str) for text in texts)
    if not right or not isinstance(values, list) or not values:
        raise UsageError(f"{path}: verdict[{number}]: {_EXPECTED}")
    if not all(isinstance(value, str) for value in values):
        raise UsageError(f"{path}: verdict[{number}]: {_EXPECTED}")
    return Key(given["article"], given["rule"], tuple(values), bool(given["reason"].strip()))
