"""A field of the infobox and what the text says of the same."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.claim import Value
from articles.textmap import ProseSpan


class Pair(NamedTuple):
    """What the two are of, and their places and values: None for names, of which more than one may be right."""

    name: str
    boxed: ProseSpan
    value: Value | str | None
    told: ProseSpan
    said: Value | str | None
