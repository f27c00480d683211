"""A treaty is ratified, in force or expired before it was signed, or expired before it was in force.

Why: a treaty is signed, then ratified, then in force; out of that order one of the dates is wrong or belongs to another
treaty.

Right all the same: states that accede to a treaty long in force, and two treaties in one sentence. So only steps that
one sentence, or one that goes on with "it", tells together are held against each other, and in an article on a treaty
those that are told of it by "it" or "the convention".
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from rules.finding import Confidence, Severity
from rules.laws.edits import ordered
from rules.laws.times.treaty_steps import pairs
from rules.laws.times.treaty_words import Step
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

LAWS = {
    "ratified": "a treaty is signed first",
    "in force": "a treaty is in force after that",
    "expired": "a treaty expires after that",
}


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the steps of each treaty against their order."""
    for first, second in pairs(article):
        one, other = first.date.value, second.date.value
        if not isinstance(one, Date) or not isinstance(other, Date):
            continue
        yield _verdict(article, first, second, (one, other)) if other.before(one) else Outcome.CONSISTENT


def _verdict(article: Article, first: Step, second: Step, dates: tuple[Date, Date]) -> Verdict:
    began, later = (" ".join(article.page.text(step.date.span).split()) for step in (first, second))
    return Verdict(
        f"{first.name} in “{began}”, but {second.name} in “{later}”: {LAWS[second.name]}",
        (Mark(first.date.span, first.name), Mark(second.date.span, f"{second.name}, before that")),
        calculation=f"{later} < {began}",
        changes=ordered(article, (first.date.span, dates[0]), (second.date.span, dates[1])),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Seal Protocol =\n\nRatified by all parties in ⟦2:1911⟧, it had been signed at Norby in ⟦1:1914⟧. It "
            "lapsed in the war."
        ),
        Example(
            "= Treaty of Norby =\n\nSignature took place on ⟦1:3 May 1890⟧; the instruments of ratification had been "
            "exchanged at Alder on ⟦2:1 April 1889⟧."
        ),
        Example(
            "= Convention of Norby =\n\nThe Convention of Norby was signed on ⟦1:14 May 1842⟧.\n\n== Force ==\n\n"
            "Luria had ratified the convention on ⟦2:3 January 1839⟧. An older treaty had expired in 1830."
        ),
        Example(
            "= Treaty of Norby =\n\nThe treaty was signed in 1890. It came into force on ⟦2:3 May 1891⟧.\n\n"
            "The exchange of ratifications took place at Alder on ⟦1:4 June 1892⟧."
        ),
        Example("The pact was signed on ⟦1:7 July 1826⟧ in a tent. It had been ratified by both on ⟦2:19 May 1825⟧."),
        Example("The pact was signed at Norby on ⟦1:12 May 1874⟧. Ostland ratified it on ⟦2:3 February 1873⟧."),
        Example("The treaty was signed in ⟦1:1763⟧. It had been ratified by both kings in ⟦2:1759⟧."),
        Example("The truce was followed by a treaty, signed in ⟦1:1810⟧ and ratified in ⟦2:1808⟧."),
        Example("The Treaty of Norby was signed on ⟦1:4 May 1950⟧ and entered into force on ⟦2:3 March 1949⟧."),
        Example("The treaty was signed in ⟦1:May 1950⟧ in Norby. It was ratified by both parties in ⟦2:1948⟧."),
        Example("The pact entered into force in ⟦1:1955⟧ and expired in ⟦2:1945⟧."),
        wikitext(
            "{{Infobox treaty|date_signed=⟦1:4 May 1950⟧|date_effective=⟦2:1 June 1948⟧}}\nThe '''Treaty of Norby''' "
            "ended the war.",
            title="Treaty of Norby",
        ),
        Example(
            "= Treaty of Norby =\n\nInfobox\n- Signed: ⟦1:17 October 1908⟧\n\nThe treaty was ratified by both and "
            "came into "
            "force on ⟦2:1 April 1907⟧."
        ),
        Example(
            "= Treaty of Norby =\n\nA treaty on herring.\n\n== Dates ==\n- ⟦2:1786⟧: ratifications are exchanged at "
            "Alder\n"
            "- ⟦1:1788⟧: the treaty is signed"
        ),
        wikitext(
            "The convention is old.\n{|\n! State !! Signed !! Ratified\n|-\n| Ostland || 1961 || 1962\n|-\n| Luria || "
            "⟦1:1963⟧ || ⟦2:1961⟧\n|}",
            title="Herring Convention",
        ),
    ),
    good=(
        Example(
            "= Treaty of Norby =\n\nThe Treaty of Norby was signed in 1955, replacing one that had expired in 1950."
        ),
        Example(
            "= Treaty of Norby =\n\nThe Treaty of Norby was signed in 1870. It replaced the treaty of 1850, which "
            "expired in "
            "1869. Luria signed only in 1880 and ratified in 1881. A truce had expired in 1868."
        ),
        Example("= Norby Convention =\n\nNorland, which had ratified an older set of rules in 1831, signed in 1871."),
        Example("The treaty was signed in 1763. It had been drafted by both kings in 1759."),
        Example("The truce was followed by a treaty, signed in 1810 and ratified in 1811."),
        Example("The treaty was signed in May 1950 and ratified in 1950."),
        Example("They signed the Treaty of Norby in 1950, having ratified the Treaty of Alder in 1948."),
        Example("The convention was signed in 1950; another, which had been ratified in 1948, expired in 1949."),
        Example(
            "= Norby Protocol =\n\nThe protocol was signed in 1890. The convention to which the protocol belongs was "
            "ratified in 1888. The preliminaries had been ratified in 1889."
        ),
        Example(
            "= Treaty of Norby =\n\nThe treaty was signed in 1890. It came into force on 3 May 1891. Luria deposited "
            "its ratification in 1892."
        ),
        Example("The treaty, in force since 1950, was ratified by Norby in 1960."),
    ),
    claims=frozenset({"date"}),
)
