"""Something is told as past and dated after today.

Why: a year with two digits exchanged ("2091" for "2019") is the usual cause, and no reader can look it up.

Right all the same: the sentence speaks of a plan, a forecast or a term that ends later, in words that this rule does
not know. Sentences with "will", "planned", "expected", "until" and their like are left alone. "Today" is ``--as-of``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, day_number, iso
from articles.claims.claim import Claim
from articles.page import Form
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, right, told
from rules.rule import Example, Mark, Rule, Verdict

_PAST = re.compile(
    r"\b(?:was|were|had|became|began|opened|closed|died|won|lost|signed|founded|established|built|held|made|joined|left|"
    r"moved|published|released|elected|appointed|visited|announced|recognized|recognised|born|killed|met)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|plan\w*|expect\w*|schedul\w*|project\w*|forecast\w*|predict\w*|target\w*|"
    r"until|till|by|due|expir\w*|estimat\w*|propos\w*|intend\w*|goal\w*|aim\w*|vision|agenda|future|upcoming|deadline|"
    r"through|to|valid|lease\w*|concession|contract|extend\w*|term|bid|awarded|chosen|selected|host\w*|fiction\w*|novel|"
    r"film|set in|"
    r"eclipse|transit|comet|asteroid|calendar|easter|after|before|from)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:[Ii]n|[Oo]n) $")
_EXACT = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
REACH = 300
UNKNOWN_TODAY = day_number(2080, 1, 1)
"""What "today" is where nobody says: late enough that only slips lie after it."""


def check(article: Article, *, as_of: int = UNKNOWN_TODAY) -> Iterator[Verdict]:
    """Look at the sentences of all dates after today."""
    blocks = iter(article.page.blocks)
    block = next(blocks, None)
    for claim in article.claims_by_kind.get("date", ()):
        while block is not None and block.span.end <= claim.span.start:
            block = next(blocks, None)
        date = claim.value
        if block is None or block.form not in _FORMS or not isinstance(date, Date) or claim.quoted:
            continue
        late = date.earliest is not None and date.earliest > as_of and date.precision in _EXACT and not date.circa
        if late and _told_as_past(article, claim):
            today = iso(as_of)
            yield Verdict(
                f"{told(article, claim)} is told as past and lies after {today}",
                (Mark(claim.span, f"after {today}"),),
                calculation=f"{told(article, claim)} > {today}",
            )


def _told_as_past(article: Article, claim: Claim) -> bool:
    before = left(article, claim.span.start, REACH)
    sentence = f"{before}{right(article, claim.span.end, REACH)}"
    return bool(_BEFORE.search(before) and _PAST.search(sentence) and not _PLANNED.search(sentence))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("The first bridge was opened in ⟦1:2091⟧ and fell soon."),
        Example("She won the prize on ⟦1:4 May 2109⟧, in her first season."),
    ),
    good=(
        Example("The first bridge was opened in 1921 and fell a year later."),
        Example("The lease was extended until 2191."),
        Example("A transit of Venus was predicted for 2117, and another was seen in 2125."),
        Example("In 2150 the comet will return, as was announced."),
        Example("The story is set in 2191, when the first bridge was opened."),
    ),
    claims=frozenset({"date"}),
)
