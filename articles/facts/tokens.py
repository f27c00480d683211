"""A sentence as the words, names and claims it is made of.

A name is one token, whatever its length, and so is a claim; an aside in brackets is left out unless it is a claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from re import Match
from typing import NamedTuple

from articles.claims.claim import Claim
from articles.claims.claim import Kind as ClaimKind
from articles.facts import relative
from articles.facts.asides import without_asides
from articles.facts.frames import frames
from articles.facts.gazetteer import WORD, Form, Gazetteer, Reading, gazetteer, plain
from articles.facts.longer_names import goes_on, is_longer
from articles.facts.parties import Parties, words
from articles.facts.relative import GENITIVES, Earlier, Found
from articles.regex import regex
from articles.textmap import ProseSpan

NEVER = 1 << 62
"""Behind the end of any text."""
NUMERAL = regex(r" ([IVX]+)\b")
"""The number of a king, without which he is another: "Sancho I of Portugal"."""
LONGEST_GROUP = 3


class Token:
    """One word, name, claim or sign.

    ``low`` is the word in lower case ("@" for a name, "#" for a claim); ``word`` its class in ``frames.toml``;
    ``entities`` what a name names: one, or two for "both countries". ``bare`` says that a name can stand as
    the subject of a verb: it is not part of a longer proper name. ``vague`` marks "its" and "the country".

    Tokens are asked what they are hundreds of thousands of times, which a tuple with names answers in four times the
    time. Nobody changes one.
    """

    __slots__ = ("bare", "capital", "claim", "end", "entities", "form", "genitive", "low", "start", "vague", "word")

    def __init__(
        self,
        low: str,
        start: int,
        end: int,
        word: str = "",
        capital: bool = False,
        entities: tuple[str, ...] = (),
        form: Form | None = None,
        genitive: bool = False,
        bare: bool = False,
        vague: bool = False,
        claim: Claim | None = None,
    ) -> None:
        """Take what is known of it."""
        self.low = low
        self.start = start
        self.end = end
        self.word = word
        self.capital = capital
        self.entities = entities
        self.form = form
        self.genitive = genitive
        self.bare = bare
        self.vague = vague
        self.claim = claim

    @property
    def dated(self) -> bool:
        """Whether this is a date."""
        return self.claim is not None and self.claim.kind is ClaimKind.DATE

    def naming(self, entity: str) -> Token:
        """The same where it is known whom it means."""
        known = (self.genitive, self.bare, self.vague, self.claim)
        return Token(self.low, self.start, self.end, self.word, self.capital, (entity,), Form.NAME, *known)

    def standing_for(self, claim: Claim) -> Token:
        """The same where it stands for a claim made elsewhere."""
        known = (self.entities, self.form, self.genitive, self.bare, self.vague)
        return Token(self.low, self.start, self.end, self.word, self.capital, *known, claim)


class Word(NamedTuple):
    """What is known of a word as it is written, whatever sentence it stands in.

    ``plain`` is the word as names are looked up, ``low`` the same in lower case, ``word`` its class. ``opens`` says
    that a name, a phrase or something else of several words may start at it: any other word is a token by itself.
    """

    plain: str
    low: str
    word: str
    capital: bool
    opens: bool


_written = itemgetter(0)
_plain = attrgetter("plain")


@lru_cache(1 << 16)
def _known(written: str) -> Word:
    known = plain(written)
    low = known.lower()
    opens = known in gazetteer().trie or low in SPECIAL or low in _phrasal()
    return Word(known, low, frames().lexicon.get(low, ""), written[0].isupper(), opens)


@cache
def _phrasal() -> dict[str, list[tuple[str, ...]]]:
    """The verbs of several words by the first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((phrase for phrase in frames().lexicon if " " in phrase), key=len, reverse=True):
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append(words)
    return found


