"""Where a page breaks the JSON Schema of its kind: each offence with its place and in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from articles.kinds.kind import Kind, normal
from articles.kinds.recognize import PLAIN_INFOBOX, infobox_name
from articles.kinds.valid import matches, surely_valid
from articles.page import Field, Infobox, Page
from articles.regex import regex
from articles.textmap import GAP

_NUMBER = regex(r"([+−–-]?) ?([0-9]{1,18}(?:[,  ][0-9]{3}){0,6}(?:\.[0-9]{0,18})?) ?%?(?=$|[ (–-])")

MOST_INFOBOXES, MOST_SECTIONS = 20, 2000
"""How many infoboxes of an article are held to its schema, and against how many section titles."""


class Sort(StrEnum):
    """What is amiss."""

    INFOBOX_MISSING = "infobox-missing"
    INFOBOX_EMPTY = "infobox-empty"
    FIELD = "field"
    TOGETHER = "together"
    SECTION = "section"


class Offence(NamedTuple):
    """One breach of a kind's schema.

    ``field`` is the field concerned, None for a breach of absence; ``demand`` says what should be there: a
    type in words, a missing field's name, a section's title.
    """

    sort: Sort
    demand: str
    infobox: Infobox | None = None
    field: Field | None = None


def offences(page: Page, kind: Kind) -> tuple[Offence, ...]:
    """Every breach, in the order: the infobox as a whole, its fields, the sections."""
    own = own_infoboxes(page, kind)
    main = own[0] if own else page.infoboxes[0] if page.infoboxes else None
    found = list(_of(page, kind, main)) if _has_work(kind, main) else []
    if not own and kind.name == "generic":
        # What the generic schema says of a field holds in every infobox, whatever its name.
        found = [offence for offence in found if offence.sort is Sort.FIELD or offence.infobox is None]
    elif not own:
        found = [offence for offence in found if offence.field is None and (main is None or offence.infobox is None)]
    for other in own[1:MOST_INFOBOXES]:
        found += [offence for offence in _of(page, kind, other) if offence.field]
    return tuple(found)


def own_infoboxes(page: Page, kind: Kind) -> list[Infobox]:
    """The infoboxes whose fields the kind's schema is about: those it knows by name, and nameless ones."""
    names = ((box, infobox_name(box.name)) for box in page.infoboxes)
    return [box for box, name in names if name == PLAIN_INFOBOX or kind.recognition.names(name)]


def _has_work(kind: Kind, infobox: Infobox | None) -> bool:
    """Whether the schema can have anything to say, so that jsonschema is not imported for nothing."""
    if "infobox" in kind.schema.get("required", ()) or "then" in kind.schema:
        return True
    return infobox is not None and bool(kind.schema)


def _of(page: Page, kind: Kind, infobox: Infobox | None) -> Iterator[Offence]:
    rules = kind.schema.get("properties", {}).get("infobox", {})
    fields = (
        {normal(field.key): field for field in infobox.fields if field.value.end > field.value.start} if infobox else {}
    )
    instance: dict[str, Any] = {"sections": _titles(page)}
    if infobox:
        values = ((key, _value(page, field, _rule_of(rules, key))) for key, field in fields.items())
        instance["infobox"] = {key: value for key, value in values if value is not None}
    if _surely_told(kind, instance):
        if infobox is None and "infobox" in kind.schema.get("required", ()):
            yield Offence(Sort.INFOBOX_MISSING, "an infobox")
        return
    told: set[tuple[Any, ...]] = set()
    for error in kind.validator.iter_errors(instance):
        place = tuple(error.absolute_path)
        for offence in _told(error, place, infobox, fields):
            key = (offence.sort, offence.field, offence.demand) if offence.sort is not Sort.FIELD else place
            if key not in told:
                told.add(key)
                yield offence


def _titles(page: Page) -> list[str]:
    return list(dict.fromkeys(section.title.lower() for section in page.sections))[:MOST_SECTIONS]


def _surely_told(kind: Kind, instance: Mapping[str, Any]) -> bool:
    """Whether nothing is amiss beyond doubt, but for an infobox that is not there."""
    required = [part for part in kind.schema.get("required", ()) if part != "infobox" or part in instance]
    return surely_valid({**kind.schema, "required": required}, instance)


def _told(
    error: Any, place: tuple[Any, ...], infobox: Infobox | None, fields: Mapping[str, Field]
) -> Iterator[Offence]:
    says = str(error.schema.get("x-says", "")) if isinstance(error.schema, Mapping) else ""
    match error.validator:
        case "required" if not place and infobox is None:
            yield Offence(Sort.INFOBOX_MISSING, "an infobox")
        case "required" if place == ("infobox",):
            needed = [key for key in error.validator_value if key not in fields]
            yield from (Offence(Sort.TOGETHER, key, infobox) for key in needed)
        case "minProperties" if place == ("infobox",):
            if not fields:
                yield Offence(Sort.INFOBOX_EMPTY, "an infobox with values", infobox)
        case "dependentRequired":
            for key, needed in error.validator_value.items():
                missing = [other for other in needed if other not in fields]
                if key in fields and missing:
                    yield Offence(Sort.TOGETHER, missing[0], infobox, fields[key])
        case _ if place[:1] == ("infobox",) and len(place) > 1:
            yield Offence(Sort.FIELD, says or _plainly(error), infobox, fields[str(place[1])])
        case "contains" if place == ("sections",):
            yield Offence(Sort.SECTION, says or str(error.schema.get("title", "a section")))


def _plainly(error: Any) -> str:
    """A demand in words, for a schema that does not say it itself."""
    value = error.validator_value
    match error.validator:
        case "enum":
            return "one of " + ", ".join(map(str, value))
        case "const":
            return str(value)
        case "minimum":
            return f"{value} or more"
        case "maximum":
            return f"{value} or less"
        case "type":
            return "a number" if value in ("number", "integer") else f"a {value}"
        case "maxLength":
            return f"at most {value} characters long"
        case _:
            return f"of another form ({error.validator} {value})"


def _rule_of(rules: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The schema of one field."""
    found = rules.get("properties", {}).get(key)
    if found is None:
        patterns = rules.get("patternProperties", {}).items()
        found = next((rule for pattern, rule in patterns if matches(pattern, key)), {})
    return found if isinstance(found, Mapping) else {}


def _value(page: Page, field: Field, rule: Mapping[str, Any]) -> float | str | None:
    """A field's value as it is validated: a number where one is asked for and read, else lower-case text.

    None for a value that is not known because a template stands in it.
    """
    text = page.text(field.prose).strip().lower()
    if not text or GAP in text:
        return None
    kinds = rule.get("type", "string")
    if "number" in kinds or "integer" in kinds:
        match = _NUMBER.match(text)
        if match:
            number = float(re.sub("[^0-9.]", "", match[2]))
            return -number if match[1] in ("−", "–", "-") else number
    return text
