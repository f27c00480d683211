"""All facts of a page, from its sentences, infoboxes, tables and categories."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.facts.fact import Fact
from articles.kinds.kind import Kind
from articles.page import Page


def read_facts(page: Page, claims: Claims, kind: Kind) -> tuple[Fact, ...]:
    """The facts of a page, in the order of their spans."""
    return ()
