"""How fast claims are read: plain text, one core, side by side with quantulum3 and ``dateparser.search`` in one run.

``python -m tests.bench.throughput`` reads part of ``../shared/corpora/rendered`` with each and prints ratios: this
project's whole extraction against either, and the time of a text four times as long against its quarter, for prose
and for ten megabytes of digits and spaces. A tool that is not installed is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read

FOLDER = Path("../shared/corpora/rendered")
SLICE = 40_000
"""How many characters the slow tools are given."""


def extract(text: str) -> None:
    """All that is done to a page's prose."""
    pairs(text, mark_quoted(text, read(text)))


def seconds(run: Callable[[str], object], text: str) -> float:
    """The least time of three runs; one where a run is long."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        run(text)
        best = min(best, process_time() - start)
        if best > 5:
            break
    return best


def others() -> dict[str, Callable[[str], object]]:
    """The tools that are installed, by name."""
    tools: dict[str, Callable[[str], object]] = {}
    if find_spec("quantulum3") is not None:
        tools["quantulum3"] = import_module("quantulum3.parser").parse
    if find_spec("dateparser") is not None:
        search = import_module("dateparser.search").search_dates
        tools["dateparser.search"] = lambda text: search(text, languages=["en"])
    return tools


def main() -> int:
    """Print the ratios."""
    if not FOLDER.is_dir():
        print(f"{FOLDER} is not here")
        return 2
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
    extract(text[:SLICE])
    whole = seconds(extract, text)
    print(f"claims: {len(text) / whole / 1e6:.1f} MB/s over {len(text) / 1e6:.1f} MB of rendered articles")
    middle = len(text) // 2
    part = text[middle : middle + SLICE]
    ours = seconds(extract, part)
    for name, run in others().items():
        run(part[:1000])
        print(f"{name}: {seconds(run, part) / ours:.0f} times our time on the same {SLICE // 1000} kB")
    digits = "1234 56 " * 1_250_000
    for name, long in (("prose", text), ("digits and spaces", digits)):
        ratio = seconds(extract, long) / seconds(extract, long[: len(long) // 4])
        print(f"{name}: four times the length takes {ratio:.1f} times the time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
