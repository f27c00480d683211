"""A report of many articles as a folder: an index, a page an article, every link leading somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main

WRONG = "= {0} =\n\nThe hill rises to 2,917 m (9,750 ft) above the sea. It stood there on 31 April 1990.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name in ("Ora", "日本の丘", "Ora!"):
        (folder / f"{name}.txt").write_text(WRONG.format(name), encoding="utf-8")
    (folder / "Silent.txt").write_text("= Silent =\n\nNothing stands here.\n", encoding="utf-8")
    return folder


def check(drafts: Path, output: str, form: str = "html") -> int:
    return main(["check", "--no-cache", "--fail-on", "never", "--format", form, "--output", output, str(drafts)])


def test_every_article_with_findings_has_a_page_and_the_index_leads_to_it(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert check(drafts, f"{out}/") == 0
    index = (out / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="(articles/[^"#]+)(?:#(f\d+))?"', index)
    names = {name for name, _ in links}
    assert names == {f"articles/{page.name}" for page in (out / "articles").iterdir()}
    assert len(names) == 3
    for name, anchor in links:
        page = (out / name).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page
        assert 'href="../index.html"' in page
    assert "Silent" in index, "what was read and is right is told as well"


def test_a_page_bears_only_its_own_article(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    check(drafts, f"{out}/")
    (page,) = (out / "articles").glob("????????.html")
    text = page.read_text(encoding="utf-8")
    assert "日本の丘" in text
    assert "Ora!" not in text


def test_pages_of_articles_that_are_right_by_now_go(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    check(drafts, f"{out}/")
    before = sorted((out / "articles").iterdir())
    (out / "articles" / "mine.html").write_text("<p>not a report</p>", encoding="utf-8")
    (drafts / "Ora.txt").write_text("= Ora =\n\nThe hill is high.\n", encoding="utf-8")
    check(drafts, str(out))
    after = sorted((out / "articles").iterdir())
    assert len(after) == len(before)
    assert (out / "articles" / "mine.html") in after, "what is somebody else's stays"


def test_the_same_articles_make_the_same_bytes(drafts: Path, tmp_path: Path) -> None:
    check(drafts, f"{tmp_path / 'one'}/")
    check(drafts, f"{tmp_path / 'two'}/")
    one, two = (
        {page.relative_to(tmp_path / name): page.read_bytes() for page in (tmp_path / name).rglob("*.html")}
        for name in ("one", "two")
    )
    assert one == two


def test_the_index_of_somebody_else_is_not_overwritten(
    drafts: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<h1>My site</h1>", encoding="utf-8")
    assert check(drafts, str(site)) == 2
    assert "give the report a folder of its own" in capfd.readouterr().err
    assert (site / "index.html").read_text(encoding="utf-8") == "<h1>My site</h1>"
    assert [path.name for path in site.iterdir()] == ["index.html"], "a folder was left in somebody's site"


def test_only_html_fills_a_folder(drafts: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(drafts, f"{tmp_path / 'out'}/", "json") == 2
    assert "only --format html fills one" in capfd.readouterr().err
    assert check(drafts, str(tmp_path), "sarif") == 2
