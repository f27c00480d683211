"""One abbreviation is introduced for two different names.

Why: from the second introduction on, the reader cannot know which of the two is meant.

Right all the same: when each is used only in the section that introduces it.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_INTRODUCED = regex(r"\(([A-Z]{2,6})\)")
_WORD = regex(r"[^\W\d_]+")
_SMALL = WordList(__file__, "small")


def check(article: Article) -> Iterator[Verdict]:
    """Read every "Full Name (FN)" whose initials fit, and compare those of one abbreviation."""
    text = article.page.prose.text
    known: dict[str, tuple[str, ProseSpan]] = {}
    for match in _INTRODUCED.finditer(text):
        name = _expansion(text, match.start(), match[1])
        if not name:
            continue
        written = text[name.start : name.end]
        whole = ProseSpan(name.start, match.end())
        first = known.setdefault(match[1], (written, whole))
        if _words(first[0]) != _words(written):
            message = f"“{match[1]}” is introduced for “{first[0]}” and for “{written}”"
            yield Verdict(message, (Mark(first[1], "first for this"), Mark(whole, "then for this")))


def _expansion(text: str, end: int, letters: str) -> ProseSpan | None:
    """The words before a bracket whose initials are its letters; small words may be left out of it."""
    low = max(text.rfind("\n", max(end - 120, 0), end) + 1, end - 120, 0)
    words = list(_WORD.finditer(text, low, end))
    at = len(letters) - 1
    for word in reversed(words):
        if word[0][0] == letters[at]:
            at -= 1
            if at < 0:
                return ProseSpan(word.start(), low + len(text[low:end].rstrip()))
        elif word[0].lower() not in _SMALL:
            return None
    return None


def _words(name: str) -> list[str]:
    """A name's words as they are compared: no small ones, no plural, one spelling."""
    words = [word.lower().rstrip("s").replace("z", "s") for word in _WORD.findall(name)]
    return [word[:5] for word in words if word not in _SMALL]


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby =\n\nThe ⟦1:Norby Port Authority (NPA)⟧ runs the harbour.\n\n== Press ==\nThe ⟦2:Northern Press "
            "Agency (NPA)⟧ has an office there."
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
        Example("= Norby =\n\nThe Norby Port Authority (NPA) and the Northern Fleet (NF) are there."),
    ),
)
