"""What an article says of the order of happenings, dated and undated: "the bridge opened after the ferry closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in, may_hold, sentence_at
from rules.laws.times.clause_words import lexicon, tokens_of
from rules.laws.times.happenings import (
    EXACT,
    HAPPEN,
    SAME,
    Happening,
    clause,
    dated_only,
    deed,
    event,
    further,
    gerund,
    limited,
    near,
    plain,
    thing,
)

JOINTS = {
    "after ": ("aA", True),
    "following ": ("fF", True),
    "before ": ("bB", False),
    "prior to ": ("pP", False),
    "followed by ": ("f", False),
}
"""The words that join two happenings, the letters they begin with, and whether the one that they bring in comes
first."""
_BEING = regex(r"([A-Z][^.,;:()]{1,60}?) (?:is|was) (?:an?|the) ")
"""What a sentence says that its subject is tells whom the next one calls "it"."""
_STOP = regex(r"[,;:(—]| and | but | while | which ")
_SENTENCE = regex(r"[.!?](?<![A-Z.][A-Z.].)(?<!\b(?:St|Mt|Dr|Mr|ca|vs|No)\.) (?=[A-Z])")
_THAT = worded(__file__, r"\bAccording to [^,.;:()]{1,60}, |\b{shows} that ")
"""What may stand before a clause, and is none of it."""
_JOINT = regex(r"\b(?:after|before|following|prior to|followed by) ", re.IGNORECASE)
_JOINED = regex(
    r" (?:and|but|while|whereas|which|who|whose|whom|where|when|though|although|as|because|since|so|for|in|at|on|during"
    r"|with|under|by|(?:after|before|by|of|from|upon) which|[a-z]+ing) |\W*$"
)
_MANNER = regex(r" (?:by|with|from|under|as|using|out of|on) ")
_WHICH = worded(__file__, r", which (?:had )?(?:only |finally |first )?(?:{happened}) (?:in|on) (?:early |late )?")
_APART = worded(__file__, r",? (?:just |only |some |about |nearly )?[\w-]{1,16} {periods} $")
"""Before a joint, how far apart the two lay: "two days before"."""
_AND = regex(r"; (?:(?:and|but|yet|still) )?|, (?:and|but|while|whereas|yet) |, (?=the [a-z]+ (?:was|were|had) )")
_THEN = regex(r" (?:in|on) (?:early |late |the )?")
"""Behind the comma after a side, what brings in the date of the main clause: "after the war, in 1950, the mill"."""
_END = regex(r"[,.;)]|$")
_OTHER = regex(r"(?:;|,? and|,? but|,? while|,? whereas) (?=the )")
_NO_SIDE = worded(__file__, r"(?:all|that|which|this|and|or|in|on|with|from|the {no-sides})\b")
_NO_MAIN = worded(__file__, r"{unfinished} $")
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
OPENERS = ("by-", "before-", "after-")
"""How the patterns of dates begin that leave one end open."""
Words = frozenset[str]
LONGEST = 600
MOST = 5000
"""More joints than any article has are not read."""


class Order(NamedTuple):
    """One happening lies before another.

    ``told`` are the words that say so, from "before" or "after" on, and ``whole`` the same with the clause that they
    order.
    """

    earlier: Happening
    later: Happening
    told: ProseSpan
    whole: ProseSpan


def orders(article: Article) -> Iterator[Order]:
    """Every statement that one happening lay before another, in the order of the text."""
    for at, end, earlier in sorted(islice(_joints(article), MOST)):
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS:
            order = _order(article, at, end, side_first=earlier)
            if order is not None:
                yield order


def sequences(article: Article) -> Iterator[Order]:
    """Every statement whose verb puts one thing before another: "the chapel is older than the tower"."""
    text = article.page.prose.text
    for word, act, side_first in lexicon().sequences:
        if not may_hold(article, word):
            continue
        for found in islice(_places(word, text), MOST):
            block = article.page.block_at(found)
            if block is not None and block.form in FORMS:
                sentence = sentence_at(article, found + 1, LONGEST)
                order = _sequence(article, sentence, (found, found + len(word)), act, side_first=side_first)
                if order is not None:
                    yield order


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _sequence(
    article: Article, sentence: ProseSpan, verb: tuple[int, int], act: str, *, side_first: bool
) -> Order | None:
    """The two things of a verb of order, the one it begins with and the one it ends with."""
    text = article.page.prose.text
    start = max([sentence.start, *(found.end() for found in _AND.finditer(text, sentence.start, verb[0]))])
    stop = _STOP.search(text, verb[1], sentence.end)
    main = _phrase(article, start, verb[0])
    side = _phrase(article, verb[1], stop.start() if stop else sentence.end)
    if main is None or side is None or main.thing == side.thing:
        return None
    main, side = (each if each.date else each._replace(act=act) for each in (main, side))
    told = ProseSpan(verb[0] + 1, side.told.end)
    whole = ProseSpan(main.told.start, side.told.end)
    return Order(side, main, told, whole) if side_first else Order(main, side, told, whole)


def _phrase(article: Article, start: int, end: int) -> Happening | None:
    """A thing by itself, dated ("the fire of 1811") or not."""
    found = plain(article, start, end)
    dated = found is not None and found.date is not None and article.lowered.startswith(("the ", "this "), start)
    return found if dated else event(article, start, end)


def _joints(article: Article) -> Iterator[tuple[int, int, bool]]:
    """Where a joint starts and ends, and whether what it brings in comes first."""
    text = article.page.prose.text
    for word, (letters, earlier) in JOINTS.items():
        for start in _places(word, article.lowered) if may_hold(article, word) else ():
            end = start + len(word)
            if (
                text[start] in letters
                and text[start - 1 : start] in " (\n"
                and not _NO_SIDE.match(text, end)
                and not _NO_MAIN.search(text, max(start - 12, 0), start)
            ):
                yield start, end, earlier


def _order(article: Article, start: int, end: int, *, side_first: bool) -> Order | None:
    text = article.page.prose.text
    sentence = sentence_at(article, start + 1, LONGEST)
    stop = _STOP.search(text, end, sentence.end)
    edge = stop.start() if stop else sentence.end
    apart = _APART.search(text, max(start - 40, sentence.start), start)
    main = _main_of(article, sentence, apart.start() + 1 if apart else start, stop)
    other = None if main is None else side(article, end, edge)
    if other is not None and other.date is None and stop is not None:
        other = other._replace(date=_dated_by_which(article, stop, sentence))
    if other is None or main is None:
        return None
    main, other = _resolved(article, main, other, fronted=start == sentence.start)
    if other.act == SAME:
        other = other._replace(act=main.act)
    if (main.thing, main.act) == (other.thing, other.act):
        return None
    told = ProseSpan(start, other.told.end)
    whole = ProseSpan(min(main.told.start, start), max(told.end, main.told.end if start == sentence.start else 0))
    return Order(other, main, told, whole) if side_first else Order(main, other, told, whole)


def _dated_by_which(article: Article, stop: re.Match[str], sentence: ProseSpan) -> Claim | None:
    """The date in the relative clause behind a side: "following the siege, which began on 20 April 1645"."""
    led = _WHICH.match(article.page.prose.text, stop.start(), sentence.end)
    dates = claims_in(article, ProseSpan(led.end(), led.end() + 1)) if led else ()
    return dates[0] if dates and dates[0].kind is Kind.DATE and usable(dates[0]) else None


def side(article: Article, start: int, end: int) -> Happening | None:
    """What the joint brings in: a clause, a gerund, the noun of a deed, something dated, or a thing."""
    return (
        clause(article, start, end)
        or gerund(article, start, end)
        or deed(article, start, end)
        or plain(article, start, end)
        or event(article, start, end)
        or _event_alone(article, start, end)
    )


def _event_alone(article: Article, start: int, end: int) -> Happening | None:
    """A thing without who made it, or of what: "before the bridge by a guild of masons"."""
    cut = _MANNER.search(article.page.prose.text, start, end)
    return event(article, start, cut.start()) if cut else None


def _main_of(article: Article, sentence: ProseSpan, start: int, stop: re.Match[str] | None) -> Happening | None:
    """The happening of the main clause: behind a fronted side, around one, or before it."""
    text = article.page.prose.text
    comma = stop is not None and stop[0] == "," and not _JOINED.match(text, stop.end(), sentence.end)
    if start == sentence.start:
        if stop is None or not comma:
            return _dated_behind(article, stop, sentence) if stop is not None and stop[0] == "," else None
        ahead = _STOP.search(text, stop.end(), sentence.end)
        return _main(article, stop.end(), ahead.start() if ahead else sentence.end)
    if comma:
        found = dated_only(article, sentence.start, start) or near(article, sentence.start, start)
        adjoining = found is None and not text.startswith(",", start - 2)
        return clause(article, _clause_start(text, sentence.start, start), start) if adjoining else found
    main = _main(article, _clause_start(text, sentence.start, start), start)
    if main is not None and main.date is None and stop is not None and stop[0] == ",":
        main = main._replace(date=_date_behind(article, stop, sentence))
    if main is None and (joints := [found.end() for found in _AND.finditer(text, sentence.start, start)]):
        main = clause(article, joints[-1], start)
    if main is None or _goes_on(article, main, start):
        return main
    later = [act for act in further(article, main, start) if _goes_on(article, act, start)]
    return later[-1] if later else None  # "was signed in 1971 and entered into force in 1974 after"


def _date_behind(article: Article, stop: re.Match[str], sentence: ProseSpan) -> Claim | None:
    """The date between two commas behind a side, which is the main clause's: "after the war, in 1950, "."""
    led = _THEN.match(article.page.prose.text, stop.end(), sentence.end)
    dates = claims_in(article, ProseSpan(led.end(), led.end() + 1)) if led else ()
    sure = dates and dates[0].kind is Kind.DATE and usable(dates[0])
    return dates[0] if sure and _END.match(article.page.prose.text, dates[0].span.end, sentence.end) else None


