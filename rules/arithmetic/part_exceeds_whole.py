"""A part is larger than the whole that it is taken from.

Why: "of 30 ships, 45 were sunk" cannot have happened; one of the two numbers is wrong or belongs elsewhere.

Right all the same: the part counts another thing than the whole ("of the 12 battalions, 400 men were lost"). Parts and
wholes with different nouns are left alone, unless both count people; so are wholes that are hedged upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from articles.article import Article
from articles.claims.claim import Claim, Kind
from rules.finding import Confidence, Severity
from rules.laws.amounts.parts import bounded, roles
from rules.laws.amounts.shares import X_OF_N
from rules.laws.amounts.taken_up import taken_up
from rules.laws.amounts.ties import ties
from rules.laws.edits import exchange
from rules.laws.nearby import told
from rules.laws.order import Sides, sides
from rules.rule import Example, Mark, Outcome, Rule, Verdict


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a part and a whole among neighbouring numbers."""
    for claim in article.claims_by_kind.get("number", ()):
        if claim.pattern == X_OF_N:
            yield Outcome.CONSISTENT  # read as one, because the part is no larger
    parts = set()
    for first, second in pairwise(claim for claim in article.claims.all if claim.kind is not Kind.DATE):
        found = roles(article, first, second)
        if found is not None:
            parts.add(found.part.span)
            both = sides(found.part, bounded(article, found.whole), nouns=False)
            yield Outcome.INCOMPARABLE if both is None else _judge(article, found.part, found.whole, both)
    for part, whole in chain(article.once(ties), article.once(taken_up)):
        if part.span in parts:
            continue  # its own sentence says what it is a part of
        parts.add(part.span)
        both = sides(part, whole, nouns=False)
        yield Outcome.INCOMPARABLE if both is None else _judge(article, part, whole, both)


