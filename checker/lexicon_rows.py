"""The rows of the lexicon behind a claim: the entry that gives its currency, unit, month or scale for its own words.

Each is looked up in the tables the reader uses, by the value that the claim carries. A row that cannot be told for
certain is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Duration, Kind, Money, Quantity
from articles.claims.vocabulary import phrases, table

FOLDER = "articles/claims/lexicon/en"
_WORD = re.compile(r"[^\W\d_]+")
_UNIT_NAME = re.compile(r"[A-Za-z_]+")
_NUMBER_SECTIONS = {
    Kind.MONEY: ("cardinals", "scales", "abbreviated-scales", "money-scales"),
    Kind.NUMBER: ("cardinals", "scales", "abbreviated-scales", "fractions"),
    Kind.PERCENT: ("cardinals", "scales"),
    Kind.QUANTITY: ("cardinals", "scales"),
    Kind.DURATION: ("cardinals", "scales"),
    Kind.ORDINAL: ("cardinals", "ordinals"),
}
_DATE_SECTIONS = ("months", "weekdays", "seasons", "feasts", "eras", "parts-of", "parts-before")


class _Spelling(NamedTuple):
    """One way to write a currency or a unit: how it is written, the row, and whether its case counts."""

    written: str
    row: str
    exact: bool


def lexicon_rows(claim: Claim, words: str) -> Iterator[str]:
    """The rows behind a claim of the given words, as ``FILE [table] key``."""
    value = claim.value
    if isinstance(value, Money):
        yield from _best(_currency(value.currency), words)
    if isinstance(value, Quantity | Duration):
        yield from _units(value.unit, words)
    if claim.kind is Kind.DATE:
        yield from _keys("months", _DATE_SECTIONS, words)
    else:
        yield from _keys("numbers", _NUMBER_SECTIONS.get(claim.kind, ()), words)


def _units(unit: str, words: str) -> Iterator[str]:
    """The row of a unit written as one ("mph"), else the rows of the units it is made of."""
    row = f'{FOLDER}/units.toml [rates] "{unit}"'
    rate = list(_best(tuple(_Spelling(each, row, True) for each in _listed(table("units")["rates"], unit)), words))
    for name in () if rate else dict.fromkeys(_UNIT_NAME.findall(unit)):
        rate += _best(_unit(name), words)
    yield from rate


def hedge_row(words: str) -> str | None:
    """The row of a hedge by its words."""
    lists = table("hedges")
    for section in ("before", "signs"):
        for name, joined in lists[section].items():
            known = phrases(joined) if section == "before" else joined.split()
            if " ".join(words.lower().split()) in known:
                return f'{FOLDER}/hedges.toml [{section}] "{name}"'
    return None


def _keys(name: str, sections: tuple[str, ...], words: str) -> Iterator[str]:
    """The keys of a file's tables that are words of the claim."""
    lists = table(name)
    for word in dict.fromkeys(_WORD.findall(words)):
        for section in sections:
            key = next((each for each in (word, word.lower(), word.capitalize()) if each in lists[section]), None)
            if key is not None:
                yield f"{FOLDER}/{name}.toml [{section}] {key} = {lists[section][key]}"
                break


def _best(spellings: tuple[_Spelling, ...], words: str) -> Iterator[str]:
    """The row of the longest spelling that stands in the words."""
    found = [each for each in spellings if _stands(each, words)]
    if found:
        best = max(found, key=lambda each: len(each.written))
        yield f'{best.row}, written "{best.written}"'


def _stands(spelling: _Spelling, words: str) -> bool:
    written, within = (spelling.written, words) if spelling.exact else (spelling.written.lower(), words.lower())
    at = within.find(written)
    while at >= 0:
        before, after = within[at - 1 : at] if at else "", within[at + len(written) : at + len(written) + 1]
        inside = (written[0].isalpha() and _letter(before)) or (written[-1].isalpha() and _letter(after))
        if not inside:
            return True
        at = within.find(written, at + 1)
    return False


def _letter(character: str) -> bool:
    """Whether it is a letter; superscripts, which count as letters in some ways, are none."""
    return character.isalpha() and not character.isdigit()


@cache
def _currency(code: str) -> tuple[_Spelling, ...]:
    usage, names = table("money"), table("currencies")
    found = [_Spelling(sign, f"{FOLDER}/money.toml [signs] {code}", True) for sign in _listed(usage["signs"], code)]
    for section in ("words", "hundredths"):
        row = f"{FOLDER}/money.toml [{section}] {code}"
        found += [_Spelling(word, row, False) for word in _listed(usage[section], code)]
    row = f"{FOLDER}/currencies.toml [words] {code}"
    found += [_Spelling(word, row, False) for word in _listed(names["words"], code)]
    if code in names["codes"]["iso"].split():
        found.append(_Spelling(code, f"{FOLDER}/currencies.toml [codes] iso", True))
    return tuple(found)


@cache
def _unit(name: str) -> tuple[_Spelling, ...]:
    lists = table("units")
    found: list[_Spelling] = []
    for section, exact in (("words", False), ("prefixed-words", False), ("symbols", True), ("times", False)):
        row = f"{FOLDER}/units.toml [{section}] {name}"
        found += [_Spelling(word, row, exact) for word in _listed(lists[section], name)]
    for prefix, letters in (("", ""), *lists["prefixes"].items()):
        if name.startswith(prefix):
            found += _prefixed(name[len(prefix) :], prefix, phrases(letters))
    return tuple(found)


def _prefixed(unit: str, prefix: str, letters: tuple[str, ...]) -> Iterator[_Spelling]:
    """The spellings of a unit behind an SI prefix, or of one that takes prefixes and has none here."""
    lists = table("units")
    with_prefix = f" with [prefixes] {prefix}" if prefix else ""
    if prefix:
        for word in _listed(lists["prefixed-words"], unit):
            yield _Spelling(prefix + word, f"{FOLDER}/units.toml [prefixed-words] {unit}{with_prefix}", False)
    symbols, taken = lists["prefixed-symbols"].get(unit, ("", ""))
    for letter in letters or ("",):
        if not prefix or letter in taken.split():
            for symbol in symbols.split():
                row = f"{FOLDER}/units.toml [prefixed-symbols] {unit}{with_prefix}"
                yield _Spelling(letter + symbol, row, True)


def _listed(section: dict[str, str], key: str) -> tuple[str, ...]:
    return phrases(section.get(key, ""))
