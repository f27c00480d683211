"""The dated events of the diplomatic guides, against the dates of their headings."""

import pytest

from tests.bench.events import FOLDER, scores

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/corpora/us-relations is not here")

DEMANDED = ("recognition", "relations-established", "relations-severed", "relations-resumed", "mission-opened")


def test_events_are_read_with_an_f1_of_nine_tenths() -> None:
    found = scores(headings=True)
    weak = {sort: round(found[sort].f1, 3) for sort in DEMANDED if found[sort].f1 < 0.9}
    assert weak == {}
