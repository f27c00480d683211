"""False alarms and misses of the conversion rules on pairs that are right or wrong by their making.

``python -m tests.bench.conversions [--seed S] [--count N] [--show M]`` draws N right pairs and a quarter as many wrong
ones, and prints for each sort of pair how many were flagged, with M of those that should not, or should have been.
"""

from __future__ import annotations

import argparse
from collections import Counter

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge
from tests.bench.conversion_pairs import Draw, Pair

RULES = ("conversion-wrong", "conversion-dimension")
TOGETHER = 100
"""How many pairs make one article."""


def flagged(pairs: list[Pair]) -> list[bool]:
    """Whether each pair is flagged by one of the rules."""
    found: list[bool] = []
    for start in range(0, len(pairs), TOGETHER):
        sentences = [pair.sentence for pair in pairs[start : start + TOGETHER]]
        text = "= Measures =\n\n" + "\n\n".join(sentences) + "\n"
        article = Article(plain.read(Source("measures.txt", text)))
        lines = {finding.evidence[0].line for slug in RULES for finding in judge(catalogue()[slug], article).findings}
        found += [3 + 2 * at in lines for at in range(len(sentences))]
    return found


def measure(seed: int, count: int, *, wrong: bool) -> tuple[Counter[str], Counter[str], list[Pair]]:
    """How many pairs of each sort were drawn, how many flagged, and those on which the rules are mistaken."""
    pairs = Draw(seed, wrong=wrong).pairs(count)
    drawn, hit, mistaken = Counter(pair.sort for pair in pairs), Counter[str](), []
    for pair, flag in zip(pairs, flagged(pairs), strict=True):
        hit[pair.sort] += flag
        if flag != wrong:
            mistaken.append(pair)
    return drawn, hit, mistaken


def main() -> None:
    """Print the tables for right and for wrong pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    for wrong, count in ((False, options.count), (True, options.count // 4)):
        drawn, hit, mistaken = measure(options.seed, count, wrong=wrong)
        print(f"{'wrong' if wrong else 'right'} pairs: {hit.total()} of {drawn.total()} flagged")
        for sort in sorted(drawn):
            print(f"  {sort:16}{hit[sort]:6} of {drawn[sort]}")
        for pair in mistaken[: options.show]:
            print(f"    {pair.sort}: {pair.sentence}")


if __name__ == "__main__":
    main()
