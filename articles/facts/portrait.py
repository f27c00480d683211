"""What an article says of its own subject in its plainest sentences: "It is 241 km long", "Its capital is X".

Only sentences that surely speak of the subject are read: those that begin with its name, and those that begin
with "it" or "the river" while every sentence before them in the paragraph spoke of it too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Number, Quantity
from articles.facts.capitals import CapitalReader
from articles.facts.clauses import may_be_noun
from articles.facts.fact import Fact, Scope
from articles.facts.fields import normal
from articles.facts.figure_words import dimension
from articles.facts.parties import Parties
from articles.facts.portrait_words import PATTERN, Beginning, patterns, words
from articles.facts.properties import properties
from articles.kinds.kind import Kind
from articles.page import Block, Form, Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded

_END = regex(r"[.!?][\"”)]? (?=[A-Z“\"(])")
_TIMED = regex(r"[^,;:.]{0,60} (?:in|as of|at|by|at the end of|since) ")
_IN = regex(r" in (length|height|width|depth|area|elevation|altitude)\b")
_AND = regex(r"[^.,;:()]{0,40}?,? and(?= (?:has|had|is|was|employs|covers|rises|runs|reaches)\b)")
_WORD = regex(r" ?([a-z]+)\b")
_THING = regex(r"[ -](?:[a-z]+[ -]){0,2}?([a-z]+)\b")
_BEHIND = regex(r"( (?:long|high|tall|wide|deep))?(?: above (?:mean )?sea level)?, ")
_WHOLE = regex(
    r"(?: (?:above (?:mean )?sea level|from (?:the |its |a |an )?[a-zA-Z]|of |and (?:is|was|has) )|[.,;]|$)|$"
)
"""What may stand behind a length that is the whole one: "flows for 241 km through the moor" tells of a part."""
_DOES = worded(__file__, r"[Tt]he [a-z]+ {does}\b")
"""The subject by its noun alone, and a verb behind it: not "the opera choir"."""
_ELEVATIONS = frozenset(("elevation", "elevation_m", "elevation_ft", "prominence"))
_UPRIGHT = frozenset(("meter", "foot", "centimeter", "inch"))
_WITH = regex(r"(?:\bwith|\bhas|\band|\bemploys|,) (?:(?:about|approximately|around|some|over|more than|nearly) )?$")
_DIVIDED = "students"
"""What is told with the sorts that it falls into."""
_FRONT = 80
"""How long what a sentence opens with may be, before its subject."""
_LONGEST = 300
"""How far into a sentence its figure may stand."""


class PortraitReader:
    """Reads the plain sentences of one page on its own subject."""

    def __init__(self, page: Page, claims: Sequence[Claim], parties: Parties, kind: Kind) -> None:
        """Take the page, its claims in order, whom it is about and its kind."""
        self.page = page
        self.parties = parties
        self.kind = kind
        self._claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._subject = Beginning(parties.own, kind.name, parties.aliases)
        self._named = Beginning(parties.own, None)
        self._keys = frozenset(normal(field.key) for box in page.infoboxes[:1] for field in box.fields)
        self._capitals = CapitalReader(page, parties, kind, boxed="capital" in self._keys)

    def facts(self) -> Iterator[Fact]:
        """The facts of every paragraph that begins with the subject."""
        if self.parties.pair or not self.parties.own:
            return
        for number, block in enumerate(self.page.lead):
            if block.form is Form.PARAGRAPH:
                yield from self._block(block, first=number == 0)
        for block in self.page.blocks:
            if block.form is Form.PARAGRAPH and block.place is Place.BODY:
                yield from self._block(block)

    def _block(self, block: Block, *, first: bool = False) -> Iterator[Fact]:
        """The facts of a paragraph, up to the first sentence that may speak of something else.

        An article's very first sentence speaks of its subject, whatever it calls it.
        """
        text = self.page.prose.text
        start, own = block.span.start, True
        told = text[block.span.start : block.span.end]
        if "capital" not in told and not self._has_claim(block.span):
            return
        # By its name, wherever it stands.
        named = "capital of" in told or f"city of {self.parties.own}" in told
        named = named or (self.parties.state and " is the capital" in told)
        while start < block.span.end and (own or named):
            end = _END.search(text, start, block.span.end)
            stop = end.end() if end else block.span.end
            known = block.place is Place.LEAD or start > block.span.start
            calls = known or self._calls_itself(block, text[start : start + 20])
            subject = (self._subject if calls else self._named).end(text, start, stop)
            sentence = ProseSpan(start, stop)
            if subject >= 0 and own:
                yield from self._sentence(sentence, subject, block.place)
            yield from self._capitals.facts(sentence, block.place, known=known and own, own=own and subject >= 0)
            if own:
                yield from self._openings(sentence, block, known=known)
            own = own and (subject >= 0 or (first and start == block.span.start) or self._fronted(text, start, stop))
            start = stop

    def _has_claim(self, span: ProseSpan) -> bool:
        index = bisect_left(self._starts, span.start)
        return index < len(self._starts) and self._starts[index] < span.end

    def _fronted(self, text: str, start: int, stop: int) -> bool:
        """Whether a sentence names the subject right behind what it opens with: "Founded in 1942, it is ..."."""
        comma = text.find(", ", start, min(stop, start + _FRONT))
        rest = text[comma + 2 : min(stop, comma + 2 + _FRONT)] if comma > 0 else ""
        return bool(rest) and self._subject.end(rest[:1].upper() + rest[1:], 0, len(rest)) >= 0

    def _calls_itself(self, block: Block, opening: str) -> bool:
        """Whether "the battle", "the lake" at the head of a paragraph is the one of the title, and no heading's own."""
        if opening[:4].lower() != "the ":
            return False
        nouns = self.page.title.lower().split(" ")
        heading = self.page.sections[block.section].title if block.section >= 0 else ""
        called = opening.lower().split(" ")[:2]
        own = called[-1] in nouns or " ".join(called) in self.parties.aliases
        return own and " of " not in heading

    def _sentence(self, span: ProseSpan, at: int, place: Place) -> Iterator[Fact]:
        """The first figure of a sentence by the words around it, and those of verbs that "and" joins to it."""
        text = self.page.prose.text
        index = bisect_left(self._starts, at)
        while index < len(self._claims) and self._claims[index].span.start < min(span.end, at + _LONGEST):
            claim = self._claims[index]
            name = self._property(text[at : claim.span.start], claim, text[claim.span.end : claim.span.end + 30])
            if name:
                yield self._fact(name, claim, span, place)
                if name == _DIVIDED:
                    yield from self._sorts(index + 1, span, place)
                further = _AND.match(text, claim.span.end, span.end)
                if further is None:
                    return
                at = further.end()
            elif place is Place.LEAD and self._employed(span, claim):
                yield self._fact("employees", claim, span, place)
                return
            index += 1

    def _sorts(self, index: int, span: ProseSpan, place: Place) -> Iterator[Fact]:
        """The sorts of students behind their number: "14,250 students: 9,800 undergraduates and 4,450 graduates"."""
        index += index < len(self._claims) and isinstance(self._claims[index].value, Date)
        for claim in self._claims[index : index + 2]:
            noun = self._noun(claim)
            sort = next((sort for word, sort in words()["sorts"].items() if f"{noun} ".startswith(f"{word} ")), None)
            if claim.span.end > span.end or sort is None:
                return
            fact = self._fact(_DIVIDED, claim, span, place)
            yield fact._replace(scope=fact.scope._replace(basis=sort))

    def _noun(self, claim: Claim) -> str:
        """The words right behind a number."""
        behind = self.page.prose.text[claim.span.end : claim.span.end + 30]
        own = claim.value.noun if isinstance(claim.value, Number) and claim.value.noun else ""
        told = behind.strip()
        told = told if not own or told.startswith(own) else f"{own} {told}"
        return re.split(r"[^a-z ]", told, maxsplit=1)[0]

    def _employed(self, span: ProseSpan, claim: Claim) -> bool:
        """Whether a number further on in a sentence on the subject is that of its employees, at no other time."""
        before = self.page.prose.text[span.start : claim.span.start]
        if not self._noun(claim).startswith("employees") or not _WITH.search(before):
            return False
        told = self._claims[bisect_left(self._starts, span.start) : bisect_left(self._starts, claim.span.start)]
        return not any(isinstance(each.value, Date) for each in told)

    def _property(self, before: str, claim: Claim, behind: str) -> str | None:
        """What a figure is of, going by the words on both sides of it."""
        known, listed = patterns(), words()
        match claim.value:
            case Quantity():
                word = re.match(r"[ -]([a-z]+)", behind)
                measured = known.measured.fullmatch(before)
                apposed = before == ", " and word is not None and behind.startswith(",", word.end())
                if word and word[1] in listed["adjectives"] and (measured or apposed):
                    return self._upright(str(listed["adjectives"][word[1]]))
                within = _IN.match(behind)
                if within and measured:
                    return str(listed["nouns"][within[1]])
                thing = _THING.match(behind) if known.thing.fullmatch(before) else None
                if thing and thing[1] in listed["things"]:
                    return str(listed["things"][thing[1]])
                reaching = known.reaching.fullmatch(before)
                if reaching and _WHOLE.match(behind):
                    return self._fitting(str(listed["reaching"][reaching["verb"]]), claim.value)
                named = known.named.fullmatch(before)
                return self._upright(str(listed["nouns"][named["noun"]])) if named else None
            case Number():
                return self._count(before, claim, behind)
            case Date():
                verb = known.dated.fullmatch(before)
                if verb:
                    name = str(listed["dated"][verb["verb"]])
                    return None if self.parties.state and name == "opened" else name
                happened = self.kind.name == "conflict" and known.happening.fullmatch(before)
                return "event-date" if happened else None
            case _:
                return None

    def _count(self, before: str, claim: Claim, behind: str) -> str | None:
        known, listed = patterns(), words()
        if known.employing.fullmatch(before):
            return "employees"
        named = known.named.fullmatch(before)
        if named:
            return str(listed["nouns"][named["noun"]])
        noun = (
            behind.strip() if not isinstance(claim.value, Number) or not claim.value.noun else claim.value.noun + behind
        )
        found = next((name for noun_, name in listed["counts"].items() if re.match(rf" ?{noun_}\b", " " + noun)), None)
        return found if found and known.counted.fullmatch(before) else None

    def _openings(self, span: ProseSpan, block: Block, *, known: bool) -> Iterator[Fact]:
        """The date that a sentence opens with: "Founded in 1942, it is ..."."""
        text = self.page.prose.text
        index = bisect_left(self._starts, span.start)
        if index == len(self._claims) or self._claims[index].span.start > span.start + 30:
            return
        claim = self._claims[index]
        if isinstance(claim.value, Quantity) and known:
            yield from self._measured(span, claim, block.place)
        verb = patterns().opening.fullmatch(text[span.start : claim.span.start])
        if verb and isinstance(claim.value, Date) and text.startswith(", ", claim.span.end):
            rest = text[claim.span.end + 2 : claim.span.end + 2 + _LONGEST]
            rest = rest[:1].upper() + rest[1:]
            end = (self._subject if known else self._named).end(rest, 0, len(rest))
            behind = _WORD.match(rest, end) if rest.startswith("The ") and end >= 0 else None
            named = end >= 0 and not (behind and may_be_noun(behind[1]))
            if named or (self._calls_itself(block, rest) and _DOES.match(rest)):
                yield self._fact(words()["dated"][verb["verb"].lower()], claim, span, block.place)

    def _measured(self, span: ProseSpan, claim: Claim, place: Place) -> Iterator[Fact]:
        """The quantity that a sentence opens with: "Rising to 2,401 m, it is ..."."""
        text = self.page.prose.text
        opened = patterns().opened_with.fullmatch(text[span.start : claim.span.start])
        behind = _BEHIND.match(text, claim.span.end, span.end) if opened else None
        if not opened or not behind or not isinstance(claim.value, Quantity):
            return
        rest = text[behind.end() : behind.end() + _LONGEST]
        adjective = words()["adjectives"].get((behind[1] or "").strip(" -"))
        name = self._upright(adjective or str(words()["openings"][opened["verb"].lower()]))
        named = self._subject.end(rest[:1].upper() + rest[1:], 0, len(rest)) >= 0
        if named and self._fitting(name, claim.value):
            yield self._fact(name, claim, span, place)

    def _upright(self, name: str) -> str:
        """A height, as the infobox calls it: that of a mountain is its elevation."""
        return "elevation" if name == "height" and self._keys & _ELEVATIONS and "height" not in self._keys else name

    def _fitting(self, name: str, value: Quantity) -> str | None:
        """The property, if a quantity of this unit can be its value; nothing lies at so many miles."""
        if name in ("elevation", "height") and value.unit not in _UPRIGHT:
            return None
        unit = properties()[name].unit
        return self._upright(name) if unit and dimension(unit) == dimension(value.unit) else None

    def _fact(self, name: str, claim: Claim, span: ProseSpan, place: Place) -> Fact:
        scope = Scope(None, None if isinstance(claim.value, Date) else self._when(claim, span.end))
        return Fact(self.parties.own, name, claim.value, claim.span, span, place, scope, claim=claim, pattern=PATTERN)

    def _when(self, claim: Claim, end: int) -> Date | None:
        """The time that is told behind a figure: "students in 2011"."""
        index = bisect_left(self._starts, claim.span.end)
        if index == len(self._claims) or self._claims[index].span.start >= end:
            return None
        date = self._claims[index]
        between = self.page.prose.text[claim.span.end : date.span.start]
        return date.value if isinstance(date.value, Date) and _TIMED.fullmatch(between) else None
