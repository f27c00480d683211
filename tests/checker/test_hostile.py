"""Articles that mean harm: each is survived within ten seconds and two gigabytes, and shown as text."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 10
MEMORY = 2 << 30
M = 1_000_000
CUT_OFF = ("too many numbers and dates: ", "reading stopped at ", "the rule made more than 1,000 findings: ")
"""What is told of a page that nobody would write: it is read and checked as far as makes sense."""

NUMBERED = "".join(f"- Mission{number}: Embassy {number}\n" for number in range(50_000))
DATES = " ".join(f"{1 + number % 28} May {1000 + number % 1000}." for number in range(200_000))
ENTITIES = (
    '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><mediawiki><page><title>&b;</title></page></mediawiki>'
)
EXTERNAL = (
    '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><mediawiki><page><title>&x;</title></page></mediawiki>'
)
NOTHING = (
    "= Fiji–Peru relations =\n\nFiji's GDP was $0 in 2021. In the same year Fiji's exports to Peru amounted to $2.4 "
    "billion, a negligible sum. The population of Fiji was 0 in 2021. Fiji's GDP per capita was $5,000 in 2021.\n"
)


def repeated(sentence: str, size: int = 3_900_000) -> Callable[[], str]:
    """An article of one sentence told again and again, as long as a page may be."""
    return lambda: "= Albania–Sudan relations =\n\n" + sentence * (size // len(sentence.encode()))


INPUTS: dict[str, tuple[str, Callable[[], str]]] = {
    "a line of 20 MB": ("a.txt", lambda: "word 1990 " * 2 * M),
    "a line as long as is read": ("a.txt", lambda: "= T =\n\n" + "some words and no number in it, " * 131_000),
    "a line full of claims": ("a.txt", lambda: "= T =\n\n" + "Some words, then 1990 again, " * 30_000),
    "a line full of links and claims": ("a.wiki", lambda: "In [[1990]] it was 5 km. " * 20_000),
    "nested templates": ("a.wiki", lambda: "{{" * 100_000),
    "nested templates that close": ("a.wiki", lambda: "{{a|" * 50_000 + "}}" * 50_000),
    "nested links": ("a.wiki", lambda: "[[" * 100_000 + "]]" * 100_000),
    "nested tables": ("a.wiki", lambda: "{|\n|\n" * 20_000),
    "nested tags": ("a.wiki", lambda: "<ref><div><b>" * 20_000),
    "comments that never close": ("a.wiki", lambda: "<!--" * 100_000),
    "apostrophes": ("a.wiki", lambda: "'" * M),
    "equals signs": ("a.wiki", lambda: "=" * M + "\n" + "= = " * 100_000),
    "pipes": ("a.wiki", lambda: "{{Infobox x" + "|a=b" * 50_000 + "}}"),
    "a number of a million digits": ("a.txt", lambda: "It has 1" + "0" * M + " people and $" + "9" * M + "."),
    "a number of a million digits in an infobox": ("a.wiki", lambda: "{{Infobox country|population=" + "9" * M + "}}"),
    "a number grouped for ever": ("a.txt", lambda: "1" + ",000" * 300_000 + " people"),
    "spaces": ("a.txt", lambda: "In 19" + " " * M + "90"),
    "spaces in wikitext": ("a.wiki", lambda: "In" + " " * M + "5" + " " * M + "km"),
    "commas": ("a.txt", lambda: "5" + "," * M + "6"),
    "dashes": ("a.txt", lambda: "1990" + "–" * M + "1991" + "-" * M),
    "dots": ("a.txt", lambda: "1" + "." * M + "2"),
    "blank lines": ("a.txt", lambda: "\n" * M + "- " * M),
    "quotes": ("a.txt", lambda: '"“' * 100_000 + "1990" + "”" * 100_000),
    "brackets": ("a.txt", lambda: "5 km (" * 30_000),
    "headings": ("a.wiki", lambda: "".join(f"== S{number} ==\n" for number in range(20_000))),
    "one heading again and again": ("a.txt", lambda: "== History ==\n" * 20_000),
    "fifty thousand infobox fields": ("a.txt", lambda: f"= A–B relations =\n\nInfobox\n{NUMBERED}"),
    "fifty thousand fields of one name": ("a.txt", lambda: "= T =\n\nInfobox country\n" + "- Capital: X\n" * 50_000),
    "two hundred thousand dates": ("a.txt", lambda: f"= T =\n\n{DATES}"),
    "dates on lines": ("a.txt", lambda: "= T =\n\n" + DATES[:300_000].replace(". ", ".\n\n")),
    "a year far off": ("a.txt", lambda: "In 999999, on 1 May 999999 and 31 April 99999999999, 999999 BC."),
    "an economy of nothing": ("a.txt", lambda: "Its GDP is $0 and its exports are $0, 0 % of $0 billion, 0 of 0 (0%)."),
    "two economies of nothing": ("a.txt", lambda: NOTHING),
    "a title of dashes": ("a.txt", lambda: f"= {'A–' * 200_000}B relations =\n\nIn 1990 they met."),
    "quotes that open only": ("a.txt", lambda: "= T =\n\n" + "“" * M),
    "huge exponents": ("a.txt", lambda: "1e999999 km, 10^999999 people, $1E+99999 and 9e-99999 percent"),
    "entities that expand": ("a.xml", lambda: ENTITIES),
    "entities from outside": ("a.xml", lambda: EXTERNAL),
    "controls": ("a.txt", lambda: "= \x1b]0;x\x07\u202eevil\u2066 =\n\nIn \x1b[31m1989\x00 and 31 April 1990\x9b2J.\n"),
    "script": ("a.txt", lambda: "= <script>x()</script>]]>--> =\n\nOn 31 April 1990 <img src=x onerror=alert(1)>."),
    "lone carriage returns": ("a.txt", lambda: "= T =\r\rOn 31 April 1990\r" * 5_000),
    "a range without end": ("a.txt", repeated("1 to ")),
    "a GDP told for ever": ("a.txt", repeated("Its GDP was $23.5 billion in 2021. ")),
    "a growth told for ever": ("a.txt", repeated("It rose from 200 to 250, a 50 % increase. ")),
    "an embassy told for ever": ("a.txt", repeated("Albania has an embassy in Khartoum. ")),
    "denials told for ever": ("a.txt", lambda: "= Town =\n\n" + "It stands without a roof. " * 150_000),
    "what never was told for ever": ("a.txt", lambda: "= Town =\n\n" + "It never won a cup, it was third. " * 100_000),
    "numbers in words told for ever": ("a.txt", repeated("When the district was formed it had nine parishes. ")),
    "a century told for ever": ("a.txt", repeated("'''Hugh''' was a mason of the fourteenth century. ")),
    "a quotation told for ever": (
        "a.txt",
        repeated('The first line, "My aunt counted the trees before she counted the cows", stands on the cover. '),
    ),
    "parts told for ever": ("a.txt", repeated("Of 30 ships, 45 were sunk. ")),
    "conversions told for ever": ("a.txt", repeated("It is 5,000 m (9,750 ft) high. ")),
    "tables told for ever": (
        "a.wiki",
        lambda: "{|\n! Town !! Population (2011)\n|-\n| Norby || 5,134\n|-\n! Total !! 9,144\n|}\n\n" * 35_000,
    ),
    "impossible dates told for ever": ("a.txt", repeated("On 31 April 1990 they met. ")),
    "sentences in quotation marks that never close": ("a.txt", repeated("“In “1990 “Albania had an embassy. ")),
    "combining marks": ("a.txt", lambda: "e" + "\u0301" * M + " 1990"),
}  # fmt: skip


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_article_is_survived(name: str, tmp_path: Path) -> None:
    file, content = INPUTS[name]
    (tmp_path / file).write_text(content(), encoding="utf-8", newline="")
    report = json.loads(checked(tmp_path, file, "json"))
    refused = {"a line of 20 MB", "entities that expand", "entities from outside", "controls"}
    unread = [failure for failure in report["failures"] if not failure["message"].startswith(CUT_OFF)]
    assert bool(unread) == (name in refused), unread[:3]


def test_a_report_of_a_flood_is_written_in_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(repeated("On 31 April 1990 they met. ", 270_000)(), encoding="utf-8")
    assert checked(tmp_path, "a.txt", "html").count(b"31 April 1990") > 1_000


def test_a_longer_page_than_is_read_by_default_is_read_in_time_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text("max-page-size = 30_000_000\n", encoding="ascii")
    (tmp_path / "a.txt").write_text("word 1990 " * 2 * M, encoding="ascii")
    (failure,) = json.loads(checked(tmp_path, "a.txt", "json"))["failures"]
    assert failure["message"] == "too many numbers and dates: those from line 1 on were not read"


def checked(folder: Path, file: str, form: str) -> bytes:
    """The report on a file, made by a process that is stopped where it takes too much."""
    done = subprocess.run(
        [sys.executable, "-m", "checker.cli", "check", file, "--no-cache", "--format", form, "--jobs", "1"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, preexec_fn=limited,
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode in (0, 1, 2), done.returncode
    assert done.stderr == b"", done.stderr[-500:]
    assert b"root:" not in done.stdout
    return done.stdout


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_controls_never_reach_a_terminal(form: str, tmp_path: Path) -> None:
    text = "= \x1b]0;x\x07\u202eevil\u2066 =\n\nIn \x1b[31mMay, on 31 April 1990\x9b2J\u2028.\n"
    (tmp_path / "a\x1b[31m\u202e.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "checker.cli", "check", ".", "--no-cache", "--format", form],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    shown = done.stdout.decode() + done.stderr.decode()
    assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b", "\u2028"} & set(shown)
