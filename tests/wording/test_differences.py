"""What is told of an issued report that would be another today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.builders import (
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.wording.test_issued import REPORT
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.differences import FIELDS, differences
from tracker.core.events import Edited, Event, Voided, Withdrawn, kind_of
from tracker.core.membership import Membership
from tracker.core.report import Judged, report_contents
from tracker.store.chronicle import ChronicleEntry
from tracker.store.days_off import DayKind
from tracker.store.since import DayChanged
from tracker.wording.differences import FIELD, comparison_lines, entry_words, totals_words

LATE_LETTER = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5))


def a_row(*events: Any, **assignment: Any) -> AssessedDirective:
    directive = a_directive(*events, assignment=an_assignment(**assignment))
    return replace(assessed_on(directive)[0], **_marks(assignment))


def _marks(assignment: dict[str, Any]) -> dict[str, Any]:
    return {name: assignment[name] for name in ("is_secret",) if name in assignment}


def an_entry(event: Event, **more: Any) -> ChronicleEntry:
    return ChronicleEntry(
        event_id=12,
        operation_id=41,
        operation="extend",
        at="2023-12-16T01:30:00Z",
        who="binh",
        kind=kind_of(event),
        event=event,
        effective_on=event.effective_on,
        old_values={},
        new_values={},
        **more,
    )


def a_comparison(
    before: list[Judged], after: list[Judged], *entries: ChronicleEntry, **more: Any
) -> Any:
    then, now = (
        report_contents(REPORT.period, REPORT.as_of, judged=judged) for judged in (before, after)
    )
    return SimpleNamespace(
        report=REPORT,
        then=then,
        now=now,
        differences=tuple(
            SimpleNamespace(difference=one, entries=entries) for one in differences(before, after)
        ),
        moved_on=more.get("moved_on", ()),
        days_changed=more.get("days_changed", ()),
    )


def told(comparison: Any, *, are_secret_shown: bool = False) -> list[str]:
    heading, *rest = comparison_lines(comparison, are_secret_shown=are_secret_shown)
    assert heading.startswith("Báo cáo mã 3, tháng 12/2023")
    return rest[1:]


def test_every_field_that_is_compared_has_a_name() -> None:
    assert set(FIELD) == set(FIELDS)


def test_a_report_that_would_be_the_same_says_so() -> None:
    row = (a_row(), Membership.OPEN)
    assert told(a_comparison([row], [row])) == ["Không có gì khác."]


def test_a_change_is_told_with_who_entered_what_by_which_document() -> None:
    comparison = a_comparison(
        [(a_row(), Membership.OPEN)], [(a_row(LATE_LETTER), Membership.OPEN)], an_entry(LATE_LETTER)
    )
    assert told(comparison) == [
        "Số liệu: đang thực hiện (trong hạn 0 → 01, quá hạn 01 → 0)",
        "",
        "Thay đổi (01):",
        "  1  6340/UBND-NC ngày 03/11/2023",
        "      thời hạn: 10/12/2023 → 31/12/2023",
        "      ngày cuối còn đúng hạn: 10/12/2023 → 31/12/2023",
        "      số lần gia hạn: 0 → 1",
        "      văn bản gia hạn: không có → 7001/UBND-NC ngày 05/12/2023",
        "      tiến độ: Quá hạn → Chưa đến hạn",
        "      số ngày chậm, quá hạn: 4 → 0",
        "      vì: 08:30 16/12/2023  binh: Gia hạn ngày 05/12/2023, theo 7001/UBND-NC ngày "
        "05/12/2023",
    ]


def test_rows_that_came_and_went_stand_apart_with_the_reason_they_have() -> None:
    first, second = a_row(), replace(a_row(), id=2)
    comparison = a_comparison([(first, Membership.OPEN)], [(second, Membership.OPEN)])
    assert told(comparison) == [
        "Số liệu: không đổi",
        "",
        "Nay có thêm (01):",
        "  2  6340/UBND-NC ngày 03/11/2023",
        "      chưa hoàn thành",
        "",
        "Nay không còn (01):",
        "  1  6340/UBND-NC ngày 03/11/2023",
        "      chưa hoàn thành",
    ]


def test_a_turn_is_named_by_its_due_day() -> None:
    row = a_row(deadline=every_month(25))
    assert row.facts.instance is not None
    comparison = a_comparison([], [(row, Membership.OPEN)])
    assert "  1  6340/UBND-NC ngày 03/11/2023 (kỳ 25/11/2023)" in told(comparison)


def test_a_long_or_broken_text_stays_on_its_line() -> None:
    comparison = a_comparison(
        [(a_row(content="một\n  hai"), Membership.OPEN)],
        [(a_row(content="ba"), Membership.OPEN)],
    )
    assert "      nội dung: một hai → ba" in told(comparison)


SECRETS = ("nội dung mật", "kết quả mật", "tình hình mật", "lý do mật")


@pytest.mark.parametrize("was_secret", [True, False])
def test_nothing_of_a_secret_directive_is_told_but_that_it_differs(*, was_secret: bool) -> None:
    before = a_row(content="nội dung mật", is_secret=was_secret)
    done = a_completion(date(2023, 12, 5), result_text="kết quả mật")
    after = replace(a_row(done, is_secret=True), latest_note="tình hình mật")
    reason = Voided(reason="lý do mật")
    comparison = a_comparison(
        [(before, Membership.OPEN)],
        [(after, Membership.COMPLETED_IN_PERIOD)],
        an_entry(reason),
        moved_on=(SimpleNamespace(row=after, entries=(an_entry(reason),)),),
    )
    shown = "\n".join(told(comparison, are_secret_shown=True))
    assert "6340/UBND-NC" in shown
    hidden = "\n".join(told(comparison))
    assert "6340/UBND-NC" not in hidden
    for text in (shown, hidden):
        assert not [secret for secret in SECRETS if secret in text]
        assert "nội dung: (văn bản mật)" in text
        assert "tình trạng: Đang thực hiện → Đã thực hiện" in text


def test_what_was_taken_back_names_who_did_it() -> None:
    entry = an_entry(LATE_LETTER, taken_back_by="lan", taken_back_at="2023-12-18T02:00:00Z")
    assert entry_words(entry) == (
        "09:00 18/12/2023  lan: hoàn tác «Gia hạn ngày 05/12/2023, theo 7001/UBND-NC ngày "
        "05/12/2023»"
    )


def test_a_reason_that_was_given_is_told_and_an_edit_has_no_day() -> None:
    withdrawn = Withdrawn(
        effective_on=date(2023, 12, 12), authority=LATE_LETTER.authority, reason="hết cần"
    )
    assert entry_words(an_entry(withdrawn)).endswith("ngày 05/12/2023: hết cần")
    edited = Edited(before=an_assignment(), after=an_assignment(unit="Văn phòng"))
    assert entry_words(an_entry(edited)) == "08:30 16/12/2023  binh: Sửa thông tin"


def test_changes_of_the_calendar_are_told_both_ways() -> None:
    made = DayChanged(
        day=date(2024, 1, 10),
        old_kind=None,
        old_name="",
        new_kind=DayKind.HOLIDAY,
        new_name="nghỉ đột xuất",
        who="lan",
        at="2023-12-16T01:30:00Z",
    )
    row = (a_row(), Membership.OPEN)
    lines = told(a_comparison([row], [row], days_changed=(made,)))
    assert lines[-1] == ("  10/01/2024: ngày thường → nghỉ (nghỉ đột xuất) (08:30 16/12/2023  lan)")


def test_what_is_known_of_later_days_stands_apart() -> None:
    done = a_completion(date(2024, 1, 5))
    row = a_row()
    moved = SimpleNamespace(row=row, entries=(an_entry(done),))
    lines = told(
        a_comparison([(row, Membership.OPEN)], [(row, Membership.OPEN)], moved_on=(moved,))
    )
    assert lines[-2:] == [
        "  1  6340/UBND-NC ngày 03/11/2023",
        "      08:30 16/12/2023  binh: Hoàn thành ngày 05/01/2024",
    ]


def test_a_change_of_judgement_within_a_part_is_told() -> None:
    on_time, late = (a_row(a_completion(date(2023, 12, day))) for day in (5, 12))
    because = Membership.COMPLETED_IN_PERIOD
    assert totals_words(a_comparison([(on_time, because)], [(late, because)])) == (
        "đã thực hiện (đúng hạn 01 → 0, chậm 0 → 01)"
    )


def test_what_lies_across_the_parts_is_told_where_no_single_part_tells_it() -> None:
    undated = a_row(a_completion(None))
    unclear = a_row(deadline=Deadline(text="…/12/2023", kind=DeadlineKind.INCOMPLETE))
    comparison = a_comparison(
        [], [(undated, Membership.NOT_REPORTED_BEFORE), (unclear, Membership.OPEN)]
    )
    assert totals_words(comparison) == (
        "tổng số 0 → 02; đã thực hiện 0 → 01 (cần rà soát 0 → 01); đang thực hiện 0 → 01 "
        "(cần rà soát 0 → 01); cần rà soát 0 → 02"
    )


def test_of_many_that_only_moved_on_ten_are_named() -> None:
    row = (a_row(), Membership.OPEN)
    entries = (an_entry(a_completion(date(2024, 1, 5))),)
    moved = tuple(
        SimpleNamespace(row=replace(a_row(), id=number), entries=entries) for number in range(1, 15)
    )
    lines = told(a_comparison([row], [row], moved_on=moved))
    assert "khác đi (14):" in lines[2]
    assert len([line for line in lines if "6340/UBND-NC" in line]) == 10
    assert lines[-1].startswith("  và 04 nhiệm vụ khác")


def _a_holiday(day: date) -> DayChanged:
    return DayChanged(
        day=day,
        old_kind=None,
        old_name="",
        new_kind=DayKind.HOLIDAY,
        new_name="",
        who="lan",
        at="2023-12-16T01:30:00Z",
    )


def test_days_off_long_after_the_report_are_only_counted() -> None:
    row = (a_row(), Membership.OPEN)
    days = tuple(map(_a_holiday, (date(2024, 2, 12), date(2024, 2, 13), date(2024, 9, 2))))
    lines = told(a_comparison([row], [row], days_changed=days))
    assert lines[-2:] == [
        "  12/02/2024: ngày thường → nghỉ (08:30 16/12/2023  lan)",
        "  và 02 lần sửa cho các ngày sau 12/02/2024",
    ]
    far = told(a_comparison([row], [row], days_changed=days[2:]))
    assert far[-1] == "  01 lần sửa cho các ngày sau 12/02/2024"


def test_a_duplicate_is_told_with_the_directive_that_stays() -> None:
    assert entry_words(an_entry(Voided(reason="", duplicate_of=11))).endswith(
        "Bỏ vì ghi nhầm: trùng với nhiệm vụ 11"
    )
    secret = entry_words(an_entry(Voided(reason="lý do mật", duplicate_of=11)), is_secret=True)
    assert secret.endswith("Bỏ vì ghi nhầm: trùng với nhiệm vụ 11")


def test_totals_name_only_the_numbers_that_changed() -> None:
    open_row = (a_row(), Membership.OPEN)
    done_row = (a_row(a_completion(date(2023, 12, 5))), Membership.COMPLETED_IN_PERIOD)
    assert totals_words(a_comparison([open_row], [done_row])) == (
        "đã thực hiện 0 → 01 (đúng hạn 0 → 01); đang thực hiện 01 → 0 (quá hạn 01 → 0)"
    )
