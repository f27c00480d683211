"""A measure has a value that it cannot have.

Why: no latitude is above 90 degrees, no Human Development Index above 1, nothing is colder than absolute zero and no
town lies above the highest point of its land; a digit or a decimal point is wrong.

Right all the same: the number beside the name of the measure is a rank, a year or a change of it. Numbers that are
hedged, ordinal or joined to another noun are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent, Quantity
from articles.kinds.kind import normal
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.finding import Confidence, Severity
from rules.laws.figures.highest import higher
from rules.laws.figures.told_twice import surely_difference
from rules.laws.nearby import after, gap, occurrences, told
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_IS = regex(
    r"(?: \((?:HDI|RH)\))?(?: (?:of|in|at) (?:the |its )?[\w'’-]+(?: [\w'’-]+)?)?(?: value| score| figure)?"
    r"(?: of| is| was|:|,| at| (?:stands|stood|put|lies|lay|given|measured|reported) at|"
    r" (?:is|was) (?:put|given|measured) (?:at|as)| reached| averages| averaged)"
    r"(?: about| over| around)? ?"
)

_NOTED = regex(r" ?\([^()]{1,30}\)")
_DEGREES = regex(
    r"(?:(?: of| is| was|:| at)(?: about| around| some| roughly)?)? "
    r"(?P<angle>(?P<number>[0-9]{1,3}(?:\.[0-9]+)?) ?(?:°|degrees)"
    r"(?:[ \u00a0]?[0-9]{1,2}(?:\.[0-9]+)?[′'](?:[ \u00a0]?[0-9]{1,2}[″\"])?)?"
    r"(?: ?(?:[NSEW]\b|north|south|east|west))?)"
)

_SIDE = regex(
    r"°(?: ?(?P<minutes>[0-9]{1,2})(?:\.[0-9]+)? ?[′'’](?: ?(?P<seconds>[0-9]{1,2})(?:\.[0-9]+)? ?[″\"”])?)? ?"
    r"(?P<side>[NSEW])(?![\w′'’-])"
)
_NUMBER = regex(r"(?<![\w.,–-])[0-9]{1,3}(?:\.[0-9]+)?$")
QUARTER_ROUND = 90
SIXTY = 60
HALF_ROUND = 180
"""East and west are counted to here only."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every named measure with its bounds, and every temperature with absolute zero."""
    names: dict[str, list[float]] = _limits()["names"]
    for name, (low, high) in names.items():
        for at in occurrences(article, (name,)):
            claim = after(article, at + len(name), 40)
            if claim and _IS.fullmatch(gap(article, at + len(name), claim.span.start)) and not claim.quoted:
                yield from _judge(article, claim, (low, high), name)
    yield from _boxed(article)
    yield from _turned(article)
    yield from _placed(article)
    for found in higher(article):
        place, top = told(article, found.place), told(article, found.top)
        yield Verdict(
            f"a place lies at {place}, above the highest point at {top}",
            (Mark(found.place.span, "a place of the land"), Mark(found.top.span, "its highest point")),
            calculation=f"{place} > {top}",
        )
    for claim in article.claims_by_kind.get("quantity", ()):
        if isinstance(claim.value, Quantity) and not claim.quoted:
            yield from _cold(article, claim, claim.value)


def _boxed(article: Article) -> Iterator[Verdict | Outcome]:
    """The measures that the infobox gives, where no schema tells their bounds (infobox-field-invalid)."""
    told_of = {offence.field.value for offence in article.offences if offence.field}
    for infobox in article.page.infoboxes:
        for field in infobox.fields:
            bounds = _bounds(field.key) if field.value not in told_of else None
            claim = after(article, field.prose.start, 1) if bounds else None
            if bounds and claim and claim.span.end <= field.prose.end:
                yield from _judge(article, claim, (bounds[0], bounds[1]), field.key)


@lru_cache(1 << 12)
def _bounds(key: str) -> list[float] | None:
    """Between which values the measure lies that a field is called by."""
    names: dict[str, list[float]] = _limits()["names"]
    return names.get(normal(_NOTED.sub("", key)).replace("_", " "))


def _turned(article: Article) -> Iterator[Verdict]:
    """Latitudes and longitudes beyond the pole or the date line, which no reader of coordinates takes for such."""
    for name, (low, high) in _limits()["turned"].items():
        for at in occurrences(article, (name,)):
            found = _DEGREES.match(article.page.prose.text, at + len(name))
            sided = found and name == "longitude" and found["angle"][-1:] in "EWt"
            most = HALF_ROUND if sided and not article.once(_on_another_body) else high
            if found and not low <= float(found["number"]) <= most:
                span = ProseSpan(found.start("angle"), found.end("angle"))
                shown = article.page.text(span)
                yield Verdict(
                    f"{name} cannot be {shown}: it lies between {low} and {most} degrees",
                    (Mark(span, f"outside {low} to {most}"),),
                    calculation=f"{shown} > {most}",
                )


