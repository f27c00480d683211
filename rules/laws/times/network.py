"""Order in time as a network of difference constraints, and the shortest cycle in it that cannot be.

A node is a moment; a link says that one moment lies at least (or less than) so much before another. Time is counted
in ticks, of which a day has :data:`DAY`, so that "before" on one day is told from "at the same time". A set
of links can hold if and only if no cycle of it has a negative length (Cormen et al., Introduction to Algorithms,
"Difference constraints and shortest paths").
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

DAY = 1000
"""Ticks in a day: more than a cycle has links that say "before"."""
ORIGIN = ""
"""The node from which dates are counted."""
MOST_NODES = 120
MOST_STEPS = 20_000
"""Of nodes times links: more would take too long, and no article tells as much."""
MOST_LINKS = 13
"""The longest cycle that is looked for: a finding shows fourteen places."""


class Link(NamedTuple):
    """``later - earlier <= most``, and what says so (anything that can be compared, such as a place in the text).

    For "earlier comes before later" the link is ``Link(later, earlier, -1, told)``: from the later one to the earlier.
    """

    start: Hashable
    end: Hashable
    most: int
    told: int


def before(earlier: Hashable, later: Hashable, told: int) -> Link:
    """One moment lies before another."""
    return Link(later, earlier, -1, told)


def dated(moment: Hashable, earliest: int | None, latest: int | None, told: int) -> list[Link]:
    """A moment lies within days, both included; None is an open end."""
    links = []
    if latest is not None:
        links.append(Link(ORIGIN, moment, latest * DAY + DAY - 1, told))
    if earliest is not None:
        links.append(Link(moment, ORIGIN, -earliest * DAY, told))
    return links


def shortest_conflict(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links of a cycle that cannot be, as few as there are; empty where all links can hold together.

    Bellman and Ford, by the number of links walked: the first number at which a walk back to its start has a negative
    length is that of the shortest such cycle.
    """
    told_first: dict[tuple[Hashable, Hashable, int], Link] = {}
    for link in links:
        told_first.setdefault(link[:3], link)
    links = list(told_first.values())
    nodes = list(dict.fromkeys(node for link in links for node in (link.start, link.end)))
    if len(nodes) > MOST_NODES or len(nodes) * len(links) > MOST_STEPS or not _negative(nodes, links):
        return ()
    best: tuple[Link, ...] = ()
    for node in nodes:
        found = _from(node, links, len(best) - 1 if best else MOST_LINKS)
        if found and (not best or len(found) < len(best)):
            best = found
    return best


def _negative(nodes: Sequence[Hashable], links: Sequence[Link]) -> bool:
    """Whether any cycle has a negative length (Bellman and Ford from everywhere at once)."""
    far = dict.fromkeys(nodes, 0)
    for _ in range(len(nodes)):
        changed = False
        for start, end, most, _told in links:
            if far[start] + most < far[end]:
                far[end] = far[start] + most
                changed = True
        if not changed:
            return False
    return True


def _from(node: Hashable, links: Sequence[Link], longest: int) -> tuple[Link, ...]:
    """The shortest negative walk from a node back to it, of so many links at most.

    One that is the shortest of all passes no node twice: a part of it would be negative, and shorter.
    """
    reached: dict[Hashable, tuple[int, tuple[Link, ...]]] = {node: (0, ())}
    for _ in range(longest):
        step: dict[Hashable, tuple[int, tuple[Link, ...]]] = {}
        for link in links:
            here = reached.get(link.start)
            if here is None:
                continue
            length = here[0] + link.most
            if link.end not in step or length < step[link.end][0]:
                step[link.end] = (length, (*here[1], link))
        if node in step and step[node][0] < 0:
            return step[node][1]
        reached = step
    return ()
