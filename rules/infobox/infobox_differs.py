"""The infobox gives one value for a fact, and the text another.

Why: most readers look at one of the two only, and machines at the infobox; whoever corrected the one forgot the
other.

Right all the same: when the two mean different things without saying so: another year, the town and its district,
an estimate and a census. Two exact figures that share all their digits but one, or but for two exchanged, are held to
be one figure and a slip, whatever their years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Number, Quantity, Value
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, comparable, far_apart, values
from rules.laws.explained import another_date
from rules.laws.figures.boxed_slips import boxed_slips
from rules.laws.figures.misprints import misprints
from rules.laws.figures.narrowed import narrowed, once_so
from rules.laws.figures.one_description import told_twice
from rules.laws.figures.unsure import unsure
from rules.laws.names.boxed_names import Named, boxed_names
from rules.laws.names.fought import fought
from rules.laws.names.outcomes import outcomes
from rules.laws.times.both_calendars import in_both_calendars
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

SOFT = frozenset(("estimate", "census", "total"))
"""Ways of counting that a text leaves out where an infobox names them."""

ENTITIES = frozenset(("capital", "largest-city"))
"""Properties whose value is a name, and one name only at a time."""

FREED = "independence"

VALUES = frozenset(("date", "money", "quantity", "number", "percent", "duration"))

TELLING = {Number: 3, Quantity: 2}
"""A number of so many digits hardly stands in two places by chance; one with a unit needs fewer."""

FARTHEST = {Place.LEAD: 10, Place.BODY: 3, Place.CAPTION: 3}
"""By what factor two numbers may differ and still be taken for one thing, which the lead speaks of more surely."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare facts of the infobox, its other numbers and its names with what the text says of the same thing."""
    told = set()
    for found in _of_facts(article):
        if isinstance(found, Verdict):
            told.add(found.evidence[0].span)
        yield found
    for twice in article.once(told_twice):
        one, other = twice.first, twice.second
        boxed = twice.places == {Place.INFOBOX, Place.BODY} and one.claim.span not in told
        if boxed and not _of_less(article, other.claim) and not _stands_too(article, one.claim.value):
            yield _differing(article, twice.called(article), one.claim.span, other.claim.span, other.place)
            told.add(one.claim.span)
    for slip in boxed_slips(article):
        if slip.boxed not in told and not _of_less(article, slip.told):
            yield _differing(article, slip.name, slip.boxed, slip.told.span, _place(article, slip.told))
    for named in boxed_names(article):
        yield _of_name(article, named)


def _of_less(article: Article, claim: Claim) -> bool:
    """Whether a sentence tells its number of another extent or state of the thing."""
    return not isinstance(claim.value, Date) and narrowed(article, claim.span.start, claim.span.end)


def _stands_too(article: Article, value: Value) -> bool:
    """Whether the text gives the infobox's number as well, one of several digits: what differs is of another count."""
    number = _several_digits(value)
    same = (claim for claim in article.claims.all if number is not None and _several_digits(claim.value) == number)
    blocks = (article.page.block_at(claim.span.start) for claim in same)
    return any(block is not None and block.place in FARTHEST for block in blocks)


