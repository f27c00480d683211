"""When currencies were money. The years are data, in ``currency_periods.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.regex import regex
from articles.words import data_file


class Periods(NamedTuple):
    """``currency_periods.toml``: first and last years, by code and by name, what is spoken of, and its frames."""

    first: dict[str, int]
    last: dict[str, int]
    ended: dict[str, int]
    spoken: dict[str, int]
    frame: re.Pattern[str]
    dated: re.Pattern[str]
    converted: re.Pattern[str]
    lingering: re.Pattern[str]


@cache
def periods() -> Periods:
    """The periods that ship with factlint."""
    table = data_file(__file__, "currency_periods.toml")
    spoken, converted = table["spoken"], table["words"]["converted"]
    return Periods(
        table["first"],
        table["last"],
        table["ended"],
        spoken["names"],
        regex(spoken["frame"]),
        regex(spoken["dated"]),
        *(regex(rf"\b(?:{'|'.join(words)})\b") for words in (converted, [*converted, *table["words"]["lingering"]])),
    )
