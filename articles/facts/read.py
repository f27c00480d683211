"""All facts of a page, from its sentences, infoboxes, tables and categories."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.claim import Claims
from articles.facts.distances import distances
from articles.facts.fact import Fact
from articles.facts.fields import FieldReader, normal
from articles.facts.headed import headed
from articles.facts.labels import category
from articles.facts.listed import listed
from articles.facts.lives import bracket
from articles.facts.parties import Parties
from articles.facts.polls import is_election, polls
from articles.facts.portrait import PortraitReader
from articles.facts.portrait_words import PATTERN
from articles.facts.profile import PATTERN as PROFILE
from articles.facts.profile import ProfileReader
from articles.facts.prose import ProseReader
from articles.facts.ranks import RANKS, ranks
from articles.facts.tables import TableReader
from articles.facts.tolls import tolls
from articles.kinds.kind import Kind
from articles.page import Form, Page, Place
from articles.textmap import ProseSpan

PROSE = frozenset((Form.PARAGRAPH, Form.ITEM, Form.HEADING, Form.CAPTION))
MISSION_KEYS = ("mission", "embassy")
"""Fields whose values name a mission: "Embassy of X, Moscow"."""

MOST = 20_000
"""How many facts of a page are read: twenty times what the longest articles tell."""


def read_facts(page: Page, claims: Claims, kind: Kind, whom: Parties) -> tuple[Fact, ...]:
    """The facts of a page, :data:`MOST` at most, in the order of their spans."""
    found: dict[Fact, None] = {}
    told: set[tuple[str, ProseSpan]] = set()
    read: set[ProseSpan] = set()
    for fact in _facts(page, claims, kind, whom):
        if fact.claim is not None and (fact.claim.impossible or any(part.impossible for part in fact.claim.parts)):
            # A day that never was tells nothing that could be compared; the claim itself says that it is impossible.
            continue
        # Portrait and profile come last and tell only what nothing else did, the profile of no figure that was read.
        if fact.pattern == PATTERN and (fact.property, fact.span) in told:
            continue
        if fact.pattern == PROFILE and fact.span in read:
            continue
        told.add((fact.property, fact.span))
        read.add(fact.span)
        found[fact] = None
        if len(found) == MOST:
            break
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.property, fact.subject)))


def _facts(page: Page, claims: Claims, kind: Kind, whom: Parties) -> Iterator[Fact]:
    prose = ProseReader(page, claims.all, whom, kind.name)
    told: list[Fact] = []
    for block in page.blocks:
        if block.form in PROSE and block.place is not Place.TABLE:
            for fact in prose.block(block):
                told.append(fact)
                yield fact
        elif block.form is Form.CATEGORY:
            yield from category(page, block, whom)
    yield from headed(page, prose, told)
    if whom.person and page.lead:
        yield from bracket(page, page.lead[0], claims.all, whom)
    boxed = tuple(FieldReader(page, prose.claims_in, whom, kind).facts())
    yield from boxed
    for box in page.infoboxes[:1]:
        for field in box.fields:
            if normal(field.key).startswith(MISSION_KEYS):
                yield from prose.text(field.prose, Place.INFOBOX, whom.pair)
    yield from TableReader(page, prose, whom).facts()
    yield from listed(page, prose.claims_in, whom)
    yield from PortraitReader(page, claims.all, whom, kind).facts()
    yield from _of_subject(page, claims, kind, whom, frozenset(fact.property for fact in boxed))


def _of_subject(page: Page, claims: Claims, kind: Kind, whom: Parties, boxed: frozenset[str]) -> Iterator[Fact]:
    """What is told of an article's own subject by its figures; ``boxed`` are the properties its infobox states."""
    profile = ProfileReader(page, claims.all, whom, boxed)
    yield from profile.facts()
    if kind.name == "conflict":
        yield from tolls(page, claims.all, whom)
    elif is_election(page):
        yield from polls(page, claims.all, whom)
    if not (whom.person or whom.pair) and whom.own:
        yield from distances(page, claims.all, whom, profile.subject)
    if not RANKS.isdisjoint(boxed):
        yield from ranks(page, claims.all, whom, profile.subject, boxed)
