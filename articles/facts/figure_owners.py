"""Whose figure it is, and towards whom: the names in its phrase, after "of", or the subject of "has"."""

from __future__ import annotations

from typing import NamedTuple

from articles.facts.clauses import Clause, is_finite
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_words import figure_words
from articles.facts.frames import frames
from articles.facts.gazetteer import Form
from articles.facts.roles import Names, names_from
from articles.facts.sentence import Sentence
from articles.facts.subjects import ACRONYM, topic_of
from articles.facts.tokens import Token
from articles.facts.voice import subject_of
from articles.words import WordList

THE = frozenset(("the", "a", "an", "its", "their"))
FLOWS = frozenset(("exports", "imports"))
BILATERAL = WordList(__file__, "bilateral")
MEASURES = frozenset(("elevation", "length", "height"))
BALANCES = frozenset(("trade", "trade-deficit", "trade-surplus"))


class Owner(NamedTuple):
    """Who has a figure, towards whom, and what narrows it."""

    subject: str
    counterpart: str | None = None
    basis: str | None = None
    region: str | None = None


class Phrase(NamedTuple):
    """What stands in a figure's own phrase before its name: names, a product or part, the token it starts at.

    ``plain`` is False where a word there makes it another's, which no fact is read from.
    """

    names: Names
    sort: str | None
    start: int
    plain: bool


def owner_of(sentence: Sentence, term: Term, stated: Stated, clause: Clause) -> Owner | None:
    """The owner of a figure, None where it is not certain."""
    phrase = _phrase(sentence, term, clause.start)
    if not phrase.plain:
        return None
    name = term.figure.property
    if name in BALANCES:
        return _trade(sentence, term, stated, phrase, clause)
    if name in FLOWS:
        return _flow(sentence, term, stated, phrase, clause)
    subject = _one(phrase.names) or _one(stated.names.get("of", ())) or _one(stated.names.get("in", ()))
    if phrase.names and subject is None:
        return None
    if subject is None and stated.region is not None:
        return Owner(stated.region, None, phrase.sort)
    if subject is None:
        subject = (
            _behind(sentence, stated)
            or _whose(sentence, phrase.start)
            or _its(sentence, term, clause)
            or _held_or_implied(sentence, term, phrase, clause)
        )
    region = stated.region if subject is not None else None
    return Owner(subject, None, phrase.sort, region) if subject else None


def _phrase(sentence: Sentence, term: Term, start: int) -> Phrase:
    """Read a figure's phrase to the left of its name."""
    tokens = sentence.tokens
    lists = figure_words().lists
    names: tuple[str, ...] = ()
    sort = None
    at = term.start - 1
    while at >= start:
        token = tokens[at]
        if token.entities:
            if token.form is Form.CITY:
                return Phrase((sentence.slice(token.start, token.end),), sort, at, token.genitive)
            names = (*token.entities, *names)
            if not (at > start and tokens[at - 1].low in ("-", "and")):
                at -= 1
                break
            at -= 1
        elif token.low == "'s":
            return _unlisted(sentence, at, start, sort)
        elif token.low in lists["parts"] or token.low in lists["sorts"]:
            sort = token.low
        elif token.low not in lists["before"] and not (token.low == "-" and names):
            break
        at -= 1
    stop = tokens[at] if at >= start else None
    if stop is not None and not names and _narrows(stop, term):
        if term.figure.property not in FLOWS | {"trade"}:
            return Phrase((), None, at, False)
        return Phrase((), stop.low, at, True)
    return Phrase(tuple(dict.fromkeys(names)), sort, at + 1, True)


def _narrows(token: Token, term: Term) -> bool:
    """Whether a word before a figure's name makes it a part: "oil exports"."""
    lists = figure_words().lists
    boundary = token.claim is not None or token.low in lists["holds"] or token.low in lists["link"] or bool(token.word)
    return token.low.isalpha() and not boundary and token.low not in lists["boundary"]


def _unlisted(sentence: Sentence, at: int, start: int, sort: str | None) -> Phrase:
    """The owner that no list knows, by its capitals: "Shkodra's population"."""
    tokens = sentence.tokens
    first = at
    while first > start and tokens[first - 1].capital and not tokens[first - 1].entities:
        first -= 1
    if first == at or (first > start and tokens[first - 1].low == "and"):
        return Phrase((), sort, at, False)
    return Phrase((sentence.slice(tokens[first].start, tokens[at - 1].end),), sort, first, True)


