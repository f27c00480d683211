"""The sentences of a finding with its evidence in them, as the report sets them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reports.excerpt import Excerpt
from reports.html.passages import Mark, Piece, pieces
from reports.report import Told
from rules.finding import Evidence


class Caption(NamedTuple):
    """One piece of evidence under its quotation; ``target`` is its anchor in the article's text, if that is shown."""

    label: str
    number: int
    note: str
    where: str
    target: str | None


class Quote(NamedTuple):
    """A sentence with the evidence in it: one piece, or all that stand in that sentence."""

    captions: tuple[Caption, ...]
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(piece.text for piece in self.pieces)


class _Quoted(NamedTuple):
    """An excerpt and the evidence in it, each with its number in the finding."""

    excerpt: Excerpt
    evidence: list[tuple[int, Evidence, Excerpt]]


def quotes(number: int, told: Told, *, linked: bool) -> Iterator[Quote]:
    """The sentences of a finding; evidence in the sentence of the evidence before it joins it there."""
    groups: list[_Quoted] = []
    for piece, (evidence, excerpt) in enumerate(zip(told.finding.evidence, told.excerpts, strict=True), 1):
        last = groups[-1] if groups else None
        if last and _one_sentence(last, evidence, excerpt):
            longest = max(last.excerpt, excerpt, key=lambda e: len(e.before + e.text + e.after))
            groups[-1] = _Quoted(longest, [*last.evidence, (piece, evidence, excerpt)])
        else:
            groups.append(_Quoted(excerpt, [(piece, evidence, excerpt)]))
    for group in groups:
        yield _quote(number, group, linked=linked)


def _one_sentence(group: _Quoted, evidence: Evidence, excerpt: Excerpt) -> bool:
    other = group.evidence[0][1]
    same_article = (other.path, other.article) == (evidence.path, evidence.article)
    same_start = (group.excerpt.line, group.excerpt.column) == (excerpt.line, excerpt.column)
    return same_article and same_start and bool(excerpt.after or excerpt.before)


def _quote(number: int, group: _Quoted, *, linked: bool) -> Quote:
    excerpt = group.excerpt
    text = excerpt.before + excerpt.text + excerpt.after
    blank = len(text) - len(text.lstrip())
    marks, captions = [], []
    for piece, evidence, own_excerpt in group.evidence:
        start = len(own_excerpt.before)
        marks.append(Mark(start, start + len(own_excerpt.text), f"{number}.{piece}", "", piece, number))
        captions.append(_caption(number, piece, evidence, linked=linked))
    blank = min(blank, *(mark.start for mark in marks), len(text))
    shown = tuple(filter(_readable, pieces(text, blank, len(text), marks)))
    return Quote(tuple(captions), shown, excerpt.cut_before, excerpt.cut_after)


def _readable(piece: Piece) -> bool:
    """Whether a run belongs in a quotation: words, evidence, and the braces that show a template for one."""
    return not piece.markup or bool(piece.marks) or piece.text.startswith(("{{", "}}"))


def _caption(number: int, piece: int, evidence: Evidence, *, linked: bool) -> Caption:
    own = evidence.path is None and evidence.article is None
    elsewhere = "" if own else ", ".join(part for part in (evidence.article, evidence.path) if part)
    where = f"line {evidence.line}" if own else f"{elsewhere}, line {evidence.line}"
    target = f"e{number}-{piece}" if own and linked else None
    return Caption(f"{number}.{piece}", piece, evidence.note, where, target)
