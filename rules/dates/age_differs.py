"""An age is told that does not follow from the date of birth.

Why: the age at a death or an exploit is quoted on its own, and a wrong one shows that one of the dates is wrong too.

Right all the same: ages were counted otherwise (from one at birth, or "in his 80th year"), or the sentence is about
somebody else than the person of the article. Only sentences about that person with one date in them are looked at, and
where a date is known to the year only, a year more or less is left alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Duration, Number
from articles.claims.written import Hedge
from articles.facts.fact import Fact
from articles.page import Form
from rules.finding import Confidence, Severity
from rules.laws.nearby import after, block_of, gap, left, occurrences, right
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_NAMES = ("aged", "at the age of", "at age")
_WORD = re.compile(r"[A-Za-zé]+")
_OLDEST = 122
REACH = 240
"""How far a sentence is followed to either side."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Work out the age of the article's person at the date beside every age."""
    birth = _birth(article)
    if birth is None:
        return
    for at, word in _ages(article):
        age = after(article, at + len(word), 2)
        if age is None or gap(article, at + len(word), age.span.start) != " " or age.quoted:
            continue
        date = _own_date(article, age, birth)
        if date is not None and _about_person(article, age):
            yield from _judge(article, birth, age, date)


def _birth(article: Article) -> Fact | None:
    """The most exact date of birth; None where there are two, which another rule tells."""
    births = article.facts_by_property["born"]
    dates = [
        (fact, fact.value) for fact in births if fact.subject == article.page.title and isinstance(fact.value, Date)
    ]
    if not dates or any(value.circa for _, value in dates):
        return None
    fact, best = min(dates, key=lambda pair: _width(pair[1]))
    return fact if all(best.overlaps(value) for _, value in dates) else None


def _ages(article: Article) -> Iterator[tuple[int, str]]:
    for word in _NAMES:
        for at in occurrences(article, (word,)):
            yield at, word


def _width(value: Date) -> int:
    wide = 10**9
    return wide if value.earliest is None or value.latest is None else value.latest - value.earliest


def _sentence(article: Article, claim: Claim) -> tuple[int, int]:
    start = claim.span.start - len(left(article, claim.span.start, REACH))
    return start, claim.span.end + len(right(article, claim.span.end, REACH))


def _own_date(article: Article, age: Claim, birth: Fact) -> Claim | None:
    """The date of the sentence, if it has one only beside the birth."""
    start, end = _sentence(article, age)
    known = article.claims_by_kind.get("date", ())
    dates = [claim for claim in known if start <= claim.span.start < end and claim.value != birth.value]
    if len(dates) != 1 or dates[0].parts or not isinstance(dates[0].value, Date):
        return None
    return None if dates[0].value.circa or dates[0].value.precision not in tuple(Precision)[:4] else dates[0]


def _about_person(article: Article, age: Claim) -> bool:
    """Whether a sentence speaks of the article's person and of nobody else."""
    block = block_of(article, age.span.start)
    if block is not None and block.form is Form.FIELD:
        return True
    start, end = _sentence(article, age)
    words = _WORD.findall(article.page.prose.text[start:end])
    if _others().intersection(word.lower() for word in words):
        return False
    name = set(_WORD.findall(article.page.title))
    return bool(name.intersection(words)) or bool({"he", "she"}.intersection(word.lower() for word in words))


@cache
def _others() -> frozenset[str]:
    path = Path(__file__).parent.parent.joinpath("laws", "lives.toml")
    return frozenset(tomllib.loads(path.read_text("utf-8"))["others"].split())


def _judge(article: Article, birth: Fact, age: Claim, date: Claim) -> Iterator[Verdict | Outcome]:
    value, born = age.value, birth.value
    if not isinstance(value, Number | Duration) or not isinstance(born, Date) or not isinstance(date.value, Date):
        return
    if value.amount.hedge is not Hedge.NONE or value.amount.value > _OLDEST or getattr(value, "unit", "year") != "year":
        return
    low, high = _age(born, date.value)
    if low is None or high is None or high < 0:
        return
    said = int(value.amount.value)
    slack = 0 if born.precision is date.value.precision is Precision.DAY else 1
    if low - slack <= said <= high + slack:
        yield Outcome.CONSISTENT if low <= said <= high else Outcome.BY_ROUNDING
        return
    birthday, when = (" ".join(article.page.text(span).split()) for span in (birth.span, date.span))
    real = str(high) if low == high else f"{low} or {high}"
    yield Verdict(
        f"born {birthday}, {real} years old on {when}, not {said}",
        (Mark(age.span, f"not {real}"), Mark(date.span, f"at this date {real} years old"), Mark(birth.span, "born")),
        calculation=f"{when} - {birthday} = {real} years, not {said}",
        severity=Severity.WARNING if min(abs(said - low), abs(said - high)) == 1 else None,
    )


def _age(birth: Date, date: Date) -> tuple[int | None, int | None]:
    """The completed years of life at a date, least and most."""
    low = None if birth.latest is None or date.earliest is None else _years(birth.latest, date.earliest)
    high = None if birth.earliest is None or date.latest is None else _years(birth.earliest, date.latest)
    return low, high


def _years(first: int, last: int) -> int:
    one, other = civil(first), civil(last)
    return other[0] - one[0] - (other[1:] < one[1:])


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet.\n\n== Life ==\n\n"
            "She died on ⟦2:2 June 1920⟧, aged ⟦1:77⟧, in Norby."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – 2 June 1920) was a poet.\n\n== Life ==\n\n"
            "In ⟦2:1871⟧, at the age of ⟦1:25⟧, she left Norby."
        ),
        wikitext(
            "{{Infobox person\n| name = Ada Berg\n| birth_date = ⟦3:3 May 1850⟧\n"
            "| death_date = ⟦2:2 June 1920⟧ (aged ⟦1:77⟧)\n}}\n'''Ada Berg''' was a poet.",
            title="Ada Berg",
        ),
    ),
    good=(
        Example(
            "= Ada Berg =\n\nAda Berg (born 3 May 1850) was a poet.\n\n== Life ==\n\n"
            "She died on 2 June 1920, aged 70, in Norby. In 1871, at the age of 20, she had left it. "
            "Her brother died in 1900, aged 31."
        ),
        Example("= Ada Berg =\n\nAda Berg (born c. 1850) was a poet.\n\n== Life ==\n\nShe died in 1920, aged 77."),
    ),
    properties=frozenset({"born"}),
)
