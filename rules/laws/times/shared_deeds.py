"""Deeds that share a subject with another clause: "joined in 1861 and in 1907 was appointed", "Elected in 1836, he".

Only dates outside the life are looked at, and only behind or before a place where the person is the subject.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.deeds import FARTHEST, is_past, tied, verb_behind, words
from rules.laws.times.own_deeds import Told

REACH = 300
_WORD = regex(r"[\w’'-]+")
_TOKEN = regex(r"[\w’'-]+|,")
_BREAK = worded(__file__, r"[;:()“”\"—\n\ufffc]|\b{breakers}\b")
"""Behind a subject, what makes a deed another's, or leaves that open."""
_JOINT = regex(r",? (?:and|but|then)(?:, [a-z][^,;:.()]{3,40},)? ")
_FRONT = regex(r"(?:(?:again|then|later|finally|eventually|subsequently),? )?(?:in|on)(?: early| late| the)? $")
_CHAIN = regex(r"(?:,|,? and|,? then| as well as)(?: again| once more| finally| also| later)?(?: in| on)? ")
"""Between two dates of one verb: "won in 1931, 1934 and again in 1955"."""
_OPENING = regex(
    r"(?:(?:Having(?: been)?|After being|On being|Upon being|While still|When) )?(?P<verb>[A-Za-z-]+)\b"
    r"[^,;:()“”\n]{0,80}? (?:in|on)(?: early| late| the)? $"
)
_COMMA = regex(r"(?: [^,;:.()“”\n]{1,60})?, $")
_NOT_DOING = WordList(__file__, "not_doing")


def shared(
    article: Article, names: Sequence[ProseSpan], dates: Sequence[Claim], told: Mapping[ProseSpan, str]
) -> Iterator[Told]:
    """The deeds of a person at dates outside the life.

    ``names`` is where the person may be the subject, ``told`` has the dates that are known as those of a deed.
    """
    known = dict(told)
    for date in dates:
        sentence = sentence_at(article, date.span.start, REACH)
        said = {word.lower() for word in _WORD.findall(article.page.prose.text, *sentence)}
        if not words()["afterlife"].isdisjoint(said):
            continue
        here = [name for name in names if sentence.start <= name.start < sentence.end]
        verb = _again(article, date, known) or _opening(article, sentence, date, here) or _joined(article, date, here)
        if verb is not None:
            known[date.span] = verb
            yield Told(verb, date)


def _again(article: Article, date: Claim, told: Mapping[ProseSpan, str]) -> str | None:
    """The verb of the dates before one, where only "and again in" stands between."""
    near = claims_in(article, ProseSpan(max(date.span.start - REACH, 0), date.span.start))
    before = [claim for claim in near if claim.kind is Kind.DATE]
    if not before or not _CHAIN.fullmatch(article.page.prose.text, before[-1].span.end, date.span.start):
        return None
    # "won in 1931 and in 1955 was made": the second date has a verb of its own
    if verb_behind(article, date.span.end, date.span.end + FARTHEST) is not None:
        return None
    return told.get(before[-1].span)


def _opening(article: Article, sentence: ProseSpan, date: Claim, names: Collection[ProseSpan]) -> str | None:
    """The participle with which a sentence opens that goes on with the person: "Elected in 1836, he"."""
    text = article.page.prose.text
    found = _OPENING.fullmatch(text, sentence.start, date.span.start)
    if found is None or not any(_COMMA.fullmatch(text, date.span.end, name.start) for name in names):
        return None
    verb = found["verb"].lower()
    doing = verb.endswith("ing") and verb not in _NOT_DOING
    bare = found.start("verb") == sentence.start
    having = found[0].startswith("Having ") and is_past(verb) and verb not in words()["not_person"]
    return verb if doing or having or (verb in words()["suffered"] and (bare or " " in found[0])) else None


def _joined(article: Article, date: Claim, names: Collection[ProseSpan]) -> str | None:
    """The verb behind "and" of the person's further deed: "and in 1907 was appointed", "and married in 1820"."""
    text = article.page.prose.text
    name = max((name for name in names if name.end < date.span.start), default=None)
    joints = list(_JOINT.finditer(text, name.end, date.span.start)) if name else []
    if name is None or not joints or _BREAK.search(text, name.end, date.span.start):
        return None
    joint = joints[-1]
    passive = _passive(text, name.end, joint.start())
    if passive is None:
        return None
    if _FRONT.fullmatch(text, joint.end(), date.span.start):
        start = date.span.end + 1 if text.startswith(",", date.span.end) else date.span.end
        verb = verb_behind(article, start, start + FARTHEST)
        return verb[0] if verb else None
    verb = verb_behind(article, joint.end(), date.span.start)
    # "was canonized and proclaimed" befalls the dead
    doubtful = verb is not None and passive and verb[0] not in words()["suffered"]
    return verb[0] if verb and not doubtful and tied(article, verb[1], [date]) else None


def _passive(text: str, start: int, end: int) -> bool | None:
    """Whether the verb behind a subject is passive; None where another thing's verb may follow.

    Each verb further on stands behind "and" or a comma: not "he drew the bridge begun in 1840 (and opened in 1907)".
    """
    said = [word.lower() for word in _TOKEN.findall(text, start, end)]
    known = words()
    small = known["adverbs"] | known["auxiliaries"] | known["be"]
    first = next((at for at, word in enumerate(said) if word not in small and not word.endswith("ly")), None)
    if first is None or not is_past(said[first]):
        return None
    for at in range(first + 1, len(said)):
        if is_past(said[at]):
            back = at - 1
            while back > first and (said[back] in small or said[back].endswith("ly")):
                back -= 1
            if said[back] not in ("and", "but", "then", ","):
                return None
    return not known["be"].isdisjoint(said[:first])
