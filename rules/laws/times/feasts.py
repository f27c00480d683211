"""Anniversaries as articles tell them: the count, whose it is, when it was kept and from when it counts.

The words are data, in ``feasts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Number, Ordinal
from articles.claims.written import Hedge
from articles.kinds.kind import normal
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.elapsed import year_of
from rules.laws.nearby import gap, left, occurrences, right, sentence_at, within

_OWN = regex(
    r"(?:^|[ (])(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]|[Ii]ts own) (?:own |official |great |grand )?$|\b[Tt]he [a-z]+['’]s $"
)
_SUFFIX = r"(?: (?:celebrations?|festivities|year|exhibition|edition|gala|tour|concert))?"
_KEPT = regex(
    r"(?:(?!, (?:and|but|while) | (?:and|but),? (?:in|on|during) )[^.;:]){0,60}?(?:\b(?:in|on|during)|[,(]) "
    r"(?:the (?:summer|spring|autumn|winter|end) of )?"
)
_FRONTED = regex(r"(?:^|[.;,] |\band )(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring|[Ff]or) (?:[a-z]+ ){0,3}$")
_KEPT_THEN = worded(__file__, r"^(?:,? when (?:[\w’'-]+ ){1,4})? ?{marking} (?:its |their |the )?$")
_FOR_IT = regex(r"^(?:For|On|To mark|To celebrate|In honou?r of|At|Marking|Celebrating) (?:its|their|the) (?:own )?$")
_OF = regex(r"[^,.;:()]{0,20}? of (?:its|their|the) (?:\w+ )?([a-z]+)\b")
_ANEW = worded(__file__, r" of (?:the|its|their) {anew}")
"""What is kept of a second beginning: "the fiftieth anniversary of the new foundation"."""
_OF_NAMED = regex(r" of the ([a-z]+)(?![\w-])(?! of| [A-Z])")
_FIELDS = WordList(__file__, "fields")
_MISHAPS = WordList(__file__, "mishaps")
_MISHAP = worded(__file__, r"(?i)\b{calamities}\b")
_SUBJECT = worded(
    __file__,
    r"(?:.*[,;:] |)(?P<first>[Tt]he|[Ii]ts|[Tt]heir|[A-Z][\w’'-]+)(?P<rest>(?: [\w’'-]+){0,5}?)"
    r" (?:had )?(?:{keeping}) ",
)
"""Who keeps a feast: "the society marked its 75th anniversary"."""
_WHICH = worded(
    __file__,
    r"(?<![\w’'-])(?P<noun>[\w’'-]{1,30}),? (?:which|who|that) (?:[a-z]+ ){0,2}?"
    r"(?:{keeping}|keeping|marking) (?:its|their) (?:own )?$",
)
JOINED = regex(
    r"(?:,|,? (?:saw|brought|witnessed|was|is|in time for|on|for|at|upon|marked|celebrated|commemorated|to mark|marking"
    r"|to celebrate|celebrating|to commemorate|commemorating|in honou?r of"
    r"|recalls|recalling|marks|commemorates|celebrates|on the occasion of|in celebration of)) "
    r"(?:the|its|their) (?:year of (?:its|their|the) )?(?:[a-z]+['’]s )?"
)
"""Between a date and the anniversary that was kept then: "in 1859, on the 50th anniversary"."""
_KEEPING = worded(__file__, r"\b{marking} (?:its |their |his |her |the )?(?:first )?$")
_IN_BEING = worded(
    __file__, r"(?: of (?:its |their )?{being}| since (?:the|its) [a-z]+)?(?: in | on |,|\.| with | by )"
)
_TURNED = regex(r" in ")
_SELF = regex(r"(?:^|[.;,] |\band )(?:[Ii]t|[Tt]he (?:[\w’'-]+ )?(?P<noun>[a-z]+)) (?:had )?$")
_PAST_PERFECT = regex(r"; (?:it|they|the [a-z]+) (?:had|was|were)\b")
"""Between a feast and a date, what tells of the beginning afterwards: "; it had given its first concert in"."""
_HUNDREDS = 100
"""What a centenary is counted in: "the eighth centenary"."""
_FEWEST = 10
"""Fewer years than these are kept as no feast."""
_PRONOUNS = ("it", "they", "couple", "pair")
_FOUGHT = WordList(__file__, "dated")
_MEANS = WordList(__file__, "means")
_MOST = 9
"""How many times the noun of what a feast is of is looked at."""
_LEADING = 24
"""How many readings of the lead are looked at."""
_BACK = 420
"""How far back in the paragraph the beginning is looked for."""


class Feast(NamedTuple):
    """An anniversary: the words of its count, the count, and where its noun ends.

    ``age`` marks what is told as a length of time: "celebrated 150 years of existence".
    """

    span: ProseSpan
    number: int
    end: int
    birthday: bool
    age: bool = False


def feasts(article: Article) -> Iterator[Feast]:
    """Every anniversary that is counted in the prose."""
    for claim in article.claims_by_kind.get("ordinal", ()):
        noun = _noun().match(article.lowered, claim.span.end)
        if noun and isinstance(claim.value, Ordinal) and not claim.quoted:
            times = _HUNDREDS if "centen" in noun[0] else 1
            yield Feast(claim.span, int(claim.value.amount.value) * times, noun.end(), "birthday" in noun[0])
    yield from _in_years(article)
    if not any(piece in article.lowered for piece in table()["pieces"]):
        return
    ordinals = {claim.span.end for claim in article.claims_by_kind.get("ordinal", ())}
    words: dict[str, int] = table()["words"]
    for word, number in words.items():
        for at in occurrences(article, (word,)):
            if at - 1 not in ordinals and article.lowered[at - 1 : at] != "-":  # "the third centenary"
                yield Feast(ProseSpan(at, at + len(word)), number, at + len(word), False)


def _in_years(article: Article) -> Iterator[Feast]:
    """Every feast that is told as a length of time: "celebrated 150 years of existence", "turned eighty in 2003"."""
    for claim in article.claims_by_kind.get("duration", ()):
        value = claim.value
        if not isinstance(value, Duration) or value.unit != "year" or claim.quoted:
            continue
        exact = value.amount.hedge is Hedge.NONE and value.amount.value == int(value.amount.value) >= _FEWEST
        if exact and _KEEPING.search(left(article, claim.span.start, 40)) and _IN_BEING.match(_behind(article, claim)):
            yield Feast(claim.span, int(value.amount.value), claim.span.end, False, age=True)
    for word, number in table()["spans"].items():
        for at in occurrences(article, (word,)):
            end = at + len(word)
            if _KEEPING.search(left(article, at, 40)) and _IN_BEING.match(right(article, end, 40)):
                yield Feast(ProseSpan(at, end), number, end, False, age=True)
    for at in occurrences(article, ("turned",)):
        told = within(article, at + len("turned "), at + len("turned ") + 1)
        if (
            told
            and _itself(article, at)
            and isinstance(told[0].value, Number | Duration)
            and _TURNED.match(_behind(article, told[0]))
        ):
            amount = told[0].value.amount
            if amount.hedge is Hedge.NONE and amount.value >= _FEWEST and not article.parties.person:
                yield Feast(told[0].span, int(amount.value), told[0].span.end, False, age=True)


def _itself(article: Article, at: int) -> bool:
    """Whether what "turned eighty" is the article's own subject, or what opened the sentence."""
    who = _SELF.search(left(article, at, 60))
    if who is None or who["noun"] is None:
        return who is not None
    return who["noun"] in article.page.title.lower().split() or not left(article, at, 60)[: who.start()].strip()


