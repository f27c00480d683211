"""The word that says how large trade is does not fit the numbers beside it.

Why: "modest" beside a third of a country's product, or "vast" beside a ten-thousandth, tells the reader two things;
either the word or the number is wrong.

Right all the same: where the word is about another time, another branch of trade or the wishes of one side.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from articles.article import Article
from articles.page import Block, Form
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.economy import Share, flows, middle, named, owner, percent, quotient, shares
from rules.rule import Example, Mark, Outcome, Rule, Verdict

BEHIND = 40
"""How many characters behind the word the trade it describes may stand."""
MOST = 12
"""A finding shows at most so many places at which the word stands."""
WORD = re.compile(r"[A-Za-z]+")


class Words(NamedTuple):
    """The words of ``trade_words.toml``; the first two as patterns that find a word before trade."""

    small: re.Pattern[str]
    large: re.Pattern[str]
    undone: frozenset[str]


@cache
def words() -> Words:
    """The words that ship with factlint."""
    path = Path(__file__).parents[1] / "laws" / "trade_words.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    trade = "|".join(rows["trade"])
    return Words(_pattern(rows["small"], trade), _pattern(rows["large"], trade), frozenset(rows["undone"]))


def _pattern(listed: list[str], trade: str) -> re.Pattern[str]:
    """The word before trade ("modest economic relations"), or after it ("trade remains modest")."""
    sizes = "|".join(listed)
    ahead = rf"\b({sizes})\b(?=[^.;]{{0,{BEHIND}}}?\b(?:{trade})\b)"
    return re.compile(
        rf"{ahead}|\b(?:trade|exchanges)\b[^.;]{{0,{BEHIND}}}? (?:is|are|remains|remain) ({sizes})\b", re.IGNORECASE
    )


def check(article: Article, *, large: float = 0.1, tiny: float = 0.0005) -> Iterator[Verdict | Outcome]:
    """Hold the words for the size of trade against the largest share that the article's figures come to."""
    bilateral = [flow for flow in flows(article) if flow.scope.counterpart is not None]
    found = [share for flow in bilateral for share in shares(article, flow)]
    if not found:
        return
    largest = max(found, key=middle)
    low, high = Decimal(str(tiny)), Decimal(str(large))
    small_words, large_words = (_places(article, pattern) for pattern in words()[:2])
    if largest.low > high and small_words:
        yield _verdict(article, largest, small_words)
    elif largest.high < low and large_words:
        yield _verdict(article, largest, large_words)
    elif small_words or large_words:
        yield Outcome.CONSISTENT


def _places(article: Article, pattern: re.Pattern[str]) -> list[ProseSpan]:
    """Where a word for the size of trade stands in the article's own text."""
    found = []
    for block in article.page.blocks:
        if block.form in (Form.PARAGRAPH, Form.ITEM):
            found += _in_block(article, block, pattern)
    return found[:MOST]


def _in_block(article: Article, block: Block, pattern: re.Pattern[str]) -> list[ProseSpan]:
    text = article.page.text(block.span)
    found = []
    for match in pattern.finditer(text):
        start, end = match.span(1) if match[1] else match.span(2)
        before = WORD.findall(text[max(0, start - BEHIND) : start].lower())[-3:]
        if not words().undone.intersection(before):
            found.append(ProseSpan(block.span.start + start, block.span.start + end))
    return found


def _verdict(article: Article, share: Share, places: list[ProseSpan]) -> Verdict:
    flow, economy = share.flow, share.economy
    word, amount = article.page.text(places[0]), article.page.text(flow.span)
    marks = (
        Mark(places[0], "what is said"),
        Mark(flow.span, named(flow)),
        Mark(economy.span, f"the product of {economy.subject}"),
        *(Mark(place, "and again") for place in places[1:]),
    )
    return Verdict(
        f"trade is called “{word}”, but {named(flow)}, {amount}, are {percent(middle(share))} of "
        f"{owner(economy.subject)} product",
        marks,
        calculation=quotient(article, share),
    )


_PAIR = "= Albania–Sudan relations =\n\n"
_PRODUCT = "As of 2023, Albania's GDP stands at $23.5 billion, and Sudan's is $109.3 billion. "

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            _PAIR + "The two countries maintain ⟦1:modest⟧ economic relations. As of 2023, Albania's GDP stands at "
            "⟦3:$23.5 billion⟧. Albania's exports to Sudan amounted to ⟦2:$9.1 billion⟧."
        ),
        Example(
            _PAIR + "As of 2023, Albania's GDP stands at ⟦3:$23.5 billion⟧. Albania's exports to Sudan amounted to "
            "⟦2:$2.1 million⟧, which shows a ⟦1:vast⟧ trade."
        ),
    ),
    good=(
        Example(_PAIR + "The two maintain modest trade. " + _PRODUCT + "Albania's exports to Sudan were $9.1 million."),
        Example(_PAIR + "The two maintain large trade. " + _PRODUCT + "Albania's exports to Sudan were $9.1 billion."),
        Example(_PAIR + "Trade is not modest. " + _PRODUCT + "Albania's exports to Sudan were $9.1 billion."),
        Example(
            _PAIR + "A modest museum stands in Tirana. " + _PRODUCT + "Albania's exports to Sudan were $9.1 billion."
        ),
        Example(_PAIR + "Trade was limited until 1990. " + _PRODUCT + "Albania's exports to Sudan were $9.1 billion."),
    ),
    properties=frozenset(("exports", "imports", "trade")),
)
