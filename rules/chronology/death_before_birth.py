"""A person died before being born.

Why: one of the two dates is wrong, and every age and every act of the life hangs on them.

Right all the same: years before Christ count down, which the reader of dates knows. A birth or a death of somebody
else, told in a sentence that seems to speak of the article's person, is left alone where the article also tells a date
that fits.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.nearby import claims_in
from rules.laws.times.dated_events import COMPARED
from rules.laws.times.lifetimes import Point, is_life, lives_told, own_life
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the deaths of each person against the births."""
    births, deaths = (_told(article, name) for name in ("born", "died"))
    shown: set[ProseSpan] = set()
    for subject, died in deaths.items():
        born = births.get(subject, [])
        pairs = [(one, other) for one in died[:COMPARED] for other in born[:COMPARED]]
        if not pairs or any(_one_range(article, one, other) for one, other in pairs):
            continue
        wrong = [(one, other) for one, other in pairs if _before(one, other)]
        if len(wrong) == len(pairs):
            death, birth = _nearest(wrong)
            shown |= {death.span, birth.span}
            changeable = death.claim is not None and birth.claim is not None
            yield _verdict(article, death.subject, _point(birth), _point(death), changeable=changeable)
        else:
            yield Outcome.INCOMPARABLE if wrong else Outcome.CONSISTENT
    for who, birth_told, dead in _spoken(article):
        if {birth_told.span, dead.span}.isdisjoint(shown) and dead.date.before(birth_told.date):
            yield _verdict(article, who, birth_told, dead, changeable=True)


def _spoken(article: Article) -> Iterator[tuple[str, Point, Point]]:
    """The own person's birth and death where only running text has one of them, and the lives of others."""
    own = own_life(article)
    known = all(article.facts_by_property.get(name) for name in ("born", "died"))
    if own is not None and own.born is not None and own.died is not None and not known:
        yield own.names[0], own.born, own.died
    yield from lives_told(article)


def _told(article: Article, name: str) -> dict[str, list[Fact]]:
    """The dates of a birth or death by person; one that is hedged says nothing sure."""
    found: dict[str, list[Fact]] = {}
    for fact in article.facts_by_property.get(name, ()):
        if isinstance(fact.value, Date) and fact.polarity:
            found.setdefault(fact.subject, []).append(fact)
    return {subject: facts for subject, facts in found.items() if not any(_hedged(fact) for fact in facts)}


def _hedged(fact: Fact) -> bool:
    return isinstance(fact.value, Date) and fact.value.circa


def _before(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, Date) and isinstance(other.value, Date) and one.value.before(other.value)


def _one_range(article: Article, death: Fact, birth: Fact) -> bool:
    """Whether the two are the ends of one range of years, "(1920–1850)", which another rule looks at."""
    return not is_life(article, birth) and any(
        len(claim.parts) == 2 and (claim.parts[0].span, claim.parts[1].span) == (birth.span, death.span)
        for claim in claims_in(article, birth.span)
    )


def _nearest(pairs: list[tuple[Fact, Fact]]) -> tuple[Fact, Fact]:
    """The two statements that stand closest together, which a reader sees at one look."""
    return min(pairs, key=lambda pair: (abs(pair[0].span.start - pair[1].span.start), pair[0].span))


def _point(fact: Fact) -> Point:
    assert isinstance(fact.value, Date)
    return Point(fact.value, fact.span)


def _verdict(article: Article, who: str, birth: Point, death: Point, *, changeable: bool) -> Verdict:
    died, born = (" ".join(article.page.text(point.span).split()) for point in (death, birth))
    changes = (Change("exchange the two", ((birth.span, died), (death.span, born))),) if changeable else ()
    return Verdict(
        f"{who} was born in “{born}” and died in “{died}”: nobody dies before birth",
        (Mark(birth.span, "born"), Mark(death.span, "died, before that")),
        calculation=f"{died} < {born}",
        changes=changes,
    )


_HEAD = "= Ada Berg =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Amalia of Thurn =\n\nAmalia of Thurn was a noblewoman. She was born in Prague in ⟦1:1612⟧ "
            "and died at Linz in ⟦2:1598⟧."
        ),
        Example(_HEAD + "Ada Berg (born ⟦1:5 May 1950⟧; died ⟦2:3 April 1940⟧) was a poet."),
        Example(_HEAD + "Ada Berg (⟦1:5 May 1950⟧ – ⟦2:3 April 1940⟧) was a poet."),
        Example(_HEAD + "Ada Berg (⟦1:1248⟧ – ⟦2:1219⟧) was a poet."),
        Example(
            _HEAD + "Infobox person\n- Born: ⟦1:3 May 1920⟧\n- Died: ⟦2:5 June 1910⟧\n\nAda Berg was a poet from Norby."
        ),
        Example(
            _HEAD + "Ada Berg was a poet. She was born in Norby in ⟦1:1920⟧. She died in Paris on ⟦2:5 June 1910⟧."
        ),
        wikitext(
            "{{Infobox person|birth_date=⟦1:{{birth date|1920|5|3}}⟧|death_date=⟦2:{{death date|1910|6|1}}⟧}}\n"
            "'''Ada Berg''' was a poet.",
            title="Ada Berg",
        ),
        Example(
            "= Counts of Norby =\n\nThere were two.\n\n- Olaf, born ⟦1:1364⟧, died ⟦2:1346⟧\n- Sten, born 1370, "
            "died 1401"
        ),
        Example(
            "= Norby Mill =\n\nThe mill was built for Sten Lund, who was born in ⟦1:1764⟧ and died at Alder in "
            "⟦2:1746⟧."
        ),
        Example(
            _HEAD
            + "Ada Berg was a poet. She was born in Norby in ⟦1:1907⟧.\n\n== Fame ==\n\nHer house in Alder, in which "
            "she died in ⟦2:1889⟧, is a museum."
        ),
        Example(
            _HEAD + "Ada Berg was a poet. She died in Alder in ⟦2:1951⟧.\n\n== Family ==\n\nHer sister Eva was "
            "born in "
            "1950, Ada in ⟦1:1953⟧."
        ),
        wikitext(
            'The club had two heads.\n{| class="wikitable"\n! Name !! Born !! Died\n|-\n| Ole Lie || 1788 || 1861\n|-\n'
            "| Bo Roth || ⟦1:1797⟧ || ⟦2:1779⟧\n|}",
            title="Norby Club",
        ),
    ),
    good=(
        Example(
            "= Ada Berg =\n\nAda Berg was a poet. A leaflet says by mistake that she was born in 1840 and died in 1818."
        ),
        Example(
            "= Norby Mill =\n\nSten Lund was born in 1764; his father died in 1746. Ole Lie, born in 1790, "
            "buried Bo Roth, who died in 1771."
        ),
        Example(_HEAD + "Ada Berg (1920–1850) was a poet, says a range that ends before it begins."),
        Example(_HEAD + "Ada Berg (5 May 1850 – 3 April 1940) was a poet."),
        Example(_HEAD + "Ada Berg (c. 70 – 19 BC) was a poet."),
        Example(_HEAD + "Ada Berg (1920–1990) was a poet. Her father died in 1910."),
        Example(_HEAD + "Infobox person\n- Born: 3 May 1920\n- Died: 1920\n\nAda Berg lived for three days."),
        Example("= Norby =\n\nNorby is a town. The club was founded in 1950 and dissolved in 1940."),
    ),
    claims=frozenset({"date"}),
)
