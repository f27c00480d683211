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
    marks, captions = [], []
    for piece, evidence, own_excerpt in group.evidence:
        start = len(own_excerpt.before)
        marks.append(Mark(start, start + len(own_excerpt.text), f"{number}.{piece}", "", piece, number))
        captions.append(_caption(number, piece, evidence, linked=linked))
    low, high = min(mark.start for mark in marks), max(mark.end for mark in marks)
    start, end = _whole(text, low, high)
    start += len(text[start:low]) - len(text[start:low].lstrip())
    shown = tuple(filter(_readable, pieces(text, start, end, marks)))
    return Quote(tuple(captions), shown, excerpt.cut_before, excerpt.cut_after)


def _whole(text: str, low: int, high: int) -> tuple[int, int]:
    """What is left of an excerpt without the end of a reference or template that began before it, or goes on after."""
    start, end = 0, len(text)
    for opening, closing in (("<ref", "</ref>"), ("{{", "}}")):
        closed = text.find(closing, start, low)
        if closed >= 0 and text.find(opening, start, closed) < 0:
            start = closed + len(closing)
        opened = text.rfind(opening, high, end)
        if opened >= 0 and text.find(closing, opened) < 0 and text.find("/>", opened) < 0:
            end = opened
    return start, end


def _readable(piece: Piece) -> bool:
    """Whether a run belongs in a quotation: words, evidence, and the braces that show a template for one."""
    return not piece.markup or bool(piece.marks) or piece.text.startswith(("{{", "}}"))


def _caption(number: int, piece: int, evidence: Evidence, *, linked: bool) -> Caption:
    own = evidence.path is None and evidence.article is None
    elsewhere = "" if own else ", ".join(part for part in (evidence.article, evidence.path) if part)
    where = f"line {evidence.line}" if own else f"{elsewhere}, line {evidence.line}"
    target = f"e{number}-{piece}" if own and linked else None
    return Caption(f"{number}.{piece}", piece, evidence.note, where, target)
