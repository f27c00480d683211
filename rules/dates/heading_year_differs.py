"""A heading dates an event with a year, and no date of its section falls in that year.

Why: the heading is what a reader finds in the table of contents and takes the year from; the text below says another.

Right all the same: when the section tells only of what led to the event or came of it, or when the heading names a
law, a book or a conference by the year of an earlier one. Only years that stand alone at a heading's end are read
("Embassy opened, 1942"), and only sections that give an exact date and do not name the heading's year at all. Two
dates of one event of which another rule tells are left to that rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import claims_in, sentence_at, told
from rules.laws.times.dated_events import Event, Pairing, telling
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
EXACT = frozenset({Precision.DAY, Precision.MONTH})
_LEADS = regex(r"(?:,| in| \()[ ]$|\($")
"""What stands between a heading's words and its year."""
_OF = regex(r"(?:The |Great )*([A-Z][a-z]+) of ")
_TOLD = worded(__file__, r"(?:The|This) [a-z]+ (?:of [A-Z][a-z]+ )?{happening}\b[^,;:()]{0,80} (?:on|in) ")
_FRONTED = regex(r"(?:On|In) |")
"""What makes a date in a section that of its heading, where the heading has no comma before the year."""
_SPOKEN = worded(__file__, r"\b{around}\b", re.IGNORECASE)
"""Words of a heading that make its year another event's, or its section that of another time."""
_FEWEST = 2


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the year of each heading against the dates of the section's own text."""
    headed = {block.section: claim for block in article.page.blocks if (claim := _year(article, block)) is not None}
    if not headed:
        return
    under: dict[int, list[Block]] = {section: [] for section in headed}
    for block in article.page.blocks:
        if block.section in headed and block.form in FORMS and block.place is not Place.TABLE:
            under[block.section].append(block)
    elsewhere: set[int] | None = None
    for section, blocks in under.items():
        claim = headed[section]
        other = _other(article, claim, blocks)
        if other is not None and not _LEADS.search(_words(article, claim)) and not _own(article, claim, other):
            yield Outcome.INCOMPARABLE
            continue
        if other is None:
            yield Outcome.CONSISTENT if blocks else Outcome.INCOMPARABLE
            continue
        elsewhere = _told_elsewhere(article) if elsewhere is None else elsewhere
        if claim.span.start not in elsewhere:
            yield _verdict(article, claim, other)


def _year(article: Article, block: Block) -> Claim | None:
    """The year at the end of a heading, where it is the only date there and stands alone."""
    if block.form is not Form.HEADING or block.section < 0:
        return None
    claims = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
    if len(claims) != 1 or claims[0].parts or not isinstance(claims[0].value, Date):
        return None
    words = article.page.prose.text[block.span.start : claims[0].span.start]
    behind = article.page.prose.text[claims[0].span.end : block.span.end].strip(" ).")
    plain = claims[0].value.precision is Precision.YEAR and not claims[0].value.circa
    if behind or not plain or _SPOKEN.search(words):
        return None
    led = not words or _LEADS.search(words) or _OF.fullmatch(words)
    return claims[0] if led and (not words or len(words.split()) >= _FEWEST) else None


def _other(article: Article, year: Claim, blocks: list[Block]) -> Claim | None:
    """The first exact date of a section that nowhere names the heading's year."""
    if any(told(article, year) in article.page.text(block.span) for block in blocks):
        return None
    found = None
    for block in blocks:
        for claim in claims_in(article, block.span):
            for part in (claim, *claim.parts):
                if not isinstance(part.value, Date):
                    continue
                if isinstance(year.value, Date) and part.value.overlaps(year.value):
                    return None
                alone = part is not claim or not claim.parts
                if found is None and alone and part.value.precision in EXACT and not (claim.quoted or part.value.circa):
                    found = part if year_of(part.value) is not None else None
    return found


