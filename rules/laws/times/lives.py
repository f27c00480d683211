"""The person an article is about: when born, and the ages that are told with a date.

Only sentences about that person and nobody else, with one date beside the birth, are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind, Ordinal
from articles.facts.fact import Fact
from articles.page import Form, Place
from articles.regex import regex
from articles.words import data_file, worded
from rules.laws.nearby import after, before, gap, left, occurrences, right, within

_NAMES = ("aged", "at the age of", "at age", "to the age of", "to the ripe age of", "to be", "died at")
_AS_CHILD = ("boy of", "girl of", "lad of", "youth of", "child of", "man of", "woman of")
_YEAR = regex(r" year(?:[.,;)]|$| (?:at|in|on|and|from|after|of (?:his|her) (?:life|age))\b)")
_GROWN = 20
"""Before this year of life "in his third year" is of a post, or of a school."""
_IN_THE = worded(
    __file__, r"\b(?:died|passed away|{taking-off})(?:(?! and | that | which )[^.;:]){0,60} in (?:his|her) $"
)
_PHRASE = regex(r"[A-Z][a-z]+(?:ed|n|t|ght) [^,;:().]{0,90}, (?:he|she|[A-Z][\w’'-]+)\b")
"""A participle with its phrase and the subject behind it: "Orphaned in 1805 at the age of eleven, he"."""
_TAKEN_OFF = worded(__file__, r"\b{taking-off}\b[^.;:]{0,60}$")
"""Before an age, what took the life of the person of a paragraph: "a fever carried him off at the age of"."""
_OPENER = "at"
"""What makes a number an age only at the head of a sentence: "At 25, she moved"."""
_BEING = ("he was", "she was", "and was")
_TURNED = ("turned",)
_AT_DEATH = (
    "at his death",
    "at her death",
    "at the time of his death",
    "at the time of her death",
    "when he died",
    "when she died",
)
_BEFORE_DEATH = frozenset((" ", " old ", " years old ", " of age ", " years of age "))
_FOLLOWS = regex(r",? (?:he|she|[A-Z][\w’'-]+)\b")
_WHEN = regex(r",? when,? ")
_OLD = "old"
_NAMED = regex(r" ([A-Z][\w’'-]+)")
_AS_ONE = regex(r"\bas an? $")
_WAS = regex(r"\b([Hh]e|[Ss]he|[A-Z][\w’'-]+) (?:was|had been)(?: (?:then|only|just|already|barely|by then|by now))* $")
_SUBJECT = regex(r"(he|she|[A-Z][\w’'-]+)\b")
"""What begins a clause behind a semicolon."""
_PRONOUNS = frozenset(("He", "She"))
_SUBJECTS = frozenset(("he", "she"))
_CHILD_OF = regex(r"\b[Tt]he (?:[a-z]+ ){0,2}(?:son|daughter|child) of ")
"""Before a name, whose child the person is."""
_UNTIL = regex(r"\b(?:until|till|before|after|unless|if|by the time) $")
_APPOSED = regex(r"(?:, (?:still |then |only )?|\b(?:[Aa]s|was|when|while|still) )an? (?:young |mere |little )?$")
"""Before "boy of fourteen", what makes it the subject of the sentence, and nobody whom it met."""
_OBJECTS = frozenset(("him", "her"))
_BEINGS = frozenset(("was", "aged"))
_SHORT = 2
_OPENS = regex(r"([A-Z][\w’'-]+) [a-z]")
_CLAUSE = regex(r"\b(?:where|when|and|but|until|after which) (he|she)\b")
_THEN = r"[^.;:()]{0,90} (?:and|but|then) "
_NAME = r"(?:[A-Z][a-z]+ [^,;:.()]{2,60}, )?(?:[A-Z][\w’'-]+ ){0,2}?"
"""What may stand before the last name of a subject: a participle with its phrase, and first names."""
_DIED = worded(
    __file__, rf"{_NAME}(he|she|[A-Z][\w’'-]+) (?:{_THEN})?(?:[a-z]+ )?(?:died|passed away|was {{killed}})\b"
)
_DOUBTED = worded(__file__, r"\b{doubted}\b")
_LIVED = regex(r"([A-Z][\w’'-]+) (?:[a-z]+ )?lived\b")
_LINE = regex(r",?(?:(?! (?:and|but|while|before|after|until|that|which|who|where) )[^,;:()\n])*")
_WORD = regex(r"[A-Za-zé]+")
_REACH = 240
"""How far a sentence is followed to either side."""

_GAPS = (" ", " only ", " just ")
_APART = 8
"""How many characters may stand between an age and its date: \", in \"."""


