"""The ages that a sentence or an item tells of the article's person, by their parts and not by their order.

An age in a frame that makes it one ("already 55 when", "at 22", "only fourteen years of age", "her 95th birthday"), the
one date of its clause, or else the death that it tells, and nobody else than the person as its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Duration, Kind, Number, Ordinal
from articles.claims.written import Hedge, Written
from articles.facts.fact import Fact
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.blocks import quoted
from rules.laws.nearby import claims_in, gap, left, right, sentence_at
from rules.laws.times.deeds import is_past
from rules.laws.times.lives import AgeTold, birth_of, dated_deaths, others

_ADVERBS = r"(?:(?:only|just|already|barely|still|then|now|but|merely|all of|no more than) )*"
_AGED = regex(
    r"\b(?:[Aa]ged|[Aa]ge|[Aa]t (?:the |an )?(?:[a-z]+ )?age of|[Tt]o the (?:[a-z]+ )?age of|turned|had turned) "
    rf"{_ADVERBS}$"
)
_OLD_THINGS = worded(__file__, r"\b{matured} (?:aged|at|of) $")
"""Before an age, whose it is if it is nobody's: "a horse aged nine", "a cheese aged twelve"."""
_AT = regex(rf"(?:^|[ (])(?:[Aa]t) {_ADVERBS}$")
_BEING = regex(rf"\b(?:was|being|when|though|while|although|still) {_ADVERBS}$")
_AS_ONE = regex(r"\b(?:[Aa]s an?|[Tt]he) (?:[a-z]+ )?$")
_BIRTHDAY = regex(r" birthday\b")
_OWN_BIRTHDAY = regex(r"(?<!before )(?<!until )(?<!short of )(?<!from )(?<! of )(?:his|her) $")
_CLOSED = regex(
    r"(?:[.,;:)]|$| (?:he|she|in|to|from|when|and|after|for|on|by|as|at|with|the|of a|of an|while|having|without)\b)"
)
_WHEN = regex(r",? (?:when|at the time|years? old|years? of age|at his|at her|and|on (?:his|her)|at (?:his|her))\b|,")
_YEARS = regex(r" years? (?:old|of age)\b|-year-old\b")
_MEASURED = regex(
    r" (?:%|per ?cent|degrees|metres|meters|feet|km|miles|knots|to [0-9]|(?:of|in) the (?:[a-z]+ )?(?:rate|table|list))"
)
_DIED = worded(__file__, r"\b(?:died|dies|death|dead|passed away|lived|living|{killed})\b", re.IGNORECASE)
_PREDICATE = regex(
    r"\b(?:(?:was|is|born|as|been|being) )?(?:the |an? )?(?:[a-z]+,? ){0,3}?(?:son|daughter|child|twin|grandson|"
    r"granddaughter|nephew|niece|pupil|student|friend|sister|brother|wife|husband|widow) of\b|\b[Mm]arried\b[^.;,]*"
)
_NEAR_DEATH = regex(
    r"\b(?:days|weeks|months|shortly|just|soon) (?:before|after) "
    r"(?:(?:he|she) died|(?:his|her) (?:own )?death|(?:his|her) [0-9a-z-]+ birthday)\b"
)
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_APART = regex(
    r";| (?:and|but|until|before|after|then|though|although|while|whereas|where|who|which|since|by the time) "
)
_THEN = regex(r"; (?:at|he was|she was|aged|then)\b")
_WORD = regex(r"[^\W\d_]+")
_OPENS = regex(r"(?:(?:In|On|At|By|After|During|From) [^.;:]{1,60}?,? |[A-Z][a-z]+(?:ed|n|t) [^.;:]{1,90}?, )?")
_WAS = regex(rf"\b([^\W\d_]{{1,24}}) (?:was|turned) {_ADVERBS}$")
_THEN_AGED = regex(rf"(?:He|She) was {_ADVERBS}")
"""What a sentence begins with that tells the age at what the one before it tells."""
_KEY = regex(r"[^.;]{0,16}[:,–—] ")
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_NUMERALS = {
    **{word: 10 + at for at, word in enumerate(_TEENS)},
    **{word: 20 + 10 * at for at, word in enumerate(_TENS)},
    **{f"{ten}-{one}": 21 + 10 * at + more for at, ten in enumerate(_TENS) for more, one in enumerate(_ONES)},
}
_NAKED = regex(
    rf" ([1-9][0-9]|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)})(?![\w–-]|[.,:/][0-9])"
)
_NAKED_AHEAD = regex(r"\b(?:[Aa]t|was|turned|[Aa]ged?|just|only|already|barely|still|then|age of) $")
_FULL = 5
"""Younger is no age that a naked "at" tells."""
_OLDEST = 110


