"""What lets one finding through, ready to be pasted: a verdict of ``factlint.verdicts.toml``, or a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from reports.terminal import HIDDEN
from rules.finding import Finding

_HIDDEN = re.compile(f"[{HIDDEN}]")
"""Controls, bidi and invisible characters: nobody should paste what they cannot see."""


def entry(finding: Finding, reason: str) -> str:
    """The TOML of a verdict. It is found again by the texts of the evidence, so a changed value ends it."""
    values = ", ".join(quoted(piece.text) for piece in finding.evidence)
    return _table(
        ("article", quoted(finding.article)),
        ("rule", quoted(finding.rule)),
        ("values", f"[{values}]"),
        ("reason", quoted(reason)),
    )


def quoted(text: str) -> str:
    """A TOML basic string: JSON's, but that what cannot be seen is written as an escape as well."""
    encodable = text.encode("utf-8", "replace").decode()
    return _HIDDEN.sub(_escaped, json.dumps(encodable, ensure_ascii=False))


def comment(finding: Finding, reason: str) -> str:
    """The comment that does the same from within an article in wikitext. Nothing in the reason can end it early."""
    said = " ".join(reason.replace("--", "–").replace(">", "›").split())
    return f"<!-- factlint: allow {finding.rule} [{finding.key}]: {said} -->"


def _escaped(match: re.Match[str]) -> str:
    number = ord(match.group())
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _table(*rows: tuple[str, str]) -> str:
    lines: Iterable[str] = (f"{key} = {value}\n" for key, value in rows)
    return f"[[verdict]]\n{''.join(lines)}"