def _words(article: Article, year: Claim) -> str:
    """The words of a heading before its year."""
    block = article.page.block_at(year.span.start)
    return "" if block is None else article.page.prose.text[block.span.start : year.span.start]


def _own(article: Article, year: Claim, other: Claim) -> bool:
    """Whether a date is sure to be that of a heading: "Fire of 1888" of "the fire broke out on".

    Below a bare year it is the date with which the section begins.
    """
    sentence = sentence_at(article, other.span.start)
    text = article.page.prose.text
    before, words = text[sentence.start : other.span.start], _words(article, year)
    block = article.page.block_at(other.span.start)
    if not words:
        fronted = _FRONTED.fullmatch(before) is not None and " had " not in text[sentence.start : sentence.end]
        return fronted and block is not None and (block.span.start == sentence.start or block.form is Form.ITEM)
    named = _OF.fullmatch(words)
    return (
        named is not None and _TOLD.fullmatch(before, 0) is not None and before.split()[1].lower() == named[1].lower()
    )


def _told_elsewhere(article: Article) -> set[int]:
    """Where the dates start that another rule holds against others of the same event."""
    events = (event for event in telling(article, Pairing.TEXT) if isinstance(event, Event))
    return {fact.span.start for event in events for fact in event.conflicting}


def _verdict(article: Article, year: Claim, other: Claim) -> Verdict:
    changes: tuple[Change, ...] = ()
    if isinstance(year.value, Date) and isinstance(other.value, Date):
        one, two = year_of(year.value), year_of(other.value)
        if one is not None and two is not None:
            changes = (*write_year(article, year.span, one, two), *write_year(article, other.span, two, one))
    first, second = told(article, year), told(article, other)
    return Verdict(
        f"the heading dates its event “{first}”, but the section tells of “{second}” and of no date in {first}",
        (Mark(year.span, "the heading's year"), Mark(other.span, "the section's first date")),
        calculation=f"{second} is not in {first}",
        changes=changes,
    )


_HEAD = "= Norland and Sudland =\n\nNorland and Sudland are neighbours.\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("== Fire of ⟦1:1888⟧ ==\nThe fire broke out in the loft on ⟦2:4 June 1898⟧ and burnt for two days."),
        Example(
            _HEAD + "== Opening of the Norland embassy, ⟦1:1953⟧ ==\nThe embassy in Sudby was opened on "
            "⟦2:March 27, 1943⟧, with Karl Berg as chargé d'affaires."
        ),
        Example(
            _HEAD + "== Hostages taken in ⟦1:1981⟧ ==\nThe ambassador was seized at his post on ⟦2:14 February 1979⟧. "
            "He was set free in 1980."
        ),
        wikitext(
            "The '''Norby Canal''' is old.\n\n=== Flood (⟦1:1911⟧) ===\nIn ⟦2:May 1917⟧ the lock at Norby gave way.",
            title="Norby Canal",
        ),
    ),
    good=(
        Example(_HEAD + "== Opening of the embassy, 1943 ==\nThe embassy in Sudby was opened on March 27, 1943."),
        Example(
            _HEAD + "== Hostages taken, 1981 ==\nThe ambassador was warned on 14 February 1979. He was seized in 1981."
        ),
        Example(_HEAD + "== Aftermath of the war, 1943 ==\nThe embassy in Sudby was opened on March 27, 1953."),
        Example(_HEAD + "== The Treaty of 1850 ==\nThe treaty was ended on March 27, 1953."),
        Example(_HEAD + "== Opening of the embassy, 1943 ==\nThe embassy in Sudby was long the only one."),
        Example(_HEAD + "== Border war, 1941–1943 ==\nThe border was crossed on March 27, 1953."),
        Example(
            _HEAD + "== Opening of the embassy, 1943 ==\nThe embassy was opened during the war, from 1940 to 1945, "
            "and closed on 3 May 1950."
        ),
    ),
    claims=frozenset({"date"}),
)
