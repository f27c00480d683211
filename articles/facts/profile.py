"""What an article tells of its own subject anywhere in a sentence: "... , and has been able to hold 12,500 spectators".

Where ``portrait`` reads the plainest sentences from their beginning, this starts from the figure: the words around it
say what it is of (``profile.toml``), and :mod:`articles.facts.own_subject` says whose it is. In the body only what the
infobox or the lead states as well is read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Number, Quantity
from articles.claims.date_pieces import month_number
from articles.facts.fact import Fact, Scope
from articles.facts.figure_words import dimension
from articles.facts.own_subject import OwnSubject, Tail, capitals
from articles.facts.parties import Parties
from articles.facts.profile_dates import dated
from articles.facts.profile_hits import LEFT, RIGHT, WORD, Hit, Whose, hits, noun_of
from articles.facts.profile_words import Sought, profile, sought
from articles.facts.properties import properties
from articles.page import Block, Form, Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded

PATTERN = "profile"
_END = regex(r"[.!?][\"”)]?(?:\[[^\]\[]{1,20}\])* (?=[A-Z“\"(])")
_ABBREVIATED = regex(r"(?:\b(?:St|Mt|Dr|Mr|Mrs|No|ca|c|vs|approx|Ft|Jr|Sr|[A-Z])\.) $")
_TIMED = regex(
    r"[^,;:.()]{0,40}?(?:, estimated)? (?:in|as of|at|by|at the end of|at the count of|since|as at) (?:the )?$"
)
_OPENED = regex(
    r"(?:In|As of|At|By|At the end of|At the census of|At the count of|According to the|For|As at) (?:the )?$"
)


_PLACE = regex(r"\b[Ii]n (?:the )?([A-Z][a-z]+)")
_UPRIGHT = {"height": "elevation", "elevation": "height"}
_OTHER = regex(r"(?:ed|built|begun|laid|set up|out|dates from|since)(?: [a-z]+){0,3} (?:in|on|from)? ?(?:the )?$")
"""What leads to a date that is of something else than a figure in the same sentence."""
_HEADED = worded(__file__, r"\bof [A-Z]|\b(?i:{others})\b|\b(?i:predecessors?|namesakes?)\b")
"""A heading under which "the bridge" and "it" may be another one."""
_WHOLE = regex(
    r"(?: (?:before (?:it|joining|emptying|reaching)\b|from (?:its|the) (?:source|springs?|head)|in all|in total"
    r"|long|and (?:is|was|has|drains)) |[.,;]|$)|$"
)
"""What may stand behind the length of a whole: "flows for 241 km through the moor" may tell of a part."""
_CLAUSE = regex(r" (?:is|was|are|were|has|had) ")
TWO = 2
"""Behind the first paragraph of a lead, less is looked for than in it."""
_KNOWN = ("Known ", "Called ", "Named ", "Dubbed ", "Nicknamed ", "Titled ", "Originally known ")
"""How a sentence opens that brings in another name."""
_BEHIND = regex(
    r"(?: \([^()]{1,40}\))?(?: (?:long|high|tall|wide|deep))?"
    r"(?: (?:above (?:mean )?sea level|in (?:length|height|depth|width|area)))? "
)


class ProfileReader:
    """Reads the figures of one page that are told of its subject."""

    def __init__(
        self,
        page: Page,
        claims: Sequence[Claim],
        parties: Parties,
        boxed: frozenset[str],
    ) -> None:
        """Take the page, its claims in order, whom it is about and the properties its infobox states."""
        self.page = page
        self.parties = parties
        self._claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._boxed = boxed
        self._seek = sought(frozenset())
        self._wanted = set(boxed)
        self._last = -1
        self._defining = False

    def facts(self) -> Iterator[Fact]:
        """The facts of every paragraph of lead and body."""
        if self.parties.pair or not self.parties.own or self.parties.person:
            return
        for number, block in enumerate(self.page.lead):
            self._defining = not number
            if number < TWO:
                self._seek = self._sought(Place.LEAD)
            if block.form is Form.PARAGRAPH:
                for fact in self._block(block, first=number == 0):
                    self._wanted.add(fact.property)
                    yield fact
        self._defining = False
        self._seek = self._sought(Place.BODY)
        for block in self.page.blocks if any(self._seek.measures.values()) or self._seek.verbs else ():
            if block.form is Form.PARAGRAPH and block.place is Place.BODY:
                yield from self._block(block)

    def _sought(self, place: Place) -> Sought:
        """What is looked for in the lead, or in the body."""
        known = profile().properties
        return sought(frozenset(name for name in known if self._is_wanted(self._upright(name), place)))

    @cached_property
    def subject(self) -> OwnSubject:
        """How the page calls its subject."""
        return OwnSubject(self.page, self.parties)

    @cached_property
    def _named(self) -> OwnSubject:
        return OwnSubject(self.page, self.parties, called=False)

    def _block(self, block: Block, *, first: bool = False) -> Iterator[Fact]:
        index = bisect_left(self._starts, block.span.start)
        stop = bisect_left(self._starts, block.span.end)
        if index == stop:
            return
        bounds: list[tuple[int, int]] = []
        ends: list[int] = []
        for claim in self._claims[index:stop]:
            if not self._may(claim) or claim.quoted or claim.impossible or " of " in self.page.text(claim.span):
                continue
            if not bounds:
                heading = self.page.sections[block.section].title if block.section >= 0 else ""
                self._own = self._named if _HEADED.search(heading) else self.subject
                bounds = _sentences(self.page.prose.text, block.span)
                ends = [end for _, end in bounds]
            at = bisect_right(ends, claim.span.start)
            self._defining = first and not at
            yield from self._claim(claim, bounds, at, block, first=first)

    def _may(self, claim: Claim) -> bool:
        """Whether one of the words that name a property that is looked for stands near a claim."""
        kind, seek = claim.kind, self._seek
        told = isinstance(claim.value, Date)
        if not (seek.verbs if told else seek.measures.get(kind)):
            return False
        text, (start, end) = self.page.prose.text, claim.span
        if told:
            near = text[max(start - LEFT, 0) : end + LEFT].lower().replace(",", " ")
            return not seek.verbs.isdisjoint(near.split())
        near = text[max(start - LEFT, 0) : start].lower().replace(",", " ")
        if not seek.before[kind].isdisjoint(near.split()):
            return True
        noun = claim.value.noun or "" if isinstance(claim.value, Number) else ""
        return not seek.behind[kind].isdisjoint(WORD.findall(f"{noun} {text[end : end + 20]}".lower())[:3])

    def _claim(
        self, claim: Claim, bounds: list[tuple[int, int]], at: int, block: Block, *, first: bool
    ) -> Iterator[Fact]:
        text = self.page.prose.text
        if not isinstance(claim.value, Date):
            yield from self._figure(claim, bounds, at, block, first=first)
        else:
            settled = self._settled(bounds, at, first=first)
            index = bisect_left(self._starts, claim.span.start)
            for told in dated(text, bounds[at], self._claims, index, self._own, settled=settled):
                if self._is_wanted(told.property, block.place):
                    name, _, basis = told.property.partition("/")
                    fact = self._fact(name, claim, bounds[at], block.place, None)
                    where = self._region(bounds[at]) if "region" in properties()[name].match else None
                    yield fact._replace(scope=fact.scope._replace(region=where, basis=basis or None))
                    return

    def _region(self, bounds: tuple[int, int]) -> str | None:
        """The place that a sentence names: a film comes out in one country after another."""
        found = _PLACE.finditer(self.page.prose.text, *bounds)
        return next((match[1] for match in found if month_number(match[1]) is None), None)

    def _figure(
        self, claim: Claim, sentences: list[tuple[int, int]], at: int, block: Block, *, first: bool
    ) -> Iterator[Fact]:
        """What a figure is of, where it is the subject's."""
        start, end = bounds = sentences[at]
        for hit in hits(self.page.prose.text, claim, bounds, self._own, self._seek.measures[str(claim.kind)]):
            name = self._upright(hit.measure.property)
            if not self._is_wanted(name, block.place) or not self._fits(name, claim):
                continue
            settled = self._settled(sentences, at, first=first)
            if self._guarded(claim, hit, start, end) or not self._is_own(name, hit, claim, bounds, settled=settled):
                continue
            when = self._when(claim, start, end)
            if when is not None or "when" not in properties()[name].match or not self._dates(start, end):
                fact = self._fact(name, claim, bounds, block.place, when)
                sort = noun_of(claim) if hit.measure.sorted else None
                yield fact._replace(scope=fact.scope._replace(basis=sort))
                self._last = claim.span.end
            return

    def _is_own(self, name: str, hit: Hit, claim: Claim, bounds: tuple[int, int], *, settled: bool) -> bool:
        """Whether a figure is surely the subject's, and of all of it."""
        if not self._whose(hit, claim, *bounds, settled=settled):
            return False
        return name != "length" or not self._of_part(hit, claim, bounds[1])

    def _of_part(self, hit: Hit, claim: Claim, end: int) -> bool:
        """Whether a length may be that of a part only: "flows for 241 km through the moor"."""
        text = self.page.prose.text
        told = text[hit.at : claim.span.start]
        return told.rstrip().endswith((" for", "runs", "flows")) and not _WHOLE.match(text, claim.span.end, end)

    def _upright(self, name: str) -> str:
        """A height as the infobox calls it: that of a mountain is its elevation."""
        other = _UPRIGHT.get(name)
        return other if other and other in self._boxed and name not in self._boxed else name

    def _is_wanted(self, name: str, place: Place) -> bool:
        """Whether a property is one to read there; of a first sentence, which says what the subject is, every one."""
        known = profile()
        if self.parties.state and name not in known.of_states:
            return False
        if name in known.boxed and not self._defining:
            return name in self._boxed
        return place is Place.LEAD or name in self._wanted

    def _settled(self, bounds: list[tuple[int, int]], at: int, *, first: bool) -> bool:
        """Whether "it" in a sentence can only be the subject: the sentences before it spoke of nothing else."""
        text = self.page.prose.text
        settled = first
        for number in range(max(at - 5, 0), at):
            start, stop = bounds[number]
            settled = (first and number == 0) or self._own.opens(text, start, stop, settled=settled and number > 0)
        start, stop = bounds[at]
        if text.startswith(_KNOWN, start):
            return False
        return settled or self._own.opens(text, start, stop, settled=False)

    # --- whose it is ---

    def _whose(self, hit: Hit, claim: Claim, start: int, end: int, *, settled: bool) -> bool:
        text = self.page.prose.text
        match hit.whose:
            case Whose.SUBJECT:
                opening = hit.at == start
                if opening:
                    return self._opened(claim, settled=settled)
                return self._own.governs(text, start, hit.at, hit.tail, settled=settled)
            case Whose.JOINED:
                return text[self._last : hit.at] in (" ", ", ") and start < self._last
            case Whose.OWN:
                its = text[hit.at : hit.at + 3] in ("its", "Its")
                return not its or (settled and not self._strangers(start, hit.at))
            case Whose.BARE:
                stop = claim.span.start if hit.measure.parts else end
                return (hit.measure.parts or bool(hit.measure.passive)) and not self._strangers(start, stop)

    def _opened(self, claim: Claim, *, settled: bool) -> bool:
        """Whether the subject follows what a sentence opens with: "Covering 241 km2, the town ..."."""
        text = self.page.prose.text
        stop = claim.span.end + 160
        end = _END.search(text, claim.span.end, stop)
        stop = end.start() if end else stop
        comma = text.find(", ", claim.span.end, stop)
        first = comma
        while comma > 0 and not _CLAUSE.search(text, first, comma):
            if self._own.acts(text, comma + 2, settled=settled):
                return True
            comma = text.find(", ", comma + 2, stop)
        behind = _BEHIND.match(text, claim.span.end, stop)
        return behind is not None and self._own.acts(text, behind.end(), settled=settled)

    def _strangers(self, start: int, stop: int) -> bool:
        """Whether a stretch of a sentence names somebody else."""
        return any(word not in self._own.words for word in capitals(self.page.prose.text[start:stop]))

    # --- what withholds it ---

    def _guarded(self, claim: Claim, hit: Hit, start: int, end: int) -> bool:
        """Whether words around a figure make it one of a part, a plan, a difference or another time."""
        text = self.page.prose.text
        before, behind = profile().guards
        words = WORD.findall(text[max(start, claim.span.start - LEFT) : claim.span.start].lower())
        after = WORD.findall(text[claim.span.end : min(end, claim.span.end + RIGHT)].lower())
        if text[claim.span.end : claim.span.end + 1] == "-" and hit.tail is not Tail.THING:
            return True
        own = {hit.measure.property}
        return _any(words, before) or (bool(after) and _starts(after, behind, hit)) or not own

    def _fits(self, name: str, claim: Claim) -> bool:
        """Whether a claim can be a property's value."""
        row = properties().get(name)
        if row is None or row.value != claim.kind:
            return False
        if row.unit is None or not isinstance(claim.value, Quantity):
            return True
        return dimension(row.unit) == dimension(claim.value.unit)

    def _dates(self, start: int, end: int) -> bool:
        """Whether a sentence names a time of which a figure in it may be."""
        text = self.page.prose.text
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        dates = (claim.span.start for claim in self._claims[low:high] if isinstance(claim.value, Date))
        return any(not _OTHER.search(text, max(start, at - 40), at) for at in dates)

    def _when(self, claim: Claim, start: int, end: int) -> Date | None:
        """The one time that a sentence tells of a figure, before it at its start or right behind it."""
        text = self.page.prose.text
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for date in self._claims[low:high]:
            if isinstance(date.value, Date):
                if _OPENED.fullmatch(text[start : date.span.start]) and date.span.end < claim.span.start:
                    return date.value
                if date.span.start > claim.span.end and _TIMED.fullmatch(text[claim.span.end : date.span.start]):
                    return date.value
        return None

    def _fact(self, name: str, claim: Claim, bounds: tuple[int, int], place: Place, when: Date | None) -> Fact:
        scope = Scope(None, when)
        span = ProseSpan(*bounds)
        return Fact(self.parties.own, name, claim.value, claim.span, span, place, scope, claim=claim, pattern=PATTERN)


def _any(words: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(words[at : at + width]) in phrases for width in (1, 2, 3) for at in range(len(words)))


def _starts(words: list[str], phrases: frozenset[str], hit: Hit) -> bool:
    """Whether what stands behind a figure and its noun or adjective starts with a phrase of a list."""
    skip = next((width for width in (4, 3, 2, 1) if tuple(words[:width]) in hit.measure.behind), 0)
    rest = words[skip:]
    return any(" ".join(rest[:width]) in phrases for width in (1, 2))


def _sentences(text: str, span: ProseSpan) -> list[tuple[int, int]]:
    """The sentences of a paragraph."""
    bounds: list[tuple[int, int]] = []
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    for end in _END.finditer(text, span.start, span.end):
        if not _ABBREVIATED.search(text, max(end.start() - 8, start), end.end()):
            bounds.append((start, end.end()))
            start = end.end()
    return [*bounds, (start, span.end)]
