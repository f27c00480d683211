"""The words around a reading: what stands between two of them, to the left and to the right.

Nothing here crosses the end of a block or a gap of unknown text, and a width keeps every search
linear. No-break and thin spaces come out as plain ones, so that frames need not know them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.textmap import GAP, ProseSpan

WIDTH = 80
"""How far a frame reaches on either side, in characters."""

_SPACES = "\u00a0\u2009\u202f\u200a"
# The sign comes first and what must not stand before it second: so a search looks at signs only.
_SENTENCE_END = regex(
    r"[.!?](?<![A-Z.][A-Z.].)(?<!\b[Nn]o.)(?<!\b(?:St|Mt|Dr|Mr|ca|vs).)[\"”’')\]]{0,3}(?:\[[^\]\n]{1,20}\])*\s+(?=[\"“‘'(]?[A-Z])"
)


def _plain(text: str) -> str:
    """A text with plain spaces only, looked for one by one: most texts have none of the others."""
    if not text.isascii():
        for space in _SPACES:
            if space in text:
                text = text.replace(space, " ")
    return text


def between(article: Article, first: Claim, second: Claim, width: int = WIDTH) -> str | None:
    """The text from the end of one reading to the start of the next; None where it is too long or broken."""
    start, end = first.span.end, second.span.start
    if not 0 <= end - start <= width:
        return None
    text = article.page.prose.text[start:end]
    return None if "\n" in text or GAP in text else _plain(text)


def left(article: Article, at: int, width: int = WIDTH) -> str:
    """The text before a place, within its block and its sentence."""
    prose = article.page.prose.text
    start = max(at - width, 0)
    start = max(start, prose.rfind("\n", start, at) + 1, prose.rfind(GAP, start, at) + 1)
    signs, behind = article.once(_ends)
    index = bisect_right(behind, at) - 1
    if index >= 0 and signs[index] >= start:
        start = behind[index]
    return _plain(prose[start:at])


def right(article: Article, at: int, width: int = WIDTH) -> str:
    """The text after a place, within its block and its sentence."""
    prose = article.page.prose.text
    text = prose[at : at + width].partition("\n")[0].partition(GAP)[0]
    signs, behind = article.once(_ends)
    index = bisect_left(signs, at)
    if index < len(signs) and behind[index] < at + len(text):
        text = prose[at : signs[index] + 1]
    return _plain(text)


def _ends(article: Article) -> tuple[list[int], list[int]]:
    """Where the signs stand that end the sentences of the prose, and where the next ones begin."""
    spans = [found.span() for found in _SENTENCE_END.finditer(article.page.prose.text)]
    return [start for start, _ in spans], [end for _, end in spans]


def told(article: Article, claim: Claim) -> str:
    """A reading as the article writes it, on one line."""
    return " ".join(article.page.text(claim.span).split())


def occurrences(article: Article, words: Iterable[str]) -> Iterator[int]:
    """Where any of some lower-case words starts in the prose, as a whole word, in the order of the words."""
    text = article.lowered
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield at
            at = text.find(word, end)


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
    return _plain(article.page.prose.text[start:end])


def sentence_at(article: Article, at: int, width: int = 400) -> ProseSpan:
    """The sentence around a place, as far as a width on either side."""
    return ProseSpan(at - len(left(article, at, width)), at + len(right(article, at, width)))


def claims_in(article: Article, span: ProseSpan) -> tuple[Claim, ...]:
    """The readings that start in a stretch of prose."""
    starts = article.claim_starts
    return article.claims.all[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
