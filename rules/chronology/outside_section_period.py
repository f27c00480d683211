"""A section is headed by a period, and tells of an event outside it.

Why: the event stands in the wrong section, its year is wrong, or the heading's years are; a reader who takes the date
from the heading is misled.

Right all the same: what led to the period at the section's beginning, what came of it at the end, and glances ahead or
back in so many words ("later", "already", "legacy"). Only dates that open a sentence, or stand alone in it, are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.asides import words_behind
from rules.laws.nearby import claims_in, sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
SLACK = 366
"""Days by which an event may lie outside: headings give round years."""
ROUND = 10
"""A named decade or century is rounder: an event may lie outside by this part of it."""
NAMED = (Precision.DECADE, Precision.CENTURY)
SHORT = 3
"""A section of so few dated sentences tells of no aftermath, and a list by years of none at all."""
SHORTEST = 366
"""A heading's period is at least so many days long; a shorter one is an event."""
_OPENING = regex(r"(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]y|[Aa]round)(?: early| late| the| mid-?)* ?")
_TIED = regex(r" (?:in|on|during)(?: early| late| mid-?| the(?: [a-z]+ of)?)* ?$")
"""Before a date, what makes it that of the sentence: "the stand was opened in", "in the spring of"."""
_JOINT = regex(
    r"; |, (?:and|but|while|whereas) (?=(?:the|an?|it|he|she|they|(?:in|on|by|from)(?: [A-Z][a-z]+)? [0-9]+) )"
)
"""Between a date and the next, where another clause begins."""
_YEAR = regex(r"[0-9]{3,4}")
"""A day without its year has the year that the text around it gives, which may be another section's."""
_AHEAD = worded(__file__, r"\b(?:{glances}|{ahead}|after(?! (?:an?|{counted}|[0-9]+|[a-z]+ing) ))\b")
_BACK = worded(__file__, r"\b(?:{glances}|{back})\b")
_RELATIVE = regex(r",? (?:which|who|whose|where|that) [^,;]*$")
"""Before a date, what makes it that of an aside: "the club, which was dissolved in 1983, won"."""
_BACKGROUND = worded(__file__, r"\b(?:{background}|post(?=-))\b")

_LATER = regex(r"\b(?:later|after) (?=[a-z]+(?: [a-z]+)?[ ,]*[(\d])")
"""Of a period whose two years stand behind it, which of several it is: "later years (1950–1970)"."""


class Period(NamedTuple):
    """A heading, the years it gives its section, and the days that they are."""

    heading: ProseSpan
    claim: Claim
    date: Date


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the sentences that open with a date under each heading with a period."""
    periods = _periods(article)
    if not periods:
        return
    under: dict[int, list[tuple[Claim, Block]]] = {}
    begun: dict[int, int] = {}
    for block in article.page.blocks:
        if block.section in periods and block.form in FORMS:
            if any(claim.kind is Kind.DATE for claim in claims_in(article, block.span)):
                begun.setdefault(block.section, block.span.start)
            under.setdefault(block.section, []).extend((claim, block) for claim in _opening(article, block))
    for section, told in under.items():
        if told:
            yield from _held(article, periods[section], told, begun[section])


def _periods(article: Article) -> dict[int, Period]:
    """The sections whose heading ends with a period of years."""
    found: dict[int, Period] = {}
    for block in article.page.blocks:
        if block.form is not Form.HEADING:
            continue
        claims = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
        if len(claims) != 1 or not isinstance(claims[0].value, Date):
            continue
        date = claims[0].value
        if len(claims[0].parts) != 2 and date.precision not in NAMED:
            continue
        title = article.page.text(block.span).lower()
        if _BACKGROUND.search(_LATER.sub(" ", title) if len(claims[0].parts) == 2 else title):
            continue
        closed = date.earliest is not None and date.latest is not None and date.latest - date.earliest >= SHORTEST
        if closed and not date.circa and all(_exact(part) for part in claims[0].parts):
            found[block.section] = Period(block.span, claims[0], date)
    return found


def _exact(claim: Claim) -> bool:
    return isinstance(claim.value, Date) and claim.value.precision in EXACT and not claim.value.circa


def _opening(article: Article, block: Block) -> Iterator[Claim]:
    """The dates with which sentences of a block open, and those that are the only one of their sentence."""
    text = article.page.prose.text
    for claim in claims_in(article, block.span):
        if claim.kind is not Kind.DATE or claim.parts or claim.quoted or not _exact(claim):
            continue
        sentence = sentence_at(article, claim.span.start)
        joints = [found.span() for found in _JOINT.finditer(text, *sentence)]
        begun = max((end for _, end in joints if end <= claim.span.start), default=sentence.start)
        ended = min((start for start, _ in joints if start >= claim.span.end), default=sentence.end)
        start, clause = text[begun : claim.span.start], ProseSpan(begun, ended)
        alone = [other for other in claims_in(article, clause) if other.kind is Kind.DATE] == [claim]
        whole = _YEAR.search(article.page.text(claim.span)) is not None
        if (
            whole
            and not _RELATIVE.search(start)
            and (_OPENING.fullmatch(start) or (alone and (_TIED.search(start) or _leads(block, claim))))
        ):
            yield claim


def _leads(block: Block, claim: Claim) -> bool:
    """Whether a date is the key of its item: "1826: a canteen is built"."""
    return block.form is Form.ITEM and claim.span.start == block.span.start


def _held(article: Article, period: Period, told: list[tuple[Claim, Block]], begun: int) -> Iterator[Verdict | Outcome]:
    """``begun`` is where the first dated paragraph starts: a later one may tell what came of the period."""
    inside = [index for index, (claim, _) in enumerate(told) if _side(claim, period.date) == 0]
    for index, (claim, block) in enumerate(told):
        side = _side(claim, period.date)
        if side == 0:
            yield Outcome.CONSISTENT
        elif not _leads(block, claim) and (
            _glances(article, claim, side)
            or (side < 0 and not _opens(article, claim))
            or _frame(index, side, inside, len(told))
            or (side > 0 and block.form is Form.PARAGRAPH and block.span.start > begun)
        ):
            yield Outcome.INCOMPARABLE
        else:
            yield _verdict(article, period, claim, side)


def _frame(index: int, side: int, inside: list[int], count: int) -> bool:
    """Whether an event leads up to the period, before all of it, or comes of it, after all of it.

    What comes of it is told at the end of a section of some length, not in the second of two sentences.
    """
    if count == 1 or not inside:
        return count > 1
    behind = count - 1 - inside[-1]
    return index < inside[0] if side < 0 else index > inside[-1] and (count > SHORT or behind > 1)


def _side(claim: Claim, period: Date) -> int:
    """-1 before the period, 1 after it, 0 within or near it."""
    date = claim.value
    assert isinstance(date, Date)
    assert period.earliest is not None
    assert period.latest is not None
    slack = (period.latest - period.earliest) // ROUND if period.precision in NAMED else SLACK
    if date.latest is not None and date.latest < period.earliest - slack:
        return -1
    return 1 if date.earliest is not None and date.earliest > period.latest + slack else 0


def _glances(article: Article, claim: Claim, side: int) -> bool:
    """Whether a sentence looks away from its section's time, back from it or ahead, as the date does."""
    sentence: ProseSpan = sentence_at(article, claim.span.start)
    return bool((_BACK if side < 0 else _AHEAD).search(words_behind(article.page.text(sentence)).lower()))


