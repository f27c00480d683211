"""A quantity is converted into a unit of another dimension.

Why: "450 km (170 sq mi)" is a length beside an area; the exponent is missing or the unit is wrong, and every reader in
one half of the world is misled.

Right all the same: the second quantity is not a conversion but another thing said in brackets. So the pair is flagged
only where the numbers agree as soon as one unit is put right: then nothing but the unit can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Pair, Quantity
from articles.claims.units import symbol
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.amounts.conversion import compare, converted, counterparts, raised
from rules.laws.nearby import told
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_NUMBER = regex(r"[0-9][0-9.,]*(?: (?:thousand|million|billion))?")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the pairs whose units measure different things."""
    for pair in article.claims.pairs:
        first, second = pair.first.value, pair.second.value
        if not isinstance(first, Quantity) or not isinstance(second, Quantity) or compare(first, second) is not None:
            continue
        meant = None if pair.first.quoted or _bare_degrees(first, second) else _meant(first, second)
        yield Outcome.INCOMPARABLE if meant is None else _verdict(article, pair, meant)


def _bare_degrees(first: Quantity, second: Quantity) -> bool:
    """Whether plain "degrees" stand beside a temperature, and so are degrees of one: "a span of 49 degrees (88 °F)"."""
    units = {first.unit, second.unit}
    return "degree" in units and any("degree_" in unit or unit == "kelvin" for unit in units)


def _meant(first: Quantity, second: Quantity) -> tuple[bool, str] | None:
    """Which of the two units is wrong, and the unit that makes the numbers agree."""
    for wrong, other, at in ((first, second, True), (second, first, False)):
        for unit in (*raised(wrong.unit), *counterparts(other.unit)):
            if compare(wrong._replace(unit=unit), other) in (Outcome.CONSISTENT, Outcome.BY_ROUNDING):
                return at, unit
    return None


def _verdict(article: Article, pair: Pair, meant: tuple[bool, str]) -> Verdict:
    one, other = told(article, pair.first), told(article, pair.second)
    wrong, right = (pair.first, pair.second) if meant[0] else (pair.second, pair.first)
    unit = symbol(meant[1])
    return Verdict(
        f"“{one}” and “{other}” measure different things; with {unit} the numbers agree",
        (Mark(wrong.span, f"{unit} was probably meant"), Mark(right.span, "the same number in another dimension")),
        calculation=f"{one} ≠ {other}: only {unit} makes them one amount",
        changes=_changes(article, wrong, right, meant[1]),
    )


def _changes(article: Article, wrong: Claim, right: Claim, unit: str) -> tuple[Change, ...]:
    """The unit that was meant behind the number, or the right amount in the unit that stands there."""
    text = article.page.text(wrong.span)
    number = _NUMBER.match(text)
    if number is None:
        return ()
    meant = f"{number[0].strip()} {symbol(unit)}"
    return (Change(f"write {meant} for {text}", ((wrong.span, meant),)), *_other(article, wrong, right))


def _other(article: Article, wrong: Claim, right: Claim) -> tuple[Change, ...]:
    """The amount as it was first told, in the unit of its own dimension that is nearest to the one beside it."""
    one, other = wrong.value, right.value
    text = article.page.text(right.span)
    number = _NUMBER.match(text)
    if number is None or not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return ()
    for unit in (*raised(other.unit), *counterparts(one.unit)):
        amount = converted(one, other._replace(unit=unit), number[0].strip())
        if amount is not None and unit != one.unit:
            told_so = f"{amount} {symbol(unit)}"
            return (Change(f"write {told_so} for {text}", ((right.span, told_so),)),)
    return ()


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("The lake holds ⟦2:24 million cubic metres⟧ (⟦1:19,500 acres⟧) of water."),
        Example("The lake covers ⟦1:450 km⟧ (⟦2:170 sq mi⟧) of the plain."),
        Example("The reserve of ⟦2:1,200 ha⟧ (⟦1:2,965 ft⟧) was founded in 1990."),
        Example("The wall is ⟦2:3.2 km⟧ (⟦1:2 sq mi⟧) long."),
        Example("He weighed ⟦2:82 kg⟧ (⟦1:181 ft⟧) at the time."),
    ),
    good=(
        Example("The lake covers 450 km2 (174 sq mi) of the plain."),
        Example("The engine gives 20,000 lb (89 kN) of thrust."),
        Example("The car does 8.6 l/100 km (27.4 mpg) in town."),
        Example("The ball is thrown at 12 m (3 kg) from the line."),
    ),
    claims=frozenset({"quantity"}),
)
