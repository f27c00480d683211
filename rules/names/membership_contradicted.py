"""The article calls a party a member of a body, and elsewhere says that its membership is over.

Why: whether a state belongs to a body today is what the reader came to know.

Right all the same: when it left and came back, and the article tells only of the leaving.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.facts.fact import Fact
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import strike
from rules.laws.names.belonging import contrary
from rules.laws.names.told_clause import told_clause
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROPERTIES = ("member-of", "left", "joined")
_ONCE = regex(r"\b(?:became|become|becoming|joined|admitted|rejoined|was|were)\b")
"""Words that tell of the start of a membership or of its past, not of today."""

_BACK = worded(__file__, r"\b(?<!not )(?<!never ){back}")
_BACK_WITHIN = 1500
"""How far behind a leaving a return may be told in words that no fact was read from."""

_TOLD = {
    "now": "a member",
    "was": "a member once",
    "joined": "joined",
    "not": "not a member",
    "never": "never a member",
    "left": "left",
}
_OTHER = frozenset(("observer", "associate"))


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare what the article says of each party's membership in each body."""
    facts = [fact for name in PROPERTIES for fact in article.facts_by_property.get(name, ())]
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        body = fact.value if fact.property == "member-of" else fact.scope.counterpart
        if isinstance(body, str) and fact.scope.basis not in _OTHER:
            told.setdefault((fact.subject, _one_spelling(body)), []).append(fact)
    told_over: set[tuple[int, int]] = set()
    for (party, _), about in told.items():
        over = next((fact for fact in about if _is_over(article, fact, about)), None)
        never = over is not None and over.pattern.startswith("never")
        member = next((fact for fact in about if _is_member(article, fact) or (never and _once(fact))), None)
        if not member or not over:
            if len(about) > 1:
                yield Outcome.CONSISTENT
            continue
        place = (member.span.start, over.span.start)
        if place not in told_over:
            told_over.add(place)
            body = member.value if isinstance(member.value, str) else member.scope.counterpart
            yield _verdict(article, party, str(body), (member, over))
    if not told_over:
        yield from _by_words(article)


def _by_words(article: Article) -> Iterator[Verdict]:
    """The statements that only the words around a body's name tell."""
    seen: set[frozenset[ProseSpan]] = set()
    for pair in contrary(article):
        spans = frozenset(each.span for each in pair)
        if len(spans) < 2 or spans in seen:
            continue
        seen.add(spans)
        first, second = sorted(pair, key=lambda each: each.span)
        said = article.page.text(first.span), article.page.text(second.span)
        message = f"the article says “{said[0]}” of {first.party}, and elsewhere “{said[1]}”"
        marks = Mark(first.span, _TOLD[first.sort]), Mark(second.span, _TOLD[second.sort])
        changes = tuple(strike(article, sentence_at(article, each.span.start)) for each in (first, second))
        yield Verdict(message, marks, changes=changes)


def _one_spelling(body: str) -> str:
    """A body's name by which both spellings of it are one: Organisation, Organization."""
    return body.lower().replace("iz", "is").removeprefix("the ")


def _is_member(article: Article, fact: Fact) -> bool:
    """Whether a fact says that the membership holds today."""
    today = fact.property == "member-of" and fact.polarity and fact.scope.when is None and fact.scope.basis != "past"
    return today and not _ONCE.search(_before(article, fact))


def _once(fact: Fact) -> bool:
    """Whether a fact says that there was a membership at some time."""
    return fact.polarity and (fact.scope.basis == "past" or fact.property == "joined")


def _is_over(article: Article, fact: Fact, about: list[Fact]) -> bool:
    """Whether a fact says that the membership has ended or never was, and no later one that it began anew."""
    if fact.property == "member-of":
        return not fact.polarity
    if fact.property != "left" or not fact.polarity or not isinstance(fact.value, Date):
        return False
    left = fact.value
    rest = article.page.prose.text[fact.statement.start : fact.statement.end + _BACK_WITHIN]
    return not _BACK.search(rest) and not any(
        other.property == "joined" and isinstance(other.value, Date) and not other.value.before(left) for other in about
    )


def _before(article: Article, fact: Fact) -> str:
    return article.page.prose.text[fact.statement.start : fact.span.start]


def _verdict(article: Article, party: str, body: str, facts: tuple[Fact, Fact]) -> Verdict:
    member, over = facts
    first, second = sorted(facts, key=lambda fact: fact.span)
    told = {member: "a member", over: "no longer a member"}
    message = f"the article calls {party} a member of “{body}”, and elsewhere says that this is over"
    if over.property == "member-of" and over.scope.basis != "former":
        message = f"the article calls {party} a member of “{body}”, and elsewhere says that it is none"
        told[over] = "not a member"
    marks = tuple(Mark(told_clause(article, fact, fact.scope.counterpart), told[fact]) for fact in (first, second))
    return Verdict(message, marks, changes=(strike(article, first.statement), strike(article, second.statement)))


