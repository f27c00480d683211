"""Article kinds from their ``*.schema.json`` files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from articles.kinds.kind import FieldType, Kind, numberless
from articles.kinds.recognize import Recognition

ENDING = ".schema.json"
TYPES = "types.schema.json"
MOST_NUMBERED = 20
"""How many numbered fields of one name are known to state something: ``term_start1`` to ``term_start20``."""


class KindError(ValueError):
    """A kind's file that cannot be used; the message names the file and the place in it."""


def load_folder(folder: Path, *, checked: bool = False) -> list[Kind]:
    """The kinds of a folder, by file name. ``checked`` holds each against the meta-schema of JSON Schema first."""
    if not folder.is_dir():
        raise KindError(f"{folder}: not a folder of article kinds")
    paths = sorted(path for path in folder.glob("*" + ENDING) if path.name != TYPES)
    return [load(path, checked=checked) for path in paths]


def load(path: Path, *, checked: bool = False) -> Kind:
    """One kind. Raises :class:`KindError`."""
    schema = _document(path)
    if checked:
        _check(path, schema)
    schema = _inlined(schema, path, "")
    infobox = schema.get("properties", {}).get("infobox", {})
    fields = dict(_fields(path, schema.get("x-fields", {})))
    listed = [name for line in schema.get("x-known", ()) for name in line.split()]
    names = [*listed, *fields, *infobox.get("properties", {})]
    known = {numberless(name) for name in names} | {name.replace("#", "") for name in names}
    return Kind(
        name=path.name.removesuffix(ENDING),
        schema=schema,
        fields=fields,
        recognition=_recognition(path, schema.get("x-recognize", {}), checked=checked),
        known=frozenset(known),
        see_also=tuple(schema.get("x-see-also", ())),
    )


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise KindError(f"{path}:{error.lineno}:{error.colno}: not JSON: {error.msg}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KindError(f"{path}: cannot be read: {error}") from error
    if not isinstance(document, dict):
        raise KindError(f"{path}: an article kind is a JSON object")
    return document


def _check(path: Path, schema: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator, SchemaError

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        place = "/".join(map(str, error.absolute_path)) or "the whole"
        raise KindError(f"{path}: at {place}: not a JSON Schema (draft 2020-12): {error.message}") from error
    shapes = {"x-recognize": dict, "x-fields": dict, "x-known": list, "x-see-also": list}
    for name, shape in shapes.items():
        if not isinstance(schema.get(name, shape()), shape):
            raise KindError(f"{path}: at {name}: must be {'an object' if shape is dict else 'an array'}")


def _recognition(path: Path, marks: Mapping[str, Any], *, checked: bool) -> Recognition:
    parts = {name.replace("-", "_"): value for name, value in marks.items()}
    unknown = parts.keys() - set(Recognition._fields)
    if unknown:
        raise KindError(f"{path}: at x-recognize/{min(unknown)}: not a way to recognize an article")
    for name, patterns in parts.items():
        if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
            raise KindError(f"{path}: at x-recognize/{name}: must be an array of strings")
        for pattern in patterns if checked else ():
            _check_pattern(f"{path}: at x-recognize/{name}", pattern)
    infobox, fields = frozenset(parts.pop("infobox", ())), frozenset(parts.pop("fields", ()))
    patterns = {name: tuple(listed) for name, listed in parts.items()}
    return Recognition()._replace(infobox=infobox, fields=fields, **patterns)


def _check_pattern(place: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise KindError(f"{place}: not a regular expression: {pattern}: {error}") from error


def _fields(path: Path, stated: Mapping[str, Any]) -> Iterator[tuple[str, FieldType]]:
    for key, what in stated.items():
        try:
            kind = FieldType(what) if isinstance(what, str) else FieldType(**what)
        except TypeError as error:
            raise KindError(f"{path}: at x-fields/{key}: must be a property, or a property with its basis") from error
        yield key.replace("#", ""), kind
        if "#" in key:
            yield from ((key.replace("#", str(number)), kind) for number in range(1, MOST_NUMBERED + 1))


@cache
def _types() -> dict[str, Any]:
    definitions: dict[str, Any] = _document(Path(__file__).with_name(TYPES))["$defs"]
    return definitions


def _inlined(part: Any, path: Path, place: str) -> Any:
    """The schema with every reference to a shared type replaced by that type."""
    if isinstance(part, list):
        return [_inlined(item, path, f"{place}/{index}") for index, item in enumerate(part)]
    if not isinstance(part, dict):
        return part
    reference = part.get("$ref")
    if isinstance(reference, str) and reference.startswith(TYPES + "#/$defs/"):
        name = reference.rpartition("/")[2]
        if name not in _types():
            raise KindError(f"{path}: at {place}: no shared type is called “{name}”")
        return _types()[name]
    return {key: _inlined(value, path, f"{place}/{key}".lstrip("/")) for key, value in part.items()}
