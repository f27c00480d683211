"""How fast a whole check is, as ratios in one run.

    python tests/bench/speed.py [FOLDER]

Prints the time of reading, understanding and checking wikitext against ``mwparserfromhell.parse`` on the same
articles, one core, and a cold check of one small article against ``python -c pass``.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import mwparserfromhell

from articles.article import Article
from articles.readers import wikitext
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "corpora"
SMALL = """= Fiji–Peru relations =

Relations between Fiji and Peru were established on 4 May 1990. Neither country has an embassy in the other.

== Economy ==

In 2021 the GDP of Fiji was $4.3 billion. In the same year its exports to Peru amounted to $2.4 billion, a modest sum.

== See also ==

- Foreign relations of Fiji
- Foreign relations of Peru
"""


def seconds(work: Callable[[], object]) -> float:
    """Processor time, so that a busy machine weighs on both sides alike."""
    start = time.process_time()
    work()
    return time.process_time() - start


def seconds_of_command(command: list[str], environment: dict[str, str], folder: str) -> float:
    """Processor time of a command that was waited for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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


def cold_check(*, bytecode: bool, runs: int = 9) -> float:
    """How many times ``python -c pass`` a cold check of one file takes, with compiled modules at hand or without.

    The runs of the two take turns, and the best of each counts.
    """
    run = "import sys; from checker.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", run, "check", "--no-cache", "--fail-on", "never", "small.txt"]
    with TemporaryDirectory() as folder:
        for room in ("articles", "rules", "reports", "checker"):
            shutil.copytree(ROOT / room, Path(folder, room), ignore=shutil.ignore_patterns("__pycache__"))
        Path(folder, "small.txt").write_text(SMALL, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PYTHONPATH": folder} | ({} if bytecode else {"PYTHONDONTWRITEBYTECODE": "1"})
        seconds_of_command(command, environment, folder)
        times = [
            (
                seconds_of_command(command, environment, folder),
                seconds_of_command([sys.executable, "-c", "pass"], environment, folder),
            )
            for _ in range(runs)
        ]
    return min(ours for ours, _ in times) / min(bare for _, bare in times)


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
    for name, bytecode in (("with", True), ("without", False)):
        print(f"cold check of a small article, {name} bytecode: {cold_check(bytecode=bytecode):.1f} x python -c pass")


if __name__ == "__main__":
    main()