def _of_facts(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare each fact of the infobox with the first fact of lead and body that speaks of the same thing."""
    for name, facts in article.facts_by_property.items():
        known = properties().get(name)
        if known is None or not known.once or not (known.value in VALUES or name in ENTITIES):
            continue
        boxed = [fact for fact in facts if fact.place is Place.INFOBOX and fact.polarity]
        told = [fact for fact in facts if fact.place in (Place.LEAD, Place.BODY, Place.CAPTION) and fact.polarity]
        if boxed and told:
            yield from _compared(article, boxed, told)
    for result, victory in outcomes(article):
        yield _verdict(article, result, result._replace(span=victory, place=Place.LEAD))
    boxed_ones = (fact for fact in article.facts if fact.place is Place.INFOBOX and fact.polarity)
    for fact, claim in misprints(article, boxed_ones):
        if not any(
            other.span == claim.span and comparable(fact, other, soft=SOFT)
            for other in article.facts_by_property[fact.property]
        ):
            yield _verdict(article, fact, fact._replace(span=claim.span, place=_place(article, claim)))
    for fact, claim in fought(article):
        yield _verdict(article, fact, fact._replace(span=claim.span, place=_place(article, claim)))
    for fact, likely in unsure(article):
        if not _told_beside(article, fact, likely) and not _narrowed(article, likely):
            yield _verdict(article, fact, likely)


def _place(article: Article, claim: Claim) -> Place:
    block = article.page.block_at(claim.span.start)
    return block.place if block else Place.BODY


def _compared(article: Article, boxed: list[Fact], told: list[Fact]) -> Iterator[Verdict | Outcome]:
    for fact in boxed:
        about = [other for other in told if comparable(fact, _from_anybody(fact, other), soft=SOFT)]
        outcomes = [(agreement(fact, other), other) for other in about]
        conflicting = [other for outcome, other in outcomes if outcome is Outcome.CONFLICTING]
        differing = [other for other in conflicting if not far_apart(fact, other, FARTHEST[other.place])]
        differing = [other for other in differing if not in_both_calendars(article, fact, other)]
        differing = [other for other in differing if not _told_beside(article, fact, other)]
        differing = [other for other in differing if not _narrowed(article, other)]
        agreeing = [outcome for outcome, _ in outcomes if outcome is not Outcome.CONFLICTING]
        agreeing += [Outcome.INCOMPARABLE] * (len(conflicting) - len(differing))
        if (
            differing
            and not {Outcome.CONSISTENT, Outcome.BY_ROUNDING}.intersection(agreeing)
            and not _one_of(fact, boxed, differing[0])
        ):
            yield _verdict(article, fact, differing[0])
        else:
            yield from agreeing


def _narrowed(article: Article, fact: Fact) -> bool:
    """Whether a sentence tells its figure of another extent or state of the thing, or of one time in the past."""
    if isinstance(fact.value, Date | str):
        return False
    then = isinstance(fact.value, Quantity) and once_so(article, fact.span.start)
    return then or narrowed(article, fact.span.start, fact.span.end)


def _told_beside(article: Article, fact: Fact, other: Fact) -> bool:
    """Whether the text gives the infobox's value too: "opened to walkers on 20 May and to carriages on 1 July"."""
    mine = fact.value
    if isinstance(mine, Date):
        return another_date(article, other.span, lambda date: values(mine, date) is Outcome.CONSISTENT)
    return mine is not None and not isinstance(mine, str) and _stands_too(article, mine)


def _several_digits(value: Value) -> tuple[str, Decimal] | None:
    """The unit and the number of an amount of several digits; else None."""
    if not isinstance(value, Quantity | Number):
        return None
    if len(value.amount.value.normalize().as_tuple().digits) < TELLING[type(value)]:
        return None
    return value.unit if isinstance(value, Quantity) else "", value.amount.value


def _from_anybody(fact: Fact, other: Fact) -> Fact:
    """An independence told without the state that it was from, where the infobox does not say that either."""
    if fact.property != FREED or fact.scope.counterpart is not None:
        return other
    return other._replace(scope=other.scope._replace(counterpart=None))


def _one_of(fact: Fact, boxed: Iterable[Fact], other: Fact) -> bool:
    """Whether the infobox gives the text's value as well, in another field of the same property."""
    return any(
        fact is not also
        and also.scope.counterpart == other.scope.counterpart
        and agreement(also, other) is not Outcome.CONFLICTING
        for also in boxed
    )


def _verdict(article: Article, fact: Fact, other: Fact) -> Verdict:
    name = fact.property.replace("-", " ").replace("gdp", "GDP")
    name += f" of {fact.scope.counterpart}" if fact.scope.counterpart else ""
    return _differing(article, name, fact.span, other.span, other.place)


def _of_name(article: Article, named: Named) -> Verdict:
    """A warning only: of names more than one may be right."""
    block = article.page.block_at(named.told.start)
    place = block.place if block else Place.BODY
    return _differing(article, named.key, named.boxed, named.told, place)._replace(severity=Severity.WARNING)


def _differing(article: Article, name: str, boxed: ProseSpan, told: ProseSpan, place: Place) -> Verdict:
    first, second = (" ".join(article.page.text(span).split()) for span in (boxed, told))
    where = "the lead" if place is Place.LEAD else "the text"
    changes = (
        Change(f"say {second} in the infobox", ((boxed, second),)),
        Change(f"say {first} in {where}", ((told, first),)),
    )
    marks = (Mark(boxed, "the infobox"), Mark(told, where))
    return Verdict(f"{name}: the infobox says “{first}”, but {where} “{second}”", marks, changes=changes)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
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
