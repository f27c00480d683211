"""Redundant statements of wikitext: infoboxes, categories, tables, links, found by simple patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.mutant import Mutant, Place, draw, other_number, other_year
from tests.mutation.prose_search import MONTHS, NEAR, value

_FIELD = re.compile(r"^ ?\| ?(\w+) *= *([0-9][0-9,]*(?:\.[0-9]+)?)(?=[ \t]*(?:<ref|\{\{|<!--|$|\n))", re.MULTILINE)
_SQUARE_MILE = 2.58998811
_PAIRS = (
    ("area_km2", "area_sq_mi", 1 / _SQUARE_MILE),
    ("area_total_km2", "area_total_sq_mi", 1 / _SQUARE_MILE),
    ("population_density_km2", "population_density_sq_mi", _SQUARE_MILE),
    ("elevation_m", "elevation_ft", 1 / 0.3048),
)
_DENSITIES = (
    ("population_estimate", "area_km2", "population_density_km2"),
    ("population_census", "area_km2", "population_density_km2"),
    ("population_total", "area_total_km2", "population_density_km2"),
)
_BORN = re.compile(r"\{\{ ?[Bb]irth[ _-]date(?:[ _]and[ _]age)? ?\|(?:[md]f=\w+\|)?([0-9]{4})\|")
_DIED = re.compile(r"\{\{ ?[Dd]eath[ _-]date(?:[ _]and[ _]age)? ?\|(?:[md]f=\w+\|)?([0-9]{4})\|")
_LIFE = re.compile(
    r"'''[^\n]{0,200}?\((?:[^()\n]|\([^()\n]*\)){0,160}?\b([0-9]{4})\b[^()\n]{0,60}?[–—-][^()\n]{0,60}?\b([0-9]{4})\)"
)
_CATEGORY = re.compile(r"\[\[Category:([0-9]{4}) (births|deaths)\]\]")
_ROW = re.compile(
    r"\{\{ ?(?:[Ff]lag|[Ff]lagu|[Ff]lagcountry) ?\| ?([^|{}\n]+?) ?\}\}[^\n{]{0,60}\n?[^\n{]{0,40}"
    r"(?:\{\{ ?(?:[Dd]ts|DTS|[Dd]ate table sorting) ?\| ?(?:format=dmy ?\| ?)?)?([0-9]{1,2}) ("
    + "|".join(MONTHS)
    + r") ([0-9]{4})"
)
_NOTE = re.compile(
    r"stablished (?:\[\[)?diplomatic relations(?:\]\])? on ([0-9]{1,2}) (" + "|".join(MONTHS) + r") ([0-9]{4})"
)
_LINK = re.compile(r"(?<=[a-z] )\[\[([A-Z][a-z]{3,12})\]\](?=[ ,.])")
_COUNTRIES = (
    "Albania",
    "Algeria",
    "Argentina",
    "Austria",
    "Belgium",
    "Brazil",
    "Bulgaria",
    "Canada",
    "Chile",
    "China",
    "Croatia",
    "Cuba",
    "Denmark",
    "Egypt",
    "Finland",
    "France",
    "Germany",
    "Greece",
    "Hungary",
    "Iceland",
    "India",
    "Indonesia",
    "Iran",
    "Iraq",
    "Ireland",
    "Israel",
    "Italy",
    "Japan",
    "Jordan",
    "Kenya",
    "Kuwait",
    "Lebanon",
    "Libya",
    "Malta",
    "Mexico",
    "Mongolia",
    "Morocco",
    "Nepal",
    "Norway",
    "Oman",
    "Pakistan",
    "Peru",
    "Poland",
    "Portugal",
    "Qatar",
    "Romania",
    "Russia",
    "Serbia",
    "Slovakia",
    "Slovenia",
    "Spain",
    "Sudan",
    "Sweden",
    "Syria",
    "Thailand",
    "Tunisia",
    "Turkey",
    "Ukraine",
    "Uruguay",
    "Vietnam",
    "Yemen",
)
_SEE_ALSO = re.compile(r"^== ?See also ?==\n(.{0,3000}?)(?=^==|\Z)", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r"^\* ?\[\[([^\[\]|#\n]{4,80})\]\]", re.MULTILINE)
_TABLE = re.compile(r"^\{\|.*?^\|\}", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"^'*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})'*$")
_CAPITAL = re.compile(r"^ ?\| ?capital *= *\[\[([A-Z][a-z]+)\]\]", re.MULTILINE)
_CITIES = ("Oslo", "Athens", "Cairo", "Lima", "Warsaw", "Ankara", "Madrid", "Tokyo", "Nairobi", "Havana")
_BODY = re.compile(
    r"(?<=\[\[)(?:[A-Z][a-z]+ ){0,2}Organi([sz])ation (?:of|for) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=\]\])"
)
_LEAD_FIGURE = re.compile(r"\b(population|area|inhabitants|people|elevation|altitude|length|long|students|employees)\b")
_MEASURED = ("population", "area", "elevation", "length", "students", "num_employees", "height")


def mutants(text: str) -> Iterator[Mutant]:
    """Every redundant pair of an article in wikitext, one of the two changed."""
    yield from fields(text)
    yield from lives(text)
    yield from dates(text)
    yield from labels(text)
    yield from see_also(text)
    yield from totals(text)
    yield from capitals(text)
    yield from spellings(text)


def _fields(text: str) -> dict[str, tuple[Place, str]]:
    return {found[1].lower(): (Place(*found.span(2)), found[2]) for found in _FIELD.finditer(text[:20_000])}


def fields(text: str) -> Iterator[Mutant]:
    """Two fields of one infobox in two units; a density, its population and its area; a figure told in the text too."""
    known = _fields(text)
    for metric, imperial, factor in _PAIRS:
        if metric in known and imperial in known:
            one, other = known[metric], known[imperial]
            if value(one[1]) and abs(value(one[1]) * factor / value(other[1]) - 1) < NEAR:
                side, kept = (one, other) if draw(text[:99], 2) else (other, one)
                yield Mutant("infobox-unit", side[0], other_number(side[1]), (kept[0],))
    for people, area, density in _DENSITIES:
        if people in known and area in known and density in known:
            made = value(known[people][1]) / value(known[area][1])
            if abs(made / value(known[density][1]) - 1) < NEAR:
                others = (known[people][0], known[area][0])
                yield Mutant("density", known[density][0], other_number(known[density][1]), others)
    for key, (place, figure) in known.items():
        dated = any(word in key for word in ("year", "date", "as_of", "rank"))
        if key.startswith(_MEASURED) and not dated and len(re.sub("[^0-9]", "", figure)) > 3:
            yield from _retold(text, place, figure)


def _retold(text: str, place: Place, figure: str) -> Iterator[Mutant]:
    """The first sentence after the infobox that gives a field's figure and names what it measures."""
    shapes = {figure, f"{int(figure):,}" if figure.isdigit() else figure}
    for found in re.finditer("|".join(map(re.escape, sorted(shapes))), text[place.end :]):
        at = place.end + found.start()
        line = text[text.rfind("\n", 0, at) + 1 : at]
        whole = not text[at - 1].isdigit() and not text[at + len(found[0])].isdigit()
        if whole and line[:1] not in ("|", "!", "*") and _LEAD_FIGURE.search(text[max(0, at - 60) : at + 60]):
            yield Mutant("infobox-text", Place(at, at + len(found[0])), other_number(found[0]), (place,))
            return


