"""Fields of an infobox that make up another: land and water the area, men and women the people.

The fields are known by what they are called, whatever the order of the words: "Total area", "Area total" or "Area".
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.amounts.passages import plain, size, sort
from rules.laws.nearby import claims_in

_GROUPS = (
    (WordList(__file__, "areas"), (WordList(__file__, "land"), WordList(__file__, "water"))),
    (WordList(__file__, "people"), (WordList(__file__, "men"), WordList(__file__, "women"))),
    (WordList(__file__, "people"), (WordList(__file__, "town"), WordList(__file__, "country"))),
    (
        WordList(__file__, "matches"),
        (WordList(__file__, "wins"), WordList(__file__, "draws"), WordList(__file__, "losses")),
    ),
    (WordList(__file__, "aboard"), (WordList(__file__, "passengers"), WordList(__file__, "crew"))),
)
_UNIT = regex(r"[_ ]\(?(?:km2?²?|sq ?km|sq ?mi|ha|hectares|acres|m2)\)?$")
_KINDS = (Kind.NUMBER, Kind.QUANTITY)


def boxed_sums(article: Article) -> Iterator[tuple[Claim, list[Claim]]]:
    """Every field of an infobox with the fields that make it up."""
    for box in article.page.infoboxes:
        fields = {
            _named(field.key): claims[0] for field in box.fields if len(claims := _told(article, field.prose)) == 1
        }
        for whole, parts in _GROUPS:
            found = [next((fields[key] for key in fields if key in names), None) for names in (whole, *parts)]
            told = [claim for claim in found if claim is not None]
            alike = len(told) == len(found) and len({sort(claim) for claim in told}) == 1 and all(map(plain, told))
            if alike and max(map(size, told[1:])) < size(told[0]):
                yield told[0], told[1:]


def _named(key: str) -> str:
    return _UNIT.sub("", key.lower().strip()).replace("_", " ")


def _told(article: Article, prose: ProseSpan) -> list[Claim]:
    return [claim for claim in claims_in(article, prose) if claim.kind in _KINDS and not claim.quoted]
