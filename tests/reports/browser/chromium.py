"""A real browser for the tests of the HTML report: Debian's Chromium without a network, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

ROOT = Path(__file__).parents[3]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
DESKTOP = (1400, 1000)
PHONE = (360, 740)


def chromium() -> str:
    """The browser's path; skips where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("chromium is not here to open the report in")
    return found


def node_module(path: str) -> Path:
    """A file of an npm package that the gate installs; skips where it is not there."""
    for folder in (os.environ.get("FACTLINT_NODE_MODULES"), str(ROOT / "node_modules")):
        if folder and (found := Path(folder) / path).exists():
            return found
    return pytest.skip(f"node_modules/{path} is not here: `npm install --no-save axe-core lighthouse` brings it")


@dataclass
class Watched:
    """A page, and everything in it that a report must never do."""

    page: Page
    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def asked(self, dialog: Dialog) -> None:
        """Take note of a dialog, and end it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def fetched(self, request: Request) -> None:
        """Take note of what is asked of the network; the report itself is a file."""
        if not request.url.startswith("file:"):
            self.requests.append(request.url)

    def wrong(self) -> list[str]:
        """What was written to the console, asked in a dialog or fetched from anywhere."""
        return [*self.console, *self.dialogs, *self.requests]


@contextmanager
def watched(
    browser: Browser, file: Path, query: str = "", size: tuple[int, int] = DESKTOP, **more: Any
) -> Iterator[Watched]:
    """A report opened from disk with the network blocked. Whatever it does that it must not fails the test."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **more)
    page = context.new_page()
    page.set_default_timeout(20_000)
    seen = Watched(page)
    page.on("console", lambda message: seen.console.append(message.text))
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.on("dialog", seen.asked)
    page.on("request", seen.fetched)
    page.goto(file.as_uri() + query)
    page.wait_for_selector("html.js")
    yield seen
    context.close()
    assert seen.wrong() == []
