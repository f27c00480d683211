"""The infobox or the lead dates an event, and the text gives it the same day of another year.

Why: two dates that agree in day and month and are told of the same thing are one date, and a digit of one of the years
has slipped or was changed.

Right all the same: when something else happened to the same people on the same day of another year. Anniversaries and
holidays are left alone, and so is a year of which the section tells more.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Form
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.nearby import told
from rules.laws.times.same_day import Dated, in_two_years
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the days of infobox and lead against the same days of other years in the text."""
    for first, second in in_two_years(article):
        if _other_rules(article, first.claim, second.claim):
            yield Outcome.INCOMPARABLE
        else:
            yield _verdict(article, first, second)


def _other_rules(article: Article, first: Claim, second: Claim) -> bool:
    """Whether both dates are facts of one property, which other rules hold against each other."""
    sorts = [{fact.property for fact in article.facts if fact.span == claim.span} for claim in (first, second)]
    return bool(sorts[0] & sorts[1])


def _verdict(article: Article, first: Dated, second: Dated) -> Verdict:
    one, other = told(article, first.claim), told(article, second.claim)
    where = "the infobox" if first.block.form is Form.FIELD else "the lead"
    return Verdict(
        f"{where} gives “{one}”, and the text the same day of another year, “{other}”",
        (Mark(first.claim.span, where), Mark(second.claim.span, "the text")),
        calculation=f"{first.year} ≠ {second.year}",
        changes=(
            *write_year(article, first.claim.span, first.year, second.year),
            *write_year(article, second.claim.span, second.year, first.year),
        ),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            "{{Infobox legislation|signeddate=⟦1:26 July 1984⟧}}\nThe Access Act is a law of Norland.\n\n== History "
            "==\nIt was signed by the president on ⟦2:26 July 1990⟧.",
            title="Access Act",
        ),
        wikitext(
            "{{Infobox royalty|reign=26 March 1187 – ⟦1:25 March 1223⟧|coronation=}}\nOlaf was king of Norland.\n\n"
            "== Reign ==\nOlaf was king until ⟦2:25 March 1232⟧, when he was driven out.",
            title="Olaf II of Norland",
        ),
        Example(
            "= Norby Radio =\n\nNorby Radio became the Norby Broadcasting Corporation on ⟦1:1 July 1983⟧.\n\n== Reform "
            "==\nThe station was renamed the Broadcasting Corporation of Norby with effect from ⟦2:1 July 1978⟧."
        ),
    ),
    good=(
        wikitext(
            "{{Infobox legislation|signeddate=26 July 1990}}\nThe Access Act is a law of Norland.\n\n== Later ==\n"
            "The fifth anniversary of its signing was on 26 July 1995. A rule took effect on 26 July 2008.",
            title="Access Act",
        ),
        Example(
            "= Norby Radio =\n\nNorby Radio became the Norby Broadcasting Corporation on 1 July 1983.\n\n== Reform "
            "==\nIts new house was opened on 1 July 1978."
        ),
        Example(
            "= Norby Radio =\n\nNorby Radio became the Norby Broadcasting Corporation on 1 July 1983.\n\n== Reform "
            "==\nIn 1978 a law was passed. The Broadcasting Corporation of Norby took effect on paper on 1 July 1978."
        ),
    ),
    claims=frozenset({"date"}),
)
