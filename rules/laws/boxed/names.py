"""A name in the infobox and the one that the text gives for the same part or place: another architect or birthplace.

The text is read where it is surely on the subject. A name agrees that shares a word with the infobox's; a name that the
text gives the infobox's beside, or that another sentence confirms, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.date_pieces import month_number
from articles.facts.fields import normal, own_boxes
from articles.facts.gazetteer import gazetteer
from articles.page import Field, Form, Place
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.boxed.pair import Pair
from rules.laws.names.called import AGENT, KIN, subject_of
from rules.laws.nearby import left, occurrences, sentence_at

_NAME = regex(
    r"[A-ZÀ-Þ][\w’'-]*\.?(?: (?:(?:de|du|di|da|la|le|von|van|der|den|ten|zu|af|al|&) )*(?:[A-ZÀ-Þ][\w’'-]*\.?)){0,4}"
)
_LEAD = worded(__file__, r"(?: (?:the|a|an|its|his|her|local|young))?(?: [\w’'-]+){0,3}? (?=[A-ZÀ-Þ])|\s")
_AND = regex(r" and (?:[A-Z][\w’'-]*|Sons?)(?= (?:and|in|at|on|of|for|to|from)\b|[,.;])")
"""The rest of a firm's name: "Harland and Wolff"."""
_TOKEN = regex(r"[^\W\d_]{3,}")
_VAGUE = WordList(__file__, "vague")
_ELSEWHERE = worded(__file__, r"\b{elsewhere}\b")
_CHILD_OF = regex(r"^(?:The|An?) (?:[a-z]+ )?(?:son|daughter|child) of [^,]{1,60}, ")
_FORMER = regex(
    r"\b(?:former|formerly|until|then|old|moved|once|later|before|neighbou?ring|provincial|planned|proposed)\b"
)
_PART = regex(r"(?:Its|The) (?:[a-z-]+ ){1,4}")
"""What a part of the subject does is told of all of it: "Its three trusses cross the Ems"."""
_CAPITAL = regex(r"\b[A-Z][a-z]")
_LIGHT = WordList(__file__, "light")
_PREPOSITIONS = WordList(__file__, "prepositions")
_ASIDE = regex(r"\([^()]{0,80}\)|^, [^,]{1,80},(?= )")
_ANOTHER = regex(r"\b(?:whose|while|but|based|his|her|its|their)\b|, (?:and )?(?:the|an?) [a-z]+ [^,]*$")
_BE = ("is", "was")
_SHORT = 12
"""Words that say what the subject is: "is a railway viaduct of brick over the Orm"."""
_OTHERS = worded(__file__, r"\b{others}\b")
_SEVERAL = regex(r"[;/\n•·]|\band\b|&|\(|, (?=[A-Z][\w’'-]+ [A-Z])|[0-9]")
_ALIKE = 0.7
_LONGEST = 60
_NEAR = 70


class Role(NamedTuple):
    """A row of the table."""

    keys: frozenset[str]
    behind: tuple[str, ...]
    does: tuple[str, ...]
    called: tuple[str, ...]
    place: bool
    apposed: tuple[str, ...]
    parts: bool


def named(article: Article) -> Iterator[Pair]:
    """Each name of the infobox that a sentence on the subject gives otherwise."""
    if article.parties.pair or not article.parties.own:
        return
    told: set[str] = set()
    for box in own_boxes(article.page):
        for field in box.fields:
            role = _roles().get(normal(field.key)) if field.key not in told else None
            told.add(field.key)  # a field given again is told by another rule
            boxed = _value(article, field, role) if role else None
            if role and boxed:
                yield from _compared(article, normal(field.key), role, field, boxed)


