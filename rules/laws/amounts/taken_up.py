"""Parts of a whole told before: "had 40 boats ... 45 of the boats", "had 75 seats ... took 79 of the seats"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.claims.written import Hedge
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.parts import GATHERINGS, Roles
from rules.laws.nearby import claims_in, left, may_tell, right, sentence_at
from rules.laws.nouns import head, people, same_thing

_OF_THE = worded(
    __file__,
    r" of (?:(?:its|their|his|her) (?:[\w-]+ )?(?P<own>[a-z]{3,})(?= (?:in|on|at|to|from|with|for|over|near)\b)|"
    r"(?:the|these|those|its|their|his|her) (?:[\w-]+ )?(?P<noun>[a-z]{3,})(?=[.,;)]|$| [a-z]{2,}ed\b| {ended}\b))",
)
_AHEAD = regex(
    r"(?:^|[,;:] ?|\band )(?:[Oo]f|[Oo]ut of|[Aa]mong) (?:these|those|the|its|their|his|her) ([a-z]{3,}),? "
    r"(?:only |just |some |about )*$"
)
_THOSE = ("f the", "f its", "f his", "f her", "g the", "g its")
"""Letters of what stands before a part, looked for first."""
_NOUN = regex(r" ([a-z]{4,20})\b")
_SEATS = regex(r"(?: of the)? seats?(?=[.,;)]|$| (?:and|but|while|when|to|against|after|with|on|out)\b)")
_TOOK = worded(__file__, r"\b{took} (?:only |some |just )?$")
_HOUSE = worded(__file__, r"\b(?i:{houses})\b[^.;]{0,40}\b(?:{counts}|consist\w+ of) (?:a total of |the )?$")
_GATHERED = regex(r" of (?:the|its|their|his|her|this|that) ([a-z]+)")
_YEAR = regex(r"\b(?:1[0-9]{3}|20[0-9]{2})\b(?!,[0-9])")
_SEATED = WordList(__file__, "seated")
_BYGONE = WordList(__file__, "bygone")
_WIDER = worded(__file__, r"(?i:\b{wider}\b)")
SHORTEST = 6
SHORT = 3
"""A noun of fewer letters is too common to be taken up in another paragraph; one that is owned may be shorter."""
FARTHEST = 5
"""A "part" so many times its whole is of something else."""


_MANY = 60
"""A paragraph that tells so many readings before a part is a list, and what it takes up is not to be known."""


def taken_up(article: Article) -> tuple[Roles, ...]:
    """Every part of a whole that an earlier clause or sentence tells; for :meth:`Article.once`."""
    return tuple(_taken_up(article))


def _taken_up(article: Article) -> Iterator[Roles]:
    numbers = [claim for claim in article.claims_by_kind.get("number", ()) if not claim.quoted and not claim.parts]
    houses = [claim for claim in numbers if _is_house(article, claim)]
    seats = {claim.value.amount.value for claim in houses if isinstance(claim.value, Number)}
    text = article.page.prose.text
    for claim in numbers:
        whole = _meant(article, claim)
        if whole is None and len(seats) == 1 and text.startswith(("of ", "seat"), claim.span.end + 1):
            took = _SEATS.match(right(article, claim.span.end, 60)) and _TOOK.search(left(article, claim.span.start))
            whole = houses[0] if took and _of_one_time(article, houses[0], claim) else None
        if whole is not None and whole.span.end < claim.span.start and _may_be(article, whole, claim):
            yield Roles(claim, whole)


def _meant(article: Article, part: Claim) -> Claim | None:
    """The whole that the words before or behind a part take up."""
    text, noun = article.page.prose.text, part.value.noun if isinstance(part.value, Number) else None
    if text.startswith("of ", part.span.end + 1):
        of = _OF_THE.match(right(article, part.span.end, 60))
        return _before(article, part, of["own"] or of["noun"], SHORT if of["own"] else SHORTEST) if of else None
    if noun is not None:
        return _gathered(article, part, noun) if text.startswith(" of ", part.span.end + 1 + len(noun)) else None
    lead = text[max(part.span.start - 40, 0) : part.span.start]
    ahead = _AHEAD.search(left(article, part.span.start, 40)) if any(map(lead.__contains__, _THOSE)) else None
    return _before(article, part, ahead[1]) if ahead else None


def _gathered(article: Article, part: Claim, noun: str) -> Claim | None:
    """The whole of "2,110 drums of the collection": what an earlier "collection of 1,840 drums" counts."""
    of = _GATHERED.match(right(article, part.span.end + 1 + len(noun), 30))
    if of is None or of[1] not in GATHERINGS:
        return None
    text = article.page.prose.text
    told = [claim for claim in article.once(_by_noun).get(head(noun), ()) if claim.span.end < part.span.start]
    wholes = [claim for claim in told if text.endswith(f"{of[1]} of ", 0, claim.span.start)]
    return wholes[0] if len(wholes) == 1 and not wholes[0].parts else None


def _is_house(article: Article, claim: Claim) -> bool:
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    return noun in _SEATED and _HOUSE.search(left(article, claim.span.start)) is not None


def _of_one_time(article: Article, house: Claim, part: Claim) -> bool:
    """Whether the number of a house's seats goes for an election told elsewhere: no time of its own stands by it."""
    if article.page.block_at(house.span.start) == article.page.block_at(part.span.start):
        return True
    sentence = sentence_at(article, house.span.start)
    dated = any(claim.kind == "date" for claim in claims_in(article, sentence))
    return not (dated or may_tell(article, sentence, _BYGONE.words))


