"""``factlint read --explain LINE``: how what stands on a line was read."""

import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.article import Article
from articles.readers.plain import read as read_plain
from articles.readers.wikitext import read as read_wikitext
from articles.source import Source
from checker.frame_rows import frame_row
from checker.lexicon_rows import hedge_row, lexicon_rows
from checker.provenance import provenance
from reports.formats import Look

Command = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]


def explained(text: str, line: int) -> str:
    article = Article(read_plain(Source("a.txt", text)))
    return "\n".join(provenance(article, Look(width=400), line))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It cost US$9.1 billion.", ["value: 9,050,000,000 to 9,150,000,000 USD", 'written "US$"', "billion = 9"]),
        ("It ran at 145 mph.", ['units.toml [rates] "mile / hour", written "mph"']),
        ("It cost 20 euros.", ['[words] EUR, written "euros"']),
        ("It is about 12 km long.", ['hedge: about, from "about"', 'hedges.toml [before] "about"', "[prefixes] kilo"]),
        ("It is 2,917 m (9,750 ft) high.", ['pair: states one thing with "9,750 ft"', "[symbols] foot"]),
        ("It was built on 4 May 1990.", ["value: 1990-05-04", "months.toml [months] May = 5", "pattern: dmy"]),
        ("It was shut on 31 April 1990.", ["impossible: clearly written", "value: 1990-04"]),
        ('He said "it is 12 km long" to them.', ["stands inside quotation marks"]),
        ("It lasted from 1990 to 1995.", ['part: date "1990" = 1990', 'part: date "1995" = 1995']),
    ],
)
def test_a_claim_tells_how_it_was_read(sentence: str, told: list[str]) -> None:
    """An editor who doubts a reading could not see what it rests on."""
    tree = explained(f"= A =\n\n{sentence}\n", 3)
    for part in told:
        assert part in tree


def test_a_fact_tells_its_frame_and_what_it_may_be_compared_with() -> None:
    text = "= Iceland–Uruguay relations =\n\nUruguay opened an embassy in Reykjavík in 1958.\n"
    tree = explained(text, 3)
    for part in (
        "fact Uruguay: embassy-opened = 1958",
        "one of the two parties that the article is about",
        "properties.toml [embassy-opened]",
        "compared only where these match: subject, counterpart, region",
        "counterpart: Iceland",
        "polarity: affirmed",
        "pattern: open embassy (did)",
        "frames.toml [acts.open] did",
        "Uruguay opened an embassy in Reykjavík in 1958.",
    ):
        assert part in tree


CASES = tomllib.loads((ROOT / "tests/articles/facts/told.toml").read_text(encoding="utf-8"))["case"]


def test_every_fact_names_a_row_of_data() -> None:
    """An editor who would change what was read could not find the words it was read by."""
    bare = []
    for case in CASES:
        article = Article(read_plain(Source("a.txt", f"= {case['title']} =\n\n{case['text']}\n")))
        bare += [(case["text"], fact.pattern) for fact in article.facts if frame_row(article, fact) is None]
    assert bare == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Uruguay opened an embassy in Reykjavík in 1958.",
            ["told by name", "counterpart: Iceland, told by the name of its"],
        ),
        (
            "The Uruguayan embassy was opened in 1958.",
            ["told by an adjective", "counterpart: Iceland, told by the article's title"],
        ),
        ("Both countries established relations in 1958.", ["told together with the other"]),
        ("Relations were established in 1958.", ["told by the article's title"]),
    ],
)
def test_a_fact_tells_how_its_parties_were_told(text: str, told: list[str]) -> None:
    """An editor could not see whether a name was read or only guessed from what stands around."""
    tree = explained(f"= Iceland–Uruguay relations =\n\n{text}\n", 3)
    for part in told:
        assert part in tree


def test_pronouns_sections_and_partners_are_told_as_such() -> None:
    text = (
        "= Chad =\n\nChad is a state. It joined NATO in 1990.\n\n== Norway ==\n\nRelations were established in 1962.\n"
    )
    assert "subject: Chad\n│  ├─ what the article is about\n│  ├─ told by a pronoun" in explained(text, 3)
    assert "counterpart: Norway, told by the title of the section" in explained(text, 7)


def test_a_day_that_never_was_makes_no_fact() -> None:
    """A typing mistake would be compared as if it told a date."""
    tree = explained("= Iceland =\n\nIceland gained independence on 31 April 1918.\n", 3)
    assert "impossible" in tree
    assert "independence" not in tree.split("impossible")[1]


def test_a_membership_names_its_words() -> None:
    tree = explained("= Iceland =\n\nIceland is a member of the United Nations. It joined NATO in 1949.\n", 3)
    assert "pattern: is member\n│  └─ data: articles/facts/frames.toml [around] member" in tree
    assert "frames.toml [acts.join]" in tree


def test_a_field_names_its_row_in_the_schema() -> None:
    text = "{{Infobox country\n| capital = Ora\n| area_km2 = 310\n}}\n'''A''' is a country.\n[[Category:1954 births]]\n"
    article = Article(read_wikitext(Source("a.wiki", text), "Narvia"))
    assert 'country.schema.json "x-fields" "area_km2"' in "\n".join(provenance(article, Look(width=300), 3))


def test_lines_without_readings_and_beyond_the_end_are_told() -> None:
    assert "nothing was read here" in explained("= A =\n\nGreen hills.\n", 3)
    assert "the article has only 4 lines" in explained("= A =\n\nGreen hills.\n", 99)


def test_an_article_cannot_command_the_terminal() -> None:
    tree = explained("= A =\n\nIt \x1b[31mis \u202e12 km\u202c long.\n", 3)
    assert "\x1b" not in tree
    assert "\u202e" not in tree


@pytest.mark.parametrize("sentence", ["It cost £3 million.", "It is 30 square miles.", "In May 1990 it rose 5%."])
def test_every_row_named_stands_in_its_file(sentence: str) -> None:
    """A row that is not there sends the editor looking for nothing."""
    article = Article(read_plain(Source("a.txt", f"= A =\n\n{sentence}\n")))
    rows = [row for claim in article.claims.all for row in lexicon_rows(claim, article.page.text(claim.span))]
    assert rows
    for row in rows:
        path, section, key = row.replace(",", "").split(" ")[:3]
        lines = (ROOT / path).read_text(encoding="utf-8").split("\n")
        head = next(number for number, line in enumerate(lines) if line.startswith(section))
        assert any(line.startswith(f"{key} =") for line in lines[head:])


def test_a_hedge_that_no_list_knows_has_no_row() -> None:
    assert hedge_row("in the neighbourhood of nowhere") is None


def test_the_command_explains_a_line(factlint: Command, project: Path) -> None:
    (project / "a.txt").write_text("= A =\n\nIt was built in 1990.\n")
    done = factlint("read", "--explain", "3", "a.txt")
    assert done.returncode == 0
    assert 'date "1990"' in done.stdout
    assert factlint("read", "--explain", "3", "--format", "json", "a.txt").returncode == 2
    assert factlint("read", "--explain", "0", "a.txt").returncode == 2
