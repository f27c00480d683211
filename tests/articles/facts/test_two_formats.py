"""The same article in the plain format and in wikitext gives the same facts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from articles.article import Article
from articles.page import Form, Page, Place
from articles.readers import plain, wikitext
from articles.source import Source
from tests.articles.facts.conftest import line

SHARED = Path("../shared")
SAMPLES = sorted(Path("articles/samples").glob("*.txt"))
PLAIN = [*sorted((SHARED / "seeds").glob("*.txt")), *sorted((SHARED / "corpora/us-relations").glob("*.txt"))]
WRITTEN = sorted((SHARED / "corpora/enwiki-raw").glob("*.wiki"))[::6]
TITLE = re.compile(r"\A= ([^\n]+?) =\n")
BOX = re.compile(r"^Infobox[^\n]*\n(?:- [^\n]*\n)+", re.MULTILINE)
"""The block of an infobox in the plain format."""


def in_wikitext(text: str) -> tuple[str, str]:
    """A title and the wikitext of an article in the plain format."""
    title = TITLE.match(text)
    assert title is not None

    def box(block: re.Match[str]) -> str:
        name, *fields = block[0].rstrip("\n").split("\n")
        pairs = (field.removeprefix("- ").split(":", 1) for field in fields)
        rows = "".join(f"| {key.strip()} = {value.strip()}\n" for key, value in pairs)
        return f"{{{{{name}\n{rows}}}}}\n"

    body = BOX.sub(box, text[title.end() :])
    return title[1].strip().rstrip("*"), re.sub(r"^- ", "* ", body, flags=re.MULTILINE)


def facts_of(page: Page, places: tuple[Place, ...] = tuple(Place)) -> Counter[str]:
    return Counter(line(fact) for fact in Article(page).facts if fact.place in places)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_a_sample_tells_the_same_in_wikitext(path: Path) -> None:
    """The same mistake would be found in one format and not in the other."""
    same_in_both(path)


@pytest.mark.parametrize("path", PLAIN, ids=[path.stem for path in PLAIN])
def test_a_real_article_tells_the_same_in_wikitext(path: Path) -> None:
    """The same mistake would be found in one format and not in the other."""
    same_in_both(path)


def same_in_both(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    title, markup = in_wikitext(text)
    one = facts_of(plain.read(Source(str(path), text)))
    other = facts_of(wikitext.read(Source(f"{title}.wiki", markup), title))
    assert one == other


def as_plain(page: Page) -> str:
    """The headings, paragraphs and items of a page in the plain format."""
    rows = [f"= {page.title} =\n"]
    for block in page.blocks:
        text = page.text(block.span)
        match block.form:
            case Form.HEADING:
                marks = "=" * page.sections[block.section].level
                rows.append(f"{marks} {text} {marks}\n")
            case Form.PARAGRAPH:
                rows.append(f"{text}\n")
            case Form.ITEM:
                rows.append(f"- {text}\n")
    return "\n".join(rows)


@pytest.mark.parametrize("path", WRITTEN, ids=[path.stem for path in WRITTEN])
def test_the_sentences_of_a_real_article_tell_the_same_in_the_plain_format(path: Path) -> None:
    """The same mistake would be found in one format and not in the other."""
    page = wikitext.read(Source(str(path), path.read_text(encoding="utf-8")), path.stem)
    stripped = as_plain(page)
    markup = TITLE.sub("", stripped).replace("\n- ", "\n* ")
    one = facts_of(wikitext.read(Source(str(path), markup), path.stem))
    other = facts_of(plain.read(Source("a.txt", stripped)))
    assert one == other
