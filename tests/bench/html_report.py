"""How a browser bears a report of 10,000 findings in 1,000 articles: size, first paint, filters, memory to write it.

    python tests/bench/html_report.py [FINDINGS]

Needs Chromium and Playwright. Times are of this machine and what else it does; the page of one sentence beside them
says what they would be for nothing at all.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from reports.formats import Look
from reports.html.page import write
from tests.reports.browser.chromium import FLAGS
from tests.reports.conftest import many_findings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SEARCHES = ("finding 99", "1989", "no such word", "embassy", "")
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
SEARCH = """async (words) => {
  const field = document.querySelector('[name=q]');
  field.value = words;
  const before = performance.now();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((then) => setTimeout(() => requestAnimationFrame(() => setTimeout(then)), 41));
  return performance.now() - before;
}"""


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        report, nothing = Path(folder, "report.html"), Path(folder, "nothing.html")
        nothing.write_text("<!DOCTYPE html><title>nothing</title><p>Nothing.", encoding="utf-8")
        _write(number, report)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            _open(browser, nothing, "nothing")
            for turn in range(1, 4):
                _open(browser, report, f"report, {turn}")
            browser.close()


def _write(number: int, target: Path) -> None:
    made = many_findings(number)
    start = time.process_time()
    with target.open("w", encoding="utf-8") as file:
        file.writelines(write(made, Look()))
    seconds = time.process_time() - start
    print(f"{number:,} findings: {target.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s of processor time")
    for articles in (100, 1000):
        few = many_findings(articles * 4, in_each=4)
        tracemalloc.start()
        sum(map(len, write(few, Look())))
        print(f"memory to write {articles:,} articles: {tracemalloc.get_traced_memory()[1] / 1e6:.2f} MB")
        tracemalloc.stop()


def _open(browser: Browser, file: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1000}, offline=True)
    page.goto(file.as_uri())
    page.wait_for_timeout(300)
    paint, ready = page.evaluate(PAINT), page.evaluate(READY)
    elements = page.evaluate("document.querySelectorAll('*').length")
    print(f"{name}: first paint {paint or 0:.0f} ms, ready {ready:.0f} ms, {elements:,} elements")
    if page.query_selector("[name=q]"):
        times = (f"{words!r} {page.evaluate(SEARCH, words):.0f} ms" for words in SEARCHES)
        print(f"  search, waiting for the typist and the frame included: {', '.join(times)}")
    page.close()


if __name__ == "__main__":
    main()
