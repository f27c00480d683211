"""A category contradicts another one, the infobox or the text.

Why: categories are read by machines and feed lists of the living and the dead; a wrong one is seen by nobody who
reads the article.

Right all the same: when a category tree follows a convention of its own, such as the year in which a law came
into force. A category of a beginning ("1885 establishments") is told only where its year stands nowhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, Precision, of_year
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.page import Entry, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import struck_line, write_year
from rules.laws.elapsed import year_of
from rules.laws.names.begun_categories import Odd, begun
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

_YEARS = regex(r"([0-9]{1,4})(s?)( BC)? (births|deaths)", re.IGNORECASE)
_IS = regex(r"\) (is an? (?:[\w-]+ ){0,4}?[\w-]+)(?= (?:who|whose|and|of|from|for|in|at|best|known)\b|[,.;])")
_DIED = worded(__file__, r"\b{died}\b")
_GONE = worded(__file__, r"{gone} ")
_STANDING = worded(__file__, r"(?:\n|\. )((?:It|The {buildings}) {standing})(?=[.,;]| (?:and|today|now)\b)")
_LIVING = "living people"
_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_PROPERTIES = {"births": "born", "deaths": "died"}


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the categories of life and death with each other, then with the dates that the article states."""
    dated: dict[str, list[tuple[Entry, re.Match[str]]]] = {"births": [], "deaths": []}
    living: list[Entry] = []
    for entry in article.page.categories:
        match = _YEARS.fullmatch(entry.name)
        if match:
            dated[match[4].lower()].append((entry, match))
        elif entry.name.lower() == _LIVING:
            living.append(entry)
    for alive in living[:1]:
        yield from _alive(article, alive, [entry for entry, _ in dated["deaths"]])
    several = min(map(len, dated.values())) > 1  # two births and two deaths are those of two persons
    for what, entries in dated.items():
        yield from () if several else _twice(article, entries)
        if len(entries) == 1:
            yield from _against_text(article, what, *entries[0])
    if dated["deaths"] and not living:
        yield from _told_alive(article, dated["deaths"][0][0])
    yield from _gone(article)
    for told in begun(article):
        yield told if isinstance(told, Outcome) else _odd(article, told)


def _alive(article: Article, alive: Entry, dead: list[Entry]) -> Iterator[Verdict]:
    """A living person with a category, or a statement, of death."""
    if dead:
        message = f"the article is in “{alive.name}” and in “{dead[0].name}”, but nobody is both"
        marks = (Mark(alive.span, "alive"), Mark(dead[0].span, "dead"))
        yield Verdict(message, marks, changes=(_strike(article, alive), _strike(article, dead[0])))
        return
    died = [fact for fact in article.facts_by_property.get("died", ()) if _usable(article, fact)]
    if died:
        message = f"the article is in “{alive.name}”, but gives {article.page.text(died[0].span)} as the date of death"
        marks = (Mark(alive.span, "alive"), Mark(died[0].span, "dead"))
        yield Verdict(message, marks, changes=(_strike(article, alive),))


def _told_alive(article: Article, dead: Entry) -> Iterator[Verdict]:
    """A category of death beside a lead that says what the person is, where no death is told."""
    own = [block for block in article.page.blocks if block.place is not Place.CATEGORY]
    lead = next((block for block in own if block.place is Place.LEAD and block.form is Form.PARAGRAPH), None)
    died = any(fact.place is not Place.CATEGORY for fact in article.facts_by_property.get("died", ()))
    if lead is None or died or not article.facts_by_property.get("born"):
        return
    said = _IS.search(article.page.prose.text, *lead.span)
    if said and not any(_DIED.search(article.lowered, *block.span) for block in own):
        message = f"the article is in “{dead.name}”, but says “{said[1]}” and tells of no death"
        marks = (Mark(ProseSpan(*said.span(1)), "told as of one alive"), Mark(dead.span, "dead"))
        yield Verdict(message, marks, changes=(_strike(article, dead),))


