"""Which date in a sentence belongs to what a clause tells."""

from __future__ import annotations

from articles.claims.calendar import Date, Precision
from articles.facts.clauses import RELATIVE, Clause, clause_at, is_finite
from articles.facts.frames import DID, frames
from articles.facts.tokens import Token
from articles.facts.voice import date_behind_until

LATE = 16
"""How many tokens before "until 1974" its "not" is looked for."""
PART = 300
"""A year of fewer days than this is a part of one: "the end of 2017"."""
BY_DEED = frozenset(("with", "by", "through", "upon", "on", "at"))
"""What a phrase begins with that names the deed by which a thing is done."""
ARTICLED = frozenset((Precision.DAY, Precision.DECADE, Precision.CENTURY, Precision.SEASON))


def date_of(
    tokens: list[Token], spread: tuple[int, int], clause: Clause, all_clauses: list[Clause], *, strict: bool = False
) -> Token | None:
    """The date of an event whose words stand from the first to the second token of ``spread``.

    The first that follows in the clause; else one right behind its verb, or at the clause's start; else the one that
    leads the sentence, or that stands in a "when" clause before or after, which tells of the same time. A ``strict``
    one belongs to the noun of a deed and follows it in its phrase: "the opening of an embassy in 1989 was welcomed".
    """
    low, high = spread
    if strict:
        return (
            _in_phrase(tokens, high + 1, clause.end)
            or _modifying(tokens, low)
            or _came_when(tokens, high + 1, clause, all_clauses)
            or _brought_about(tokens, clause.start, low)
        )
    return (
        _following(tokens, high + 1, clause.end)
        or _inserted(tokens, low, high)
        or _leading(tokens, clause.start, low)
        or _shared(tokens, clause, all_clauses)
        or (_leading(tokens, clause_at(all_clauses, low).start, low) if low < clause.start else None)
    )


def _following(tokens: list[Token], at: int, end: int) -> Token | None:
    acts = frames().acts
    for here in range(at, end):
        token = tokens[here]
        if token.dated:
            return token if _belongs(tokens, here) or _not_until(tokens, here) else None
        act = acts.get(token.low)
        if act is not None and act.form == DID:
            return None
    return None


def _inserted(tokens: list[Token], low: int, high: int) -> Token | None:
    """A date right behind the verb, before what it is done to: "signed on 4 May 1962 a protocol establishing"."""
    at = low + 2
    fits = at < high and tokens[at - 1].low in ("on", "in") and tokens[at].dated
    return tokens[at] if fits and tokens[at].claim is not None else None


def _in_phrase(tokens: list[Token], at: int, end: int) -> Token | None:
    """A date in the phrase of a noun: only names, places and prepositions stand between."""
    around = frames().around
    for here in range(at, end):
        token = tokens[here]
        if token.dated:
            return token if _belongs(tokens, here) else None
        if here == at and token.low == "," and tokens[min(here + 1, end - 1)].low in ("in", "on"):
            continue
        plain = token.low in around["prepositions"] or token.low in around["articles"] or token.low in around["happens"]
        plain = plain or token.low in around["works"]
        if not (plain or token.entities or token.capital or token.low == "and" or token.word):
            return None
    return None


def _came_when(tokens: list[Token], at: int, clause: Clause, all_clauses: list[Clause]) -> Token | None:
    """The date of the "when" clause behind a deed that happened: "Recognition came when the king wrote in 1829"."""
    around = frames().around
    came = [token.low in around["came"] for token in tokens[at : clause.end]]
    behind = all_clauses.index(clause) + 1
    if not any(came) or behind >= len(all_clauses) or all_clauses[behind].intro != "when":
        return None
    names = tokens[at : at + came.index(True)]
    if not all(token.entities or token.capital or token.low in around["linking"] for token in names):
        return None
    return _only(tokens, all_clauses[behind])


def _brought_about(tokens: list[Token], start: int, low: int) -> Token | None:
    """The date of what brought a deed about: "the visit in May 1906 led to the establishment of relations"."""
    around = frames().around
    verb = low - 1
    while verb > start and (
        tokens[verb].low in around["articles"] or tokens[verb].low in ("to", "in", "about", "with")
    ):
        verb -= 1
    fits = verb > start and tokens[verb].low in around["bringing"] and verb < low - 1
    date = next((at for at in range(verb - 1, start, -1) if tokens[at].dated), -1) if fits else -1
    if date < 0 or any(is_finite(token) for token in tokens[date:verb]):
        return None
    return tokens[date] if _acting(tokens, start, date, verb) or _fronted(tokens, start, date) else None


def _modifying(tokens: list[Token], low: int) -> Token | None:
    """The year that stands before the noun of a deed: "the 1959 restoration of relations"."""
    fits = low > 1 and tokens[low - 1].dated and tokens[low - 2].low in ("the", "its", "their")
    return tokens[low - 1] if fits else _day_of(tokens, low)


