"""Work spread over processes: forked before any article is read, given places rather than texts.

Results come in the order of the tasks, whichever worker was faster. A worker that dies costs its task only.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pickle import PickleError
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 8
"""A worker may be so many tasks ahead of the oldest one unfinished; what it sends waits in memory till then."""


def cores() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    tasks: Sequence[T], work: Callable[[T], Iterator[R]], died: Callable[[T, str], R], jobs: int
) -> Iterator[tuple[int, R]]:
    """What ``work`` yields for each task, with the task's number, in the order of the tasks.

    ``died`` makes the result that stands for the rest of a task whose worker died, from the task and how it ended.
    """
    crew = _Crew(tasks, work, died, min(jobs, len(tasks)))
    try:
        yield from crew.results()
    finally:
        crew.stop()


@dataclass
class _Worker:
    """A process, our end of its pipe and the task it is at."""

    process: BaseProcess
    pipe: Connection
    task: int | None = None


@dataclass
class _Crew(Generic[T, R]):
    """Workers, and results that came before their turn."""

    tasks: Sequence[T]
    work: Callable[[T], Iterator[R]]
    died: Callable[[T, str], R]
    jobs: int
    workers: list[_Worker] = field(default_factory=list)
    waiting: dict[int, deque[R]] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    given: int = 0

    def results(self) -> Iterator[tuple[int, R]]:
        """All results, task by task."""
        for turn in range(len(self.tasks)):
            queue = self.waiting.setdefault(turn, deque())
            while True:
                while queue:
                    yield turn, queue.popleft()
                if turn in self.finished:
                    break
                self._hand_out(turn)
                self._take_in()
            del self.waiting[turn]
            self.finished.discard(turn)

    def stop(self) -> None:
        """End every worker, busy or not."""
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
        self.workers.clear()

    def _hand_out(self, turn: int) -> None:
        """Give every idle worker the next task, starting workers while there are too few."""
        limit = min(len(self.tasks), turn + AHEAD * self.jobs)
        while self.given < limit:
            worker = next((worker for worker in self.workers if worker.task is None), None)
            if worker is None:
                if len(self.workers) >= self.jobs:
                    return
                worker = self._hire()
            worker.task = self.given
            self.given += 1
            try:
                worker.pipe.send(worker.task)
            except OSError:
                self._bury(worker)

    def _take_in(self) -> None:
        """Wait for news from any worker, and take what is there."""
        for ready in wait([worker.pipe for worker in self.workers]):
            worker = next(worker for worker in self.workers if worker.pipe is ready)
            try:
                kind, result = worker.pipe.recv()
            except (EOFError, OSError, PickleError, ValueError):
                self._bury(worker)
                continue
            assert worker.task is not None
            if kind == "result":
                self.waiting.setdefault(worker.task, deque()).append(result)
            else:
                self.finished.add(worker.task)
                worker.task = None

    def _bury(self, worker: _Worker) -> None:
        """Take note of a dead worker; the next task hires another."""
        worker.pipe.close()
        worker.process.join(5)
        self.workers.remove(worker)
        if worker.task is not None:
            result = self.died(self.tasks[worker.task], _ending(worker.process.exitcode))
            self.waiting.setdefault(worker.task, deque()).append(result)
            self.finished.add(worker.task)

    def _hire(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.tasks, self.work), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker


def _context() -> BaseContext:
    """Forking where it is safe; elsewhere workers start anew and import what they need."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _serve(pipe: Connection, tasks: Sequence[T], work: Callable[[T], Iterator[Any]]) -> None:
    """A worker's life: task numbers in, results out. An interrupt is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            for result in work(tasks[pipe.recv()]):
                pipe.send(("result", result))
            pipe.send(("done", None))
    except (EOFError, OSError):
        return  # the parent has gone


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"ended with status {code}"
