"""How a verb stands: passive or active, told as done or only wished, and who its subject is."""

from __future__ import annotations

from articles.claims.claim import Kind
from articles.facts.clauses import Clause, is_finite
from articles.facts.frames import Act, frames
from articles.facts.roles import NONE, SIGNS, Run, first_subject, names_before
from articles.facts.tokens import Token

SPAN = 8
"""How many tokens before a verb are looked at for "would", "not" or "planned to"."""
ON = "on"
"""What a paper is about that only tells of a deed: "a protocol on the establishment of relations"."""
UPSHOTS = frozenset(("establish", "sever", "end", "resume", "recognize"))
"""Acts that may come of another at its date."""
RANKS = frozenset(("first", "second", "third", "last"))


def has(tokens: list[Token], start: int, end: int, sort: str) -> bool:
    """Whether a word of a list of ``frames.toml`` stands between two tokens."""
    listed = frames().around[sort]
    return any(token.low in listed for token in tokens[start:end])


def is_passive(tokens: list[Token], verb: int, start: int) -> bool:
    """Whether a form of "be" belongs to a verb."""
    around = frames().around
    here = verb - 1
    while here >= start and (tokens[here].low in around["light"] or tokens[here].low == "not"):
        here -= 1
    if tokens[verb].low.endswith("ing"):
        return False  # "was cutting"
    return here >= start and tokens[here].low in around["be"]


def auxiliary(tokens: list[Token], verb: int, start: int) -> int:
    """The first token of a verb with its auxiliaries: "had formally been"."""
    around = frames().around
    here = verb
    while here > start and (tokens[here - 1].low in around["light"] or tokens[here - 1].low in around["be"]):
        here -= 1
    return here


def is_unreal(tokens: list[Token], verb: int, start: int) -> bool:
    """Whether a verb is denied, wished, planned or doubted."""
    led = _led_to(tokens, verb)
    if led >= 0:
        verb = led
    end = verb - 1 if is_first_to(tokens, verb) else verb
    start = max(start, verb - SPAN)
    return has(tokens, start, end, "unreal") and not (is_not_until(tokens, verb) and _count(tokens, start, end) == 1)


def _count(tokens: list[Token], start: int, end: int) -> int:
    return sum(token.low in frames().around["unreal"] for token in tokens[start:end])


def is_first_to(tokens: list[Token], verb: int) -> bool:
    """Whether an infinitive tells what was done: "the first country to recognize Albania", "the tenth to"."""
    if verb < 2 or tokens[verb - 1].low != "to":
        return False
    ranked = frames().around["ranked"]
    for at in range(verb - 2, max(verb - SPAN, 0) - 1, -1):
        if _ranked(tokens[at]):
            return at == verb - 2 or any(token.low in ranked for token in tokens[at + 1 : min(at + 4, verb - 1)])
    return False


def _led_to(tokens: list[Token], verb: int) -> int:
    """Where what led to a thing stands: "led the two governments to establish relations"; -1 where nothing did."""
    if verb < 2 or tokens[verb - 1].low != "to":
        return -1
    for at in range(verb - 3, max(verb - SPAN, 0), -1):
        if tokens[at].low in frames().around["leading"]:
            return at
        if is_finite(tokens[at]) or tokens[at].claim is not None:
            return -1
    return -1


def _ranked(token: Token) -> bool:
    return token.low in RANKS or (token.claim is not None and token.claim.kind is Kind.ORDINAL)


def is_adjective(tokens: list[Token], verb: int) -> bool:
    """Whether a participle only describes what follows: "a decade of severed ties", "the restored embassy"."""
    around = frames().around
    before = tokens[verb - 1].low if verb else ""
    return before in around["determiners"] or before in ("of", "with", "despite")


def is_not_until(tokens: list[Token], verb: int) -> bool:
    """Whether a denial ends at a date, at which the thing was done: "did not recognize it until 1962"."""
    if not any(token.low == "not" for token in tokens[max(verb - 3, 0) : verb]):
        return False
    for at in range(verb + 1, min(len(tokens) - 1, verb + 2 * SPAN)):
        if tokens[at].low == "until":
            return date_behind_until(tokens, at) is not None
        if tokens[at].low in frames().around["finite"] or tokens[at].claim is not None:
            return False
    return False


def date_behind_until(tokens: list[Token], until: int) -> Token | None:
    """The date of what ends a denial: "until 1962", "until the appointment of an envoy on 4 May 1962"."""
    if tokens[until + 1].dated:
        return tokens[until + 1]
    for at in range(until + 1, len(tokens)):
        if tokens[at].dated:
            return tokens[at] if tokens[at - 1].low in ("on", "in") else None
        if tokens[at].low in ("after", "before", "prior", "later") or is_finite(tokens[at]):
            return None
    return None


def is_done(tokens: list[Token], verb: int) -> bool:
    """Whether a form that is not of the past tells what was done all the same: "since establishing relations"."""
    low = tokens[verb].low
    gerund = verb > 0 and low.endswith("ing") and tokens[verb - 1].low in ("since", "after", "upon")
    dating = low in ("date", "dates") and verb + 1 < len(tokens) and tokens[verb + 1].low in ("from", "back")
    told = is_first_to(tokens, verb) or is_not_until(tokens, verb) or _announced_before(tokens, verb) >= 0
    told = told or _led_to(tokens, verb) >= 0 or is_upshot(tokens, verb)
    return gerund or dating or told or signed_at(tokens, verb) >= 0 or _is_signed(tokens, verb)


