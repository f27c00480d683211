"""The sentences of the text with a date, each with its words: what the laws on deeds and their dates begin from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from rules.laws.nearby import opening, phrase_words, sentence_at, words_in

_CLAUSE_AHEAD = regex(
    r"(?:(?:soon|shortly|not long) )?(?:after|before|when|as|since|once|while|although|though|until|if) "
    r"[^;:()]*, (?:in|on) (?:the )?$"
)
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM, Form.CAPTION})
LONGEST = 400
_TIES = ("in", "on", "since", "of", "the", "during", "from", "by", "between", "until", "early", "late", "mid", "year")
_SEASONS = ("spring", "summer", "autumn", "winter")
_LED = tuple(f"{word}{space}" for word in _TIES + _SEASONS for space in " \u00a0")
_REACH = max(map(len, _LED))


class Known:
    """What is told by words and phrases, asked of the words of a sentence."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        """Take each word or phrase in lower case with the name of what it tells."""
        self.words: dict[bytes, set[str]] = {}
        self.phrases: dict[bytes, list[tuple[frozenset[bytes], str]]] = {}
        for phrase, name in told:
            first, whole = opening(phrase), phrase_words(phrase)
            self.words.setdefault(first, set())
            if len(whole) == 1:
                self.words[first].add(name)
            else:
                self.phrases.setdefault(first, []).append((whole, name))

    def told_by(self, openings: set[bytes], words: list[bytes]) -> set[str]:
        """What a sentence may tell, of whose words these may open a phrase."""
        may = set().union(*map(self.words.__getitem__, openings))
        several = self.phrases.keys() & openings
        if several:
            said = set(words)
            may.update(name for first in several for whole, name in self.phrases[first] if whole <= said)
        return may


class Dated(NamedTuple):
    """A sentence, or as much of it as is read around a date, with its block, the dates told in it and its words."""

    block: Block
    sentence: ProseSpan
    dates: list[Claim]
    words: list[bytes]


def dated_sentences(article: Article) -> tuple[Dated, ...]:
    """The sentences with a date, in order; to be asked for ``once``."""
    found: list[Dated] = []
    text, end = article.lowered, -1
    for claim in article.claims_by_kind.get(Kind.DATE, ()):
        at = claim.span.start
        if not _is_led(text, at):
            continue
        if at < end:
            found[-1].dates.append(claim)
            continue
        block = article.page.block_at(at)
        if block is None or block.form not in FORMS:
            continue
        sentence = sentence_at(article, at, LONGEST)
        found.append(Dated(block, sentence, [claim], words_in(article, sentence)))
        # The rest of a sentence that is too long is read around each of its dates.
        end = sentence.end if sentence.end - sentence.start < LONGEST else -1
    return tuple(found)


def _is_led(text: str, at: int) -> bool:
    """Whether a clause may be tied to a date, going by what stands before it: most other dates are in brackets."""
    if not text[at - 1 : at].isspace():
        return at == 0 or text[at - 1] == GAP
    return not text[at - 2].isalnum() or text.endswith(_LED, max(at - _REACH, 0), at)


def is_of_next_clause(before: str) -> bool:
    """Whether a date is that of the clause behind it, going by its sentence before it: "after it closed, in"."""
    return _CLAUSE_AHEAD.match(before) is not None
