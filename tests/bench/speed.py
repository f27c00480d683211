"""How fast a whole check is, as ratios in one run.

    python tests/bench/speed.py [FOLDER ...] [--rules N] [--runs N]

Prints the time of reading, understanding and checking wikitext against ``mwparserfromhell.parse`` on the same
articles, one core, by stage and by rule. Whatever is worked out when first asked for (an article's sheets, its prose in
lower case) is counted where it is asked for first. Then a cold check of one small article against ``python -c pass``.
"""

from __future__ import annotations

import argparse
import gc
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
from checker.cli import RARELY
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


PYTHONS = 700
"""New objects between two searches for garbage, as Python has it and mwparserfromhell is run with."""
STAGES = ("read", "claims", "kind", "facts")


def whole_check(title: str, text: str) -> dict[str, float]:
    """Seconds of one article by stage and by rule."""
    spent: dict[str, float] = {}
    mark = time.process_time()

    def stage(name: str) -> None:
        nonlocal mark
        now = time.process_time()
        spent[name] = now - mark
        mark = now

    article = Article(wikitext.read(Source(title, text), title))
    stage("read")
    for name in STAGES[1:]:
        getattr(article, name)
        stage(name)
    for card in catalogue().values():
        if not card.rule.preview:
            judge(card, article)
            stage(card.slug)
    return spent


def parse_seconds(text: str, runs: int, threshold: int) -> float:
    """The least time of mwparserfromhell over a text, garbage being searched for after so many new objects."""
    before = gc.get_threshold()
    gc.set_threshold(threshold)
    found = min(seconds(lambda: mwparserfromhell.parse(text)) for _ in range(runs))
    gc.set_threshold(*before)
    return found


def least(runs: list[dict[str, float]]) -> dict[str, float]:
    """The least time of each stage and rule: what a busy machine adds is left out."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def folder_speed(folder: Path, runs: int, slowest: int) -> None:
    """Print the stages and the slowest rules over the articles of a folder."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.wiki"))}
    megabytes = sum(len(text.encode()) for text in texts.values()) / 1e6
    ours: dict[str, float] = {}
    theirs = undisturbed = 0.0
    for title, text in texts.items():
        for name, spent in least([whole_check(title, text) for _ in range(runs)]).items():
            ours[name] = ours.get(name, 0.0) + spent
        theirs += parse_seconds(text, runs, PYTHONS)
        undisturbed += parse_seconds(text, runs, RARELY)
    whole = sum(ours.values())
    rules = {name: spent for name, spent in ours.items() if name not in STAGES}
    print(f"{folder.name}: {megabytes:.2f} MB")
    print(f"  whole check   {megabytes / whole:6.2f} MB/s, {whole / theirs:.2f} x mwparserfromhell.parse")
    print(f"                ({whole / undisturbed:.2f} x with garbage searched for as rarely as by ours)")
    for stage in STAGES:
        print(f"    {stage:8}    {ours[stage]:6.2f} s  {ours[stage] / whole:6.1%}")
    print(f"    {'rules':8}    {sum(rules.values()):6.2f} s  {sum(rules.values()) / whole:6.1%}  ({len(rules)} rules)")
    for slug, spent in sorted(rules.items(), key=lambda each: -each[1])[:slowest]:
        print(f"      {slug:32} {spent * 1000:7.1f} ms  {spent / whole:6.1%}")
    print(f"  mwparserfromhell.parse {megabytes / theirs:.2f} MB/s")


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
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path, default=[SHARED / "enwiki-raw", SHARED / "foreign-relations"])
    parser.add_argument("--rules", type=int, default=15, help="how many of the slowest rules are shown")
    parser.add_argument("--runs", type=int, default=2, help="of how many runs over an article the quickest counts")
    options = parser.parse_args()
    gc.set_threshold(RARELY)  # as the command does
    whole_check("warm", "{{convert|1|km}} in 1990")
    for folder in options.folder:
        folder_speed(folder, options.runs, options.rules)
    for name, bytecode in (("with", True), ("without", False)):
        print(f"cold check of a small article, {name} bytecode: {cold_check(bytecode=bytecode):.1f} x python -c pass")


if __name__ == "__main__":
    main()
