"""What an article denies of its subject, and what it tells all the same: a bachelor's wife, a closed lake's outflow.

The denial is a clause on the subject. What goes against it is a thing of the subject's ("his wife"), a deed of its
own, or something that cannot be spoken of then, such as the survivors of a wreck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, trie, worded
from rules.laws.names.called import AGENT, KIN, is_personal, subject_of
from rules.laws.names.denying import own_clauses
from rules.laws.nearby import may_hold

_DOUBTED = worded(__file__, r"\b(?:{doubted}|(?<!more )(?<!less )than)\b", re.IGNORECASE)
_ONCE = worded(__file__, r"\b{once}\b", re.IGNORECASE)
_EARLIER = worded(__file__, r"\b{earlier}\b", re.IGNORECASE)
_OPEN = WordList(__file__, "open")
_UNTIL = WordList(__file__, "until")
_NAME = regex(r"(?<=[a-z,;] )[A-Z][a-z]+")
_TODAY = worded(__file__, r"(?:,[^.,]*,)?,? (?:{present}|[a-z]{3,}s)\b[^.0-9]*")
_CAPITAL = regex(r"(?<=[a-z,;] )[A-Z]")
_SITES = WordList(__file__, "sites")
_YEAR = regex(r"\b[12][0-9]{3}\b")
_FINAL = worded(__file__, r"\b{final}\b")
_WHOLE = regex(
    r" (?:in|for|during|throughout) (?:all |more than |over |nearly )?"
    r"(?:(?:its|his|her|their)|[a-z-]+ (?:years|decades|centuries))\b"
    r"| since (?:it was (?:formed|founded|established|built|opened)|its (?:foundation|formation|founding|opening))\b"
)
"""Behind a denial: of all of a life."""
_WORD = regex(r"[ ,]*([a-z-]+)?")


LONGEST = 24_000
"""A text of more characters has many people and things in it whose wife, whose outflow may be meant."""
_OPENING = 400
_APPOSED = ("", "A ", "An ")
_BEING = regex(r"^(?:is|was|were) ")
"""What is left out where a deed is the second that a sentence tells of its subject."""


_ANYBODYS = "[Hh]is|[Hh]er|[Ii]ts"
_PRONOUNS = {"he": "[Hh]is", "she": "[Hh]er"}
"""Whose a thing is by the pronoun that a denial opens with: "his death" is not that of "she"."""


class Opposite(NamedTuple):
    """A row of the table: patterns behind the subject, and words by which the article is searched first."""

    of: str
    lead: frozenset[str]
    hints: tuple[str, ...]
    denial: str
    own: str
    deed: str
    joined: str
    said: str
    today: bool


def opposed(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Each denial with the first statement that goes against it."""
    if article.parties.pair or not article.parties.own:
        return
    text = article.lowered
    if len(text) > LONGEST:
        return
    opening = _opening(article)
    living = article.parties.person or article.kind.name == "generic"
    personal = article.parties.person or article.once(is_personal)
    for row in _rows():
        led = not opening.isdisjoint(row.lead) if row.lead else living or row.of == "any"
        told = led and row.of in ("any", "person" if personal else "thing")
        if told and any(_holds(article, hint) for hint in row.hints):
            denial = _denied(article, row)
            against = denial and _against(article, row, denial)
            if denial and against:
                yield denial, against


def _holds(article: Article, hint: str) -> bool:
    """Whether a hint, whose last word may go on, stands in the text."""
    return may_hold(article, hint.rpartition(" ")[0]) and hint in article.lowered


def _opening(article: Article) -> frozenset[str]:
    """The words of an article's first lines."""
    start = article.page.lead[0].span.start if article.page.lead else 0
    return frozenset(re.findall("[a-z]+", article.lowered[start : start + _OPENING]))


def _denied(article: Article, row: Opposite) -> ProseSpan | None:
    """The first clause that denies, on the subject or, of what befell many, on nobody by name."""
    text = article.page.prose.text
    denies = _denials()[row]
    for hint in row.hints:
        for sentence in own_clauses(article, hint):
            said = denies.search(text, *sentence)
            start = -1 if said is None else _clause_start(article, row, sentence, said.start())
            if said is None or start < 0 or _is_open(article, row, sentence, ProseSpan(start, said.end())):
                continue
            return ProseSpan(start, said.end())
    return None


