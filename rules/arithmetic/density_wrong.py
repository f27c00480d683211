"""A density or a speed is not what its own two numbers make: population over area, distance over time.

Why: three numbers of one infobox or sentence that readers quote one by one; if the third does not follow from the other
two, at least one of them is out of date.

Right all the same: the density leaves out lakes or counts residents by another rule. Every population and every area
of the subject that the article states for the same year is tried, land alone as well as land and water; only a density
that fits none of them is flagged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Number, Quantity
from articles.facts.fact import Fact, Scope
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.amounts.conversion import between
from rules.laws.amounts.rates import Rate, dense_sentences, part_of_it, rates
from rules.laws.bounds import Bounds, counted, operand, ratio, scaled
from rules.laws.edits import write
from rules.laws.nearby import claims_in, sentence_at, told
from rules.laws.nouns import people
from rules.laws.order import amount
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

MOST = 40
"""How many densities of an article are looked at, and how many populations and areas each is held against."""
NEAR = 240
"""Within so many characters two figures without a year are of one time."""
AREA, DENSITY = "kilometer ** 2", "1 / kilometer ** 2"


def check(article: Article, *, tolerance: float = 0.03, undated: float = 0.1) -> Iterator[Verdict | Outcome]:
    """Divide every population of the density's year by every area of its subject, and the numbers of one sentence."""
    near = Decimal(str(tolerance))
    told_once: set[ProseSpan] = set()
    for rate in rates(article):
        told_once.add(rate.stated.span)
        if _of_others(article, rate):
            continue
        reach = near if rate.near else Decimal(str(undated))
        yield Outcome.CONSISTENT if _near(rate.made, rate.said, reach) else _of_sentence(article, rate)
    facts = article.facts_by_property
    held: set[tuple[str, Scope]] = set()
    for density in (*facts.get("population-density", ())[:MOST], *_in_text(article, told_once)):
        if (density.subject, density.scope) in held or density.span in told_once:
            continue  # the same in another unit: whether the two agree is a conversion's matter
        if density.place is not Place.INFOBOX and part_of_it(article, density.span.start):
            continue
        people = [fact for fact in facts.get("population", ()) if _of_one_year(fact, density)][:MOST]
        areas = [fact for fact in facts.get("area", ()) if _of_one_place(fact, density)][:MOST]
        said = _in_unit(density, DENSITY)
        if said is None or not people or not areas:
            continue
        made = [(person, area, _density(person, area)) for person in people for area in areas]
        known = [(person, area, value) for person, area, value in made if value is not None]
        if known and density.place is Place.INFOBOX:
            held.add((density.subject, density.scope))
        reach = near if density.scope.when is not None else Decimal(str(undated))
        if any(_near(value, said, reach) for _, _, value in known):
            yield Outcome.CONSISTENT
        elif known:
            yield _verdict(article, density, *known[0][:2])


def _of_others(article: Article, rate: Rate) -> bool:
    """Whether the sentence of a density counts people itself, and not those that were told of before it."""
    sentence = sentence_at(article, rate.stated.span.start)
    numbers = [c for c in claims_in(article, sentence) if isinstance(c.value, Number) and people(c.value.noun or "")]
    return rate.top not in numbers and any(c.span.end <= rate.stated.span.start for c in numbers)


def _in_text(article: Article, told_once: set[ProseSpan]) -> Iterator[Fact]:
    """The densities of sentences, as if the infobox gave them, where its population is of the year of the sentence."""
    facts = article.facts_by_property
    boxed = [fact for fact in facts.get("population", ()) if fact.place is Place.INFOBOX]
    if len(boxed) != 1 or len(facts.get("area", ())) != 1:
        return
    known = told_once | {fact.span for fact in facts.get("population-density", ())}
    for stated in dense_sentences(article):
        sentence = sentence_at(article, stated.span.start)
        times = [claim.value for claim in claims_in(article, sentence) if isinstance(claim.value, Date)]
        if stated.span not in known and (times == [boxed[0].scope.when] or not times):
            yield boxed[0]._replace(
                property="population-density", value=stated.value, span=stated.span, statement=sentence, claim=stated
            )


def _of_one_place(fact: Fact, density: Fact) -> bool:
    return fact.subject == density.subject and fact.scope.region == density.scope.region and fact.polarity


def _of_one_year(fact: Fact, density: Fact) -> bool:
    """Whether a population is told for the density's own year, in the same place; an infobox may leave the year out."""
    when = density.scope.when
    near = abs(fact.span.start - density.span.start) <= NEAR
    dated = when is not None or density.place is Place.INFOBOX or near
    boxed = density.place is Place.INFOBOX and when is None  # "Population: 18,240 (2011)", "Density: 190/km2"
    beside = fact.place is density.place or (when is not None and fact.place is Place.INFOBOX)
    return _of_one_place(fact, density) and dated and (boxed or fact.scope.when == when) and beside


