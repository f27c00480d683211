"""``--changed-since``: a reviewer sees what the change at hand touches, on either side of a contradiction."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = "= Town =\n\nIn 1989.\n\nIn 1990.\n\nIn 1991.\n\nIn 1992.\n"


@pytest.fixture
def git(project: Path) -> Callable[..., None]:
    def run(*arguments: str) -> None:
        identity = {f"GIT_{who}_{what}": "editor" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = os.environ | identity | {"GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *arguments], cwd=project, env=environment, check=True, capture_output=True)

    run("init", "-q")
    (project / "town [1].txt").write_text(ARTICLE)
    run("add", "-A")
    run("commit", "-q", "-m", "An article")
    return run


def messages(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["message"] for finding in json.loads(done.stdout)["findings"]]


def test_nothing_changed_nothing_told(factlint: Command, git: Callable[..., None]) -> None:
    done = factlint("check", ".", "--changed-since", "HEAD", "--format", "json")
    assert messages(done) == []
    assert done.returncode == 0
    assert len(messages(factlint("check", ".", "--format", "json"))) == 3


def test_a_change_of_either_statement_counts(factlint: Command, git: Callable[..., None], project: Path) -> None:
    (project / "town [1].txt").write_text(ARTICLE.replace("1991", "2001"))
    done = factlint("check", ".", "--changed-since", "HEAD", "--format", "json")
    assert messages(done) == ["1990 against 2001", "2001 against 1992"]
    git("commit", "-qam", "A change")
    assert messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json")) == []
    assert len(messages(factlint("check", ".", "--changed-since", "HEAD~1", "--format", "json"))) == 2


def test_lines_that_only_moved_do_not_count(factlint: Command, git: Callable[..., None], project: Path) -> None:
    (project / "town [1].txt").write_text("Before.\n\n" + ARTICLE + "\nAfter.\n")
    assert messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json")) == []


def test_a_new_file_changed_as_a_whole(factlint: Command, git: Callable[..., None], project: Path) -> None:
    (project / "new.txt").write_text(ARTICLE)
    assert len(messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json"))) == 3
    git("add", "-A")
    assert len(messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json"))) == 3


def test_a_new_name_is_no_change(factlint: Command, git: Callable[..., None], project: Path) -> None:
    (project / "wiki").mkdir()
    git("mv", "town [1].txt", "wiki/city.txt")
    assert messages(factlint("check", "wiki", "--changed-since", "HEAD", "--format", "json")) == []
    (project / "wiki" / "city.txt").write_text(ARTICLE.replace("1992", "2002"))
    assert messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json")) == ["1991 against 2002"]


def test_what_others_changed_meanwhile_is_not_ours(factlint: Command, git: Callable[..., None], project: Path) -> None:
    git("branch", "-M", "main")
    git("checkout", "-qb", "ours")
    git("checkout", "-q", "main")
    (project / "town [1].txt").write_text(ARTICLE.replace("1989", "1979"))
    git("commit", "-qam", "Theirs")
    git("checkout", "-q", "ours")
    assert messages(factlint("check", ".", "--changed-since", "main", "--format", "json")) == []


def test_a_fix_leaves_what_did_not_change(factlint: Command, git: Callable[..., None], project: Path) -> None:
    (project / "town [1].txt").write_text("A-B\n\nC D\n")
    git("commit", "-qam", "A hyphen")
    (project / "town [1].txt").write_text("A-B\n\nC-D\n")
    assert factlint("check", ".", "--fix", "--changed-since", "HEAD").returncode == 0
    assert (project / "town [1].txt").read_text() == "A-B\n\nC–D\n"


def test_before_the_first_commit_all_is_new(factlint: Command, git: Callable[..., None], project: Path) -> None:
    """The advised hook compares with HEAD, also where it guards the first commit of a repository."""
    git("checkout", "-q", "--orphan", "new")
    assert len(messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json"))) == 3


@pytest.mark.parametrize("revision", ["no-such", "--output=x", ""])
def test_a_bad_revision_is_told(factlint: Command, git: Callable[..., None], revision: str) -> None:
    done = factlint("check", ".", f"--changed-since={revision}")
    assert done.returncode == 2
    assert f"git knows no revision '{revision}'" in done.stderr


def test_what_git_says_of_a_repository_it_refuses_is_told(
    factlint: Command, git: Callable[..., None], project: Path
) -> None:
    """In a container the checkout often belongs to somebody else, and then git will not look at it."""
    (project / ".git" / "HEAD").write_text("nonsense")
    done = factlint("check", ".", "--changed-since", "HEAD")
    assert done.returncode == 2
    assert "not a git repository" in done.stderr


def test_a_carriage_return_in_a_line_makes_no_line_of_gits_answer(
    factlint: Command, git: Callable[..., None], project: Path
) -> None:
    (project / "town [1].txt").write_bytes(f"x\r@@ -1 +3,3 @@ y\n\n{ARTICLE[8:]}".encode())
    assert messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="file names need not be text on Linux only")
def test_a_renamed_file_whose_name_is_no_text_did_not_change(
    factlint: Command, git: Callable[..., None], project: Path
) -> None:
    os.rename(project / "town [1].txt", os.fsencode(project) + b"/t\xff.txt")
    git("add", "-A")
    assert messages(factlint("check", ".", "--changed-since", "HEAD", "--format", "json")) == []
