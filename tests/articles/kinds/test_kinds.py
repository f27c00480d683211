"""A page taken for the wrong kind is held to the wrong schema: every finding on it is then noise."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from articles.kinds.kind import built_in
from articles.kinds.load import KindError
from articles.page import Page
from articles.readers import plain
from articles.source import Source

KINDS = Path("articles/kinds")
NAMES = {
    "bilateral-relations",
    "foreign-relations",
    "country",
    "economy",
    "biography",
    "settlement",
    "conflict",
    "organization",
    "generic",
}


def page(text: str) -> Page:
    return plain.read(Source("x.txt", text))


def test_all_kinds_ship() -> None:
    assert set(built_in().by_name) == NAMES


@pytest.mark.parametrize("path", sorted(KINDS.glob("*.schema.json")), ids=lambda path: path.stem)
def test_a_kind_is_a_json_schema_that_other_tools_can_read(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_fields_state_are_properties_that_facts_can_have(name: str) -> None:
    properties = tomllib.loads(Path("articles/facts/properties.toml").read_text(encoding="utf-8"))
    stated = {field.property for field in built_in().by_name[name].fields.values()}
    assert stated - properties.keys() == set()


@pytest.mark.parametrize("name", sorted(NAMES))
def test_field_names_are_in_their_normal_form_or_they_match_nothing(name: str) -> None:
    kind = built_in().by_name[name]
    keys = [*kind.fields, *kind.schema["properties"]["infobox"].get("properties", {}), *kind.known]
    assert [key for key in keys if key != key.lower() or " " in key] == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_demand_is_told_in_words(name: str) -> None:
    infobox = built_in().by_name[name].schema["properties"]["infobox"]
    rules = {**infobox.get("properties", {}), **infobox.get("patternProperties", {})}
    assert [key for key, rule in rules.items() if not rule.get("x-says")] == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Narvia–Ostland relations", "bilateral-relations"),
        ("Narvia-Ostland relations", "bilateral-relations"),
        ("Guinea-Bissau–Portugal relations", "bilateral-relations"),
        ("Åland–Ålesund relations", "bilateral-relations"),
        ("Relations between Narvia and Ostland", "bilateral-relations"),
        ("Foreign relations of Ostland", "foreign-relations"),
        ("Economy of Ostland", "economy"),
        ("Battle of Norby", "conflict"),
        ("Labour–management relations", "generic"),
        ("Christian–Jewish relations", "generic"),
        ("Public relations", "generic"),
        ("Church–state relations", "generic"),
        ("Political economy", "generic"),
        ("Ostland", "generic"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert built_in().of(page(f"= {title} =\n\nWords.")).name == kind


@pytest.mark.parametrize(
    ("infobox", "kind"),
    [
        ("Infobox country\n- Capital: Norby", "country"),
        ("Infobox\n- Capital: Norby\n- Currency: crown", "country"),
        ("Infobox\n- Born: 1 May 1900\n- Died: 2 June 1980", "biography"),
        ("Infobox\n- Mayor: Ada Berg\n- Elevation: 12 m", "settlement"),
        ("Infobox\n- Founder: Ada Berg\n- Employees: 1,200", "organization"),
        ("Infobox\n- Strength1: 3,000\n- Strength2: 4,000\n- Result: Ostland won", "conflict"),
        ("Infobox lighthouse\n- Born: x\n- Died: y", "generic"),
        ("Infobox\n- Colour: red", "generic"),
    ],
)
def test_an_infobox_tells_the_kind_by_its_name_or_else_by_its_fields(infobox: str, kind: str) -> None:
    assert built_in().of(page(f"= Norby =\n\n{infobox}\n\nWords.")).name == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Norby is a small port town in the north of Ostland.", "settlement"),
        ("Ostland is an island country in the north.", "country"),
        ("Ada Berg (born 3 May 1950) is a poet.", "biography"),
        ("Ada Berg (3 May 1850 – 2 June 1920) was an Ostland painter.", "biography"),
        ("The Lund Company is a fishing company based in Norby.", "organization"),
        ("The herring is a fish.", "generic"),
    ],
)
def test_without_an_infobox_the_first_words_tell_the_kind(lead: str, kind: str) -> None:
    assert built_in().of(page(f"= X =\n\n{lead}")).name == kind


def test_a_folder_adds_a_kind_and_replaces_one(tmp_path: Path) -> None:
    ship = {"x-recognize": {"infobox": ["infobox ship"]}, "type": "object"}
    (tmp_path / "ship.schema.json").write_text(json.dumps(ship))
    country = {"x-recognize": {}, "properties": {"infobox": {"required": ["flag"]}}}
    (tmp_path / "country.schema.json").write_text(json.dumps(country))
    kinds = built_in().with_folder(tmp_path)
    assert kinds.of(page("= S =\n\nInfobox ship\n- Name: S\n\nA ship.")).name == "ship"
    assert kinds.of(page("= Ostland =\n\nInfobox country\n- Capital: Norby\n\nA.")).name == "generic"
    assert built_in().of(page("= Ostland =\n\nInfobox country\n- Capital: Norby\n\nA.")).name == "country"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"type": "object",}', r"ship\.schema\.json:1:19: not JSON"),
        ('["object"]', "is a JSON object"),
        ('{"properties": {"infobox": {"type": "thing"}}}', "at properties/infobox/type: not a JSON Schema"),
        ('{"x-recognize": {"smell": ["fish"]}}', "at x-recognize/smell"),
        ('{"x-recognize": {"title": ["("]}}', r"at x-recognize/title: not a regular expression: \("),
        ('{"x-recognize": {"title": "Ship"}}', "at x-recognize/title: must be an array"),
        ('{"x-fields": {"flag": 3}}', "at x-fields/flag"),
        ('{"x-known": "name"}', "at x-known"),
        ('{"properties": {"a": {"$ref": "types.schema.json#/$defs/shoe"}}}', "at properties/a: no shared type .*shoe"),
    ],
)
def test_a_bad_schema_is_told_with_file_and_place(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "ship.schema.json"
    path.write_text(text)
    with pytest.raises(KindError, match=place) as error:
        built_in().with_folder(tmp_path)
    assert str(path) in str(error.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KindError, match=re.escape(str(tmp_path / "no"))):
        built_in().with_folder(tmp_path / "no")
