"""The awkward cases of the field, as of 14/12/2023 unless said otherwise.

Each is told from the events on, the way a clerk records it, and judged the way the status, the
screen and the appendix judge it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import (
    NEW_YEAR_2024,
    TODAY,
    WEEKENDS_ONLY,
    a_citation,
    a_completion,
    a_deadline,
    a_deadline_of,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tracker.core import changes, completions, corrections
from tracker.core.assessed import AssessedDirective
from tracker.core.days_off import DaysOff
from tracker.core.deadline import NO_DEADLINE, Deadline, DeadlineKind
from tracker.core.deadline_grammar import parse_deadline
from tracker.core.directive import Assignment, Group, Progress, State
from tracker.core.events import Event, Noted, Reopened, Suspended, Withdrawn
from tracker.core.life import Directive, with_event
from tracker.core.membership import Membership, ReportedSoFar, membership
from tracker.core.periods import CutOff, parse_period
from tracker.core.refusals import BeforeAssignment, InTheFuture, UnclearDeadline
from tracker.core.report import ReportContents, report_contents
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.core.totals import Count, Totals, add_up

ROLLED = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
DECEMBER_STARTS_ON = date(2023, 11, 15)
JANUARY_STARTS_ON = date(2023, 12, 15)


def _row(
    *events: Event,
    day: date = TODAY,
    policy: Policy | None = None,
    assignment: Assignment | None = None,
    days_off: DaysOff = WEEKENDS_ONLY,
) -> AssessedDirective:
    directive = a_directive(*events, assignment=assignment, days_off=days_off)
    (row,) = assessed_on(directive, day, policy)
    return row


def _progress(*events: Event, day: date = TODAY, policy: Policy | None = None) -> Progress:
    return _row(*events, day=day, policy=policy).assessment.progress


def _due(due_on: date) -> Assignment:
    return an_assignment(deadline=a_deadline(due_on))


def _read(text: str, assigned_on: date = date(2022, 1, 5)) -> Assignment:
    deadline = parse_deadline(text, assigned_on=assigned_on).deadline
    return an_assignment(deadline=deadline, assigned_on=assigned_on)


def _totals(*rows: AssessedDirective) -> Totals:
    return add_up(
        Count(
            row.assessment.group,
            row.assessment.progress,
            is_due_soon=row.assessment.is_due_soon,
            has_no_deadline=row.assessment.has_no_deadline,
            number=1,
        )
        for row in rows
    )


def test_due_on_10_12_2023_and_done_on_27_11_2023_is_done_in_time() -> None:
    row = _row(a_completion(date(2023, 11, 27)))
    assert (row.assessment.group, row.assessment.progress) == (Group.DONE, Progress.ON_TIME)


def test_done_on_30_10_2023_without_a_deadline_is_in_time_and_in_december_but_not_in_january() -> (
    None
):
    assignment = an_assignment(
        document=a_citation("333/TB-UBND", date(2023, 7, 21)),
        deadline=NO_DEADLINE,
        assigned_on=date(2023, 7, 21),
    )
    row = _row(a_completion(date(2023, 10, 30)), assignment=assignment)
    assert (row.assessment.group, row.assessment.progress) == (Group.DONE, Progress.ON_TIME)
    december = membership(row, period_starts_on=DECEMBER_STARTS_ON, reported=ReportedSoFar())
    assert december is Membership.NOT_REPORTED_BEFORE
    issued = ReportedSoFar(rows=frozenset({row.completion_key}))
    january = membership(row, period_starts_on=JANUARY_STARTS_ON, reported=issued)
    assert january is Membership.REPORTED_BEFORE


def test_open_without_a_deadline_is_not_yet_due_and_marked_as_without_deadline() -> None:
    row = _row(assignment=an_assignment(deadline=NO_DEADLINE))
    assert row.assessment.group is Group.IN_PROGRESS
    assert row.assessment.progress is Progress.NOT_YET_DUE
    assert row.assessment.has_no_deadline
    assert not row.assessment.is_due_soon


# policy, day -> progress, days late; due on Sunday 31/12/2023, followed by a holiday
NEW_YEAR = [
    (Policy(), date(2023, 12, 31), Progress.NOT_YET_DUE, 0),
    (Policy(), date(2024, 1, 1), Progress.OVERDUE, 1),
    (ROLLED, date(2024, 1, 1), Progress.NOT_YET_DUE, 0),
    (ROLLED, date(2024, 1, 2), Progress.NOT_YET_DUE, 0),
    (ROLLED, date(2024, 1, 3), Progress.OVERDUE, 1),
]


@pytest.mark.parametrize(("policy", "day", "progress", "days_late"), NEW_YEAR)
def test_due_on_the_sunday_before_new_year_is_late_the_day_after_or_the_day_after_the_holiday(
    policy: Policy, day: date, *, progress: Progress, days_late: int
) -> None:
    row = _row(day=day, policy=policy, assignment=_due(date(2023, 12, 31)), days_off=NEW_YEAR_2024)
    assert (row.assessment.progress, row.assessment.days_late) == (progress, days_late)
    assert row.assessment.is_due_on_day_off


def test_done_on_the_monday_after_a_sunday_deadline_is_late_or_in_time_by_policy_and_marked() -> (
    None
):
    done = a_completion(date(2023, 12, 11))
    nominal, rolled = _row(done), _row(done, policy=ROLLED)
    assert (nominal.assessment.progress, nominal.assessment.days_late) == (Progress.LATE, 1)
    assert rolled.assessment.progress is Progress.ON_TIME
    assert nominal.assessment.is_due_on_day_off
    assert rolled.assessment.is_due_on_day_off


def test_done_on_the_deadline_is_in_time_and_the_day_after_one_day_late() -> None:
    assert _progress(a_completion(date(2023, 12, 10))) is Progress.ON_TIME
    row = _row(a_completion(date(2023, 12, 11)))
    assert (row.assessment.progress, row.assessment.days_late) == (Progress.LATE, 1)


def test_open_on_the_deadline_itself_is_due_soon_and_not_overdue() -> None:
    row = _row(day=date(2023, 12, 10))
    assert row.assessment.progress is Progress.NOT_YET_DUE
    assert row.assessment.is_due_soon
    assert row.assessment.days_left == 0


def test_done_on_20_12_is_still_open_in_the_december_report_and_done_in_januarys() -> None:
    assignment = _due(date(2023, 12, 31))
    done = a_completion(date(2023, 12, 20))
    december = _row(done, assignment=assignment)
    assert december.assessment.progress is Progress.NOT_YET_DUE
    assert december.assessment.group is Group.IN_PROGRESS
    january = _row(done, assignment=assignment, day=date(2024, 1, 14))
    assert january.assessment.progress is Progress.ON_TIME
    decided = membership(january, period_starts_on=JANUARY_STARTS_ON, reported=ReportedSoFar())
    assert decided is Membership.COMPLETED_IN_PERIOD


def test_done_without_a_day_or_a_document_counts_as_done_and_neither_in_time_nor_late() -> None:
    row = _row(a_completion(None))
    totals = _totals(row)
    assert totals.groups["done"] == {"total": 1, "on_time": 0, "late": 0, "needs_review": 1}
    assert not totals.is_all_in_time


def test_done_before_it_was_assigned_or_after_today_is_refused() -> None:
    with pytest.raises(BeforeAssignment):
        completions.complete(a_directive(), a_completion(date(2023, 11, 2)), today=TODAY)
    with pytest.raises(InTheFuture):
        completions.complete(a_directive(), a_completion(date(2023, 12, 15)), today=TODAY)


def test_a_deadline_before_the_assignment_is_kept_and_overdue_from_the_first_day_on() -> None:
    row = _row(day=date(2023, 11, 3), assignment=_due(date(2023, 10, 31)))
    assert (row.assessment.progress, row.assessment.days_late) == (Progress.OVERDUE, 3)


def test_extended_from_10_12_to_31_12_by_a_letter_of_05_12_is_not_yet_due() -> None:
    row = _row(an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5)))
    assert row.assessment.progress is Progress.NOT_YET_DUE
    assert row.assessment.effective_due_on == date(2023, 12, 31)
    assert row.facts.deadline.text == "31/12/2023"
    assert row.assigned_deadline.due_on == date(2023, 12, 10)
    assert row.facts.extension_count == 1


def test_a_letter_of_20_12_does_not_help_on_14_12() -> None:
    letter = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 20))
    row = _row(letter)
    assert (row.assessment.progress, row.assessment.days_late) == (Progress.OVERDUE, 4)
    assert row.facts.extension_count == 0
    assert _progress(letter, day=date(2023, 12, 20)) is Progress.NOT_YET_DUE


def test_extended_after_expiry_and_done_by_the_new_day_is_in_time_with_a_mark() -> None:
    row = _row(
        an_extension(date(2023, 12, 20), approved_on=date(2023, 12, 12)),
        a_completion(date(2023, 12, 14)),
    )
    assert row.assessment.progress is Progress.ON_TIME
    assert row.facts.is_extended_after_expiry


def test_of_two_extensions_the_one_approved_last_wins_whichever_was_typed_first() -> None:
    first = an_extension(date(2023, 12, 20), approved_on=date(2023, 12, 1))
    last = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 8))
    for letters in ((first, last), (last, first)):
        row = _row(*letters)
        assert row.assessment.effective_due_on == date(2023, 12, 31)
        assert row.facts.extension_count == 2


def test_an_extension_only_asked_for_or_refused_is_a_note_and_has_no_effect() -> None:
    asked = Noted(effective_on=date(2023, 12, 5), text="Đã đề nghị gia hạn đến 31/12/2023")
    row = _row(asked)
    assert row.assessment.progress is Progress.OVERDUE
    assert row.facts.extension_count == 0


def test_a_deadline_moved_earlier_is_in_force_and_the_first_one_is_kept() -> None:
    row = _row(an_extension(date(2023, 12, 1), approved_on=date(2023, 11, 20)))
    assert (row.assessment.progress, row.assessment.days_late) == (Progress.OVERDUE, 13)
    assert row.assigned_deadline.due_on == date(2023, 12, 10)
    assert row.facts.extension_count == 0


def test_withdrawn_on_01_12_is_out_of_the_total_and_withdrawn_on_20_12_still_in_it() -> None:
    def withdrawn(on: date) -> AssessedDirective:
        return _row(Withdrawn(effective_on=on, authority=a_citation("7100/UBND-NC", on)))

    early, late = withdrawn(date(2023, 12, 1)), withdrawn(date(2023, 12, 20))
    totals = _totals(early, late)
    assert (totals.total, totals.withdrawn) == (1, 1)
    assert late.assessment.progress is Progress.OVERDUE


def test_withdrawn_after_it_was_done_stays_done() -> None:
    directive = a_directive(a_completion(date(2023, 11, 27)))
    event = changes.withdraw(
        directive, on=date(2023, 12, 1), authority=a_citation(), reason="", today=TODAY
    )
    (row,) = assessed_on(with_event(directive, event, WEEKENDS_ONLY))
    assert (row.assessment.group, row.assessment.progress) == (Group.DONE, Progress.ON_TIME)


def test_suspended_by_a_document_is_not_overdue_and_in_group_two() -> None:
    letter = a_citation("1234/UBND-KGVX", date(2023, 12, 1))
    row = _row(Suspended(effective_on=date(2023, 12, 1), authority=letter))
    assert row.assessment.progress is Progress.SUSPENDED
    assert row.assessment.group is Group.IN_PROGRESS
    assert _totals(row).overdue == 0


def test_a_finished_first_draft_is_a_note_and_the_directive_still_in_progress() -> None:
    draft = Noted(effective_on=date(2023, 12, 5), text="Đã hoàn thành dự thảo lần 1, xin ý kiến")
    row = _row(draft, day=date(2023, 12, 6))
    assert row.facts.state is State.IN_PROGRESS
    assert row.assessment.progress is Progress.NOT_YET_DUE


def test_reported_on_24_02_2022_with_march_2022_as_deadline_is_done_in_time() -> None:
    text = "Đã hoàn thành dự thảo, báo cáo tại BC số 23/BC-SKHCN ngày 24/02/2022"
    row = _row(
        a_completion(date(2022, 2, 24), result_text=text), assignment=_read("Tháng 3 năm 2022")
    )
    assert row.assessment.progress is Progress.ON_TIME
    assert row.facts.result_text == text


@pytest.mark.parametrize(
    ("day", "progress"),
    [
        (date(2022, 3, 15), Progress.NOT_YET_DUE),
        (date(2022, 9, 30), Progress.NOT_YET_DUE),
        (date(2022, 10, 1), Progress.OVERDUE),
    ],
)
def test_september_2022_lasts_until_its_last_day(day: date, progress: Progress) -> None:
    row = _row(day=day, assignment=_read("Tháng 9 năm 2022"))
    assert row.assessment.progress is progress


@pytest.mark.parametrize(
    ("text", "due_on"),
    [("Quý II/2022", date(2022, 6, 30)), ("Quý IV", date(2022, 12, 31))],
)
def test_a_quarter_ends_on_its_last_day_in_the_year_of_assignment_if_none_is_named(
    text: str, due_on: date
) -> None:
    assert _row(assignment=_read(text)).assessment.effective_due_on == due_on


def _monthly_report() -> Directive:
    november = a_completion(date(2023, 11, 24), instance=date(2023, 11, 25))
    return a_directive(november, assignment=_read("trước ngày 25 hằng tháng", date(2023, 11, 3)))


def test_every_month_before_the_25th_with_november_done_has_one_done_and_one_not_yet_due() -> None:
    rows = {row.facts.instance: row for row in assessed_on(_monthly_report())}
    assert {due_on: row.assessment.progress for due_on, row in rows.items()} == {
        date(2023, 11, 25): Progress.ON_TIME,
        date(2023, 12, 25): Progress.NOT_YET_DUE,
    }
    totals = _totals(*rows.values())
    assert (totals.total, totals.groups["done"]["total"]) == (2, 1)


def test_one_missed_month_does_not_make_the_series_late_for_ever() -> None:
    assignment = an_assignment(deadline=every_month(25))
    overdue_on = {
        day: [
            row.facts.instance
            for row in assessed_on(a_directive(assignment=assignment), day)
            if row.assessment.progress is Progress.OVERDUE
        ]
        for day in (date(2023, 12, 14), date(2023, 12, 25), date(2023, 12, 26))
    }
    assert overdue_on == {
        date(2023, 12, 14): [date(2023, 11, 25)],
        date(2023, 12, 25): [date(2023, 11, 25)],
        date(2023, 12, 26): [date(2023, 12, 25)],
    }


def test_thuong_xuyen_with_a_date_beside_it_is_never_overdue() -> None:
    row = _row(assignment=_read("Thường xuyên, 10/12/2022"))
    assert row.facts.deadline.kind is DeadlineKind.ONGOING
    assert row.assessment.progress is Progress.NOT_YET_DUE
    assert row.assessment.has_no_deadline


@pytest.mark.parametrize("text", ["…./12/2023", "30/02/2024", "31/4/2023"])
def test_a_deadline_left_blank_or_impossible_is_kept_as_written_and_never_silently_in_time(
    text: str,
) -> None:
    row = _row(assignment=_read(text))
    assert row.facts.deadline.text == text
    assert row.assessment.progress is Progress.NEEDS_REVIEW
    assert row.assessment.effective_due_on is None
    assert not row.assessment.has_no_deadline
    assert not _totals(row).is_all_in_time


@pytest.mark.parametrize("text", ["…./12/2023", "30/02/2024"])
def test_an_extension_to_a_day_left_blank_or_impossible_is_refused(text: str) -> None:
    deadline = parse_deadline(text, assigned_on=date(2023, 11, 3)).deadline
    with pytest.raises(UnclearDeadline):
        changes.extend(a_directive(), deadline, authority=a_citation(), today=TODAY)


def test_29_02_2024_is_a_day_like_any_other() -> None:
    assignment = _read("29/02/2024")
    leap_day, after = date(2024, 2, 29), date(2024, 3, 1)
    assert _row(day=leap_day, assignment=assignment).assessment.days_left == 0
    assert _row(day=after, assignment=assignment).assessment.progress is Progress.OVERDUE


def test_a_deadline_on_a_swapped_working_saturday_stays_and_on_its_day_off_moves() -> None:
    swapped = DaysOff(
        holidays=frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)}),
        working_days=frozenset({date(2024, 5, 4)}),
    )
    saturday = _row(assignment=_due(date(2024, 5, 4)), policy=ROLLED, days_off=swapped)
    assert saturday.assessment.effective_due_on == date(2024, 5, 4)
    assert not saturday.assessment.is_due_on_day_off
    monday = _row(assignment=_due(date(2024, 4, 29)), policy=ROLLED, days_off=swapped)
    assert monday.assessment.effective_due_on == date(2024, 5, 2)
    assert monday.assessment.is_due_on_day_off


def test_not_started_and_past_its_deadline_is_in_group_three_and_overdue_and_totals_add_up() -> (
    None
):
    row = _row(assignment=an_assignment(is_started=False))
    assert row.assessment.group is Group.NOT_STARTED
    assert row.assessment.progress is Progress.OVERDUE
    totals = _totals(row, _row(), _row(a_completion(date(2023, 12, 11))))
    assert totals.total == 3
    assert (totals.groups["not_started"]["overdue"], totals.overdue) == (1, 2)
    assert totals.groups["done"]["late"] == 1


def test_done_and_returned_by_the_province_is_open_again_with_both_in_its_history() -> None:
    done = a_completion(date(2023, 11, 27))
    returned = Reopened(effective_on=date(2023, 12, 1), authority=a_citation())
    directive = a_directive(done, returned)
    (row,) = assessed_on(directive)
    assert (row.assessment.group, row.assessment.progress) == (
        Group.IN_PROGRESS,
        Progress.OVERDUE,
    )
    assert directive.events[1:] == (done, returned)
    (before,) = assessed_on(directive, date(2023, 11, 30))
    assert before.assessment.progress is Progress.ON_TIME


def test_returned_and_done_again_is_reported_a_second_time() -> None:
    done = a_completion(date(2023, 11, 27))
    returned = Reopened(effective_on=date(2023, 12, 18), authority=a_citation())
    (december,) = assessed_on(a_directive(done), TODAY)
    in_december = ReportedSoFar(same_kind_rows=frozenset({december.completion_key}))
    directive = a_directive(done, returned, a_completion(date(2024, 1, 5)))
    (january,) = assessed_on(directive, date(2024, 1, 14))
    decided = membership(january, period_starts_on=JANUARY_STARTS_ON, reported=in_december)
    assert decided is Membership.COMPLETED_IN_PERIOD


def _december(*rows: AssessedDirective, with_supporting: bool = False) -> ReportContents:
    return report_contents(
        parse_period("12/2023", cut_off=CutOff.DECREE),
        TODAY,
        judged=(
            (
                row,
                membership(
                    row,
                    period_starts_on=DECEMBER_STARTS_ON,
                    reported=ReportedSoFar(),
                    with_supporting=with_supporting,
                ),
            )
            for row in rows
        ),
    )


def test_what_the_office_only_supports_is_in_no_total_unless_it_is_asked_for() -> None:
    leading, supporting = _row(), _row(assignment=an_assignment(is_supporting=True))
    usual = _december(leading, supporting)
    assert (usual.totals.total, usual.totals.overdue, usual.totals.supporting) == (1, 1, 1)
    assert usual.left_out == ((supporting, Membership.SUPPORTING),)
    asked_for = _december(leading, supporting, with_supporting=True)
    assert (asked_for.totals.total, asked_for.totals.supporting) == (2, 0)


def test_a_secret_directive_is_counted_like_any_other() -> None:
    secret = _row(assignment=an_assignment(is_secret=True))
    assert _december(secret).totals == _december(_row()).totals


def test_returned_with_a_new_deadline_in_the_same_letter_is_judged_by_the_new_one() -> None:
    letter = a_citation("7200/UBND-NC", date(2023, 12, 12))
    row = _row(
        a_completion(date(2023, 11, 27)),
        Reopened(effective_on=letter.issued_on, authority=letter),
        an_extension(date(2023, 12, 20), approved_on=letter.issued_on),
    )
    assert row.assessment.progress is Progress.NOT_YET_DUE
    assert row.assessment.effective_due_on == date(2023, 12, 20)


def test_a_judgement_knows_days_only_so_any_hour_of_the_deadline_is_in_time() -> None:
    assert _progress(a_completion(date(2023, 12, 10)), day=date(2023, 12, 10)) is Progress.ON_TIME


def test_the_number_25_of_two_years_and_two_directives_of_one_document_are_told_apart() -> None:
    plan_2022 = an_assignment(document=a_citation("25/KH-UBND", date(2022, 2, 14)))
    plan_2023 = an_assignment(document=a_citation("25/KH-UBND", date(2023, 2, 14)))
    second_task = replace(plan_2023, content="Việc thứ hai của cùng kế hoạch")
    assert plan_2022.document != plan_2023.document
    assert plan_2023.document == second_task.document
    assert plan_2023 != second_task


def test_a_document_dated_on_a_sunday_and_a_holiday_is_assigned_like_any_other() -> None:
    sunday = date(2023, 4, 30)
    assignment = an_assignment(
        document=a_citation("2197/UBND-KGVX", sunday),
        assigned_on=sunday,
        deadline=a_deadline_of(DeadlineKind.ONGOING),
    )
    assert _row(assignment=assignment).assessment.progress is Progress.NOT_YET_DUE


@pytest.mark.parametrize("content", ["=1+1", "- Rà soát", "+ Báo cáo", "a " * 5000])
def test_content_that_begins_like_a_formula_or_runs_for_pages_is_kept_as_it_is(
    content: str,
) -> None:
    assert _row(assignment=an_assignment(content=content)).content == content


def test_who_has_left_stays_named_on_closed_directives_when_open_ones_go_to_another() -> None:
    closed = a_directive(
        a_completion(date(2023, 11, 27)), assignment=an_assignment(officer="Nguyễn Văn An")
    )
    open_one = a_directive(assignment=an_assignment(officer="Nguyễn Văn An"))
    handed_over = corrections.edit(open_one, replace(open_one.assignment, officer="Trần Thị Bình"))
    (row,) = assessed_on(with_event(open_one, handed_over, WEEKENDS_ONLY))
    assert row.officer == "Trần Thị Bình"
    (closed_row,) = assessed_on(closed)
    assert closed_row.officer == "Nguyễn Văn An"


# The decision table of the field, line by line: first match wins.

_SUSPENDED = Suspended(effective_on=date(2023, 12, 1), authority=a_citation())
_WITHDRAWN = Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation())
_INVALID = a_deadline_of(DeadlineKind.INVALID)
_CONDITIONAL = a_deadline_of(DeadlineKind.CONDITIONAL)
_ONGOING = a_deadline_of(DeadlineKind.ONGOING)
_PAST, _SOON, _FAR = (
    a_deadline(date(2023, 12, 13)),
    a_deadline(date(2023, 12, 21)),
    a_deadline(date(2023, 12, 22)),
)
_DONE_EARLY, _DONE_LATE = a_completion(date(2023, 12, 13)), a_completion(date(2023, 12, 14))

# events, deadline -> group, progress, due soon
DECISION_TABLE: list[tuple[list[Event], Deadline, Group | None, Progress, bool]] = [
    ([_WITHDRAWN], _PAST, None, Progress.WITHDRAWN, False),
    ([a_completion(None)], _PAST, Group.DONE, Progress.NEEDS_REVIEW, False),
    ([_DONE_LATE], NO_DEADLINE, Group.DONE, Progress.ON_TIME, False),
    ([_DONE_LATE], _ONGOING, Group.DONE, Progress.ON_TIME, False),
    ([_DONE_LATE], _CONDITIONAL, Group.DONE, Progress.ON_TIME, False),
    ([_DONE_LATE], _INVALID, Group.DONE, Progress.NEEDS_REVIEW, False),
    ([_DONE_EARLY], _PAST, Group.DONE, Progress.ON_TIME, False),
    ([_DONE_LATE], _PAST, Group.DONE, Progress.LATE, False),
    ([a_completion(date(2023, 12, 15))], _FAR, Group.IN_PROGRESS, Progress.NOT_YET_DUE, False),
    ([a_completion(date(2023, 12, 15))], _PAST, Group.IN_PROGRESS, Progress.OVERDUE, False),
    ([_SUSPENDED], _PAST, Group.IN_PROGRESS, Progress.SUSPENDED, False),
    ([_SUSPENDED], _INVALID, Group.IN_PROGRESS, Progress.SUSPENDED, False),
    ([], _INVALID, Group.IN_PROGRESS, Progress.NEEDS_REVIEW, False),
    ([], NO_DEADLINE, Group.IN_PROGRESS, Progress.NOT_YET_DUE, False),
    ([], _CONDITIONAL, Group.IN_PROGRESS, Progress.NOT_YET_DUE, False),
    ([], _ONGOING, Group.IN_PROGRESS, Progress.NOT_YET_DUE, False),
    ([], _SOON, Group.IN_PROGRESS, Progress.NOT_YET_DUE, True),
    ([], _FAR, Group.IN_PROGRESS, Progress.NOT_YET_DUE, False),
    ([], _PAST, Group.IN_PROGRESS, Progress.OVERDUE, False),
]


@pytest.mark.parametrize(("events", "deadline", "group", "progress", "is_soon"), DECISION_TABLE)
def test_every_line_of_the_decision_table_holds(
    *,
    events: list[Event],
    deadline: Deadline,
    group: Group | None,
    progress: Progress,
    is_soon: bool,
) -> None:
    assessment = _row(*events, assignment=an_assignment(deadline=deadline)).assessment
    assert (assessment.group, assessment.progress) == (group, progress)
    assert assessment.is_due_soon is is_soon


@pytest.mark.parametrize(
    ("deadline", "progress"),
    [
        (_INVALID, Progress.NEEDS_REVIEW),
        (NO_DEADLINE, Progress.NOT_YET_DUE),
        (_FAR, Progress.NOT_YET_DUE),
        (_PAST, Progress.OVERDUE),
    ],
)
def test_the_open_lines_of_the_table_hold_in_group_three_for_what_is_marked_not_started(
    deadline: Deadline, progress: Progress
) -> None:
    row = _row(assignment=an_assignment(deadline=deadline, is_started=False))
    assert (row.assessment.group, row.assessment.progress) == (Group.NOT_STARTED, progress)


def test_what_is_not_yet_assigned_is_in_no_report() -> None:
    assert assessed_on(a_directive(), date(2023, 11, 2)) == ()