class AgeTold(NamedTuple):
    """An age, the date it is told for, and the birth it counts from."""

    birth: Fact
    age: Claim
    date: Claim


def ages(article: Article) -> Iterator[AgeTold]:
    """Every age of the article's person that is told with a date, once."""
    birth = birth_of(article)
    told: set[int] = set()
    for each in (*_worded(article, birth), *_years_old(article, birth)) if birth is not None else ():
        if each.age.span.start not in told:
            told.add(each.age.span.start)
            yield each


def _worded(article: Article, birth: Fact) -> Iterator[AgeTold]:
    """The ages that a word before the number tells: "aged 25", "at the age of 25", "she was 25"."""
    yield from _at_death(article, birth)
    yield from _in_year(article, birth)
    for word in (*_NAMES, *_AS_CHILD, _OPENER, *_BEING, *_TURNED, *_named(article)):
        for at in occurrences(article, (word,)):
            if word == _OPENER and article.page.prose.text[at] != "A":
                continue
            if word in _AS_CHILD and not _APPOSED.search(article.page.prose.text, max(at - 24, 0), at):
                continue
            age = after(article, at + len(word), 8)
            if age is None or gap(article, at + len(word), age.span.start) not in _GAPS or age.quoted:
                continue
            if isinstance(age.value, Ordinal):
                continue  # "he was third in the race of 1953"
            date = _date_of(article, word, at, age, birth)
            if date is not None and _about_person(article, age, date):
                yield AgeTold(birth, age, date)


def _in_year(article: Article, birth: Fact) -> Iterator[AgeTold]:
    """The years of life in which the person is said to have died: "died in his sixtieth year"."""
    text = article.page.prose.text
    for claim in article.claims_by_kind.get(Kind.ORDINAL, ()):
        led = _YEAR.match(text, claim.span.end) and _IN_THE.search(left(article, claim.span.start, 110))
        grown = isinstance(claim.value, Ordinal) and claim.value.amount.value >= _GROWN
        if not led or not grown or claim.quoted:
            continue
        date = _death(article, _NAMES[0], claim, birth)
        if date is not None and _about_person(article, claim, date):
            yield AgeTold(birth, claim, date)


def _named(article: Article) -> tuple[str, ...]:
    """The person's own names before "was": "Berg was nineteen when"."""
    names = _WORD.findall(article.page.title.partition("(")[0].partition(" of ")[0])
    return tuple(f"{name.lower()} was" for name in dict.fromkeys(names[:1] + names[-1:]) if len(name) > _SHORT)


def _years_old(article: Article, birth: Fact) -> Iterator[AgeTold]:
    """The ages that "years old" tells: "as an eleven-year-old", "the nineteen-year-old Berg", "he was then thirty"."""
    text = article.page.prose.text
    for age in article.claims_by_kind.get(Kind.DURATION, ()):
        if age.quoted or not age.pattern.startswith("age-") or not text.startswith(_OLD, age.span.end - len("old")):
            continue
        named = _NAMED.match(text, age.span.end)
        if text.startswith("-", age.span.end - len("-old")):
            sure = named is not None and _is_own(article, named[1])
            sure = sure or _AS_ONE.search(text, max(age.span.start - 8, 0), age.span.start) is not None
        else:
            being = _WAS.search(text, max(age.span.start - 40, 0), age.span.start)
            sure = (
                being is not None
                and not _UNTIL.search(text, max(being.start() - 16, 0), being.start())
                and (being[1].lower() in _SUBJECTS or _is_own(article, being[1]))
            )
        date = (_own_date(article, age, birth) or _date_before(article, age, birth)) if sure else None
        if date is not None and _about_person(article, age, date):
            yield AgeTold(birth, age, date)


def _date_before(article: Article, age: Claim, birth: Fact) -> Claim | None:
    """The one date of the main clause before a semicolon, where the one with the age says "then"."""
    start, _ = _sentence(article, age)
    text = article.page.prose.text
    if text[start - 2 : start] != "; " or " then " not in text[start : age.span.start]:
        return None
    before = start - 2 - len(left(article, start - 2, _REACH))
    dates = [claim for claim in within(article, before, start) if claim.kind is Kind.DATE]
    dates = [claim for claim in dates if claim.value != birth.value]
    return dates[0] if len(dates) == 1 and _plain(dates[0]) else None


