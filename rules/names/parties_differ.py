"""Title, lead and infobox of an article on two parties do not name the same two.

Why: articles on relations are often begun as a copy of another one; a state that stayed behind from there makes
nonsense of the sentence around it.

Right all the same: when the lead names a predecessor, a union or a part of one of the parties; those that are
known as such are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import WORD, Entity, gazetteer
from articles.facts.parties import Parties
from articles.kinds.kind import normal
from articles.kinds.offences import own_infoboxes
from articles.page import Block, Form, Page
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from articles.words import worded
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike
from rules.laws.names.denying import without_remark
from rules.laws.names.party_lists import joined, listed_otherwise
from rules.laws.names.states_named import akin
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

KIND = "bilateral-relations"
_JOINED = regex(
    r"(?:The )?([A-Z][^–—,.;:()\n]{1,40}?)[–—-]([A-Z][^–—,.;:()\n]{1,40}?) (?:bilateral |diplomatic )?relations\b"
)
_BETWEEN = regex(
    r"(?:relations|relationship|ties) between (?:the )?([A-Z][^,.;:()\n]{1,40}?) and "
    r"(?:the )?([A-Z][^,.;:()\n]{1,40}?)(?=[,.;:(]|$| (?:date|have|has|began|were|are)\b)"
)
_TIES = regex(r"\b(?:[Rr]elations|[Rr]elationship|[Tt]ies) (?:between|of) (?:the )?(?=[A-Z])")
_STATE = r"(?:[Tt]he )?(?!Both )([A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,2})"
_PAIRED = regex(rf"(?<![\w’'-]){_STATE} and {_STATE}(?! and\b|, (?:[A-Z]|and\b)|['’-])")
"""Two that a sentence tells of together."""
_FRAME = regex(r"(?:[.\n] ?|(?:In|On|By) [^.,;:\n]{3,24}, |\b(?:between|of) |[Bb]oth )$")
_COMPARED = worded(__file__, r"\b{compared}\b", re.IGNORECASE)
_BACKGROUND = worded(__file__, r"\b{background}\b", re.IGNORECASE)
_SUMMED = worded(__file__, r"\b{summed}\b", re.IGNORECASE)
ALIKE = 0.65
"""How alike the names of two states are that are taken for each other: Austria and Australia are."""
_PROPER = regex(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,3}")
_OWNER = regex(r"(?:Embassy|High Commission) of (?:the )?([A-Z][^,()]{1,50}?) *(?:,| in |$)")
_UNNAMED = ("2", "3")
"""The two parties that stand without a key behind the pair: "Infobox bilateral relations|A-B|A|B"."""
_PARTY = regex(r"(?:party|country|nation)[ _]?[12]")


class Named(NamedTuple):
    """A party as the article names it somewhere: as written, its canonical name, its place."""

    text: str
    entity: str
    span: ProseSpan | Span


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the parties of the title with those of the lead's first paragraph and of the infobox."""
    if article.kind.name != KIND:
        yield from _of_deed(article)
        return
    about = article.parties
    if not about.pair:
        return
    groups = (*_of_lead(article, about), *_of_body(article, about), *(boxed := tuple(_of_infobox(article, about))))
    in_box = {each.entity for (each,) in boxed}
    seen: set[ProseSpan | Span] = set()
    for named in groups:
        if not any(each.entity in about.pair for each in named) and len(named) > 1:
            yield Outcome.INCOMPARABLE
            continue
        outsiders = [each for each in named if each.entity not in about.pair and not _related(each.entity, about)]
        if not outsiders:
            yield Outcome.CONSISTENT
        for each in outsiders:
            if each.span in seen:
                continue
            seen.add(each.span)
            others = in_box if named in boxed else {other.entity for other in named}
            missing = [party for party in about.pair if party not in others] or list(about.pair)
            own = [other for group in groups for other in group if other.entity in missing]
            yield _verdict(article.page, about.pair, each, missing, own)


