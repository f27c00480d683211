"""Two are said to be the first to do one thing.

Why: only one can be; a reader who meets one of the two sentences takes it for a fact.

Right all the same: firsts of different sorts that the article tells apart in words that are not understood, and two who
did it together. Only sentences that give the same words for what was done, and name somebody else, are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match, Pattern
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import claims_in, sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
LONGEST_OWNER = 60
FEWEST = 4
"""How many words what was done has at least: "first president" may be of anything."""
_SUBJECT = regex(
    r"(?:(?:In|On|By) (?:[^,]{3,40}, |(?:[A-Z][a-z]+ |[0-9]{1,2} [A-Z][a-z]+ )?[0-9]{4} )"
    r"|(?:However|Later|Then),? )?(?:the |The )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|[a-z]{2,12})){0,6}?) (?:was|became|is|had been|had become) "
)
_DONE = regex(r"the (?P<done>first(?: [\w’'-]+){1,16})")
_HOLDER = regex(
    r"The (?P<done>first(?: [\w’'-]+){2,12}?) (?:was|is) (?:the )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,4})(?= ?[,.;(])"
)
LIGHT = frozenset(("the", "a", "an", "ever", "to", "be", "who", "was"))
_END = regex(
    r" (?:in|on|by|at|when|after|before|during|since|until|from) (?:the )?(?:early |late |mid-)?[0-9A-Z(]"
    r"| (?:when|after|before|and|but|while) "
)
_TOGETHER = worded(__file__, r"\b{together}\b")
PRONOUNS = frozenset(
    ("He", "She", "It", "They", "This", "That", "These", "There", "One", "Who", "What", "Its", "His", "Her")
)
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"))


_OWNER = r"(?P<owner>(?:the )?[\w’'-]{2,24}(?: [\w’'-]{2,24})?)"
_DATED = (
    worded(
        __file__,
        rf"[Tt]he first (?P<noun>[a-z]{{3,20}})(?: (?:in|of|at|on) {_OWNER})? (?:was|were|had been|took place|came)\b",
    ),
    worded(__file__, rf"{_OWNER}['’]s first (?P<noun>[a-z]{{3,20}}) (?:was|were|had been|took place|came|opened)\b"),
    worded(
        __file__, rf"{{makes}} the first (?P<noun>[a-z]{{3,20}})(?: (?:in|of|at|on) {_OWNER})?(?= (?:in|on|of)\b|[.,;])"
    ),
)
"""A first by its noun, told with a date: "the first ascent was made in 1911", "the town's first theatre"."""
_SORTS = worded(__file__, r"\b{sorts}\b")
_ONCE = WordList(__file__, "once")
_PLACES = WordList(__file__, "places")
_CLAUSE_END = regex(r"[,.;:(]")


class Dated(NamedTuple):
    """A first thing or deed, whether it is said whose, when it was and the clause that tells it."""

    noun: str
    owned: bool
    date: Claim
    span: ProseSpan


class First(NamedTuple):
    """Who was first, at what, and where that stands."""

    who: frozenset[str]
    name: str
    done: str
    span: ProseSpan


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold every "first" against the ones that say the same words of another."""
    told: dict[str, First] = {}
    for first in sorted(_firsts(article), key=lambda each: each.span):
        other = told.setdefault(first.done, first)
        if other is first:
            continue
        if other.who <= first.who or first.who <= other.who:
            yield Outcome.CONSISTENT
        else:
            yield _verdict(article, other, first)
    yield from _dated_twice(article)


