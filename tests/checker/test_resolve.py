"""``factlint resolve``: what is answered is done at once, and nothing is ever lost."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.resolve import _in_order, kept, offer
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding, Severity

ROOT = Path(__file__).parents[2]
PLAIN = "= Town =\n\nThe mill was built from 1995 to 1991, and the bridge fell on 31 June 1990.\n"
WIKI = "The mill was built from 1995 to 1991.\r\nIt has a church.\r\n"
NAMES = ("--select", "date-range-reversed,date-impossible,allowance-unused,allowance-untied", "--no-cache")
KILLED = "import os; os.replace = lambda *a, **k: os._exit(9)\n"

Walked = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def walked(tmp_path: Path) -> Walked:
    """Answers the questions about a file with lines."""

    def run(name: str, *answers: str, before: str = "") -> subprocess.CompletedProcess[str]:
        code = f"import sys\n{before}from checker.cli import main\nsys.exit(main())"
        return subprocess.run(
            [sys.executable, "-c", code, "resolve", name, *NAMES],
            input="".join(f"{answer}\n" for answer in answers),
            capture_output=True,
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONIOENCODING": "utf-8"},
            encoding="utf-8",
            check=False,
        )

    return run


def test_an_alternative_is_written_and_the_walk_goes_on(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    done = walked("town.txt", "1", "1")
    assert done.returncode == 0, done.stderr
    assert "31 June" not in (tmp_path / "town.txt").read_text()
    assert "2 changed" in done.stdout


def test_what_keeps_the_first_statement_is_offered_first() -> None:
    text = "The ship is 100 m long. The ship is 200 m long."
    first, second = (
        Evidence(at, at + 5, 1, at + 1, 1, at + 6, text[at : at + 5], "")
        for at in (text.index("100"), text.index("200"))
    )
    other = Alternative("strike both", (Edit(0, len(text), ""),))
    ways = [other, *(Alternative("say so", (Edit(each.start, each.end, "150 m"),)) for each in (first, second))]
    finding = Finding("r", "f", Severity.ERROR, Confidence.LOW, "m", "p", "a", (first, second), "", "", tuple(ways), "")
    assert [kept(each, finding) for each in _in_order(finding)] == [0, 1, None]
    assert offer(ways[1], finding).startswith("keep the second, “200 m”: ")


def test_skipping_and_stopping_change_nothing(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    assert "1 skipped" in walked("town.txt", "s", "q").stdout
    assert "2 skipped" in walked("town.txt", "s", "S", "1").stdout
    assert walked("town.txt").returncode == 0
    assert (tmp_path / "town.txt").read_text() == PLAIN


def test_a_wrong_answer_is_asked_again(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    done = walked("town.txt", "99", "²", "", "keep", "s", "q")
    assert done.stdout.count("expected one of") == 4
    assert (tmp_path / "town.txt").read_text() == PLAIN


def test_an_allowance_becomes_a_verdict_beside_plain_text(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    done = walked("town.txt", "a", "", "a", 'the plan says "so"', "s")
    assert "expected" not in done.stdout, "nothing typed for a reason must lead back to the choice"
    (verdict,) = tomllib.loads((tmp_path / "factlint.verdicts.toml").read_text())["verdict"]
    assert (verdict["article"], verdict["reason"]) == ("Town", 'the plan says "so"')
    assert (tmp_path / "town.txt").read_text() == PLAIN
    assert walked("town.txt", "s", "s").stdout.count("  q  ") == 1


def test_an_allowance_becomes_a_comment_in_wikitext(walked: Walked, tmp_path: Path) -> None:
    path = tmp_path / "Town.wiki"
    path.write_bytes(WIKI.encode())
    walked("Town.wiki", "a", "the masons counted backwards --> so")
    text = path.read_bytes().decode()
    assert text.startswith("The mill was built from 1995 to 1991. <!-- factlint: allow date-range-reversed [")
    assert text.endswith("so -->\r\nIt has a church.\r\n")
    assert "nothing to resolve" in walked("Town.wiki").stdout


def test_a_file_that_changed_meanwhile_is_left_as_it_is(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    change = (
        "import builtins, pathlib\n_ask = builtins.input\n"
        "def ask(prompt):\n"
        "    path = pathlib.Path('town.txt'); path.write_text(path.read_text() + 'More.\\n'); return _ask(prompt)\n"
        "builtins.input = ask\n"
    )
    done = walked("town.txt", "1", before=change)
    assert done.returncode == 2
    assert (tmp_path / "town.txt").read_text() == PLAIN + "More.\n"


@pytest.mark.parametrize(("name", "text"), [("town.txt", PLAIN), ("Town.wiki", WIKI)])
@pytest.mark.parametrize("answers", [("1",), ("a", "so")])
def test_a_kill_between_writing_and_replacing_loses_nothing(
    walked: Walked, tmp_path: Path, name: str, text: str, answers: tuple[str, ...]
) -> None:
    (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "factlint.verdicts.toml").write_text("# ours\n")
    assert walked(name, *answers, before=KILLED).returncode == 9
    assert (tmp_path / name).read_bytes() == text.encode()
    assert (tmp_path / "factlint.verdicts.toml").read_text() == "# ours\n"


def test_findings_in_a_dump_can_be_allowed_and_the_dump_stays(walked: Walked, tmp_path: Path) -> None:
    page = "<page><title>Town</title><ns>0</ns><id>1</id><revision><id>2</id><text>{}</text></revision></page>"
    dump = f"<mediawiki>{page.format(WIKI.replace(chr(13), ''))}{page.format('Fine.')}</mediawiki>"
    (tmp_path / "dump.xml").write_text(dump)
    done = walked("dump.xml", "1", "a", "the masons counted backwards")
    assert "| in Town" in done.stdout
    assert done.stdout.count("expected one of") == 1, "an edit was offered for a page that cannot be edited"
    assert done.stdout.rstrip().endswith("1 allowed")
    assert (tmp_path / "dump.xml").read_text() == dump
    (verdict,) = tomllib.loads((tmp_path / "factlint.verdicts.toml").read_text())["verdict"]
    assert verdict["article"] == "Town"
    assert "nothing to resolve" in walked("dump.xml").stdout


def test_what_cannot_be_read_is_told(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "dump.xml").write_text("<mediawiki><page></mediawiki>")
    for name in ("dump.xml", "nowhere.txt", "-"):
        done = walked(name)
        assert done.returncode == 2
        assert done.stdout.startswith(f"{name}: ")


def test_a_verdict_keeps_the_line_ends_of_its_file(walked: Walked, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(PLAIN)
    verdicts = tmp_path / "factlint.verdicts.toml"
    verdicts.write_bytes(b"\xef\xbb\xbf# ours\r\n")
    walked("town.txt", "a", "so", "q")
    text = verdicts.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf# ours\r\n\r\n[[verdict]]\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert walked("town.txt", "q").stdout.count("  q  ") == 1
