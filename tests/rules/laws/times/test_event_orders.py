"""Which happenings a text puts before which, and whether two tellings are of one: else circles would be missed."""

from __future__ import annotations

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.laws.times.event_orders import contradictions, said
from rules.laws.times.events_told import Event, same, stem

HEAD = "= Norby Club =\n\nNorby Club is a chess club. "


def article(text: str) -> Article:
    return Article(plain.read(Source("x.txt", f"{HEAD}{text}")))


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("The mill burned before the dam was raised.", "burn", "made"),
        ("The dam was raised after the fall of the tower.", "fall", "made"),
        ("After the tower had fallen, the wall was breached.", "fall", "breach"),
        ("Lund did not come until Roe had resigned.", "resign", "com"),
        ("The tower already stood when the nave was begun.", "made", "begin"),
    ],
)
def test_an_order_is_read_whatever_tells_it(text: str, earlier: str, later: str) -> None:
    assert [(each.earlier.act, each.later.act) for each in said(article(text))] == [(earlier, later)]


@pytest.mark.parametrize(
    "text",
    [
        "It was believed that the mill was built before the dam.",
        "On Friday the boats were blessed before the supper was eaten.",
        "The mill would be built before the dam was raised.",
    ],
)
def test_what_is_believed_or_done_every_year_is_no_order(text: str) -> None:
    assert said(article(text)) == []


def test_the_forms_of_a_verb_are_one() -> None:
    assert stem("moved") == stem("moving") == stem("move")
    assert stem("admitted") == stem("admit")


def test_what_only_one_telling_names_does_not_part_them() -> None:
    assert same(Event("move", ("@", "bakery")), Event("move", ("bakery",)))
    assert not same(Event("move", ("@", "bakery")), Event("move", ("@", "cellar")))


def test_two_orders_that_fit_are_no_circle() -> None:
    text = "The mill burned before the dam was raised. The dam was raised before the mill was sold."
    assert list(contradictions(article(text), ())) == []
