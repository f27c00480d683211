"""A line on the terminal while a long run goes on. Nothing at all where standard error is no terminal."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds before anything is shown: a quick check flashes no bar, and does not wait for rich to be imported."""


class Progress:
    """Counts articles, and inputs that are done. To be used as a context."""

    def __init__(self, inputs: int) -> None:
        """Start the clock."""
        self._inputs = inputs
        self._wanted = sys.stderr.isatty()
        self._since = monotonic()
        self._articles = 0
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        """Take the line away again, whatever happened."""
        if self._bar:
            self._bar.stop()

    def article(self, done: int) -> None:
        """One more article was checked, and ``done`` inputs are behind us."""
        self._articles += 1
        if not self._wanted or (not self._bar and monotonic() - self._since < PATIENCE):
            return
        bar, task = self._shown()
        bar.update(task, completed=done, articles=self._articles)

    def _shown(self) -> tuple[Bar, TaskID]:
        if self._bar is None or self._task is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[articles]} articles"))
            self._bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("checking", total=self._inputs, articles=0)
            self._bar.start()
        return self._bar, self._task
