"""What an article says that its subject never did, and where it says that it did.

Only clauses whose subject surely is the article's are read: its name, the surname of a person, or a pronoun in a
paragraph that began with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.facts.own_subject import OwnSubject
from articles.facts.parties import ASIDE, CLUB, proper_name
from articles.facts.portrait_words import words
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, trie, worded
from rules.laws.names.denying import NEVER, denying, own_sentences, sentences_at
from rules.laws.nearby import may_hold

_NEVER = regex(
    r"(?P<aid>(?:has|have|had|did|was|were) )?never (?P<been>been )?(?P<verb>[a-z]+)(?P<rest>(?: [\w'’-]+){0,8})"
)
_LIMITED = WordList(__file__, "limited")
"""Words that leave the denial open for another time or a part."""
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_PERSONAL = worded(
    __file__,
    r"[^.()]{1,60}(?:\([^()]{1,80}\) )?(?:was|is) an? (?:[\w-]+ ){0,3}?(?:{callings}|\w+er|\w+ist|\w+ian|"
    r"\w+or)\b",
)
_PRONOUN = regex(r"\b(?:He|She|he|she)\b")
_NEUTER = regex(r"\b[Ii]ts?\b")
KIN = worded(__file__, r"\b{kin}\b")
_STOP = frozenset(("in", "on", "at", "by", "for", "with", "and", "but", "or", "from", "to", "of", "into", "during"))
_GOES_ON = (["part"], ["foot"])
"""Behind these words of a deed stands of what or where it is: "took part in the games"."""
_PARTICIPLE = worded(__file__, r"{participles}|[a-z]{2,}ed")
AGENT = (
    r"(?:(?:In|On|By|From|At|After|Before|Later|Soon|During|Under) [^.,;:]{1,40}?,? "
    r"|(?:Though|Although|While|Despite|For all|Behind|Under|With|Without|Throughout|Unlike|Begun|Built|Born"
    r"|Held|Known|Made|Sunk|Won|Lost|Found|Set|Cut|Drawn|Given|Led|Left|Taken|Written|Sold|Laid|Brought|Kept|Put|Hit"
    r"|Struck|Cast|Bound|Torn|Shut|Fought|Bought|Caught|Taught|[A-Z][a-z]{2,12}(?:ed|ing))"
    r" [^.,;:]{1,90}, )?"
)
_AHEAD = regex(AGENT)
_WHO = (" who ", " that ", " which ")
_DEFINED = regex(r" (?:was|is) an? [^.;:()]{1,80} (?:who|that|which) $")
_STYLED = regex(r"[A-Z][\w ]{2,30} of (?:the )?([A-Z][\w’'-]+)")
"""A state by the sort that it is of: the text says "Harm" for "Kingdom of Harm"."""
_SIDE = worded(__file__, r"([A-Z].{2,40}) {sides}(?: F\.?C\.?)?")
_OPENING = 1200
_ALL = ("a", "an", "any", "another", "single")
_SOME = (
    r" (?:the |an? |its |their |his |her |one |two |three |four |five )?"
    r"(?:[A-Z][\w’'&.-]*[ -]|[a-z][\w’'-]* (?!of )){0,4}?"
)
"""Between a verb and the head of its object."""
_TEAMS = frozenset(("club", "team", "band", "side", "group", "orchestra", "choir", "crew"))
"""What may be called by "they" and by the last word of its name."""
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
    nevers = sentences_at(article, article.once(denying)[NEVER])
    denied = filter(None, (_denied(article, sentence) for sentence in nevers))
    denials: dict[re.Pattern[str], ProseSpan] = {}
    for span, pattern in islice(denied, _MOST):
        denials.setdefault(pattern, span)
    sentences = list(own_sentences(article)) if denials else []
    for pattern, span in denials.items():
        done = next((found for other in sentences if (found := _done(article, other, pattern, span))), None)
        if done:
            yield Instance(span, done)


class Called(NamedTuple):
    """How a clause on the subject may begin: its names, its nouns behind a "the", and pronouns."""

    names: tuple[str, ...]
    nouns: tuple[str, ...]
    pronouns: tuple[str, ...]


def called(article: Article) -> Called:
    """What an article's subject is called; to be asked for :meth:`Article.once`."""
    own = ASIDE.sub("", article.parties.own)
    about = OwnSubject(article.page, article.parties).nouns
    names = [
        own,
        own.split(",")[0],
        proper_name(own),
        *([own.split()[-1]] if article.parties.person or article.once(is_personal) else ()),
    ]
    styled = _STYLED.fullmatch(own)
    opening = article.page.prose.text[:_OPENING]
    names += [styled[1]] if styled and (f"{styled[1]} is " in opening or f"{styled[1]} was " in opening) else []
    club = CLUB.fullmatch(own)
    names += [club[1], club[1].split()[-1]] if club else []  # "the Wanderers" are the Norby Wanderers Cricket Club
    names += [own.split()[-1]] if _several(article, own, about) else []
    side = _SIDE.fullmatch(own) if not _TEAMS.isdisjoint(about) else None
    names += [side[1]] if side else []  # "Norby won" in an article on Norby United
    nouns = {*words()["called"].get(article.kind.name, ()), *(a.removeprefix("the ") for a in article.parties.aliases)}
    nouns |= {own.split(" of ")[0].split()[-1].lower()} if styled else set()  # "the bishopric" is that of Tarn
    nouns |= about if not article.parties.person else frozenset()
    pronouns = ("he", "she", "it", "they") if _several(article, own, nouns) else ("he", "she", "it")
    return Called(tuple(name for name in dict.fromkeys(names) if name), tuple(sorted(nouns)), pronouns)


