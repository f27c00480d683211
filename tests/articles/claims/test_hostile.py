"""Texts made to be slow: reading takes time that grows with the length, and never raises."""

from __future__ import annotations

from time import process_time

import pytest

from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read

UNITS = (
    "1", "1, ", "1 ", "1-", "1–", "1.", "1/", "1:", "1 and ", "1 or ", "1 to ", "1 of ", "1 km ", "1 km-",
    "1 km–", "May ", "May, ", "1 May ", "1, 2, 3 May, ", "hundred ", "two-", "two and ", "$", "$1 ", "1% ",
    "ISBN 1 ", '"1 ', "“", "1 m (2 ft ", "1 m/", "1 sq ", "1 square mile ", "1990 ", "1990-", "1990, ",
    "19th century ", "19th and ", "half a ", "two point ", "about ", "early ", '1\xa0000', "1 × 10 ", "1° ",
    "1°1′1″", "1 ft 2 in ", "1 year ", '\ufffc1', "1²", "1 km per ", "(", "[1]", "1 votes to ", "+1-22-",
    "1990s–", ",", "-", " ", "a",
)  # fmt: skip
LENGTH = 20_000


def seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    start = process_time()
    claims = read(text)
    pairs(text, mark_quoted(text, claims))
    return process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_only(unit: str) -> None:
    seconds(unit, 1000)
    for attempt in range(3):  # another process may take the core for a moment
        short, long = seconds(unit, LENGTH), seconds(unit, LENGTH * 4)
        if long < 8 * short + 0.03:
            return
        assert attempt < 2, f"{LENGTH} characters took {short:.2f} s, four times as many {long:.2f} s"