def lives(text: str) -> Iterator[Mutant]:
    """The years of a life in the infobox, in the first sentence and in the categories."""
    born, died, told = _BORN.search(text), _DIED.search(text), _LIFE.search(text[:30_000])
    years = {found[2]: found for found in _CATEGORY.finditer(text)}
    for template, number, word in ((born, 1, "births"), (died, 2, "deaths")):
        category = years.get(word)
        if template and told and template[1] == told[number]:
            places = (Place(*template.span(1)), *((Place(*category.span(1)),) if category else ()))
            yield Mutant("life", Place(*told.span(number)), other_year(told[number]), places)
        if template and category and template[1] == category[1]:
            yield Mutant("category", Place(*category.span(1)), other_year(category[1]), (Place(*template.span(1)),))
        elif told and category and told[number] == category[1]:
            yield Mutant("category", Place(*category.span(1)), other_year(category[1]), (Place(*told.span(number)),))


def dates(text: str) -> Iterator[Mutant]:
    """The day on which relations began: in the list of states, in a table, and in the note of its row."""
    if text.count("flag") < 20 and text.count("Flag") < 20:
        return
    rows: dict[str, list[re.Match[str]]] = defaultdict(list)
    for found in _ROW.finditer(text):
        rows[found[1]].append(found)
    for same in rows.values():
        if len(same) == 2 and same[0].groups()[1:] == same[1].groups()[1:]:
            row = same[draw(same[0][0], 2)]
            yield _redated("list-date", row, 2, tuple(Place(*each.span(2)) for each in same if each is not row))
    for found in _ROW.finditer(text):
        note = _NOTE.search(text, found.end(), found.end() + 400)
        if note and note.groups() == found.groups()[1:] and "flag" not in text[found.end() : note.start()].lower():
            yield _redated("date-cell", note, 1, (Place(*found.span(2)),))


