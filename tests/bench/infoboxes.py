"""How many of the figures that infoboxes state are read: GDP, population, area and density of the wikitext articles.

``python -m tests.bench.infoboxes [--misses]`` lists what the infoboxes of ``../shared/corpora/enwiki-raw``,
``fixtures`` and ``dump`` state, by a reading of its own that knows nothing of factlint's, and prints for how many the
facts have the same number and year.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Money, Number, Quantity
from articles.facts.fact import Fact
from articles.page import Page, Place
from articles.readers import wikitext
from articles.readers.dump import DumpPage, pages
from articles.source import Source

FOLDER = Path("../shared/corpora")
BOX = re.compile(r"\{\{\s*(?:[Ii]nfobox|[Gg]eobox)[^|{}<]*")
NOTES = re.compile(r"<ref[^>]*/>|<ref[^>]*>.*?</ref>|<!--.*?-->", re.DOTALL)
NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
SCALE = re.compile(r"(?:&nbsp;|\s|\[\[|\|)*(thousand|million|billion|trillion)\b")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
YEAR = re.compile(r"\b[12][0-9]{3}\b")
KEYS = {
    "gdp": r"gdp(?:_(?:nominal|ppp))?",
    "gdp-per-capita": r"gdp_(?:nominal_|ppp_)?per_capita",
    "population": r"population(?:_(?:estimate|census|total|urban|metro))?",
    "area": r"area(?:_(?:total_|land_|water_)?(?:km2|sq_mi))?",
    "population-density": r"population_density(?:_(?:km2|sq_mi|metro_km2|urban_km2))?",
}
"""What a field's key names, in lower case; its year stands in a sister field of the same beginning."""
TIMES = ("_year", "_as_of", "_date", "_estimate_year", "_census_year", "_est_as_of")


class Statement(NamedTuple):
    """One figure that an infobox states; ``year`` is None where no sister field tells one."""

    article: str
    key: str
    property: str
    amount: Decimal
    year: int | None
    words: str


def boxes(text: str) -> Iterator[dict[str, str]]:
    """The fields of each infobox, split at the bars outside inner braces and brackets."""
    for match in BOX.finditer(text):
        depth, links, parts = 1, 0, [""]
        at = match.end()
        while at < len(text) and depth:
            pair = text[at : at + 2]
            depth += (pair == "{{") - (pair == "}}")
            links += (pair == "[[") - (pair == "]]")
            if text[at] == "|" and depth == 1 and links <= 0:
                parts.append("")
                at += 1
                continue
            step = 2 if pair in ("{{", "}}", "[[", "]]") else 1
            parts[-1] += text[at : at + step]
            at += step
        pairs = (part.split("=", 1) for part in parts if "=" in part)
        yield {key.strip().lower().replace(" ", "_"): NOTES.sub("", value).strip() for key, value in pairs}


def stated(article: str, text: str) -> Iterator[Statement]:
    """The figures of the first infobox."""
    fields = next(boxes(text), {})
    for key, words in fields.items():
        name = next((name for name, form in KEYS.items() if re.fullmatch(form, key)), None)
        amount = _amount(words) if name else None
        if name is not None and amount is not None:
            yield Statement(article, key, name, amount, _year(key, name, fields), words)


def _amount(words: str) -> Decimal | None:
    """The first number, with its scale word; None where a template or a list makes it unclear what is stated."""
    plain = re.sub(r"\[\[[^\[\]|]*\|", "", words)
    plain = re.sub(r"\{\{(?:[Ii]ncrease|[Dd]ecrease|[Ss]teady|[Nn]owrap|[Uu]p|[Dd]own)\|?|\}\}", " ", plain)
    if re.search(r"\{\{|auto", plain):
        return None
    match = NUMBER.search(plain)
    if match is None:
        return None
    scale = SCALE.match(plain, match.end())
    return Decimal(match[0].rstrip(",").replace(",", "")) * (SCALES[scale[1]] if scale else 1)


def _year(key: str, name: str, fields: dict[str, str]) -> int | None:
    """The year of the sister field with the longest beginning."""
    if name in ("area", "population-density"):
        return None
    for beginning in (key, "_".join(key.split("_")[:2]), key.split("_")[0]):
        for ending in TIMES:
            year = YEAR.search(fields.get(beginning + ending, ""))
            if year:
                return int(year[0])
    return None


def found(statement: Statement, facts: list[Fact]) -> bool:
    """Whether a fact of the infobox says the same."""
    return any(
        fact.property == statement.property
        and _value(fact) == statement.amount
        and (statement.year is None or _in(fact.scope.when, statement.year))
        for fact in facts
    )


def _value(fact: Fact) -> Decimal | None:
    match fact.value:
        case Money() | Number() | Quantity():
            return fact.value.amount.value
        case _:
            return None


def _in(when: Date | None, year: int) -> bool:
    return when is not None and when.earliest is not None and civil(when.earliest)[0] == year


def articles() -> Iterator[tuple[str, str, Page]]:
    """Name, text and page of every wikitext article."""
    for path in sorted([*(FOLDER / "enwiki-raw").glob("*.wiki"), *(FOLDER / "fixtures").rglob("*.wiki")]):
        text = path.read_text(encoding="utf-8")
        yield path.stem, text, wikitext.read(Source(str(path), text), path.stem)
    for path in sorted((FOLDER / "dump").glob("*.bz2*")):
        with path.open("rb") as stream:
            for page in pages(stream):
                if isinstance(page, DumpPage):
                    yield page.title, page.text, wikitext.read(Source(str(path), page.text), page.title)


def measure() -> tuple[dict[str, tuple[int, int]], list[Statement]]:
    """Read and stated by property, and what was missed."""
    told: Counter[str] = Counter()
    read: Counter[str] = Counter()
    missed = []
    for name, text, page in articles():
        statements = list(stated(name, text))
        if not statements:
            continue
        facts = [fact for fact in Article(page).facts if fact.place is Place.INFOBOX]
        for statement in statements:
            told[statement.property] += 1
            if found(statement, facts):
                read[statement.property] += 1
            else:
                missed.append(statement)
    return {name: (read[name], told[name]) for name in KEYS}, missed


def main(arguments: list[str]) -> None:
    """Print the table, and the misses when asked to."""
    table, missed = measure()
    lines = [f"{'property':20} read stated  share"]
    for name, (read, told) in table.items():
        lines.append(f"{name:20} {read:4} {told:6} {read / (told or 1):6.3f}")
    if "--misses" in arguments:
        lines += [f"MISSED {statement}" for statement in missed]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
