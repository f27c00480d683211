"""Who won how many votes and seats at an election: "Labour won 41 seats with 38.2 % of the vote".

Only the lead and the sections on the result are read, and no sentence on a part of the country or another election.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Number, Percent
from articles.facts.fact import Fact, Scope
from articles.facts.parties import Parties
from articles.facts.sides import Sides, outcome, side_of, side_stems
from articles.page import Page
from articles.regex import regex
from articles.words import worded

PATTERN = "poll"
VOTES, SEATS, SHARE = "votes", "seats-won", "vote-share"
_ELECTION = regex(r"\b(?:[Ee]lections?|[Bb]y-election)\b")
_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:of |for |and |the ){0,2}[A-Z][\w’'-]{1,30}){0,5}"
_WINNING = worded(
    __file__,
    rf"(?:\b[Tt]he )?\b(?P<side>{_NAME})(?: \([^()]{{1,20}}\))?,? "
    r"(?:(?:had |{lightly} ){0,3}{winning}\b|with(?= [0-9]))",
)
_OF_VOTE = worded(__file__, r" of (?:the |all )?(?:{whole} )?(?:votes?|ballots)\b")
_CHAMBER = regex(r"(?: of the [0-9]+)?(?: [a-z]+)? in the ((?:[A-Z][\w’'-]{1,30} ?|of |and ){1,5})")
"""Behind seats, of which of two houses they are."""
_HELD = regex(r"(?: of the [0-9]+)?(?:[ \u00a0][a-z]+){0,2} (?:from|of|among|outside|within|in (?:the )?[a-z])")
"""Behind seats, that they are those of a part: "12 seats from the Greens", "9 seats of the north"."""
_YEAR = regex(r"[12][0-9]{3}")
_CAME = worded(__file__, rf" of (?:the )?(?:{{whole}} )?vote,? (?:the )?(?P<side>{_NAME}) (?:{{coming}})\b")
_PARTLY = regex(r"(?:[ \u00a0][a-z]+){0,4} (?:in|among|from|outside|within) (?!all\b|total\b|the election\b)")
"""Behind votes or a share of them, of whom or of which part they are: "52 % of the vote in the capital"."""
_BRACKETED = regex(r" (?:votes|ballots) \($")
_DOUBT = worded(__file__, r"\b(?i:{doubt})\b")
_SEATS, _VOTES = worded(__file__, r"{seats}"), worded(__file__, r"{votes}")


def is_election(page: Page) -> bool:
    """Whether an article is on one election."""
    boxes = page.infoboxes[:1]
    return _ELECTION.search(page.title) is not None or any("election" in box.name.lower() for box in boxes)


def polls(page: Page, claims: Sequence[Claim], parties: Parties) -> Iterator[Fact]:
    """The votes, seats and shares of the vote that lead and result tell, by party or candidate."""
    sides = Sides(page, side_stems(VOTES))
    text = page.prose.text
    for span, within, place in outcome(page, claims):
        if _DOUBT.search(text, span.start, span.end) or _other_year(page.title, within):
            continue
        heads = [(head.end(), sides.of(head["side"])) for head in _WINNING.finditer(text, span.start, span.end)]
        for claim in within:
            own = claim.parts[0] if claim.pattern == "x-of-n" else claim
            name = _property(text, claim)
            if _of_part(text, claim, span.end, name):
                continue
            side = side_of(text, claim, heads, within) if name is not None else None
            side = _behind(text, claim, sides) if name == SHARE and side is None else side
            if name is not None and side is not None and not claim.quoted:
                chamber = _CHAMBER.match(text, claim.span.end, span.end) if name == SEATS else None
                scope = Scope(side, region=chamber[1].strip() if chamber else None)
                yield Fact(*(parties.own, name, own.value, own.span, span, place, scope), claim=own, pattern=PATTERN)


def _behind(text: str, claim: Claim, sides: Sides) -> str | None:
    """Who came of a share: "With 43.4 % of the vote the Liberals came first"."""
    found = _CAME.match(text, claim.span.end)
    return sides.of(found["side"]) if found is not None else None


def _of_part(text: str, claim: Claim, stop: int, name: str | None) -> bool:
    """Whether votes or seats are only those of a part of the country or of the house."""
    return (_HELD if name == SEATS else _PARTLY).match(text, claim.span.end, stop) is not None


def _other_year(title: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence has a date of another year than the election's."""
    years = {int(year) for year in _YEAR.findall(title)}
    dates = (claim.value.earliest for claim in claims if isinstance(claim.value, Date))
    return bool(years) and any(day is None or civil(day)[0] not in years for day in dates)


def _property(text: str, claim: Claim) -> str | None:
    """What a number is: votes, seats or a share of the vote."""
    value = claim.value
    if isinstance(value, Percent):
        bracketed = _BRACKETED.search(text, max(claim.span.start - 12, 0), claim.span.start)
        return SHARE if not value.points and (bracketed or _OF_VOTE.match(text, claim.span.end)) else None
    noun = value.noun.split()[-1].lower() if isinstance(value, Number) and value.noun else ""
    if _SEATS.fullmatch(noun):
        return SEATS
    return VOTES if _VOTES.fullmatch(noun) and not claim.parts else None
