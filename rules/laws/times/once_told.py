"""What is done once to one named thing, told with two dates: "was founded in 1934", "He founded the Guild in 1929".

Only acts of ``happenings.toml`` that are done once are held against each other, of things that a name of their own or
the article's title tells apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.headed import named_sections
from rules.laws.nearby import claims_in, opening, sentence_at
from rules.laws.times.clause_words import Act, Token, act_of, lexicon, lows, phrase_starts, tokens_of
from rules.laws.times.dated_sentences import Dated, Known, dated_sentences
from rules.laws.times.deeds import tied
from rules.laws.times.happenings import EXACT, Happening, clause, own_name, own_title, thing
from rules.laws.times.once_nouns import FESTIVE, OWNERS, deeds_by_noun
from rules.laws.times.own_events import deeds

_ONCE = WordList(__file__, "once")
_REPEATED = WordList(__file__, "repeated")
_HARMLESS = frozenset(("may", "to", "for", "as", "later", "first", "or", "section", "about", "around", "either"))
"""What a sentence may say as well where the words of the act are plain."""
_LOCAL = WordList(__file__, "local")
"""Acts that are done to one thing once in every place: a book is published in English later than in German."""
_SOMEWHERE = regex(r"[a-z] (?:in|at) (?:the )?[A-Z]")
_ABROAD = regex(r"[a-z] in (?:the )?[A-Z]")
"""Where a thing is launched after it was elsewhere; a ship is launched at one place."""
_COMMA = regex(r", (?=[a-zA-Z])")
_SUBJECT = regex(
    r"(?:it|he|she)\b|the (?:[\w’'-]+ ){0,4}?[\w’'-]+(?= (?:was|is|has|had|were|offers?|[a-z]+s|[a-z]+ed)\b)"
)
_JOINT = WordList(__file__, "joint")
"""Acts that each of several does to one thing: "Sweden signed the treaty in 1960"."""
_NOT_ANEW = WordList(__file__, "not-anew")
_SOLE = WordList(__file__, "sole")
_PRONOUNS = ("it ", "its ", "he ", "his ", "she ", "her ", "they ", "their ")
_LED = regex(r"(?:at|on|since|with|after|before|by|for|until|in)(?: the (?:time|day|date|year) of)? ")
_STRANGERS = WordList(__file__, "strangers")
_WORD = regex(r"[\w’'-]+")
_TOLD = (Place.LEAD, Place.BODY)


class Told(NamedTuple):
    """An act on a thing, its date, and the block that tells it; no thing where it is not said whose it was."""

    thing: str
    act: str
    date: Claim
    block: Block


class Version(NamedTuple):
    """The first telling of an act on a thing, and one that gives it another date."""

    first: Told
    other: Told

    def deed(self, article: Article) -> str:
        """What was done, in words: "the launch of the Valborg"."""
        noun = next((word for word, acts in lexicon().acts.items() if Act(self.first.act, "deed") in acts), "")
        doing = noun or f"“{self.first.act}”"
        name = own_title(article) if self.first.thing == own_name(article) else _written(article, self.first)
        return f"the {doing} of {name}"


def told_twice(article: Article) -> Iterator[Version]:
    """Each act on one thing that has two dates, which exclude each other: its first telling, and the other."""
    found: dict[tuple[str, str], list[Told]] = {}
    own, unowned = own_name(article), []
    for told in _acts(article):
        if told.thing:
            found.setdefault((told.thing, told.act), []).append(told)
        else:
            unowned.append(told)
    for told in unowned:  # "the consecration" is that of the church, if the article tells of one
        if (own, told.act) in found:
            found[own, told.act].append(told)
    for tellings in found.values():
        version = _version(article, sorted(tellings, key=lambda told: told.date.span))
        if version is not None and not _anew(article, version.first.act):
            yield version


def _version(article: Article, tellings: list[Told]) -> Version | None:
    """The two dates of one act, outside of sections on a thing of their own."""
    others = [told for told in tellings if _apart(tellings[0].date, told.date)]
    if not others:
        return None
    named = article.once(named_sections)
    own = [told for told in tellings if told.block.section not in named]
    if len(own) < len(tellings):
        return _version(article, own) if any(told.thing for told in own) else None
    return None if any(_apart(one.date, others[0].date) for one in others) else Version(tellings[0], others[0])


def _apart(one: Claim, other: Claim) -> bool:
    return isinstance(one.value, Date) and isinstance(other.value, Date) and not one.value.overlaps(other.value)


def _written(article: Article, told: Told) -> str:
    """A thing's name as its paragraph writes it."""
    at = article.lowered.find(told.thing, *told.block.span)
    name = article.page.prose.text[at : at + len(told.thing)] if at >= 0 else told.thing
    return name if name[:1].isupper() and not article.lowered.startswith("the ", at - 4) else f"the {name}"


