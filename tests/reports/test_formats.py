from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from reports.formats import FORMATS, Look, look, written
from reports.report import Report
from tests.reports.conftest import GOLDEN

ENDINGS = {
    "text": "txt", "json": "json", "sarif": "sarif", "github": "github.txt", "gitlab": "gitlab.json",
    "junit": "junit.xml", "markdown": "md", "html": "html",
}  # fmt: skip


def whole(name: str, report: Report, look: Look = Look()) -> bytes:  # noqa: B008 immutable
    return b"".join(written(name, report, look))


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_reads_as_it_did(name: str, nasty: Report) -> None:
    """Run with FACTLINT_GOLDEN=write to accept a change, and read the difference before it is committed."""
    path = GOLDEN / f"nasty.{ENDINGS[name]}"
    made = whole(name, nasty)
    if os.environ.get("FACTLINT_GOLDEN") == "write":
        path.write_bytes(made)
    assert made.decode() == path.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", ["empty", "failed_only", "many", "nasty"])
def test_every_format_tells_any_report_in_the_same_bytes_each_time(
    name: str, case: str, request: pytest.FixtureRequest
) -> None:
    report = request.getfixturevalue(case)
    made = whole(name, report)
    assert case == "many" or made == whole(name, report)
    assert made.endswith(b"\n")
    if case == "many" and name not in ("github", "markdown"):
        assert b"finding 9999: one against another" in made


def test_colour_is_for_terminals_and_for_those_who_ask() -> None:
    assert look({}, terminal=True, columns=80) == Look(colour=True, width=80)
    assert look({}, terminal=False, columns=80) == Look(colour=False, width=100)
    assert not look({"TERM": "dumb"}, terminal=True).colour
    assert not look({"NO_COLOR": "1", "FORCE_COLOR": "1"}, terminal=True).colour
    assert look({"NO_COLOR": "", "FORCE_COLOR": "1"}, terminal=False).colour


def test_the_fast_formats_import_nothing_heavy() -> None:
    """A cold check of one article must start fast."""
    code = (
        "import sys, reports.text, reports.json_v1, reports.formats;"
        "print([m for m in ('pydantic', 'jinja2', 'rich', 'pint', 'jsonschema') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_a_finding_in_a_dump_names_its_article(nasty: Report, name: str) -> None:
    """Its path leads to a file of a million articles, and its line counts within one of them."""
    assert "treaty: signed in 1995 in the infobox" in whole(name, nasty).decode()
    loose = replace(nasty, articles=tuple(article._replace(page_id=None) for article in nasty.articles))
    assert "treaty: signed" not in whole(name, loose).decode()
