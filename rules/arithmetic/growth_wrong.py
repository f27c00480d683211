"""The change between two numbers is given in percent, or by a word such as "doubled", and is another.

Why: "from 200 to 250, a 50 % increase" leaves the reader with three numbers of which one is wrong.

Right all the same: the percentage is an average over the years, compounded, or adjusted for inflation (told by such
words, and left alone), or percentage points were meant. "Doubled" and its like are allowed a wide range.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.amounts.courses import Course, other_bases
from rules.laws.amounts.moves import FRACTION, Factor, Move, changes, factor, factor_words, growth, moves
from rules.laws.amounts.moves import Change as Told
from rules.laws.amounts.said_changes import said_changes
from rules.laws.amounts.shares import stated
from rules.laws.amounts.told_changes import told_changes
from rules.laws.bounds import judge, minus, scaled
from rules.laws.edits import write
from rules.laws.nearby import left, right, told
from rules.laws.order import amount
from rules.laws.wording import number, rounded_to
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

AGREED = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
SCALE = 100
"""So many times as much is told of two scales: "from 2.0 to 1.5 million"."""
_AND = regex(r",? and (?:an? )?([a-z]+)")
_AFTER_AND = regex(r"\b([a-z]{1,20}) and (?:an? )?$")
_ONWARD = regex(
    r"(?: (?:in|by|during|over|after) [^.;,0-9]{0,30}(?:[0-9]{4})?)?,?"
    r"(?: and| then)? to (?:an? |about |some |estimated )*[0-9$£€US]"
)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Work out the change of every "from a to b" and compare it with the one that is stated."""
    seen: set[ProseSpan] = set()
    for move in article.once(moves):
        first = amount(move.first.value)
        if first is None or first.value <= 0:
            continue
        told_in_words = False
        for change in changes(article, move, Kind.PERCENT):
            if isinstance(change.claim.value, Percent):
                seen.add(change.claim.span)
                told_in_words |= change.claim.pattern == FRACTION
                yield _percent(article, move, change.claim, change.claim.value, change.up)
        times = factor(article, move) if not told_in_words else None
        if times is not None:
            seen.add(times.span)
            yield _factor(article, move, times)
    said = [Course(*each, None) for each in article.once(said_changes) if each[1].claim.span not in seen]
    held = seen | {course.change.claim.span for course in said if course.change is not None}
    freely = [course for course in article.once(told_changes) if _span(course) not in held]
    for move, told_change, word in (*said, *freely):
        judged = partial(_course, article, told_change, word)
        found = judged(move)
        if isinstance(found, Verdict) and any(judged(other) in AGREED for other in other_bases(article, move)):
            found = Outcome.INCOMPARABLE
        if found is not None:
            yield found


def _span(course: Course) -> ProseSpan | None:
    """Where the change stands that is told."""
    return course.factor.span if course.factor else course.change.claim.span if course.change else None


def _course(article: Article, change: Told | None, word: Factor | None, move: Move) -> Verdict | Outcome | None:
    """What is said of a change that is told apart from its ends."""
    if word is not None:
        return _factor(article, move, word)
    if change is None or not isinstance(change.claim.value, Percent) or move.first.kind is Kind.PERCENT:
        return None
    return _percent(article, move, change.claim, change.claim.value, change.up)


def _percent(article: Article, move: Move, claim: Claim, value: Percent, up: bool | None) -> Verdict | Outcome:
    real = growth(move)
    said = stated(value) if up is not False else scaled(stated(value), Decimal(-1))
    outcome = judge(real, said)
    if outcome is Outcome.CONFLICTING and move.first.kind is Kind.PERCENT:  # "from 5 % to 7 %, a 2 % increase"
        points = minus(move.end, move.start)
        outcome = Outcome.BY_ROUNDING if judge(points, said) is not Outcome.CONFLICTING else outcome
    return _verdict(article, move, claim) if outcome is Outcome.CONFLICTING else outcome


def _factor(article: Article, move: Move, said: Factor) -> Verdict | Outcome:
    if _one_of_two(article, said):
        return Outcome.INCOMPARABLE
    if _ONWARD.match(right(article, max(move.first.span.end, move.second.span.end), 70)):
        return Outcome.INCOMPARABLE  # "rose fourfold, from 20 in 1981 to 40 in 1991, to 80 in 2001"
    real = scaled(growth(move), Decimal("0.01"), Decimal(1))
    if real.lenient.overlaps(said.allowed):
        return Outcome.CONSISTENT
    if real.strict.low is not None and real.strict.low > SCALE:
        return Outcome.INCOMPARABLE
    return _verdict(article, move, None, said)


def _one_of_two(article: Article, said: Factor) -> bool:
    """Whether two factors are told of two moves: "from 20 to 100 and from 100 to 300, a fivefold and a threefold"."""
    behind = _AND.match(right(article, said.span.end, 40))
    ahead = _AFTER_AND.search(left(article, said.span.start, 40))
    return bool((behind and factor_words().match(behind[1])) or (ahead and factor_words().search(ahead[1])))