class Scanner:
    """Turns sentences of one article into tokens."""

    __slots__ = ("_aliases", "_both", "_names", "_numeral", "_own", "_own_words", "_person", "_trie", "parties")

    def __init__(self, parties: Parties) -> None:
        """Take the article's parties."""
        self.parties = parties
        self._names: Gazetteer = parties.names
        self._trie = parties.names.trie
        self._own = frozenset(parties.pair or (parties.own,))
        self._both = words().both
        self._aliases = parties.aliases
        self._person = parties.words
        numeral = NUMERAL.search(parties.own) if parties.person else None
        self._numeral = numeral[1] if numeral else None
        self._own_words = parties.words | parties.names.own

    def tokens(
        self,
        text: str,
        base: int,
        claims: Sequence[Claim],
        pair: tuple[str, str] | None = None,
        before: Earlier | None = None,
    ) -> list[Token]:
        """The tokens of a sentence that starts at ``base`` of the prose and holds these claims.

        ``pair`` are the parties that "both countries" means here, ``before`` the date that "the same day" does.
        """
        found = [(text[start:end], start + base, end + base) for start, end in map(Match.span, WORD.finditer(text))]
        known = list(map(_known, map(_written, found)))
        plains = list(map(_plain, known))
        own = self._own_words
        tokens: list[Token] = []
        pending = iter(claims)
        claim = next(pending, None)
        reach = claim.span.start if claim is not None else NEVER
        at, count = 0, len(found)
        while at < count:
            _, start, end = found[at]
            if reach <= start:
                while claim is not None and claim.span.end <= start:
                    claim = next(pending, None)
                reach = claim.span.start if claim is not None else NEVER
                if claim is not None and reach <= start:
                    tokens.append(Token("#", claim.span.start, claim.span.end, claim=claim))
                    before = Earlier(claim, True) if claim.kind is ClaimKind.DATE else before
                    while at < count and found[at][1] < claim.span.end:
                        at += 1
                    continue
            bare, low, word, capital, opens = known[at]
            taken = self._opened(tokens, found, plains, at, pair, before) if opens or bare in own else 0
            if not taken:
                tokens.append(Token(low, start, end, word, capital))
            at = taken or at + 1
        return without_asides(tokens) if "(" in text else tokens

    def _opened(
        self,
        tokens: list[Token],
        found: Found,
        plains: list[str],
        at: int,
        pair: tuple[str, str] | None,
        before: Earlier | None,
    ) -> int:
        """Append what starts at a word, if it is more than the word, and return the word after it; 0 if it is not."""
        known = plains[at]
        low = known.lower()
        taken = 0
        if known in self._person:
            taken = self._called(tokens, found, plains, at)
        if not taken and known in self._trie:
            taken = self._name(tokens, found, plains, at)
        if not taken and low in SPECIAL:
            taken = self._special(tokens, found, plains, at, pair, before)
        if not taken and low in _phrasal():
            taken = self._phrase(tokens, found, plains, at)
        return taken

    def may_name(self, text: str) -> bool:
        """Whether any word of a text begins a name of the lists; False is certain."""
        return not text.isascii() or not self._trie.keys().isdisjoint(WORD.findall(text))

    def _phrase(self, tokens: list[Token], found: Found, plains: list[str], at: int) -> int:
        """Append the verb of several words that starts here ("set up") and return the word after it; 0 for none."""
        for verb in _phrasal()[plains[at].lower()]:
            end = at + len(verb)
            if tuple(plains[at + 1 : end]) == verb[1:]:
                low = " ".join(verb)
                tokens.append(
                    Token(low, found[at][1], found[end - 1][2], frames().lexicon[low], found[at][0][0].isupper())
                )
                return end
        return 0

    def _name(self, tokens: list[Token], found: Found, plains: list[str], at: int) -> int:
        """Append the name that starts at a word and return the word after it; 0 where none does."""
        name = self._names.find(plains, at)
        reading = self._certain(name[1]) if name else None
        if name is None or reading is None:
            return 0
        end = name[0]
        if self._names.entities[reading.entity].kind == "body" and goes_on(found, at, end):
            return 0
        last = found[end - 1][2]
        following, next_start = found[end][:2] if end < len(found) else ("", -1)
        genitive = following in GENITIVES or (
            next_start == last and following in ("'", "’") and found[end - 1][0].endswith("s")
        )
        form = reading.form
        bare = form is Form.NAME and not genitive and self._bare(tokens, found, at, end)
        if next_start == last and following == "-" and end + 1 < len(found) and found[end + 1][0].islower():
            form, bare = Form.ADJECTIVE, False
        tokens.append(Token("@", found[at][1], last, "", True, (reading.entity,), form, genitive, bare))
        return end + genitive

    def _special(
        self,
        tokens: list[Token],
        found: Found,
        plains: list[str],
        at: int,
        pair: tuple[str, str] | None,
        before: Earlier | None,
    ) -> int:
        """Append "both countries", "its", "the same day" or "re-established"; 0 where nothing of that starts."""
        low = plains[at].lower()
        if low == "re":
            return _rejoined(tokens, found, plains, at)
        if low in relative.LATER:
            return _later(tokens, found, plains, at, before)
        if low == "same" or low in relative.NEXT or low in UNITS:
            return _relative(tokens, found, plains, at, before)
        return self._group(tokens, found, plains, at, pair)

    def _called(self, tokens: list[Token], found: Found, plains: list[str], at: int) -> int:
        """Append the article's person, called by words of their names, and return the word after; 0 for another."""
        end = at + 1
        while end < len(found) and (plains[end] in self._person or _joins(plains, end, self._person)):
            end += 1
        if end < len(found) and plains[end] == self._numeral:
            end += 1
        following, start = found[end][:2] if end < len(found) else ("", -1)
        if following[:1].isupper() and start == found[end - 1][2] + 1:
            return 0
        if _namesake(tokens, found[at][1]):
            return 0
        genitive = following in GENITIVES
        own = (self.parties.own,)
        tokens.append(Token("@", found[at][1], found[end - 1][2], "", True, own, Form.NAME, genitive, not genitive))
        return end + genitive

    def _certain(self, readings: tuple[Reading, ...]) -> Reading | None:
        """The one thing a name names: the only reading, the only party of the article, the only state of today."""
        if len(readings) == 1:
            return readings[0]
        own = [reading for reading in readings if reading.entity in self._own]
        if len(own) == 1:
            return own[0]
        known = self._names.entities
        today = [reading for reading in readings if reading.form is Form.CITY and known[reading.entity].end is None]
        return today[0] if len(today) == 1 and all(reading.form is Form.CITY for reading in readings) else None

    def _bare(self, tokens: list[Token], found: Found, at: int, end: int) -> bool:
        """Whether a name stands by itself, not in "New Mexico", "Iran Air" or "Bank of Japan"."""
        if end < len(found):
            word, start, _ = found[end]
            if word[0].isupper() and start == found[end - 1][2] + 1 and word.lower() not in frames().lexicon:
                return False
        if at == 0:
            return True
        before = found[at - 1][0]
        if before.lower() in frames().around["directions"] and before[0].isupper():
            return False
        if self.parties.person and _namesake(tokens, found[at][1]):
            return False
        if len(tokens) > 1 and not self.parties.person and _capital_beside(tokens[-1], found[at][1]):
            return False
        if before == "the" and at > 1:
            before = found[at - 2][0]
            at -= 1
        return before != "of" or (at > 1 and found[at - 2][0].lower() in words().heads)

    def _group(
        self, tokens: list[Token], found: Found, plains: list[str], at: int, pair: tuple[str, str] | None
    ) -> int:
        """Append "both countries", "the country" or "its" that starts at a word; 0 where none does."""
        for length in range(min(LONGEST_GROUP, len(found) - at), 0, -1):
            phrase = " ".join(plains[at : at + length]).lower()
            end = at + length
            genitive = end < len(found) and found[end][0] in ("'s", "’s", "'", "’")
            if phrase in self._both:
                if pair:
                    low = "neither" if phrase.startswith("neither") else "both" if phrase == "both" else "@"
                    tokens.append(
                        Token(low, found[at][1], found[end - 1][2], "", True, pair, Form.NAME, genitive, not genitive)
                    )
                    return end + genitive
            elif (phrase in self._aliases and not is_longer(found, end)) or phrase in PRONOUNS:
                possessive = genitive or phrase in POSSESSIVES
                tokens.append(
                    Token(phrase, found[at][1], found[end - 1][2], genitive=possessive, bare=not possessive, vague=True)
                )
                return end + genitive
        return 0


