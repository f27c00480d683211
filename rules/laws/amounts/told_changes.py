"""A change told in a clause of its own, with the two amounts between which it lies around it.

"There were 1,260 people on the payroll. The furnaces cost 420 jobs, so that only 940 were left": what is said to have
changed is known by the words at the change, in any of the ways in which English tells one; the two amounts are the only
others of the sort in the sentence, else in it and a neighbour, else in the section; and something ties the change to
them: a pronoun or "the saving", an outcome ("leaving", "so that"), or the noun that all three count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Number, Percent
from articles.claims.written import Interval
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.change_hints import hinted
from rules.laws.amounts.courses import OF_A_PART, Course, course_of, of_another_start, portions
from rules.laws.amounts.direction import comparatives
from rules.laws.amounts.far_ends import holders_amount, year_rows
from rules.laws.amounts.moves import (
    FRACTION,
    Factor,
    change_noun,
    factor_words,
    factors,
    named_factor,
    portion,
    way,
)
from rules.laws.amounts.passages import RUNNING, amounts, plain, restated, single, size, sort
from rules.laws.amounts.shares import X_OF_N
from rules.laws.nearby import gap, left, occurrences, right, sentence_at
from rules.laws.nouns import people, same_thing
from rules.laws.order import amount

_MEASURED = frozenset({Kind.QUANTITY, Kind.MONEY, Kind.PERCENT})
_PASSED = frozenset({Kind.DATE, Kind.ORDINAL})
_FEW = (
    r"(?:about |some |nearly |almost |around |over |only |just |another |a further |further |as much as |a |an |"
    r"no less than ){0,3}$"
)
_BY = worded(__file__, r"\b(?P<verb>{up}|{down}|{apart})\b[^.;:()]{0,50}? by " + _FEW)
_OBJECT = worded(__file__, r"\b(?P<verb>{lost}|(?P<gained>{gained})) " + _FEW)
_PRICED = WordList(__file__, "priced")
_PASSIVE = worded(
    __file__,
    r"(?: of (?:them|these|those|which|(?:the|its|their) [a-z]+))?(?:(?! (?:were|was|are|is|be)\b) [a-z]+){0,2} "
    r"(?:(?:were|was|had been|have been|being) (?:{undone}|(?P<done>{done}))|"
    r"(?:had |have )?(?:{went}|(?P<came>{came})))\b",
)
_OF = worded(
    __file__,
    r"\b(?P<whose>(?i:an?|the|this|that|its|their|his|her)|[A-Z][\w-]*(?:['’]s|s['’])) (?:[a-z]+ )?"
    r"(?P<noun>{nouns}) of " + _FEW,
)
_IS = worded(
    __file__,
    r"\b(?P<whose>(?i:an?|the|this|that|its|their|his|her)|[A-Z][\w-]*(?:['’]s|s['’])) (?P<noun>{nouns})\b"
    r"(?:[^.;]|\.[0-9]){0,90} (?:is|was|being|came to|amounted to|amounts to|of) " + _FEW,
)
_DIRECT = worded(__file__, r"\b(?P<verb>{risen}|{sunken}) " + _FEW)
_SO = regex(r"(?:[,;:]|\b(?:and|is|are|was|were|had|has)\b) (?:so that|so|thus|hence|therefore|consequently)\b")
_OF_THEM = frozenset(("ones", "new ones", "others", "more", "further", "extra"))
"""Nouns of more of the same."""
_AT_A_TIME = regex(r"[^,;.]{0,12}? (?:in|by|on|at|of) (?:the )?(?:[A-Za-z]+ ){0,2}[0-9]{4}")
_UP = regex(r"\b(?P<verb>up|down)(?: by)? (?:about |some |nearly |almost |around )?$")
_MORE = regex(r"(?: [a-z-]+)?? (?P<word>[a-z]+)(?=[.,;:)–—]|$| than | (?:and|but|while|when|after|since|of them) )")
_TIMES = regex(
    r"\b(?P<n>twice|half|three times|four times|five times) "
    r"as (?:many|much|large|big|high|long|great|strong|numerous)\b"
)
_RATIOS = {
    times: (Decimal(low), Decimal(high))
    for times, low, high in (
        ("twice", "1.75", "2.4"),
        ("half", "0.42", "0.58"),
        ("three times", "2.6", "3.4"),
        ("four times", "3.5", "4.5"),
        ("five times", "4.4", "5.6"),
    )
}
_PRONOUN = worded(__file__, r"(?i)\b{pronouns}\b(?! of\b)")
_OUTCOME = worded(__file__, r"\b{outcome}\b")
_OUTCOME_FIRST = regex(r"^[^.;:]{0,30}\bto (?:about |some |just |only |nearly )?$")
"""Between a change and two amounts behind it: the first is what came of it."""
_STEP = regex(r",? and (?:with|after|in|by|when|later|then|on)\b")
"""Between a word such as "doubled" and an amount: it went on, "this doubled, and with the third it reached 115"."""
_LINKS = WordList(__file__, "links")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_AFTER_A_YEAR = regex(
    r"\b(?:[Ww]ithin|[Ii]n|[Aa]fter|[Oo]ver|[Ii]nside) a year\b|\b[Aa] year (?:later|after|earlier|before|on)\b"
)
"""When it changed, and no change of every year."""
_TRADE = worded(__file__, r"\b{trade}\b")
_THAN = regex(r"[^.,;:()]{0,40}\bthan ")
_EARLIER = worded(__file__, r"[^.;:()]{0,40}\bthan (?:[a-z]+ ){0,3}{earlier}\b")
_IN_DIMENSION = regex(
    r" in (height|width|length|depth|weight|age|area|size|speed|value|price|breadth|altitude|level|cost)\b"
)
_PORTION = regex(r"(?:half|(?:an? |one[ -])(?:half|third|quarter|fifth|tenth)|two[ -]thirds|three[ -]quarters)")
_WITHIN = regex(
    r"(?: [a-z]+)? (?:in|within|over|during) (?:the )?(?:[a-z]+ )?(?:[a-z0-9]+ )?(?:years?|decades?|months|days)\b"
)
"""Behind a change: it took so long, of which the two amounts may not be the start and the end."""
_NEXT = regex(r"[;:]|, (?:and|but|while|whereas) ")
_SINCE = regex(r"(?: [a-z]+)? (?:from|over|on|since|compared|against|of|in (?:growth|revenue)) ")
_LATER = worded(__file__, r"\b{later}\b|[0-9]{4}|\. ")
_FROM = regex(r"(?: [a-z]+){0,4}[:;,]|,? from ")
_WORD = regex(r"[A-Za-z][\w’'-]*")
_CUT = regex(r"[,;:–—(]")
LONGEST, LARGEST = 700, 1100
_MANY = 2000
"""More changes than any article tells are not looked at."""
FARTHEST = 110


class Told(NamedTuple):
    """What is told as a change: an amount or a factor, which way it went if that is said, and its anaphoric noun."""

    claim: Claim | None
    factor: Factor | None
    up: bool | None
    definite: bool

    @property
    def span(self) -> ProseSpan:
        """Where it stands."""
        return self.claim.span if self.claim is not None else self.factor.span  # type: ignore[union-attr]


def told_changes(article: Article) -> tuple[Course, ...]:
    """Every change with the two amounts that it is tied to; for :meth:`Article.once`."""
    return tuple(_courses(article))


def _courses(article: Article) -> Iterator[Course]:
    told = [*_amounts_told(article), *_factors_told(article)]
    changed = frozenset(each.span for each in told if each.claim is not None)
    percents = [each.claim for each in told if each.claim is not None and each.claim.kind is Kind.PERCENT]
    percents.sort(key=lambda claim: claim.span)
    for change in told[:_MANY]:
        block = article.page.block_at(change.span.start)
        if block is None or block.form not in RUNNING or _disowned(article, change):
            continue
        far = _far_ends(article, change)
        if far is not None:
            yield far
            continue
        for window in _windows(article, change):
            ends = _ends(article, window, change, changed)
            if ends is not None:
                found = _course(article, change, ends)
                if found is not None and not _known(change, ends, percents):
                    yield found
                break


def _far_ends(article: Article, change: Told) -> Course | None:
    """The change between two years of a table, or that from what a holder named behind "than" has elsewhere."""
    ends = year_rows(article, change.span.start) if change.claim is None or change.up is not None else None
    if ends is None and change.claim is not None and change.claim.kind is Kind.NUMBER:
        ends = holders_amount(article, change.claim)
    if ends is None or (
        change.claim is not None and isinstance(change.claim.value, Number) and ends[0].kind is not Kind.NUMBER
    ):
        return None
    return course_of(change.claim, change.factor, ends, size(ends[1]) > size(ends[0]))


def _amounts_told(article: Article) -> Iterator[Told]:
    text = article.page.prose.text
    for told in article.once(hinted):
        by_to = len(told.parts) == 2 and text.endswith(" by ", 0, told.span.start)
        claim = (
            told.parts[0]
            if by_to and gap(article, told.parts[0].span.end, told.parts[1].span.start) == " to "
            else told
        )
        if plain(claim) and claim.pattern != FRACTION and (sign := _sign(article, claim)) is not None:
            yield Told(claim, None, *sign)


def _sign(article: Article, claim: Claim) -> tuple[bool | None, bool] | None:
    """Which way an amount is told to have changed, and whether its noun points back; None where it is no change."""
    lead, tail = left(article, claim.span.start, 130), right(article, claim.span.end, 60)
    more = _MORE.match(tail)
    if more is not None and (up := comparatives().get(more["word"])) is not None:
        return up, False
    noun = _OF.search(lead[-60:]) or _IS.search(lead)
    if noun is not None and _otherwise(article, claim, noun):
        return None
    if noun is not None:
        return change_noun(noun["noun"]), noun["whose"].lower() not in ("a", "an")
    verb = _OBJECT.search(lead) if claim.kind is not Kind.PERCENT else None
    if verb is not None and not (claim.kind is Kind.MONEY and verb["verb"] in _PRICED):
        return verb["gained"] is not None, False
    undone = _PASSIVE.match(tail) if claim.kind in (Kind.NUMBER, Kind.QUANTITY) else None
    if undone is not None:
        return (undone["done"] or undone["came"]) is not None, False
    by = _BY.search(lead) or _UP.search(lead) or (_DIRECT.search(lead) if claim.kind in _MEASURED else None)
    return (way(by["verb"]), False) if by is not None else None


def _otherwise(article: Article, claim: Claim, noun: re.Match[str]) -> bool:
    """Whether a difference is told of a dimension that nothing before it is of: "the difference in height"."""
    told = noun.group(0)[noun.end("noun") - noun.start() :]
    of = _IN_DIMENSION.match(told)
    return of is not None and of[1] not in gap(article, max(claim.span.start - 300, 0), claim.span.start - len(told))


def _factors_told(article: Article) -> Iterator[Told]:
    for at in occurrences(article, factors()):
        found = factor_words().match(article.lowered, at)
        if found is not None and not article.lowered.startswith(" again", found.end()):
            span = ProseSpan(*found.span())
            factor = named_factor(found[0], span, left(article, at, 20))
            yield Told(None, factor, factor.rises, False)
    for claim in article.claims_by_kind.get(Kind.NUMBER, ()):
        more = _MORE.match(right(article, claim.span.end, 40)) if claim.pattern == FRACTION else None
        up = comparatives().get(more["word"]) if more is not None else None
        if up is not None and _PORTION.fullmatch(article.page.text(claim.span)):
            yield Told(None, portion(article.page.text(claim.span), claim.span, up), up, False)
    for part, up in portions(article):
        yield Told(None, part, up, False)
    for at in occurrences(article, (f"{times} as" for times in _RATIOS)):
        found = _TIMES.match(article.lowered, at)
        if found is not None and not article.lowered.startswith(" again", found.end()):
            low, high = _RATIOS[found["n"]]
            yield Told(None, Factor(found[0], ProseSpan(*found.span()), Interval(low, high)), low > 1, False)


def _disowned(article: Article, change: Told) -> bool:
    """Whether the words around a change say that it is an average, a plan or somebody else's."""
    around = left(article, change.span.start, 70) + "|" + right(article, change.span.end, 40)
    return _DOUBT.search(_AFTER_A_YEAR.sub("", around.replace("per cent", "%"))) is not None


