"""Runs over many articles: a big dump is shared out, told once and in one order, in memory that does not grow."""

import bz2
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checker.cache import Cache
from checker.check import job_of
from checker.inputs import Input
from checker.options import parser
from checker.run import Task, jobs_for, tasks_of

Command = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
PAGE = (
    "<page><title>Town {0}</title><ns>0</ns><id>{0}</id><revision><id>{0}</id><text>Founded in 1989 and 1990.\n"
    "{1}</text></revision></page>"
)


def dump(pages: int, filler: str = "") -> str:
    return "<mediawiki>" + "".join(PAGE.format(number, filler) for number in range(1, pages + 1)) + "</mediawiki>"


def test_a_shared_dump_tells_the_same_in_the_same_order(factlint: Command, project: Path) -> None:
    (project / "d.xml").write_text(dump(40, "words " * 6000))
    (project / "cut.xml.bz2").write_bytes(bz2.compress(dump(3, "words " * 100_000).encode())[:-300])
    runs = [factlint("check", ".", "--no-cache", "--format", "json", "--jobs", jobs).stdout for jobs in (1, 2, 3)]
    assert len(set(runs)) == 1
    report = json.loads(runs[0])
    assert sum(article["path"] == "d.xml" for article in report["articles"]) == 40
    assert {article["page_id"] for article in report["articles"]} >= set(range(1, 41))
    assert [failure["path"] for failure in report["failures"]] == ["cut.xml.bz2"]


def test_only_much_text_is_worth_processes(tmp_path: Path) -> None:
    small, big = tmp_path / "small.txt", tmp_path / "big.xml"
    small.write_text("x")
    big.write_text("x" * 2_000_000)
    assert jobs_for([Input(str(small), "plain")]) == 1
    assert jobs_for([Input(str(big), "dump")]) >= 1
    assert list(tasks_of(Input(str(small), "dump"), 4)) == [Task(Input(str(small), "dump"))]
    assert [task.share for task in tasks_of(Input(str(big), "dump"), 4)] == [0, 1, 2, 3]


PEAK = """
import resource, sys
from checker.cli import main
main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.parametrize("form", ["json", "html"])
def test_memory_does_not_grow_with_the_dump(tmp_path: Path, form: str) -> None:
    def peak(pages: int) -> int:
        def pieces() -> Iterator[str]:
            yield "<mediawiki>"
            for number in range(pages):
                yield PAGE.format(number, "Some words without any number. " * 3000)
            yield "</mediawiki>"

        with open(tmp_path / "d.xml", "w", encoding="utf-8") as file:
            file.writelines(pieces())
        command = [sys.executable, "-c", PEAK, "check", "--no-cache", "d.xml", "--format", form, "--jobs", "1"]
        done = subprocess.run(
            [*command, "--output", "report"], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return int(done.stderr) * 1024

    few, many = peak(10), peak(90)
    assert many - few < 4_000_000, "7 MB more text took that much more memory"


def test_what_is_saved_while_it_is_checked_is_not_remembered_as_what_it_was(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("= A =\n\nIt fell on 31 April 1801.\n")

    class Saved(Cache):
        def get(self, path: str, share: str, key: str) -> None:
            article.write_text("= A =\n\nIt fell on 30 April 1801.\n")

    work = job_of(parser().parse_args(["check", "--no-cache", str(article)])).work
    list(replace(work, cache=Saved(tmp_path / "cache", "run"))(Task(Input(str(article), "plain"))))
    assert not (tmp_path / "cache").exists(), "a check of the old text would pass for ever"
