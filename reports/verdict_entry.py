"""The entry of ``factlint.verdicts.toml`` that lets one finding through: what a report offers to paste."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rules.finding import Finding


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
    """A TOML basic string: JSON's, but for one character that TOML wants escaped as well."""
    encodable = text.encode("utf-8", "replace").decode()
    return json.dumps(encodable, ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(*rows: tuple[str, str]) -> str:
    lines: Iterable[str] = (f"{key} = {value}\n" for key, value in rows)
    return f"[[verdict]]\n{''.join(lines)}"