def _day_of(tokens: list[Token], low: int) -> Token | None:
    """The date that is said to be the day of a deed: "on 17 August 1960, the day of Gabon's independence"."""
    at = low - 1 - (low > 1 and tokens[low - 1].genitive)
    words = [token.low for token in tokens[max(at - 3, 0) : at + 1]]
    fits = at > 4 and words == [",", "the", "day", "of"] and tokens[at - 4].dated
    return tokens[at - 4] if fits else None


def _leading(tokens: list[Token], start: int, low: int) -> Token | None:
    """A date before the event's words with no other verb between: "in 1989 the embassy was opened"."""
    for here in range(low - 1, start - 1, -1):
        token = tokens[here]
        if token.dated:
            fronted = _fronted(tokens, start, here) or _adjacent(tokens, here, low) or _enacted(tokens, start, here)
            if _acting(tokens, start, here, low):
                return token
            return token if (fronted and _belongs(tokens, here)) or _of_paper(tokens, start, here) else None
        if is_finite(token) and token.low not in frames().around["be"] and token.low not in ("had", "has", "have"):
            return None
    return None


def _fronted(tokens: list[Token], start: int, at: int) -> bool:
    """Whether only opening words stand between a clause's start and a date."""
    openers = frames().around["openers"]
    return all(token.low in openers or token.claim is not None or token.entities for token in tokens[start:at])


