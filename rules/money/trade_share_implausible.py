"""The trade of two states is put at an implausibly large share of the economy of one of them.

Why: what a state sells to one distant partner is as a rule a small part of what it produces; a fifth of the economy
and more is what it sells to the whole world, or a number in another scale.

Right all the same: neighbours that supply each other's factories, islands and enclaves with one customer, and oil
states: trade with a large neighbour can be a third of the economy and more. The threshold ``share`` is in percent of
the GDP. Figures in other currencies and in purchasing power are not compared, nor a flow with a GDP of more than
``years`` years before or after. What is above the whole GDP is an error of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import rescale
from rules.laws.money.economy import TENTH, Share, division, flows, largest, named, possessive, shares, told, verdict_of
from rules.laws.money.outputs import Output, weighed
from rules.laws.money.roles import Told
from rules.laws.money.trade_edits import trade_edits
from rules.laws.money.world_trade import same_as_whole
from rules.laws.names.missions import pair_of
from rules.laws.wording import percent
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

WHOLE = Decimal(1)


def check(article: Article, *, share: float = 20, years: int = 5) -> Iterator[Verdict | Outcome]:
    """Hold every flow between two states against the GDP of each; the larger share counts."""
    limit = Decimal(str(share)) / 100
    known: set[ProseSpan] = set()
    for flow in flows(article):
        pair = article.parties.pair
        if flow.scope.counterpart is None or (pair and {flow.subject, flow.scope.counterpart} != set(pair)):
            continue  # what one of two sells to a third may be a large part of its economy
        found = list(shares(article, flow, years))
        worst = largest(found)
        if found:
            known.add(flow.span)
        if worst is not None and limit < worst.least <= WHOLE:
            yield _verdict(article, worst)
        else:
            yield verdict_of(found, limit)
    for trade, made in article.once(weighed) if pair_of(article) else ():
        part = trade.entry.amount.value / made.money.amount.value
        if trade.claim.span not in known and limit < part <= WHOLE:
            yield _of_output(article, trade, made, part)


def _of_output(article: Article, trade: Told, made: Output, part: Decimal) -> Verdict:
    flow, gdp = (" ".join(article.page.text(each.claim.span).split()) for each in (trade, made))
    result = percent(part, TENTH)
    return Verdict(
        f"the trade of two states, “{flow}”, would be {result} of the GDP of one, “{gdp}”",
        (Mark(trade.claim.span, "the trade"), Mark(made.claim.span, "the GDP")),
        calculation=f"{flow} / {gdp} = {result}",
        changes=rescale(article, trade.claim.span, -1),
    )


def _verdict(article: Article, share: Share) -> Verdict:
    flow, gdp, whole = told(article, share.flow), told(article, share.gdp), f"{possessive(share.state)} GDP"
    result = division(article, share)
    return Verdict(
        f"{named(share.flow)}, “{flow}”, would be {result.rpartition('= ')[2]} of {whole}, “{gdp}”",
        (Mark(share.flow.span, named(share.flow)), Mark(share.gdp.span, whole)),
        calculation=result,
        hint=same_as_whole(share.flow),
        changes=trade_edits(article, share),
    )


_PAIR = "= Fiji–Peru relations =\n\nFiji and Peru established diplomatic relations in 1985.\n\n== Economy ==\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Fiji–Latvia relations =\n\nThe commerce of the two countries reached ⟦1:$2.3 billion⟧ in 2018, "
            "when Fiji's whole product was ⟦2:$5.6 billion⟧."
        ),
        Example(_PAIR + "Fiji, with a GDP of ⟦2:$5.5 billion⟧, sold ⟦1:$2.1 billion⟧ worth of sugar to Peru in 2018."),
        Example(
            _PAIR + "In 2021 Fiji, whose GDP was ⟦2:$5.0 billion⟧, exported goods to Peru to the value of "
            "⟦1:$2.4 billion⟧."
        ),
        Example(
            _PAIR + "According to customs, shipments from Fiji to Peru came to ⟦1:$1.9 billion⟧ in 2021. Fiji, with a "
            "GDP of ⟦2:$5.0 billion⟧ in 2021, lives on sugar."
        ),
        Example(
            _PAIR + "Peru bought goods worth ⟦1:$1.9 billion⟧ from Fiji in 2021, a year in which the latter's sugar "
            "was dear. Fiji had a GDP of ⟦2:$5.0 billion⟧ in 2021."
        ),
        Example(
            _PAIR + "Fiji's GDP was ⟦2:US$5.0 billion⟧ in 2021. In the same year Fijian exports to Peru reached "
            "⟦1:US$2.4 billion⟧."
        ),
        Example(
            "= Norland–Sudland relations =\n\nAs of 2022, Norland's GDP stands at ⟦2:$31.5 billion⟧, while "
            "Sudland's is much higher at $120.4 billion. Norland's exports to Sudland amounted to ⟦1:$8.2 billion⟧, "
            "while Sudland's exports to Norland were valued at $1.9 billion."
        ),
        wikitext(
            "The [[gross domestic product|GDP]] of [[Fiji]] was ⟦2:US$5.4 billion⟧ in 2019, and [[bilateral trade]] "
            "with [[Peru]] amounted to ⟦1:US$1.9 billion⟧ in 2020.",
            title="Fiji–Peru relations",
        ),
        Example(
            "= Foreign relations of Fiji =\n\nIn 2019 the nominal GDP of Fiji was ⟦2:$5.5 billion⟧.\n\n== Peru ==\n"
            "Exports from Fiji to Peru were worth ⟦1:$1.8 billion⟧ in 2019."
        ),
    ),
    good=(
        Example(
            "= Fiji–Peru relations =\n\nIn 2021 Fiji's GDP was $5.4 billion. In that year Fiji's exports to Peru "
            "amounted "
            "amounted to $0.4 billion, about 22 percent of its exports of $1.8 billion."
        ),
        Example(
            "= Bhutan–Malta relations =\n\nBhutan's exports to India, its main market, were $0.6 billion in "
            "2016. Its gross domestic product was $2.2 billion in 2016."
        ),
        Example(
            _PAIR
            + "In 2021 Fiji, whose GDP was $5.0 billion, exported goods to Peru to the value of $2.4 million, and "
            "since 1990 has imported fuel worth $2.4 billion from Peru."
        ),
        Example(
            _PAIR
            + "Fiji's GDP was US$5.0 billion in 2021. In the same year Fijian exports to Peru reached US$2.4 million."
        ),
        Example(_PAIR + "Fiji's GDP was $5.0 billion in 2021, and its exports to Peru amounted to $0.9 billion."),
        Example(_PAIR + "Fiji's GDP is about $5 billion. Fiji's exports to Peru amounted to about $1 billion."),
        Example(_PAIR + "Fiji's GDP was $2.9 billion in 2002. Fijian exports to Peru reached $0.8 billion in 2021."),
        Example(
            _PAIR + "Fiji's GDP (PPP) was $5.0 billion in 2021. Fijian exports to Peru reached $2.4 billion in 2021."
        ),
        Example(_PAIR + "Fiji's GDP was $5.0 billion in 2021. Fiji's exports to Peru amounted to 2.4 billion soles."),
        Example(
            "= Economy of Fiji =\n\nIn 2019 the nominal GDP of Fiji was $5.5 billion. Exports amounted to $2.7 billion "
            "and imports to $3.5 billion in 2019."
        ),
        Example(_PAIR + "Fiji's GDP was $5.0 billion in 2021, compared to $226 billion in Peru."),
    ),
    claims=frozenset(("money",)),
)
