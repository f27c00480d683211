"""What is said to remain of a whole is not what the shares before it leave.

Why: "60 % are Romans and 25 % Lurians; the remaining 20 % ..." counts some people twice.

Right all the same: the remainder is of another whole than the shares before it, or shares were told that are not
parts of it. Any of the shares beside it may be left out of the sum, or be the whole itself where others are told to be
of it; only when no choice fits is it flagged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.claims.written import Hedge
from articles.page import Form
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.amounts.remains import fractions, remains
from rules.laws.amounts.rests import rests
from rules.laws.amounts.shares import HUNDRED, by_fives, reckoned
from rules.laws.bounds import Bounds, bounds, exact, judge, judge_sum, minus, of_one_place, total
from rules.laws.edits import MOST as MOST_PARTS
from rules.laws.edits import write
from rules.laws.nearby import gap, left, right, sentence_at, told, within
from rules.laws.order import amount
from rules.laws.wording import number, restated
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

MOST = 8
MOST_LISTS = 50
"""How many remainders of an article are looked at: each is held against every choice of the shares before it."""
REACH = 1500
NEAR = 160
"""How far before a remainder its sentence tells the last share of what it remains of."""
FULL = 75
"""Shares that come to less, in percent, are hardly all that there is: one of them may be what the others are of."""
FEWEST = 2
"""What so few shares leave is reckoned by their writer, and not rounded to the five by itself."""
_OF = regex(r" of (?:the |its |his |her |their |all |this )?(?:[\w-]+['’]s? )?(?:total |whole |entire )?([a-z]+)")
_OF_THESE = regex(r"\b(?:of (?:which|whom|these|them|those|this)|including|among (?:these|them))\b")
_OPENS = regex(
    r"(?:(?:The|A|Its|Their) (?:remaining|other|rest|remainder|balance|residue)|"
    r"What (?:is left|was left|remain(?:s|ed)))\b"
    r"[^.;:]{0,20}$"
)
_IN_PASSING = regex(r"^[^0-9;:()]{3,100} the (?:remaining|rest|other)\b[^.;:]{0,20}$")
"""A sentence that comes to the remainder and tells no other share or time: "engines provide the remaining 20 %"."""
_FRACTION = regex(r"(?i:\b(?:hal(?:f|ves)|quarters?|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)\b)")
_ELSEWHERE = regex(
    r"(?:^|[;.,] )(?:and |but |while )?(?:[Aa]broad|[Ee]lsewhere|[Oo]verseas|[Aa]t home|[Ii]n (?:the )?[\w -]{3,25}?)"
    r",? the (?:remaining|other|rest)\b[^.;]{0,20}$"
)
"""The clause of a remainder that opens with a place of its own."""
_ANY = frozenset(("total", "whole", "them", "it", "these", "which", "those", "all"))


_PART_OF_REST = regex(
    r"\b(?:[Hh]alf|[Tt]hirds?|[Qq]uarters?|[Mm]ost|[Pp]art|[Ss]ome|[Aa]ll) of "
    r"(?:what|the (?:rest|remain|balance|other))"
)
"""A part told in words, of what was left at the time."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every "remaining" share with what the shares before it leave."""
    yield from _counts(article)
    left_to_judge = MOST_LISTS
    percents = article.claims_by_kind.get("percent", ())
    words = fractions(article)
    shares = sorted((*percents, *words), key=lambda claim: claim.span)
    for rest in (*percents, *words):
        if not isinstance(rest.value, Percent) or rest.value.points or rest.quoted or not remains(article, rest):
            continue
        parts = _before(article, rest, shares)
        if parts and len(parts) <= MOST and left_to_judge and _near(article, parts[-1], rest):
            left_to_judge -= 1
            yield _judge(article, parts, rest) if _of_one(article, parts, rest) else Outcome.INCOMPARABLE


