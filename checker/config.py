"""The configuration file: its model, its JSON Schema, and what is wrong with it in plain words.

Imports pydantic, so it is imported only when there is a file to read or a schema to print.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from checker.engine import settable
from checker.ignored import wrong
from checker.settings import MAX_PAGE_SIZE, NAMES, VERDICTS, Origin, PerPath, Settings, our_table
from checker.usage import UsageError, nearest
from rules.catalogue import FAMILIES, Card

RULE_OR_FAMILY = "The slug of a rule (`factlint rules`) or the name of a family"


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=_kebab)


class PerPathTable(_Table):
    """Other rules for the articles whose path matches one of the patterns."""

    paths: list[str] = Field(min_length=1, description="Patterns as in a .gitignore, from the folder of this file")
    select: list[str] = Field(default=[], description=f"{RULE_OR_FAMILY}: only these are checked here")
    ignore: list[str] = Field(default=[], description=f"{RULE_OR_FAMILY}: these are not checked here")


class Config(_Table):
    """Settings of factlint: `factlint.toml`, or the table `[tool.factlint]` of a `pyproject.toml`."""

    include: list[str] = Field(default=[], description="Patterns of files that are checked when a folder is walked")
    exclude: list[str] = Field(default=[], description="Patterns of files and folders that a walk leaves out")
    select: list[str] = Field(default=[], description=f"{RULE_OR_FAMILY}: only these are checked")
    ignore: list[str] = Field(default=[], description=f"{RULE_OR_FAMILY}: these are not checked")
    preview: bool = Field(default=False, description="Also check the rules whose precision is still being measured")
    fail_on: Literal["error", "warning", "note", "never"] = Field(
        default="error", description="The least severity that makes the exit status 1"
    )
    kinds_folder: str | None = Field(default=None, description="A folder with article kinds of your own")
    plugins: list[str] = Field(default=[], description="Entry points of the group `factlint` to take rules from")
    per_path: list[PerPathTable] = Field(default=[], description="Other rules for some paths")
    max_page_size: int = Field(default=MAX_PAGE_SIZE, gt=0, description="The largest page that is read, in bytes")
    baseline: str | None = Field(default=None, description="The file of known findings (`factlint baseline create`)")
    verdicts: str = Field(default=VERDICTS, description="The file of findings that were let through, with reasons")
    rule: dict[str, dict[str, Any]] = Field(default={}, description="A table a rule for its thresholds")


def read(path: Path) -> tuple[Origin, Config]:
    """What a configuration file says. Raises :class:`UsageError` naming the file and the place."""
    origin, table = _table(path)
    try:
        return origin, Config.model_validate(table)
    except ValidationError as error:
        raise UsageError("\n".join(_in_words(origin, detail) for detail in error.errors())) from error


def load(path: Path) -> Settings:
    """The settings of a configuration file. Raises :class:`UsageError` naming the file and the place."""
    origin, config = read(path)
    _assert_patterns(origin, ("include",), config.include)
    _assert_patterns(origin, ("exclude",), config.exclude)
    for number, table in enumerate(config.per_path):
        _assert_patterns(origin, ("per-path", number, "paths"), table.paths)
    base = path.absolute().parent
    return Settings(
        base=base,
        origin=origin,
        include=tuple(config.include),
        exclude=tuple(config.exclude),
        select=tuple(config.select),
        ignore=tuple(config.ignore),
        preview=config.preview,
        fail_on=config.fail_on,
        kinds_folder=base / config.kinds_folder if config.kinds_folder else None,
        plugins=tuple(config.plugins),
        per_path=tuple(PerPath(tuple(t.paths), tuple(t.select), tuple(t.ignore)) for t in config.per_path),
        max_page_size=config.max_page_size,
        baseline=base / config.baseline if config.baseline else None,
        verdicts=base / config.verdicts,
        thresholds=config.rule,
    )


def _assert_patterns(origin: Origin, keys: tuple[str | int, ...], patterns: Iterable[str]) -> None:
    for number, pattern in enumerate(patterns):
        if wrong(pattern):
            raise UsageError(f"{origin.place(*keys, number)}: '{pattern}' is no pattern as in a .gitignore")


def schema(cards: Mapping[str, Card]) -> dict[str, Any]:
    """The JSON Schema of the configuration, every rule's thresholds included, for editors' completion."""
    made = Config.model_json_schema(by_alias=True)
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    names = [*FAMILIES, *sorted(cards)]
    for table in (made["properties"], made["$defs"]["PerPathTable"]["properties"]):
        for key in ("select", "ignore"):
            table[key]["items"] = {"anyOf": [{"enum": names}, {"type": "string"}]}
    made["properties"]["rule"]["properties"] = {
        slug: {
            "type": "object",
            "description": cards[slug].manual.partition("\n")[0],
            "properties": {name: _json_type(default) for name, default in settable(cards[slug]).items()},
            "additionalProperties": False,
        }
        for slug in sorted(cards)
        if settable(cards[slug])
    }
    return made


def _json_type(default: Any) -> dict[str, Any]:
    if isinstance(default, bool):
        return {"type": "boolean", "default": default}
    if isinstance(default, int):
        return {"type": "integer", "minimum": 0, "default": default}
    if isinstance(default, str):
        return {"type": "string", "default": default}
    if isinstance(default, Iterable):
        return {"type": "array", "default": sorted(default)}
    return {"type": "number", "minimum": 0, "default": float(default)}


def _table(path: Path) -> tuple[Origin, dict[str, Any]]:
    """The file's text and the table in it that is ours."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        parsed = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from error
    if path.name != NAMES[1]:
        return Origin(path, text), parsed
    table = our_table(parsed)
    table = {} if table is None else table
    if not isinstance(table, dict):
        raise UsageError(f"{Origin(path, text, ('tool',)).line('factlint')}: tool.factlint must be a table")
    return Origin(path, text, ("tool", "factlint")), table


_EXPECTED = {
    "string_type": "must be text in quotes",
    "list_type": "must be a list in square brackets",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "missing": "is missing",
    "too_short": "must not be empty",
    "greater_than": "must be more than 0",
}


def _in_words(origin: Origin, detail: ErrorDetails) -> str:
    keys = detail["loc"]
    place = origin.place(*keys)
    kind, given = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        model = PerPathTable if keys[0] == "per-path" else Config
        return f"{place}: unknown key{nearest(str(keys[-1]), map(_kebab, model.model_fields))}"
    if kind == "literal_error":
        return f"{place}: must be {detail.get('ctx', {}).get('expected')}, not {given!r}"
    expected = _EXPECTED.get(kind, detail["msg"])
    return f"{place}: {expected}" if kind == "missing" else f"{place}: {expected}, not {given!r}"
