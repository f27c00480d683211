"""Births and deaths as running text tells them: of the article's own person, and of others in pairs of two dates.

Facts hold what a lead, an infobox or a plain sentence says of the article's person. Here is what they leave: a birth
in a list, a row of a table or an aside, "gives his birth as", "the house in which she died", "Amina in 1953".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.blocks import dated, quoted
from rules.laws.nearby import claims_in, may_tell, occurrences, sentence_at
from rules.laws.times.antecedents import strangers
from rules.laws.times.deeds import words as deed_words

_EXACT = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
BORN, DIED = "born", "died"
FARTHEST = 70
"""How many characters may stand between a birth and its date, or between the two ends of one life."""
_VITAL = worded(__file__, r"(?<![\w’'-])(?:(?P<born>{births})|(?P<died>{deaths}))(?![\w-])|†")
_BIRTHS, _DEATHS = WordList(__file__, "births"), WordList(__file__, "deaths")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_BREAK = worded(__file__, r"[.;:()\n—]|(?<![^\W_]){breaking}(?![^\W_])")
_BEHIND = regex(r"(?:\b(?:[Ii]n|[Oo]n)(?: early| late| the)? )$")
_SUBJECT = regex(r",? (?:[\w’'-]+ ){0,6}$")
_PLACE = regex(r" (?:in|at|near|of|to|from) (?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
_TOKEN = regex(r"[\w’'-]+|[,;)]")
_JOINTS = frozenset(("and", "but", "who", "he", "she"))
_LEADING_ON = WordList(__file__, "leading-on")
_ON = regex(r"[.;] (?:He|She)\b")
_NAME = regex(r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de|van|von|der|of|the|la|da) ){0,2}[A-ZÀ-Þ][\w’'.-]*){0,4}")
_WORD = regex(r"[\w’'-]+")
_COUPLED = regex(r" (?:and|but) (?:(?:was|later|then|finally|there|had) ){0,3}$")
_LEADING = regex(r"(?:[A-Z][a-z]+ [^,.;:]{1,60}, )?(?P<who>[A-ZÀ-Þ][\w’'-]+)\b")
_PRONOUN = regex(r"\b(?P<who>[Hh]e|[Ss]he)(?:,? (?:had|was|later|also|then|himself|herself|finally|first))* $")
_OWNED = regex(r"\b(?P<who>[Hh]is|[Hh]er|[A-ZÀ-Þ][\w’-]+['’]s) (?:[a-z]+ |date of |year of )?$")
_NAMED = regex(
    r"(?<![\w’'-])(?P<who>[A-ZÀ-Þ][\w’'-]+)(?:, [^,.;:()]{2,60},)?"
    r"(?: (?:was|had|been|later|finally|himself|herself|also))* $"
)
_CHILD_OF = regex(r"\b(?:the|an?|as) (?:[a-z]+ ){0,3}(?:son|daughter|child) of [^,.;:()]{0,50}")
"""What the person is said to be before "he was born"."""
_GENITIVE = regex(r"['’]s?$")
_LAST_WORD = regex(r"(?<![\w’'-])([\w’'-]{1,40}) (?:\([^()]{1,40}\) )?$")
_NEXT = regex(r",? (?:and )?(?P<who>[A-ZÀ-Þ][\w’'-]+),? (?:[\w ]{1,20} )?in $")
_BORN_HEAD = WordList(__file__, "born-heads")
_DIED_HEAD = WordList(__file__, "died-heads")


class Vital(NamedTuple):
    """A birth or a death: which of the two, its words and its date."""

    name: str
    words: ProseSpan
    date: Claim


class Pair(NamedTuple):
    """The two ends of one life, and the name of whose it is; empty where it has none."""

    who: str
    born: Claim
    died: Claim


def pairs(article: Article) -> tuple[Pair, ...]:
    """Every life whose two ends stand side by side, in text and tables; to be asked for :meth:`Article.once`."""
    found = [pair for told in article.once(told) for pair in _side_by_side(article, *told)]
    return (*found, *(pair for table in article.page.tables for pair in _rows(article, table)))


def own(article: Article, name: str) -> Claim | None:
    """The date of the birth or the death of the article's own person, where the text tells one only."""
    names = frozenset(_WORD.findall(article.page.title.partition("(")[0]))
    found: dict[tuple[int | None, int | None], Claim] = {}
    for block, vitals in article.once(told) if article.parties.person else ():
        for vital in vitals:
            date = _of_own(article, block, vital, names, name)
            if date is not None and isinstance(date.value, Date):
                found.setdefault((date.value.earliest, date.value.latest), date)
    return next(iter(found.values())) if len(found) == 1 else None