def _dated_behind(article: Article, stop: re.Match[str], sentence: ProseSpan) -> Happening | None:
    """What a sentence tells behind a side and a date: "After the opening of the tunnel, in 1908, output doubled"."""
    date = _date_behind(article, stop, sentence)
    if date is None or not article.page.prose.text.startswith(", ", date.span.end):
        return None
    start = date.span.end + len(", ")
    ahead = _STOP.search(article.page.prose.text, start, sentence.end)
    found = clause(article, start, ahead.start() if ahead else sentence.end)
    if found is not None and found.date is None:
        return found._replace(date=date)
    return Happening(f"#{stop.end()}", HAPPEN, date, date.span, date.span.end)


def _clause_start(text: str, start: int, joint: int) -> int:
    """Where the clause before a joint begins: behind the one before it, if that has a joint of its own, or "that"."""
    said = _THAT.search(text, start, joint)
    start = said.end() if said else start
    start = max(start, text.rfind(": ", start, joint) + 2) if ": " in text[start:joint] else start
    ends = [found.end() for found in _AND.finditer(text, start, joint) if _JOINT.search(text, start, found.start())]
    return ends[-1] if ends else start


def _main(article: Article, start: int, end: int) -> Happening | None:
    """A happening with a name, else one with a date."""
    return clause(article, start, end) or plain(article, start, end, verb=True) or near(article, start, end)


