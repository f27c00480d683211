"""Deeds: a subject, what it did in its own person, and when: "In 1935 she moved to Paris".

Only a clause that begins with the subject, goes on with a verb of ``deeds.toml`` and has one date of its own is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.nearby import claims_in, sentence_at, within
from rules.laws.times.same_year import same_year

REACH = 400
"""How far a sentence is followed to either side."""
FARTHEST = 120
"""How many characters may stand between a verb and its date."""
REACH_BACK = 60
"""How far before a name "designed by" is looked for."""
SHORTEST = 4
"""A word that ends in "ed" and is no longer than this is no verb ("need", "feed")."""
OFFICE = 5
"""How many words behind "became" an office is looked for."""
_MADE = WordList(__file__, "made")
"""Participles that tie a date to the noun before them, as those in "ed" do."""
_WORD = regex(r"[\w’'-]+|[^\w\s]")
_ASIDE = regex(r"(?: \([^()\n]{0,160}\))?,?(?P<who> who\b)?")
_NAME = r"(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_HEADED = r"(?:the )?(?:{heads}|ministry of [a-z]+) of "
_FRONTED = worded(
    __file__,
    r"(?: onwards?)?(?:, (?:(?:in|at|from|with|under|near|{asides}) [^,;:()]{1,40}, )?| )"
    rf"(?:{_HEADED}|{_NAME} and )?(?:the |The )?",
)
_BESIDES = regex(rf" and {_NAME}(?= [a-z])")
"""Who does a thing together with the subject: "Sweden and the Soviet Union signed"."""
_CALLING = regex(r"(?:The |the )(?:[a-z-]+ ){1,3}")
_HEAD = worded(__file__, rf"(?:(?:The )?{_HEADED}|(?:The )?{_NAME} and )(?:the )?")
_AT_PLACE = regex(r"\b(?:at|near) [A-Z][\w’'-]{1,24} (?=(?:in|on) )")
"""Before a date that opens a clause, where it was: "and at Cardiff in 1795 she"."""
_BY = regex(r"\b([a-z]+)(?: (?:in|at|on) [^,;:()]{1,40}?)? by (?:(?:the|an?|his|her) )?(?:[a-z-]+ ){0,3}$")
_THEN_BY = regex(r" by (?:(?:the|an?) )?(?:[a-z-]+ ){0,3}")
_RELATIVE = regex(r", (?:which|where|now|today)\b")
_PHRASE = worded(
    __file__,
    r"(?:{phrases}|[A-Z][a-z]+(?:ed|ing)) [^.;:(),“”]{1,80}, (?:the )?|As (?:an? |the )?[a-z][^.;:(),“”]{1,60} ",
)
"""A phrase in front of a subject, without a date: "After a quarrel with his father, "."""
_OPENING = regex(r"(?:[A-Z][a-z]+,? |[a-z]+,? ){0,3}(?:the |The )?")
_WITH = regex(r"(?:With|Together with|Against|Despite|For) (?:[a-z-]+ ){1,5}")


_KEPT = worded(__file__, r" {makes} (?:[\w’'-]+ ){1,4}{works}\b")
"""What a sentence says of a work of one's own."""
_DEAD = worded(
    __file__, r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Uu]pon|[Bb]efore) (?:his|her|their) (?:own |early )?{dying}\b"
)
"""What says itself that somebody was dead by then, or not yet born."""


CLAUSE = 60
"""How far before a pronoun its clause may begin."""
_CLAUSE = worded(
    __file__, r"(?P<joint>(?:[;:—]|,? {joints}|\b{whens}) )(?:(?:in|on|by|from|during|at)\b[^,;:()]{0,40}?,? )?$"
)
_AS_ONE = worded(__file__, r" as (?:an?|the|its|their|his|her) (?:[a-z-]+ ){0,2}?(?={ends}\b)")
"""What somebody was when doing it: "travelled to Geneva as a delegate in"."""
_IN_WORK = worded(__file__, r" in (?:an? |his |her |the )(?:[a-z-]+ ){0,2}?{writings} of $")
"""In what somebody said something then: "described three minerals in a paper of"."""
_FRONT_DATE = regex(r"(?:in|on)(?: early| late| the)? $")
"""Between "and" and a date with a verb behind it: "moved to Norby and in 1886 wrote"."""


