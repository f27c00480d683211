"""A file may have any name but one with a slash or a NUL in it: none breaks a report or says more than where it is."""

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from articles.source import Source
from reports.formats import written
from reports.report import ArticleSummary, Checked, Failure, Gathering, Report, tell
from rules.finding import Confidence, Evidence, Finding, Severity

NAME = "a\x1b[31m\x07 50%,b:c\n::error::d\r\u202e`<x>&\"'|]]>\udcff\u2028é.txt"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]")


@pytest.fixture
def report() -> Report:
    """A finding in a file with such a name, and one that could not be read."""
    evidence = (Evidence(0, 4, 1, 1, 1, 5, "1989", "the first"), Evidence(9, 13, 1, 10, 1, 14, "1990", "the second"))
    finding = Finding(
        "slug", "dates", Severity.ERROR, Confidence.HIGH, "1989 against 1990", NAME, "A", evidence, None, None, (), "f"
    )
    gathering = Gathering("0")
    told = tell(finding, Source(NAME, "1989 and 1990."))
    gathering.add(Checked(ArticleSummary(NAME, "A", "generic"), (told,)))
    gathering.fail(Failure(NAME, None, None, "no such file"))
    return gathering.report()


def made(form: str, report: Report) -> str:
    return b"".join(written(form, report)).decode()


def test_a_name_goes_to_github_escaped_as_its_commands_are(report: Report) -> None:
    told = [line for line in made("github", report).split("\n") if line.startswith("::")]
    assert len(told) == 2, "a line end in a name begins a command of its own"
    for line in told:
        (file,) = re.findall(r"[ ,]file=([^,]*)", line)
        assert not re.search(r"[:,\r\n]|%(?!25|0A|0D|3A|2C)", file)
        assert unquote(file).startswith("a\\x1b[31m\\x07 50%,b:c\n::error::d\r\\u202e`<x>&")


def test_a_name_in_json_is_the_name(report: Report) -> None:
    """Programs look the file up; half a surrogate pair, which JSON cannot hold, is the one thing that may change."""
    (issue, failure) = json.loads(made("gitlab", report))
    assert issue["location"]["path"] == failure["location"]["path"] == NAME.replace("\udcff", "?")


def test_a_name_is_an_address_in_sarif(report: Report) -> None:
    run = json.loads(made("sarif", report))["runs"][0]
    uris = set(re.findall(r'"uri": ?"(a[^"]*)"', json.dumps(run)))
    assert uris
    for uri in uris:
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        assert unquote(uri, errors="surrogateescape") == NAME


def test_a_name_leaves_xml_well_formed(report: Report) -> None:
    text = made("junit", report)
    assert not CONTROLS.search(text)
    files = {case.get("file") for case in ElementTree.fromstring(text).iter("testcase") if case.get("file")}
    (file,) = files
    assert file is not None
    assert "50%,b:c" in file
    assert "<x>&\"'|]]>" in file


@pytest.mark.parametrize("form", ["github", "junit", "markdown", "text", "html"])
def test_a_name_steers_no_terminal(form: str, report: Report) -> None:
    assert not CONTROLS.search(made(form, report).replace("%0A", "").replace("%0D", ""))


def test_a_name_is_no_markup(report: Report) -> None:
    for form in ("markdown", "html"):
        assert "<x>" not in made(form, report)
    assert not re.search(r"^::error::", made("markdown", report), re.MULTILINE)
