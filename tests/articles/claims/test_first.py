"""One writing of each kind: who loses one of these loses a whole family of rules."""

from __future__ import annotations

import pytest

from articles.claims.reader import read

WRITINGS = [
    ("on 12 May 1990 it", "12 May 1990", "date"),
    ("from 1990 to 1995, it", "1990 to 1995", "date"),
    ("had 12,345 people", "12,345", "number"),
    ("about US$9.1 billion of", "US$9.1 billion", "money"),
    ("some 45 percent of", "45 percent", "percent"),
    ("is 3,400 km2 large", "3,400 km2", "quantity"),
    ("for 15 years.", "15 years", "duration"),
    ("the 21st of them", "21st", "ordinal"),
]


@pytest.mark.parametrize(("text", "span", "kind"), WRITINGS)
def test_each_kind_is_read_with_its_span(text: str, span: str, kind: str) -> None:
    claims = read(text)
    assert [(text[claim.span.start : claim.span.end], claim.kind.value) for claim in claims] == [(span, kind)]
