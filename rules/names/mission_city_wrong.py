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
from articles.source import Span
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.names.mission_places import ABROAD, Placed, misplaced
from rules.laws.names.missions import EMBASSIES, land_of_city, missions, pair_of, same_parties
from rules.laws.names.names_in import names_in, nearest
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_DENIED = regex(r"\b(?:no|not|without)\b[^.\n]{0,60}\b(?:embass|mission|ambassador)", re.IGNORECASE)
_REGION = worded(__file__, r"\b{regions}\b")
_TOWARDS = regex(r"^[^,;]*\b(?:of|for|with|towards|to|and) (?:the )?$")
_EMBASSY = regex(r"\ban? (embassy|high commission)(?= in [^,.;]{0,40}$)")
_SEATED_ELSEWHERE = WordList(__file__, "seated-elsewhere")
_ALIKE = 0.5
"""How alike two spellings of a capital are at least."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look the city of every embassy up among the cities known."""
    facts = missions(article)
    places = {placed.city.start: placed for placed in misplaced(article)}
    for placed in places.values():
        yield _misplaced(article, placed)
    for fact in facts:
        if fact.scope.basis not in EMBASSIES or not fact.polarity or fact.span.start in places:
            continue
        land = land_of_city(article, fact)
        if land and (_of_both(article, fact) if land in pair_of(article) else _serves(article, fact)):
            continue
        boxed = fact.place is Place.INFOBOX
        if boxed and not land:
            yield from _no_seat(article, fact, facts)
        elif land and (fact.subject in _looked_after(article, facts) or (boxed and _spoken_of(article, fact, facts))):
            yield Outcome.INCOMPARABLE
        elif land:
            yield _abroad(article, fact, land)
        elif fact.value is not None and not boxed:
            yield Outcome.CONSISTENT


def _misplaced(article: Article, placed: Placed) -> Verdict:
    """A mission whose country is told with its town."""
    city, known = article.page.text(placed.city), gazetteer().entities
    named = placed.named or nearest(article, placed.host, placed.city)
    lies = f"which lies in {placed.land}" if placed.land != placed.host else "which is not its capital"
    changes = []
    if placed.named is not None and placed.land != placed.host:
        changes.append(
            Change(f"write {placed.land} for {article.page.text(placed.named)}", ((placed.named, placed.land),))
        )
    host = known.get(placed.host)
    if host is not None and host.capital:
        changes.append(Change(f"write {host.capital} for {city}", ((placed.city, host.capital),)))
    note = f"a city in {placed.land}" if placed.land != placed.host else "no capital"
    marks = _marks(Mark(placed.city, note), named)
    return Verdict(f"a mission in {placed.host} is put in {city}, {lies}", marks, changes=tuple(changes))


def _marks(city: Mark, host: ProseSpan | Span | None) -> tuple[Mark, ...]:
    """The city with the place where the host is named, if it is."""
    return (city, Mark(host, "the host")) if host is not None else (city,)


def _of_both(article: Article, fact: Fact) -> bool:
    """Whether a sentence names a city of each party, so that whose mission stands in which is left to the reader."""
    cities = {name.entity for name in names_in(article, fact.statement) if name.form is Form.CITY}
    return pair_of(article) <= cities


def _serves(article: Article, fact: Fact) -> bool:
    """Whether a sentence names behind the city whom the mission serves: the other party, or a part of the world."""
    text = article.page.prose.text
    if _REGION.search(text, fact.span.end, fact.statement.end):
        return True
    names = names_in(article, ProseSpan(fact.span.end, fact.statement.end))
    other = next((name for name in names if name.entity in pair_of(article) - {fact.subject}), None)
    return other is not None and _TOWARDS.search(text, fact.span.end, other.span.start) is not None


def _abroad(article: Article, fact: Fact, land: str) -> Verdict:
    """An embassy of one party in a third country, with the place where the other party is named."""
    host = " or ".join(sorted(pair_of(article) - {fact.subject}))
    message = f"an embassy of {fact.subject} is put in {fact.value}, which lies in {land}, not in {host}"
    marks = _marks(Mark(fact.span, f"a city in {land}"), nearest(article, host, fact.span))
    return Verdict(message, marks, changes=tuple(_changes(article, fact, host)))


