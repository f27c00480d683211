"""Every rule by its slug. Looking, never registering: a rule is a module with a ``RULE`` in a family's folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from rules.rule import Rule

FAMILIES = ("structure", "infobox", "arithmetic", "money", "dates", "chronology", "names", "links", "tables", "corpus")


class Card(NamedTuple):
    """A rule with its name: ``slug``, ``family`` (its folder) and ``manual``, the docstring of its module."""

    slug: str
    family: str
    manual: str
    rule: Rule


def card(module: ModuleType) -> Card | None:
    """The card of a rule module; None for a module without a ``RULE``."""
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        return None
    family, name = module.__name__.split(".")[-2:]
    return Card(name.replace("_", "-"), family, (module.__doc__ or "").strip(), rule)


@cache
def catalogue() -> dict[str, Card]:
    """The built-in rules, by family and then by slug."""
    found: dict[str, Card] = {}
    for family in FAMILIES:
        for path in sorted(Path(__file__).parent.joinpath(family).glob("[a-z]*.py")):
            this = card(import_module(f"rules.{family}.{path.stem}"))
            if this:
                found[this.slug] = this
    return found