def _enacted(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a date is that of the deed by which a thing is done: "With the signing of a treaty on 4 May 1962, A"."""
    if tokens[start].low not in BY_DEED or tokens[at - 1].low not in ("on", "in"):
        return False
    behind = at + 1 < len(tokens) and tokens[at + 1].low == ","
    return behind and any(token.low in frames().around["enacting"] for token in tokens[start : start + 5])


def _acting(tokens: list[Token], start: int, at: int, low: int) -> bool:
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


def _of_paper(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a date is that of the paper that does a thing: "By the treaty of 4 May 1962 Chad recognized"."""
    if at - start not in (4, 5) or tokens[start].low not in ("by", "in") or tokens[at - 1].low != "of":
        return False
    around = frames().around
    paper = tokens[at - 2].low
    return tokens[start + 1].low in around["articles"] and (paper in around["performing"] or paper in around["letters"])


def _adjacent(tokens: list[Token], at: int, low: int) -> bool:
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


def _shared(tokens: list[Token], clause: Clause, all_clauses: list[Clause]) -> Token | None:
    at = all_clauses.index(clause)
    found = _of_main(tokens, clause, all_clauses, at)
    if found is None and at + 1 < len(all_clauses):
        following = all_clauses[at + 1]
        if following.intro == "until":
            denied = any(token.low == "not" for token in tokens[clause.start : clause.end])
            return date_behind_until(tokens, following.start) if denied else None
        if following.intro == "when" and _redated(tokens, all_clauses, at + 2):
            return None
        if following.intro == "and":
            found = _of_both(tokens, clause, following)
        if following.intro in ("when", "upon"):
            found = _only(tokens, following) or _behind(tokens, all_clauses, at + 1)
    return found or _of_first(tokens, clause, all_clauses, at)


def _of_both(tokens: list[Token], clause: Clause, following: Clause) -> Token | None:
    """The day behind two verbs that one subject has: "recognized Chad and opened an embassy on 4 May 1962"."""
    acts, light = frames().acts, frames().around["light"]
    verb = following.start + 1
    while verb < following.end and tokens[verb].low in light:
        verb += 1
    act = acts.get(tokens[verb].low) if verb < following.end else None
    if act is None or act.form != DID or any(token.dated for token in tokens[clause.start : clause.end]):
        return None
    date = _following(tokens, verb + 1, following.end)
    value = date.claim.value if date is not None and date.claim is not None else None
    return date if isinstance(value, Date) and value.precision is Precision.DAY else None


def _of_main(tokens: list[Token], clause: Clause, all_clauses: list[Clause], at: int) -> Token | None:
    """The date of the clause before, where "when", "that" or "by which" ties this one to it."""
    if at and clause.intro == "when":
        return _beside(tokens, clause.start) or _only(tokens, all_clauses[at - 1])
    if at and clause.intro == "which" and tokens[clause.start - 1].low in ("by", "in"):
        return _by_paper(tokens, all_clauses, at)
    if at and clause.intro == "which" and _is_upshot(tokens, clause, all_clauses[at - 1]):
        return _only(tokens, all_clauses[at - 1])
    that = clause.intro == "that" or (at == 2 and clause.intro == "and" and all_clauses[1].intro == "that")
    if at in (1, 2) and that and _cleft(tokens):
        return _only(tokens, all_clauses[0], cleft=True)
    return None


def _is_upshot(tokens: list[Token], clause: Clause, main: Clause) -> bool:
    """Whether "which" stands for all that the clause before tells: "declared war on 4 May 1941, which ended ties"."""
    at = clause.start
    fits = at > 1 and tokens[at - 1].low == "," and tokens[at - 2].dated and at + 1 < clause.end
    if not fits or not is_finite(tokens[at + 1]) or tokens[at + 1].low in ("had", "was", "were", "has"):
        return False
    acting = frames().around["acting"] | frames().around["parting"] | frames().around["enacting"]
    return any(token.low in acting for token in tokens[main.start : at])


def _of_first(tokens: list[Token], clause: Clause, all_clauses: list[Clause], at: int) -> Token | None:
    """The date with which a sentence begins, where no clause between has one."""
    first = all_clauses[0]
    if at == 0 or not tokens:
        return None
    opening = range(first.start, min(first.end, first.start + (9 if tokens[first.start].low in BY_DEED else 4)))
    opened = next((here for here in opening if tokens[here].dated), -1)
    lead = _leading(tokens, first.start, opened + 1)
    before = all_clauses[1:at]
    if lead is None or any(tokens[here].dated for other in before for here in range(other.start, other.end)):
        return None
    silent = not any(is_finite(token) for token in tokens[first.start : first.end])
    return lead if silent or clause.intro in ("and", "but") else None


def _redated(tokens: list[Token], all_clauses: list[Clause], at: int) -> bool:
    """Whether a clause gives a second date at once: "when he came on 4 May 1990 and on 6 May 1991 when he left"."""
    if at >= len(all_clauses):
        return False
    clause = all_clauses[at]
    return clause.intro == "and" and any(token.dated for token in tokens[clause.start : clause.start + 3])


def _by_paper(tokens: list[Token], all_clauses: list[Clause], at: int) -> Token | None:
    """The date of the paper that does a thing: "signed a treaty in 1840 by which", "the treaty, by which ..., was"."""
    around = frames().around
    main = all_clauses[at - 1]
    papers = around["performing"] | around["letters"]
    if not any(token.low in papers for token in tokens[main.start : main.end]):
        return None
    goes_on = at + 1 < len(all_clauses) and all_clauses[at + 1].resumed is not None
    return _only(tokens, main) or (_only(tokens, all_clauses[at + 1]) if goes_on else None)


def _behind(tokens: list[Token], all_clauses: list[Clause], at: int) -> Token | None:
    """The date that ends a sentence behind a relative clause: "when he met the king, who had fled, on 4 May 1824"."""
    if at + 2 != len(all_clauses) or all_clauses[at + 1].intro not in RELATIVE:
        return None
    if any(tokens[here].dated for here in range(all_clauses[at].start, all_clauses[at].end)):
        return None
    last = len(tokens) - 1 - (tokens[-1].low == ".")
    fits = last > 1 and tokens[last].dated and tokens[last - 1].low in ("on", "in") and tokens[last - 2].low == ","
    return tokens[last] if fits else None


def _beside(tokens: list[Token], at: int) -> Token | None:
    """The date right before "when": "back to 1990, when", "until 1942, when", "from 1932 until 1942, when"."""
    here = at - 1 if at and tokens[at - 1].low != "," else at - 2
    if here < 1 or not tokens[here].dated:
        return None
    claim = tokens[here].claim
    if claim is not None and len(claim.parts) == 2:
        last = claim.parts[1]
        return Token("#", last.span.start, last.span.end, claim=last)
    return tokens[here] if tokens[here - 1].low not in ("before", "after") else None


def _cleft(tokens: list[Token]) -> bool:
    """Whether a sentence begins with "It was in 1990 that"."""
    return len(tokens) > 2 and tokens[0].low == "it" and tokens[1].low in ("was", "is")


def _only(tokens: list[Token], clause: Clause, *, cleft: bool = False) -> Token | None:
    """The one date of a clause; in a ``cleft`` one it may be "not until 1990"."""
    dates = [here for here in range(clause.start, clause.end) if tokens[here].dated]
    if len(dates) != 1:
        return None
    at = dates[0]
    late = cleft and at > 1 and tokens[at - 1].low == "until" and tokens[at - 2].low == "not"
    return tokens[at] if late or _belongs(tokens, at) else None


def _not_until(tokens: list[Token], at: int) -> bool:
    """Whether a date is when something came that was not so before: "was not restored until 1974"."""
    return tokens[at - 1].low == "until" and any(token.low == "not" for token in tokens[max(at - LATE, 0) : at])


def _with_article(token: Token) -> bool:
    """Whether a date is written with "the": "the late 1950s", "the 22 February 1831", "the end of 2017"."""
    value = token.claim.value if token.claim else None
    if not isinstance(value, Date):
        return False
    part = value.earliest is not None and value.latest is not None and value.latest - value.earliest < PART
    return value.precision in ARTICLED or (value.precision is Precision.YEAR and part)


def _belongs(tokens: list[Token], at: int) -> bool:
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
    return before != "of" or at < 2 or not (tokens[at - 2].low in around["papers"] or tokens[at - 2].capital)
