"""How far an article's own subject is from another place: "Norby lies 12 km north of Orr", "19 km from Falk by road".

Only where the subject opens the sentence and no clause of another begins before the figure. What a distance is measured
along is its basis: a road, a line, the air where a direction is told; without either it is not known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.claims.claim import Claim, Quantity
from articles.facts.fact import Fact, Scope
from articles.facts.own_subject import OwnSubject
from articles.facts.parties import Parties
from articles.page import Block, Form, Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded

PATTERN = "distance"
_BEHIND = 90
"""How far behind a figure the other place is named."""
_NAME = r"[A-Z][\w'’-]{0,30}\w(?: (?:(?:of|upon|on|the|de|la|del|du|am|an der) (?:the )?)?[A-Z][\w'’-]{0,30}\w){0,4}"
_FROM = worded(
    __file__,
    r"(?:[ \u00a0]\([^()]{1,30}\))?"
    r"(?P<way>(?: (?:\(?by (?:{ways})\)?|{straight}|(?:to the |due )?{directions}|away))*)"
    r" (?:of|from)(?: the)?(?: {sorts}(?: of|,)?)? (?P<name>(?:{parts} (?:the )?)?"
    rf"{_NAME})"
    r"(?P<after>,? by (?:{ways}))?(?=[.,;)]|$| (?:and|but|in|on|at|along|via|near|with|to|which|within|between|off|as|"
    r"when|where|despite|though|although)\b| \((?![0-9]))",
)
_BETWEEN = regex(
    rf"(?:^|\. |, )[Tt]he (?:[a-z]+ )?distance (?P<kind>(?:by (?:road|rail|sea|air) )?)(?:between (?P<one>{_NAME}) and "
    rf"(?P<other>{_NAME})|from (?P<start>{_NAME}) to (?P<end>{_NAME}))(?: by (?P<way>road|rail|sea|air))? is "
    r"(?:about |approximately |around |some |roughly )?$"
)
"""Right before a figure, how far two places lie apart."""
_CLAUSE = worded(__file__, r"[;:]|\b{breaks}\b|, (?:an?|the|its) [a-z]")
"""What brings in another thing between the subject and a figure."""
_PLACED = worded(__file__, r"\b{placed}\b|^ (?:is|was) (?:about |some |approximately |around |roughly |only |just )?$")
_SENTENCE = regex(r"[.!?][\"”)]?(?:\[[^\]\[]{1,20}\])* (?=[A-Z“\"(])")
_ASIDE = regex(r" ?\([^()]{0,300}\)")
_LONGEST = 320
_LENGTHS = frozenset(("kilometer", "mile", "nautical_mile", "meter"))


def distances(page: Page, claims: Sequence[Claim], parties: Parties, own: OwnSubject) -> Iterator[Fact]:
    """The distances of the subject, and of any two places that a sentence gives one for."""
    starts = [claim.span.start for claim in claims]
    for block in page.blocks:
        if block.form is not Form.PARAGRAPH or block.place not in (Place.LEAD, Place.BODY):
            continue
        for claim in claims[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]:
            if isinstance(claim.value, Quantity) and claim.value.unit in _LENGTHS and not claim.quoted:
                fact = _distance(page, claim, block, parties, own)
                if fact is not None:
                    yield fact


def _distance(page: Page, claim: Claim, block: Block, parties: Parties, own: OwnSubject) -> Fact | None:
    text, stop = page.prose.text, block.span.end
    behind = text[claim.span.end : claim.span.end + _BEHIND]
    found = _FROM.match(text, claim.span.end, min(claim.span.end + _BEHIND, stop)) if _leads(behind) else None
    start = max(block.span.start, claim.span.start - _LONGEST)
    if found is None and text.find("istance ", start, claim.span.start) < 0:
        return None
    for end in _SENTENCE.finditer(text, start, claim.span.start):
        start = end.end()
    apart = _apart(text[start : claim.span.start], parties.own)
    if apart is not None:
        subject, scope = apart
    elif found is not None and _is_placed(text, start, claim.span.start, block, page, own):
        subject, scope = parties.own, Scope(found["name"], None, _basis(found["way"], found["after"]))
    else:
        return None
    if scope.counterpart == subject:
        return None
    last = _SENTENCE.search(text, claim.span.end, stop)
    span = ProseSpan(start, last.end() if last else stop)
    return Fact(*(subject, "distance", claim.value, claim.span, span, block.place, scope), claim=claim, pattern=PATTERN)


def _leads(behind: str) -> bool:
    """Whether a place may be named behind a figure."""
    return " of " in behind or " from " in behind


def _apart(before: str, own: str) -> tuple[str, Scope] | None:
    """The two places between which a distance is, the article's own first."""
    found = _BETWEEN.search(before) if "istance" in before else None
    if found is None:
        return None
    one, other = found["one"] or found["start"], found["other"] or found["end"]
    way = found["way"] or found["kind"].removeprefix("by ").strip() or None
    return (other, Scope(one, None, way)) if other == own else (one, Scope(other, None, way))


def _is_placed(text: str, start: int, at: int, block: Block, page: Page, own: OwnSubject) -> bool:
    """Whether a sentence says of the subject where it is, up to a figure."""
    first = page.lead[:1] == (block,) and start == block.span.start
    end = own.at(text, start, settled=False)
    if end < 0 and not first and start > block.span.start and text.startswith(("It ", "It's "), start):
        opening = text[block.span.start : block.span.start + _LONGEST]
        end = start + 2 if own.at(opening, 0, settled=False) > 0 else -1
    if end < 0:
        return False
    between = _ASIDE.sub("", text[end:at])
    return not _CLAUSE.search(_without_first(between)) and _PLACED.search(between) is not None


def _without_first(between: str) -> str:
    """The words behind a copula and its article, which begin no other thing: "is a town in Ostland, "."""
    for copula in (" is ", " was "):
        if between.startswith(copula):
            return between[len(copula) + 2 :]
    return between


def _basis(way: str, after: str | None) -> str | None:
    """What a distance is measured along."""
    told = f"{way} {after or ''}".replace("(", " ").replace(")", " ")
    ways = [word for word in told.split() if word in ("road", "rail", "sea", "air")]
    return ways[0] if ways else "straight" if told.split() and told.split() != ["away"] else None