def _before(article: Article, part: Claim, noun: str, shortest: int = SHORTEST) -> Claim | None:
    """The one number of such things that the paragraph tells before a part; None where there are several."""
    block = article.page.block_at(part.span.start)
    if block is None or not noun.endswith(("s", "men", "people", "aircraft", "children", "women", "crew")):
        return None
    told = claims_in(article, ProseSpan(block.span.start, part.span.start))
    if len(told) > _MANY:
        return None
    counts = [claim for claim in told if isinstance(claim.value, Number)]
    same = _counts_of(article, noun, counts)
    if not same and (len(noun) >= shortest or people(noun)):
        return _in_block_ahead(article, block, noun)
    if len(same) != 1 or same[0].parts:
        return None
    between = list(takewhile(lambda claim: claim is not same[0], reversed(counts)))
    loose = any(isinstance(claim.value, Number) and claim.value.noun is None for claim in between)
    return None if loose else same[0]


def _counts_of(article: Article, noun: str, counts: Sequence[Claim]) -> list[Claim]:
    """The numbers of such things: by the noun read with them, or by the very word behind them."""
    return [
        claim
        for claim in counts
        if isinstance(claim.value, Number)
        and (_alike(claim.value.noun or "", noun) or right(article, claim.span.end, len(noun) + 1) == f" {noun}")
    ]


def _alike(counted: str, noun: str) -> bool:
    """Whether things are taken up by a noun: people by what they are, "210 people" by "of the employees"."""
    return same_thing(counted, noun) or (counted in ("people", "persons") and people(noun))


def _in_block_ahead(article: Article, block: Block, noun: str) -> Claim | None:
    """The one number of such things in the paragraph before, where the article counts them nowhere else before."""
    blocks = article.page.blocks
    at = bisect_left(blocks, block.span.start, key=lambda each: each.span.start) - 1
    while at > 0 and blocks[at].form is Form.HEADING:
        at -= 1
    told = article.once(_by_noun).get(head(noun), ())
    alone = len(told) > 0 and (len(told) == 1 or told[1].span.start >= block.span.start) and not told[0].parts
    if at < 0 or blocks[at].form is not Form.PARAGRAPH or not alone:
        return None
    return told[0] if blocks[at].span.start <= told[0].span.start < block.span.start else None


def _by_noun(article: Article) -> dict[str, tuple[Claim, ...]]:
    """The numbers of the article by what they count, in order."""
    found: dict[str, list[Claim]] = {}
    for claim in article.claims_by_kind.get("number", ()):
        noun = claim.value.noun if isinstance(claim.value, Number) else None
        word = None if noun else _NOUN.match(right(article, claim.span.end, 24))
        if noun or word:
            found.setdefault(head(noun or (word[1] if word else "")), []).append(claim)
    return {noun: tuple(claims) for noun, claims in found.items()}


def _may_be(article: Article, whole: Claim, part: Claim) -> bool:
    """Whether the two are told plainly: no wider or newer whole may be meant."""
    one, other = whole.value, part.value
    assert isinstance(one, Number)
    assert isinstance(other, Number)
    around = left(article, part.span.start) + right(article, part.span.end) + left(article, whole.span.start, 24)
    years = [set(_YEAR.findall(_clause(article, claim))) for claim in (whole, part)]
    if all(years) and years[0].isdisjoint(years[1]):
        return False  # "in 1960 there were 40 goats; 55 of the goats of 1975"
    plain = one.amount.hedge is Hedge.NONE and other.amount.value <= one.amount.value * FARTHEST
    around = (around + right(article, whole.span.end, 60)).replace("more than ", "")
    return plain and _WIDER.search(around) is None


def _clause(article: Article, claim: Claim) -> str:
    """The clause of a number."""
    before, behind = left(article, claim.span.start), right(article, claim.span.end)
    return before.rpartition(";")[2] + behind.partition(";")[0]
