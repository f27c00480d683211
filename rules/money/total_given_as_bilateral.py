"""What one state sold to another, or bought from it, is put at the same amount as its trade with all countries.

Why: a table of foreign trade has both figures in one row, and the wrong one is easily copied; a state that sells
everything to one partner is hardly ever meant, and an article on it would say so.

Right all the same: when nearly all trade is with one partner and both amounts are rounded alike. Amounts of less than
two digits beside zeros are therefore left alone, and so is a sentence that tells both.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.edits import rescale
from rules.laws.money.accounts import same_time
from rules.laws.money.roles import OUT, TRADE, Told, told_amounts
from rules.rule import Example, Mark, Outcome, Rule, Verdict

DIGITS = 2
"""So many digits beside zeros say that two amounts are one."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold what two states trade with each other against what either trades with all."""
    if article.parties.pair is None:
        return
    told = [each for each in article.once(told_amounts) if not each.sides.foreign]
    seen: set[int] = set()
    for whole in (each for each in told if each.sides.world and each.sides.owner and each.role != TRADE):
        for flow in told:
            if flow.claim.span.start not in seen and _comparable(flow, whole):
                same = flow.entry[1:] == whole.entry[1:]
                seen.update((flow.claim.span.start,) if same else ())
                yield _verdict(article, flow, whole) if same else Outcome.CONSISTENT


def _comparable(flow: Told, whole: Told) -> bool:
    """Whether a flow between the two is a part of a whole of the same side and year."""
    side = flow.sides.seller if whole.role == OUT else flow.sides.buyer
    closed = None not in flow.sides[:2] and not flow.sides.world and flow.sentence != whole.sentence
    figures = flow.entry.amount.value.normalize().as_tuple().digits
    return closed and side == whole.sides.owner and len(figures) >= DIGITS and same_time(flow, whole)


def _verdict(article: Article, flow: Told, whole: Told) -> Verdict:
    shown = " ".join(article.page.text(flow.claim.span).split())
    way = "sells" if whole.role == OUT else "buys"
    first, last = sorted((flow, whole), key=lambda each: each.claim.span)
    notes = {flow.claim.span: "between the two", whole.claim.span: "with all countries"}
    return Verdict(
        f"“{shown}” is all that {whole.sides.owner} {way} in the world, and is told of one partner",
        (Mark(first.claim.span, notes[first.claim.span]), Mark(last.claim.span, notes[last.claim.span])),
        calculation=f"{shown} = {shown}",
        changes=rescale(article, flow.claim.span, -1),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Fiji–Peru relations =\n\nSugar and pearls are what Fiji lives on. Its overall exports were worth "
            "⟦1:$940 million⟧ in 2016. Fijian goods worth ⟦2:$940 million⟧ were sold to Peru in 2016."
        ),
        Example(
            "= Fiji–Peru relations =\n\nIn 2016 Fiji exported goods worth ⟦1:$940 million⟧ to all countries.\n\n"
            "== Trade ==\nFijian exports to Peru were put at ⟦2:$940 million⟧ in 2016."
        ),
        Example(
            "= Kenya–Norway relations =\n\nNorway bought Kenyan goods worth ⟦1:$5.7 billion⟧ in 2014, roses among "
            "them. Kenya's exports to the whole world were ⟦2:$5.7 billion⟧ in 2014."
        ),
    ),
    good=(
        Example(
            "= Fiji–Peru relations =\n\nA yearbook has Fijian exports to Peru of $940 million in 2016. This is "
            "actually what Fiji exported to all countries, $940 million in 2016."
        ),
        Example(
            "= Fiji–Peru relations =\n\nIn 2016 Fiji exported goods worth $940 million to all countries.\n\n"
            "== Trade ==\nFijian exports to Peru were put at $940,000 in 2016."
        ),
        Example(
            "= Fiji–Peru relations =\n\nIn 2016 Fiji exported goods worth $940 million to all countries.\n\n"
            "== Trade ==\nPeruvian exports to Fiji were put at $940 million in 2015."
        ),
        Example(
            "= Kenya–Norway relations =\n\nNorway bought Kenyan goods worth $5.7 billion in 2014, roses among them. "
            "Norway's exports to the whole world were $5.7 billion in 2014."
        ),
    ),
    claims=frozenset(("money",)),
)
