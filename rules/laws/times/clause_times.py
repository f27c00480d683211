"""When a clause tells that something was: its one date, or the one for which "that year" stands."""

from __future__ import annotations

from re import Match

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.deeds import is_past
from rules.laws.times.same_year import same_year

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
REACH = 400
"""How far a sentence is followed to either side."""
_BREAK = worded(
    __file__,
    r"[;:—()\[\]]|, and\b|, (?=[a-z]+ing\b)|,? {breakers}\b(?! same year\b| year\b)| and (?=(?P<next>[a-z]+)\b)",
)
_WHEN = regex(r",? when\b")


def clause_around(article: Article, span: ProseSpan) -> ProseSpan:
    """The clause in which a name stands: up to the next relative, dependent or further clause on either side."""
    text = article.page.prose.text
    sentence = sentence_at(article, span.start + 1, REACH)
    start, end = sentence
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if not _parts(found):
            continue
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    return ProseSpan(start, end)


def _parts(found: Match[str]) -> bool:
    """Whether "and" goes on with a verb: else it joins two names."""
    return found["next"] is None or is_past(found["next"])


def when(article: Article, clause: ProseSpan) -> Claim | None:
    """The one day, month or year that a clause is told of."""
    dates = [claim for claim in claims_in(article, clause) if claim.kind is Kind.DATE]
    if len(dates) > 1:
        return None
    if not dates:
        dates = [claim for claim in (_led(article, clause) or same_year(article, clause),) if claim is not None]
    return dates[0] if dates and _exact(dates[0]) else None


def _exact(claim: Claim) -> bool:
    date = claim.value
    plain = isinstance(date, Date) and not date.circa and date.precision in EXACT
    return plain and not claim.parts and not claim.quoted


def _led(article: Article, clause: ProseSpan) -> Claim | None:
    """The date right before a clause that "when" begins: "until 1954, when the council"."""
    text = article.page.prose.text
    start = clause.start - len("when")
    if not text.startswith("when", start):
        return None
    before = claims_in(article, ProseSpan(max(start - 24, 0), start))
    last = before[-1] if before else None
    if last is None or not isinstance(last.value, Date) or not _WHEN.fullmatch(text, last.span.end, clause.start):
        return None
    return last.parts[0] if len(last.parts) == 1 else last  # "until 1954, when"
