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
from articles.facts.properties import properties
from articles.kinds.kind import built_in, normal, numberless

FOLDER = "articles/facts"
APART = {
    "bracket": "frames.toml [around] reigns, none of which may stand in the bracket",
    "rank": "words.toml [ranks]",
}
"""The words behind patterns that have a module of their own."""
FIGURES = frozenset(("trade-deficit", "trade-surplus"))
"""Figures that are no properties by themselves."""
WORDS = {
    "has mission": "[around] has, hosts, exists and standing",
    "accredited from": "[around] accredited and through",
    "non-resident ambassador": "[around] has",
    "is member": "[around] member",
    "membership ended": "[around] involvement and ended",
    "belongs to": "[around] belongs",
    "recognition of": "[acts.recognize] deed",
    "mutual recognition": "[acts.recognize]",
    "recognized by": "[acts.recognize] did",
    "recognition granted": "[acts.grant] did",
    "independence recognized": "[acts.recognize] did",
    "independence of": '[[things]] "independence"',
    "been independent": '[[things]] "independence"',
    "relations established (terse)": '[[things]] "relations"',
    "never member": "[around] member",
    "recognition switched": "[around] switching",
    "heading with the date below it": "[acts] and [[events]] of a heading",
    "tenure": "[around] dignities, tenure, reigning and leaving",
}
"""The words behind patterns that name no act."""


def frame_row(article: Article, fact: Fact) -> str | None:
    """The row as ``FILE [table] key``, None where the pattern names none that is certain."""
    sort, _, rest = fact.pattern.partition(" ")
    match sort:
        case "field":
            return _field(article, rest, fact.property)
        case "category":
            return _category(rest, fact.property)
        case "table":
            return _only("tables", "column", fact.property) or _only("tables", "remark", fact.property)
        case "list":
            return _only("tables", "dated", fact.property)
        case "figure" | "flow":
            name = rest if rest in properties() or rest in FIGURES else fact.property
            return _only("figures", "figure", name) or _only("figures", "figure", "gdp")
        case "verb":
            return _only("figures", "verb", fact.property)
        case "count":
            return _counted(rest.removeprefix("of "))
        case "portrait" | "profile":
            return _portrait(fact.property) if sort == "portrait" else _profile(fact.property)
        case "bracket" | "rank":
            return f"{FOLDER}/{APART[sort]}"
    return _moment(sort, rest) or _adjective(fact.pattern) or _words(fact) or _event(fact.pattern)


def _counted(noun: str) -> str | None:
    """The row of what is counted: students, or those who live somewhere."""
    for section in ("count", "dwellers"):
        for row in _rows("figures")[section]:
            if noun in row["nouns"]:
                return f'{FOLDER}/figures.toml [[{section}]] property = "{row["property"]}", noun "{noun}"'
    return None


def _profile(name: str) -> str | None:
    """The words by which a figure or a date is told anywhere in a sentence."""
    return _only("profile", "measure", name) or _only("profile", "event", name)


def _portrait(name: str) -> str | None:
    """The words of the portrait that lead to a property."""
    if name in ("capital", "largest-city"):
        return f"{FOLDER}/portrait_words.py, the words of a capital"
    for section, words in _rows("portrait").items():
        listed = [word for word, told in words.items() if told == name]
        if listed:
            return f"{FOLDER}/portrait.toml [{section}] {', '.join(listed)}"
    verbs = {"employees": "employing", "event-date": "happening"}.get(name)
    return f"{FOLDER}/portrait.toml [{verbs}] words" if verbs else None


def _moment(voice: str, word: str) -> str | None:
    """What happened once to the article's own subject: ``passive born``."""
    for row in _rows("frames")["moments"]:
        if row["voice"] == voice and word in row["words"]:
            return f'{FOLDER}/frames.toml [[moments]] property = "{row["property"]}", word "{word}"'
    return None


def _adjective(pattern: str) -> str | None:
    for row in _rows("figures")["adjective"]:
        if pattern in row["words"]:
            return f'{FOLDER}/figures.toml [[adjective]] property = "{row["property"]}", word "{pattern}"'
    return None


def _words(fact: Fact) -> str | None:
    """The lists of words behind what no act tells: missions and memberships of today, recognition, independence."""
    lists = WORDS.get(fact.pattern)
    if lists is None:
        return None
    thing = (fact.scope.basis or "").rpartition(" ")[2]
    known = fact.property == "mission" and thing in frames.frames().things.values()
    return f"{FOLDER}/frames.toml {lists}" + (f' with [[things]] "{thing}"' if known else "")


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
    acts, known = _rows("frames")["acts"], frames.frames()
    told, _, form = pattern.rpartition(" (")
    if not told:
        act = pattern.split(" ")[0]
        return f"{FOLDER}/frames.toml [acts.{act}]" if act in acts else None
    act, _, thing = told.rpartition(" ")
    form = form.removesuffix(")")
    base = act.removesuffix(" work")
    if base not in acts or form not in acts[base] or thing not in known.things.values():
        return None
    event = " and the [[events]] row of the two" if (thing, act) in known.events else ""
    return f'{FOLDER}/frames.toml [acts.{base}] {form} with [[things]] "{thing}"{event}'


@cache
def _rows(name: str) -> dict[str, Any]:
    with Path(frames.__file__).with_name(f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