def _windows(article: Article, change: Told) -> Iterator[ProseSpan]:
    """The sentence of a change, it and a neighbour, its paragraph and, for "the saving of", its section."""
    block = article.page.block_at(change.span.start)
    assert block is not None
    own = sentence_at(article, change.span.start, 300)
    yield own
    if own.start > block.span.start:
        yield ProseSpan(sentence_at(article, max(own.start - 2, block.span.start), 300).start, own.end)
    if own.end < block.span.end:
        yield ProseSpan(own.start, min(sentence_at(article, own.end + 1, 300).end, block.span.end))
    if block.span.end - block.span.start <= LONGEST:
        yield block.span
    if change.definite:
        beside = [each.span for each in article.page.blocks if each.section == block.section]
        if beside[-1].end - beside[0].start <= LARGEST:
            yield ProseSpan(beside[0].start, beside[-1].end)


def _ends(article: Article, window: ProseSpan, change: Told, changed: frozenset[ProseSpan]) -> tuple[Claim, ...] | None:
    """The only two other amounts of the sort, none ``changed``; None of fewer, and empty where there are more."""
    relative = change.claim is None or isinstance(change.claim.value, Percent)
    groups: dict[str, list[Claim]] = {}
    for claim in amounts(article, window):
        written = amount(claim.value) is not None and claim.kind not in _PASSED and claim.pattern != FRACTION
        if change.claim is not None and change.claim in claim.parts:
            groups.setdefault(sort(claim), []).extend(each for each in claim.parts if each != change.claim)
            continue  # "dropped by 260 to 640"
        if not written or (claim.span.start < change.span.end and change.span.start < claim.span.end):
            continue
        if (not isinstance(claim.value, Number) and restated(article, claim)) or (
            relative and (claim.kind is Kind.PERCENT or isinstance(claim.value, Duration))
        ):
            continue
        each = claim.parts if len(claim.parts) == 2 and claim.pattern != X_OF_N else (claim,)
        groups.setdefault(sort(claim), []).extend(each)
    if not relative and change.claim is not None:
        groups = {name: found for name, found in groups.items() if name == sort(change.claim)}
    pairs = [_of_one_noun(found, change) for found in groups.values()]
    pairs = [found for found in pairs if len(found) > 1]
    if not pairs:
        return None
    fits = (
        len(pairs) == 1
        and len(pairs[0]) == 2
        and (change.definite or not any(claim.span in changed for claim in pairs[0]))
    )
    return tuple(pairs[0]) if fits and all(map(single, pairs[0])) else ()


