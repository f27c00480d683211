"""A quantity is given in two units and the two are not the same amount.

Why: readers copy whichever number is in the unit they think in, and a slipped digit in one of the two ("9,750 ft"
for "9,570 ft") survives for years, because hardly anybody converts it back.

Right all the same: the second quantity is not a conversion of the first but another thing said about it; a unit's
name stands for a unit that is not known here; both numbers were rounded from a third so roughly that not even their
trailing zeros show it. Miles may be nautical, tons long, short or metric, gallons imperial, horsepower metric and
calories large: a pair that agrees under any of these readings is left alone. A side that says "about" may be a tenth
off, or a hundredth where it has three digits or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.amounts.conversion import compare, converted, slipped
from rules.laws.figures.told_twice import Side, surely_difference, told_as_change, told_twice
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

TEMPERATURES = ("degree_Celsius", "degree_Fahrenheit", "kelvin")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the two quantities of every pair, in the prose and in the infobox."""
    for one, other in told_twice(article):
        first, second = one.value, other.value
        if first.unit in TEMPERATURES and told_as_change(article, one.span.start, other.span.end):
            first, second = first._replace(difference=True), second._replace(difference=True)
        elif (first.difference or second.difference) and not surely_difference(article, one.span.start):
            first, second = first._replace(difference=False), second._replace(difference=False)
        outcome = compare(first, second)
        if outcome is None or "-bit" in one.text:
            yield Outcome.INCOMPARABLE
        else:
            sides = one._replace(value=first), other._replace(value=second)
            yield _verdict(*sides) if outcome is Outcome.CONFLICTING else outcome


def _verdict(one: Side, other: Side) -> Verdict:
    forward, back = converted(one.value, other.value, other.text), converted(other.value, one.value, one.text)
    slip = slipped(one.value, other.value)
    changes = [(side, text) for side, text in ((other, forward), (one, back)) if text]
    return Verdict(
        f"“{one.shown}” is given as “{other.shown}”, which no rounding makes the same",
        (
            Mark(one.span, f"this is {forward}{other.label}" if forward else "one amount"),
            Mark(other.span, f"this is {back}{one.label}" if back else "another amount"),
        ),
        calculation=f"{one.shown} = {forward}{other.label}, not {other.shown}" if forward else None,
        hint=f"the two agree after a factor of {slip}" if slip else None,
        changes=tuple(Change(f"write {text}{side.label}", ((side.span, text),)) for side, text in changes),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("On still nights the town is ⟦1:4 °C⟧ (⟦2:39 °F⟧) warmer than the coast."),
        Example("The summit stands at ⟦1:2,917 m⟧ (⟦2:9,750 ft⟧) above the valley."),
        Example("The canal is ⟦1:12 miles⟧ (⟦2:12.9 km⟧) long."),
        Example("The ⟦1:302-foot⟧-long (about ⟦2:195 metres⟧) bridge was rebuilt."),
        Example("The summit stands at about ⟦1:2,917 m⟧ (⟦2:9,750 ft⟧) above the valley."),
        Example("A trail of ⟦1:10–15 km⟧ (⟦2:6–12 mi⟧) leads to the hut."),
        Example("Gusts of ⟦1:29 m/s⟧ (⟦2:56 mph⟧) tore down a mast of ⟦3:13.7 m⟧ (⟦4:44 ft 2 in⟧)."),
        Example("A door of 330 × ⟦1:180 cm⟧ [130 × ⟦2:17 in⟧] was found."),
        Example("He was ⟦1:6 ft 4 in⟧ (⟦2:2.13 m⟧) tall."),
        Example("By 2050 the mean temperature may rise by ⟦1:2 °C⟧ (⟦2:35.6 °F⟧)."),
        Example("The summer of 1947 was warmer than average by ⟦1:3 °C⟧ (⟦2:37.4 °F⟧)."),
        Example("The engine gave ⟦1:150 kW⟧ (⟦2:231 hp⟧) and a thrust of ⟦3:4,100 lbf⟧ (⟦4:28 kN⟧)."),
        Example("The plate is ⟦1:9+3⁄4 in⟧ (⟦2:288 mm⟧) wide, and the tank holds ⟦3:32.8 U.S. gal⟧ (⟦4:214 L⟧)."),
        Example("The mean temperature in January is ⟦1:−15 °C⟧ (⟦2:15 °F⟧)."),
        Example("The mean temperature in July is ⟦1:24 °C⟧ (⟦2:57 °F⟧)."),
        Example("The lake covers ⟦1:1,250 km2⟧ (⟦2:843 sq mi⟧)."),
        Example("The mill used ⟦1:1.2 million litres⟧ (⟦2:32,000 US gal⟧) of water a day."),
        wikitext(
            "{{Infobox settlement\n| name = Roma\n| area_total_km2 = ⟦1:40.40⟧\n| area_total_sq_mi = ⟦2:51.60⟧\n}}\n"
            "'''Roma''' is a town.",
        ),
    ),
    good=(
        Example("Norby has 24,600 inhabitants on 410 km2, or 60 inhabitants per square kilometre."),
        Example("On still nights the town is 4 °C (7 °F) warmer than the coast, at 4 °C (39 °F)."),
        Example("The summit stands at 2,917 m (9,570 ft) above the valley."),
        Example("The summit stands at about 2,900 m (9,500 ft) above the valley."),
        Example("The 302-foot-long (about 95 metres) bridge was rebuilt."),
        Example("The bridge is about 300 feet (95 m) long."),
        Example("The canal is 12 miles (19 km) long."),
        Example("A trail of 10–15 km (6–9 mi) leads to the hut."),
        Example("He was 6 ft 4 in (1.93 m) tall."),
        Example("The mean temperature in January is −15 °C (5 °F)."),
        Example("At night temperatures fall to −30 °C (−22 °F) and vary from 23 °C (73 °F) down."),
        Example("The zone reaches 200 miles (370 km) into the sea."),
        Example("She displaced 5,000 tons (5,100 t)."),
        Example("By 2050 the mean temperature may rise by 2 °C (3.6 °F)."),
        Example("The mean temperature in July is 24 °C (75 °F)."),
        Example("Water is pumped round by 30 °C (86 °F) currents, which warm the bay by 2 °C (3.6 °F)."),
        Example("The engine gave 150 kW (201 hp) and a thrust of 4,100 lbf (18 kN)."),
        Example("The plate is 9+3⁄4 in (248 mm) wide, and the tank holds 32.8 U.S. gal (124 L)."),
        Example("The tank holds 100 gallons (450 l) of water."),
        Example("It is a 256-entry 32-bit (1 kilobyte) table."),
        wikitext(
            "{{Infobox settlement\n| name = Roma\n| area_total_km2 = 1246700\n| area_total_sq_mi = 481354\n}}\n"
            "'''Roma''' is a town.",
        ),
        Example("Gusts of 29 m/s (65 mph) tore down a mast of 13.7 m (44 ft 11 in)."),
        Example("It had 2 × 180 mm (2 × 7.1 in) guns behind doors of 330 × 180 cm [130 × 71 in]."),
        Example("The dam is 9 km (in 1990) from the coast."),
    ),
    claims=frozenset({"quantity"}),
    properties=frozenset({"area", "population-density", "elevation", "length", "height", "width", "depth", "mass"}),
)