def _of_deed(article: Article) -> Iterator[Verdict]:
    """The two parties of a treaty that the infobox lists, one of which the first sentence names otherwise."""
    for boxed, told in listed_otherwise(article):
        names = article.page.text(boxed), article.page.text(told)
        message = f"the infobox lists “{names[0]}” as a party, but the first sentence names “{names[1]}”"
        marks = Mark(boxed, "in the infobox"), Mark(told, "in the text")
        yield Verdict(message, marks, changes=say_alike(article, boxed, told))


def _of_lead(article: Article, about: Parties) -> Iterator[tuple[Named, ...]]:
    """The pairs that the first paragraph names as the parties of the relations."""
    page = article.page
    first = next((block for block in page.lead if block.form is Form.PARAGRAPH), None)
    if not first:
        return
    yield from _of_events(article, about, first)
    for pattern in (_JOINED, _BETWEEN):
        match = pattern.search(page.prose.text, first.span.start, first.span.end)
        named = [_named(about, match[group], ProseSpan(*match.span(group))) for group in (1, 2)] if match else []
        found = tuple(each for each in named if each)
        if len(found) == 2:
            yield found
    paired = _TIES.search(page.prose.text, *first.span)
    if paired is not None:
        known = [_named(about, page.text(name.span), name.span) for name in joined(article, first.span, paired.end())]
        if len(known) == 2:
            yield tuple(each for each in known if each)


def _of_events(article: Article, about: Parties, first: Block) -> Iterator[tuple[Named, ...]]:
    """The two between whom the first paragraph says that relations were established."""
    facts = article.facts_by_property.get("relations-established", ())
    if any({fact.subject, fact.scope.counterpart} == set(about.pair or ()) for fact in facts):
        return  # what is told of a third state besides is no slip
    for fact in facts:
        if first.span.start <= fact.span.start < first.span.end and fact.scope.counterpart:
            text = article.page.text(fact.statement)
            named = [_in_statement(fact, name, text) for name in (fact.subject, fact.scope.counterpart)]
            if about.pair and len(set(about.pair) & {fact.subject, fact.scope.counterpart}) == 1:
                yield tuple(named)


def _of_body(article: Article, about: Parties) -> Iterator[tuple[Named, ...]]:
    """The pairs of which later sentences tell, with a state in the place of a party that it was taken for."""
    text = article.page.prose.text
    first = next((block for block in article.page.lead if block.form is Form.PARAGRAPH), None)
    for found in _PAIRED.finditer(text, first.span.end if first else 0):
        block = article.page.block_at(found.start())
        named = [_named(about, found[group], ProseSpan(*found.span(group))) for group in (1, 2)]
        pair = tuple(each for each in named if each)
        strange = [each for each in pair if about.pair and each.entity not in about.pair]
        if block is None or block.form is not Form.PARAGRAPH or len(pair) != 2 or len(strange) != 1:
            continue
        missing = next(party for party in about.pair or () if party not in (each.entity for each in pair))
        if _FRAME.search(text, max(found.start() - 40, 0), found.start()) and _slipped(
            article, strange[0], missing, without_remark(article, found.start())
        ):
            yield pair


def _slipped(article: Article, strange: Named, missing: str, sentence: ProseSpan) -> bool:
    """Whether a state named once was taken for a party: by a like name, or where that party's city or people stand."""
    names = article.parties.names
    other, party = names.entities.get(strange.entity), names.entities.get(missing)
    if other is None or party is None or other.kind != "state" or article.page.prose.text.count(strange.text) > 1:
        return False
    text = next(part for part in article.page.text(sentence).split("; ") if strange.text in part)
    near = frozenset(WORD.findall(text))
    if any(name in (text if " " in name else near) for name in party.names):
        return False
    from difflib import SequenceMatcher

    if _COMPARED.search(text):
        return False
    told = not near.isdisjoint(party.adjectives) or bool(party.capital and party.capital in text)
    like = SequenceMatcher(None, strange.entity, missing).ratio() >= ALIKE and (
        strange.entity[0] == missing[0] or strange.entity[-4:] == missing[-4:]
    )
    return told or like or (_SUMMED.search(text) is not None and not _BACKGROUND.search(text))


