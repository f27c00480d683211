"""A picture must show what is in conflict, true to scale; where nothing is plain there must be none."""

from __future__ import annotations

import pytest

from checker.demo import demo
from checker.engine import Plan, check_page
from reports.html.data import articles
from reports.html.pictures.choose import Picture, picture
from reports.html.pictures.drawing import Bars, TotalTable
from reports.html.pictures.figures import between, days, figure
from reports.html.pictures.timeline import Timeline, timeline
from reports.readings import Dated, packed, unpacked
from reports.report import Checked, Gathering, Report
from rules.catalogue import catalogue
from rules.harness import read
from rules.rule import Example


@pytest.fixture(scope="module")
def samples() -> Report:
    return demo()


def checked(text: str) -> Checked:
    cards = tuple(card for card in catalogue().values() if not card.rule.preview)
    return check_page(read(Example(text), text).page, Plan(cards, with_text=True))


def drawn(report: Report, rule: str, calculation: str = "") -> Picture | None:
    for told in report.findings:
        if told.finding.rule == rule and calculation in (told.finding.calculation or ""):
            return picture(told)
    raise AssertionError(f"no {rule} in the samples")


def bars(it: object) -> Bars:
    assert isinstance(it, Bars)
    return it


def test_dates_in_conflict_stand_apart_on_a_line_of_time(samples: Report) -> None:
    it = bars(drawn(samples, "embassy-before-relations", "1958"))
    embassy, relations = (row.segments[0] for row in it.rows)
    assert embassy.start + embassy.length < relations.start
    assert it.gap is not None
    assert it.gap.start == pytest.approx(embassy.start + embassy.length, abs=0.1)
    assert it.ends == ("1957", "1964")


def test_the_time_said_to_lie_between_two_dates_is_drawn_from_the_first(samples: Report) -> None:
    it = bars(drawn(samples, "later-wrong", "1852"))
    ends = {row.label: row.segments[0] for row in it.rows}
    assert ends["1824"].start < ends["18 years after 1824"].start < ends["1852"].start
    assert ends["18 years after 1824"].piece == 1


def test_two_values_are_as_wide_as_their_rounding(samples: Report) -> None:
    it = bars(drawn(samples, "conversion-wrong", "62 km"))
    kilometres, miles = (row.segments[0] for row in it.rows)
    assert miles.length / kilometres.length == pytest.approx(1.609, abs=0.03), "a mile's rounding is wider"
    assert miles.start + miles.length < kilometres.start


def test_parts_are_stacked_under_the_total_that_was_stated(samples: Report) -> None:
    it = bars(drawn(samples, "sum-differs-from-parts", "41 + 33"))
    stated, parts = it.rows
    assert [segment.piece for segment in parts.segments] == [2, 3, 4, 5]
    reached = parts.segments[-1].start + parts.segments[-1].length
    assert reached / stated.segments[0].length == pytest.approx(102 / 99, abs=0.001)


def test_shares_run_over_the_whole(samples: Report) -> None:
    it = bars(drawn(samples, "shares-exceed-whole", "113"))
    end = it.rows[0].segments[-1]
    assert it.guides[0].at < end.start + end.length


def test_a_stated_percentage_stands_beside_the_share_that_it_is(samples: Report) -> None:
    it = bars(drawn(samples, "ratio-differs-from-percent", "138"))
    assert it.rows[0].segments[0].length == 72
    assert it.guides[0].at == 81


def test_a_wrong_total_is_marked_in_a_table_of_its_rows(samples: Report) -> None:
    it = drawn(samples, "table-total-wrong")
    assert isinstance(it, TotalTable)
    assert [(e.name, e.figure) for e in it.entries] == [
        ("Law", "2,850"), ("Medicine", "3,990"), ("Sciences", "4,275"), ("Fisheries", "3,135"),
    ]  # fmt: skip
    assert (it.stated.figure, it.computed) == ("14,520", "14,250")


@pytest.mark.parametrize("rule", ["has-and-has-not", "see-also-self", "count-differs-from-list", "trade-balance-wrong"])
def test_what_is_not_plain_is_not_drawn(samples: Report, rule: str) -> None:
    assert drawn(samples, rule) is None


def test_every_place_of_a_picture_lies_inside_it(samples: Report) -> None:
    for told in samples.findings:
        it = picture(told)
        if isinstance(it, Bars):
            for segment in (segment for row in it.rows for segment in row.segments):
                assert segment.start >= 0
                assert segment.start + segment.length <= 100.5, told.finding.message


def test_an_article_has_a_line_of_time_with_its_conflicts_in_red(samples: Report) -> None:
    (ada,) = (view for view in articles(samples) if view.title == "Ada Lovelace")
    line = ada.timeline
    assert isinstance(line, Timeline)
    assert [moment.when for moment in line.moments] == ["1815", "10 December 1815", "27 November 1852", "1853"]
    assert [label for moment in line.moments for label, _ in moment.labels] == ["4.2", "4.1"]
    (conflict,) = line.conflicts
    assert conflict.start < conflict.end


def test_dates_that_do_not_exclude_each_other_are_not_in_red() -> None:
    rows = [Dated(0, 4, 1, 715000 + 400 * n, 715364 + 400 * n, "1958", f"event {n}") for n in range(4)]
    line = timeline(rows, [])
    assert line is not None
    assert line.conflicts == ()
    assert [moment.what for moment in line.moments] == [f"event {n}" for n in range(4)]
    assert timeline(rows[:2], []) is None, "two dates are read faster than drawn"


def test_dated_statements_wait_on_disk_and_come_back(samples: Report) -> None:
    rows = (Dated(3, 9, 2, None, 700000, "by 1917", "Ora was founded 日"), Dated(0, 1, 1, -400, -36, "", ""))
    assert unpacked(packed(rows)) == rows


def test_only_a_report_with_pictures_carries_what_they_are_drawn_from() -> None:
    text = "= Ora =\n\nThe hill rises to 2,917 m (9,750 ft). It was founded in 1950.\n"
    bare = check_page(read(Example(text), text).page, Plan((catalogue()["conversion-wrong"],)))
    assert bare.findings[0].readings == ()
    gathering = Gathering("0")
    gathering.add(checked(text))
    assert gathering.report().findings[0].readings


def test_numbers_and_days_are_told_shortly() -> None:
    assert [figure(n) for n in (96.4e9, 30.5, 418600, 0.25, 5)] == ["96.4 billion", "30.5", "418,600", "0.25", "5"]
    assert between(69.35e9, 69.45e9) == "69.35–69.45 billion"
    assert days(714780, 715144) == "1958"
    assert days(701753, 701753) == "3 May 1922"
    assert days(698799, 698828) == "April 1914"
    assert days(724642, None) == "1 January 1985 or later"
    assert days(-16000, -15636).endswith("BC")