def _behind(article: Article, claim: Claim) -> str:
    return right(article, claim.span.end, 40)


def is_own(article: Article, feast: Feast) -> bool:
    """Whether a feast is the one of what the text is about: "its 50th anniversary", "the centenary of its founding"."""
    if _ANEW.match(article.lowered, feast.end):
        return False
    named = _OF_NAMED.match(article.page.prose.text, feast.end)
    if of_title(article, feast):
        return True
    if named and named[1] in _MISHAPS and _MISHAP.search(article.page.title):
        return True  # "the centenary of the disaster"
    if feast.age:
        return True
    if (feast.birthday and article.parties.person) or _OWN.search(left(article, feast.span.start, 40)) is None:
        return False
    return _of_itself().match(right(article, feast.end, 50)) is not None


def of_title(article: Article, feast: Feast) -> bool:
    """Whether a feast is that of what the title names: "the centenary of the fire" of the Norby Fire."""
    named = _OF_NAMED.match(article.page.prose.text, feast.end)
    return bool(named and f" {article.page.title.lower()}".split(" of ")[0].endswith(f" {named[1]}"))


def is_kept_by(article: Article, feast: Feast, origin: Claim) -> bool:
    """Whether nobody else than what began at a date is said to keep a feast: "the club celebrated its centenary"."""
    sentence = sentence_at(article, feast.span.start)
    text = article.page.prose.text
    which = _WHICH.search(text, sentence.start, feast.span.start)
    if which is not None:
        return _is_its_own(article, which["noun"].lower(), origin)
    who = _SUBJECT.match(text[sentence.start : feast.span.start])
    if who is None or not text.endswith((" its ", " their ", " its own "), sentence.start, feast.span.start):
        return True
    block = article.page.block_at(origin.span.start)
    if block is not None and block.form is Form.FIELD and _is_known(article, who, sentence.start):
        return True
    if who["first"] in ("Its", "its", "Their", "their") or "’s" in who["rest"] or "'s" in who["rest"]:
        return False
    noun = (who["rest"] or who["first"]).split()[-1].lower()
    if noun in _MEANS:
        return True
    return _is_its_own(article, noun, origin) or sentence_at(article, origin.span.start).start == sentence.start


