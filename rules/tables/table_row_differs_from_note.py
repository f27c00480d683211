"""A cell and the notes in the same row date one event, or measure one thing, differently.

Why: the two stand side by side; whoever corrects the cell forgets the sentence next to it, and the reader sees both.

Right all the same: where relations were broken off and taken up again and the notes tell of the second time in words
that are not understood, where a state began anew between the two dates, and where the two calendars are meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.tables.note_slips import note_slips, repeated
from rules.laws.tables.row_notes import Beside, row_notes
from rules.laws.tables.two_statements import differing
from rules.laws.times.dated_events import Event, Pairing, telling, verdict
from rules.rule import Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the cells of each row against the sentences of its notes."""
    for told in telling(article, Pairing.ROW):
        yield verdict(article, told.conflicting) if isinstance(told, Event) else told
    seen: set[ProseSpan] = set()
    for beside, outcome in row_notes(article):
        if outcome is Outcome.CONFLICTING:
            seen.add(beside.note.span)
            yield _differing(article, beside)
        else:
            yield outcome
    for beside in note_slips(article):
        if beside.note.span not in seen:
            seen.add(beside.note.span)
            yield _differing(article, beside)
    for head, one, other in repeated(article):
        if other.span not in seen:
            yield differing(article, f"“{head}”", (one.span, "in its cell"), (other.span, "in the notes"))


def _differing(article: Article, beside: Beside) -> Verdict:
    cell, claim = beside
    what = f"the “{cell.heading}”" + (f" of {cell.name}" if cell.name else "")
    return differing(article, what, (cell.span, "in its cell"), (claim.span, "in the notes"))