def subject_of(article: Article) -> str:
    """How a clause on the subject begins, as a pattern."""
    listed, nouns, pronouns = article.once(called)
    pronoun = "|".join(f"[{it[0].upper()}{it[0]}]{it[1:]}" for it in pronouns)
    noun = f"|[Tt]he (?:{'|'.join(map(re.escape, nouns))})" if nouns else ""
    return rf"(?:(?:[Tt]he )?(?:{'|'.join(map(re.escape, listed))})|{pronoun}{noun})"


def subject_names(article: Article) -> tuple[str, ...]:
    """What a clause on the subject may begin with, written out, the longest first."""
    listed, nouns, pronouns = article.once(called)
    phrases = (*listed, *(f"the {name}" for name in (*listed, *nouns)), *pronouns)
    both = dict.fromkeys(each for phrase in phrases for each in (phrase, phrase[0].upper() + phrase[1:]))
    return tuple(sorted(both, key=len, reverse=True))


def subject_before(article: Article, start: int, at: int) -> int:
    """Where the subject is named with nothing but a space, or "is a bird that", between it and a place; -1 where not.

    Before it stands no more than what opens a sentence.
    """
    text = article.page.prose.text
    names = article.once(subject_names)
    defined = _DEFINED.search(text, start, at) if text.endswith(_WHO, start, at) else None
    end = defined.start() if defined else at - 1
    if text[end : end + 1] != " " or not text.endswith(names, start, end):
        return -1
    begins = (end - len(name) for name in names if text.endswith(name, start, end))
    return next((begin for begin in begins if _AHEAD.fullmatch(text, start, begin)), -1)


def _several(article: Article, own: str, nouns: Set[str]) -> bool:
    """Whether a subject is of several, such as a team: "The Norby Rovers are a club"."""
    opening = article.page.prose.text[:_OPENING]
    named = " " in own and (f"{own} are " in opening or f"{own} were " in opening)
    return named and not _TEAMS.isdisjoint(nouns)


def is_personal(article: Article) -> bool:
    """Whether the article's subject is a person, going by its pronouns."""
    named = _PERSONAL.match(article.page.prose.text, article.page.lead[0].span.start) if article.page.lead else None
    text = article.page.prose.text
    if " " not in article.parties.own:
        return False
    told = any(may_hold(article, word) for word in ("he", "she")) and _PRONOUN.search(text) is not None
    return told or (named is not None and _NEUTER.search(text) is None)


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


def _done(article: Article, sentence: ProseSpan, pattern: re.Pattern[str], never: ProseSpan) -> ProseSpan | None:
    """The clause of another sentence that tells that it was done."""
    text = article.page.prose.text
    if sentence.start <= never.start < sentence.end:
        return None
    found = pattern.match(text, sentence.start, sentence.end)
    if found is None or _DOUBTED.search(text, sentence.start, found.end()):
        return None
    if _PRONOUN.match(found["done"]) and KIN.search(text, text.rfind("\n", 0, sentence.start) + 1, found.end()):
        return None  # "he" may be the brother
    return ProseSpan(*found.span("done"))
