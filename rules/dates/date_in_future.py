"""Something is told as past and dated after today.

Why: a year with two digits exchanged ("2091" for "2019") is the usual cause, and no reader can look it up.

Right all the same: the sentence speaks of a plan, a forecast or a term that ends later, in words that this rule does
not know. Sentences with "will", "planned", "expected", "until" and their like are left alone. "Today" is ``--as-of``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, day_number, iso
from articles.claims.claim import Claim
from articles.page import Form
from articles.regex import regex
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, right, told
from rules.laws.times.clause_times import clause_around
from rules.laws.times.dated_ahead import EXACT, dated_ahead
from rules.laws.times.deeds import is_past
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_PAST = worded(__file__, r"\b{past}\b")
_PLANNED = worded(
    __file__,
    r"\b(?:{planned}|schedul\w+ (?:for|to|in|on|by)|through (?=[0-9])|(?:is|are|was|were) to be\b"
    r"|(?:until|till) (?:\w+ )?(?=[0-9]))\b|\b(?:by|from|after|before|to) (?:the year )?[0-9]{4}\b",
    re.IGNORECASE,
)
_INFINITIVE = worded(__file__, r"\b{wishing}\b[^.;:]{0,80} to [a-z]", re.IGNORECASE)
"""A wish or a plan: "agreed to build it in 2091". What is closed "to lorries" is not planned."""
_BEFORE = worded(
    __file__,
    r"\b(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]etween|{events}(?: of [A-Z][\w’'-]*)? of|[Ss]ince)(?: the(?: (?:early|late))?)? $",
)
_SINCE = worded(__file__, r"\b[Ss]ince .{0,60} (?:has|have) (?:[a-z]+ ){0,2}?[a-z]+(?:ed|en)\b")
"""What has been so since a date began then."""
_WORD = regex(r"[a-z]+")
_TO_DO = regex(
    r"\b(?<!opened )(?<!closed )(?<!came )(?<!returned )(?<!brought )(?<!went )(?<!put )"
    r"to (?!the\b|an?\b|its\b|his\b|her\b|their\b)[a-z]+(?: [a-z]+){0,2} (?:in|on) $"
)
"""Before "in" and a date, what is to be done then: "bonds issued to mature in"."""
_PRESENT = WordList(__file__, "present")
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
_TALES = frozenset(
    ("plot", "synopsis", "story", "plot summary", "premise", "setting", "summary", "narrative", "contents")
)
"""Sections that tell a story, which may lie in the future."""
_TALE = worded(__file__, r"\b(?:is|was|are) (?:an? |the )(?:[\w’'-]+,? ){0,6}?{tales}\b")
REACH = 300
UNKNOWN_TODAY = day_number(2080, 1, 1)
"""What "today" is where nobody says: late enough that only slips lie after it."""


def check(article: Article, *, as_of: int = UNKNOWN_TODAY) -> Iterator[Verdict]:
    """Look at the sentences of all dates after today."""
    seen: set[int] = set()
    for ahead in dated_ahead(article, as_of):
        seen.add(ahead.date.span.start)
        yield _verdict(article, ahead.date, as_of, ahead.why)
    for told_of in article.claims_by_kind.get("date", ()):
        claim = told_of.parts[0] if len(told_of.parts) == 2 else told_of
        date = claim.value
        if not isinstance(date, Date) or date.earliest is None or date.earliest <= as_of or claim.quoted:
            continue
        plain = date.precision in EXACT and not date.circa and claim.span.start not in seen
        if plain and not article.once(_is_tale) and _in_text(article, claim) and _told_as_past(article, claim):
            yield _verdict(article, claim, as_of, "")


def _verdict(article: Article, claim: Claim, as_of: int, why: str) -> Verdict:
    today = iso(as_of)
    return Verdict(
        f"{told(article, claim)} is told as past{why and f' ({why})'} and lies after {today}",
        (Mark(claim.span, f"after {today}"),),
        calculation=f"{told(article, claim)} > {today}",
    )


def _is_tale(article: Article) -> bool:
    """Whether an article is on a work that tells a story: what its text dates may happen in it."""
    lead = article.page.lead[0].span if article.page.lead else None
    return lead is not None and _TALE.search(article.page.prose.text, *lead) is not None


def _in_text(article: Article, claim: Claim) -> bool:
    """Whether a date stands in running text that tells no story."""
    block = article.page.block_at(claim.span.start)
    if block is None or block.form not in _FORMS:
        return False
    return block.section < 0 or article.page.sections[block.section].title.lower() not in _TALES


def _told_as_past(article: Article, claim: Claim) -> bool:
    before = left(article, claim.span.start, REACH)
    sentence = f"{before}{right(article, claim.span.end, REACH)}"
    if not _BEFORE.search(before) or _PLANNED.search(sentence) or _INFINITIVE.search(sentence):
        return False
    text = article.page.prose.text
    clause = clause_around(article, claim.span)
    words = _WORD.findall(text[clause.start : clause.end])
    if not _PRESENT.isdisjoint(words) or _TO_DO.search(before):
        return False
    told_past = _PAST.search(text, clause.start, clause.end) is not None or any(is_past(word) for word in words)
    return told_past or _SINCE.search(sentence) is not None


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("The census of Norby of ⟦1:2 May 2096⟧ counted 3,041 people."),
        wikitext(
            "{{Infobox person\n| name = Ida Orr\n| death_date = ⟦1:30 January 2091⟧\n}}\n'''Ida Orr''' was a poet.",
            title="Ida Orr",
        ),
        wikitext(
            "{|\n! Year !! Winner\n|-\n| 2019 || Ada Lind\n|-\n| ⟦1:2091⟧ || Per Ahl\n|}",
            title="Norby Prize",
        ),
        Example("= Norby Line =\n\nA railway.\n\n- 2006: the viaduct was built\n- ⟦1:May 2091⟧: the first train ran"),
        Example("The headings met on ⟦1:4 June 2091⟧, and the engineer was carried through the gap."),
        Example("Since ⟦1:2092⟧ the house has housed the archive of the town."),
        Example("The last scheduled train crossed on ⟦1:8 March 2091⟧, drawn by two engines."),
        Example("The pier was reopened on ⟦1:4 May 2161⟧ by the crew, and a band played until dusk."),
        Example("The first bridge was opened in ⟦1:2091⟧ and fell soon."),
        Example("She won the prize on ⟦1:4 May 2109⟧, in her first season."),
        Example("The pier was rebuilt by the council in ⟦1:2118⟧, after a storm."),
        Example("The line was opened to traffic from the mines in ⟦1:2095⟧."),
        Example("It was closed to lorries in ⟦1:March 2096⟧ after an inspection, and grout was injected to the top."),
    ),
    good=(
        Example("Clocks that count every fourth year as a leap year fail in 2100, when no day was added."),
        Example("= Norby Nine =\n\nNorby Nine is a novel by Ida Orr. In 2093 the crew of a ship lost its way."),
        wikitext(
            "{|\n! Bond !! Issued !! Matures\n|-\n| First || 1999 || 2091\n|}\n\n{|\n! Year !! Winner\n|-\n"
            "| 2019 || Ada Lind\n|-\n| 2091 || TBD\n|}",
            title="Norby bonds",
        ),
        wikitext(
            "{{Infobox bridge\n| opened = 2091 (planned)\n}}\nThe bridge is to be built.",
            title="Norby Bridge",
        ),
        Example("= Norby Line =\n\nA railway.\n\n- May 2091: the first train will run\n- 2092: planned closure"),
        Example("The bonds, issued in 1991, mature in 2091."),
        Example("= Norby 2090 =\n\nA tale.\n\n== Plot ==\nIn 2087 all clocks were stopped by law."),
        Example("The first bridge was opened in 1921 and fell a year later."),
        Example("The lease was extended until 2191."),
        Example("A transit of Venus was predicted for 2117, and another was seen in 2125."),
        Example("In 2150 the comet will return, as was announced."),
        Example("The city agreed to close the dump in 2095, and signed a paper on it."),
        Example("The story is set in 2191, when the first bridge was opened."),
    ),
    claims=frozenset({"date"}),
)
