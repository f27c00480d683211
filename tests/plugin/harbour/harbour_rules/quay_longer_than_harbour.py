"""A quay is longer than the harbour that it lies in.

Why: one of the two lengths is wrong, or is another's, and a ship's master may read either.

Right all the same: when the quay runs on beyond the harbour's mouth, or the harbour's length is that of its basin.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, told
from rules.laws.order import sides
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

REACH = 40


def check(article: Article, *, reach: int = REACH) -> Iterator[Verdict | Outcome]:
    """Compare the first length that is told of a quay with the first that is told of the harbour."""
    quay, harbour = (_first(article, word, reach) for word in ("quay", "harbour"))
    if quay is None or harbour is None:
        return
    both = sides(harbour, quay)
    if both is None:
        yield Outcome.INCOMPARABLE
    elif not both.rises:
        yield Outcome.CONSISTENT
    else:
        one, other = told(article, quay), told(article, harbour)
        yield Verdict(
            f"the quay is “{one}” long, but the harbour “{other}”: a part is no longer than the whole",
            (Mark(quay.span, "the quay"), Mark(harbour.span, "the harbour")),
            calculation=f"{one} > {other}",
            changes=(
                Change(f"write {other} for the quay", ((quay.span, other),)),
                Change(f"write {one} for the harbour", ((harbour.span, one),)),
            ),
        )


def _first(article: Article, word: str, reach: int) -> Claim | None:
    quantities = article.claims_by_kind.get("quantity", ())
    return next((claim for claim in quantities if word in left(article, claim.span.start, reach).lower()), None)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(Example("The harbour is ⟦2:400 m⟧ long. Its quay measures ⟦1:650 m⟧."),),
    good=(
        Example("The harbour is 400 m long. Its quay measures 350 m."),
        Example("The harbour is about 1 km long. Its quay measures 1,010 m."),
    ),
    claims=frozenset({"quantity"}),
)