def _is_its_own(article: Article, noun: str, origin: Claim) -> bool:
    """Whether a noun is what the text is about, or stands in the sentence of a beginning."""
    began = sentence_at(article, origin.span.start)
    return noun in (*_PRONOUNS, *article.page.title.lower().split()) or noun in article.lowered[slice(*began)]


def _is_known(article: Article, who: re.Match[str], at: int) -> bool:
    """Whether "the firm" is one that the text has told of before by no other words: the article's own subject."""
    *_, the, noun = ["", *f"{who['first']}{who['rest']}".lower().split()]
    if the != "the":
        return False
    return all(
        article.lowered.endswith(" the", 0, each - 1) or each > at
        for each in islice(occurrences(article, (noun,)), _MOST)
        if each > article.page.blocks[0].span.start + _LEADING
    )


def kept(article: Article, feast: Feast) -> Claim | None:
    """The date on which a feast was kept: right behind it, else opening its sentence."""
    behind = within(article, feast.end, feast.end + 70)
    if behind and isinstance(behind[0].value, Date):
        words = gap(article, feast.end, behind[0].span.start)
        if words in right(article, feast.end, 80) and _KEPT.fullmatch(words):
            return behind[0]
    only = only_date(article, sentence_at(article, feast.span.start))
    if only is not None and only.span > feast.span and _FOR_IT.search(left(article, feast.span.start, 40)):
        return only
    before = [
        claim for claim in within(article, feast.span.start - 90, feast.span.start) if isinstance(claim.value, Date)
    ]
    if not before or gap(article, before[-1].span.end, feast.span.start) not in left(article, feast.span.start, 100):
        return None
    fronted = next((date for date in reversed(before) if _FRONTED.search(left(article, date.span.start, 40))), None)
    words = gap(article, before[-1].span.end, feast.span.start)
    if JOINED.fullmatch(words) or _KEPT_THEN.search(words):
        began = fronted is not None and _began().search(left(article, before[-1].span.start, 60))
        return fronted if began else before[-1]
    return fronted


