"""The text gives one quantity twice, for one subject and one time, with two values.

Why: a reader who finds 12,400 in the lead and 14,200 three sections below cannot know which to trust, and neither can
the next editor.

Right all the same: the two are of different dates, kinds or parts that the text does not name. Only statements in
running text that name the same year and the same way of counting are compared; what needs no date (an area) is compared
without, and what differs many times over is taken for another thing. Where neither sentence says whose its figure is,
the finding is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, far_apart
from rules.laws.edits import say_alike
from rules.laws.figures.one_description import told_twice
from rules.laws.figures.retold import alike, retold, slip
from rules.laws.figures.retyped import retyped
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

FARTHEST = 3
"""By what factor two values may differ and still be taken for one thing."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every fact of the text with the first one that speaks of the same thing."""
    seen: set[ProseSpan] = set()
    for first, second in retold(article):
        seen.add(second.span)
        outcome = agreement(first, second)
        if outcome is not Outcome.CONFLICTING:
            yield outcome
        elif far_apart(first, second, FARTHEST) or slip(first, second) or not alike(first, second):
            yield Outcome.INCOMPARABLE
        elif not _told_beside(article, first.span, second.span):
            yield _verdict(article, first, second)
    for twice in article.once(told_twice):
        if twice.factor is None and twice.places == {Place.BODY} and twice.second.claim.span not in seen:
            if _told_beside(article, twice.first.claim.span, twice.second.claim.span):
                continue
            made = _differing(article, twice.called(article), twice.first.claim.span, twice.second.claim.span)
            seen |= {twice.first.claim.span, twice.second.claim.span}
            yield made if twice.sure else made._replace(severity=Severity.NOTE)
    for pair in article.once(retyped):
        if pair.place is Place.BODY and seen.isdisjoint((pair.told.span, pair.other.span)):
            yield _differing(article, "one figure, a digit apart", pair.told.span, pair.other.span)


def _told_beside(article: Article, first: ProseSpan, second: ProseSpan) -> bool:
    """Whether the sentence of one of two figures tells the other too: "31 km, which was later cut to 24 km"."""
    pairs = (first, second), (second, first)
    return any(article.page.text(one) in article.page.text(sentence_at(article, other.start)) for one, other in pairs)


def _verdict(article: Article, first: Fact, second: Fact) -> Verdict:
    name = first.property.replace("-", " ").replace("gdp", "GDP")
    return _differing(article, f"{name} of {first.subject}", first.span, second.span)


