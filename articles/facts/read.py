"""All facts of a page, from its sentences, infoboxes, tables and categories."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.facts.fact import Fact
from articles.facts.parties import parties
from articles.facts.prose import ProseReader
from articles.kinds.kind import Kind
from articles.page import Form, Page

PROSE = (Form.PARAGRAPH, Form.ITEM, Form.HEADING, Form.CAPTION)


def read_facts(page: Page, claims: Claims, kind: Kind) -> tuple[Fact, ...]:
    """The facts of a page, in the order of their spans."""
    prose = ProseReader(page, claims.all, parties(page, kind))
    facts = [fact for block in page.blocks if block.form in PROSE for fact in prose.block(block)]
    return tuple(sorted(facts, key=lambda fact: (fact.span, fact.property, fact.subject)))