def _opens(article: Article, claim: Claim) -> bool:
    """Whether a date opens its sentence: what came before a period is told in passing as well."""
    start = sentence_at(article, claim.span.start).start
    return _OPENING.fullmatch(article.page.prose.text, start, claim.span.start) is not None


def _verdict(article: Article, period: Period, claim: Claim, side: int) -> Verdict:
    when, years = (" ".join(article.page.text(span).split()) for span in (claim.span, period.claim.span))
    where = "before" if side < 0 else "after"
    return Verdict(
        f"“{when}” under a heading of “{years}”: the event lies {where} the section's period",
        (Mark(claim.span, f"{where} the period"), Mark(period.heading, "the section's period")),
        calculation=f"{when} {'<' if side < 0 else '>'} {years}",
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby =\n\nA town.\n\n== ⟦2:Danish era (1922–1991)⟧ ==\n\nA school was built in 1934. In "
            "⟦1:1996⟧ it became a college."
        ),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== ⟦2:Danish era (1922–1991)⟧ ==\n\nIn ⟦1:1995⟧, the harbour was dug."
        ),
        Example("= Norby =\n\nA town.\n\n== ⟦2:Danish era (1922–1991)⟧ ==\n\nThe theatre opened in ⟦1:May 1995⟧."),
        Example(
            "= Norby =\n\nA town.\n\n== ⟦2:Danish era (1922–1951)⟧ ==\n\nA pier was built in 1925. A bridge was opened "
            "in ⟦1:1978⟧, and the mill was enlarged in 1936."
        ),
        Example("= Norby =\n\nA town.\n\n== ⟦2:The nineteenth century⟧ ==\n\nThe first theatre opened in ⟦1:1934⟧."),
        Example(
            "= Norby =\n\nA town.\n\n== ⟦2:1890s⟧ ==\n\n- 1893: a school is built\n- ⟦1:1912⟧: a new roof is put on"
        ),
        wikitext(
            "Norby is a town.\n\n== ⟦2:Second republic (1922–1951)⟧ ==\nIn 1925, a school was built. In ⟦1:1895⟧, the "
            "harbour was dug. In 1930 a church was built.",
            title="Norby",
        ),
    ),
    good=(
        Example(
            "= Norby =\n\nA town.\n\n== 1950–1970 ==\n\nIt was enlarged in 1956. The club, which was "
            "dissolved in 1983, won the cup twice."
        ),
        Example("= Norby =\n\nNorby is a town.\n\n== Danish era (1922–1991) ==\n\nIn 1985, the harbour was dug."),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Danish era (1922–1991) ==\n\nIn 1919, the war ended. In 1922 the "
            "king came. In 1985, the harbour was dug. In 1995 the king left."
        ),
        Example(
            "= Norby =\n\nA town.\n\n== Danish era (1922–1991) ==\n\nThe harbour, dug from 1930 on, was lost with the "
            "war.\n\nIn 1998, the town bought it back."
        ),
        Example(
            "= Norby =\n\nA town.\n\n== Danish era (1922–1991) ==\n\nThe subsequent charter was signed in May 1995."
        ),
        Example("= Norby =\n\nA town.\n\n== The nineteenth century ==\n\nThe theatre opened in 1906."),
        Example(
            "= Norby =\n\nA town.\n\n== 1890s ==\n\nA shaft was sunk in 1894. It was shut in 1951. The mine was sold "
            "in 1990."
        ),
        Example("= Norby =\n\nA town.\n\n== 1890s ==\n\nThe poems of these years were printed in 1912."),
        Example("= Norby =\n\nA town.\n\n== 1890s ==\n\nThe hall was built in 1893. It was torn down in 1912."),
        Example("= Norby =\n\nNorby is a town.\n\n== Legacy (1922–1991) ==\n\nIn 1995, the harbour was dug."),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Danish era (1922–1991) ==\n\nThe harbour of 1925 was a failure. "
            "In 1995, it was later found that it had been too small."
        ),
    ),
    claims=frozenset({"date"}),
)
