"""One abbreviation is introduced for two different names.

Why: from the second introduction on, the reader cannot know which of the two is meant.

Right all the same: when each is used only in the section that introduces it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Page
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_BRACKETED = regex(r"\((?:the )?[\"“]?([A-Z]{2,6})[\"”]?(?=[);,])")
_CALLED = regex(r", (?:abbreviated|shortened|known as|called|in short|or)(?: (?:to|as|the|simply))? ([A-Z]{2,6})\b")
_APPOSED = worded(__file__, r'[A-Z][A-Z](?:, the|,? {meaning}(?: the)?) [“"]?(?=([A-Z][^.;:()\n]{5,100}))')
"""The end of an abbreviation before its name without brackets: "the NPA, or Norby Port Authority"."""
_LETTERS = regex(r"\b[A-Z]{2,6}$")
_SPELT = regex(r"\(([A-Z][^()\n]{5,100})\)")
"""A name in brackets, which may be that of the abbreviation before them."""
_ALONE = regex(r"(?<![\w-])[A-Z]{2,6} $")
_WORD = regex(r"[^\W\d_]+(?:['’]s\b)?")
_MOST, _LONGEST = 8, 120
"""Letters before the end of the longest abbreviation, and of the longest name."""
_SMALL = WordList(__file__, "small")
_SUCCEEDED = worded(__file__, r"\b{succeeded}\b")


class Introduced(NamedTuple):
    """An abbreviation with the name that it stands for, and the place of both."""

    short: str
    name: str
    span: ProseSpan


def check(article: Article) -> Iterator[Verdict]:
    """Read every "Full Name (FN)" whose initials fit, and compare those of one abbreviation."""
    known: dict[str, Introduced] = {}
    for said in _introduced(article):
        first = known.setdefault(said.short, said)
        if not _alike(first.name, said.name) and not _succeeds(article, said):
            message = f"“{said.short}” is introduced for “{first.name}” and for “{said.name}”"
            yield Verdict(message, (Mark(first.span, "first for this"), Mark(said.span, "then for this")))


def _introduced(article: Article) -> Iterator[Introduced]:
    """Every abbreviation that stands behind its name, or before it, in order."""
    page, text = article.page, article.page.prose.text
    found: list[Introduced] = []
    for pattern, closed in ((_BRACKETED, 1), (_CALLED, 0)):
        for match in pattern.finditer(text):
            name = _expansion(text, match.start(), match[1])
            if name:
                found.append(_told(page, match[1], name, ProseSpan(name.start, match.end() + closed)))
    for match in _APPOSED.finditer(text):
        letters = _LETTERS.search(text, max(match.start() - _MOST, 0), match.start() + 2)
        end = _spelt(text, match.start(1), letters[0]) if letters else None
        if letters and end is not None:
            name = ProseSpan(match.start(1), end)
            found.append(Introduced(letters[0], page.text(name), ProseSpan(letters.start(), end)))
    for match in _SPELT.finditer(text):
        short = _ALONE.search(text, max(match.start() - 8, 0), match.start())
        name = _expansion(text, match.end(1), short[0][:-1]) if short else None
        if short and name and name.start == match.start(1):
            found.append(_told(page, short[0][:-1], name, ProseSpan(short.start(), match.end())))
    return iter(sorted(found, key=lambda each: each.span))


def _told(page: Page, short: str, name: ProseSpan, whole: ProseSpan) -> Introduced:
    """The name with its abbreviation, marked as a whole where nothing else stands in the brackets or between them."""
    marked = whole if page.prose.text[whole.end - 1] not in ";," else name
    return Introduced(short, page.text(name), marked)


def _succeeds(article: Article, said: Introduced) -> bool:
    """Whether a sentence tells of a body that took another one's place, and its letters with it."""
    return _SUCCEEDED.search(article.page.prose.text, *sentence_at(article, said.span.start)) is not None


