"""The words around a reading: what stands between two of them, to the left and to the right.

Nothing here crosses the end of a block or a gap of unknown text, and a width keeps every search
linear. No-break and thin spaces come out as plain ones, so that frames need not know them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.textmap import GAP, ProseSpan

WIDTH = 80
"""How far a frame reaches on either side, in characters."""

_SPACES = "\u00a0\u2009\u202f\u200a"
_LETTERS = bytes(code if chr(code).isalpha() else ord(" ") for code in range(256))
_BREAKS = "\n" + GAP
# Two capitals before a full stop may be initials, three and those named are a word: "3 % of GDP. It".
_SENTENCE_END = (
    r"(?=[\"”’')\]\s\[])(?:(?<![A-Z.][A-Z.].)|(?<=\b[A-Z]{3}.)|(?<=\b(?:UK|EU|UN|II|IV|VI|IX|XI|XV|BC|AD|CE|TV).))"
    r"(?<!\b[Nn]o.)(?<!\b(?:St|Mt|Dr|Mr|ca|vs).)"
    rf"[\"”’')\]]{{0,3}}(?:\[[^\]{_BREAKS}]{{1,20}}\])*[^\S\n]+"
    r"(?=[\"“‘'(]?[A-Z]|(?<=[a-z]{4}\. )(?<!\bapprox\. )(?<!\bcirca\. )[0-9])"
)
# One sign each, which comes first: so a search finds it four times as fast as any of several.
_CUTS = (*(regex(rf"\{sign}{_SENTENCE_END}") for sign in ".!?"), *map(regex, _BREAKS))


class _Cuts(NamedTuple):
    """The prose with plain spaces, and where it is cut: by the sign that ends a sentence, a line break or a gap.

    ``behind`` is where what follows each of them begins.
    """

    text: str
    signs: list[int]
    behind: list[int]

    def start(self, at: int, width: int) -> int:
        """Where the text before a place starts."""
        farthest = max(at - width, 0)
        index = bisect_right(self.behind, at) - 1
        return self.behind[index] if index >= 0 and self.signs[index] >= farthest else farthest

    def end(self, at: int, width: int) -> int:
        """Where the text after a place ends."""
        farthest = at + width
        index = bisect_left(self.signs, at)
        if index == len(self.signs):
            return at
        sign = self.signs[index]
        if sign >= farthest:
            return farthest
        if self.text[sign] in _BREAKS:
            return sign
        return sign + 1 if self.behind[index] < farthest else farthest


def _cuts(article: Article) -> _Cuts:
    """The cuts of an article's prose, which is taken to end with a line break."""
    text = article.page.prose.text
    spans = sorted(found.span() for cut in _CUTS for found in cut.finditer(text))
    for space in _SPACES:
        text = text.replace(space, " ")
    spans.append((len(text), len(text) + 1))
    return _Cuts(f"{text}\n", [start for start, _ in spans], [end for _, end in spans])


def between(article: Article, first: Claim, second: Claim, width: int = WIDTH) -> str | None:
    """The text from the end of one reading to the start of the next; None where it is too long or broken."""
    start, end = first.span.end, second.span.start
    if not 0 <= end - start <= width:
        return None
    text = article.once(_cuts).text[start:end]
    return None if "\n" in text or GAP in text else text


def left(article: Article, at: int, width: int = WIDTH) -> str:
    """The text before a place, within its block and its sentence."""
    cuts = article.once(_cuts)
    return cuts.text[cuts.start(at, width) : at]


def right(article: Article, at: int, width: int = WIDTH) -> str:
    """The text after a place, within its block and its sentence."""
    cuts = article.once(_cuts)
    return cuts.text[at : cuts.end(at, width)]


def told(article: Article, claim: Claim) -> str:
    """A reading as the article writes it, on one line."""
    return " ".join(article.page.text(claim.span).split())


def occurrences(article: Article, words: Iterable[str]) -> Iterator[int]:
    """Where any of some lower-case words starts in the prose, as a whole word, in the order of the words."""
    text = article.lowered
    for word in words:
        if may_hold(article, word):
            needle = _needle(word)
            if needle is None:
                yield from occurrences_in(text, word, 0, len(text))
                continue
            letters, size = article.once(_letters), len(word)  # one byte a letter: half the time of the text
            at = letters.find(needle)
            while at >= 0:
                behind = at + size
                if not (text[at - 1 : at].isalnum() or text[behind : behind + 1].isalnum()) and (
                    text.startswith(word, at)
                ):
                    yield at
                at = letters.find(needle, behind)


