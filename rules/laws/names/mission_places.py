"""Missions that are put in a town outside of the country in which they are said to be.

In running text the country is that behind the town, "in Lima, Ecuador", or the one party of an article on two states
that the sentence names as the place; in lists and tables of missions the country of the item or the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import Form, gazetteer
from articles.page import Form as Shape
from articles.page import Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.names.denying import without_remark
from rules.laws.names.missions import pair_of, seats
from rules.laws.names.names_in import Name, names_in
from rules.laws.names.states_named import akin
from rules.laws.nearby import may_hold

ABROAD = regex(
    r"\bnon[- ]?resident|\baccredit|\bconcurrent|\bneither\b[^.\n]{0,60}\b(?:embass|mission|ambassador)",
    re.IGNORECASE,
)
_STATE = r"(?:the )?(?P<state>[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,3})"
_PLACED = regex(
    r"(?:mbassy|igh [Cc]ommission|onsulate(?:[ -][Gg]eneral)?) (?:in|at) (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
    rf"(?:,| in|, the capital of|, capital of) {_STATE}"
    r"(?=[.,;)]|$| (?:in|on|from|until|since|as|for|with|where|which|while|but|at|to|and (?:an?|one|its|the))\b)"
)
"""A mission with its city and the country of that."""
_NAMES = ("mbassy ", "igh Commission ", "igh commission ", "onsulate")
"""One of these starts each of them."""
_FRONT = regex(r"(?:In addition|Besides?|Apart|Despite|(?:From|Through|Via|With) (?:its|the|an?|their)\b)[^,]*$")
"""How a sentence begins whose subject comes behind a comma: "From its embassy in Ottawa, Germany"."""
_FROM = worded(__file__, r"\b{elsewhere}\b", re.IGNORECASE)
_CITY = regex(r"\b(?:in|at) (?:[a-z-]+ ){0,5}?(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""A name behind "in": "in a modern block in Lima", "in the Lima district"."""
_AT = regex(r"\b[Ii]n (?:the )?$|\b[Tt]o (?:the )?$")
_OPENS = regex(r"(?:[Oo]f )?(?:the )?")
_PARTS = regex(r" ?[:–—(,-]")
_JOINT = worded(
    __file__,
    r"[ :–—(,-]{0,4}(?:(?:has|maintains|keeps|operates|runs) )?(?:(?:an? |the |its )?(?:resident )?{missions}(?: in| "
    r"at|,)? ?)?(?:the )?",
    re.IGNORECASE,
)
"""What may stand between a country and the town of the mission in it, or of the mission that it has."""
_HAS = regex(r" (?:has|maintains|keeps|operates|runs) (?:an? |its )")
"""Behind the country with which an item begins: the host's, or the owner's of the two."""
_TITLE = regex(r"(?:Embassy|High Commission) of [^,]{2,40}?(?:, | in )([^,]{2,40})")
_STANDS = regex(
    r"\b(?:[Ii]t|[Tt]he (?:embassy|mission|chancery|high commission)) (?:is|stands|lies|was|has been)"
    r" (?:(?:located|situated|housed|based) )?(?:since [0-9]{4} )?in (?:[a-z-]+ ){0,5}?(?P<city>[A-Z][\w’'-]+(?: "
    r"[A-Z][\w’'-]+)?)"
)
_NOUNS = ("embassy", "embassies", "mission", "missions", "consulate", "consulates", "commission", "legation")
_LISTED = worded(__file__, r"\b{missions}\b", re.IGNORECASE)
_UNSURE = worded(__file__, r"\b{unsure}\b", re.IGNORECASE)
_HOSTS = WordList(__file__, "hosts")
_TOWNS = WordList(__file__, "towns")
_LONGEST_ITEM = 90
_TOWN = regex(r"[A-Z][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]+){0,3}")


class Placed(NamedTuple):
    """A mission's town, the country in which that lies, and the country in which it is said to lie."""

    city: ProseSpan
    land: str
    host: str
    named: ProseSpan | None
    """Where the second country is named, if that is told together with the town."""


def misplaced(article: Article) -> Iterator[Placed]:
    """Every mission that stands in another country than the one it is said to be in."""
    if not any(may_hold(article, noun) for noun in _NOUNS):
        return
    yield from _with_party(article)
    yield from _with_land(article)
    yield from _of_title(article)
    yield from _opened(article)
    yield from _listed(article)
    for table in article.page.tables:
        yield from _of_table(article, table)


def lands_of(town: str) -> frozenset[str]:
    """The lands in which a town of that name lies; no name that a land or a people has too."""
    readings = gazetteer().named(town)
    if not readings:
        land = _towns().get(town)
        return frozenset((land,)) if land else frozenset()
    return frozenset(each.entity for each in readings if all(other.form is Form.CITY for other in readings))


