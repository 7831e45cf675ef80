"""A report is judged before it goes out: are its numbers right, and what may it claim?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.builders import a_report, a_row, december_rows, due
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.report_checks import CheckKind
from tracker.core.report_verdict import Hindrance, verdict_on

OVERDUE = a_row(id=20, deadline=due("01/12/2023", date(2023, 12, 1)))
LATE = a_row(id=21, deadline=due("01/12/2023", date(2023, 12, 1)), completed_on=date(2023, 12, 5))
UNCLEAR = a_row(id=22, deadline=Deadline(text="…/12/2023", kind=DeadlineKind.INCOMPLETE))


def test_a_sound_report_in_which_everything_is_in_time_may_say_so() -> None:
    verdict = verdict_on(a_report(december_rows()))
    assert {check.kind for check in verdict.checks} == set(CheckKind)
    assert (verdict.is_sound, verdict.may_claim) == (True, True)
    assert verdict.hindrances == {}


@pytest.mark.parametrize(
    ("rows", "hindrances"),
    [
        ([], {Hindrance.NOTHING_ASSIGNED: 0}),
        ([OVERDUE], {Hindrance.OVERDUE: 1}),
        ([*december_rows(), LATE], {Hindrance.LATE: 1}),
        ([UNCLEAR], {Hindrance.NEEDS_REVIEW: 1}),
        (
            [OVERDUE, LATE, UNCLEAR],
            {Hindrance.OVERDUE: 1, Hindrance.LATE: 1, Hindrance.NEEDS_REVIEW: 1},
        ),
    ],
)
def test_what_prevents_the_claim_is_counted(
    rows: list[AssessedDirective], hindrances: dict[Hindrance, int]
) -> None:
    verdict = verdict_on(a_report(rows))
    assert verdict.hindrances == hindrances
    assert (verdict.is_sound, verdict.may_claim) == (True, False)


def test_a_report_with_a_wrong_number_is_not_sound_and_claims_nothing() -> None:
    contents = a_report(december_rows())
    contents.totals.groups["done"]["on_time"] += 1
    verdict = verdict_on(contents)
    assert [check.kind for check in verdict.checks if not check.holds] == [CheckKind.DONE]
    assert verdict.hindrances == {}
    assert (verdict.is_sound, verdict.may_claim) == (False, False)


def test_a_report_that_shows_a_row_twice_is_not_sound() -> None:
    first, *others = december_rows()
    verdict = verdict_on(a_report([first, first, *others]))
    assert [check.kind for check in verdict.checks if not check.holds] == [CheckKind.ONE_GROUP]
    assert (verdict.is_sound, verdict.may_claim) == (False, False)


@given(st.lists(st.sampled_from([OVERDUE, LATE, UNCLEAR, *december_rows()]), max_size=6))
def test_what_prevents_the_claim_is_what_the_totals_say(rows: list[AssessedDirective]) -> None:
    contents = a_report([replace(row, id=id) for id, row in enumerate(rows, 1)])
    verdict = verdict_on(contents)
    assert verdict.is_sound
    assert verdict.may_claim is contents.totals.is_all_in_time
