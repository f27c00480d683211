"""Two statements of one thing: who loses a pair misses a wrong conversion, who makes one too many cries wolf."""

from __future__ import annotations

import pytest

from articles.claims.claim import Kind
from articles.claims.pairs import pairs
from articles.claims.reader import read

TIED = [
    ("The peak is 2,917 m (9,570 ft) high.", [("2,917 m", "9,570 ft")]),
    ("The peak is 9,570 feet (2,917 m) high.", [("9,570 feet", "2,917 m")]),
    ("It is about 5 miles (about 8 km) off.", [("5 miles", "8 km")]),
    ("It is 5 miles or 8 km off.", [("5 miles", "8 km")]),
    ("It is 5 miles / 8 km off.", [("5 miles", "8 km")]),
    ("It is 10–12 m (33–39 ft) deep.", [("10–12 m", "33–39 ft")]),
    ("It makes 30 knots (56 km/h; 35 mph).", [("30 knots", "56 km/h"), ("56 km/h", "35 mph")]),
    ("He is 1.78 m (5 ft 10 in) tall.", [("1.78 m", "5 ft 10 in")]),
    ("A plot of 8 ft × 10 ft (2.4 m × 3.0 m).", [("8 ft", "2.4 m"), ("10 ft", "3.0 m")]),
    ("Walls of 5 m and 10 m (16 ft and 33 ft).", [("5 m", "16 ft"), ("10 m", "33 ft")]),
    ("Between a gate and 10 m (33 ft) of wall.", [("10 m", "33 ft")]),
    ("Within a 50-kilometre radius (31 miles) of it.", [("50-kilometre", "31 miles")]),
    ("It owns 21,000 km of track and lies near Roma (420 km, 261 mi).", [("420 km", "261 mi")]),
    ("The area is 15,410 km2[7] (5,950 sq mi).", [("15,410 km2", "5,950 sq mi")]),
    ("It is 250 and 225 km (155 and 140 mi) away.", [("250", "155"), ("225 km", "140 mi")]),
    ("It measures 30 by 40 m (98 by 131 ft).", [("30", "98"), ("40 m", "131 ft")]),
    ("A case of 12 × 15 in (30 × 38 cm).", [("12", "30"), ("15 in", "38 cm")]),
    ("It covers 298[7] km2 (115 sq mi).", [("298[7] km2", "115 sq mi")]),
    ("A 302-foot-long (about 95 metres) bridge.", [("302-foot", "95 metres")]),
    ("It has 50 persons per km² (130/sq. mi.).", [("50 persons per km²", "130/sq. mi.")]),
    ("It pumps 531,000 bbl/d (84,400 m3/d).", [("531,000 bbl/d", "84,400 m3/d")]),
    ("It was 12 °C (54 °F) there.", [("12 °C", "54 °F")]),
]
APART = [
    "It is 5 km long and 3 miles wide.",
    "It is 5 km (3 hours) off.",
    "It is 5 km (on foot) and 3 miles off.",
    "A plot of 8 ft × 10 ft (24 m) there.",
    "It weighs 5 kg. (3 miles off it lies.)",
    "It has 12 guns (30 miles off).",
    "The road is 12 km long (5 km of it paved).",
    "A walk of 12 km (5 miles from the town it turns south).",
    "They grow maize (120 tonnes), beans (80 tonnes) and rice.",
]


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_a_thing_told_twice_is_tied(text: str, expected: list[tuple[str, str]]) -> None:
    found = pairs(text, read(text))
    told = [(text[slice(*pair.first.span)], text[slice(*pair.second.span)]) for pair in found]
    assert told == expected


@pytest.mark.parametrize("text", APART)
def test_two_things_are_not_tied(text: str) -> None:
    assert pairs(text, read(text)) == ()


def test_what_a_share_is_cut_to_is_no_end_of_a_range() -> None:
    told = [claim for claim in read("Output shrank by a third to 92 tonnes.") if claim.kind is not Kind.ORDINAL]
    assert [claim.kind for claim in told] == [Kind.NUMBER, Kind.QUANTITY]