@cache
def _towns() -> dict[str, str]:
    """The country of every large town that the gazetteer leaves out."""
    listed: dict[str, str] = data_file(__file__, "towns.toml")["towns"]
    return {town.strip(): land for land, towns in listed.items() for town in towns.split(",")}


def _outside(town: str, host: str) -> str | None:
    """The country of a town where that is surely not in another one."""
    known, lands = gazetteer().entities, lands_of(town)
    entity = known.get(host)
    if not lands or entity is None or entity.kind != "state" or lands & seats(frozenset((host,))):
        return None
    if any(known[land].kind != "state" or akin(known[land], entity) for land in lands if land in known):
        return None
    return min(lands)


# --- sentences ---


def _with_party(article: Article) -> Iterator[Placed]:
    """Where a mission that a sentence puts in one party's country stands in a town of a third: "to Cuba in Lima"."""
    pair, text = pair_of(article), article.page.prose.text
    for name in _NAMES if pair else ():
        at = text.find(name)
        while at >= 0:
            sentence = without_remark(article, at)
            named = _host(article, pair, sentence, at)
            city = _third(pair, text, at, sentence.end) if named else None
            if named and city:
                yield Placed(city, min(lands_of(article.page.text(city))), named.entity, named.span)
            at = text.find(name, at + len(name))


def _host(article: Article, pair: frozenset[str], sentence: ProseSpan, at: int) -> Name | None:
    """The one party in whose country a mission is said to be; None where others may be served from it."""
    text = article.page.prose.text
    told = text[sentence.start : sentence.end]
    if ABROAD.search(told) or _FROM.search(told):
        return None
    names = names_in(article, sentence)
    owners = {name.entity for name in names if name.form is Form.ADJECTIVE and text[name.span.end : at - 1].isspace()}
    places = [
        name
        for name in names
        if name.form is Form.NAME
        and name.entity in pair - owners
        and _AT.search(text, max(sentence.start, name.span.start - 8), name.span.start)
    ]
    return places[0] if len({name.entity for name in places}) == 1 else None


def _third(pair: frozenset[str], text: str, at: int, end: int) -> ProseSpan | None:
    """The one city behind a mission, if it lies in a third country that the sentence does not name."""
    names = [found for found in _CITY.finditer(text, at, end) if lands_of(found["city"])]
    if len(names) != 1 or lands_of(names[0]["city"]) & seats(pair):
        return None
    told = text[at:end]
    if any(name in told for land in lands_of(names[0]["city"]) for name in names_of(land)):
        return None
    return ProseSpan(*names[0].span("city"))


def names_of(party: str) -> tuple[str, ...]:
    """What a state is called; only what the article calls it where no list knows it."""
    entity = gazetteer().entities.get(party)
    return tuple(entity.names) if entity else (party,)


def _with_land(article: Article) -> Iterator[Placed]:
    """Where a mission's city is said to lie in another country than its own: "the embassy in Lima, Ecuador"."""
    known, text = gazetteer(), article.page.prose.text
    for found in _placed(text):
        sentence = without_remark(article, found.start())
        if _FRONT.match(text, sentence.start, found.end("city")) or ABROAD.search(text, *sentence):
            continue
        host = known.canonical(found["state"])
        land = _outside(found["city"], host) if host else None
        if host and land:
            yield Placed(ProseSpan(*found.span("city")), land, host, ProseSpan(*found.span("state")))


def _placed(text: str) -> Iterator[re.Match[str]]:
    """Every mission with its city and the country of that, found by what it is called."""
    for name in _NAMES:
        at = text.find(name)
        while at >= 0:
            found = _PLACED.match(text, at)
            if found is not None:
                yield found
            at = text.find(name, at + len(name))


def _of_title(article: Article) -> Iterator[Placed]:
    """Where an article on an embassy says that it stands in another country than its title has it in."""
    found = _TITLE.fullmatch(article.page.title)
    hosts = list(gazetteer().named(found[1])) if found else []
    text = article.page.prose.text
    for stands in _STANDS.finditer(text) if len(hosts) == 1 else ():
        block = article.page.block_at(stands.start())
        land = _outside(stands["city"], hosts[0].entity)
        told = text[slice(*without_remark(article, stands.start()))]
        prose = block is not None and block.form is Shape.PARAGRAPH
        if prose and land and not _FROM.search(told) and not any(name in told for name in names_of(land)):
            yield Placed(ProseSpan(*stands.span("city")), land, hosts[0].entity, None)


def _opened(article: Article) -> Iterator[Placed]:
    """Where a party of two is said to have opened its embassy in a city of a third country."""
    pair = pair_of(article)
    for fact in article.facts_by_property.get("embassy-opened", ()) if pair else ():
        city = fact.scope.region
        told = article.page.text(fact.statement)
        at = told.find(city) if city else -1
        lands = lands_of(city) if city else frozenset()
        if at < 0 or fact.subject not in pair or not lands or lands & pair or not city:
            continue
        alone = article.page.prose.text.count(city) == 1 and not ABROAD.search(article.page.prose.text)
        if alone and not _FROM.search(told) and not any(name in told for land in lands for name in names_of(land)):
            start = fact.statement.start + at
            yield Placed(ProseSpan(start, start + len(city)), min(lands), min(pair - {fact.subject}), None)