def plain_ages(article: Article) -> Iterator[AgeTold]:
    """Every age of the article's person that stands in a frame of its own, with its date."""
    birth = birth_of(article)
    if birth is None or not article.parties.person:
        return
    counts = (*article.claims_by_kind.get(Kind.NUMBER, ()), *article.claims_by_kind.get(Kind.DURATION, ()))
    for claim in (*counts, *_naked(article)):
        if not claim.quoted and _is_age(article, claim):
            yield from _told(article, birth, claim)
    for claim in article.claims_by_kind.get(Kind.ORDINAL, ()):
        day = _BIRTHDAY.match(article.page.prose.text, claim.span.end)
        ahead = left(article, claim.span.start, 40)
        if day and not claim.quoted and isinstance(claim.value, Ordinal) and _OWN_BIRTHDAY.search(ahead):
            age = Claim(Kind.NUMBER, ProseSpan(claim.span.start, day.end()), Number(claim.value.amount), "birthday")
            yield from _told(article, birth, age)


def _naked(article: Article) -> Iterator[Claim]:
    """The numbers behind "at", "was" and their like that are read as nothing, as they count nothing."""
    text = article.page.prose.text
    for found in _NAKED.finditer(text):
        if not _NAKED_AHEAD.search(text, max(found.start() - 9, 0), found.start(1)):
            continue
        span = ProseSpan(*found.span(1))
        value = Decimal(_NUMERALS[found[1]] if found[1] in _NUMERALS else int(found[1]))
        if not claims_in(article, span) and not quoted(article.page, span):
            yield Claim(Kind.NUMBER, span, Number(Written(value, value, Decimal(0))), "age")


def _is_age(article: Article, claim: Claim) -> bool:
    """Whether a number is an age by the words around it."""
    value = claim.value
    if not isinstance(value, Number | Duration) or (isinstance(value, Duration) and value.unit != "year"):
        return False
    years = value.amount.value
    if value.amount.hedge is not Hedge.NONE or years != int(years) or not _FULL <= years <= _OLDEST:
        return False
    if isinstance(value, Number) and value.noun is not None and value.noun not in ("year", "years"):
        return False
    ahead, behind = left(article, claim.span.start, 50), right(article, claim.span.end, 40)
    if _MEASURED.match(behind):
        return False
    if _OLD_THINGS.search(ahead):
        return False
    if _AGED.search(ahead) or (_THEN_AGED.fullmatch(ahead) and behind.startswith(".")):
        return True
    if _AT.search(ahead):
        return _CLOSED.match(behind) is not None
    old = _YEARS.match(behind) or article.page.text(claim.span).endswith(("old", "of age"))
    if _AS_ONE.search(ahead):
        return bool(old) and not ahead.rstrip().lower().endswith("the")
    return _BEING.search(ahead) is not None and (bool(old) or _WHEN.match(behind) is not None)


def _told(article: Article, birth: Fact, age: Claim) -> Iterator[AgeTold]:
    """An age with the date of its clause, or with that of the death it tells."""
    block = article.page.block_at(age.span.start)
    if block is None or block.form not in (Form.PARAGRAPH, Form.ITEM):
        return
    sentence = sentence_at(article, age.span.start)
    if block.form is Form.ITEM:
        sentence = block.span
    text = article.page.prose.text[sentence.start : sentence.end]
    if _DOUBTED.search(text) or not _is_own(article, block, sentence, age):
        return
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE and claim.value != birth.value]
    close = [date for date in dates if _one_clause(article, date, age)]
    dates = close if len(dates) > 1 == len(close) else dates
    if len(dates) == 1 and _goes_on(article, dates[0]):
        return
    if len(dates) == 1 and _plain(dates[0]) and _one_clause(article, dates[0], age):
        yield AgeTold(birth, age, dates[0])
    elif not dates and _THEN_AGED.fullmatch(article.page.prose.text, sentence.start, age.span.start):
        date = _of_sentence_before(article, block, sentence, birth)
        if date is not None:
            yield AgeTold(birth, age, date)
    elif not dates and _dies(article, sentence, age):
        deaths = dated_deaths(article, birth)
        if deaths:
            yield AgeTold(birth, age, deaths[0])


