"""One sentence stands twice in the article, the second time with another figure, or a long one word for word.

Why: one copy was brought up to date and the other forgotten, and the reader cannot tell which; or a passage was moved
and left behind as well.

Right all the same: when the two copies speak of different things that only the headings around them name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from re import Match

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Kind, Ordinal
from articles.page import Form
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.asides import without_opener
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

_DIGIT = regex("[0-9]")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG, _WORDS = 90, 15
"""How many letters and spaces a sentence has that nobody writes twice by chance."""
LEAST = 2
"""A smaller number in words may be no number: "one", "half"."""
_AMOUNTS = (Kind.DURATION, Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.QUANTITY)
_NUMBER = regex(r"[0-9]+(?:[.,][0-9]+)*")
_SOURCE = regex(r"\b(?:Retrieved|Archived|Accessed|ISBN|pp?\.) ")
_PLACE_IN_BOOK = worded(__file__, r"\b{places-in-books} ?$", re.IGNORECASE)
_END = regex(r"[.!?][\"”)]?(?: +|$)")
_FORMS = frozenset((Form.PARAGRAPH, Form.CAPTION))
_ONCE = worded(__file__, r"\b(?:was|were) (?:first |originally )?{once}\b|\bdied\b")
_SIDES = WordList(__file__, "sides")
_THIS = worded(__file__, r"{this}\b")
_HE = regex(r"(?:He|She|His|Her)\b")
_ASIDE = regex(r"\([^()]{1,80}\)")
_LASTS = worded(__file__, r"\b{lasts}\b")
_PAST = worded(__file__, r"\b{past}\b|\b[a-z]{3,}ed\b")
_YEARS = range(1000, 2101)


def check(article: Article, *, words: int = 9) -> Iterator[Verdict]:
    """Compare the sentences that are the same but for one number, at least ``words`` words long."""
    seen: dict[str, dict[str, tuple[int, ProseSpan]]] = {}
    text = article.page.prose.text
    told = _in_words(article)
    for number, span in _alike(article, told, words):
        shape = _shape(text, span, told)
        if GAP not in shape and not _SOURCE.search(shape):
            seen.setdefault(shape, {}).setdefault(text[span.start : span.end], (number, span))
    shared: dict[tuple[int, int], list[tuple[ProseSpan, ProseSpan]]] = {}
    for forms in seen.values():
        if len(forms) == 2:  # three or more are a list told in sentences
            (one, first), (other, second) = forms.values()
            shared.setdefault((one, other), []).append((first, second))
    for numbers, sentences in shared.items():
        if _of_two_things(article, numbers, sentences[0]) or _of_two_times(article, numbers, sentences[0]):
            continue
        # Two paragraphs that share more than one such sentence are told after one pattern, each of its own thing.
        pair = _differing(text, sentences, told) if len(sentences) == 1 else None
        if pair:
            yield _verdict(article, pair, sentences[0])
    for first, second in _copies(article):
        marks = (Mark(first, "here"), Mark(second, "and again"))
        yield Verdict("one sentence stands twice, word for word", marks)


def _copies(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """The long sentences that stand in two sections below the lead, which may sum up; one for each two sections."""
    text = article.page.prose.text
    pieces = [
        piece for piece in f"{text}\n".replace(".\n", ". ").replace("\n", ". ").split(". ") if len(piece) >= _LONG
    ]
    told: set[tuple[int, int]] = set()
    for piece, number in Counter(pieces).items() if len(set(pieces)) < len(pieces) else ():
        if number != 2 or piece.count(" ") < _WORDS or GAP in piece or _SOURCE.search(piece) or _THIS.match(piece):
            continue
        one = text.find(piece)
        other = text.find(piece, one + len(piece))
        blocks = [article.page.block_at(at) for at in (one, other)]
        sections = tuple(-1 if block is None or block.form not in _FORMS else block.section for block in blocks)
        initial = any(text[at - 3 : at - 2].isupper() and text[at - 1 : at] == " " for at in (one, other))
        if initial or min(sections) < 0 or sections[0] == sections[1] or sections in told:
            continue
        told.add((sections[0], sections[1]))
        end = len(piece) + (text[one + len(piece) : one + len(piece) + 1] == ".")
        yield ProseSpan(one, one + end), ProseSpan(other, other + end)


def _in_words(article: Article) -> list[ProseSpan]:
    """The numbers written in words."""
    text = article.page.prose.text
    found = []
    for claim in (claim for kind in _AMOUNTS for claim in article.claims_by_kind.get(kind, ())):
        if text[claim.span.start].isalpha():
            word = _WORD.match(text, claim.span.start)
            amount = None if isinstance(claim.value, Date | Ordinal) else claim.value.amount
            if word and amount and amount.value >= LEAST:
                found.append(ProseSpan(*word.span()))
    return sorted(found)


def _numbers(text: str, span: ProseSpan, told: list[ProseSpan]) -> list[ProseSpan]:
    """The numbers of a sentence, in digits and in words, in order."""
    digits = [ProseSpan(*match.span()) for match in _NUMBER.finditer(text, span.start, span.end)]
    return sorted((*digits, *told[bisect_left(told, (span.start, 0)) : bisect_left(told, (span.end, 0))]))


def _shape(text: str, span: ProseSpan, told: list[ProseSpan]) -> str:
    """A sentence with a sign for each of its numbers."""
    pieces, at = [], span.start
    for number in _numbers(text, span, told):
        pieces.append(text[at : number.start])
        at = number.end
    return "#".join((*pieces, text[at : span.end]))


def _alike(article: Article, told: list[ProseSpan], words: int) -> list[tuple[int, ProseSpan]]:
    """The sentences with a number that begin like another up to it and have as many words, with their blocks."""
    text = article.page.prose.text
    found: list[tuple[int, int, int]] = []
    keys: list[tuple[str, int]] = []
    for number, block in enumerate(article.page.blocks):
        if block.form not in _FORMS:
            continue
        for start, first, end in _sentences(text, block.span, told):
            spaces = text.count(" ", start, end)
            if spaces >= words:
                found.append((number, start, end))
                keys.append((text[start:first], spaces))
    times = Counter(keys)
    return [(number, ProseSpan(*span)) for (number, *span), key in zip(found, keys, strict=True) if times[key] > 1]


def _of_two_things(article: Article, blocks: tuple[int, int], sentences: tuple[ProseSpan, ProseSpan]) -> bool:
    """Whether two sentences speak of whatever "it" is there, or of what two headings of one form name."""
    page = article.page
    one, other = (page.blocks[number].section for number in blocks)
    if one != other and min(one, other) >= 0:
        first, second = (page.sections[each].title.lower().split() for each in (one, other))
        titled = set(page.title.lower().split())
        sides = any(word in _SIDES for word in first) and any(word in _SIDES for word in second)
        if titled.issuperset((*first, *second)) or (sides and first != second):
            return True  # "Ostby" and "Vestby" in an article on the locks of both
        alike = first[-1:] == second[-1:] or _one_form(page.sections[one].title, page.sections[other].title)
        if alike and page.sections[one].level == page.sections[other].level:
            return True
    if one != other and min(one, other) < 0:
        return False  # in the lead "it" is the article's subject
    apart = one != other or blocks[0] == blocks[1]
    opening = without_opener(page.text(sentences[0]))
    if apart and _HE.match(opening):
        return not article.parties.person
    return apart and _THIS.match(opening) is not None


def _one_form(one: str, other: str) -> bool:
    """Whether two headings differ in one name: "MV Curlew" and "MV Plover"."""
    first, second = one.split(), other.split()
    apart = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    return len(first) == len(second) > 1 == len(apart) and all(word[0].isupper() for word in apart[0])


def _of_two_times(article: Article, blocks: tuple[int, int], sentences: tuple[ProseSpan, ProseSpan]) -> bool:
    """Whether the headings and what stands before two sentences in their paragraphs name years, and none in common."""
    page = article.page
    if _ONCE.search(page.text(sentences[0])):
        return False
    if _LASTS.search(page.text(sentences[0])) and not _PAST.search(page.text(sentences[0])):
        return False  # "the peat reaches a depth of 7 metres" is meant of any time
    years: list[set[str]] = []
    for number, sentence in zip(blocks, sentences, strict=True):
        block = page.blocks[number]
        heading = page.sections[block.section].title if block.section >= 0 else ""
        ahead = page.prose.text[block.span.start : sentence.start]
        if block.section < 0:  # the years of a life stand in brackets, and are no time of what is told
            ahead = _ASIDE.sub("", ahead)
        found = _NUMBER.findall(f"{heading} {ahead}")
        years.append({each for each in found if _is_year(each)})
    return bool(years[0] and years[1]) and years[0].isdisjoint(years[1])


def _sentences(text: str, block: ProseSpan, told: list[ProseSpan]) -> Iterator[tuple[int, int, int]]:
    """The sentences with a number: where each starts, where its first number stands, and where it ends."""
    at = block.start
    first = _first(text, block, told, at)
    if first >= block.end:
        return
    for sign, behind in map(Match.span, _END.finditer(text, block.start, block.end)):
        if first < sign:
            yield at, first, sign + 1
        at = behind
        if first < at:
            first = _first(text, block, told, at)
            if first >= block.end:
                return


def _first(text: str, block: ProseSpan, told: list[ProseSpan], at: int) -> int:
    """Where the first number behind a place stands; the end of the block where there is none."""
    word = bisect_left(told, (at, 0))
    end = min(told[word].start, block.end) if word < len(told) else block.end
    found = _DIGIT.search(text, at, end)
    return found.start() if found else end


def _differing(
    text: str, sentences: list[tuple[ProseSpan, ProseSpan]], told: list[ProseSpan]
) -> tuple[ProseSpan, ProseSpan] | None:
    """The one number in which two sentences differ; a year that differs makes them two statements.

    Not so where what is told happens once: "was built in".
    """
    first, second = sentences[0]
    numbers = zip(_numbers(text, first, told), _numbers(text, second, told), strict=True)
    written = [(one, text[one.start : one.end], other, text[other.start : other.end]) for one, other in numbers]
    pairs = [each for each in written if each[1].lower() != each[3].lower()]
    if len(pairs) != 1:
        return None
    one, said, other, again = pairs[0]
    if said.isalpha() != again.isalpha() and (said.isdecimal() or again.isdecimal()):
        return None  # one number, written in two ways
    if _is_year(said) and _is_year(again) and not _ONCE.search(text, first.start, first.end):
        return None
    return None if _PLACE_IN_BOOK.search(text, max(one.start - 12, 0), one.start) else (one, other)


def _is_year(number: str) -> bool:
    return number.isdecimal() and int(number[:5]) in _YEARS


def _verdict(article: Article, pair: tuple[ProseSpan, ProseSpan], sentences: tuple[ProseSpan, ProseSpan]) -> Verdict:
    first, second = (article.page.text(span) for span in pair)
    return Verdict(
        f"one sentence stands twice, once with {first} and once with {second}",
        (Mark(sentences[0], f"with {first}"), Mark(sentences[1], f"again, with {second}")),
        changes=(
            Change(f"say {first} in both", ((pair[1], first),)),
            Change(f"say {second} in both", ((pair[0], second),)),
        ),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby =\n\nA works.\n\n== War ==\n⟦1:At first the copper stills were buried in an orchard, and two of "
            "them were not found until a road was dug.⟧ It burned.\n\n== Trade ==\nPlums dry. ⟦2:At first the "
            "copper stills were buried in an orchard, and two of them were not found until a road was dug.⟧"
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (1880–1950) was a flier. ⟦1:She took her licence at Norby after ten hours in the "
            "air.⟧\n\n== Life ==\nIn 1913 she flew. ⟦2:She took her licence at Norby after six hours in the air.⟧"
        ),
        Example(
            "= Norby =\n\n⟦1:The harbour of Norby can take ships of up to 180 metres in all weathers.⟧\n\n== Port "
            "==\nIt is "
            "old. ⟦2:The harbour of Norby can take ships of up to 210 metres in all weathers.⟧"
        ),
        wikitext(
            "⟦1:The harbour of Norby has had 12 berths since it was rebuilt in 1921.⟧\n\n== Port ==\n"
            "⟦2:The harbour of Norby has had 14 berths since it was rebuilt in 1921.⟧",
            title="Norby",
        ),
        Example(
            "= Norby =\n\n⟦1:The abbot had under him fourteen lay brothers, who kept the fish ponds of the house.⟧\n\n"
            "== Rule ==\nIt was strict. ⟦2:The abbot had under him twenty-two lay brothers, who kept the fish ponds of "
            "the house.⟧"
        ),
        Example(
            "= Norby =\n\n⟦1:The keep was built in 1172 by Hugh Vik on the site of a tower.⟧\n\n== Keep ==\nIt is big. "
            "⟦2:The keep was built in 1182 by Hugh Vik on the site of a tower.⟧"
        ),
        Example(
            "= Norby =\n\nNorby works.\n\n== Pit ==\nIn 1791 it grew. ⟦1:The shaft at Cold Hill cost the lives of 19 "
            "men.⟧\n\n== Mine ==\n⟦2:The shaft at Cold Hill cost the lives of 27 men.⟧ It was shut in 1922."
        ),
    ),
    good=(
        Example(
            "= Norby Run =\n\nA run.\n\n== Men ==\nThe record is held by a man from Ems and stands at 128 minutes.\n\n"
            "== Women ==\nThe record is held by a man from Ems and stands at 141 minutes."
        ),
        Example(
            "= Norby Line =\n\nThey sail.\n\n== MV Curlew ==\nThe ship carries 120 passengers and was built at Ems for "
            "a Dane.\n\n== MV Plover ==\nThe ship carries 150 passengers and was built at Ems for a Dane."
        ),
        Example(
            "= Ostby and Vestby Locks =\n\nThey lock.\n\n== Ostby ==\nThe chamber is 31 metres long and was cut "
            "from the rock.\n\n== Vestby ==\nThe chamber is 36 metres long and was cut from the rock."
        ),
        Example(
            "= Lind Brothers =\n\nThe Lind Brothers were two builders.\n\n== Karl ==\nHe designed 12 churches in the "
            "province and lies beside one of them.\n\n== Otto ==\nHe designed 31 churches in the province and lies "
            "beside one of them."
        ),
        Example(
            "= Norby =\n\nAt first the copper stills were buried in an orchard, and two of them were not found "
            "until a road was dug.\n\n== War ==\nAt first the copper stills were buried in an orchard, and two of them "
            "were not found until a road was dug."
        ),
        Example(
            "= Finches of Norby =\n\nThere are two.\n\n== Red finch ==\nThe hen lays four eggs in a nest of moss and "
            "horsehair.\n\n== Grey finch ==\nThe hen lays five eggs in a nest of moss and horsehair."
        ),
        Example(
            "= Ports of Ostland =\n\nThere are two.\n\n== Norby ==\nNorby is old. It has 12 berths and is reached by a "
            "narrow road.\n\n== Sudby ==\nSudby is new. It has 14 berths and is reached by a narrow road."
        ),
        Example(
            "= Norby =\n\nThe harbour of Norby had more than 1,200 ships as visitors in 1921.\n\nThe harbour of "
            "Norby had more "
            "than 1,400 ships as visitors in 1931."
        ),
        Example(
            "= Norby =\n\nThe harbour of Norby can take ships of up to 180 metres.\n\n== Port ==\nThe harbour of "
            "Norby can take "
            "ships of up to 180 metres."
        ),
        Example(
            "= Norby =\n\nThe harbour was closed by the Danes for a whole summer in 1658.\n\n== War ==\nThe harbour "
            "was closed by the Danes for a whole summer in 1676."
        ),
        Example(
            "= Norby =\n\nIt votes.\n\n== Left ==\nIn 1991 it stood. The Labour List won 19 of the seats in the whole "
            "of Norby.\n\n== Right ==\nIn 1995 it fell. The Labour List won 27 of the seats in the whole of Norby."
        ),
        Example("= Norby =\n\nIt has 12 berths.\n\n== Port of Sudby ==\nIt has 14 berths."),
    ),
)