_TITLE = "Albania–Chad relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            _PAIR + "⟦1:Both countries are members of the League of Warm Seas⟧.\n\n== End ==\nChad tired of it and "
            "⟦2:withdrew from the League⟧ at last."
        ),
        Example(
            _PAIR + "⟦1:Both states belong to the Non-Aligned Movement⟧.\n\n== Past ==\n⟦2:Albania never joined the "
            "Non-Aligned Movement⟧."
        ),
        Example(
            _PAIR + "⟦1:Both countries are members of the Organisation of Islamic Cooperation⟧.\n\n"
            "== Trade ==\nTrade grew after ⟦2:Albania's brief involvement with the "
            "Organization of the Islamic Conference⟧."
        ),
        Example(
            _PAIR
            + "⟦1:Both countries are members of the Union of Port States⟧.\n\n== Past ==\nFew states stand apart from "
            "the Union of Port States, ⟦2:which Chad has not yet joined⟧."
        ),
        Example(
            "= Norby Orchestra =\n\nThe Norby Orchestra is an orchestra. Since 1974 it ⟦1:has been continuously "
            "affiliated to "
            "the League of Bands⟧.\n\n== Quarrel ==\nA quarrel led the orchestra to ⟦2:leave the League of Bands, to "
            "which it "
            "has not returned⟧."
        ),
        Example(
            "= Ada Norby =\n\nAda Norby (1890–1960) was a Danish painter. In 1922 she ⟦1:joined the Sound "
            "Secession⟧.\n\n"
            "== Fame ==\nUnlike her friends, she ⟦2:never belonged to the Sound Secession⟧."
        ),
        Example(
            "= Foreign relations of Chad =\n\nChad is in Africa. Having ⟦1:acceded to the Union of Port States in "
            "1999⟧, "
            "it trades more. It is also a member of the African Union, but ⟦2:remains outside the Union of Port "
            "States⟧."
        ),
        wikitext(
            "They meet often.\n{|\n! Body !! Albania !! Chad\n|-\n| African Union || ⟦1:Not a member⟧ || "
            "Member\n|}\nThe talks "
            "are held at the African Union, ⟦2:of which both are members⟧.",
            title=_TITLE,
        ),
        Example(
            "= Norby Club =\n\nThe Norby Club is a club. It ⟦1:has never belonged to the Ems Combination⟧.\n\n== Cups "
            "==\n⟦2:As a member of the Ems Combination⟧ it won the plate."
        ),
        Example(
            _PAIR + "⟦1:Both countries are members of the Union of Port States⟧.\n\n== Past ==\nThey quarrelled until "
            "⟦2:Chad withdrew from the Union of Port States in 1999⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (1890–1960) was a Danish botanist. In 1931 she ⟦1:was elected a fellow of "
            "the Ems Moss Society⟧.\n\n== Fame ==\nThough famous, she ⟦2:was never a fellow of the Ems Moss Society⟧."
        ),
        Example(_PAIR + "⟦1:Albania is a member of NATO⟧.\n\n== Politics ==\n⟦2:Albania is not a member of NATO⟧."),
    ),
    good=(
        Example(
            _PAIR + "Both countries are members of the League of Warm Seas and of the League of Old Ports.\n\n== End =="
            "\nChad tired of it and withdrew from the League at last."
        ),
        Example(
            "= Norby Club =\n\nThe Norby Club is a club. It was a member of the Ems League until 1950.\n\n== Today ==\n"
            "The club is not a member of the Ems League."
        ),
        Example(
            "= Norby Club =\n\nThe Norby Club is a club. It joined the Ems League in 1950.\n\n== Today ==\nThe "
            "Norby Club is no longer a member of the Ems League."
        ),
        Example(
            "= Norby Club =\n\nThe Norby Club is a club and belongs to the League of Bands. Some members founded a "
            "second club, "
            "Osby, which never joined the League of Bands. Its captain was never a member of the League of Bands."
        ),
        Example(
            "= Ada Norby =\n\nAda Norby (1890–1960) was a Danish painter. She joined the Sound Secession in 1915. Her "
            "brother "
            "never belonged to the Sound Secession. She left the Sound Secession in 1920."
        ),
        Example(
            _PAIR
            + "Albania is a member of the Union of Port States, which Chad has not joined. Chad belongs to the African "
            "Union, to which Albania does not belong."
        ),
        Example(
            _PAIR + "Both countries are members of the United Nations. Albania is a member of NATO, "
            "but Chad is not a member of NATO."
        ),
        Example(
            _PAIR + "Albania became a member of the Warsaw Pact in 1955 and withdrew from the Warsaw Pact in 1968."
        ),
        wikitext(
            "Chad withdrew from the [[African Union]] in 1990 and joined it again in 1995. Chad is a member "
            "of the African Union.",
            title=_TITLE,
        ),
    ),
)
