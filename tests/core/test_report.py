from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.builders import a_report, a_row, december_rows
from tracker.core.directive import Group, State
from tracker.core.membership import Membership
from tracker.core.totals import TotalsDoNotAddUp


def test_the_groups_of_a_report_keep_the_order_of_its_rows() -> None:
    report = a_report(december_rows())
    assert [row.id for row in report.rows_of(Group.DONE)] == [1, 2]
    assert [row.id for row in report.rows_of(Group.IN_PROGRESS)] == [3, 4, 5, 6, 7, 8, 9]
    assert report.rows_of(Group.NOT_STARTED) == ()
    assert report.totals.total == 9


def test_what_is_withdrawn_is_counted_beside_the_total() -> None:
    withdrawn = a_row(state=State.WITHDRAWN)
    report = a_report([a_row()], left_out=[(withdrawn, Membership.WITHDRAWN)])
    assert (report.totals.total, report.totals.withdrawn) == (1, 1)
    assert report.left_out == ((withdrawn, Membership.WITHDRAWN),)


def test_what_was_reported_before_is_counted_nowhere() -> None:
    report = a_report([], left_out=[(a_row(), Membership.REPORTED_BEFORE)])
    assert (report.totals.total, report.totals.withdrawn) == (0, 0)


def test_what_others_lead_is_counted_beside_the_total_and_in_no_group() -> None:
    supporting = a_row(is_supporting=True)
    report = a_report([a_row()], left_out=[(supporting, Membership.SUPPORTING)])
    assert (report.totals.total, report.totals.supporting) == (1, 1)
    assert report.totals.overdue == a_report([a_row()]).totals.overdue


def test_what_others_lead_is_a_row_like_any_other_where_it_is_asked_for() -> None:
    report = a_report([a_row(), a_row(id=2, is_supporting=True)])
    assert (report.totals.total, report.totals.supporting) == (2, 0)


@pytest.mark.parametrize("reason", [Membership.WITHDRAWN, Membership.SUPPORTING])
def test_nobody_is_counted_beside_the_total_who_is_not_left_out(reason: Membership) -> None:
    state = State.WITHDRAWN if reason is Membership.WITHDRAWN else State.IN_PROGRESS
    report = a_report([], left_out=[(a_row(state=state), reason)])
    with pytest.raises(TotalsDoNotAddUp):
        replace(report, left_out=())


def test_a_report_whose_rows_and_totals_disagree_cannot_be_made() -> None:
    report = a_report(december_rows())
    with pytest.raises(TotalsDoNotAddUp):
        replace(report, rows=report.rows[1:])


def test_a_withdrawn_row_cannot_be_in_a_report() -> None:
    report = a_report(december_rows())
    with pytest.raises(TotalsDoNotAddUp):
        replace(report, rows=(*report.rows, a_row(state=State.WITHDRAWN)))