def _at_death(article: Article, birth: Fact) -> Iterator[AgeTold]:
    """The ages that the person is said to have had at death: "was sixty-two years old at his death"."""
    deaths = dated_deaths(article, birth)
    for word in _AT_DEATH if deaths else ():
        for at in occurrences(article, (word,)):
            age = before(article, at, 16)
            if age is None or age.quoted or gap(article, age.span.end, at) not in _BEFORE_DEATH:
                continue
            start, end = _sentence(article, age)
            words = {word.lower() for word in _WORD.findall(article.page.prose.text[start:end])}
            if words.isdisjoint(others() | article.parties.strange & _SUBJECTS) and not words.isdisjoint(_BEINGS):
                yield AgeTold(birth, age, deaths[0])


def _date_of(article: Article, word: str, at: int, age: Claim, birth: Fact) -> Claim | None:
    """The date an age is told for: beside it, behind it where the age opens the sentence, or the death's."""
    date = _own_date(article, age, birth)
    if date is None:
        return _death(article, word, age, birth)
    if word in _NAMES and _is_death(article, date, birth):
        return date
    text = article.page.prose.text
    since = text.endswith(" when ", 0, at)
    being = word.endswith(" was")
    when = _WHEN.match(text, age.span.end) if being else None
    told = when is not None if being else _FOLLOWS.match(text, age.span.end) is not None
    heads = being or text[at].isupper() or text.endswith("As a ", 0, at)
    told_from = when.end() if when else age.span.end
    follows = date.span.start > age.span.end and _LINE.fullmatch(text, told_from, date.span.start) is not None
    if told and heads and follows and date.span.start - age.span.end <= _REACH // 2:
        return date
    old = article.page.text(age.span).endswith(" old") or text.startswith(" years old", age.span.end)
    if word == _OPENER or (being and not since and not follows and not old):
        return None
    apart = text[min(date.span.end, age.span.end) : max(date.span.start, at)]
    return None if ";" in apart else date if _beside(at - len(" when") * since, age, date) else None


def _death(article: Article, word: str, age: Claim, birth: Fact) -> Claim | None:
    """The date of the person's death, where a sentence without a date says at what age it was."""
    start, end = _sentence(article, age)
    block = article.page.block_at(start)
    if word not in _NAMES or block is None or block.form is not Form.PARAGRAPH:
        return None
    text = article.page.prose.text
    if _taken_off(article, start, age):
        return next(iter(dated_deaths(article, birth)), None)
    lived = _LIVED.match(text, start, age.span.start) if word.startswith("to ") else None
    died = lived or _DIED.match(text, start, age.span.start)
    if died is None or not _is_own(article, died[1]):
        return None
    if (
        died[1].capitalize() in _PRONOUNS
        and block.place is not Place.LEAD
        and _others_in(article, block.span.start, start, died[1])
    ):
        return None
    if any(claim.kind is Kind.DATE and claim.value != birth.value for claim in within(article, start, end)):
        return None
    return next(iter(dated_deaths(article, birth)), None)


def _taken_off(article: Article, start: int, age: Claim) -> bool:
    """Whether something is said to have taken the person's life: nobody else is told of before in the paragraph."""
    block = article.page.block_at(start)
    found = _TAKEN_OFF.search(article.page.prose.text, start, age.span.start)
    if found is None or block is None:
        return False
    told = _CHILD_OF.sub(" ", article.page.prose.text[block.span.start : age.span.start])
    pronoun = "she" if " her " in found[0] else "he"
    words = {word.lower() for word in _WORD.findall(told)}
    return pronoun not in article.parties.strange and words.isdisjoint(others())


def _others_in(article: Article, start: int, end: int, pronoun: str) -> bool:
    """Whether a paragraph, up to a sentence with a pronoun, names somebody else whom it may stand for."""
    words = {word.lower() for word in _WORD.findall(article.page.prose.text[start:end])}
    return pronoun.lower() in article.parties.strange or not words.isdisjoint(others())


def dated_deaths(article: Article, birth: Fact) -> list[Claim]:
    """The dates of the person's death."""
    return [
        fact.claim
        for fact in article.facts_by_property.get("died", ())
        if fact.subject == birth.subject and isinstance(fact.value, Date) and not fact.value.circa and fact.claim
    ]


def _is_death(article: Article, date: Claim, birth: Fact) -> bool:
    """Whether a day is that of the person's death, as infobox or lead tell it: no relative died then."""
    if not isinstance(date.value, Date) or date.value.precision is not Precision.DAY:
        return False
    days = [claim for claim in dated_deaths(article, birth) if claim.value == date.value]
    blocks = [article.page.block_at(claim.span.start) for claim in days]
    return any(block is not None and block.place in (Place.INFOBOX, Place.LEAD) for block in blocks)