def _counts(article: Article) -> Iterator[Verdict | Outcome]:
    """The rest of a number of things: "of 120 men, 84 were sailors and the remaining 46 marines"."""
    for whole, parts, rest in rests(article):
        told_, counts = (whole, *parts), rest.kind is Kind.NUMBER
        values = [written for claim in (*told_, rest) if (written := amount(claim.value)) is not None]
        bound = of_one_place(values, counts=counts)
        outcome = judge_sum(total(bound[1:]), bound[0])
        if outcome is not Outcome.CONFLICTING:
            yield outcome
            continue
        real = values[0].value - sum(value.value for value in values[1:-1])
        shown = told(article, rest)
        left_over = restated(shown, (values[-1].value,), (real,), values[-1].step or Decimal(1)) or number(real)
        yield Verdict(
            f"the remainder is {left_over}, not {shown}",
            (
                Mark(whole.span, "of these"),
                *(Mark(part.span, "a part") for part in parts),
                Mark(rest.span, f"{left_over} remain"),
            ),
            calculation=f"{' - '.join(told(article, claim) for claim in told_)} = {left_over}, not {shown}",
            changes=write(article, rest.span, rest.value, real),
        )


def _near(article: Article, last: Claim, rest: Claim) -> bool:
    """Whether a share stands in the sentence of the remainder, or in the one before where that opens its own."""
    lead = left(article, rest.span.start, NEAR)
    block = article.page.block_at(rest.span.start)
    if block is not None and block.form is Form.ITEM and last.span.end < block.span.start:
        return True
    if last.span.end >= rest.span.start - len(lead):
        return True
    opens = _OPENS.match(lead) is not None or _IN_PASSING.search(lead) is not None
    return (
        opens and rest.span.start - last.span.end <= NEAR and "\n" not in gap(article, last.span.end, rest.span.start)
    )


def _of_one(article: Article, parts: list[Claim], rest: Claim) -> bool:
    """Whether no words behind the shares make them shares of different things, and no part of a rest is told."""
    if _PART_OF_REST.search(gap(article, parts[0].span.end, rest.span.start)):
        return False
    if _ELSEWHERE.search(left(article, rest.span.start, NEAR)):
        return False
    words = _FRACTION.findall(gap(article, sentence_at(article, parts[0].span.start).start, rest.span.start))
    if len(words) != sum(part.kind is not Kind.PERCENT for part in parts):
        return False  # "a half and a third", of which one is no reading
    found = {claim: _OF.match(right(article, claim.span.end, 60)) for claim in (*parts, rest)}
    named = {claim: told[1] for claim, told in found.items() if told is not None and told[1] not in _ANY}
    own = named.pop(rest, None)
    return own is None or not named or own in named.values()


def _before(article: Article, rest: Claim, shares: Sequence[Claim]) -> list[Claim]:
    """The shares before the remainder in its paragraph, or in the items before it: a list may run over several."""
    far = max(rest.span.start - REACH, 0)
    start = max(article.page.prose.text.rfind("\n", far, rest.span.start) + 1, far)
    blocks = article.page.blocks
    at = bisect_right(blocks, rest.span.start, key=lambda block: block.span.start) - 1
    while at > 0 and blocks[at].form is blocks[at - 1].form is Form.ITEM and blocks[at - 1].span.start >= far:
        at -= 1
        start = blocks[at].span.start
    return [claim for claim in shares if start <= claim.span.start < rest.span.start]


def _behind(article: Article, rest: Claim) -> list[Percent]:
    """The shares behind the remainder in its sentence, which may be what is left as well."""
    end = rest.span.end + len(right(article, rest.span.end, NEAR))
    return [claim.value for claim in within(article, rest.span.end, end) if isinstance(claim.value, Percent)][:2]


def _stated(rest: Percent, fives: bool) -> Bounds:
    """What the remainder as told may be: to the five where it ends in a nought, else to its last digit."""
    amount = rest.amount
    coarse = amount.hedge is Hedge.NONE and amount.step == 1 and amount.value % 10 == 0
    return reckoned(rest, fives=fives) if coarse else bounds(amount)


