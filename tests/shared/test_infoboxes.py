"""The figures that the infoboxes of the wikitext articles state, against a listing by another reading."""

import pytest

from tests.bench.infoboxes import FOLDER, measure

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/corpora is not here")


def test_at_least_nineteen_in_twenty_figures_of_infoboxes_are_read() -> None:
    table, missed = measure()
    told, read = sum(told for _, told in table.values()), sum(read for read, _ in table.values())
    assert told > 100, "the listing finds too little to say anything"
    assert read >= 0.95 * told, missed


def test_every_gdp_is_read_with_its_year() -> None:
    table, missed = measure()
    weak = {name: table[name] for name in ("gdp", "gdp-per-capita", "population") if table[name][0] < table[name][1]}
    assert weak == {}, missed