def _value(article: Article, field: Field, role: Role) -> ProseSpan | None:
    """The one name that a field gives: of a place, what stands before the region it lies in."""
    text = article.page.text(field.prose)
    told = text.split(",")[0] if role.place else text
    told = told.rstrip()
    start = field.prose.start + len(told) - len(told.lstrip())
    name = told.strip()
    bare = name.removeprefix("River ").removeprefix("the ").removeprefix("The ")
    if not name or len(name) > _LONGEST or GAP in text or _SEVERAL.search(text if not role.place else name):
        return None
    return ProseSpan(start, start + len(name)) if _NAME.fullmatch(bare) else None


def _compared(article: Article, key: str, role: Role, field: Field, boxed: ProseSpan) -> Iterator[Pair]:
    mine = _tokens(article.page.text(field.prose))
    boxes = (each for box in own_boxes(article.page) for each in box.fields if each.prose != field.prose)
    others_too = _tokens(" ".join(article.page.text(each.prose) for each in boxes if not role.place))
    others: list[ProseSpan] = []
    for told in _told(article, role):
        names = _tokens(article.page.text(told))
        if not names:
            continue
        if names & (mine | others_too) or _alike(article.page.text(told), article.page.text(boxed)):
            return
        others.append(told)
    for told in others[:1]:
        sentence = article.page.text(sentence_at(article, told.start))
        if not _tokens(sentence) & mine and not _one_land(article, boxed, told, role):
            yield Pair(key.replace("_", " "), boxed, None, told, None)


def _one_land(article: Article, boxed: ProseSpan, told: ProseSpan, role: Role) -> bool:
    """Whether one of two places is a land, in which the other may lie, or the article names them together."""
    if not role.place:
        return False
    names = [article.page.text(span).removeprefix("the ") for span in (boxed, told)]
    known = gazetteer()
    if any(known.canonical(name) is not None or known.named(name) for name in names):
        return True
    text = article.page.prose.text
    return any(f"{one}, {other}" in text or f"{one} in {other}" in text for one, other in (names, names[::-1]))


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE


def _tokens(text: str) -> set[str]:
    return {word.casefold() for word in _TOKEN.findall(text) if word[0].isupper()} - _VAGUE.words


def _told(article: Article, role: Role) -> Iterator[ProseSpan]:
    """The names that sentences on the subject give for a part or place."""
    for at, words in _cues(article, (*role.behind, *role.called)):
        block = article.page.block_at(at)
        if block is None or block.form is not Form.PARAGRAPH or block.place not in (Place.LEAD, Place.BODY):
            continue
        sentence = sentence_at(article, at)
        text = article.page.prose.text
        name = _name_behind(text, at + len(words), sentence.end)
        others = _ELSEWHERE if role.place else _OTHERS
        if not name or others.search(text, sentence.start, name.end):
            continue
        part = role.parts and _PART.fullmatch(text, sentence.start, at) is not None
        if part or (words in role.called and _opens(article, at, sentence)) or _is_own(article, sentence, at, name):
            yield name
    for at, words in _cues(article, role.does):
        yield from _doer(article, at, words)
    for at, words in _cues(article, role.apposed):
        yield from _apposed(article, at, words)


def _opens(article: Article, at: int, sentence: ProseSpan) -> bool:
    """Whether words open a sentence, and the one before it speaks of no part: "a wing was planned. The plans were"."""
    return at == sentence.start and not _OTHERS.search(left(article, max(at - 1, 0), 200))


def _cues(article: Article, phrases: Iterable[str]) -> Iterator[tuple[int, str]]:
    found = ((at, words) for words in phrases for at in occurrences(article, (words,)))
    return iter(sorted(found))


def _name_behind(text: str, at: int, end: int) -> ProseSpan | None:
    """The name that follows, what it is called left out: "by the engineer Bo Lind of Ems" gives Bo Lind."""
    led = _LEAD.match(text, at, min(end, at + _NEAR))
    name = _NAME.match(text, led.end(), end) if led else None
    if name is None or month_number(name[0].split()[0]) is not None or name[0].endswith(("'s", "’s")):
        return None  # by somebody's studio, in somebody's house
    firm = _AND.match(text, name.end(), end)
    stop = name.end() - (name[0].endswith(".") and len(name[0].split()[-1]) > 3)
    return ProseSpan(name.start(), firm.end() if firm else stop)


