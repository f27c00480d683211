"""A total is followed by its parts, and the parts add up to another number.

Why: "12 ministers: 7 men and 6 women" has one person too many, and each of the three numbers may be the wrong one.

Right all the same: the parts overlap, or only some of them are told. Lists opened by "including" or "among them" are
left alone, and a sum that falls short is flagged only where the list is closed by "and".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.amounts.totals import Total, totals
from rules.laws.bounds import judge_sum
from rules.laws.edits import summing
from rules.laws.explained import makes_up
from rules.laws.nearby import told
from rules.laws.order import amount
from rules.laws.wording import number, restated
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Add up the parts of every total."""
    for total in totals(article):
        outcome = judge_sum(total.added, total.stated)
        yield _verdict(article, total) if outcome is Outcome.CONFLICTING and not _explained(article, total) else outcome


def _explained(article: Article, total: Total) -> bool:
    """Whether a number beside the parts is just what they lack, or have too much: "besides 3 of unknown sex"."""
    stated = amount(total.whole.value)
    operands = (total.whole.span, *(claim.span for claim in total.parts))
    return stated is not None and makes_up(article, operands, abs(stated.value - _value(total)))


def _verdict(article: Article, total: Total) -> Verdict:
    whole, parts = total.whole, total.parts
    said, added = told(article, whole), " + ".join(told(article, claim) for claim in parts)
    sum_ = _sum(total, said)
    return Verdict(
        f"the parts add up to {sum_}, not {said}",
        (Mark(whole.span, f"the parts add up to {sum_}"), *(Mark(claim.span, "a part") for claim in parts)),
        calculation=f"{added} = {sum_}, not {said}",
        changes=summing(article, whole, parts, _value(total)),
    )


def _value(total: Total) -> Decimal:
    """The sum of the parts, in the middle of what rounding leaves open."""
    low, high = total.added.strict
    return ((low or Decimal(0)) + (high or low or Decimal(0))) / 2