def beginnings(article: Article, feast: Feast) -> list[Claim]:
    """The dates on which what a feast is of may have begun: told before it, in the lead, or as a founding."""
    block = article.page.block_at(feast.span.start)
    start = max(block.span.start if block else 0, feast.span.start - _BACK)
    sentence = sentence_at(article, feast.span.start)
    lead = [claim for paragraph in article.page.lead[:1] for claim in within(article, *paragraph.span)[:_LEADING]]
    lead = [claim for claim in lead if _same(article, feast, left(article, claim.span.start, 60).lower())]
    found = [
        claim
        for claim in dict.fromkeys((*lead, *within(article, start, sentence.end)))
        if isinstance(claim.value, Date)
        and year_of(claim.value)
        and (claim.span.end < feast.span.start or _PAST_PERFECT.search(gap(article, feast.end, claim.span.start)))
        and _began().search(left(article, claim.span.start, 60))
    ]
    facts = [fact for fact in article.facts_by_property.get("founded", ()) if fact.claim is not None]
    if not found and not facts:
        return list(_boxed(article)) or of_lead(article)
    return [
        *found,
        *(fact.claim for fact in facts if fact.claim and fact.claim.span not in [one.span for one in found]),
    ]


def _boxed(article: Article) -> Iterator[Claim]:
    """The dates of the infobox on which the article's own subject began: of a treaty, a bridge or a town."""
    for box in article.page.infoboxes:
        for field in box.fields:
            if normal(field.key).replace("_", " ") in _FIELDS:
                yield from (claim for claim in within(article, *field.prose) if isinstance(claim.value, Date))


def of_lead(article: Article) -> list[Claim]:
    """The one date of the lead of an article on what happened on a day."""
    lead = [sentence_at(article, paragraph.span.start) for paragraph in article.page.lead[:1]]
    told = [claim for sentence in lead for claim in within(article, *sentence)]
    dates = [claim for claim in told if isinstance(claim.value, Date) and not claim.parts]
    return dates if len(dates) == 1 and _MISHAP.search(article.page.title) else []


def _same(article: Article, feast: Feast, words: str) -> bool:
    """Whether the words before a date may tell of the beginning that a feast is of, if it says of which."""
    named = _OF.match(right(article, feast.end, 50))
    stems = table()["same"].get(named[1], "") if named else ""
    return not stems or any(stem in words for stem in stems.split())


def only_date(article: Article, sentence: ProseSpan) -> Claim | None:
    """The one date of a sentence."""
    dates = [claim for claim in within(article, *sentence) if isinstance(claim.value, Date)]
    return dates[0] if len(dates) == 1 and not dates[0].parts else None


def table() -> dict[str, Any]:
    """The words of ``feasts.toml``."""
    return data_file(__file__, "feasts.toml")


@cache
def _noun() -> re.Pattern[str]:
    return regex(rf"[ -](?:{'|'.join(table()['counted'])})\b{_SUFFIX}")


@cache
def _of_itself() -> re.Pattern[str]:
    """Behind the noun: no "of" at all, or one of its own beginning."""
    nouns = "|".join(table()["began"]["nouns"])
    return regex(
        rf"{_SUFFIX}(?! of\b| since\b|['’-])|{_SUFFIX} of (?:its|their|the) (?:\w+ )?(?:{nouns})\b(?! of\b| [a-z]+ed\b)"
    )


@cache
def _began() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in table()["began"]["verbs"])
    dated = "|".join(sorted(_FOUGHT))
    return regex(
        rf"\b(?:{verbs}|first (?:[0-9]{{1,3}} )?[a-z]+)(?:,? [\w'’]+){{0,7}}? (?:in|on|of|from|back to)(?: the)? $"
        rf"|\b(?:dates from|dated) $|\b[Tt]he (?:[\w’'-]+ ){{0,3}}?(?:{dated})(?: of [A-Z][\w’'-]+)?(?: of| on) $",
        re.IGNORECASE,
    )