def _redated(kind: str, found: re.Match[str], group: int, others: tuple[Place, ...]) -> Mutant:
    """A date with its day, month or year changed."""
    part = draw(found[0], 3)
    day, month, year = (found[group + part_] for part_ in range(3))
    text = (str(int(day) % 28 + 1), MONTHS[(MONTHS.index(month) + 1 + draw(found[0], 11)) % 12], other_year(year))[part]
    return Mutant(kind, Place(*found.span(group + part)), text, others)


def labels(text: str) -> Iterator[Mutant]:
    """A link to a country whose name is its label: it is given the label of another country."""
    for found in _LINK.finditer(text):
        if found[1] in _COUNTRIES:
            at = (_COUNTRIES.index(found[1]) + 1 + draw(text[:50] + found[1], len(_COUNTRIES) - 1)) % len(_COUNTRIES)
            place = Place(found.start(1), found.end(1))
            yield Mutant("link-label", place, f"{found[1]}|{_COUNTRIES[at]}", (place,))


def see_also(text: str) -> Iterator[Mutant]:
    """An entry of "See also" is made the same as the one above it."""
    section = _SEE_ALSO.search(text)
    entries = list(_ENTRY.finditer(text, *section.span(1))) if section else []
    for one, other in pairwise(entries):
        yield Mutant("see-also", Place(*other.span(1)), one[1], (Place(*one.span(1)),))


def totals(text: str) -> Iterator[Mutant]:
    """A column of numbers in a table and, beneath three of them or more, what they add up to."""
    for table in _TABLE.finditer(text):
        rows = [cells for row in _rows(table) if (cells := _cells(text, row))]
        for column in range(1, max(map(len, rows), default=0)):
            cells = [row[column] for row in rows if len(row) > column]
            numbers = [(value(found[1]), place) for place in cells if (found := _NUMBER.match(text[slice(*place)]))]
            if len(numbers) < 4 or numbers[-1][0] < 20 or sum(number for number, _ in numbers[:-1]) != numbers[-1][0]:
                continue
            place = numbers[-1][1]
            yield Mutant("total", place, other_number(text[slice(*place)]), tuple(other for _, other in numbers[:-1]))


def capitals(text: str) -> Iterator[Mutant]:
    """A state's capital in its infobox and in the text: the infobox is given another city."""
    boxed = _CAPITAL.search(text[:12_000])
    told = boxed and re.search(
        rf"capital(?: and largest)?(?: city)?(?: is| of [A-Z]\w+ is|,) (\[\[{boxed[1]}\]\])", text
    )
    if boxed and told:
        cities = [city for city in _CITIES if city != boxed[1]]
        city = cities[draw(boxed[1], len(cities))]
        yield Mutant("name", Place(*boxed.span(1)), city, (Place(*told.span(1)),))


def spellings(text: str) -> Iterator[Mutant]:
    """A body's name that stands twice: one of the two is spelt in the other English."""
    seen: dict[str, re.Match[str]] = {}
    for found in _BODY.finditer(text):
        first = seen.setdefault(found[0], found)
        if first is not found and found.start() - first.end() > 200:
            letter = "s" if found[1] == "z" else "z"
            yield Mutant("spelling", Place(*found.span(1)), letter, (Place(*first.span()),))


def _rows(table: re.Match[str]) -> list[Place]:
    starts = [found.end() for found in re.finditer(r"^\|-[^\n]*\n", table[0], re.MULTILINE)]
    ends = [found.start() for found in re.finditer(r"^\|-[^\n]*\n|^\|\}", table[0], re.MULTILINE)]
    rows = []
    for start in starts:
        end = next((end for end in ends if end >= start), None)
        if end is not None:
            rows.append(Place(table.start() + start, table.start() + end))
    return rows


def _cells(text: str, row: Place) -> list[Place]:
    """The contents of a row's cells, attributes left out."""
    cells = []
    for line in re.finditer(r"^[|!]([^\n]*)$", text[row.start : row.end], re.MULTILINE):
        at = row.start + line.start(1)
        for part in re.split(r"(\|\||!!)", line[1]):
            if part not in ("||", "!!"):
                inside = part.rpartition("|")[2] if "[[" not in part and "{{" not in part else part
                start = at + len(part) - len(inside)
                bare = inside.strip()
                start += inside.index(bare) if bare else 0
                cells.append(Place(start, start + len(bare)))
            at += len(part)
    return cells
