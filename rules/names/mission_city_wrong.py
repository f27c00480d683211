"""An embassy is put in a city of a third country, or in a country where its city does not lie.

Why: either the city is wrong, or a non-resident mission is told as a resident one.

Right all the same: when two cities share a name, or the embassy looks after the other party from abroad. An article
that speaks of missions that are not resident is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import Entity, Form, gazetteer
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.names.missions import EMBASSIES, land_of_city, missions, pair_of, same_parties
from rules.laws.names.states_named import akin
from rules.laws.nearby import sentence_at
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_ABROAD = regex(
    r"\bnon[- ]?resident|\baccredit|\bconcurrent|\bneither\b[^.\n]{0,60}\b(?:embass|mission|ambassador)",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:no|not|without)\b[^.\n]{0,60}\b(?:embass|mission|ambassador)", re.IGNORECASE)
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
_EMBASSY = regex(r"\ban? (embassy|high commission)(?= in [^,.;]{0,40}$)")


_SEATED_ELSEWHERE = WordList(__file__, "seated-elsewhere")
_ALIKE = 0.5
"""How alike two spellings of a capital are at least."""
_FROM = worded(__file__, r"\b{elsewhere}\b", re.IGNORECASE)
_CITY = regex(r"\b(?:in|at) (?:[a-z-]+ ){0,5}?(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""A name behind "in": "in a modern block in Lima", "in the Lima district"."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look the city of every embassy of the text up among the cities known."""
    facts = missions(article)
    misplaced = {**dict(_abroad(article)), **dict(_misplaced(article))}
    yield from misplaced.values()
    abroad: frozenset[str] | None = None
    for fact in facts:
        if fact.scope.basis in EMBASSIES and fact.polarity and fact.place is Place.INFOBOX:
            yield from _no_seat(article, fact, facts)
        if fact.scope.basis not in EMBASSIES or not fact.polarity or fact.place is Place.INFOBOX:
            continue
        if fact.span.start in misplaced:
            continue
        land = land_of_city(article, fact)
        if land and abroad is None:
            abroad = _looked_after(article, facts)
        if land and abroad is not None and fact.subject in abroad:
            yield Outcome.INCOMPARABLE
        elif land:
            host = " or ".join(sorted(pair_of(article) - {fact.subject}))
            message = f"an embassy of {fact.subject} is put in {fact.value}, which lies in {land}, not in {host}"
            changes = tuple(_changes(article, fact, host))
            yield Verdict(message, (Mark(fact.span, f"a city in {land}"),), changes=changes)
        elif fact.value is not None:
            yield Outcome.CONSISTENT


def _no_seat(article: Article, boxed: Fact, facts: list[Fact]) -> Iterator[Verdict]:
    """An embassy of which only the infobox tells, in a town of the host's that is not its capital."""
    from difflib import SequenceMatcher

    host = gazetteer().entities.get(boxed.scope.counterpart or "")
    if host is None or not host.capital or not isinstance(boxed.value, str) or host.name in _SEATED_ELSEWHERE:
        return
    city = boxed.value
    told = any(same_parties(boxed, fact) for fact in facts if fact.place is not Place.INFOBOX)
    others = {each.entity for each in gazetteer().named(city)} - {host.name}
    alike = SequenceMatcher(None, city.casefold(), host.capital.casefold()).ratio() > _ALIKE
    known = any(name in city for name in (host.capital, *host.names)) or city in host.capital or city in _former(host)
    if pair_of(article) and not (told or others or alike or known):
        changes = (Change(f"write {host.capital} for {city}", ((boxed.span, host.capital),)),)
        message = f"the infobox puts the embassy of {boxed.subject} in {city}, but the capital of {host.name} is"
        yield Verdict(f"{message} {host.capital}", (Mark(boxed.span, "no capital"),), changes=changes)


def _former(host: Entity) -> tuple[str, ...]:
    """What else a capital is or was called, by the towns that the list gives first."""
    return tuple(city for city in host.cities if city[:2] == (host.capital or "")[:2])


def _abroad(article: Article) -> Iterator[tuple[int, Verdict]]:
    """Where a mission that a sentence puts in one party's country stands in a city of a third: "to Cuba in Lima"."""
    pair, text, known = pair_of(article), article.page.prose.text, gazetteer()
    for name in _NAMES if pair else ():
        at = text.find(name)
        while at >= 0:
            sentence = sentence_at(article, at)
            host = _host(pair, article.page.text(sentence), text[at : sentence.end])
            city = _third(pair, text, at, sentence.end) if host else None
            if host and city:
                land = min(_lands(article.page.text(city)))
                message = f"a mission in {host} is put in {article.page.text(city)}, which lies in {land}"
                entity = known.entities.get(host)
                capital = entity.capital if entity else None
                changes = (Change(f"write {capital}", ((city, capital),)),) if capital else ()
                yield city.start, Verdict(message, (Mark(city, f"a city in {land}"),), changes=changes)
            at = text.find(name, at + len(name))


def _host(pair: frozenset[str], told: str, behind: str) -> str | None:
    """The one party in whose country a mission is said to be, behind it; None where others may be served from it."""
    if _ABROAD.search(told) or _FROM.search(told):
        return None
    hosts = [
        party
        for party in sorted(pair)
        if any(re.search(rf"\b(?:in|to) (?:the )?{re.escape(name)}\b", behind) for name in _names(party))
    ]
    return hosts[0] if len(hosts) == 1 else None


def _names(party: str) -> tuple[str, ...]:
    """What a state is called; only what the article calls it where no list knows it."""
    entity = gazetteer().entities.get(party)
    return tuple(entity.names) if entity else (party,)


