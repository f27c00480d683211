"""If these fail, conversions go unchecked, or two things that only stand side by side are compared."""

from __future__ import annotations

import pytest

from articles.article import Article
from articles.readers.plain import read
from articles.source import Source


def paired(text: str) -> list[tuple[str, str]]:
    article = Article(read(Source("x.txt", text)))
    return [(article.page.text(pair.first.span), article.page.text(pair.second.span)) for pair in article.claims.pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 2,917 m (9,570 ft) high.", [("2,917 m", "9,570 ft")]),
        ("It does 30 knots (56 km/h; 35 mph) at sea.", [("30 knots", "56 km/h"), ("56 km/h", "35 mph")]),
        ("Within a 50-kilometre radius (31 miles) of it.", [("50-kilometre", "31 miles")]),
        ("It owns 21,000 km of track and lies near Roma (420 km, 261 mi).", [("420 km", "261 mi")]),
        ("The area is 15,410 km2[7] (5,950 sq mi).", [("15,410 km2", "5,950 sq mi")]),
        ("It is 250 and 225 km (155 and 140 mi) away.", [("250", "155"), ("225 km", "140 mi")]),
        ("It is 5 miles or 8 km away.", [("5 miles", "8 km")]),
    ],
)
def test_two_statements_of_one_quantity_are_tied(text: str, expected: list[tuple[str, str]]) -> None:
    assert paired(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The road is 12 km long, the tower 30 m high.",
        "The road is 12 km long (5 km of it paved).",
        "A walk of 12 km (5 miles from the town it turns south).",
        "They grow maize (120 tonnes), beans (80 tonnes) and rice.",
    ],
)
def test_two_quantities_of_two_things_are_not(text: str) -> None:
    assert paired(text) == []