def _clause_start(article: Article, row: Opposite, sentence: ProseSpan, at: int) -> int:
    """Where the clause begins that a denial ends; -1 where it is not the subject's."""
    text, subject = article.page.prose.text, article.once(subject_of)
    head = text[sentence.start : at]
    told = re.fullmatch(
        rf"{AGENT}(?P<clause>{subject} (?:[a-z]+ly )?(?:(?:is|was) an? [^.;:()]{{1,80}} (?:who|that|which) )?)", head
    )
    if told is not None:
        return sentence.start + told.start("clause")
    if head in _APPOSED:
        comma = text.find(",", at, sentence.end)
        if comma >= 0 and re.match(rf", {subject}\b", text[comma : sentence.end]):
            return sentence.start  # "A lifelong bachelor, he ..."
    if row.of == "any":
        free = re.fullmatch(rf"{AGENT}(?P<clause>(?:[Tt]he [a-z]+ )?)", head)
        return sentence.start + free.start("clause") if free else -1
    joined = re.fullmatch(rf"{AGENT}{subject} [^.;:()]{{1,120}}?(?:,| and| but)(?: and| but)? ", head)
    return at if joined and not KIN.search(head) else -1


def _is_open(article: Article, row: Opposite, sentence: ProseSpan, clause: ProseSpan) -> bool:
    """Whether a denial holds for a part or a time only: "undefeated in the league", "no children by her"."""
    text = article.page.prose.text
    if row.today:
        return _ONCE.search(text, *sentence) is not None
    if _WHOLE.match(text, clause.end):
        return False
    behind = _WORD.match(text, clause.end)
    word = behind[1] if behind else None
    return word is not None and word in (_UNTIL if _FINAL.search(text, *clause) else _OPEN)


def _against(article: Article, row: Opposite, denial: ProseSpan) -> ProseSpan | None:
    """The first statement elsewhere that goes against a denial."""
    text, subject = article.page.prose.text, article.once(subject_of)
    patterns = _contrary(row, subject, _PRONOUNS.get(text[denial.start : denial.end].split()[0].lower(), _ANYBODYS))
    known = False
    for sentence in own_clauses(article, beside=denial):
        opens = re.match(rf"{AGENT}{subject}\b", text[sentence.start : sentence.end]) is not None
        settled = known or opens or _begins(article, sentence)
        known = opens or re.search(rf"\b{subject}\b", text[sentence.start : sentence.end]) is not None
        if _is_doubted(text, row, sentence):
            continue
        for kind, pattern in patterns:
            found = pattern.search(text, *sentence) if kind != "deed" else pattern.match(text, *sentence)
            if found is None or (kind == "own" and not settled and not _named(found["told"], subject)):
                continue
            if kind == "own" and _EARLIER.search(text, *sentence) and not row.today:
                continue  # "before the slide of 1903 its outlet was ..."
            if row.today and kind != "deed" and not _TODAY.match(text, found.end("told"), sentence.end):
                continue
            if kind == "said" or not _strangers(article, sentence, found):
                return ProseSpan(*found.span("told"))
    return None


def _begins(article: Article, sentence: ProseSpan) -> bool:
    """Whether a sentence stands behind none that names anybody, under a heading such as "Trade"."""
    block = article.page.block_at(sentence.start)
    if block is None or _CAPITAL.search(article.page.prose.text, block.span.start, sentence.start):
        return False
    return block.section < 0 or _CAPITAL.search(article.page.sections[block.section].title) is None


def _contrary(row: Opposite, subject: str, pronoun: str) -> list[tuple[str, re.Pattern[str]]]:
    """What goes against a row's denial: a thing that is the subject's, a deed of it, or what is spoken of."""
    whose = rf"(?:{pronoun}|{subject}['’]s)"
    deed = rf"(?:{AGENT}|[^.;:()]{{0,120}}(?: and|,) )(?P<told>{subject} (?:{row.deed}))\b"
    joined = rf"{AGENT}{subject} [^.;:()]{{1,120}}? (?:and|but) (?P<told>{row.joined})\b"
    patterns = (
        ("own", row.own, rf"(?P<told>{whose} (?:[a-z]+ )?(?:{row.own}))\b(?! (?:of|for) )"),
        ("ruler", row.own, rf"(?P<told>The (?:{row.own}) of (?:the )?{subject})\b"),
        ("deed", row.deed, deed),
        ("deed", row.joined, joined),
        ("said", row.said, rf"\b(?i:(?P<told>{row.said}))\b(?! (?:of|from) (?:the|another) )"),
    )
    return [(kind, re.compile(pattern)) for kind, listed, pattern in patterns if listed]