def _acts(article: Article) -> Iterator[Told]:
    """What the sentences of the running text say was done once, with its date."""
    own = own_name(article)
    for block, sentence, owned in _places(article):
        for told in _of_sentence(article, block, sentence) if _may_do(article, sentence) else ():
            if told.thing == own or told.thing in _SOLE or _proper(article, told.thing, sentence):
                yield told
            elif not told.thing and speaks_of_own(article, block, sentence):
                yield told._replace(thing=own)
        for each in deeds(article, block, sentence):
            if each.act in _ONCE and plain_date(each.date) and _is_one_time(article, sentence):
                yield Told(own, each.act, each.date, block)
        if owned:
            yield from _by_noun(article, block, sentence)


def _places(article: Article) -> Iterator[tuple[Block, ProseSpan, bool]]:
    """The sentences that may tell an act with a second date to be held against, and whether a noun may tell one."""
    known = _known()
    places: list[tuple[Dated, set[bytes], set[str]]] = []
    counted: Counter[str] = Counter()
    for place in article.once(dated_sentences):
        words = known.words.keys() & place.words
        told = words and place.block.form is Form.PARAGRAPH and place.block.place in _TOLD
        may = known.told_by(words, place.words) if told else None
        if may:
            places.append((place, words, may))
            for name in may:
                counted[name] += len(place.dates)
    for (block, sentence, _, _), words, may in places:
        if any(counted[name] > 1 for name in may):
            nouns = (word.decode("latin-1") for word in words & _nouns())
            yield block, sentence, any(_is_owned(article.lowered, noun, sentence) for noun in nouns)


def _is_owned(text: str, word: str, sentence: ProseSpan) -> bool:
    """Whether a word stands behind one that says whose it is: "the", "her", "Berg's"."""
    at = text.find(word, *sentence)
    while at >= 0:
        if text.endswith(_owning(), sentence.start, at):
            return True
        at = text.find(word, at + 1, sentence.end)
    return False


def _is_one_time(article: Article, sentence: ProseSpan) -> bool:
    """Whether no word of a sentence speaks of a second time or of another thing of the kind."""
    said = set(_WORD.findall(article.lowered, *sentence))
    return said.isdisjoint(_STRANGERS) and said.isdisjoint(_REPEATED - _HARMLESS)


def _may_do(article: Article, sentence: ProseSpan) -> bool:
    """Whether the first verb of a sentence may tell an act that is done once; False is certain."""
    once, phrased = _ONCE.words, phrase_starts()
    for low in lows(article, *sentence):
        if low in once or low in phrased:
            return True
        if act := act_of(low):
            return act in once
    return False


@cache
def _known() -> Known:
    """The acts done once, by what may tell them as a verb or as a noun: most sentences hold none."""
    told = [(act, act) for act in _ONCE if act.endswith("ed")]
    for word, acts in lexicon().acts.items():
        told += [(word, act.name) for act in acts if act.name in _ONCE and act.form != "doing"]
    return Known(told)


@cache
def _owning() -> tuple[str, ...]:
    """What stands before such a noun."""
    return tuple(f"{word}{space}" for word in (*OWNERS, "the", "'s", "’s", *FESTIVE) for space in " \u00a0")


@cache
def _nouns() -> frozenset[bytes]:
    """With what the nouns of acts begin."""
    rows = lexicon().acts.items()
    return frozenset(opening(word) for word, acts in rows if any(act.form == "deed" for act in acts))


def _proper(article: Article, name: str, sentence: ProseSpan) -> bool:
    """Whether a sentence writes a thing's name with capitals."""
    at = article.lowered.find(name, *sentence) if name else -1
    return at >= 0 and article.page.prose.text[at].isupper()


def _by_noun(article: Article, block: Block, sentence: ProseSpan) -> Iterator[Told]:
    """The acts of the article's own subject, or of a thing with a name, that nouns tell."""
    tokens, front = tokens_of(article, *sentence)
    own, strange = own_name(article), article.parties.strange
    for each in deeds_by_noun(article, tokens, front, sentence.end):
        if each.act not in _ONCE or not plain_date(each.date):
            continue
        if each.thing == own or each.thing in _SOLE or _proper(article, each.thing, sentence):
            yield Told(each.thing, each.act, each.date, block)
            continue
        sure = each.owner == "the" or speaks_of_own(article, block, sentence)
        if sure and not each.thing and each.owner not in strange and not _others_told(article, block, each.date):
            yield Told("", each.act, each.date, block)