def _one(names: Names) -> str | None:
    return names[0] if len(set(names)) == 1 else None


def _behind(sentence: Sentence, stated: Stated) -> str | None:
    """The state that is named right behind the number: "4.6% in Japan", "91% of GDP in the Eurozone"."""
    tokens = sentence.tokens
    at = stated.at + 1
    if [token.low for token in tokens[at : at + 3]] == ["of", "gdp", "in"]:
        at += 3 + (at + 3 < len(tokens) and tokens[at + 3].low == "the")
        return _one(tokens[at].entities) if at < len(tokens) else None
    if at + 1 < len(tokens) and tokens[at].low in ("in", "for") and tokens[at + 1].form is Form.NAME:
        return _one(tokens[at + 1].entities)
    return None


def _whose(sentence: Sentence, at: int) -> str | None:
    """The one just named, before "whose": "than that of Ghana, whose GDP is", "Teva, whose GDP"."""
    tokens = sentence.tokens
    while at > 0 and tokens[at - 1].low in figure_words().lists["before"]:
        at -= 1
    if at < 3 or tokens[at - 1].low != "whose":
        return None
    owner = tokens[at - 3]
    if tokens[at - 2].low != "," or owner.form is Form.ADJECTIVE:
        return None
    return _one(owner.entities) if owner.genitive else _named(sentence, at - 3, 0)


def _named(sentence: Sentence, at: int, start: int) -> str | None:
    """The one whose name ends at a token, listed or not; None where it is one of several."""
    tokens = sentence.tokens
    if tokens[at].entities:
        alone = tokens[at].form is Form.NAME and not tokens[at].genitive and len(tokens[at].entities) == 1
        return tokens[at].entities[0] if alone and not (at > start and tokens[at - 1].low == "and") else None
    first = at + 1
    while first > start and tokens[first - 1].capital and not tokens[first - 1].entities:
        first -= 1
    if first > at or tokens[at].claim is not None or (first == 0 and tokens[0].low in frames().around["openers"]):
        return None
    if first > start and tokens[first - 1].low in ("and", "of", "by", "the"):
        return None
    return sentence.slice(tokens[first].start, tokens[at].end)


def _its(sentence: Sentence, term: Term, clause: Clause) -> str | None:
    """The subject of a sentence, of which a later clause says "when its GDP was"."""
    tokens = sentence.tokens
    if term.figure.property != "gdp" or clause.start == 0:
        return None
    near = tokens[max(clause.start, term.start - 4) : term.start]
    own = any(token.low == "its" and not token.entities for token in near)
    return topic_of(tokens, settled=True) or _doer(tokens, clause.start) if own else None


def _doer(tokens: list[Token], at: int) -> str | None:
    """The one who did something last before a token: "weak: Mali bought goods from Norway in 2016, when its GDP"."""
    for here in range(at - 2, -1, -1):
        if tokens[here].bare and tokens[here].form is Form.NAME and len(tokens[here].entities) == 1:
            following = tokens[here + 1].low
            if following in figure_words().verbs or following in frames().around["finite"]:
                return tokens[here].entities[0]
    return None


def _held_or_implied(sentence: Sentence, term: Term, phrase: Phrase, clause: Clause) -> str | None:
    """The subject of "has a population of"; else the article's own where the sentence names nobody else."""
    tokens = sentence.tokens
    at = phrase.start - 1
    while at >= clause.start and tokens[at].low in figure_words().lists["before"]:
        at -= 1
    if at < clause.start or tokens[at].low not in figure_words().lists["holds"]:
        return _implied(sentence, term, phrase)
    if tokens[at].low not in ("with", "having"):
        return _one(subject_of(tokens, clause, at).names) or (
            _unlisted_holder(sentence, at, clause) if term.figure.property == "gdp" else None
        )
    if at == 0:
        found = _after_comma(tokens, term.end)
        strange = _strange_subject(tokens, term.end, sentence.parties.own)
        return found or (None if strange else _implied(sentence, term, phrase))
    topic = topic_of(tokens)
    if topic and tokens[at - 1].low == "," and tokens[at - 2].low == "economy":
        return topic
    beside = _beside(sentence, at, clause.start) if term.figure.property == "gdp" else None
    if beside is not None:
        return beside
    named = {name for token in tokens[:at] for name in token.entities}
    return topic if topic and named <= {topic} and not _of_apposed(tokens, at) else None


