"""Where a sentence names a figure, and the numbers that the name leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.facts.figure_words import Figure, figure_words
from articles.facts.frames import frames
from articles.facts.gazetteer import Form
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

REACH = 26
"""How many tokens may stand between the name of a figure and its number."""
SHARE = 8
"""How many tokens before a figure's name "the share of" may stand."""
ASIDE = 12
"""How many tokens an aside between commas may have."""
STOPS = frozenset(
    (";", "while", "whereas", "but", "although", "though", "because", "who", "compared", "versus", "against")
)
FLOWS = frozenset(("exports", "imports", "trade"))
THE = frozenset(("the", "a", "an", "both"))


class Term(NamedTuple):
    """The name of a figure, at tokens ``start`` to ``end``."""

    figure: Figure
    start: int
    end: int


class Stated(NamedTuple):
    """A number that a term leads to: its token, and the names and the dates on the way, names by their prepositions.

    ``region`` is a place on the way that no list knows. ``change`` is "grown" or "shrunk" where the number is one of a
    change ("GDP grew by 3%"), ``former`` says that it is what was before one ("fell from 12%").
    """

    at: int
    names: dict[str, tuple[str, ...]]
    region: str | None
    dates: tuple[int, ...]
    change: str = ""
    former: bool = False


def terms(tokens: list[Token]) -> list[Term]:
    """Every name of a figure in a sentence."""
    phrases = figure_words().phrases
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        term = _phrase(tokens, at, phrases.get(tokens[at].low, ()))
        if term is not None and not _is_shared(tokens, at):
            found.append(term)
        at = term.end if term else at + 1
    return found


def _is_shared(tokens: list[Token], at: int) -> bool:
    """Whether a figure's name only says of what a share is spoken of: "the share of farming in GDP fell"."""
    if at < 2 or tokens[at - 1].low not in ("in", "of", "to", "the"):
        return False
    shares = figure_words().lists["shares"]
    return any(token.low in shares for token in tokens[max(at - SHARE, 0) : at - 1])


def _phrase(tokens: list[Token], at: int, listed: Sequence[tuple[tuple[str, ...], Figure]]) -> Term | None:
    for words, figure in listed:
        end = at + len(words)
        if end <= len(tokens) and all(tokens[at + place].low == word for place, word in enumerate(words)):
            return Term(figure, at, end)
    return None


def numbers(sentence: Sentence, term: Term, end: int) -> Iterator[Stated]:
    """The numbers that a term leads to: one, or two for "rose from 5 to 6"."""
    walk = _Walk(sentence, term)
    last = None
    for at in range(term.end, min(end, term.end + REACH)):
        stated = walk.step(at)
        if stated is not None and _led(sentence.tokens, term, at):
            yield stated
            last = stated
        if walk.done:
            yield from _series(sentence, last, end) if last else ()
            return


def _led(tokens: list[Token], term: Term, at: int) -> bool:
    """Whether the words between a name and a number are those that the name needs: "the economy is worth"."""
    led = term.figure.led
    return not led or any(token.low in led for token in tokens[term.end : at])


def _series(sentence: Sentence, first: Stated, end: int) -> Iterator[Stated]:
    """Further numbers of the same sort, each with its year: "3.2% in 2018 and 2.9% in 2019"."""
    tokens = sentence.tokens
    at = first.at
    while at + 5 < len(tokens) and tokens[at + 2].dated and tokens[at + 3].low in ("and", ",", "but"):
        at += 4
        claim = tokens[at].claim
        if at >= end or claim is None or claim.kind != tokens[first.at].claim.kind:  # type: ignore[union-attr]
            return
        yield first._replace(at=at, dates=())


