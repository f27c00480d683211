"""A decade or century and a date that are told of one thing apart from each other.

In the lead, which says that the subject is "a nineteenth-century mansion", and a field or a sentence that says when it
was built; in a sentence and the next one, "It was begun in 1342"; in the heading of a list and its items.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.kinds.kind import normal
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.blocks import dated
from rules.laws.nearby import claims_in, gap, left, right, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.counted_from import plain
from rules.laws.times.own_events import deeds

LONG = (Precision.DECADE, Precision.CENTURY)
YEAR = 366
Pair = tuple[Claim, Claim]

_IS_A = regex(r"\b(?:is|was|are|were) (?:an? |the )?(?:[a-z-]+,? ){0,4}$")
_FROM = worded(
    __file__,
    r"\b(?:{stands} from|{stands} (?:back )?to|(?:is|are|was|were) (?:a work |works )?of|{built} in) "
    r"(?:the )?(?:first half of the |second half of the )?$",
)
_ENDS_HERE = regex(r"[.,;]")
_LAST = ("", ".", ";")
_NOUN = regex(r"[- ]?(?:[a-z-]+ ){0,3}[a-z]{3,}")
_THEN = worded(
    __file__,
    r"[^.;:()]{0,90}[.;] (?:It|The {buildings}|The present {buildings}|(?:Its|The) (?:foundation|first|corner) ?stone"
    r"|Building(?: work)?|Work|Construction|The datestone[a-z ]*|A datestone[a-z ]*) "
    r"(?:was |were |had been )?(?:first )?{begun}"
    r"(?: (?!and\b|until\b|after\b|before\b|of\b)[\w’'-]+){0,9}?,? (?:in |on |the date )?(?:the )?$",
)
_IT_WAS = worded(
    __file__,
    r"(?:(?:^|\. )(?:It|The {buildings})|(?:, and|;|that) (?:it|they)) (?:was|were) (?:[^.,;:()]{0,60} )?{begun}"
    r"(?: (?!and\b|until\b|after\b|before\b)[\w’'-]+){0,7}?,? (?:in|on) (?:the )?$",
)
_EXPLAINED = worded(
    __file__,
    r": (?:(?!\b(?:{unlike})\b)[^.:;()]){3,150}? (?:in|on|of|date|year|reads|bears|says)(?: the)?(?: year)? $",
)
"""Between a rough date and an exact one, the clause that explains the rough one: ": the tenant took it out in"."""
_ASIDE = regex(r", (?:who|which|whose) [^,.;:]{1,80}, ")
_ENDED = worded(__file__, r"\b{ended}\b")
_KEYS = WordList(__file__, "keys")
_ACTS = frozenset(("build", "begin", "complete", "lay", "found", "open", "consecrate", "write", "publish", "make"))
_AGAIN = worded(__file__, r"\b{again}\b")
MARGIN = 3
"""So many years outside of a century, or of a decade, leave no doubt that a date is not in it."""
LATER = 6
"""So many years after a decade may still end what was begun in it."""
FEWEST = 2


def apart(article: Article) -> Iterator[Pair]:
    """A decade or century, and a date of the same thing that lies outside of it."""
    long = [claim for claim in article.claims_by_kind.get(Kind.DATE, ()) if is_long(claim)]
    blocks = (article.page.block_at(claim.span.start) for claim in long)
    if any(block is not None and block.form is Form.HEADING for block in blocks):
        yield from _headed(article)
    if not long:
        return
    yield from _of_own(article)
    for first, second in pairwise(article.claims_by_kind.get(Kind.DATE, ())):
        if is_long(first) and _exact(second) and _told_next(article, first, second):
            yield first, second


def _told_next(article: Article, first: Claim, second: Claim) -> bool:
    """Whether a thing is dated roughly in one sentence and exactly in the next: "It was begun in 1342"."""
    words = gap(article, first.span.end, second.span.start)
    if len(words) > 200 or "\n" in words or _AGAIN.search(words):
        return False
    ahead = left(article, first.span.start, 60)
    if (
        _EXPLAINED.fullmatch(_ASIDE.sub(" ", words))
        and _FROM.search(ahead)
        and right(article, second.span.end, 1) in _LAST
    ):
        return outside(first, second, MARGIN)
    if not _THEN.fullmatch(words):
        return False
    if not (_FROM.search(ahead) or _IS_A.search(ahead)):
        return False
    return outside(first, second, LATER if _ENDED.search(words) else MARGIN)


def _of_own(article: Article) -> Iterator[Pair]:
    """The age that the lead gives to its subject, and when a field or a sentence says that it was built."""
    if article.parties.person or not article.page.lead:
        return
    block = article.page.lead[0]
    sentences = [sentence_at(article, block.span.start)]
    second = sentences[0].end + 1
    if second < block.span.end:
        sentences.append(sentence_at(article, second))
    for sentence in sentences:
        for long in claims_in(article, sentence):
            if is_long(long) and _is_age(article, long):
                built = list(_built(article))
                if built and all(outside(long, date, MARGIN) for date in built):
                    yield long, built[0]
                return


def _is_age(article: Article, long: Claim) -> bool:
    """Whether a century is the age that a sentence gives to what it is about: "a work of the twelfth century"."""
    ahead, behind = left(article, long.span.start, 60), right(article, long.span.end, 40)
    if _IS_A.search(ahead) is None:
        return False
    of_the = ahead.endswith((" of the ", " from the "))
    return _ENDS_HERE.match(behind) is not None if of_the else _NOUN.match(behind) is not None


def _built(article: Article) -> Iterator[Claim]:
    """The dates at which the own subject is said to have been made."""
    for box in article.page.infoboxes:
        for field in box.fields:
            if normal(field.key).replace("_", " ") in _KEYS:
                yield from (claim for claim in claims_in(article, field.prose) if claim.kind is Kind.DATE)
    for block in article.once(dated):
        start = block.span.start
        while start < block.span.end and block.form is Form.PARAGRAPH:
            sentence = sentence_at(article, start)
            yield from _made(article, sentence)
            for deed in deeds(article, block, sentence):
                if deed.act in _ACTS:
                    yield deed.date
            start = max(sentence.end, start) + 1


def _made(article: Article, sentence: ProseSpan) -> Iterator[Claim]:
    """The one date of a sentence that says of "it" when it was made."""
    text = article.page.prose.text
    for date in claims_in(article, sentence):
        if date.kind is Kind.DATE and _exact(date):
            told = _IT_WAS.search(text[sentence.start : date.span.start])
            if told and not _AGAIN.search(told[0]):
                yield date


def _headed(article: Article) -> Iterator[Pair]:
    """The decade of a heading, and the one item of its list that is of another."""
    head: Claim | None = None
    items: list[Claim | None] = []
    for block in (*article.page.blocks, None):
        if block is not None and block.form is Form.ITEM and head is not None:
            items.append(_of_item(article, block))
            continue
        if head is not None:
            yield from _odd(head, items)
        items = []
        if block is None:
            return
        head = _of_heading(article, block) if block.form is Form.HEADING else None


def _of_heading(article: Article, block: Block) -> Claim | None:
    dates = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
    return dates[0] if len(dates) == 1 and is_long(dates[0]) and not dates[0].parts else None


def _of_item(article: Article, block: Block) -> Claim | None:
    """The one date of an item, at its head or in brackets."""
    dates = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
    if len(dates) != 1 or not _exact(dates[0]) or _AGAIN.search(article.lowered, *block.span):
        return None
    ahead = article.page.prose.text[block.span.start : dates[0].span.start]
    return dates[0] if not ahead.strip() or ahead.rstrip(" ").endswith(("(", ",")) or "(" in ahead[-20:] else None


def _odd(head: Claim, items: list[Claim | None]) -> Iterator[Pair]:
    """The one item of several that is outside."""
    told = [item for item in items if item is not None]
    odd = [item for item in told if outside(head, item, 0)]
    if len(odd) == 1 and len(told) > FEWEST:
        yield head, odd[0]


def is_long(claim: Claim) -> bool:
    """Whether a reading is a decade or a century that nothing leaves open."""
    value = claim.value
    return isinstance(value, Date) and value.precision in LONG and not value.circa and not claim.quoted


def outside(long: Claim, short: Claim, margin: int) -> bool:
    """Whether a date lies so many years outside of a decade or a century."""
    first, second = long.value, short.value
    if not isinstance(first, Date) or not isinstance(second, Date) or second.circa or short.quoted:
        return False
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return False
    return second.latest < first.earliest - margin * YEAR or second.earliest > first.latest + margin * YEAR


def _exact(claim: Claim) -> bool:
    value = plain(claim).value
    return isinstance(value, Date) and not value.circa and value.precision in EXACT and not claim.parts
