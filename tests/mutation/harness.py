"""How many planted contradictions factlint finds: one of two redundant statements changed, kind by kind.

``python -m tests.mutation.harness [--kind KIND] [--misses] [--most N]`` prints what became of the mutants. The pairs
are found by patterns of the harness's own, so the tool is not asked what it can see.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from articles.readers import plain, wikitext
from articles.source import Source
from checker.engine import Plan, check_page
from rules.catalogue import catalogue
from rules.finding import Finding
from tests.mutation import markup_search, prose_search
from tests.mutation.mutant import Mutant, Place, draw, thin

SAMPLES = Path("articles/samples")
SHARED = tuple(Path("../shared/corpora", name) for name in ("enwiki-raw", "foreign-relations", "rendered"))
PER_ARTICLE = 2
"""Mutants of one kind in one article."""
PER_KIND = 25
LONGEST = 120_000
"""Characters of an article that mutants are made of: longer ones take their time."""
CITED = frozenset({"identifier"})
"""Kinds that stand in references."""
TODAY = 739_252
"""1 January 2025, so that nothing turns with the calendar."""


class Article(NamedTuple):
    """An article's text and the reader that it wants."""

    name: str
    text: str
    reader: str


class Outcome(NamedTuple):
    """A mutant, the article it was made of, and the rules that told it; none where it was missed."""

    article: Article
    mutant: Mutant
    found: tuple[str, ...]


def articles(folders: Iterable[Path]) -> Iterator[Article]:
    """The articles of the folders that are here."""
    for folder in folders:
        for path in sorted(folder.glob("*")):
            if path.suffix in (".txt", ".wiki"):
                text = path.read_bytes().decode()
                if len(text) <= LONGEST:
                    yield Article(path.stem, text, "plain" if path.suffix == ".txt" else "wikitext")


def planted(found: Iterable[Article], per_kind: int = PER_KIND) -> list[tuple[Article, Mutant]]:
    """Mutants of every kind, spread over the articles, the same ones every time."""
    kinds: dict[str, list[tuple[Article, Mutant]]] = defaultdict(list)
    for article in found:
        by_kind: dict[str, list[Mutant]] = defaultdict(list)
        for mutant in prose_search.mutants(article.text):
            by_kind[mutant.kind].append(mutant)
        if article.reader == "wikitext":
            for mutant in markup_search.mutants(article.text):
                by_kind[mutant.kind].append(mutant)
        for kind, mutants in by_kind.items():
            told = (mutant for mutant in mutants if kind in CITED or not _cited(article.text, mutant.changed.start))
            kinds[kind] += ((article, mutant) for mutant in thin(told, PER_ARTICLE))
    for kind in kinds:
        kinds[kind].sort(key=lambda pair: draw(f"{pair[0].name} {pair[1].changed}", 1 << 30))
    return [pair for kind in sorted(kinds) for pair in kinds[kind][:per_kind]]


def _cited(text: str, at: int) -> bool:
    """Whether a place lies in a reference, in a comment or in a quotation, which nobody judges."""
    opened, closed = text.rfind("<ref", 0, at), text.rfind("</ref", 0, at)
    if opened > closed and "/>" not in text[opened:at].partition("\n")[0]:
        return True
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.startswith("^") or "Retrieved" in line or line.count('"') % 2 == 1 or "<!--" in line


def check(article: Article, text: str) -> tuple[Finding, ...]:
    """What is found in a text, read as the article is."""
    source = Source(article.name, text)
    page = plain.read(source) if article.reader == "plain" else wikitext.read(source, article.name)
    cards = tuple(card for card in catalogue().values() if not card.rule.preview)
    return tuple(told.finding for told in check_page(page, Plan(cards, today=TODAY)).findings)


def outcomes(pairs: Sequence[tuple[Article, Mutant]]) -> Iterator[Outcome]:
    """What becomes of every mutant. Pairs that are contradicted already are left out: they are not clean."""
    clean: dict[Article, tuple[Finding, ...]] = {}
    for article, mutant in pairs:
        if article not in clean:
            clean[article] = check(article, article.text)
        places = (mutant.changed, *mutant.others)
        if any(_touches(finding, places) for finding in clean[article]):
            continue
        after = check(article, mutant.applied(article.text))
        moved = tuple(map(mutant.moved, places))
        rules = sorted({finding.rule for finding in after if _touches(finding, moved)})
        yield Outcome(article, mutant, tuple(rules))


def _touches(finding: Finding, places: Iterable[Place]) -> bool:
    """Whether a finding rests on one of the statements."""
    return any(piece.start < place.end and place.start < piece.end for piece in finding.evidence for place in places)


def by_kind(found: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by the kind of the mutant."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        kinds[outcome.mutant.kind].append(outcome)
    return dict(sorted(kinds.items()))


def _missed(outcome: Outcome) -> str:
    article, mutant, _ = outcome
    start, end = mutant.changed
    text = article.text
    around = f"{text[max(0, start - 90) : start]}⟦{text[start:end]}→{mutant.text}⟧{text[end : end + 60]}"
    return f"  {article.name}: {around}".replace("\n", "⏎")


def main(arguments: list[str] | None = None) -> None:
    """Print the share that was found, by kind, and on demand what was missed."""
    grammar = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    grammar.add_argument("--kind", help="only mutants of this kind")
    grammar.add_argument("--misses", action="store_true", help="show what was not found")
    grammar.add_argument("--most", type=int, default=PER_KIND, help="mutants of a kind")
    options = grammar.parse_args(arguments)
    pairs = planted(articles((SAMPLES, *SHARED)), options.most)
    if options.kind:
        pairs = [pair for pair in pairs if pair[1].kind == options.kind]
    kinds = by_kind(outcomes(pairs))
    total = hit = 0
    for kind, told in kinds.items():
        found = sum(bool(outcome.found) for outcome in told)
        total, hit = total + len(told), hit + found
        print(f"{kind:14} {found:4} of {len(told):4}  {sorted({rule for outcome in told for rule in outcome.found})}")
        if options.misses:
            print(*(_missed(outcome) for outcome in told if not outcome.found), sep="\n")
    print(f"{'all':14} {hit:4} of {total:4}  {hit / total if total else 0:.2f}")


if __name__ == "__main__":
    main()
