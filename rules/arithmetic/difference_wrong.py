"""The difference between two numbers is stated, and is another.

Why: "fell by 12 from 40 to 30" holds three numbers of which one is wrong.

Right all the same: the difference is counted over other years or in other units than the two numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.amounts.courses import other_bases
from rules.laws.amounts.margins import margins
from rules.laws.amounts.moves import FRACTION, Move, changes, growth, moves
from rules.laws.amounts.said_changes import said_changes
from rules.laws.amounts.told_changes import told_changes
from rules.laws.bounds import Bounds, bounds, judge, minus, scaled
from rules.laws.edits import write
from rules.laws.nearby import right, told
from rules.laws.order import amount
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_IN_PARTS = regex(r"[^.;:]{0,60}\band (?:by |another |a further |the (?:rest|remainder)\b)")
"""Behind a change: it is only a part of the whole one, "by 0.5 m through lifting and by the remainder through"."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Subtract the two ends of every "from a to b" and compare with the change stated."""
    seen: set[ProseSpan] = set()
    for move in article.once(moves):
        for change in changes(article, move, move.first.kind):
            said = amount(change.claim.value)
            if said is None or change.up is None or change.claim.pattern == FRACTION:
                continue  # "fell by half from 9.8 to 5" tells a share of the first
            seen.add(change.claim.span)
            if _in_parts(article, change.claim):
                yield Outcome.INCOMPARABLE
                continue
            moved = minus(move.end, move.start)
            signed = bounds(said) if change.up else scaled(bounds(said), Decimal(-1))
            outcome = judge(moved, signed)
            if outcome is Outcome.CONFLICTING and _in_percent(move, change.claim):
                relative = judge(growth(move), signed)
                outcome = Outcome.BY_ROUNDING if relative is not Outcome.CONFLICTING else outcome
            yield _verdict(article, move, change.claim) if outcome is Outcome.CONFLICTING else outcome
    known = {frozenset(move[:2]) for move in article.once(moves)}
    told_freely = [
        (move, change)
        for move, change, _ in article.once(told_changes)
        if change is not None
        and (frozenset(move[:2]) not in known or change.claim.span > max(move.first.span, move.second.span))
    ]
    for move, change in (*margins(article), *article.once(said_changes), *told_freely):
        if change.claim.kind is not move.first.kind or _in_parts(article, change.claim):
            continue
        said = amount(change.claim.value)
        if said is not None and change.claim.span not in seen:
            seen.add(change.claim.span)
            signed = scaled(bounds(said), Decimal(1 if change.up else -1))
            moved = minus(move.end, move.start)
            outcome = Outcome.CONFLICTING if _only_touch(moved, signed) else judge(moved, signed)
            if outcome is Outcome.CONFLICTING and not _fits_another(article, move, signed):
                yield _verdict(article, move, change.claim)
            else:
                yield Outcome.INCOMPARABLE if outcome is Outcome.CONFLICTING else outcome


def _only_touch(first: Bounds, second: Bounds) -> bool:
    """Whether two values have one point in common at the most: what is cut off never reaches the next whole number."""
    (low, high), (least, most) = first.lenient, second.lenient
    if low is None or high is None or least is None or most is None or low == high or least == most:
        return False
    return low == most or high == least


def _in_parts(article: Article, change: Claim) -> bool:
    return _IN_PARTS.match(right(article, change.span.end, 80)) is not None


def _fits_another(article: Article, move: Move, change: Bounds) -> bool:
    """Whether the change is that from another amount told before."""
    agreed = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
    return any(judge(minus(other.end, other.start), change) in agreed for other in other_bases(article, move))


def _in_percent(move: Move, change: Claim) -> bool:
    """A change of a share may be told in percent of that share: "rose by 50 % from 10 % to 15 %"."""
    return isinstance(move.first.value, Percent) and isinstance(change.value, Percent) and not change.value.points


def _verdict(article: Article, move: Move, change: Claim) -> Verdict:
    first, second, said = (told(article, claim) for claim in (move.first, move.second, change))
    one, other = amount(move.first.value), amount(move.second.value)
    assert one is not None
    assert other is not None
    step = min(one.step or Decimal(1), other.step or Decimal(1))
    moved = number(abs(other.value - one.value), step)
    return Verdict(
        f"from {first} to {second} is a change of {moved}, not {said}",
        (Mark(move.first.span, "from here"), Mark(move.second.span, "to here"), Mark(change.span, f"not {moved}")),
        calculation=f"{second} - {first} = {'-' if other.value < one.value else ''}{moved}, not {said}",
        changes=_changes(article, move, change, other.value - one.value),
    )