def _gone(article: Article) -> Iterator[Verdict]:
    """A category of what is no more beside a sentence by which the subject still stands."""
    gone = next((entry for entry in article.page.categories if _GONE.match(entry.name)), None)
    standing = _STANDING.search(article.page.prose.text) if gone else None
    if gone and standing:
        message = f"the article is in “{gone.name}”, but says “{standing[1]}”"
        marks = (Mark(ProseSpan(*standing.span(1)), "still there"), Mark(gone.span, "no more"))
        yield Verdict(message, marks, changes=(_strike(article, gone),))


def _strike(article: Article, entry: Entry) -> Change:
    """Take the category out, with the line it stands on."""
    return Change(f"strike “{entry.name}”", ((struck_line(article, entry.span), ""),))


def _odd(article: Article, told: Odd) -> Verdict:
    """A category of a beginning that the article knows nothing of."""
    if isinstance(told.other, Fact | Claim):
        return _otherwise(article, told.entry, told.year, told.other)
    message = f"the article is in “{told.entry.name}” and in “{told.other.name}”, and its text knows the latter only"
    marks = (Mark(told.entry.span, "one year"), Mark(told.other.span, "another year"))
    return Verdict(message, marks, changes=(_strike(article, told.entry), _strike(article, told.other)))


def _twice(article: Article, entries: list[tuple[Entry, re.Match[str]]]) -> Iterator[Verdict]:
    exact = [(entry, match) for entry, match in entries if not match[2]]
    for first, second in pairwise(exact):
        if first[1][1] != second[1][1]:
            message = f"the article is in “{first[0].name}” and in “{second[0].name}”, but only one can be"
            marks = (Mark(first[0].span, "one year"), Mark(second[0].span, "another year"))
            yield Verdict(message, marks, changes=(_strike(article, first[0]), _strike(article, second[0])))


def _against_text(article: Article, what: str, entry: Entry, match: re.Match[str]) -> Iterator[Verdict | Outcome]:
    """Compare a category's year with the infobox first, else with the first statement of the text."""
    if match[2] or match[3]:
        return
    facts = [fact for fact in article.facts_by_property.get(_PROPERTIES[what], ()) if _usable(article, fact)]
    if not facts:
        return
    year = int(match[1])
    if any(_holds(fact, year) for fact in facts):
        yield Outcome.CONSISTENT
        return
    yield _otherwise(article, entry, year, min(facts, key=lambda fact: fact.place is not Place.INFOBOX))


def _otherwise(article: Article, entry: Entry, year: int, fact: Fact | Claim) -> Verdict:
    """A category of another year than the article tells."""
    text = article.page.text(fact.span)
    message = f"the category “{entry.name}” says {year}, but the article “{text}”"
    marks = (Mark(entry.span, f"says {year}"), Mark(fact.span, "says otherwise"))
    return Verdict(message, marks, changes=_changes(article, entry, fact, year))


def _changes(article: Article, entry: Entry, fact: Fact | Claim, year: int) -> tuple[Change, ...]:
    """The year of the article for the category, or the category's for the article."""
    own = year_of(fact.value) if isinstance(fact.value, Date) else None
    if own is None:
        return ()
    name = entry.name.replace(str(year), str(own), 1)
    written = article.page.source.slice(entry.span)
    recategorized = written.replace(str(year), str(own), 1)
    return (
        Change(f"write {name} for {entry.name}", ((entry.span, recategorized),)),
        *write_year(article, fact.span, own, year),
    )


def _usable(article: Article, fact: Fact) -> bool:
    date = fact.value
    exact = isinstance(date, Date) and not date.circa and date.precision in _EXACT
    own = fact.subject == article.page.title or fact.place is Place.INFOBOX
    return exact and own and fact.polarity and fact.scope.basis is None and fact.place is not Place.CATEGORY


