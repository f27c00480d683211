"""Who lost how many in a battle or a war: "The French lost 1,200 killed and 3,400 wounded".

Only the lead and the sections on the outcome are read, for elsewhere a number may be of a part of the fighting, and no
sentence that gives a number as somebody's claim or as that of a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Number
from articles.facts.fact import Fact, Scope
from articles.facts.parties import Parties
from articles.facts.sides import Sides, outcome, side_of, side_stems
from articles.facts.toll_words import counted, toll
from articles.page import Page, Place
from articles.textmap import ProseSpan
from articles.words import worded

PATTERN = "toll"
PROPERTY = "casualties"
_NAME = r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3}?"
_LOSING = worded(
    __file__,
    rf"\b(?:[Tt]he )?(?P<side>{_NAME})(?:'s?|’s?)?(?: {{forces}})? (?:had |have |{{lightly}} ){{0,3}}"
    r"(?:{losing}|(?:total |own |overall )?(?P<what>{losses})(?: in the battle| in the siege| in the war)? {being})\b"
    rf"|\b(?P<lost>(?i:{{losses}})) (?:of|on|among|for) the (?P<of>{_NAME})(?: {{forces}})? {{being}}\b",
)
_FURTHER = worded(
    __file__, rf"(?:,|;| and|, and| against) (?:the )?(?P<side>{_NAME})(?: {{forces}})?(?: {{lightly}})?(?= [0-9])"
)
"""Behind the losses of one side, the other: "and the Spanish 9,100 dead"."""
_PEOPLE = worded(
    __file__, rf"[ \u00a0](?P<side>{_NAME})(?: {{forces}})? (?:were|was|had been|lay) (?P<toll>[a-z]+(?: [a-z]+)?)"
)
"""Behind a number: "1,200 French soldiers were killed"."""
_LIGHT = worded(__file__, r"(?: {lightly}){0,3} ")
_DOUBT = worded(__file__, r"\b(?i:{doubt})\b|%")


def tolls(page: Page, claims: Sequence[Claim], parties: Parties) -> Iterator[Fact]:
    """The losses that lead and outcome of an article on a conflict tell, by side."""
    sides = Sides(page, side_stems(PROPERTY))
    for span, within, place in outcome(page, claims):
        dated = any(isinstance(claim.value, Date) for claim in within)
        if not dated and not _DOUBT.search(page.prose.text, span.start, span.end):
            yield from _sentence(page, span, within, place, parties, sides)


def _sentence(
    page: Page, span: ProseSpan, claims: Sequence[Claim], place: Place, parties: Parties, sides: Sides
) -> Iterator[Fact]:
    text = page.prose.text
    found = list(_LOSING.finditer(text, span.start, span.end))
    further = _FURTHER.finditer(text, found[0].end(), span.end) if found else ()
    heads = [(each.end(), sides.of(each["side"] or each["of"])) for each in found]
    heads = sorted((*heads, *((each.end(), sides.of(each["side"])) for each in further)))
    named = {each.end(): (each["what"] or each["lost"] or "").lower() for each in found}
    told: set[tuple[str | None, str]] = set()
    for claim in claims:
        if not isinstance(claim.value, Number) or claim.parts or claim.quoted:
            continue
        side = side_of(text, claim, heads, claims)
        people = _PEOPLE.match(text, claim.span.end, span.end)
        basis = toll(text, counted(text, claim), span.end) or _of_head(text, claim, named)
        if people is not None and side is None:
            side, basis = sides.of(people["side"]), toll(text, people.start("toll") - 1, span.end)
        if side is not None and basis is not None and (side, basis) not in told:
            told.add((side, basis))
            scope = Scope(side, None, basis)
            yield Fact(
                *(parties.own, PROPERTY, claim.value, claim.span, span, place, scope), claim=claim, pattern=PATTERN
            )


def _of_head(text: str, claim: Claim, named: dict[int, str]) -> str | None:
    """What befell those of a bare number right behind its head: "casualties came to 2,530"."""
    head = next((at for at in named if at <= claim.span.start and _LIGHT.fullmatch(text, at, claim.span.start)), None)
    if head is None or (isinstance(claim.value, Number) and claim.value.noun is not None):
        return None
    return toll(f" {named[head]}", 0, len(named[head]) + 1)
