"""Marks the claims that stand inside quotation marks: another's words, or the title of a work."""

from __future__ import annotations

from articles.claims.claim import Claim
from articles.regex import regex

# One set of signs comes first and what depends on the sign second: so a search looks at these signs only.
_QUOTED = regex(
    r'["“«](?:(?<=“)[^“”\n]{1,2000}”|(?<=")(?<![0-9A-Za-z′]")[^"\n]{1,2000}"(?![0-9A-Za-z])|(?<=«)[^«»\n]{1,2000}»)'
)


def mark_quoted(text: str, claims: list[Claim]) -> list[Claim]:
    """The claims, those inside quotation marks marked."""
    spans = iter(_QUOTED.finditer(text))
    quote = next(spans, None)
    marked: list[Claim] = []
    for claim in claims:
        while quote is not None and quote.end() <= claim.span.start:
            quote = next(spans, None)
        inside = quote is not None and quote.start() <= claim.span.start
        marked.append(claim._replace(quoted=True) if inside else claim)
    return marked
