"""What lists by years and prices tell of an article's subject at a time: "1978: the club wins", "40 kroner"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, occurrences, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.deeds import is_past
from rules.laws.times.own_existence import Years

_KEY = regex(r" ?[:–—-] ?(?:[Tt]he )?")
_VERB = regex(r" (?:[a-z]+ly )?(?P<verb>[a-z]+)\b")
_CURRENCY = "the currency"
_PRICE = worded(__file__, r"(?:(?<![0-9])[0-9][0-9.,]{0,12}|\b{numbers}) $")
_SUFFERED = worded(__file__, r" {suffered}\b")
_ENDING = WordList(__file__, "ending")
_LOOKING = worded(__file__, r"\b{looking}\b")


class Told(NamedTuple):
    """What the subject does, or that it is paid in, and when."""

    verb: str
    date: Claim


def keyed(article: Article, years: Years) -> Iterator[Told]:
    """The items that begin with a date and go on with the subject and what it does then."""
    text = article.page.prose.text
    last = article.parties.own.lower().split()[-1]
    names = sorted(
        {last, *years.names, *years.phrases, *(phrase.removeprefix("the ") for phrase in years.phrases)}, key=len
    )
    for block in article.page.blocks:
        dates = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
        if block.form is not Form.ITEM or not dates or dates[0].span.start != block.span.start:
            continue
        led = _KEY.match(text, dates[0].span.end, block.span.end)
        name = next((name for name in reversed(names) if led and text.startswith((name, f"{name}'s"), led.end())), None)
        found = _VERB.match(text, led.end() + len(name), block.span.end) if led and name else None
        suffers = found is not None and _SUFFERED.match(text, found.end(), block.span.end) is not None
        if found is None or (found["verb"] in _ENDING and not suffers) or _LOOKING.search(text, *block.span):
            continue
        if suffers or found["verb"].endswith("s") or is_past(found["verb"]):
            yield Told(found["verb"], dates[0])


def priced(article: Article) -> Iterator[Told]:
    """The sentences in which something costs so much of the currency that the article is about, with their one date."""
    if _CURRENCY not in article.parties.aliases:
        return
    text = article.page.prose.text
    last = article.parties.own.lower().split()[-1]
    for at in occurrences(article, (last, f"{last}s", f"{last}en")):
        if not _PRICE.search(text[max(at - 16, 0) : at].lower()):
            continue
        sentence = sentence_at(article, at)
        dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
        clause = [claim for claim in dates if " and " not in text[min(claim.span.end, at) : max(claim.span.start, at)]]
        if len(clause) == 1 and _plain(clause[0]) and not _LOOKING.search(text, *sentence):
            yield Told("paid", clause[0])


def _plain(claim: Claim) -> bool:
    date = claim.value
    return (
        isinstance(date, Date) and not date.circa and date.precision in EXACT and not claim.parts and not claim.quoted
    )