UNITS = frozenset((*relative.UNITS, *relative.SAME))
PARTICLES = frozenset(("-", "de", "van", "von", "of", "al", "d", "'"))
THE = frozenset(("the", "that", "The", "That"))
PRONOUNS = frozenset(("it", "its", "he", "his", "she", "her"))
POSSESSIVES = frozenset(("its", "his", "her"))
GROUP_STARTS = frozenset(("both", "the", "each", "these", "they", "two", "neither")) | PRONOUNS
SPECIAL = GROUP_STARTS | {"re", "same"} | relative.NEXT | relative.LATER.keys() | UNITS


def _later(tokens: list[Token], found: Found, plains: list[str], at: int, before: Earlier | None) -> int:
    """Append the date that "a year later" tells by the one before; 0 where none is told."""
    told = relative.passed(tokens, plains, at, before) if before is not None and tokens else None
    if told is None:
        return 0
    taken, claim = told
    tokens[-taken:] = [
        Token("#", claim.span.start, found[at][2], claim=claim._replace(span=ProseSpan(claim.span.start, found[at][2])))
    ]
    return at + 1


def _relative(tokens: list[Token], found: Found, plains: list[str], at: int, before: Earlier | None) -> int:
    """Append the date that "same", "following" or "that year" tells by the one before; 0 where none is told."""
    if before is None or not at or plains[at - 1] not in THE or tokens[-1].start != found[at - 1][1]:
        return 0
    told = relative.told(tokens, found, plains, at, before)
    if told is None:
        return 0
    tokens[-1:] = [Token("#", tokens[-1].start, told.end, claim=told.claim)]
    return told.behind


