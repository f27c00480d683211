"""Clauses that tell one act on one thing, with or without a date: "the bridge opened", "signing of the treaty in 1950".

What is not surely one thing of the article ("a second bridge", "its roof") gets a name of its own, so that it is never
taken for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import claims_in
from rules.laws.times.clause_words import Token, act_of, form_of, lexicon, may_act, may_name, opening, tokens_of
from rules.laws.times.deeds import tied
from rules.laws.times.deeds import words as deed_words

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
HAPPEN = "happen"
"""The act of what happens by itself, and of what has a date and no name."""
SAME = "same"
"""Stands for the act of the clause beside it: "the mill was built before the dam"."""
LONGEST_NAME = 6
"""How many words a thing's name has at most."""
_SHORTEST_ASIDE = 4
"""A name, a comma, a word and a comma."""


_LIFTED = frozenset(("raised", "put up", "run up", "went up", "gone up", "completed", "added"))
_CLAUSE_ENDS = frozenset((",", ";", "and", "but"))
"""Behind a verb, where what is unreal may be of something else: "was opened in 1950 and is a scheduled monument"."""


class Happening(NamedTuple):
    """An act on a thing.

    ``thing`` is empty for the subject of the clause beside it; ``told`` is the clause and ``verb`` where its verb ends.
    """

    thing: str
    act: str
    date: Claim | None
    told: ProseSpan
    verb: int


def clause(article: Article, start: int, end: int) -> Happening | None:
    """The act that a clause with a subject and a verb tells: "in 1950 the bridge was opened"."""
    if not may_act(article, start, end, LONGEST_NAME + 1):
        return None
    tokens, front = tokens_of(article, start, end)
    words = lexicon().words
    verb = next((at for at in range(len(tokens)) if _act_at(tokens, at)), 0)
    if not verb or any(token.low in '“”"' for token in tokens):
        return None
    ends = next((at for at in range(verb, len(tokens)) if tokens[at].low in _CLAUSE_ENDS), len(tokens))
    if _unreal(article, tokens[:ends]):
        return None
    last = verb
    while last > 0 and tokens[last - 1].low in words["adverbs"] | words["be"] | words["auxiliaries"]:
        last -= 1
    name = thing(article, _without_aside(tokens[:last]))
    if name is None:
        return None
    passive = any(token.low in words["be"] for token in tokens[last:verb])
    told = tokens[verb:]
    if not passive and not _intransitive(told):
        return None
    if len(told) > 1 and told[1].low == "to" and told[0].low in _LIFTED:
        return None  # "was raised to its present height"
    return _happening(article, name, _act_at(tokens, verb), (start, end), tokens[verb].end, front)


def _without_aside(subject: Sequence[Token]) -> Sequence[Token]:
    """A subject without what stands behind it between two commas: "the porch, in turn, was finished"."""
    if len(subject) < _SHORTEST_ASIDE or subject[-1].low != ",":
        return subject
    first = next((at for at, token in enumerate(subject) if token.low == ","), 0)
    aside = subject[first + 1 : -1]
    words = lexicon().words
    verbal = any(token.low in words["clause"] or token.low in words["be"] or act_of(token.low) for token in aside)
    return subject[:first] if first and aside and not verbal and "," not in (t.low for t in aside) else subject


def _act_at(tokens: Sequence[Token], at: int) -> str | None:
    """The act of a word: that of a verb in the past, and behind "was" any participle is one."""
    low = tokens[at].low
    act = act_of(low)
    if (
        act is None
        and at
        and tokens[at - 1].low in lexicon().words["be"]
        and low.endswith("ed")
        and len(low) > len("need")
    ):
        return low
    return act


def _unreal(article: Article, tokens: Sequence[Token]) -> bool:
    """Whether a word says that nothing was done; a month ("May") says nothing."""
    listed, text = lexicon().words["unreal"], article.page.prose.text
    return any(token.low in listed and not text.startswith("May", token.start) for token in tokens)


