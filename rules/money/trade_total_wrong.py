"""The trade told in all is not what the exports and the imports told beside it add up to.

Why: total trade is exports and imports together; if it is not, one of the three is of another year, another
source or another scale.

Right all the same: when the total holds services and the parts do not, or the three come from different offices; up
to ``tolerance`` percent of difference is allowed for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.facts.fact import Fact
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.bounds import judge, of_one_account, plus
from rules.laws.edits import write
from rules.laws.explained import makes_up
from rules.laws.figures.slips import slip
from rules.laws.money.accounts import sums
from rules.laws.money.economy import flows
from rules.laws.money.ledger import Entry, Ledger, entry, ledgers, reckons, total_beside, total_near
from rules.laws.money.roles import BALANCE, told_amounts
from rules.laws.nearby import left
from rules.laws.wording import number, restated
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

SLIP_TOLERANCE = Decimal("0.02")
_WIDER = regex(
    r"\bincluding\b|\b(?:counted|included|reckoned|added|taken) (?:in|as well|too)\b|"
    r"\b(?:with|together with|and) services\b|"
    r"\b(?:trade|commerce|turnover) of (?:all|both|"
    r"the (?:two|three|four|five|other|district|coast|region|neighbou?ring))\b"
)
"""In the sentence of a total: it holds more than the two flows."""
_SIGN = regex(r"[^\W\d]{0,3}[^\w\s]?")
_SCALES = tuple(
    (Decimal(10) ** power, f" {word}") for power, word in ((12, "trillion"), (9, "billion"), (6, "million"))
)


def check(article: Article, *, tolerance: float = 2) -> Iterator[Verdict | Outcome]:
    """Add up every pair of exports and imports for which a total is told."""
    seen: set[tuple[Entry, Entry, Entry]] = set()
    for ledger in article.once(ledgers):
        for total in _totals(article, ledger):
            key = (ledger.exports, ledger.imports, total)
            if key not in seen:
                seen.add(key)
                yield _judge(article, ledger, total, Decimal(str(tolerance)) / 100)
    for ledger in sums(article):
        if ledger.total is not None and not any(ledger.total == total for _, _, total in seen):
            seen.add((ledger.exports, ledger.imports, ledger.total))
            yield _judge(article, ledger, ledger.total, Decimal(str(tolerance)) / 100)


def _totals(article: Article, ledger: Ledger) -> Iterator[Entry]:
    """The total of the sentence, or the trade told elsewhere of the same two, at the same time."""
    if ledger.total is not None:
        yield ledger.total
        return
    flow = ledger.flow
    if flow is None:
        near = total_near(article, ledger)
        if near is not None:
            yield near
        return
    beside = total_beside(article, ledger)
    if beside is not None:
        yield beside
        return
    sides = {flow.subject, flow.scope.counterpart}
    differences = {told.claim.span for told in article.once(told_amounts) if told.role == BALANCE}
    trades = [
        trade
        for trade in flows(article)
        if trade.property == "trade"
        and trade.scope.basis is None
        and trade.span not in differences
        and {trade.subject, trade.scope.counterpart} == sides
        and _together(article, trade, flow)
        and reckons(article, trade.statement)
        and reckons(article, ledger.sentence)
    ]
    told = [each for trade in trades if (each := entry(trade)) and each.currency == ledger.exports.currency]
    if len(told) == 1:
        yield told[0]


def _together(article: Article, trade: Fact, flow: Fact) -> bool:
    """Whether two figures are of one year; one without a year is of the one told in its paragraph."""
    one, other = trade.scope.when, flow.scope.when
    if one is not None and other is not None:
        return one == other and one.earliest is not None
    return article.page.block_at(trade.span.start) == article.page.block_at(flow.span.start)


def _of_others(article: Article, ledger: Ledger, total: Entry) -> bool:
    """Whether the flows are those with somebody whom the total does not name, or the other way round."""
    foreign = {told.claim.span: told.sides.foreign for told in article.once(told_amounts)}
    parts = {foreign.get(entry.span, False) for entry in (ledger.exports, ledger.imports)}
    return parts == {True} and not foreign.get(total.span, True)


def _judge(article: Article, ledger: Ledger, total: Entry, tolerance: Decimal) -> Verdict | Outcome:
    one, other = ledger.exports.amount, ledger.imports.amount
    sold, bought, whole = of_one_account(one, other, total.amount)
    summed = plus(sold, bought)
    outcome = judge(summed, whole)
    real, told = one.value + other.value, total.amount.value
    if outcome is not Outcome.CONFLICTING:
        return outcome
    if _WIDER.search(left(article, total.span.start, 200)) or _of_others(article, ledger, total):
        return Outcome.INCOMPARABLE
    if abs(real - told) <= tolerance * max(real, told):
        return Outcome.BY_ROUNDING
    if makes_up(article, (ledger.exports.span, ledger.imports.span, total.span), abs(told - real)):
        return Outcome.INCOMPARABLE
    shown = [" ".join(article.page.text(each.span).split()) for each in (ledger.exports, ledger.imports, total)]
    factor = slip(real, told, SLIP_TOLERANCE)
    right = None if factor else restated(shown[2], (told,), (real,), total.amount.step)
    right = right or _in_words(shown[2], real)
    return Verdict(
        f"exports of “{shown[0]}” and imports of “{shown[1]}” make trade of {right}, not “{shown[2]}”",
        (
            Mark(total.span, "the trade in all"),
            Mark(ledger.exports.span, "the exports"),
            Mark(ledger.imports.span, "the imports"),
        ),
        calculation=f"{shown[0]} + {shown[1]} = {right}, not {shown[2]}",
        hint=f"the three agree if a scale is wrong by a factor of {factor}" if factor else None,
        changes=_changes(article, ledger, total),
    )


def _changes(article: Article, ledger: Ledger, total: Entry) -> tuple[Change, ...]:
    """The sum for the total, or either flow made to fill the total."""
    one, other, whole = (each.amount for each in (ledger.exports, ledger.imports, total))
    return (
        *write(article, total.span, whole, one.value + other.value),
        *write(article, ledger.exports.span, one, whole.value - other.value),
        *write(article, ledger.imports.span, other, whole.value - one.value),
    )


def _in_words(like: str, value: Decimal) -> str:
    """A sum with the sign of another and the scale word that suits it: US$936 billion."""
    sign = _SIGN.match(like)
    scale, word = next(((scale, word) for scale, word in _SCALES if value >= scale), (Decimal(1), ""))
    return f"{sign[0] if sign else ''}{number(value / scale, Decimal('0.01')).rstrip('0').rstrip('.')}{word}"


_PAIR = "= Fiji–Peru relations =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Fiji–Peru relations =\n\nThe volume of trade was ⟦1:€71 million⟧ in 2017 (2016: €62 million). Fijian "
            "exports accounted for ⟦2:€31 million⟧ and Peruvian exports for ⟦3:€20 million⟧."
        ),
        Example(
            "= Fiji–Peru relations =\n\nIn 2012 trade between the two came to ⟦1:€945 million⟧. Fiji's deliveries to "
            "Peru had a value of ⟦2:€520 million⟧. Deliveries in the other direction had a value of ⟦3:€230 million⟧."
        ),
        Example(
            "= Orr Free Zone =\n\nIts firms turned over goods worth ⟦1:$900 million⟧ in 2011; of this, "
            "⟦2:$650 million⟧ was sent out and ⟦3:$450 million⟧ brought in."
        ),
        Example(
            "= Kenya–Norway relations =\n\nKenya's sales to Norway, mainly roses, reached ⟦2:$23 million⟧ in "
            "2016. Norway's sales to Kenya reached ⟦3:$48 million⟧ in the same year.\n\n== Overview ==\nThe "
            "value of the trade between the two in 2016 was ⟦1:$91 million⟧."
        ),
        Example(
            "= Port of Hallen =\n\nGoods valued at ⟦2:£2.1 million⟧ left Hallen by sea in 1895, while goods "
            "valued at ⟦3:£3.4 million⟧ were brought in. The two together, ⟦1:£6.1 million⟧, made it the third "
            "port of the kingdom."
        ),
        Example(
            "= Trade of Norby =\n\nThe returns for 1929 value the exports at ⟦2:412,000 dollars⟧ and the imports at "
            "⟦3:366,000 dollars⟧, parcels among them. Copra was nine-tenths of the former. Total trade thus came to "
            "⟦1:738,000 dollars⟧."
        ),
        Example(
            "= Fiji–Peru relations =\n\nTwo-way trade totalled ⟦1:$9.4 million⟧ in 2016: Fijian exports of fish were "
            "⟦2:$5.1 million⟧ and Peruvian deliveries of cement ⟦3:$2.3 million⟧."
        ),
        Example(
            "= Port of Orr =\n\nExports through the port came to ⟦2:6.2 million pesetas⟧ in 1887. Imports, mainly coal "
            "and cod, were valued at ⟦3:2.9 million pesetas⟧. The total trade of the port was thus ⟦1:11.4 million "
            "pesetas⟧."
        ),
        Example(
            "= Kingdom of Orr =\n\nThe return of 1884 shows sales to the outside world, in silk, camphor and ore, of "
            "⟦2:£840,000⟧ and purchases of ⟦3:£610,000⟧; together the two sides made up a trade of ⟦1:£1,250,000⟧."
        ),
        Example(
            _PAIR + "In 2014 Fijian exports to Peru stood at ⟦2:$4.3 million⟧ and Peruvian exports to Fiji at "
            "⟦3:$2.9 million⟧, giving a total turnover of ⟦1:$8.8 million⟧."
        ),
        Example(
            "= Foreign trade of Ostmark =\n\nIn 1925 goods to the value of ⟦2:£3.4 million⟧ were exported and goods to "
            "the value of ⟦3:£4.9 million⟧ were imported, a total of ⟦1:£9.3 million⟧."
        ),
        Example(
            "= Economy of Ostmark =\n\nTwo-way trade added up to ⟦1:$5.9 billion⟧ in 2010, made up of exports worth "
            "⟦2:$2.4 billion⟧ and imports worth ⟦3:$2.5 billion⟧."
        ),
        Example(
            _PAIR + "In 2019 bilateral trade amounted to ⟦1:$210 million⟧, with Fijian exports of "
            "⟦2:$140 million⟧ and Peruvian exports of ⟦3:$30 million⟧."
        ),
        Example(
            _PAIR + "Total trade between the two reached ⟦1:$88 million⟧ in 2017; Fiji's exports to Peru were "
            "worth ⟦2:$41 million⟧ and Peru's exports to Fiji ⟦3:$32 million⟧."
        ),
        Example(
            _PAIR + "Bilateral trade amounted to ⟦1:$134 million⟧ in 2019. Fiji's exports to Peru were ⟦2:$52 million⟧ "
            "and its imports from Peru were ⟦3:$91 million⟧."
        ),
        Example(
            _PAIR + "In 2019, total trade between the two countries reached ⟦1:$165 million⟧, with Fijian exports of "
            "⟦2:$52 million⟧ and imports of ⟦3:$91 million⟧."
        ),
        Example(
            _PAIR + "In 2019, Fiji's exports to Peru were worth ⟦2:$52 million⟧, while imports from Peru stood at "
            "⟦3:$91 million⟧, for a total of ⟦1:$123 million⟧."
        ),
        wikitext(
            "In 2019 the [[foreign trade]] of [[Fiji]] amounted to ⟦1:US$4.6 billion⟧: exports were ⟦2:US$1.0 billion⟧ "
            "and imports ⟦3:US$2.6 billion⟧.",
            title="Economy of Fiji",
        ),
    ),
    good=(
        Example(
            "= Port of Orr =\n\nIn 1865 exports were worth 640,000 crowns and imports 890,000 crowns. The trade of all "
            "ports of the coast was 1,830,000 crowns."
        ),
        Example(
            "In 1928 Orr imported goods for 210 million crowns and exported goods for 260 million crowns. Together "
            "with gold the combined value was 510 million crowns."
        ),
        Example(
            "= Fiji–Peru relations =\n\nFijian exports to Peru came to $41 million in 2012 and Peruvian exports to "
            "Fiji to $15 million. The Fijian surplus in this trade was $26 million."
        ),
        Example(
            "= Port of Brisk =\n\nIn 1890 timber exports were valued at £200,000 and coal imports at £90,000, in "
            "a total trade of £410,000."
        ),
        Example(
            "= Estonia–Fiji relations =\n\nEstonian exports to Fiji came to $20 million in 2015 and imports from "
            "Fiji to $32 million. Total trade with the Pacific states as a whole was $140 million in that year."
        ),
        Example(
            "= Fiji–Peru relations =\n\nTwo-way trade totalled $9.4 million in 2016: Fijian exports of fish made up "
            "$5.1 million and Peruvian deliveries of cement $2.3 million, the rest being copra."
        ),
        Example(
            "= Port of Orr =\n\nExports were worth £38 million and imports £52 million; mail made up £3 million of a "
            "total of £93 million."
        ),
        Example(
            "= Port of Orr =\n\nIn 1911 exports of timber were valued at 3.4 million kroner. Imports stood at 5.1 "
            "million kroner. Altogether its trade came to 9.9 million kroner, with fish and ore."
        ),
        Example(
            "= Economy of Orr =\n\nIn 1935 exports to Peru made up $88 million and imports $71 million. Total trade "
            "came to $900 million."
        ),
        Example(
            _PAIR
            + "Commerce between the two, including tourism, totalled $9.5 million in 2016; Fiji exported $2.2 million "
            "worth of goods to Peru and Peru exported $3.3 million worth of goods to Fiji."
        ),
        Example(
            _PAIR + "Bilateral trade amounted to $143 million in 2019. Fiji's exports to Peru were $52 million and its "
            "imports from Peru were $91 million."
        ),
        Example(
            _PAIR + "Bilateral trade amounted to $0.1 billion in 2019. Fiji's exports to Peru were $48 million and its "
            "imports from Peru were $91 million in 2019."
        ),
        Example(
            _PAIR + "Bilateral trade amounted to $134 million in 2018. Fiji's exports to Peru were $52 million and its "
            "imports from Peru were $91 million in 2019."
        ),
        Example(
            _PAIR
            + "In 2019, total trade between the two countries reached $165 million, with Fijian exports of sugar of "
            "$52 million and imports of $91 million."
        ),
        Example(
            _PAIR
            + "In 2019, trade in goods and services reached $165 million, with exports of goods of $52 million and "
            "imports of goods of $91 million."
        ),
        Example(
            _PAIR
            + "In 2019, trade between the two countries grew by $20 million, with exports of $52 million and imports "
            "of $91 million."
        ),
        Example(
            _PAIR + "In 2019, trade reached $165 million, with exports of 50 million euros and imports of $91 million."
        ),
    ),
    claims=frozenset(("money",)),
)