def _goes_on(article: Article, main: Happening, joint: int) -> bool:
    """Whether the words from a main clause's verb and date up to the joint are all of that clause."""
    end = max(main.verb, main.date.span.end if main.date is not None else 0)
    between = article.page.prose.text[min(end, joint) : joint].strip(" ,")
    if main.date is not None and main.verb < main.date.span.start:
        between += article.page.prose.text[main.verb : main.date.span.start]
    return not _STOP.search(f" {between} ")


def _resolved(article: Article, main: Happening, side: Happening, *, fronted: bool) -> tuple[Happening, Happening]:
    """The two with "it" taken for the subject of the clause before, which for the main one may be a sentence back."""
    if fronted:
        main = _filled(main, side.thing)
    elif not main.thing:
        main = _filled(main, _subject_before(article, main.told.start))
    if not main.thing:
        main = main._replace(thing=f"#{main.told.start}")
    return main, _filled(side, main.thing)


def _filled(happening: Happening, thing: str) -> Happening:
    return happening if happening.thing else happening._replace(thing=thing)


def _subject_before(article: Article, start: int) -> str:
    """The subject of the sentence before the one that starts at a place; empty where that is not sure."""
    block = article.page.block_at(start)
    if block is None or start - 2 <= block.span.start:
        return ""
    before = sentence_at(article, start - 2, LONGEST)
    found = _first(article, before.start, before.end)
    if found is not None:
        return found.thing
    return _being(article, before.start, before.end)


