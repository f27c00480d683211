"""A comment allows a finding for the values that were judged: edits elsewhere leave it so, a changed value does not."""

import json
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.readers.wikitext import read
from articles.source import Source
from checker.engine import Plan, check_page
from reports.verdict_entry import comment
from rules.catalogue import catalogue
from rules.finding import Finding

Command = Callable[..., subprocess.CompletedProcess[str]]
SLUGS = ("date-impossible", "weekday-wrong", "allowance-unused", "allowance-untied")
PLAN = Plan(tuple(catalogue()[slug] for slug in SLUGS), known=frozenset(catalogue()))
FALL = "Norby fell on 31 April 1801."
ALLOW = "<!-- factlint: allow date-impossible: as the chronicle has it -->"


def found(text: str) -> list[Finding]:
    return [told.finding for told in check_page(read(Source("Norby.wiki", text), "Norby"), PLAN).findings]


def rules(text: str) -> list[str]:
    return [finding.rule for finding in found(text)]


def tied(text: str) -> str:
    """The comment for the first finding of a text."""
    return comment(found(text)[0], "as the chronicle has it")


@pytest.mark.parametrize("text", [f"{FALL}{ALLOW}", f"{ALLOW}\n{FALL}", f"A.\n\n{ALLOW}\n\n{FALL}\n"])
def test_a_comment_allows_what_is_found_on_its_line_or_the_next(text: str) -> None:
    checked = check_page(read(Source("Norby.wiki", text), "Norby"), PLAN)
    assert [told.finding.rule for told in checked.findings] == ["allowance-untied"]
    assert checked.suppressed == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{FALL}\n\n{ALLOW} It rose again.",
        f"{FALL}<!-- factlint: allow weekday-wrong: as the chronicle has it -->",
        f"{FALL}<!-- factlint: allow date-impossible -->",
        f"{FALL}<!-- factlint: allow date-impossible: as the chronicle has it",
    ],
)
def test_nothing_else_is_allowed(text: str) -> None:
    assert "date-impossible" in rules(text)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("allow date-impossible: it was so", "not needed"),
        ("allow date-impossible", "no reason"),
        ("allow no-such-rule: it was so", "does not exist: no-such-rule"),
        ("ignore", "expected"),
    ],
)
def test_an_allowance_of_nothing_is_a_note(said: str, message: str) -> None:
    (finding,) = found(f"Norby fell in 1801.<!-- factlint: {said} -->")
    assert (finding.rule, finding.severity) == ("allowance-unused", "note")
    assert message in finding.message


def test_an_allowance_of_a_rule_that_did_not_run_may_be_needed() -> None:
    assert rules("Norby fell in 1801.<!-- factlint: allow conversion-wrong [12345678]: it was so -->") == []


def test_a_comment_in_plain_text_is_text(factlint: Command, project: Path) -> None:
    (project / "a.txt").write_text(f"= Norby =\n\n{FALL}{ALLOW}\n")
    assert factlint("check", "a.txt", "--select", "date-impossible").returncode == 1


def test_the_fix_ties_an_allowance_to_its_values(factlint: Command, project: Path) -> None:
    path = project / "Norby.wiki"
    path.write_text(f"{FALL}{ALLOW}\n")
    factlint("check", "Norby.wiki", "--select", "date-impossible,structure", "--fix")
    assert re.search(r"allow date-impossible \[[0-9a-f]{8}\]: as", path.read_text())
    assert rules(path.read_text()) == []
    assert rules(path.read_text().replace("31 April", "31 June")) == ["date-impossible", "allowance-unused"]


def test_what_is_allowed_stays_so_through_edits_elsewhere_and_comes_back_with_a_new_value() -> None:
    rng = random.Random(20261122)
    for _ in range(10):
        text = f"{FALL}{tied(FALL)}\n\n== History ==\nIt has a church and a mill.\n"
        for _ in range(50):
            text = edited(text, rng)
        assert "date-impossible" not in rules(text), text
        assert "date-impossible" in rules(text.replace("31 April 1801", "31 April 1802")), text


def edited(text: str, rng: random.Random) -> str:
    """A text with one small change that leaves the judged date and its allowance alone."""
    lines = text.split("\n")
    at = rng.randrange(len(lines) + 1)
    match rng.randrange(4):
        case 0:
            lines.insert(at, rng.choice(["", "A mill was built in 1790.", "* a mill", "<!-- a remark -->"]))
        case 1:
            lines.insert(at, f"== Part {rng.randrange(9)} ==")
        case 2 if at < len(lines) and FALL not in lines[at]:
            del lines[at]
        case _:
            lines = [line.replace(FALL, rng.choice([f"Once, {FALL}", f"{FALL} It burnt."])) for line in lines]
    return "\n".join(lines)[:20_000] if FALL in "\n".join(lines)[:20_000] else text


def test_no_reason_ends_its_comment() -> None:
    evil = comment(found(FALL)[0], "a --> b <!-- c --!> d\n{{e}}")
    assert evil.count("-->") == 1
    assert evil.endswith("-->")
    assert "\n" not in evil


def test_many_comments_take_little_time() -> None:
    assert rules("<!-- factlint: allow " * 40_000) == []
    assert len(rules("<!-- factlint: allow x -->" * 2_000)) <= 2_000


def test_suppressed_findings_are_counted(factlint: Command, project: Path) -> None:
    (project / "Norby.wiki").write_text(f"{FALL}{ALLOW}\n")
    done = factlint("check", "Norby.wiki", "--select", "date-impossible", "--format", "json")
    assert json.loads(done.stdout)["summary"]["suppressed"] == 1
