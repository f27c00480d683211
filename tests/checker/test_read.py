"""``factlint read``: what was understood, as the contract has it."""

import json
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from articles.claims.calendar import Date, Precision, of_year, years
from articles.claims.claim import Duration, Money, Number, Percent, Quantity
from articles.claims.written import Hedge, Written
from articles.facts.fact import Scope
from checker.understood_models import schema
from checker.values import fact_value_json, number_text, scope_json, value_json

Command = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = """= Narvia =

Infobox country
- Capital: Port Narv

Narvia has 12,000 people. In 1990 it spent $5 million.

== History ==
It was founded in 1802.
"""


@pytest.fixture
def article(project: Path) -> Path:
    (project / "narvia.txt").write_text(ARTICLE)
    return project


def test_json_is_an_array_with_exact_places(factlint: Command, article: Path) -> None:
    done = factlint("read", "narvia.txt", "--format", "json")
    assert done.returncode == 0
    (read,) = json.loads(done.stdout)
    jsonschema.validate([read], schema())
    assert (read["path"], read["title"]) == ("narvia.txt", "Narvia")
    (section,) = read["sections"]
    assert (section["title"], ARTICLE[section["start"] : section["end"]]) == ("History", "History")
    (field,) = read["infoboxes"][0]["fields"]
    assert (field["key"], field["value"], ARTICLE[field["start"] : field["end"]]) == (
        "Capital",
        "Port Narv",
        "Port Narv",
    )
    assert read["claims"]
    for claim in read["claims"]:
        assert ARTICLE[claim["start"] : claim["end"]] == claim["text"]
    assert {"earliest": "1802-01-01", "latest": "1802-12-31"} in [claim["value"] for claim in read["claims"]]


def test_text_shows_every_part(factlint: Command, article: Path) -> None:
    shown = factlint("read", "narvia.txt").stdout
    for part in ("narvia.txt: Narvia (", "Infobox country", "Capital = Port Narv", "== History", "founded in 1802."):
        assert part in shown


def test_nothing_to_read_is_an_empty_array(factlint: Command, project: Path) -> None:
    (project / "empty").mkdir()
    assert json.loads(factlint("read", "empty", "--format", "json").stdout) == []


def test_what_cannot_be_read_is_told_on_standard_error(factlint: Command, article: Path) -> None:
    done = factlint("read", "nowhere.txt", "narvia.txt", "--format", "json")
    assert done.returncode == 2
    assert "nowhere.txt: no such file" in done.stderr
    assert len(json.loads(done.stdout)) == 1


def amount(value: str, step: str = "0", hedge: Hedge = Hedge.NONE) -> Written:
    return Written(Decimal(value), Decimal(value), Decimal(step), hedge)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (of_year(1990), {"earliest": "1990-01-01", "latest": "1990-12-31"}),
        (Date(None, 719163, Precision.RANGE), {"earliest": None, "latest": "1970-01-01"}),
        (years(-43, 12000, Precision.RANGE), {"earliest": "-0043-01-01", "latest": "+12000-12-31"}),
        (Money(amount("9.1E9", "1E8"), "USD"), {"low": "9050000000", "high": "9150000000", "currency": "USD"}),
        (Quantity(amount("5"), "kilometer"), {"low": "5", "high": "5", "unit": "kilometer"}),
        (Percent(amount("8.50", "0.01")), {"low": "8.495", "high": "8.505"}),
        (Number(amount("12", hedge=Hedge.OVER)), {"low": "12", "high": None}),
        (Duration(amount("3"), "year"), {"low": "3", "high": "3", "unit": "year"}),
    ],
)
def test_values_are_written_as_the_contract_has_it(value: object, told: dict[str, str | None]) -> None:
    assert value_json(value) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "text"),
    [("0.10", "0.1"), ("1E+6", "1000000"), ("-0", "0"), ("-1.50", "-1.5"), ("100", "100"), ("1E+999999", "1E+999999")],
)
def test_numbers_are_plain_and_never_endless(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


def test_facts_without_a_value_or_with_a_name() -> None:
    assert fact_value_json(None) is None
    assert fact_value_json("Tirana") == {"name": "Tirana"}
    assert scope_json(Scope(when=of_year(1990))) == {
        "counterpart": None, "when": {"earliest": "1990-01-01", "latest": "1990-12-31"}, "basis": None, "region": None,
    }  # fmt: skip
