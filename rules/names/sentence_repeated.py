"""One sentence stands twice in the article, the second time with another figure.

Why: one copy was brought up to date and the other forgotten; the reader cannot tell which.

Right all the same: when the two copies speak of different things that only the headings around them name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Page
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

_DIGIT = regex("[0-9]")
_NUMBER = regex(r"[0-9]+(?:[.,][0-9]+)*")
_SOURCE = regex(r"\b(?:Retrieved|Archived|Accessed|ISBN|pp?\.) ")
_PLACE_IN_BOOK = worded(__file__, r"\b{places-in-books} ?$", re.IGNORECASE)
_END = regex(r"[.!?][\"”)]?(?: +|$)")
_FORMS = frozenset((Form.PARAGRAPH, Form.CAPTION))
_ONCE = worded(__file__, r"\b(?:was|were) (?:first |originally )?{once}\b|\bdied\b")
_YEARS = range(1000, 2101)


def check(article: Article, *, words: int = 9) -> Iterator[Verdict]:
    """Compare the sentences that are the same but for one number, at least ``words`` words long."""
    seen: dict[str, dict[str, tuple[int, ProseSpan]]] = {}
    text = article.page.prose.text
    for number, span in _alike(article.page, words):
        shape = _NUMBER.sub("#", text[span.start : span.end])
        if GAP not in shape and not _SOURCE.search(shape):
            seen.setdefault(shape, {}).setdefault(text[span.start : span.end], (number, span))
    shared: dict[tuple[int, int], list[tuple[ProseSpan, ProseSpan]]] = {}
    for forms in seen.values():
        if len(forms) == 2:  # three or more are a list told in sentences
            (one, first), (other, second) = forms.values()
            shared.setdefault((one, other), []).append((first, second))
    for numbers, sentences in shared.items():
        if _of_two_times(article, numbers, sentences[0]):
            continue
        # Two paragraphs that share more than one such sentence are told after one pattern, each of its own thing.
        pair = _differing(text, *sentences[0]) if len(sentences) == 1 else None
        if pair:
            yield _verdict(article, pair, sentences[0])


def _alike(page: Page, words: int) -> list[tuple[int, ProseSpan]]:
    """The sentences with a number that begin like another up to it and have as many words, with their blocks."""
    text = page.prose.text
    found: list[tuple[int, ProseSpan]] = []
    keys: list[tuple[str, int]] = []
    for number, block in enumerate(page.blocks):
        if block.form not in _FORMS:
            continue
        for start, digit, end in _sentences(text, block.span):
            spaces = text.count(" ", start, end)
            if spaces >= words:
                found.append((number, ProseSpan(start, end)))
                keys.append((text[start:digit], spaces))
    times = Counter(keys)
    return [each for each, key in zip(found, keys, strict=True) if times[key] > 1]


def _of_two_times(article: Article, blocks: tuple[int, int], sentences: tuple[ProseSpan, ProseSpan]) -> bool:
    """Whether two paragraphs and the headings above them name years, and no year in common, the sentences aside."""
    page = article.page
    years: list[set[str]] = []
    for number, sentence in zip(blocks, sentences, strict=True):
        block = page.blocks[number]
        heading = page.sections[block.section].title if block.section >= 0 else ""
        around = page.prose.text[block.span.start : sentence.start], page.prose.text[sentence.end : block.span.end]
        found = _NUMBER.findall(" ".join((heading, *around)))
        years.append({each for each in found if _is_year(each)})
    return bool(years[0] and years[1]) and years[0].isdisjoint(years[1])


def _sentences(text: str, block: ProseSpan) -> Iterator[tuple[int, int, int]]:
    """The sentences with a digit: where each starts, where its first digit stands, and where it ends."""
    at = block.start
    digit = _DIGIT.search(text, at, block.end)
    for end in _END.finditer(text, block.start, block.end):
        if digit is None:
            return
        if at <= digit.start() < end.start():
            yield at, digit.start(), end.start() + 1
        at = end.end()
        if digit.start() < at:
            digit = _DIGIT.search(text, at, block.end)


def _differing(text: str, first: ProseSpan, second: ProseSpan) -> tuple[ProseSpan, ProseSpan] | None:
    """The one number in which two sentences differ; a year that differs makes them two statements.

    Not so where what is told happens once: "was built in".
    """
    numbers = zip(
        _NUMBER.finditer(text, first.start, first.end), _NUMBER.finditer(text, second.start, second.end), strict=True
    )
    pairs = [(one, other) for one, other in numbers if one[0] != other[0]]
    if len(pairs) != 1:
        return None
    if all(_is_year(match[0]) for match in pairs[0]) and not _ONCE.search(text, first.start, first.end):
        return None
    if _PLACE_IN_BOOK.search(text, max(pairs[0][0].start() - 12, 0), pairs[0][0].start()):
        return None
    return ProseSpan(*pairs[0][0].span()), ProseSpan(*pairs[0][1].span())


def _is_year(number: str) -> bool:
    return number.isdigit() and int(number[:5]) in _YEARS


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
            "= Norby =\n\n⟦1:The keep was built in 1172 by Hugh Vik on the site of a tower.⟧\n\n== Keep ==\nIt is big. "
            "⟦2:The keep was built in 1182 by Hugh Vik on the site of a tower.⟧"
        ),
    ),
    good=(
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
        Example("= Norby =\n\nIt has 12 berths.\n\n== Port of Sudby ==\nIt has 14 berths."),
    ),
)