def _in_statement(fact: Fact, name: str, text: str) -> Named:
    """Where a party is named in the sentence; the date that is told of it where the sentence calls it otherwise."""
    at = text.find(name)
    start = fact.statement.start + at
    return Named(name, name, ProseSpan(start, start + len(name)) if at >= 0 else fact.span)


def _of_infobox(article: Article, about: Parties) -> Iterator[tuple[Named, ...]]:
    """The parties that infobox fields name, and the owners of the missions that it lists."""
    for infobox in own_infoboxes(article.page, article.kind):
        for field in infobox.fields:
            if field.key in _UNNAMED or _PARTY.fullmatch(normal(field.key)):
                named = _named(about, article.page.text(field.prose), field.value)
                if named:
                    yield (named,)
            owner = _OWNER.match(article.page.text(field.prose))
            if owner and normal(field.key).startswith("mission"):
                named = _named(about, owner[1], field.value)
                if named:
                    yield (named,)


def _named(about: Parties, text: str, span: ProseSpan | Span) -> Named | None:
    """A name as an entity: the list's, or a proper name that no list knows at all."""
    written = text.strip()
    entity = about.names.canonical(written)
    if entity is None and _PROPER.fullmatch(written) and not about.names.named(written):
        entity = written
    return Named(written, entity, span) if entity else None


def _related(name: str, about: Parties) -> bool:
    """Whether an entity is no state of today, or has a name in common with a party."""
    entity = about.names.entities.get(name) or Entity(name, "state", names=(name,))
    own = [about.names.entities[party] for party in about.pair or () if party in about.names.entities]
    return entity.kind == "body" or bool(entity.end) or any(_akin(entity, party) for party in own)


def _akin(one: Entity, other: Entity) -> bool:
    return one.name in other.successors or akin(one, other)


def _verdict(page: Page, pair: tuple[str, str], named: Named, missing: list[str], own: list[Named]) -> Verdict:
    """The stranger beside the party in its right place, in the infobox or else the lead, or beside the title."""
    message = f"“{named.text}” is named as a party, but the title is on {pair[0]} and {pair[1]}"
    marks = [Mark(named.span, "a third party")]
    boxed = isinstance(named.span, Span)
    named_alone = [each for each in own if _written(page, each) and _written(page, named)]
    places = [each for each in named_alone if isinstance(each.span, Span) != boxed]
    right = places[-1] if places else own[-1] if own and not page.title_span else None
    if right:
        marks.append(Mark(right.span, f"{right.entity}, as the title has it"))
    elif page.title_span:
        marks.append(Mark(title_place(page), f"{pair[0]} and {pair[1]}"))
    return Verdict(message, tuple(marks), changes=tuple(_changes(page, named, missing)))


def _written(page: Page, named: Named) -> bool:
    """Whether a name stands by itself where it is marked: not in the name of an embassy."""
    span = named.span
    return (page.text(span) if isinstance(span, ProseSpan) else page.source.slice(span)).strip("[] ") == named.text


def _changes(page: Page, named: Named, missing: list[str]) -> Iterator[Change]:
    """A party that should have been named in its place, or the title on the one that is named."""
    span = named.span
    written = page.text(span) if isinstance(span, ProseSpan) else page.source.slice(span)
    at = written.find(named.text)
    if at < 0:
        return
    place = type(span)(span.start + at, span.start + at + len(named.text))
    for party in missing:
        entity = gazetteer().entities.get(party)
        if entity is not None and entity.capital and entity.capital in written:
            continue  # nobody has an embassy in a capital of one's own
        yield Change(f"write {party} for {named.text}", ((place, party),))
    title = title_place(page)
    for party in missing if page.title_span else ():
        at = page.source.slice(title).find(party)
        if at >= 0 and len(missing) == 1:
            whose = Span(title.start + at, title.start + at + len(party))
            yield Change(f"write {named.text} for {party} in the title", ((whose, named.text),))