def _of_sentence_before(article: Article, block: Block, sentence: ProseSpan, birth: Fact) -> Claim | None:
    """The one date of the sentence before "She was fifty-five", which is about the person as well."""
    if sentence.start <= block.span.start + 1:
        return None
    before = sentence_at(article, sentence.start - 2)
    dates = [claim for claim in claims_in(article, before) if claim.kind is Kind.DATE and claim.value != birth.value]
    if not dates and _DIED.search(article.page.prose.text, *before):
        dates = dated_deaths(article, birth)[:1]
    words = _WORD.findall(article.page.prose.text[before.start : before.end])
    own = {*_WORD.findall(article.page.title), "He", "She"}
    return dates[0] if len(dates) == 1 and _plain(dates[0]) and words[:1] and words[0] in own else None


def _dies(article: Article, sentence: ProseSpan, age: Claim) -> bool:
    """Whether the clause of an age tells of the death."""
    if age.pattern == "birthday":
        return _NEAR_DEATH.search(article.page.prose.text, *sentence) is not None
    ahead = article.page.prose.text[sentence.start : age.span.start]
    clause = re.split(r"; | but |, and ", ahead)[-1]
    return _DIED.search(clause) is not None


def _one_clause(article: Article, date: Claim, age: Claim) -> bool:
    """Whether a date and an age stand in one clause."""
    first, last = sorted((date.span, age.span))
    apart = gap(article, first.end, last.start)
    if date.span < age.span and _THEN.match(apart) and not _APART.search(apart[1:]):
        return True
    return _APART.search(apart) is None


def _is_own(article: Article, block: Block, sentence: ProseSpan, age: Claim) -> bool:
    """Whether the article's person, and nobody else, is what a sentence or an item is about up to its age."""
    page = article.page.prose.text
    behind = page[age.span.end : sentence.end]
    told = _PREDICATE.sub(" ", page[sentence.start : sentence.end])
    stop = _APART.search(behind)
    upto = page[sentence.start : age.span.end + (stop.start() if stop else len(behind))]
    words = {word.lower() for word in _WORD.findall(_PREDICATE.sub(" ", upto))}
    strange = article.parties.strange & {"he", "she"}
    if words & (others() | strange):
        return False
    said = _WORD.findall(told)
    if block.form is Form.ITEM:
        return _KEY.match(page, sentence.start) is not None and said[:1] != []
    own = set(_WORD.findall(article.page.title))
    pronouns = {"He", "She", "he", "she"} - {word for each in strange for word in (each, each.title())}
    opening = _OPENS.match(page, sentence.start)
    start = opening.end() if opening else sentence.start
    first = _WORD.match(page, start)
    subject = _WORD.match(page, sentence.start)
    if any(each is not None and each[0] in own for each in (first, subject)):
        return True
    being = _WAS.search(page, sentence.start, age.span.start)
    if being is not None and being[1] in own:
        return True
    known = any(each is not None and each[0] in pronouns for each in (first, subject))
    known = known or any(f" {word} " in behind[:12] for word in pronouns)
    return known and _undisturbed(article, block, sentence, strange)


def _undisturbed(article: Article, block: Block, sentence: ProseSpan, strange: frozenset[str]) -> bool:
    """Whether the sentence before one with "he" or "she" has nobody else of whom that may tell."""
    if sentence.start <= block.span.start + 1:
        return True
    before = sentence_at(article, sentence.start - 2)
    text = article.page.prose.text[max(before.start, block.span.start) : sentence.start]
    words = [word.lower() for word in _WORD.findall(_PREDICATE.sub(" ", text))]
    kin = others() - (_HERS if "he" in strange else _HIS)
    named = next((at for at, word in enumerate(words) if word in kin), len(words))
    own = {word.lower() for word in _WORD.findall(article.page.title)} | {"he", "she"} - strange
    if words[:1] and words[0] in own:
        words = words[named:]  # "Berg learned it from her mother.": of whom nothing is told
    return named == len(words) or not any(is_past(word) for word in words)


def _plain(claim: Claim) -> bool:
    """Whether a date is one day, month, season or year."""
    value = claim.value
    exact = isinstance(value, Date) and not value.circa and value.precision in tuple(Precision)[:4]
    return exact and not claim.parts and not claim.quoted


def _goes_on(article: Article, claim: Claim) -> bool:
    """Whether a date is the first of two: "748–750"."""
    return article.page.prose.text[claim.span.end : claim.span.end + 1] in ("–", "-", "/")


_HIS = frozenset(
    ("mother", "sister", "sisters", "wife", "daughter", "daughters", "aunt", "niece", "widow", "girlfriend")
)
_HERS = frozenset(
    ("father", "brother", "brothers", "husband", "son", "sons", "uncle", "nephew", "widower", "boyfriend")
)
