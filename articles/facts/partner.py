"""The one other state that an article on a state is about.

A guide to one country's dealings with another names that country's envoys, embassies and recognitions again and
again, in its headings too, and nobody else's half so often. It has sections on recognition and on relations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articles.facts.frames import frames
from articles.facts.gazetteer import Form as NameForm
from articles.facts.parties import Parties
from articles.facts.tokens import Scanner
from articles.page import Block, Form, Page

SURVEYS = frozenset(("foreign-relations", "economy"))
"""Kinds of articles that have no one partner, however often one is named; nor has one with an infobox."""
TELLING = frozenset((Form.HEADING, Form.PARAGRAPH))


def partner_of(page: Page, parties: Parties, scanner: Scanner, kind: str) -> str | None:
    """The partner, None where no state is named often enough, or another half as often.

    A heading must name it, or the article be parted as such a guide is: in the body of an article on a country some
    neighbour's embassy is always spoken of.
    """
    if parties.pair or not parties.state or kind in SURVEYS or page.infoboxes:
        return None
    headings: Counter[str] = Counter()
    guide = _is_guide(page)
    for block in page.blocks:
        if block.form is Form.HEADING:
            headings.update({name for name, _ in _names(page, block, parties, scanner)})
    owners = headings.copy()
    for block in page.blocks if headings or guide else ():
        if block.form in TELLING:
            owners.update(name for name, owner in _names(page, block, parties, scanner) if owner)
    if not owners:
        return None
    (name, count), *rest = owners.most_common(2)
    certain = not rest or count >= 2 * rest[0][1]
    return name if certain and 0 <= headings[name] < count and (guide or headings[name]) else None


def _is_guide(page: Page) -> bool:
    """Whether an article has the sections of a guide: "Recognition", "Diplomatic Relations"."""
    titles = [section.title.lower() for section in page.sections]
    return len(frames().around["guiding"].intersection(titles)) > 1


def _names(page: Page, block: Block, parties: Parties, scanner: Scanner) -> Iterator[tuple[str, bool]]:
    """The other states that a block names, and whether one of their envoys or missions is meant."""
    text = page.text(block.span)
    if not scanner.may_name(text):
        return
    tokens = scanner.tokens(text, block.span.start, ())
    known, owned = parties.names.entities, frames().around["diplomats"]
    for at, token in enumerate(tokens):
        if token.vague or len(token.entities) != 1 or token.entities[0] == parties.own:
            continue
        if known[token.entities[0]].kind != "body" and parties.own not in known[token.entities[0]].successors:
            after = tokens[at + 1].low if at + 1 < len(tokens) else ""
            yield token.entities[0], token.form is not NameForm.CITY and after in owned
