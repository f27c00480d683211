"""The quick look agrees with jsonschema wherever it says yes: a fault it passed over would never be found."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.kinds.kind import Kind, built_in
from articles.kinds.valid import surely_valid

KINDS = built_in().by_name
WORDS = st.sampled_from(
    ["see also", "history", "embassy in oslo", "none", "svg", "png", "12", "1990", "oslo", "km", "", "dead", "-5", "x"]
)


def instances(kind: Kind) -> st.SearchStrategy[dict[str, Any]]:
    """Articles of a kind, most of their fields known to it, their values of every sort."""
    known = [*kind.schema.get("properties", {}).get("infobox", {}).get("properties", {}), "mission1", "envoy1", "x"]
    value = WORDS | st.integers(-10, 10**7) | st.floats(-1e9, 1e9) | st.booleans() | st.none()
    infobox = st.dictionaries(st.sampled_from(known), value, max_size=8)
    return st.fixed_dictionaries({"sections": st.lists(WORDS, max_size=4)}, optional={"infobox": infobox})


@pytest.mark.parametrize("name", KINDS)
def test_what_is_surely_valid_is_valid(name: str) -> None:
    kind = KINDS[name]

    @given(instances(kind))
    def holds(instance: dict[str, Any]) -> None:
        if surely_valid(kind.schema, instance):
            assert kind.validator.is_valid(instance), list(kind.validator.iter_errors(instance))

    holds()


def test_an_ordinary_article_needs_no_second_look() -> None:
    kind = KINDS["bilateral-relations"]
    article = {
        "sections": ["history", "see also"],
        "infobox": {"mission1": "embassy of narvia, oslo", "filetype": "svg"},
    }
    assert surely_valid(kind.schema, article)


@pytest.mark.parametrize("schema", [{"unheard-of": 1}, {"type": ["number", "null"]}, False, {"const": 1}, {"not": {}}])
def test_what_is_not_known_is_not_sure(schema: Any) -> None:
    assert not surely_valid(schema, "x")
