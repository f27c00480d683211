"""What an editor is told of a text: diagnostics, what stands behind one, and what may be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CreateFile,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Hover,
    Location,
    MarkupContent,
    MarkupKind,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from pygls.uris import from_fs_path

from checker.lsp.documents import Document
from checker.lsp.positions import Lines
from checker.resolve import line_end, offer
from checker.verdicts import following, load
from reports.terminal import plainly
from reports.verdict_entry import comment
from rules.calibration import measured
from rules.catalogue import Card
from rules.finding import Edit, Finding, Severity

SOURCE = "factlint"
FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.{SOURCE}"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}


def diagnostics(document: Document) -> list[Diagnostic]:
    """A diagnostic for every finding, at its first statement; the others are related to it."""
    return [_diagnostic(document, finding) for finding in document.findings]


def _diagnostic(document: Document, finding: Finding) -> Diagnostic:
    first, *others = finding.evidence
    own = [piece for piece in others if piece.path is None]
    return Diagnostic(
        range=document.range(first),
        message="\n".join(filter(None, (plainly(finding.message), plainly(finding.calculation or "")))),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(
                Location(document.uri, document.range(piece)), plainly(f"{piece.text}: {piece.note}")
            )
            for piece in own
        ],
        data=finding.fingerprint,
    )


def hover(document: Document, span: Range) -> Hover | None:
    """What stands behind the findings at a place: the arithmetic, and the rule's manual page."""
    found = document.at(span)
    if not found:
        return None
    text = "\n\n".join(line for finding in found for line in _explained(finding, document.cards.get(finding.rule)))
    return Hover(MarkupContent(MarkupKind.PlainText, text))


def _explained(finding: Finding, card: Card | None) -> Iterator[str]:
    """Plain text: what an article says must not become a link or a picture in the editor."""
    yield f"{finding.severity} {finding.rule}: {plainly(finding.message)}"
    if finding.calculation:
        yield plainly(finding.calculation)
    if finding.hint:
        yield f"hint: {plainly(finding.hint)}"
    if card:
        yield card.manual
    yield f"measured: {measured(finding.rule) or 'not yet'}"


def actions(document: Document, span: Range, only: Iterable[str] | None) -> list[CodeAction]:
    """What may be done at a place: every alternative, an allowance, and all safe fixes of the text."""
    wanted = tuple(only or ())
    found: list[CodeAction] = []
    if _asked(CodeActionKind.QuickFix.value, wanted):
        for finding in document.at(span):
            found += _quick_fixes(document, finding)
    safe = _safe(document.findings)
    if safe and _asked(FIX_ALL, wanted):
        found.append(CodeAction("factlint: apply all safe fixes", kind=FIX_ALL, edit=_workspace_edit(document, safe)))
    return found


def _quick_fixes(document: Document, finding: Finding) -> Iterator[CodeAction]:
    diagnostic = [_diagnostic(document, finding)]
    for alternative in finding.alternatives:
        yield CodeAction(
            plainly(offer(alternative, finding)),
            kind=CodeActionKind.QuickFix,
            diagnostics=diagnostic,
            is_preferred=finding.safe or None,
            edit=_workspace_edit(document, alternative.edits),
        )
    yield CodeAction(
        f"allow {finding.rule} here, for a reason that you write",
        kind=CodeActionKind.QuickFix,
        diagnostics=diagnostic,
        edit=_allowance(document, finding),
    )


def _allowance(document: Document, finding: Finding) -> WorkspaceEdit:
    """A comment, or a verdict for a text that can hold none. It holds once its reason is filled in."""
    if document.reader == "wikitext":
        at = line_end(document.text, finding.evidence[0].end)
        return _workspace_edit(document, [Edit(at, at, " " + comment(finding, ""))])
    before = load(document.verdicts).text
    uri = from_fs_path(str(document.verdicts)) or ""
    end = Lines(before, document.lines.encoding).position(len(before))
    verdict = TextEdit(Range(end, end), following(before, finding, ""))
    change = TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri, None), [verdict])
    made = [] if document.verdicts.exists() else [CreateFile(uri)]
    return WorkspaceEdit(document_changes=[*made, change])


def _safe(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of the safe fixes that do not touch one another."""
    taken: list[Edit] = []
    for finding in findings:
        edits = finding.alternatives[0].edits if finding.safe else ()
        if not any(edit.start <= other.end and other.start <= edit.end for edit in edits for other in taken):
            taken += edits
    return taken


def _workspace_edit(document: Document, edits: Iterable[Edit]) -> WorkspaceEdit:
    made = [TextEdit(document.lines.range(edit.start, edit.end), edit.text) for edit in edits]
    name = OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(name, list(made))])


def _asked(kind: str, wanted: tuple[str, ...]) -> bool:
    """Whether a kind of action is one of those asked for, or below one."""
    return not wanted or any(kind == each or kind.startswith(f"{each}.") for each in wanted)
