"""Something is told of a time that is not dated: "recently", "in recent years", a GDP without its year.

Why: the words count from the day they were written, which no reader knows; a year makes them last.

Right all the same: where the words are relative to a time that the text tells ("had recently married"), in a quotation,
and beside a date. One place a paragraph is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from articles.article import Article
from articles.claims.claim import Kind
from articles.facts.fact import Fact
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import claims_in, occurrences, sentence_at
from rules.rule import Example, Mark, Rule, Verdict, wikitext

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
PROSE = (Place.LEAD, Place.BODY)
FIGURES = {
    "gdp": "GDP",
    "gdp-per-capita": "GDP per head",
    "unemployment": "unemployment rate",
    "public-debt": "public debt",
}
"""Figures that mean nothing without their year."""
_COUNTS = frozenset((Kind.NUMBER, Kind.PERCENT, Kind.QUANTITY, Kind.MONEY))
"""What is soon not so any more: "it currently employs 240 people"."""
LATELY = (["it"], ["they"], ["he"], ["she"], ["which"])
"""Before "recently", what makes it count from now in a past tense too: "it recently closed"."""
_SPELL = r"(?:weeks|months|years|decades)"
_LAST = worded(
    __file__,
    rf"\b(?:in|over|during|within|for|across|throughout) (?:about )?the (?:last|past) "
    rf"(?:(?:{{many}}|[1-9][0-9]?) {_SPELL}|year|decade|month|half-century)\b(?! (?:of|before|in which)\b)",
)
_AGO = worded(
    __file__,
    rf"\b(?:(?:a few|some|a couple of|(?:some )?(?:{{many}}|[1-9][0-9]?)) {_SPELL}|a year|a decade|not long) ago\b",
)
UNTIL = ("until recently", "until lately", "until now", "up to now")
_OPENERS = (
    "recently",
    "lately",
    "of late",
    "in recent years",
    "in recent times",
    "in recent decades",
    "in recent months",
    *UNTIL,
)
"""With one of these a sentence begins that counts from now in any tense."""
_WORD = regex(r"[\w’']+")
_QUOTED = regex(r"[“\"][^“”\"\n]{0,300}$")


def check(article: Article) -> Iterator[Verdict]:
    """Look for words that count from now, and for figures without a year."""
    told: set[int] = set()
    for span in sorted(_phrases(article)):
        block = article.page.block_at(span.start)
        if block is not None and block.form in FORMS and block.span.start not in told and _undated(article, span):
            told.add(block.span.start)
            words = article.page.text(span)
            yield Verdict(f"“{words}” counts from the day it was written: say when", (Mark(span, "when?"),))
    for name, what in FIGURES.items():
        for fact in article.facts_by_property.get(name, ()):
            if _without_year(article, fact):
                figure = " ".join(article.page.text(fact.span).split())
                yield Verdict(f"a {what} of “{figure}”, of no stated year", (Mark(fact.span, "of which year?"),))


def _phrases(article: Article) -> Iterator[ProseSpan]:
    for phrase in _words()["phrases"]:
        for at in occurrences(article, (phrase,)):
            yield ProseSpan(at, at + len(phrase))
    for word, pattern, reach in (("last", _LAST, 28), ("past", _LAST, 28), ("ago", _AGO, 28)):
        for at in occurrences(article, (word,)):
            found = next(pattern.finditer(article.lowered, max(at - reach, 0), at + reach), None)
            if found is not None and found.start() < at + len(word) <= found.end():
                yield ProseSpan(*found.span())


def _undated(article: Article, span: ProseSpan) -> bool:
    """Whether a sentence is of now, has no date and is nobody's words."""
    sentence = sentence_at(article, span.start)
    text = article.lowered
    before = _WORD.findall(text[sentence.start : span.start])
    words = text[span.start : span.end]
    ago = words.endswith(" ago")
    spoken = before[-1] if before else ""
    if (
        spoken in _words()["then"]
        and not (ago and spoken == "only")
        and not (words in UNTIL and spoken in ("was", "were"))
    ):
        return False
    said = set(_WORD.findall(text[sentence.start : sentence.end]))
    lately = words in _words()["lately"] and before[-1:] in LATELY and not _dates_near(article, span)
    lately = lately or ago or (words in _OPENERS and not before)
    rest = ProseSpan(span.end, sentence.end)
    clause = set(_WORD.findall(text[span.start : rest.end]))
    lately = lately or (words in _words()["present"] and clause.isdisjoint(_words()["past"]))
    if (
        (said.isdisjoint(_words()["now"]) and not lately)
        or not said.isdisjoint(_words()["tales"])
        or "had" in said
        or _QUOTED.search(text[sentence.start : span.start])
    ):
        return False
    if words == "currently" and not any(claim.kind in _COUNTS for claim in claims_in(article, rest)):
        return False
    if words in _words()["present"] and "as of" not in text[sentence.start : sentence.end]:
        cut = max(text.rfind(sign, sentence.start, span.start) for sign in (",", ";", ":"))
        sentence = ProseSpan(max(cut, sentence.start), sentence.end)
    return not any(claim.kind is Kind.DATE for claim in claims_in(article, sentence))