def _verdict(article: Article, move: Move, claim: Claim | None, word: Factor | None = None) -> Verdict:
    first, second = told(article, move.first), told(article, move.second)
    ends = _ends(move)
    shown = told(article, claim) if claim else f"“{word.word}”" if word else ""
    counted = f"{' to '.join(number(abs(end)) for end in ends)} % {'more' if ends[0] >= 0 else 'less'}"
    marks = [Mark(move.first.span, "from here"), Mark(move.second.span, f"{counted} than {first}")]
    if claim:
        marks.append(Mark(claim.span, "the change stated"))
    elif word:
        marks.append(Mark(word.span, "the change stated"))
    return Verdict(
        f"from {first} to {second} is {counted}, not {shown}",
        tuple(marks),
        calculation=f"{second} / {first} - 1 = {' to '.join(map(number, ends))} %, not {shown}",
        changes=_changes(article, move, claim, sum(ends, Decimal(0)) / len(ends)),
    )


def _changes(article: Article, move: Move, claim: Claim | None, real: Decimal) -> tuple[Change, ...]:
    """The change that the ends make, or either end moved so that they make the change."""
    one, other = amount(move.first.value), amount(move.second.value)
    if claim is None or not isinstance(claim.value, Percent) or one is None or other is None:
        return ()
    said = claim.value.amount.value
    factor = 1 + (said if real >= 0 else -said) / 100
    return (
        *write(article, claim.span, claim.value, abs(real)),
        *write(article, move.second.span, move.second.value, one.value * factor),
        *(write(article, move.first.span, move.first.value, other.value / factor) if factor > 0 else ()),
    )


