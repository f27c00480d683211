"""The HTML report is written an article at a time: a dump's report must not need a dump's memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from reports.formats import Look
from reports.html.folder import pages
from reports.html.page import write
from reports.report import Report
from tests.reports.conftest import many_findings

Writer = Callable[[Report], Iterator[str]]


def in_a_file(report: Report) -> Iterator[str]:
    return write(report, Look())


def in_a_folder(report: Report) -> Iterator[str]:
    return (piece for _, page in pages(report) for piece in page)


def most(report: Report, writer: Writer) -> tuple[int, int]:
    """The most memory that writing takes beyond what the report itself does, and how much was written."""
    tracemalloc.start()
    written = sum(map(len, writer(report)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, written


@pytest.mark.parametrize("writer", [in_a_file, in_a_folder])
def test_memory_does_not_grow_with_the_articles(writer: Writer) -> None:
    report = many_findings(2000, in_each=4)
    most(report, writer)  # templates are compiled, and stay
    peak, written = most(report, writer)
    assert peak < written / 4
    assert peak < 2_000_000
