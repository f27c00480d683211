"""A thing that the article's subject is said not to have, and has all the same: "It has no organ", "The organ is new".

The denial is a clause on the subject with a bare noun. What goes against it is the thing as the subject's own ("its
navy") or with its article at the head of a sentence ("The organ has"), in the tense of the denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import AGENT, KIN, subject_before, subject_of
from rules.laws.names.denying import NO, clauses_at, denying, own_clauses
from rules.laws.names.opposites import LONGEST

_NONE = worded(
    __file__, r" (?P<verb>has|had|have) no (?P<thing>(?:[a-z]+ )?[a-z]{3,})(?=[,.;]|$| (?:and|but|or|nor)\b)"
)
_TIMED = worded(__file__, r"\b(?:{timed}|[12][0-9]{3})\b", re.IGNORECASE)
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_ENDS = worded(__file__, r"[,.;:]| (?:{behind}|[a-z]+ed|[a-z]{3,}s)\b")
"""Behind a thing, what shows that its name ends there: "its harbour", not "its harbour master"."""
_AWAY = WordList(__file__, "away")
_PRESENT = worded(__file__, r"(?:,[^.,;]*,)? (?:{present}|[a-z]{3,}s)\b(?! been\b)")
_PAST = worded(__file__, r"(?:,[^.,;]*,)? (?:{past}|[a-z]{2,}ed)\b")


def possessed(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Each denial with the first mention of the thing that goes against it."""
    if len(article.lowered) > LONGEST or article.parties.pair or not article.parties.own:
        return
    text = article.page.prose.text
    for sentence in clauses_at(article, article.once(denying)[NO]):
        none = _NONE.search(text, *sentence)
        start = subject_before(article, sentence.start, none.start() + 1) if none else -1
        if none is None or start < 0 or none["thing"].split()[-1] in _AWAY:
            continue
        if _TIMED.search(text, *sentence) or _DOUBTED.search(text, none.end(), sentence.end):
            continue
        others = own_clauses(article, beside=sentence)
        found = next((span for other in others if (span := _owned(article, other, none))), None)
        if found is not None:
            yield ProseSpan(start, none.end()), found


def _owned(article: Article, sentence: ProseSpan, none: re.Match[str]) -> ProseSpan | None:
    """Where a sentence speaks of the thing as the subject's own, in the tense of its denial."""
    text, subject = article.page.prose.text, article.once(subject_of)
    thing = re.escape(none["thing"].removesuffix("s"))
    own = rf"(?:[Ii]ts|[Hh]is|[Hh]er|{subject}['’]s) (?:[a-z]+ ){{0,2}}{thing}s?"
    said = re.match(
        rf"(?P<ahead>{AGENT}|[A-Z][^.;:A-Z]{{0,80}} )(?P<told>{own})\b|(?P<article>[Tt]he {thing}s?)\b",
        text[sentence.start : sentence.end],
    )
    if (
        said is None
        or not _ENDS.match(text, sentence.start + said.end())
        or KIN.search(text, sentence.start, sentence.start + said.end())
    ):
        return None
    told = ProseSpan(*(sentence.start + at for at in said.span("told" if said["told"] else "article")))
    past = none["verb"] == "had"
    if said["told"]:
        tensed = (_PAST.search(text, sentence.start, sentence.end) is not None) == past
    else:
        tensed = (_PAST if past else _PRESENT).match(text, told.end, sentence.end) is not None
    return told if tensed and not _DOUBTED.search(text, *sentence) else None
