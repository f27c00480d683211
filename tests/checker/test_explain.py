"""``factlint rules`` and ``explain``: the manual at hand, with output that is real."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from checker.explain import explain, precision, rules_json
from reports.formats import Look
from rules.catalogue import catalogue
from rules.manual import manual, parts

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
        page = "".join(piece if isinstance(piece, str) else piece.decode() for piece in explain(card, Look()))
        assert page.count("For example:") == len(card.rule.bad)
        assert f" {slug}: " in page, "an example led to no output"


def test_all_pages_come_in_one_document_or_in_a_folder(factlint: Command, project: Path) -> None:
    slugs = [line.split()[0] for line in factlint("rules").stdout.splitlines()[1:]]
    assert factlint("explain", "--all", "--format", "html", "--output", "rules.html").returncode == 0
    page = (project / "rules.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count('<svg class="bars') > 100, "the examples are shown as the report shows findings, pictures and all"
    assert "factlint.verdicts.toml" not in page, "nobody dismisses an example"
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "").partition("<main>")[0]
    assert all(f'id="rule-{slug}"' in page for slug in slugs)
    assert factlint("explain", "--all", "--format", "markdown", "--output", "pages").returncode == 0
    assert {path.name for path in (project / "pages").iterdir()} == {"index.md", *(f"{slug}.md" for slug in slugs)}


def test_a_page_shows_what_its_example_really_leads_to(factlint: Command) -> None:
    page = factlint("explain", "conversion-wrong", "--format", "markdown").stdout
    assert page.startswith("# conversion-wrong\n")
    assert "  = 2,917 m = 9,570 ft, not 9,750 ft" in page
    assert "% of " in page, "the page does not say how precise the rule proved"
    assert "⟦" not in page


def test_names_in_a_page_stand_in_the_backticks_that_people_write() -> None:
    pages = {slug: parts(card.manual) for slug, card in catalogue().items()}
    assert "`share`" in pages["trade-share-implausible"].right
    assert not [slug for slug, page in pages.items() if "``" in "".join(page)]


def test_one_rule_or_all_is_asked_for(factlint: Command) -> None:
    for arguments in ((), ("conversion-wrong", "--all"), ("--all", "--output", "x.md")):
        done = factlint("explain", *arguments)
        assert done.returncode == 2
        assert "factlint: explain: " in done.stderr


def test_eighty_rules_and_none_without_examples_parts_and_calibration_state() -> None:
    listed = {rule["slug"]: rule for rule in rules_json(catalogue())}
    assert len(listed) >= 80
    for slug, card in catalogue().items():
        assert manual(card.manual)
        assert card.rule.bad, slug
        assert card.rule.good, slug
        assert "measured" in listed[slug]
        assert precision(slug).startswith("Precision: ")
