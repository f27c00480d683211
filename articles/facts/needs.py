"""What a sentence can tell, by its words and the claims in it: the rest of the reading is spared where it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Kind
from articles.facts.figure_words import figure_words
from articles.facts.frames import frames

MISSIONS = (
    *("embassy", "embassies", "commission", "commissions", "consulate", "consulates"),
    *("office", "section", "ambassador"),
)
LABEL = 10
"""Up to so many words, a mission's name may be all that is said: "Embassy of X, Moscow"."""
JOINS = ("join", "leave", "admit", "become")


class Triggers(NamedTuple):
    """Words, in every case they are written in, one of which a sentence must have to tell something of a sort."""

    events: frozenset[str]
    missions: frozenset[str]
    states: frozenset[str]
    members: frozenset[str]
    figures: frozenset[str]
    stems: tuple[str, ...]
    """Pieces one of which every text about missions or members has: looked for where it has no claim."""


class Needs(NamedTuple):
    """Which readings a sentence needs."""

    events: bool
    missions: bool
    members: bool
    figures: bool


@cache
def triggers() -> Triggers:
    """The words of all frames."""
    known = frames()
    around = known.around
    acts = [word for word, act in known.acts.items() if act.act in ("recognize", *JOINS)]
    events = _cases((*known.things, *acts, *known.moments))
    missions = _cases(MISSIONS)
    has = (*around["has"], *around["hosts"], *around["exists"], *around["accredited"], *around["standing"])
    states = _cases(has)
    listed = (*around["member"], *around["involvement"], *around["belongs"])
    members = _cases(listed)
    return Triggers(events, missions, states, members, figure_words().triggers, _stems((*MISSIONS, *listed)))


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """The shortest pieces of words, first letters left off, that find them all however they are written."""
    tails = sorted({word[1:] for word in words}, key=len)
    return tuple(tail for at, tail in enumerate(tails) if not any(other in tail for other in tails[:at]))


def may_tell(text: str, claims: Sequence[Claim]) -> bool:
    """Whether a text can tell anything: it has a claim, "the same day", or a word of missions and members."""
    return bool(claims) or "same " in text or any(stem in text for stem in triggers().stems)


def _cases(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


def needs(words: Sequence[str], claims: Sequence[Claim], *, dated: bool) -> Needs:
    """What a sentence of these words and claims can tell; ``dated`` says that a date was told before it."""
    known = triggers()
    date = Kind.DATE
    dates = dated or any(claim.kind is date for claim in claims)
    amounts = any(claim.kind is not date for claim in claims)
    return Needs(
        dates and not known.events.isdisjoint(words),
        not known.missions.isdisjoint(words) and (len(words) <= LABEL or not known.states.isdisjoint(words)),
        not known.members.isdisjoint(words),
        amounts and not known.figures.isdisjoint(words),
    )