def _judge(article: Article, part: Claim, whole: Claim, both: Sides) -> Verdict | Outcome:
    if not both.falls:
        return Outcome.CONSISTENT
    few, all_ = told(article, part), told(article, whole)
    return Verdict(
        f"{few} cannot be a part of {all_}",
        (Mark(part.span, f"a part of {all_}"), Mark(whole.span, "the whole")),
        calculation=f"{few} > {all_}",
        changes=(exchange(article, part.span, whole.span, "the two numbers"),),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("In 1871 there were ⟦2:96⟧ boarders. That spring ⟦1:112⟧ of the boarders fell ill."),
        Example(
            "The convoy was made up of ⟦2:27⟧ merchantmen in seven columns.\n\nOn the fourth night submarines gained "
            "contact. By dawn ⟦1:31⟧ of the merchantmen had gone down."
        ),
        Example("When she sank in 1903, ⟦1:63⟧ of her ⟦2:48⟧ crew drowned."),
        Example("Of the ⟦2:30⟧ ships, ⟦1:45⟧ were sunk in the first hour."),
        Example("She won ⟦1:14⟧ of the ⟦2:12⟧ races that summer."),
        Example("The blast killed ⟦2:30⟧ people, including ⟦1:45⟧ children."),
        Example("He finished behind ⟦1:190⟧ out of ⟦2:180⟧ runners."),
        Example("The park covers ⟦2:40 km2⟧, of which ⟦1:55 km2⟧ is forest."),
        Example("There were ⟦2:120⟧ prisoners, of whom ⟦1:150⟧ died on the march."),
        Example("The council has ⟦2:20⟧ members, ⟦1:25⟧ of whom are women."),
        Example("Of the ⟦2:26⟧ chapels that the bishop saw in 1765, ⟦1:31⟧ are still standing."),
        Example("The line never had more than ⟦2:18⟧ engines, ⟦1:22⟧ of which were scrapped."),
        Example("He played in ⟦1:44⟧ of the club's ⟦2:38⟧ matches."),
        Example("The house has ⟦2:60⟧ rooms, including ⟦1:64⟧ bedrooms."),
        Example("The chamber had ⟦2:75⟧ seats.\n\n== Result ==\n\nThe Union took ⟦1:79⟧ of the seats."),
        Example("It had ⟦2:38⟧ boats on its list; of these ⟦1:45⟧ had been laid up."),
        Example("Of the ⟦2:19⟧ barges that had left the lock, ⟦1:23⟧ ran aground."),
        Example("The mill has ⟦2:34⟧ looms. Its upper floor, added in 1902, holds ⟦1:41⟧ of them."),
        Example("The abbey lent ⟦2:210⟧ charters, among them ⟦1:240⟧ in Greek."),
        Example("From the ⟦2:11⟧ drawings that were sent in, the jury picked ⟦1:13⟧ for the show."),
        Example("He drew ⟦2:17⟧ maps. Out of these, ⟦1:20⟧ were printed."),
        Example("The moor has an area of ⟦2:310 hectares⟧. Peat was cut on ⟦1:350 hectares⟧ of it."),
        Example(
            "= Ull Inn =\n\nInfobox\n- Name: Ull Inn\n- Rooms: ⟦2:52⟧\n\nUll Inn is a hotel. ⟦1:61⟧ of its rooms face "
            "the lake."
        ),
        Example("Orr had ⟦2:31⟧ barns. By the end of the war ⟦1:38⟧ of them had burned."),
        Example("Its fleet of ⟦2:12⟧ vans includes ⟦1:15⟧ built before 1990."),
        Example(
            "It tells of a collection of ⟦2:340⟧ drums. Some are big; ⟦1:410⟧ drums of the collection are of clay."
        ),
        Example("The king had ⟦2:28⟧ guns.\n\n== Retreat ==\n\nHe left ⟦1:31⟧ of his guns on the field."),
        Example("In 1965 it had ⟦2:46⟧ branches. Of these branches, ⟦1:52⟧ lay in the hills."),
        Example("Out of a crew of ⟦2:52⟧, ⟦1:57⟧ lost their lives."),
    ),
    good=(
        Example("It had 12 boats. In two years it lost 14 of its boats, which were replaced."),
        Example("In 1960 there were 40 goats; 55 of the goats counted in 1975 were kids."),
        Example("All but three of the boys were saved, but 94 of those on board drowned."),
        Example("It has a collection of 340 drums. Together with loans, 410 drums of the collection were shown."),
        Example("Of the 30 boats that put out, 45 of whose hands were boys, all came home."),
        Example("Of the 30 boats, 45 of the masts were broken."),
        Example("Of the 18 concerts planned for the year, 21 were in the end given, three more than sold."),
        Example("Of the 20 coaches a day, 32 on market days, most were full."),
        Example("Of the 300 muskets in the tower, 500 had been asked for by the captain."),
        Example("In 1920 there were 64 singers, 80 of them counting the boys."),
        Example("The library bought 400 books in 1920. In 1921, 520 of them were lent."),
        Example("The line has 18 stations. Beyond the border 22 of its stations are shut."),
        Example("Of the 14 ships that sailed, 61 cannon were raised."),
        Example("Only 15 of 40 species are found on the coast, 26 of which nest there."),
        Example("The first print was 1,500 copies. With the second print, 1,720 of the copies were sold."),
        Example("In addition to its 12 vans the firm includes 15 more at Ull."),
        Example("Orr had 31 barns. In the whole parish 38 of the barns had burned."),
        Example("Of the 19 barges that had left the lock, 14 ran aground with 23 men."),
        Example("She wrote 17 plays and 12 novels. Of these, 20 were printed."),
        Example("The yard had 18 boats; with the seven that came up from Orr, 22 of them put to sea."),
        Example("The 14 parishes sent 17 of their priests. From the 14 villages, 17 priests came."),
        Example("The moor has an area of 310 hectares. Together with the fen, 350 hectares of it are heath."),
        Example(
            "= Ull Inn =\n\nInfobox\n- Name: Ull Inn\n- Rooms: 52\n\nUll Inn is a hotel. Until 1931, 61 of its rooms "
            "faced the lake."
        ),
        Example("The party set out with 40 dogs, bought 30 more, and came back without 52 of them."),
        Example("Of the 47 species in the genus, 52 subspecies have been described."),
        Example("The sex of 11 is not recorded. Of these 412 people, 160 were discharged."),
        Example("By 1590 the guard had risen to 54, an increase of one half, of whom only nine had horses."),
        Example("There were four children of the first marriage and three of the second, five of whom outlived him."),
        Example(
            "It had 27 merchantmen.\n\nIt joined another convoy, of 30 merchantmen. By dawn 31 of the merchantmen had "
            "gone down."
        ),
        Example("The mint struck a coin of eight pence, of which thirty are known."),
        Example("The bridges belong to the two counties that meet at the river. There are four of them."),
        Example("Some 50 of the 24 families' cattle drowned."),
        Example("Of the 30 ships, 15 were sunk in the first hour."),
        Example("She won 12 of the 12 races that summer."),
        Example("Of the 12 battalions, 400 men were lost."),
        Example("The province has 3 islands, including 45 villages."),
        Example("In 2015, Roma was one of the 119 members (out of 193) that voted in favour."),
        Example("Of about 30 ships, 31 were sunk."),
        Example("The line had more than 18 engines, 22 of which were scrapped."),
        Example("The chamber then had 75 seats.\n\n== Result ==\n\nThe Union took 79 of the seats in 1998."),
        Example("The chamber had 75 seats. In the enlarged chamber of 1961 the Union took 79 of the seats."),
        Example("The squadron lost 24 aircraft in May and 29 in June; 40 of the aircraft were new."),
        Example("The park covers 55 km2, of which 40 km2 is forest."),
        Example("Chapter 14 of the 12 books is lost."),
    ),
    claims=frozenset({"number", "quantity", "money"}),
)
