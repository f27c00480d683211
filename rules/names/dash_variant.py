"""The article's name is written with another dash in the text than in the title.

Why: one name in two spellings is found by one search only, and the house styles of encyclopedias want one dash
between two parties of equal rank.

Right all the same: when the text names a work or a body that spells itself so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.kinds.parties import parties
from articles.page import Form, Page
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.blocks import link_at, quoted
from rules.laws.cited import cited
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

_DASHES = "–—‑−-"
_NAMES = {"–": "an en dash", "—": "an em dash", "‑": "a non-breaking hyphen", "−": "a minus sign", "-": "a hyphen"}
_PAIR = regex(rf"[^\W\d_]{{2,40}}[{_DASHES}][^\W\d_]{{2,40}}")
_ASIDE = regex(r" \([^()]{1,60}\)$")
_FILE = worded(__file__, r"[^\n\[\]{}|<>]{0,80}?\.{files}\b", re.IGNORECASE)
"""Behind a name, what makes it a file's, which is spelt as it is."""
_OWN = frozenset((Form.PARAGRAPH, Form.ITEM, Form.HEADING, Form.FIELD, Form.CELL, Form.CAPTION))


def check(article: Article, *, most: int = 50) -> Iterator[Verdict]:
    """Look for the title's name with every other dash; the first ``most`` places are told for each."""
    page = article.page
    name = _name(page.title)
    if not name:
        return
    dash = next(letter for letter in reversed(name) if letter in _DASHES)
    before, _, after = name.rpartition(dash)
    right = _right(page, name, _pair_of(name, dash))
    for other in _DASHES:
        if other != dash:
            for span in islice(_standing(page, before + other + after), most):
                yield _verdict(page, _joined(page, span, other), right, (_pair_of(name, dash), dash, other))


def _name(title: str) -> str:
    """The part of a title that a dash joins, empty where there is none or more than one way to take it."""
    pair = parties(title)
    if pair:
        start = len(pair[0])
        joined = title[: start + 1 + len(pair[1])]
        return joined if joined.startswith(pair[0]) and joined.endswith(pair[1]) and joined[start] in _DASHES else ""
    whole = _ASIDE.sub("", title)
    return whole if len(_PAIR.findall(whole)) == 1 and sum(map(whole.count, _DASHES)) == 1 else ""


def _pair_of(name: str, dash: str) -> str:
    """The two sides of a dash, without the words that follow: "Berg–Lund" of "Berg–Lund theorem"."""
    found = _PAIR.search(name)
    return found[0] if found and dash in found[0] and name.startswith(found[0]) else name


def _joined(page: Page, span: ProseSpan, dash: str) -> ProseSpan:
    pair = _pair_of(page.text(span), dash)
    return ProseSpan(span.start, span.start + len(pair))


def _standing(page: Page, name: str) -> Iterator[ProseSpan]:
    """Where a name stands in the article's own words."""
    text = page.prose.text
    at = text.find(name)
    while at >= 0:
        span = ProseSpan(at, at + len(name))
        around = text[max(at - 1, 0) : at] + text[span.end : span.end + 1]
        if not any(letter.isalnum() for letter in around) and _own_words(page, span):
            yield span
        at = text.find(name, span.end)


def _own_words(page: Page, span: ProseSpan) -> bool:
    block = page.block_at(span.start)
    if not block or block.form not in _OWN or link_at(page, span.start) or not page.prose.verbatim(span):
        return False
    return not quoted(page, span) and not cited(page, span.start) and not _FILE.match(page.prose.text, span.end)


def _right(page: Page, name: str, pair: str) -> Span | ProseSpan | None:
    """Where the pair first stands as it should: in the title, or in the text where the format keeps that outside."""
    if page.title_span:
        start = page.title_span.start + page.source.text[page.title_span.start : page.title_span.end].find(name)
        return Span(start, start + len(pair))
    return next((ProseSpan(span.start, span.start + len(pair)) for span in _standing(page, name)), None)


def _verdict(page: Page, span: ProseSpan, right: Span | ProseSpan | None, form: tuple[str, str, str]) -> Verdict:
    name, dash, other = form
    written = page.text(span)
    message = f"“{written}” is written with {_NAMES[other]}, but the title “{page.title}” with {_NAMES[dash]}"
    return Verdict(
        message,
        (Mark(span, f"with {_NAMES[other]}"), *([Mark(right, f"with {_NAMES[dash]}")] if right else [])),
        changes=(Change(f"write “{name}”", ((span, name),)),),
        safe=dash == "–",
    )


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.HIGH,
    bad=(
        Example("= ⟦2:Narvia–Ostland⟧ relations =\n\nThe ⟦1:Narvia-Ostland⟧ border is long."),
        wikitext("The '''⟦1:Narvia-Ostland⟧ relations''' are good.", title="Narvia–Ostland relations"),
        wikitext("The ⟦1:Berg—Lund⟧ theorem is old.", title="Berg–Lund theorem"),
        wikitext("The ⟦2:Berg–Lund⟧ theorem was a guess. The ⟦1:Berg-Lund⟧ theorem is old.", title="Berg–Lund theorem"),
    ),
    good=(
        wikitext(
            "{{Infobox bilateral relations|map=Albania-Sudan Locator.png}}\nText.", title="Albania–Sudan relations"
        ),
        Example("= Narvia–Ostland relations =\n\nThe Narvia–Ostland border is long, the Narvia-Westland one short."),
        wikitext("The Berg-Lund family is old.", title="Berg–Lund theorem"),
        Example("= Guinea-Bissau =\n\nGuinea-Bissau lies in Africa."),
        wikitext('He wrote "A Narvia-Ostland Diary". See [[Narvia-Ostland border]].', title="Narvia–Ostland relations"),
    ),
)
