"""Rules from other distributions: entry points of the group ``factlint``, used when the configuration names them.

An entry point leads to a module with a ``RULE``, or to a package each module of which may have one.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from checker.settings import Settings
from checker.usage import UsageError, nearest
from rules.catalogue import FAMILIES, Card, card, catalogue

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "factlint"
FAMILY = "plugin"
"""The family of a rule whose folder is not named like one of ours."""


def all_rules(settings: Settings) -> Mapping[str, Card]:
    """The built-in rules and those of the plugins that the configuration names, by slug."""
    cards = dict(catalogue())
    for name in settings.plugins:
        for found in _rules(name, settings):
            if found.slug in cards:
                raise UsageError(
                    f"{_place(settings)}: the plugin '{name}' has a rule '{found.slug}', which exists already"
                )
            cards[found.slug] = found
    return cards


def _rules(name: str, settings: Settings) -> Iterator[Card]:
    """The rules of one plugin, at least one."""
    point = _entry_point(name, settings)
    try:
        found = list(cards_of(point.load()))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise UsageError(f"{_place(settings)}: the plugin '{name}' ({point.value}) cannot be loaded: {said}") from error
    if not found:
        raise UsageError(f"{_place(settings)}: the plugin '{name}' ({point.value}) has no module with a RULE")
    yield from found


def cards_of(loaded: object) -> Iterator[Card]:
    """The rules of a module, or of the modules of a package. Raises what importing them raises."""
    for module in _modules(loaded):
        if this := card(module):
            yield this if this.family in FAMILIES else this._replace(family=FAMILY)


def _modules(loaded: object) -> Iterable[ModuleType]:
    if not isinstance(loaded, ModuleType):
        raise TypeError("the entry point leads to no module")
    yield loaded
    for inside in sorted(pkgutil.iter_modules(getattr(loaded, "__path__", []))):
        yield import_module(f"{loaded.__name__}.{inside.name}")


def _entry_point(name: str, settings: Settings) -> EntryPoint:
    from importlib.metadata import entry_points

    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        raise UsageError(f"{_place(settings)}: no plugin '{name}' is installed{nearest(name, points)}")
    return points[name]


def _place(settings: Settings) -> str:
    return settings.origin.place("plugins") if settings.origin else "plugins"