def _is_own(article: Article, sentence: ProseSpan, at: int, name: ProseSpan) -> bool:
    """Whether words are told of the subject: it opens the sentence, or follows what the sentence opens with."""
    text, subject = article.page.prose.text, article.once(subject_of)
    head = text[sentence.start : at]
    if not head.strip():
        doer = re.search(rf", ({subject}) ", text[name.end : sentence.end])
        block = article.page.block_at(sentence.start)
        opens = block is not None and block.span.start == sentence.start
        return doer is not None and (opens or doer[1] != "it")  # the sentence before may speak of a book of the film
    if article.parties.person and KIN.search(_CHILD_OF.sub("", head)):
        return False
    if head.endswith(("its ", "Its ")) or (head[-3:-1] in ("'s", "’s") and re.match(rf"{subject}['’]s $", head)):
        return True
    clause = head.rpartition(", ")[2]
    opened = re.match(rf"{AGENT}{subject}(?=[ ,])", head)
    if opened is None and clause is not head and not _CAPITAL.search(head[1 : -len(clause)]):
        opened, head = re.match(rf"{subject}(?=[ ,])", clause), clause
    return opened is not None and _leads(head[opened.end() :])


def _leads(between: str) -> bool:
    """Whether the words between the subject and what is told of it leave that to the subject.

    So do auxiliaries, an aside, another thing that it does ("rises at Ems and") and what it is ("is a viaduct").
    """
    told = _ASIDE.sub(" ", between).split()
    if all(word in _LIGHT for word in told):
        return True
    if ";" in between or _ANOTHER.search(between):
        return False
    if between.endswith((" and ", ", ")):
        return True
    prepositions = sum(word in _PREPOSITIONS for word in told)
    return told[0] in _BE and len(told) <= _SHORT and prepositions < 2 and "," not in between.rstrip(", ")


def _doer(article: Article, at: int, words: str) -> Iterator[ProseSpan]:
    """The name right before a verb whose object is the subject: "Bo Lind designed the bridge"."""
    text, subject = article.page.prose.text, article.once(subject_of)
    sentence = sentence_at(article, at)
    done = re.match(rf" (?:the )?{subject}\b(?!['’])", text[at + len(words) : sentence.end])
    head = text[max(sentence.start, at - _LONGEST) : at] if done and not _OTHERS.search(text, *sentence) else ""
    base = at - len(head)
    stop = len(head.removesuffix(" who ").rstrip(" ,"))
    for name in _NAME.finditer(head):
        if name.end() == stop:
            yield ProseSpan(base + name.start(), base + name.end())


def _apposed(article: Article, at: int, words: str) -> Iterator[ProseSpan]:
    """The name before what it is: "meets in Sudby, the capital, in a former inn"."""
    text, block = article.page.prose.text, article.page.block_at(at)
    if block is None or block.form is not Form.PARAGRAPH or not text.startswith(", ", at - 2):
        return
    if not text.startswith((",", ".", ";", " and ", " in "), at + len(words)):
        return
    sentence = sentence_at(article, at)
    head = text[max(sentence.start, at - 2 - _LONGEST) : at - 2]
    base = at - 2 - len(head)
    for name in _NAME.finditer(head):
        if name.end() == len(head) and not _FORMER.search(text, sentence.start, at + len(words)):
            yield ProseSpan(base + name.start(), base + name.end())


@cache
def _roles() -> dict[str, Role]:
    rows: list[dict[str, Any]] = data_file(__file__, "names.toml")["role"]
    roles = (
        Role(
            frozenset(row["keys"]), tuple(row["behind"]), tuple(row["does"]), tuple(row["called"]), "place" in row,
            tuple(row.get("apposed", ())), "parts" in row
        )
        for row in rows
    )  # fmt: skip
    return {key: role for role in roles for key in role.keys}
