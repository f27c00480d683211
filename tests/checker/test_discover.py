"""Which files are read: named ones always, walked ones by name and .gitignore, and nothing ever blocks or circles."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.discover import Selection, discover
from checker.inputs import Input, reader_by_name, stem
from reports.report import Failure

XML = "<mediawiki><page></page></mediawiki>"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str, text: str = "Freedonia is a state.\n") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def found(*paths: str, **chosen: object) -> list[str]:
    """The paths that are read, in order; a failure is shown as its path and message."""
    results = discover(paths or ("."), Selection(**chosen))  # type: ignore[arg-type]
    return [one.path if isinstance(one, Input) else f"{one.path}: {one.message}" for one in results]


def one(path: str, **chosen: object) -> Input | Failure:
    (result,) = discover([path], Selection(**chosen))  # type: ignore[arg-type]
    return result


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.txt", "plain"),
        ("a.TXT", "plain"),
        ("a.wiki", "wikitext"),
        ("a.wikitext", "wikitext"),
        ("a.mediawiki", "wikitext"),
        ("a.xml", "dump"),
        ("a.xml.bz2", "dump"),
        ("a.xml.gz", "dump"),
        ("folder.xml/a.wiki.gz", "wikitext"),
        ("enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2", "dump"),
        ("enwiki-20240101-pages-articles27.xml-p10p30302", "dump"),
        ("St. Louis, Missouri.wiki", "wikitext"),
        ("a.bz2", None),
        ("a.html", None),
        ("txt", None),
        (".wiki", None),
        ("x.xml/readme", None),
    ],
)
def test_a_name_says_which_reader(name: str, reader: str | None) -> None:
    assert reader_by_name(name) == reader


def test_a_title_is_the_name_without_folder_and_ending() -> None:
    assert stem("a/St. Louis, Missouri.wiki") == "St. Louis, Missouri"
    assert stem("a/Freedonia.wiki.gz") == "Freedonia"


def test_a_folder_is_walked_in_the_order_of_names_and_only_for_articles() -> None:
    write("b.txt", "a/z.wiki", "a/b/c.mediawiki", "c.md", "a.py", ".git/x.txt")
    assert found(".") == ["a/b/c.mediawiki", "a/z.wiki", "b.txt"]
    assert found("a") == ["a/b/c.mediawiki", "a/z.wiki"]
    assert found("./a/") == ["a/b/c.mediawiki", "a/z.wiki"]


def test_each_file_comes_once_however_often_it_is_named() -> None:
    write("a/x.txt", "b.txt")
    assert found("b.txt", "a", ".", "a/x.txt", "./b.txt", "a/") == ["b.txt", "a/x.txt"]


def test_gitignore_is_respected_in_folders_and_never_for_named_files() -> None:
    write("a/keep.txt", "a/drop.txt", "a/b/drop.txt", "a/b/back.txt", "out/x.txt", "a/out/y.txt")
    write(".gitignore", text="drop.txt\n/out/\nback.txt\n")
    write("a/b/.gitignore", text="!back.txt\n# a comment\n")
    assert found(".") == ["a/b/back.txt", "a/keep.txt", "a/out/y.txt"]
    assert found("a/drop.txt") == ["a/drop.txt"]


def test_an_ignored_folder_cannot_be_opened_again_by_what_is_in_it() -> None:
    write("out/x.txt")
    write(".gitignore", text="out\n!out/x.txt\n")
    assert found(".") == []
    assert found("out") == ["out/x.txt"]


def test_packages_that_somebody_installed_are_left_out_unless_named() -> None:
    write("a.txt", "env/licence.txt", "env/pyvenv.cfg", "site/node_modules/x/readme.txt", "site/b.txt")
    assert found(".") == ["a.txt", "site/b.txt"]
    assert found("env") == ["env/licence.txt"]


def test_a_line_that_is_no_pattern_is_passed_over_as_git_does() -> None:
    write("a.txt", "b.txt")
    write(".gitignore", text="!\nb.txt\n")
    assert found(".") == ["a.txt"]


def test_gitignore_files_above_count_up_to_the_root_of_the_repository() -> None:
    write("repo/a/b/x.txt", "repo/a/b/y.txt", "repo/a/b/z.txt", "repo/a/b/w.txt")
    write(".gitignore", text="w.txt\n")
    write("repo/.gitignore", text="/a/b/x.txt\n")
    write("repo/a/.gitignore", text="y.txt\n")
    write("repo/.git/info/exclude", text="z.txt\n")
    assert found("repo/a/b") == ["repo/a/b/w.txt"]


def test_the_walk_agrees_with_git(tmp_path: Path) -> None:
    names = ["a.txt", "b.wiki", "x/a.txt", "x/y/a.txt", "x/y/b.wiki", "build/a.txt", "x/build/c.txt", "#x.txt", "é.txt"]
    write(*names)
    write(".gitignore", text="x/**/b.wiki\nbuild/\n!x/build\n\\#x.txt\n*.wiki\n!/b.wiki\n")
    write("x/.gitignore", text="/a.txt\n")
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-oz", "--exclude-standard"], check=True, capture_output=True, text=True
    )
    assert sorted(found(".")) == sorted(name for name in listed.stdout.split("\0") if name.endswith((".txt", ".wiki")))


def test_include_and_exclude_hold_for_walked_files() -> None:
    write("docs/a.txt", "docs/old/b.txt", "notes/c.txt", "d.article")
    assert found(".", exclude=("docs/old/",)) == ["docs/a.txt", "notes/c.txt"]
    assert found(".", include=("docs/",)) == ["docs/a.txt", "docs/old/b.txt"]
    assert found(".", include=("docs/",), exclude=("old",)) == ["docs/a.txt"]
    assert found("docs/old/b.txt", exclude=("old",)) == ["docs/old/b.txt"]
    assert found("docs", include=("a.txt",), root="docs") == ["docs/a.txt"]
    assert found(".", include=("*.article",)) == []
    assert one(".", include=("*.article",), reader="wikitext") == Input("d.article", "wikitext")


def test_a_reader_that_is_named_outweighs_every_name() -> None:
    write("a.txt", "b.unknown")
    assert one("a.txt", reader="wikitext") == Input("a.txt", "wikitext")
    assert one("b.unknown", reader="plain") == Input("b.unknown", "plain")


def test_standard_input_goes_by_its_name() -> None:
    assert one("-") == Input("-", None, standard_input=True)
    assert one("-", standard_input_name="a/b.wiki") == Input("a/b.wiki", "wikitext", standard_input=True)
    assert one("-", standard_input_name="b.x", reader="plain") == Input("b.x", "plain", standard_input=True)


def test_a_named_file_of_unknown_kind_is_a_failure_unless_it_is_a_dump_inside() -> None:
    write("a.html")
    write("export", text=XML)
    endings = ".txt, .wiki, .wikitext, .mediawiki, .xml, .xml.bz2 or .xml.gz"
    message = f"of unknown kind: a name that ends in {endings} was expected, or --reader"
    assert found("a.html", "export") == [f"a.html: {message}", "export"]


def test_xml_of_others_is_not_ours_when_walked_and_broken_xml_is() -> None:
    write("pom.xml", text="<project></project>")
    write("layout.xml", text='<!DOCTYPE plist PUBLIC "x" "y"><plist/>')
    write("export.xml", text=XML)
    write("broken.xml", text="<<<")
    write("laughs.xml", text='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert found(".") == ["broken.xml", "export.xml", "laughs.xml"]
    assert found("pom.xml") == ["pom.xml"]


def test_what_is_no_file_is_told_and_the_rest_goes_on() -> None:
    write("a.txt")
    write("folder.txt/inside.txt")
    os.mkfifo("pipe.txt")
    os.symlink("nowhere.txt", "dangling.txt")
    os.symlink("circle2.txt", "circle1.txt")
    os.symlink("circle1.txt", "circle2.txt")
    os.mkfifo("pipe")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("socket.txt")
    listener.close()
    expected = [
        "circle1.txt: a circular link: it leads to itself",
        "circle2.txt: a circular link: it leads to itself",
        "dangling.txt: a dangling link: 'nowhere.txt' does not exist",
        "folder.txt: is a folder, though its name is that of a file to be read",
        "folder.txt/inside.txt",
        "pipe.txt: is not a regular file",
        "socket.txt: is not a regular file",
    ]
    assert found(".") == ["a.txt", *expected]
    named = ("circle1.txt", "circle2.txt", "dangling.txt", "folder.txt", "pipe.txt", "socket.txt")
    assert found(*named) == expected
    assert found("no.txt", "no\0.txt", "/dev/zero", "a.txt") == [
        "no.txt: no such file or folder",
        "no\0.txt: cannot be read: embedded null byte",
        "/dev/zero: is not a regular file",
        "a.txt",
    ]


def test_links_to_folders_are_followed_once_and_never_in_a_circle() -> None:
    write("inside/a.txt", "outside/b.txt", "outside/deep/c.txt")
    os.symlink("../inside", "inside/self")
    os.symlink("..", "inside/up")
    os.symlink("../outside", "inside/out")
    os.symlink("../inside", "outside/back")
    os.symlink("loop", "inside/loop")
    circular = "a circular link: it leads to a folder that it is in"
    assert found("inside") == [
        "inside/a.txt",
        "inside/loop: a circular link: it leads to itself",
        "inside/out/b.txt",
        f"inside/out/back: {circular}",
        "inside/out/deep/c.txt",
        f"inside/self: {circular}",
        f"inside/up: {circular}",
    ]
    assert [path for path in found(".") if ":" not in path] == ["inside/a.txt", "outside/b.txt", "outside/deep/c.txt"]


def test_a_ladder_of_links_does_not_multiply() -> None:
    for step in range(40):
        os.makedirs(f"ladder/{step}")
        for name in "ab":
            os.symlink(f"../{step + 1}", f"ladder/{step}/{name}")
    write("ladder/40/a.txt")
    assert found("ladder/0") == ["ladder/0" + "/a" * 40 + "/a.txt"]
    assert found("ladder") == ["ladder/40/a.txt"]


def test_a_tree_deeper_than_any_path_may_be_is_walked_as_far_as_it_goes() -> None:
    here = os.getcwd()
    try:
        for name in ["d"] * 1200 + ["d" * 100] * 40:
            os.mkdir(name)
            os.chdir(name)
    finally:
        os.chdir(here)
    write("e.txt")
    *failures, last = found(".")
    assert last == "e.txt"
    assert all("file name too long" in failure for failure in failures)
    subprocess.run(["rm", "-rf", "d"], check=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told() -> None:
    write("closed/a.txt", "open/b.txt")
    os.chmod("closed", 0)
    try:
        assert found(".") == ["closed: cannot be read: permission denied", "open/b.txt"]
    finally:
        os.chmod("closed", 0o700)


def test_names_that_are_markup_or_no_text_are_only_names() -> None:
    names: Sequence[str] = ["<script>alert(1)<", "a\nb", "\x1b[31m", "\u202e"]
    write(*(f"{name}.txt" for name in names))
    Path(os.fsdecode(b"\xff.txt")).write_text("x")
    assert sorted(found(".")) == sorted([*(f"{name}.txt" for name in names), os.fsdecode(b"\xff.txt")])
