"""A least, a mean and a greatest in the fields of an infobox: "Minimum depth", "elevation_max".

What a key ranks is the rest of it, so that two fields are compared where their keys differ in the ranking word alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.claims.written import Written
from articles.kinds.kind import normal
from articles.page import Field
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.laws.figures.extremes import Extremes
from rules.laws.nearby import after

_BARE = regex(r"([−-]?)([0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?)")
_LEAD = 12
"""So far behind the start of a value its figure stands, after "about" or a name of the place."""


def field_extremes(article: Article) -> Iterator[Extremes]:
    """The pairs of fields of an infobox of which one is told to be the lesser."""
    for infobox in article.page.infoboxes:
        groups: dict[str, list[tuple[int, Field]]] = {}
        for field in infobox.fields:
            rank, rest = _ranked(normal(field.key).replace("-", "_"))
            if rank is not None and rest:
                groups.setdefault(rest, []).append((rank, field))
        for group in groups.values():
            for (rank, one), (other_rank, other) in combinations(sorted(group, key=lambda each: each[0]), 2):
                small, large = _figure(article, one), _figure(article, other)
                if rank < other_rank and small is not None and large is not None:
                    yield Extremes(small, large)


def _ranked(key: str) -> tuple[int | None, str]:
    """The rank that a key gives, and what is left of it; None where it gives several."""
    words = key.split("_")
    ranks = [_ranks()[word] for word in words if word in _ranks()] or [_ranks()["mean"]]  # "depth", "max_depth"
    return ranks[0] if len(ranks) == 1 else None, "_".join(word for word in words if word not in _ranks())


def _figure(article: Article, field: Field) -> Claim | None:
    """The one figure of a value; a bare number may have been taken for a year."""
    text = article.page.text(field.prose)
    bare = _BARE.fullmatch(text)
    if bare is not None:
        value = Decimal(bare[2].replace(",", "")) * (-1 if bare[1] else 1)
        step = Decimal(1).scaleb(-len(bare[2].partition(".")[2]))
        return Claim(Kind.NUMBER, ProseSpan(*field.prose), Number(Written(value, value, step)), "bare")
    claim = after(article, field.prose.start, _LEAD)
    fits = claim is not None and claim.span.end <= field.prose.end and not claim.parts
    return claim if fits else None


@cache
def _ranks() -> dict[str, int]:
    rows: dict[str, str] = data_file(__file__, "extremes.toml")["fields"]
    return {word: int(rank) for rank, joined in rows.items() for word in joined.split(", ")}
