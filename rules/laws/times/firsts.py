"""What an article calls a first: who was it or when, and at what, in whatever form the clause tells it.

"Ada Lind was the first woman to cross the strait", "the first ascent was made in 1911 by Bo Roth", "it was first
climbed in 1924", "made the first flight over the valley", "Eva Holm, the first speaker of the house".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.deeds import words as deed_words

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
FEWEST = 4
"""How many words what somebody was the first at has at least: "first president" may be of anything."""
NEAR = 60
"""How far behind a deed or its date the name of who did it may end."""
LIGHT = frozenset(
    ("the", "a", "an", "ever", "to", "be", "who", "was", "first", "its", "his", "her", "'s", "’s", "been", "have")
)
PRONOUNS = frozenset(
    ("He", "She", "It", "They", "This", "That", "These", "There", "One", "Who", "What", "Its", "His", "Her")
)
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"))
_WORD = regex(r"[\w’'-]+")
_NAMED = r"[A-ZÀ-Þ][\w’'.-]{0,24}(?: (?:[A-ZÀ-Þ][\w’'.-]{0,24}|[a-z]{2,12})){0,6}?"
_SUBJECT = regex(
    r"(?:(?:In|On|By) (?:[^,]{3,40}, |(?:[A-Z][a-z]+ |[0-9]{1,2} [A-Z][a-z]+ )?[0-9]{4} )"
    rf"|(?:However|Later|Then),? )?(?:the |The )?(?P<name>{_NAMED})(?:, [^,.;:]{{3,60}},)? "
    r"(?:was|became|is|had been|had become) "
    r"(?:(?:elected|appointed|chosen|named|made|sworn in|installed|crowned)(?: as)? )?"
)
_APPOSED = regex(r"(?P<name>[A-ZÀ-Þ][\w’'.-]{0,24}(?: [A-ZÀ-Þ][\w’'.-]{0,24}){1,3})(?: \([^()]{1,40}\))?, $")
_WHO = regex(
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]{0,24}(?: [A-ZÀ-Þ][\w’'.-]{0,24}){1,3}), who (?:in [0-9]{4} )?"
    r"(?:was|became|had been|had become|has been) $"
)
_HOLDER = regex(r" (?:was|is) (?:the )?(?P<name>[A-ZÀ-Þ][\w’'.-]{0,24}(?: [A-ZÀ-Þ][\w’'.-]{0,24}){1,4})(?= ?[,.;(])")
_BY = regex(r" by (?:the |an? )?(?P<name>[^,.;:()]{3,60}?)(?= (?:in|on|at|from|who|after) |[,.;:()]|$)")
_MADE = worded(__file__, rf"(?P<name>{_NAMED}) (?:had )?{{makes}} $")
_HELD = regex(r"first ([a-z-]+)\b")
_HOLDER_BEHIND = regex(
    r"(?: was|,)(?: (?:the|an?) (?:[a-z-]+ ){0,3}[a-z-]+(?= [A-ZÀ-Þ]))?"
    r" (?P<name>[A-ZÀ-Þ][\w’'.-]{0,24}(?: (?:de |von |van )?[A-ZÀ-Þ][\w’'.-]{0,24}){1,3})"
)
_DOUBT = worded(__file__, r"\b{doubt}\b")
_TOLD = regex(r" (?:was|were|had been|took place|came|opened)\b")
_MEANS = regex(r" by (?:an? )?[a-z]{3,20}(?= (?:was|were|took|came|had))")
"""Behind what was first, by what means: "the first crossing of the strait by balloon was made"."""
_NOUN_END = worded(
    __file__,
    r"[,.;:()]| {verbs}\b| {bounds}\b| (?:in|on) (?:the )?(?:early |late |mid-)?(?=[0-9]|{months}\b)| {joints} ",
)
_PLACED = regex(r" (?:of|in|on|at|over|to|up|across) (?P<owner>(?:the )?[\w’'-]{2,24}(?: [\w’'-]{2,24}){0,2}?)$")
_OWNER = regex(r"(?P<owner>(?:[Tt]he )?[\w’'-]{2,24}(?: [\w’'-]{2,24})?)['’]s $")
_TOGETHER = worded(__file__, r"\b{together}\b")
_SORTS = worded(__file__, r"\b{sorts}\b")
_ONCE = WordList(__file__, "once")
_PLACES = WordList(__file__, "places")
_OFFICES = WordList(__file__, "offices")


class First(NamedTuple):
    """Who was first, or when, at what, and the clause that tells it.

    ``key`` is what it was in plain words; ``owned`` says that it is surely of the article's own subject or place.
    """

    key: str
    owned: bool
    name: str
    date: Claim | None
    span: ProseSpan

    @property
    def who(self) -> frozenset[str]:
        """The words of a name that tell its holder from others."""
        return frozenset(word for word in self.name.split() if word[:1].isupper() and word != "The")


def firsts(article: Article) -> Iterator[First]:
    """Every first of the running text, in its order."""
    text, low = article.page.prose.text, article.lowered
    at = low.find("first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and not text[at - 1 : at].isalnum():
            found = _first(article, at)
            if found is not None:
                yield found
        at = low.find("first ", at + 1)


def _first(article: Article, at: int) -> First | None:
    """The first that a word tells of; None where it is not sure whose, or shared, or doubted."""
    text = article.page.prose.text
    sentence = sentence_at(article, at + 1)
    if article.lowered.startswith("the ", at - 4):
        start = at - 4
        return _of_noun(article, sentence, start, at)
    owner = _OWNER.search(text, max(sentence.start, at - 60), at)
    if owner is not None and is_own(article, owner["owner"]):
        office = _office(article, sentence, owner.start(), at)
        if office is not None:
            return office
        return _deed(article, sentence, owner.start(), at, owned=True)
    if article.lowered.startswith("its ", at - 4):
        return _office(article, sentence, at - 4, at)
    return _of_verb(article, sentence, at)


def _office(article: Article, sentence: ProseSpan, start: int, at: int) -> First | None:
    """Who held an office of the subject first: "its first master was Bo Roth", "Eva Holm, the club's first captain"."""
    text = article.page.prose.text
    held = _HELD.match(text, at, sentence.end)
    about = article.parties
    if held is None or about.person or about.pair or _DOUBT.search(text, *sentence):
        return None
    behind = _HOLDER_BEHIND.match(text, held.end(), sentence.end)
    ahead = None if behind else _APPOSED.search(text, max(sentence.start, start - 80), start)
    found = behind or ahead
    if found is None or held[1] not in deed_words()["offices"] | _OFFICES.words:
        return None
    stop = found.start("name") + len(found["name"].rstrip("."))
    span = ProseSpan(min(start, found.start("name")), max(held.end(), stop))
    return First(f"office {held[1]}", text[start : start + 3].lower() != "its", found["name"], None, span)


def _of_noun(article: Article, sentence: ProseSpan, start: int, at: int) -> First | None:
    """A first that a noun tells: somebody's place in a row, or a deed."""
    text = article.page.prose.text
    subject = _SUBJECT.fullmatch(text, sentence.start, start)
    near = max(sentence.start, start - 80)
    apposed = None if subject else _APPOSED.search(text, near, start) or _WHO.search(text, near, start)
    end = _noun_end(text, at, sentence.end)
    holder = _HOLDER.match(text, end, sentence.end) if start == sentence.start else None
    named = subject or apposed or holder
    if named is not None:
        words = text[at:end].split()
        shared = _TOGETHER.search(text, sentence.start, sentence.end)
        if shared or len(words) < FEWEST or named["name"].split()[0] in PRONOUNS:
            return None
        key, owned = key_of(article, text[at:end])
        begin = min(_with_the(text, named.start("name")), start)
        stop = max(end, named.end("name"))
        return First(key, owned, named["name"], None, ProseSpan(begin, stop))
    return _deed(article, sentence, start, at, owned=False)


