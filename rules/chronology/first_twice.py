"""Two are said to be the first to do one thing.

Why: only one can be; a reader who meets one of the two sentences takes it for a fact.

Right all the same: firsts of different sorts that the article tells apart in words that are not understood, and two who
did it together. Only sentences that give the same words for what was done, and name somebody else, are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
FEWEST = 4
"""How many words what was done has at least: "first president" may be of anything."""
_SUBJECT = regex(
    r"(?:(?:In|On|By) (?:[^,]{3,40}, |(?:[A-Z][a-z]+ |[0-9]{1,2} [A-Z][a-z]+ )?[0-9]{4} )"
    r"|(?:However|Later|Then),? )?(?:the |The )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|[a-z]{2,12})){0,6}?) (?:was|became|is|had been|had become) "
)
_DONE = regex(r"the (?P<done>first(?: [\w’'-]+){1,16})")
_END = regex(
    r" (?:in|on|by|at|when|after|before|during|since|until|from) (?:the )?(?:early |late |mid-)?[0-9A-Z(]"
    r"| (?:when|after|before|and|but|while) "
)
_TOGETHER = worded(__file__, r"\b{together}\b")
PRONOUNS = frozenset(
    ("He", "She", "It", "They", "This", "That", "These", "There", "One", "Who", "What", "Its", "His", "Her")
)
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"))


class First(NamedTuple):
    """Who was first, at what, and where that stands."""

    who: frozenset[str]
    name: str
    done: str
    span: ProseSpan


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold every "first" against the ones that say the same words of another."""
    told: dict[str, First] = {}
    for first in _firsts(article):
        other = told.setdefault(first.done, first)
        if other is first:
            continue
        if other.who <= first.who or first.who <= other.who:
            yield Outcome.CONSISTENT
        else:
            yield _verdict(article, other, first)


def _firsts(article: Article) -> Iterator[First]:
    text = article.page.prose.text
    at = text.find(" the first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and (first := _first(article, at + 1)):
            yield first
        at = text.find(" the first ", at + 1)


def _first(article: Article, at: int) -> First | None:
    text = article.page.prose.text
    sentence = sentence_at(article, at)
    subject = _SUBJECT.fullmatch(text, sentence.start, at)
    done = _DONE.match(text, at, sentence.end)
    if subject is None or done is None or _TOGETHER.search(text, sentence.start, sentence.end):
        return None
    stop = _END.search(text, at, done.end())
    end = stop.start() if stop else done.end()
    said = text[done.start("done") : end].strip()
    words = said.lower().split()
    name = subject["name"]
    if len(words) < FEWEST or name.split()[0] in PRONOUNS:
        return None
    key = " ".join(_plain(word) for word in words if word not in ("the", "a", "an", "ever"))
    who = frozenset(word for word in name.split() if word[0].isupper() and word != "The")
    return First(who, name, key, ProseSpan(done.start("done"), done.start("done") + len(said)))


def _plain(word: str) -> str:
    for british, american in SPELLINGS:
        word = word.replace(british, american)
    return word


def _verdict(article: Article, one: First, other: First) -> Verdict:
    said = [" ".join(article.page.text(first.span).split()) for first in (one, other)]
    return Verdict(
        f"{one.name} is called the “{said[0]}”, and {other.name} the “{said[1]}”: only one can be the first",
        (Mark(one.span, one.name), Mark(other.span, other.name)),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "In 1901 Ada Lind was the ⟦1:first woman to graduate from the university⟧. Eva Roth "
            "became the ⟦2:first woman to graduate from the university⟧ in 1911."
        ),
        Example(
            "Ana Roe was the ⟦1:first woman to cross the strait⟧. She lived in Norby.\n\nIn 1950, Ida Holm became the "
            "⟦2:first woman to cross the strait⟧."
        ),
        Example(
            "The Norby Line was the ⟦1:first railway in the valley⟧. The Alder Line was the ⟦2:first railway in the "
            "valley⟧, built in 1870."
        ),
        wikitext(
            "[[Norway]] was the ⟦1:first country to recognise the republic⟧. [[Sweden]] was the ⟦2:first country to "
            "recognize the republic⟧ in 1906."
        ),
    ),
    good=(
        Example(
            "Ana Roe was the first woman to cross the strait. In 1950, Ida Holm became the first man to cross the "
            "strait."
        ),
        Example(
            "Ana Roe was the first woman to cross the strait. Roe was the first woman to cross the strait and the bay."
        ),
        Example(
            "Ana Roe and Ida Holm were together the first women there. Ana Roe was the first mayor. "
            "Ida Holm was the first mayor."
        ),
        Example("Ana Roe was one of the first to cross the strait. Ida Holm was the first to cross the strait."),
    ),
)
