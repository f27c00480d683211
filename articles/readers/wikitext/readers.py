"""Templates that compute what they show: dates, conversions, numbers, flags. Each has a function here or beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from articles.readers.wikitext import dates, flags, measures
from articles.readers.wikitext.calls import Call
from articles.readers.wikitext.nodes import Region
from articles.words import data_file

Shown = str | Region | list[str | Region] | None
"""What a template shows: a text for all of it, a parameter as it stands, both by turns; None for what is not known."""

_FUNCTIONS: dict[str, Callable[[Call], Shown]] = {
    "sortable_date": dates.sortable_date,
    "date": dates.date,
    "film_date": dates.film_date,
    "death_date": dates.death_date,
    "old_style_date": dates.old_style_date,
    "as_of": dates.as_of,
    "marriage": dates.marriage,
    "conversion": measures.conversion,
    "height": measures.height,
    "scientific": measures.scientific,
    "number": measures.number,
    "fraction": measures.fraction,
    "power": measures.power,
    "superscript": measures.superscript,
    "subscript": measures.subscript,
    "formula": measures.formula,
    "ordinal": measures.ordinal,
    "rupees": measures.rupees,
    "changed_case": measures.changed_case,
    "flag": flags.flag,
    "flag_link": flags.flag_link,
    "flag_code": flags.flag_code,
}


def render(function: str, call: Call, title: str) -> Shown:
    """What a template shows by the function of this name in ``templates.toml``; ``title`` is the article's."""
    if function == "page_name":
        return " ".join(title.split())
    if function == "language":
        return _language(call)
    return _FUNCTIONS[function](call)


def _language(call: Call) -> Shown:
    """``{{langx|fr|mot}}`` and ``{{lang-fr|mot}}``: French: mot."""
    coded = call.node.name.lower().partition("lang-")[2].strip()
    text = call.first("1" if coded else "2")
    name = _languages().get(coded or call.text("1").lower(), "")
    if text is None:
        return None
    return [f"{name}: ", text] if name and call.text("label").lower() != "none" else text


@cache
def _languages() -> dict[str, str]:
    names: dict[str, str] = data_file(__file__, "languages.toml")["names"]
    return names
