"""A cell of a table and a sentence of the text tell one thing differently.

Why: the table was brought up to date and the sentence was not, or the other way round; readers quote whichever they
met first.

Right all the same: the two follow different sources or count different things under one word, or speak of different
times and do not say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.figures.one_description import told_twice
from rules.laws.figures.retyped import retyped
from rules.laws.nearby import left
from rules.laws.tables.clock_rows import clock_rows
from rules.laws.tables.placings import placings
from rules.laws.tables.row_text import row_text
from rules.laws.tables.season_rows import season_rows
from rules.laws.tables.term_rows import term_rows
from rules.laws.tables.told_rows import told_rows
from rules.laws.tables.totals_told import Told, totals_told
from rules.laws.tables.two_statements import differing
from rules.laws.tables.year_rows import year_rows
from rules.laws.wording import number
from rules.rule import Mark, Outcome, Rule, Verdict, wikitext

_HAD = regex(r"\bhad (?:[a-z]+ly )?[a-z]+ $")
"""Before a figure, what makes it that of an earlier time: "which had held 21 seats"."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the cells of each table against the sentences that tell the same."""
    found: set[ProseSpan] = set()
    for made in _named(article):
        if isinstance(made, Verdict):
            found.update(mark.span for mark in made.evidence if isinstance(mark.span, ProseSpan))
        yield made
    for pair in article.once(retyped):
        if pair.place is Place.TABLE and pair.other.span not in found:
            yield _either(article, "one figure, a digit apart", pair.other.span, pair.told.span, Outcome.CONFLICTING)


