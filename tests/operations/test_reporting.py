"""A report as of its usual day, in each layout."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.membership import ReportedSoFar
from tracker.core.periods import CutOff, parse_period
from tracker.operations.demo import fill_from_sample
from tracker.operations.desk import Desk
from tracker.operations.reporting import PeriodNotBegun, gather, usual_as_of, write_report
from tracker.resources import SAMPLES, shipped

DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)


@given(st.integers(-29, 400))
def test_a_report_speaks_of_the_end_of_its_period_but_never_of_the_future(shift: int) -> None:
    today = DECEMBER.ends_on + timedelta(days=shift)
    as_of = usual_as_of(DECEMBER, today)
    assert as_of <= today
    assert as_of <= DECEMBER.ends_on
    assert as_of in (today, DECEMBER.ends_on)


def test_a_report_can_be_made_from_the_first_day_of_its_period_on() -> None:
    first = DECEMBER.starts_on
    assert usual_as_of(DECEMBER, first) == first
    with pytest.raises(PeriodNotBegun) as caught:
        usual_as_of(DECEMBER, first - timedelta(days=1))
    assert (caught.value.starts_on, caught.value.today) == (first, date(2023, 11, 14))
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("sample", "as_of", "counts"),
    [
        ("bac-giang-2023-12.csv", date(2023, 12, 14), (2, 7, 0)),
        ("bac-kan-2022-03.csv", date(2022, 3, 15), (1, 2, 0)),
    ],
)
def test_the_samples_shipped_fill_a_register(
    desk: Desk, sample: str, as_of: date, counts: tuple[int, int, int]
) -> None:
    number = fill_from_sample(desk, Path(shipped(SAMPLES)) / sample)
    contents = gather(desk, DECEMBER, as_of=as_of, reported=ReportedSoFar())
    groups = contents.totals.groups
    assert number == sum(counts)
    assert tuple(groups[name]["total"] for name in groups) == counts


def test_a_report_replaces_an_older_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "thư mục" / "report.txt"
    assert write_report(path, b"one") == path
    write_report(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]
