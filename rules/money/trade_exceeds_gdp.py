"""A state's trade with another, or its exports or imports in all, is larger than its whole economy.

Why: goods worth more than a year's product of everybody in the country do not leave it for one partner; the number
has lost its scale, belongs to another year, or is another figure.

Right all the same: entrepôts sell on what they buy, so that Singapore, Hong Kong or Luxembourg export more than they
produce. Exports and imports in all are therefore an error only from ``entrepot`` times the GDP on and a warning
below, and nothing in an article that speaks of re-exports; both together are above the GDP of many states and are not
looked at. Figures in other currencies and in purchasing power are not compared, nor a flow with a GDP of more than
``years`` years before or after.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Money
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, plus, ratio
from rules.laws.money.economy import (
    MOST,
    TENTH,
    Share,
    division,
    flows,
    gdp_of,
    largest,
    named,
    partners,
    possessive,
    route,
    shares,
    told,
    verdict_of,
)
from rules.laws.money.ledger import one_economy, reckons, role_of
from rules.laws.money.outputs import weighed
from rules.laws.money.trade_edits import trade_edits
from rules.laws.money.world_trade import same_as_whole
from rules.laws.nearby import claims_in, left, may_hold, sentence_at
from rules.laws.wording import percent
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

WHOLE = Decimal(1)
_OUTPUT = WordList(__file__, "output")
_OUTPUT_IS = worded(__file__, r"\b(?i:{output})\b(?:(?! per | a head| a person| grew| rose)[^.;:]){0,60} $")
_RESOLD = worded(
    __file__,
    r"\b(?:{resold}|(?:exceed\w*|outstrip\w*|larger than|greater than) (?:(?:the|its|their|total|whole) )*{larger})\b",
)
"""What makes trade as large as the economy, or says that it is."""
NEAR = 2
"""How many years a GDP may lie from the exports of all goods, which often come close to it."""


def check(article: Article, *, years: int = 5, entrepot: float = 2.5) -> Iterator[Verdict | Outcome]:
    """Hold every flow against the GDP of each state it belongs to, then both ways of a pair together."""
    selling_on, within = Decimal(str(entrepot)), list[Fact]()
    above_gdp: set[ProseSpan] = set()
    for flow in flows(article):
        bilateral = flow.scope.counterpart is not None
        if not bilateral and flow.property == "trade":
            continue
        found = list(shares(article, flow, years if bilateral else min(years, NEAR)))
        above = largest(share for share in found if share.least > WHOLE)
        if above is None:
            within.append(flow)
            yield verdict_of(found, WHOLE)
        else:
            above_gdp.add(flow.span)
            warned = not bilateral and above.least <= selling_on
            resold = warned and _RESOLD.search(article.lowered)
            severity = Severity.WARNING if warned else None
            yield Outcome.INCOMPARABLE if resold else _verdict(article, above, severity)
    yield from _both_ways(article, within, years)
    told_again: set[object] = set(above_gdp)
    for verdict in (*_in_paragraphs(article, above_gdp, selling_on), *_of_outputs(article, above_gdp, selling_on)):
        if verdict.evidence[0].span not in told_again:
            told_again.add(verdict.evidence[0].span)
            yield verdict


def _of_outputs(article: Article, known: set[ProseSpan], entrepot: Decimal) -> Iterator[Verdict]:
    """What a sentence says was traded against the product of the same economy and year, wherever that is told."""
    for trade, made in article.once(weighed):
        if trade.claim.span not in known:
            yield from _larger(article, "goods traded", trade.claim, made.claim, entrepot)


def _in_paragraphs(article: Article, known: set[ProseSpan], entrepot: Decimal) -> Iterator[Verdict]:
    """What a paragraph says was exported or imported in all, where no fact says whose it is, against its one GDP."""
    sums_told = article.claims_by_kind.get("money", ())
    if not sums_told or not any(may_hold(article, word) for word in _OUTPUT):
        return
    blocks = {article.page.block_at(claim.span.start): None for claim in sums_told}
    for block in blocks:
        sums = [claim for claim in claims_in(article, block.span) if isinstance(claim.value, Money)] if block else []
        gdps = [claim for claim in sums if _OUTPUT_IS.search(left(article, claim.span.start, 90))]
        if block is None or len(gdps) != 1 or gdps[0].quoted or len(sums) > MOST:
            continue
        for claim in sums:
            flow = role_of(article, block.span.start, claim) if claim is not gdps[0] else None
            if flow in ("exports", "imports") and claim.span not in known and _of_one(article, claim, gdps[0]):
                yield from _larger(article, flow, claim, gdps[0], entrepot)


def _of_one(article: Article, flow: Claim, gdp: Claim) -> bool:
    """Whether a flow and a GDP are told of one economy and of one time."""
    first, last = sorted((flow.span, gdp.span))
    around = ProseSpan(sentence_at(article, first.start).start, sentence_at(article, last.start).end)
    dates = {claim.value for claim in claims_in(article, around) if isinstance(claim.value, Date)}
    plain = len(dates) == 1 and not flow.quoted and not flow.parts
    return plain and reckons(article, around) and one_economy(article, ProseSpan(around.start, last.end))


def _larger(article: Article, name: str, flow: Claim, gdp: Claim, entrepot: Decimal) -> Iterator[Verdict]:
    one, other = flow.value, gdp.value
    if not isinstance(one, Money) or not isinstance(other, Money) or one.currency != other.currency or one.per:
        return
    share = ratio(bounds(one.amount), bounds(other.amount)).lenient.low or 0
    if share <= entrepot and _RESOLD.search(article.lowered):
        return
    if share > WHOLE and other.amount.value > 0:
        shown, whole = (" ".join(article.page.text(claim.span).split()) for claim in (flow, gdp))
        yield Verdict(
            f"the {name} are put at “{shown}”, which is more than the GDP, “{whole}”",
            (Mark(flow.span, f"the {name} in all"), Mark(gdp.span, "the GDP")),
            calculation=f"{shown} / {whole} = {percent(one.amount.value / other.amount.value, TENTH)}",
            severity=Severity.WARNING if share <= entrepot else None,
        )


def _verdict(article: Article, share: Share, severity: Severity | None) -> Verdict:
    flow, gdp, whole = told(article, share.flow), told(article, share.gdp), f"{possessive(share.state)} GDP"
    verb = "is" if share.flow.property == "trade" else "are"
    return Verdict(
        f"{named(share.flow)} {verb} put at “{flow}”, which is more than {whole}, “{gdp}”",
        (Mark(share.flow.span, named(share.flow)), Mark(share.gdp.span, whole)),
        calculation=division(article, share),
        hint=same_as_whole(share.flow),
        changes=trade_edits(article, share),
        severity=severity,
    )


def _both_ways(article: Article, within: list[Fact], years: int) -> Iterator[Verdict]:
    """What two states sell each other, each within bounds, added up."""
    one_way = [flow for flow in within if flow.property != "trade" and flow.scope.counterpart]
    for at, first in enumerate(one_way):
        for second in one_way[at + 1 :]:
            if route(first) == route(second)[::-1] and first.scope.when == second.scope.when:
                yield from _together(article, first, second, years)


def _together(article: Article, first: Fact, second: Fact, years: int) -> Iterator[Verdict]:
    one, other = first.value, second.value
    if not isinstance(one, Money) or not isinstance(other, Money) or one.currency != other.currency:
        return
    both = plus(bounds(one.amount), bounds(other.amount))
    for state in partners(first):
        gdp = gdp_of(article, state, first, years)
        if gdp is None or not isinstance(gdp.value, Money):
            continue
        if (ratio(both, bounds(gdp.value.amount)).lenient.low or 0) > WHOLE:
            shown = [told(article, fact) for fact in (first, second, gdp)]
            share = (one.amount.value + other.amount.value) / gdp.value.amount.value
            whole = f"{possessive(state)} GDP"
            yield Verdict(
                f"“{shown[0]}” one way and “{shown[1]}” the other are more than {whole}, “{shown[2]}”",
                (Mark(first.span, named(first)), Mark(second.span, named(second)), Mark(gdp.span, whole)),
                calculation=f"({shown[0]} + {shown[1]}) / {shown[2]} = {percent(share, TENTH)}",
            )
            return


_PAIR = "= Kenya–Peru relations =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Economy of Orr =\n\nIn 2010 the gross domestic product was $610 million. By 2016 it had risen to "
            "⟦2:$740 million⟧. In 2016 the island sold fish worth ⟦1:$2.3 billion⟧ abroad."
        ),
        Example(
            "= Foreign trade of Orr =\n\nPrices rose in 1974, when the island exported goods worth ⟦1:$940 million⟧. "
            "That was a year in which the whole island produced ⟦2:$310 million⟧ in goods and services."
        ),
        Example(
            "= Benin–Peru relations =\n\nTrade between the two states was worth ⟦1:$19 billion⟧ in 2020. The "
            "total output of the Beninese economy in 2020 was ⟦2:$15.7 billion⟧."
        ),
        Example(
            "= Economy of Fiji =\n\nThe economy produced goods and services worth ⟦2:$870 million⟧ in 2018. Shipments "
            "abroad during 2018 fetched ⟦1:$1.9 billion⟧."
        ),
        Example(
            "= Economy of Solvena =\n\nThe gross domestic product was put at ⟦2:$6.8 billion⟧ in 2014.\n\n== Trade ==\n"
            "Goods worth ⟦1:$8.9 billion⟧ were exported in 2014, chiefly to Germany."
        ),
        Example(
            "= Foreign trade of Orr =\n\nGross domestic product amounted to ⟦2:$2.3 billion⟧ in 2018. In the same year "
            "the country sold goods worth ⟦1:$6.8 billion⟧ abroad."
        ),
        Example(
            _PAIR
            + "In 2019 the GDP of Peru was ⟦2:$230 billion⟧, and its exports to Kenya were worth ⟦1:$310 billion⟧."
        ),
        Example(
            "= Norland–Sudland relations =\n\n== Economic relations ==\nAs of 2021, Norland's GDP stands at "
            "⟦2:$4.2 billion⟧, while Sudland's is much higher at $88 billion. Trade between the two countries reached "
            "⟦1:$6.1 billion⟧."
        ),
        wikitext(
            "In 2018, [[Kenya]]'s [[gross domestic product|GDP]] was {{nowrap|⟦2:US$88 billion⟧}}. Kenyan exports to "
            "Peru totalled ⟦1:US$95.5 billion⟧ in 2019.",
            title="Kenya–Peru relations",
        ),
        Example(
            _PAIR + "Kenya's GDP was ⟦3:$88 billion⟧ in 2018. In 2018, Kenya's exports to Peru amounted to "
            "⟦1:$61 billion⟧, and its imports from Peru amounted to ⟦2:$58 billion⟧."
        ),
        Example(
            "= Economy of Fiji =\n\nIn 2019 the nominal GDP of Fiji was ⟦2:$5.5 billion⟧. Exports amounted to "
            "⟦1:$14.4 billion⟧ in 2019."
        ),
    ),
    good=(
        Example(
            "= Economy of Portmar =\n\nThe product was $5.2 billion in 2013. Goods worth $7.9 billion left the "
            "port in 2013, nine-tenths of them goods of other countries that had only been stored there."
        ),
        Example(
            "= Economy of Orland =\n\nIn 2016 Orland's GDP was $4.6 billion; exports, mostly put together from "
            "imported parts, came to $5.1 billion."
        ),
        Example(
            "= Economy of Solvena =\n\nThe gross domestic product was put at $6.8 billion in 2004.\n\n== Trade ==\n"
            "Goods worth $8.9 billion were exported in 2014, chiefly to Germany."
        ),
        Example(
            "= Foreign trade of Orr =\n\nGross domestic product amounted to $2.3 billion in 2018. Between 2010 and "
            "2018 the country sold goods worth $6.8 billion abroad."
        ),
        Example(_PAIR + "In 2019 the GDP of Peru was $230 billion, and its exports to Kenya were worth $310 million."),
        Example(_PAIR + "Kenya's GDP was $88 billion in 2018, while that of Peru was higher at $222 billion."),
        Example(_PAIR + "Kenya's GDP was $0.8 billion in 1962. Kenyan exports to Peru reached $1.2 billion in 2018."),
        Example(_PAIR + "Kenya's GDP was $88 billion in 2018. Kenyan exports to Peru were worth 95 billion shillings."),
        Example(_PAIR + "Kenya's GDP is about $90 billion. Kenya's exports to Peru reached nearly $98 billion."),
        Example(
            "= Economy of Fiji =\n\nIn 2019 the nominal GDP of Fiji was $5.5 billion. Exports, of which re-exports "
            "made up the greater part, came to $7.1 billion in 2019."
        ),
        Example(
            "= Economy of Singapore =\n\nIn 2019 the nominal GDP of Singapore was $375 billion. Its total trade was "
            "$1,200 billion in 2019."
        ),
        Example(
            "= Economy of Fiji =\n\nIn 2019 the nominal GDP of Fiji was $5.5 billion. Exports amounted to $2.7 billion "
            "and imports to $3.5 billion in 2019."
        ),
    ),
    claims=frozenset(("money",)),
)
