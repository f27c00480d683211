"""Two spellings of one person's name: as transcriptions differ (Volkonsky and Volkonski), or by a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple
from unicodedata import normalize

from articles.article import Article
from articles.facts.gazetteer import gazetteer
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.blocks import link_at, quoted
from rules.laws.cited import cited, in_italics
from rules.laws.nearby import sentence_at

_SMALL = "a-zß-öø-ÿĀ-῿"  # said so, a search is faster than by what is no letter
# The capital comes first and what must not stand before it second: so a search looks at capitals only. The surname is
# looked at only, because it may be the given name of the next pair: "Captain Mihály Keresz".
_PERSON = worded(
    __file__,
    rf"([A-ZÀ-Þ](?<![\w’'-].)[{_SMALL}]{{2,14}}) "
    rf"(?=((?!National\b)[A-ZÀ-Þ][A-ZÀ-Þ{_SMALL}]{{4,19}})(?![\w-])"
    rf"(?!['’]s [A-Z]| (?!{{bearers}}\b)[A-ZÀ-Þ][A-ZÀ-Þ{_SMALL}]{{2}}))",
)
_WORD = regex(rf"[A-ZÀ-Þ](?<![\w’'-].)[{_SMALL}]{{5,19}}(?![\w-])(?! [A-ZÀ-Þ])")
_ACTS = worded(__file__, r"(?:['’]s? [a-z]|,? (?:{acts}|[a-z]{2,}ed)\b)")
_BY = regex(r"\b(?:by|with|when|that|while|who|and|but|as|where) $")
"""Beside a surname alone: it is a person's."""
_TOLD = frozenset((Form.PARAGRAPH, Form.CAPTION, Form.FIELD))
_LISTED = frozenset((Form.ITEM, Form.CELL))
_PLACES = frozenset((Place.LEAD, Place.BODY, Place.CAPTION, Place.INFOBOX, Place.TABLE))
_ALIKE = (
    ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("chr", "kr"), ("kh", "h"), ("ph", "f"), ("f", "v"), ("th", "t"),
    ("ck", "k"), ("x", "ks"), ("ts", "z"), ("tz", "z"), ("y", "i"), ("w", "v"), ("j", "i"), ("ou", "u"), ("oo", "u"),
    ("ei", "i"), ("ai", "i"), ("ee", "i"),
)  # fmt: skip
_HARD = regex(r"c(?!h)")
_DOUBLE = regex(r"(.)\1")
_CLOSED = regex(r"(?<=[^aeiou])er$")
_OPENED = regex(r"^ie")
_ENDS = str.maketrans(
    "YyJjWwCcKkXxZzPpÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÇÑŠŽČĆáàâäãåéèêëíìîïóòôöõúùûüçñšžčćđłŁĐ",
    "EiEiVvKkKkKkZzFfAAAAAAEEEEIIIIOOOOOUUUUKNSZKKaaaaaaeeeeiiiiooooouuuuknszkkdlLD",
)
"""Letters that transcriptions take for each other at the ends of names."""
_INNER = str.maketrans("ao", "eu")
_OTHER = worded(__file__, r"\b{other}\b", re.IGNORECASE)
"""In a sentence with a name: it is another one's, or the article itself speaks of the spelling."""
_KIN = worded(__file__, r"\b{kin}\b[^.;\n]*$")
"""Right before a name: it is that of a relative."""
_FILE = regex(r"\.(?:jpe?g|png|svg|gif|tiff?|webm|ogg|pdf)\b", re.IGNORECASE)
_NEAR = 24
_NO_NAMES = WordList(__file__, "no-names")
MOST = 2000
"""More names than any article has persons are not compared."""
_CROWD = 400
"""Where so many are named, two names that differ in a letter may be those of two persons."""
_FEW = 60
"""Where more are named, a surname alone may be anybody's."""
_LEAST, _LONG = 6, 9
"""A shorter surname, a shorter given name has too many neighbours."""


class Spelt(NamedTuple):
    """One person's name in its two spellings, every place of each."""

    first: list[ProseSpan]
    second: list[ProseSpan]


class Person(NamedTuple):
    """A given name and a surname as they are written."""

    given: str
    surname: str


def name_spellings(article: Article) -> Iterator[Spelt]:
    """Persons whose names sound alike and are spelt in two ways."""
    persons = dict.fromkeys(_PERSON.findall(article.page.prose.text))
    if len(persons) > MOST:
        return
    pairs = [pair for pair in _alike(persons) if not any(gazetteer().named(name) for person in pair for name in person)]
    places = _places(article, {person for pair in pairs for person in pair}) if pairs else {}
    told: set[int] = set()
    yield from _alone(article, persons)
    for one, other in pairs:
        if places[one] and places[other]:
            first, second = sorted((places[one], places[other]))
            ends = {first[0].end, second[0].end}
            if told.isdisjoint(ends) and _one_person(article, first, second):
                told |= ends
                yield Spelt(first, second)