def _of_apposed(tokens: list[Token], at: int) -> bool:
    """Whether "with" tells of what the name before it is called: "lies near Ems, a city with a population of"."""
    comma = next((here for here in range(at - 1, max(at - 7, 2), -1) if tokens[here].low == ","), 0)
    if not comma or comma + 2 > at or tokens[comma + 1].low not in ("a", "an", "the"):
        return False
    plain = all(not token.capital and token.claim is None for token in tokens[comma + 1 : at])
    return plain and tokens[comma - 1].capital and any(is_finite(token) for token in tokens[:comma])


def _beside(sentence: Sentence, at: int, start: int) -> str | None:
    """The one named right before "with", as an aside or not: "Moldova, with a GDP of", "that of Melk, with"."""
    tokens = sentence.tokens
    at -= 1
    at -= tokens[at].low == ","
    if at > 0 and tokens[at].low == "economy" and (tokens[at - 1].genitive or tokens[at - 1].form is Form.ADJECTIVE):
        return _one(tokens[at - 1].entities)
    return _named(sentence, at, start) if at >= 0 else None


def _unlisted_holder(sentence: Sentence, verb: int, clause: Clause) -> str | None:
    """The subject of "had" where no list knows it, or "which" stands for it: "Maru had", "from Iceland, which had"."""
    tokens, at = sentence.tokens, verb - 1
    if at > 0 and tokens[at].low == "economy":
        return _one(tokens[at - 1].entities)
    if tokens[at].low == "it" and clause.start:
        return topic_of(tokens, settled=True) or _doer(tokens, clause.start)
    if at == clause.start and clause.intro == "which" and at > 1:
        return _named(sentence, at - 1 - (tokens[at - 1].low == ","), 0)
    return _named(sentence, at, clause.start) if at >= clause.start and not sentence.parties.pair else None


def _after_comma(tokens: list[Token], at: int) -> str | None:
    """The subject behind an opening phrase: "With a GDP of $20 billion, Sylvania is ..."."""
    comma = next((here for here in range(at, min(len(tokens), at + 8)) if tokens[here].low == ","), None)
    run = names_from(tokens, comma + 1, len(tokens)) if comma is not None else None
    if comma is not None and run is not None and not run.names:
        owner = tokens[comma + 1 : comma + 3]
        economy = len(owner) > 1 and owner[0].genitive and owner[1].low == "economy"
        return _one(owner[0].entities) if economy else None
    return run.names[0] if run and len(run.names) == 1 and tokens[run.end - 1].bare else None


def _strange_subject(tokens: list[Token], at: int, own: str) -> bool:
    """Whether another's name follows an opening phrase: "With a population of 253,899, Hungarians are ..."."""
    comma = next((here for here in range(at, min(len(tokens), at + 8)) if tokens[here].low == ","), None)
    if comma is None or comma + 1 >= len(tokens):
        return False
    following = tokens[comma + 1]
    if following.low == "the" and comma + 2 < len(tokens):
        following = tokens[comma + 2]
        if not following.entities:
            return True
    return _stranger(following) or (bool(following.entities) and own not in following.entities)


def _implied(sentence: Sentence, term: Term, phrase: Phrase) -> str | None:
    """The place that opens a sentence ("In Albania, ..."), or the article's own subject where it names nobody."""
    tokens = sentence.tokens
    if len(tokens) > 2 and tokens[0].low == "in" and tokens[1].entities and tokens[1].form is Form.NAME:
        return _one(tokens[1].entities)
    if sentence.pair or sentence.parties.pair or sentence.parties.sort not in term.figure.of:
        return None
    own = sentence.parties.own
    if term.figure.property in MEASURES and term.start > 2 and tokens[0].low == "the" and not tokens[0].entities:
        return None  # "The beacon stands at an elevation of"
    before = tokens[: phrase.start]
    named = {name for token in before for name in token.entities}
    return own if named <= {own} and not any(_stranger(token) for token in before[1:]) else None