def _sum(total: Total, said: str) -> str:
    """The sum written as the total is, in its unit."""
    value = _value(total)
    stated = amount(total.whole.value)
    step = stated.step if stated and stated.step else Decimal(1)
    return restated(said, (stated.value,), (value,), step) or number(value) if stated else number(value)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The isle had ⟦1:1,480⟧ inhabitants, of whom ⟦2:710⟧ were men and ⟦3:840⟧ were women."),
        Example("In his career he scored ⟦1:163⟧ goals, ⟦2:121⟧ in the league and ⟦3:52⟧ in the cup."),
        Example("The journey took ⟦1:14 days⟧: ⟦2:six⟧ by river, ⟦3:five⟧ on horseback and ⟦4:four⟧ on foot."),
        Example(
            "The army lost ⟦1:940⟧ men, of whom ⟦2:210⟧ had been killed, ⟦3:530⟧ wounded and ⟦4:150⟧ taken prisoner."
        ),
        Example(
            "The chamber seats ⟦1:96⟧. At the vote of 1924 the Farmers took ⟦2:41⟧, the Liberals ⟦3:33⟧ and the Reform "
            "party ⟦4:25⟧. It met in an armoury."
        ),
        Example("A complement of ⟦1:214⟧ served, namely ⟦2:18⟧ officers and ⟦3:186⟧ petty officers and ratings."),
        Example("The yard built ⟦1:nine⟧ boats. ⟦2:Four⟧ were lost, ⟦3:two⟧ foundered and ⟦4:five⟧ were scrapped."),
        Example("There ⟦2:188⟧ members supported it and ⟦3:141⟧ opposed it, so that ⟦1:339⟧ votes were cast in all."),
        Example("The garrison of ⟦1:640⟧ men consisted of ⟦2:410⟧ infantry, ⟦3:120⟧ cavalry and ⟦4:80⟧ gunners."),
        Example("It lost ⟦2:14⟧ ships in May and ⟦3:9⟧ in June, ⟦1:25⟧ in all."),
        Example("They played ⟦1:34⟧ matches, winning ⟦2:18⟧, drawing ⟦3:7⟧ and losing ⟦4:11⟧."),
        Example("The ship carried ⟦1:214⟧ people, ⟦2:151⟧ passengers and ⟦3:73⟧ crew, when she struck the reef."),
        Example("It covers ⟦1:812 km2⟧, made up of ⟦2:741 km2⟧ of land and ⟦3:51 km2⟧ of water."),
        Example(
            "Its ⟦1:35⟧ seats are divided between Labour with ⟦2:14⟧, the Greens with ⟦3:11⟧ and "
            "independents with ⟦4:8⟧."
        ),
        Example("A total of ⟦1:18,450⟧ votes were cast: ⟦2:9,120⟧ for Roe, ⟦3:6,380⟧ for Lind and ⟦4:1,950⟧ for Holm."),
        Example("It had ⟦1:sixteen⟧ ministers, ⟦2:eleven⟧ men and ⟦3:six⟧ women."),
        wikitext(
            "{{Infobox settlement|name=Roma|area_total_km2=⟦1:212.5⟧|area_land_km2=⟦2:198⟧|area_water_km2=⟦3:24.5⟧}}\n"
            "'''Roma''' is a town on an island.",
            title="Roma",
        ),
        Example("It has ⟦1:142⟧ rooms: ⟦2:96⟧ double rooms, ⟦3:34⟧ single rooms and ⟦4:22⟧ suites."),
        Example("The cabinet had ⟦1:12⟧ ministers: ⟦2:7⟧ men and ⟦3:6⟧ women."),
        Example("The fleet lost ⟦1:30⟧ ships (⟦2:12⟧ frigates, ⟦3:5⟧ destroyers and ⟦4:11⟧ tankers)."),
        Example("The house has ⟦1:150⟧ members, consisting of ⟦2:120⟧ elected members and ⟦3:40⟧ appointed members."),
        Example(
            "There were ⟦1:193⟧ votes: ⟦2:119⟧ in favour, ⟦3:8⟧ against and ⟦4:56⟧ abstentions.".replace(
                "⟦2:119⟧ in favour", "⟦2:119⟧ votes in favour"
            ).replace("⟦3:8⟧ against", "⟦3:8⟧ votes against")
        ),
        Example("It covers ⟦1:500 km2⟧, of which ⟦2:423 km2⟧ is land and ⟦3:122 km2⟧ is water."),
        Example("The stations yield ⟦1:640 MW⟧ together: ⟦2:210 MW⟧, ⟦3:180 MW⟧ and ⟦4:150 MW⟧."),
        Example("Of its area, ⟦2:4,026 km²⟧ are land and ⟦3:199 km²⟧ are lakes, together ⟦1:4,125 km²⟧."),
        Example(
            "The parliament has ⟦1:99⟧ members. In 2021 the Coast Party won ⟦2:41⟧ seats, the Labour Party ⟦3:33⟧, "
            "the Farmers ⟦4:17⟧ and the Greens ⟦5:11⟧."
        ),
        Example("Of the crew, ⟦1:90⟧ men perished, ⟦2:14⟧ officers and ⟦3:84⟧ sailors."),
        Example(
            "It has ⟦1:40⟧ members, of whom ⟦2:21⟧ are chosen by the king, ⟦3:15⟧ by the towns and ⟦4:9⟧ by the church."
        ),
        Example("Of the ⟦1:214⟧ peers who voted, ⟦2:131⟧ were in favour, ⟦3:60⟧ against, and ⟦4:13⟧ abstained."),
        Example(
            "The yacht club had ⟦1:260⟧ members. Of these, ⟦2:140⟧ lived in Orr, ⟦3:82⟧ in Ull, and ⟦4:28⟧ abroad."
        ),
        Example("She took ⟦1:180⟧ passengers, ⟦2:40⟧ in first class and ⟦3:160⟧ in second class."),
        Example(
            "The patrol lost ⟦1:41⟧ men, among whom ⟦2:14⟧ were killed, ⟦3:22⟧ were wounded and ⟦4:9⟧ were missing."
        ),
        Example("In 1930 the line ran ⟦1:38⟧ trams. There were ⟦2:20⟧ cars, ⟦3:12⟧ trailers and ⟦4:9⟧ vans."),
        Example("That autumn ⟦2:114⟧ boys and ⟦3:96⟧ girls came, which brought the number of pupils to ⟦1:220⟧."),
        Example(
            "In all ⟦1:310⟧ votes were cast. Lund received ⟦2:160⟧, Berg received ⟦3:120⟧ and ⟦4:20⟧ papers were blank."
        ),
        Example(
            "= Orm =\n\nInfobox\n- Name: Orm\n- Total area: ⟦1:212 km²⟧\n- Land: ⟦2:190 km²⟧\n- Water: ⟦3:32 km²⟧\n\n"
            "Orm is a parish."
        ),
        Example("The isle has ⟦1:1,260⟧ inhabitants, ⟦2:840⟧ in the village and ⟦3:460⟧ on farms."),
        Example("The ⟦1:240⟧ guests came from two towns: ⟦2:110⟧ from Orr and ⟦3:140⟧ from Ull."),
    ),
    good=(
        Example("The isle had 1,480 inhabitants, of whom 710 were men and 840 were widows."),
        Example("Of 900 ballots 610 were yes and 12 void."),
        Example("The crew won 16 races, ten of them at sea and nine of them by more than a mile."),
        Example("With 214 votes, 96 of them by post, Lund was elected; Berg received 112 and Roe 14."),
        Example("The party held 60 seats before the vote. It won 41 seats in the towns and 27 in the country."),
        Example("The inn has 310 pictures: 120 are portraits, 95 are landscapes and 140 are by local painters."),
        Example("With 61 votes for, 48 against and 9 abstentions, the bill passed."),
        Example("It lost 30 men in May, 20 in June and 11 in July."),
        Example("Of the 214 peers who voted, 131 were women and 96 were born abroad."),
        Example("The yacht club had 260 members, of whom 140 were married, 82 had boats and 60 lived abroad."),
        Example("There were 36 boys in the class. Twenty-two of them passed. The other class had sixteen."),
        Example("Of the 214 peers who voted, 131 were in favour, 60 against, and 13 abstained; 10 votes were invalid."),
        Example(
            "= Orm =\n\nInfobox\n- Name: Orm\n- Total area: 212 km²\n- Land: 190 km²\n- Water: 22 km²\n\n"
            "Orm is a parish."
        ),
        Example("Of its goals, 27 came from Lund, 19 from Holm and 13 from Berg."),
        Example("The fertility rate was 5.9 children per woman, with 6.6 in the country and 4.5 in the towns."),
        Example(
            "The army lost 940 men, of whom 210 had been killed and 530 wounded; among the dead were 150 of the guard."
        ),
        Example("It sent back 1.9 million images, of which 1.2 million were of the sun and 0.8 million of its halo."),
        Example("The asylum took in 412 patients: 203 men and 198 women, while the sex of 11 is not recorded."),
        Example("The chamber seats 96. In 1924 the Farmers took 41, and they won 33 by-elections and 25 towns."),
        Example("Its 84 sheets are lent. Visitors used 49 of them in the first year, 31 in the second and 24 later."),
        Example("She carried 40 guns. Her sister had 24 and a smaller frigate 20."),
        Example("The garrison of 640 men included 410 infantry, 120 cavalry and 80 gunners."),
        Example("It lost 14 ships in May and 9 in June, 23 in all."),
        Example("They played 34 matches, winning 18 and drawing 7."),
        Example("It covers 792 km2, made up of 741 km2 of land and 51 km2 of water."),
        Example("It had sixteen ministers, eleven men of the north and six of the women of the south."),
        Example(
            "It had sixteen ministers, eleven men and five women, and its 33 seats were divided between "
            "Labour with 14, the Greens with 11 and independents with 8."
        ),
        wikitext(
            "{{Infobox settlement|name=Roma|area_total_km2=222.5|area_land_km2=198|area_water_km2=24.5}}\nA town."
        ),
        Example("The cabinet had 12 ministers: 7 men and 5 women."),
        Example("Of the crew, 90 men perished, 14 officers and 76 sailors."),
        Example("It has 40 members, of whom 21 are women, 15 are farmers and 9 are foreigners."),
        Example("It has 40 members, of whom 21 are chosen by the king, 15 by the towns and 4 by the church."),
        Example("The fleet lost 30 ships, including 12 frigates and 5 destroyers."),
        Example("The fleet lost 30 ships (12 frigates, 5 destroyers)."),
        Example("The fleet lost some 30 ships (12 frigates and 17 tankers)."),
        Example("The town has 4,000 inhabitants: 2,113 men and 1,902 women."),
        Example("There are 64 senators (two for each state and two for the capital)."),
        Example("It covers 500 km2, of which 423 km2 is land and 77 km2 is water."),
        Example("The stations yield 540 MW together: 210 MW, 180 MW and 150 MW."),
        Example("The parliament has 99 members. In 2021 the Coast won 41 seats, Labour 33 and the Greens 9."),
        Example("The city has 3 districts: 45 villages and 12 towns belong to it."),
    ),
    claims=frozenset({"number", "quantity", "money"}),
)