def is_upshot(tokens: list[Token], verb: int) -> bool:
    """Whether a gerund tells what came of a clause: "presented his credentials in 1962, (thereby) establishing"."""
    if verb < 2 or not tokens[verb].low.endswith("ing"):
        return False
    around, act = frames().around, frames().acts.get(tokens[verb].low)
    here = verb - 1 - (tokens[verb - 1].low in around["thereby"])
    if act is None or act.act not in UPSHOTS or (tokens[here].low != "," and here == verb - 1):
        return False
    start = max((at for at in range(here) if tokens[at].low in (";", ":")), default=0)
    before = tokens[start:here]
    done = any(token.low in around["enacting"] or token.low in around["upshot"] for token in before)
    return done and not any(token.low in around["unreal"] for token in before)


def paper_of(tokens: list[Token], verb: int) -> int:
    """The paper before a gerund that does a thing: "a protocol establishing", "a protocol on establishing"; else -1."""
    if not tokens[verb].low.endswith("ing"):
        return -1
    here = verb - 1 - (verb > 1 and tokens[verb - 1].low == ON)
    return here if here >= 0 and tokens[here].low in frames().around["performing"] else -1


def signed_deed(tokens: list[Token], deed: int, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token that tell of a paper on a deed that it was signed, if it was.

    The verb stands before it, "signed a protocol on the establishment of relations", or behind: "a protocol on the
    establishment of relations was signed".
    """
    around = frames().around
    here = deed - 1 - (tokens[deed - 1].low in around["articles"])
    if here - 1 <= start or tokens[here].low != ON or tokens[here - 1].low not in around["performing"]:
        return None
    signed = [at for at in range(start, end) if tokens[at].low in around["signing"]]
    if len(signed) != 1 or is_unreal(tokens, signed[0], start):
        return None
    if signed[0] < deed:
        return signed[0], deed
    return (here - 1, signed[0]) if tokens[signed[0] - 1].low in around["be"] else None


def announced_at(tokens: list[Token], clause: Clause, at: int, act: Act) -> int:
    """Where a break is announced, which is how it is made: "announced the severance of relations"; else ``at``."""
    around = frames().around
    here = at - 1
    while here > clause.start and tokens[here].low in around["articles"]:
        here -= 1
    announced = act.act == "sever" and tokens[here].low in around["announcing"]
    return here if announced and here >= clause.start and not is_unreal(tokens, here, clause.start) else at


def _announced_before(tokens: list[Token], verb: int) -> int:
    """Where "announced that it was severing relations" announces it; -1 for another verb."""
    act = frames().acts.get(tokens[verb].low)
    if act is None or act.act != "sever" or not tokens[verb].low.endswith("ing"):
        return -1
    around = frames().around
    for at in range(verb - 3, max(verb - 9, 0), -1):
        if tokens[at].low in around["announcing"]:
            that = at + 3 if tokens[min(at + 2, verb)].dated else at + 1
            that += tokens[min(that, verb)].low == ","
            progressive = tokens[min(that, verb)].low == "that" and tokens[verb - 1].low in around["be"]
            return at if progressive and not is_unreal(tokens, at, 0) else -1
    return -1


def signed_at(tokens: list[Token], verb: int) -> int:
    """Where the paper that does a thing was signed: "signed a joint communique establishing relations"; -1 for none."""
    around = frames().around
    paper = paper_of(tokens, verb)
    if paper < 2:
        return -1
    for at in range(paper - 1, max(paper - SPAN, 0), -1):
        if tokens[at].low in around["signing"]:
            return at
        if is_finite(tokens[at]):
            return -1
    return -1


def _is_signed(tokens: list[Token], verb: int) -> bool:
    """Whether the paper that does a thing is told to be signed: "a protocol establishing relations was signed"."""
    around = frames().around
    if paper_of(tokens, verb) < 0:
        return False
    for at in range(verb + 1, min(len(tokens) - 1, verb + 2 * SPAN)):
        if tokens[at].low in around["be"]:
            return tokens[at + 1].low in around["signing"] and not is_unreal(tokens, at, 0)
        if is_finite(tokens[at]) or tokens[at].claim is not None:
            return False
    return False


def told_from(tokens: list[Token], verb: int) -> int:
    """The first token that tells what a verb does: the main verb of "signed a treaty ending", "became the first to"."""
    signed = max(signed_at(tokens, verb), _announced_before(tokens, verb), _led_to(tokens, verb))
    if signed >= 0 or not is_first_to(tokens, verb):
        return max(signed, 0) or verb
    return next((at for at in range(verb - 2, max(verb - SPAN, 0), -1) if is_finite(tokens[at])), verb)


def subject_of(tokens: list[Token], clause: Clause, verb: int) -> Run:
    """The names that are the subject of an active verb."""
    start = auxiliary(tokens, verb, clause.start)
    run = names_before(tokens, start, clause.start)
    if not run.names:
        run = first_subject(tokens, clause.start, start)
    if not run.names and clause.intro in ("which", "who") and start == clause.start + 1:
        # "Sylvania, which became independent": the name before the clause.
        run = names_before(tokens, clause.start, 0)
    if not run.names and clause.intro in ("and", "but") and start == clause.start + 1:
        run = shared_subject(tokens, clause.start)
    if not run.names and clause.resumed is not None and start == clause.start + 1:
        first, last = clause.resumed
        run = names_before(tokens, last, first)
    return run


def shared_subject(tokens: list[Token], end: int) -> Run:
    """The subject with which a sentence begins, if nobody else acts in it before "and": "A left and joined B"."""
    start = next((at for at in range(end - 1, 0, -1) if tokens[at].low in SIGNS), 0)
    run = first_subject(tokens, start, end)
    around = frames().around
    for at in range(run.end, end):
        token = tokens[at]
        if token.low == ";" or (
            token.bare
            and not set(token.entities) <= set(run.names)
            and tokens[at - 1].low not in around["prepositions"]
        ):
            return NONE
    return run