class _Walk:
    """Goes from the name of a figure to its number, word by word, and gives up at a word that leads elsewhere."""

    def __init__(self, sentence: Sentence, term: Term) -> None:
        self.sentence = sentence
        self.term = term
        self.names: dict[str, tuple[str, ...]] = {}
        self.region: str | None = None
        self.first = 0
        self.dates: list[int] = []
        self.changing = False
        self.changed = ""
        self.former = False
        self.done = False
        self.preposition = ""
        self.skipped = 0

    def step(self, at: int) -> Stated | None:
        """Take one token; the number stated, if it is one."""
        token = self.sentence.tokens[at]
        if at < self.skipped:
            return None
        if self.preposition == "between" and token.low in ("two", "them") and self.sentence.pair:
            self.names["between"] = self.sentence.pair
            return None
        if token.claim is not None:
            return self._claim(at, token)
        if token.entities:
            self._name(token)
        elif token.low in figure_words().lists["doubtful"]:
            following = self.sentence.tokens[at + 1 : at + 3]
            self.done = token.low not in ("no", "not") or [each.low for each in following[1:]] != ["than"]
        elif token.low in frames().around["prepositions"] or token.low in ("at", "between"):
            self.preposition = token.low
        elif not (self._passes(token, at) or self._of_products(token, at)):
            self.done = True
        return None

    def _of_products(self, token: Token, at: int) -> bool:
        """Whether a word is one of what is sold: "sales of beef, rice and wool brought in"."""
        if not self.term.figure.partnered or self.preposition != "of":
            return False
        tokens = self.sentence.tokens
        listed = token.low == "," and at + 1 < len(tokens) and tokens[at + 1].low.isalpha()
        return listed or (token.low.isalpha() and not token.capital and token.low not in STOPS)

    def _claim(self, at: int, token: Token) -> Stated | None:
        assert token.claim is not None
        if token.dated:
            if not self.former:
                self.dates.append(at)
            return None
        figure = self.term.figure
        if self.preposition == "between" and "between" not in self.names:
            self.done = True
            return None
        if not figure.takes(token.claim):
            # "rose 5% to $3 billion": the share is of the change.
            self.done = not (self.changing and token.claim.kind == "percent")
            share = token.claim.kind == "percent" and figure.property == "gdp" and self.preposition != "to"
            if share and self.changed:
                return Stated(at, self.names, self.region, tuple(self.dates), self.changed)
            former = self.sentence.tokens[at - 1].low == "from"
            return Stated(at, self.names, self.region, (), "", former) if self._debt(at, token) else None
        if self.changing and figure.value != "percent" and self.preposition not in ("to", "at", "from", "of"):
            self.done = True
            return None
        again = self.former and self.sentence.tokens[at - 1].claim is not None
        if self.changing and figure.value == "percent" and self.preposition == "by":
            self.done = True  # "unemployment rose by 6%"
            return None
        former = again or (self.sentence.tokens[at - 1].low == "from" and figure.property not in FLOWS)
        self.done = not (former or (self.changing and self.preposition == "from"))
        self.former = former
        stated = Stated(at, self.names, self.region, () if former else tuple(self.dates), "", former)
        self.dates = [] if not former else self.dates
        return stated

    def _debt(self, at: int, token: Token) -> bool:
        """Whether a share is one of the product: "debt stands at 40% of GDP"."""
        if self.term.figure.property != "public-debt" or token.claim is None or token.claim.kind != "percent":
            return False
        behind = [token.low for token in self.sentence.tokens[at + 1 : at + 4]]
        return "of" in behind[:1] and "gdp" in behind

    def _name(self, token: Token) -> None:
        before = self.names.get(self.preposition, ())
        names = (self.sentence.slice(token.start, token.end),) if token.form is Form.CITY else token.entities
        self.names[self.preposition] = (*before, *names)
        self.done = not self.preposition

    def _passes(self, token: Token, at: int) -> bool:
        """Whether a word may stand between a figure's name and its number."""
        lists = figure_words().lists
        low = token.low
        if low in STOPS:
            return False
        if low == ",":
            tokens = self.sentence.tokens
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            if following.dated or following.low in lists["resume"]:
                return True
            self.skipped = _behind_aside(tokens, at)
            return self.skipped > 0
        if low in lists["change"]:
            self.changing = True
            self.changed = "grown" if low in lists["growth"] else "shrunk" if low in lists["loss"] else ""
            return True
        if token.capital and self.preposition in ("of", "in"):
            self.first = self.first or token.start
            self.region = self.sentence.slice(self.first, token.end)
            return True
        if token.capital and self.preposition in ("to", "by") and self.term.figure.property not in FLOWS:
            return True  # "according to the Statistics Office"
        return low in lists["link"] or low in frames().around["light"] or (low == "and" and bool(self.names))


def _behind_aside(tokens: list[Token], at: int) -> int:
    """The token behind an aside that a comma opens, if a verb follows it: ", mostly of cod, came to"; else 0."""
    for here in range(at + 1, min(len(tokens) - 1, at + ASIDE)):
        token = tokens[here]
        if token.low == ",":
            if tokens[here + 1].low in figure_words().lists["link"]:
                return here + 1
            if tokens[at + 1].low not in figure_words().lists["lists"]:
                return 0  # only of a list is there more than one comma
        if token.claim is not None or token.low in STOPS or token.low in frames().around["finite"]:
            return 0
    return 0


def before(tokens: list[Token], at: int) -> str:
    """The word before a token, articles passed over."""
    at -= 1
    while at > 0 and tokens[at].low in THE:
        at -= 1
    return tokens[at].low if at >= 0 else ""
