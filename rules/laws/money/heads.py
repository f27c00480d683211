"""A product, the same a head and the people, wherever an article tells the three, of one place and one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money, Number
from articles.claims.written import Written
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING, plain
from rules.laws.bounds import Bounds, operand, ratio
from rules.laws.money.outputs import MOST, Output, at_times, beside_head, outputs, people_told, year_of
from rules.laws.money.per_head import FEWEST, NEARLY, Together, agree
from rules.laws.money.roles import SEVERAL
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, left, right, sentence_at
from rules.rule import Outcome

_LIVING = WordList(__file__, "living")
_LIVED = worded(__file__, r"\b{lived}\b", re.IGNORECASE)
_LAND_OF = worded(__file__, r"\b{lands} of (?:about |some |nearly |over )?$")
_SOME = worded(__file__, r"\b{some}\b", re.IGNORECASE)
_ELSE = worded(__file__, r"\b{else}\b", re.IGNORECASE)
_OTHER_TIMES = worded(__file__, r"\b{other-times}\b")
_AS_A_WHOLE = worded(__file__, r",? (?:[a-z]+ ){0,3}?{whole}\b")
_IN_TOTAL = worded(__file__, r"\b(?i:{whole})\b[^.;]{0,40}$")
_CLAUSE_END = regex(r"; |, (?:and|but|while|whereas) ")
_OF = regex(r" of (?:the|its) (?:[0-9]|[a-z]+ of)")
SMALLEST = 500
"""Fewer people are no people of a country."""
_REACH = 100
_OF_ONE_YEAR = Decimal("0.06")
"""How far the people may be off where they are of the year of the amounts; else they may have been counted later."""
_COUNTS = 3
"""More numbers of people are a history of them, of which none is surely of the year."""
_HEADS = 20
"""How many amounts a head of an article are read: more are a history, or a table told."""
_TIMES = 20
"""So many times too large or too small a figure may be and still be meant."""


def told_apart(article: Article) -> Iterator[Together]:
    """Every product with the same a head and the people of the place, each of one year, where the three disagree."""
    if article.parties.pair is not None:
        return
    heads = list(islice(_heads(article), _HEADS))
    agreeing = {made.span for head in heads if (made := _agreeing(article, head))}
    for head in heads:
        year = year_of(article, head)
        made = _product(article, head, year)
        if made is None or made.span in agreeing or year == SEVERAL:
            continue
        said, found = operand(_written(head)), list(_together(made, head, _people(article, head, year)))
        slack = {each: _OF_ONE_YEAR if _dated_alike(article, each, year) else NEARLY for each in found}
        wrong = all(agree(each.made, said, slack[each]) is Outcome.CONFLICTING for each in found)
        if wrong and len({_people_of(each) for each in found}) == 1:
            yield found[0]


def _agreeing(article: Article, head: Claim) -> Claim | None:
    """The product with which an amount a head agrees by the people told: another one is of somebody else."""
    year = year_of(article, head)
    made = _product(article, head, year)
    said = operand(_written(head))
    found = list(_together(made, head, _people(article, head, year))) if made else []
    slack = {each: _OF_ONE_YEAR if _dated_alike(article, each, year) else NEARLY for each in found}
    fits = any(agree(each.made, said, slack[each]) is not Outcome.CONFLICTING for each in found)
    return made if fits else None


def _dated_alike(article: Article, told: Together, year: int | None) -> bool:
    """Whether the people are told of the year of the amounts, or beside them."""
    near = article.page.block_at(told.people.span.start) == article.page.block_at(told.head.span.start)
    return near or (year is not None and year_of(article, told.people) == year)


def _people_of(told: Together) -> Decimal:
    assert isinstance(told.people.value, Number)
    return told.people.value.amount.value


def _heads(article: Article) -> Iterator[Claim]:
    """The amounts of running text that are told as what each has of the product."""
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        block = article.page.block_at(claim.span.start)
        if block is None or block.form not in RUNNING or not plain(claim) or not _is_head(article, claim):
            continue
        sentence = sentence_at(article, claim.span.start)
        own = states_named(article, sentence) <= {article.parties.own}
        another = _OTHER_TIMES.search(gap(article, *sentence))
        if own and not another and not _ELSE.search(_clause(article, sentence, claim)):
            yield claim


def _is_head(article: Article, claim: Claim) -> bool:
    value = claim.value
    assert isinstance(value, Money)
    behind = right(article, claim.span.end, 30)
    return (value.per is not None and value.per in _LIVING) or (beside_head(article, claim) and not _OF.search(behind))


def _clause(article: Article, sentence: ProseSpan, claim: Claim) -> str:
    """The words around an amount, from the amount before it to the one behind it."""
    sums = [each.span for each in claims_in(article, sentence) if isinstance(each.value, Money)]
    start = max((each.end for each in sums if each.end <= claim.span.start), default=sentence.start)
    end = min((each.start for each in sums if each.start >= claim.span.end), default=sentence.end)
    return gap(article, start, claim.span.start) + " " + _CLAUSE_END.split(gap(article, claim.span.end, end), 1)[0]


def _product(article: Article, head: Claim, year: int | None) -> Claim | None:
    """The one product told of the year of an amount a head, or the whole told beside it."""
    made = [each for each in article.once(outputs) if _fits(article, each, head, year)]
    if len({each.money for each in made}) == 1:
        return made[0].claim
    return _beside(article, head) if not made else None


def _fits(article: Article, made: Output, head: Claim, year: int | None) -> bool:
    one, other = made.money, head.value
    assert isinstance(other, Money)
    if one.currency != other.currency or made.claim.span == head.span or not made.states <= {article.parties.own}:
        return False
    if one.amount.value < other.amount.value * FEWEST:
        return False
    same_block = article.page.block_at(made.claim.span.start) == article.page.block_at(head.span.start)
    return made.year == year if made.year is not None and year is not None else same_block


def _beside(article: Article, head: Claim) -> Claim | None:
    """The amount of the next sentence, or of the same, that is told as that of all: "$2 billion in total"."""
    sentence = sentence_at(article, head.span.start)
    block = article.page.block_at(head.span.start)
    end = min(sentence.end + 1 + len(right(article, sentence.end + 1, 300)), block.span.end if block else sentence.end)
    near = [claim for claim in claims_in(article, ProseSpan(sentence.start, end)) if isinstance(claim.value, Money)]
    others = [claim for claim in near if claim is not head and plain(claim)]
    if len(others) != 1 or len(near) != 2:
        return None
    behind, ahead = right(article, others[0].span.end, 60), left(article, others[0].span.start, 80)
    whole = _AS_A_WHOLE.match(behind) or _IN_TOTAL.search(ahead)
    larger = _written(others[0]).value > _written(head).value * FEWEST
    return others[0] if whole and larger and not _ELSE.search(ahead) else None


def _people(article: Article, head: Claim, year: int | None) -> Iterator[Claim]:
    """The numbers of all people of a place that an article tells, about a year."""
    yield from people_told(article, year)
    living = article.once(_counts)
    if len({claim.value for claim in living}) <= _COUNTS:
        yield from (claim for claim in living if _near(year_of(article, claim), year))


def _counts(article: Article) -> tuple[Claim, ...]:
    """The numbers of running text that count all who live in a place; for :meth:`Article.once`."""
    return tuple(claim for claim in article.claims_by_kind.get(Kind.NUMBER, ())[: MOST * 2] if _lives(article, claim))


def _near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or (SEVERAL not in (one, other) and abs(one - other) <= 1)


def _lives(article: Article, claim: Claim) -> bool:
    """Whether a number counts all who live in a place."""
    value = claim.value
    assert isinstance(value, Number)
    block = article.page.block_at(claim.span.start)
    last = (value.noun or "").rsplit(" ", 1)[-1].lower()
    if block is None or block.form not in RUNNING or claim.quoted or claim.parts or value.amount.value < SMALLEST:
        return False
    sentence = sentence_at(article, claim.span.start)
    ahead = gap(article, max(sentence.start, claim.span.start - _REACH), claim.span.start)
    text = ahead + gap(article, claim.span.start, min(sentence.end, claim.span.end + 24))
    counted = last in _LIVING or re.search(r"\bpopulation (?:of|was|is|numbered|stood at)(?: [a-z]+)? $", ahead)
    own = states_named(article, sentence) <= {article.parties.own}
    whole = (
        (_LIVED.search(text) or _LAND_OF.search(ahead))
        and not _SOME.search(text)
        and not at_times(article, claim.span.end)
    )
    return bool(counted and own and whole)


def _together(made: Claim, head: Claim, people: Iterator[Claim]) -> Iterator[Together]:
    one, other = _written(made), _written(head)
    for count in people:
        assert isinstance(count.value, Number)
        amount = count.value.amount
        if not amount.value:
            continue
        step = amount if amount.step else amount._replace(step=Decimal(1))
        real = one.value / amount.value
        if other.value / _TIMES < real < other.value * _TIMES:
            yield Together(made, head, count, _ratio(one, step), real)


def _ratio(one: Written, other: Written) -> Bounds:
    return ratio(operand(one), operand(other))


def _written(claim: Claim) -> Written:
    assert isinstance(claim.value, Money)
    return claim.value.amount
