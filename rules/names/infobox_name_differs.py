"""The infobox bears another name than the article: no word of it stands in the title or in the lead.

Why: an infobox is often copied from another article, and one line of it stays behind; machines take the subject's name
from there.

Right all the same: when the infobox has the name in another script or language only, or one that the text gives
further down. Names in other scripts are not compared, and a name of which any word stands in title or lead is left
alone, unless it is the title but for one word that the article nowhere knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import plain
from articles.kinds.kind import normal
from articles.page import Field, Page
from articles.regex import regex
from articles.textmap import GAP
from articles.words import WordList
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

KEYS = frozenset(
    ("name", "common_name", "conventional_long_name", "official_name", "company_name", "full_name", "fullname")
)
_COMMON = WordList(__file__, "common")
_WORD = regex(r"[^\W\d_]+")
_LATIN = regex(r"[a-z]+")
LETTERS = 3
"""Words shorter than this name nothing by themselves."""
LONGEST = 80


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold each field with the subject's name against title and lead."""
    page = article.page
    body = page.sections[0].span.start if page.sections else len(page.source.text)
    for infobox in page.infoboxes[:1]:
        if infobox.span.start > body:
            return
        for field in infobox.fields:
            if normal(field.key) in KEYS and (written := page.text(field.prose).strip()):
                yield _judge(article, field, written)


def _judge(article: Article, field: Field, written: str) -> Verdict | Outcome:
    page = article.page
    if GAP in written or len(written) > LONGEST or "\n" in written:
        return Outcome.INCOMPARABLE
    name, title = _words(written), _words(page.title.partition(" (")[0])
    if not name or not title:
        return Outcome.INCOMPARABLE
    if not all(_LATIN.fullmatch(word) for word in name):
        return Outcome.INCOMPARABLE
    known, lead = set(_words(page.title)), False
    for block in page.lead:
        words = _words(page.text(block.span))
        known.update(words)
        lead = lead or bool(words)
        if lead and known.issuperset(name):
            return Outcome.CONSISTENT
    if not lead:
        return Outcome.INCOMPARABLE
    own = [word for word in name if word not in _COMMON]
    if own and known.isdisjoint(own) and not _written_together(name, title):
        return _verdict(page, field, written)
    strange = [at for at, word in enumerate(name) if word not in known]
    if len(strange) == 1 and len(name) == len(title) > 1 and _all_but(name, title, strange[0]):
        return _verdict(page, field, written) if _once(article, name[strange[0]]) else Outcome.INCOMPARABLE
    return Outcome.CONSISTENT


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(plain(text).casefold()) if len(word) >= LETTERS]


def _written_together(name: list[str], title: list[str]) -> bool:
    """Whether one is the other but for blanks and endings: "Kara Su" and "Karasu", "Norby's" and "Norbys"."""
    one, other = "".join(name), "".join(title)
    return one[:LETTERS] == other[:LETTERS] or one in other or other in one


def _all_but(name: list[str], title: list[str], at: int) -> bool:
    return all(mine == theirs for place, (mine, theirs) in enumerate(zip(name, title, strict=True)) if place != at)


def _once(article: Article, word: str) -> bool:
    """Whether a word stands nowhere but in the infobox."""
    return plain(article.page.prose.text).casefold().count(word) == 1


def _verdict(page: Page, field: Field, written: str) -> Verdict:
    title = page.title.partition(" (")[0]
    changes: tuple[Change, ...] = (Change(f"write {title} for {written}", ((field.prose, title),)),)
    if page.title_span:
        changes += (Change(f"write {written} in the title", ((page.title_span, written),)),)
    return Verdict(
        f"the infobox is named “{written}”, but the article “{page.title}”, and its lead knows no such name",
        (Mark(field.prose, "the infobox"), Mark(title_place(page), "the title")),
        changes=changes,
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            "⟦2:{⟧{Infobox company|name=⟦1:Estby Steel⟧|founded=1910}}\n'''Norby Works''' is a company in Norby.",
            title="Norby Works",
        ),
        wikitext(
            "⟦2:{⟧{Infobox person|name=⟦1:Ada Holm⟧|birth_date=1850}}\n'''Ada Berg''' (born 1850) was a poet.",
            title="Ada Berg",
        ),
    ),
    good=(
        wikitext("{{Infobox company|name=Norby Works Ltd.}}\n'''Norby''' is a company.", title="Norby (company)"),
        wikitext("{{Infobox person|name=A. Berg}}\n'''Ada Berg''' was a poet.", title="Ada Berg"),
        wikitext("{{Infobox person|name=Count Olaf}}\n'''Nils Berg''', called Olaf, was a clown.", title="Nils Berg"),
        wikitext("{{Infobox person|name=Saint Olaf}}\n'''Olaf of Norby''' was a bishop.", title="Olaf of Norby"),
        wikitext("{{Infobox river|name=Νόρβη}}\nThe '''Norby''' is a river.", title="Norby"),
        wikitext("{{Infobox person|name=Annie Berg}}\n'''Ada Berg''', Annie to all, was a poet.", title="Ada Berg"),
    ),
)
