"""The year for which "that year" stands: that of the one date told right before it."""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import claims_in, sentence_at

REACH = 400
"""How far a sentence is followed to either side."""
_SAME_YEAR = regex(r"\b(?:[Tt]hat|[Tt]he) (?:very |same )?year\b(?! (?:before|after|later|earlier))")


def same_year(article: Article, clause: ProseSpan) -> Claim | None:
    """The one date of the clauses before, in the sentence or else in the one before it: "that year"."""
    text = article.page.prose.text
    if _SAME_YEAR.search(text, clause.start, clause.end) is None:
        return None
    sentence = sentence_at(article, clause.start + 1, REACH)
    for span in (ProseSpan(sentence.start, clause.start), sentence_at(article, max(sentence.start - 2, 0), REACH)):
        if "\n" in text[span.start : clause.start]:
            return None
        dates = [claim for claim in claims_in(article, span) if claim.kind is Kind.DATE]
        if dates:
            return dates[0] if len(dates) == 1 else None
    return None
