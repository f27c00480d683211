"""The entry that dismisses a finding, as it stands in ``factlint.verdicts.toml``.

It names the values and not their places, so an edit elsewhere leaves it in force and a changed value ends it.
"""

from __future__ import annotations

import json
import re

from rules.finding import Finding

_HIDDEN = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
    r"|[\U000e0000-\U000e007f]"
)
"""What is written as an escape, so that nobody pastes a character that cannot be seen."""


def entry(finding: Finding, reason: str = "") -> str:
    """One ``[[verdict]]`` table. Without a reason it counts for nothing: the editor writes it."""
    values = ", ".join(_string(evidence.text) for evidence in finding.evidence)
    return (
        f"[[verdict]]\narticle = {_string(finding.article)}\nrule = {_string(finding.rule)}\n"
        f"values = [{values}]\nreason = {_string(reason)}\n"
    )


def _string(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does."""
    return _HIDDEN.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    number = ord(match.group())
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