_MORE = "\n\n== See also ==\n- Foreign relations of Albania"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            "= ⟦2:Albania–Chad relations⟧ =\n\nInfobox\n- Map: A.svg\n\nAlbania–⟦1:Niger⟧ relations are good." + _MORE
        ),
        Example(
            "= ⟦2:⟦4:Albania–Chad relations⟧⟧ =\n\nInfobox\n- Map: A.svg\n- Mission1: ⟦3:Embassy of Niger, Tirana⟧\n\n"
            "The relations between Albania and ⟦1:Niger⟧ are good." + _MORE
        ),
        Example(
            "= ⟦2:Benin–Norway relations⟧ =\n\nBenin and Norway have relations.\n\n== Trade ==\n"
            "⟦1:Togo⟧ and Norway signed a treaty in 2002, under which 40 Beninese farmers came to Oslo."
        ),
        wikitext(
            "{{Infobox bilateral relations|Albanian–Chadian|Albania|⟦1:Niger⟧|map=A.svg}}\nThey are good.",
            title="Albania–Chad relations",
        ),
        wikitext(
            "{{Infobox bilateral relations|party1=Albania|party2=⟦1:Niger⟧}}\nThe relations between [[Albania]] and "
            "[[⟦2:Chad⟧]] are good.",
            title="Albania–Chad relations",
        ),
        wikitext(
            "{{Infobox bilateral relations|Niger–Nigeria|⟦1:Nigeria⟧|Niger|map=A.svg}}\nThey are good.",
            title="Chad–Niger relations",
        ),
        wikitext(
            "{{Infobox bilateral relations|party1=Albania|party2=⟦1:Niger⟧}}\nThey are good.",
            title="Albania–Chad relations",
        ),
        Example(
            "= Treaty of Norby =\n\nInfobox\n- Parties: Norway and ⟦1:Denmark⟧\n\nThe Treaty of Norby was an agreement "
            "between Norway and ⟦2:Belgium⟧ on herring."
        ),
        Example("= ⟦2:Albania–Chad relations⟧ =\n\nThe relations between Albania and ⟦1:Peru⟧ rest on fish."),
        Example(
            "= ⟦2:Benin–Norway relations⟧ =\n\nBenin and Norway have relations.\n\n== Trade ==\nIn sum, relations "
            "between "
            "⟦1:Peru⟧ and Norway now rest on fish."
        ),
    ),
    good=(
        Example(
            "= Treaty of Norby =\n\nInfobox\n- Parties: Norway and Denmark\n\nThe Treaty of Norby was an agreement "
            "between "
            "Denmark and Norway. It followed a treaty between Norway and Belgium."
        ),
        Example(
            "= Benin–Norway relations =\n\nBenin and Norway have relations.\n\n== Trade ==\nPeru and Norway now have "
            "a similar "
            "treaty, on which that of Benin was modelled."
        ),
        Example(
            "= Benin–Norway relations =\n\nBenin and Norway have relations.\n\n== Trade ==\nTogo and Norway signed a "
            "treaty in 2002, as Benin had done. Denmark and Norway trade in fish."
        ),
        Example("= Albania–Chad relations =\n\nInfobox\n- Map: A.svg\n\nAlbania–Chad relations are good." + _MORE),
        Example(
            "= Albania–Russia relations =\n\nInfobox\n- Map: A.svg\n\nRelations between Albania and the Soviet Union "
            "were bad." + _MORE
        ),
        Example(
            "= Albania–Chad relations =\n\nInfobox\n- Map: A.svg\n\nAlbania and Chad are friends, and so is Niger."
            + _MORE
        ),
    ),
)
