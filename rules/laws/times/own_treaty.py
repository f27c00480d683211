"""The steps of the treaty that an article is about, as all of its sentences, items, tables and its infobox date them.

A step is told by a noun or by a verb, before its date or behind it, in a clause with one date and one step. A sentence
that speaks of another treaty, before the step or in it, tells nothing of this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Kind
from articles.page import Form, Place, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.dated_clauses import regions
from rules.laws.times.treaty_words import ORDER, Step, kept

FORMS = (Form.PARAGRAPH, Form.ITEM)
TOLD = (Place.LEAD, Place.BODY)
_STEPS = {
    "signed": worded(__file__, r"\b{signed}\b"),
    "ratified": worded(__file__, r"\b{ratified}\b"),
    "in force": worded(__file__, r"\b{in-force}\b"),
    "expired": worded(__file__, r"\b{expired}\b"),
}
_GOES_ON = worded(
    __file__,
    r"\W{0,3}(?:(?:which|that) )?(?:{helping} ){0,5}(?:{signed}|{ratified}|{in-force}|{expired}|in|on)\b",
)
_TREATY = worded(__file__, r"\b{treaties}\b")
_PAPER = worded(__file__, r"\b{papers}\b(?P<behind> (?:of|with)\b)?")
_PRONOUN = regex(r"\bits?\b|^ ?#|^expir|^termin")
_OPENING = worded(__file__, r"^\W{0,3}{opening}\b")
_FORMER = worded(__file__, r"\b{before}\b")
_OWN = worded(__file__, r"\b{own}\b")
_OBJECT = regex(r" (?:the|an?|his|its|their|this|another|several|older) ([a-z -]{3,40})")
_DENIED = worded(__file__, r"\b{denied}\b")
_DEFINITE = WordList(__file__, "definite")
_OTHER = WordList(__file__, "other")
_BEING = frozenset(("is", "was", "as", "became", "being", "remains", "are"))
_PHRASE = 4
"""How many words before a noun are looked at."""
_HEADS = {
    "signed": WordList(__file__, "head-signed"),
    "ratified": WordList(__file__, "head-ratified"),
    "in force": WordList(__file__, "head-in-force"),
}
LONGEST = 400


def own_steps(article: Article) -> list[Step]:
    """The steps of the treaty of an article; none where it is about something else."""
    noun = _TREATY.search(article.page.title.lower())
    if noun is None:
        return []
    return [
        step
        for block in article.page.blocks
        if block.place in TOLD and block.form in FORMS
        for step in _of_block(article, block.span, noun[0])
    ]


def _of_block(article: Article, block: ProseSpan, noun: str) -> Iterator[Step]:
    for claim in claims_in(article, block):
        date = kept(claim)
        if date is None:
            continue
        sentence = sentence_at(article, date.span.start, LONGEST)
        for region in regions(article, sentence, date, _GOES_ON):
            low = article.lowered
            told = f"{low[region.start : date.span.start]} # {low[date.span.end : region.end]}"
            names = [name for name, words in _STEPS.items() if words.search(told)]
            if names:
                if len(names) == 1 and not _DENIED.search(told):
                    head = f"{low[sentence.start : date.span.start]} # {low[date.span.end : region.end]}"
                    found = _STEPS[names[0]].search(told)
                    at = found.end() if found else 0
                    meant = _ends(head) if names[0] in ORDER[2:] else _of_it(told, at, noun)
                    if meant and _is_own(article, head, noun):
                        yield Step(names[0], date, region)
                break


def _ends(head: str) -> bool:
    """Whether it is a treaty that came into force or ended, and nothing else of which the article tells."""
    return any(words.search(head) for words in (_PRONOUN, _PAPER, _OPENING))


def _is_own(article: Article, head: str, noun: str) -> bool:
    """Whether the words of a sentence up to a step speak of no other treaty than the article's."""
    head = head.replace(article.page.title.lower(), f"the {noun}")
    kinds = [found for found in _PAPER.finditer(head) if head.startswith(("the ", "this "), max(found.start() - 4, 0))]
    if _FORMER.search(head) or (kinds and kinds[0][0] != noun and any(found[0] == noun for found in kinds)):
        return False  # "the convention to which the protocol belongs"
    return all(_meant(head, found.start(), bare=found["behind"] is None) for found in _PAPER.finditer(head))


def _meant(head: str, at: int, *, bare: bool) -> bool:
    """Whether a paper is the article's treaty, by the words before it: "the treaty", "it was a treaty"."""
    words = head[max(at - 60, 0) : at].split()
    for back, word in enumerate(reversed(words[-_PHRASE:]), 1):
        if word in _OTHER:
            return back < len(words) and words[-back - 1] in _BEING
        if word in _DEFINITE:
            return bare
        if not word[-1].isalpha():
            break
    return True


def _of_it(told: str, at: int, noun: str) -> bool:
    """Whether what is signed or ratified, if that is told, is the treaty: "signed the text", not "a petition"."""
    told_object = _OBJECT.match(told, at)
    if told_object is None:
        return True
    return noun in told_object[1] or _OWN.search(told_object[1]) is not None


def rows(article: Article) -> Iterator[list[Step]]:
    """The steps that each row of a table dates under its heads."""
    for table in article.page.tables:
        yield from _rows(article, table)


def _rows(article: Article, table: Table) -> Iterator[list[Step]]:
    grid = table.grid()
    heads = {at: article.page.text(cell.prose).strip().lower() for at, cell in grid[0].items()} if grid else {}
    steps = {at: name for at, head in heads.items() for name, words in _HEADS.items() if head in words}
    for row in grid[1:] if len(steps) > 1 else ():
        told = []
        for at, name in steps.items():
            dates = (
                [claim for claim in claims_in(article, row[at].prose) if claim.kind is Kind.DATE] if at in row else []
            )
            date = kept(dates[0]) if len(dates) == 1 else None
            if date is not None:
                told.append(Step(name, date, row[at].prose))
        yield told
