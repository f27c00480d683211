"""``factlint rules`` and ``explain``: the manual at hand, with output that is real."""

import json
import subprocess
from collections.abc import Callable

from checker.explain import explain
from reports.formats import Look
from rules.catalogue import catalogue

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_a_manual_page_shows_the_examples_and_what_comes_of_them(factlint: Command) -> None:
    page = factlint("explain", "years-differ")
    assert page.returncode == 0
    assert "Two years are given.\n\nWhy: one of them is wrong.\n\nRight all the same: hardly ever.\n" in page.stdout
    assert "Threshold: apart = 1" in page.stdout
    assert "    In 1989 and in 1990.\n" in page.stdout
    assert "Example.plain:1:4: error years-differ: 1989 against 1990" in page.stdout
    assert "⟦" not in page.stdout


def test_the_table_has_every_rule_on_a_line(factlint: Command) -> None:
    lines = factlint("rules").stdout.splitlines()
    slugs = [line.split()[0] for line in lines[1:]]
    assert {"years-differ", "dash-variant"} <= set(slugs)
    assert len(slugs) == len(set(slugs))
    row = next(line for line in lines if line.startswith("years-differ"))
    assert row.split(maxsplit=5) == ["years-differ", "plugin", "error", "high", "unmeasured", "Two years are given."]
    measured = next(line for line in lines if line.startswith("two-dates-for-one-event"))
    assert " judged  " in measured, "a reader cannot tell how far to trust a rule"


def test_the_list_as_json_names_thresholds(factlint: Command) -> None:
    rules = {rule["slug"]: rule for rule in json.loads(factlint("rules", "--format", "json").stdout)}
    assert rules["years-differ"]["thresholds"] == {"apart": 1}
    assert rules["years-differ"]["severity"] == "error"


def test_every_built_in_rule_can_be_explained() -> None:
    for slug, card in catalogue().items():
        page = "".join(
            piece if isinstance(piece, str) else piece.decode() for piece in explain(slug, catalogue(), Look())
        )
        assert page.count("For example:") == len(card.rule.bad)
        assert f" {slug}: " in page, "an example led to no output"
