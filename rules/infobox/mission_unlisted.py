"""The text names an embassy that the infobox does not list.

Why: the infobox of an article on two states lists their embassies with each other; a reader who finds one only
there, or none, takes it that there is no other.

Right all the same: when the embassy was closed since and the text tells of the time before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.facts.fact import Fact
from articles.kinds.offences import own_infoboxes
from articles.page import Infobox, Place
from articles.regex import regex
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.names.mission_edits import denied, listed_too
from rules.laws.names.missions import embassies, listed, pair_of, same_parties
from rules.laws.names.named_missions import listed_embassies, named_embassies
from rules.laws.names.told_clause import told_clause
from rules.laws.nearby import gap, sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)
_LEFT = regex(r"\b(?:was|were|been) (?:later |then |finally )?(?:closed|shut|moved|withdrawn|transferred|relocated)\b")
_ENDED = worded(__file__, r"\b{ended}\b")
_BROKEN = worded(__file__, r"\b{broken}\b")
_TO = regex(r" ?(?:to|until|till|through|and|–|-) ?(?:[A-Z][a-z]+ )?[0-9]{2,4}\b")
_MISSION = worded(__file__, r"\b{missions}\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the embassies that the text names against those that the infobox lists."""
    facts = embassies(article)
    boxes = own_infoboxes(article.page, article.kind) if facts else []
    if not boxes:
        return
    boxed = [fact for fact in facts if fact.place is Place.INFOBOX]
    if listed(article, boxes[0]) > len(boxed):
        yield Outcome.INCOMPARABLE
        return
    told: list[Fact] = []
    for fact in facts:
        if not _stands(article, fact) or any(same_parties(fact, other) for other in told):
            continue
        told.append(fact)
        if any(same_parties(fact, other) for other in boxed):
            yield Outcome.CONSISTENT
        elif not any(same_parties(fact, other) and not other.polarity for other in facts):
            yield _verdict(article, fact, boxes[0])
    if boxed:
        for fact in (*_opened(article), *named_embassies(article), *listed_embassies(article)):
            if not any(same_parties(fact, other) for other in (*facts, *told)):
                told.append(fact)
                yield _verdict(article, fact, boxes[0])


def _stands(article: Article, fact: Fact) -> bool:
    """Whether running text tells of an embassy as there, and not in the same sentence of its end or move."""
    told = fact.place in PROSE and fact.polarity
    return told and not _LEFT.search(gap(article, *sentence_at(article, fact.span.start)))


def _opened(article: Article) -> Iterator[Fact]:
    """The embassies that the text says were opened, once or again, where it knows of none that was closed or moved."""
    pair, text = pair_of(article), article.lowered
    opened = article.facts_by_property.get("embassy-opened", ())
    again = article.facts_by_property.get("embassy-reopened", ())
    facts = [] if not opened or _gone(text) else list(opened)
    for fact in (*facts, *(fact for fact in again if not _gone(text[fact.statement.end :]))):
        ended = _TO.match(article.page.prose.text, fact.span.end)  # "from 1974 to 1983"
        if fact.place in PROSE and fact.polarity and not ended and {fact.subject, fact.scope.counterpart} == pair:
            yield fact


def _gone(text: str) -> bool:
    return bool(_BROKEN.search(text)) or any(map(_ENDED.search, _on_missions(text)))


def _on_missions(text: str) -> Iterator[str]:
    """The sentences that name a mission, each with the next one, which may tell of its end."""
    for line in filter(_MISSION.search, text.split("\n")):
        for sentence, behind in pairwise((*line.split(". "), "")):
            if _MISSION.search(sentence):
                yield f"{sentence}. {behind}"


def _verdict(article: Article, fact: Fact, infobox: Infobox) -> Verdict:
    where = f"in {fact.value}" if isinstance(fact.value, str) else f"in {fact.scope.counterpart}"
    message = f"the text says that {fact.subject} has an embassy {where}, but the infobox does not list it"
    clause = told_clause(article, fact, fact.scope.region)
    marks = (Mark(clause, "an embassy"), Mark(infobox.name_span, "it is not listed in here"))
    changes = (*listed_too(article, fact, infobox), *denied(article, fact))
    return Verdict(message, marks, changes=changes)


_MORE = "\n\n== See also ==\n- Foreign relations of Narvia"

_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "⟦2:Infobox⟧\n- Map: A.svg\n\n⟦1:Norway has an embassy in Paris⟧, but France "
            "does not have an embassy in Norway." + _MORE
        ),
        Example(
            _PAIR + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in "
            "Oslo and ⟦1:Norway has an embassy in Paris⟧." + _MORE
        ),
        Example(
            _PAIR
            + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. ⟦1:Norway opened "
            "its embassy in Paris in 1994⟧." + _MORE
        ),
        Example(
            _PAIR
            + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. ⟦1:The Norwegian "
            "embassy in Paris⟧ lends its garden to a choir." + _MORE
        ),
        Example(
            _PAIR
            + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n\nThey are friends.\n\n== Missions ==\n- France: "
            "embassy in Oslo\n- ⟦1:Norway: embassy in Paris⟧, with a choir" + _MORE
        ),
        Example(
            _PAIR + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n\nBoth were kingdoms until 1830. France opened "
            "its embassy in Oslo in 1990. Two years later ⟦1:an embassy of Norway was opened in Paris⟧." + _MORE
        ),
        Example(
            _PAIR
            + "⟦2:Infobox⟧\n- Mission1: Embassy of France, Oslo\n- Mission2: None\n\nFrance has an embassy in Oslo. "
            "After the war ⟦1:Norway reopened its embassy in Paris in 1946⟧." + _MORE
        ),
        wikitext(
            "{{⟦2:Infobox bilateral relations⟧|mission1=[[Embassy of France, Oslo]]}}\nFrance has an embassy in "
            "[[Oslo]] and ⟦1:Norway has an embassy in [[Paris]]⟧.",
            title=_TITLE,
        ),
    ),
    good=(
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n- Mission2: Embassy of Norway, Paris"
            "\n\nFrance has an embassy in Oslo and Norway has an embassy in Paris." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. "
            "Norway has an honorary consulate in Lyon and a non-resident ambassador in Brussels." + _MORE
        ),
        Example(_PAIR + "Norway has an embassy in Paris." + _MORE),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. The former "
            "Norwegian embassy in Paris is a school." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. Norway opened an "
            "embassy in Paris in 1906; it was closed in 1920." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. From 1906 to 1920 "
            "Norway had an embassy in Paris." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. The Norwegian "
            "embassy in Paris was a victim of the cuts. In a novel of 1990 a Norwegian embassy in Paris is stormed."
            + _MORE
        ),
        Example("= Foreign relations of Norway =\n\nInfobox\n- Map: A.svg\n\nNorway has an embassy in Paris." + _MORE),
    ),
    properties=frozenset(("mission",)),
)
