from __future__ import annotations

import re

import pytest

from reports.formats import written
from reports.markdown import LIMIT, fenced, text
from reports.report import Failure, Gathering, Report
from rules.finding import Evidence


def whole(report: Report) -> str:
    return b"".join(written("markdown", report)).decode()


def test_outside_code_only_our_own_markup_stands(nasty: Report) -> None:
    made = re.sub(r"^(`{3,})text\n.*?^\1\n", "", whole(nasty), flags=re.DOTALL | re.MULTILINE)
    assert set(re.findall("<[^>]*>", made)) <= {
        "<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>", "<b>", "</b>",
    }  # fmt: skip
    assert "`" not in made
    assert "$" not in made, "GitHub would read what is between two dollars as mathematics"


@pytest.mark.parametrize("words", ["a|b", "[x](y)", "<b>", "`c`", "*d*", "$1 of $2", "~~e~~", "@f", "\\g"])
def test_no_word_keeps_a_sign_that_markdown_reads(words: str) -> None:
    assert not re.search(r"[|\[<`*$~@\\]", text(words))


def test_a_fence_is_longer_than_any_in_the_article() -> None:
    assert fenced("a ```` b\n") == "`````text\na ```` b\n`````\n"


def test_an_article_cannot_close_its_fence(nasty: Report) -> None:
    first = nasty.findings[0]
    place = Evidence(0, 3, 1, 1, 1, 4, "```", "```\n<b>")
    excerpt = first.excerpts[0]._replace(before="```\n", text="```")
    told = first._replace(finding=first.finding._replace(evidence=(place,)), excerpts=(excerpt,))
    made = whole(Report("0", (told,), nasty.articles))
    assert "\n````text\n" in made
    assert made.count("\n````\n") == 1


def test_a_summary_stays_within_what_a_step_may_have(many: Report) -> None:
    made = whole(many)
    assert len(made.encode()) <= LIMIT
    shown = made.count("<details>")
    assert f"{10_000 - shown:,} more findings" in made
    assert shown > 1000


def test_many_failures_leave_room_for_findings(nasty: Report) -> None:
    gathering = Gathering("0")
    for number in range(20_000):
        gathering.fail(Failure(f"{number}.txt", None, None, "cannot be read: " + "x" * 50))
    made = whole(Report("0", nasty.findings, nasty.articles, gathering.report().failures))
    assert len(made.encode()) <= LIMIT
    assert made.count("<details>") == len(nasty.findings)
    assert re.search(r"and \d+,\d+ more failures", made)
