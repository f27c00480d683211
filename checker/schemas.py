"""The JSON Schemas that ``factlint schema`` prints: what we write, what we read, and the article kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.settings import Settings, kinds
from checker.usage import UsageError, nearest


def schema(name: str, settings: Settings) -> Mapping[str, Any]:
    """The schema of that name. Raises :class:`UsageError` for a name that is none."""
    ours: dict[str, Callable[[], Mapping[str, Any]]] = {
        "report": _report,
        "read": _read,
        "config": lambda: _config(settings),
    }
    if name in ours:
        return ours[name]()
    known = {kind.name: kind.schema for kind in kinds(settings).by_name.values()}
    if name not in known:
        names = [*ours, *known]
        raise UsageError(f"there is no schema '{name}'{nearest(name, names) or '; there are ' + ', '.join(names)}")
    return known[name]


def _report() -> Mapping[str, Any]:
    from reports.json_v1_models import schema as report_schema

    return report_schema()


def _read() -> Mapping[str, Any]:
    from checker.understood_models import schema as read_schema

    return read_schema()


def _config(settings: Settings) -> Mapping[str, Any]:
    from checker.config import schema as config_schema
    from checker.plugins import all_rules

    return config_schema(all_rules(settings))
