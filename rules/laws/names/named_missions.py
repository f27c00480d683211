"""An embassy that a sentence names as a thing that is there, whatever it tells of it: "A's embassy in B's capital".

What is told of it need not be that it exists: who names a mission by its owner and its city takes that for granted.
A word of closing anywhere, or one of a plan in the sentence, leaves that open.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from articles.article import Article
from articles.facts.fact import Fact, Scope
from articles.facts.gazetteer import Form, Gazetteer
from articles.page import Form as Shape
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.blocks import quoted
from rules.laws.names.denying import without_remark
from rules.laws.names.missions import pair_of
from rules.laws.names.names_in import names_in
from rules.laws.nearby import occurrences

_WORDS = ("embassy", "high commission")
_OWNER = regex(
    r"(?:\b(?:[Tt]he|[Aa]n?) )?(?<![\w’'-])((?:[A-Z][\w’'-]{0,25}[^\W\d_] ){1,4})(?:(?:new|resident|small|own) )?$"
)
_OWNER_OF = regex(r" of (?:the )?((?:[A-Z][\w-]+ ?){1,4})(?= in )")
_ARTICLE = regex(r"(?:\b(?:[Tt]he|[Aa]n?) )?$")
_CITY = regex(r" in ([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})")
_ITEM = regex(r",? (?:in|at) (?:the )?[A-Z]")
_WAS = regex(r" (?:was|were|had been) (?:an?|the|one|among|no)\b")
"""Behind a mission: what it was, and need not be."""
_NEAR = 60
_GONE = worded(__file__, r"\b{gone}\b")
_DOUBTED = worded(__file__, r"\b{doubted}\b|\bmoved (?:in [0-9]{4} )?(?:to|from) (?:the )?[A-Z]")


def named_embassies(article: Article) -> Iterator[Fact]:
    """The embassies of one party with the other that running text names by owner and city."""
    pair = pair_of(article)
    if not pair or _GONE.search(article.lowered):
        return
    text = article.page.prose.text
    for word in _WORDS:
        for at in occurrences(article, (word,)):
            block = article.page.block_at(at)
            prose = block is not None and block.form is Shape.PARAGRAPH and block.place in (Place.LEAD, Place.BODY)
            sentence = without_remark(article, at)
            if block is None or not prose or _DOUBTED.search(text, *sentence) or quoted(article.page, sentence):
                continue
            found = _named(article.parties.names, text, sentence, ProseSpan(at, at + len(word)))
            if found and {found[0], found[1]} == pair:
                owner, host, city, span = found
                scope = Scope(host, None, "embassy")
                value = text[city.start : city.end]
                yield Fact(owner, "mission", value, city, span, block.place, scope, True, None, "named mission")


def listed_embassies(article: Article) -> Iterator[Fact]:
    """The embassies that an item of a list tells by owner and city: "A: embassy in B's capital"."""
    pair, text = pair_of(article), article.page.prose.text
    for block in article.page.blocks if pair and not _GONE.search(article.lowered) else ():
        told = article.lowered[block.span.start : block.span.end]
        word = next((word for word in _WORDS if word in told), None)
        if block.form is not Shape.ITEM or word is None or _DOUBTED.search(text, *block.span):
            continue
        at = block.span.start + told.index(word)
        names = names_in(article, block.span)
        owners = [name for name in names if name.form is not Form.CITY and name.entity in pair]
        cities = [name for name in names if name.form is Form.CITY]
        ordered = len(owners) == 1 and len(cities) == 1 and owners[0].span.end <= at < cities[0].span.start
        if (
            ordered
            and {owners[0].entity, cities[0].entity} == pair
            and _ITEM.match(text, at + len(word), cities[0].span.end)
        ):
            scope = Scope(cities[0].entity, None, "embassy")
            city = cities[0].span
            span = ProseSpan(block.span.start, city.end)
            value = text[city.start : city.end]
            yield Fact(owners[0].entity, "mission", value, city, span, block.place, scope, True, None, "named mission")


def _named(
    names: Gazetteer, text: str, sentence: ProseSpan, word: ProseSpan
) -> tuple[str, str, ProseSpan, ProseSpan] | None:
    """The owner, the host, the city and the whole name of a mission."""
    head = text[max(sentence.start, word.start - _NEAR) : word.start]
    before, base = _OWNER.search(head), word.start - len(head)
    behind = None if before else _OWNER_OF.match(text, word.end, sentence.end)
    start = base + before.start() if before else base + len(head)
    if behind is not None and (article := _ARTICLE.search(head)):
        start = base + article.start()
    city = _CITY.match(text, behind.end() if behind else word.end, sentence.end)
    told = before or behind
    if city is None or told is None or _WAS.match(text, city.end()):
        return None
    owner = _owner(names, told[1].strip())
    for written in accumulate(city[1].split(" "), "{} {}".format):
        host = [each for each in names.named(written) if each.form is Form.CITY]
        if owner is not None and len(host) == 1:
            place = ProseSpan(city.start(1), city.start(1) + len(written))
            return owner, host[0].entity, place, ProseSpan(start, place.end)
    return None


def _owner(names: Gazetteer, text: str) -> str | None:
    """Whom a name names, or its last words where others go before: "Before 1990 Chad's"."""
    words = text.removesuffix("'s").removesuffix("’s").split()
    for first in range(len(words)):
        found = [each for each in names.named(" ".join(words[first:])) if each.form is not Form.CITY]
        if found:
            return found[0].entity if len(found) == 1 else None
    return None
