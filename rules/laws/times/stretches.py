"""How long something went on, told anywhere near the two dates between which it did.

The parts are roles and no wording: a length of time that is said to be that of a whole ("for nine weeks", "in its 35
years", "her 29 years in the chair"), a date in a clause that begins something and one in a clause that ends it. They
stand in a few sentences that hold no other date, or they are those of the article's own subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.asides import words_behind
from rules.laws.elapsed import DAYS, comparable, elapsed
from rules.laws.nearby import claims_in, gap, left, right, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.counted_from import plain
from rules.laws.times.own_spans import own_span
from rules.laws.times.tenures import Tenure

_ONLY = r"(?:(?:only|just|all|all of|fully|exactly|some|a total of|a full|the next|the) )*$"
_FOR = worded(__file__, rf"\bfor {_ONLY}|\b(?:{{going}})(?: for| of)? {_ONLY}", re.IGNORECASE)
_IN = regex(r"(?:^|[.;,] )[Ii]n (?:only |just |barely )?$")
_THEIRS = regex(r"\b(?:his|her|its|their) $")
_HAD_BEEN = regex(
    r"(?<!\bIt )(?<!\bThey )(?<!\bit )\bhad (?:already |long |then |by then )?"
    r"(?:been|worked|lived|stood|served)\b[^.;]*$"
)
_AFTER = regex(r"\b[Aa]fter (?:an? (?:[a-z]+ ){1,3}of )?(?:only |just |some |a total of |fully )*$")
_WHOLE = regex(
    r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Tt]hrough|[Ww]ithin|[Ff]or) "
    r"(?:all )?(?:the|its|his|her|their|these|those)(?: same| intervening)? $"
)
_THUS = worded(
    __file__,
    rf"\b(?:thus|so|therefore|hence|altogether|in total) (?:had )?(?:{{going}})(?: for)? {_ONLY}",
)
_HIS = regex(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[A-Z][a-zé]{1,24}['’]s?) $")
_REIGN = worded(__file__, rf"\b(?:{{spells}}) (?:of|lasted(?: for)?) {_ONLY}", re.IGNORECASE)
_LONG = worded(__file__, r"[ -](?:long )?(?:{spells})\b")
_STATE = worded(__file__, r" (?:{states})\b")
_ENDS_HERE = regex(r"(?:[.,;:)]|$| (?:and|before|until|but|while|when|which|that|they|it|he|she|nobody|no one)\b)")
_GOES_ON = regex(r"(?:[.,;:)]|$| (?!later|ago|old|earlier|apart|after\b|from\b|of\b|as\b)[a-z]+)")
_NOT = regex(
    r" (?:later|ago|old|earlier|apart|each|every|per|longer|more|after|older|younger|of which|in advance)\b|['’-]s?\b"
)
_PARTIAL = worded(__file__, r"\b{partial} $")
_STRANGE = worded(__file__, r"\b{strangers}\b", re.IGNORECASE)
_TO_WORK = regex(r"\b(?:[Ww]ork|[Pp]roduction|[Tt]raffic|[Ss]ervices?|[Tt]rading)(?: (?:was|were|had been))? resumed\b")
"""What ends a strike or a closure, and is no second time."""
_CHANGES = worded(__file__, r"\b{changes}\b", re.IGNORECASE)
_QUITS = worded(__file__, r"\b{quits}\b", re.IGNORECASE)
_SAME = regex(r"(?:He|She|It|They) ")
_STAYED = worded(__file__, rf"(?:^|[ “])(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey) (?:had )?{{enduring}}(?: for| of)? {_ONLY}")
_CUT = regex(r"[;:(]|, (?:who|whose|which|whom) ")
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
STEM = 4
_TO = ("to", "until", "till", "through", "and", "–", "-", "—")


def stretches(article: Article) -> Iterator[Tenure]:
    """Every length that is told as a whole, with the beginning and the end of what lasted."""
    text = article.page.prose.text
    for length in article.claims_by_kind.get(Kind.DURATION, ()):
        value = length.value
        if length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        block = article.page.block_at(length.span.start)
        if value.unit not in DAYS or length.pattern.startswith("age-") or block is None or block.form not in FORMS:
            continue
        ahead, behind = left(article, length.span.start, 120), right(article, length.span.end, 60)
        if _NOT.match(behind) or _PARTIAL.search(ahead):
            continue
        after = _AFTER.search(ahead) is not None and _is_tied(behind)
        whole = _told_whole(ahead, behind)
        if not (after or whole or _lasts(ahead, behind)):
            continue
        found = (
            _near(article, block, length, ahead, after=after, whole=whole)
            or _of_own(article, length, ahead, after=after, whole=whole)
            or _of_all(article, length, ahead)
        )
        if found is not None and _is_near(found) and not text.startswith("-old", length.span.end):
            yield found


def _is_near(found: Tenure) -> bool:
    """Whether a length is not many times too long or too short."""
    first, last, length = found.begins.value, found.ends.value, found.length.value
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    assert isinstance(length, Duration)
    return comparable(length, first, last)


def _near(article: Article, block: Block, length: Claim, ahead: str, *, after: bool, whole: bool) -> Tenure | None:
    """A length with two dates in its sentence and those around it, and none beside."""
    for span in _windows(article, block, length):
        said = claims_in(article, span)
        dates = [claim for claim in said if claim.kind is Kind.DATE]
        dates = [date for date in dates if not any(_is_year_of(date, other) for other in dates)]
        dates = list(dates[0].parts) if len(dates) == 1 and len(dates[0].parts) == len(("from", "to")) else dates
        if len(dates) < 2:
            continue
        if len(dates) > 2 or any(_is_another(article, claim, length) for claim in said):
            return None
        first, last = map(plain, dates)
        if not (_exact(first) and _exact(last)) or _STRANGE.search(_TO_WORK.sub(" ", _told(article, span))):
            return None
        if after and sentence_at(article, length.span.start) != sentence_at(article, last.span.start):
            return None
        range_of_one = gap(article, first.span.end, last.span.start).strip() in _TO
        if range_of_one and not (
            _THEIRS.search(ahead)
            or _WHOLE.search(ahead)
            or _is_its_name(article, ProseSpan(span.start, last.span.end), length)
        ):
            return None
        begun = range_of_one or _CHANGES.search(_clause(article, first)) is not None
        ended = after or range_of_one or _CHANGES.search(_clause(article, last)) is not None
        sure = whole or _too_long(first, last, length)
        return Tenure(first, last, length) if begun and ended and sure else None
    return None


def _is_its_name(article: Article, told: ProseSpan, length: Claim) -> bool:
    """Whether a length is that of what was told to be so from then to then: "closed from", "the three-year closure"."""
    named = _LONG.match(right(article, length.span.end, 40))
    stem = named[0].strip(" -").split()[-1][:STEM].lower() if named else ""
    return bool(stem) and f" {stem}" in article.lowered[told.start : told.end]


def _is_year_of(date: Claim, other: Claim) -> bool:
    """Whether a year alone is that of a day or a month told beside it: "the embargo of 1811 was imposed on 7 May"."""
    year, day = date.value, other.value
    if not isinstance(year, Date) or not isinstance(day, Date) or year.precision is not Precision.YEAR or date.parts:
        return False
    return day.precision in (Precision.DAY, Precision.MONTH) and year.overlaps(day)


def in_brackets(article: Article, date: Claim) -> bool:
    """Whether a date stands in brackets in its sentence: "(of which he became head in 1979) for 35 years until"."""
    start = sentence_at(article, date.span.start).start
    ahead = article.page.prose.text[start : date.span.start]
    return ahead.count("(") > ahead.count(")")


def _is_another(article: Article, claim: Claim, length: Claim) -> bool:
    """Whether a reading is another length of time, and not "four days after the wreck"."""
    if claim.kind is not Kind.DURATION or claim == length:
        return False
    return _NOT.match(right(article, claim.span.end, 20)) is None


def _lasts(ahead: str, behind: str) -> bool:
    """Whether something is said to have gone on for a length: "for eight weeks of strike pay" is something else."""
    if _HAD_BEEN.search(ahead):
        return False  # "had been on strike for three weeks" before all that is told
    return (_FOR.search(ahead) or _IN.search(ahead) or _THEIRS.search(ahead)) is not None and (
        not behind.startswith(" of ") or _STATE.match(behind) is not None
    )


def _told_whole(ahead: str, behind: str) -> bool:
    """Whether a length is that of a whole by its own words: "in its 35 years", "her 29 years in the chair"."""
    if _THUS.search(ahead) or _REIGN.search(ahead) or _LONG.match(behind) or _STAYED.search(ahead):
        return True
    if _IN.search(ahead) and _STATE.match(behind):
        return True
    if _WHOLE.search(ahead):
        return _STATE.match(behind) is not None or (" the " not in ahead[-5:] and _GOES_ON.match(behind) is not None)
    return _HIS.search(ahead) is not None and _STATE.match(behind) is not None


def _is_tied(behind: str) -> bool:
    """Whether "after nine years" is said of what began, and not of something else: "after nine years in Berlin"."""
    return _ENDS_HERE.match(behind) is not None or _STATE.match(behind) is not None


def _too_long(first: Claim, last: Claim, length: Claim) -> bool:
    """Whether a length is longer than all the time told: it cannot be that of a part."""
    begins, ends, value = first.value, last.value, length.value
    assert isinstance(begins, Date)
    assert isinstance(ends, Date)
    assert isinstance(value, Duration)
    high = elapsed(begins, ends, value.unit).high
    return high is not None and value.amount.value > high


def _windows(article: Article, block: Block, length: Claim) -> Iterator[ProseSpan]:
    """The sentence of a length; with the one before; with two and three before; with the one behind."""
    own = sentence_at(article, length.span.start)
    yield own
    start = own.start
    for _ in range(3):
        if start - 2 > block.span.start:
            start = max(sentence_at(article, start - 2).start, block.span.start)
            yield ProseSpan(start, own.end)
    if own.end + 1 < block.span.end and _SAME.match(article.page.prose.text, own.end + 1):
        yield ProseSpan(own.start, min(sentence_at(article, own.end + 1).end, block.span.end))


def _of_own(article: Article, length: Claim, ahead: str, *, after: bool, whole: bool) -> Tenure | None:
    """A length that is said to be that of the article's own subject, whose beginning and end are told anywhere."""
    quits = after and _QUITS.search(_CUT.split(ahead)[-1])
    if not quits and not whole:
        return None
    sentence = sentence_at(article, length.span.start)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) > 1 or _STRANGE.search(_told(article, sentence)):
        return None
    found = article.once(own_span)
    apart = [date for date in dates if plain(date).span not in (found[0].span, found[1].span)] if found else []
    if found is None or any(date.span < length.span or quits for date in apart):
        return None
    return Tenure(found[0], found[1], length)


