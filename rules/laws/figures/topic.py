"""What a figure is of, as its sentence tells it, and how a count is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rules.laws.figures.clause_owner import ANY
from rules.laws.figures.property_words import changing, lexicon, listed, told_as


class Topic(NamedTuple):
    """What a figure is of: a property, whose and when; ``definite`` where the sentence takes it for told before."""

    property: str
    yearly: bool
    owner: Callable[[], str | None]
    years: frozenset[str]
    past: bool | None
    definite: bool
    goods: str = ""


def count_of(noun: str) -> tuple[str, bool]:
    """The property of a count of some noun that something has, and whether it is another every year."""
    made = lexicon().names.get(lexicon().counted.get(noun, ""))
    name, yearly = (made.name, made.yearly) if made else (f"number of {noun}", changing(noun))
    told = told_as().get(name, name)
    return told, yearly and told.removesuffix(" people") not in listed("people-deeds")


def left_open() -> str:
    """The owner that a sentence leaves open."""
    return ANY