def _of_one_noun(found: list[Claim], change: Told) -> list[Claim]:
    """Those of some counts that count what the change counts, or what most of them do."""
    nouns = [noun for claim in found if (noun := _noun(claim))]
    own = _noun(change.claim) if change.claim is not None else None
    wanted = own if own and any(_alike(own, noun) for noun in nouns) else nouns[0] if nouns else None
    return [claim for claim in found if wanted is None or not (noun := _noun(claim)) or _alike(noun, wanted)]


def _noun(claim: Claim) -> str | None:
    noun = getattr(claim.value, "noun", None)
    return noun if noun not in comparatives() and noun not in _OF_THEM else None


def _alike(one: str, other: str) -> bool:
    return same_thing(one, other) or (people(one) and people(other))


def _known(change: Told, ends: tuple[Claim, ...], percents: list[Claim]) -> bool:
    """Whether another percentage tells the change of two amounts, so that this one is of something else."""
    low, high = sorted((size(ends[0]), size(ends[1])))
    if change.claim is None or change.claim.kind is not Kind.PERCENT or not low:
        return False
    real = [(high - low) / base * 100 for base in (low, high)]
    near = ends[0].span.start - LARGEST, ends[1].span.end + LARGEST
    first, last = (bisect_left(percents, (at, 0), key=lambda claim: claim.span) for at in near)
    others = [other for other in percents[first:last] if other is not change.claim]
    between = range(ends[0].span.end, ends[1].span.start)
    if any(other.span.start in between for other in others):
        return True  # "rose by 20% in 1991 and by a further 30% in 1992, to 18,720"
    return any(abs(size(other) - rise) <= rise / 20 for other in others for rise in real)


