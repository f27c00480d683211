"""Every statement of a text that one happening lay before another, whatever verbs tell the two, and those that must.

"The club moved before it joined the league", "Balsys did not come until Orr had left", "red sandstone: laid "
"down before
the grey shale", "the beer was brewed at the Old Brewery until the new one opened".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from articles.article import Article
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.nearby import may_tell, occurrences, sentence_at
from rules.laws.times.events_told import MADE, OWN, Event, Told, clause, phrase, same, stem, subject_of
from rules.laws.times.network import MOST_NODES, before, shortest_conflict
from rules.laws.times.orderings import FORMS

_JOINTS = (
    *("before", "after", "until", "till", "since", "once", "following", "prior to", "as soon as"),
    *("older than", "younger than", "earlier than", "later than", "when", "by the time"),
)
NATURE = -1
"""In place of what says so: a link that nobody has to tell."""
LONGEST = 24_000
"""Longer articles are chronicles, and no arguments: who left before whom is not to be found out from them."""
FARTHEST = 260
_JOINT = regex(
    r"\b(?P<word>[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]ill|[Ss]ince|[Oo]nce|[Ff]ollowing|[Pp]rior to|[Aa]s soon as"
    r"|(?:older|younger|earlier|later) than|[Ww]hen|[Bb]y the time) "
)
_STOP = regex(r"[.,;:(—\n]| (?:and|but|while|whereas|which|who|so that|because|although|though|where) ")
_FRONT = regex(r"[;:,] (?:and |but |yet )?$|\b(?:and|but) $")
"""Before a joint, what makes it open a clause: "; after the line had opened, a guard was posted"."""
_GOES_ON = regex(r" (?=(?:he|she|it|they) [a-z]+)")
"""Behind a side without a verb, where the main clause begins: "After his move to Norby he joined the choir"."""
_STARTS = regex(
    r"[;:] |, (?:and|but|while|whereas|yet|which means that) |, | and (?=the |it |he |she )|\bthat (?=the )"
)
_DOUBT = worded(__file__, r"\b{doubt}\b")
_REPEATED = worded(__file__, r"\b{repeated}\b")
_ANEW = WordList(__file__, "anew")
_OTHER = WordList(__file__, "other")
_EARLIER = frozenset(("before", "prior to", "older than", "earlier than"))
"""The joints whose main clause comes first."""
_PREDICATE = regex(r" (?:is|was|are|were)(?: [a-z]+ly| even| far| much| somewhat)? $")
_STANDING = frozenset(("stand", "exist", "be"))
_IN_PLACE = frozenset(("place", "use", "service", "existence", "operation", "standing", "there", "being"))
"""Behind "was", with "in" or without: it stood."""
_PLACE = regex(r" at (?P<place>(?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)")
_PRONOUNS = frozenset(("he", "she", "him", "himself", "herself", "it", "they", "them", "itself"))
_LONG_AGO = frozenset(("had", "already"))
"""One of these stands in what had come about when something else did."""
_APART = regex(
    r",? (?:[\w-]{1,16} (?:years?|months?|days?|weeks?|decades?|hours?)|long|shortly|soon|just|immediately|only"
    r"|some time|not long) $"
)


class Said(NamedTuple):
    """A statement that one event lay before another, and the clause that makes it."""

    earlier: Event
    later: Event
    whole: ProseSpan


def said(article: Article) -> list[Said]:
    """The statements of order, in the order of the text."""
    found: list[Said] = []
    text = article.page.prose.text
    for at in sorted(occurrences(article, _JOINTS)) if len(text) <= LONGEST else ():
        joint, block = _JOINT.match(text, at), article.page.block_at(at)
        if joint is None or text[joint.end()].isdecimal() or block is None or block.form not in FORMS:
            continue
        found += _read(article, block, joint)
    return _by_last_word(article, found)


def _by_last_word(article: Article, found: list[Said]) -> list[Said]:
    """The statements with persons by their last names, and things by their nouns, where each stands for one only."""
    names = {thing for each in found for event in each[:2] for thing in event.things}
    short: dict[str, list[str]] = {}
    for name in names:
        last = name.rpartition(" ")[2]
        if last != name and last in names and (name.title() in article.page.prose.text or _alone(article, name, last)):
            short.setdefault(last, []).append(name)
    known = {full[0]: last for last, full in short.items() if len(full) == 1}

    def named(event: Event) -> Event:
        return event._replace(things=tuple(known.get(thing, thing) for thing in event.things))

    return [Said(named(each.earlier), named(each.later), each.whole) for each in found]


def _alone(article: Article, name: str, noun: str) -> bool:
    """Whether the text tells of one such thing only: a "south aisle" and no other."""
    which = name.split(" ")[0]
    others = (
        *occurrences(article, (f"{word} {noun}" for word in _OTHER if word != which)),
        *occurrences(article, (f"{noun}s",)),
    )
    return which not in _ANEW and not others


def _read(article: Article, block: Block, joint: re.Match[str]) -> Iterator[Said]:
    text, word = article.page.prose.text, joint["word"].lower()
    sentence = sentence_at(article, joint.start("word") + 1, FARTHEST)
    word = "when" if word == "by the time" else word
    if word == "when" and not may_tell(article, sentence, _LONG_AGO):
        return
    if _DOUBT.search(article.lowered, *sentence) or any(sign in text[sentence.start : sentence.end] for sign in '"“”'):
        return
    stop = _STOP.search(text, joint.end(), min(sentence.end + 1, block.span.end))
    edge = stop.start() if stop else min(sentence.end, block.span.end)
    if _REPEATED.search(article.lowered, sentence.start, edge):
        return
    it = _before(article, block, sentence.start) if may_tell(article, sentence, _PRONOUNS) else ""
    at = joint.start("word")
    opens = not word.endswith(" than") and _FRONT.search(text, max(at - len("; and "), sentence.start), at)
    if at == sentence.start or opens:
        if stop is not None and stop[0] == ",":
            behind = _STOP.search(text, stop.end() + 1, sentence.end)
            end = behind.start() if behind else sentence.end
            spans = ProseSpan(stop.end() + 1, end), ProseSpan(joint.end(), edge), ProseSpan(at, end)
            yield from _order(article, word, spans, it)
        elif (main := _GOES_ON.search(text, joint.end(), edge)) is not None:
            spans = ProseSpan(main.end(), edge), ProseSpan(joint.end(), main.start()), ProseSpan(at, edge)
            yield from _order(article, word, spans, it)
        return
    ahead = _APART.search(text, sentence.start, joint.start("word"))
    last = ahead.start() if ahead else joint.start("word")
    starts = [sentence.start, *(found.end() for found in _STARTS.finditer(text, sentence.start, last))]
    joints = [found.end() for found in _JOINT.finditer(text, sentence.start, last)]
    for start in reversed(starts):
        if any(start < place for place in joints):
            return  # what it says is the order of another clause
        spans = ProseSpan(start, last), ProseSpan(joint.end(), edge), ProseSpan(start, edge)
        orders = list(_order(article, word, spans, it))
        if orders:
            yield from orders
            return


def _before(article: Article, block: Block, start: int) -> str:
    """What the sentence before a place is about."""
    if start - 2 <= block.span.start:
        return ""
    before = sentence_at(article, start - 2)
    return subject_of(article, article.page.prose.text[before.start : before.end])


def _order(article: Article, word: str, spans: tuple[ProseSpan, ProseSpan, ProseSpan], it: str) -> Iterator[Said]:
    """The order of a main clause and what its joint brings in."""
    text = article.page.prose.text
    second = text[spans[1].start : spans[1].end]
    whole = ProseSpan(spans[2].start, spans[2].start + len(text[spans[2].start : spans[2].end].rstrip(" ,.;:")))
    first = _main(article, word, spans[0], it)
    main = clause(article, first, it)
    if main is None or not main.event.things:
        return
    subject = main.event.things[0]
    side = clause(article, second, subject)
    other = side.event if side else phrase(article, second, subject, main.event)
    if other is None or other == main.event or same(other, main.event):
        return
    if side is None:
        other = _there(other)
    if word == "when":
        yield from _when(main, side, first, whole)
    elif word in ("until", "till"):
        place = _PLACE.search(first)  # "was brewed at the Old Brewery until"
        event = Event(MADE, (place["place"].removeprefix("the ").lower(),)) if place else main.event
        if main.denied or side is not None:
            yield Said(other, main.event, whole) if main.denied else Said(event, other, whole)
    elif not main.denied and not (side is not None and side.denied):
        earlier = word in _EARLIER
        yield Said(_there(main.event), other, whole) if earlier else Said(_there(other), main.event, whole)


def _main(article: Article, word: str, span: ProseSpan, it: str) -> str:
    """A main clause with the subject and the verb that stand elsewhere: "Red sandstone: laid down"."""
    said = article.page.prose.text[span.start : span.end]
    keyed = _keyed(article, span)
    if word.endswith(" than"):
        return f"{keyed or _PREDICATE.sub('', said)} was built"
    return f"{keyed} was {said}" if keyed and clause(article, said, it) is None else said


def _when(main: Told, side: Told | None, said: str, whole: ProseSpan) -> Iterator[Said]:
    """What had come about, or already stood, when something else did."""
    if side is None or side.had or not (main.had or " already " in said):
        return
    yield Said(_there(main.event), side.event, whole)


def _there(event: Event) -> Event:
    """What was there, or stood, before another thing, has been made before it."""
    plain = event.act in _STANDING and _IN_PLACE.issuperset(event.things[1:2])
    return Event(MADE, event.things[:1]) if plain else event


def _keyed(article: Article, span: ProseSpan) -> str:
    """The key of an item before a colon, where what stands behind it is of the key: "Red sandstone: laid down"."""
    text = article.page.prose.text
    block = article.page.block_at(span.start)
    if (
        block is None
        or span.start - 2 < block.span.start
        or text[span.start - 2 : span.start] not in (": ", "; ", ", ")
    ):
        return ""
    key = text[block.span.start : span.start].partition(": ")[0]
    return f"the {key}" if 0 < len(key) < len("a name of so many words as this") and "," not in key else ""


def _made(acts: frozenset[str]) -> frozenset[str]:
    return acts | {MADE} if stem(MADE) in acts else acts


@cache
def _nature() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = data_file(__file__, "events_told.toml")
    pairs = [
        (frozenset(map(stem, row["first"].split())), frozenset(map(stem, row["then"].split())))
        for row in rows["nature"]
    ]
    kept = frozenset((MADE,))
    pairs = [(_made(one), _made(two)) for one, two in pairs]
    return (*pairs, (kept, frozenset(map(stem, rows["after"].split()))))


def contradictions(article: Article, spent: Collection[ProseSpan]) -> Iterator[tuple[ProseSpan, ...]]:
    """The fewest statements that no order of what they tell fits, but for those that have been shown."""
    told = [each for each in said(article) if not any(meet(each.whole, whole) for whole in spent)]
    events = list(dict.fromkeys(event for each in told for event in each[:2]))
    if len(told) < len(("one", "another")) or len(events) > MOST_NODES:
        return
    alike = {event: next(other for other in events if same(event, other) or event == other) for event in events}
    links = [before(alike[each.earlier], alike[each.later], index) for index, each in enumerate(told)]
    kinds = list(dict.fromkeys(alike.values()))
    links += [before(kinds[one], kinds[other], NATURE) for one, other in _natural(kinds)]
    while cycle := shortest_conflict(links):
        places = sorted({link.told for link in cycle} - {NATURE})
        if len(places) > 1:
            yield tuple(told[index].whole for index in places)
        links = [link for link in links if link not in cycle or (link.told == NATURE and places)]


def meet(one: ProseSpan, other: ProseSpan) -> bool:
    """Whether two stretches have a place in common."""
    return one.start < other.end and other.start < one.end


def _natural(events: list[Event]) -> Iterator[tuple[int, int]]:
    """Which of some events come before which by their nature, whatever is said: by their places in the list."""
    acts = frozenset().union(*(side for pair in _nature() for side in pair))
    acting = [at for at, event in enumerate(events) if event.act.partition(" ")[0] in acts]
    for one, other in combinations(acting, 2):
        for early, late in ((one, other), (other, one)):
            if _precedes(events[early], events[late]):
                yield early, late


def _precedes(one: Event, other: Event) -> bool:
    """Whether the same subject, in the same things as far as both name them, must have done the one first."""
    if one.things[0] != other.things[0] and not _one_name(one.things[0], other.things[0]):
        return False
    cores = frozenset(one.things[1:]) - {OWN}, frozenset(other.things[1:]) - {OWN}
    apart = cores[0] and cores[1] and not (cores[0] <= cores[1] or cores[1] <= cores[0])
    if apart or (other.act == "return" and bool(cores[0]) != bool(cores[1])):
        return False  # "returned" need not be from where somebody left for later
    return any(one.act.split(" ")[0] in first and other.act.split(" ")[0] in then for first, then in _nature())


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the last word of the other."""
    return one.endswith(f" {other}") or other.endswith(f" {one}")
