"""A quick look at whether an instance is surely valid, so that jsonschema is imported only to say what is wrong.

Importing jsonschema takes as long as half of a cold check. This knows the keywords that article kinds use and gives up
(False) on every other one, so True always means what jsonschema would say; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_SAYS_NOTHING = {"$schema", "$defs", "title", "description", "$comment", "default", "examples"}


def surely_valid(schema: Any, instance: Any) -> bool:
    """Whether an instance is valid beyond doubt. False says nothing."""
    if not isinstance(schema, Mapping):
        return schema is True
    for keyword, demand in schema.items():
        if keyword in _SAYS_NOTHING or keyword.startswith("x-"):
            continue
        holds = _KEYWORDS.get(keyword)
        if holds is None or not holds(demand, instance):
            return False
    return True


def _type(name: Any, instance: Any) -> bool:
    if isinstance(name, list):
        return any(_type(one, instance) for one in name)
    known = _TYPES.get(name) if isinstance(name, str) else None
    if known is None or (isinstance(instance, bool) and name != "boolean"):
        return False
    return isinstance(instance, known)


def _properties(schemas: Mapping[str, Any], instance: Any) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(surely_valid(schema, instance[key]) for key, schema in schemas.items() if key in instance)


def _pattern_properties(schemas: Mapping[str, Any], instance: Any) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(
        surely_valid(schema, value)
        for pattern, schema in schemas.items()
        for key, value in instance.items()
        if matches(pattern, key)
    )


@lru_cache(1 << 14)
def matches(pattern: str, key: str) -> bool:
    """Whether the name of a field is one that a pattern is for. The names of one infobox come again in the next."""
    return re.search(pattern, key) is not None


def _dependent(needs: Mapping[str, list[str]], instance: Any) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(other in instance for key, others in needs.items() if key in instance for other in others)


def _is_number(instance: Any) -> bool:
    return isinstance(instance, int | float) and not isinstance(instance, bool)


_KEYWORDS: dict[str, Callable[[Any, Any], bool]] = {
    "type": _type,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "dependentRequired": _dependent,
    "required": lambda keys, it: not isinstance(it, dict) or all(key in it for key in keys),
    "minProperties": lambda least, it: not isinstance(it, dict) or len(it) >= least,
    "minItems": lambda least, it: not isinstance(it, list) or len(it) >= least,
    "contains": lambda schema, it: not isinstance(it, list) or any(surely_valid(schema, item) for item in it),
    "pattern": lambda pattern, it: not isinstance(it, str) or re.search(pattern, it) is not None,
    "enum": lambda values, it: isinstance(it, str) and it in values,
    "minimum": lambda least, it: not _is_number(it) or it >= least,
    "maximum": lambda most, it: not _is_number(it) or it <= most,
    "exclusiveMaximum": lambda bound, it: not _is_number(it) or it < bound,
    "allOf": lambda schemas, it: all(surely_valid(schema, it) for schema in schemas),
    "if": lambda _, it: True,  # of which "then" holds, whether or not it has to
    "then": surely_valid,
    "anyOf": lambda schemas, it: any(surely_valid(schema, it) for schema in schemas),
}
