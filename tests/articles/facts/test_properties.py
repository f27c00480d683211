from __future__ import annotations

from articles.facts.properties import properties

VALUES = {"date", "money", "quantity", "number", "percent", "duration", "entity", "text", "none"}
EVENTS = (
    "recognition relations-established relations-severed relations-resumed legation-opened legation-raised-to-embassy "
    "embassy-opened consulate-opened independence founded born died"
)


def test_every_property_says_what_it_is_and_what_must_match() -> None:
    for row in properties().values():
        assert row.definition.endswith("."), row.name
        assert row.value in VALUES, row.name
        assert set(row.match) <= {"counterpart", "when", "basis", "region"}, row.name
        assert (row.value == "quantity") == (row.unit is not None), row.name


def test_the_event_properties_of_the_contract_are_dates() -> None:
    assert {properties()[name].value for name in EVENTS.split()} == {"date"}