class Deed(NamedTuple):
    """What somebody did: the verb, its clause from the start of the sentence to the date, and the date."""

    verb: str
    statement: ProseSpan
    date: Claim

    @property
    def ends(self) -> tuple[Claim, ...]:
        """The dates: the two of a range, or the one."""
        return self.date.parts or (self.date,)


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The lists of ``deeds.toml``."""
    rows = data_file(__file__, "deeds.toml")
    return {name: frozenset(listed.split()) for name, listed in rows.items()}


def deed(article: Article, name: ProseSpan, verbs: str, suffered: str) -> Deed | None:
    """What the subject that stands in a place is said to have done, and when; None where that is not sure.

    ``verbs`` and ``suffered`` are names of lists: of verbs, and of participles after "was".
    """
    if not any(claim.kind is Kind.DATE for claim in within(article, name.start - REACH, name.start + REACH)):
        return None
    sentence = sentence_at(article, name.start, REACH)
    sentence = ProseSpan(_clause_start(article.page.prose.text, sentence.start, name.start), sentence.end)
    aside = _ASIDE.match(article.page.prose.text, name.end, sentence.end)
    start = aside.end() if aside else name.end
    besides = _BESIDES.match(article.page.prose.text, start, sentence.end) if verbs == "body" else None
    start = besides.end() if besides else start
    who = aside is not None and aside["who"] is not None
    by = (
        _done_by(article.page.prose.text, max(name.start - REACH_BACK, sentence.start), name.start) if not who else None
    )
    verb = (by, start) if by else _verb(article, start, sentence.end, verbs, suffered)
    if verb is None:
        return None
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    before = [claim for claim in dates if claim.span.end <= name.start]
    if by or who:
        date = tied(article, verb[1], [claim for claim in dates if claim.span.start >= verb[1]])
        date = date or _done_then(article, before, name.start)
    elif before or not _opens(article, sentence.start, name.start):
        ahead = ProseSpan(sentence.start, name.start)
        date = _fronted(article, *ahead, before) if before else same_year(article, ahead)
    elif (led := _led(article, sentence.start)) is not None:
        date = led
    else:
        behind = [claim for claim in dates if claim.span.start >= verb[1]]
        second = _second(article, verb[1], behind, verbs, suffered)
        verb = second[:2] if second else verb
        date = second[2] if second and second[2] else tied(article, verb[1], behind)
    if (
        date is None
        or date.quoted
        or not isinstance(date.value, Date)
        or _afterlife(article, sentence.start, max(date.span.end, verb[1]), sentence.end)
    ):
        return None
    end = max(date.span.end, verb[1])
    return Deed(verb[0], ProseSpan(sentence.start, end), date)


def _led(article: Article, start: int) -> Claim | None:
    """The date right before a clause that "when" begins: "was given on 4 May 1791, when he directed it"."""
    text = article.page.prose.text
    if not text.startswith("when ", start - len("when ")):
        return None
    ahead = [claim for claim in within(article, start - REACH_BACK, start) if claim.kind is Kind.DATE]
    return ahead[-1] if ahead and text[ahead[-1].span.end : start] == ", when " else None


def _clause_start(text: str, start: int, name: int) -> int:
    """Where the clause of a pronoun within a sentence begins: "two plates, and in 1881 she"."""
    joint = _CLAUSE.search(text, max(start, name - CLAUSE), name)
    return joint.end("joint") if joint is not None else start


def _done_by(text: str, start: int, end: int) -> str | None:
    """The participle before "by" and a name, of what only the living do."""
    found = _BY.search(text, start, end) if " by " in text[start:end] else None
    known = words()
    made = found is not None and len(found[1]) > SHORTEST and found[1].endswith("ed")
    made = made and found is not None and found[1] not in known["not_person"] | known["not_body"] | known["not_by"]
    return found[1] if found is not None and (made or found[1] in known["done_by"]) else None


def _done_then(article: Article, before: list[Claim], name: int) -> Claim | None:
    """The date between a participle and who did it: "was signed on 4 July 1688 by Duke Albrecht"."""
    last = before[-1] if before else None
    return last if last is not None and _THEN_BY.fullmatch(article.page.prose.text, last.span.end, name) else None


def _second(
    article: Article, verb: int, dates: list[Claim], verbs: str, suffered: str
) -> tuple[str, int, Claim | None] | None:
    """The verb that shares the subject of one before it, and a date that opens its clause.

    "She studied in Rome and married in 1950", "he moved to Norby and in 1950 wrote".
    """
    text = article.page.prose.text
    stop = min(dates[0].span.start, verb + FARTHEST) if dates else verb
    at = text.rfind(" and ", verb, stop)
    if at < 0 or any(sign in text[verb:at] for sign in ';:()"“”—\n\ufffc'):
        return None
    start, date = at + len(" and "), dates[0]
    if _FRONT_DATE.fullmatch(text, start, date.span.start):
        found = _verb(article, date.span.end, date.span.end + FARTHEST, verbs, suffered)
        return (*found, date) if found else None
    found = _verb(article, start, stop, verbs, suffered)
    return (*found, None) if found else None


def _verb(article: Article, start: int, end: int, verbs: str, suffered: str) -> tuple[str, int] | None:
    """The verb behind a subject and where it ends: "had later moved", "was elected"."""
    text = article.page.prose.text
    known = words()
    passive = False
    for found in _WORD.finditer(text, start, min(end, start + 80)):
        low = found[0].lower()
        if low in known["be"]:
            passive = True
        elif (low in known[suffered] if passive else _active(low, verbs)) or (
            low in known["becoming"] and verbs == "person" and _office(text, found.end(), end)
        ):
            meant = low in known["meaning"] and text.startswith(" to ", found.end())
            return None if meant else (found[0], found.end())
        elif low not in known["adverbs"] and low not in known["auxiliaries"] and not low.endswith("ly"):
            return None
    return None


def verb_behind(article: Article, start: int, end: int) -> tuple[str, int] | None:
    """The verb of a person's deed with which a stretch of text begins, and where it ends."""
    return _verb(article, start, end, "person", "suffered")


