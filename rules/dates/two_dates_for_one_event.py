"""One event that happened once has two dates in one article.

Why: a reader who meets one of them, or both, cannot tell which is right; the lead and the body, a section and the
notes of a table are often edited apart.

Right all the same: where something happened twice and the article says so in words that are not understood, where a
state began anew, and where two calendars are meant. "The company was founded in 1999" may tell of a subsidiary, and a
family name of a husband: a date of one's own (birth, death, founding) that the text tells right as well, or tells in
more than two ways, is left alone. Two cells of two tables, and a cell and the notes of its own row, have rules of
their own (table-differs-from-table, table-row-differs-from-note), so that a conflict is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.dated_events import Event, Pairing, telling, verdict
from rules.laws.once_told import told_twice
from rules.laws.two_statements import differing
from rules.rule import Example, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold all dates of each event against each other, then those of what was done once to one named thing."""
    seen: set[ProseSpan] = set()
    for told in telling(article, Pairing.TEXT):
        if isinstance(told, Event):
            seen.update(fact.span for fact in told.conflicting)
        yield verdict(article, told.conflicting) if isinstance(told, Event) else told
    for first, other in told_twice(article):
        if {first.date.span, other.date.span} <= seen:
            continue
        what = f"{first.thing.title()} ({first.act})"
        yield differing(article, what, (first.date.span, "told first"), (other.date.span, "told otherwise"))


_PAIR = "= France–Norway relations =\n\n"
_TABLE = (
    '{{| class="wikitable"\n! Country !! Formal relations began !! Notes\n|-\n| Norway || {date} || '
    "Both countries established diplomatic relations on {note}.\n|}}"
)
_LIST = (
    "Diplomatic relations:\n"
    '{| class="wikitable"\n! # !! Country !! Date of diplomatic relations\n|-\n'
    "| 1 || {{flag|Norway}} || ⟦1:{{dts|4 May 1960}}⟧\n|}\n"
)

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Bo Lind =\n\nBo Lind (1899–1970) was a conductor. He founded the Norby Consort in ⟦1:1929⟧ with eight "
            "singers.\n\n== Legacy ==\n\nThe Norby Consort was founded in ⟦2:1934⟧ and sang until 1961."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in ⟦1:1891⟧.\n\n== History "
            "==\n\nFounded in ⟦2:1898⟧, the opera had at first no house."
        ),
        Example(
            "= Battle of Norby =\n\nThe Battle of Norby was fought on ⟦1:12 May 1859⟧.\n\n== Battle "
            "==\n\nThe battle took place on ⟦2:21 May 1859⟧ in thick fog."
        ),
        Example(
            "= France–Norway relations =\n\nFrance opened its embassy in Oslo in ⟦1:1950⟧.\n\n== Missions "
            "==\n\nThe French embassy in Oslo opened in ⟦2:1960⟧."
        ),
        Example(
            _PAIR + "France and Norway established diplomatic relations in ⟦1:1990⟧.\n\n== History ==\n"
            "Diplomatic relations between the two countries were established on ⟦2:4 May 1992⟧."
        ),
        wikitext(
            _LIST + _TABLE.format(date="May 1960", note="⟦2:5 May 1960⟧"),
            title="Foreign relations of France",
        ),
        wikitext(
            "'''Jane Example''' (⟦1:5 May 1950⟧ – 6 June 2001) was a poet.\n\n== Life ==\n"
            "Example was born on ⟦2:5 May 1951⟧ in Lyon.\n\n[[Category:1950 births]]\n[[Category:2001 deaths]]",
            title="Jane Example",
        ),
    ),
    good=(
        Example(
            "= Bo Lind =\n\nBo Lind (1899–1970) was a conductor. He founded the Norby Consort in 1929, and the Sorby "
            "Consort in 1934. In 1960 he opened the Norby Hall.\n\n== Legacy ==\n\nThe Norby Hall was opened to women "
            "in 1970. The Norby Consort was founded again in 1980."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in 1891.\n\n== History ==\n\nFounded in "
            "1898, the opera choir is younger."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in 1891.\n\n== Choir ==\n\nFounded in "
            "1898, the choir sang alone."
        ),
        Example(
            "= France–Norway relations =\n\nFrance opened its embassy in Oslo in 1950.\n\n== Missions "
            "==\n\nThe French embassy in Oslo, closed in 1955, opened in 1960."
        ),
        Example(
            "= Norby Works =\n\nNorby Works was founded in 1938.\n\n== Arms ==\nThe company was founded in 1999 as "
            "Norby Arms.\n\n== Origins ==\nNorby Works was founded in 1938 by two brothers."
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1992.\n\n== History ==\nDiplomatic relations "
            "between the two countries were established on 4 May 1992."
        ),
        wikitext(_TABLE.format(date="May 1960", note="5 May 1960"), title="Foreign relations of France"),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1905. Relations were severed in 1940. France "
            "and Norway established diplomatic relations again in 1945."
        ),
        Example(_PAIR + "France recognized Norway in 1905. France and Norway established relations in 1906."),
        Example(
            _PAIR + "France and Norway established consular relations in 1890. They established diplomatic relations "
            "in 1905."
        ),
        Example(
            "= Norway–Russia relations =\n\nNorway and Russia established diplomatic relations in 1905.\n\n== "
            "Later ==\n"
            "Norway and Russia established diplomatic relations in 1991."
        ),
        Example(_PAIR + "France opened an embassy in Oslo in 1950. France opened an embassy in Oslo in 1960."),
    ),
)
