"""The place of an article's subject among its like: "the 41st largest country in the world".

Read in the lead of an article whose infobox states such a place. The infobox means the world where it is that of a
country, and the one country in which it lies where it is that of a state, a province or a town.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.claims.claim import Claim, Number, Ordinal
from articles.facts.fact import Fact, Scope
from articles.facts.own_subject import OwnSubject, capitals
from articles.facts.parties import Parties
from articles.page import Form, Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded

RANKS = frozenset(("area-rank", "population-rank"))
PATTERN = "rank"
LONGEST = 4000
"""How far into a paragraph a place is looked for."""
COUNTRIES = frozenset(("infobox country", "infobox sovereign state"))
_TOLD = worded(
    __file__,
    r"[ -](?P<how>{large}|most[ -](?:{extensive}|{populous}))(?: (?P<noun>{nouns}))?"
    r"(?P<behind>(?:[^.;\n]|(?<=[A-Z])\.){0,70})",
)
_BY = worded(__file__, r"\b(?:by|in terms of|in) (?:total |land )?(?P<by>{sizes}|{heads})\b")
_LED = worded(__file__, r"(?:^|\s)(?:{links})(?: (?:currently|also|now|thus))?(?: as)?(?: the| its)? $")
_JOINED = regex(r"^[^.;]{0,60}? and (?:is )?(?:the )?$")
_ANOTHER = regex(r"^ and (?:is )?the ")
_ITS = worded(__file__, r"^(?:Its|The) (?:(?:total|land|surface) )?{owned}\b")
_WORLD = regex(r"^[ ,]*(?:by [a-z]+ )?(?:in|of) the (?:entire )?world\b")
_LAND = regex(
    r"^[ ,]*(?:by [a-z]+ )?(?:in|of) (?:(?:all )?the )?(?:[0-9]{1,2} )?"
    r"(?P<land>[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)*|country|nation)(?![A-Za-z])"
)
_OWNED = regex(r"(?:the world|the country|the nation)(?:'s|’s) $")
_POPULOUS = WordList(__file__, "populous")
_HEADS = WordList(__file__, "heads")
_LARGE = WordList(__file__, "large")
_PEOPLED = WordList(__file__, "peopled")


class Rank(NamedTuple):
    """A place by its property and where its words begin; ``world`` is None where nothing says among what."""

    property: str
    world: bool | None
    start: int


def ranks(
    page: Page, claims: Sequence[Claim], parties: Parties, own: OwnSubject, boxed: frozenset[str]
) -> Iterator[Fact]:
    """The places that the lead tells of the subject, of those that the infobox states."""
    wanted = RANKS & boxed
    if not wanted or not parties.own or parties.pair or parties.person:
        return
    starts = [claim.span.start for claim in claims]
    country = page.infoboxes[0].name.strip().lower() in COUNTRIES
    for block in page.lead:
        low = bisect_left(starts, block.span.start)
        high = bisect_left(starts, min(block.span.end, block.span.start + LONGEST))
        told = (
            _told(page.prose.text, claims[low:high], block.span, parties, own) if block.form is Form.PARAGRAPH else ()
        )
        for claim, rank in told:
            if rank.property in wanted and rank.world is country:
                yield _fact(page, claim, rank, parties, block.span)


def _told(
    text: str, claims: Sequence[Claim], block: ProseSpan, parties: Parties, own: OwnSubject
) -> Iterator[tuple[Claim, Rank]]:
    """The places of the subject that a paragraph tells; of two joined ones the last says among what."""
    last, waiting = -1, None
    for claim in claims:
        rank = _rank(text, claim, parties) if isinstance(claim.value, Ordinal) and not claim.quoted else None
        if rank is None or not _is_own(text, rank.start, block.start, last, own):
            continue
        if waiting is not None and _JOINED.match(text[last : rank.start]) is not None:
            yield waiting[0], waiting[1]._replace(world=rank.world)
        last, waiting = claim.span.end, (claim, rank) if rank.world is None else None
        yield claim, rank


def _rank(text: str, claim: Claim, parties: Parties) -> Rank | None:
    """What a place is one of, where the words behind the ordinal say so and among all the world's or one land's."""
    start, end = claim.span
    found = _TOLD.match(text, end)
    if found is None:
        return None
    behind, by = found["behind"], _BY.search(found["behind"])
    how = found["how"].replace("-", " ").rpartition(" ")[2]
    if by is not None:
        name = "population-rank" if by["by"] in _HEADS else "area-rank"
    elif how in _LARGE and found["noun"] is None:
        return None
    else:
        name = "population-rank" if how in _POPULOUS or found["noun"] in _PEOPLED else "area-rank"
    owned = _OWNED.search(text, max(start - 20, 0), start)
    if owned is not None:
        return Rank(name, "world" in owned[0], owned.start())
    if _WORLD.match(behind) is not None:
        return Rank(name, world=True, start=start)
    land = _LAND.match(behind)
    if land is None:
        return Rank(name, world=None, start=start) if _ANOTHER.match(behind) is not None else None
    known = land["land"] in ("country", "nation") or _is_land(land["land"], parties)
    return Rank(name, world=False, start=start) if known else None


def _is_land(name: str, parties: Parties) -> bool:
    """Whether a name is that of a state, "the United States", or of its parts, "the U.S. states"."""
    known = parties.names.canonical(name.removesuffix(" states"))
    return known is not None and known != parties.own and parties.names.entities[known].kind != "body"


def _is_own(text: str, at: int, start: int, last: int, own: OwnSubject) -> bool:
    """Whether it is the subject that has a place: its sentence opens with it, and names nobody else before."""
    begin = max(text.rfind(". ", start, at) + 2, start) if text.find(". ", start, at) >= 0 else start
    if begin <= last < at and _JOINED.match(text[last:at]) is not None:
        return True
    before = text[begin:at]
    if _LED.search(before) is None:
        return False
    its = _ITS.match(before) is not None
    opened = its or own.opens(text, begin, at, settled=_settled(text, start, begin, own))
    return opened and all(word in own.words for word in capitals(before))


def _settled(text: str, at: int, begin: int, own: OwnSubject) -> bool:
    """Whether the sentences of a paragraph before a place are all about the subject, so that "it" is."""
    settled = True
    while at < begin and settled:
        stop = text.find(". ", at, begin)
        stop = begin if stop < 0 else stop + 2
        settled = own.opens(text, at, stop, settled=settled)
        at = stop
    return settled


def _fact(page: Page, claim: Claim, rank: Rank, parties: Parties, block: ProseSpan) -> Fact:
    value = claim.value
    assert isinstance(value, Ordinal)
    number = Number(value.amount)
    text = page.prose.text
    before, behind = text.rfind(". ", block.start, claim.span.start), text.find(". ", claim.span.end, block.end)
    sentence = ProseSpan(before + 2 if before >= 0 else block.start, behind + 1 if behind >= 0 else block.end)
    told = (parties.own, rank.property, number, claim.span, sentence, Place.LEAD, Scope())
    return Fact(*told, claim=claim, pattern=PATTERN)