def _ends(move: Move) -> list[Decimal]:
    """The change between the numbers as written, in percent: one, or the least and the most where one is a range."""
    first, second = amount(move.first.value), amount(move.second.value)
    assert first is not None
    assert second is not None
    pairs = ((first.top, second.value), (first.value, second.top))
    return sorted({rounded_to((end / start - 1) * 100, Decimal(1)) for start, end in pairs}, key=abs)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("In 1974 it was enlarged from ⟦1:30⟧ to ⟦2:48⟧ members, an increase of ⟦3:a quarter⟧."),
        Example("In 1931 it made ⟦1:4,000⟧ carts. Six years later output had ⟦3:trebled⟧ and stood at ⟦2:7,100⟧."),
        Example(
            "Traffic, which had been at ⟦1:1.2 million tonnes⟧, reached ⟦2:1.8 million tonnes⟧ later on, ⟦3:75%⟧ more."
        ),
        Example(
            "The guild had ⟦1:3,400⟧ members when the strike began. Within a year its strength had ⟦3:doubled⟧ to "
            "⟦2:5,100⟧."
        ),
        Example(
            "The spa had ⟦1:40,000⟧ guests in 1925. The next year the figure fell by ⟦3:a quarter⟧, to ⟦2:22,000⟧."
        ),
        Example(
            "In 1911 the lodge had ⟦1:310⟧ members, nearly all of them weavers. A strike made it known in every "
            "mill, and by 1913 its membership had ⟦3:doubled⟧ to ⟦2:470⟧."
        ),
        Example("The number of looms ⟦3:trebled⟧: there were ⟦1:240⟧ at first and ⟦2:510⟧ at the end."),
        Example("The choir had ⟦1:64⟧ singers in 1949. It was ⟦3:twice as large⟧ in 1955, with ⟦2:190⟧ singers."),
        Example("The grant fell from ⟦1:$800,000⟧ to ⟦2:$600,000⟧ in 1994. This cut of ⟦3:40%⟧ closed the studio."),
        wikitext(
            "{|\n! Year !! People\n|-\n| 1871 || ⟦1:1,410⟧\n|-\n| 1901 || ⟦2:3,120⟧\n|}\n"
            "Between 1871 and 1901 the population ⟦3:tripled⟧."
        ),
        Example("Enrolment, ⟦1:3,200⟧ in 1970, increased ⟦3:fourfold⟧ and reached ⟦2:6,900⟧ by 1985."),
        Example("Catches were ⟦3:halved⟧ between 1970 and 1985, falling from ⟦1:900 tonnes⟧ to ⟦2:620 tonnes⟧."),
        Example("Traffic rose from ⟦1:40,000 tonnes⟧ in 1990 to ⟦2:60,000 tonnes⟧ in 2000, an increase of ⟦3:75%⟧."),
        Example("Membership rose from ⟦1:200⟧ to ⟦2:250⟧, a ⟦3:50 %⟧ increase."),
        Example("Output fell by ⟦3:40 percent⟧ from ⟦1:500 tonnes⟧ to ⟦2:400 tonnes⟧."),
        Example("Exports rose from ⟦1:$200 million⟧ to ⟦2:$250 million⟧, a ⟦3:50%⟧ increase."),
        Example("The budget grew from ⟦1:$1.2 million⟧ in 1990 to ⟦2:$1.8 million⟧ in 1995, an increase of ⟦3:20%⟧."),
        Example("The population more than ⟦3:tripled⟧ from ⟦1:12,400⟧ in 1950 to ⟦2:20,600⟧ in 1990."),
        Example("Sales grew from ⟦1:$2.2 billion⟧ in 2001 to ⟦2:$9–10 billion⟧ in 2006, a ⟦3:500%⟧ increase."),
        Example(
            "Output more than ⟦3:tripled⟧ under the new owner, from ⟦1:840 tonnes⟧ in 1911 to ⟦2:1,310 tonnes⟧ in 1921."
        ),
        Example("Enrolment, which had been ⟦1:1,200⟧ in 1950, reached ⟦2:3,000⟧ in 1970, an increase of ⟦3:80 %⟧."),
        Example("The line carried ⟦1:150,000⟧ people in 1960 and ⟦2:180,000⟧ in 1961, which was ⟦3:35 %⟧ more."),
        Example(
            "With ⟦2:9,000⟧ readers against ⟦1:3,000⟧ a year earlier, the paper had ⟦3:quadrupled⟧ its circulation."
        ),
        Example("The staff was ⟦3:halved⟧ from ⟦1:90⟧ to ⟦2:72⟧."),
        Example("The staff shrank by ⟦3:half⟧, from ⟦1:240⟧ to ⟦2:180⟧."),
        Example("From ⟦1:640⟧ in 1881 the population rose to ⟦2:800⟧ in 1891, a gain of ⟦3:45 per cent⟧."),
        Example("Output, ⟦1:500 tonnes⟧ in 1970, had ⟦3:tripled⟧ to ⟦2:900 tonnes⟧ by 1985."),
    ),
    good=(
        Example("When its price was halved in 1931, the sale rose from 20,000 to 29,000 copies."),
        Example("By 1970 the number had risen to 1,000, and it reached 1,500 in 1985, half as many again."),
        Example(
            "It had 12,000 guests in 1990. Their number rose by 20% in 1991 and by a further 30% in 1992, to 18,720."
        ),
        Example(
            "In 1900 some 4,600 people lived there. By 1930 it had risen to 9,400, a growth of 104 per cent; "
            "the number of houses grew by 64 per cent."
        ),
        wikitext(
            "{|\n! Year !! Visitors\n|-\n| 1995 || 52,000\n|-\n| 2005 || 71,000\n|}\n"
            "Receipts doubled between 1995 and 2005."
        ),
        Example(
            "In the first year it carried 8,100 cars a day, against a forecast of 11,000; in the fifth it stood "
            "at 11,900, an increase of 47 per cent."
        ),
        Example(
            "Sales grew by 150% in ten years and nearly doubled, from $41 million to $80 million, in the next ten."
        ),
        Example("The club had 600 members in 1920. Membership tripled in the capital, and reached 1,200 in all of it."),
        Example("In 1520 it numbered 36, twelve of them mounted. By 1590 it had risen to 54, an increase of one half."),
        Example("Deals rose from 10 to 30. It now has 42, an increase of 5 % from the year before."),
        Example("Catches were halved between 1970 and 1985, falling from 900 tonnes to 450 tonnes."),
        Example("The fair drew 18,000 people in 1975 and 46,000 in 1985; receipts quadrupled in the same time."),
        Example("Membership rose from 200 to 250, a 25 % increase."),
        Example("Rents went up from 200 to 220, an increase of 35% on the level of 1900."),
        Example("The line carried 150,000 people in 1960 and 180,000 in 1961; receipts were 35 % higher."),
        Example("With 9,000 readers against 3,000 a year earlier, the paper had tripled its circulation."),
        Example("Output, 300 tonnes in 1970, had tripled to 900 tonnes by 1985."),
        Example(
            "Power rose from 20 to 100 kW in 1953 and from 100 to 300 in 1966, a fivefold and a threefold increase."
        ),
        Example("Output fell by 20 percent from 500 tonnes to 400 tonnes."),
        Example("The budget grew from $1.2 million in 1990 to $1.8 million in 1995, an average annual increase of 8%."),
        Example("Sales grew from $2.2 billion in 2001 to $9–10 billion in 2006, a 330% increase."),
        Example("Its share rose from 5% to 7%, a 2% increase."),
        Example("The population nearly doubled from 12,400 in 1950 to 23,600 in 1990."),
        Example("The population rose from 12,400 to 20,600 and the area by 50%."),
    ),
    claims=frozenset({"money", "percent", "number", "quantity", "duration"}),
)
