"""Facts told in sentences: paragraphs, items, headings, captions and the prose cells of tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

import sentencex

from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.claims.claim import Kind as ClaimKind
from articles.claims.quotes import quotations
from articles.facts.carried import Carried
from articles.facts.clauses import Clause, clauses
from articles.facts.events import events, had
from articles.facts.fact import Fact
from articles.facts.figure_times import in_force
from articles.facts.figures import figures
from articles.facts.independence import independence
from articles.facts.membership import joining, membership
from articles.facts.moments import moments
from articles.facts.naming import via
from articles.facts.needs import Needs, may_tell, needs, openers, triggers
from articles.facts.parties import Parties
from articles.facts.partner import partner_of
from articles.facts.presence import presence
from articles.facts.recognition import recognition
from articles.facts.relative import Earlier, refers_back
from articles.facts.sentence import Sentence
from articles.facts.subjects import looks_back, naming, of_relative, resolved, topic_of
from articles.facts.telling import Told, dated
from articles.facts.tenure import tenures
from articles.facts.tokens import Scanner, Token
from articles.page import Block, Form, Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan

_PLAIN = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)) + b" " * 128
SHORT = 120
MISSION = "mission"
"""The property of statements of which the span is all that is said, verb and all."""
"""A block up to this length without a full stop inside is one sentence."""
SUCCESSION = frozenset(("succession", "succession1", "title"))
"""Fields that name the throne of the infobox's reign."""
LOOK_BACK = 4
"""How many sentences back the subject of "it" is looked for."""

LONGEST = 4000
"""A sentence longer than this is no sentence."""
PIECE = 5000
"""A block longer than this is split into sentences piece by piece."""
Pair = tuple[str, str]
Bounds = tuple[int, int]


THIS = regex(r"(?:This|That|The|It)(?: [a-z]+){0,2} (?:constituted|amounted to|signified|represented)\b")
"""How a sentence begins that says what the deed of the sentence before amounted to."""


BOTH = regex(r"\b(?:[Bb]oth|[Tt]he two) (?:countries|nations|states|governments|republics|kingdoms)\b")


HEAD = 40
"""How far into an item the colon behind a state's name may stand."""


class Before(NamedTuple):
    """What the sentences before set.

    ``date`` is the last date, which "the same day" means; ``since`` is where "As of 2023" was said; ``single`` is the
    one date of the sentence right before, which a deed is dated by that the next sentence names: "This constituted".
    """

    date: Claim | None = None
    since: tuple[int, int] | None = None
    single: Claim | None = None


_NOTHING_BEFORE = Before()
_vague = attrgetter("vague")


