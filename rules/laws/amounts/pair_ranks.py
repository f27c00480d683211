"""Which of two things is said to have more, where the word that says so and the two figures stand farther apart.

"The east wing is 34 m long. The west wing, added in 1790, is longer: it measures 28 m", "it is the larger of the two
and has room for 870", "sold 48,200 copies and so had overtaken its rival, which sold 51,700". The subject of the word
is found by its clause: a figure in that clause is the subject's own, and the only other one of the sort before is the
other thing's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Money, Number, Percent, Quantity
from articles.claims.units import dimension
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.amounts.beside import by_figures
from rules.laws.amounts.compared import measured_otherwise
from rules.laws.amounts.direction import Said
from rules.laws.amounts.passages import restated, with_earlier
from rules.laws.asides import without_asides, without_concession
from rules.laws.nearby import after, claims_in, gap, left, occurrences, right, sentence_at
from rules.laws.nouns import head, people, same_thing
from rules.laws.order import amount

_DEGREE = (
    r"(?:(?:much|far|slightly|considerably|somewhat|even|still|a little|well|rather|by far|notably|clearly) ){0,2}"
)
_IS = regex(r"(?:\b(?:is|was|are|were|being|and|but)|,) " + _DEGREE + "$")
_HAS = regex(r"\b(?:has|had|have|with|offers|offered|boasts|possesses|possessed) (?:an? |the )?" + _DEGREE + "$")
_ALONE = worded(
    __file__,
    r"(?=[:;,.]|$| \((?![0-9])| and (?:it )?[a-z]+s (?:[a-z]+ ){0,3}[0-9](?![0-9]{3}\b)|"
    r" than (?:it|that|{others})\b(?![^,.;:]{0,40}[0-9]))",
)
_OF_TWO = regex(r"(?: one)? of (?:the (?:two|pair|twins)|them|both)\b|(?: one| [a-z]+)? of the (?:two|pair)\b")
_MORE_OF = regex(r" [a-z]+(?=[:;,.]| and | of )")
_FOLLOWED = regex(r" ([a-z]+)(?: than [^.,;:()0-9]{1,30})?(?:[:;]|,| \() ?(?:only |just |some |about )?[0-9]")
_THAN_NAME = regex(r" than (?:the |those of |in |on |at |that of )?([A-Za-z][\w’'-]+)[:;]")
_HARMLESS = regex(r"\bper cent\b| on average|\b[Bb]y all accounts")
_DOUBT = worded(__file__, r"\b(?:{doubt})\b|n['’]t\b")
_OPENS = regex(r" (?:the|its|her|his|their|that|those|one|both|in|at|on|even|by|[A-Z])")
_LINKED = worded(__file__, r"(?:,| \(| {linking}\b)")
_LINKS = WordList(__file__, "links")
_PASSIVE = regex(r"\b(?:was|were|be|been|being|is|are) (?:[a-z]+ly |soon |now |thus )?$")
_BY = regex(r"(?: [a-z]+){0,4} by ")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_WORD = regex(r"[A-Za-z][\w’'-]*")
_THE = regex(r"\bthe (?:[a-z]+ )?([a-z]+)\b")
_PLACE = regex(r" (?:in|at|on|among|for|during|along|with|of) ")
_PLACED = regex(r"(?:,? (?:where|when|which|who|whose)(?: [a-z]+){0,4}|,? (?:at|with)| \() ?$|\($")
_SUBJECT = regex(
    r"(?:^|that |and |thus |so ) ?(?:the |so that )?([A-Za-z][\w’'-]*(?: [\w’'-]+){0,2}?),? (?:is|was|are|were) "
    r"(?:[a-z]+ ){0,3}$"
)
_IN_NAME = regex(r" (?:in|at|on) (?:the )?([A-Z][\w’'-]+)(?=[.,;]| \((?![0-9])| (?:with|by|in)\b|$)")
_AT_NAME = regex(r" (?:in|at|on|for) (?:the )?[A-Z][\w’'-]+")
_THE_OTHER = regex(r"\.? ?The (?:other|second|latter|[a-z]+er)\b")
_GOES_ON = regex(r"; (?:it|its|they|their|there|here|only|just)\b")
_NEAR, _FEW = 70, 30
_CUT = regex(r"[,;:(–—]| and (?=[a-z]+ (?:[a-z]+ )?$)|^")
_MORE_THAN = regex(r"\b(more|fewer) ([a-z]+) than ([a-z]+)\b")
_OPENING = regex(r"(?:At|With|Measuring|Having|Covering|Weighing) (?:[a-z]+ ){0,4}")
_CLAUSE_END = regex(r"[,;:]| and ")
_VERBS = WordList(__file__, "verbs")
_SUPERIOR = ("superior numbers", "numerical superiority", "numerically superior", "the larger force", "the larger army")
_BEATING, _SCORES = frozenset(("defeated", "beat")), frozenset(("vote", "ballot", "goal", "run", "seat", "medal"))
_ROUNDS = worded(__file__, r"(?i)\b{rounds}\b")
_BEHIND, _AFTER, FARTHEST = 90, 140, 400


class Ranked(NamedTuple):
    """Two figures in the order of the text, and what is said of them; ``words`` claims it by itself."""

    first: Claim
    second: Claim
    said: Said
    words: ProseSpan | None = None


def pair_ranks(article: Article) -> Iterator[Ranked]:
    """Every pair of figures that a word ranks from afar."""
    for at, word in by_figures(article, _telling()):
        more = _words().get(word)
        yield from _of_verb(article, at, word) if more is None else _of_word(article, at, word, more)
    for at in occurrences(article, ("of the two", "of the pair")):
        last, sentence = left(article, at, 20).split()[-1:], sentence_at(article, at, 300)
        alone = not any(not at <= claim.span.start < at + _FEW for claim in claims_in(article, sentence))
        if alone and last and last[0] in _words() and not _doubtful(without_concession(gap(article, *sentence))):
            place = at - 1 - len(last[0]), at - 1
            yield from _of_subject(article, with_earlier(article, sentence, 2), place, last[0], _words()[last[0]])


def _of_word(article: Article, at: int, word: str, more: bool) -> Iterator[Ranked]:
    sentence, end = sentence_at(article, at, 300), at + len(word)
    if not any(_ranks(word, claim) for claim in claims_in(article, sentence)):
        return
    lead, tail = gap(article, sentence.start, at), gap(article, end, sentence.end)
    if _doubtful(f"{lead} {without_concession(tail)}"):
        return
    both = _MORE_THAN.match(article.lowered, at)
    if both is not None:
        yield from _of_nouns(article, sentence, both, more)
        return
    if lead.endswith(("the ", "The ")):
        yield from _two_words(article, sentence, (at, end), word, more)
    yield from _apart(article, sentence, (at, end), word, more)
    yield from _of_subject(article, sentence, (at, end), word, more)
    yield from _named_again(article, (at, end), word, more)
    paired, followed = _OF_TWO.match(tail), _FOLLOWED.match(tail) if word in ("more", "fewer") else None
    if " than " in tail[:30] and not _ALONE.match(tail):
        yield from _than(article, sentence, (at, end), word, more)
        return
    if not (
        paired
        or (_IS.search(lead) and _ALONE.match(tail))
        or (_HAS.search(lead) and (_MORE_OF.match(tail) or tail[:1] == ":"))
        or followed
    ):
        return
    own = after(article, end + followed.end() - 1, 0) if followed else _own(article, sentence, at, word)
    if own is not None and followed and isinstance(own.value, Number) and own.value.noun is None:
        own = own._replace(value=own.value._replace(noun=followed[1]))  # "has room for fewer cars: 82 can be carried"
    if own is None or (tail.startswith(";") and own.span.start > at and not _GOES_ON.match(tail)):
        return
    other = _of_the_other(article, own, sentence, at, far=paired is not None)
    if other is not None and not measured_otherwise(article, word, other, own):
        opened = lead.endswith("the ")
        span = ProseSpan(at - 4, end + paired.end()) if paired and opened else None
        first, second = sorted((other, own), key=lambda claim: claim.span)
        yield Ranked(first, second, Said(more == (first is own), gap(article, *span) if span else word), span)


def _doubtful(told: str) -> bool:
    """Whether a sentence denies, is of another time, of several or of a part: two means are as good as two figures."""
    return _DOUBT.search(_HARMLESS.sub("", told)) is not None


def _own(article: Article, sentence: ProseSpan, at: int, word: str) -> Claim | None:
    """The figure of the clause in which a comparative stands: the only one of its sort behind a break."""
    figures = [claim for claim in _figures(article, sentence) if _ranks(word, claim)]
    beside = [claim for claim in figures if -60 <= claim.span.start - at <= _BEHIND]
    if len(beside) != 1:
        behind = [claim for claim in beside if claim.span.start > at]
        apart = len(behind) == 1 and len(beside) == 2 and ";" in gap(article, beside[0].span.end, at)
        return behind[0] if apart else None
    return beside[0] if len(figures) == 1 or beside[0].span.start > at else None


def _of_the_other(article: Article, own: Claim, sentence: ProseSpan, at: int, *, far: bool) -> Claim | None:
    """The only figure of the other thing: in the clause or the sentence before, or in the section for "of the two"."""
    block = article.page.block_at(at)
    if block is None or block.form not in (Form.PARAGRAPH, Form.ITEM):
        return None
    if inside := _others(article, own, ProseSpan(sentence.start, min(at, own.span.start))):
        apart = len(inside) == 1 and ";" in gap(article, inside[0].span.end, at)
        return inside[0] if apart else None
    start = with_earlier(article, sentence, 4).start
    if far:
        start = min(each.span.start for each in article.page.blocks if each.section == block.section)
    if sentence.start - start > FARTHEST or start > sentence.start:
        return None
    known = _others(article, own, ProseSpan(start, sentence.start))
    if not known and far and _THE_OTHER.match(article.page.prose.text, sentence.end):
        known = _others(article, own, sentence_at(article, sentence.end + 2, 300))
    return known[0] if len(known) == 1 else None


def _others(article: Article, own: Claim, span: ProseSpan) -> list[Claim]:
    return [claim for claim in _figures(article, span) if _alike(claim, own)]


def _of_subject(
    article: Article, sentence: ProseSpan, word: tuple[int, int], told: str, more: bool
) -> Iterator[Ranked]:
    """What "28 m deep and the south quarry 45 m; the north quarry is thus the deeper of the two" claims."""
    at, end = word
    figures = [claim for claim in _figures(article, ProseSpan(sentence.start, at)) if _ranks(told, claim)]
    if len(figures) != 2 or not _alike(*figures):
        return
    rest = without_asides(gap(article, figures[1].span.end, at))
    clause = _CUT.split(rest)[-1].rpartition(". ")[2]
    subject, tail = _SUBJECT.search(clause), gap(article, end, sentence.end)
    paired, placed = _OF_TWO.match(tail), _IN_NAME.match(tail)
    if subject is None or not (paired or placed):
        return
    name = placed[1].lower() if placed else subject[1].lower()
    place = _AT_NAME.match(right(article, figures[0].span.end, 30))
    behind = figures[0].span.end + (len(place[0]) if place else 0)
    parts = (sentence.start, figures[0].span.start), (figures[0].span.end, behind), (behind, figures[1].span.end)
    first, beside, second = (gap(article, *part).lower() for part in parts)
    holds = name in first + beside, name in second + rest.removesuffix(clause).lower()
    if holds[0] != holds[1] and not measured_otherwise(article, told, *figures):
        opened = paired and gap(article, at - 4, at) == "the "
        span = ProseSpan(at - 4, end + paired.end()) if paired and opened else None
        yield Ranked(figures[0], figures[1], Said(more == holds[0], gap(article, *span) if span else told), span)


def _two_words(article: Article, sentence: ProseSpan, word: tuple[int, int], told: str, more: bool) -> Iterator[Ranked]:
    """What "the heavier, cast in 1612, weighs 840 kg; the lighter weighs 1,150 kg" claims."""
    end = word[1]
    for found in _THE.finditer(article.lowered, end, sentence.end):
        other = found[1]
        if other in _words() and _words()[other] != more and _same_sort(told, other):
            first = [claim for claim in _figures(article, ProseSpan(end, found.start())) if _ranks(told, claim)]
            second = [claim for claim in _figures(article, ProseSpan(found.end(), sentence.end)) if _ranks(told, claim)]
            pair = (first[0], second[0]) if len(first) == len(second) == 1 else None
            if pair and _alike(*pair) and not measured_otherwise(article, told, *pair):
                yield Ranked(*pair, Said(more, told))
            return


def _same_sort(one: str, other: str) -> bool:
    return any(one in words and other in words for words in _sorts().values())


def _apart(article: Article, sentence: ProseSpan, word: tuple[int, int], told: str, more: bool) -> Iterator[Ranked]:
    """What "did better in Sund, where they took 21%, than in the province, where they took 34%" claims."""
    behind = [claim for claim in _figures(article, ProseSpan(word[1], sentence.end)) if _ranks(told, claim)]
    if len(behind) != 2 or behind[0].span.start - word[1] > _NEAR or not _alike(*behind):
        return
    lead, joint = gap(article, word[1], behind[0].span.start), gap(article, behind[0].span.end, behind[1].span.start)
    aside, _, place = joint.partition(" than")
    if " than" in lead or " than" in place or ";" in joint or len(aside) > _FEW:
        return
    later, earlier = joint + right(article, behind[1].span.end, 40), gap(article, sentence.start, behind[0].span.end)
    placed = all(_PLACE.match(told_of) and _PLACED.search(told_of) for told_of in (lead, place))
    fits = placed and not measured_otherwise(article, told, behind[0], behind[1])
    if fits and set(_YEAR.findall(later)) <= set(_YEAR.findall(earlier)):
        yield Ranked(behind[0], behind[1], Said(more, told))


def _named_again(article: Article, word: tuple[int, int], told: str, more: bool) -> Iterator[Ranked]:
    """What "males are heavier than females: they weigh 6.2 kg, females 8.4 kg" claims."""
    named = _THAN_NAME.match(article.page.prose.text, word[1])
    if named is None:
        return
    sentence = sentence_at(article, named.end(), 300)
    rest = ProseSpan(named.end(), sentence.end)
    figures = [claim for claim in _figures(article, rest) if _ranks(told, claim)]
    if len(figures) != 2 or not _alike(*figures) or _doubtful(without_concession(gap(article, *rest))):
        return
    parts = (rest.start, figures[0].span.start), (figures[0].span.end, figures[1].span.start)
    one, other = (named[1].lower() in gap(article, *part).lower() for part in parts)
    years = [set(_YEAR.findall(gap(article, *part))) for part in (*parts, (figures[1].span.end, rest.end))]
    if one != other and not any(years) and not measured_otherwise(article, told, *figures):
        yield Ranked(figures[0], figures[1], Said(more == other, told))


def _than(article: Article, sentence: ProseSpan, word: tuple[int, int], told: str, more: bool) -> Iterator[Ranked]:
    """What "brewed 61,000 hl and thus more than its competitor, whose output was 74,000" claims."""
    at, end = word
    pair = _around(article, sentence, at)
    start = article.lowered.find(" than ", end, end + 30) + len(" than")
    if (
        pair is None
        or pair[0].span.end + 1 == at  # "28 m taller than": the number is the difference
        or not _ranks(told, pair[0])
        or not _led(article, pair[0], at)
        or not _object(article, start, pair[1])
    ):
        return
    if not measured_otherwise(article, told, *pair):
        yield Ranked(*pair, Said(more, told))


def _of_verb(article: Article, at: int, verb: str) -> Iterator[Ranked]:
    """What "had overtaken its rival, which sold" and "was surpassed by" claim."""
    sentence, end = sentence_at(article, at, 300), at + len(verb)
    pair = _around(article, sentence, at)
    told = gap(article, sentence.start, end), gap(article, end, sentence.end)
    if (
        pair is None
        or _doubtful(f"{told[0]} {without_concession(told[1])}")
        or not _won(article, verb, pair[0], sentence)
    ):
        return
    passive = _PASSIVE.search(left(article, at, 40))
    by = _BY.match(right(article, end, 60)) if passive else None
    if (passive and by is None) or not _led(article, pair[0], at - (len(passive[0]) if passive else 0)):
        return
    superior = verb in _SUPERIOR
    if superior or _object(article, end + (by.end() - 1 if by else 0), pair[1]):
        span = ProseSpan(at, end) if isinstance(pair[0].value, Number) and verb.startswith("outnumber") else None
        yield Ranked(*pair, Said(by is None, gap(article, at, end)), span)


def _won(article: Article, verb: str, first: Claim, sentence: ProseSpan) -> bool:
    """Whether who beat another has the more of what is told: of votes or goals, and in one count of them."""
    if verb not in _BEATING:
        return True
    noun = head(first.value.noun or "") if isinstance(first.value, Number) else ""
    return noun in _SCORES and not _ROUNDS.search(gap(article, *sentence))


def _of_nouns(article: Article, sentence: ProseSpan, found: re.Match[str], more: bool) -> Iterator[Ranked]:
    """What "more men than women: 140 men and 212 women" claims."""
    counts = [claim for claim in _figures(article, sentence) if isinstance(claim.value, Number) and claim.value.noun]
    one, other = (
        [claim for claim in counts if head(str(getattr(claim.value, "noun", ""))) == head(noun)]
        for noun in found.group(2, 3)
    )
    if len(counts) == 2 and len(one) == 1 and len(other) == 1:
        first, second = sorted((one[0], other[0]), key=lambda claim: claim.span)
        yield Ranked(first, second, Said(more == (first is one[0]), f"{found[1]} {found[2]} than {found[3]}"))


def _around(article: Article, sentence: ProseSpan, at: int) -> tuple[Claim, Claim] | None:
    """The only two figures of one sort in a sentence, one on either side of a place, of one time."""
    figures = _figures(article, sentence)
    ahead = [claim for claim in figures if claim.span.end <= at]
    behind = [claim for claim in figures if at < claim.span.start <= at + _AFTER]
    pairs = [(one, other) for one in ahead for other in behind if _alike(one, other)]
    if len(pairs) != 1:
        return None
    one, other = pairs[0]
    told = gap(article, one.span.end, other.span.start)
    beside = _CLAUSE_END.split(told, maxsplit=1)[0]
    earlier = gap(article, sentence.start, one.span.end) + beside
    later = told[len(beside) :] + right(article, other.span.end, 40)
    return pairs[0] if set(_YEAR.findall(later)) <= set(_YEAR.findall(earlier)) else None


def _led(article: Article, first: Claim, at: int) -> bool:
    """Whether the words before a verb or a comparative go on with the subject of the first figure."""
    told, lead = gap(article, first.span.end, at), left(article, first.span.start, 40)
    if _OPENING.fullmatch(lead) and "," not in told[8:] and len(told) <= _BEHIND:
        return True  # "At 62 m the engine hall is longer than"
    last = _CUT.split(told)[-1]
    return (
        len(told) <= _BEHIND
        and ". " not in told
        and ";" not in told
        and all(
            word.lower() in _LINKS or word.endswith("ly") or word == getattr(first.value, "noun", None)
            for word in _WORD.findall(last)
        )
    )


def _object(article: Article, end: int, second: Claim) -> bool:
    """Whether the words behind name the other thing and go on to its figure."""
    told = gap(article, end, second.span.start)
    return _OPENS.match(told) is not None and _LINKED.search(told) is not None and ". " not in told and ";" not in told


def _figures(article: Article, span: ProseSpan) -> list[Claim]:
    return [
        claim
        for claim in claims_in(article, span)
        if amount(claim.value) is not None and not claim.parts and not claim.quoted and not restated(article, claim)
    ]


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one sort and, where they count, of one noun."""
    if type(one.value) is not type(other.value):
        return False
    if isinstance(one.value, Number) and isinstance(other.value, Number):
        nouns = one.value.noun, other.value.noun
        return bool(nouns[0] and nouns[1]) and (same_thing(*nouns) or (people(nouns[0]) and people(nouns[1])))  # type: ignore[arg-type]
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return dimension(one.value.unit) == dimension(other.value.unit)
    if isinstance(one.value, Duration) and isinstance(other.value, Duration):
        return one.value.unit == other.value.unit
    return isinstance(one.value, Money | Percent)


def _ranks(word: str, claim: Claim) -> bool:
    """Whether a comparative may be of what a figure measures."""
    sorts = _sorts()
    value = claim.value
    if isinstance(value, Quantity):
        return word in sorts.get(dimension(value.unit), frozenset())
    return word in sorts.get(claim.kind.value, frozenset())


@cache
def _sorts() -> dict[str, frozenset[str]]:
    rows: dict[str, str] = data_file(__file__, "comparatives.toml")["pairs"]["sorts"]
    return {sort: frozenset(joined.split(", ")) for sort, joined in rows.items()}


@cache
def _telling() -> frozenset[str]:
    return frozenset((*_words(), *_VERBS, *_SUPERIOR))


@cache
def _words() -> dict[str, bool]:
    data = data_file(__file__, "comparatives.toml")["comparatives"]
    known = frozenset().union(*_sorts().values())
    listed = {word: name == "more" for name in ("more", "less") for word in data[name] if word in known}
    return listed | {"better": True, "worse": False}