def _joins(plains: list[str], at: int, names: frozenset[str]) -> bool:
    """Whether a particle or a hyphen stands between two words of a name: "Antoine-Laurent de Lavoisier"."""
    return at + 1 < len(plains) and plains[at + 1] in names and plains[at] in PARTICLES


def _capital_beside(token: Token, start: int) -> bool:
    """Whether a capitalized word that no list knows stands right before a name: "Ottoman Albania", "Zog Street"."""
    return token.capital and not token.entities and not token.word and token.end + 1 == start


def _namesake(tokens: list[Token], start: int) -> bool:
    """Whether a name before a surname makes that another's: "Ane Lamm", not "Captain Lamm" or "Later Lamm"."""
    if not tokens or not _capital_beside(tokens[-1], start):
        return False
    around, before = frames().around, tokens[-1].low
    titled = before in around["dignities"] or before in around["styles"]
    return not titled and (len(tokens) > 1 or before not in around["openers"])


def _rejoined(tokens: list[Token], found: Found, plains: list[str], at: int) -> int:
    """Append "re-established" as one word; 0 where no such word starts."""
    if at + 2 >= len(found) or found[at + 1][0] != "-" or found[at + 2][1] != found[at][2] + 1:
        return 0
    low = "re" + plains[at + 2].lower()
    tokens.append(Token(low, found[at][1], found[at + 2][2], frames().lexicon.get(low, ""), found[at][0][0].isupper()))
    return at + 3
