"""What the fields of an infobox and the cells of a table are of, as the text would tell it.

The key of a field or the header of a column is the property; the owner is the article's subject, or what the row is on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Quantity
from articles.facts.fields import BARE, normal, own_boxes, rules
from articles.facts.table_words import header
from articles.page import Field, Place
from articles.words import data_file
from rules.laws.figures.clause_owner import SELF, TOKEN, Names, owner
from rules.laws.figures.descriptions import Described, Pending
from rules.laws.figures.property_words import Property, changing, ends, lexicon, listed
from rules.laws.nearby import claims_in
from rules.laws.nouns import head
from rules.laws.tables.stated_rows import stated

_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})


def fields(article: Article) -> Iterator[Pending]:
    """The lasting figures of the infobox whose key says what they are of."""
    for box in own_boxes(article.page):
        for field in box.fields:
            claim = single(article, field, _KINDS)
            if claim is not None:
                told = property_of(normal(field.key).replace("_", " "), claim)
                if told is not None and not told[1]:
                    made = Described(told[0], SELF, claim, frozenset(), told[1], None, "", Place.INFOBOX, field.key)
                    yield Pending(made.property, partial(_itself, made), claim)


def _itself(made: Described) -> Described:
    return made


def single(article: Article, field: Field, kinds: Collection[Kind]) -> Claim | None:
    """The one reading of a field, with the unit that its key names."""
    claims = claims_in(article, field.prose)
    if not claims or claims[0].kind not in kinds or claims[0].parts:
        return None
    if len(claims) > 1 and not any(pair.first == claims[0] for pair in article.claims.pairs):
        return None
    claim = claims[0]
    if isinstance(claim.value, Number) and BARE.fullmatch(article.page.text(field.prose)):
        low = normal(field.key)
        unit = next((unit for end, unit in rules().units.items() if low.endswith(end)), None)
        if unit is not None:
            return claim._replace(value=Quantity(claim.value.amount, unit))
    return claim


def cells(article: Article) -> Iterator[Pending]:
    """The figures of tables whose header says what they are of, each of what its row is on."""
    for found, _ in article.once(stated) if article.page.tables else ():
        for cell in found:
            if not isinstance(cell.value, Number | Quantity):
                continue
            claim = Claim(Kind.NUMBER, cell.span, cell.value, "cell")
            told = property_of(header(cell.heading)[0], claim)
            if told is not None and cell.name:
                made = Described(told[0], "", claim, cell.years, told[1], None, "", Place.TABLE, cell.heading)
                yield Pending(made.property, partial(_of_row, article, made, cell.name), claim)


def _of_row(article: Article, made: Described, name: str) -> Described | None:
    """The figure of a cell with what its row is on, which is not all that the article is on."""
    whose = owner(TOKEN.findall(name), article.once(Names), lambda: None)
    return made._replace(owner=whose) if whose and whose != SELF else None


def property_of(text: str, claim: Claim) -> tuple[str, bool] | None:
    """The property that a key or a header names, with its adjectives, and whether it is another every year."""
    words = [_short().get(word, word) for word in text.lower().split() if word.isalpha()]
    made, rest = _known(words, claim)
    if made is None or (made.name == "depth" and not rest):
        return None  # a lake's "depth" is its mean depth where another field has the greatest
    mods = (lexicon().same.get(word, word) for word in rest if word not in listed("neutral"))
    return " ".join((*sorted(frozenset(mods)), made.name)), made.yearly


def _known(words: list[str], claim: Claim) -> tuple[Property | None, Sequence[str]]:
    counts = not {"count", "number", "num", "no"}.isdisjoint(words)
    while words and words[-1] in listed("key-filler"):
        words.pop()
    if not words:
        return None, ()
    found = ends(words, lexicon().nouns.get(words[-1], ()), claim)
    if found is not None:
        rest = words[: -len(found[0])]
        return found[1], [word for word in rest if word not in listed("key-filler")]
    rest = [word for word in words if word not in listed("key-filler")]
    if len(rest) == 1 and isinstance(claim.value, Number) and len(rest[0]) > 3 and (counts or rest[0].endswith("s")):
        noun = head(rest[0])
        if claim.value.noun is None or head(claim.value.noun) == noun:
            if noun in lexicon().counted:
                return lexicon().names[lexicon().counted[noun]], ()
            return Property(f"number of {noun}", frozenset(), frozenset(), changing(rest[0])), ()
    if isinstance(claim.value, Number) and claim.value.noun is not None:  # "Collection size: 86,000 objects"
        noun = head(claim.value.noun)
        return Property(f"number of {noun}", frozenset(), frozenset(), changing(noun)), ()
    return None, ()


@lru_cache(1)
def _short() -> dict[str, Any]:
    table: dict[str, Any] = data_file(__file__, "described.toml")["keys"]
    return table
