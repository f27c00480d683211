"""Whom an article is about: from its title, then its lead, before any list.

``A–B relations`` names two parties, ``Economy of X`` one, any other title its subject. Parties that no
list knows get their demonyms by form, so that "Ruritanian exports" is read in an article on Ruritania.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.facts.gazetteer import WORD, Entity, Form, Gazetteer, gazetteer, plain
from articles.facts.people import OPENING, is_introduced, is_person
from articles.facts.strangers import strangers
from articles.kinds.kind import Kind, normal
from articles.kinds.parties import without_sort
from articles.page import Page
from articles.regex import regex
from articles.words import data_file, worded

DASH = regex(r"(?<!\s)\s++[–—-]\s++|[–—]|-|/")
ASIDE = regex(r"(?<!\s)\s*+\([^()]*+\)\s*+$")
BETWEEN = regex(
    r"(?:relations|ties) between (?:the )?([A-Z][^,.;()]{1,60}?) and (?:the )?([A-Z][^,.;()]{1,60}?)"
    r"(?=[,.;(]|$| date| have| began| were| are)"
)

BEING = worded(__file__, r"\b(?:is|was|are|were) (?:an?|the) ([^.,;:()]{3,80}?)(?= {after-noun}\b|[.,;:(]|$)")
SORT = worded(__file__, r"{sorts} ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)|([A-Z][\w’'-]+) (?:River|Island)")
CLUB = worded(
    __file__,
    r"(.{4,60}?)(?: (?:A\.?)?[FSRCBH]\.? ?C\.?| {clubs} Club|,? {companies}\.?)",
)
"""A title that says what sort of club or company it is of; the text leaves that out."""
DIPLOMATIC = regex(r"\b(?:[Dd]iplomatic [Rr]elations|Recognition of)\b")
NAME_KEYS = frozenset(("name", "birth_name", "birthname", "full_name", "fullname", "birth name", "full name"))
NAME_LENGTH = 90
"""How much of the first paragraph may be the person's full name."""
_TIMES = regex(
    r" (?:\((?:since |from )?[0-9]{4}[^()]{0,20}\)"
    r"|(?:in|since|before|after|during|until|from) (?:the )?[0-9]{4}.{0,20})$"
)
"""The time in a title: "(2010)", "in the 2010s", "since 1990"."""
LONGEST_TITLE = 300
"""Longer titles name no pair: every dash in one would be tried as the joint. Wikis end titles at 255 bytes."""


_TITLED = {"generic": is_person, "organization": is_introduced}
"""What tells a person in an article of a kind: a word in passing, "newspaper", may make one an organization's."""


class Words(NamedTuple):
    """``parties.toml``: phrases by which an article speaks of its parties."""

    of_subject: tuple[str, ...]
    of_state: tuple[str, ...]
    states: tuple[str, ...]
    of_people: tuple[str, ...]
    lands: tuple[str, ...]
    pair_tails: tuple[str, ...]
    both: frozenset[str]
    alone: dict[str, frozenset[str]]
    heads: frozenset[str]
    vague: frozenset[str]
    never: frozenset[str]
    of_title: frozenset[str]
    collective: frozenset[str]
    compound: tuple[str, ...]
    demonyms: tuple[tuple[str, tuple[str, ...]], ...]


_PEOPLED = frozenset(("population", "population_total", "population_as_of", "population_density_km2"))
"""Fields that only the infobox of a place has."""


class Parties(NamedTuple):
    """Whom an article is about.

    ``own`` is its subject, ``pair`` its two parties where it is about a relation (``own`` is then the first, and
    only a fallback), ``state`` says that the subject is a state or territory, ``person`` that it is a person.
    ``names`` knows every list name and the article's own. ``aliases`` are lower-case phrases for the subject.
    ``sort`` is ``state`` or the kind of the article. ``strange`` are the pronouns that are not the
    person's, ``words`` the words of the person's names.
    """

    own: str
    pair: tuple[str, str] | None
    state: bool
    person: bool
    names: Gazetteer
    aliases: frozenset[str]
    sort: str = "state"
    strange: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@cache
