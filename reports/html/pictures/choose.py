"""Which picture a finding has. Where nothing is plain, there is none."""

from __future__ import annotations

from collections.abc import Callable

from reports.html.pictures.amounts import part_and_whole, ratio, shares, side_by_side, total
from reports.html.pictures.dates import dates
from reports.html.pictures.drawing import Bars, TotalTable
from reports.html.pictures.totals import total_table
from reports.report import Told

Picture = Bars | TotalTable

PAINTERS: tuple[Callable[[Told], Picture | None], ...] = (
    total_table, shares, total, ratio, part_and_whole, dates, side_by_side,
)  # fmt: skip
"""Each draws one sort of conflict and nothing else; the first that can, does."""


def picture(told: Told) -> Picture | None:
    """The picture of a finding. Faults of form have none."""
    if told.finding.safe or len(told.finding.evidence) < 2 or not told.readings:
        return None
    return next((drawn for paint in PAINTERS if (drawn := paint(told))), None)
