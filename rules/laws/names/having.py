"""What a text says that somebody has, or that there is, and where it says that there is none.

Both are read from the same few clauses: "X has a treaty", "X has no treaty", "No treaty exists", of one subject written
alike, in the present or the perfect, about a thing that is called by the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.denying import LACK, LACKS, NO, NOT, clauses_at, denying
from rules.laws.names.own_names import is_own

_BEFORE_NO = WordList(__file__, "having")
_DENIES = {NOT: (" does ", " do ", " has ", " have "), LACKS: (" ",), LACK: (" ",)}
"""Words of denial that are read, and what stands before them."""
_ENDS = worded(__file__, r"(?=[.,;:)]|$| {closing}\b)")
_HAS_NO = worded(__file__, r"(?P<who>[^.;:,()\n]{2,60}?) (?:{light} )?{having} no $")
_HAS_NOT = worded(__file__, r"(?P<who>[^.;:,()\n]{2,60}?) (?:do|does) not $")
_NOT_DONE = worded(__file__, r"(?P<who>[^.;:,()\n]{2,60}?) (?:have|has) not $")
_HAVE = worded(__file__, r"(?:{light} )?{have} (?:an?|any) ")
_DONE = worded(__file__, r"(?:{light} )?{made} (?:an?|any) ")
_LACKS = regex(r"(?P<who>[^.;:,()\n]{2,60}?) lacks? $")
_EXISTS = worded(
    __file__,
    r" (?:exists?|is in force|(?:has|have) (?:{light} )?been {made}(?: between (?:the two|both) {lands})?)\b",
)
_THERE = regex(r"[Tt]here (?:is|are) no $")
_OPENING = worded(__file__, r"(?:{opening},? )*")
_AWAY = WordList(__file__, "away")
_OTHER = WordList(__file__, "other-time")
_JOINT = regex(
    r"[,;:] |[.!?][\"”)]? |\n|\b(?:but|while|although|though|whereas|because|since|and|which|that|where|so"
    r"|for(?= (?:the|its|there|they|it|no) )) "
)
_BOTH = worded(__file__, r"(?:[Tt]he two {lands}|[Bb]oth {lands}|[Bb]oth|[Tt]hey|{lands})")
_MORE = regex(
    r" (?:in|on|at|with|for|of|to|from|by|against|near|during|over|under) "
    r"(?:(?! or | despite | though | although )[^.,;:(\n]){1,30}(?<! )"
)
_PART = regex(r"(?: (?:in|on|at) the [a-z]{3,15}(?: [a-z]{3,15})?)?")
"""A part of what an article is on, or nothing more."""
_PLACED = regex(r" (?:in|on|at) (?P<place>.+)")
_OWN_TAIL = regex(r" of (?:its|their) own\b")
_WORDS = regex(r"[a-z][a-z-]*")
_CLOSING = WordList(__file__, "closing")
_STATED = worded(
    __file__,
    r"(?P<who>[^.;:,()\n]{2,60}?) (?:(?:{light} )?{having}|(?:has|have) (?:{light} )?{made})"
    r" (?:an?|one|its own|{several}|[0-9]+) ",
)
_THERE_IS = worded(__file__, r"[Tt]here (?:is (?:also )?an?|are (?:also )?(?:{several}|[0-9]+)) ")
PAIR, OWN = "the two", "the article's own"
_MOST = 12
"""How many denials of an article are looked at."""
_REACH = 90


class Denial(NamedTuple):
    """That somebody, or the two states of an article, has no such thing: the clause, whose it is, what it is called."""

    clause: ProseSpan
    who: str
    thing: str


def contradictions(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """The denials of an article with the first clause that says that the thing is there, in the order of the text."""
    for denial in _denials(article):
        stated = next(_statements(article, denial), None)
        if stated is not None:
            tails = {_tail(article, clause.end) for clause in (denial.clause, stated)}
            alike = len(max(tails)) if len(tails) == 1 else 0  # "a branch in Dublin", "no branch in Dublin"
            first, second = sorted(clause._replace(end=clause.end + alike) for clause in (denial.clause, stated))
            yield first, second


def _denials(article: Article) -> Iterator[Denial]:
    found = 0
    for end in sorted(_ends(article)):
        denial = _denial(article, end)
        if denial is None or not _AWAY.isdisjoint(denial.thing.split()) or not _sound(article, denial.clause):
            continue
        yield denial
        found += 1
        if found == _MOST:
            return


def _ends(article: Article) -> Iterator[int]:
    """Where the words of denial end."""
    text = article.page.prose.text
    before_no = tuple(f"{word} " for word in (*_BEFORE_NO, "is", "are"))
    for word, places in article.once(denying).items():
        before = before_no if word == NO else _DENIES.get(word, ())
        for at in places:
            end = at + len(word) + 1
            if text.endswith(" ", at, end) and (text.endswith(before, 0, at) or text.startswith("No ", at)):
                yield end


def _denial(article: Article, at: int) -> Denial | None:
    """What is denied behind a word of denial."""
    text = article.page.prose.text
    base = _clause_start(text, at)
    head = text[base:at]
    for pattern, verb in ((_HAS_NOT, _HAVE), (_NOT_DONE, _DONE)):
        owner = pattern.fullmatch(head)
        said = verb.match(text, at) if owner else None
        if owner and said:
            return _of(article, base, owner["who"], said.end())
    owner = _HAS_NO.fullmatch(head) or _LACKS.fullmatch(head)
    if owner:
        skip = 3 if text.startswith("an ", at) else 2 if text.startswith("a ", at) else 0
        return _of(article, base, owner["who"], at + skip)
    if not article.parties.pair and _THERE.fullmatch(head):
        thing = _thing(text, at)
        told = thing is not None and (bool(article.parties.aliases) or _MORE.match(text, thing[1]) is not None)
        here = thing is not None and told and _PART.fullmatch(_tail(article, thing[1]))
        return Denial(ProseSpan(base, thing[1]), OWN, thing[0]) if thing and here else None
    if article.parties.pair and (_THERE.fullmatch(head) or head in ("No ", "no ")):
        there = head[0] in "Tt"
        thing = _thing(text, at)
        stated = None if there or thing is None else _EXISTS.match(text, thing[1])
        if thing is not None and (there or stated):
            end = stated.end() if stated else thing[1]
            return Denial(ProseSpan(base, end), PAIR, thing[0])
    return None


def _of(article: Article, base: int, who: str, at: int) -> Denial | None:
    owner = _whose(article, who)
    thing = _thing(article.page.prose.text, at)
    return Denial(ProseSpan(base, thing[1]), owner, thing[0]) if owner and thing else None


def _thing(text: str, at: int) -> tuple[str, int] | None:
    """What a thing is called, up to a word that closes the phrase, and where that ends; no single vague word."""
    end = at
    for match in _WORDS.finditer(text, at, at + _REACH):
        named = match[0] == "of" and " " not in text[at:end]  # "a faculty of law"
        if match.start() != end + (end > at) or (match[0] in _CLOSING and end > at and not named):
            break
        end = match.end()
    words = text[at:end].split()
    closed = text[end : end + 1] in ("", ".", ",", ";", ":", ")", "\n") or _ENDS.match(text, end) is not None
    if not 1 <= len(words) <= 4 or not closed or (len(words) == 1 and _narrowed(text, end)):
        return None
    return text[at:end], end


def _narrowed(text: str, at: int) -> bool:
    """Whether a thing of one word is told more of: "no agreement on fish", "a right to vote"."""
    return text[at : at + 4].strip() in ("of", "on", "for", "to", "with", "over", "who", "tha")


def _whose(article: Article, who: str) -> str | None:
    """Whose a thing is, in a form to be compared: a name, the two states, or a noun with its article."""
    pair = article.parties.pair
    if pair and (_BOTH.fullmatch(who) or who in (f"{pair[0]} and {pair[1]}", f"{pair[1]} and {pair[0]}")):
        return PAIR
    if not pair and is_own(article, who):
        return OWN
    words = who.split()
    noun = words[:1] and words[0].lower() == "the" and len(words) in (2, 3) and "".join(words[1:]).islower()
    name = bool(words) and len(words) <= 5 and all(word[:1].isupper() or word in ("the", "of") for word in words)
    return who[:1].lower() + who[1:] if noun or (name and words[0] not in _OTHER) else None


def _clause_start(text: str, at: int) -> int:
    """Where the clause before a place begins, behind what opens it."""
    base = max(at - _REACH, text.rfind("\n", 0, at) + 1)
    joints = (joint for joint in _JOINT.finditer(text, base, at) if not _joins_names(text, joint))
    base = max((joint.end() for joint in joints), default=base)
    opened = _OPENING.match(text[base : base + 1].lower() + text[base + 1 : at])
    return base + (opened.end() if opened else 0)


def _joins_names(text: str, joint: re.Match[str]) -> bool:
    """Whether an "and" stands between two names."""
    before = text[max(joint.start() - 20, 0) : joint.start()].split()
    return joint[0] == "and " and text[joint.end()].isupper() and bool(before) and before[-1][:1].isupper()


def _statements(article: Article, denial: Denial) -> Iterator[ProseSpan]:
    """The clauses that say that what is denied is there, of the same subject, in another sentence."""
    text = article.page.prose.text
    at = text.find(denial.thing)
    while at >= 0:
        end = at + len(denial.thing)
        clause = None if denial.clause.start <= at < denial.clause.end else _statement(article, denial, at, end)
        if clause is not None and _sound(article, clause) and _apart(text, clause, denial.clause):
            yield clause
        at = text.find(denial.thing, end)


def _statement(article: Article, denial: Denial, at: int, end: int) -> ProseSpan | None:
    text = article.page.prose.text
    if _thing(text, at) != (denial.thing, end):
        return None
    base = _clause_start(text, at)
    head = text[base:at]
    said = _STATED.fullmatch(head)
    if said and _whose(article, said["who"]) == denial.who:
        tails = _tail(article, end), _tail(article, denial.clause.end)
        return ProseSpan(base, end) if _covers(article, *tails) else None
    if denial.who == OWN and _THERE_IS.fullmatch(head) and _tail(article, end) == _tail(article, denial.clause.end):
        return ProseSpan(base, end)
    if denial.who != PAIR:
        return None
    exists = _EXISTS.match(text, end)
    if head in ("A ", "An ", "a ", "an ") and exists:
        return ProseSpan(base, exists.end())
    return ProseSpan(base, end) if _THERE_IS.fullmatch(head) else None


def _tail(article: Article, at: int) -> str:
    """What a thing is told more of right behind its name; nothing where that is the article's own place."""
    found = _MORE.match(article.page.prose.text, at)
    if found is None or _OWN_TAIL.match(found[0]):
        return ""
    placed = _PLACED.fullmatch(found[0])
    return "" if placed and not article.parties.pair and is_own(article, placed["place"]) else found[0]


def _covers(article: Article, stated: str, denied: str) -> bool:
    """Whether what is told more of a thing leaves it denied: a treaty with another state is another treaty."""
    if article.parties.pair and (stated.startswith(" with ") or denied.startswith(" with ")):
        return False
    return not denied or stated == denied


def _sound(article: Article, clause: ProseSpan) -> bool:
    """Whether a clause stands in running text and tells of now, and not of another time, a wish or a tale."""
    page = article.page
    block = page.block_at(clause.start)
    if block is None or block.form is not Form.PARAGRAPH or block.place not in (Place.LEAD, Place.BODY):
        return False
    around = next(clauses_at(article, (clause.start,)), clause)
    return _OTHER.isdisjoint(word.strip('.,;:()“”"') for word in page.text(around).split())


def _apart(text: str, one: ProseSpan, other: ProseSpan) -> bool:
    """Whether two clauses are those of two sentences."""
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return ". " in between or "\n" in between
