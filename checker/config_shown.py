"""``factlint config --show``: the settings in force, as a configuration file that says where each value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from checker.config import Config, read
from checker.engine import settable
from checker.relative import relative
from checker.selection import Asked, selected
from checker.settings import Origin, Settings
from reports.verdict_entry import quoted
from rules.catalogue import Card

WIDTH = 48
"""Columns before the remarks."""


def shown(inforce: Settings, cards: Mapping[str, Card]) -> Iterator[str]:
    """The lines. Raises :class:`UsageError` where a setting names what does not exist."""
    origin, config = read(inforce.origin.path) if inforce.origin else (None, Config())
    chosen = selected(cards, inforce, Asked()).general
    where = relative(origin.path) if origin else "no configuration file: the defaults"
    yield f"# {where}\n# {len(chosen)} of {len(cards)} rules are checked\n\n"
    for name, field in Config.model_fields.items():
        key = field.alias or name
        if key != "rule":
            yield _row(key, getattr(config, name), origin if name in config.model_fields_set else None, (key,))
    for slug in sorted(card.slug for card in chosen):
        yield from _thresholds(cards[slug], config, origin)


def _thresholds(card: Card, config: Config, origin: Origin | None) -> Iterator[str]:
    given = config.rule.get(card.slug, {})
    thresholds = settable(card)
    if thresholds:
        yield f"\n[rule.{card.slug}]\n"
    for name, default in thresholds.items():
        own = origin if name in given else None
        yield _row(name, given.get(name, default), own, ("rule", card.slug, name))


def _row(name: str, value: Any, origin: Origin | None, keys: tuple[str, ...]) -> str:
    """One setting and where it comes from."""
    remark = "the default"
    if origin:
        path, _, line = origin.line(*keys).rpartition(":")
        remark = f"{relative(path)}:{line}"
    said = f"# {name} is not set" if value is None else f"{name} = {_toml(value)}"
    return f"{said:<{WIDTH}}  # {remark}\n"


def _toml(value: Any) -> str:
    """A value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int | float | Decimal):
        return str(value)
    if hasattr(value, "model_dump"):
        value = value.model_dump(by_alias=True)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    items: Iterable[Any] = value if isinstance(value, list | tuple) else sorted(value)
    return f"[{', '.join(map(_toml, items))}]"
