"""What was done to what, and when, wherever an article tells it: a clause, a noun phrase, a field, an item, a cell.

"Stormed by the troops on 9 March", "the storming of the castle on", "the sealer who discovered the island in", "Topping
out | August 1979". A telling knows the words of its thing, of which those of the article's own subject are left out,
and the words behind its prepositions ("by the French", "at Aarhus").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import Found, Phrases, data_file
from rules.laws.nouns import head
from rules.laws.times.dated_sentences import Dated, Known, dated_sentences, is_of_next_clause
from rules.laws.times.deeds import is_past
from rules.laws.times.happenings import own_title
from rules.laws.times.once_told import speaks_of_own

EXACT = frozenset({Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR})
OWN: frozenset[str] = frozenset()
"""The thing of the article itself: no word is left of it."""
_WORD = regex(r"[\w’'-]+")
_PARTS_OF_DAY = r"(?: (?:early |late )?(?:night|morning|evening|afternoon|day|autumn|spring|summer|winter) of)?"
_ON = regex(rf"(?:^|,? )(?:in|on|since)(?: the)?{_PARTS_OF_DAY} $|, $")
_LINK = 40
"""No longer are the words that tie a date to what is told before it."""
_FRONT = regex(rf"(?:(?:in|on|since)(?: the)?{_PARTS_OF_DAY} )?$")
_HELD = regex(
    r",?(?: which)?(?: (?:was|were|had been))?(?: (?:finally|only|then))?"
    r" (?:held|took place|came|followed|occurred|happened|celebrated|performed|fell)(?: only| finally| late)?$| was$"
)
_BREAK = regex(
    r"[;:()—]|, (?:and |but |or )?|\b(?:who|which|that|when|where|while|whereas|although|though|because|until|but|so)\b"
)
_AND = regex(r" and (?=[a-z]+(?:ed|t|n|ew|d)\b|$)")
_IS = regex(r"[^,;:()]{2,80}? (?:is|was|are|were) (?:an?|the|one of) [^,;:()]*$")
_OF_ANOTHER = regex(r"\b(?:an?|[0-9]{4})\b")
_ALONE = regex(r"(the [^,]{2,40}|it), $")
_FIRST = regex(r"((?:[\w’'-]+ ){0,5}?[\w’'-]+)(?: (?:was|were|is|are|had|has|[a-z]+ed)\b|, [^,]*, $)")
_OWNER = regex(r"(?<![\w’'-])(the|its|his|her|their|[\w’'-]{1,30}(?:['’]s|s['’])) ((?:[\w’'-]{1,30} ){0,3})$")
_ENDS = (
    r"by|to|at|for|as|from|in|on|with|under|into|after|before|through|because|during|near|over|off|along|upon|within"
)
_OBJECT = regex(rf" (?!(?:{_ENDS}|and|of)\b)([^,;:()]{{2,80}}?)(?= (?:{_ENDS})\b|[,;:.()]| ?$)")
_BE = regex(r"\b(?:was|were|been)\b")
_PLACED = r"by|to|at|for|as|from|in|with|under|into|through|near"
_BESIDE = regex(
    rf"\b({_PLACED}) ((?:(?!(?:{_PLACED}|on|after|before|during|because|and|which|who|that)\b)[\w’'-]+ ?){{1,8}})"
)
_AT_ONCE = regex(rf" (?:{_PLACED}) [^,;:.()0-9]{{2,60}}")
_COUNTED = regex(
    r"\b(?:days?|weeks?|months?|years?|hours?|decades?|soon|shortly|long|immediately) (?:before|after|following|from) $"
)
_LED = regex(r"\b(?:after|before|following|since|until|from|by) $")
_PREPOSITION = regex(rf"\b(?:{_ENDS}|of|since|until|following|than|this) $|[;,:(] $")
_OF = regex(r"\b(?:of|for|to) $")
_TIME_OF = regex(r"\b(?:time|day|date|year|moment|night|since|occasion) (?:of|for) $")
_NP = regex(r"(?:^|.*\b(?:of|in|at|on|by|for|to|with|from|near|is|was|as|saw|called) )([^,;:()]{2,60}?),? $")
_STEP = regex(r"(?:: |, | [–—-] )")


class Deed(NamedTuple):
    """A row of ``told_deeds.toml``, ``verb`` being the first that tells it."""

    name: str
    once: bool
    whole: bool
    own: bool
    verb: str


class Telling(NamedTuple):
    """A deed, the words of its thing and of what stands beside it, its date and its sentence; a noun may tell it."""

    deed: Deed
    thing: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    date: Claim
    sentence: ProseSpan
    noun: bool


class _Words(NamedTuple):
    did: dict[str, Deed]
    deed: dict[str, Deed]
    lists: dict[str, frozenset[str]]


@cache
def lexicon() -> _Words:
    """The deeds by verb and by noun, and the lists of words."""
    rows = data_file(__file__, "told_deeds.toml")
    did: dict[str, Deed] = {}
    nouns: dict[str, Deed] = {}
    for name, row in rows["deeds"].items():
        deed = Deed(name, row["once"], row["whole"], row.get("own", False), row["did"][0])
        did.update((word, deed) for word in row["did"])
        nouns.update((word, deed) for word in row["deed"])
    return _Words(did, nouns, {name: frozenset(listed) for name, listed in rows["words"].items()})


@cache
def verb_phrases() -> Phrases:
    """The verbs in the past, and what is said in several words for one."""
    return Phrases(lexicon().did, "’'-")


@cache
def _noun() -> Phrases:
    return Phrases(lexicon().deed, "’'-")


@cache
def _known() -> Known:
    """The words that may tell the deeds, by name."""
    return Known((word, deed.name) for word, deed in (*lexicon().did.items(), *lexicon().deed.items()))


@cache
def _personal() -> frozenset[str]:
    """The names of what only persons do."""
    return frozenset(deed.name for deed in lexicon().did.values() if deed.own)


def tellings(article: Article, sheets: tuple[Telling, ...], only: Iterable[str] | None) -> Iterator[Telling]:
    """Every dated deed that the sentences of an article tell, of those that more than one of them or a sheet may tell.

    ``only`` are the names of the deeds asked for.
    """
    known, person = _known(), article.parties.person
    counted = Counter(told.deed.name for told in sheets)
    places: list[tuple[Dated, set[bytes], set[str]]] = []
    for place in article.once(dated_sentences):
        openings = known.words.keys() & place.words
        may = known.told_by(openings, place.words) if openings else None
        if may:
            counted.update(may)
            places.append((place, openings, may))
    unasked = frozenset() if person else _personal()
    wanted = {name for name, times in counted.items() if times > 1 and name not in unasked}
    if only is not None:
        wanted.intersection_update(only)
    for (block, sentence, dates, _), openings, may in places:
        if not may.isdisjoint(wanted):
            scene = Scene(article, block, sentence, [word.decode("latin-1") for word in openings])
            for claim in dates:
                told = _of_date(scene, claim) if plain(claim) else None
                if told is not None and not hearsay(article, sentence):
                    yield told


def plain(claim: Claim) -> bool:
    """Whether a date is one time that the article itself tells."""
    value = claim.value
    sure = isinstance(value, Date) and not value.circa and value.precision in EXACT and value.earliest is not None
    return sure and not claim.quoted and not claim.parts and not claim.impossible


def hearsay(article: Article, sentence: ProseSpan) -> bool:
    """Whether a sentence tells what others say."""
    low = article.lowered[sentence.start : sentence.end]
    return any(word in low for word in lexicon().lists["hearsay"]) or "“" in low or '"' in low


def _of_date(scene: Scene, claim: Claim) -> Telling | None:
    """The deed that a sentence ties to a date: by a noun before it, by the verb of its clause, or by that behind it."""
    article, block, sentence, _ = scene
    before = article.lowered[sentence.start : claim.span.start]
    behind = article.lowered[claim.span.end : sentence.end]
    if claim.span.start == block.span.start and block.form is Form.ITEM:
        step = _STEP.match(behind)
        return _by_verb(scene, behind[step.end() :], claim, step=True) if step else None
    if behind.startswith((" of ", "–", "-", "/")):
        return None
    if _FRONT.fullmatch(before):
        return _by_verb(scene, behind.lstrip(", "), claim)
    link = _ON.search(before, max(len(before) - _LINK, 0))
    if link is None or is_of_next_clause(before):
        return None
    said = before[: link.start()].replace(" for the first time", " first")
    told = by_noun(scene, said, claim, comma=link[0].startswith(",")) or _by_verb(scene, said, claim, last=True)
    more = _AT_ONCE.match(behind)
    return told._replace(beside={**_beside(scene, more[0]), **told.beside}) if told and more else told


class Scene(NamedTuple):
    """Where something is told: a block and a sentence of an article, and its words that a deed may begin with."""

    article: Article
    block: Block
    sentence: ProseSpan
    openings: Iterable[str]


def _told_in(scene: Scene, said: str, deeds: Phrases) -> list[Found]:
    """Where deeds are told in a part of a sentence, in order."""
    first = min((at for word in scene.openings if (at := said.find(word)) >= 0), default=-1)
    return list(deeds.within(said, said.rfind(" ", 0, first) + 1)) if first >= 0 else []


def by_noun(scene: Scene, said: str, claim: Claim, *, comma: bool = False, bare: bool = False) -> Telling | None:
    """The deed whose noun stands right before a date, with whose it is: "the storming of the castle by the duke"."""
    nouns = _told_in(scene, said, _noun())
    if not nouns:
        return None
    found, said = nouns[-1], _HELD.sub("", said).rstrip(" ,")
    rest, ahead = said[found.end :], said[: found.start]
    words = _WORD.findall(rest)
    if _unfit(rest) or doubtful(words):
        return None
    owner = _OWNER.search(ahead)
    if owner is None and not (bare and not ahead):
        return None
    led = ahead[: owner.start(1)] if owner else ""
    if _COUNTED.search(led) or (comma and _LED.search(led)) or (_OF.search(led) and not _TIME_OF.search(led)):
        return None
    if owner and owner[1] == "the" and not rest.startswith(" of ") and led and not _PREPOSITION.search(led):
        return None  # "left the foundation in 1950"
    deed = lexicon().deed[found.text]
    of = re.match(r" of ((?:(?!(?:by|to|at|for|as|from|in|on|with)\b)[\w’'-]+ ?){1,8})", rest)
    thing = _whole(scene, owner, of[1] if of else "", person=deed.own)
    if thing is None or doubtful(_WORD.findall(owner[2] if owner else "")):
        return None
    return Telling(deed, thing, _beside(scene, rest[of.end() :] if of else rest), claim, scene.sentence, noun=True)


def _unfit(rest: str) -> bool:
    """Whether the words between a deed and its date hold another clause, another verb or another date."""
    return _BREAK.search(rest) is not None or any(word.isdecimal() or is_past(word) for word in _WORD.findall(rest))


def _whole(scene: Scene, owner: re.Match[str] | None, of: str, *, person: bool) -> frozenset[str] | None:
    """The thing of a noun: whose it is, what it is of, and of which sort; None where that is not sure."""
    first, sort = (owner[1], owner[2]) if owner else ("", "")
    if first in ("its", "his", "her", "their"):
        parties = scene.article.parties
        of_person = first in ("his", "her") and not (first == "her" and "ship" in scene.article.once(_own_words))
        about = parties.person == of_person and first not in parties.strange
        if not about or not (person or first == "her" or speaks_of_own(scene.article, scene.block, scene.sentence)):
            return None
        first = ""
    named = thing(scene.article, f"{first.removesuffix('’s').removesuffix(chr(39) + 's')} {of}")
    more = thing(scene.article, sort)
    if named is None or more is None or (person and not scene.article.parties.person):
        return None
    return named | more


def _by_verb(scene: Scene, said: str, claim: Claim, *, last: bool = False, step: bool = False) -> Telling | None:
    """The deed of a verb in the past, with its subject or its object: the last one before a date, else the first."""
    verbs = _told_in(scene, said, verb_phrases())
    found = verbs[-1 if last else 0] if verbs else None
    if found is None or (last and (_BREAK.search(said, found.end) or _AND.search(said, found.end))):
        return None
    deed = lexicon().did[found.text]
    rest = said[found.end :] if last else _BREAK.split(said[found.end :])[0]
    if last and _unfit(rest):
        return None
    subject, relative = _subject(said[: found.start], front=not last)
    if subject is None:
        return None
    words = subject.split()
    helped = []
    while words and words[-1] in lexicon().lists["helping"]:
        helped.append(words.pop())
    if doubtful([*helped, *words, *_WORD.findall(rest)]):
        return None
    passive = not lexicon().lists["be"].isdisjoint(helped) or (step and not relative)
    object_ = _OBJECT.match(rest)
    subject = " ".join(words)
    named = _named(scene, deed, subject, object_[1] if object_ else "", passive=passive)
    if named is None:
        return None
    beside = _beside(scene, rest[object_.end() :] if object_ else rest)
    doer = thing(scene.article, subject, any_=True) if object_ and not passive and not deed.own else None
    if doer and "by" not in beside and not doer <= lexicon().lists["pronouns"]:
        beside["by"] = doer
    return Telling(deed, named, beside, claim, scene.sentence, noun=False)


def _subject(ahead: str, *, front: bool) -> tuple[str | None, bool]:
    """What stands before a verb in its clause, and whether the clause is a relative one.

    A clause without a subject has that of the sentence ("and opened"), or what stands before "which".
    """
    start, cut = 0, None
    for cut in (*_BREAK.finditer(ahead), *_AND.finditer(ahead)):
        start = max(start, cut.end())
    subject = ahead[start:].strip()
    bare = [word for word in _WORD.findall(subject) if word not in lexicon().lists["helping"]]
    if bare or start == 0:
        return (subject, False) if not front or subject.count(",") == 0 else (None, False)
    led = ahead[:start].rstrip()
    if led.endswith((" which", " that", " who")):
        whole = led.rpartition(" ")[0].rstrip(",")
        if _IS.fullmatch(whole):
            return f"it {subject}", True
        named = _NP.match(f"{whole} ")
        return (f"{named[1]} {subject}" if named else None), True
    if led.endswith(",") and _IS.fullmatch(led[:-1]):
        return f"it was {subject}", True  # "Valborg was a steamer, torpedoed"
    alone = _ALONE.fullmatch(ahead)
    first = alone or _FIRST.match(ahead)
    if first and not alone and _OF_ANOTHER.search(ahead, first.end(1), start):
        return None, False  # "derived from a program begun in 1977 and released in"
    helped = " was" if first and (alone or _BE.search(ahead, first.end(1), start)) else ""
    return (f"{first[1]}{helped} {subject}" if first else None), False


def _named(scene: Scene, deed: Deed, subject: str, object_: str, *, passive: bool) -> frozenset[str] | None:
    """The words of what a verb was done to."""
    article = scene.article
    if deed.own:
        subject = subject.removeprefix("after ").removeprefix("since ")
        words = subject.split()
        own = subject in ("he", "she") and subject not in article.parties.strange
        own = own or (bool(words) and words[-1].title() in article.parties.words)
        return thing(article, object_) if article.parties.person and own else None
    if passive or (deed.whole and not object_):
        if subject in ("it", "they", "she", "he"):
            return OWN if speaks_of_own(article, scene.block, scene.sentence) and not article.parties.person else None
        return thing(article, subject)
    return thing(article, object_) if object_ else None


def _beside(scene: Scene, rest: str) -> dict[str, frozenset[str]]:
    """The words behind the prepositions of a clause."""
    return {found[1]: words for found in _BESIDE.finditer(rest) if (words := thing(scene.article, found[2], any_=True))}


def thing(article: Article, said: str, *, any_: bool = False) -> frozenset[str] | None:
    """The words that tell a thing from others, without those of the article's own subject; None for one of several."""
    said = said.strip()
    words = [word.removesuffix("’s").removesuffix("'s").strip("'’") for word in _WORD.findall(said)]
    lists = lexicon().lists
    if not any_ and (not lists["several"].isdisjoint(words) or any(word.isdecimal() for word in words)):
        return None
    own = article.once(_own_words)
    return frozenset(head(word) for word in words if word and word not in lists["empty"]) - own


def _own_words(article: Article) -> frozenset[str]:
    """The words by which an article calls its own subject."""
    words = _WORD.findall(own_title(article).lower())
    for alias in article.parties.aliases:
        words += _WORD.findall(alias)[-1:]
    found = {head(word) for word in words}
    for group in data_file(__file__, "told_deeds.toml")["kinds"]["groups"]:
        if not found.isdisjoint(group):
            found.update(group)
    return frozenset(found)


def doubtful(words: list[str]) -> bool:
    """Whether some words speak of another time, or of what did not come about."""
    return not lexicon().lists["doubt"].isdisjoint(words)
