"""When a treaty was signed, ratified, came into force and expired, as sentences and infoboxes tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in, occurrences, sentence_at

_BACKDATED = worded(__file__, r"\b{backdated}\b")
ORDER = ("signed", "ratified", "in force", "expired")
_UNREAL = regex(r"\b(?:would|should|could|might|may|will|shall)(?: not)?(?: have)?(?: been)?(?: [a-z]+ly)? $")
"""Before a step: it was not taken, or not yet."""
EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
FIELDS = {
    "signed": ("date_signed", "signed", "signing_date"),
    "ratified": ("date_ratified", "ratified"),
    "in force": ("date_effective", "effective", "effective_date", "entered_into_force", "in_force"),
    "expired": ("date_expiration", "date_expiry", "expiration_date", "expired", "expires"),
}
"""The steps, and the keys of an infobox that date them."""
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
TOLD = (Place.LEAD, Place.BODY)
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
_DENIED = worded(__file__, r"\b{denied}\b")
_CLAUSE = regex(r"[;:,] | and | but ")
_PRONOUN = regex(r"\bit\b")
_THE_TEXT = worded(__file__, r"\b(?:the|its) {texts}\b(?! of)")
_OPENS = regex(
    r"(?:having (?:been |become |come |gone )?)?"
    r"(?:signed|ratified|concluded|effective|into force|signature|ratification)\b"
)
"""How a sentence begins that tells a step of the treaty without naming it: "Ratified in 1911, it"."""
_IT = " it "
"""In place of what stands for the same treaty."""
_HAD = regex(r"(?:^| it) *had (?:already |previously )?been ")
"""Right before a step, what only says that it came before: "It had been ratified in 1759"."""
NEAR = 60
LONGEST = 900


class Step(NamedTuple):
    """A step, its date and where its word stands."""

    name: str
    date: Claim
    word: ProseSpan


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
    for told in (*_sentences(article), _boxed(article)):
        for at, one in enumerate(told):
            for other in told[at + 1 :]:
                ranks = ORDER.index(one.name), ORDER.index(other.name)
                if ranks[0] != ranks[1]:
                    yield (one, other) if ranks[0] < ranks[1] else (other, one)


def _of_title(article: Article) -> Iterator[tuple[Step, Step]]:
    """The signing and every later step, its force and its end, of the treaty that an article is about."""
    noun = _TREATY.search(article.page.title)
    if noun is None:
        return
    told = [
        step for block in article.page.blocks if block.place in TOLD for step in _own_steps(article, block, noun[0])
    ]
    for name, later in (("signed", ORDER[1:]), ("in force", ORDER[3:])):
        first = next((step for step in told if step.name == name), None)
        if first is not None:
            yield from ((first, step) for step in told if step.name in later)


def _own_steps(article: Article, block: Block, noun: str) -> Iterator[Step]:
    """The steps of a paragraph that are told of "it" or of "the convention"."""
    title, short = article.page.title.lower(), f"the {noun.lower()}"
    for step in _steps(article, block.span):
        sentence = sentence_at(article, step.word.start)
        before = article.lowered[sentence.start : step.date.span.start]
        before = before.replace(title, _IT).replace(f"{short} of ", " another ").replace(short, _IT)
        before = _THE_TEXT.sub(_IT, before)
        clause = _CLAUSE.split(before)[-1]
        told = _PRONOUN.search(before) or _OPENS.match(before)
        if told and not _TREATY.search(before) and not _DENIED.search(clause):
            yield step


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
