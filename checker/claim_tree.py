"""How a claim was read: its words, value, pattern, hedge, parts, pair, and the data rows behind it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.claims.left import hedge_after, hedge_before, word_before
from articles.claims.written import Hedge
from checker.lexicon_rows import hedge_row, lexicon_rows
from checker.tree import Tree, flat, where
from checker.value_words import grouped, value_words
from checker.values import number_text


def claim_tree(article: Article, claim: Claim) -> Tree:
    """The tree of one claim."""
    source = article.page.source.slice(article.page.prose.to_source(claim.span))
    return Tree(f'{where(article, claim.span)} {claim.kind} "{flat(source)}"', tuple(_below(article, claim, source)))


def _below(article: Article, claim: Claim, source: str) -> Iterator[Tree]:
    words = article.page.text(claim.span)
    if words != source:
        yield Tree(f'seen by a reader as "{flat(words)}"')
    yield Tree(f"value: {value_words(claim.value)}", tuple(Tree(told) for told in _written(claim)))
    yield Tree(f"pattern: {claim.pattern}")
    yield from _hedge(article, claim)
    yield from (Tree(f"data: {row}") for row in lexicon_rows(claim, words))
    for part in claim.parts:
        yield Tree(f'part: {part.kind} "{flat(article.page.text(part.span))}" = {value_words(part.value)}')
    yield from _pairs(article, claim)
    if claim.quoted:
        yield Tree("stands inside quotation marks")
    if claim.impossible:
        yield Tree("impossible: clearly written, and no such day exists; the value is the narrowest real interval")


def _written(claim: Claim) -> Iterator[str]:
    if isinstance(claim.value, Date):
        yield f"written to the {claim.value.precision}"
        return
    amount = claim.value.amount
    top = "" if amount.top == amount.value else f" to {grouped(number_text(amount.top))}"
    step = f"the last digit stands for {grouped(number_text(amount.step))}" if amount.step else "taken as exact"
    yield f"written {grouped(number_text(amount.value))}{top}; {step}"


def _hedge(article: Article, claim: Claim) -> Iterator[Tree]:
    """The hedge that the value carries, with its words where they are found beside the claim as the reader looks."""
    value = claim.value
    hedge = (Hedge.ABOUT if value.circa else Hedge.NONE) if isinstance(value, Date) else value.amount.hedge
    if hedge is Hedge.NONE:
        return
    text, (start, end) = article.page.prose.text, claim.span
    found, at = hedge_before(text, start, word_before(text, start))
    if found is hedge:
        row = hedge_row(text[at:start].strip())
        yield Tree(f'hedge: {hedge}, from "{flat(text[at:start])}"', (Tree(f"data: {row}"),) if row else ())
    elif hedge_after(text, end) is hedge:
        yield Tree(f'hedge: {hedge}, from what follows: "{flat(text[end : end + 20])}…"')
    else:
        yield Tree(f"hedge: {hedge}")


def _pairs(article: Article, claim: Claim) -> Iterator[Tree]:
    for pair in article.claims.pairs:
        if claim.span in (pair.first.span, pair.second.span):
            other = pair.second if claim.span == pair.first.span else pair.first
            told = f'"{flat(article.page.text(other.span))}" = {value_words(other.value)}'
            yield Tree(f"pair: states one thing with {told}")
