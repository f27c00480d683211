"""Two numbers are said to differ one way and differ the other way.

Why: "much higher at 23 against 109" tells the reader the opposite of what the numbers say, and one of them must go.

Right all the same: ranks count down ("rose from tenth to fifth"), and a worse balance may be told as a rise of the
deficit; both are left alone, and so are numbers that differ by no more than rounding.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Quantity
from articles.claims.units import dimension
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.compared import Compared, compared, of_another_measure, telling
from rules.laws.amounts.direction import direction
from rules.laws.amounts.pair_ranks import Ranked, pair_ranks
from rules.laws.asides import without_concession
from rules.laws.edits import exchange
from rules.laws.nearby import between, left, right, told
from rules.laws.nouns import people
from rules.laws.order import Sides, amount, sides
from rules.rule import Example, Mark, Outcome, Rule, Verdict

WIDEST = 150
_BEHIND = 40
COMPARED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.QUANTITY, Kind.DURATION})
_RANKED = worded(__file__, r"\b{ranks}|\b(?:number|no\.|age) ")
BALANCES = WordList(__file__, "balances")
SLIP = 100
"""Numbers that differ by more than this are not told on one scale: "from 2.3 million in 1980 to 3.1 in 1990"."""
_EXCEPT = worded(__file__, r"\b(?:{exceptions}|any [a-z]+ but|all but)\b")
_WHICH = regex(r"[^.;:]*?\b(?:which|whose|who|that)\b")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_PERIOD = regex(r"[^.;,]{0,30} in (?:a|an|its|the|one|their) (?:[a-z]+ )?(?:day|week|month|season|night|hour)\b")
"""Behind a number, how long it took: what came in in a week is not compared with what came in in a month."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Read the words between every two neighbouring numbers of one sort."""
    claims = [claim for claim in article.claims.all if claim.kind in COMPARED]
    pairs = [
        (earlier, first, second)
        for earlier, first, second in zip([None, *claims], claims, claims[1:], strict=False)
        if first.kind is second.kind and second.span.start - first.span.end <= WIDEST
    ]
    judged = set()
    for earlier, first, second in (*pairs, *((None, *claim.parts) for claim in claims if len(claim.parts) == 2)):
        gap = between(article, first, second, WIDEST)
        if not gap or not telling(gap) or (earlier and _restated(article, earlier, first)):
            continue
        for outcome in _judge(article, first, second, gap):
            judged.add((first.span, second.span))
            yield outcome
    for ranked in pair_ranks(article):
        if (ranked.first.span, ranked.second.span) not in judged:
            yield from _ranked(article, ranked)


def _ranked(article: Article, ranked: Ranked) -> Iterator[Verdict | Outcome]:
    """Hold two figures against the word that ranks them from afar."""
    first, second, said, words = ranked
    both = sides(first, second, nouns=False)
    around = left(article, first.span.start) + left(article, second.span.start)
    told_behind = right(article, first.span.end, WIDEST), right(article, second.span.end, _BEHIND)
    if any(map(_PERIOD.match, told_behind)):
        return
    if both is None or not _comparable(first, second, around):
        yield Outcome.INCOMPARABLE
    elif both.rises if said.first_larger else both.falls:
        spot = (words.start - first.span.end, words.end - first.span.end) if words else None
        yield _verdict(article, first, second, Compared(said, spot), both)
    else:
        yield Outcome.CONSISTENT


def _restated(article: Article, earlier: Claim, first: Claim) -> bool:
    """Whether a number in brackets tells the one before it otherwise: "$41 billion in nominal terms ($58 billion"."""
    if article.page.prose.text[first.span.start - 1 : first.span.start] != "(":
        return False
    return _sort(earlier) == _sort(first) and sides(earlier, first) is not None


def _judge(article: Article, first: Claim, second: Claim, gap: str) -> Iterator[Verdict | Outcome]:
    before = left(article, first.span.start)
    behind = without_concession(right(article, second.span.end, WIDEST))[:_BEHIND]
    frame = direction(before, gap)
    found = Compared(frame) if frame else compared(before, gap, behind, _sort(first))
    if found is None or first.quoted or second.quoted or _PERIOD.search(gap) or _PERIOD.match(behind):
        return
    if _WHICH.match(gap.partition(" than ")[2]) and not set(_YEAR.findall(behind)) <= set(_YEAR.findall(before + gap)):
        return  # "more than the harbour line, which carried 1.4 million in 1935"
    if _EXCEPT.search(gap) or of_another_measure(found.said.word, _sort(first), (before, gap, behind)):
        return
    said = found.said
    both = sides(first, second) or (sides(first, second, nouns=False) if _people(first, second) else None)
    if both is None or not _comparable(first, second, before + gap + behind):
        yield Outcome.INCOMPARABLE
    elif both.rises if said.first_larger else both.falls:
        yield _verdict(article, first, second, found, both)
    else:
        yield Outcome.CONSISTENT