def limited(article: Article, start: int, end: int, date: Claim) -> Happening | None:
    """The act of a sentence that has a date with an open end, first or last: "the mill was closed before 1950"."""
    text = article.page.prose.text
    if _LIMIT.fullmatch(text, start, date.span.start):
        begin, stop = date.span.end, end
    elif _LIMIT_LAST.fullmatch(text[date.span.end : end]) and (last := _LAST_WORD.search(text, start, date.span.start)):
        begin, stop = start, last.start()
    else:
        return None
    found = clause(article, begin, stop)
    if found is None or found.date is not None or _STOP_WORD.search(text, found.verb, stop):
        return None
    return found._replace(date=date)


def further(article: Article, first: Happening, end: int) -> Iterator[Happening]:
    """The acts that go on with the subject of a clause: "was signed in 1950 and ratified in 1951"."""
    words = lexicon().words
    start = first.told.start
    tokens, _ = tokens_of(article, start, end)
    for at, token in enumerate(tokens[:-1]):
        if token.low != "and" or token.start < first.verb:
            continue
        verb = at + 1
        while verb < len(tokens) - 1 and tokens[verb].low in words["adverbs"] | words["be"] | words["auxiliaries"]:
            verb += 1
        act = act_of(tokens[verb].low)
        if act is not None:
            stop = next((later.start for later in tokens[verb:] if later.low in ("and", ";", "before", "after")), end)
            told = _happening(article, first.thing, act, (token.end, stop), tokens[verb].end, None)
            if told is not None:
                yield told


def plain(article: Article, start: int, end: int, *, verb: bool = False) -> Happening | None:
    """Something without a name that is dated: "In 1950 the poet left", "the great flood in 1950".

    A ``verb`` is asked for where it must be a clause.
    """
    found = _dated_only(article, start, end)
    if found is None:
        return None
    tokens, front = tokens_of(article, start, end)
    words = lexicon().words
    if verb and not any(_is_verb(token.low) for token in tokens):
        return None
    if not tokens or _unreal(article, tokens) or any(token.low in words["clause"] for token in tokens):
        return None
    if front is not None and any(token.low in (",", "and") for token in tokens):
        return None
    return found


def near(article: Article, start: int, end: int) -> Happening | None:
    """Something whose date ends a clause: "... left for Rome in 1950, two years"."""
    text = article.page.prose.text
    dates = [claim for claim in claims_in(article, ProseSpan(start, end)) if claim.kind is Kind.DATE]
    if not dates or not _TRAILING.fullmatch(text, dates[-1].span.end, end):
        return None
    left = max(text.rfind(sign, start, dates[-1].span.start) for sign in ",;:(—") + 1
    return plain(article, max(left, start), end, verb=True)


def dated_only(article: Article, start: int, end: int) -> Happening | None:
    """A date with which a sentence begins and nothing else: "In 1948, "."""
    behind, front = opening(article, start, end)
    if front is None or any(sign not in ", " for sign in article.page.prose.text[behind:end]):
        return None
    return _happening(article, f"#{start}", HAPPEN, (start, end), front.span.end, front)


def event(article: Article, start: int, end: int) -> Happening | None:
    """A thing by itself: one that happens ("the Battle of Norby"), or one to which the same is done ("the dam")."""
    tokens, _ = tokens_of(article, start, end)
    while tokens and tokens[-1].low in (".", ",", "]"):
        tokens = tokens[:-1]
    name = thing(article, tokens)
    if not name or name.startswith("#"):
        return None
    act = HAPPEN if any(token.low in lexicon().words["events"] for token in tokens) else SAME
    return Happening(name, act, None, ProseSpan(tokens[0].start, tokens[-1].end), tokens[-1].end)


