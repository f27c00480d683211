"""A trade surplus or deficit does not follow from the exports and imports told beside it.

Why: a surplus is exports above imports, and nothing else; with the two numbers beside it every reader can see that
the word, or one of the numbers, is wrong.

Right all the same: when the balance counts services and the flows goods only, or the surplus is the other side's; where
the article names another holder, only the amount is compared, with ``tolerance`` percent of the larger flow allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, exceeds, judge, minus, of_one_account, scaled
from rules.laws.edits import exchange, write
from rules.laws.money.account_signs import signs
from rules.laws.money.balance import Balance, balances
from rules.laws.money.ledger import Ledger, ledgers
from rules.laws.wording import restated
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article, *, tolerance: float = 3) -> Iterator[Verdict | Outcome]:
    """Hold every balance against the exports and imports it belongs to."""
    seen: set[int] = set()
    for ledger in article.once(ledgers):
        for balance in balances(article, ledger):
            outcome = _judge(article, ledger, balance, Decimal(str(tolerance)) / 100)
            seen.update(_places(balance) if balance.amount or isinstance(outcome, Verdict) else ())
            yield outcome
    for ledger, told in signs(article):
        if seen.isdisjoint(_places(told)):
            seen.update(_places(told))
            yield _judge(article, ledger, told, Decimal(str(tolerance)) / 100)


def _places(balance: Balance) -> set[int]:
    """Where a balance stands: the end of its word, and its amount."""
    return {balance.word.end} | ({balance.amount.span.start} if balance.amount else set())


def _judge(article: Article, ledger: Ledger, balance: Balance, tolerance: Decimal) -> Verdict | Outcome:
    exported, imported = bounds(ledger.exports.amount), bounds(ledger.imports.amount)
    if balance.surplus is not None and exceeds(*((imported, exported) if balance.surplus else (exported, imported))):
        return _sign(article, ledger, balance)
    if balance.amount is None:
        return Outcome.CONSISTENT
    told = balance.amount.amount
    sold, bought, said = of_one_account(ledger.exports.amount, ledger.imports.amount, told)
    difference = minus(sold, bought)
    if (difference.strict.low or Decimal(0)) < 0:
        difference = scaled(difference, Decimal(-1))
    outcome = judge(difference, said)
    reach = tolerance * max(ledger.exports.amount.value, ledger.imports.amount.value)
    real = abs(ledger.exports.amount.value - ledger.imports.amount.value)
    if outcome is Outcome.CONFLICTING and abs(real - abs(told.value)) <= reach:
        return Outcome.BY_ROUNDING
    return _amount(article, ledger, balance, real) if outcome is Outcome.CONFLICTING else outcome


def _sign(article: Article, ledger: Ledger, balance: Balance) -> Verdict:
    exported, imported = _shown(article, ledger)
    word = article.page.text(balance.word)
    way = "more" if ledger.exports.amount.value > ledger.imports.amount.value else "less"
    sign = ">" if way == "more" else "<"
    return Verdict(
        f"“{word}” is said where exports of “{exported}” are {way} than imports of “{imported}”",
        (Mark(balance.word, "the balance"), *_flows(ledger)),
        calculation=f"{exported} {sign} {imported}",
        changes=(exchange(article, ledger.exports.span, ledger.imports.span, "the two amounts"),),
    )


def _amount(article: Article, ledger: Ledger, balance: Balance, real: Decimal) -> Verdict:
    assert balance.amount is not None
    exported, imported = _shown(article, ledger)
    told = " ".join(article.page.text(balance.amount.span).split())
    amount = balance.amount.amount
    right = restated(told, (abs(amount.value),), (real,), amount.step) or f"{real:,.0f}"
    larger, smaller = (
        (exported, imported) if ledger.exports.amount.value > ledger.imports.amount.value else (imported, exported)
    )
    return Verdict(
        f"exports of “{exported}” and imports of “{imported}” are {right} apart, not “{told}”",
        (Mark(balance.amount.span, "the balance"), *_flows(ledger)),
        calculation=f"{larger} - {smaller} = {right}, not {told}",
        changes=write(article, balance.amount.span, amount._replace(value=abs(amount.value)), real),
    )


def _shown(article: Article, ledger: Ledger) -> tuple[str, str]:
    exported, imported = (" ".join(article.page.text(each.span).split()) for each in (ledger.exports, ledger.imports))
    return exported, imported


def _flows(ledger: Ledger) -> tuple[Mark, Mark]:
    return Mark(ledger.exports.span, "the exports"), Mark(ledger.imports.span, "the imports")


_FIJI = "= Economy of Fiji =\n\n"
_PAIR = "= Fiji–Peru relations =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Economy of Orr =\n\nExports amounted to ⟦2:$84 million⟧ in 2003, against $78 million in 2002. Imports "
            "amounted to ⟦3:$215 million⟧ in 2003. The trade deficit, ⟦1:$151 million⟧ in 2003, is met by tourism."
        ),
        Example(
            "= Economy of Orr =\n\nExports were valued at ⟦2:€8.4 billion⟧ in 2013 and imports at ⟦3:€6.1 billion⟧. "
            "The balance of trade has been told since independence, and in 2013 it was ⟦1:negative⟧."
        ),
        Example(
            "= Orr =\n\nOrr sold goods worth ⟦2:$310 million⟧ abroad in 2002 and spent ⟦3:$630 million⟧ on imports. "
            "The trade deficit of ⟦1:$220 million⟧ was covered by remittances."
        ),
        Example(
            "= Port of Orr =\n\nIn 1931 exports were worth ⟦2:31 million marks⟧ and imports ⟦3:49 million marks⟧. "
            "The port thus closed the year with a ⟦1:surplus⟧, which was spent on a quay like that of Denmark."
        ),
        Example(
            _PAIR
            + "In 2014 Peruvian exports to Fiji were worth ⟦2:$2.1 million⟧, while Peru imported Fijian sugar and rum "
            "for ⟦3:$8.4 million⟧. Peru thus had a ⟦1:surplus⟧ in this trade."
        ),
        Example(
            "= Fiji–Peru relations =\n\nIn 2016 Fiji sold goods worth ⟦2:€1.1 billion⟧ to Peru and took Peruvian "
            "goods worth ⟦3:€0.4 billion⟧. Fiji's ⟦1:deficit⟧ in this trade has been a topic of every joint "
            "commission."
        ),
        Example(
            "= Foreign trade of Ruvenia =\n\nIn 2019 Ruvenia ⟦1:imported more than it exported⟧. Exports stood "
            "at ⟦2:€4.6 billion⟧ in that year, and imports at ⟦3:€4.1 billion⟧."
        ),
        Example(
            "= Isle of Orr =\n\nThe island had a trade deficit of ⟦1:€65 million⟧ in 2011. Exports, for the most "
            "part wool, earned ⟦2:€200 million⟧ in that year, and ⟦3:€245 million⟧ was paid for imports."
        ),
        Example(
            _PAIR
            + "Fiji sold fish for ⟦2:$3.0 million⟧ to Peru and bought cement for ⟦3:$7.5 million⟧ in 2017, leaving a "
            "deficit of ⟦1:$5.4 million⟧."
        ),
        Example(
            "= Trade of Norby =\n\nThe balance of trade was ⟦1:positive⟧ in 1931: imports stood at ⟦3:512 million "
            "marks⟧, exports at ⟦2:448 million marks⟧."
        ),
        Example(
            "= Colony of Orr =\n\nThe returns of 1883 set shipments of wool, tallow and skins at ⟦2:£21,000⟧. In the "
            "same year the settlers bought flour from abroad for ⟦3:£34,000⟧. The colony thus had a trade ⟦1:surplus⟧."
        ),
        Example(
            "= Free City of Orr =\n\nIn 1928 imports into the territory were worth ⟦3:38 million marks⟧ and exports "
            "⟦2:52 million marks⟧, giving a trade ⟦1:deficit⟧ that the senate tried to meet by a tax."
        ),
        Example(
            _PAIR
            + "Fiji had a trade ⟦1:surplus⟧ with Peru in 2015: it exported goods worth ⟦2:$7 million⟧ to Peru and "
            "imported goods worth ⟦3:$19 million⟧ from it."
        ),
        Example(
            "= Trade of the Amber Ports =\n\nIn 1702 the towns sold goods abroad for ⟦2:940,000 guilders⟧ and bought "
            "goods abroad for ⟦3:710,000 guilders⟧. The clerks entered the resulting ⟦1:deficit⟧ in red ink."
        ),
        Example(
            "In 2017 Ghana exported goods worth ⟦2:$84 million⟧ to Oman and imported goods worth "
            "⟦3:$61 million⟧ from it, a trade ⟦1:deficit⟧ for Ghana."
        ),
        Example(
            "In 2013 the country exported goods worth ⟦2:€1.2 billion⟧ and imported goods worth ⟦3:€1.9 "
            "billion⟧, which left it with a trade ⟦1:surplus⟧."
        ),
        Example(
            _FIJI + "In 2011 Fiji recorded a trade ⟦1:surplus⟧, with exports of ⟦2:$1.2 billion⟧ and imports of "
            "⟦3:$2.8 billion⟧."
        ),
        Example(
            _FIJI + "In 2021 exports were worth ⟦2:$1.2 billion⟧ and imports ⟦3:$2.8 billion⟧, which left a trade "
            "⟦1:surplus⟧ of $1.6 billion."
        ),
        Example(
            _FIJI + "In 2019, exports were ⟦2:$1.12 billion⟧ and imports were ⟦3:$2.63 billion⟧, resulting in a trade "
            "deficit of ⟦1:$1.15 billion⟧."
        ),
        Example(
            _PAIR
            + "In 2019, Fiji exported goods worth ⟦2:$52 million⟧ to Peru and imported goods worth ⟦3:$81 million⟧, "
            "giving it a ⟦1:surplus⟧."
        ),
        wikitext(
            "[[Fiji]]'s exports to [[Peru]] totalled ⟦2:$52 million⟧ in 2019, while imports from Peru reached "
            "⟦3:$81 million⟧ in 2019. Fiji has a trade ⟦1:surplus⟧ with Peru.",
            title="Fiji–Peru relations",
        ),
    ),
    good=(
        Example(
            "= Isle of Hamm =\n\nExports reached £40 million in 2010 and imports £70 million. The treasury "
            "nevertheless closed the year with a surplus of £4 million."
        ),
        Example(
            "= Foreign trade of Ruvenia =\n\nUntil 2018 Ruvenia imported more than it exported. In 2019 exports "
            "stood at €4.6 billion, and imports at €4.1 billion."
        ),
        Example(
            "= Trade of Norby =\n\nIn 1680 the town sold amber worth 14,000 marks and bought for 61,000 marks, which "
            "left the merchants of Sorby with a surplus."
        ),
        Example(
            "= Economy of Fiji =\n\nIn 1974 Fiji exported copra for $6 million and imported goods for $9 million, but "
            "thanks to tourism its current account showed a surplus."
        ),
        Example(
            "= Oil in Orr =\n\nIn 1981 Orr exported crude worth $3.1 billion and imported fuel for $1.4 billion; "
            "the overall balance of trade nevertheless showed a deficit of $0.6 billion."
        ),
        Example(
            "= Free City of Orr =\n\nIn 1928 imports were worth 38 million marks and exports 52 million marks. In "
            "1929 the free city had a trade deficit."
        ),
        Example(
            "= Trade of the Amber Ports =\n\nIn 1702 the towns sold goods abroad for 940,000 guilders and bought goods "
            "abroad for 710,000 guilders. The deficit of 1699 was forgotten, and the budget deficit too."
        ),
        Example(
            "In 2017 Ghana exported goods worth $84 million to Oman and imported goods worth $61 "
            "million from it, a trade deficit for Oman."
        ),
        Example(
            _FIJI + "In 2021 exports were worth $1.2 billion and imports $2.8 billion, which left a trade deficit of "
            "$1.6 billion."
        ),
        Example(
            _FIJI
            + "In 2021 exports were worth $1.2 billion and imports $2.8 billion. The budget surplus was $0.2 billion."
        ),
        Example(
            _PAIR
            + "In 2019, Fiji exported goods worth $52 million to Peru and imported goods worth $81 million, giving "
            "Peru a surplus of $29 million."
        ),
        Example(
            _PAIR
            + "Fiji's exports to Peru totalled $52 million in 2019, while imports from Peru reached $81 million in "
            "2019. In 1990, Fiji had a trade surplus with Peru."
        ),
        Example(
            _FIJI
            + "In 2019, exports of goods were $1.1 billion and imports of goods $2.6 billion; with services there was "
            "a surplus of $0.2 billion."
        ),
        Example(
            _FIJI
            + "In 2019, exports were about $1.1 billion and imports about $1.2 billion, so that a small surplus was "
            "reported."
        ),
        Example(
            _FIJI
            + "In 2019, exports were $1.1 billion and imports $2.6 billion, and the trade deficit grew by $0.3 billion."
        ),
    ),
    claims=frozenset(("money",)),
)
