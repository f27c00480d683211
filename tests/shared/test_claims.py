"""Claims of the real articles in ``../shared``: reading them never raises and loses no place."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Quantity
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read
from articles.claims.units import dimension
from articles.textmap import GAP

RENDERED = Path("../shared/corpora/rendered")
EXTRACTION = Path("../shared/corpora/extraction")
LEAST = {"numbers: all": 0.97, "dates: all": 0.95, "currency: all": 0.95, "units: all": 0.95}


@pytest.fixture(scope="module")
def rendered() -> list[tuple[str, list[Claim]]]:
    """Each article with its claims."""
    if not RENDERED.is_dir():
        pytest.skip(f"{RENDERED} is not here")
    texts = [path.read_text(encoding="utf-8") for path in sorted(RENDERED.glob("*.txt"))]
    return [(text, mark_quoted(text, read(text))) for text in texts]


def test_claims_of_real_articles_are_in_order_and_in_their_line(rendered: list[tuple[str, list[Claim]]]) -> None:
    for text, claims in rendered:
        end = 0
        for claim in claims:
            assert end <= claim.span.start < claim.span.end
            end = claim.span.end
            assert "\n" not in text[claim.span.start : end]
            assert GAP not in text[claim.span.start : end]


def test_every_unit_that_was_read_is_pints(rendered: list[tuple[str, list[Claim]]]) -> None:
    units = {claim.value.unit for _, claims in rendered for claim in claims if isinstance(claim.value, Quantity)}
    assert [unit for unit in sorted(units) if dimension(unit) is None] == []


def test_much_is_read(rendered: list[tuple[str, list[Claim]]]) -> None:
    claims = [claim for _, found in rendered for claim in found]
    assert sum(isinstance(claim.value, Date) for claim in claims) > 30_000
    assert len(claims) > 60_000
    assert sum(len(pairs(text, found)) for text, found in rendered) > 900


def test_the_extraction_sets_are_read_as_promised() -> None:
    if not EXTRACTION.is_dir():
        pytest.skip(f"{EXTRACTION} is not here")
    from tests.bench.extraction import run
    from tests.bench.extraction_tools import ours

    scores = run({"factlint": ours}, None)
    found = {row: scores[row]["factlint"].recall for row in LEAST}
    assert {row: share for row, share in found.items() if share < LEAST[row]} == {}