def speaks_of_own(article: Article, block: Block, sentence: ProseSpan) -> bool:
    """Whether "it" and "its" in a sentence are the article's subject: it opens this sentence, or the one before."""
    start = sentence.start
    if start > block.span.start:
        start = max(sentence_at(article, start - 2).start, block.span.start)
    own, low = own_name(article), article.lowered
    led = _LED.match(low, start)
    start = led.end() if led else start
    opened = low.startswith((own, f"the {own}", *article.parties.aliases, *_PRONOUNS), start)
    return opened and block.section not in article.once(named_sections)


def _anew(article: Article, act: str) -> bool:
    """Whether the article tells of the act, or of the one that undoes it, done again: "reopened"."""
    acts = {act, *(each for pair in lexicon().nature if act in pair for each in pair)}
    verbs = (word for word, known in lexicon().acts.items() if any(Act(each, "did") in known for each in acts))
    again = (f"re{sign}{verb}" for verb in verbs for sign in ("", "-"))
    return any(word in article.lowered for word in again if word not in _NOT_ANEW)


def _others_told(article: Article, block: Block, date: Claim) -> bool:
    """Whether a paragraph tells, before a date, of somebody or something else of the sort."""
    said = set(_WORD.findall(article.lowered[block.span.start : date.span.end]))
    return not said.isdisjoint(_STRANGERS)


def _of_sentence(article: Article, block: Block, sentence: ProseSpan) -> Iterator[Told]:
    tokens, front = tokens_of(article, *sentence)
    found = clause(article, *sentence) or _opened_with(article, tokens, sentence)
    told = [] if found is None or found.date is None else [Told(found.thing, found.act, found.date, block)]
    for each in (*told, *_done(article, block, tokens, front, sentence)):
        said = {token.low for token in tokens if token.start < each.date.span.start}
        if "for the first time" in article.lowered[sentence.start : each.date.span.start]:
            said -= {"for", "first"}
        where = _SOMEWHERE if each.act in _LOCAL else _ABROAD if each.act == "launch" else None
        elsewhere = where is not None and where.search(article.page.prose.text, sentence.start, each.date.span.start)
        if each.thing[:1] != "#" and each.act in _ONCE and _REPEATED.isdisjoint(said) and not elsewhere:
            yield each


def _opened_with(article: Article, tokens: Sequence[Token], sentence: ProseSpan) -> Happening | None:
    """The participle that a sentence opens with, of the subject behind it: "Founded in 1868 as a school, it"."""
    act, comma = act_of(tokens[0].low), _COMMA.search(article.page.prose.text, *sentence)
    if act is None or comma is None:
        return None
    dates = [
        claim
        for claim in claims_in(article, ProseSpan(*sentence))
        if claim.kind is Kind.DATE and claim.span.end <= comma.start()
    ]
    subject = _SUBJECT.match(article.page.prose.text, comma.end(), sentence.end)
    date = tied(article, tokens[0].end, dates)
    if date is None or subject is None:
        return None
    name = "" if subject[0] in ("it", "he", "she") else thing(article, tokens_of(article, *subject.span())[0])
    if name is None:
        return None
    return Happening(name, act, date, ProseSpan(sentence.start, comma.start()), tokens[0].end)


def _done(
    article: Article, block: Block, tokens: Sequence[Token], front: Claim | None, sentence: ProseSpan
) -> Iterator[Told]:
    """What somebody did to a thing: "He founded the Guild in 1929 with"."""
    words = lexicon().words
    at = next((at for at, token in enumerate(tokens) if act_of(token.low)), 0)
    act = act_of(tokens[at].low) if at else None
    before = {token.low for token in tokens[:at]}
    if act not in _ONCE or act in _JOINT or tokens[at - 1].low in words["be"] or not before.isdisjoint(words["unreal"]):
        return
    rest = tokens[at + 1 :]
    size = next((here for here, token in enumerate(rest) if token.low in words["breaking"] or token.low in ",.;("), 0)
    owned = rest[1:size] if rest and rest[0].low in OWNERS else ()
    sole = " ".join(token.low for token in owned)
    name = sole if sole in _SOLE else thing(article, rest[:size])
    if name is None:
        return
    dates = [
        claim for claim in claims_in(article, ProseSpan(rest[size - 1].end, sentence.end)) if claim.kind is Kind.DATE
    ]
    date = front or tied(article, rest[size - 1].end, dates)
    if date is not None and plain_date(date):
        yield Told(name, str(act), date, block)


def plain_date(date: Claim) -> bool:
    """Whether a date is one day, month or year that the article itself tells."""
    value = date.value
    sure = isinstance(value, Date) and not value.circa and value.precision in EXACT
    return sure and not date.quoted and not date.parts
