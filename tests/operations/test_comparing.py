"""What an issued report would say today, and why it says something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.operations.reports_issued import (
    DECEMBER,
    JANUARY,
    NOVEMBER,
    drawn,
    issue_on,
    later,
    numbers_done,
    without_reported,
)
from tracker.core.differences import DifferenceKind
from tracker.core.directive import Group, Progress, State
from tracker.core.events import EventKind
from tracker.core.membership import Membership
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.operations.amending import Amendment, correct, void
from tracker.operations.calendar import change_days
from tracker.operations.comparing import Comparison, compare
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.issuing import NotIssued, gather_live, issued_file, retract
from tracker.operations.progressing import Completion, Ruling, by_document, done, extend, note
from tracker.operations.undoing import undo
from tracker.store.days_off import DayKind
from tracker.store.errors import IssuedAnew, ReportedAsDone
from tracker.store.issued import NoSuchReport


def told(comparison: Comparison) -> dict[str, dict[str, tuple[object, object]]]:
    """The fields that differ, by document."""
    return {
        one.difference.row.document.number: {
            field.field: (field.old, field.new) for field in one.difference.fields
        }
        for one in comparison.differences
    }


def kinds(comparison: Comparison) -> list[tuple[str, DifferenceKind]]:
    return [
        (one.difference.row.document.number, one.difference.kind) for one in comparison.differences
    ]


def test_a_report_just_issued_differs_in_nothing(office: Desk) -> None:
    issue_on(office, DECEMBER)
    comparison = compare(office, DECEMBER)
    assert (comparison.differences, comparison.moved_on, comparison.days_changed) == ((), (), ())
    assert without_reported(comparison.now) == comparison.then


def test_december_stays_and_what_has_changed_since_is_told(office: Desk) -> None:
    december = issue_on(office, DECEMBER)
    binh = replace(later(office, JANUARY.ends_on), who="binh")
    edit(binh, "3149/UBND-NC", Correction(unit="Phòng Tổ chức"))
    extend(binh, "1950/UBND-KGVX", to="31/01/2024", by="7001/UBND-NC ngày 05/12/2023")
    done(binh, "25/KH-UBND", Completion(result="80/BC-KHCN ngày 10/12/2023"))
    done(binh, "30/KH-UBND", Completion(result="12/BC-KHCN ngày 05/01/2024"))
    january = issue_on(binh, JANUARY)

    assert issued_file(binh, december.report) == drawn(december.contents)
    assert numbers_done(december.contents) == {"6340/UBND-NC", "333/TB-UBND"}
    assert numbers_done(january.contents) == {"25/KH-UBND", "30/KH-UBND"}

    comparison = compare(binh, DECEMBER)
    assert set(told(comparison)) == {"3149/UBND-NC", "1950/UBND-KGVX", "25/KH-UBND"}
    assert told(comparison)["3149/UBND-NC"] == {"unit": ("Văn phòng", "Phòng Tổ chức")}
    extended = told(comparison)["1950/UBND-KGVX"]
    assert extended["deadline"] == ("31/12/2023", "31/01/2024")
    assert extended["effective_deadline"] == (date(2023, 12, 31), date(2024, 1, 31))
    completed = told(comparison)["25/KH-UBND"]
    assert completed["state"] == (State.IN_PROGRESS, State.DONE)
    assert completed["group"] == (Group.IN_PROGRESS, Group.DONE)
    assert completed["progress"] == (Progress.NOT_YET_DUE, Progress.ON_TIME)
    assert completed["completed_on"] == (None, date(2023, 12, 10))
    assert completed["result"] == ("", "80/BC-KHCN ngày 10/12/2023")
    assert completed["membership"] == (Membership.OPEN, Membership.COMPLETED_IN_PERIOD)
    assert {entry.who for one in comparison.differences for entry in one.entries} == {"binh"}

    (moved,) = comparison.moved_on
    assert moved.row.document.number == "30/KH-UBND"
    assert [entry.effective_on for entry in moved.entries] == [date(2024, 1, 5)]
    assert comparison.then.totals.groups["done"]["total"] == 2
    assert comparison.now.totals.groups["done"]["total"] == 3


def test_a_letter_entered_late_is_known_to_a_replay_and_named_as_the_reason(office: Desk) -> None:
    issue_on(office, DECEMBER)
    on_saturday = later(office, date(2023, 12, 16))
    before = issued_file(office, compare(office, DECEMBER).report)
    extend(on_saturday, "6340/UBND-NC", to="20/12/2023", by="6990/UBND-NC ngày 24/11/2023")
    extend(on_saturday, "1950/UBND-KGVX", to="31/01/2024", by="7001/UBND-NC ngày 05/12/2023")
    assert issued_file(office, compare(office, DECEMBER).report) == before

    live = gather_live(on_saturday, DECEMBER, as_of=date(2023, 12, 14), until=None)
    deadlines = {row.document.number: row.facts.due_on for row in live.rows}
    assert deadlines["1950/UBND-KGVX"] == date(2024, 1, 31)

    comparison = compare(on_saturday, 1)
    reasons = {
        one.difference.row.document.number: [
            (entry.kind, entry.effective_on, entry.at[:10]) for entry in one.entries
        ]
        for one in comparison.differences
    }
    assert reasons == {
        "6340/UBND-NC": [(EventKind.EXTENDED, date(2023, 11, 24), "2023-12-16")],
        "1950/UBND-KGVX": [(EventKind.EXTENDED, date(2023, 12, 5), "2023-12-16")],
    }


def test_what_was_entered_and_taken_back_since_is_not_told(office: Desk) -> None:
    issue_on(office, DECEMBER)
    edit(office, "3149/UBND-NC", Correction(unit="Phòng Tổ chức"))
    undo(office)
    comparison = compare(office, DECEMBER)
    assert (comparison.differences, comparison.moved_on) == ((), ())


def test_what_the_report_knew_and_was_taken_back_since_is_the_reason(office: Desk) -> None:
    by_document(office, "25/KH-UBND", Ruling(by="9/UBND-NC ngày 12/12/2023"), name="suspend")
    issue_on(replace(office, who="binh"), DECEMBER)
    undo(later(office, date(2023, 12, 16)))
    comparison = compare(office, DECEMBER)
    assert told(comparison)["25/KH-UBND"]["state"] == (State.SUSPENDED, State.IN_PROGRESS)
    ((entry,),) = (one.entries for one in comparison.differences)
    assert (entry.kind, entry.taken_back_by) == (EventKind.SUSPENDED, "lan")


def test_what_a_report_in_force_shows_as_done_is_corrected_and_not_undone(office: Desk) -> None:
    done(office, "25/KH-UBND", Completion(result="80/BC-KHCN ngày 10/12/2023"))
    issue_on(replace(office, who="binh"), DECEMBER)
    with pytest.raises(ReportedAsDone):
        undo(later(office, date(2023, 12, 16)))
    retract(replace(office, who="binh"), DECEMBER, reason="sai")
    undo(later(office, date(2023, 12, 17)))


def test_what_was_reported_removed_and_done_later_is_reported_once_more(office: Desk) -> None:
    done(office, "25/KH-UBND", Completion(result="80/BC-KHCN ngày 10/12/2023"))
    issue_on(office, DECEMBER)
    removal = Amendment(is_removed=True, because="chưa xong")
    correct(later(office, date(2023, 12, 16)), "25/KH-UBND", 2, removal)
    late = later(office, date(2024, 1, 10))
    done(late, "25/KH-UBND", Completion(result="90/BC-KHCN ngày 09/01/2024"))
    contents = gather_live(late, JANUARY, as_of=date(2024, 1, 10), until=None)
    assert "25/KH-UBND" in {row.document.number for row in contents.rows_of(Group.DONE)}


def test_the_completion_of_a_duplicate_counts_for_the_directive_that_stays(office: Desk) -> None:
    entry = Entry(number="25/KH-UBND", issued="24/5/2023", content="Ghi lần hai", deadline="")
    again = str(add(office, entry).directive.id)
    done(office, again, Completion(result="80/BC-KHCN ngày 10/12/2023"))
    issue_on(office, DECEMBER)
    late = later(office, date(2024, 1, 10))
    done(late, "6", Completion(result="80/BC-KHCN ngày 10/12/2023"))
    void(late, again, reason="", duplicate_of="6")
    contents = gather_live(late, JANUARY, as_of=date(2024, 1, 10), until=None)
    assert contents.rows_of(Group.DONE) == ()


def test_a_retraction_stays_where_a_report_since_has_reported_the_same(office: Desk) -> None:
    issue_on(office, DECEMBER)
    retract(replace(office, who="binh"), DECEMBER, reason="sai")
    issue_on(later(office, JANUARY.ends_on), JANUARY)
    with pytest.raises(IssuedAnew):
        undo(replace(later(office, JANUARY.ends_on), who="binh"))


def test_rows_come_and_go_with_what_is_entered_withdrawn_and_voided(office: Desk) -> None:
    issue_on(office, DECEMBER)
    entry = Entry(number="7/UBND-NC", issued="01/12/2023", content="Việc đến muộn", deadline="")
    add(office, entry)
    add(later(office, JANUARY.ends_on), replace(entry, number="8/UBND-NC", issued="03/01/2024"))
    ruling = Ruling(by="9/UBND-NC ngày 12/12/2023")
    by_document(office, "31/KH-UBND", ruling, name="withdraw")
    void(office, "30/KH-UBND", reason="ghi trùng", duplicate_of=None)
    comparison = compare(office, DECEMBER)
    assert kinds(comparison) == [
        ("30/KH-UBND", DifferenceKind.GONE),
        ("31/KH-UBND", DifferenceKind.GONE),
        ("7/UBND-NC", DifferenceKind.ADDED),
    ]
    assert all(one.entries for one in comparison.differences)
    assert comparison.moved_on == ()


def test_a_directive_entered_and_taken_back_since_is_told_by_nothing(office: Desk) -> None:
    issue_on(office, DECEMBER)
    add(
        office, Entry(number="7/UBND-NC", issued="01/12/2023", content="Việc ghi nhầm", deadline="")
    )
    undo(office)
    assert compare(office, DECEMBER).differences == ()


def test_a_change_of_the_calendar_is_named_as_a_reason(office: Desk) -> None:
    strict = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
    careful = replace(office, policy=strict)
    issue_on(careful, DECEMBER)
    change_days(careful, ["10/01/2024"], kind=DayKind.HOLIDAY, name="nghỉ đột xuất")
    comparison = compare(careful, DECEMBER)
    assert told(comparison) == {
        "25/KH-UBND": {"effective_deadline": (date(2024, 1, 10), date(2024, 1, 11))}
    }
    (changed,) = comparison.days_changed
    assert (changed.day, changed.old_kind, changed.new_kind) == (
        date(2024, 1, 10),
        None,
        DayKind.HOLIDAY,
    )
    assert (changed.new_name, changed.who) == ("nghỉ đột xuất", "lan")
    undo(careful)
    assert compare(careful, DECEMBER).days_changed == ()


def test_a_change_of_the_calendar_taken_back_since_is_told_the_other_way(office: Desk) -> None:
    change_days(office, ["10/01/2024"], kind=DayKind.HOLIDAY, name="nghỉ đột xuất")
    issue_on(replace(office, who="binh"), DECEMBER)
    undo(office)
    (changed,) = compare(office, DECEMBER).days_changed
    assert (changed.old_kind, changed.new_kind) == (DayKind.HOLIDAY, None)


def test_other_reports_issued_or_retracted_since_make_no_difference(office: Desk) -> None:
    november = issue_on(office, NOVEMBER)
    issue_on(office, DECEMBER)
    retract(office, november.report.id, reason="sai số liệu")
    issue_on(office, NOVEMBER, as_of=office.today)
    issue_on(later(office, JANUARY.ends_on), JANUARY)
    comparison = compare(office, DECEMBER)
    assert comparison.differences == ()
    assert without_reported(comparison.now) == comparison.then


def test_the_rules_of_the_report_hold_and_not_those_of_today(office: Desk) -> None:
    issue_on(office, DECEMBER, until=date(2023, 10, 31))
    other = replace(
        office, policy=Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY, due_soon_days=90)
    )
    comparison = compare(other, DECEMBER)
    assert comparison.differences == ()
    assert without_reported(comparison.now) == comparison.then


def test_a_note_entered_late_is_a_difference_too(office: Desk) -> None:
    issue_on(office, DECEMBER)
    note(office, "3149/UBND-NC", on="13/12/2023", text="Đang lấy ý kiến")
    assert told(compare(office, DECEMBER)) == {"3149/UBND-NC": {"note": ("", "Đang lấy ý kiến")}}


def test_a_retracted_report_can_still_be_compared_by_its_id(office: Desk) -> None:
    issue_on(office, DECEMBER)
    retract(office, 1, reason="sai số liệu")
    assert compare(office, 1).differences == ()
    with pytest.raises(NotIssued):
        compare(office, DECEMBER)
    with pytest.raises(NoSuchReport):
        compare(office, 2)
