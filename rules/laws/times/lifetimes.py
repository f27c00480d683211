"""Whose life an article dates: its own person's, and those of others named with their years, "Ana Roe (1856–1943)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.facts.gazetteer import Form, gazetteer, plain
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.times.deeds import words
from rules.laws.times.vitals import own as own_vital
from rules.laws.times.vitals import pairs

_EXACT = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
_NAME = worded(__file__, r"(?<![\w’'-])(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:{particles}|[A-Z]\.|[A-Z][\w’'-]+)){1,4} ?$")
_NUMERAL = regex(r"[IVX]{1,5}")
_PERSONAL = regex(r"\b(?:he|she|his|her|him|who|whose|himself|herself|born)\b", re.IGNORECASE)
_APART = regex(r"[ \xa0][–—-][ \xa0]")
NEAR = 400
"""How far behind a name "he" or "she" shows that it is a person's."""
YEAR = 365.2425
SHORTEST, LONGEST = 25, 110
"""Years behind a name are taken for a life, not for an office, only within these bounds."""
MOST = 200
"""So many persons are looked for, each in the whole text; an article that tells of more is a list."""


class Point(NamedTuple):
    """A birth or a death: its days and where it is told."""

    date: Date
    span: ProseSpan


class Life(NamedTuple):
    """A person's birth and death, as far as they are told, and the names by which the text may call them.

    ``start`` is where the text may speak of them from; ``own`` says that the article is about them.
    """

    names: tuple[str, ...]
    born: Point | None
    died: Point | None
    start: int
    own: bool


def is_life(article: Article, birth: Fact) -> bool:
    """Whether the bracket behind a name tells a life ("1248 – 1219"), not a range of years ("1248–1219")."""
    if birth.pattern != "bracket" or not isinstance(birth.value, Date):
        return False
    end = birth.span.end
    return birth.value.precision is not Precision.YEAR or _APART.match(article.page.prose.text, end) is not None


def own_life(article: Article) -> Life | None:
    """The life of the article's person; None where it is about none, or where its dates conflict."""
    about = article.parties
    born, died = (_point(article, name) for name in ("born", "died"))
    if not about.person or (born is None and died is None):
        return None
    names = _names(about.own)
    return Life((*names, *_middle(names[0])), born, died, 0, own=True)


def other_lives(article: Article) -> Iterator[Life]:
    """Everybody whose name is followed by two dates in brackets that can be a birth and a death, once each."""
    text = article.page.prose.text
    known: set[tuple[str, ...]] = set()
    for claim in article.claims_by_kind.get("date", ()):
        start, end = claim.span
        if len(claim.parts) != 2 or text[end : end + 1] != ")" or text[start - 1 : start] != "(":
            continue
        found = _NAME.search(text, max(text.rfind("\n", max(start - 80, 0), start) + 1, start - 80), start - 1)
        life = _life(claim, found) if found and _may_be_person(found[0]) else None
        if life is not None and life.names not in known:
            known.add(life.names)
            # "In 1880 Brandt opened a branch" is told of the firm that has its founder's name.
            firm = not article.parties.person and life.names[-1] in article.page.title
            yield life._replace(names=life.names[:1]) if firm else life
        if len(known) == MOST:
            return


def lives_told(article: Article) -> Iterator[tuple[str, Point, Point]]:
    """Everybody whose birth and death stand side by side, whatever they are: a name, the birth and the death."""
    for who, born, died in article.once(pairs):
        if isinstance(born.value, Date) and isinstance(died.value, Date):
            yield who or "somebody", Point(born.value, born.span), Point(died.value, died.span)


def _may_be_person(name: str) -> bool:
    """Whether no word of a name is a state's, a people's, a ruler's number or a thing's."""
    said = name.split()
    if any(_NUMERAL.fullmatch(word) or word in words()["things"] for word in said):
        return False
    readings = (gazetteer().find([plain(word)], 0) for word in said)
    return not any(found and any(one.form is not Form.CITY for one in found[1]) for found in readings)


def personal(article: Article, life: Life) -> bool:
    """Whether a life is surely a person's: the article's own, or one with "he" or "she" behind the name."""
    return life.own or _PERSONAL.search(article.page.prose.text, life.start, life.start + NEAR) is not None


def _life(claim: Claim, name: re.Match[str]) -> Life | None:
    born, died = (Point(part.value, part.span) for part in claim.parts if isinstance(part.value, Date))
    if any(point.date.precision not in _EXACT or point.date.circa for point in (born, died)):
        return None
    assert born.date.earliest is not None
    assert died.date.latest is not None
    length = (died.date.latest - born.date.earliest) / YEAR
    if not SHORTEST <= length <= LONGEST:
        return None
    return Life(_names(name[0].strip()), born, died, name.start(), own=False)


def _names(name: str) -> tuple[str, ...]:
    """The whole name, and the last word of it."""
    name = re.sub(r"\s*\([^()]*\)$", "", name)
    last = name.split()[-1] if name else ""
    return (name, last) if " " in name and last[:1].isupper() and len(last) > 2 else (name,)


def _middle(name: str) -> tuple[str, ...]:
    """The surnames before the last word of a name: "Amat" of "Pedro Amat de Luna"."""
    return tuple(word for word in name.split()[1:-1] if len(word) > 3 and word[0].isupper())


def _point(article: Article, name: str) -> Point | None:
    """The finest date of a birth or a death of the article's own person, if all that is told of it agrees."""
    facts = [fact for fact in article.facts_by_property.get(name, ()) if fact.polarity and _own(article, fact)]
    told = [Point(fact.value, fact.span) for fact in facts if isinstance(fact.value, Date)]
    if not told:
        date = own_vital(article, name) if not facts else None
        return Point(date.value, date.span) if date is not None and isinstance(date.value, Date) else None
    if any(point.date.circa or point.date.precision not in _EXACT for point in told):
        return None
    best = min(told, key=lambda point: (_width(point.date), point.span))
    return best if all(point.date.overlaps(best.date) for point in told) else None


def _own(article: Article, fact: Fact) -> bool:
    return fact.subject == article.parties.own


def _width(date: Date) -> int:
    wide = 10**9
    return wide if date.earliest is None or date.latest is None else date.latest - date.earliest


def year(date: Date) -> int:
    """The year a date with an end lies in, by its earlier end."""
    day = date.earliest if date.earliest is not None else date.latest
    return civil(day)[0] if day is not None else 0
