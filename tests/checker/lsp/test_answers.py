"""What the server answers of a text, without an editor between."""

from pathlib import Path

from lsprotocol.types import PositionEncodingKind, TextDocumentEdit, TextEdit

from checker.lsp.answers import actions
from checker.lsp.documents import document


def test_a_verdict_is_added_at_the_end_as_the_editor_counts_it(tmp_path: Path) -> None:
    """A text that can hold no comment is let through by a file that may end anywhere in a line."""
    known = '[[verdict]]\narticle = "A"\nrule = "r"\nvalues = ["1"]\nreason = "née"'
    (tmp_path / "factlint.toml").write_text("")
    (tmp_path / "factlint.verdicts.toml").write_text(known, encoding="utf-8")
    path = tmp_path / "Town.txt"
    text = "= Town =\n\nThe wall fell on 31 June 1990.\n"
    made = document(path.as_uri(), str(path), text, 1, PositionEncodingKind.Utf8)
    assert made is not None
    allow = actions(made, made.range(made.findings[0].evidence[0]), None)[-1]
    assert allow.edit is not None
    assert allow.edit.document_changes is not None
    change = allow.edit.document_changes[-1]
    assert isinstance(change, TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, TextEdit)
    assert (edit.range.start.line, edit.range.start.character) == (4, len('reason = "née"'.encode()))
