"""The data row that a fact's pattern names: a frame, a figure, an infobox field, a column, a category."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from articles.article import Article
from articles.facts import frames
from articles.facts.fact import Fact
from articles.facts.labels import labels
from articles.kinds.kind import built_in, normal, numberless

FOLDER = "articles/facts"


def frame_row(article: Article, fact: Fact) -> str | None:
    """The row as ``FILE [table] key``, None where the pattern names none that is certain."""
    sort, _, rest = fact.pattern.partition(" ")
    match sort:
        case "field":
            return _field(article, rest, fact.property)
        case "category":
            return _category(rest, fact.property)
        case "table":
            return _only("tables", "column", fact.property)
        case "figure":
            return _only("figures", "figure", fact.property)
        case "verb":
            return _only("figures", "verb", fact.property)
    return _event(fact.pattern)


def _field(article: Article, key: str, name: str) -> str | None:
    fields = article.kind.fields
    known = next((each for each in (normal(key), numberless(normal(key))) if each in fields), None)
    if known is None or fields[known].property != name:
        return None
    kind = article.kind.name
    shipped = built_in().by_name.get(kind)
    ours = shipped is not None and shipped.schema == article.kind.schema
    return f'{f"articles/kinds/{kind}.schema.json" if ours else f"the schema of kind {kind}"} "x-fields" "{known}"'


def _category(text: str, name: str) -> str | None:
    for number, label in enumerate(labels()):
        if label.property == name and label.form.fullmatch(text):
            return f'{FOLDER}/labels.toml [[category]] form = "{_rows("labels")["category"][number]["form"]}"'
    return None


def _only(file: str, section: str, name: str) -> str | None:
    """The rows of a property; which of several it was, the pattern does not tell."""
    count = sum(row["property"] == name for row in _rows(file)[section])
    if not count:
        return None
    several = f" (one of {count})" if count > 1 else ""
    return f'{FOLDER}/{file}.toml [[{section}]] property = "{name}"{several}'


def _event(pattern: str) -> str | None:
    """``establish relations (did)``: an act in a form, done to a thing; ``join body``: an act alone."""
    if pattern == "is member":
        return f"{FOLDER}/frames.toml [around] member"
    acts, known = _rows("frames")["acts"], frames.frames()
    told, _, form = pattern.rpartition(" (")
    if not told:
        act = pattern.split(" ")[0]
        return f"{FOLDER}/frames.toml [acts.{act}]" if act in acts else None
    act, _, thing = told.rpartition(" ")
    form = form.removesuffix(")")
    if act not in acts or form not in acts[act] or thing not in known.things.values():
        return None
    event = " and the [[events]] row of the two" if (thing, act) in known.events else ""
    return f'{FOLDER}/frames.toml [acts.{act}] {form} with [[things]] "{thing}"{event}'


@cache
def _rows(name: str) -> dict[str, Any]:
    with Path(frames.__file__).with_name(f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
