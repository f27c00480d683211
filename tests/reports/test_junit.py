from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from reports.formats import written
from reports.report import Report


def tree(report: Report) -> ET.Element:
    return ET.fromstring(b"".join(written("junit", report)))


@pytest.mark.parametrize("case", ["empty", "failed_only", "nasty", "many"])
def test_the_counts_are_those_of_the_tests(case: str, request: pytest.FixtureRequest) -> None:
    root = tree(request.getfixturevalue(case))
    for level in (root, *root.findall("testsuite")):
        assert int(level.attrib["tests"]) == len(list(level.iter("testcase")))
        assert int(level.attrib["failures"]) == len(list(level.iter("failure")))
        assert int(level.attrib["errors"]) == len(list(level.iter("error")))


def test_an_article_without_findings_is_a_test_that_passed(nasty: Report) -> None:
    silent = next(suite for suite in tree(nasty) if suite.attrib["name"] == "Silent")
    assert [case.attrib["name"] for case in silent] == ["no findings"]
    assert len(silent[0]) == 0


def test_the_text_of_an_article_arrives_as_text(nasty: Report) -> None:
    root = tree(nasty)
    assert root.find("testsuite").attrib["name"] == "Ora–Belt relations <script>alert('title')</script>"  # type: ignore[union-attr]
    told = next(f for f in root.iter("failure") if "31 April 1990 does not exist" in f.attrib["message"])
    assert r"\x1b[31mred\x1b[0m" in (told.text or "")


def test_no_character_is_outside_what_xml_holds(nasty: Report) -> None:
    first = nasty.findings[0]
    bad = first.finding._replace(message="a\x00b\x0b\ud800\ufffe\uffff\x85z")
    root = tree(Report("0", (first._replace(finding=bad),), nasty.articles))
    assert next(root.iter("failure")).attrib["message"] == r"a\x00b\x0b\ud800\x85z"