def _holds(fact: Fact, year: int) -> bool:
    assert isinstance(fact.value, Date)
    return fact.value.overlaps(of_year(year))


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext(
            "The '''Treaty of Norby''' was signed on ⟦2:4 June 1814⟧ in an inn.\n[[Category:⟦1:1841 treaties⟧]]",
            title="Treaty of Norby",
        ),
        wikitext("A poet.\n[[Category:⟦2:2001 deaths⟧]]\n[[Category:⟦1:Living people⟧]]", title="Ada Berg"),
        wikitext("A poet.\n[[Category:⟦1:1950 births⟧]]\n[[Category:⟦2:1951 births⟧]]", title="Ada Berg"),
        wikitext(
            "{{Infobox company|name=Norby Works|founded=⟦2:1885⟧}}\n'''Norby Works''' is a company.\n"
            "[[Category:⟦1:Companies established in 1895⟧]]",
            title="Norby Works",
        ),
        wikitext(
            "'''Norby''' is a league that first met in 1960.\n[[Category:⟦2:1960 establishments in Norway⟧]]\n"
            "[[Category:⟦1:Sports leagues established in 1966⟧]]",
            title="Norby",
        ),
        wikitext(
            "'''Ada Berg''' (born 3 May 1950) ⟦1:is a Danish poet⟧ who writes.\n[[Category:⟦2:2001 deaths⟧]]",
            title="Ada Berg",
        ),
        wikitext(
            "'''Norby Bridge''' is in Norway. ⟦1:It is still standing⟧.\n[[Category:⟦2:Demolished bridges in Norway⟧]]",
            title="Norby Bridge",
        ),
        wikitext(
            "'''Norby School''' is a school. The school was opened in ⟦2:1936⟧.\n"
            "[[Category:⟦1:Schools established in 1963⟧]]",
            title="Norby School",
        ),
    ),
    good=(
        wikitext(
            "'''Ada Berg''' (born 4 May 1950) is a poet.\n\nIda Berg, her twin, taught at Norby. She died there "
            "on 9 May 2001.\n\nHer sister Ana was a baker. She died on 4 June 2002.\n\n[[Category:Living people]]",
            "Ada Berg",
        ),
        wikitext(
            "'''Fort Norby''' is a fort on the site of a battle of 1718.\n[[Category:1781 establishments in Ostland]]",
            title="Fort Norby",
        ),
        wikitext(
            "The '''Norby Bridge''' was opened in 1932, a year after its completion.\n"
            "[[Category:Bridges completed in 1931]]",
            title="Norby Bridge",
        ),
        wikitext(
            "'''Ada Berg''' (born 1950) is a poet. Her mother, the painter Una Berg, died in 2001.\n"
            "[[Category:1950 births]]\n[[Category:Living people]]",
            title="Ada Berg",
        ),
        wikitext("A poet.\n[[Category:1950 births]]\n[[Category:Living people]]", title="Ada Berg"),
        wikitext("A poet.\n[[Category:1950 births]]\n[[Category:1950s births]]", title="Ada Berg"),
        wikitext(
            "Two poets.\n[[Category:1850 births]]\n[[Category:1852 births]]\n[[Category:1920 deaths]]\n"
            "[[Category:1930 deaths]]",
            title="Berg sisters",
        ),
        wikitext(
            "{{Infobox company|name=Norby Works|founded=1885}}\n'''Norby Works''' is a company, a bank from 1895 on.\n"
            "[[Category:Companies established in 1885]]\n[[Category:1895 establishments in Norway]]",
            title="Norby Works",
        ),
        wikitext(
            "'''Ada Berg''' (born 3 May 1950) is a poet.\n\nHer death was told in May.\n[[Category:2001 deaths]]",
            title="Ada Berg",
        ),
        wikitext("{{Infobox person|birth_date=3 May 1850}}\nA poet.\n[[Category:1850 births]]", title="Ada Berg"),
    ),
)
