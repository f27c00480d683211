"""What a noun tells was done, with its date: "her launch, on 9 April 1931", "the consecration, held in 1421"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in
from rules.laws.times.clause_words import Token, form_of
from rules.laws.times.happenings import nominal, thing

OWNERS = frozenset(("its", "his", "her", "their"))
_HELD = r"(?:,? (?:which )?(?:was |were |had been )?(?:[a-z]+ly )?{held}(?: [a-z]+){0,3}?)"
_LINK = worded(
    __file__,
    rf"(?: (?:at|in) (?:the )?[A-Z][\w’'-]+)?(?P<held>{_HELD})?(?P<comma>,)? "
    r"(?:in|on)(?: the)?(?: (?:night|morning|evening) of)? $",
)
_FRONTED = worded(__file__, _HELD)
FESTIVE = WordList(__file__, "festive")
_APART = WordList(__file__, "apart")
_TIMES = frozenset(("time", "day", "date", "year", "moment", "night"))
"""What a deed has of its own: "at the time of her launch"."""
_SPELLS = WordList(__file__, "spells")
_OTHERS = WordList(__file__, "others")


class Deed(NamedTuple):
    """A deed that a noun tells: what was done, to what ("" where the sentence does not say), and when."""

    act: str
    thing: str
    owner: str
    date: Claim


def deeds_by_noun(article: Article, tokens: Sequence[Token], front: Claim | None, end: int) -> Iterator[Deed]:
    """The dated deeds that the nouns of a sentence tell."""
    for at, token in enumerate(tokens):
        act = form_of(token.low, "deed")
        if act is None or at == 0:
            continue
        found = _phrase(article, tokens, at)
        if found is None:
            continue
        name, owner, first, stop = found
        date = _date(article, (stop, end), tokens[:first], front)
        if date is not None:
            yield Deed(act, name, owner, date)


def _phrase(article: Article, tokens: Sequence[Token], at: int) -> tuple[str, str, int, int] | None:
    """What a deed was done to, the word that says whose it was, the first word of the phrase, and where it ends."""
    first = at - 1
    while first > 0 and tokens[first].low in FESTIVE:
        first -= 1
    owner = tokens[first].low
    if any(token.low in _OTHERS for token in tokens[max(first - 1, 0) : at]):
        return None
    if owner.endswith(("'s", "’s")):
        begin = first
        while begin > 0 and nominal(tokens[begin - 1].low):
            begin -= 1
        name = thing(article, [*tokens[begin:first], tokens[first]._replace(low=owner[:-2])])
        return (name, owner, begin, tokens[at].end) if name else None
    if owner != "the" and owner not in OWNERS:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].low == "of":
        rest = tokens[at + 2 :]
        size = next((here for here, word in enumerate(rest) if not nominal(word.low)), len(rest))
        name = thing(article, rest[:size]) if size else None
        return (name, "of", first, rest[size - 1].end) if name else None
    return "", owner, first, tokens[at].end


def _date(article: Article, behind: tuple[int, int], ahead: Sequence[Token], front: Claim | None) -> Claim | None:
    """The date behind the words for a deed, or the one that opens the sentence in which it "took place"."""
    text = article.page.prose.text
    start, end = behind
    led = ahead[-1].low if ahead else ""
    counted = led in _APART and len(ahead) > 1 and ahead[-2].low in _SPELLS
    if led == "of" and (len(ahead) == 1 or ahead[-2].low not in _TIMES):
        return None  # "the jubilee of the opening, in"
    if front is not None:
        return front if not counted and _FRONTED.match(text, start, end) and not ahead else None
    date = next((claim for claim in claims_in(article, ProseSpan(start, end)) if claim.kind is Kind.DATE), None)
    link = _LINK.fullmatch(text, start, date.span.start) if date is not None else None
    if date is None or link is None or (counted and not link["held"]):
        return None  # "two months before the opening, on"
    if link["comma"] and not link["held"] and led in _APART:
        return None
    return None if text.startswith(" of ", date.span.end) else date  # "the founding in 1934 of a school"
