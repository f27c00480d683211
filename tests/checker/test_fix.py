"""Safe fixes: only what is safe, only what was read, never half a file."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.fix import Fixed, applied, diff, write
from rules.finding import Edit

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_fix_rewrites_what_is_safe_and_tells_what_is_left(factlint: Command, project: Path) -> None:
    article = project / "a.txt"
    article.write_bytes("\ufeffA-B was 1989,\r\nC-D-E was 1990 é\U0001f600\r\n".encode())
    done = factlint("check", "--fix", "a.txt")
    assert article.read_bytes() == "\ufeffA–B was 1989,\r\nC–D–E was 1990 é\U0001f600\r\n".encode()
    assert "a.txt: 3 fixed" in done.stderr
    assert "1989 against 1990" in done.stdout
    assert "hyphen" not in done.stdout
    assert done.returncode == 1


def test_diff_shows_the_same_and_changes_nothing(factlint: Command, project: Path) -> None:
    article = project / "a.txt"
    article.write_text("one\nA-B")
    done = factlint("check", "--diff", "a.txt")
    assert (
        done.stdout == "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\n-A-B\n\\ No newline at end of file\n"
        "+A–B\n\\ No newline at end of file\n"
    )
    assert done.returncode == 1
    assert article.read_text() == "one\nA-B"
    assert factlint("check", "--fix", "a.txt").returncode == 0
    assert factlint("check", "--diff", "a.txt").stdout == ""
    assert factlint("check", "--diff", "a.txt").returncode == 0


def test_a_fix_keeps_permissions_and_follows_links(factlint: Command, project: Path) -> None:
    article = project / "a.txt"
    article.write_text("A-B\n")
    article.chmod(0o640)
    (project / "link.txt").symlink_to("a.txt")
    done = factlint("check", "--fix", "link.txt", "a.txt")
    assert done.stderr == "link.txt: 1 fixed\n"
    assert article.read_text() == "A–B\n"
    assert article.stat().st_mode & 0o777 == 0o640
    assert (project / "link.txt").is_symlink()


def test_only_a_line_feed_ends_a_line_of_a_diff() -> None:
    lines = list(diff(Fixed("a.txt", "A-B\u2028\x0bb\r\nc\rd\n", "A–B\u2028\x0bb\r\nc\rd\n", 1)))
    assert lines[3:] == ["-A-B\u2028\x0bb\r\n", "+A–B\u2028\x0bb\r\n", " c\rd\n"]


def test_what_could_not_be_read_is_told_beside_a_diff(factlint: Command, project: Path) -> None:
    (project / "a.txt").write_text("A-B\n")
    done = factlint("check", "--diff", "a.txt", "nowhere.txt")
    assert done.returncode == 2
    assert "+A–B" in done.stdout
    assert done.stderr == "nowhere.txt: no such file or folder\n"


def test_a_diff_on_a_terminal_moves_no_cursor(project: Path, on_a_terminal: Callable[..., bytes]) -> None:
    (project / "a.txt").write_text("A-B \x1b[2J\n")
    assert b"+A\xe2\x80\x93B \\x1b[2J" in on_a_terminal("check", "--no-cache", "--diff", "a.txt")


def test_dumps_are_left_alone(factlint: Command, project: Path) -> None:
    page = "<page><title>T</title><ns>0</ns><id>1</id><revision><id>2</id><text>A-B</text></revision></page>"
    dump = f"<mediawiki>{page}</mediawiki>"
    (project / "d.xml").write_text(dump)
    assert factlint("check", "--fix", "d.xml").returncode == 0
    assert (project / "d.xml").read_text() == dump


def test_a_file_is_fixed_as_the_reader_asked_for_reads_it(factlint: Command, project: Path) -> None:
    (project / "a.text").write_text("{{A-B}} <!-- C-D --> E-F\n")
    assert factlint("check", "--fix", "--reader", "wikitext", "a.text").returncode == 0
    assert (project / "a.text").read_text() == "{{A–B}} <!-- C–D --> E–F\n"


def test_a_file_that_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("somebody was here")
    told = write(Fixed(str(article), "A-B", "A–B", 1))
    assert told.refused
    assert "changed meanwhile" in told.text
    assert article.read_text() == "somebody was here"


@pytest.mark.parametrize("order", [1, -1])
def test_edits_are_applied_from_the_end(order: int) -> None:
    edits = [Edit(0, 1, "long"), Edit(2, 2, "+"), Edit(3, 4, "")][::order]
    assert applied("abcd", edits) == "longb+c"


def test_a_diff_is_one_that_patch_takes(tmp_path: Path) -> None:
    lines = "".join(diff(Fixed("a.txt", "a\nb\n", "a\nc\n", 1)))
    (tmp_path / "a.txt").write_text("a\nb\n")
    done = subprocess.run(["git", "apply", "-"], input=lines, cwd=tmp_path, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.txt").read_text() == "a\nc\n"
