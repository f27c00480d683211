"""Light edits: what an editor changes around a statement without changing what it says.

An edit takes an article and what is marked in it, and gives the places to change. None touches a mark, so that the
evidence of a finding stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from articles.source import Span
from rules.harness import Marked

MARKUP = re.compile(r"\s*(?:[=*#|!{}<:;-]|\[\[(?:Category|File|Image)|Infobox)")
"""How a line begins that is no prose."""
END = re.compile(r"(?<![ .][A-Z])(?<!\b(?:St|Mr|Dr|No|vs|ca))[.!?](?=\s+[A-Z0-9\"“'\[]|$)")
CLOSED = re.compile(
    r"(?:The|An?|It|He|She|They|This|That|These|There|Its|His|Her|Their|Both|Some|One|Another|Each|All|Half|Most|Only|No|"
    r"In|On|At|By|Of|From|Between|After|Before|Under|Until|Since|With|About|During|Among|For|When|While|As|Two|Three|Four|"
    r"Five|Six|Seven|Eight|Nine|Ten|Twelve|Exports|Imports|Trade|Relations)\b"
)
"""Words whose capital at the start of a sentence is no name's."""
LEANING = re.compile(
    r"\s*(?:(?:It|He|She|They|This|These|That|His|Her|Its|Their|Then|Two|Three|Four|Five|Ten)\b|Of these|"
    r"The (?:remain|rest|other|former|latter|same)|\w+ (?:years|months|days) (?:later|after))"
)
"""How a sentence begins that leans on the one before it: nothing is put between the two."""
SUBJECT = re.compile(
    r"(?:(?:The|An?) (?:[a-z]+ ){0,2}[a-z]+|(?!(?:It|He|She|They|There|This|Both|In|On|At) )(?:The )?[A-Z][\w’'-]+"
    r"(?: (?:of |the )?[A-Z][\w’'-]+){0,3})(?= (?:was|is|were|are|had|has|have|opened|became|rose|fell|grew|died|won|"
    r"lost|sold|bought|signed|joined|carried|cost|built|ended|began)\b)"
)


class Edit(NamedTuple):
    """Text to be put in the place of some other."""

    start: int
    end: int
    text: str


class Sentences(NamedTuple):
    """An article, its sentences, and those of them in which something is marked."""

    marked: Marked
    all: tuple[Span, ...]
    told: tuple[Span, ...]

    def free(self, at: int) -> bool:
        """Whether a place lies within no mark."""
        return not any(span.start < at < span.end for span in self.marked.spans)


Editor = Callable[[Sentences], Iterator[Edit]]


def sentences(marked: Marked) -> Sentences:
    """The sentences of an article's paragraphs."""
    found: list[Span] = []
    at = 0
    for line in marked.text.split("\n"):
        start = at
        for end in () if MARKUP.match(line) else END.finditer(line):
            found.append(Span(start, at + end.end()))
            start = at + end.end() + 1
        at += len(line) + 1
    told = tuple(each for each in found if any(each.start <= s.start and s.end <= each.end for s in marked.spans))
    return Sentences(marked, tuple(found), told)


def applied(marked: Marked, edits: list[Edit]) -> Marked:
    """An article with its edits, and where its marks have moved to."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        assert at <= edit.start, "two edits in one place"
        pieces += (marked.text[at : edit.start], edit.text)
        at = edit.end

    def moved(place: int, *, end: bool) -> int:
        before = (e for e in edits if e.end < place or (e.end == place and not (end and e.start == e.end)))
        return place + sum(len(edit.text) - (edit.end - edit.start) for edit in before)

    spans = tuple(Span(moved(start, end=False), moved(end, end=True)) for start, end in marked.spans)
    return Marked("".join(pieces) + marked.text[at:], spans)


def _small(text: str, at: int) -> str | None:
    """The first letter of a sentence where another begins before it; None where its capital may be a name's."""
    word = re.match(r"[A-Z][a-z]*", text[at:])
    if word is None:
        return None
    if CLOSED.match(text, at):
        return text[at].lower()
    named = re.search(rf"[a-z,] {word[0]}\b", text) or re.match(r"\w+ [A-Z]", text[at:])
    return text[at] if named else None


def ahead(words: str) -> Editor:
    """Put words in front of each statement."""

    def edit(article: Sentences) -> Iterator[Edit]:
        for start, _ in article.told:
            letter = _small(article.marked.text, start)
            if letter is not None:
                yield Edit(start, start, words)
                if letter != article.marked.text[start]:
                    yield Edit(start, start + 1, letter)

    return edit


def behind(words: str) -> Editor:
    """Put words at the end of each statement."""

    def edit(article: Sentences) -> Iterator[Edit]:
        for _, end in article.told:
            if article.marked.text[end - 1] == "." and article.free(end - 1):
                yield Edit(end - 1, end - 1, words)

    return edit


def aside(words: str) -> Editor:
    """Put words between the subject of each statement and its verb."""

    def edit(article: Sentences) -> Iterator[Edit]:
        for start, end in article.told:
            subject = SUBJECT.match(article.marked.text, start, end)
            if subject and article.free(subject.end()):
                yield Edit(subject.end(), subject.end(), words)

    return edit


def between(words: str) -> Editor:
    """Put sentences between two statements of one paragraph of which the second does not lean on the first."""

    def edit(article: Sentences) -> Iterator[Edit]:
        for one, other in zip(article.told, article.told[1:], strict=False):
            gap = article.marked.text[one.end : other.start]
            if "\n" not in gap and not LEANING.match(article.marked.text, other.start):
                yield Edit(one.end, one.end, words)

    return edit


def replaced(pattern: str, text: str) -> Editor:
    """Write some words of each statement otherwise."""
    words = re.compile(pattern)

    def edit(article: Sentences) -> Iterator[Edit]:
        for start, end in article.told:
            for found in words.finditer(article.marked.text, start, end):
                if not any(found.start() < s.end and s.start < found.end() for s in article.marked.spans):
                    yield Edit(*found.span(), found.expand(text))

    return edit


EDITS: dict[str, Editor] = {
    "however": ahead("However, "),
    "in fact": ahead("In fact, "),
    "noted": ahead("It should be noted that "),
    "colon": ahead("The record is plain: "),
    "which": behind(", which was widely reported"),
    "drawing": behind(", drawing notice beyond the region"),
    "as": behind(", as the annals tell"),
    "but": behind(", but few took notice"),
    "and": behind(", and the press took notice"),
    "despite": behind(" despite bad weather"),
    "bracket": behind(" (the annals agree)"),
    "apposition": aside(", much discussed in its day,"),
    "relative": aside(", which drew wide notice,"),
    "aside": aside(" (often mentioned in the press)"),
    "between": between(" Visitors came from far away."),
    "adverb": replaced(r"\b(was|were|had|has|have|is|are)(?= [a-z]+(?:ed|n|lt|ld)\b)", r"\1 duly"),
    "year": replaced(r"\b([Ii]n )(?=(?:1[0-9]|20)[0-9]{2}\b(?! ?[–-]))", r"\1the year "),
}
"""Every edit by its name. Each statement of an article is edited at once."""
