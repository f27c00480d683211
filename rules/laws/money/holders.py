"""Who sells and who buys, by what stands around the word that governs an amount of trade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.names.states_named import states_named
from rules.laws.nearby import gap, sentence_at

WORLD = "*"
"""Stands for all partners together in an article on two states."""
_NAME = regex(r"(?<![\w-])[A-ZÀ-Þ][\w-]+(?:[ -][A-ZÀ-Þ][\w-]+)*")
_TO = worded(__file__, r"\b{to} (?:the )?(?:[a-z]+ )?$")
_FROM = worded(__file__, r"\b{from} (?:the )?(?:[a-z]+ )?$")
_BY = worded(__file__, r"\b{by} (?:the )?(?:[a-z]+ )?$")
_OF = regex(r"\bof (?:the )?(?:[a-z]+ )?$")
_BESIDE = worded(__file__, r"\b{beside} (?:the )?(?:[a-z]+ )?$")
_CLAUSE = regex(r"[,;:] | and ")
_ITS = regex(r"\b(?i:its|their|it|they)\b")
_RELATIVE = regex(r",? (?:which|who|that|whose)(?: [a-z]+){0,3} $")
_ALL = worded(__file__, r"\b{all-partners}\b", re.IGNORECASE)
_IN_ALL = worded(__file__, r"_,? {in-all}\b")
"""Behind an amount: it is that of all partners together, where none is named."""
_TURNED = worded(__file__, r"\b{turned}\b", re.IGNORECASE)
_ONE_OF_TWO = frozenset(("the latter", "the former", "the other"))
"""Of the words that turn a flow round, those that only name the one who sells or buys."""
_PARTNER = regex(r"\b(?:(?<!ccording )(?<!ompared )to|from|with|and) (?:the )?$")
_NOBODY = worded(__file__, r"(?i:{nobody})")


class Holders(NamedTuple):
    """Who sells and who buys, None where nothing tells; ``owner`` is the one of whom the amount is told.

    ``foreign`` says that somebody is named whom the article is not about, or the whole world where it is on two.
    """

    seller: str | None = None
    buyer: str | None = None
    owner: str | None = None
    foreign: bool = False
    world: bool = False
    named: frozenset[str] = frozenset()


class _Name(NamedTuple):
    start: int
    end: int
    party: str | None


def holders(
    article: Article, around: ProseSpan, amount: ProseSpan, word: ProseSpan, role: str, earlier: Holders | None
) -> Holders:
    """Who sells and who buys in a stretch of a sentence, by the names in it and by the amount told before."""
    pair = article.parties.pair
    text = (
        gap(article, around.start, amount.start)
        + "_" * (amount.end - amount.start)
        + gap(article, amount.end, around.end)
    )
    names = list(_names(article, around, text))
    known = frozenset(name.party for name in names if name.party)
    foreign = any(name.party is None for name in names)
    world = pair is not None and _ALL.search(text) is not None
    if role not in ("out", "in"):
        return Holders(foreign=foreign, world=world, named=known, owner=_holder(names, text))
    if pair is None:
        own = article.parties.own
        seller, buyer = (own, None) if role == "out" else (None, own)
        return Holders(seller, buyer, own, foreign, world, known)
    start, end = word.start - around.start, word.end - around.start
    clause = max((cut.end() for cut in _CLAUSE.finditer(text, 0, start)), default=0)
    its = _ITS.search(text[clause:start])
    if its and not names and earlier is None:
        earlier = _spoken_of(article, around.start)
    if its:
        first = next((name for name in names if name.party and not _BESIDE.search(text[: name.start])), None)
        names = [name for name in names if name.start >= clause or (earlier is None and name is first)]
    seller, buyer, owner = _sides(names, text, start, end, role)
    if owner is None and seller is None and buyer is None and earlier:
        turned = _TURNED.search(text)
        if turned and not foreign and turned[0].lower() not in _ONE_OF_TWO:
            seller, buyer = earlier.buyer, earlier.seller
        owner = earlier.owner if turned is None else None
    if role == "out":
        seller = seller or owner
    else:
        buyer = buyer or owner
    world = world or ((buyer if role == "out" else seller) is None and _IN_ALL.search(text) is not None)
    if not world and not foreign:
        seller = seller or _other(pair, buyer)
        buyer = buyer or _other(pair, seller)
    owner = seller if role == "out" else buyer
    if seller == buyer:
        return Holders(None, None, None, foreign, world, known)
    return Holders(seller, buyer, owner, foreign, world, known)


def _spoken_of(article: Article, at: int) -> Holders | None:
    """The one party that the sentence before names, and nobody else: of whom "its exports" are."""
    before = sentence_at(article, max(sentence_at(article, at).start - 2, 0))
    named = {party for _, party in parties_in(article, before)} if before.end <= at else set()
    return Holders(owner=named.pop()) if len(named) == 1 and None not in named else None


def _holder(names: list[_Name], text: str) -> str | None:
    return next((name.party for name in names if name.party and not _BESIDE.search(text[: name.start])), None)


def _other(pair: tuple[str, str], side: str | None) -> str | None:
    return next((each for each in pair if each != side), None) if side in pair else None


def _sides(names: list[_Name], text: str, start: int, end: int, role: str) -> tuple[str | None, str | None, str | None]:
    """The seller, the buyer and the owner that a text names around its governing word."""
    noun = text[end - 1 : end] == "s" and not text[start:end].lower().endswith("sells")
    found: dict[str, str | None] = {}
    for name in names:
        part = _part(name, text, start, end, noun=noun, role=role)
        if part and (not part.endswith("?") or part[:-1] not in found):
            found[part.rstrip("?")] = name.party  # of several subjects the nearest counts
    seller, buyer, owner = (found.get(part) for part in ("seller", "buyer", "owner"))
    if _RELATIVE.search(text[max(start - 24, 0) : start]):
        near = [name for name in names if name.end <= start and name.party]
        owner = owner or (near[-1].party if near else None)
        seller, buyer = (None, buyer) if seller == owner else (seller, None if buyer == owner else buyer)
    return seller, buyer, owner or found.get("subject")


def _part(name: _Name, text: str, start: int, end: int, *, noun: bool, role: str) -> str | None:
    """What a name is beside a governing word; with a question mark where only its place says so."""
    ahead = text[max(name.start - 30, 0) : name.start]
    if name.party is None or _BESIDE.search(ahead):
        return None
    behind = name.start >= end
    of = _OF.search(ahead) is not None
    told = (
        ("buyer", _TO.search(ahead)),
        ("seller", _FROM.search(ahead)),
        ("owner", _BY.search(ahead) or (of and noun and behind)),
        (None, of and behind),
        ("subject?", of and name.end <= start),
        ("subject", name.end <= start),
        ("seller?", role == "in"),  # "bought Kenyan tea"
        ("buyer?", not _adjective(name, text)),  # "sold Kenya cement"
    )
    return next((part for part, is_so in told if is_so), None)


def _adjective(name: _Name, text: str) -> bool:
    """Whether a name may be one of a people: "Kenyan tea"."""
    return text[name.start : name.end].lower().endswith(("n", "ese", "ish", "ch", "i", "ic"))


def _names(article: Article, around: ProseSpan, text: str) -> Iterator[_Name]:
    """The names of a stretch: parties of the article, and others, which are no dates."""
    own = frozenset(article.parties.pair or (article.parties.own,))
    for found in _NAME.finditer(text):
        span = ProseSpan(around.start + found.start(), around.start + found.end())
        told = states_named(article, span)
        if len(told) == 1:
            party = next(iter(told))
            yield _Name(found.start(), found.end(), party if party in own else None)
        elif told or _stranger(article, text, found):
            yield _Name(found.start(), found.end(), None)


def _stranger(article: Article, text: str, found: re.Match[str]) -> bool:
    """Whether a name that no list knows is that of a partner: "sold to Karst"."""
    ahead = text[max(found.start() - 24, 0) : found.start()]
    partner = _PARTNER.search(ahead) is not None
    return partner and not _NOBODY.fullmatch(found[0].split()[0]) and found[0] not in article.parties.own


def parties_in(article: Article, span: ProseSpan) -> list[tuple[ProseSpan, str | None]]:
    """The names of a stretch: each with the party of the article that it names, None for any other."""
    text = gap(article, *span)
    return [
        (ProseSpan(span.start + name.start, span.start + name.end), name.party) for name in _names(article, span, text)
    ]