def told(article: Article) -> tuple[tuple[Block, tuple[Vital, ...]], ...]:
    """The paragraphs and items that date births and deaths, with what they tell; to be asked for ``once``."""
    found = ((block, tuple(vitals(article, block))) for block in _telling(article))
    return tuple(pair for pair in found if pair[1])


def _telling(article: Article) -> Iterator[Block]:
    """The paragraphs that may tell both ends of a life, or one of the own person's."""
    born = {article.page.block_at(at) for at in occurrences(article, _BIRTHS)}
    person = article.parties.person
    for block in article.once(dated) if born or person else ():
        if (block in born and (person or "†" in article.page.text(block.span))) or (
            (block in born or person) and may_tell(article, block.span, _deadly())
        ):
            yield block


@cache
def _deadly() -> frozenset[str]:
    """The longest word of each word for a death: "killed" of "was killed"."""
    return frozenset(max(words.split(), key=len) for words in _DEATHS)


def vitals(article: Article, block: Block) -> Iterator[Vital]:
    """The births and deaths that a paragraph dates."""
    text = article.page.prose.text
    for found in _VITAL.finditer(text, *block.span):
        sentence = sentence_at(article, found.start() + 1)
        if text.endswith((" were ", " are "), block.span.start, found.start()):
            continue
        date = _ahead(article, found.end(), block.span.end) or _fronted(article, sentence.start, found.start())
        if date is None or quoted(article.page, date.span):
            continue
        if not _DOUBT.search(article.lowered, sentence.start, max(date.span.start, found.start())):
            yield Vital(BORN if found["born"] else DIED, ProseSpan(*found.span()), date)


def _ahead(article: Article, start: int, end: int) -> Claim | None:
    """The date behind a birth or a death, in its clause."""
    dates = claims_in(article, ProseSpan(start, min(start + FARTHEST, end)))
    date = next((claim for claim in dates if claim.kind is Kind.DATE), None)
    if date is None or not sure(date) or article.page.prose.text.startswith(("'s", "’s"), date.span.end):
        return None
    between = article.page.prose.text[start : date.span.start]
    return None if _BREAK.search(between) or _VITAL.search(between) else date


def _fronted(article: Article, start: int, verb: int) -> Claim | None:
    """The date with which a clause begins that goes on to a birth or a death: "In 1899 she died"."""
    dates = [claim for claim in claims_in(article, ProseSpan(start, verb)) if claim.kind is Kind.DATE]
    text = article.page.prose.text
    if not dates or not sure(dates[-1]) or not _BEHIND.search(text, start, dates[-1].span.start):
        return None
    between = text[dates[-1].span.end : verb]
    return dates[-1] if _SUBJECT.fullmatch(between) and not _BREAK.search(between) else None


def sure(claim: Claim) -> bool:
    """Whether a date is one plain day, month or year."""
    date = claim.value
    plain = isinstance(date, Date) and not date.circa and date.precision in _EXACT
    return plain and not claim.parts and not claim.quoted and not claim.impossible


def _side_by_side(article: Article, block: Block, vitals: tuple[Vital, ...]) -> Iterator[Pair]:
    for one, other in pairwise(vitals):
        if one.name == other.name or one.date.span == other.date.span:
            continue
        if _goes_on(article, max(one.date.span.end, one.words.end), min(other.words.start, other.date.span.start)):
            born, died = (one, other) if one.name == BORN else (other, one)
            yield Pair(_name(article, block, one.words.start), born.date, died.date)


def _goes_on(article: Article, start: int, end: int) -> bool:
    """Whether the words between two ends name nobody else: ", died", " and died", "; he was a miller and died"."""
    between = _CHILD_OF.sub(" ", _PLACE.sub(" ", _ON.sub(", he", article.page.prose.text[start:end])))
    if end < start or len(between) > FARTHEST or "\n" in between or ". " in between:
        return False
    said = _WORD.findall(between)
    if any(word[0].isupper() for word in said) or not strangers(frozenset()).isdisjoint(set(said) - {"who", "they"}):
        return False
    tokens = _TOKEN.findall(between)
    ahead = next((at for at in range(len(tokens), 0, -1) if tokens[at - 1] not in _LEADING_ON), 0)
    # between the two nothing may stand that has a subject of its own: not "; its last died"
    return not ahead or tokens[ahead - 1] in ",;)" or not _JOINTS.isdisjoint(tokens[ahead:])