class ProseReader:
    """Reads the sentences of one page."""

    def __init__(self, page: Page, claims: Sequence[Claim], parties: Parties, kind: str = "generic") -> None:
        """Take the page, its claims in order, whom it is about and the name of its kind."""
        self._kind = kind
        self.page = page
        self.parties = parties
        self._claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._scanner = Scanner(parties)
        told_once = not (parties.state or parties.pair)
        self._sort = ("person" if parties.person else parties.sort) if told_once else None
        self._own = naming(parties) if told_once else None
        self._remembered: dict[tuple[int, Pair | None], list[Token]] = {}

    def block(self, block: Block) -> Iterator[Fact]:
        """The facts that a block of prose tells."""
        if not self.may_tell(block.span):
            return
        pair = self._pair(block.section) or self._pair_of_item(block)
        quoted: list[tuple[int, int]] | None = None
        for fact in self.text(block.span, block.place, pair, heading=block.form is Form.HEADING):
            if fact.property == MISSION:
                quoted = list(quotations(self.page.text(block.span))) if quoted is None else quoted
                if _within(quoted, fact.span.start - block.span.start, fact.span.end - block.span.start):
                    continue  # another's words: a claim knows that of itself
            yield fact

    def may_tell(self, span: ProseSpan) -> bool:
        """Whether a stretch of prose can tell anything."""
        first = bisect_left(self._starts, span.start)
        claimed = first < len(self._starts) and self._starts[first] < span.end
        return claimed or may_tell(self.page.text(span), ())

    def text(self, span: ProseSpan, place: Place, pair: Pair | None, *, heading: bool = False) -> Iterator[Fact]:
        """The facts of a stretch of prose whose parties, if it has two, are settled."""
        opening, letters = openers(self._sort), self._letters
        if opening.isdisjoint(letters[span.start : span.end].split()):
            return
        bounds = _sentences(self.page.text(span), span.start)
        before, last, carried = _NOTHING_BEFORE, len(bounds) - 1, Carried()
        low = bisect_left(self._starts, span.start)
        for at, (start, end) in enumerate(bounds):
            text = self.page.prose.text[start:end]
            high = bisect_left(self._starts, end, low)
            claims, low = self._claims[low:high], high
            carried.next_sentence()
            goes_on, words = carried.before is not None, letters[start:end].split()
            likely = goes_on or not opening.isdisjoint(words)
            refers = likely and before.date is not None and refers_back(text)
            if likely and (refers or may_tell(text, claims) or (before.single is not None and THIS.match(text))):
                same = refers or (before.date is not None and THIS.match(text) is not None)
                own = self._own if text.isascii() else None
                needed = needs(words, claims, dated=same, sort=self._sort, own=own, goes_on=goes_on)
                if any(needed) and end - start <= LONGEST:
                    two = pair or self._two(bounds, at, text)
                    sentence = self._sentence(bounds, at, claims, before, place, two, heading=heading)
                    for fact in self._facts(sentence, needed, before, carried):
                        other = fact.scope.counterpart
                        towards = via(sentence, other) if other is not None else None
                        yield fact._replace(via=via(sentence, fact.subject), towards=towards)
            if at < last and (claims or before.single):
                before = _later(before, claims, text, start)

    def deeds(self, heading: Block) -> Iterator[Told]:
        """The deeds that a heading without a date names."""
        start, end = heading.span
        if triggers().events.isdisjoint(self._letters[start:end].split()):
            return
        pair = self._pair(heading.section)
        sentence = self._sentence([(start, end)], 0, (), _NOTHING_BEFORE, heading.place, pair, heading=True)
        carried = Carried()
        for part in clauses(sentence.tokens):
            yield from _told(sentence, part, carried)

    def sentence_at(self, block: ProseSpan, at: int) -> ProseSpan:
        """The sentence of a block that a place of the prose lies in."""
        bounds = _sentences(self.page.text(block), block.start)
        return next((ProseSpan(*each) for each in bounds if each[0] <= at < each[1]), block)

    def claims_in(self, start: int, end: int) -> Sequence[Claim]:
        """The claims that start in a stretch of prose."""
        return self._claims[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _sentence(
        self,
        bounds: list[Bounds],
        at: int,
        claims: Sequence[Claim],
        before: Before,
        place: Place,
        pair: Pair | None,
        *,
        heading: bool,
    ) -> Sentence:
        start, end = bounds[at]
        text = self.page.prose.text[start:end]
        if before.date is not None and refers_back(text):
            earlier = Earlier(before.date, before.single is not None)
            tokens = self._scanner.tokens(text, start, claims, pair, earlier)
        else:
            tokens = self._tokens(start, end, pair)
        if any(map(_vague, tokens)):
            back = looks_back(tokens, self.parties)
            topics = self._topics_before(bounds, at, pair) if back else (None, None)
            tokens = resolved(tokens, self.parties, *topics)
        return Sentence(tokens, text, ProseSpan(start, end), place, self.parties, pair, heading, lambda: self.partner)

    def _tokens(self, start: int, end: int, pair: Pair | None) -> list[Token]:
        """The tokens of a sentence by itself, remembered for the next few, which look back at it."""
        known = self._remembered.get((start, pair))
        if known is None:
            end = min(end, start + LONGEST)
            known = self._scanner.tokens(self.page.prose.text[start:end], start, self.claims_in(start, end), pair)
            self._remembered[start, pair] = known
            if len(self._remembered) > 2 * LOOK_BACK:
                del self._remembered[next(iter(self._remembered))]
        return known

    def _facts(self, sentence: Sentence, needed: Needs, before: Before, carried: Carried) -> Iterator[Fact]:
        parts = clauses(sentence.tokens)
        if needed.events and self.parties.person:
            yield from tenures(sentence, self._throne)
        if needed.figures:
            yield from figures(sentence, parts, self._since(before))
        for part in parts:
            if needed.missions:
                yield from presence(sentence, part)
            if needed.members:
                yield from membership(sentence, part)
            if needed.events:
                for told in _told(sentence, part, carried):
                    yield from dated(told, sentence, parts, before.single)
            elif needed.missions:
                had(sentence, part, carried)

    def _since(self, before: Before) -> Date | None:
        """The date that "As of 2023" in a sentence before sets for the paragraph."""
        if before.since is None:
            return None
        return in_force(self._tokens(*before.since, None))

    def _topics_before(self, bounds: list[Bounds], at: int, pair: Pair | None) -> tuple[str | None, str | None]:
        """What "it" and what "the country" stand for after the sentences before.

        That is the subject of the last of them; the article's own at the start of a paragraph. "The country" is also
        the article's own where nobody else was named.
        """
        own = None if self.parties.pair or pair else self.parties.own
        certain = True
        for start, end in reversed(bounds[max(at - LOOK_BACK, 0) : at]):
            tokens = self._tokens(start, end, pair)
            if of_relative(self.page.prose.text[start:end], self.parties):
                return None, None
            topic = topic_of(tokens)
            if topic is not None:
                return topic if certain else None, topic
            named = {name for token in tokens if not token.vague for name in token.entities}
            if not named <= {own}:
                return None, None
            certain = certain and bool(named or (tokens and tokens[0].vague))
        return own if certain else None, own

    def _two(self, bounds: list[Bounds], at: int, text: str) -> Pair | None:
        """Whom "both countries" means in an article on one state: it and the only other that was just named."""
        if not self.parties.state or not ("oth " in text or "he two " in text):
            return None
        own, both = self.parties.own, BOTH.search(text)
        if both is None:
            return None
        if self.partner is not None:
            return own, self.partner
        here, last = bounds[at][0] + both.start(), bounds[at][1]
        behind = self._others(here, last)
        for start, end in reversed(bounds[max(at - LOOK_BACK, 0) : at + 1]):
            others = self._others(start, min(end, here))
            if others:
                return (own, others.pop()) if len(others) == 1 and behind <= others else None
        return None

    def _others(self, start: int, end: int) -> set[str]:
        """The states but the article's own that are named between two places."""
        end = min(end, start + LONGEST)
        tokens = self._scanner.tokens(self.page.prose.text[start:end], start, ())
        names = {name for token in tokens if not token.vague for name in token.entities if self._is_state(name)}
        return names - {self.parties.own}

    def _is_state(self, name: str) -> bool:
        known = self.parties.names.entities.get(name)
        return known is not None and known.kind != "body"

    def _pair(self, section: int) -> Pair | None:
        """The parties that the article or the section's title settles."""
        if self.parties.pair or not self.parties.state:
            return self.parties.pair
        while section >= 0:
            here = self.page.sections[section]
            name = self.parties.names.canonical(here.title)
            if name and name != self.parties.own:
                return self.parties.own, name
            section = here.parent
        return None

    def _pair_of_item(self, block: Block) -> Pair | None:
        """The parties of an item that begins with a state's name: "Japan: relations were established in 1965"."""
        start = block.span.start
        end = self.page.prose.text.find(":", start, start + HEAD) if block.form is Form.ITEM else -1
        if end < 0 or not self.parties.state:
            return None
        name = self.parties.names.canonical(self.page.prose.text[start:end].strip())
        return (self.parties.own, name) if name and name != self.parties.own and self._is_state(name) else None

    @cached_property
    def _letters(self) -> str:
        """The prose, offset for offset, with a space for all but plain letters: its words are found at one look."""
        return self.page.prose.text.encode("ascii", "replace").translate(_PLAIN).decode("ascii")

    @cached_property
    def _throne(self) -> str | None:
        """The one office whose reign the infobox dates."""
        fields = self.page.infoboxes[0].fields if self.page.infoboxes else ()
        named = [field for field in fields if field.key.strip().lower() in SUCCESSION]
        return self.page.text(named[0].prose).strip().lower() or None if len(named) == 1 else None

    @cached_property
    def partner(self) -> str | None:
        """The one other state that an article on a state is about."""
        return partner_of(self.page, self.parties, self._scanner, self._kind)


def _within(quoted: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a statement stands whole between quotation marks, which are in order and never overlap."""
    at = bisect_right(quoted, (first + 1, 0)) - 1
    return at >= 0 and quoted[at][0] <= first and last < quoted[at][1]


def _told(sentence: Sentence, part: Clause, carried: Carried) -> Iterator[Told]:
    """The events of a clause, to be dated."""
    yield from events(sentence, part, carried)
    yield from recognition(sentence, part)
    yield from independence(sentence, part)
    yield from joining(sentence, part)
    yield from moments(sentence, part)


def _later(before: Before, claims: Sequence[Claim], text: str, start: int) -> Before:
    """What holds after a sentence."""
    date = ClaimKind.DATE
    dates = [claim for claim in claims if claim.kind is date]
    since = (start, start + len(text)) if text.startswith("As of ") else before.since
    return Before(dates[-1] if dates else before.date, since, dates[0] if len(dates) == 1 else None)


def _sentences(text: str, base: int) -> list[Bounds]:
    """The bounds of a block's sentences in the prose."""
    if len(text) <= SHORT and ". " not in text:
        return [(base, base + len(text))]
    bounds: list[Bounds] = []
    for start, end in _pieces(text):
        bounds += _segmented(text[start:end], base + start)
    return bounds


def _pieces(text: str) -> Iterator[Bounds]:
    """A block in pieces, since what a quotation mark that never closes costs grows with the square of their length."""
    start = 0
    while len(text) - start > PIECE:
        stop = start + PIECE
        end = text.rfind(". ", start, stop) + 2
        if end < 2:
            end = text.rfind(" ", start, stop) + 1 or stop
        yield start, end
        start = end
    yield start, len(text)


def _segmented(text: str, base: int) -> list[Bounds]:
    bounds = []
    at = 0
    for sentence in sentencex.segment("en", text):
        # The parts follow each other; white space between them may be left out.
        start = text.find(sentence, at)
        if start < 0:
            return [(base, base + len(text))]
        at = start + len(sentence)
        bounds.append((base + start, base + start + len(sentence.rstrip())))
    return bounds