def _active(low: str, verbs: str) -> bool:
    """Whether a word is the verb of a deed: one of a list, or one in "ed" that is on none of the others."""
    known = words()
    if low in known[f"not_{verbs}"] or low in known["adverbs"]:
        return False
    return low in known[verbs] or (low.endswith("ed") and len(low) > SHORTEST)


def is_deed(low: str) -> bool:
    """Whether a word is a verb of somebody's doing, active or passive."""
    known = words()
    lists = ("person", "body", "suffered", "body_suffered", "done_by")
    return any(low in known[name] for name in lists) or (low.endswith("ed") and len(low) > SHORTEST)


def is_past(low: str) -> bool:
    """Whether a word is a verb in the past, or the participle of one."""
    known = words()
    return is_deed(low) or low in known["irregular"] or low in known["be"] or low == "had"


def _office(text: str, start: int, end: int) -> bool:
    """Whether one of the next words is an office or a calling: "became the first director"."""
    said = _WORD.findall(text[start : min(start + 60, end)].lower())
    return not words()["offices"].isdisjoint(said[:OFFICE])


def _opens(article: Article, start: int, end: int) -> bool:
    """Whether only opening words without a date stand before a subject."""
    before = article.page.prose.text[start:end]
    said = {word.lower() for word in _WORD.findall(before)}
    if not before or (_CALLING.fullmatch(before) and said.isdisjoint(words()["breaks"] | words()["ties"])):
        return True
    head = _HEAD.fullmatch(before) or _PHRASE.fullmatch(before) or _WITH.fullmatch(before)
    return head is not None or (_OPENING.fullmatch(before) is not None and said <= words()["fronted"] | {","})


def _fronted(article: Article, start: int, end: int, before: list[Claim]) -> Claim | None:
    """The one date with which a sentence begins: "In May 1935, she ..."."""
    text = article.page.prose.text
    if len(before) != 1 or not _FRONTED.fullmatch(text, before[0].span.end, end):
        return None
    leading = _WORD.findall(_AT_PLACE.sub("", text[start : before[0].span.start]).lower())
    return before[0] if leading and set(leading) <= words()["fronted"] | {","} else None


def tied(article: Article, verb: int, dates: list[Claim]) -> Claim | None:
    """The first date behind a verb, if no other clause begins between the two and a preposition ties it."""
    if not dates or dates[0].span.start - verb > FARTHEST:
        return None
    between = article.page.prose.text[verb : dates[0].span.start]
    if any(sign in between for sign in ';:()"“”—\n\ufffc'):
        return None
    between = _IN_WORK.sub(" in ", _AS_ONE.sub(" ", between.lower()))
    said = [word for word in _WORD.findall(between) if word != "the"]
    if len(said) > 1 and (said[-2].endswith("ed") or said[-2] in _MADE):
        return None  # "played in a hall founded in 1949"
    if not said or said[-1] not in words()["ties"] or _other_clause(said[:-1]):
        return None
    return dates[0]


def _other_clause(said: list[str]) -> bool:
    """Whether a word begins a clause of its own, or "and" another verb."""
    known = words()
    if not known["breaks"].isdisjoint(said) and not _of_only(said):
        return True
    joined = said.index("and") if "and" in said else -1
    return joined >= 0 and any(
        word.endswith("ed") or word in known["person"] or word in known["be"] for word in said[joined:]
    )


def _of_only(said: list[str]) -> bool:
    """Whether the only breaking words are harmless ones inside a noun phrase, far enough from the date."""
    harmless = {"of", "his", "her", "their", "its"}
    return words()["breaks"].intersection(said) <= harmless and not harmless.intersection(said[-1:])


def _afterlife(article: Article, start: int, told: int, end: int) -> bool:
    """Whether a sentence has a word of fame, fiction or memory, but for a relative clause behind what is told."""
    text = article.page.prose.text
    if _DEAD.search(text, start, end):
        return True
    relative = _RELATIVE.search(text, told, end)
    said = {word.lower() for word in _WORD.findall(_KEPT.sub("", text[start : relative.start() if relative else end]))}
    return not words()["afterlife"].isdisjoint(said)
