"""A thing called the only one of its kind, and another one of that kind: "its only bridge", "a second bridge".

Both must be of one place: of the article's own subject, or of the place that both name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import subject_before
from rules.laws.names.denying import clauses_at, own_clauses
from rules.laws.names.opposites import LONGEST
from rules.laws.nearby import occurrences

_ONLY = worded(
    __file__,
    r"(?P<said>(?:(?:is|was|has|had|remains) )?"
    r"(?:(?:the|its) (?:only|sole)|(?:only|but|just) one|a single|no more than one) "
    r"(?P<thing>(?:(?!{joints}\b)[a-z-]+ ){0,2}(?!{joints}\b)[a-z-]{3,})"
    r"(?: (?:in|on|of|at) (?P<place>the [a-z]+|[A-Z][\w’-]+))?)(?=[.,;]|$)",
)
_SAID = ("the only", "its only", "the sole", "its sole", "only one", "just one", "but one", "a single", "than one")
_OTHER = worded(__file__, r"(?P<said>\b(?i:{others}) (?:{light} )?)$")
_TIMED = worded(__file__, r"\b(?:{timed}|[12][0-9]{3})\b", re.IGNORECASE)
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_BEHIND = worded(
    __file__, r",? (?:in|on|of|at|near|from|between|outside|to|over|across) (?P<place>the [a-z]+|[A-Z][\w’-]+)"
)
_AWAY = WordList(__file__, "away")


def only_ones(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Each "only" with the first other one of its kind."""
    if len(article.lowered) > LONGEST or article.parties.pair or not article.parties.own:
        return
    text = article.page.prose.text
    for sentence in clauses_at(article, occurrences(article, _SAID)):
        only = _ONLY.search(text, *sentence)
        if only is None or only["thing"].split()[-1] in _AWAY:
            continue
        if _TIMED.search(text, *sentence) or _DOUBTED.search(text, *sentence):
            continue
        has = only["said"].startswith(("has", "had")) or " its " in f" {only['said']}"
        place = only["place"] or ""
        if not (has or place) or subject_before(article, sentence.start, only.start()) < 0:
            continue
        others = own_clauses(article, beside=sentence)
        found = next((span for other in others if (span := _other(article, other, only["thing"], place))), None)
        if found is not None:
            yield ProseSpan(*only.span("said")), found


def _other(article: Article, sentence: ProseSpan, thing: str, place: str) -> ProseSpan | None:
    """Another one of a kind in a sentence, of the same place or of none that is named."""
    text = article.page.prose.text
    for found in re.finditer(
        rf"\b{re.escape(thing.removesuffix('s'))}(?:s|es)?\b", text[sentence.start : sentence.end]
    ):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        told = _OTHER.search(text, sentence.start, start)
        if told is None or _DOUBTED.search(text, *sentence):
            continue
        behind = _BEHIND.match(text, end, sentence.end)
        if text.startswith((" for ", " used "), end):
            continue
        if behind is None or (place and behind["place"] == place):
            return ProseSpan(told.start("said"), end)
    return None
