"""Bad and hostile input from outside: each file is told with its place, the others are checked, the run ends."""

from __future__ import annotations

import bz2
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

GOOD = "= Freedonia =\n\nFreedonia is a state. It was founded on 31 April 1922.\n"
PAGE = "<page><title>{}</title><ns>0</ns><id>1</id><revision><id>2</id><text>{}</text></revision></page>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))

FILES: dict[str, tuple[bytes, str]] = {
    "latin.txt": ("Ä\nKöln".encode("latin-1"), "line 1, column 1"),
    "nul.wiki": (b"'''A'''\n\0", "line 2, column 1"),
    "empty.txt": (b"", "empty"),
    "blank.wiki": (b"\n \n", "white space"),
    "broken.xml": (f"<mediawiki>\n{PAGE.format('A', 'A is B.')}<page></title>".encode(), "line 2, byte "),
    "cut.xml.bz2": (bz2.compress(b"<mediawiki>" + os.urandom(500).hex().encode())[:200], "ends at byte 200"),
    "laughs.xml": (
        f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]><mediawiki>&l11;</mediawiki>'.encode(),
        "the entity 'l0' is refused",
    ),
    "external.xml": (
        b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]><mediawiki>&x;</mediawiki>',
        "the entity 'x' is refused",
    ),
    "large.txt": (b"one long line " * 1_500_000, "4,194,304 bytes"),
    "<script>alert('x')<.txt": (b"\xff", "byte 0xff"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(*arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit status and the JSON report of a run."""
    status = main(["check", "--no-cache", "--format", "json", "--output", "report.json", *arguments])
    return status, json.loads(Path("report.json").read_text())


def failures(report: dict[str, Any]) -> dict[str, str]:
    return {failure["path"]: failure["message"] for failure in report["failures"]}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("ask", [lambda name: [name, "good.txt"], lambda _: ["."]], ids=["named", "walked"])
def test_a_bad_file_is_told_with_its_place_and_the_others_are_checked(
    name: str, ask: Callable[[str], list[str]]
) -> None:
    Path("good.txt").write_text(GOOD)
    Path(name).write_bytes(FILES[name][0])
    status, report = checked(*ask(name))
    assert status == 2
    assert list(failures(report)) == [name]
    assert FILES[name][1] in failures(report)[name]
    titles = [article["title"] for article in report["articles"]]
    assert titles == (["A", "Freedonia"] if name == "broken.xml" else ["Freedonia"])


def test_all_of_them_at_once_and_what_is_no_file() -> None:
    Path("good.txt").write_text(GOOD)
    for name, (content, _) in FILES.items():
        Path(name).write_bytes(content)
    os.mkdir("x.txt")
    os.mkfifo("pipe.txt")
    os.symlink("nowhere", "dangling.txt")
    os.symlink("circle.txt", "circle.txt")
    os.symlink(".", "self")
    status, report = checked(".", "missing.txt")
    assert status == 2
    assert set(failures(report)) == {*FILES, "x.txt", "pipe.txt", "dangling.txt", "circle.txt", "self", "missing.txt"}
    assert {article["path"] for article in report["articles"]} == {"broken.xml", "good.txt"}


def test_hostile_input_ends_within_its_time() -> None:
    Path("long.txt").write_text("Freedonia, " * 1_900_000)
    for name, run in {
        "spaces": " ",
        "commas": ",",
        "dashes": "-",
        "dots": ".",
        "equals": "=",
        "stars": "* ",
        "feeds": "\n",
    }.items():
        Path(f"{name}.txt").write_text(f"Freedonia is{run * (1_000_000 // len(run))}a state.\n")
    Path("fields.txt").write_text("Infobox\n" + "".join(f"- Field{n}: {n}\n" for n in range(39_000)))
    Path("factlint.toml").write_text("max-page-size = 33554432\n")
    for path in sorted(Path().glob("*.txt")):
        started = time.monotonic()
        status, report = checked(str(path))
        assert status != 2, report["failures"]
        assert time.monotonic() - started < 60, f"{path}: a hang, not a matter of speed"