def _changes(article: Article, move: Move, change: Claim, real: Decimal) -> tuple[Change, ...]:
    """The difference that the ends make, or either end moved so that they make the difference."""
    said, one, other = (amount(claim.value) for claim in (change, move.first, move.second))
    if said is None or one is None or other is None:
        return ()
    moved = said.value if real >= 0 else -said.value
    return (
        *write(article, change.span, change.value, abs(real)),
        *write(article, move.second.span, move.second.value, one.value + moved),
        *write(article, move.first.span, move.first.value, other.value - moved),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("There were ⟦1:164⟧ farms in 1950 and ⟦2:121⟧ in 2000, which means that ⟦3:53⟧ farms were lost."),
        Example("Norby made ⟦2:164⟧ runs and Sund made ⟦1:139⟧ runs, so that Norby won by ⟦3:35⟧ runs."),
        Example(
            "The east top is at ⟦2:912 m⟧ and the west top at ⟦1:874 m⟧; the east top is therefore ⟦3:48 m⟧ higher."
        ),
        Example(
            "The mast was ⟦1:42 m⟧ high. In a gale ⟦3:9 m⟧ of the top were lost, so that it measures ⟦2:36 m⟧ today."
        ),
        Example("Orr polled ⟦1:3,120⟧ votes and Lund ⟦2:2,940⟧; Orr’s lead of ⟦3:240⟧ votes was never in doubt."),
        Example(
            "In 1906 it had ⟦1:38⟧ members. ⟦3:Fourteen⟧ joined in the next year, so that ⟦2:56⟧ members met in 1907."
        ),
        Example("The pass lies at ⟦2:1,612 m⟧ and the inn at ⟦1:980 m⟧, so that the road climbs ⟦3:732 m⟧ in all."),
        Example(
            "There were ⟦1:1,480⟧ hands on the books in 1921. The new looms cost ⟦3:350⟧ jobs within two years, "
            "so that in 1925 no one but ⟦2:990⟧ were left."
        ),
        Example("The spire of 1610 was ⟦1:52 m⟧ high. Its successor reaches ⟦2:68 m⟧ and so exceeds it by ⟦3:21 m⟧."),
        Example("The gap between low water, at ⟦1:3.2 m⟧, and high water, at ⟦2:5.9 m⟧, is ⟦3:3.7 m⟧."),
        Example(
            "In 1930 the shelves held ⟦1:9,400⟧ books. A further ⟦3:2,300⟧ were bought by 1940, which brought the "
            "stock to ⟦2:12,500⟧ books."
        ),
        Example(
            "= Cup =\n\nAlder ended the year with ⟦1:44⟧ points, ⟦3:six⟧ more than Norby Town. It won the cup as well."
            "\n\n== Table ==\n- Alder: first\n- Norby Town: second, with ⟦2:35⟧ points"
        ),
        wikitext(
            "The cut-off was dug in 1961.\n\n== Times ==\n{|\n! Year !! Passage\n|-\n| 1960 || ⟦1:84 minutes⟧\n|-\n"
            "| 1962 || ⟦2:61 minutes⟧\n|}\nThe saving of ⟦3:33 minutes⟧ was welcome."
        ),
        Example("The hall holds ⟦2:450⟧ people, ⟦3:120⟧ more than the old one, which held ⟦1:380⟧ people."),
        Example("With ⟦2:58⟧ points Varde finished ⟦3:nine⟧ points ahead of Ribe, who had ⟦1:51⟧."),
        Example("At its peak it had ⟦1:61⟧ branches; after the sale only ⟦2:44⟧ were left, ⟦3:27⟧ fewer than before."),
        Example("Its tongue drew back by ⟦3:310 m⟧, its length shrinking from ⟦1:2,450 m⟧ to ⟦2:2,240 m⟧."),
        Example("They conceded ⟦2:38⟧ goals, ⟦3:19⟧ fewer than the ⟦1:52⟧ of the season before."),
        Example("The glacier was ⟦1:9.4 km⟧ long. It has since lost ⟦3:1.8 km⟧ and now measures ⟦2:6.6 km⟧."),
        Example("In 1663 it had ⟦1:860⟧ oarsmen. In the next year the figure had dropped by ⟦3:260⟧ to ⟦2:640⟧."),
        Example("It was heightened by ⟦3:14 m⟧, from ⟦1:62 m⟧ to ⟦2:81 m⟧."),
        Example("The hull was lengthened from ⟦1:88 m⟧ to ⟦2:96 m⟧, that is by ⟦3:12 m⟧."),
        Example("In 2014 it lost ⟦3:14⟧ seats, falling from ⟦1:51⟧ to ⟦2:41⟧."),
        Example("The number of seats fell by ⟦3:12⟧ from ⟦1:40⟧ to ⟦2:30⟧."),
        Example("Its share rose by ⟦3:5 percentage points⟧ from ⟦1:21%⟧ to ⟦2:24%⟧."),
        Example("The lake dropped from ⟦1:38 m⟧ to ⟦2:31 m⟧, a fall of ⟦3:9 m⟧."),
        Example("The party gained ⟦3:15⟧ seats, going from ⟦1:20⟧ to ⟦2:30⟧."),
        Example("Turnout fell by ⟦3:12⟧ points, from ⟦1:71 %⟧ to ⟦2:64 %⟧."),
        Example("The motion passed by ⟦2:212⟧ votes to ⟦1:188⟧, a margin of ⟦3:34⟧."),
        Example("Holm polled ⟦2:14,210⟧ votes and Vade ⟦1:12,870⟧, giving Holm a majority of ⟦3:2,340⟧."),
        Example("The club climbed ⟦3:five⟧ places, from ⟦1:14th⟧ to ⟦2:6th⟧."),
        Example("The lead shrank from ⟦1:12⟧ points to ⟦2:5⟧ points, a drop of ⟦3:9⟧ points."),
    ),
    good=(
        Example(
            "= Norby Lodge =\n\nThe lodge is old. A peak of 61 members was reached in 1980. The number fell by 14 "
            "between 1990 and 2000, to 39."
        ),
        Example("Of 80 carts 25 were sold, but 9 new ones were bought, and 64 were counted in May."),
        Example(
            "The hotel was sold for 8 million euros in 2009. "
            "It cost €11 million in 2012 and £4 million (about €4.9 million) in 2020."
        ),
        Example(
            "The convoy had 26 ships, and 14 more joined off Brest. Six tugs went with them. "
            "In the log 37 ships are said to have arrived."
        ),
        Example("In 1880 there were 12 engines. The fair drew more people from 12 to 15 August."),
        Example(
            "The larger dome has a diameter of 11.5 m and the smaller one of 8.2 m; the difference in height is 4.3 m."
        ),
        Example("The clearance rose from 3.2 m to 4.1 m: by 0.5 m through lifting and by the rest through digging."),
        Example("With 58 points Varde finished nine points ahead of Ribe; Esbjerg had 51."),
        Example("The school had 340 pupils in 1990 and 420 in 2000. Later it lost 60 pupils to a new school."),
        Example("There were 60 branches in 1990. It closed 14 of them, opened five others and had 51 in 1995."),
        Example("The east tower is 34 m high, the west tower 28 m. The dome was raised by 4 m in 1902."),
        Example("With 44 points Alder was first. It had nine more than Sund, and Norby had 38 points."),
        Example("At its peak it had 61 branches; after the sale only 44 were left, 27 fewer than its rival had."),
        Example("Her complement was 121, but she sailed with 97 and took on 30 more at Norby."),
        Example("They conceded 38 goals, 19 fewer than the champions; in the season before it had been 52."),
        Example("The glacier was 9.4 km long. It lost 1.8 km in fifty years and measures 6.6 km today."),
        Example("The number of seats fell by 10 from 40 to 30."),
        Example("It has four turbines of 35 MW. The last, of 1979, raised the output by a third to 140 MW."),
        Example("The motion passed by 212 votes to 188, a margin of 24, and by 58 seats to 40, a majority of 16."),
        Example(
            "The club climbed eight places, from 14th to 6th, and lost nine games and won three, going from 34 to 28."
        ),
        Example("It was heightened by a spire of 14 m, from 62 m to 81 m, and by other means."),
        Example("The number of ships rose by a fifth from 10 to 12."),
        Example("The number of seats fell by half from 40 to 20."),
        Example("Its share rose by 3 percentage points from 21% to 24%."),
        Example("Its share rose by 50% from 10% to 15%."),
        Example("The lake dropped from 38 m to 31 m, a fall of 1 m every year."),
        Example("The number of seats fell by about 10 from 41 to 30."),
    ),
    claims=frozenset({"money", "percent", "number", "quantity", "duration"}),
)
