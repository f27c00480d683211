"""The term of a person in a table, and a sentence that tells it: "was choirmaster from 1588 to 1612".

The two must agree at one end: a term that differs at both is another one. Whoever held a seat twice is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.agreement import values
from rules.laws.nearby import gap, sentence_at
from rules.laws.nouns import head
from rules.laws.tables.row_words import words_of
from rules.laws.tables.running import is_running
from rules.laws.times.terms import Term, both_ends, is_seat, is_shared, terms_in
from rules.rule import Outcome

_HELD = worded(__file__, r"\b{held}\b")
_ELSE = worded(__file__, r"\b{else}\b")
_FROM = regex(r"(?:\bfrom|\bbetween|\byears|,)? $")
_SHORTEST = 5


class Ends(NamedTuple):
    """The end of a term that a table and a sentence give differently."""

    name: str
    cell: ProseSpan
    text: ProseSpan


def term_rows(article: Article) -> Iterator[tuple[Ends, Outcome]]:
    """Every term that a sentence tells of somebody in a table of terms, and whether the two agree."""
    held = _held(article)
    for claim in article.claims_by_kind.get("date", ()) if held else ():
        ends = both_ends([claim]) if len(claim.parts) == 2 and not claim.quoted else None
        running = ends is not None and is_running(article.page.block_at(claim.span.start))
        name = _named(article, claim.span, held) if running else ""
        if ends is not None and name:
            said, term = Term(name, *ends), held[name][0]
            first, last = values(term.begins, said.begins), values(term.ends, said.ends)
            apart = [outcome is Outcome.CONFLICTING for outcome in (first, last)]
            if all(apart):
                yield Ends(name, term.start.span, said.start.span), Outcome.INCOMPARABLE
            elif apart[0]:
                yield Ends(name, term.start.span, said.start.span), Outcome.CONFLICTING
            else:
                yield Ends(name, term.end.span, said.end.span), last


def _held(article: Article) -> dict[str, tuple[Term, frozenset[str]]]:
    """Who stands in one row of one table of terms, with the term and the nouns of what was held."""
    found: dict[str, list[tuple[Term, frozenset[str]]]] = {}
    for table in article.page.tables:
        rows = list(terms_in(article, table))
        heads = [article.page.text(cell.prose) for row in table.rows[:2] for cell in row if cell.header] if rows else []
        nouns = frozenset(head(word) for word in words_of(f"{' '.join(heads)} {article.page.title}"))
        for term in rows:
            found.setdefault(term.holder, []).append((term, nouns))
    return {name: terms[0] for name, terms in found.items() if len(terms) == 1 and len(name) >= _SHORTEST}


def _named(article: Article, claim: ProseSpan, held: dict[str, tuple[Term, frozenset[str]]]) -> str:
    """Who is said to have held what the table is of for the time of a reading: the last name before it."""
    before = gap(article, sentence_at(article, claim.start).start, claim.start)
    at, name = max(((before.rfind(each), each) for each in held), default=(-1, ""))
    if at < 0 or not _FROM.search(before) or before.endswith("(") or is_shared(before):
        return ""
    if _ELSE.search(before.rpartition(", ")[2]):
        return ""
    between = before[at + len(name) :]
    said = {head(word) for word in words_of(before.replace(name, ""))}
    seat = is_seat(before) or not said.isdisjoint(held[name][1])
    return name if ";" not in between and (seat or bool(_HELD.search(before))) else ""
