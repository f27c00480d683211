"""Dates that take their year from their paragraph, and what is marked as another's words."""

from __future__ import annotations

import pytest

from articles.claims.calendar import Date, iso
from articles.claims.claim import Kind
from articles.claims.extract import extract
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read
from articles.readers import wikitext
from articles.source import Source

RESOLVED = [
    ("In 1936 he left. On 20 July he returned.", "20 July", "1936-07-20"),
    ("On 5 May 1936 he left, and on June 3 he returned.", "June 3", "1936-06-03"),
    ("In March 1936 he left. By 20 July he was back.", "20 July", None),
    ("In 1936 he left; in August he returned.", "August", "1936-08-01"),
    ("He left on 28 May 1936 and returned on 3 June.", "3 June", "1936-06-03"),
    ("He left on 3 November 1936. He came on 10 May of the same year.", "10 May", "1936-05-10"),
    ("In April 1936 he left. In March of that year he had come.", "March", "1936-03-01"),
    ("The siege began on 10 November 1936, ending on 2 June the following year.", "2 June", "1937-06-02"),
    ("In 1936 he (born 1901) left. On Monday, 20 July, he was back.", "20 July", "1936-07-20"),
    ("By 3 October 1936 they came. From 21 October they fired.", "21 October", "1936-10-21"),
    ("In 1936 Ana Roe (1901–1988) left. On 20 July she returned.", "20 July", "1936-07-20"),
    ("In 1936 he left under the 1936 treaty. On 20 July he returned.", "20 July", "1936-07-20"),
    ("He did not come until 1936, when they met on 22 May.", "22 May", "1936-05-22"),
    ("He left in April 1936 for the first time since 1901. He came on 20 May.", "20 May", "1936-05-20"),
    ("It has run since 1901. The 1936 race on April 28 of that year was won.", "April 28", "1936-04-28"),
    ("It began in the spring of 1936, and on 6 October it ended.", "6 October", "1936-10-06"),
    ("On May 10, 1936, he left. On May 12, 13 and 14 he walked.", "14", "1936-05-14"),
    ("The fight of 21–23 May 1936 was lost. On 30 May they left.", "30 May", "1936-05-30"),
    ("From March to May 1936 they attacked. The truce of 11 July held.", "11 July", "1936-07-11"),
    ("The 1936 war began on 6 October.", "6 October", "1936-10-06"),
    ("The siege of 1936 was raised on 28 July.", "28 July", "1936-07-28"),
    ("When the 1936 war broke out on 28 July, he left.", "28 July", "1936-07-28"),
    ("He sailed on 3 May, landed on 7 June and fell on 1 July 1936.", "3 May", "1936-05-03"),
    ("On Sunday, 7 June, and Monday, 8 June 1936, ships came.", "7 June", "1936-06-07"),
]
WITHHELD = [
    "On 20 July he returned.",
    "In November 1936 he left. In January he returned.",
    "In the 1930s he left. On 20 July he returned.",
    "In 1936 he left.\nOn 20 July he returned.",
    "In 1936 he left. The feast is held on 20 July each year.",
    "In 1936 he left. On 20 July of the following year he returned.",
    "In 1936 it was built. 20 July is celebrated as its day.",
    "Since 1936 it has met. On 20 July it meets.",
    "About 1936 he left. On 20 July he returned.",
    "In 1936 he left. ￼ On 20 July he returned.",
    "In 1936 he left. August Strind met him.",
    "In 1936 he left. They may march.",
    "In 1936 he left under the 1935 treaty. On 20 July he returned.",
    "He ruled 1936–1938. On 20 July he fell.",
    "In 1936 he left. On Sunday, 20 July, he returned.",
    "Since 12 May 1936 it has met. On 20 July it meets.",
    "According to Strind (1936), on 20 July it fell.",
    "In 1936 they met (it was undone in April 1935). On 20 July he fell.",
    "A book on the 1936 war was launched on 3 May.",
    "From June 1935 to May 1936 they attacked. On 20 July he fell.",
    "In 1936 it was founded. Its day is held by tradition on 20 July.",
    "The treaty of 1936 was broken on 20 July.",
    "He was born on 20 July and died on 1 August 1936.",
    "The feast of 20 July was kept until 1 August 1936.",
    "On 20 July he left; on 1 August 1936 he came back.",
    "On 20 July the war of 1930 was lost, and on 1 August 1936 it was won.",
    "On 20 December he left and on 3 January 1936 he came back.",
    "On Monday, 7 June, and Monday, 8 June 1936, ships came.",
]


@pytest.mark.parametrize(("text", "written", "day"), RESOLVED)
def test_a_day_takes_the_year_of_its_paragraph(text: str, written: str, day: str | None) -> None:
    claim = next(claim for claim in read(text) if text[slice(*claim.span)] == written)
    assert isinstance(claim.value, Date)
    assert (None if claim.value.earliest is None else iso(claim.value.earliest)) == day


@pytest.mark.parametrize("text", WITHHELD)
def test_a_day_whose_year_is_not_certain_is_withheld(text: str) -> None:
    dates = [text[slice(*claim.span)] for claim in read(text) if isinstance(claim.value, Date)]
    assert [date for date in dates if "193" not in date] == []


def test_an_open_date_keeps_the_plain_one_inside() -> None:
    (claim,) = read("It has been closed since 12 May 1990.")
    assert isinstance(claim.value, Date)
    assert claim.value.latest is None
    (plain,) = claim.parts
    assert isinstance(plain.value, Date)
    assert plain.value.earliest == plain.value.latest == claim.value.earliest


