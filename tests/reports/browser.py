"""A real browser for the tests of the HTML report: Debian's Chromium, without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


class Shown(NamedTuple):
    """The page as it stood once its script had run, and what it wrote to the console."""

    dom: str
    console: list[str]


def show(page: Path, folder: Path, query: str = "") -> Shown:
    """Open a page from disk; skips where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("chromium is not here to open the report in")
    command = [
        chromium,
        *FLAGS,
        f"--user-data-dir={folder}",
        "--enable-logging=stderr",
        "--dump-dom",
        page.as_uri() + query,
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if not run.stdout.strip():
        pytest.skip(f"chromium does not start here: {run.stderr[-300:]}")
    return Shown(run.stdout, re.findall(r":CONSOLE(?::|\()\d+\)?\] (.*)", run.stderr))