def _differing(article: Article, name: str, first: ProseSpan, second: ProseSpan) -> Verdict:
    one, other = (" ".join(article.page.text(span).split()) for span in (first, second))
    return Verdict(
        f"{name}: first “{one}”, then “{other}”",
        (Mark(first, "said first"), Mark(second, f"said later, against {one}")),
        calculation=f"{one} ≠ {other}",
        changes=say_alike(article, first, second),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby Band =\n\nNorby Band is a band. It employs ⟦1:72⟧ players.\n\n== Now ==\nWith ⟦2:84⟧ players "
            "the band is a large one."
        ),
        Example(
            "= Orr Ferry disaster =\n\nIt sank in 1931. The ferry had ⟦1:214⟧ people on board.\n\n"
            "== End ==\nOf the ⟦2:241⟧ people aboard, 96 were saved."
        ),
        Example(
            "= Orr Tunnel =\n\nThe Orr Tunnel is a railway tunnel, and at ⟦1:2,870 m⟧ it is the longest of the line, "
            "which was little noticed.\n\n== Building ==\nThe tunnel, ⟦2:2,780 m⟧ long, was lined with brick."
        ),
        Example(
            "= SS Orla =\n\nSS Orla was a steamer. She had a crew of ⟦1:31⟧.\n\n== Loss ==\nIn 1917 she sank. All "
            "⟦2:36⟧ members of her crew were saved."
        ),
        Example(
            "= Treaty of Norby =\n\nThe Treaty of Norby is a treaty. It consists of ⟦1:17⟧ articles.\n\n== Terms ==\n"
            "The ⟦2:19⟧ articles of the treaty deal with tolls."
        ),
        Example(
            "= Orr Tunnel =\n\nThe Orr Tunnel is a railway tunnel. At ⟦1:2,870 m⟧ it is the longest of the line.\n\n"
            "== Building ==\nThe tunnel, ⟦2:2,780 m⟧ long, was lined with brick."
        ),
        Example(
            "= Orr Theatre =\n\nOrr Theatre is a theatre in Norby with ⟦1:860⟧ seats.\n\n== House ==\n"
            "The auditorium, on two levels, seats ⟦2:910⟧."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The census of 1950 found ⟦1:10,553⟧ households there.\n\n== People ==\n"
            "Smoke came from the chimneys of ⟦2:14,553⟧ households, nine tenths of which lived on fish."
        ),
        Example(
            "= Lys Purchase =\n\nThe Lys Purchase was a sale of land. The crown sold the land for ⟦1:$7,215,400⟧.\n\n"
            "== Money ==\nIn 1867 the ⟦2:$7,251,400⟧ for the land of the crown was paid in gold."
        ),
        Example(
            "= Orr Hall Fire =\n\nThe Orr Hall fire broke out in 1911. It killed ⟦1:117⟧ people.\n\n== Stone ==\nA "
            "stone in the churchyard names the ⟦2:123⟧ victims of the fire."
        ),
        Example(
            "= Orr Run =\n\nThe Orr Run is a road race. In 2014 there were ⟦1:4,350⟧ runners at the start.\n\n== Rain "
            "==\nOf the ⟦2:5,120⟧ runners who started in 2014, some gave up."
        ),
        Example(
            "= Orr Marsh =\n\nOrr Marsh is a wetland. ⟦1:Fifty-three⟧ species of birds breed there.\n\n== Birds ==\nOf "
            "the ⟦2:48⟧ breeding species of birds, nine are rare."
        ),
        Example(
            "= Chapel of Norby =\n\nThe Chapel of Norby is a chapel. Its bell tower reaches a height of ⟦1:46 m⟧.\n\n"
            "== Tower ==\nAt ⟦2:41 m⟧ the bell tower is seen from the sea."
        ),
        Example(
            "= Norby Band =\n\nThe Norby Band is a band of ⟦1:34⟧ players founded in 1921.\n\n== Players ==\nIts "
            "⟦2:38⟧ players are paid by the town."
        ),
        Example(
            "= Norby Priory =\n\nNorby Priory was a house of nuns. At its closing in 1538 the priory had "
            "⟦1:eighteen⟧ nuns.\n\n== End ==\nThe ⟦2:23⟧ nuns then in the house were given a pension."
        ),
        Example(
            "= Orr Mine =\n\nOrr Mine was a tin mine. In 1870 it gave work to ⟦1:260⟧ men.\n\n== End ==\nWhereas it "
            "had employed ⟦2:310⟧ men in 1870, only nine were left in 1895."
        ),
        Example(
            "= Lys Glacier =\n\nLys Glacier is a glacier. The glacier covered 21.6 km2 in 1950 and ⟦1:18.3 km2⟧ in "
            "2000.\n\n== Study ==\nA study of 2000, when the glacier had an area of ⟦2:16.9 km2⟧, was printed."
        ),
        Example(
            "= Schools in Norland =\n\nSchools in Norland are free. By the census of 1950 ⟦1:48%⟧ of adults could read "
            "and write.\n\n== Loan ==\nThe adult literacy rate of ⟦2:54%⟧ recorded in 1950 was used to ask for a loan."
        ),
        Example(
            "= Orr Fair =\n\nOrr Fair is a fair of horses. The edition of 2009 was attended by ⟦1:17,000⟧.\n\n"
            "== Money ==\nThe 2009 edition had an attendance of ⟦2:21,000⟧ and made a profit."
        ),
        Example(
            "= Farming in Norland =\n\nFarming in Norland is old. The barley harvest came to ⟦1:3.4 million tonnes⟧ in "
            "1968.\n\n== Water ==\nAlarmed by a 1968 barley harvest of just ⟦2:2.9 million tonnes⟧, planners dug wells."
        ),
        Example(
            "= Orr Canal =\n\nOrr Canal is a waterway. The canal has a length of ⟦1:31 kilometres⟧.\n\n== Today ==\n"
            "Of its full length of ⟦2:37 kilometres⟧, a good deal holds water again."
        ),
        Example(
            "= Great Fire of Norby =\n\nThe great fire of Norby was a fire in 1916. It destroyed ⟦1:214⟧ houses.\n\n"
            "== Aftermath ==\nAltogether ⟦2:241⟧ houses were destroyed in the fire, among them the inn."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a mountain lake. It has a maximum depth of ⟦1:38 m⟧.\n\n== Fish ==\nAt its "
            "deepest point the lake measures ⟦2:33 m⟧."
        ),
        Example(
            "= Orr (river) =\n\nThe Orr is a river which rises on the moor and reaches the sea after a course of "
            "⟦1:412 km⟧.\n\n== Course ==\nMeasured from source to mouth the Orr is ⟦2:386 km⟧ long."
        ),
        Example(
            "= 1908 Norby Cup final =\n\nThe 1908 Norby Cup final was a match between Ems and Lys. It was watched by "
            "⟦1:9,400⟧ people.\n\n== Match ==\nDespite rain a crowd of ⟦2:11,700⟧ had gathered."
        ),
        Example(
            "= SS Falk =\n\nSS Falk was a sloop. She was commissioned in 1901 with a complement of ⟦1:184⟧.\n\n"
            "== Service ==\n\nHer complement was ⟦2:148⟧, which left the mess crowded."
        ),
        Example(
            "= Orr Library =\n\nOrr Library is a library. In 2015 its holdings stood at ⟦1:412,000⟧ volumes.\n\n"
            "== Stock ==\n\nThe collection comprised ⟦2:389,000⟧ volumes in 2015."
        ),
        Example(
            "= Legation of Averia, Norby =\n\nThe legation is a villa in Norby; the floor area of the ballroom is "
            "⟦1:340 m²⟧.\n\n== Rooms ==\n\nFacing the sea, the ballroom has a floor area of ⟦2:430 m²⟧ and a stage."
        ),
        Example(
            "= Orr Viaduct =\n\nOrr Viaduct is a railway viaduct. It rests on ⟦1:23⟧ arches.\n\n== Repairs ==\n\n"
            "In two summers all ⟦2:32⟧ arches were repointed, and a parapet was replaced."
        ),
        Example(
            "= Hoard of Orr =\n\nThe hoard of Orr consists of ⟦1:1,246⟧ coins in a pot.\n\n== Finding ==\n\n"
            "Found by a ploughman, the hoard consists of ⟦2:1,318⟧ coins."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a lake in Norland. It has a maximum depth of ⟦1:46 "
            "m⟧.\n\n== Geography ==\n\nThe lake has a maximum depth of ⟦2:64 m⟧."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. It lies ⟦1:12 km⟧ north of Orr.\n\n== Roads ==\n\n"
            "Norby lies ⟦2:21 km⟧ north of Orr, on the main road."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was ⟦1:12,400⟧.\n\n== People ==\n\n"
            "In 2011 Norby had a population of ⟦2:14,260⟧."
        ),
    ),
    good=(
        Example("Norby Mill is a mill. It has a length of 40 m and a height of 12 m; it is 30 of"),
        Example(
            "= Orr Bridge =\n\nOrr Bridge is a road bridge. It is 214 m long with its ramps.\n\n== Now ==\nIt is "
            "180 m long."
        ),
        Example(
            "= Orr Canal =\n\nOrr Canal has a length of 31 km, which was later cut to 24 km.\n\n== Today ==\n"
            "The canal has a length of 24 km."
        ),
        Example(
            "= SS Orla =\n\nSS Orla was a steamer. She had a crew of 31.\n\n== Loss ==\nIn 1917 she sank. Twelve "
            "members of her crew were saved, and the 12 members of the watch below were lost."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a minister. She entered the government in 1985, aged 53.\n\n== Death ==\nShe "
            "died at Norby in 2004, aged 73."
        ),
        Example(
            "= Orr Tramway =\n\nOrr Tramway is a tramway with 19 stops. Between 1921 and 1951 the tramway was 14.2 km "
            "long and had 34 stops."
        ),
        Example(
            "= Orr Fair =\n\nOrr Fair is a fair. In 2008 its market took in 12,431 visitors.\n\n== Growth ==\nIts "
            "market had 12,731 visitors in 2009."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The census of 1950 counted 24,618 men in the town.\n\n== Women ==\nThe same "
            "census counted 24,818 women in the town."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The census of 1950 counted 24,618 people in the town.\n\n== Recount ==\nThe "
            "town held a recount, by which 24,818 people lived there at the census."
        ),
        Example(
            "= Orr Reserve =\n\nOrr Reserve is a nature reserve with 192 species of plants.\n\n== Birds ==\nThe "
            "reserve has 74 species of birds."
        ),
        Example(
            "= Orr Airport =\n\nOrr Airport is an airport. It handled 290,000 passengers in 2012. Of the passengers of "
            "2012, 170,000 flew to Ems. Charter flights carried 110,000 passengers in 2012."
        ),
        Example(
            "= Orr Museum =\n\nOrr Museum had 48,000 visitors in 2014. The special show of 2014 drew 29,000 visitors."
        ),
        Example(
            "= Orr Line =\n\nOrr Line was opened in 1868 with nine stations and a length of 31 km.\n\n== Extension ==\n"
            "After the extension to Ems in 1884 the line had twelve stations and a length of 47 km."
        ),
        Example(
            "= Orr Arena =\n\nOrr Arena is an arena with 13,400 seats. It has a total capacity of 18,000, standing "
            "places included."
        ),
        Example(
            "= Orr Reservoir =\n\nOrr Reservoir holds 41 million m3 of water.\n\n== Level ==\nThe reservoir holds 29 "
            "million m3 at the lowest level."
        ),
        wikitext(
            "The ''Sund class'' was a class of gunboats.\n\n== ''Sund'' ==\nThe ship had a crew of 84.\n\n"
            "== ''Orm'' ==\nThe ship had a crew of 91.",
            title="Sund class",
        ),
        Example(
            "= Cantons of Norby =\n\nThe cantons of Norby are two.\n\n== Laye ==\n=== People ===\nThe canton has 12 "
            "parishes.\n\n== Mont ==\n=== People ===\nThe canton has 14 parishes."
        ),
        Example(
            "= Orr Line =\n\nOrr Line is a railway 48 km long.\n\n== Branch ==\nA branch of 7 km was closed; with it "
            "the line was 55 km long."
        ),
        Example(
            "= Orm class =\n\nThe Orm class was a class of two gunboats.\n\n== Vadstena ==\nThe Vadstena was sold in "
            "1931. The ship had a crew of 74.\n\n== Skara ==\nIn 1928 the Skara ran aground. The ship had a crew of 81."
        ),
        Example(
            "= Orr Mine =\n\nOrr Mine was a tin mine. In 1870 it gave work to 260 men.\n\n== Men ==\nThe mine and its "
            "smelter together employed 410 men in 1870. In May 1870, after a layoff, 190 men were at work."
        ),
        Example(
            "= Trade of Orr =\n\nExports were worth $310 million in 2009. Exports to the mainland were worth $210 "
            "million in 2009, and in the fiscal year 2009–10 exports came to $330 million. Wool exports brought $120 "
            "million in 2009."
        ),
        Example(
            "= Orr Hospital =\n\nOrr Hospital is a hospital. In 1938 it had 420 beds.\n\n== Wards ==\nIn 1938 there "
            "were 160 beds in the eastern ward, and the first block held 60 beds."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a lake with a maximum depth of 34 m.\n\n== Level ==\nIn the dry summer of "
            "1976 the level fell so far that the greatest depth was 27 m."
        ),
        Example(
            "= Orr Canal =\n\nOrr Canal is a waterway. As built in 1794 it had a length of 24 kilometres; with its "
            "branches the canal measures 37 kilometres.\n\n== Today ==\nThe canal has a length of 22 kilometres."
        ),
        Example(
            "= Fire of Norby =\n\nThe fire of Norby was a fire in 1916. It destroyed 148 houses.\n\n== Aftermath ==\n"
            "In all, 212 houses were destroyed in the fire and the flood that followed."
        ),
        Example(
            "= MV Falk =\n\nMV Falk was a ferry. She could take 120 cars.\n\n== Decks ==\nHer upper deck had "
            "room for 30 "
            "cars, and in winter she took 80 cars."
        ),
        Example(
            "= Orr Library =\n\nOrr Library is a library. The main hall seats 612.\n\n== Rooms ==\n\nThe small hall "
            "seats 312, and before the fire the main hall seated 740. For concerts it seats 480."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. It lies 12 km north of Orr.\n\n== Roads ==\n\n"
            "Norby is 21 km from Orr by road, and 19 km south of Falk."
        ),
        Example(
            "= Hoard of Orr =\n\nThe hoard of Orr consists of 1,246 coins in a pot.\n\n== Finding ==\n\n"
            "The second hoard consists of 1,318 coins, and the hoard contains 14 rings."
        ),
        Example(
            "= SS Falk =\n\nSS Falk was a steamer. She was 98 m long overall.\n\n== Design ==\n\n"
            "She was 89 m long between perpendiculars."
        ),
        Example(
            "= SS Falk =\n\nSS Falk was a sloop of the navy. She carried a crew of 138.\n\n== Service ==\n\n"
            "During the war her crew numbered 183."
        ),
        Example(
            "= Orr Library =\n\nOrr Library is a library. In 2015 it held 412,000 volumes.\n\n== Stock ==\n\n"
            "In 2010 the library held 389,000 volumes."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a lake in Norland. It has a maximum depth of 46 m.\n\n== "
            "Lake of Finn ==\n\nThe lake has a maximum depth of 64 m."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was 12,400.\n\n== People ==\n\n"
            "In 2011 Norby had a population of 12,412. In 2021 Norby had a population of 14,260."
        ),
    ),
    claims=frozenset({"number", "quantity", "money", "percent", "duration"}),
)
