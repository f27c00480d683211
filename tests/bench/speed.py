"""How fast a whole check is, as ratios in one run.

    python tests/bench/speed.py [FOLDER]

Prints the time of reading, understanding and checking wikitext against ``mwparserfromhell.parse`` on the same
articles, one core, and a cold check of one small article against ``python -c pass``.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import mwparserfromhell

from articles.article import Article
from articles.readers import wikitext
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "corpora"


def seconds(work: Callable[[], object]) -> float:
    """Processor time, so that a busy machine weighs on both sides alike."""
    start = time.process_time()
    work()
    return time.process_time() - start


def seconds_of_command(command: list[str | Path]) -> float:
    """Processor time of a command that was waited for."""
    before = os.times()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def whole_check(texts: dict[str, str]) -> dict[str, float]:
    """Seconds by stage: read, claims, facts, rules."""
    stages = dict.fromkeys(("read", "claims", "facts", "rules"), 0.0)
    cards = [card for card in catalogue().values() if not card.rule.preview]
    for title, text in texts.items():
        marks = [time.process_time()]
        article = Article(wikitext.read(Source(title, text), title))
        marks.append(time.process_time())
        _ = article.claims
        marks.append(time.process_time())
        _ = article.facts
        marks.append(time.process_time())
        for card in cards:
            judge(card, article)
        marks.append(time.process_time())
        for stage, (start, end) in zip(stages, itertools.pairwise(marks), strict=True):
            stages[stage] += end - start
    return stages


def cold_check(seed: Path, runs: int = 5) -> tuple[float, float]:
    """The best time of a cold check of one file, and that of ``python -c pass``."""
    factlint = Path(sys.executable).parent / "factlint"
    command: list[str | Path] = [factlint, "check", "--no-cache", "--fail-on", "never", seed]
    bare: list[str | Path] = [sys.executable, "-c", "pass"]

    def best(run: list[str | Path]) -> float:
        return min(seconds_of_command(run) for _ in range(runs))

    return best(command), best(bare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, default=[SHARED / "enwiki-raw", SHARED / "foreign-relations"])
    for folder in parser.parse_args().folder:
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.wiki"))}
        megabytes = sum(len(text.encode()) for text in texts.values()) / 1e6
        wikitext.read(Source("warm", "{{convert|1|km}} in 1990"), "warm")
        theirs = seconds(lambda texts=texts: [mwparserfromhell.parse(text) for text in texts.values()])  # type: ignore[misc]
        stages = whole_check(texts)
        ours = sum(stages.values())
        print(f"{folder.name}: {megabytes:.2f} MB")
        print(f"  whole check   {megabytes / ours:6.2f} MB/s, {ours / theirs:.2f} x mwparserfromhell.parse")
        for stage, spent in stages.items():
            print(f"    {stage:8}    {spent:6.2f} s")
        print(f"  mwparserfromhell.parse {megabytes / theirs:.2f} MB/s")
    seed = ROOT / "articles" / "samples"
    first = min(seed.glob("*.txt"))
    ours, bare = cold_check(first)
    print(f"cold check of {first.name}: {ours / bare:.1f} x python -c pass")


if __name__ == "__main__":
    main()