# --- lists and tables ---


def _listed(article: Article) -> Iterator[Placed]:
    """Where an item of a list of missions names a country and a town that lies in another one, or is no seat of it."""
    for block in article.page.blocks:
        if block.form is not Shape.ITEM or block.span.end - block.span.start > _LONGEST_ITEM:
            continue
        told = article.page.text(block.span)
        section = article.page.sections[block.section].title if block.section >= 0 else ""
        headed = bool(_LISTED.search(section) or _LISTED.search(article.page.title))
        if not (headed or _LISTED.search(told)) or _UNSURE.search(told) or _UNSURE.search(section):
            continue
        names = names_in(article, block.span)
        hosts = [name for name in names if name.form is Form.NAME and not _of(article, name)]
        if len(hosts) != 1:
            continue
        towns = _towns_in(article, names, ProseSpan(hosts[0].span.end, block.span.end))
        host = _host_of_item(article, block.span, hosts[0])
        if (
            len(towns) == 1
            and host is not None
            and _JOINT.fullmatch(told[hosts[0].span.end - block.span.start : towns[0].start - block.span.start])
        ):
            yield from _at(article, towns[0], host, embassy=_embassy(told))


def _of(article: Article, name: Name) -> bool:
    """Whether a name is that of an owner: "Embassy of Chad in Oslo"."""
    return article.page.prose.text[: name.span.start].endswith((" of ", " of the "))


def _host_of_item(article: Article, item: ProseSpan, name: Name) -> Name | None:
    """The country that an item names as the place; of two states the other one where it begins with the owner."""
    text, pair = article.page.prose.text, pair_of(article)
    if _AT.search(text, max(name.span.start - 8, item.start), name.span.start):
        return name
    first = _OPENS.fullmatch(text, item.start, name.span.start)
    parted = _PARTS.match(text, name.span.end)
    if not pair:
        return name if parted and name.span.start == item.start else None
    first = first if parted or _HAS.match(text, name.span.end) else None
    others = pair - {name.entity}
    return name._replace(entity=min(others)) if first and len(others) == 1 else None


def _towns_in(article: Article, names: list[Name], span: ProseSpan) -> list[ProseSpan]:
    """The towns that are named behind a country: those known, else the one name that ends the item."""
    text = article.page.prose.text
    known = [name.span for name in names if name.form is Form.CITY and name.span.start >= span.start]
    if known:
        return known
    found = [ProseSpan(*each.span()) for each in _TOWN.finditer(text, *span)]
    return [each for each in found if lands_of(text[each.start : each.end])] or found[-1:]


def _embassy(told: str) -> bool:
    """Whether it is an embassy that is told of, and nothing that may stand in any town."""
    return "mbassy" in told and "onsul" not in told


def _at(article: Article, town: ProseSpan, host: Name, *, embassy: bool) -> Iterator[Placed]:
    written = article.page.text(town)
    land = _outside(written, host.entity)
    if land is None and embassy and _towns().get(written) == host.entity:
        land = host.entity  # a town of the country that is not its capital
    if land is not None and (land != article.parties.own or article.parties.pair):
        named = host.span if article.parties.names.canonical(article.page.text(host.span)) == host.entity else None
        yield Placed(town, land, host.entity, named)


def _of_table(article: Article, table: Table) -> Iterator[Placed]:
    """Where a row of a table of missions names a country and a town that lies in another one."""
    grid = table.grid()
    if not grid:
        return
    heads = {at: article.page.text(cell.prose).strip().lower() for at, cell in grid[0].items()}
    hosts = [at for at, head in heads.items() if head in _HOSTS]
    towns = [at for at, head in heads.items() if head in _TOWNS]
    section = article.page.sections[table.section].title if table.section >= 0 else ""
    around = f"{article.page.title} {section} {article.page.text(table.caption)} {' '.join(heads.values())}"
    if len(hosts) != 1 or len(towns) != 1 or not _LISTED.search(around):
        return
    for row in grid[1:]:
        host, town = row.get(hosts[0]), row.get(towns[0])
        if host is None or town is None:
            continue
        names = [name for name in names_in(article, host.prose) if name.form is Form.NAME]
        whole = "".join(article.page.text(cell.prose) for cell in row.values())
        if len(names) == 1 and not _UNSURE.search(whole):
            written = article.page.text(town.prose)
            start = town.prose.start + len(written) - len(written.lstrip())
            place = ProseSpan(start, start + len(written.strip()))
            yield from _at(article, place, names[0], embassy=_embassy(whole))
