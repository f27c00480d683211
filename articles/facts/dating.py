"""Which date in a sentence belongs to what a clause tells."""

from __future__ import annotations

from articles.claims.calendar import Date, Precision, civil, of_day
from articles.facts.clauses import RELATIVE, Clause, clause_at, is_finite
from articles.facts.date_fits import (
    BY_DEED,
    acting,
    adjacent,
    belongs,
    enacted,
    fronted,
    interposed,
    not_until,
    of_paper,
    only_date,
)
from articles.facts.frames import DID, frames
from articles.facts.tokens import Token
from articles.facts.voice import date_behind_until, is_unreal, is_upshot

SPOKEN = 10
"""How many tokens before "that" the verb which announces it stands."""


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
        or (only_date(tokens, clause._replace(end=low)) if is_upshot(tokens, low) else None)
    )


def _following(tokens: list[Token], at: int, end: int) -> Token | None:
    acts = frames().acts
    for here in range(at, end):
        token = tokens[here]
        if token.dated:
            return token if belongs(tokens, here) or not_until(tokens, here) else None
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
            return token if belongs(tokens, here) else None
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
    return only_date(tokens, all_clauses[behind])


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
    return tokens[date] if acting(tokens, start, date, verb) or fronted(tokens, start, date) else None


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


def _same_day(tokens: list[Token], on: int) -> Token | None:
    """The date that "the day on which" says again: "on 17 August 1960, the day on which relations were restored"."""
    words = [token.low for token in tokens[max(on - 3, 0) : on]]
    fits = on > 4 and words == [",", "the", "day"] and tokens[on - 4].dated
    return tokens[on - 4] if fits else None


def _leading(tokens: list[Token], start: int, low: int) -> Token | None:
    """A date before the event's words with no other verb between: "in 1989 the embassy was opened"."""
    for here in range(low - 1, start - 1, -1):
        token = tokens[here]
        if token.dated:
            opened = fronted(tokens, start, here) or adjacent(tokens, here, low) or enacted(tokens, start, here)
            if acting(tokens, start, here, low) or interposed(tokens, start, here, low):
                return token
            return token if (opened and belongs(tokens, here)) or of_paper(tokens, start, here) else None
        if is_finite(token) and token.low not in frames().around["be"] and token.low not in ("had", "has", "have"):
            return None
    return None


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
            found = only_date(tokens, following) or _behind(tokens, all_clauses, at + 1)
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
        return _beside(tokens, clause.start) or only_date(tokens, all_clauses[at - 1])
    if at and clause.intro == "which" and tokens[clause.start - 1].low == "on":
        return _same_day(tokens, clause.start - 1)
    if at and clause.intro == "which" and tokens[clause.start - 1].low in ("by", "in"):
        return _by_paper(tokens, all_clauses, at)
    if at and clause.intro == "and" and tokens[clause.start].low == "and" and _is_thereby(tokens, clause):
        return only_date(tokens, all_clauses[at - 1])
    if at and clause.intro == "which" and _is_upshot(tokens, clause, all_clauses[at - 1]):
        return only_date(tokens, all_clauses[at - 1])
    that = clause.intro == "that" or (at == 2 and clause.intro == "and" and all_clauses[1].intro == "that")
    if at in (1, 2) and that and _cleft(tokens):
        return only_date(tokens, all_clauses[0], cleft=True)
    before = all_clauses[at - 1]
    if at and clause.intro == "that" and before.intro == "and" and _cleft(tokens[before.start + 1 : before.end]):
        return only_date(tokens, before, cleft=True)
    if at == 1 and clause.intro == "that":
        return _of_notice(tokens, clause, all_clauses[0])
    return None


def _of_notice(tokens: list[Token], clause: Clause, main: Clause) -> Token | None:
    """The date of the notice that does a thing: "announced on 4 May 1962 that Norway recognized Chad"."""
    around = frames().around
    low = max(clause.start - SPOKEN, main.start)
    words = [token.low in around["announcing"] or token.low in around["notifying"] for token in tokens[low : main.end]]
    within = tokens[clause.start : clause.end]
    if not any(words) or any(token.low in around["unreal"] or token.low in ("had", "has") for token in within):
        return None
    verb = low + words.index(True)
    dates = [here for here in range(main.start, main.end) if tokens[here].dated]
    if len(dates) != 1 or is_unreal(tokens, verb, main.start):
        return None
    at = dates[0]
    led = at > verb or fronted(tokens, main.start, at) or interposed(tokens, main.start, at, verb)
    return tokens[at] if (led and belongs(tokens, at)) or of_paper(tokens, main.start, at) else None


def _is_thereby(tokens: list[Token], clause: Clause) -> bool:
    """Whether a clause says that the one before did what it tells: "and the legation thereby became an embassy"."""
    return any(token.low == "thereby" for token in tokens[clause.start : clause.end])


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
    return only_date(tokens, main) or (only_date(tokens, all_clauses[at + 1]) if goes_on else None)


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
    if tokens[here - 1].low not in ("before", "after"):
        return tokens[here]
    return _day_beside(tokens[here])


def _day_beside(token: Token) -> Token | None:
    """The day itself, where "after" or "before" leads to it: "stayed on after 15 November 1905, when"."""
    claim = token.claim
    value = claim.value if claim is not None else None
    if claim is None or not isinstance(value, Date) or value.precision is not Precision.DAY:
        return None
    if (value.earliest is None) == (value.latest is None):
        return None
    number = value.earliest - 1 if value.earliest is not None else (value.latest or 0) + 1
    day = of_day(*civil(number), circa=value.circa)
    return Token("#", token.start, token.end, claim=claim._replace(value=day))


def _cleft(tokens: list[Token]) -> bool:
    """Whether a sentence begins with "It was in 1990 that"."""
    return len(tokens) > 2 and tokens[0].low == "it" and tokens[1].low in ("was", "is")