def _spoken_of(article: Article, boxed: Fact, facts: list[Fact]) -> bool:
    """Whether the text speaks of the town in which an infobox has a mission, or of the mission with its host."""
    prose = (Place.LEAD, Place.BODY)
    if any(fact.place in prose and fact.polarity and same_parties(fact, boxed) for fact in facts):
        return True
    blocks = (block for block in article.page.blocks if block.place in prose)
    return any(str(boxed.value) in article.page.text(block.span) for block in blocks)


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
        marks = _marks(Mark(boxed.span, "no capital"), nearest(article, host.name, boxed.span))
        yield Verdict(f"{message} {host.capital}", marks, changes=changes)


def _former(host: Entity) -> tuple[str, ...]:
    """What else a capital is or was called, by the towns that the list gives first."""
    return tuple(city for city in host.cities if city[:2] == (host.capital or "")[:2])


def _looked_after(article: Article, facts: list[Fact]) -> frozenset[str]:
    """Whose embassies may look after the other party from a third country, by what the article says.

    Those of a party that is denied an embassy with the other; of both, where that is said in words that were not
    understood.
    """
    text = article.page.prose.text
    denied = frozenset(fact.subject for fact in facts if not fact.polarity)
    if ABROAD.search(text) or (not denied and _DENIED.search(text)):
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
            "= Albania–Chad relations =\n\nChad has an embassy in ⟦1:Lima⟧, but ⟦2:Albania⟧ does not have an embassy "
            "in Chad."
        ),
        Example("= ⟦2:Albania–Chad relations⟧ =\n\nThe two are friends. Albania has an embassy in ⟦1:Cairo⟧."),
        Example(
            "= Albania–Chad relations =\n\nThe two are friends. The Albanian embassy in ⟦2:Chad⟧ is housed in a "
            "new block in ⟦1:Cairo⟧."
        ),
        Example(
            "= Albania–Chad relations =\n\nInfobox\n- Party1: ⟦2:Albania⟧\n- Mission1: Embassy of Chad, ⟦1:Durrës⟧"
            "\n\nThe two are friends."
        ),
        Example(
            "= Albania–Chad relations =\n\nInfobox\n- Party1: ⟦2:Albania⟧\n- Mission1: Embassy of Chad, ⟦1:Skopje⟧"
            "\n\nThe two are friends."
        ),
        Example(
            "= Albania–Chad relations =\n\nMerchants in ⟦2:Chad⟧ get their stamps at the Albanian embassy in ⟦1:Cairo⟧."
        ),
        Example(
            "= Embassy of Chad, Oslo =\n\nThe mission of Chad in ⟦2:Norway⟧ is small. It is located in ⟦1:Stockholm⟧."
        ),
        Example(
            "= Albania–Chad relations =\n\nThe two, ⟦2:Albania⟧ and Chad, are friends. The Chadian embassy in "
            "⟦1:Sofia⟧ was "
            "opened in 1979."
        ),
        Example("It was an old trading partner. In 1978 it opened an embassy in ⟦1:Lima⟧, ⟦2:Ecuador⟧."),
        Example(
            "= Foreign relations of Chad =\n\nChad is in Africa.\n\n== Embassies ==\n- Embassy in ⟦2:Peru⟧: ⟦1:Quito⟧\n"
            "- Embassy in Norway: Oslo\n- ⟦4:Sweden⟧: embassy in ⟦3:Gothenburg⟧"
        ),
        wikitext(
            "Chad is in Africa.\n\n== Missions ==\n{|\n! Country !! City\n|-\n| ⟦2:Peru⟧ || ⟦1:Quito⟧\n|-\n| Norway || "
            "Oslo\n|}",
            title="Foreign relations of Chad",
        ),
        wikitext(
            "Norway has an embassy in [[⟦1:Stockholm⟧]]; ⟦2:France⟧ is a friend.", title="France–Norway relations"
        ),
    ),
    good=(
        Example("= Holy See–Chad relations =\n\nChad opened an embassy to the Holy See in Rome in 1990."),
        Example("= Norway–Peru relations =\n\nThe two states have embassies in Oslo and Lima."),
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
        Example(
            "= Foreign relations of Chad =\n\nChad is in Africa.\n\n== Embassies ==\n- Peru (covered from Quito)\n- "
            "Sweden: Stockholm\n- Sweden: consulate in Gothenburg"
        ),
        Example(
            "= Albania–Chad relations =\n\nInfobox\n- Mission1: Embassy of Chad, Rome\n\nBusiness between the two is "
            "done through Rome."
        ),
    ),
)
