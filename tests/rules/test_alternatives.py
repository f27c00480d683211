"""Whoever takes one of the edits that a finding offers is rid of the finding, and gets no other of its kind for it."""

from __future__ import annotations

import pytest

from rules.catalogue import catalogue
from rules.finding import Alternative
from rules.harness import read, unmark
from rules.judge import judge

OFFERING = sorted(slug for slug, card in catalogue().items() if card.rule.bad)


def edited(text: str, alternative: Alternative) -> str:
    for edit in sorted(alternative.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize("slug", OFFERING)
def test_every_edit_resolves_its_finding(slug: str) -> None:
    card = catalogue()[slug]
    for example in card.rule.bad:
        text = unmark(example.text).text
        found = judge(card, read(example, text)).findings
        for finding in found:
            for alternative in finding.alternatives:
                after = judge(card, read(example, edited(text, alternative))).findings
                left = [each.message for each in after]
                assert len(after) < len(found), f"{alternative.label} in {text!r} leaves {left}"