def _name(article: Article, block: Block, end: int) -> str:
    """Whose life it is: the last name before it."""
    names = _NAME.findall(article.page.prose.text, max(block.span.start, end - 2 * FARTHEST), end)
    names = [name for name in names if name not in ("He", "She")]
    return names[-1].rstrip(".") if names else ""


def _rows(article: Article, table: Table) -> Iterator[Pair]:
    """The rows of a table with a column for births and one for deaths."""
    heads = (
        {article.page.text(cell.prose).strip(" .").lower(): cell.column for cell in table.rows[0]} if table.rows else {}
    )
    born, died = (next((heads[head] for head in heads if head in words), None) for words in (_BORN_HEAD, _DIED_HEAD))
    for row in table.grid()[1:] if born is not None and died is not None else ():
        ends = [_only(article, row[column].prose) if column in row else None for column in (born, died)]
        if ends[0] is not None and ends[1] is not None:
            name = _NAME.search(article.page.text(row[min(row)].prose))
            yield Pair(name[0] if name else "", ends[0], ends[1])


def _only(article: Article, span: ProseSpan) -> Claim | None:
    """The one date of a cell."""
    dates = [claim for claim in claims_in(article, span) if claim.kind is Kind.DATE]
    return dates[0] if len(dates) == 1 and sure(dates[0]) else None


def _of_own(article: Article, block: Block, vital: Vital, names: frozenset[str], name: str) -> Claim | None:
    """The date of the own person's birth or death that a statement gives, or that is left out behind a sister's."""
    if vital.name != name:
        return None
    if _is_own(article, block, vital, names):
        return vital.date
    text = article.page.prose.text
    sentence = sentence_at(article, vital.words.start)
    last = vital.date
    for claim in claims_in(article, ProseSpan(vital.date.span.end, sentence.end)):
        led = _NEXT.fullmatch(text, last.span.end, claim.span.start) if claim.kind is Kind.DATE else None
        if led is None or not sure(claim):
            return None
        if led["who"] in names:
            return claim
        last = claim
    return None


def _is_own(article: Article, block: Block, vital: Vital, names: frozenset[str]) -> bool:
    """Whether the subject of a birth or a death, or who has it, is the article's own person."""
    text = article.page.prose.text
    sentence = sentence_at(article, vital.words.start)
    noun = text[vital.words.start : vital.words.end] in ("birth", "death")
    if noun:
        found = _OWNED.search(text, sentence.start, vital.words.start)
        return found is not None and _stands_for(article, block, found, _GENITIVE.sub("", found["who"]), names)
    verb = vital.words.start
    found = _PRONOUN.search(text, sentence.start, verb) or _NAMED.search(text, sentence.start, verb)
    if found is None and _COUPLED.search(text, sentence.start, verb):
        found = _LEADING.match(text, sentence.start, verb)
    return found is not None and _stands_for(article, block, found, found["who"], names)


def _stands_for(article: Article, block: Block, found: re.Match[str], who: str, names: frozenset[str]) -> bool:
    """Whether a name or a pronoun means the article's own person: no kin are told of before it in its paragraph."""
    strange = article.parties.strange
    text = article.page.prose.text
    if who.lower() not in ("he", "she", "his", "her"):
        last = _LAST_WORD.search(text, block.span.start, found.start("who"))
        other = last is not None and (last[1][0].isupper() or last[1] in strangers(frozenset()))
        return who in names and (not other or (last is not None and last[1] in names))
    if who.lower() in strange:
        return False
    before = _CHILD_OF.sub(" ", text[block.span.start : found.start("who")])
    said = {word.lower() for word in _WORD.findall(before)}
    if not strangers(strange).isdisjoint(said) or not deed_words()["offices"].isdisjoint(said):
        return False
    full = (name for name in _NAME.findall(_PLACE.sub(" ", before)) if " " in name)
    return all(set(name.split()) & names for name in full)
