"""Texts made to hurt. Each must take time in proportion to its length, or one page could stop a whole run."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from articles.readers.wikitext import read
from articles.source import Source

MANY = 30_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "open templates": lambda n: "{{" * n,
    "open templates with names": lambda n: "{{a|" * n,
    "nested templates": lambda n: "{{nowrap|" * n + "a" + "}}" * n,
    "nested conversions": lambda n: "{{convert|" * n + "5" + "|km}}" * n,
    "nested infoboxes": lambda n: "{{Infobox a|b=" * n + "}}" * n,
    "braces": lambda n: "{" * 3 * n + "}" * 3 * n,
    "open links": lambda n: "[[" * n,
    "nested links": lambda n: "[[a|" * n + "]]" * n,
    "links without a name": lambda n: "[[\n" * n + "[[a]]" * n + "]]" * n,
    "closing brackets": lambda n: "]]" * n + "}}" * n,
    "open tables": lambda n: "{|\n" * n,
    "nested tables": lambda n: "{|\n|\n" * n + "|}\n" * n,
    "rows": lambda n: "{|" + "\n|-\n|a" * n,
    "cells": lambda n: "{|\n|a" + "||a" * n,
    "row spans": lambda n: "{|\n" + "|rowspan=65534|a\n" * 300 + "|-\n|b\n" * n,
    "column spans": lambda n: "{|\n" + "|colspan=999999|a\n|-\n" * n,
    "open references": lambda n: "<ref>" * n,
    "open tags": lambda n: "<ref name" * n + "<span " * n,
    "hidden text": lambda n: '<span style="display:none">' * n,
    "galleries": lambda n: "<gallery>\n" * n,
    "quotes": lambda n: "'''a ''b " * n,
    "apostrophes": lambda n: "'" * 20 * n,
    "open comments": lambda n: "<!--" * n,
    "comments on lines": lambda n: "\n<!-- -->" * n,
    "spaces": lambda n: "a" + " " * 20 * n + "b",
    "spaces at line ends": lambda n: ("a" + " " * 100 + "\n") * (n // 10),
    "lines": lambda n: "\n" * 10 * n,
    "commas": lambda n: "," * 20 * n,
    "dashes": lambda n: "-" * 20 * n,
    "equals": lambda n: "=" * 20 * n,
    "headings": lambda n: "\n==a==" * n,
    "headings with comments": lambda n: "==a==" + "<!-- -->" * n,
    "pipes": lambda n: "|" * 5 * n,
    "underscores": lambda n: "_" * 20 * n,
    "ampersands": lambda n: "&a" * n,
    "addresses": lambda n: "[http://a " * n,
    "superscripts": lambda n: "1<sup>" * n,
    "line breaks": lambda n: "a<br>" * n,
    "captions": lambda n: "a[[File:a|thumb|b]]" * n,
    "categories": lambda n: "[[Category:a]]" * n,
    "unknown templates": lambda n: "{{zzz}}\n" * n + "a {{zzz}}" * n,
    "parameters": lambda n: "{{nowrap" + "|a=[[b]]" * n + "}}",
    "infobox fields": lambda n: "{{Infobox a" + "\n|b=1990" * (n // 2) + "}}",
    "digits": lambda n: "{{convert|" + "9" * 10 * n + "|km}}{{dts|" + "9" * n + "|1|1}}{{formatnum:" + "9" * n + "}}",
    "one long line": lambda n: "In 1990, a b. " * 7 * n,
    "brackets with nothing in them": lambda n: "a ({{IPA|b}}) " * n + "(" * n,
}


def seconds(text: str) -> float:
    start = time.process_time()
    read(Source("x.wiki", text), "Title")
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_alone(name: str) -> None:
    taken = seconds(HOSTILE[name](MANY))
    if taken > 2:  # only then is it worth asking whether the machine is slow or the reading is not linear
        quarter = seconds(HOSTILE[name](MANY // 4))
        assert taken < 12 * quarter, f"{quarter:.2f} s became {taken:.2f} s at four times the length"


@pytest.mark.parametrize("text", ["{{" * 100_000, "[[" * 100_000, "{|\n" * 100_000, "<ref>" * 100_000, "''" * 100_000])
def test_a_hundred_thousand_openings_are_read(text: str) -> None:
    assert seconds(text) < 10


def test_a_line_of_twenty_megabytes_is_read() -> None:
    page = read(Source("x.wiki", "a" * 20_000_000), "Title")
    assert len(page.prose.text) == 20_000_000


def test_fifty_thousand_fields_are_read() -> None:
    text = "{{Infobox a" + "".join(f"\n| key{number} = {number}" for number in range(50_000)) + "\n}}"
    [infobox] = read(Source("x.wiki", text), "Title").infoboxes
    assert len(infobox.fields) == 50_000