def _is_doubted(text: str, row: Opposite, sentence: ProseSpan) -> bool:
    """Whether a sentence doubts or denies what it tells, or, where today is meant, tells of another time."""
    if _DOUBTED.search(text, *sentence):
        return True
    return row.today and bool(_ONCE.search(text, *sentence) or _YEAR.search(text, *sentence))


def _named(told: str, subject: str) -> bool:
    return re.match(subject, told) is not None and not told.startswith(("It", "He", "She"))


def _strangers(article: Article, sentence: ProseSpan, found: re.Match[str]) -> bool:
    """Whether "he" or "his wife" may be somebody else's: of kin told before, or of a name where no place is named."""
    text = article.page.prose.text
    if KIN.search(text, text.rfind("\n", 0, sentence.start) + 1, found.start("told")):
        return True
    own = set(re.findall(r"\w+", article.parties.own + " " + article.page.title))
    for name in _NAME.finditer(text, sentence.start, found.start("told")):
        before = text[sentence.start : name.start()].removesuffix("the ").split()
        if name[0] not in own and (before[-1].lower() if before else "") not in _SITES:
            return True
    return False


def excluded(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Two words that shut each other out, both said of the subject behind "is a"."""
    text = article.lowered
    if article.parties.pair or not article.parties.own or not article.page.lead or len(text) > LONGEST:
        return
    opening = _opening(article)
    for row in _sets():
        if (row.of and opening.isdisjoint(row.of)) or opening.isdisjoint(_pieces(row)):
            continue
        told = [words for words in row.words if any(word in text for word in words)]
        if len(told) < 2:
            continue
        if not any(part in opening for words in told for word in words for part in word.split("-")):
            continue
        found: dict[int, ProseSpan] = {}
        for number, span in _said(article, row):
            other = next((first for at, first in found.items() if at != number), None)
            if other is not None:
                yield other, span
                break
            found.setdefault(number, span)


class Exclusive(NamedTuple):
    """A row of words of which one only holds, and what they are said of."""

    words: tuple[tuple[str, ...], ...]
    of: tuple[str, ...]


@cache
def _pieces(row: Exclusive) -> frozenset[str]:
    """The words of a row, those with a hyphen in pieces: one of them stands in the first lines of what it is of."""
    return frozenset(part for words in row.words for word in words for part in word.split("-"))


def _said(article: Article, row: Exclusive) -> Iterator[tuple[int, ProseSpan]]:
    """Which word of a row each sentence on the subject says that it is."""
    text = article.page.prose.text
    opens, said = re.compile(rf"{AGENT}{article.once(subject_of)} (?=is an? |was an? )"), _predicates()[row]
    for sentence in own_clauses(article):
        opened = opens.match(text, *sentence)
        found = said.match(text, opened.end(), sentence.end) if opened else None
        if found and not _ONCE.search(text, found.end(), sentence.end) and not _DOUBTED.search(text, *sentence):
            number = next(at for at, words in enumerate(row.words) if found["word"] in words)
            yield number, ProseSpan(*found.span("word"))


@cache
def _predicates() -> dict[Exclusive, re.Pattern[str]]:
    """The word of a row behind "is a", before what it is said of."""
    found = {}
    for row in _sets():
        word = trie(word for words in row.words for word in words)
        nouns = rf"(?= (?:[a-z-]+ ){{0,2}}(?:{trie(row.of)})\b)" if row.of else r"(?![-\w])"
        found[row] = re.compile(rf"(?:is|was) an? (?:[a-z-]+,? ){{0,4}}?(?P<word>(?<![\w-]){word}){nouns}")
    return found


@cache
def _rows() -> tuple[Opposite, ...]:
    rows: list[dict[str, Any]] = _table()["opposite"]
    return tuple(
        Opposite(
            row["of"],
            frozenset(row.get("lead", ())),
            tuple(row["hint"]),
            trie(row["denial"]),
            trie(row.get("own", ())),
            trie(row.get("deed", ())),
            trie(_BEING.sub("", deed) for deed in row.get("deed", ()) if " " in deed),
            trie(row.get("said", ())),
            row.get("today", False),
        )
        for row in rows
    )


@cache
def _denials() -> dict[Opposite, re.Pattern[str]]:
    return {row: re.compile(rf"\b(?i:{row.denial})\b") for row in _rows()}


@cache
def _sets() -> tuple[Exclusive, ...]:
    rows: list[dict[str, Any]] = _table()["exclusive"]
    return tuple(Exclusive(tuple(map(tuple, row["words"])), tuple(row["of"])) for row in rows)


def _table() -> dict[str, Any]:
    return data_file(__file__, "opposites.toml")