def _deed(article: Article, sentence: ProseSpan, start: int, at: int, *, owned: bool) -> First | None:
    """A first thing or deed that is told with a date: "the first ascent was made in 1911", "made the first ascent"."""
    text = article.page.prose.text
    end = _noun_end(text, at, sentence.end)
    if _SORTS.search(text[sentence.start : at] + text[end : sentence.end]):
        return None
    made = _MADE.search(text, sentence.start, start)
    told = _TOLD.match(text, end, sentence.end)
    means = _MEANS.match(text, end, sentence.end) if told is None else None
    if means is not None:
        end = means.end()
        told = _TOLD.match(text, end, sentence.end)
    date = _only_date(article, sentence)
    if date is None or (made is None and told is None):
        return None
    by = _BY.search(text, end, min(max(end, date.span.end) + NEAR, sentence.end))
    key, placed = key_of(article, text[at:end])
    name = made["name"] if made else by["name"] if by else ""
    begin = _with_the(text, made.start("name")) if made else min(start, date.span.start)
    stop = max(end, date.span.end, by.end() if by else 0)
    return First(key, owned or placed, name, date, ProseSpan(begin, stop))


def _of_verb(article: Article, sentence: ProseSpan, at: int) -> First | None:
    """A first that a verb tells: "it was first climbed in 1922 by"."""
    text = article.page.prose.text
    verb = _WORD.match(text, at + len("first "), sentence.end)
    noun = _nouns().get(verb[0].lower()) if verb else None
    date = _only_date(article, sentence)
    if verb is None or noun is None or date is None or not text[:at].endswith(("was ", "were ")):
        return None
    subject = text[sentence.start : at].removesuffix("was ").removesuffix("were ").strip()
    owned = subject == "It" or is_own(article, subject)
    if verb[0] == "reached" and subject.lower().split()[-1:] not in (["summit"], ["peak"], ["top"]):
        return None
    if not owned or _SORTS.search(text, sentence.start, sentence.end):
        return None
    by = _BY.search(text, verb.end(), min(max(verb.end(), date.span.end) + NEAR, sentence.end))
    end = max(date.span.end, verb.end(), by.end() if by else 0)
    return First(noun, owned, by["name"] if by else "", date, ProseSpan(sentence.start, end))