def _placed(article: Article) -> Iterator[Verdict]:
    """Coordinates that name no measure: "97° N" lies beyond the pole, and "12°75′ N" has too many minutes."""
    text = article.page.prose.text
    at = text.find("°")
    while at >= 0:
        found, number_ = _SIDE.match(text, at), _NUMBER.search(text, max(at - 8, 0), at)
        at = text.find("°", at + 1)
        if (
            found is None
            or number_ is None
            or _measured_before(text, number_.start())
            or text.startswith(" of ", found.end())
        ):
            continue
        most = HALF_ROUND if found["side"] in "EW" else QUARTER_ROUND
        minutes = max(int(found["minutes"] or 0), int(found["seconds"] or 0))
        too_far = float(number_[0]) > most and not (most == HALF_ROUND and article.once(_on_another_body))
        if too_far or minutes >= SIXTY:
            shown = text[number_.start() : found.end()]
            law = f"it lies between 0 and {most} degrees" if too_far else f"there are {SIXTY} to a degree"
            yield Verdict(
                f"{shown} is no place on the globe: {law}",
                (Mark(ProseSpan(number_.start(), found.end()), f"outside 0 to {most if too_far else SIXTY}"),),
                calculation=f"{number_[0] if too_far else minutes} > {most if too_far else SIXTY - 1}",
            )


def _measured_before(text: str, at: int) -> bool:
    """Whether an angle is told by name, which is looked at by itself, or is a bearing: "N 97° E"."""
    before = text[max(at - 24, 0) : at].lower()
    bearing = before.endswith((" n ", " s ", "(n ", "(s "))
    return bearing or any(word in before for word in ("itude", "bearing", "heading", "course", "compass"))


def _on_another_body(article: Article) -> bool:
    """Whether an article speaks of a planet or a moon, on which longitudes may be counted all the way round."""
    return any(word in article.lowered for word in _limits()["elsewhere"]["words"])


def _cold(article: Article, claim: Claim, value: Quantity) -> Iterator[Verdict]:
    lowest = _limits()["lowest"].get(value.unit)
    warmest = value.amount.interval.high if lowest is not None else None
    if warmest is None or warmest >= Decimal(str(lowest)):
        return
    if value.difference and surely_difference(article, claim.span.start):
        return
    shown = told(article, claim)
    mark = Mark(claim.span, "below absolute zero")
    yield Verdict(f"{shown} is colder than absolute zero", (mark,), f"{shown} < {lowest}")


def _judge(article: Article, claim: Claim, bounds: tuple[float, float], measure: str) -> Iterator[Verdict | Outcome]:
    value, (low, high) = claim.value, (Decimal(str(bound)) for bound in bounds)
    if not isinstance(value, Number | Percent) and not (isinstance(value, Quantity) and value.unit == "degree"):
        return
    if isinstance(value, Number) and (value.noun is not None or not _measured(value.amount.value, high)):
        return
    said = value.amount.interval
    if (said.high is None or said.high >= low) and (said.low is None or said.low <= high):
        yield Outcome.CONSISTENT
        return
    shown = told(article, claim)
    yield Verdict(
        f"{measure} cannot be {shown}: it lies between {low} and {high}",
        (Mark(claim.span, f"outside {low} to {high}"),),
        calculation=f"{shown} > {high}" if said.low is not None and said.low > high else f"{shown} < {low}",
    )


def _measured(value: Decimal, high: Decimal) -> bool:
    """Whether a number may be a value of the measure at all: a whole number beside an index from 0 to 1 is a rank."""
    return high > 1 or value != value.to_integral_value()


def _limits() -> dict[str, Any]:
    return data_file(__file__, "limits.toml")


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("= Norby =\n\nInfobox\n- Human Development Index (2012): ⟦1:1.24⟧\n\nNorby is a republic."),
        Example("It lies at a latitude of ⟦1:94° N⟧ and is ice-bound."),
        Example("It has a Human Development Index of ⟦1:1.722⟧, the highest of the region."),
        Example("The relative humidity reached ⟦1:130 percent⟧ at dawn."),
        Example("= Norby =\n\nInfobox\n- Population: 612,000\n- HDI: ⟦1:1.043⟧\n\nNorby is a province."),
        Example(
            "= Ostland =\n\nIts highest point is Mount Orr, at ⟦2:1,200 m⟧. The capital, Norby, lies on a plateau at "
            "⟦1:1,450 m⟧ above the sea."
        ),
        Example("The station stands on drifting ice at ⟦1:97° N⟧."),
        Example("The fort stands at ⟦1:12°75′N⟧ 41°10′E."),
        Example("The gas was cooled to ⟦1:−290 °C⟧ in the trial."),
    ),
    good=(
        Example("The crater of Vell is a crater on the Moon. It lies at a longitude of 212° east and is 40 km wide."),
        Example("The compass bore 271° W of the pole star."),
        Example(
            "= Ostland =\n\nThe highest point of the eastern hills is Mount Orr, at 1,200 m. The town of Sund lies "
            "at an altitude of 1,450 m."
        ),
        Example("It lies at a latitude of 84° N and a longitude of 174° E."),
        Example("It has a Human Development Index of 0.722, the highest of the region."),
        Example("The boundary runs S 97° E for a mile, and the crater lies at 12°45′N 274°W of the planet's meridian."),
        Example("By HDI at 85 it is below its neighbours."),
        Example("The relative humidity reached 98 percent at dawn."),
        Example("The gas was kept at −270 °C in the trial."),
    ),
)
