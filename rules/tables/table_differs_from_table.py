"""Two tables of one article state one fact differently.

Why: a list of dates and a table by country, or a ranking and a table of figures, are kept by different hands; a
reader who compares them cannot tell which to believe.

Right all the same: where the tables follow two sources, or one of them counts something else, and a note that is not
read says so; where relations were established twice, or a state began anew between the two dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.tables.sheet_pairs import sheet_pairs
from rules.laws.tables.table_pairs import between_tables
from rules.laws.tables.two_statements import differing
from rules.laws.times.dated_events import Event, Pairing, telling, verdict
from rules.rule import Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the cells of each table against those of the others."""
    for told in telling(article, Pairing.TABLES):
        yield verdict(article, told.conflicting) if isinstance(told, Event) else told
    seen: set[ProseSpan] = set()
    for one, other, outcome in between_tables(article):
        if outcome is Outcome.CONFLICTING:
            seen.update((one.span, other.span))
            what = f"the “{one.heading}” of {one.name}"
            yield differing(article, what, (one.span, "in one table"), (other.span, "in another"))
        else:
            yield outcome
    for found in sheet_pairs(article):
        if isinstance(found, Outcome):
            yield found
        elif seen.isdisjoint((found.one, found.other)):
            yield differing(article, f"the “{found.what}”", (found.one, "in one table"), (found.other, "in another"))