def _judge(article: Article, parts: list[Claim], rest: Claim) -> Verdict | Outcome:
    values = [claim.value for claim in parts if isinstance(claim.value, Percent)]
    assert isinstance(rest.value, Percent)
    fives = len(values) > FEWEST and by_fives((*values, rest.value))
    said = _stated(rest.value, fives)
    told_shares = article.page.prose.text[parts[0].span.start : rest.span.start]
    small = sum(value.amount.value for value in (*values, rest.value)) < FULL
    wholes = values if small or _OF_THESE.search(told_shares) else []
    choice = [*values, *_behind(article, rest)]
    outcomes = {
        judge(minus(whole, total([reckoned(value, fives=fives) for value in chosen])), said)
        for size in range(1, len(choice) + 1)
        for chosen in combinations(choice, size)
        for whole in (exact(HUNDRED), *(reckoned(value, fives=fives) for value in wholes if value not in chosen))
    }
    for outcome in (Outcome.CONSISTENT, Outcome.BY_ROUNDING):
        if outcome in outcomes:
            return outcome
    amounts = [value.amount for value in values]
    step = min(Decimal(1), *(amount.step for amount in amounts)) or rest.value.amount.step
    sum_ = " - ".join(number(amount.value, amount.step or step) for amount in amounts)
    leaves = number(HUNDRED - sum(amount.value for amount in amounts), step)
    shown = told(article, rest)
    return Verdict(
        f"the remainder is {leaves} %, not {shown}",
        (Mark(rest.span, f"{leaves} % remains"), *(Mark(claim.span, "a part") for claim in parts)),
        calculation=f"100 - {sum_} = {leaves} %, not {shown}",
        changes=_changes(article, parts, rest),
    )