def _stranger(token: Token) -> bool:
    """Whether a capitalized word is a name that no list knows, not an abbreviation such as GDP."""
    acronyms = figure_words().lists["acronyms"]
    return token.capital and not token.entities and len(token.low) > ACRONYM and token.low not in acronyms


def _flow(sentence: Sentence, term: Term, stated: Stated, phrase: Phrase, clause: Clause) -> Owner | None:
    """Exports to somebody, imports from somebody, or of a state as a whole."""
    names = stated.names
    sides = _market(sentence) if term.figure.property == "exports" and not names and not phrase.names else None
    if sides is not None:
        part = part_behind(sentence.tokens, term.end)
        return Owner(*sides, part or phrase.sort)
    subject = _one(phrase.names) or _one(names.get("of", ()))
    counterpart = _one(names.get("to", ())) or _one(names.get("with", ()))
    other = _one(names.get("from", ()))
    return _directed(sentence, term, phrase, clause, (subject, counterpart, other))


def _market(sentence: Sentence) -> tuple[str, str] | None:
    """Who sells to whom, where a sentence calls a state a market: "Estonia is a vast market for Uruguayan beef"."""
    tokens, pair = sentence.tokens, sentence.pair
    at = next((at for at, token in enumerate(tokens[:-2]) if token.low in figure_words().lists["markets"]), None)
    if at is None or not pair or tokens[at + 1].low not in ("for", "of"):
        return None
    seller, buyer = _one(tokens[at + 2].entities), topic_of(tokens)
    return (seller, buyer) if seller and buyer and {seller, buyer} == set(pair) else None


def part_behind(tokens: list[Token], at: int) -> str | None:
    """The basis "part" where a number is of one product only: "$5 million worth of wheat"."""
    if at < len(tokens) and tokens[at].low == "worth":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].low != "of":
        return None
    sort = tokens[at + 1]
    plain = sort.low in figure_words().lists["goods"] or sort.entities or sort.claim is not None or sort.low in THE
    return None if plain else "part"


def _bilateral(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the trade of the two, so that the exports of either go to the other."""
    low = sentence.text.lower()
    return any(words in low for words in BILATERAL)


def _directed(
    sentence: Sentence, term: Term, phrase: Phrase, clause: Clause, said: tuple[str | None, str | None, str | None]
) -> Owner | None:
    """Who exports to whom: "exports from A to B" are A's, "imports from B" are the reader's own side's."""
    subject, to, origin = said
    imports = term.figure.property == "imports"
    counterpart = origin if imports else to
    subject = subject or (to if imports else origin)
    pair = sentence.pair
    if subject is None and pair and counterpart in pair:
        subject = pair[0] if counterpart == pair[1] else pair[1]
    if subject is None:
        subject = _held_or_implied(sentence, term, phrase, clause)
    behind = sentence.tokens[term.end : term.end + 1]
    there = bool(behind) and behind[0].low == "there"
    if subject is not None and counterpart is None and pair and subject in pair and (there or _bilateral(sentence)):
        counterpart = pair[0] if subject == pair[1] else pair[1]
    sort = phrase.sort or part_behind(sentence.tokens, term.end)
    if subject is None or subject == counterpart or (counterpart is None and (pair or term.figure.partnered)):
        return None
    return Owner(subject, counterpart, sort)


def _trade(sentence: Sentence, term: Term, stated: Stated, phrase: Phrase, clause: Clause) -> Owner | None:
    """Trade between two, or a deficit of one with another."""
    passed = stated.names
    listed = (*phrase.names, *passed.get("between", ()), *passed.get("of", ()), *passed.get("with", ()))
    names = tuple(dict.fromkeys(listed))
    pair = sentence.pair
    if len(names) == 2:
        return Owner(names[0], names[1], phrase.sort)
    if not names and pair and term.figure.property == "trade":
        return Owner(pair[0], pair[1], phrase.sort)
    own = sentence.parties.own if sentence.parties.state and not pair else None
    if len(names) == 1 and passed.get("with") == names and (pair or own):
        first = own or next((side for side in pair or () if side != names[0]), None)
        return Owner(first, names[0], phrase.sort) if first and first != names[0] else None
    if not names and not pair:
        holder = _held_or_implied(sentence, term, phrase, clause)
        return Owner(holder, None, phrase.sort) if holder else None
    return Owner(names[0], None, phrase.sort) if len(names) == 1 and not pair else None
