"""When currencies were money. The years are data, in ``currency_periods.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from articles.regex import regex


class Periods(NamedTuple):
    """``currency_periods.toml``: first and last years by code, the currencies spoken of, and the frames around them."""

    first: dict[str, int]
    last: dict[str, int]
    spoken: dict[str, int]
    frame: re.Pattern[str]
    dated: re.Pattern[str]
    converted: re.Pattern[str]


@cache
def periods() -> Periods:
    """The periods that ship with factlint."""
    table = tomllib.loads(Path(__file__).with_name("currency_periods.toml").read_text("utf-8"))
    spoken = table["spoken"]
    return Periods(
        table["first"],
        table["last"],
        spoken["names"],
        regex(spoken["frame"]),
        regex(spoken["dated"]),
        regex(rf"\b(?:{'|'.join(table['words']['converted'])})\b"),
    )