def test_an_old_style_day_in_brackets_is_a_date_of_its_own() -> None:
    text = "It fell on 7 November [O.S. 25 October] 1917, at night."
    new, old = read(text)
    assert isinstance(new.value, Date)
    assert isinstance(old.value, Date)
    assert (text[slice(*new.span)], iso(new.value.earliest or 0)) == ("7 November", "1917-11-07")
    assert (text[slice(*old.span)], iso(old.value.latest or 0)) == ("25 October", "1917-11-07")


def test_a_day_beside_its_old_style_day_is_itself() -> None:
    text = "He was born on 4 January 1643 [O.S. 25 December 1642] there."
    days = [(claim.value.earliest, claim.value.latest) for claim in read(text) if isinstance(claim.value, Date)]
    new = days[0][0]
    assert days[0] == (new, new)
    assert days[1][1] == new


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 714 he rose; by 732 he ruled, and from 741 to 768 his son did.", ["0714", None, "0741"]),
        ("In 332 BC it fell. The realm (332–312) was parted.", ["-0331", "-0331"]),
        ("In 332 BC it fell. In 331 he won there.", ["-0331", "-0330"]),
        ("In 332 BC it fell. In 130 he won there.", ["-0331"]),
        ("In the 1930s and '40s it grew.", ["1930", "1940"]),
        ("He was consul in 215, 214 and 209 BC.", ["-0214", "-0213", "-0208"]),
        ("The wars of 264–241, 218–201 and 149–146 BC.", ["-0263", "-0217", "-0148"]),
        ("In the 370s and 380s BC it declined.", ["-0378", "-0388"]),
        ("He fought there in 101–102 and 105–106 AD.", ["0101", "0105"]),
        ("It changed hands in 1314, 1333 and 1482.", ["1314", "1333", "1482"]),
        ("They came in 871, 874 and 879.", ["0871", "0874", "0879"]),
        ("They killed 215, and 44 BC was a bad year.", ["-0043"]),
        ("In 1968 they met; in the summer of '69 they parted.", ["1968", "1969"]),
        ("In the summer of '69 they met.", []),
        ("In 714 he rose with 300 men, and by 500 to 300 he won.", ["0714"]),
    ],
)
def test_a_figure_is_a_year_of_the_era_around_it(text: str, years: list[str | None]) -> None:
    values = [claim.value for claim in read(text) if isinstance(claim.value, Date)]
    found = [None if value.earliest is None else iso(value.earliest).rsplit("-", 2)[0] for value in values]
    assert found == years


def test_a_list_of_days_gives_each_its_month_and_year() -> None:
    text = "They met on 5, 7 and 9 May 1990."
    days = [iso(claim.value.earliest or 0) for claim in read(text) if isinstance(claim.value, Date)]
    assert days == ["1990-05-05", "1990-05-07", "1990-05-09"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we lost 12 ships” there.", [True]),
        ('He said "we lost 12 ships" there.', [True]),
        ("He lost 12 ships, “not 11 ships”, there.", [False, True]),
        ('The 12" record and the 7" record sold 500 copies.', [False]),
        ("He lost 12 ships.", [False]),
        ("«12 ships», he said of 11 ships.", [True, False]),
    ],
)
def test_what_stands_in_quotation_marks_is_marked(text: str, quoted: list[bool]) -> None:
    assert [claim.quoted for claim in mark_quoted(text, read(text))] == quoted


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("His pay rose from $85,000 to $110,000.", ["$85,000", "$110,000"]),
        ("The wall rose from 5 km to 10 km.", ["5 km", "10 km"]),
        ("The walls range from 5 km to 10 km.", ["5 km to 10 km"]),
        ("Fares range from $85 to $110.", ["$85 to $110"]),
        ("The share rose $1.12 to $84.30.", ["$1.12", "$84.30"]),
        ("The catch grew by half to 300 tonnes.", ["half", "300 tonnes"]),
        ("The fleet shrank by two thirds to 12 ships.", ["two thirds", "12"]),
        ("It met on 16 April 1992 and on 28 April 1992.", ["16 April 1992", "28 April 1992"]),
        ("It met on May 5 and on June 6, 1944.", ["May 5", "June 6, 1944"]),
        ("It lay between 16 April 1992 and 28 April 1992.", ["16 April 1992 and 28 April 1992"]),
    ],
)
def test_a_change_is_two_statements_and_a_range_one(text: str, amounts: list[str]) -> None:
    assert [text[claim.span.start : claim.span.end] for claim in read(text)] == amounts


def test_each_of_several_ages_is_one() -> None:
    text = "Three men, aged 19, 22 and 27, were held, and a boy of 9 metres."
    ages = [text[slice(*claim.span)] for claim in read(text) if claim.pattern.startswith("age-")]
    assert ages == ["19", "22", "27"]


def test_soldiers_on_foot_are_no_length() -> None:
    claims = read("The duke led 6,000 foot and 2,500 horse up a hill 6,000 foot high.")
    assert [claim.kind for claim in claims] == [Kind.NUMBER, Kind.NUMBER, Kind.QUANTITY]


def test_a_day_that_does_not_exist_is_no_statement_in_a_title_in_italics() -> None:
    text = "The play ''31 June'' of 1990 opened on 31 June 1990.\n"
    page = wikitext.read(Source("film.wiki", text), title="Film")
    dates = {page.prose.slice(claim.span): claim.quoted for claim in extract(page).all if claim.impossible}
    assert dates == {"31 June of 1990": True, "31 June 1990": False}
    page = wikitext.read(Source("film.wiki", text.replace("31 June'' of 1990", "31 June 1988''")), title="Film")
    dates = {page.prose.slice(claim.span): claim.quoted for claim in extract(page).all if claim.impossible}
    assert dates == {"31 June 1988": True, "31 June 1990": False}
