"""What an article says that its subject never did, and where it says that it did.

Only clauses whose subject surely is the article's are read: its name, the surname of a person, or a pronoun in a
paragraph that began with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, trie, worded
from rules.laws.names.called import AGENT, KIN, PRONOUN, subject_before, subject_of
from rules.laws.names.denying import NEVER, clauses_at, denying, own_clauses

_NEVER = regex(
    r"(?P<aid>(?:has|have|had|did|was|were) )?never (?P<been>been )?(?P<verb>[a-z]+)(?P<rest>(?: [\w'’-]+){0,8})"
)
_LIMITED = WordList(__file__, "limited")
"""Words that leave the denial open for another time or a part."""
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_STOP = frozenset(("in", "on", "at", "by", "for", "with", "and", "but", "or", "from", "to", "of", "into", "during"))
_GOES_ON = (["part"], ["foot"])
"""Behind these words of a deed stands of what or where it is: "took part in the games"."""
_PARTICIPLE = worded(__file__, r"{participles}|[a-z]{2,}ed")
_ALL = ("a", "an", "any", "another", "single")
_SOME = (
    r" (?:the |an? |its |their |his |her |one |two |three |four |five )?"
    r"(?:[A-Z][\w’'&.-]*[ -]|[a-z][\w’'-]* (?!of )){0,4}?"
)
"""Between a verb and the head of its object."""
_FULLEST = 5
"""How many words of an object are compared."""
_MOST = 100
"""How many denials of an article are held against each of its sentences."""


class Instance(NamedTuple):
    """The clause that denies, and the one that tells of a time it was done."""

    never: ProseSpan
    done: ProseSpan


def instances(article: Article) -> Iterator[Instance]:
    """Every "never" with the first clause that tells the contrary."""
    if article.parties.pair or not article.parties.own:
        return
    nevers = clauses_at(article, article.once(denying)[NEVER])
    denied = filter(None, (_denied(article, sentence) for sentence in nevers))
    denials: dict[re.Pattern[str], ProseSpan] = {}
    for span, pattern in islice(denied, _MOST):
        denials.setdefault(pattern, span)
    for pattern, span in denials.items():
        others = own_clauses(article, beside=span)
        done = next((found for other in others if (found := _done(article, other, pattern))), None)
        if done:
            yield Instance(span, done)


def _denied(article: Article, sentence: ProseSpan) -> tuple[ProseSpan, re.Pattern[str]] | None:
    """The clause that says that the subject never did something, and what would tell the contrary."""
    text = article.page.prose.text
    never = _NEVER.search(text, sentence.start, sentence.end)
    start = subject_before(article, sentence.start, never.start()) if never else -1
    if never is None or start < 0:
        return None
    rest = never["rest"].split()
    suffered = bool(never["been"]) or never["aid"] in ("was ", "were ")
    if (
        not _LIMITED.isdisjoint(rest)
        or never["aid"] == "did "
        or (suffered and not _PARTICIPLE.fullmatch(never["verb"]))
    ):
        return None
    thing: list[str] = []
    for at, word in enumerate(rest):
        stops = word in _STOP and (at or word in ("and", "but", "or")) and thing[-1:] not in _GOES_ON
        if stops or len(thing) == _FULLEST:
            break
        thing.append(word)
    if len(thing) == 1 and thing[0] in _STOP:
        return None
    end = never.end("verb") + sum(len(word) + 1 for word in thing)
    sort = _sort(never["verb"], thing) if never["aid"] != "had " else None
    behind = "".join(rf" {re.escape(word)}" for word in thing)
    aid = "(?:was|were|had been|has been) " if suffered else "(?:had |has )?"
    told = rf"{never['verb']}{behind}" if sort is None else rf"{sort.verbs}{_SOME}(?i:{sort.are})(?!-)"
    doing = rf"(?P<done>{article.once(subject_of)} {aid}(?:(?:then|later|also|first|finally|once|twice) )?{told})\b"
    return ProseSpan(start, end), re.compile(rf"(?:{AGENT}|[^.;:]{{0,120}}(?: and|,) ){doing}")


class Sort(NamedTuple):
    """What a denial of all of a sort denies: patterns of the verbs and of the things of that sort."""

    verbs: str
    of: frozenset[str]
    are: str
    said: frozenset[str]


def _sort(verb: str, thing: list[str]) -> Sort | None:
    """The sort of which a denial denies all: "a trophy", "any trophy", "trophies"; None where it denies one thing."""
    noun = " ".join(thing[1:] if thing[:1] and thing[0] in _ALL else thing)
    some = thing[:1] and (thing[0] in _ALL or noun.endswith(("s", "ware", "action")))
    return next((sort for sort in _sorts() if some and noun in sort.of and verb in sort.said), None)


@cache
def _sorts() -> tuple[Sort, ...]:
    rows = data_file(__file__, "nevers.toml")["sort"]
    return tuple(
        Sort(f"(?:{trie(row['verbs'])})", frozenset(row["of"]), f"(?:{trie(row['are'])})", frozenset(row["verbs"]))
        for row in rows
    )


def _done(article: Article, sentence: ProseSpan, pattern: re.Pattern[str]) -> ProseSpan | None:
    """The clause of another sentence that tells that it was done."""
    text = article.page.prose.text
    found = pattern.match(text, sentence.start, sentence.end)
    if found is None or _DOUBTED.search(text, sentence.start, found.end()):
        return None
    if PRONOUN.match(found["done"]) and KIN.search(text, text.rfind("\n", 0, sentence.start) + 1, found.end()):
        return None  # "he" may be the brother
    return ProseSpan(*found.span("done"))
