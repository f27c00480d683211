"""An article says the same in a dump as in a file of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.page import Page
from articles.readers import dump, wikitext
from articles.readers.redirect import is_redirect
from articles.source import Source

SAMPLES = Path("articles/samples")
SHARED = Path("../shared/corpora")

MARKUP = st.sampled_from(
    [
        "'''A'''",
        "{{Infobox x\n| a = 1\n}}",
        "[[B|c]]",
        "== D ==",
        "* e",
        "{|\n! f\n|-\n| g\n|}",
        "<ref>h & i</ref>",
        "&nbsp;",
        "\n\n",
    ]
)
PLAIN = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=20
)
TEXTS = st.lists(MARKUP | PLAIN | st.just("\n"), min_size=1, max_size=12).map("".join)


def export(articles: dict[str, str]) -> Iterator[bytes]:
    yield b"<mediawiki>"
    for number, (title, text) in enumerate(articles.items(), 1):
        yield (
            f"<page><title>{escape(title)}</title><ns>0</ns><id>{number}</id><revision><id>{number + 1000}</id>"
            f'<text xml:space="preserve">{escape(text)}</text></revision></page>'
        ).encode()
    yield b"</mediawiki>"


def through_a_dump(articles: dict[str, str]) -> list[dump.DumpPage | dump.DumpFailure]:
    return list(dump.pages(io.BytesIO(b"".join(export(articles)))))


def assert_same(one: Page, other: Page) -> None:
    for part in fields(Page):
        if part.name == "prose":
            assert one.prose.text == other.prose.text
        elif part.name not in {"page_id", "revision_id"}:
            assert getattr(one, part.name) == getattr(other, part.name), part.name


@given(TEXTS.filter(lambda text: bool(text.strip()) and not is_redirect(text)))
def test_any_wikitext_reads_the_same_in_a_dump(text: str) -> None:
    (page,) = through_a_dump({"An <article> & more": text})
    assert isinstance(page, dump.DumpPage)
    assert page == dump.DumpPage("An <article> & more", 1, 1001, text)
    loose = wikitext.read(Source("x", text), page.title)
    assert_same(loose, wikitext.read(Source("x", page.text), page.title, page.page_id, page.revision_id))


@pytest.mark.parametrize("folder", [SAMPLES, SHARED / "foreign-relations", SHARED / "enwiki-raw"])
def test_real_articles_come_through_a_dump_unchanged(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder.as_posix()} is not here")
    loose = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.wiki"))}
    articles = {title: text for title, text in loose.items() if not is_redirect(text)}
    pages = through_a_dump(loose)
    assert [(page.title, page.text) for page in pages if isinstance(page, dump.DumpPage)] == list(articles.items())
