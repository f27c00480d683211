"""How long something was held or went on, told with when it was taken up and when it was given up.

"Sworn in on 1 January 1932, he held the office for fourteen years and left it in 1939", "opened in 1887, it stood for
sixty years before being pulled down in 1932": the two dates and the length are each in a role that their clauses give
them, in one sentence or in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, left, right, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.counted_from import plain

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
_CLAUSE = regex(r"[,;:.(]|\b(?:and|but|while|where|when|until|till) ")
_BEGINS = worded(__file__, r"\b{begins}\b", re.IGNORECASE)
_ENDS = worded(__file__, r"\b{ends}\b", re.IGNORECASE)
_HELD = worded(
    __file__,
    r"(?:\b{held} (?:it|(?:the|this|that) (?:[\w’'-]+ )?{posts})"
    r"|\b{rules}(?: (?!and\b)[\w’'-]+){0,5}) for (?:the next |all of |fully )?$",
)
_THERE = regex(r"\b[a-z]+ed there for $")
_ANY_HELD = worded(__file__, r"\b{held} (?:[\w’'-]+ ){1,6}?for $")
_WENT_ON = worded(
    __file__, r"\b(?:{going}|{being}(?: [a-z]+ly)? {staying})(?: for| of)?(?: (?:the next|a total of|fully|exactly))* $"
)
_SUBJECT = regex(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts?|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]{1,24} ){0,3}?(?P<noun>[\w’'-]{1,24})$"
    r"|\b(?P<bare>[A-Z][\w’'-]{1,24})$"
)
_PRONOUN = worded(__file__, r"(?:^|[\s(]){pronouns}$", re.IGNORECASE)
_TO_ITS_END = regex(r" before (?=(?:it|he|she|they|being|having|[a-z]+ing)\b)")
"""Behind a length, what leads to its end: "stood for sixty years before being pulled down in 1932"."""
_ONE_TO_ALL = regex(r"\bfirst\b"), regex(r"\b(?:last|final)\b")
"""What is begun with one and ended with another: "the first pile was driven in 1869 and the last in 1873"."""
_UP_AND_DOWN = worded(__file__, r"\b{taken-up}\b")
_WHICH = regex(r",? (?:which|that|who)(?: had)?$")
"""Behind a noun, what stands for it."""
_AUXILIARY = regex(r" (?:had|has|have|was|were|having|would|did|then|thus|so|there|[a-z]+ly)$")
_OF_ANOTHER = regex(r"(?:['’]s?\b| (?:later|before|after|earlier|old|ago|each|every|apart|longer|more|less|per)\b)")
_LASTING = WordList(__file__, "lasting")
_FROM = regex(r",? from (?:[^.;:()0-9]{1,70} (?:in|on|of) )?")
_TO = regex(r",? (?:to|until|till|up to)(?: [^.;:()0-9]{1,70} (?:in|on|of))? ")
_FOR = worded(__file__, r"\b(?:for|{going})(?: (?:a total of|all of|fully|exactly|no less than))? $")
_UNTIL = regex(r",? (?:until|till|up to) [^.;:()]{0,90}|,? (?:until|till|up to) ")
"""Between a length or the first of two dates and the second of them."""
_TO_WHOM = regex(r" (?:in favou?r of|to|by) (?:his|her) [a-z]+")
_DEATH = worded(__file__, r"\b{deaths}\b(?! in (?:office|harness|post))|\b{quitting} (?!{quitted}\b)")
_STATE = worded(__file__, r"\b{being} ([a-z]{4,})(?: for)? $")
_STILL = regex(r",? (?:until|till|up to) ")
_PARTICIPLE = regex(r"(?:^|[.] )[A-Z][a-z]+(?:ed|t|n) [^.;:]{3,100}, ?$")
"""Before a subject, the participle with which its sentence begins: "Built in 1868 and torn down in 1902, the hall"."""
_SAME = regex(r"(?:He|She|It|They) ")
_AFTER = regex(r"(?:^|[\s(])[Aa]fter (?:the )?$")
_OFFICE = worded(__file__, r"(?:[.,;:)]|$| {offices}\b| (?:on the|as an?|as the) [\w’'-]+(?: [\w’'-]+){0,3}[.,;:)])")
_OTHER = worded(__file__, r"\b{others}\b", re.IGNORECASE)


class Tenure(NamedTuple):
    """A length of time and the two dates between which it lies."""

    begins: Claim
    ends: Claim
    length: Claim


def tenures(article: Article) -> Iterator[Tenure]:
    """Every length that is told with its beginning and its end, in roles that are sure."""
    for length in article.claims_by_kind.get(Kind.DURATION, ()):
        value = length.value
        if length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        ahead, behind = left(article, length.span.start, 90), right(article, length.span.end, 40)
        taken = _ANY_HELD.search(ahead) and _UP_AND_DOWN.search(behind)
        held = bool(
            taken
            or _THERE.search(ahead)
            or _lasting_state(article, length)
            or _HELD.search(ahead)
            or _went_on(article, length, ahead)
        )
        lasting = _FROM.match(behind) and _FOR.search(ahead)
        if not held and not lasting and not (_AFTER.search(ahead) and _OFFICE.match(behind)):
            continue
        block = article.page.block_at(length.span.start)
        if block is None or block.form not in FORMS:
            continue
        found = _from_to(article, length) if lasting else _tenure(article, length, wide=held)
        if found is not None:
            yield found


def _went_on(article: Article, length: Claim, ahead: str) -> bool:
    """Whether something is said to have gone on for so long that its sentence, or the one before, tells of as well."""
    found = _WENT_ON.search(ahead)
    if found is None or _OF_ANOTHER.match(_TO_ITS_END.sub(" ", right(article, length.span.end, 40))):
        return False
    clause = _WHICH.sub("", ahead[: found.start()].rstrip())
    cut = max(clause.rfind(sign) for sign in ",;:.(") + 1
    clause, begins = _AUXILIARY.sub("", clause[cut:].strip()), length.span.start - len(ahead) + cut
    if not clause or _PRONOUN.search(clause):
        return True
    subject = _SUBJECT.search(clause)
    if subject is None:
        return False
    noun = subject["noun"] or subject["bare"]
    if noun.lower() in _LASTING or noun in article.page.title:
        return True
    sentence = _with_the_one_before(article, sentence_at(article, length.span.start))
    told = article.page.prose.text[sentence.start : begins]
    return noun in told or _PARTICIPLE.search(told) is not None


def _tenure(article: Article, length: Claim, *, wide: bool) -> Tenure | None:
    sentence = sentence_at(article, length.span.start)
    spans = (sentence, _with_the_one_before(article, sentence), _with_the_next(article, sentence))
    for span in spans[: 3 if wide else 1]:
        said = claims_in(article, span)
        dates = [claim for claim in said if claim.kind is Kind.DATE]
        if len(dates) < 2:
            continue
        lengths = [claim for claim in said if claim.kind is Kind.DURATION]
        sure = len(dates) == 2 and lengths == [length] and all(_exact(plain(date)) for date in dates)
        return _between(article, span, (dates[0], dates[1]), length) if sure else None
    return None


def _between(article: Article, span: ProseSpan, dates: tuple[Claim, Claim], length: Claim) -> Tenure | None:
    """A length between two dates of which the clause of the one tells a beginning and that of the other an end."""
    text = article.page.prose.text
    first, last = dates
    begun, over = _clause(text, span.start, first), _clause(text, span.start, last)
    all_of = _ONE_TO_ALL[0].search(begun) and _ONE_TO_ALL[1].search(over)
    until = length.span.end <= last.span.start and _UNTIL.fullmatch(text, length.span.end, last.span.start)
    said_in = text[span.start : last.span.end if until else span.end]
    said_in = _TO_WHOM.sub(" ", _TO_ITS_END.sub(" ", said_in))
    if _OTHER.search(_ONE_TO_ALL[0].sub("", said_in) if all_of else said_in):
        return None
    if not until and _STILL.match(text, length.span.end):
        return None  # "for eleven years until the merger; the school was closed in 1937"
    ended = until or (_ENDS.search(over) and not _DEATH.search(over))
    begins = _BEGINS.search(begun) and not _ENDS.search(begun)
    ordered = ended and (begins or (until and first.span.end < length.span.start and _state_told(text, span, length)))
    return Tenure(plain(first), plain(last), length) if ordered or all_of else None


def _lasting_state(article: Article, length: Claim) -> bool:
    """Whether a state that the sentence, or the one before, told to begin is said to have lasted so long."""
    span = _with_the_one_before(article, sentence_at(article, length.span.start))
    return _state_told(article.page.prose.text, span, length)


def _state_told(text: str, span: ProseSpan, length: Claim) -> bool:
    """Whether what went on for so long is what was told to begin: "had the doors sealed. They stayed sealed for"."""
    state = _STATE.search(text, max(span.start, length.span.start - 60), length.span.start)
    return state is not None and f" {state[1][:5]}" in text[span.start : state.start()]


def _from_to(article: Article, length: Claim) -> Tenure | None:
    """A length told with its ends: "empty for six years, from the death of Krell in 1846 to the choice of"."""
    text = article.page.prose.text
    sentence = sentence_at(article, length.span.start)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    lengths = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DURATION]
    if len(dates) != 2 or lengths != [length] or not all(_exact(plain(date)) for date in dates):
        return None
    first, last = dates
    led = first.span.start > length.span.end and _FROM.fullmatch(text, length.span.end, first.span.start)
    ended = led and _TO.fullmatch(text, first.span.end, last.span.start)
    return Tenure(plain(first), plain(last), length) if ended else None


def _with_the_one_before(article: Article, sentence: ProseSpan) -> ProseSpan:
    """A sentence and the one before it, in one paragraph."""
    block = article.page.block_at(sentence.start)
    if block is None or sentence.start - 2 <= block.span.start:
        return sentence
    return ProseSpan(max(sentence_at(article, sentence.start - 2).start, block.span.start), sentence.end)


def _with_the_next(article: Article, sentence: ProseSpan) -> ProseSpan:
    """A sentence and the one behind it, where that goes on with the same subject: "He succeeded his uncle in 1187"."""
    block = article.page.block_at(sentence.start)
    start = sentence.end + 1
    if block is None or start >= block.span.end or not _SAME.match(article.page.prose.text, start):
        return sentence
    return ProseSpan(sentence.start, min(sentence_at(article, start).end, block.span.end))


def _clause(text: str, start: int, date: Claim) -> str:
    """The words of a clause before its date."""
    cuts = [found.end() for found in _CLAUSE.finditer(text, start, date.span.start)]
    begin = cuts[-1] if cuts else start
    if date.span.start - begin < len("in "):  # "and, in 1939, left it": the verb is behind
        begin = cuts[-2] if len(cuts) > 1 else start
    return text[begin : date.span.start]


def _exact(claim: Claim) -> bool:
    date = claim.value
    plain = isinstance(date, Date) and not date.circa and date.precision in EXACT
    return plain and not claim.parts and not claim.quoted