_LIST = "Diplomatic relations:\n{{|\n! # !! Country !! Date\n|-\n| 1 || {{{{flag|Norway}}}} || {date}\n|}}\n"
_TABLE = (
    "{{|\n! Country !! Formal relations began !! Notes\n|-\n| {{{{flagicon|NOR}}}} [[Norway]] || {date} || {note}\n|}}"
)
_PEAKS = (
    "{{|\n! Peak !! Height (m)\n|-\n| Mount Nor || {one}\n|-\n| Mount Sor || 1,204\n|}}\n\n== Climbs ==\n"
    "{{|\n! Peak !! Height ({unit}) !! First climbed\n|-\n| Mount Nor || {other} || 1890\n|}}"
)

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        wikitext(
            "{|\n! Lake !! Depth !! Inflow\n|-\n| Ems || ⟦1:41 m⟧ || Orr\n|-\n| Lys || 12 m || Sel\n|-\n"
            "| Tor || 28 m || Orr\n|}\n{|\n! Fishery !! Lake !! Lake depth\n|-\n"
            "| Norby || Ems || ⟦2:47 m⟧\n|-\n| Sorby || Lys || 12 m\n|-\n"
            "| Estby || Tor || 28 m\n|}"
        ),
        wikitext(
            "{|\n! Line !! Length\n|-\n| 1 || 3.2 km\n|-\n| 2 || ⟦1:5.6 km⟧\n|-\n| 3 || 4.1 km\n|}\n\n"
            "{|\n! Line !! Length !! Closed\n|-\n| 3 || 4.1 km || 1959\n|-\n| 2 || ⟦2:6.5 km⟧ || 1971\n|-\n"
            "| 1 || 3.2 km || 1978\n|}",
            title="Norby trams",
        ),
        wikitext(
            "{|\n! Governor !! Took office !! Left office\n|-\n| Sir Bo Orr || 1921 || 1929\n|-\n"
            "| Sir Al Roe || 1929 || ⟦1:1938⟧\n|}\n\n{|\n! Person !! In office !! Memorial\n|-\n"
            "| Orr || 1921–1929 || Fountain\n|-\n| Roe || 1929–⟦2:1936⟧ || Ward\n|}",
            title="Governors of Norby",
        ),
        wikitext(
            "{|\n! Isle !! Boats, 1912 !! Boats, 1985\n|-\n| Mega || 118 || 22\n|-\n| Sid || ⟦1:64⟧ || 9\n|-\n"
            "| Pan || 41 || 3\n|}\n\n== In 1912 ==\n{|\n! Isle !! Boats !! Divers\n|-\n| Sid || ⟦2:46⟧ || 205\n|-\n"
            "| Mega || 118 || 530\n|-\n| Pan || 41 || 160\n|}",
            title="Norby fishery",
        ),
        wikitext(
            "{|\n! Party !! Votes !! Seats\n|-\n| Farmers || 84,112 || 41\n|-\n| Workers || 46,905 || ⟦1:22⟧\n|-\n"
            "| Greens || 39,470 || 17\n|}\n\n{|\n|+ Seats won in 1936, by side\n! Side !! Party !! Seats\n|-\n"
            "| In || Farmers || 41\n|-\n| In || Workers || ⟦2:25⟧\n|-\n| Out || Greens || 17\n|}",
            title="1936 Norby election",
        ),
        wikitext(
            "{|\n! Province !! Population\n|-\n| Est || 210,400\n|-\n| Sud || ⟦1:145,900⟧\n|-\n| West || 98,150\n|}\n\n"
            "{|\n! Province !! Inhabitants\n|-\n| Est || 210,400\n|-\n| Sud || ⟦2:154,900⟧\n|-\n| West || 98,150\n|}"
        ),
        wikitext(
            _LIST.format(date="⟦1:{{dts|4 May 1960}}⟧") + _TABLE.format(date="⟦2:14 May 1960⟧", note=""),
            title="Foreign relations of France",
        ),
        wikitext(
            _LIST.format(date="⟦1:{{dts|1961}}⟧")
            + _TABLE.format(
                date="⟦2:14 May 1960⟧", note="Both countries established diplomatic relations on ⟦3:14 May 1960⟧."
            ),
            title="Foreign relations of France",
        ),
        wikitext(
            "{|\n! Portfolio !! Holder !! Took office\n|-\n| Harbour || Dario Lusk || 3 May 1849\n|-\n| Treasury "
            "|| Fabian Oberti "
            "|| ⟦1:20 June 1849⟧\n|}\n\n== Treasury ==\n{|\n! Treasurer !! Took office\n|-\n| Fabian Oberti || "
            "⟦2:2 July 1849⟧"
            "\n|-\n| Marco Trevi || 12 September 1849\n|}"
        ),
        wikitext(_PEAKS.format(one="⟦1:1,912⟧", unit="m", other="⟦2:1,921⟧")),
        wikitext(
            "{|\n! Country !! Embassy opened\n|-\n| Norway || 1921\n|-\n| Turkey || ⟦1:1926⟧\n|}\n\n== Streets ==\n"
            "{|\n! Street !! Country !! Embassy opened\n|-\n| Quay || Norway || 1921\n|-\n| Lime Alley || Turkey || "
            "⟦2:1929⟧\n|}"
        ),
        wikitext(
            "{|\n! Year !! Licences\n|-\n| 1935 || ⟦1:9,480⟧\n|-\n| 1940 || 17,022\n|}\n\n== Sets ==\n"
            "{|\n! Year !! Licences !! Sets\n|-\n| 1935 || ⟦2:9,840⟧ || 31\n|-\n| 1940 || 17,022 || 54\n|}"
        ),
    ),
    good=(
        wikitext(
            "== 1990 ==\n{|\n! Club !! Won !! Points\n|-\n| Orn || 12 || 30\n|-\n| Belt || 9 || 25\n|}\n\n"
            "== 1991 ==\n{|\n! Club !! Won !! Points\n|-\n| Orn || 12 || 31\n|-\n| Belt || 9 || 25\n|}",
            title="Norby cups",
        ),
        wikitext(
            "{|\n! City !! Population\n|-\n| Norby || 46,450\n|-\n| Sorby || 11,200\n|}\n\n== Counties ==\n"
            "{|\n! County !! Population\n|-\n| Norby || 334,811\n|-\n| Estby || 90,100\n|}"
        ),
        wikitext(
            "{|\n|+ Main line\n! Station !! Opened\n|-\n| Norby || 1908\n|-\n| Sorby || 1911\n|}\n\n"
            "{|\n|+ Branch\n! Station !! Opened\n|-\n| Norby || 1921\n|-\n| Luri || 1921\n|}"
        ),
        wikitext(
            "{|\n! Party !! Votes !! Seats\n|-\n| Farmers || 14,200 || 12\n|-\n| Labour || 11,950 || "
            "10\n|}\n\n== Next ==\n"
            "{|\n! Party !! Votes !! Seats\n|-\n| Farmers || 13,100 || 12\n|-\n| Labour || 12,340 || 11\n|}"
        ),
        wikitext(
            "{|\n! Opera !! Premiere !! Composer\n|-\n| The Well || 12 March 1896 || Holub\n|}\n\n== Namesakes ==\n"
            "{|\n! Opera !! Premiere !! Composer\n|-\n| The Well || 21 March 1899 || Marten\n|}"
        ),
        wikitext(_PEAKS.format(one="1,912", unit="m", other="1,912")),
        wikitext(_PEAKS.format(one="1,912", unit="ft", other="6,273")),
        wikitext(
            _LIST.format(date="{{dts|format=dmy|1960|5|14}}") + _TABLE.format(date="May 14, 1960", note=""),
            title="Foreign relations of France",
        ),
        wikitext(
            _LIST.format(date="{{dts|1945}}") + _TABLE.format(date="1920, restored 1945", note=""),
            title="Foreign relations of France",
        ),
        wikitext(
            _LIST.format(date="{{dts|1960}}") + _TABLE.format(date="1906 (consular relations); 1960", note=""),
            title="Foreign relations of France",
        ),
    ),
)