_HEAD = '{| class="wikitable"\n! Country !! Formal relations began !! Notes\n|-\n'
_ROW = "| {{{{flag|Norway}}}} || {date} || {note}\n|}}"
_LIGHTS = "{{|\n! Lighthouse !! Built !! Height (m) !! Notes\n|-\n| Norby Light || {built} || {height} || {note}\n|}}"
_BOTH = "Both countries established diplomatic relations on {}."

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext(
            "{|\n! Name !! Lit !! Notes\n|-\n| Norby Light || ⟦1:1874⟧ || Tower on piles, first lit in ⟦2:1878⟧ after "
            "a storm\n|-\n| Sorby Light || 1902 || Built of granite\n|}",
            title="Lights of Norby",
        ),
        wikitext(
            "{|\n! Light !! Height of tower !! Remarks\n|-\n| Norby || ⟦1:17 m⟧ || Octagonal stone tower of ⟦2:27 m⟧, "
            "restored to its old shape.\n|-\n| Sorby || 9 m || Iron tower, moved from the mole.\n|}",
            title="Lights of Norby",
        ),
        wikitext(
            "{|\n! Treaty !! In force from !! Comment\n|-\n| Railway || ⟦1:15 April 1975⟧ || In force from "
            "⟦2:15 August 1975⟧; it does not cover mail.\n|-\n| Customs || 1 May 1924 || Revised in 1951.\n|}",
            title="Treaties of Norby",
        ),
        wikitext(
            "{|\n! Ship !! Depth !! Remarks\n|-\n| Anna || ⟦1:34 m⟧ || Lies on her side in ⟦2:43 m⟧ of water.\n|-\n"
            "| Bella || 20 m || The bell was raised in 1955.\n|}",
            title="Wrecks of Norby",
        ),
        wikitext(
            "{|\n! Treaty !! Signed !! Comment\n|-\n| Treaty of Norby || 12 May 1811 || Ended the salt war.\n|-\n"
            "| Treaty of Sorby || ⟦1:3 July 1826⟧ || Signed aboard a barge on ⟦2:3 June 1826⟧; never ratified.\n|}",
        ),
        wikitext(
            "{|\n! State !! Relations established !! Notes\n|-\n| Peru || ⟦1:14 July 1972⟧ || Diplomatic relations "
            "were established on ⟦2:14 July 1974⟧; the embassy is in a bank\n|-\n| Chad || 3 May 1985 || A consul\n|}",
            title="List of diplomatic missions in Norby",
        ),
        wikitext(
            "{|\n! Tug !! Crew !! Notes\n|-\n| Ajax || ⟦1:8⟧ || The first with a screw; her crew of ⟦2:6⟧ lived ashore"
            "\n|}",
            title="Tugs of Norby",
        ),
        wikitext(
            "{|\n! Ship !! Lost !! Dead !! Notes\n|-\n| Brothers || 1847 || ⟦1:36⟧ || Struck in fog; ⟦2:63⟧ died\n|}",
            title="Wrecks on the shoal",
        ),
        wikitext(
            _HEAD + _ROW.format(date="⟦1:{{dts|4 May 1960}}⟧", note=_BOTH.format("⟦2:5 May 1960⟧")),
            title="Foreign relations of France",
        ),
        wikitext(
            "Diplomatic relations:\n{|\n! # !! Country !! Date\n|-\n"
            "| 1 || {{flag|Norway}} || ⟦1:{{dts|4 May 1960}}⟧\n|}\n"
            + _HEAD
            + _ROW.format(
                date="⟦2:4 May 1960⟧", note="See [[France–Norway relations]]\n* " + _BOTH.format("⟦3:4 June 1960⟧")
            ),
            title="Foreign relations of France",
        ),
        wikitext(
            _HEAD.replace("Formal relations began", "Diplomatic relations since")
            + _ROW.format(date="⟦1:1960⟧", note="Diplomatic relations were established in ⟦2:May 1961⟧."),
            title="Foreign relations of France",
        ),
        wikitext(
            "{|\n! Rock !! First lit !! Remarks\n|-\n| Black Ness || 1851 || Of granite.\n|-\n| Carrick || ⟦1:1858⟧ || "
            "The lamp was lit for the first time in ⟦2:1861⟧ by the keeper's daughter.\n|}"
        ),
        wikitext(
            "{|\n! Abbess !! Elected !! Note\n|-\n| Ursula || 3 May 1488 || Fled.\n|-\n| Adelheid || ⟦1:4 June "
            "1507⟧ || "
            "Her election on ⟦2:14 July 1507⟧ was contested.\n|}"
        ),
        wikitext(_LIGHTS.format(built="⟦1:1890⟧", height="23", note="The tower was completed in ⟦2:1980⟧.")),
        wikitext(_LIGHTS.format(built="1890", height="⟦1:23⟧", note="The tower has a height of ⟦2:32 m⟧.")),
        wikitext(
            "{|\n! Mission !! Founded !! Founder !! Notes\n|-\n| San Blas || ⟦1:12 March 1716⟧ || Luis Orr || Luis Orr "
            "founded the mission on ⟦2:12 May 1716⟧\n|}",
            title="Missions of the valley",
        ),
    ),
    good=(
        wikitext(
            "{|\n! Year !! Attendance !! Notes\n|-\n| 1951 || 4,100 || A crowd of 6,000 had been expected\n|-\n"
            "| 1952 || 5,300 || The replay drew a crowd of 3,500\n|}",
            title="Cup matches of Norby",
        ),
        wikitext(
            "{|\n! Pit !! Opened !! Workers !! Notes\n|-\n| Anna || 1871 || 340 || Drained in 1902; 460 workers in "
            "1911\n|-\n| Berta || 1884 || 210 || Sold in 1926\n|}",
            title="Pits of Norby",
        ),
        wikitext(
            "{|\n! Well !! Depth !! Remarks\n|-\n| Ram || 64 m || Deepened from 46 m in 1901. The miller's house is "
            "46 m long.\n|-\n| Moor || 31 m || Another well, 13 m deep, was filled in.\n|}",
            title="Wells of Norby",
        ),
        wikitext(
            "{|\n! Lake !! Depth (m) !! Remarks\n|-\n| Big Orr || 41 || The northern bay has a depth of 14 m.\n|-\n"
            "| Little Orr || 6 || Dry in summer.\n|}",
            title="Lakes of Norby",
        ),
        wikitext(
            "{|\n! Mill !! Built !! Remarks\n|-\n| Upper || 1788 || Sister mill built in 1790.\n|-\n"
            "| Low || 1760 || The mill house was built in 1799.\n|}",
            title="Mills of Norby",
        ),
        wikitext(
            "{|\n! Bridge !! Opened !! Notes\n|-\n| Ring || 1986 || Includes the flood span, opened in 1988\n|}",
            title="Bridges of the Orr",
        ),
        wikitext(
            "{|\n! Engine !! Built !! Notes\n|-\n| Stoat || 1888 || Twin sister, Weasel, was built in 1889\n|}",
            title="Engines of the mill",
        ),
        wikitext(
            "{|\n! Battle !! Ships lost !! Notes\n|-\n| Hauk || 9 || Four ships of the line and five frigates were "
            "lost\n|}"
        ),
        wikitext(
            "{|\n! Ship !! Lost !! Dead !! Notes\n|-\n| Brothers || 1847 || 36 || Struck in fog; 63 were saved\n"
            "|-\n| Amity || 1850 || 4 || Carried 80 cattle, killing 12 cattle; 9 were killed or wounded\n|}",
            title="Wrecks on the shoal",
        ),
        wikitext(
            _HEAD
            + _ROW.format(
                date="14 May 2004",
                note=_BOTH.format("12 July 1949") + " There were no official relations from 1 May 1959 to 14 May 2004.",
            ),
            title="Foreign relations of France",
        ),
        wikitext(
            "{|\n! Club !! Founded !! Members !! Notes\n|-\n| Sund || 1911 || 420 || A rowing club of the name "
            "was founded in "
            "1901. Its youth section, founded in 1920, has 120 members.\n|}"
        ),
        wikitext(
            "{|\n! Bishop !! Died !! Notes\n|-\n| Anselm || 1219 || The death of his brother in 1216 made him heir.\n|}"
        ),
        wikitext(_LIGHTS.format(built="1890", height="23", note="It was completed in May 1890 and rebuilt in 1980.")),
        wikitext(_LIGHTS.format(built="1890", height="23", note="It has a height of 75 ft; the hill is 40 m high.")),
        wikitext(
            _LIGHTS.format(built="1890", height="23", note="The first tower was built in 1850 to a height of 9 m.")
        ),
        wikitext(
            _HEAD + _ROW.format(date="May 1960", note=_BOTH.format("5 May 1960")), title="Foreign relations of France"
        ),
        wikitext(
            _HEAD + _ROW.format(date="4 May 1960", note="France recognized Norway on 26 November 1905."),
            title="Foreign relations of France",
        ),
        wikitext(
            _HEAD
            + _ROW.format(date="1920, severed 1940, restored 1945", note="Relations were re-established in 1945."),
            title="Foreign relations of France",
        ),
        wikitext(
            _HEAD + _ROW.format(date="1960 (relations suspended 1970)", note="Relations were established in 1960."),
            title="Foreign relations of France",
        ),
        wikitext(
            _HEAD
            + _ROW.format(date="4 May 1960", note="The countries established consular relations on 3 March 1906."),
            title="Foreign relations of France",
        ),
    ),
)
