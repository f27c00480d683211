"""What a list of names and dates tells: "Norway (4 May 1962)" below "established diplomatic relations with:"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.facts.fact import Fact, Scope, Via
from articles.facts.parties import Parties
from articles.facts.table_words import Column, dated_by, table_words
from articles.page import Block, Form, Page
from articles.regex import regex
from articles.textmap import GAP, ProseSpan

LONGEST = 90
"""An item with more characters tells more than a name and a date."""
SAID = regex(r"\b(?:since|from|on|in|established)\b|[^\w\s.'’&-]|[–—]|(?<!\w)-|-(?!\w)|\.$")
"""What may stand in an item beside the name and the date."""
SHORT = 30
"""A line before a list with fewer characters may only name a part of it: "Africa"."""
ASIDE = regex(r"\s?\([^()0-9]*\)(?=[\s.;,]*$)")
LISTS = 2
"""So many items that are a name and a date make a list of them."""


def listed(page: Page, claims_in: Callable[[int, int], Sequence[Claim]], parties: Parties) -> Iterator[Fact]:
    """The facts of the lists of an article on one state whose line before, or whose title, says what they date."""
    if not parties.state or parties.pair:
        return
    before: Block | None = None
    items: list[Block] = []
    for block in [*page.blocks, None]:
        if block is not None and block.form is Form.ITEM and (not items or block.section == items[0].section):
            items.append(block)
            continue
        if len(items) >= LISTS:
            yield from _list(page, items, before, claims_in, parties)
        items = [block] if block is not None and block.form is Form.ITEM else []
        before = block if block is not None and block.form is not Form.ITEM else None


def _list(
    page: Page,
    items: list[Block],
    before: Block | None,
    claims_in: Callable[[int, int], Sequence[Claim]],
    parties: Parties,
) -> Iterator[Fact]:
    column = _column(page, before)
    if column is None:
        return
    facts = [fact for item in items if (fact := _item(page, item, column, claims_in(*item.span), parties)) is not None]
    if len(facts) >= LISTS:
        yield from facts


def _column(page: Page, before: Block | None) -> Column | None:
    """What the paragraph or the heading right before a list says that it dates."""
    if before is None or before.form not in (Form.PARAGRAPH, Form.HEADING):
        return None
    said = [page.text(before.span).lower()]
    section = before.section
    while len(said[0]) <= SHORT and section >= 0:  # "Africa": what the list is of stands further up
        said.append(page.sections[section].title.lower())
        section = page.sections[section].parent
    for words in said:
        if any(word in words for word in table_words().undated):
            return None
        if column := dated_by(words):
            return column
    return None


def _plain(text: str) -> str:
    """What follows a date without a remark in brackets that says nothing of it: "(embassy in Oslo)"."""
    aside = ASIDE.match(text)
    if aside is None:
        return text
    words = {word.lower() for word in aside[0].strip(" ()").split()}
    telling = any(not words.isdisjoint(remark.words) for remark in table_words().remarks)
    return text if telling else text[aside.end() :]


def _item(page: Page, block: Block, column: Column, claims: Sequence[Claim], parties: Parties) -> Fact | None:
    """The fact of an item that is a name and one date."""
    start, end = block.span
    if end - start > LONGEST or len(claims) != 1 or len(claims[0].parts) > 1:
        return None
    claim, text = claims[0], page.prose.text
    value = claim.parts[0].value if claim.parts else claim.value  # "since 1962": it was then that they began
    if not isinstance(value, Date):
        return None
    rest = f"{text[start : claim.span.start]} {_plain(text[claim.span.end : end])}".replace(GAP, " ")
    name = parties.names.canonical(" ".join(SAID.sub(" ", rest).split()))
    if name is None or name == parties.own or parties.names.entities[name].kind == "body":
        return None
    subject, counterpart = (name, parties.own) if column.reverse else (parties.own, name)
    return Fact(
        subject,
        column.property,
        value,
        claim.span,
        ProseSpan(start, end),
        block.place,
        Scope(counterpart),
        claim=claim,
        pattern=f"list item {column.property}",
        via=Via.NAME if column.reverse else Via.TITLE,
        towards=Via.TITLE if column.reverse else Via.NAME,
    )
