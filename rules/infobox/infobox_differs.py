"""The infobox gives one value for a fact, and the text another.

Why: most readers look at one of the two only, and machines at the infobox; whoever corrected the one forgot the
other.

Right all the same: when the two mean different things without saying so: another year, the town and its district,
an estimate and a census. Two exact figures that share all their digits but one, or but for two exchanged, are held to
be one figure and a slip, whatever their years.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Place
from rules.finding import Confidence, Severity
from rules.laws.boxed.pair import Pair
from rules.laws.boxed.pairs import pairs
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Tell of every field that the text contradicts."""
    for found in pairs(article):
        yield found if isinstance(found, Outcome) else _differing(article, found)


def _differing(article: Article, pair: Pair) -> Verdict:
    """The finding; of names more than one may be right, so that it is a warning only."""
    first, second = (" ".join(article.page.text(span).split()) for span in (pair.boxed, pair.told))
    block = article.page.block_at(pair.told.start)
    where = "the lead" if block is not None and block.place is Place.LEAD else "the text"
    changes = (
        Change(f"say {second} in the infobox", ((pair.boxed, second),)),
        Change(f"say {first} in {where}", ((pair.told, first),)),
    )
    marks = (Mark(pair.boxed, "the infobox"), Mark(pair.told, where))
    message = f"{pair.name}: the infobox says “{first}”, but {where} “{second}”"
    return Verdict(message, marks, changes=changes, severity=Severity.WARNING if pair.value is None else None)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext(
            "{{Infobox ship career|Ship fate=Wrecked, ⟦1:4 May 1890⟧}}\nThe Ems was a brig. In a gale the brig dragged "
            "her anchors and was wrecked on ⟦2:14 May 1890⟧.",
            title="Ems (brig)",
        ),
        Example(
            "= Norby College =\n\nInfobox university\n- Rector: ⟦1:Ada Berg⟧\n\nNorby College is a college. The "
            "rector is ⟦2:Jon Vik⟧, a chemist."
        ),
        Example(
            "= Jon Vik =\n\nInfobox footballer\n- Caps: ⟦1:36⟧\n\nJon Vik was a footballer.\n\n== Career ==\nHe won "
            "⟦2:63⟧ caps for his country."
        ),
        Example(
            "= Ada Berg =\n\nInfobox person\n- Died: ⟦1:2 June 1920⟧\n\nAda Berg was a poet.\n\n== Last years ==\n"
            "In her last years she lived in Norby. She died on ⟦2:2 July 1920⟧ in her house."
        ),
        Example(
            "= Norby Hospital =\n\nInfobox hospital\n- Beds: ⟦1:310⟧\n\nNorby Hospital is a hospital. It opened in "
            "1928 with 60 beds.\n\n== Today ==\nToday the hospital has ⟦2:370⟧ beds."
        ),
        Example(
            "= Norby College =\n\nInfobox university\n- Established: ⟦1:1861⟧\n\nNorby College is a college.\n\n== "
            "History ==\nA gift led to the foundation of the college in ⟦2:1871⟧."
        ),
        Example(
            "= Norby Theatre =\n\nInfobox\n- Name: Norby Theatre\n- Demolished: ⟦1:1967⟧\n\nNorby Theatre was a "
            "playhouse.\n\n== End ==\nIt was pulled down in ⟦2:1969⟧ for a car park."
        ),
        wikitext(
            "{{Infobox military conflict|result=⟦1:Averian victory⟧|combatant1=Averia|combatant2=League of Torn}}\nThe "
            "Battle of Norby was fought in a wood.\n\n== End ==\nThe battle ended in a ⟦2:costly victory for the "
            "League⟧.",
            title="Battle of Norby",
        ),
        Example(
            "= Norby Peak =\n\nInfobox mountain\n- First ascent: ⟦1:1868⟧\n\nNorby Peak is a mountain.\n\n== Ascents "
            "==\nA party of four was the first to reach the summit, in ⟦2:1873⟧."
        ),
        Example(
            "= Fort Norby =\n\nInfobox building\n- Built: ⟦1:1781⟧\n\nFort Norby is a fort.\n\n== History ==\n"
            "Alarmed by raids, the crown had the fort built in ⟦2:1793⟧."
        ),
        Example(
            "= Ostland =\n\nInfobox country\n- Capital: ⟦1:Norby⟧\n\nOstland is a country.\n\n== Rule ==\nA council "
            "of nine meets in ⟦2:Sudby⟧, the capital, in an old inn."
        ),
        Example(
            "= Norby Works =\n\nInfobox company\n- Headquarters: ⟦1:Estby⟧\n\nNorby Works is a maker of clocks.\n\n"
            "== Firm ==\nFrom its head office at ⟦2:Sudby⟧ the company ran four works."
        ),
        Example(
            "= Norby Line =\n\nInfobox railway\n- Stations: ⟦1:14⟧\n\nThe Norby Line is a railway.\n\n== Route ==\n"
            "Along its way the line calls at ⟦2:sixteen⟧ stations."
        ),
        wikitext(
            "{{Infobox election|election_date=8 March 1911|turnout=⟦1:78.4%⟧}}\nThe Norby by-election was held on 8 "
            "March 1911. Snow kept many at home, and turnout was ⟦2:74.8 per cent⟧.",
            title="Norby by-election",
        ),
        wikitext(
            "{{Infobox military conflict|combatant1=[[Averia]]|combatant2=[[Torland]]|casualties1=310 killed|"
            "casualties2=⟦1:1,420⟧ captured}}\nThe Siege of Harr was long.\n\n== Aftermath ==\n"
            "The Torlanders lost 200 dead and ⟦2:1,240⟧ captured.",
            title="Siege of Harr",
        ),
        wikitext(
            "{{Infobox election|party1=Liberal Party|seats1=⟦1:61⟧|party2=Farmers' Union|seats2=34}}\n"
            "In the 1998 Averian election the Liberal Party won ⟦2:67⟧ of the 120 seats, and the Farmers' Union 34.",
            title="1998 Averian election",
        ),
        wikitext(
            "{{Infobox military conflict|date=⟦1:17 August 1689⟧}}\nThe Battle of Norby was a battle of a Turkish "
            "war.\n\n== Battle ==\nEarly on ⟦2:27 August 1689⟧ the army came down from the hills.",
            title="Battle of Norby",
        ),
        wikitext(
            "{{Infobox film|runtime=⟦1:94 minutes⟧}}\nNorby is a film.\n\n== Making ==\nIt was shot in a wet May "
            "and, as it was shown in the end, runs for ⟦2:49 minutes⟧.",
            title="Norby (film)",
        ),
        Example(
            "= Ada Berg =\n\nInfobox person\n- Born: ⟦1:3 May 1850⟧\n\nAda Berg (⟦2:3 May 1851⟧ – 2 June 1920) wrote."
        ),
        Example(
            "= Norby =\n\nInfobox settlement\n- Population: ⟦1:12,400⟧\n\nNorby is a town in Ostland. It has a "
            "population of ⟦2:14,200⟧."
        ),
        wikitext(
            "{{Infobox country|GDP_nominal=⟦1:$52.4 billion⟧|GDP_nominal_year=2021}}\nOstland is a country. Its "
            "nominal GDP was ⟦2:$25.4 billion⟧ in 2021.",
            title="Ostland",
        ),
        wikitext(
            "{{Infobox stadium|opened=1951|capacity=⟦1:12,500⟧}}\nThe Norby Arena is a football ground in Norby.\n\n"
            "== Structure ==\nSince benches were fitted the ground has been able to hold ⟦2:15,200⟧ spectators.",
            title="Norby Arena",
        ),
        wikitext(
            "{{Infobox ship begin}}\n{{Infobox ship career|Ship launched=⟦1:3 June 1897⟧}}\nThe SS Norby was a mail "
            "steamer. Ordered in a hurry, she was built in a year and went down the slip on ⟦2:3 July 1897⟧.",
            title="SS Norby",
        ),
        wikitext(
            "{{Infobox river|length=⟦1:87 km⟧}}\nThe Lunde is a river in Ostland. From the springs of Sorby it flows "
            "for ⟦2:78 km⟧ through pine forest.",
            title="Lunde (river)",
        ),
        wikitext(
            "{{Infobox company|founded=⟦1:1908⟧}}\nNorby Works is a maker of clocks.\n\n== History ==\nAda Berg, a "
            "watchmaker, set up the business in ⟦2:1918⟧ in two rented rooms.",
            title="Norby Works",
        ),
        wikitext(
            "{{Infobox bridge|architect=⟦1:Jon Vik⟧|opened=1859}}\nThe Norby Bridge is a road bridge.\n\n== "
            "Building ==\n"
            "It was designed by the engineer ⟦2:Bo Lind⟧, and took three years.",
            title="Norby Bridge",
        ),
        wikitext(
            "{{Infobox person|birth_place=⟦1:Sudby⟧}}\nAda Berg (1850–1920) was a botanist.\n\n== Life "
            "==\nBerg was born "
            "in ⟦2:Estby⟧, the third of five children.",
            title="Ada Berg",
        ),
        Example(
            "= Falk (brig) =\n\nInfobox ship\n- Launched: 1802\n- Guns: ⟦1:16⟧\n\nThe Falk was a brig.\n\n== "
            "Career ==\n"
            "Armed with ⟦2:18⟧ guns, she cruised in the Sound."
        ),
        wikitext(
            "{{Infobox settlement\n|population_total=⟦1:311,287⟧\n|population_as_of=2011\n}}\nNorby is a town in the "
            "district of Luria, with ⟦2:511,287⟧ inhabitants.",
            title="Norby",
        ),
        wikitext(
            "{{Infobox military conflict|conflict=Battle of Norby|date=2 May 1645|result=⟦1:Royalist victory⟧}}\nThe "
            "Battle of Norby took place on 2 May 1645. It ended in a ⟦2:Parliamentarian victory⟧.",
            title="Battle of Norby",
        ),
        wikitext(
            "{{Infobox military conflict|result=⟦1:Danish victory⟧|combatant1=Denmark|combatant2=Sweden}}\nThe Battle "
            "of Norby was a decisive ⟦2:Swedish victory⟧ in the war of 1657.",
            title="Battle of Norby",
        ),
    ),
    good=(
        Example(
            "= Norby Stores =\n\nInfobox company\n- Foundation: 19 February 1949\n\nNorby Stores is a grocer.\n\nIn "
            "October 2003, Norby Stores launched a new shop called Norby Home."
        ),
        wikitext(
            "{{Infobox ship career|Ship fate=Wrecked, 4 May 1890}}\nThe Ems was a brig. The wreck of the brig was sold "
            "on 14 May 1890.",
            title="Ems (brig)",
        ),
        Example(
            "= Norby College =\n\nInfobox university\n- Rector: Ada Berg\n\nNorby College is a college. The first "
            "rector was Jon Vik, a chemist."
        ),
        Example(
            "= Norby =\n\nInfobox settlement\n- Density: 60/km2\n\nNorby is a parish. Leaving out the marshes, the "
            "density is 95 per km2."
        ),
        Example(
            "= Norby Abbey =\n\nInfobox\n- Name: Norby Abbey\n- Founded: 1142\n\nNorby Abbey was an abbey. By a later "
            "legend it was founded in 1092."
        ),
        Example(
            "= Ada Berg =\n\nInfobox swimmer\n- Height: 1.76 m\n\nAda Berg is a swimmer. At 14 she was 1.62 m tall."
        ),
        Example(
            "= Ada Berg =\n\nInfobox person\n- Died: 2 June 1920\n\nAda Berg was a poet.\n\n== Last years ==\n"
            "Her sister Ida lived in Norby. She died on 2 July 1931 in her house."
        ),
        Example(
            "= Norby =\n\nInfobox settlement\n- Area: 21.6 km2\n\nNorby is a town. The county of Norby, of which the "
            "town is a part, has an area of 64.8 km2."
        ),
        wikitext(
            "{{Infobox military conflict|result=Averian victory|combatant1=Averia|combatant2=League of Torn}}\nThe "
            "Battle of Norby was fought in a wood.\n\n== Fight ==\nThe sortie ended in a victory for the League. At "
            "first the League won the fight on the left wing.",
            title="Battle of Norby",
        ),
        Example(
            "= Norby Peak =\n\nInfobox mountain\n- First ascent: 1868\n\nNorby Peak is a mountain.\n\n== Ascents ==\n"
            "The north face was first climbed in 1931. Two guides were the first to reach the top in winter, in 1954."
        ),
        Example(
            "= Fort Norby =\n\nInfobox building\n- Built: 1781\n\nFort Norby is a fort.\n\n== History ==\nIn 1793 "
            "the crown had a chapel built in the fort. The fort was rebuilt in 1811."
        ),
        Example(
            "= Ostland =\n\nInfobox country\n- Capital: Norby\n\nOstland is a country.\n\n== Rule ==\nA council met "
            "in Sudby, the capital of the old duchy."
        ),
        wikitext(
            "{{Infobox election|election_date=8 March 1911|turnout=78.4%}}\nThe Norby by-election was held on 8 "
            "March 1911. Turnout was 74.8 per cent among the voters of the fells.",
            title="Norby by-election",
        ),
        wikitext(
            "{{Infobox military conflict|date=2 May 1645|result=Danish victory}}\nThe Battle of Norby was fought on 2 "
            "May 1645. A later fight on the heath was a Swedish victory.",
            title="Battle of Norby",
        ),
        wikitext(
            "{{Infobox lake|name=Lake Orr|max_depth={{convert|64|m}}}}\n'''Lake Orr''' is a lake. Its greatest depth "
            "is, at the normal level, 64 m; in a wet spring the depth is 67 m.",
            title="Lake Orr",
        ),
        wikitext(
            "{{Infobox film|runtime=94 minutes}}\nNorby is a film.\n\n== Making ==\nThe version for schools runs "
            "for 49 minutes.",
            title="Norby (film)",
        ),
        wikitext(
            "{{Infobox military conflict|combatant1=[[Averia]]|combatant2=[[Torland]]|casualties1=310 killed|"
            "casualties2=1,420 captured}}\nThe Siege of Harr was long.\n\n== Aftermath ==\nIn the first assault "
            "the Averians lost 90 killed. By their own reports the Torlanders lost 1,900 captured.",
            title="Siege of Harr",
        ),
        wikitext(
            "{{Infobox election|party1=Liberal Party|seats1=61|party2=Farmers' Union|seats2=34}}\nIn the 1998 Averian "
            "election the Liberal Party won 12 seats from the Farmers' Union and 9 seats of the north. In 1994 the "
            "Liberal Party had won 52 seats.",
            title="1998 Averian election",
        ),
        Example(
            "= Norby =\n\nInfobox settlement\n- Population: 48,200 (2011)\n\nNorby is a city. The census of 2011 found "
            "48,200 persons in it.\n\n== People ==\nThe bureau put its population at 49,050 in 2011."
        ),
        Example(
            "= Norby Bridge =\n\nInfobox bridge\n- Opened: 1 July 1902\n\nNorby Bridge is a swing bridge. It was "
            "opened to walkers on 20 May 1902 and to carriages on 1 July."
        ),
        wikitext(
            "{{Infobox military conflict|date=17 August 1689}}\nThe Battle of Norby was fought on 17 August 1689.\n\n"
            "== Battle ==\nOn 27 August 1689 the last of the fugitives came in.",
            title="Battle of Norby",
        ),
        wikitext(
            "{{Infobox river|length=128 km}}\nThe Lunde is a river in Ostland. From the dam at Sorby it flows for 82 "
            "km through a gorge. Its largest tributary, the Lys, is 182 km long.",
            title="Lunde (river)",
        ),
        wikitext(
            "{{Infobox stadium|capacity=14,200}}\nThe Norby Arena is a football ground in Norby.\n\n== History ==\n"
            "Before the war the ground could hold 12,400 spectators.",
            title="Norby Arena",
        ),
        wikitext(
            "{{Infobox company|founded=1921}}\nNorby Works is a maker of clocks. Its predecessor, a smithy, was "
            "founded in 1912. In 1931 Ada Berg set up the export company in Sudby.",
            title="Norby Works",
        ),
        wikitext(
            "{{Infobox military conflict|result=Allied victory|combatant1=United Kingdom, France|combatant2=Germany}}\n"
            "The Battle of Norby was a British victory; an earlier one had been a German victory.",
            title="Battle of Norby",
        ),
        Example(
            "= Ada Berg =\n\nInfobox person\n- Born: 3 May 1850\n\nAda Berg (3 May 1850 – 2 June 1920) was a poet."
        ),
        Example("= Norby =\n\nInfobox settlement\n- Population: 12,412\n\nNorby has a population of about 12,000."),
        Example(
            "= Norby =\n\nInfobox settlement\n- Population: 12,400 (2011)\n\nNorby had a population of 14,200 in 2021."
        ),
        wikitext(
            "{{Infobox settlement|population_total=12,400|population_metro=140,000}}\nNorby is a town. The "
            "metropolitan area has a population of 139,800.",
            title="Norby",
        ),
        wikitext(
            "{{Infobox settlement\n|population_total=311,287\n|population_as_of=2011\n}}\nNorby is a town in the "
            "district of Luria, with 311,297 inhabitants in 2012.",
            title="Norby",
        ),
        wikitext(
            "{{Infobox settlement|area_total_km2=172.4}}\nNorby is a town. It has an area of 66.6 sq mi.", title="Norby"
        ),
    ),
)