def _of_all(article: Article, length: Claim, ahead: str) -> Tenure | None:
    """A length that is longer than all the time that an article with two dates tells of."""
    told = article.claims_by_kind.get(Kind.DATE, ())
    if len(told) != len(("first", "last")):
        return None
    dates = [plain(claim) for claim in told]
    if not all(map(_exact, dates)):
        return None
    if not _lasts(ahead, right(article, length.span.end, 60)):
        return None
    changed = all(_CHANGES.search(_clause(article, date)) for date in dates)
    sentence = sentence_at(article, length.span.start)
    if not changed or _STRANGE.search(_told(article, sentence)) or not _too_long(dates[0], dates[1], length):
        return None
    return Tenure(dates[0], dates[1], length)


def _clause(article: Article, date: Claim) -> str:
    """The words of the sentence around a date, up to the next date on either side."""
    sentence = sentence_at(article, date.span.start)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE and claim.span != date.span]
    start = max((claim.span.end for claim in dates if claim.span.end <= date.span.start), default=sentence.start)
    end = min((claim.span.start for claim in dates if claim.span.start >= date.span.end), default=sentence.end)
    return words_behind(article.page.prose.text[start:end])


def _told(article: Article, span: ProseSpan) -> str:
    """A stretch of the prose without asides and concessions."""
    return words_behind(article.page.prose.text[span.start : span.end])


def _exact(claim: Claim) -> bool:
    date = claim.value
    exact = isinstance(date, Date) and not date.circa and date.precision in EXACT
    return exact and not claim.parts and not claim.quoted