def _density(person: Fact, area: Fact) -> Bounds | None:
    size = _in_unit(area, AREA)
    if size is None or not isinstance(person.value, Number):
        return None
    return ratio(counted(person.value.amount), size)


def _in_unit(fact: Fact, unit: str) -> Bounds | None:
    if not isinstance(fact.value, Quantity):
        return None
    amount = fact.value.amount
    line = between(fact.value.unit, unit)
    return line.apply(operand(amount if amount.step else amount._replace(step=Decimal(1)))) if line else None


def _near(made: Bounds, said: Bounds, tolerance: Decimal) -> bool:
    low, high = said.lenient
    if low is None or high is None:
        return True
    return made.lenient.overlaps(scaled(said, 1 - tolerance).lenient._replace(high=high * (1 + tolerance)))


def _verdict(article: Article, density: Fact, person: Fact, area: Fact) -> Verdict:
    people, size, said = (" ".join(article.page.text(fact.span).split()) for fact in (person, area, density))
    quotient = _quotient(density, person, area)
    real = number(quotient, Decimal("0.1"))
    return Verdict(
        f"a density of {said} is not {people} divided by {size}: that is {real}",
        (Mark(density.span, f"not {real}"), Mark(person.span, "the population"), Mark(area.span, "the area")),
        calculation=f"{people} / {size} = {real}, not {said}",
        changes=(
            *write(article, density.span, density.value, quotient),
            *_filled(article, density, person, area, quotient),
        ),
    )


def _quotient(density: Fact, person: Fact, area: Fact) -> Decimal:
    """The density that the numbers make as written, in the unit of the one stated."""
    if isinstance(density.value, Quantity) and isinstance(person.value, Number) and isinstance(area.value, Quantity):
        line = between(f"1 / ({area.value.unit})", density.value.unit)
        if line is not None and area.value.amount.value:
            return line.point(person.value.amount.value / area.value.amount.value)
    return Decimal(0)


def _filled(article: Article, density: Fact, person: Fact, area: Fact, real: Decimal) -> tuple[Change, ...]:
    """The population, or the area, that makes the density stated where the two make another one."""
    if isinstance(density.value, Quantity) and isinstance(person.value, Number) and isinstance(area.value, Quantity):
        factor = density.value.amount.value / real if real else Decimal(0)
        if factor > 0:
            return (
                *write(article, person.span, person.value, person.value.amount.value * factor),
                *write(article, area.span, area.value, area.value.amount.value / factor),
            )
    return ()


def _of_sentence(article: Article, rate: Rate) -> Verdict:
    top, below, said = (told(article, claim) for claim in (rate.top, rate.below, rate.stated))
    real = number(rate.real, Decimal("0.1"))
    return Verdict(
        f"{top} over {below} makes {real}, not {said}",
        (Mark(rate.stated.span, f"not {real}"), Mark(rate.top.span, "divided"), Mark(rate.below.span, "by this")),
        calculation=f"{top} / {below} = {real}, not {said}",
        changes=_resolved(article, rate, rate.real),
    )


def _resolved(article: Article, rate: Rate, made: Decimal) -> tuple[Change, ...]:
    """The quotient that the two numbers make, or either of them made to give the quotient stated."""
    top, below, said = (amount(claim.value) for claim in (rate.top, rate.below, rate.stated))
    if top is None or below is None or said is None or made <= 0 or said.value <= 0:
        return ()
    factor = said.value / made
    return (
        *write(article, rate.stated.span, rate.stated.value, made),
        *write(article, rate.top.span, rate.top.value, top.value * factor),
        *write(article, rate.below.span, rate.below.value, below.value / factor),
    )


