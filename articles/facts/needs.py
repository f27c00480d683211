"""What a sentence can tell, by its words and the claims in it: the rest of the reading is spared where it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Kind, Number
from articles.facts.figure_words import figure_words
from articles.facts.frames import DID, frames
from articles.words import WordList

MISSIONS = WordList(__file__, "missions")
LABEL = 10
"""Up to so many words, a mission's name may be all that is said: "Embassy of X, Moscow"."""
DONE = ("recognize", "join", "leave", "admit")
PERSON = "person"
BECOME = "become"
PRONOUNS = ("they", "these", "it")
DENIED = ("never", "not", "yet")
INDEPENDENCE = "independence"
AGAIN = "re"
"""Stands apart in "re-established", whose other half may be no word of an act."""


class Triggers(NamedTuple):
    """Words, in every case they are written in, one of which a sentence must have to tell something of a sort."""

    events: frozenset[str]
    acts: frozenset[str]
    """The words without which nothing is done to the things among ``events``, and the thing that needs none."""
    become: frozenset[str]
    pronouns: frozenset[str]
    moments: dict[str, frozenset[str]]
    """The verbs of moments by the sort of article whose subject they happen to."""
    missions: frozenset[str]
    states: frozenset[str]
    members: frozenset[str]
    bodies: frozenset[str]
    """Those of ``members`` by themselves; the others need a word of each of the next two."""
    denied: frozenset[str]
    joined: frozenset[str]
    figures: dict[str, frozenset[str]]
    sizes: frozenset[str]
    stems: tuple[str, ...]
    """Pieces one of which every text about missions or members has: looked for where it has no claim."""


class Needs(NamedTuple):
    """Which readings a sentence needs."""

    events: bool
    missions: bool
    members: bool
    figures: bool


NOTHING = Needs(False, False, False, False)


@cache
def openers(sort: str | None) -> frozenset[str]:
    """The words one of which every sentence has that tells anything in an article of a sort."""
    known, listed = triggers(), figure_words()
    counted = (noun.rpartition(" ")[2] for noun in (*listed.counts, *listed.dwellers))
    moments = known.moments.get(sort, frozenset()) if sort is not None else frozenset[str]()
    return frozenset.union(
        known.events, known.missions, known.members, known.sizes, moments, _cases(counted), *known.figures.values()
    )


@cache
def triggers() -> Triggers:
    """The words of all frames."""
    known = frames()
    around = known.around
    done = [word for word, act in known.acts.items() if act.act in DONE]
    events = _cases((*known.things, *done))
    independence = [word for word, thing in known.things.items() if thing == INDEPENDENCE]
    acts = _cases((*(word.split(" ")[0] for word in known.acts), *around["has"], *independence, AGAIN))
    become = _cases(word for word, act in known.acts.items() if act.act == BECOME)
    sorts = {sort for told in known.moments.values() for moment in told for sort in moment.of}
    moments = {sort: _cases(_verbs_of(sort)) for sort in sorts}
    missions = _cases(MISSIONS)
    has = (*around["has"], *around["hosts"], *around["exists"], *around["accredited"], *around["standing"])
    states = _cases(has)
    bodies = (*around["member"], *around["involvement"], *around["belongs"])
    joined = [word for word, act in known.acts.items() if act.act == "join" and act.form == DID]
    listed = (*bodies, "never", "joined")
    members = _cases(listed)
    figures = {kind: _cases(heads) for kind, heads in figure_words().heads.items()}
    sizes = _cases(figure_words().adjectives)
    stems = _stems((*MISSIONS, *listed))
    return Triggers(
        events,
        acts,
        become,
        _cases(PRONOUNS),
        moments,
        missions,
        states,
        members,
        _cases(bodies),
        _cases(DENIED),
        _cases((*joined, "belonged", "part")),
        figures,
        sizes,
        stems,
    )


def _verbs_of(sort: str) -> Iterator[str]:
    for word, told in frames().moments.items():
        if any(sort in moment.of for moment in told):
            yield word
    if sort == PERSON:
        yield from (*frames().around["dignities"], *frames().around["reigning"])


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """The shortest pieces of words, first letters left off, that find them all however they are written."""
    tails = sorted({word[1:] for word in words}, key=len)
    return tuple(tail for at, tail in enumerate(tails) if not any(other in tail for other in tails[:at]))


def may_tell(text: str, claims: Sequence[Claim]) -> bool:
    """Whether a text can tell anything: it has a claim, "the same day", or a word of missions and members."""
    if claims or "same " in text:
        return True
    for stem in triggers().stems:  # noqa: SIM110  asked of every text, which any() answers in twice the time
        if stem in text:
            return True
    return False


def _cases(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


def needs(
    words: Sequence[str],
    claims: Sequence[Claim],
    *,
    dated: bool,
    sort: str | None,
    own: frozenset[str] | None = None,
    goes_on: bool = False,
) -> Needs:
    """What a sentence of these words and claims can tell.

    ``dated`` says that a date was told before it, ``sort`` is that of an article whose subject moments happen to,
    ``own`` are the words by which the sentence can mean that subject, None where they are not known. ``goes_on``
    says that the sentence before told an event, of whose things this one may tell another.
    """
    known = triggers()
    if not goes_on and openers(sort).isdisjoint(words):
        return NOTHING
    date = Kind.DATE
    dates = dated or any(claim.kind is date for claim in claims)
    members = not known.members.isdisjoint(words) and _is_of_body(known, words)
    return Needs(
        dates
        and (_happens(known, words, sort, own, members=members) or (goes_on and not known.pronouns.isdisjoint(words))),
        not known.missions.isdisjoint(words) and (len(words) <= LABEL or not known.states.isdisjoint(words)),
        members,
        _figures(known, words, claims),
    )


def _is_of_body(known: Triggers, words: Sequence[str]) -> bool:
    """Whether words are of a membership, or deny one: "never joined"."""
    denied = not known.denied.isdisjoint(words) and not known.joined.isdisjoint(words)
    return denied or not known.bodies.isdisjoint(words)


def _happens(
    known: Triggers, words: Sequence[str], sort: str | None, own: frozenset[str] | None, *, members: bool
) -> bool:
    """Whether words can tell an event; what becomes something becomes a member."""
    if not known.events.isdisjoint(words) and not known.acts.isdisjoint(words):
        return True
    if members and not known.become.isdisjoint(words):
        return True
    moments = known.moments.get(sort) if sort is not None else None
    return moments is not None and not moments.isdisjoint(words) and (own is None or not own.isdisjoint(words))


def _figures(known: Triggers, words: Sequence[str], claims: Sequence[Claim]) -> bool:
    """Whether words name a figure, or a claim is one by what it counts or by the adjective behind it."""
    listed = figure_words()
    for kind in {claim.kind for claim in claims}:
        if kind in known.figures and not known.figures[kind].isdisjoint(words) and _named(listed.heads[kind], words):
            return True
    nouns = (claim.value.noun for claim in claims if isinstance(claim.value, Number))
    if any(noun in listed.counts or noun in listed.dwellers for noun in nouns):
        return True
    return not known.sizes.isdisjoint(words) and any(claim.kind is Kind.QUANTITY for claim in claims)


def _named(heads: Mapping[str, tuple[frozenset[str], ...]], words: Sequence[str]) -> bool:
    """Whether words hold all those of a figure's name."""
    low = {word.lower() for word in words}
    return any(rest <= low for word in low & heads.keys() for rest in heads[word])
