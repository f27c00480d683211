"""The cache: it tells the same as a check does, and never anything that is no longer so."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from time import time

import pytest

from articles.source import Source
from checker.cache import Cache, content_key
from reports.report import ArticleSummary, Checked, Comparisons, tell
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding, Severity

EVIDENCE = Evidence(0, 4, 1, 1, 1, 5, "1989", "the first")
FINDING = Finding(
    "slug", "dates", Severity.ERROR, Confidence.LOW, "é against \ud800", "a.txt", "A", (EVIDENCE, EVIDENCE), "1 + 1",
    None, (Alternative("keep", (Edit(0, 4, "1990"),)),), "abc", safe=True,
)  # fmt: skip
CHECKED = Checked(
    ArticleSummary("a.txt", "A", "generic", None, 7, 1, 2, 3),
    (tell(FINDING, Source("a.txt", "1989 and more.")),),
    (),
    Comparisons(1, 2, 3, 4),
    text="whole",
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "run")


def test_what_comes_back_is_what_went_in(cache: Cache) -> None:
    cache.put("a.txt", "", "key", [CHECKED])
    assert cache.get("a.txt", "", "key") == (CHECKED,)
    (back,) = cache.get("a.txt", "", "key") or ()
    assert back.findings[0].finding.severity is Severity.ERROR
    assert isinstance(back.findings[0].finding.evidence[0], Evidence)


def test_other_content_settings_or_paths_miss(cache: Cache, tmp_path: Path) -> None:
    cache.put("a.txt", "", "key", [CHECKED])
    assert cache.get("a.txt", "", "other") is None
    assert cache.get("a.txt", "1/2", "key") is None
    assert cache.get("b.txt", "", "key") is None
    assert Cache(tmp_path / "cache", "other run").get("a.txt", "", "key") is None


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    return data.replace(b'"1989"', b'"1988"')


def grow(data: bytes) -> bytes:
    return data + b"[]"


def empty(data: bytes) -> bytes:
    return b""


def rot(data: bytes) -> bytes:
    return b"\xff\x00" + data


@pytest.mark.parametrize("damage", [cut, flip, grow, empty, rot])
def test_a_damaged_entry_is_as_good_as_none(cache: Cache, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache.put("a.txt", "", "key", [CHECKED])
    (entry,) = (tmp_path / "cache").glob("*/*.json")
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get("a.txt", "", "key") is None
    cache.put("a.txt", "", "key", [CHECKED])
    assert cache.get("a.txt", "", "key") == (CHECKED,)


def test_a_cache_that_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    cache = Cache(tmp_path / "cache", "run")
    cache.put("a.txt", "", "key", [CHECKED])
    cache.sweep()
    assert cache.get("a.txt", "", "key") is None


def test_what_nobody_used_for_a_month_goes(cache: Cache, tmp_path: Path) -> None:
    for name in ("old", "new"):
        cache.put(name, "", "key", [CHECKED])
    for entry in (tmp_path / "cache").glob("*/*.json"):
        os.utime(entry, (0, 0))
    assert cache.get("new", "", "key")
    cache.sweep()
    assert cache.get("old", "", "key") is None
    assert cache.get("new", "", "key")


def test_what_is_too_much_goes_the_longest_unused_first(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who checks dumps every day would one day find the disk full."""
    for name in ("a", "b", "c", "d"):
        cache.put(name, "", "key", [CHECKED])
    entries = list((tmp_path / "cache").glob("*/*.json"))
    for entry in entries:
        os.utime(entry, (time() - 60, time() - 60))
    assert cache.get("a", "", "key")
    assert cache.get("c", "", "key")
    monkeypatch.setattr("checker.cache.LARGEST", 2 * entries[0].stat().st_size)
    cache.sweep()
    assert [bool(cache.get(name, "", "key")) for name in ("a", "b", "c", "d")] == [True, False, True, False]


def test_the_command_notices_every_change(factlint: Callable[..., Sequence[str]], project: Path) -> None:
    article = project / "a.txt"

    def told() -> str:
        stdout: str = factlint("check", "a.txt").stdout  # type: ignore[attr-defined]
        return stdout

    article.write_text("In 1989 and 1990.\n")
    assert "1989 against 1990" in told() == told()
    before = article.stat()
    article.write_text("In 1989 and 1991.\n")
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "1989 against 1991" in told()
    with (project / "factlint.toml").open("a") as file:
        file.write("[rule.years-differ]\napart = 5\n")
    assert "against" not in told()


def test_a_failure_is_not_remembered(factlint: Callable[..., Sequence[str]], project: Path) -> None:
    (project / "a.txt").write_text("a crash")
    for _ in range(2):
        assert factlint("check", "a.txt").returncode == 2  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_read_has_no_key(tmp_path: Path) -> None:
    assert content_key(str(tmp_path / "none")) is None
