"""What categories state: "1954 births", "States and territories established in 1991"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import of_year
from articles.facts.fact import Fact
from articles.facts.parties import Parties
from articles.page import Block, Page
from articles.textmap import ProseSpan
from articles.words import data_file

YEAR = r"(?P<year>[0-9]{3,4})"


class Label(NamedTuple):
    """A form of category names and the property that it states."""

    form: re.Pattern[str]
    property: str


@cache
def labels() -> tuple[Label, ...]:
    """The forms of ``labels.toml``."""
    rows = data_file(__file__, "labels.toml")
    return tuple(Label(_pattern(row["form"]), row["property"]) for row in rows["category"])


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile("^" + re.escape(form).replace(r"\.\.\.", ".+").replace(r"\{year\}", YEAR))


def category(page: Page, block: Block, parties: Parties) -> Iterator[Fact]:
    """The fact that a category states of the article's subject."""
    text = page.text(block.span)
    for label in labels():
        match = label.form.fullmatch(text)
        if match is None:
            continue
        value, span = None, block.span
        if "year" in label.form.groupindex:
            value = of_year(int(match["year"]))
            span = ProseSpan(block.span.start + match.start("year"), block.span.start + match.end("year"))
        yield Fact(parties.own, label.property, value, span, block.span, block.place, pattern=f"category {text}")
        return
