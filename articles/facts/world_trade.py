"""What a state sold to or bought from the whole world: a table for hints, never for findings."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

MILLION = Decimal(1_000_000)


@cache
def _millions() -> dict[str, dict[str, dict[str, int]]]:
    rows = json.loads(Path(__file__).with_name("world_trade.json").read_text(encoding="utf-8"))
    found: dict[str, dict[str, dict[str, int]]] = rows["millions"]
    return found


def to_the_world(state: str, flow: str) -> dict[int, Decimal]:
    """A state's ``exports`` or ``imports`` in current US dollars by year; empty where the table has none."""
    return {int(year): amount * MILLION for year, amount in _millions().get(state, {}).get(flow, {}).items()}
