"""Numbers of things that the infobox or the headings list: "in three languages" beside four, "three acts"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.page import Field, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import left, right
from rules.laws.nouns import head

_LISTS = WordList(__file__, "lists")
_PARTS = WordList(__file__, "parts")
_PLAIN = worded(__file__, r"\b{has} (?:[a-z]+ )?$")
_CLOSED = worded(__file__, r"(?: [a-z]+){1,3}?(?:[.;,]|$| {closing}\b)")
_UNSURE = worded(__file__, r"(?i:\b{unsure}\b)")
_ITEM = regex(r"[^\s,;/&()][^,;/&()\n]{0,40}")
_NUMBERED = regex(r"(?P<sort>[A-Z][a-z]+) (?P<number>[IVX]{1,5}|[0-9]{1,2}|[A-Z][a-z]{2,5})\b")
_NUMBERS = {
    name: at
    for names in (
        "I II III IV V VI VII VIII IX X",
        "1 2 3 4 5 6 7 8 9 10",
        "One Two Three Four Five Six Seven Eight Nine Ten",
    )
    for at, name in enumerate(names.split(), 1)
}
_FEWEST, _MOST = 2, 12


def counted_fields(article: Article) -> Iterator[tuple[Claim, tuple[ProseSpan, ...]]]:
    """Every number that counts what a field of the infobox or a row of headings lists, and what they list."""
    told = [claim for claim in article.claims_by_kind.get(Kind.NUMBER, ()) if isinstance(claim.value, Number)]
    for sort, items in (*_fields(article), *_headings(article)):
        counts = [claim for claim in told if _counts(claim, sort)]
        if len({claim.value.amount.value for claim in counts}) == 1:  # type: ignore[union-attr]
            claim = next((each for each in counts if _of_all(article, each)), None)
            if claim is not None:
                yield claim, items


def _counts(claim: Claim, sort: str) -> bool:
    value = claim.value
    return isinstance(value, Number) and value.noun is not None and head(value.noun) == head(sort)


def _of_all(article: Article, claim: Claim) -> bool:
    """Whether a sentence says of what the article is about that it has just so many."""
    value = claim.value
    if not isinstance(value, Number) or value.noun is None or " " in value.noun or claim.quoted:
        return False
    block = article.page.block_at(claim.span.start)
    lead, behind = left(article, claim.span.start), right(article, claim.span.end)
    running = block is not None and block.form is Form.PARAGRAPH
    return running and bool(_PLAIN.search(lead) and _CLOSED.match(behind)) and not _UNSURE.search(lead + behind)


def _fields(article: Article) -> Iterator[tuple[str, tuple[ProseSpan, ...]]]:
    for box in article.page.infoboxes[:1]:
        for field in box.fields:
            words = field.key.lower().replace("_", " ").split()
            if len(words) == 1 and words[0] in _LISTS:
                items = _items(article, field)
                if _FEWEST <= len(items) <= _MOST:
                    yield words[0], items


def _items(article: Article, field: Field) -> tuple[ProseSpan, ...]:
    """The items that commas part; none where brackets or an "and" leave it open which they are."""
    text = article.page.text(field.prose)
    if any(sign in text for sign in "()[]/;:") or " and " in text or " or " in text or any(c.isdecimal() for c in text):
        return ()
    found = (item.span() for item in _ITEM.finditer(text))
    start = field.prose.start
    return tuple(ProseSpan(start + at, start + at + len(text[at:end].rstrip())) for at, end in found)


def _headings(article: Article) -> Iterator[tuple[str, tuple[ProseSpan, ...]]]:
    """Headings that are numbered from the first on: "Act I", "Act II"."""
    runs: dict[str, list[ProseSpan]] = {}
    for block in article.page.blocks:
        told = _NUMBERED.match(article.page.text(block.span)) if block.form is Form.HEADING else None
        if told is not None and told["sort"].lower() in _PARTS:
            run = runs.setdefault(told["sort"].lower(), [])
            if _NUMBERS.get(told["number"]) != len(run) + 1:
                run.clear()  # the numbers start anew, or leave one out
                continue
            end = block.span.start + len(article.page.text(block.span).rstrip())
            run.append(ProseSpan(block.span.start, end))
    for sort, spans in runs.items():
        if len(spans) >= _FEWEST:
            yield sort, tuple(spans)
