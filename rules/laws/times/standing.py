"""What was there when another thing came into being: "the cloister had already stood for ten years when the hall was".

And its reverse, "the stables were not built until the well had been dug".
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import sentence_at
from rules.laws.times.clause_words import act_of, tokens_of
from rules.laws.times.happenings import Happening, clause, thing
from rules.laws.times.orderings import FORMS, LONGEST, Order, named

_HAD = worded(__file__, r" had (?:already |long |by then |then |for [a-z ]{2,20} ){0,3}{there}\b")
_WHEN = regex(r",? (?:when|by the time|before) ")
_FRONT = regex(r"(?:When|By the time|Before) ")
_STOP = regex(r"[,;:.(—]| and | but | while | which | so that | by ")
_UNTIL = regex(r" until (?:after )?")
UNTIL = " until "
_NOT = regex(r"\b(was|were|had) not (?:(?:yet|itself|themselves) )?(been )?")
FAR = 120
"""How far before "until" its "not" may stand."""
BUILD = "build"
"""The act by which what stands came to stand."""


def standings(article: Article) -> Iterator[Order]:
    """Every statement that one thing was there before another was made."""
    text = article.page.prose.text
    for found in _HAD.finditer(text):
        block = article.page.block_at(found.start())
        if block is not None and block.form in FORMS:
            sentence = sentence_at(article, found.start() + 1, LONGEST)
            order = _fronted(article, sentence, found.span()) or _behind(article, sentence, found.span())
            if order is not None:
                yield order
    until = text.find(UNTIL)
    while until >= 0:
        at = text.rfind(" not ", max(until - FAR, 0), until)
        order = _not_until(article, at) if at >= 0 else None
        if order is not None:
            yield order
        until = text.find(UNTIL, until + 1)


def _fronted(article: Article, sentence: ProseSpan, had: tuple[int, int]) -> Order | None:
    """Read "when the chimney was raised, the shop had been at work"."""
    text = article.page.prose.text
    front = _FRONT.match(text, sentence.start, had[0])
    comma = text.find(", ", sentence.start, had[0])
    if front is None or comma < 0:
        return None
    later = clause(article, front.end(), comma)
    return _order(article, (comma + 2, had[0]), later, ProseSpan(sentence.start, _end(text, had[1], sentence.end)))


def _behind(article: Article, sentence: ProseSpan, had: tuple[int, int]) -> Order | None:
    """Read "the lock had already been in use for a decade when the weir was built"."""
    text = article.page.prose.text
    when = _WHEN.search(text, had[1], sentence.end)
    if when is None:
        return None
    stop = _STOP.search(text, when.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    return _order(article, (sentence.start, had[0]), clause(article, when.end(), end), ProseSpan(sentence.start, end))


def _end(text: str, start: int, end: int) -> int:
    stop = _STOP.search(text, start, end)
    return stop.start() if stop else end


def _order(article: Article, subject: tuple[int, int], later: Happening | None, whole: ProseSpan) -> Order | None:
    """The order of a thing that stood and of what was made then."""
    tokens, _ = tokens_of(article, *subject)
    name = thing(article, tokens) if tokens else None
    if later is None or not name or not named(later) or later.thing == name:
        return None
    earlier = Happening(name, BUILD, None, ProseSpan(*subject), subject[1])
    whole = ProseSpan(whole.start, len(article.page.prose.text[: whole.end].rstrip(" .")))
    return Order(earlier, later, whole, whole)


def _not_until(article: Article, at: int) -> Order | None:
    """Read "the stables were not built until the well had been dug"."""
    text = article.page.prose.text
    block = article.page.block_at(at)
    if block is None or block.form not in FORMS:
        return None
    sentence = sentence_at(article, at + 1, LONGEST)
    until, denied = _UNTIL.search(text, at, sentence.end), _NOT.search(text, sentence.start, sentence.end)
    if until is None or denied is None or denied.start() > at:
        return None
    stop = _STOP.search(text, until.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    earlier = clause(article, until.end(), end)
    tokens, _ = tokens_of(article, sentence.start, denied.start())
    verbs, _ = tokens_of(article, denied.end(), until.start())
    name = thing(article, tokens) if tokens else None
    act = act_of(verbs[0].low) if verbs else None
    if earlier is None or not name or act is None or not named(earlier) or earlier.thing == name:
        return None
    whole = ProseSpan(sentence.start, len(text[:end].rstrip(" .")))
    return Order(earlier, Happening(name, act, None, whole, denied.end()), whole, whole)
