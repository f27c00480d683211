"""The network of order in time: a contradiction that it misses, or one it makes up, misleads an editor."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rules.laws.times.network import DAY, Link, before, dated, shortest_conflict


def test_dates_against_an_order_are_a_conflict_of_three_links() -> None:
    links = [before("a", "b", 0), *dated("a", 20, 20, 1), *dated("b", 10, 12, 2)]
    assert {link.told for link in shortest_conflict(links)} == {0, 1, 2}


def test_one_day_is_no_conflict_as_both_may_lie_in_it() -> None:
    assert shortest_conflict([before("a", "b", 0), *dated("a", 20, 20, 1), *dated("b", 20, 20, 2)]) == ()


def test_an_open_end_is_no_limit() -> None:
    assert shortest_conflict([before("a", "b", 0), *dated("a", 20, None, 1), *dated("b", 30, None, 2)]) == ()


def test_the_shortest_of_two_cycles_is_shown() -> None:
    long = [before("a", "b", 0), before("b", "c", 1), before("c", "d", 2), before("d", "a", 3)]
    short = [before("x", "y", 4), before("y", "x", 5)]
    assert {link.told for link in shortest_conflict([*long, *short])} == {4, 5}


NODES = "abcd"
NODE = st.sampled_from(NODES)
LINKS = st.lists(
    st.builds(
        Link,
        st.sampled_from(NODES),
        st.sampled_from(NODES),
        st.integers(-3, 3).map(lambda n: n * DAY - 1),
        st.integers(),
    ),
    max_size=8,
)


@given(LINKS)
def test_a_conflict_is_found_if_and_only_if_there_is_one_and_no_shorter_one_exists(links: list[Link]) -> None:
    found = shortest_conflict(links)
    best = _by_trying(links)
    assert len(found) == best
    assert sum(link.most for link in found) < 0 or not found
    assert all(one.end == other.start for one, other in zip(found, (*found[1:], *found[:1]), strict=True))


def _by_trying(links: list[Link]) -> int:
    """The number of links of the shortest negative cycle, by trying all simple ones."""
    cheapest: dict[tuple[object, object], int] = {}
    for link in links:
        pair = (link.start, link.end)
        cheapest[pair] = min(link.most, cheapest.get(pair, link.most))
    for size in range(1, len(NODES) + 1):
        for nodes in permutations(NODES, size):
            pairs = list(zip(nodes, (*nodes[1:], nodes[0]), strict=True))
            if all(pair in cheapest for pair in pairs) and sum(cheapest[pair] for pair in pairs) < 0:
                return size
    return 0
