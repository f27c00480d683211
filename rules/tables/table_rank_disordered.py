"""The figures of a ranking contradict the ranks: the third is larger than the second.

Why: a figure was updated and the row stayed in its place, or a digit slipped; readers quote the rank and the figure.

Right all the same: the table is ranked by something that it does not show, or ties are broken by another column. A
column counts as the ranked one only if it follows the ranks all the way but for one slip in eight rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.cell_figures import Figure
from rules.finding import Confidence, Severity
from rules.laws.edits import exchange
from rules.laws.nearby import may_hold
from rules.laws.tables.ranked_columns import Disorder, ranked_columns
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

_TAKEN = ("deducted", "deduction", "docked")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the figures of each ranking against the ranks, neighbour by neighbour, unless points were taken away."""
    if any(may_hold(article, word) for word in _TAKEN):
        return
    for sheet in article.sheets:
        for found in ranked_columns(sheet, article.page.title):
            yield found if isinstance(found, Outcome) else _verdict(article, found)


def _verdict(article: Article, found: Disorder) -> Verdict:
    better, worse = found.better, found.worse
    than = "less" if found.falling else "more"
    first, second = _told(article, better.value), _told(article, worse.value)
    one, other = _told(article, better.rank), _told(article, worse.rank)
    return Verdict(
        f"rank {one} has {first}, {than} than the {second} of rank {other}",
        (
            Mark(better.value.span, f"of rank {one}"),
            Mark(worse.value.span, f"of rank {other}"),
        ),
        calculation=f"{first} {'<' if found.falling else '>'} {second}",
        changes=_changes(article, found) if found.exchanged else (),
    )


def _changes(article: Article, found: Disorder) -> tuple[Change, ...]:
    """Either figures or ranks change places."""
    better, worse = found.better, found.worse
    return (
        exchange(article, better.value.span, worse.value.span, "the two figures"),
        exchange(article, better.rank.span, worse.rank.span, "the two ranks"),
    )


def _told(article: Article, figure: Figure) -> str:
    return " ".join(article.page.text(figure.span).split())


_TOWNS = "{{|\n! Rank !! Town !! People\n|-\n{rows}\n|}}"


def _rows(*rows: str) -> str:
    return _TOWNS.format(rows="\n|-\n".join(f"| {row}" for row in rows))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            "{|\n! No. !! Name !! Height !! Built\n|-\n| 1 || Silo || 71 m || 1964\n|-\n| 2 || Spire || ⟦1:58 m⟧ || ?\n"
            "|-\n| 3 || Hall || ⟦2:66 m⟧ || 1931\n|-\n| 4 || Water tower || 44 m || 1908\n|}",
            title="Tallest structures in Norby",
        ),
        wikitext(
            "{|\n! Pos. !! Runner !! Time\n|-\n| 1 || A. Lie || 41:07\n|-\n| 2 || J. Moe || ⟦1:42:55⟧\n|-\n"
            "| 3 || T. Orr || ⟦2:42:13⟧\n|-\n| 4 || P. Dahl || 44:20\n|}"
        ),
        wikitext(
            "{|\n! Pos !! Team !! Pld !! W !! L !! Pts\n|-\n| 1. || Norby || 9 || 8 || 1 || 16\n|-\n"
            "| 2. || Sorby || 9 || 5 || 4 || ⟦1:10⟧\n|-\n| 3. || Estby || 9 || 6 || 3 || ⟦2:12⟧\n|-\n"
            "| 4. || Vestby || 9 || 1 || 8 || 2\n|}"
        ),
        wikitext(
            _rows(
                "1 || Norby || 9,100",
                "2 || Sorby || ⟦1:6,200⟧",
                "3 || Estby || ⟦2:7,300⟧",
                "4 || Vestby || 5,900",
                "5 || Midby || 4,000",
            )
        ),
        wikitext(
            "{|\n! Pos. !! Runner !! Time (s)\n|-\n| 1 || Ames || 10.1\n|-\n| 2 || Bates || 10.3\n|-\n"
            "| 3 || Cole || ⟦1:10.9⟧\n|-\n| 4 || Dunn || ⟦2:10.7⟧\n|-\n| 5 || Eddy || 11.4\n|}"
        ),
        wikitext(
            "{|\n|+ Largest towns\n! !! Town !! People\n|-\n! 1\n| Norby || 9,100\n|-\n! 2\n| Sorby || ⟦1:6,200⟧\n|-\n"
            "! 3\n| Estby || ⟦2:7,300⟧\n|-\n! 4\n| Vestby || 5,900\n|-\n! 5\n| Midby || 4,000\n|}"
        ),
    ),
    good=(
        wikitext(
            "Of the votes of Lys 300 were deducted.\n"
            + _rows("1 || Orr || 3,100", "2 || Ems || 2,800", "3 || Norby || 1,700", "4 || Lys || 1,900"),
            title="Largest towns of Ostland",
        ),
        wikitext(
            "{|\n! No. !! Name !! Height\n|-\n| 1 || Silo || 71 m\n|-\n| 2 || Spire || 58 m\n|-\n"
            "| 3 || Hall || 66 m\n|-\n| 4 || Water tower || 44 m\n|}",
            title="Listed buildings in Norby",
        ),
        wikitext(
            "{|\n! No. !! Town !! People\n|-\n| 1 || Norby || 9,100\n|-\n| 2 || Sorby || 6,200\n|-\n"
            "| 3 || Estby || 7,300\n|-\n| 4 || Vestby || 5,900\n|}"
        ),
        wikitext(
            "The largest towns of the line follow from south to north.\n{|\n|+ Largest towns\n! No. !! Town !! People\n"
            "|-\n| 1 || Norby || 9,100\n|-\n| 2 || Sorby || 6,200\n|-\n| 3 || Estby || 7,300\n|-\n"
            "| 4 || Vestby || 5,900\n|}"
        ),
        wikitext(
            _rows(
                "1 || Norby || 9,100",
                "2 || Sorby || 7,300",
                "2 || Estby || 7,300",
                "4 || Vestby || 5,900",
                "6 || A || 1",
            )
        ),
        wikitext(
            _rows("1 || Norby || 51", "2 || Sorby || 72", "3 || Estby || 49", "4 || Vestby || 90", "5 || A || 60")
        ),
        wikitext(
            "{|\n! Rank !! Nation !! Gold !! Silver\n|-\n| 1 || Norway || 5 || 1\n|-\n| 2 || Chad || 3 || 4\n|-\n"
            "| 3 || Peru || 3 || 2\n|-\n| 4 || Laos || 1 || 1\n|}"
        ),
    ),
)