def _dated_only(article: Article, start: int, end: int) -> Happening | None:
    """What a stretch tells by its date alone."""
    if not any(claim.kind is Kind.DATE for claim in claims_in(article, ProseSpan(start, end))):
        return None
    at, front = opening(article, start, end)
    while at < end and article.page.prose.text[at].isspace():
        at += 1
    found = _happening(article, f"#{start}", HAPPEN, (start, end), at, front)
    if found is None or found.date is None:
        return None
    behind = article.page.prose.text[found.date.span.end : end].strip(" ,")
    return found if front is not None or "," not in behind else None


def gerund(article: Article, start: int, end: int) -> Happening | None:
    """The act that a phrase without a subject tells: "being opened in 1950", "moving to Paris", "his death in 1950"."""
    tokens, _ = tokens_of(article, start, end)
    if not tokens or _unreal(article, tokens):
        return None
    at = 1 if tokens[0].low == "being" else 0
    if at < len(tokens) and (act := act_of(tokens[at].low) if at else form_of(tokens[at].low, "doing")):
        return _happening(article, "", act, (start, end), tokens[at].end, None)
    return None


def deed(article: Article, start: int, end: int) -> Happening | None:
    """The act that a noun tells: "the opening of the bridge", "Berg's death in 1950", "its completion"."""
    if not may_name(article, start, end, LONGEST_NAME + 1):
        return None
    tokens, _ = tokens_of(article, start, end)
    for at, token in enumerate(tokens[: LONGEST_NAME + 1]):
        act = form_of(token.low, "deed")
        if act is None:
            continue
        if at and tokens[0].low in ("its", "his", "her") and at == 1:
            return _happening(article, "", act, (start, end), token.end, None)
        if at == 2 and tokens[0].low == "the" and tokens[1].low == "first" and at + 1 == len(tokens):
            return _happening(article, "", act, (start, end), token.end, None)
        if at + 1 < len(tokens) and tokens[at + 1].low == "of":
            rest = tokens[at + 2 :]
            size = next((i for i, word in enumerate(rest) if not nominal(word.low)), len(rest))
            name = thing(article, rest[:size])
            return _happening(article, name, act, (start, end), rest[size - 1].end, None) if name and size else None
        if at and tokens[at - 1].low.endswith(("'s", "’s")):
            owner = [*tokens[: at - 1], tokens[at - 1]._replace(low=tokens[at - 1].low[:-2])]
            name = thing(article, owner)
            return _happening(article, name, act, (start, end), token.end, None) if name else None
    return None


def thing(article: Article, tokens: Sequence[Token]) -> str | None:
    """The name of the one thing that words name; "" for a pronoun; None where they are no name of one thing.

    What is not sure to be one thing gets the place of its words as its name.
    """
    words = lexicon().words
    if tokens and tokens[0].low == ",":
        tokens = tokens[1:]
    if not tokens or len(tokens) > LONGEST_NAME or not all(nominal(token.low) for token in tokens):
        return None
    if len(tokens) == 1 and tokens[0].low in words["pronouns"]:
        return ""
    if tokens[0].low in words["indefinite"] or "and" in (token.low for token in tokens):
        return f"#{tokens[0].start}"
    definite = tokens[0].low in words["determiners"]
    rest = tokens[1:] if definite else tokens
    if not rest:
        return None
    name = " ".join(token.low for token in rest)
    capital = article.page.prose.text[rest[-1].start].isupper()
    if not definite and not capital:
        return f"#{rest[0].start}"
    found = _own(article, name, definite=definite)
    # "This town" is the one just told of, which need not be the article's.
    return (
        name if found != name and tokens[0].low != "the" and definite and rest[-1].low not in found.split() else found
    )


def _own(article: Article, name: str, *, definite: bool) -> str:
    """The article's own subject under any of its names: "the bridge" is the Norby Bridge."""
    title = own_name(article)
    if name == title or (
        definite
        and (
            title.endswith(" " + name) or title.startswith(name + " of ") or name in title.partition(" of ")[0].split()
        )
    ):
        return title
    if definite and f"the {name}" in article.parties.aliases:
        return title
    return name