def words() -> Words:
    """The phrases of ``parties.toml``."""
    rows = data_file(__file__, "parties.toml")
    return Words(
        tuple(rows["of_subject"]),
        tuple(rows["of_state"]),
        tuple(rows["states"]),
        tuple(rows["of_people"]),
        tuple(rows["lands"]),
        tuple(rows["pair_tails"]),
        frozenset(rows["both"]),
        {name: frozenset(phrases) for name, phrases in rows["alone"].items()},
        frozenset(rows["heads"]["words"]),
        frozenset(rows["vague"]),
        frozenset(rows["never"]),
        frozenset(rows["of_title"]),
        frozenset(rows["collective"]),
        tuple(rows["compound"]),
        tuple((ending, tuple(forms)) for ending, forms in rows["demonyms"].items()),
    )


def parties(page: Page, kind: Kind) -> Parties:
    """The parties of a page."""
    names = gazetteer()
    title = page.title.strip().rstrip("*").strip()
    pair = _pair(title, names) or (_pair_of_lead(page, names) if kind.name == "bilateral-relations" else None)
    if pair:
        unknown = [_unknown(name) for name in pair if name not in names.entities]
        return Parties(pair[0], pair, True, False, names.extended(unknown) if unknown else names, frozenset())
    single = _single(title, kind, names, diplomatic=_is_diplomatic(page))
    known = _TITLED.get(kind.name)
    if known is not None and not single.state and not _of_body(page) and known(page, ASIDE.sub("", _topic(title))):
        single = _single(title, kind, names, person=True)
    if single.sort == "generic" and not single.person and _is_peopled(page):
        peopled = words().alone.get("settlement", frozenset())
        single = single._replace(sort="settlement", aliases=single.aliases | peopled)
    if single.state and (kind.name == "foreign-relations" or single.own not in gazetteer().entities):
        added = strangers(page, single.own, single.names, words().never)
        single = single._replace(names=single.names.extended([_unknown(name) for name in added])) if added else single
    if not single.person:
        single = single._replace(aliases=single.aliases | _lead_nouns(page) | _title_noun(title))
    if single.sort == "state":
        single = single._replace(aliases=single.aliases | _land_nouns(page, single.own))
    return single._replace(strange=_strange(page), words=_name_words(page)) if single.person else single


def _name_words(page: Page) -> frozenset[str]:
    """The words of a person's names: of the title, of the infobox and of the article's first words."""
    texts = [ASIDE.sub("", page.title).partition(" of ")[0]]  # Portugal is no name of "Sancho I of Portugal"
    for box in page.infoboxes[:1]:
        texts += [page.text(field.prose) for field in box.fields if field.key.strip().lower() in NAME_KEYS]
    for block in page.lead[:1]:
        texts.append(re.split(r"[(,]| (?:was|is) ", page.text(block.span)[:NAME_LENGTH])[0])
    found = (plain(word) for text in texts for word in WORD.findall(text))
    return frozenset(word for word in found if word[:1].isupper() and len(word) > 2)


def _strange(page: Page) -> frozenset[str]:
    """The pronouns that an article uses less often than those of the other sex."""
    text = page.prose.text
    hers = sum(map(text.count, (" she ", " her ", "She ", "Her ")))
    his = sum(map(text.count, (" he ", " his ", "He ", "His ")))
    return frozenset(("she", "her")) if his >= hers else frozenset(("he", "his"))


def _of_body(page: Page) -> bool:
    """Whether the first sentence makes the subject a body: "Moser (1768-1931) was a house of organ builders"."""
    being = BEING.search(page.text(page.lead[0].span)[:OPENING]) if page.lead else None
    noun = being[1].split()[-1].lower() if being else ""
    return noun in words().of_title or noun in words().collective


