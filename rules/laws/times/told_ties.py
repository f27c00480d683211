"""When two states established relations, opened an embassy or became independent, as a clause tells it by its words.

Facts are read from frames that say who does what to what. This asks less: a clause with one date, one of the things,
a verb of beginning and no state but the two. It serves where the rest of the sentence leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind
from articles.facts.fact import Fact, Scope
from articles.facts.gazetteer import Form, gazetteer
from articles.facts.telling import closed
from articles.page import Block, Place
from articles.page import Form as Shape
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.names_in import Name, names_in
from rules.laws.nearby import claims_in, may_hold, may_tell, passages, sentence_at
from rules.laws.times.dated_clauses import regions

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
SHAPES = (Shape.PARAGRAPH, Shape.ITEM, Shape.CELL)
NOUNS = ("relations", "ties", "embassy", "commission", "independence", "independent", "sovereign")
PATTERN = "told tie"
_RELATIONS = worded(__file__, r"(?<!consular )(?<!trade )\b(?:{sorts} )?{ties}\b")
_EMBASSY = worded(__file__, r"\b{embassies}\b")
_FREE = worded(__file__, r"\b{free}\b")
_BEGUN = worded(__file__, r"\b{begun}\b")
_OPENED = worded(__file__, r"\b{opened}\b")
_FREED = worded(__file__, r"\b{freed}\b")
_NOT_RELATIONS = worded(__file__, r"\b{not-relations}\b")
_NOT_EMBASSY = worded(__file__, r"\b{not-embassy}\b")
_NOT_FREE = worded(__file__, r"\b{not-free}\b")
_DOUBTED = worded(__file__, r"\b{doubted}\b")
_RENEWED = worded(__file__, r"\b{renewed}\b")
_GOES_ON = worded(
    __file__,
    r"\W{0,3}(?:(?:which|that|who) )?(?:(?:the|both|their) (?:[a-z]+ ){1,3}?|they )?(?:{helping} ){0,5}"
    r"(?:{begun}|{opened}|{freed}|agreed|in)\b",
)
_ELSEWHERE = regex(r"\W{0,3}(?:where|which|who|whose)\b")
_NOT_UNTIL = regex(r"\bnot\b(?=[^.;#]{0,80}\buntil (?:the )?#)|\b(?:not|only) (?=until|in|on)")
"""What denies up to the date, and so tells of the date."""
_PRONOUN = regex(r"they (?:were|had been|have existed|began|date|go back)\b|it (?:was|has|had|opened|began|dates)\b")
_TITLE = regex(r"(?:Embassy|High Commission) of (?:the )?([^,]{2,40}?)(?:,| in| to) (?:the )?([^,]{2,40})")
_KEYS = WordList(__file__, "keys")
LONGEST = 400
ROW = 1000


def told_ties(article: Article) -> tuple[Fact, ...]:
    """The beginnings between the two states of an article, each with its date; to be asked for ``Article.once``."""
    pair = pair_about(article)
    if not pair or not any(may_hold(article, noun) for noun in NOUNS):
        return ()
    boxed = tuple(_boxed(article, pair)) if not article.parties.pair and len(pair) > 1 else ()
    return boxed + tuple(
        fact
        for block in article.page.blocks
        if block.form in SHAPES and may_tell(article, _with_row(block), _things())
        for fact in _of_block(article, pair, block)
    )


def _with_row(block: Block) -> ProseSpan:
    """A block; a cell with those behind it, of which the next may tell what happened on its date."""
    return block.span._replace(end=block.span.end + ROW) if block.form is Shape.CELL else block.span


@cache
def _things() -> frozenset[str]:
    """What may begin: without one of these a sentence tells nothing here."""
    return frozenset().union(*(WordList(__file__, name) for name in ("ties", "embassies", "free")))


def pair_about(article: Article) -> tuple[str, ...]:
    """The states of an article: of one on their relations, the owner and the host of an embassy, or the one state."""
    if article.parties.pair:
        return article.parties.pair
    found = _TITLE.fullmatch(article.page.title)
    if found is None:
        return (article.parties.own,) if article.parties.own in gazetteer().entities else ()
    sides = (gazetteer().named(side) for side in found.groups())
    return tuple(dict.fromkeys(side[0].entity for side in sides if len(side) == 1))


def _boxed(article: Article, pair: tuple[str, ...]) -> Iterator[Fact]:
    """The day on which an embassy opened that the article is about, by its infobox."""
    for field in article.page.infoboxes[0].fields if article.page.infoboxes else ():
        dates = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.DATE]
        value = closed(dates[0].value) if len(dates) == 1 else None
        if field.key.strip().lower() in _KEYS and isinstance(value, Date) and not value.circa:
            claim, scope = dates[0]._replace(value=value), Scope(pair[1])
            yield Fact(
                pair[0], "embassy-opened", value, claim.span, field.prose, Place.INFOBOX, scope, True, claim, PATTERN
            )


def told_anew(article: Article) -> bool:
    """Whether an article speaks of a break or of a new beginning, so that one of two dates may be a second one."""
    return _RENEWED.search(article.lowered) is not None


def _of_block(article: Article, pair: tuple[str, ...], block: Block) -> Iterator[Fact]:
    for claim in claims_in(article, block.span):
        value = closed(claim.value) if isinstance(claim.value, Date) else None
        if claim.kind is not Kind.DATE or not isinstance(value, Date) or value.precision not in EXACT or value.circa:
            continue
        if len(claim.parts) > 1 or claim.quoted or claim.impossible:
            continue
        day = (claim.parts[0] if claim.parts else claim)._replace(value=value)
        sentence = sentence_at(article, day.span.start, LONGEST)
        pronoun = _PRONOUN.match(article.lowered, sentence.start)  # and the cell beside may tell it
        if block.form is Shape.CELL or pronoun or may_tell(article, sentence, _things()):
            yield from _told(article, pair, block, sentence, day)


def _told(article: Article, pair: tuple[str, ...], block: Block, sentence: ProseSpan, claim: Claim) -> Iterator[Fact]:
    for region in regions(article, sentence, claim, _GOES_ON):
        low = article.lowered[region.start : claim.span.start] + " # " + article.lowered[claim.span.end : region.end]
        low = _NOT_UNTIL.sub(" ", low)
        if _PRONOUN.match(low):
            low = f"{_meant(article, sentence.start)} {low}"
        topics = [topic for topic in _topics(low) if topic]
        if not topics:
            continue
        if len(topics) == 1 and not _DOUBTED.search(low):
            yield from _fact(article, pair, block, (sentence, region), claim, topics[0])
        return


def _meant(article: Article, start: int) -> str:
    """What the pronoun stands for with which a sentence starts: "They were established", "It was opened"."""
    if article.lowered.startswith("it ", start):
        return "embassy" if _TITLE.fullmatch(article.page.title) else ""
    before = sentence_at(article, start - 2) if article.page.prose.text[start - 1 : start] == " " else None
    return "relations" if before is not None and _RELATIONS.search(article.lowered, *before) else ""


def begun(low: str) -> str | None:
    """What a heading or a leading sentence in lower case says the beginning of, if it says one."""
    topics = [topic for topic in _topics(f"{low} #") if topic]
    return topics[0] if len(topics) == 1 else None


def _topics(low: str) -> Iterator[str]:
    """What the words of a clause tell the beginning of."""
    if _RELATIONS.search(low) and _BEGUN.search(low) and not _NOT_RELATIONS.search(low):
        yield "relations-established"
    if _EMBASSY.search(low) and _OPENED.search(low):
        yield "" if _NOT_EMBASSY.search(low) else "embassy-opened"
    if _FREE.search(low) and _FREED.search(low) and not _NOT_FREE.search(low):
        yield "independence"


def _fact(
    article: Article,
    pair: tuple[str, ...],
    block: Block,
    spans: tuple[ProseSpan, ProseSpan],
    claim: Claim,
    topic: str,
) -> Iterator[Fact]:
    sentence, region = spans
    value = claim.value
    assert isinstance(value, Date)
    names = names_in(article, region)
    named = names_in(article, ProseSpan(sentence.start, region.end))  # what is named behind is another's
    whole = names if names and not _ELSEWHERE.match(article.lowered, *region) else named
    others = {name.entity for name in whole} - set(pair)
    if len(pair) == 1 and topic != "independence":
        if len(others) != 1 or not others < gazetteer().entities.keys():
            return
        pair = (*pair, *others)
    strangers = [name for name in whole if not _of_pair(pair, name.entity)]
    if topic == "independence":
        subject = _freed(pair, names or named or _before(article, sentence), value)
        strangers = []  # the power that it was under is named as well
    else:
        subject = pair[0]
        if topic == "embassy-opened":
            subject = _owner(pair, names)
        else:
            strangers = [name for name in strangers if name.form is not Form.CITY]
    if strangers or subject is None:
        return
    other = pair[-1] if subject == pair[0] else pair[0]
    scope = Scope(None if topic == "independence" else other)
    place = Place.BODY if block.form is Shape.CELL else block.place
    yield Fact(subject, topic, value, claim.span, sentence, place, scope, True, claim, PATTERN)


def _of_pair(pair: tuple[str, ...], name: str) -> bool:
    """Whether a name is that of one of the two, of a state before it, or of a body."""
    known = gazetteer().entities.get(name)
    if name in pair or known is None or known.kind == "body":
        return True
    return not frozenset(known.successors).isdisjoint(pair)


def _owner(pair: tuple[str, ...], names: list[Name]) -> str:
    """Whose an embassy is: the guest of the city that is named, else the first party; only the message tells it."""
    host = next((name.entity for name in names if name.form is Form.CITY and name.entity in pair), None)
    if host is not None:
        return pair[-1] if host == pair[0] else pair[0]
    return next((name.entity for name in names if name.entity in pair), pair[0])


def _freed(pair: tuple[str, ...], names: list[Name], date: Date) -> str | None:
    """Which of the two became independent: the one named, else the one of which that year is known."""
    told = {name.entity for name in names if name.entity in pair and name.form is not Form.CITY}
    if len(told) == 1:
        return told.pop()
    if len(pair) == 1:
        return None if names else pair[0]
    year = civil(date.earliest)[0] if date.earliest is not None else 0
    known = [gazetteer().entities[state] for state in pair if state in gazetteer().entities]
    ended = [each.name for each in known if any(abs(high - year) <= 1 for _, high in each.under)]
    ended = ended or [each.name for each in known if year in each.breaks]
    return ended[0] if len(ended) == 1 else None


def _before(article: Article, sentence: ProseSpan) -> list[Name]:
    """The names of the sentence before one, in its paragraph."""
    spans = list(islice(passages(article, sentence.start + 1, 2), 2))
    return names_in(article, ProseSpan(spans[-1].start, sentence.start)) if len(spans) > 1 else []