def own_name(article: Article) -> str:
    """What the article's own subject is called here."""
    return own_title(article).lower().removeprefix("the ")


def own_title(article: Article) -> str:
    """The title of an article without what tells it from others: "Norby (ship)"."""
    return article.once(_bare_title)


def _bare_title(article: Article) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", article.page.title)


def nominal(low: str) -> bool:
    """Whether a word may be part of a thing's name."""
    words = lexicon().words
    if low in ("of", "and", "de") or low.isdecimal():
        return not low.isdecimal()
    bad = low in words["be"] or low in words["auxiliaries"] or low in words["breaking"] or not low[0].isalpha()
    return not bad and act_of(low) is None


def _is_verb(low: str) -> bool:
    """Whether a word is surely a verb in the past."""
    listed = deed_words()
    return act_of(low) is not None or low in listed["person"] or low in listed["body"] or low in listed["be"]


def _intransitive(told: Sequence[Token]) -> bool:
    """Whether nothing stands behind an active verb that could be its object."""
    if len(told) < 2:
        return True
    following = told[1].low
    return following in lexicon().words["breaking"] or following in ",.;:)(" or following in lexicon().words["adverbs"]


_OF_EVENT = regex(r"(?:[Tt]he|[Tt]his) (?:[\w’'-]+ ){0,3}(?P<noun>[\w’'-]+) of ")


def _of_event(article: Article, start: int, end: int) -> Claim | None:
    """The date that a phrase gives with what happened then: "the great fire of 1811"."""
    found = _OF_EVENT.match(article.page.prose.text, start, end)
    if found is None or found["noun"].lower() not in lexicon().words["events"]:
        return None
    behind = (claim for claim in claims_in(article, ProseSpan(found.end(), end)) if claim.kind is Kind.DATE)
    return next((claim for claim in behind if claim.span.start == found.end()), None)


_LIMIT = regex(r"(?:By|Before|After)(?: early| late| the| mid-?)* ?")
_LIMIT_LAST = regex(r"[.;)\]\[0-9]*")
_LAST_WORD = regex(r" (?:by|before|after)(?: the)?(?: early| late)? $")
_STOP_WORD = regex(r",|\b(?:and|but|who|which|when|while|as|to|with)\b")
_TRAILING = regex(
    r",?(?: (?:just|only|about|some|shortly|soon|immediately|long|right|not long|[a-z]+|[0-9]+))?"
    r"(?: (?:days?|weeks?|months?|years?|decades?))? "
)


def _happening(
    article: Article, name: str, act: str | None, bounds: tuple[int, int], verb: int, front: Claim | None
) -> Happening | None:
    if act is None:
        return None
    start, end = bounds
    dates = [claim for claim in claims_in(article, ProseSpan(verb, end)) if claim.kind is Kind.DATE]
    date = front or tied(article, verb, dates)
    if date is None and act == HAPPEN:
        date = _of_event(article, start, end)
    if date is not None and date is not front and _goes_on(article, date.span.end, end):
        return None
    if date is not None and (date.quoted or not isinstance(date.value, Date) or date.value.circa):
        date = None
    if date is not None and isinstance(date.value, Date) and (date.value.precision not in EXACT or date.parts):
        date = None
    told = article.page.prose.text[start:end].strip(" ,;:.")
    at = article.page.prose.text.index(told, start)
    return Happening(name, act, date, ProseSpan(at, at + len(told)), verb)


def _goes_on(article: Article, start: int, end: int) -> bool:
    """Whether the verb of a clause stands behind a date, which is its subject's: "a stand built in 1926 was sold"."""
    words = lexicon().words
    for token in tokens_of(article, start, end)[0]:
        if token.low in words["clause"] or token.low in _CLAUSE_ENDS:
            return False
        if token.low in words["be"] or token.low in words["auxiliaries"] or _is_verb(token.low):
            return True
    return False