def _lead_nouns(page: Page) -> frozenset[str]:
    """What the first sentence says the subject is: "X is a river in ..." makes it "the river"."""
    lead = page.text(page.lead[0].span) if page.lead else ""
    found = BEING.search(lead[:OPENING])
    noun = found[1].split()[-1].lower() if found else ""
    return frozenset((f"the {noun}",)) if noun.isalpha() and noun not in words().vague else frozenset()


def _land_nouns(page: Page, own: str) -> frozenset[str]:
    """What its name or its first sentence calls a land: "Bailiwick of Lorne", "Karelmark, a grand duchy of"."""
    lead = page.text(page.lead[0].span)[:OPENING] if page.lead else ""
    beside = lead.partition(f"{own}, a")[2].lstrip("n ").lower()
    low = own.lower()
    said = [
        land
        for land in words().lands
        if low.startswith(f"{land} of ") or low.endswith(f" {land}") or re.match(rf"(?:[a-z]+ )?{land}\b", beside)
    ]
    return frozenset(f"the {land}" for land in (*said, *(land.rpartition(" ")[2] for land in said)))


def _title_noun(title: str) -> frozenset[str]:
    """What the title itself calls the subject: "Saltmarsh College" and "College of Saltmarsh" are "the college"."""
    named = ASIDE.sub("", title).split(",")[0].strip().lower().split(" ")
    headed = len(named) > 2 and named[1] in ("of", "on", "at", "in")
    noun = named[0] if headed else named[-1]
    known = noun in words().of_title or noun.endswith(words().compound)
    return frozenset((f"the {noun}",)) if known else frozenset()


def _single(title: str, kind: Kind, names: Gazetteer, *, person: bool = False, diplomatic: bool = False) -> Parties:
    topic = _topic(title)
    bare = ASIDE.sub("", topic)
    own = names.canonical(topic) or _with_aside(topic, bare, names)
    entity = names.entities.get(own) if own else None
    state = entity is not None and entity.kind != "body"
    state = state or (own is None and kind.name == "generic" and diplomatic)
    person = person or kind.name == "biography"
    alone = words().alone
    sort = "state" if state or kind.name in ("country", "economy", "foreign-relations") else kind.name
    if sort == "generic" and title.lower().startswith(words().of_people):
        sort = "settlement"
    if state and own is not None and " " not in own:
        forms = tuple(word for word in demonyms(own) if plain(word) not in names.trie)
        names = names.extended([Entity(own, "state", adjectives=forms)]) if forms else names
    if own is None:
        own = topic
        names = names.extended([_unknown(topic, short_names(bare, person=person))])
    aliases = frozenset(alias for alias in alone.get(sort, frozenset()) if not belongs_to_another(alias, title))
    return Parties(own, None, sort == "state", person, names, aliases, sort)


def belongs_to_another(alias: str, title: str) -> bool:
    """Whether a noun in the title is that of a body whose part the subject is: "the bank" of a bank museum."""
    noun = alias.removeprefix("the ")
    _, _, rest = f" {title.lower()} ".partition(f" {noun} ")
    return bool(rest.strip()) and not rest.startswith(("of ", "for ", "("))


def _is_peopled(page: Page) -> bool:
    """Whether the infobox tells how many people live in the subject, as of an island or a region."""
    fields = page.infoboxes[0].fields if page.infoboxes else ()
    return any(normal(field.key) in _PEOPLED and page.text(field.prose).strip() for field in fields)


def _with_aside(topic: str, bare: str, names: Gazetteer) -> str | None:
    """The state that a title still names with its aside: "Georgia (country)", "Republic of Korea (South Korea)"."""
    aside = topic[len(bare) :].strip(" ()")
    own = names.canonical(bare) if aside else None
    return own if aside == "country" or (own and names.canonical(aside) == own) else None


