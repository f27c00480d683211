"""Whether a date in a clause is that of what the clause tells, by where it stands and what leads to it."""

from __future__ import annotations

from articles.claims.calendar import Date, Precision
from articles.facts.clauses import Clause, is_finite
from articles.facts.frames import frames
from articles.facts.tokens import Token

LATE = 16
"""How many tokens before "until 1974" its "not" is looked for."""
PAPER = 8
"""Before so many tokens of a clause the date of a paper stands: "By an exchange of letters dated 4 May 1962"."""
PART = 300
"""A year of fewer days than this is a part of one: "the end of 2017"."""
BY_DEED = frozenset(("with", "by", "through", "upon", "on", "at"))
"""What a phrase begins with that names the deed by which a thing is done."""
ARTICLED = frozenset((Precision.DAY, Precision.DECADE, Precision.CENTURY, Precision.SEASON))


def fronted(tokens: list[Token], start: int, at: int) -> bool:
    """Whether only opening words stand between a clause's start and a date."""
    openers = frames().around["openers"]
    return all(token.low in openers or token.claim is not None or token.entities for token in tokens[start:at])


def enacted(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a date is that of the deed by which a thing is done: "With the signing of a treaty on 4 May 1962, A"."""
    if tokens[start].low not in BY_DEED or tokens[at - 1].low not in ("on", "in"):
        return False
    behind = at + 1 < len(tokens) and tokens[at + 1].low == ","
    return behind and any(token.low in frames().around["enacting"] for token in tokens[start : start + 5])


def acting(tokens: list[Token], start: int, at: int, low: int) -> bool:
    """Whether a date is that of the deed which does a thing: "The exchange of notes on 4 May 1962 restored ties"."""
    around = frames().around
    if tokens[at - 1].low not in ("in", "on", "of"):
        return False
    behind = at + 1 + (at + 1 < low and tokens[at + 1].low == ",")
    if any(token.low not in around["light"] for token in tokens[behind:low]):
        return False
    verbal = low < len(tokens) and is_finite(tokens[low])
    while start < at and (tokens[start].low in around["articles"] or tokens[start].low in around["openers"]):
        start += 1
    acting = around["acting"] | around["enacting"]
    return verbal and any(token.low in acting for token in tokens[start : min(start + 4, at)])


def of_paper(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a date is that of the paper that does a thing: "By the treaty of 4 May 1962", "In a letter dated"."""
    if not 4 <= at - start < PAPER or tokens[start].low not in ("by", "in", "through"):
        return False
    around = frames().around
    written = tokens[at - 1].low == "dated"
    if not written and (at - start > 5 or tokens[at - 1].low != "of"):
        return False
    paper = tokens[at - 2].low
    return tokens[start + 1].low in around["articles"] and (paper in around["performing"] or paper in around["letters"])


def interposed(tokens: list[Token], start: int, at: int, low: int) -> bool:
    """Whether a date stands between a name and its verb: "The Department of State on 4 May 1962 announced"."""
    if at - 2 < start or tokens[at - 1].low not in ("on", "in"):
        return False
    light = frames().around["light"]
    name = tokens[at - 2].capital or tokens[at - 2].entities
    return bool(name) and all(token.low == "," or token.low in light for token in tokens[at + 1 : low])


def adjacent(tokens: list[Token], at: int, low: int) -> bool:
    """Whether a date set off by commas stands right before the subject: "Despite talks, on 23 March 1999, Chad ...".

    Only names may stand between it and what is told.
    """
    if at < 2 or tokens[at - 2].low != "," or tokens[at - 1].low not in ("on", "in"):
        return False
    light = frames().around["light"]
    between = tokens[at + 1 : low]
    return (tokens[at + 1].low == "," or any(t.entities for t in between)) and all(
        t.entities or t.low in (",", "the", "and") or t.low in light for t in between
    )


def only_date(tokens: list[Token], clause: Clause, *, cleft: bool = False) -> Token | None:
    """The one date of a clause; in a ``cleft`` one it may be "not until 1990"."""
    dates = [here for here in range(clause.start, clause.end) if tokens[here].dated]
    if len(dates) != 1:
        return None
    at = dates[0]
    late = cleft and at > 1 and tokens[at - 1].low == "until" and tokens[at - 2].low == "not"
    return tokens[at] if late or belongs(tokens, at) else None


def not_until(tokens: list[Token], at: int) -> bool:
    """Whether a date is when something came that was not so before: "was not restored until 1974"."""
    return tokens[at - 1].low == "until" and any(token.low == "not" for token in tokens[max(at - LATE, 0) : at])


def _with_article(token: Token) -> bool:
    """Whether a date is written with "the": "the late 1950s", "the 22 February 1831", "the end of 2017"."""
    value = token.claim.value if token.claim else None
    if not isinstance(value, Date):
        return False
    part = value.earliest is not None and value.latest is not None and value.latest - value.earliest < PART
    return value.precision in ARTICLED or (value.precision is Precision.YEAR and part)


def belongs(tokens: list[Token], at: int) -> bool:
    """Whether a date tells when something happened, not which treaty or which war it was."""
    before = tokens[at - 1].low if at else ""
    around = frames().around
    if before in around["determiners"] and not _with_article(tokens[at]):
        return False
    if before == "to" and at > 1 and tokens[at - 2].low == "back":
        return True
    if before in around["not_on"] or (at and tokens[at - 1].genitive):
        return False
    if at > 1 and tokens[at - 2].low in ("neither", "nor", "not"):
        return False
    if before == "of" and at > 3 and tokens[at - 4].low == "by" and tokens[at - 2].low in around["papers"]:
        return True  # "were resumed by the treaty of 25 August 1921"
    return before != "of" or at < 2 or not (tokens[at - 2].low in around["papers"] or tokens[at - 2].capital)
