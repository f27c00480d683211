"""Shares told one after another: "60 % A, 30 % B and 10 % C", "A 60 %, B 30 %, others 10 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from articles.words import data_file, worded
from rules.laws.amounts.one_whole import of_one_whole
from rules.laws.nearby import between, left, right

_JOINT = regex(r"\)?[^.;:()%\n]{0,60}?(?:,|;| and| or| while| with)[^.:()%\n]{0,50}?(?:: ?)?\(?")
_OWN_WHOLE = worded(
    __file__,
    r" of (?!(?:the |its |[A-Z]\w+['’]s? )(?:total |whole |entire )?{wholes}\b|(?:an)?other |unknown |no )",
)
_OWN_GROUP = regex(
    r"\)? of (?!(?:the |its |all )?(?:total |whole |entire )?(?:gdp|population|people|inhabitants|residents)\b)"
)
_WHOM = regex(r"^ of (?:the )?[\w’'-]+ (?:were|are|was|is) ")
"""Whose shares all of a list are, said beside the first: "52 % of Romans were white, 48 % black"."""
_HEADED = worded(
    __file__,
    r"(?:\b{people} (?:is|was|are|were|comprise[sd]?)(?: estimated (?:at|to be|as))?(?: about)? |\breported "
    r"[^.,;:%]{0,40}\bpopulation as |\b{sorts} {mixes}(?: of [^.,;:%]{1,40}?)? (?:is|was|are|were)"
    r"(?: estimated (?:at|to be|as))?(?: about)? |(?:[A-Z][\w ]{2,40}|\))(?: \([^()]{1,30}\))?: ?[^.;:]{0,50}\(?)$",
)
_DISTRIBUTED = worded(
    __file__,
    r"\b(?:{sorts} {mixes}|{descents})(?: of [^.,;:%]{1,60}?)? (?:is|was|are|were)(?: (?:estimated|given|recorded|"
    r"reported) (?:at|to be|as))?(?: on average)?,?(?: about| roughly| some)? $",
)
"""Before a list that is all of one body of people, whatever words its members are told in."""
_SAME_WAY = worded(
    __file__,
    r"(?: of [^.;:()%]{2,60}?)? (?:(?:{comes}) (?P<way>from|by)|"
    r"(?:{spent}|{dwells}|{goes}) (?P<where>in|to|on|by|from)) "
    r"[^.;:()%]{2,60}?,?(?: and| while| with| or)? (?:another |a further |the remaining |some |about )?$",
)
"""Behind the first share: how it is come by, or where it goes: "49 % of the heat came from gas, "."""
_GOING_ON = worded(
    __file__, r"(?: (?:of it|of them|more))?(?: (?:{comes}|{spent}|{dwells}|{goes}))? (from|by|in|to|on) "
)
_ONE_LINE = regex(r"(?:[A-Z][\w ]{2,40}: ?)?[A-Z][\w'’ /()-]{1,40}?,? ?\(?")
_NEXT = regex(r"\)?[,;] (?:and )?[\w'’ /()-]{2,40}?,? ?\(?")
_BY = regex(r"\b(?:by|at|of|in|to|from|for|with|was|were|is|are|had|has)[ (]*$")
_NEXT_REST = regex(
    r"\)?[,;] (?:and )?(?:[Oo]thers?|[Uu]nspecified|[Nn]one|[Uu]nknown|[Mm]ixed)\b[\w'’ /()-]{0,40}?,? ?\(?"
)
_OF_WHOLE = worded(__file__, r"\)? of (?:the |its |[A-Z]\w+['’]s? )?(?:total |whole |entire )?{wholes}\b(?!['’])")
_REST = worded(
    __file__, r"\)?(?:,|;| and| or)? (?:and |are |were |had |have |from |to |by |in )?(?:the )?(?i:{rest})\b"
)
_NO_FAITH = regex(r"\b(?:had|have|has) (?:no|none)\b")
_NONE = regex(
    r" (?:(?:had|have|has|with|of|professed|stated|declared) (?:no|none)\b|(?:were|are|was|is) (?:other|none|un))"
)
_MADE_UP = worded(
    __file__,
    r"\b(?:{sources} of [a-z ]{2,24}(?: in [0-9]{4})? (?:is|are|was|were)|"
    r"{comes} (?:mainly |mostly |chiefly |largely |primarily )?(?:from|by)|{consists} of|"
    r"(?:is|are|was|were) (?:made up by|{spent} (?:on|to|for|in|into|as|towards))|"
    r"(?:divided|split|shared|distributed) (?:up )?(?:between|among|into|as))\b"
    r"[^.;:%]{0,50}$",
)
"""Words before a list by which its members make up one whole: "comes from water (62%), wind (31%) and gas (7%)"."""
_NAMED = regex(r"(?:,|,? and|,? or|;) (?:the |other )?[\w' ’/-]{2,40} \(")
_OF_THINGS = worded(
    __file__,
    r"(?:^|[.;] )[Oo]f (?:the|its|this|all|all the|their) (?:[\w-]+ ){0,3}?{things}\b[^.;:%()]{0,40}, "
    r"(?:about |some )?$",
)
_IS = worded(__file__, r"%?(?: of (?:it|this|the total))? {goes}\b(?! also\b)|[,;.]| and\b| by\b| to\b| from\b")
_ELSEWHERE = worded(__file__, r"(?: of (?:the |its ){wholes})? (?:in|by|at|among|for|during|on|from|to)\b")
_DWELLING = worded(__file__, r"(?: of (?:the|its|all|these|those|their) [^,.;:()%]{2,40})? {dwells} ")
"""Behind a share, what each does in one place or one way only: "lived in the capital"."""
_APART = regex(r"(?:,|;| and|,? while) (?:and )?(?:in|at|among|during|on|for|by) ")
"""Between two shares: the second is of another place or time."""
_OF = regex(r" of (?!them\b|these\b)")
_VERB = worded(__file__, r"^[^,;.]*\b{verbs}")
_VOTE = r"(?: of (?:the )?(?:voters|votes|electorate|ballots))? (?:voted |were |was )?(?:cast )?"
_BALLOT = regex(r"\b(?:vot(?:e|es|ed|ing|ers)|referendum|plebiscite|ballots?|poll)\b")
_VOTED_FOR = regex(rf"{_VOTE}(?:for|in favou?r|“?[Yy]es”?)\b")
_VOTED_AGAINST = regex(rf"{_VOTE}(?:for|against|opposed|“?[Nn]o”?)\b")
_ANOTHER_VOTE = regex(r"\b(?:second|first|third|later|then|earlier|before|[0-9]{4})\b")
_DATED = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_AGES = frozenset({Kind.NUMBER, Kind.DURATION})
_AGE = regex(r"\b(?:from|to|and|between|aged|ages? of|was|were) $")
"""Before an age that says whose share the one before it is: "9.2% from 18 to 24"."""
_AGED = regex(
    r"[^,;.]{0,40}?\b(?P<group>under (?:the age of )?[0-9]+"
    r"|(?:from|between|aged|ages?)(?: the ages of)? [0-9]+ ?(?:to|and|–|-) ?[0-9]+"
    r"|(?:aged )?[0-9]+(?: years?(?: of age| old)?)? (?:or|and) (?:older|over|above))\b"
)
"""Behind a share, the ages of those it is of; nobody is in two of them."""
_PEOPLE = regex(r" (?:people|persons|residents|inhabitants|households) \($")
"""Between a number of people and their share in brackets."""
SHORTEST = 2
_LONGEST_HEAD = 90
"""What stands before the first share of a line that is a list of shares, or behind the last."""


class Shares(NamedTuple):
    """Percentages of one list; ``text`` is the sentence part they stand in."""

    claims: tuple[Claim, ...]
    text: str


def share_lists(article: Article) -> Iterator[Shares]:
    """Lists of shares that seem to be disjoint parts of one whole."""
    run: list[Claim] = []
    for claim in article.claims.all if len(article.claims_by_kind.get(Kind.PERCENT, ())) > 1 else ():
        if not run and claim.kind is not Kind.PERCENT:
            continue
        if run and _ended(article, run[-1], claim):
            yield from _list(article, run)
            run = []
        if (
            run
            and claim.kind in _AGES
            and (_AGE.search(left(article, claim.span.start, 12)) or _bracketed(article, claim))
        ):
            continue
        joined = bool(run) and _joined(article, run[-1], claim)
        if run and not joined:
            yield from _list(article, run)
            run = []
        if isinstance(claim.value, Percent) and not claim.value.points and not claim.quoted and (joined or not run):
            run.append(claim)
    yield from _list(article, run)


def _bracketed(article: Article, claim: Claim) -> bool:
    """Whether a number of people has its share in brackets behind it: "5,489 people (7.4%)"."""
    return (
        _PEOPLE.match(article.page.prose.text[claim.span.end : claim.span.end + 14].partition("(")[0] + "(") is not None
    )


def _ended(article: Article, last: Claim, following: Claim) -> bool:
    """Whether a list ends before a reading: behind those who "had no religion" and a semicolon."""
    gap = between(article, last, following, 100)
    return gap is not None and ";" in gap and _NONE.match(gap) is not None


def _joined(article: Article, first: Claim, second: Claim) -> bool:
    gap = between(article, first, second, 100) if isinstance(second.value, Percent) else None
    return gap is not None and _JOINT.fullmatch(gap) is not None


def _list(article: Article, run: list[Claim]) -> Iterator[Shares]:
    if len(run) < SHORTEST:
        return
    before = left(article, run[0].span.start)
    after = right(article, run[-1].span.end, 60).partition(". ")[0]
    if len(run) == SHORTEST and _is_vote(article, run):
        yield Shares(tuple(run), before)
        return
    text = before + article.page.prose.text[run[0].span.start : run[-1].span.end] + after
    if _distributed(article, run, before) or _same_way(article, run) or _one_line(article, run):
        yield Shares(tuple(run), text)
        return
    if _overlapping().search(_NO_FAITH.sub("", text)):
        return
    if _partition(article, run) or of_one_whole(article, run) or _one_whole(article, run, before):
        yield Shares(tuple(run), text)


def _distributed(article: Article, run: list[Claim], before: str) -> bool:
    """Whether a list is called the make-up of one people: "the racial makeup was 91.8 % White, 0.5 % from others"."""
    if len(run) <= SHORTEST or not _DISTRIBUTED.search(before):
        return False
    tails = [right(article, claim.span.end, 60).lower() for claim in run]
    return not any(_OF.match(tail) or _overlapping().search(tail) for tail in tails)


def _same_way(article: Article, run: list[Claim]) -> bool:
    """Whether each share goes the same way to another end: "49 % came from gas, 29 % from water and 20 % from oil"."""
    gaps = [between(article, first, second, 100) or "" for first, second in pairwise(run)]
    first = _SAME_WAY.fullmatch(gaps[0]) if len(run) > SHORTEST else None
    if first is None or _overlapping().search(gaps[0]):
        return False
    tails = (*gaps[1:], right(article, run[-1].span.end, 40))
    ways = [found[1] if (found := _GOING_ON.match(tail)) is not None else None for tail in tails]
    return set(ways) == {first["way"] or first["where"]} and not _other_time(article, run)


def _one_line(article: Article, run: list[Claim]) -> bool:
    """Whether a list is all that its line tells, down to the others: "Armenian 98 %, Yezidi 1.2 %, other 0.8 %"."""
    block = article.page.block_at(run[0].span.start)
    if block is None or len(run) <= SHORTEST or run[0].span.start - block.span.start > _LONGEST_HEAD:
        return False
    text = article.page.prose.text
    gaps = [text[first.span.end : second.span.start] for first, second in pairwise(run)]
    opened = _ONE_LINE.fullmatch(text, block.span.start, run[0].span.start) is not None
    opened = opened and not any(map(_BY.search, (left(article, run[0].span.start, 10), *gaps)))
    closed = block.span.end - run[-1].span.end < _LONGEST_HEAD and _NEXT_REST.fullmatch(gaps[-1]) is not None
    return opened and closed and all(map(_NEXT.fullmatch, gaps))


def _other_time(article: Article, run: list[Claim]) -> bool:
    """Whether a year stands among the shares of a list: they are of several years, then."""
    return _DATED.search(article.page.prose.text[run[0].span.end : run[-1].span.end]) is not None


def _is_vote(article: Article, run: list[Claim]) -> bool:
    """Whether two shares are those of a vote: "61 percent voted for it and 43 percent against"."""
    gap = between(article, run[0], run[1], 100)
    around = left(article, run[0].span.start) + (gap or "")
    if gap is None or not _VOTED_FOR.match(gap) or not _BALLOT.search(around) or _ANOTHER_VOTE.search(gap):
        return False
    return _VOTED_AGAINST.match(right(article, run[1].span.end, 50)) is not None


def _one_whole(article: Article, run: list[Claim], before: str) -> bool:
    """Whether the list says that its shares are of one whole: by its first share, its heading or its "others"."""
    tails = [right(article, claim.span.end, 40) for claim in run]
    if len(run) > SHORTEST and (_made_up(article, run, before, tails) or _dwelling(tails)):
        return True
    if any(_APART.match(between(article, first, second, 100) or "") for first, second in pairwise(run)):
        return False
    if any(_OWN_WHOLE.match(tail) for tail in tails):
        return False
    if len(run) > SHORTEST and _REST.match(tails[-1]) and not any(_OF_WHOLE.match(tail) for tail in tails[1:]):
        return True
    if any(_ELSEWHERE.match(tail) or _OF_WHOLE.match(tail) or _VERB.search(tail) for tail in tails[1:]):
        return False
    if any(_REST.match(tail) for tail in tails):
        return True
    return len(run) > SHORTEST and bool(_OF_WHOLE.match(tails[0]) or _HEADED.search(before))


def _dwelling(tails: list[str]) -> bool:
    """Whether each share is of those who are somewhere else: "46 % of them lived in the capital, 39 % in towns"."""
    places = (
        _ELSEWHERE.match(tail) or _DWELLING.match(tail) or tail.startswith((" abroad", " else")) for tail in tails
    )
    return _DWELLING.match(tails[0]) is not None and all(places) and not any(_OF.match(tail) for tail in tails[1:])


def _made_up(article: Article, run: list[Claim], before: str, tails: list[str]) -> bool:
    """Whether the words before a list of three and more say that its members are all of one thing."""
    if _MADE_UP.search(before) and before.endswith("("):
        gaps = [between(article, first, second, 100) or "" for first, second in pairwise(run)]
        return all(_NAMED.fullmatch(gap.removeprefix(")")) for gap in gaps)
    return _OF_THINGS.search(before) is not None and all(_IS.match(tail) for tail in tails)


def _partition(article: Article, run: list[Claim]) -> bool:
    """Whether each of three shares or more is of another member of a group that shut each other out."""
    if len(run) <= SHORTEST:
        return False
    gaps = [(between(article, first, second, 100) or "").lower() for first, second in pairwise(run)]
    tails = [*gaps, right(article, run[-1].span.end, 60).lower()]
    tails[0] = _WHOM.sub("", tails[0])
    ages = [aged["group"] for tail in tails if (aged := _AGED.match(tail)) is not None]
    if len(ages) == len(tails) == len(set(ages)):
        return True
    if any(_OWN_GROUP.match(tail) for tail in tails):
        return False
    heads = [left(article, run[0].span.start, 60).lower(), *gaps]
    return any(_each_another(parts, words) for parts in (tails, heads) for words in _partitions())


def _each_another(parts: list[str], words: tuple[str, ...]) -> bool:
    """Whether every part holds a word of the group, and none the same."""
    found = [next((word for word in words if word in part), None) for part in parts]
    return None not in found and len(set(found)) == len(found)


@cache
def _partitions() -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, _table()["partitions"].values()))


def _table() -> dict[str, Any]:
    return data_file(__file__, "wholes.toml")


@cache
def _overlapping() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _table()["overlapping"])
    return regex(rf"(?<![\w-])(?:{words})", re.IGNORECASE)