def _is_diplomatic(page: Page) -> bool:
    """Whether a heading speaks of the subject's recognition or diplomatic relations, as only a state has them.

    Or the title of what only a state has, or the first sentence calls it a country.
    """
    if page.title.lower().startswith(words().of_state) or any(DIPLOMATIC.search(part.title) for part in page.sections):
        return True
    being = BEING.search(page.text(page.lead[0].span)[:OPENING]) if page.lead else None
    return being is not None and being[1].lower().endswith(words().states)


def proper_name(title: str) -> str:
    """A river's, an island's, a state's name without the word for what it is: "Torray" for "Isle of Torray"."""
    found = SORT.fullmatch(title)
    return (found[1] or found[2]) if found else title


def short_names(title: str, *, person: bool) -> tuple[str, ...]:
    """What the text may call a subject of that title: "Alameda" for "Alameda, California", a person's surname."""
    head = title.split(",")[0].strip()
    names = {title, head}
    last = head.split(" ")[-1]
    second = head.split(" ")[1:2]
    if second and second[0].islower() and not person:
        names.add(head[0].lower() + head[1:])  # a common noun: "the observatory on Mount Ems"
    club = CLUB.fullmatch(head)
    if club:
        names.add(club[1])
    if person and len(head.split(" ")) > 1 and last[:1].isupper() and not re.fullmatch(r"[IVXLC]+", last):
        names.add(last)
    return tuple(sorted(name for name in names if name))


def _topic(title: str) -> str:
    """What a title is about: "Tuvalu" of "Economy of Tuvalu in the 2010s"."""
    low = title.lower()
    for phrase in words().of_subject:
        if low.startswith(phrase + " "):
            topic = title[len(phrase) :].strip().removeprefix("the ").removeprefix("The ")
            return _TIMES.sub("", topic)
    return title


def _pair(title: str, names: Gazetteer) -> tuple[str, str] | None:
    if len(title) > LONGEST_TITLE:
        return None
    tail = next((t for t in words().pair_tails if title.lower().endswith(" " + t)), None)
    if tail is None:
        return None
    stem = without_sort(title[: -len(tail)].strip())
    between = re.fullmatch(r"(?:.* )?between (?:the )?(.+?) and (?:the )?(.+)", stem)
    splits = [between.group(1, 2)] if between else [(stem[: m.start()], stem[m.end() :]) for m in DASH.finditer(stem)]
    known = [s for s in splits if all(_party(side, names) for side in s)]
    best = known or (splits if len(splits) == 1 else [])
    if len(best) != 1 or not all(side.strip() for side in best[0]):
        return None
    first, second = (_party(side, names) or side.strip() for side in best[0])
    return (first, second) if first != second else None


def _party(text: str, names: Gazetteer) -> str | None:
    """The entity a title's side names; "American–Soviet relations" names it by its demonym."""
    found = {reading.entity for reading in names.named(text) if reading.form is not Form.CITY}
    return found.pop() if len(found) == 1 else None


def _pair_of_lead(page: Page, names: Gazetteer) -> tuple[str, str] | None:
    """The two parties that the first paragraph says the relations are between."""
    for block in page.lead[:1]:
        match = BETWEEN.search(page.text(block.span)[:400])
        if match:
            first, second = (names.canonical(side) or side.strip() for side in match.groups())
            return (first, second) if first != second else None
    return None


def _unknown(name: str, names: tuple[str, ...] = ()) -> Entity:
    """An entity that no list knows, with its demonyms by form."""
    one_word = " " not in name and name[:1].isupper() and len(name) > 3
    return Entity(name, "party", names=names or (name,), adjectives=demonyms(name) if one_word else ())


def demonyms(name: str) -> tuple[str, ...]:
    """The demonyms that a name may have by its form: "Ruritania" has "Ruritanian"."""
    for ending, replaced in words().demonyms:
        if name.endswith(ending):
            stem = name[: len(name) - len(ending)] if ending else name
            return tuple(stem + new for new in replaced)
    return ()
