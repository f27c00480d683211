"""When a treaty was signed, ratified, came into force and expired, as sentences and infoboxes tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in, occurrences, sentence_at
from rules.laws.times.own_treaty import own_steps, rows
from rules.laws.times.treaty_words import EXACT, ORDER, Step

_BACKDATED = worded(__file__, r"\b{backdated}\b")
_UNREAL = regex(r"\b(?:would|should|could|might|may|will|shall)(?: not)?(?: have)?(?: been)?(?: [a-z]+ly)? $")
"""Before a step: it was not taken, or not yet."""
FIELDS = {
    "signed": ("date_signed", "signed", "signing_date"),
    "ratified": ("date_ratified", "ratified"),
    "in force": ("date_effective", "effective", "effective_date", "entered_into_force", "in_force"),
    "expired": ("date_expiration", "date_expiry", "expiration_date", "expired", "expires"),
}
"""The steps, and the keys of an infobox that date them."""
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
SECOND = ("ratified", "ratification", "into force", "effect", "effective", "expired")
"""Of a second step one of these is always a part."""
_STEP = regex(
    r"\b(?:(?P<signed>signed|signing|signature|concluded)|(?P<ratified>ratified|ratifications?)|(?P<expired>expired|lapsed)"
    r"|(?P<force>(?:entered|came|went|come|enter|entry|entering|coming) into (?:force|effect)|took effect|effective"
    r"|in force(?= (?:since|from))))\b",
    re.IGNORECASE,
)
_TIED = regex(
    r"(?: (?!which\b|who\b|that\b|when\b|where\b|after\b|before\b|while\b|but\b|because\b|until\b)[\w’'-]+){0,8}?,?"
    r"(?: (?:on|in|from|since|until|as of))?(?: early| late)?(?: the)? "
)
_OBJECT = regex(r" (?:the|an?|his|its|their|this|several|other) ")
_INDEFINITE = regex(r" (?:an?|another|several|other|earlier|older|previous|both|these|those) ")
_BY = regex(r" by (?:[\w’'-]+ ){1,6}?(?=in |on )")
_SAME = regex(
    r"[.;] (?:[A-Z][\w’'-]+(?: [A-Z]?[\w’'-]+){0,3} (?=(?:had )?ratified it\b)|[Ii]t |[Tt]he (?:treaty|agreement|pact) "
    r"|The (?:convention|protocol|accord) )"
)
_OTHER = worded(__file__, r"\b(?i:{others})\b")
_TREATY = worded(__file__, r"\b(?i:{treaties})\b")
_BOTH = regex(r"\b(?:both|two) ")
_IT = " it "
"""In place of what stands for the same treaty."""
_HAD = regex(r"(?:^| it) *had (?:already |previously )?been ")
"""Right before a step, what only says that it came before: "It had been ratified in 1759"."""
NEAR = 60
LONGEST = 900


def pairs(article: Article) -> Iterator[tuple[Step, Step]]:
    """Two steps of one treaty that are told together, the one that comes first in law before the other."""
    seen: set[tuple[ProseSpan, ProseSpan]] = set()
    for pair in (*_together(article), *_of_title(article)):
        spans = pair[0].date.span, pair[1].date.span
        early = "in force" in (pair[0].name, pair[1].name) and _BACKDATED.search(article.lowered)
        if spans not in seen and not early:
            seen.add(spans)
            yield pair


def _together(article: Article) -> Iterator[tuple[Step, Step]]:
    own = _TREATY.search(article.page.title) is not None
    for told in (*(() if own else _sentences(article)), _boxed(article)):
        yield from _ordered(told)


def _of_title(article: Article) -> Iterator[tuple[Step, Step]]:
    """The steps of the treaty that an article is about: its first signing and its force against what comes after.

    States sign and ratify one by one, so that only what comes before the first signing is out of order.
    """
    told = [*own_steps(article), *(_boxed(article) if _TREATY.search(article.page.title) else ())]
    for name, later in (("signed", ORDER[1:]), ("in force", ORDER[3:])):
        first = min((step for step in told if step.name == name), key=_day, default=None)
        if first is not None:
            yield from ((first, step) for step in told if step.name in later)
    forces = [step for step in told if step.name == "in force"]
    for step in told if forces else ():
        if step.name == "ratified" and _by_both(article.lowered[slice(*step.word)]):
            yield from ((step, force) for force in forces)
    for row in rows(article):
        yield from _ordered(row)


def _by_both(clause: str) -> bool:
    """Whether a ratification was that of both parties, without which a treaty between two is not in force."""
    exchanged = "ratification" in clause and "exchange" in clause
    both = _BOTH.search(clause)
    return exchanged or (both is not None and " ratif" in clause[both.end() - 1 :])


def _day(step: Step) -> int:
    value = step.date.value
    return (value.earliest or 0) if isinstance(value, Date) else 0


def _ordered(told: list[Step]) -> Iterator[tuple[Step, Step]]:
    """Every two different steps, the one that comes first in law before the other."""
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            ranks = ORDER.index(one.name), ORDER.index(other.name)
            if ranks[0] != ranks[1]:
                yield (one, other) if ranks[0] < ranks[1] else (other, one)


def _sentences(article: Article) -> Iterator[list[Step]]:
    """The steps of each sentence that go on with one treaty."""
    seen = ProseSpan(0, 0)
    for at in occurrences(article, SECOND):
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and not seen.start <= at < seen.end:
            seen = _with_next(article, sentence_at(article, at + 1))
            yield _joined(article, list(_steps(article, seen)))


def _with_next(article: Article, sentence: ProseSpan) -> ProseSpan:
    """A sentence with those around it that go on with "It": of one treaty."""
    text = article.page.prose.text
    start, end = sentence
    if _SAME.match(text, start - 2):
        start = sentence_at(article, start - 2).start
    while _SAME.match(text, end - 1) and end - start < LONGEST:
        end = sentence_at(article, end + 2).end
    return ProseSpan(start, end)


def _steps(article: Article, sentence: ProseSpan) -> Iterator[Step]:
    text = article.page.prose.text
    for found in _STEP.finditer(text, sentence.start, sentence.end):
        name = "in force" if found.lastgroup == "force" else str(found.lastgroup)
        near = claims_in(article, ProseSpan(found.end(), found.end() + NEAR))
        date = next((claim for claim in near if claim.kind is Kind.DATE), None)
        if date is None or not usable(date) or _UNREAL.search(text, sentence.start, found.start()):
            continue
        if _TIED.fullmatch(text, found.end(), date.span.start):
            yield Step(name, date, ProseSpan(found.start(), found.end()))


def _joined(article: Article, steps: list[Step]) -> list[Step]:
    """The steps from the first on, as long as nothing between two of them speaks of another treaty."""
    kept: list[Step] = []
    text = article.page.prose.text
    for step in steps:
        if kept and (step.name in (one.name for one in kept) or _another(text, kept[-1], step)):
            break
        kept.append(step)
    return kept


def _another(text: str, one: Step, other: Step) -> bool:
    """Whether the words between two steps speak of another treaty, or of another time."""
    between = _SAME.sub(_IT, text[one.date.span.end : other.date.span.start])
    between = _HAD.sub(" ", between)
    ahead, behind = (_BY.sub(" ", text[step.word.end : step.date.span.start]) for step in (one, other))
    # "which had ratified an older set of rules in 1831, signed in 1871"
    return bool(_OTHER.search(between) or _OBJECT.search(behind) or _INDEFINITE.match(ahead))


def _boxed(article: Article) -> list[Step]:
    """The steps that the infobox dates, each field with one date."""
    found: dict[str, Step] = {}
    for box in article.page.infoboxes[:1]:
        for field in box.fields:
            key = field.key.strip().lower().replace(" ", "_")
            name = next((step for step, keys in FIELDS.items() if key in keys), None)
            dates = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.DATE]
            if name is not None and name not in found and len(dates) == 1 and usable(dates[0]):
                found[name] = Step(name, dates[0], field.prose)
    return list(found.values())


def usable(date: Claim) -> bool:
    """Whether a date is one plain date, not a range and not a guess."""
    value = date.value
    plain = isinstance(value, Date) and value.precision in EXACT and not value.circa
    return plain and not date.parts and not date.quoted and not date.impossible