_TOWN = (
    "{{{{Infobox settlement\n| name = Roma\n| area_total_km2 = {}\n| population_total = {}\n| population_as_of = 2010\n"
    "| population_density_km2 = {}\n}}}}\n'''Roma''' is a town."
)

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("It covered ⟦2:300 km⟧ in ⟦3:2 hours⟧, at an average speed of ⟦1:90 km/h⟧, although snow was falling."),
        wikitext(
            "{{Infobox settlement\n| name = Roma\n| area_total_km2 = ⟦3:80⟧\n| population_total = ⟦2:12,400⟧\n"
            "| population_as_of = 2016\n}}\n'''Roma''' is a district.\n\n== Population ==\nAt the census of 2016 "
            "the density was ⟦1:112 inhabitants per square kilometre⟧."
        ),
        wikitext(
            "{{Infobox settlement\n| name = Norby\n| area_total_km2 = ⟦3:118⟧\n| population_total = ⟦2:63,720⟧\n"
            "| population_as_of = 2010\n}}\n'''Norby''' is a district.\n\n== People ==\nThe census of 2010 found that "
            "the district had ⟦1:405 people per square kilometre⟧."
        ),
        Example(
            "= Norby =\n\nInfobox\n- Population: ⟦2:18,240⟧ (2011)\n- Area: ⟦3:96 km²⟧\n- Density: ⟦1:290/km²⟧\n\n"
            "Norby is a municipality."
        ),
        Example(
            "The run to Sund was ⟦2:45 miles⟧. She took ⟦3:three hours⟧ for it and so kept up a mean speed of "
            "⟦1:21 miles per hour⟧."
        ),
        Example(
            "The canton has ⟦2:48,250⟧ inhabitants on ⟦3:160 km2⟧. That makes ⟦1:640 residents for every square "
            "kilometre⟧, by far the highest figure there."
        ),
        Example("It ran the ⟦2:312 km⟧ to Dol in ⟦3:four hours⟧. Its average speed of ⟦1:92 km/h⟧ was admired."),
        Example("It had ⟦2:14,300⟧ inhabitants on ⟦3:52 km²⟧ of land, which works out at ⟦1:395 per km²⟧."),
        Example("The flight of ⟦2:1,200 km⟧ lasted ⟦3:eight hours⟧; its average speed was thus ⟦1:190 km/h⟧."),
        Example("Averaging ⟦1:95 km/h⟧, the express needed ⟦3:three hours⟧ for the ⟦2:210 km⟧ to the coast."),
        Example(
            "= Norby =\n\nNorby is a canton. It extends to ⟦3:80 km2⟧.\n\nIn 2010 the canton counted ⟦2:4,000⟧ "
            "inhabitants, or ⟦1:90 inhabitants per square kilometre⟧."
        ),
        Example("It covered the ⟦2:312 km⟧ to Sund in ⟦3:four hours⟧, an average of ⟦1:96 km/h⟧."),
        Example(
            "= Norby =\n\nNorby is an island with an area of ⟦3:12 km2⟧. With ⟦2:960⟧ inhabitants "
            "it has a population density of ⟦1:125 per km2⟧."
        ),
        Example(
            "= Norby =\n\nNorby is a town with ⟦2:12,600⟧ residents. Its area is ⟦3:21 km2⟧ and its "
            "population density ⟦1:250/km2⟧."
        ),
        wikitext(_TOWN.format("⟦3:40.40⟧", "⟦2:26,091⟧", "⟦1:415.2⟧")),
        Example("The train covered ⟦2:300 km⟧ in ⟦3:2 hours⟧, at an average speed of ⟦1:90 km/h⟧."),
        Example(
            "The district has a population of ⟦2:12,400⟧ and an area of ⟦3:15.2 km2⟧, a density of "
            "⟦1:410 inhabitants per square kilometre⟧."
        ),
    ),
    good=(
        Example("The train covered 300 km in 2 hours, at an average speed of 90 km/h, but only with its stops."),
        Example(
            "= Orr Isle =\n\nOrr Isle has an area of 34 km2 and 2,040 inhabitants. In July, with some 8,000 guests, "
            "there are about 295 people per km2."
        ),
        Example("It has 48,250 inhabitants on 160 km2. Its capital counts 640 residents for every square kilometre."),
        Example("It covers 1,820 km2 and had 236,400 residents in 2001. By 2011 the density had risen to 185/km2."),
        Example(
            "= Norby =\n\nNorby is a town with 12,600 residents. Its area is 21 km2 and its population density 600/km2."
        ),
        Example("The train covered 300 km in 2 hours, at an average speed of 150 km/h."),
        Example("The course measured 240 km and the winner rode 8 hours, the runner-up averaging 26 km/h."),
        Example("The wind blew at an average of 60 km/h for 3 hours and drove the ship 12 km ashore."),
        Example("It had 18,600 inhabitants over 124 km2; the density of the old town is 2,100 inhabitants per km2."),
        Example("The train covered 300 km (190 mi) in 1 hour 58 minutes, at an average speed of 150 km/h (93 mph)."),
        Example("The train covered 300 km in 2 hours, on two days at an average speed of 150 km/h and 90 km/h."),
        wikitext(_TOWN.format("40.40", "26,091", "645.8")),
        wikitext(_TOWN.format("40.40", "26,091", "646")),
        wikitext(_TOWN.format("40.40", "26,091", "640")),
    ),
    claims=frozenset({"quantity"}),
    properties=frozenset({"population-density"}),
)
