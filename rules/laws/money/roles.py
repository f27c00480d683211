"""What every amount of money of an article is: goods out, goods in, both together, their balance or a product.

The role of an amount is that of the word that governs it, before it or behind it, in any order; whose it is follows
from what stands around that word: "Kenya's sales", "sold by Kenya", "goods that Peru bought from Kenya".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Kind, Money
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING
from rules.laws.money.holders import Holders, holders
from rules.laws.money.ledger import Entry
from rules.laws.nearby import claims_in, gap, may_hold, right, sentence_at

OUT, IN, TRADE, BALANCE = "out", "in", "trade", "balance"
SEVERAL = -1
"""Stands for the year of an amount whose sentence tells several, none of them its own."""
_ROLE = worded(
    __file__,
    r"\b(?:(?P<nothing>{nothing})|(?P<other>{other})"
    r"|(?P<balance>(?:{balance})(?: in (?:[a-z]+ )?(?:trade|commerce))?)|(?P<both>{both})|(?P<out>{out})"
    r"|(?P<in>{in}|brought in(?=[,.;:)]|$))|(?P<trade>{trade})|(?P<sum>{sum}))\b",
    re.IGNORECASE,
)
_HINTS = WordList(__file__, "hints")
_BEHIND = worded(
    __file__,
    r"(?: (?:worth|in value))?(?: (?:and )?(?:was|were|had been|is|are|have been)"
    r"(?: [a-z]+){0,2}? (?:{out}|{in})| ?(?:and )?(?:(?:was|were|is|are) )?\b{behind})\b"
    r"| (?:in|for|as|on|of|from|by|through|with) (?:(?:[A-Z][\w’'-]+|its|their|the|total|that|value|sum|of) ){1,4}"
    r"(?:{nouns})\b",
)
_SHARED = regex(
    r"(?:%|\b(?:per ?cent|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|share|part|fraction|most|bulk)) of "
    r"(?:(?:its|the|their|all|total|overall|whole|[A-Z][\w-]+['’]s?|[A-Z][\w-]+n) ){0,3}$"
)
_HEADED = worded(__file__, r"\b(?i:{nouns})(?: [a-z]+){0,2} (?:of|worth|at|were|was)(?: [a-z]+)? $")
"""Before an amount: "imports of $3 billion left the country with a deficit" tells imports."""
_CUT = regex(r"[,;:()]| (?:and|while|whereas|against|but|as against|compared)(?= )")
_CHANGE = worded(
    __file__, r"\b{change} (?:(?:about|some|only|nearly|almost|over|just|roughly|around) )?$", re.IGNORECASE
)
_MARGIN = worded(
    __file__,
    r"\b(?:exports|imports|sales|purchases) (?:[a-z]+ )?((?:{exceed}) (?:[\w’']+ )?"
    r"(?:exports|imports|sales|purchases))\b[^.;:]{0,40} by (?:some |about |around |nearly |over )?$",
    re.IGNORECASE,
)
_JOINS = regex(r" (?:and|to|until) |[–-]")
"""Between two years: what is told is of both, or of all from the one to the other."""
_THEN = worded(__file__, r"\b{then}\b", re.IGNORECASE)
_LATER = worded(__file__, r"\b{later}\b", re.IGNORECASE)
_SINCE = worded(__file__, r"\b{most}\b[^.;:0-9]{0,30}\b(?:since|before|after|until) $")
"""Before a date: an amount is only the highest since then."""
_BRACKET = regex(r"\([^()]{0,20}$")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_CORRECTED = worded(__file__, r"\b{corrected}\b", re.IGNORECASE)
"""In the sentence of an amount or at the beginning of the next: the text itself says that it is wrong."""
_WIDTH, _FAR, _NEXT = 110, 400, 60
MOST = 60
"""So many amounts of an article are read."""
_LONGEST = 600


class Told(NamedTuple):
    """One amount: what it is, who sells and who buys (None where not told), and when.

    ``year`` is None where none is told, ``implied`` where it is that of the sentence before; ``word`` is the one that
    says what it is; ``partial`` where it is told of some goods only.
    """

    claim: Claim
    role: str
    sides: Holders
    year: int | None
    implied: bool
    word: ProseSpan
    partial: bool
    sentence: ProseSpan
    block: Block

    @property
    def entry(self) -> Entry:
        """The amount as a ledger has it."""
        assert isinstance(self.claim.value, Money)
        return Entry(self.claim.span, self.claim.value.amount, self.claim.value.currency)


def told_amounts(article: Article) -> tuple[Told, ...]:
    """Every amount of trade in running text and lists; to be asked for :meth:`Article.once`."""
    if not any(may_hold(article, word) for word in _HINTS):
        return ()
    return tuple(_read(article))


def _read(article: Article) -> Iterator[Told]:
    last: Told | None = None
    claims = [claim for claim in article.claims_by_kind.get(Kind.MONEY, ())[:MOST] if _block(article, claim)]
    for sentence, group in groupby(claims, key=lambda claim: sentence_at(article, claim.span.start, _LONGEST)):
        sums, start = list(group), sentence.start
        for at, claim in enumerate(sums):
            end = sums[at + 1].span.start if at + 1 < len(sums) else sentence.end
            if _plain(claim):
                found, start = _told(article, sentence, claim, start, end, last)
                if found is not None:
                    if _CORRECTED.search(gap(article, *sentence) + right(article, sentence.end + 1, _NEXT)):
                        break
                    last = found
                    yield found
            start = max(start, claim.span.end)


def _block(article: Article, claim: Claim) -> Block | None:
    block = article.page.block_at(claim.span.start)
    return block if block is not None and block.form in RUNNING else None


def _plain(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Money) and value.per is None and value.amount.value > 0 and not (claim.quoted or claim.parts)
    )


def _told(
    article: Article, sentence: ProseSpan, claim: Claim, start: int, end: int, last: Told | None
) -> tuple[Told | None, int]:
    """An amount by the words since the one before it, or by those behind it; and where its words end."""
    ahead, following = (
        gap(article, start, claim.span.start),
        gap(article, claim.span.end, min(end, claim.span.end + _WIDTH)),
    )
    behind = _CUT.split(following, 1)[0]
    governed = None if _HEADED.search(ahead) else _BEHIND.match(behind)
    found = _governing(behind, first=True) if governed else None
    at = claim.span.end
    used = at + found.end() if found else start
    if found is None:
        found, at = _governing(ahead, first=False), start
    block = _block(article, claim)
    margin = _MARGIN.search(ahead)
    if margin is not None and block is not None:
        return _margin(article, sentence, claim, block, ProseSpan(start + margin.start(1), start + margin.end(1))), used
    if found is None or found.lastgroup == "other" or block is None or (_CHANGE.search(ahead) and at == start):
        return None, max(used, start)
    role = _role(found)
    word = ProseSpan(at + found.start(), at + found.end())
    earlier = last if last is not None and last.block == block else None
    tail = _CUT.search(ahead) if start > sentence.start else None
    around = ProseSpan(start + (tail.start() if tail else 0), claim.span.end + len(behind))
    sides = holders(article, around, claim.span, word, role, earlier.sides if earlier else None)
    if article.parties.pair and _SHARED.search(gap(article, max(sentence.start, word.start - 50), word.start)):
        sides = sides._replace(world=True)  # "22 percent of its exports of $41.2 billion" are all of them
    year, implied = _year(article, sentence, claim, end, block)
    partial = role in (OUT, IN) and _of_some(article, word, claim)
    return Told(claim, role, sides, year, implied, word, partial, sentence, block), max(used, start)


def _margin(article: Article, sentence: ProseSpan, claim: Claim, block: Block, word: ProseSpan) -> Told:
    """By how much the one flow is more than the other: "imports exceeded exports by $5 million"."""
    sides = holders(article, ProseSpan(sentence.start, claim.span.end), claim.span, word, BALANCE, None)
    year, implied = _year(article, sentence, claim, sentence.end, block)
    return Told(claim, BALANCE, sides, year, implied, claim.span, False, sentence, block)


def _governing(text: str, *, first: bool) -> re.Match[str] | None:
    """The word that governs an amount behind it, the last; or before it, the first."""
    found = [match for match in _ROLE.finditer(text) if match.lastgroup != "nothing"]
    flows = [match for match in found if match.lastgroup != "sum"]
    chosen = flows or found
    return (chosen[0] if first else chosen[-1]) if chosen else None


def _role(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    return TRADE if name in ("both", "sum") else name


_SOME = worded(
    __file__,
    r"(?i:{nouns}) (?:by (?:sea|land|rail|road|air|river)|overland)\b"
    r"|(?i:{nouns}) of (?!(?:{goods}|all|the|its|their|an?)\b)[a-z]"
    r"|(?i:{verbs}) (?!(?:{goods}|{onward})\b)(?!(?:[A-Z][\w-]+ )(?:{goods}|for|worth)\b)(?:[A-Z][\w-]+ )?[a-z]",
)
_KINDS = worded(__file__, r"(?<![\w'’-])(?!{before}\b)[a-z-]{3,} $")
_NOUN = worded(__file__, r"(?:{nouns})", re.IGNORECASE)


def _of_some(article: Article, word: ProseSpan, claim: Claim) -> bool:
    """Whether the words around an amount name some goods: "exports of timber", "sold wool", "timber exports"."""
    if _SOME.match(gap(article, word.start, word.end + 60)):
        return True
    noun = _NOUN.fullmatch(gap(article, *word)) is not None
    return noun and _KINDS.search(gap(article, max(word.start - 30, 0), word.start)) is not None


def _year(article: Article, sentence: ProseSpan, claim: Claim, end: int, block: Block) -> tuple[int | None, bool]:
    """The year of an amount: the one of its sentence, the nearest to it, or the last told before in its paragraph."""
    dates = [each for each in claims_in(article, sentence) if isinstance(each.value, Date)]
    dates = [each for each in dates if not _SINCE.search(gap(article, sentence.start, each.span.start))]
    if any(_JOINS.fullmatch(gap(article, one.span.end, other.span.start)) for one, other in pairwise(dates)):
        return SEVERAL, False
    if len({_of(each) for each in dates}) == 1:
        return _of(dates[0]), False
    if dates:
        behind = [each for each in dates if claim.span.end <= each.span.start < end]
        ahead = [each for each in dates if each.span.end <= claim.span.start]
        near = behind[0] if behind else ahead[-1] if ahead else None
        return (_of(near) if near else SEVERAL), False
    return _year_before(article, sentence, block)


def _year_before(article: Article, sentence: ProseSpan, block: Block) -> tuple[int | None, bool]:
    """The last year told before a sentence in its paragraph, and whether only its place says that it is meant."""
    earlier = ProseSpan(max(block.span.start, sentence.start - _FAR), sentence.start)
    before = [each for each in claims_in(article, earlier) if isinstance(each.value, Date)]
    beside = [each for each in before if not _BRACKET.search(gap(article, earlier.start, each.span.start))]
    before = beside or before
    if not before:
        return (_of_list(article, block) if block.form is Form.ITEM else None), False
    if _LATER.search(gap(article, *sentence)):
        return SEVERAL, False
    next_to = before[-1].span.start >= sentence_at(article, max(sentence.start - 2, block.span.start), _LONGEST).start
    return _of(before[-1]), not next_to and _THEN.search(gap(article, *sentence)) is None


def _of_list(article: Article, block: Block) -> int | None:
    """The year that a list is of: told in the line that opens it, else in the heading."""
    blocks = article.page.blocks
    at = bisect_left(article.page.block_starts, block.span.start)
    while at > 0 and blocks[at - 1].form is Form.ITEM and blocks[at - 1].section == block.section:
        at -= 1
    opening = blocks[at - 1] if at > 0 else None
    if (
        opening is not None
        and opening.section == block.section
        and article.page.text(opening.span).rstrip().endswith(":")
    ):
        dates = [each for each in claims_in(article, ProseSpan(*opening.span)) if isinstance(each.value, Date)]
        return _of(dates[-1]) if dates else None
    found = _YEAR.findall(article.page.sections[block.section].title) if block.section >= 0 else ()
    return int(found[0]) if len(found) == 1 else None


def _of(date: Claim) -> int:
    value = date.value
    assert isinstance(value, Date)
    ends = {civil(each)[0] for each in (value.earliest, value.latest) if each is not None}
    return ends.pop() if len(ends) == 1 else SEVERAL