def _named(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the cells against the sentences that name what their rows are about."""
    seen: set[ProseSpan] = set()
    yield from _rows(article, seen)
    for year, told, outcome in (*year_rows(article), *season_rows(article)):
        yield _either(article, f"the “{year.heading}” of that year", year.span, told, outcome)
    for row, told, outcome in placings(article):
        yield _either(article, f"the “{row.heading}” of {row.names[0]}", row.span, told, outcome)
    for twice in article.once(told_twice):
        told, place = twice.first.claim.span, twice.second.claim.span
        past = _HAD.search(left(article, told.start, 60)) is not None
        if Place.TABLE in twice.places and place not in seen and not past:
            yield _either(article, twice.called(article), place, told, Outcome.CONFLICTING)
    for time, told, outcome in clock_rows(article):
        yield _either(article, f"the “{time.heading}”", time.span, told, outcome)
    for end, outcome in term_rows(article):
        yield _either(article, f"the term of {end.name}", end.cell, end.text, outcome)
    for total, outcome in totals_told(article):
        yield _total(article, total) if outcome is Outcome.CONFLICTING else outcome


def _rows(article: Article, seen: set[ProseSpan]) -> Iterator[Verdict | Outcome]:
    """The cells that sentences on the thing of their row tell otherwise, which are added to those seen."""
    for (cell, claim), outcome in row_text(article):
        if outcome is Outcome.CONFLICTING:
            seen.add(cell.span)
        yield _either(article, f"the “{cell.heading}” of {cell.name}", cell.span, claim.span, outcome)
    for row in told_rows(article):
        if row.cell.span not in seen:
            seen.add(row.cell.span)
            what = f"the “{row.cell.heading}” of {row.cell.name}"
            yield _either(article, what, row.cell.span, row.text.span, row.outcome)


def _either(article: Article, what: str, cell: ProseSpan, text: ProseSpan, outcome: Outcome) -> Verdict | Outcome:
    """The finding where a cell and a sentence conflict; else how they compare."""
    if outcome is not Outcome.CONFLICTING:
        return outcome
    return differing(article, what, (cell, "in a table"), (text, "in the text"))


def _total(article: Article, total: Told) -> Verdict:
    what = f"the total of the “{total.heading}”"
    if total.cell is not None:
        return differing(article, what, (total.cell.span, "in a table"), (total.claim.span, "in the text"))
    said, added = article.page.text(total.claim.span), number(total.total, Decimal(1), grouped=True)
    parts = [article.page.text(part.span) for part in total.parts]
    return Verdict(
        f"{what}: in the text “{said}”, but the table comes to {added}",
        (Mark(total.claim.span, f"the table comes to {added}"), *(Mark(part.span, "a part") for part in total.parts)),
        calculation=f"{' + '.join(parts)} = {added}, not {said}",
    )


_YEARS = "\n{| class=wikitable\n! Year !! Population\n|-\n| 1911 || 28,114\n|-\n| 1931 || 34,180\n|}"
_BRIDGES = (
    "{{|\n! Bridge !! Opened !! Length (m)\n|-\n| [[Norby Bridge]] || {opened} || {length}\n|-\n"
    "| Sorby Bridge || 1970 || 90\n|}}"
)
_TOWNS = "{{|\n! Town !! Population{year}\n|-\n| Norby || {people}\n|-\n| Sorby || 4,010\n|}}"

_CATCH = (
    "\n{{|\n|+ Catch in tonnes\n! Year !! Shrimps !! Crabs\n|-\n| 2003 || 1,870 || 410\n|-\n| 2004 || {} || 395\n|}}"
)

_RACES = "\n{{|\n! Year !! Race !! Place\n|-\n| 1961 || Norby Cup || {}\n|-\n| 1962 || Sund Mile || 2nd\n|}}"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext("In 1961 she came ⟦2:third⟧ at the Norby Cup." + _RACES.format("⟦1:5th⟧"), title="Ada Berg"),
        wikitext("In 2004, ⟦2:2,530 tonnes⟧ were sold." + _CATCH.format("⟦1:2,350⟧"), title="Shrimps of Norby"),
        wikitext(
            "With their ⟦2:26⟧ seats, the Social Democrats became its partner.\n{|\n! Party !! Seats\n|-\n"
            "| Union || 31\n|-\n| Social Democrats || ⟦1:24⟧\n|}",
            title="Norby election",
        ),
        wikitext(
            "The largest exhibit, the Orr reflector, has a mirror of ⟦2:1.8 m⟧ and was in use until 1987.\n"
            "{|\n! Instrument !! Built !! Aperture\n|-\n| Astrograph || 1904 || 0.40 m\n|-\n"
            "| Orr reflector || 1938 || ⟦1:1.2 m⟧\n|}",
            title="Norby Observatory",
        ),
        wikitext(
            "In ⟦2:1971⟧ she made ''The Salt Road'', which won a prize.\n{|\n! Year !! Title\n|-\n| 1966 || ''Glass''\n"
            "|-\n| ⟦1:1974⟧ || ''The Salt Road''\n|}",
            title="Ida Orr",
        ),
        wikitext(
            "In 1984 the race was won by Ola Lie, who in spite of a broken pole needed ⟦2:3:41:07⟧.\n"
            "{|\n! Year !! Winner !! Time\n|-\n| 1979 || Per Moe || 3:58:22\n|-\n| 1984 || Ola Lie || ⟦1:3:47:10⟧\n|}",
            title="Norby Ridge Race",
        ),
        wikitext(
            "Her first opera, ''The Ferry'', was first performed in Norby in ⟦2:1836⟧ and failed.\n"
            "{|\n! Opera !! Premiere\n|-\n| ''The Ferry'' || ⟦1:1838⟧\n|-\n| ''The Mill'' || 1841\n|}",
            title="Works of Ida Orr",
        ),
        wikitext(
            "The council has ⟦1:81⟧ seats, distributed in 1921 as follows:\n"
            "{|\n! Party !! Seats\n|-\n| Farmers || ⟦2:34⟧\n|-\n| Workers || ⟦3:29⟧\n|-\n| Greens || ⟦4:16⟧\n|}",
            title="Norby Council",
        ),
        wikitext(
            "The main hall, which was a stable, seats ⟦2:612⟧.\n{|\n! Room !! Seats\n|-\n| Main hall || ⟦1:642⟧\n|-\n"
            "| Lodge || 180\n|}",
            title="Norby Rooms",
        ),
        wikitext(
            "'''Norby Rovers''' are a football club. In the 1956 season the club scored ⟦2:63⟧ goals.\n"
            "{|\n! Season !! Points !! Goals scored\n|-\n| 1955 || 24 || 48\n|-\n| 1956 || 31 || ⟦1:57⟧\n|}",
            title="Norby Rovers",
        ),
        wikitext(
            "The captain, Ida Orr, finished as leading scorer with ⟦2:23⟧ goals in the league.\n"
            "{|\n! Player !! League goals\n|-\n| Ida Orr || ⟦1:19⟧\n|-\n| Ana Roe || 14\n|}",
            title="1934–35 Norby FC season",
        ),
        wikitext(
            "The station of Sorby was opened in ⟦2:1923⟧ at the wish of a mill.\n"
            "{|\n! Station !! Opened\n|-\n| Norby || 1908\n|-\n| Sorby || ⟦1:1932⟧\n|}",
            title="Norby line",
        ),
        wikitext(
            "Engineers waited for the Kestrel B, which first flew on ⟦2:18 July 1963⟧.\n{|\n! Vehicle !! First "
            "flight !! Mass (kg)"
            "\n|-\n| Kestrel A || 3 May 1961 || 410\n|-\n| Kestrel B || ⟦1:8 July 1963⟧ || 560\n|}"
        ),
        wikitext(
            "== Release history ==\nThe album went on sale in Denmark on ⟦2:11 April 1977⟧.\n{|\n! Country !! "
            "Date !! Label"
            "\n|-\n| Denmark || ⟦1:18 March 1977⟧ || Havn\n|-\n| Japan || 21 February 1978 || Nami\n|}"
        ),
        wikitext(
            "Later parties turned to Tour Noire, a leaning obelisk whose elevation is ⟦2:3,927 m⟧ and which was "
            "not climbed "
            "until 1936.\n{|\n! Peak !! Elevation (m)\n|-\n| Pic Blanc || 3,412\n|-\n| Tour Noire || ⟦1:3,297⟧\n|}"
        ),
        wikitext(
            "Norby Bridge was opened on ⟦2:4 May 1960⟧.\n" + _BRIDGES.format(opened="⟦1:4 May 1961⟧", length="120")
        ),
        wikitext("Norby Bridge has a length of ⟦2:220 m⟧.\n" + _BRIDGES.format(opened="1961", length="⟦1:120⟧")),
        wikitext("Norby has a population of ⟦2:5,314⟧.\n" + _TOWNS.format(year="", people="⟦1:5,134⟧")),
        wikitext("In 2011 Norby had ⟦2:5,314⟧ inhabitants.\n" + _TOWNS.format(year=" (2011)", people="⟦1:5,134⟧")),
        wikitext(
            "The population of Norby was first counted in 1801. In 1931 the population was ⟦2:31,480⟧."
            + _YEARS.replace("34,180", "⟦1:34,180⟧"),
            title="Population of Norby",
        ),
        wikitext(
            "The third bishop, Paul Orr, was consecrated on ⟦2:9 May 1741⟧.\n{|\n! Bishop !! Consecrated\n|-\n"
            "| Jan Roe || 3 June 1702\n|-\n| Paul Orr || ⟦1:9 May 1747⟧\n|}",
            title="Bishops of Norby",
        ),
        wikitext(
            "Their debut album, ''Lantern'', came out in ⟦2:October 1979⟧.\n{|\n|+ Albums\n! Title !! Released\n|-\n"
            "| ''Lantern'' || ⟦1:12 March 1979⟧\n|-\n| ''Ballast'' || 7 June 1983\n|}",
            title="Norby Four",
        ),
        wikitext(
            "In 1931 the valley yielded a total of ⟦2:12,600 tonnes⟧ of grain.\n{|\n|+ Harvest of 1931 (tonnes)\n"
            "! Commune !! Rye\n|-\n| Aach || 4,000\n|-\n| Brunn || 4,100\n|-\n| Tessen || 5,500\n|-\n"
            "| Total || ⟦1:13,600⟧\n|}",
            title="Tessen valley",
        ),
        wikitext(
            "Together the three mines employed ⟦1:385⟧ workers.\n{|\n! Mine !! Workers\n|-\n| Old Hope || ⟦2:85⟧\n|-\n"
            "| Charles || ⟦3:140⟧\n|-\n| Blessing || ⟦4:60⟧\n|}",
            title="Mines of Norby",
        ),
        wikitext(
            "The guild was led by Dirk Orr from 1655 until ⟦2:1671⟧, the longest term of all.\n{|\n! Dean !! From "
            "!! Until\n|-\n| Claes Moor || 1641 || 1655\n|-\n| Dirk Orr || 1655 || ⟦1:1667⟧\n|}",
            title="Guild of Norby",
        ),
    ),
    good=(
        wikitext(
            "The ferry carried 5,200 passengers in 1921, not counting pupils.\n{|\n! Year !! Passengers\n|-\n| 1921 || "
            "5,900\n|-\n| 1922 || 6,100\n|}",
            title="Norby Ferry",
        ),
        wikitext("In 1961 she came third in her heat of the Norby Cup." + _RACES.format("5th"), title="Ada Berg"),
        wikitext("She came third at the Norby Cup of 1963 and fifth in 1961." + _RACES.format("5th"), title="Ada Berg"),
        wikitext("In 2004, 1,140 tonnes were sold abroad." + _CATCH.format("2,350"), title="Shrimps of Norby"),
        wikitext(
            "The Bell Tower, whose clock face has a diameter of 3.4 m, leans. The Salt Tower was to be 54 m high.\n"
            "{|\n! Tower !! Height !! Diameter\n|-\n| Bell Tower || 43 m || 8.4 m\n|-\n"
            "| Salt Tower || 45 m || 9.1 m\n|}",
            title="Towers of Norby",
        ),
        wikitext(
            "In 1951, before lengthening, the Tern took 210 passengers. On her last voyage the Gull carried 31 "
            "passengers.\n{|\n! Ship !! Passengers\n|-\n| Tern || 280\n|-\n| Gull || 130\n|}",
            title="Norby Line",
        ),
        wikitext(
            "The eighty-one seats were not all filled: those of the towns, 81 seats less two, went as follows:\n"
            "{|\n! Party !! Seats\n|-\n| Farmers || 34\n|-\n| Workers || 29\n|-\n| Greens || 16\n|}",
            title="Norby Council",
        ),
        wikitext(
            "In 1984 Ola Lie improved his best time to 3:31:07 at Sorby.\n"
            "{|\n! Year !! Winner !! Time\n|-\n| 1979 || Per Moe || 3:58:22\n|-\n| 1984 || Ola Lie || 3:47:10\n|}",
            title="Norby Ridge Race",
        ),
        wikitext(
            "The tenor, which weighed 1,420 kg before it was recast, was hung again.\n"
            "{|\n! Bell !! Weight\n|-\n| Treble || 505 kg\n|-\n| The tenor || 1,240 kg\n|}",
            title="Bells of Norby",
        ),
        wikitext(
            "The guild was led by Dirk Orr from 1655 until 1667 and, as deputy of the abbot, from 1667 to 1671. Claes "
            "Moor (1601–1655) was a painter.\n{|\n! Dean !! From !! Until\n|-\n| Claes Moor || 1641 || 1655\n|-\n"
            "| Dirk Orr || 1655 || 1667\n|}",
            title="Guild of Norby",
        ),
        wikitext(
            "In 1930 the valley yielded a total of 12,600 tonnes of grain, and Aach a total of 4,200 tonnes.\n"
            "{|\n|+ Harvest of 1931 (tonnes)\n! Commune !! Rye\n"
            "|-\n| Aach || 4,000\n|-\n| Brunn || 4,100\n|-\n| Tessen || 5,500\n|-\n"
            "| Total || 13,600\n|}",
            title="Tessen valley",
        ),
        wikitext(
            "The Rothut had 42 beds in its old house and has 24 now.\n{|\n! Hut !! Beds\n|-\n| Rothut || 24\n|-\n"
            "| Weisshut || 18\n|}",
            title="Norby huts",
        ),
        wikitext(
            "Ida Orr scored 23 goals in all, and three in the derby. Roe had scored 21 league goals a year before.\n"
            "{|\n! Player !! League goals\n|-\n| Ida Orr || 19\n|-\n| Ana Roe || 14\n|}",
            title="1934–35 Norby FC season",
        ),
        wikitext(
            "The mill at Sorby was opened in 1923, and Norby was climbed in winter for the first time in 1931.\n"
            "{|\n! Station !! Opened\n|-\n| Norby || 1908\n|-\n| Sorby || 1932\n|}",
            title="Norby line",
        ),
        wikitext(
            "'''Norby Rovers''' are a football club. In the 1956 season the captain scored 23 goals. By the end of "
            "1956 they had scored 630 goals since 1946.\n"
            "{|\n! Season !! Points !! Goals scored\n|-\n| 1955 || 24 || 48\n|-\n| 1956 || 31 || 57\n|}",
            title="Norby Rovers",
        ),
        wikitext(
            "The Kestrel B last flew on 18 July 1973. A shed built in 1961 for the Kestrel B was closed in "
            "1971.\n{|\n! Vehicle "
            "!! First flight !! Closed\n|-\n| Kestrel A || 3 May 1961 || 1970\n|-\n| Kestrel B || 8 July 1963 || "
            "1975\n|}"
        ),
        wikitext(
            "The glacier of Pic Blanc, whose snout is at an elevation of 2,100 m, is in retreat.\n{|\n! Peak !! "
            "Elevation (m)"
            "\n|-\n| Pic Blanc || 3,412\n|-\n| Tour Noire || 3,297\n|}"
        ),
        wikitext(
            "In 1931 the county town had 11,480 inhabitants, and in 1911 Norby had 28,114." + _YEARS, title="Norby"
        ),
        wikitext("Norby Bridge was opened in May 1960.\n" + _BRIDGES.format(opened="4 May 1960", length="120")),
        wikitext("Norby Bridge was reopened on 4 May 1980.\n" + _BRIDGES.format(opened="4 May 1960", length="120")),
        wikitext("The Old Norby Bridge was opened in 1890.\n" + _BRIDGES.format(opened="4 May 1960", length="120")),
        wikitext("Norby has a population of about 5,000.\n" + _TOWNS.format(year="", people="5,134")),
        wikitext("In 1990 Norby had 4,700 inhabitants.\n" + _TOWNS.format(year=" (2011)", people="5,134")),
        wikitext("Norby has a population of 4,700.\n" + _TOWNS.format(year=" (2011)", people="5,134")),
        wikitext("Norby Bridge has a length of 394 feet.\n" + _BRIDGES.format(opened="1961", length="120")),
    ),
)
