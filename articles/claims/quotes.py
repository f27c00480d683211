"""Marks the claims that stand inside quotation marks or in a title in italics: another's words, or a work's name."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.claim import Claim
from articles.page import Page
from articles.regex import regex

# One set of signs comes first and what depends on the sign second: so a search looks at these signs only.
_QUOTED = regex(
    r'["“«](?:(?<=“)[^“”\n]{1,2000}”|(?<=")(?<![0-9A-Za-z′]")[^"\n]{1,2000}"(?![0-9A-Za-z])|(?<=«)[^«»\n]{1,2000}»)'
)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where what stands between quotation marks begins and ends, the marks with it."""
    return (found.span() for found in _QUOTED.finditer(text))


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


_ITALIC = regex(r"(?<!')(?:''|''''')(?!')((?:\[\[)?[A-Z0-9](?:[^'\n]|'(?!')){2,120})''")
"""A run in italics that starts as a title does."""
_LONGEST = 130
"""How far around a day its title is looked for."""


def mark_titled(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, those days marked that do not exist and are a work's name, which wikitext sets in italics.

    A day in a title ("the play ''31 June''") is not the article's mistake; of real days and of amounts in italics
    most are emphasis or cells of a table, and they are left as they are.
    """
    if page.reader != "wikitext" or not any(claim.impossible for claim in claims):
        return claims
    return [claim._replace(quoted=True) if claim.impossible and _in_title(page, claim) else claim for claim in claims]


def _in_title(page: Page, claim: Claim) -> bool:
    source, place = page.source.text, page.prose.to_source(claim.span)
    runs = _ITALIC.finditer(source, max(0, place.start - _LONGEST), place.end + _LONGEST)
    return any(run.start(1) <= place.start < run.end(1) for run in runs)