def _expansion(text: str, end: int, letters: str) -> ProseSpan | None:
    """The words before a bracket whose initials are its letters; small words may be left out of it."""
    low = max(text.rfind("\n", max(end - 120, 0), end) + 1, end - 120, 0)
    words = list(_WORD.finditer(text, low, end))
    at = len(letters) - 1
    for word in reversed(words):
        if word[0][0] == letters[at] or (word[0] not in _SMALL and word[0][0].upper() == letters[at]):
            at -= 1
            if at < 0:
                return ProseSpan(word.start(), low + len(text[low:end].rstrip()))
        elif word[0].lower() not in _SMALL and text[word.start() - 1] != "-":
            return None
    return None


def _spelt(text: str, start: int, letters: str) -> int | None:
    """Where the words behind a place end whose initials are the letters of an abbreviation."""
    at = 0
    for word in _WORD.finditer(text, start, start + _LONGEST):
        if at < len(letters) and word[0][0].upper() == letters[at] and (word[0][0].isupper() or word[0] not in _SMALL):
            at += 1
            if at == len(letters):
                return word.end()
        elif word[0].lower() not in _SMALL:
            return None
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, whether its hyphens join words or part them."""
    return any(_same(_words(one, hyphen), _words(other, hyphen)) for hyphen in ("", " "))


def _same(one: list[str], other: list[str]) -> bool:
    """Whether the words are the same but for one cut short: "Co." of "Company"."""
    return len(one) == len(other) and all(
        first.startswith(second) or second.startswith(first) for first, second in zip(one, other, strict=True)
    )


def _words(name: str, hyphen: str) -> list[str]:
    """A name's words as they are compared: no small ones, no plural, one spelling."""
    words = [word.lower().rstrip("s").replace("z", "s") for word in _WORD.findall(name.replace("-", hyphen))]
    return [word[:5] for word in words if word not in _SMALL]


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.MEDIUM,
    bad=(
        Example("= Norby =\n\nA ⟦1:Children's Heart Unit (CHU)⟧ and the ⟦2:Centre for Human Ultrasound (CHU)⟧."),
        Example(
            "= Norby =\n\nThe ⟦1:Norby Port Authority (NPA)⟧ runs the harbour.\n\n== Press ==\nThe ⟦2:Northern Press "
            "Agency (NPA)⟧ has an office there."
        ),
        Example(
            "= Norby =\n\nThe ⟦1:NPA (Norby Port Authority)⟧ runs the harbour.\n\n== Press ==\nThe ⟦2:Northern Press "
            "Agency, abbreviated NPA⟧, has an office there."
        ),
        Example(
            "= Norby =\n\nThe ⟦1:Norby Port Authority (NPA)⟧ runs the harbour.\n\n== Press ==\nIt is told by the "
            "⟦2:NPA, or Northern Press Agency⟧, each week."
        ),
        wikitext(
            "The ⟦1:[[Bank of Norby]] (BN)⟧ is old. The ⟦2:Brotherhood of Netmakers (BN)⟧ is older.", title="Norby"
        ),
    ),
    good=(
        Example(
            "= Norby =\n\nThe Norby Port Authority (NPA) runs the harbour.\n\n== Press ==\nThe Norby Ports Authority "
            "(NPA) "
            "is old."
        ),
        Example(
            "= Norby =\n\nIt is in the North-East Port League (NEPL).\n\n== Ties ==\nThe North East Port League (NEPL) "
            "is old."
        ),
        Example(
            "= Norby =\n\nThe Norby Port Authority (NPA) ran the harbour. In 1950 it was replaced by the Norby Port "
            "Administration (NPA)."
        ),
        Example(
            "= Norby =\n\nThe Norby Port Company (NPC) ran it, in older texts the Norby Port Club (NPC).\n\n== Port "
            "==\nThe Norby Port Co. (NPC) ran it."
        ),
        Example("= Norby =\n\nThe Norby Port Authority (NPA) and the Northern Fleet (NF) are there."),
    ),
)
