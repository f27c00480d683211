"""When a person was born and died, by the bracket behind the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim
from articles.claims.claim import Kind as ClaimKind
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.parties import Parties
from articles.page import Block, Page
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList

OPENING = 300
"""How far into the first paragraph the bracket behind the name is looked for."""
WORD = regex(r"[a-z.]+")
BORN = frozenset(("born", "b", "b."))
DIED = frozenset(("died", "d", "d."))
_SKIPPED = frozenset(["on", "in", "the", "early", "late", "mid", "c.", "c", "circa", "ca.", "ca", "around", "about"])
"""What may stand between "born" and a date."""
_BAPTISED = WordList(__file__, "baptised")
"""Before a first date that is no day of birth, if near one."""


def bracket(page: Page, block: Block, claims: Sequence[Claim], parties: Parties) -> Iterator[Fact]:
    """The dates in the first bracket of a biography: "(born 5 May 1950)", "(5 May 1950 – 6 June 2001)"."""
    text = page.text(block.span)
    for open_at, close_at in _brackets(text):
        start, end = block.span.start + open_at, block.span.start + close_at
        inside = [claim for claim in claims if start < claim.span.start < end and claim.kind is ClaimKind.DATE]
        inside = [claim for claim in inside if _own(text[open_at + 1 : claim.span.start - block.span.start])]
        dates = [part for claim in inside for part in _ends(claim, page)]
        if not dates:
            continue
        words = [_word_before(text, date.span.start - block.span.start, open_at) for date in dates]
        if any(word in frames().around["reigns"] for word in words):
            return
        statement = ProseSpan(block.span.start, min(block.span.end, end + 1))
        for name, date in _told(dates, words):
            scope = Scope(basis="baptised") if name == "born" and words[0] in _BAPTISED else Scope()
            yield Fact(
                parties.own, name, date.value, date.span, statement, block.place, scope, claim=date, pattern="bracket"
            )
        return


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The brackets behind the name, before the first verb: one behind "He taught at Jena" is not behind the name."""
    done = 0
    while True:
        open_at = text.find("(", done, OPENING)
        close_at = _closing(text, open_at) if open_at >= 0 else -1
        if close_at < 0 or _has_verb(text[done:open_at]):
            return
        yield open_at, close_at
        done = close_at + 1


def _own(text: str) -> bool:
    """Whether what follows stands in the bracket itself: "(OS 5 June 1723)" in it says a date once more."""
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def _has_verb(text: str) -> bool:
    """Whether words hold a finite verb, and so are no name."""
    return any(word in frames().around["finite"] for word in WORD.findall(text))


def _ends(claim: Claim, page: Page) -> list[Claim]:
    """The dates of a reading, one or the two of a range; "c. 1750 – 1800" leaves open which of the two is vague.

    A day is known to the day, whatever stands before the year of the other end: "c. 1128 – 21 March 1201".
    """
    if "/" in page.text(claim.span):
        return [claim]  # "1073/1074" is one or the other
    vague = isinstance(claim.value, Date) and claim.value.circa
    return [
        part._replace(value=part.value._replace(circa=True))
        if vague and part.value.precision is not Precision.DAY
        else part
        for part in claim.parts or (claim,)
        if isinstance(part.value, Date)
    ]


def _loosened(date: Date) -> Date:
    return date if date.precision is Precision.DAY else date._replace(circa=True)


def _closing(text: str, open_at: int) -> int:
    """The bracket that closes the one at a place."""
    depth = 0
    for at in range(max(open_at, 0), min(len(text), open_at + 2 * OPENING)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return -1


def _word_before(text: str, at: int, start: int) -> str:
    found = WORD.findall(text[max(start, at - 24) : at].lower())
    found = [word for word in found if word not in _SKIPPED]
    return found[-1] if found else ""


def _told(dates: list[Claim], words: list[str]) -> list[tuple[str, Claim]]:
    if len(dates) == 1:
        name = "born" if words[0] in BORN or words[0] in _BAPTISED else "died" if words[0] in DIED else ""
        return [(name, dates[0])] if name else []
    if len(dates) != 2 or words[1] in BORN or words[1] == "or":
        return []  # "born 1946 or 1947"
    if _after(dates[0], dates[1]) and _before_christ(dates[1]):
        # "c. 448 – c. 400 BC": the era stands at the second date only.
        return [("died", dates[1])]
    return [("born", dates[0]), ("died", dates[1])]


def _after(one: Claim, other: Claim) -> bool:
    """Whether the first of two dates lies after the second."""
    return isinstance(one.value, Date) and isinstance(other.value, Date) and other.value.before(one.value)


def _before_christ(date: Claim) -> bool:
    """Whether a date lies before the year 1."""
    return isinstance(date.value, Date) and date.value.latest is not None and date.value.latest <= 0
