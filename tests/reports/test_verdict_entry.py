"""The entry that an editor copies from the report must say what was found, whatever stood in the article."""

from __future__ import annotations

import tomllib

import pytest

from reports.report import Report
from reports.verdict_entry import comment, entry


def test_an_entry_reads_back_as_what_was_found(nasty: Report) -> None:
    for told in nasty.findings:
        finding = told.finding
        (verdict,) = tomllib.loads(entry(finding, 'a "reason"'))["verdict"]
        assert verdict == {
            "article": finding.article,
            "rule": finding.rule,
            "values": [evidence.text for evidence in finding.evidence],
            "reason": 'a "reason"',
        }


@pytest.mark.parametrize("hidden", ["\u202e", "\x7f", "\x00", "\u200b", "\U000e0041", "\x9b"])
def test_what_cannot_be_seen_is_written_as_an_escape(nasty: Report, hidden: str) -> None:
    finding = nasty.findings[0].finding._replace(article=f"a{hidden}b")
    told = entry(finding, "")
    assert hidden not in told
    assert tomllib.loads(told)["verdict"][0]["article"] == f"a{hidden}b"


def test_a_comment_is_tied_as_the_article_wants_it(nasty: Report) -> None:
    finding = nasty.findings[0].finding
    told = comment(finding, "as the -- chronicle --> has it")
    assert told == f"<!-- factlint: allow {finding.rule} [{finding.fingerprint[:8]}]: as the – chronicle –› has it -->"