def _course(article: Article, change: Told, ends: tuple[Claim, ...]) -> Course | None:
    if not ends or not _tied(article, change, ends) or of_another_start(article, change.span.end, ends[0]):
        return None
    around = gap(article, min(ends[0].span.start, change.span.start), max(ends[1].span.end, change.span.end))
    around = _AFTER_A_YEAR.sub("", around.replace("per cent", "%"))
    of_sums = change.claim is None or change.claim.kind in (Kind.PERCENT, Kind.MONEY)
    if _DOUBT.search(around) or (of_sums and _TRADE.search(around)):
        return None
    rises = size(ends[1]) > size(ends[0])
    between = ends[0].span.end <= change.span.start and change.span.end <= ends[1].span.start
    up = rises if change.up is None else change.up
    if between and up != rises and not _THAN.match(right(article, change.span.end, 60)):
        return None  # what was lost before is no fall to what there was later
    return course_of(change.claim, change.factor, ends, up)


def _tied(article: Article, change: Told, ends: tuple[Claim, ...]) -> bool:
    """Whether the words of a change point at the two amounts."""
    start, stop = change.span
    if _of_another_holder(article, change, ends):
        return False
    if change.definite:
        return True
    lead, tail = _CUT.split(left(article, start, 80))[-1], right(article, stop, 60)
    if ends[1].span.end <= start:
        return _tied_back(gap(article, ends[1].span.end, start), lead)
    if stop <= ends[0].span.start:
        told = gap(article, stop, ends[1].span.end)
        if change.up is not None and (not change.up) in map(way, gap(article, stop, ends[0].span.start).split()):
            return False  # "its price was halved, the sale rose from 20 to 29": another deed, the other way
        outcome = _OUTCOME_FIRST.search(gap(article, stop, ends[0].span.start)) is not None
        return (
            not outcome
            and ". " not in told
            and (_PRONOUN.search(lead + tail[:20]) is not None or bool(_FROM.match(tail)))
        )
    noun = _noun(change.claim) if change.claim is not None else None
    told = gap(article, stop, ends[1].span.start)
    if told.count(". ") > 1 or (change.claim is None and _STEP.search(told)):
        return False  # "18 more joined. Eight escorts went with them. In the report 45 ships are listed"
    if noun and any(_alike(noun, other) for claim in ends if (other := _noun(claim))):
        return True
    if len(told) <= FARTHEST and ";" not in told and _OUTCOME.search(told) is not None:
        return True
    return _PRONOUN.search(lead + tail[:20]) is not None and _WITHIN.match(tail) is None


def _of_another_holder(article: Article, change: Told, ends: tuple[Claim, ...]) -> bool:
    """Whether "than", "since" or "in the capital" behind a change makes it that from another amount."""
    stop, tail = change.span.end, right(article, change.span.end, 60)
    relative = change.claim is None or isinstance(change.claim.value, Percent)
    than, since = _THAN.match(tail), _SINCE.match(tail) if relative else None
    if than or since:
        behind = stop + len(than[0] if than else "")
        beside = any(
            behind <= claim.span.start <= behind + 60 and not _NEXT.search(gap(article, behind, claim.span.start))
            for claim in ends
        )
        if not beside and not (_EARLIER.match(tail) and not since):
            return True
    return change.claim is None and OF_A_PART.match(tail[1:]) is not None


def _tied_back(told: str, lead: str) -> bool:
    """Whether the words from two amounts to a change behind them go on with these."""
    if all(word.lower() in _LINKS for word in _WORD.findall(_CUT.split(told)[-1])):
        return True
    if _SO.search(told) and ". " not in told:
        return True
    told = _AT_A_TIME.sub("", told, count=1)
    return len(told) <= 60 and _PRONOUN.search(lead) is not None and _LATER.search(told) is None