def _dated_twice(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the dates of one first against each other."""
    told: dict[str, Dated] = {}
    for first in _dated(article):
        other = told.setdefault(first.noun, first)
        one, date = other.date.value, first.date.value
        sure = (first.owned and other.owned) or (first.noun in _ONCE and (first.owned or other.owned))
        if other is first or not sure or not isinstance(one, Date) or not isinstance(date, Date):
            continue
        if one.overlaps(date):
            yield Outcome.CONSISTENT
            continue
        years = (" ".join(article.page.text(each.date.span).split()) for each in (other, first))
        yield Verdict(
            f"the first {first.noun} is told of “{next(years)}” and of “{next(years)}”: only one can be the first",
            (Mark(other.span, "a first"), Mark(first.span, "another first")),
        )


def _dated(article: Article) -> Iterator[Dated]:
    """The firsts that are told with one date, in the order of the text."""
    text = article.page.prose.text
    at = text.find(" first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS:
            found = _dated_first(article, at)
            if found is not None:
                yield found
        at = text.find(" first ", at + 1)


def _dated_first(article: Article, at: int) -> Dated | None:
    text = article.page.prose.text
    sentence = sentence_at(article, at + 1)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) != 1 or dates[0].parts or dates[0].quoted or not isinstance(dates[0].value, Date):
        return None
    if dates[0].value.circa or dates[0].value.precision not in EXACT:
        return None
    found = next((match for each in _DATED if (match := _around(each, text, sentence, at))), None)
    if found is None or _SORTS.search(text, sentence.start, sentence.end):
        return None
    owner = found.groupdict().get("owner")
    if owner is not None and not _is_own(article, owner):
        return None
    end = _CLAUSE_END.search(text, max(found.end(), dates[0].span.end), sentence.end)
    stop = end.start() if end else sentence.end
    start = found.start() if found.start() < dates[0].span.start else sentence.start
    return Dated(found["noun"], owner is not None, dates[0], ProseSpan(start, stop))


def _around(pattern: Pattern[str], text: str, sentence: ProseSpan, at: int) -> Match[str] | None:
    """The match that holds a place, in a sentence."""
    start = max(sentence.start, at - LONGEST_OWNER)
    found = pattern.search(text, start, sentence.end)
    return found if found is not None and found.start() <= at < found.end() else None


def _is_own(article: Article, owner: str) -> bool:
    """Whether the words for whose first it is mean the article's subject, or its place."""
    name = owner.removeprefix("the ").removeprefix("The ")
    own = {alias.removeprefix("the ") for alias in article.parties.aliases}
    return name in own or name in _PLACES or (name[0].isupper() and name in article.page.title)


def _firsts(article: Article) -> Iterator[First]:
    text = article.page.prose.text
    at = text.find(" the first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and (first := _first(article, at + 1)):
            yield first
        at = text.find(" the first ", at + 1)
    at = text.find("The first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and (first := _named_first(article, at)):
            yield first
        at = text.find("The first ", at + 1)


def _named_first(article: Article, at: int) -> First | None:
    """A first whose holder is named behind it: "The first woman elected to the council was Ada Lind"."""
    text = article.page.prose.text
    sentence = sentence_at(article, at)
    found = _HOLDER.match(text, at, sentence.end) if at == sentence.start else None
    if found is None or _TOGETHER.search(text, sentence.start, sentence.end):
        return None
    return _told(found["done"], found["name"], found.start("done"))


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
    return _told(said, subject["name"], done.start("done"))


def _told(said: str, name: str, start: int) -> First | None:
    """The first that words at a place tell of somebody; None where they may be of anything."""
    words = said.lower().split()
    if len(words) < FEWEST or name.split()[0] in PRONOUNS:
        return None
    key = " ".join(_plain(word) for word in words if word not in LIGHT)
    who = frozenset(word for word in name.split() if word[0].isupper() and word != "The")
    return First(who, name, key, ProseSpan(start, start + len(said)))


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
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. ⟦1:The first ascent was made in 1911⟧. ⟦2:The first ascent "
            "of the mountain was made in 1924 by Ada Lind⟧, a guide."
        ),
        Example(
            "The ⟦1:first woman to be elected to the council⟧ was Ada Lind. In 1931 Eva Roth became the "
            "⟦2:first woman elected to the council⟧."
        ),
        wikitext(
            "[[Norway]] was the ⟦1:first country to recognise the republic⟧. [[Sweden]] was the ⟦2:first country to "
            "recognize the republic⟧ in 1906."
        ),
    ),
    good=(
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. The first ascent was made in 1911. The first winter ascent "
            "of the mountain was made in 1924. The first ascent of Mount Bor was made in 1930."
        ),
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