def occurrences_in(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where a word starts in a stretch of a text, as a whole word."""
    at = text.find(word, start, end)
    while at >= 0:
        behind = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[behind : behind + 1].isalnum()):
            yield at
        at = text.find(word, behind, end)


def may_hold(article: Article, phrase: str) -> bool:
    """Whether the words of a phrase in lower case stand anywhere in the prose, each a whole word; False is certain."""
    return phrase_words(phrase) <= article.once(_vocabulary)


def may_tell(article: Article, span: ProseSpan, words: frozenset[str]) -> bool:
    """Whether any of some words or phrases in lower case may stand in a stretch of the prose; False is certain."""
    return not openings(words).keys().isdisjoint(words_in(article, span))


def words_in(article: Article, span: ProseSpan) -> list[bytes]:
    """The words of a stretch of the prose, in lower case and Latin letters."""
    return article.once(_letters)[span.start : span.end].split()


def opening(phrase: str) -> bytes:
    """The first word of a phrase in lower case, as ``words_in`` spells it."""
    return _spelled(phrase).split()[0]


@lru_cache(1 << 7)
def openings(words: frozenset[str]) -> dict[bytes, tuple[str, ...]]:
    """Some words or phrases in lower case, sorted, by the first word of each."""
    found: dict[bytes, list[str]] = {}
    for word in sorted(words):
        found.setdefault(opening(word), []).append(word)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _vocabulary(article: Article) -> frozenset[bytes]:
    """The words of the prose: to read them once costs as much as to look for thirty of them."""
    return frozenset(article.once(_letters).split())


@lru_cache(1 << 12)
def phrase_words(phrase: str) -> frozenset[bytes]:
    """The words of a phrase in lower case, as ``words_in`` spells them."""
    return frozenset(_spelled(phrase).split())


@lru_cache(1 << 12)
def _needle(word: str) -> bytes | None:
    """A word or phrase as ``_letters`` has it; None where that loses a sign or a letter of it."""
    spelled = _spelled(word)
    return spelled if spelled.decode("latin-1") == word else None


def _letters(article: Article) -> bytes:
    """The prose in lower case with spaces between all words, offset for offset, and one behind it."""
    return _spelled(f"{article.lowered} ")


def _spelled(text: str) -> bytes:
    """A text with a space for every sign and for every letter that is none of the west of Europe."""
    return text.encode("latin-1", "replace").translate(_LETTERS)


def apart(article: Article, words: Iterable[str]) -> Iterator[int]:
    """Where any of some words in lower case may stand between signs or figures: the "th" of "20th"."""
    letters = article.once(_letters)
    for word in words:
        told = b" %b " % _spelled(word)
        at = letters.find(told) if may_hold(article, word) else -1
        while at >= 0:
            yield at + 1
            at = letters.find(told, at + 1)


def within(article: Article, start: int, end: int) -> tuple[Claim, ...]:
    """The readings that start in a stretch of prose, in order."""
    starts = article.claim_starts
    return article.claims.all[bisect_left(starts, start) : bisect_left(starts, end)]


def after(article: Article, at: int, width: int = WIDTH) -> Claim | None:
    """The first reading that starts at or after a place, no farther away than a width."""
    index = bisect_left(article.claim_starts, at)
    claims = article.claims.all
    return claims[index] if index < len(claims) and claims[index].span.start <= at + width else None


def before(article: Article, at: int, width: int = WIDTH) -> Claim | None:
    """The last reading that ends at or before a place, no farther away than a width."""
    index = bisect_right(article.claim_starts, at - 1) - 1
    claims = article.claims.all
    return claims[index] if index >= 0 and at - width <= claims[index].span.end <= at else None


def gap(article: Article, start: int, end: int) -> str:
    """The text between two places, its spaces plain."""
    return article.once(_cuts).text[start:end]


def sentence_at(article: Article, at: int, width: int = 400) -> ProseSpan:
    """The sentence around a place, as far as a width on either side."""
    cuts = article.once(_cuts)
    return ProseSpan(cuts.start(at, width), cuts.end(at, width))


def sentences_at(article: Article, places: Iterable[int]) -> Iterator[ProseSpan]:
    """The sentences around some places that are in order, each once and however long."""
    cuts, end = article.once(_cuts), 0
    for at in places:
        if at >= end:
            index = bisect_right(cuts.behind, at)
            end = cuts.signs[index] + 1
            yield ProseSpan(cuts.behind[index - 1] if index else 0, end)


def passages(article: Article, at: int, sentences: int = 3, width: int = 400) -> Iterator[ProseSpan]:
    """The sentence of a place, then that with the one before it in its paragraph, and so on."""
    text = article.page.prose.text
    span = sentence_at(article, at, width)
    for _ in range(sentences):
        yield span
        if text[span.start - 1 : span.start] in ("\n", GAP, ""):
            return
        span = ProseSpan(span.start - 1 - len(left(article, span.start - 1, width)), span.end)


def claims_in(article: Article, span: ProseSpan) -> tuple[Claim, ...]:
    """The readings that start in a stretch of prose."""
    starts = article.claim_starts
    return article.claims.all[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
