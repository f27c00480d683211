"""Work spread over processes: nothing lost, nothing out of order, nothing that hangs."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator

from checker.workers import in_order


def squares(task: int) -> Iterator[int]:
    time.sleep(0.01 * (task % 3))
    for number in range(task % 4):
        yield task * task + number


def fatal(task: int) -> Iterator[int]:
    yield task
    if task % 5 == 3:
        os.kill(os.getpid(), signal.SIGKILL)


def raises(task: int) -> Iterator[int]:
    yield task
    if task == 1:
        os._exit(7)


def died(task: int, ending: str) -> int:
    return -task


def test_results_come_in_the_order_of_the_tasks() -> None:
    expected = [(task, result) for task in range(60) for result in squares(task)]
    assert list(in_order(range(60), squares, died, 4)) == expected


def test_the_dead_are_counted_and_replaced() -> None:
    results = list(in_order(range(20), fatal, died, 3))
    assert [task for task, result in results if result < 0] == [3, 8, 13, 18]
    assert [result for _, result in results if result >= 0 and result % 5 != 3] == [t for t in range(20) if t % 5 != 3]


def test_how_a_worker_ended_is_said() -> None:
    endings: list[str] = []

    def note(task: int, ending: str) -> int:
        endings.append(ending)
        return -1

    list(in_order(range(3), raises, note, 2))
    list(in_order(range(4), fatal, note, 2))
    assert endings == ["ended with status 7", "ended by SIGKILL"]


def test_who_stops_listening_leaves_no_process_behind() -> None:
    running = in_order(range(1000), squares, died, 3)
    for _, _ in zip(range(5), running, strict=False):
        pass
    running.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
