from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.demo import demo
from reports.formats import written
from reports.report import Report
from tests.reports.browser.chromium import FLAGS, chromium
from tests.reports.conftest import nasty_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a module: while it runs, its driver's event loop lets no other one start."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not here to drive a browser")
    with api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield started
        started.close()


def saved(report: Report, path: Path) -> Path:
    """The report as a file."""
    path.write_bytes(b"".join(written("html", report)))
    return path


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of `factlint demo`."""
    return saved(demo(), tmp_path_factory.mktemp("samples") / "report.html")


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with several scripts, failures, a sister article and markup in all places."""
    return saved(nasty_report(), tmp_path_factory.mktemp("mixed") / "report.html")


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: the folder that FACTLINT_SCREENSHOTS names, to be looked at, else a temporary one."""
    named = os.environ.get("FACTLINT_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