def _nouns() -> dict[str, str]:
    """The noun of what a participle tells: "climbed" is an ascent."""
    rows: dict[str, str] = data_file(__file__, "firsts.toml")["nouns"]
    return rows


def key_of(article: Article, said: str) -> tuple[str, bool]:
    """What a first is of in plain words, and whether the words say that it is of the article's own subject."""
    owned = False
    placed = _PLACED.search(said)
    if placed is not None and is_own(article, placed["owner"]):
        said, owned = said[: placed.start()], True
    words = [_plain(word) for word in said.lower().split() if word not in LIGHT]
    nouns = _nouns()
    return " ".join(nouns.get(word, word) for word in words), owned


def _plain(word: str) -> str:
    for british, american in SPELLINGS:
        word = word.replace(british, american)
    return word


def sure(one: First, other: First) -> bool:
    """Whether two firsts of the same words are surely of the same thing."""
    if one.key.startswith("office "):
        return one.owned or other.owned  # "its" alone may be anything's
    if one.date is None or other.date is None or " " in one.key:
        return True
    return (one.owned and other.owned) or (one.key in _ONCE and (one.owned or other.owned))


def is_own(article: Article, owner: str) -> bool:
    """Whether the words for whose first it is mean the article's subject, or its place."""
    name = owner.removeprefix("the ").removeprefix("The ")
    own = {alias.removeprefix("the ") for alias in article.parties.aliases}
    return name in own or name in _PLACES or (name[:1].isupper() and name in article.page.title)


def _only_date(article: Article, sentence: ProseSpan) -> Claim | None:
    """The one date of a sentence."""
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) != 1 or dates[0].parts or dates[0].quoted or not isinstance(dates[0].value, Date):
        return None
    return None if dates[0].value.circa or dates[0].value.precision not in EXACT else dates[0]


def _noun_end(text: str, at: int, end: int) -> int:
    """Where the words for what was first end."""
    stop = _NOUN_END.search(text, at + len("first "), end)
    return stop.start() if stop else end


def _with_the(text: str, at: int) -> int:
    """Where a name begins with its article: "The Alder Line"."""
    return at - len("the ") if text[max(at - 4, 0) : at].lower() == "the " else at