def _being(article: Article, start: int, end: int) -> str:
    """The name of what a sentence says that it is something: "The Norby Line is a railway"."""
    being = _BEING.match(article.page.prose.text, start, end)
    return (thing(article, tokens_of(article, start, being.end(1))[0]) if being else None) or ""


def limits(article: Article) -> Iterator[Happening]:
    """What is said to have happened by, before or after a date: "by 1960 the harbour had been closed"."""
    for claim in article.claims_by_kind.get("date", ()):
        if not claim.pattern.startswith(OPENERS) or claim.quoted:
            continue
        block = article.page.block_at(claim.span.start)
        if block is None or block.form not in FORMS:
            continue
        sentence = sentence_at(article, claim.span.start)
        found = limited(article, sentence.start, sentence.end, claim)
        if found is not None and named(found):
            yield found


def told_in(article: Article, block: Block, heads: Words, verbs: Words | None = None) -> Iterator[Happening]:
    """The happenings that the sentences of a paragraph begin with, "it" being what the sentence before was about.

    Only sentences that begin with "It", or hold one of the heads and (if asked) of the verbs in lower case, are read.
    """
    text = article.page.prose.text
    start, last = block.span.start, ""
    while start < block.span.end:
        cut = _SENTENCE.search(text, start, block.span.end)
        end = cut.start() if cut else block.span.end
        if not _worth(article, ProseSpan(start, end), heads, verbs, last):
            last = _being(article, start, end) if text.startswith("It ", end + 2) else ""
        elif not _JOINT.match(text, start):
            first = _first(article, start, end)
            if first is not None:
                thing = first.thing or last
                for each in (first, *further(article, first, end)):
                    if thing:
                        yield each._replace(thing=thing)
                yield from _beside(article, first.verb, end)
                last = thing
            elif not any(text.startswith(word, start) for word in ("In ", "On ", "It ")):
                last = ""
        start = cut.end() if cut else block.span.end


def _beside(article: Article, start: int, end: int) -> Iterator[Happening]:
    """What the clauses behind the first one of a sentence tell of other things: "and the tunnel was opened in 1955"."""
    starts = [found.end() for found in _OTHER.finditer(article.page.prose.text, start, end)]
    for begin, stop in pairwise((*starts, end)):
        found = clause(article, begin, stop)
        if found is not None and found.thing:
            yield found


def _worth(
    article: Article, sentence: ProseSpan, heads: frozenset[str], verbs: frozenset[str] | None, last: str
) -> bool:
    """Whether a sentence may date what is looked for, or name what the next one calls "It"."""
    start, end = sentence
    low = article.lowered[start:end]
    if low.startswith("it "):
        return bool(last) and end - start <= LONGEST
    if end - start > LONGEST or not any(head in low for head in heads):
        return False
    if article.page.prose.text.startswith("It ", end + 2):
        return True
    if verbs is not None and not any(verb in low for verb in verbs):
        return False
    return any(claim.kind is Kind.DATE for claim in claims_in(article, sentence))


def _first(article: Article, start: int, end: int) -> Happening | None:
    """The first act of a sentence, up to where another clause begins."""
    text = article.page.prose.text
    joint = _JOINT.search(text, start, end)
    return clause(article, start, joint.start() if joint else end)


def usable(claim: Claim) -> bool:
    """Whether a date is one plain date, neither a range nor a guess."""
    value = claim.value
    sure = isinstance(value, Date) and not value.circa and value.precision in EXACT
    return sure and not claim.quoted and not claim.parts


def dates(happening: Happening) -> Date | None:
    """The days in which a happening lies, if it is dated."""
    claim = happening.date
    return claim.value if claim is not None and claim.kind is Kind.DATE and isinstance(claim.value, Date) else None


def named(happening: Happening) -> bool:
    """Whether it is surely one thing that may be spoken of elsewhere too."""
    return bool(happening.thing) and not happening.thing.startswith("#")
