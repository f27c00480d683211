"""Prose leaves out what joins sentences, and still knows where every letter of it stands."""

from __future__ import annotations

from time import perf_counter

import pytest

from articles.readers import plain, wikitext
from articles.source import Source
from articles.textmap import ProseSpan, TextMapBuilder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("However, it fell. In fact, Norby fell.", "It fell. Norby fell."),
        ("It was, of course, low; however, it stood.", "It was low; it stood."),
        ("It should be noted that the mill stood. Note that it fell.", "The mill stood. It fell."),
        ("It stood however low it was. The mill, however", "It stood however low it was. The mill, however"),
        ("In the year 1936 it rose in the year 19360 in the year.", "In 1936 it rose in the year 19360 in the year."),
        ("However,", "However,"),
        ("However, ", "However, "),
        ("However,  it fell.", "However,  it fell."),
        ("It fell.However, it stood.", "It fell.However, it stood."),
        ("Indeed, ßar.", "SSar."),
    ],
)
def test_connectives_are_no_prose(text: str, told: str) -> None:
    builder = TextMapBuilder(text)
    builder.copy(0, len(text))
    assert builder.build().text == told


def test_behind_a_connective_every_place_is_still_known() -> None:
    text = "However, it was, in fact, built in 1912."
    page = plain.read(Source("a.txt", text))
    assert page.prose.text == "It was built in 1912."
    for word, written in (("It", "it"), ("was", "was"), ("1912", "1912"), ("was built", "was, in fact, built")):
        start = page.prose.text.index(word)
        found = page.prose.to_source(ProseSpan(start, start + len(word)))
        assert text[found.start : found.end] == written


def test_markup_around_a_connective_does_no_harm() -> None:
    text = "It fell.<ref>A</ref> However, it rose. However, [[Norby]] stood. (However, ) However, \n\nHowever, \n\n"
    page = wikitext.read(Source("a.wiki", text), "A")
    assert page.prose.text.startswith("It fell. It rose. However, Norby stood.")


def test_many_connectives_take_time_in_line_with_their_number() -> None:
    def seconds(count: int) -> float:
        text = "However, it is noted. It is, in fact, so; however, " * count
        began = perf_counter()
        plain.read(Source("a.txt", text))
        return perf_counter() - began

    seconds(10)
    assert seconds(16_000) < 12 * seconds(4_000)