def _dates_near(article: Article, span: ProseSpan) -> bool:
    """Whether the paragraph of a phrase has a date from which it may count."""
    block = article.page.block_at(span.start)
    return block is None or any(claim.kind is Kind.DATE for claim in claims_in(article, block.span))


def _without_year(article: Article, fact: Fact) -> bool:
    """Whether neither a figure, nor its sentence, nor its paragraph has a date."""
    block = article.page.block_at(fact.span.start)
    if block is None or block.form not in FORMS or fact.place not in PROSE or fact.scope.when is not None:
        return False
    return not any(claim.kind is Kind.DATE for claim in claims_in(article, block.span))


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(listed) for name, listed in data_file(__file__, "undated.toml").items()}


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.MEDIUM,
    bad=(
        Example("⟦1:Until recently⟧ it was thought to be extinct."),
        Example("The works ⟦1:currently⟧ employ 300 people. Two kilns were built in 1960."),
        Example("= Norby Works =\n\nNorby Works is a foundry. The firm ⟦1:nowadays⟧ employs forty people."),
        Example("= Norby =\n\nIn 1990 the heath had no wolves. They have ⟦1:in the last ten years⟧ come back to it."),
        Example("= Norby Fair =\n\nA fair. Stalls from abroad were admitted only ⟦1:a few years ago⟧."),
        Example("= Norby =\n\nThe mill closed in 1968. ⟦1:Recently⟧ a second one was licensed in the port."),
        Example("= Norby =\n\nNorby has a theatre. It ⟦1:recently⟧ closed for repairs."),
        Example("The bridge has ⟦1:recently⟧ been painted. It is 241 m long."),
        Example("⟦1:In recent years⟧ the harbour has grown, and the town is richer for it."),
        Example("= Economy of Ruritania =\n\nThe GDP of Ruritania is ⟦1:$23.5 billion⟧."),
        wikitext("The [[harbour]] is growing. ⟦1:Nowadays⟧ it has two piers."),
    ),
    good=(
        Example("As of 2019, it currently has three telescopes. What is currently chosen is shown in blue."),
        Example("= Norby =\n\nThe mill was worked for the last ten years of his life. It was currently let, he wrote."),
        Example("= Norby =\n\nA rock of two million years ago lies there. In 1990 he had, a few years ago, come home."),
        Example("The title story is told by a man who has recently lost his wife."),
        Example("= Norby =\n\nNorby has a theatre of 1950. It recently closed for repairs."),
        Example("The bridge has recently been painted, in 2019. It is 241 m long."),
        Example("She had recently married when the war began. He was then recently widowed."),
        Example("In 1950 the harbour, recently dug, was opened."),
        Example("“The bridge has recently been painted”, he said."),
        Example("= Economy of Ruritania =\n\nThe GDP of Ruritania was $23.5 billion in 2021."),
    ),
)