def _sort(claim: Claim) -> str:
    """The dimension of a quantity, else the kind of the reading."""
    return dimension(claim.value.unit) if isinstance(claim.value, Quantity) else claim.kind.value


def _people(first: Claim, second: Claim) -> bool:
    """Whether both count people, whatever they are called."""
    nouns = [claim.value.noun for claim in (first, second) if isinstance(claim.value, Number)]
    return len(nouns) == 2 and all(noun is not None and people(noun) for noun in nouns)


def _comparable(first: Claim, second: Claim, around: str) -> bool:
    one, other = amount(first.value), amount(second.value)
    if one is None or other is None:
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    negative = one.value < 0 or other.value < 0
    around = around.lower()
    return (
        large <= small * SLIP
        and not (negative and any(word in around for word in BALANCES))
        and not (first.kind is Kind.NUMBER and _RANKED.search(around))
    )


def _verdict(article: Article, first: Claim, second: Claim, found: Compared, both: Sides) -> Verdict:
    one, other, word = told(article, first), told(article, second), found.said.word
    said = found.words and Mark(ProseSpan(*(first.span.end + place for place in found.words)), "what is claimed")
    sign = ">" if both.falls else "<"
    return Verdict(
        f"“{word}” says the opposite of {one} and {other}",
        (
            Mark(first.span, f"{one} {sign} {other}"),
            Mark(second.span, "the number it is compared with"),
            *((said,) if said else ()),
        ),
        calculation=f"{one} {sign} {other}",
        changes=(exchange(article, first.span, second.span, "the two numbers"),),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The old pier is ⟦1:340 m⟧ long. Anglers like it.\n\nThe new pier is longer: it measures ⟦2:280 m⟧."),
        Example(
            "Greater Ems had ⟦1:870⟧ inhabitants and Lesser Ems had ⟦2:940⟧ inhabitants. Lesser Ems is "
            "⟦3:the smaller of the two⟧."
        ),
        Example("It made ⟦1:31,000 tonnes⟧, exceeding the output of the Sund mill, which made ⟦2:36,500 tonnes⟧."),
        Example("Males are heavier than females: they weigh ⟦1:4.1 kg⟧ on average, females ⟦2:5.3 kg⟧."),
        Example("The ''Alma'' takes ⟦1:42⟧ carts. The ''Berta'' has room for fewer carts: ⟦2:57⟧ fit on her deck."),
        Example("Hale polled ⟦1:3,104⟧ votes and narrowly defeated Moss, who received ⟦2:3,388⟧ votes."),
        Example(
            "The Arle tunnel is ⟦1:512 m⟧ long, and is ⟦3:the longer of the two⟧. The other, the Berle tunnel, has a "
            "length of ⟦2:630 m⟧."
        ),
        Example("In March, at ⟦1:41 m3/s⟧ on average, it is higher than in the month of June, with ⟦2:96 m3/s⟧."),
        Example(
            "The north tower, at ⟦1:58 m⟧, is ⟦3:the shorter of the pair⟧; the south tower, which has the bells, "
            "stands "
            "⟦2:49 m⟧ high."
        ),
        Example("A ticket cost ⟦1:$1.40⟧ in Norby and ⟦2:$1.10⟧ in Sund, so that travel was cheaper in Norby."),
        Example("Norby has ⟦1:640⟧ hotel beds. Sund has fewer: ⟦2:810⟧ beds were counted there in 2001."),
        Example(
            "The harbour has two cranes. The heavier, of 1912, lifts loads of ⟦1:840 kg⟧; the lighter, ⟦2:1,150 kg⟧."
        ),
        Example("At ⟦1:62 m⟧ the engine hall is longer than the carriage hall (⟦2:75 m⟧)."),
        Example(
            "They did better in Sund, where they took ⟦1:21%⟧ of the poll, than in Alder, where they took ⟦2:34%⟧."
        ),
        Example("The old quay is ⟦1:340 m⟧ long. The new quay, built in 1902, is longer: it measures ⟦2:280 m⟧."),
        Example(
            "The north dock has berths for ⟦1:46⟧ boats.\n\nThe south dock is later. It is "
            "⟦3:the larger of the two⟧ and has berths for ⟦2:38⟧ boats."
        ),
        Example("The mill sold ⟦1:4,800 tonnes⟧ and so had overtaken its rival, which sold ⟦2:5,200 tonnes⟧."),
        Example(
            "In 1975 it shipped ⟦1:3.1 million tonnes⟧ and was surpassed by Sund, where ⟦2:2.6 million tonnes⟧ were."
        ),
        Example("There are more ewes than rams on the isle: ⟦1:140⟧ ewes and ⟦2:212⟧ rams were counted in 2004."),
        Example("The ''Alma'' carries ⟦1:84⟧ cars. The ''Berta'' has a greater capacity and takes ⟦2:72⟧ cars."),
        Example("Fewer trains ran in 1958 (⟦1:64⟧ a day) than in 1948, when there were ⟦2:52⟧ a day."),
        Example("The Merle is longer than the Dell, measuring ⟦1:1,340 m⟧ against ⟦2:1,610 m⟧ for its neighbour."),
        Example("At ⟦1:1,874 m⟧ it is slightly higher than the Grauwand (⟦2:1,912 m⟧)."),
        Example("Unemployment on the isles, ⟦1:14.2%⟧, was lower than in the capital, where ⟦2:9.8%⟧ were idle."),
        Example("The Arle tunnel is ⟦1:1,850 m⟧ long. The Berle tunnel, at ⟦2:2,300 m⟧, is shorter."),
        Example("The Danes, with ⟦1:6,200⟧ men, were ⟦3:outnumbered⟧ by the Swedes, who had ⟦2:4,900⟧."),
        Example("The tower, ⟦1:71 m⟧ high, is taller than its twin, which was built later and measures ⟦2:74 m⟧."),
        Example("The tower is ⟦1:19 metres⟧ high and is taller than its successor, which rises ⟦2:27 metres⟧."),
        Example("The garrison of ⟦1:900⟧ men ⟦3:outnumbered⟧ the besiegers, who had only ⟦2:1,400⟧ men."),
        Example(
            "The former, at ⟦1:31 m⟧, is ⟦3:the shorter of the pair⟧; its neighbour, which lost its spire in 1716, "
            "is "
            "⟦2:24 m⟧."
        ),
        Example("The shaft of ⟦1:540 m⟧ is deeper than its counterpart at Sund, sunk to ⟦2:720 m⟧."),
        Example("At ⟦1:1,140 m⟧, Norby lies lower than Alder at ⟦2:980 m⟧."),
        Example("The north tower, at ⟦1:48 m⟧, is taller than the south tower, which reaches ⟦2:53 m⟧."),
        Example("Summers are drier than winters: ⟦1:212 mm⟧ falls from June to August, against ⟦2:148 mm⟧ in winter."),
        Example("With ⟦1:4,100⟧ people, Norby is the most populous town, ahead of Sund, where ⟦2:16,700⟧ live."),
        Example("The Alder (⟦1:1,980 m⟧) is higher than the Sund (⟦2:2,240 m⟧)."),
        Example("The larger of the two bells weighs ⟦1:1,200 kg⟧, the smaller ⟦2:1,900 kg⟧."),
        Example("Fewer people live in Norby (⟦1:12,400⟧) than in Alder (⟦2:9,800⟧)."),
        Example("Output per head is much higher at ⟦1:23 tonnes⟧ against ⟦2:109 tonnes⟧ in the north."),
        Example("Inflation rose from ⟦1:8.4%⟧ in 2003 to ⟦2:5.1%⟧ in 2004."),
        Example("The population fell from ⟦1:3,120⟧ to ⟦2:4,870⟧ within a decade."),
        Example(
            "Roma's budget is $12 million, while Luria's is far smaller at $45 million.".replace(
                "$12 million", "⟦1:$12 million⟧"
            ).replace("$45 million", "⟦2:$45 million⟧")
        ),
        Example("Unemployment stood at ⟦1:4.2%⟧, up from ⟦2:6.8%⟧ the year before."),
        Example("The old tower is ⟦1:38 m⟧, higher than the new one's ⟦2:52 m⟧.".replace("the new one's", "the")),
        Example("Rent in Roma is much higher at ⟦1:$23⟧ a month, against ⟦2:$109⟧ in Luria."),
        Example("Unemployment was higher in 2010 at ⟦1:5.1 percent⟧, compared with ⟦2:9.8 percent⟧ in 2009."),
        Example("Roma is smaller than Luria, with ⟦1:9,100⟧ inhabitants against ⟦2:7,400⟧."),
        Example("Upper Sarr has an area of ⟦1:12 km²⟧ and is larger than Lower Sarr, which covers ⟦2:19 km²⟧."),
        Example("Rent is lower in the plain, at ⟦1:$910⟧ a month, than in the hills, where it is ⟦2:$640⟧."),
    ),
    good=(
        Example(
            "The old pier is 340 m long. Anglers like it.\n\nThe new pier is longer, but only with its ramp: 280 m."
        ),
        Example("The tower is 28 m taller than the Exchange, which stands 142 m high."),
        Example(
            "Greater Ems had 870 inhabitants and Lesser Ems had 940 inhabitants. Lesser Ems is the larger of the two."
        ),
        Example("In 1950 it carried 1.2 million people, more than the quay line, which carried 1.4 million in 1935."),
        Example("Males are heavier than females: females weigh 4.1 kg on average, they 5.3 kg."),
        Example("Hale had 3,104 popular votes and defeated Moss, who had 3,388 popular votes but fewer electors."),
        Example("Hale took 31 points and defeated Moss, who was given 38 points."),
        Example("Elk bulls weigh 320 kg. The red deer is smaller; the largest stag on record weighed 340 kg."),
        Example("A ticket cost $1.40 in Norby and $1.10 in Sund, so that travel was cheaper in Sund."),
        Example("The old quay is 280 m long. The new quay, built in 1902, is longer: it measures 340 m."),
        Example(
            "The lamp is higher than that of its neighbour, although the tower, at 18 m, is shorter than the 31 m mast."
        ),
        Example("In 1930 it sold 4,800 tonnes, and by 1935 it had overtaken its rival, which sold 5,200 tonnes."),
        Example("The town has 1,240 inhabitants, and its club has outgrown its ground, which holds 1,510 people."),
        Example("The old quay is 340 m long. The new quay is wider: it measures 28 m across."),
        Example("The north dock has 46 berths. The south dock was once the larger of the two and has 38 berths."),
        Example("A handicap of 9 is better than one of 14."),
        Example("The southern arm, 14 km long, is shallower than the northern arm, whose length is 11 km."),
        Example("The north tower, at 96 m, is older than the south tower, which rises to 118 m."),
        Example("The Arle tunnel is 1,850 m long. The Berle tunnel, at 2,300 m, was shorter before it was extended."),
        Example("At 34 km2 it is larger than any of its neighbours except Lake Suur, which covers 51 km2."),
        Example("The plain is 10 °C (18 °F) colder than the coast in January, when the mean is −18 °C (0 °F)."),
        Example("The tower is 19 m high and is wider than its successor, which rises 27 m above its foundation."),
        Example("The garrison of 900 men did not outnumber the besiegers, who had 1,400 men."),
        Example("The ferry of 900 tonnes was heavier than planned; her sister reached 1,400 tonnes."),
        Example("The film took $12 million in its first week, more than its rival, which had earned $15 million."),
        Example("It is the second largest, with 4,100 people, followed by Sund with 3,700."),
        Example("With 3,200 people it is the largest, followed by Sund in the next parish with 4,100."),
        Example("At 1,140 m, Norby lies higher than Alder at 980 m."),
        Example(
            "Fewer people live in Norby (9,400) than in Alder (9,800). The north tower, at 58 m, is taller "
            "than the south tower, which reaches 53 m."
        ),
        Example("Upper Sarr has an area of 19 km² and is larger than Lower Sarr, which covers 12 km²."),
        Example("Output per head is much lower at 23 tonnes against 109 tonnes in the north."),
        Example("Roma is larger than Luria, with 9,100 inhabitants against 7,400."),
        Example("Roma is larger than Luria, with 9,100 inhabitants, and has 12,000 trees."),
        Example("Inflation fell from 8.4% in 2003 to 5.1% in 2004."),
        Example("The population rose from 3,120 to 4,870 within a decade."),
        Example("The team rose from 10 to 5 in the rankings."),
        Example("The population grew from 2.3 million in 1980 to 3.1 in 1990."),
        Example("Roma's budget is $45 million, while Luria's is far smaller at $12 million."),
        Example("The old tower is 38 m, 14 m lower than the new 52 m."),
        Example("Inflation rose from about 5% to 5% again."),
    ),
    claims=frozenset({"money", "percent", "number", "quantity", "duration"}),
)