def _is_own(article: Article, word: str) -> bool:
    """Whether a word that opens a sentence stands for the article's person."""
    return word.capitalize() in _PRONOUNS or word in _WORD.findall(article.page.title)


def _beside(at: int, age: Claim, date: Claim) -> bool:
    """Whether an age, whose words start at a place, stands right beside a date: "in 1871, at the age of 25"."""
    apart = at - date.span.end if date.span.end <= at else date.span.start - age.span.end
    return 0 <= apart <= _APART


def completed_years(birth: Date, date: Date) -> tuple[int | None, int | None]:
    """The completed years of life at a date, least and most."""
    low = None if birth.latest is None or date.earliest is None else _years(birth.latest, date.earliest)
    high = None if birth.earliest is None or date.latest is None else _years(birth.earliest, date.latest)
    return low, high


def _years(first: int, last: int) -> int:
    one, other = civil(first), civil(last)
    return other[0] - one[0] - (other[1:] < one[1:])


def birth_of(article: Article) -> Fact | None:
    """The most exact date of birth; None where there are two, which another rule tells."""
    births = [fact for fact in article.facts_by_property.get("born", ()) if fact.scope.basis is None]
    dates = [
        (fact, fact.value) for fact in births if fact.subject == article.page.title and isinstance(fact.value, Date)
    ]
    if not dates or any(value.circa for _, value in dates):
        return None
    fact, best = min(dates, key=lambda pair: _width(pair[1]))
    return fact if all(best.overlaps(value) for _, value in dates) else None


def _width(value: Date) -> int:
    wide = 10**9
    return wide if value.earliest is None or value.latest is None else value.latest - value.earliest


def _sentence(article: Article, claim: Claim) -> tuple[int, int]:
    """The sentence of a claim, or the main clause between semicolons of which the person is the subject."""
    start = claim.span.start - len(left(article, claim.span.start, _REACH))
    end = claim.span.end + len(right(article, claim.span.end, _REACH))
    text = article.page.prose.text
    cut = text.rfind("; ", start, claim.span.start) + 2
    subject = _SUBJECT.match(text, cut) if cut > start else None
    if subject is not None and (subject[1] in _SUBJECTS or _is_own(article, subject[1])):
        words = {word.lower() for word in _WORD.findall(text[start:cut])}
        start = cut if words.isdisjoint(others()) else start
    stop = text.find("; ", claim.span.end, end)
    return start, stop if stop >= 0 else end


def _own_date(article: Article, age: Claim, birth: Fact) -> Claim | None:
    """The date of the sentence, if it has one only beside the birth."""
    known = (claim for claim in within(article, *_sentence(article, age)) if claim.kind is Kind.DATE)
    dates = [claim for claim in known if claim.value != birth.value]
    return dates[0] if len(dates) == 1 and _plain(dates[0]) else None


def _plain(claim: Claim) -> bool:
    """Whether a date is one day, month, season or year."""
    value = claim.value
    return not claim.parts and isinstance(value, Date) and not value.circa and value.precision in tuple(Precision)[:4]


def _about_person(article: Article, age: Claim, date: Claim) -> bool:
    """Whether what tells of an age speaks of the article's person and of nobody else.

    In a sentence that begins with the person, "where he" and "when she" begin what tells of it.
    """
    block = article.page.block_at(age.span.start)
    if block is not None and block.form is Form.FIELD:
        return True
    start, end = _sentence(article, age)
    text = article.page.prose.text
    if _DOUBTED.search(article.lowered, start, end):
        return False  # "aged 69 as her gravestone has it"
    inside = start <= date.span.start < end
    phrase = _PHRASE.match(text, start, end)
    if phrase is not None and max(date.span.end, age.span.end) < phrase.end():
        end = phrase.end()
    opening = _OPENS.match(text, start, end)
    if opening is not None and _is_own(article, opening[1]):
        until = min(age.span.start, date.span.start) if inside else age.span.start
        begun = [found.start(1) for found in _CLAUSE.finditer(text, start, until)]
        start = begun[-1] if begun else start
        end = max(age.span.end, date.span.end) if inside else age.span.end
    words = {word.lower() for word in _WORD.findall(text[start:end])}
    if words & (others() | article.parties.strange & _SUBJECTS):
        return False
    name = {word.lower() for word in _WORD.findall(article.page.title)}
    return bool(words & (name | _SUBJECTS | _OBJECTS)) or _TAKEN_OFF.search(text, start, age.span.start) is not None


@cache
def others() -> frozenset[str]:
    """Words that give a sentence of a life another subject: kin, company, "who"."""
    return frozenset(data_file(__file__, "lives.toml")["others"].split())