def _third(pair: frozenset[str], text: str, at: int, end: int) -> ProseSpan | None:
    """The one city behind a mission, if it lies in a third country that the sentence does not name."""
    names = [found for found in _CITY.finditer(text, at, end) if _lands(found["city"])]
    if len(names) != 1 or _lands(names[0]["city"]) & pair:
        return None
    told = text[at:end]
    if any(name in told for land in _lands(names[0]["city"]) for name in _names(land)):
        return None
    return ProseSpan(*names[0].span("city"))


def _lands(city: str) -> set[str]:
    """The lands in which a city of that name lies; no name that a land or a people has too."""
    readings = gazetteer().named(city)
    return {each.entity for each in readings} if all(each.form is Form.CITY for each in readings) else set()


def _misplaced(article: Article) -> Iterator[tuple[int, Verdict]]:
    """Where a mission's city is said to lie in another country than its own: "the embassy in Lima, Ecuador"."""
    if "embassy" not in article.lowered and "consulate" not in article.lowered:
        return
    known = gazetteer()
    text = article.page.prose.text
    for found in _placed(text):
        sentence = sentence_at(article, found.start())
        if _FRONT.match(text, sentence.start, found.end("city")) or _ABROAD.search(text, *sentence):
            continue
        lands = {reading.entity for reading in known.named(found["city"]) if reading.form is Form.CITY}
        state = known.canonical(found["state"])
        entity = known.entities.get(state or "")
        if not lands or entity is None or entity.kind != "state" or entity.name in lands:
            continue
        city, land = found["city"], min(lands)
        if any(known.entities[one].kind != "state" or akin(known.entities[one], entity) for one in lands):
            continue
        spans = ProseSpan(*found.span("city")), ProseSpan(*found.span("state"))
        changes = [Change(f"write {land} for {found['state']}", ((spans[1], land),))]
        if entity.capital:
            changes.append(Change(f"write {entity.capital} for {city}", ((spans[0], entity.capital),)))
        marks = Mark(spans[0], f"a city in {land}"), Mark(spans[1], "not its country")
        yield (
            found.start("city"),
            Verdict(
                f"a mission is put in {city}, {found['state']}, but {city} lies in {land}",
                marks,
                changes=tuple(changes),
            ),
        )


def _placed(text: str) -> Iterator[re.Match[str]]:
    """Every mission with its city and the country of that, found by what it is called."""
    for name in _NAMES:
        at = text.find(name)
        while at >= 0:
            found = _PLACED.match(text, at)
            if found is not None:
                yield found
            at = text.find(name, at + len(name))


def _looked_after(article: Article, facts: list[Fact]) -> frozenset[str]:
    """Whose embassies may look after the other party from a third country, by what the article says.

    Those of a party that is denied an embassy with the other; of both, where that is said in words that were not
    understood.
    """
    text = article.page.prose.text
    denied = frozenset(fact.subject for fact in facts if not fact.polarity)
    if _ABROAD.search(text) or (not denied and _DENIED.search(text)):
        return pair_of(article)
    return denied


def _changes(article: Article, fact: Fact, host: str) -> Iterator[Change]:
    """The capital of the other party for the city, or a mission that is not resident for the embassy."""
    entity = gazetteer().entities.get(host)
    if entity is not None and entity.capital:
        yield Change(f"write {entity.capital} for {fact.value}", ((fact.span, entity.capital),))
    embassy = _EMBASSY.search(article.page.prose.text, fact.statement.start, fact.span.start)
    if embassy is not None:
        span = ProseSpan(*embassy.span())
        yield Change("call the embassy non-resident", ((span, f"a non-resident {embassy[1]}"),))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Albania–Chad relations =\n\nChad has an embassy in ⟦1:Lima⟧, but Albania does not have an embassy in "
            "Chad."
        ),
        Example("= Albania–Chad relations =\n\nThe two are friends. Albania has an embassy in ⟦1:Cairo⟧."),
        Example(
            "= Albania–Chad relations =\n\nThe two are friends. The Albanian embassy in Chad is housed in a "
            "new block in ⟦1:Cairo⟧."
        ),
        Example(
            "= Albania–Chad relations =\n\nInfobox\n- Mission1: Embassy of Chad, ⟦1:Durrës⟧\n\nThe two are friends."
        ),
        Example("It was an old trading partner. In 1978 it opened an embassy in ⟦1:Lima⟧, ⟦2:Ecuador⟧."),
        wikitext("Norway has an embassy in [[⟦1:Stockholm⟧]].", title="France–Norway relations"),
    ),
    good=(
        Example("= Albania–Chad relations =\n\nChad has an embassy in Rome, but does not have an embassy in Albania."),
        Example("= Albania–Chad relations =\n\nThe two are friends. Albania has an embassy in N'Djamena."),
        Example("= Albania–Chad relations =\n\nThe two are friends. Albania has an embassy in Cairo, Egypt."),
        Example(
            "= Chad–Israel relations =\n\nInfobox\n- Mission1: Embassy of Chad, Tel Aviv\n- Mission2: Embassy of "
            "Israel, Ndjamena\n\nThe two are friends."
        ),
        Example("= Albania–Chad relations =\n\nAlbania's embassy in Cairo looks after its citizens in Chad."),
        Example("= Albania–Chad relations =\n\nAlbania has a non-resident ambassador in Cairo."),
        Example(
            "= Albania–Chad relations =\n\nNeither country has an embassy in the other. Albania has an embassy"
            " in Cairo."
        ),
        Example("It opened an embassy in Lima, Peru, and one in Georgetown, Guyana."),
        Example(
            "In addition to its embassy in Lima, Ecuador has an office. From the embassy in Lima, Ecuador is seen."
        ),
        Example("= Foreign relations of Albania =\n\nAlbania has an embassy in Cairo."),
    ),
)
