"""A person would have lived longer than anybody ever did.

Why: a digit or a century is wrong in one of the two dates; ages that are worked out from them are wrong as well.

Right all the same: figures of legend, to whom sources give such years. What lies before the year 1000 is left
alone, and so is a date that is hedged.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import civil
from articles.source import Span
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import claims_in
from rules.laws.times.lifetimes import Life, Point, lives_told, own_life, year
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

OLDEST = 122
"""The longest life on record, Jeanne Calment's (1875 to 1997)."""
LEGEND = 1000
"""Before this year the lives of sources are no arithmetic."""
LIVING = "living people"
YOUNGEST = 10
"""Years of a life that somebody writes an article about."""


_LONG_LIVED = worded(__file__, r"\b(?:is|was) an? [^.;:]{0,60}\b{long-lived}\b")
"""What lives longer than people do."""


def check(article: Article, *, as_of: int | None = None, oldest: int = OLDEST) -> Iterator[Verdict | Outcome]:
    """Work out how long the article's person lived, or has lived if still alive."""
    if article.page.lead and _LONG_LIVED.search(article.page.prose.text, *article.page.lead[0].span):
        return
    life = own_life(article)
    for _, born, died in lives_told(article):
        if year(born.date) >= LEGEND and (life is None or life.born is None or born.span != life.born.span):
            yield from _lived(article, born, died, oldest)
    if life is None or life.born is None or year(life.born.date) < LEGEND:
        return
    if life.died is not None:
        yield from _lived(article, life.born, life.died, oldest)
    elif as_of is not None:
        yield from _living(article, life, as_of, oldest)


def _lived(article: Article, born: Point, died: Point, oldest: int) -> Iterator[Verdict | Outcome]:
    assert born.date.latest is not None
    assert died.date.earliest is not None
    least = _years(born.date.latest, died.date.earliest)
    if least <= oldest:
        yield Outcome.CONSISTENT
        return
    birth, death = (" ".join(article.page.text(point.span).split()) for point in (born, died))
    ends = (Mark(born.span, "born"), Mark(died.span, f"died, {least} years later"))
    ranges = (claim.span for claim in claims_in(article, born.span) if len(claim.parts) == len(ends))
    whole = next((span for span in ranges if span.end == died.span.end), None)
    bare = whole is not None and {birth, death} == {f"{year(point.date)}" for point in (born, died)}
    yield Verdict(
        f"born in “{birth}” and died in “{death}”: a life of {least} years, longer than any on record",
        (Mark(whole, f"a life of {least} years"),) if whole is not None and bare else ends,
        calculation=f"{death} - {birth} = {least} years > {oldest} years",
        changes=_other_century(article, born, died, least, oldest),
    )


def _other_century(article: Article, born: Point, died: Point, least: int, oldest: int) -> tuple[Change, ...]:
    """Either year moved by whole centuries, the slip that makes such a life, until it is one that people have."""
    by = 100 * -(-(least - oldest) // 100)
    years = year_of(born.date), year_of(died.date)
    if least - by < YOUNGEST or years[0] is None or years[1] is None:
        return ()
    return (
        *write_year(article, born.span, years[0], years[0] + by),
        *write_year(article, died.span, years[1], years[1] - by),
    )


def _living(article: Article, life: Life, today: int, oldest: int) -> Iterator[Verdict | Outcome]:
    """A person who is listed among the living."""
    alive = [entry.span for entry in article.page.categories if entry.name.lower() == LIVING]
    if not alive or life.born is None or life.born.date.latest is None:
        return
    age = _years(life.born.date.latest, today)
    if age <= oldest:
        yield Outcome.CONSISTENT
        return
    birth = " ".join(article.page.text(life.born.span).split())
    category: Span = alive[0]
    yield Verdict(
        f"born in “{birth}” and listed among the living: an age of {age} years, longer than any life on record",
        (Mark(life.born.span, "born"), Mark(category, f"alive, {age} years later")),
        calculation=f"{civil(today)[0]} - {birth} = {age} years > {oldest} years",
    )


def _years(first: int, last: int) -> int:
    """Completed years between two days."""
    one, other = civil(first), civil(last)
    return other[0] - one[0] - (other[1:] < one[1:])


_HEAD = "= Ada Berg =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Ada Berg =\n\nAda Berg was a Danish painter, born at Norby in ⟦1:1739⟧. Her works are lost.\n\n"
            "== Death ==\n\nBerg died at Norby in ⟦2:1891⟧."
        ),
        Example(_HEAD + "Ada Berg (⟦1:1750–1900⟧) was a poet. She wrote two books."),
        Example(_HEAD + "Infobox person\n- Born: ⟦1:3 May 1750⟧\n- Died: ⟦2:5 June 1910⟧\n\nAda Berg was a poet."),
        wikitext(
            "'''Ada Berg''' (⟦1:3 May 1750⟧ – ⟦2:4 May 1902⟧) was a poet. She wrote two books.",
            title="Ada Berg",
        ),
        Example(
            "= Abbots of Norby =\n\nThere were two.\n\n- Olaf (born ⟦1:1312⟧, died ⟦2:1479⟧)\n- Sten (born "
            "1331, died 1398)"
        ),
        wikitext(
            'The club had two heads.\n{| class="wikitable"\n! Name !! Born !! Died\n|-\n| Ole Lie || 1788 || 1861\n|-\n'
            "| Bo Roth || ⟦1:1797⟧ || ⟦2:1938⟧\n|}",
            title="Norby Club",
        ),
    ),
    good=(
        Example("= Marta =\n\nMarta (1788–1931) was a giant tortoise of Norby."),
        Example(
            "= Norby Mill =\n\nThe mill was built by Sten Lund, born in 1764. Its last owner, Ole Lund, died in 1946."
        ),
        Example(
            "= Olaf of Norby =\n\nOlaf is a hero of legend. He is said to have been born in 1312 and to have "
            "died in 1479."
        ),
        Example(
            "= Berg of Norby =\n\nBerg of Norby (1768–1931) was a house of organ builders. Its founder married the "
            "widow of his master."
        ),
        Example(_HEAD + "Ada Berg (1780–1900) was a poet. She wrote two books."),
        Example(_HEAD + "Ada Berg (c. 1750 – 1900) was a poet. She wrote two books."),
        Example(_HEAD + "Ada Berg (250–400) was a saint. She wrote two books."),
        Example("= Norby Company =\n\nThe Norby Company (1750–1900) was a trading house. It had two ships."),
    ),
    claims=frozenset({"date"}),
)
