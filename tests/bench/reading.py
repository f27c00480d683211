"""How fast articles are read, as ratios in one run, and how much memory a dump takes.

    python tests/bench/reading.py [FOLDER]

Wikitext against ``mwparserfromhell.parse`` on the same articles, streaming a dump against ``bz2.decompress`` of the
same bytes, the plain reader against a bare loop over lines, and the peak of memory over a dump of one and of ten
times the articles.
"""

from __future__ import annotations

import argparse
import bz2
import io
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import mwparserfromhell

from articles.readers import dump, plain, wikitext
from articles.source import Source

SHARED = Path(__file__).parents[3] / "shared" / "corpora"
RUNS = 3


def best(work: Callable[[], object]) -> float:
    """The best time of a few runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def export(texts: dict[str, str], times: int = 1) -> Iterator[bytes]:
    """The articles as a dump, piece by piece."""
    yield b"<mediawiki>"
    for _ in range(times):
        for number, (title, text) in enumerate(texts.items()):
            yield (
                f"<page><title>{escape(title)}</title><ns>0</ns><id>{number}</id>"
                f"<revision><id>{number}</id><text>{escape(text)}</text></revision></page>\n"
            ).encode()
    yield b"</mediawiki>"


class Pieces:
    """A stream that is made while it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        """Take the pieces."""
        self._pieces = pieces

    def read(self, _: int, /) -> bytes:
        """The next piece, however long."""
        return next(self._pieces, b"")


def memory(texts: dict[str, str], times: int) -> float:
    """The peak of memory in MiB while a dump is streamed."""
    tracemalloc.start()
    for _ in dump.pages(Pieces(export(texts, times))):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / (1 << 20)


def show(name: str, megabytes: float, ours: float, theirs: float, other: str) -> None:
    """One line of the table."""
    print(f"{name:10} {megabytes:6.2f} MB  {megabytes / ours:7.2f} MB/s  {ours / theirs:6.2f} x {other}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    folder = parser.parse_args().folder
    raw = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("enwiki-raw/*.wiki"))}
    size = sum(len(text.encode()) for text in raw.values()) / 1e6
    wikitext.read(Source("warm", "{{convert|1|km}}"), "warm")  # the first reading loads the words
    ours = best(lambda: [wikitext.read(Source(title, text), title) for title, text in raw.items()])
    show(
        "wikitext",
        size,
        ours,
        best(lambda: [mwparserfromhell.parse(text) for text in raw.values()]),
        "mwparserfromhell",
    )

    content = b"".join(export(raw))
    packed = bz2.compress(content)
    streamed = best(lambda: sum(1 for _ in dump.pages(io.BytesIO(packed))))
    show("dump", len(content) / 1e6, streamed, best(lambda: bz2.decompress(packed)), "bz2.decompress")

    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("rendered/*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    lines = best(lambda: [line.strip() for text in texts for line in text.split("\n")])
    show("plain", size, best(lambda: [plain.read(Source("x", text)) for text in texts]), lines, "a loop over lines")

    once, often = memory(raw, 1), memory(raw, 10)
    print(f"memory     {once:.1f} MiB over a dump, {often:.1f} MiB over one ten times as long")


if __name__ == "__main__":
    main()