def _changes(article: Article, parts: list[Claim], rest: Claim) -> tuple[Change, ...]:
    """The remainder that the parts leave, or, of few parts, one of them made to leave it."""
    told = [claim for claim in (*parts, rest) if isinstance(claim.value, Percent)]
    excess = sum((claim.value.amount.value for claim in told if isinstance(claim.value, Percent)), -HUNDRED)
    return tuple(
        change
        for claim in (rest, *(parts if len(parts) <= MOST_PARTS else ()))
        if isinstance(claim.value, Percent)
        for change in write(article, claim.span, claim.value, claim.value.amount.value - excess)
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("Of its ⟦1:26⟧ employees, ⟦2:nine⟧ are clerks and the other ⟦3:15⟧ technicians."),
        Example(
            "Its ⟦1:84 km⟧ were laid in two stages: ⟦2:52 km⟧ before the war, and the remaining ⟦3:42 km⟧ after it."
        ),
        Example("Of her crew of ⟦1:61⟧, ⟦2:22⟧ were drowned. The other ⟦3:29⟧ reached the shore in two boats."),
        Example("The state subscribed ⟦2:60 percent⟧ of it. The other ⟦1:30 percent⟧ was taken up by merchants."),
        Example("Of the crew of ⟦1:120⟧, ⟦2:84⟧ were sailors and the remaining ⟦3:46⟧ were marines."),
        Example("The diocese has ⟦1:96⟧ parishes, of which ⟦2:61⟧ lie in the plain and the other ⟦3:45⟧ in the hills."),
        Example(
            "The family holds ⟦2:55 per cent⟧ of the shares and a bank ⟦3:12 per cent⟧, while the "
            "other ⟦1:35 per cent⟧ are traded."
        ),
        Example(
            "Some ⟦2:45%⟧ speak Lurian and ⟦3:30%⟧ Norlandic as their first language; the remaining ⟦1:35%⟧ "
            "speak Romansh."
        ),
        Example(
            "By 1990 ⟦2:60%⟧ of the population live by the sea, ⟦3:25%⟧ in hills and the remaining ⟦1:25%⟧ in towns."
        ),
        Example("About ⟦2:71%⟧ of the land is forest and the other ⟦1:19%⟧ is pasture."),
        Example(
            "The canton pays ⟦2:58%⟧ of the upkeep and the towns ⟦3:27%⟧; the balance of ⟦1:25%⟧ is raised by tolls."
        ),
        Example("The state holds ⟦2:51%⟧ of the capital and the staff ⟦3:14%⟧, leaving ⟦1:45%⟧ with investors."),
        Example("The board has ⟦1:17⟧ members. ⟦2:Ten⟧ of them are elected, and the other ⟦3:eight⟧ are appointed."),
        Example("The path is ⟦1:41 km⟧ long; the first ⟦2:24 km⟧ follow the shore and the other ⟦3:19 km⟧ the ridge."),
        Example("Of a gift of ⟦1:$70,000⟧, ⟦2:$41,000⟧ went to the poor. What was left, ⟦3:$39,000⟧, built a well."),
        Example("There were ⟦1:31⟧ girls. ⟦2:Nineteen⟧ of them sang. The others, ⟦3:fourteen⟧ in all, danced."),
        Example("She had ⟦1:90⟧ sheep, of which she sold ⟦2:62⟧ and kept ⟦3:38⟧."),
        Example(
            "= Orm Fire =\n\nThe fire killed ⟦1:54⟧ people.\n\n== Dead ==\n\n⟦2:Thirty-one⟧ of the dead were weavers. "
            "The other ⟦3:26⟧ were spinners."
        ),
        Example("Two turbines supply ⟦2:three quarters⟧ of the current. Diesel engines give the remaining ⟦1:third⟧."),
        Example(
            "Its power is ⟦2:three-fifths⟧ wind. A dam on the Orr, built in two years, gives the remaining ⟦1:half⟧."
        ),
        Example(
            "It was ⟦1:14 km⟧ long.\n\n== End ==\n\nIn 1951 ⟦2:9 km⟧ were shut. The remaining ⟦3:7 km⟧ were run by Orr."
        ),
        Example(
            "It has ⟦1:320⟧ boys.\n\nOf the boys, ⟦2:210⟧ live in the four halls, and the other ⟦3:90⟧ live in Orr."
        ),
        Example("It was sold:\n- ⟦2:52%⟧ to the town\n- ⟦3:14%⟧ to the staff\n- all the others, ⟦1:44%⟧, to a bank"),
        Example("Only ⟦2:12⟧ of the ⟦1:40⟧ charters survive, the other ⟦3:38⟧ having been lost in a fire."),
        Example("The hall has ⟦1:14⟧ doors, ⟦2:nine⟧ of oak and the other ⟦3:seven⟧ of pine."),
        Example("The shaft is ⟦1:540 m⟧ deep. By May ⟦2:390 m⟧ had been dug, which left ⟦3:170 m⟧ to go."),
    ),
    good=(
        Example("Books are 62% of the sales at home; abroad the remaining 45% are maps."),
        Example("The family holds 48% of it and a fund about a fifth. The remaining 30% or so are traded."),
        Example(
            "= Norby Line =\n\nIn 1994 the family sold 40% of the shares. Half of what it then held went to a rival. "
            "The remaining 30% is in many hands."
        ),
        Example("The brig left with 41 men. At Cork 12 went ashore and 5 came on board; the remaining 34 sailed on."),
        Example("Of the 19 cantons, 12 voted yes; the other six had not replied, and one was absent."),
        Example("The hall has 720 seats. Until 1960, 430 were in the stalls, and the remaining 310 in the balcony."),
        Example("Only 12 of the 40 charters survive, the other 28 having been lost in a fire."),
        Example("Of 240 pupils 150 were admitted at once; after appeals the remaining 70 were turned away."),
        Example("The board has 17 members. Ten of them are elected, and the other seven are appointed."),
        Example("Of her crew of 61, 22 were drowned. The other 42, with three taken off a raft, reached the shore."),
        Example(
            "= Orm Fire =\n\nThe fire killed 54 people and hurt 57.\n\n== Dead ==\n\nOf the dead, 31 were weavers. "
            "The other 23 were spinners."
        ),
        Example("Of 410 tons the Danes took 160 tons, the Swedes 110, the Dutch 70 and the others the remaining 70."),
        Example("Of her crew of 61, 22 were drowned and 10 froze. The other 29 reached the shore in two boats."),
        Example("Of the crew of 120, 84 were sailors, 10 stewards and the remaining 26 were marines."),
        Example(
            "Of the 14 bells, 9 were melted down, some lost, and the remaining 4 were sold for the other 7 pounds."
        ),
        Example(
            "The family holds 55 per cent of the shares and a bank 12 per cent, while the other 33 per cent are traded."
        ),
        Example("Some 60% of the population live on the coast, 25% in the hills, and the remaining 15% in towns."),
        Example("About 71% of the land is forest and the other 29% is pasture."),
        Example("Of all exports, 60% of the total went north, 12% by rail, and the remaining 40% south."),
        Example("The town owns half of it and the county a third; the remaining sixth is the staff's."),
        Example("Two turbines supply two thirds of the current. Diesel engines give the remaining third."),
        Example("In the other 19% of cases nothing was found."),
        Example("Some 72% of the power is generated by water; of the rest, 38% is bought from abroad."),
        Example("He sold 30% of his stake, keeping the remaining 45% of the firm."),
        Example("It pays 60% of the cost at once and the remaining 30% later, with 10% held back."),
    ),
    claims=frozenset({"percent", "number", "quantity", "money"}),
)
