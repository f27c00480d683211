"""Who held a seat, and from when to when, as sentences tell it: "Ana Roe, a baker, was mayor from 1950 to 1955"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Place
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import sentence_at
from rules.laws.times.terms import TILL, Seat, Term, both_ends, is_seat, is_shared

FARTHEST = 40
"""How many characters may stand between the two dates of a term."""
LONGEST = 200
"""How many characters may stand between one term and the next, or the start of the sentence."""
LONGEST_TOLD = 24_000
"""A longer article on a body tells of others' seats as well."""

_PERSON = r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: (?:{particles} )?[A-ZÀ-Þ][\w’'.-]*){0,4})"
_ASIDE = r"(?:, (?P<aside>[^,;:()]{1,90}),)?,?"
_UNTIL = r"(?: in office)?,?(?: from| between| for the years| \()? ?"
_OPENING = r"[);,]{0,2} ?(?:(?:and|while|but|then|whereas) )?(?:(?:[Aa]fter|[Bb]ehind|[Bb]efore) (?:him|her|them),? )?"
_HELD = worded(
    __file__,
    rf"{_OPENING}(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he) "
    rf"(?:(?:next |second )?{{followers}},?|(?P<pre>[a-z -]{{3,40}}),) )?"
    rf"{_PERSON}{_ASIDE}"
    rf"(?: (?:(?P<being>{{being}})|(?P<holding>{{holding}})|(?P<leading>{{leading}}))\b(?P<what>[^,;:()]{{0,80}}?))?"
    rf"{_UNTIL}",
)
_FOLLOWED = worded(
    __file__,
    rf"[^;:]{{0,120}} (?P<follows>{{following}})(?: as [a-z ]{{3,30}}?)? by {_PERSON},?"
    rf"(?: who (?:(?P<being>{{being}})|(?P<leading>{{leading}}))\b(?P<what>[^,;:()]{{0,80}}?))?{_UNTIL}",
)
_LED_BY = worded(
    __file__,
    rf"(?:(?P<led>[^;:()]{{2,90}} (?:was|were) (?:first )?{{led}})|{_OPENING})(?:then |later |afterwards )? ?"
    rf"by {_PERSON}{_ASIDE}{_UNTIL}",
)
_APPOSED = worded(__file__, rf"{_OPENING}{_PERSON}(?P<being>,)(?P<what> [^,;:()]{{3,60}}?){_UNTIL}")
_LISTED = worded(
    __file__,
    rf"(?P<what>[^;:()]{{3,60}}) (?P<being>have been|have included|were)(?: [a-z ]{{2,20}})? {_PERSON} \(",
)
_BEHIND = worded(
    __file__,
    rf",? {_PERSON} (?:(?P<being>{{being}})|(?P<leading>{{leading}}))\b(?P<what>[^,;:()]{{1,80}}?)(?=[.,;]|$)",
)
_FRONTED = ("From ", "Between ", "from ", "between ")
_WHICH = worded(__file__, r"(?:{which} )*")
_SEAT = WordList(__file__, "seat")


class _Spell(NamedTuple):
    """The dates of a term, one range or two in a row, and where they stand."""

    dates: list[Claim]
    span: ProseSpan


def told_seats(article: Article) -> Iterator[Seat]:
    """The holders of each seat that the sentences of a paragraph, or of an article on one body, tell in their order."""
    about = article.parties
    one = not (about.person or about.state or about.pair) and len(article.page.prose.text) < LONGEST_TOLD
    spells = groupby(_spells(article), lambda spell: article.page.block_at(spell.span.start))
    found: dict[str, list[Term]] = {}
    for block, group in spells:
        apart = "" if one or block is None else f"#{block.span.start}"
        for name, terms in _paragraph(article, list(group)).items() if block is not None else ():
            found.setdefault(f"{name}{apart}", []).extend(terms)
    yield from (Seat(name.partition("#")[0], terms) for name, terms in found.items())


def _spells(article: Article) -> Iterator[_Spell]:
    """Every range of years, and every two dates that a word makes one: "1950 until his death in 1957"."""
    text = article.page.prose.text
    dates = [claim for claim in article.claims_by_kind.get("date", ()) if not claim.quoted]
    for claim, after in zip_longest(dates, dates[1:]):
        if len(claim.parts) == len(("start", "end")):
            yield _Spell([claim], claim.span)
        elif after is not None and not claim.parts and len(after.parts) < len(("start", "end")):
            between = ProseSpan(claim.span.end, after.span.start)
            if between.end - between.start < FARTHEST and TILL.fullmatch(text, *between):
                yield _Spell([claim, after], ProseSpan(claim.span.start, after.span.end))


def _paragraph(article: Article, spells: list[_Spell]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    seat, end = "", 0
    for spell in spells:
        sentence = sentence_at(article, spell.span.start)
        held = _held(article, ProseSpan(max(sentence.start, end), sentence.end), spell.span)
        elided = held is not None and held.seat is None
        if held is None or (elided and sentence.start >= end):
            seat = ""  # only within a sentence may the verb be left out
        elif held.seat:
            seat = held.seat
        end = spell.span.end
        ends = both_ends(spell.dates)
        if held is not None and ends is not None and seat:
            found.setdefault(seat, []).append(Term(held.name, *ends))
    for name in list(found):
        longer = [other for other in found if other.startswith(f"{name} of ")]
        if len(longer) == 1:
            found[longer[0]] += found.pop(name)
    return found


class _Holder(NamedTuple):
    """Who held a seat: which one, "" for the one told before, None where the verb is left out."""

    name: str
    seat: str | None


def _held(article: Article, clause: ProseSpan, term: ProseSpan) -> _Holder | None:
    """Who is said to have held a seat for a time: in the words before it, or behind one in front."""
    text = article.page.prose.text
    ahead = text[clause.start : term.start]
    if len(ahead) > LONGEST or is_shared(ahead):
        return None
    if ahead in _FRONTED:
        said = _BEHIND.match(text, term.end, min(clause.end, term.end + LONGEST))
    else:
        said = (
            _FOLLOWED.fullmatch(ahead)
            or _LED_BY.fullmatch(ahead)
            or _HELD.fullmatch(ahead)
            or _APPOSED.fullmatch(ahead)
            or _LISTED.fullmatch(ahead)
        )
    return _holder(article, said, term.start) if said is not None and not is_shared(said[0]) else None


def _holder(article: Article, said: re.Match[str], at: int) -> _Holder | None:
    groups = said.groupdict("")
    name, what, aside = said["name"], groups.get("what", "").strip().lower(), groups.get("aside", "")
    which = _WHICH.match(what)
    if " by " in what or any(sign.isdecimal() for sign in what):
        return None
    if groups.get("being"):
        return _Holder(name, what[which.end() :]) if which and is_seat(what) else None
    if groups.get("leading") or groups.get("led"):
        body, _, _ = groups.get("led", "").lower().rpartition(" was ")
        block = article.page.block_at(at)
        it = {"it"} if block is not None and block.place is Place.LEAD else set()
        own = (body or what) in it | {article.page.title.lower(), *article.parties.aliases}
        return _Holder(name, "led" if own else groups.get("led") or f"{said['leading']} {what}")
    if what in _SEAT or (groups.get("holding") and not what) or groups.get("follows"):
        pre = groups.get("pre", "")
        named = aside.lower() if is_seat(aside) else pre if is_seat(pre) else ""
        return _Holder(name, _WHICH.sub("", named, count=1))
    return None if groups.get("holding") else _Holder(name, None)
