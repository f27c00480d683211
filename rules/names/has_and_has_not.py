"""The article says that something is there, and elsewhere that it is not.

Why: a reader believes whichever sentence comes first.

Right all the same: when the two sentences speak of two times without saying so.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import strike
from rules.laws.names.having import contradictions
from rules.laws.names.missions import EMBASSIES, missions
from rules.laws.names.told_clause import told_clause
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_SENTENCE_END = regex(r"[.!?\n]")
PROSE = (Place.LEAD, Place.BODY, Place.TABLE, Place.CAPTION)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a mission, or any other thing, that one sentence states and another denies of the same subject."""
    told: dict[tuple[str, str | None, str | None], list[Fact]] = {}
    for fact in missions(article):
        if fact.place in PROSE and fact.scope.counterpart and fact.scope.when is None:
            sort = "embassy" if fact.scope.basis in EMBASSIES else fact.scope.basis
            told.setdefault((fact.subject, fact.scope.counterpart, sort), []).append(fact)
    for (owner, host, sort), facts in told.items():
        has = next((fact for fact in facts if fact.polarity), None)
        has_not = next((fact for fact in facts if not fact.polarity), None)
        if has and has_not and _one_thing(article, has, has_not):
            first, second = sorted((has, has_not), key=lambda fact: fact.span)
            message = f"the article says that {owner} has {_a(sort)} in {host}, and that it has none"
            marks = (_mark(article, first), _mark(article, second))
            changes = strike(article, first.statement), strike(article, second.statement)
            yield Verdict(message, marks, changes=changes)
        elif len(facts) > 1:
            yield Outcome.CONSISTENT
    for one, other in contradictions(article):
        yield _between(article, one, other)


def _between(article: Article, one: ProseSpan, other: ProseSpan) -> Verdict:
    """Two clauses on anything else that is had or not."""
    message = f"the article says “{article.page.text(one)}”, and elsewhere “{article.page.text(other)}”"
    changes = tuple(strike(article, sentence_at(article, clause.start)) for clause in (one, other))
    return Verdict(message, (Mark(one, "one statement"), Mark(other, "the contrary")), changes=changes)


def _one_thing(article: Article, has: Fact, has_not: Fact) -> bool:
    """Whether the denial covers the statement: a denial for one city says nothing of another.

    Two halves of one sentence tell of a change rather than of two opinions.
    """
    first, second = sorted((has.span, has_not.span))
    if not _SENTENCE_END.search(article.page.prose.text, first.end, second.start):
        return False
    if not isinstance(has_not.value, str) or not isinstance(has.value, str):
        return True
    return has.value == has_not.value


def _a(sort: str | None) -> str:
    name = sort or "a mission"
    return name if " a" in f" {name}"[:2] and not sort else f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _mark(article: Article, fact: Fact) -> Mark:
    return Mark(told_clause(article, fact), "has one" if fact.polarity else "has none")


_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "⟦1:The two countries have a fishing treaty⟧ of 1950.\n\n== Law ==\n⟦2:No fishing treaty exists⟧ "
            "between the two states."
        ),
        Example(
            "= Norby =\n\nNorby is a town. Today ⟦1:the town keeps a fire brigade⟧ of its own.\n\n== Help ==\n⟦2:The "
            "town does not have a fire brigade⟧; that of Sudby comes."
        ),
        Example(
            _PAIR + "⟦1:France has never opened an embassy in Oslo⟧.\n\n== Now ==\n⟦2:France has an embassy in Oslo⟧."
        ),
        Example(
            _PAIR + "⟦1:France has an embassy in Oslo⟧.\n\n== History ==\nAlthough ⟦2:France does not "
            "have an embassy in Norway⟧, trade has grown."
        ),
        wikitext(
            "⟦1:Norway does not have an embassy in [[France]]⟧.\n\n== Now ==\n⟦2:Norway has an embassy in [[Paris]]⟧.",
            title=_TITLE,
        ),
    ),
    good=(
        Example(
            _PAIR
            + "France has a fishing treaty with Denmark.\n\n== Law ==\nFrance has no fishing treaty with Norway. The "
            "two countries plan one, though until 1990 the two countries had a fishing treaty."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The town has a railway museum.\n\n== Help ==\nThe town has no railway. In "
            "winter the town has no ferry to Sudby; the town has a ferry to Osby."
        ),
        Example(_PAIR + "France has an embassy in Oslo, but Norway does not have an embassy in France."),
        Example(
            _PAIR
            + "France does not have an embassy in Norway.\n\n== External links ==\n- Embassy of France in Oslo, Norway"
        ),
        Example(
            _PAIR + "France has a non-resident ambassador in Stockholm. France does not have an embassy in Norway."
        ),
        Example(_PAIR + "France has an honorary consulate in Bergen. France does not have an embassy in Norway."),
        Example(_PAIR + "France had an embassy in Oslo until 1990. France does not have an embassy in Norway today."),
    ),
)