def _alone(article: Article, persons: dict[tuple[str, str], None]) -> Iterator[Spelt]:
    """Persons who are called by a surname alone that is theirs but for its spelling: "Ivan Gorsky", "Gorski said"."""
    text, near = article.page.prose.text, dict[str, set[str]]()
    for given, surname in persons:
        if len(surname) >= _LEAST and _NO_NAMES.isdisjoint((given, surname)):
            near.setdefault(_ends(surname), set()).add(surname)
    names = {name for person in persons for name in person}
    words = dict.fromkeys(_WORD.findall(text)) if near and len(persons) <= _FEW else {}
    for word in words:
        alike = near.get(_ends(word), set()) if word not in names else set()
        same = [name for name in alike if _one_letter(word, name, _LEAST)]
        common = same and any(name.lower() in text or gazetteer().named(name) for name in (word, *same))
        if len(same) == 1 and not common:
            full = [ProseSpan(*each.span()) for each in re.finditer(rf"\b{same[0]}\b", text)]
            bare = [ProseSpan(*each.span()) for each in re.finditer(rf"\b{word}\b", text)]
            surely = _ACTS.match(text, bare[0].end) or _BY.search(text, max(bare[0].start - 8, 0), bare[0].start)
            if surely and len(bare) <= len(full) and _one_person(article, full, bare):
                yield Spelt(*sorted((full, bare)))


def _ends(name: str) -> str:
    return f"{name[0]}{name[-1]}".translate(_ENDS)


def _alike(persons: dict[tuple[str, str], None]) -> Iterator[tuple[Person, Person]]:
    """Two names that sound alike where no third one does, or that share the given name and differ in one letter."""
    sounds: dict[tuple[str, str], list[Person]] = {}
    for given, surname in _near(persons):
        sounds.setdefault((_sound(given), _sound(surname)), []).append(Person(given, surname))
    for alike in sounds.values():
        if len(alike) == 2:
            yield alike[0], alike[1]
    if len(persons) > _CROWD:
        return
    for part, least in ((0, _LEAST), (1, _LONG)):
        named: dict[str, list[Person]] = {}
        for alike in sounds.values():
            if len(alike) == 1:
                named.setdefault(alike[0][part], []).append(alike[0])
        for same in named.values():
            pairs = combinations(same, 2) if len(same) > 1 else ()
            yield from ((one, other) for one, other in pairs if _one_letter(one[1 - part], other[1 - part], least))


def _near(persons: dict[tuple[str, str], None]) -> Iterator[Person]:
    """The names that share their first letters and their last one with another: few do, and only they may be alike."""
    shared: dict[str, list[tuple[str, str]]] = {}
    for person in persons:
        given, surname = person
        shared.setdefault(f"{given[0]}{surname[0]}{surname[-1]}".translate(_ENDS), []).append(person)
    for near in shared.values():
        if len(near) > 1:
            yield from (Person(*person) for person in near if person[0] not in _NO_NAMES)


def _one_letter(one: str, other: str, least: int) -> bool:
    """Whether two names, long enough both, are one but for a letter: "Thornycroft" and "Thorneycroft"."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    if len(short) < least or len(long) - len(short) > 1 or short == long:
        return False
    head = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if head < 1 + (len(short) == len(long)) or head >= len(short) - 1:
        return False
    return short[head + (len(short) == len(long)) :] == long[head + 1 :]


@lru_cache(1 << 12)
def _sound(name: str) -> str:
    """A name as far as transcriptions agree on it; a last vowel tells Anna from Anne."""
    low = name.lower()
    if not low.isascii():
        low = "".join(letter for letter in normalize("NFD", low) if letter.isalpha())
    for spelt, sound in _ALIKE:
        low = low.replace(spelt, sound)
    low = _DOUBLE.sub(r"\1", _OPENED.sub("e", _HARD.sub("k", _CLOSED.sub("r", low))))
    return low if len(low) < _LEAST else low[0] + low[1:-1].translate(_INNER) + low[-1]


def _places(article: Article, wanted: set[Person]) -> dict[Person, list[ProseSpan]]:
    """Every place of some persons' names in the article's own text."""
    page = article.page
    found: dict[Person, list[ProseSpan]] = {name: [] for name in wanted}
    for person in wanted:
        for place in re.finditer(re.escape(" ".join(person)), page.prose.text):
            told = _PERSON.match(page.prose.text, place.start())
            block = page.block_at(place.start()) if told and told.group(1, 2) == person else None
            if block is not None and block.form in (*_TOLD, *_LISTED) and block.place in _PLACES:
                if block.form is Form.FIELD and _FILE.search(page.prose.text, *block.span):
                    continue  # a file is called as its maker wrote it
                found[person].append(ProseSpan(*place.span()))
    return found


def _one_person(article: Article, first: list[ProseSpan], second: list[ProseSpan]) -> bool:
    """Whether two spellings are surely of one person: not both in lists, in one sentence, or linked to two pages."""
    page, text = article.page, article.page.prose.text
    blocks = [page.block_at(spans[0].start) for spans in (first, second)]
    if not any(block is not None and block.form in _TOLD for block in blocks):
        return False
    links = [link_at(page, spans[0].start) for spans in (first, second)]
    if links[0] and links[1] and links[0].target != links[1].target:
        return False
    sentences = [{sentence_at(article, span.start) for span in spans} for spans in (first, second)]
    if sentences[0] & sentences[1] or any(_OTHER.search(text, *each) for both in sentences for each in both):
        return False
    kin = [_KIN.search(text, max(spans[0].start - _NEAR, 0), spans[0].start) for spans in (first, second)]
    if bool(kin[0]) != bool(kin[1]):
        return False
    return not any(
        cited(page, spans[0].start) or in_italics(page, spans[0].start) or quoted(page, spans[0])
        for spans in (first, second)
    )
