"""What is read as an order of events: a wrong reading sets an editor on two sentences that agree."""

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.laws.times.happenings import Happening
from rules.laws.times.orderings import dates, limits, orders


def article(text: str) -> Article:
    return Article(plain.read(Source("norby.txt", text)))


def told(happening: Happening) -> str:
    """The thing, the act and whether it is dated; what has no name of its own is told as "#"."""
    thing = "#" if happening.thing.startswith("#") else happening.thing
    return f"{thing} {happening.act}{' dated' if dates(happening) else ''}"


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("The bridge opened after the ferry closed.", "ferry close", "bridge open"),
        ("The bridge opened before the ferry closed in 1950.", "bridge open", "ferry close dated"),
        ("Before the ferry closed, the bridge opened.", "bridge open", "ferry close"),
        ("The treaty was ratified after it was signed in 1950.", "treaty sign dated", "treaty ratify"),
        ("Before the treaty was signed, it was ratified in 1948.", "treaty ratify dated", "treaty sign"),
        ("The Battle of Alder took place before the Siege of Birk.", "battle of alder happen", "siege of birk happen"),
        ("In 1948, after the war ended in 1950, the firm moved to Rome.", "war end dated", "# happen dated"),
        ("Parliament ratified it in 1948, two years after it was signed in 1950.", "# sign dated", "# happen dated"),
        ("The mill was built following the death of Berg.", "berg die", "mill build"),
    ],
)
def test_statements_of_order_are_read(text: str, earlier: str, later: str) -> None:
    (order,) = orders(article(text))
    assert (told(order.earlier), told(order.later)) == (earlier, later)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was named after the ferry that closed in 1950.",
        "He appeared before the court in 1950.",
        "The hall was not opened before the church was built.",
        "After all, the bridge opened in 1950.",
        "The bridge would open in 1950, before the ferry was to close in 1940.",
        "The train runs before and after the festival.",
    ],
)
def test_what_is_no_order_of_events_is_left_alone(text: str) -> None:
    assert [order for order in orders(article(text)) if dates(order.earlier) and dates(order.later)] == []


def test_two_things_of_one_sort_are_never_taken_for_one() -> None:
    (order,) = orders(article("A bridge opened after a ferry closed."))
    assert told(order.earlier).startswith("#")
    assert told(order.later).startswith("#")


def test_a_bound_is_read_with_its_thing() -> None:
    (found,) = limits(article("By 1960 the old harbour had been closed."))
    assert (found.thing, found.act) == ("old harbour", "close")
