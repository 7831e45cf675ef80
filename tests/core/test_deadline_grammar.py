from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.deadline import NO_DEADLINE, Cycle, DeadlineKind, OffsetUnit
from tracker.core.deadline_grammar import DeadlineRemark, parse_deadline

ASSIGNED_ON = date(2023, 10, 5)


def _read(text: str) -> tuple[str, str, bool]:
    deadline = parse_deadline(text, assigned_on=ASSIGNED_ON).deadline
    due_on = deadline.due_on.isoformat() if deadline.due_on else ""
    return deadline.kind.value, due_on, deadline.is_before


def _remarks(text: str) -> tuple[DeadlineRemark, ...]:
    return parse_deadline(text, assigned_on=ASSIGNED_ON).remarks


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("31/12/2023", "2023-12-31"),
        ("10/01/2024", "2024-01-10"),
        ("15/1/2024", "2024-01-15"),
        ("1/3/24", "2024-03-01"),
        ("31-12-2023", "2023-12-31"),
        ("31.12.2023", "2023-12-31"),
        ("2023-12-31", "2023-12-31"),
        ("2023-12-31 00:00:00", "2023-12-31"),
        ("ngày 31 tháng 12 năm 2023", "2023-12-31"),
        ("29/02/2024", "2024-02-29"),
        ("31/12/2023./.", "2023-12-31"),
        ("30/11", "2023-11-30"),
        ("ngày 30 tháng 11", "2023-11-30"),
        ("chậm nhất ngày 10/12/2023", "2023-12-10"),
        ("Chậm nhất là ngày 10/12/2023", "2023-12-10"),
        ("đến hết ngày 10/12/2023", "2023-12-10"),
        ("không quá ngày 10/12/2023", "2023-12-10"),
        ("Hạn: 10/12/2023", "2023-12-10"),
        ("Thứ Sáu, ngày 10/11/2023", "2023-11-10"),
        ("10/11/2023 (thứ Sáu)", "2023-11-10"),
        ("20/12/2023 (gia hạn)", "2023-12-20"),
        ("trong ngày", "2023-10-05"),
        ("Trước 17h00 ngày 10/12/2023", "2023-12-10"),
        ("trước 16 giờ 30 phút, ngày 10/12/2023", "2023-12-10"),
    ],
)
def test_a_day_is_the_last_day_in_time(text: str, due_on: str) -> None:
    assert _read(text) == ("date", due_on, False)


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("trước ngày 10/12/2023", "2023-12-10"),
        ("trước 15/9/2026", "2026-09-15"),
        ("Hoàn thành trước ngày 30 tháng 11 năm 2023", "2023-11-30"),
        ("chậm nhất trước ngày 10/12/2023", "2023-12-10"),
        ("trước ngày 10/12/2023 để tổng hợp, báo cáo UBND tỉnh", "2023-12-10"),
        ("Báo cáo UBND tỉnh trước ngày 10/12/2023", "2023-12-10"),
        ("Gửi kết quả về Sở Nội vụ trước ngày 10/12/2023", "2023-12-10"),
    ],
)
def test_before_a_day_keeps_the_day_and_says_so(text: str, due_on: str) -> None:
    assert _read(text) == ("date", due_on, True)


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("Tháng 3 năm 2024", "2024-03-31"),
        ("tháng 02/2024", "2024-02-29"),
        ("T12/2026", "2026-12-31"),
        ("12/2023", "2023-12-31"),
        ("trong tháng 12", "2023-12-31"),
        ("Hoàn thành trong tháng 12/2023", "2023-12-31"),
        ("tháng 11-12/2023", "2023-12-31"),
        ("từ tháng 11 đến tháng 12/2023", "2023-12-31"),
        ("Quý II/2024", "2024-06-30"),
        ("Quý 2 năm 2024", "2024-06-30"),
        ("Q4/2023", "2023-12-31"),
        ("Trong quý IV năm 2023", "2023-12-31"),
        ("Quý III, IV/2023", "2023-12-31"),
        ("quý IV", "2023-12-31"),
        ("cuối quý I/2024", "2024-03-31"),
        ("đầu quý I/2024", "2024-01-01"),
        ("6 tháng đầu năm 2024", "2024-06-30"),
        ("6T/2024", "2024-06-30"),
        ("9 tháng đầu năm 2024", "2024-09-30"),
        ("6 tháng cuối năm", "2023-12-31"),
        ("nửa đầu năm 2024", "2024-06-30"),
        ("Năm 2023", "2023-12-31"),
        ("đến hết năm 2023", "2023-12-31"),
        ("2024", "2024-12-31"),
        ("giai đoạn 2021-2025", "2025-12-31"),
        ("cuối năm", "2023-12-31"),
        ("giữa năm 2024", "2024-06-30"),
        ("đầu năm 2024", "2024-01-01"),
        ("đầu tháng 11", "2023-11-01"),
        ("giữa tháng 11", "2023-11-15"),
        ("cuối tháng 11", "2023-11-30"),
        ("cuối tháng", "2023-10-31"),
        ("trong tháng này", "2023-10-31"),
        ("trong quý", "2023-12-31"),
        ("năm nay", "2023-12-31"),
    ],
)
def test_a_period_ends_on_its_last_day_by_the_civil_code(text: str, due_on: str) -> None:
    assert _read(text) == ("period_end", due_on, False)


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("trước tháng 12/2023", "2023-12-01"),
        ("trước quý II/2024", "2024-04-01"),
        ("trước cuối tháng 12/2023", "2023-12-31"),
    ],
)
def test_before_a_period_is_before_its_first_day(text: str, due_on: str) -> None:
    assert _read(text) == ("period_end", due_on, True)


@pytest.mark.parametrize(
    ("text", "cycle", "day", "month", "is_before"),
    [
        ("trước ngày 25 hằng tháng", Cycle.MONTH, 25, None, True),
        ("trước ngày 25 hàng tháng", Cycle.MONTH, 25, None, True),
        ("ngày 15 hàng tháng", Cycle.MONTH, 15, None, False),
        ("ngày 20 của mỗi tháng", Cycle.MONTH, 20, None, False),
        ("hằng tháng, trước ngày 25", Cycle.MONTH, 25, None, True),
        ("Định kỳ hàng tháng", Cycle.MONTH, None, None, False),
        ("cuối hàng tháng", Cycle.MONTH, None, None, False),
        ("hàng quý", Cycle.QUARTER, None, None, False),
        ("ngày 20 tháng cuối quý", Cycle.QUARTER, 20, None, False),
        ("trước ngày 15 của tháng cuối hằng quý", Cycle.QUARTER, 15, None, True),
        ("hằng quý (trước ngày 20 của tháng cuối quý)", Cycle.QUARTER, 20, None, True),
        ("hằng năm", Cycle.YEAR, None, None, False),
        ("trước ngày 15/12 hằng năm", Cycle.YEAR, 15, 12, True),
        ("ngày 15 tháng 12 hàng năm", Cycle.YEAR, 15, 12, False),
        ("hằng năm, trước ngày 15/12", Cycle.YEAR, 15, 12, True),
        ("tháng 6 hằng năm", Cycle.YEAR, None, 6, False),
        ("quý I hằng năm", Cycle.YEAR, None, 3, False),
    ],
)
def test_a_recurring_deadline_names_the_day_in_each_period(
    text: str, cycle: Cycle, day: int | None, month: int | None, *, is_before: bool
) -> None:
    deadline = parse_deadline(text, assigned_on=ASSIGNED_ON).deadline
    assert deadline.kind is DeadlineKind.RECURRING
    assert deadline.recurrence is not None
    recurrence = deadline.recurrence
    assert (recurrence.cycle, recurrence.day, recurrence.month) == (cycle, day, month)
    assert (deadline.is_before, deadline.due_on) == (is_before, None)


@pytest.mark.parametrize(
    ("text", "amount", "unit", "base_on"),
    [
        ("trong 10 ngày làm việc kể từ ngày nhận văn bản", 10, OffsetUnit.WORKING_DAY, None),
        ("Ký ban hành (trong 10 ngày)", 10, OffsetUnit.DAY, None),
        ("Trong vòng 03 tháng kể từ ngày ký ban hành", 3, OffsetUnit.MONTH, None),
        ("trong thời hạn 05 ngày làm việc, kể từ ngày nhận được văn bản này", 5,
         OffsetUnit.WORKING_DAY, None),
        ("1 tháng kể từ 31/01/2024", 1, OffsetUnit.MONTH, date(2024, 1, 31)),
        ("15 ngày kể từ ngày 05/12/2023", 15, OffsetUnit.DAY, date(2023, 12, 5)),
        ("2 tuần", 2, OffsetUnit.WEEK, None),
        ("10 (mười) ngày", 10, OffsetUnit.DAY, None),
        ("trong 24 giờ", 1, OffsetUnit.DAY, None),
        ("6 tháng", 6, OffsetUnit.MONTH, None),
        ("1 năm", 1, OffsetUnit.YEAR, None),
    ],
)  # fmt: skip
def test_a_span_counts_from_the_assignment_or_the_day_named(
    text: str, amount: int, unit: OffsetUnit, base_on: date | None
) -> None:
    deadline = parse_deadline(text, assigned_on=ASSIGNED_ON).deadline
    assert deadline.kind is DeadlineKind.RELATIVE
    assert deadline.offset is not None
    offset = deadline.offset
    assert (offset.amount, offset.unit, offset.base_on) == (amount, unit, base_on)
    assert deadline.due_on is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "none"),
        ("  ", "none"),
        ("-", "none"),
        ("x", "none"),
        ("Không", "none"),
        ("Không quy định", "none"),
        ("không có thời hạn", "none"),
        ("chưa xác định", "none"),
        ("thường xuyên", "ongoing"),
        ("Nhiệm vụ thường xuyên", "ongoing"),
        ("thực hiện theo quy định", "ongoing"),
        ("khi có yêu cầu", "ongoing"),
        ("liên tục", "ongoing"),
        ("hằng ngày", "ongoing"),
        ("năm 2023 và các năm tiếp theo", "ongoing"),
        ("sau khi có Quyết định phê duyệt của Thủ tướng Chính phủ", "conditional"),
        ("5 ngày sau khi có quyết định phê duyệt", "conditional"),
        ("10 ngày kể từ ngày kết thúc hội nghị", "conditional"),
        ("chờ ý kiến của Bộ", "conditional"),
        ("theo tiến độ của Bộ", "conditional"),
        ("…./12/2023", "incomplete"),
        ("…/…/2023", "incomplete"),
        ("...../12/2023", "incomplete"),
        ("...", "incomplete"),
        ("___/12/2023", "incomplete"),
        ("/12/2023", "incomplete"),
        ("ngày  tháng 12", "incomplete"),
        ("ngày tháng 12 năm 2023", "incomplete"),
        ("ngày 15 tháng … năm 2023", "incomplete"),
        ("trước ngày 25", "incomplete"),
        ("tháng năm 2023", "incomplete"),
        ("31/4/2023", "invalid"),
        ("30/02/2024", "invalid"),
        ("12/31/2023", "invalid"),
        ("2197", "invalid"),
        ("tháng 13/2023", "invalid"),
        ("Quý V/2023", "invalid"),
        ("1/1/2200", "invalid"),
        ("\uff131/12/2023", "invalid"),
        ("30/6/2023 và 31/12/2023", "invalid"),
        ("30/6 và 31/12 hằng năm", "invalid"),
        ("ngày 15 hằng năm", "invalid"),
        ("31/6 hằng năm", "invalid"),
        ("ngày 32 hằng tháng", "invalid"),
        ("sau khi Luật được ban hành, trước ngày 31/12/2023", "invalid"),
        ("1 tháng kể từ 31/02/2024", "invalid"),
        ("0 ngày", "invalid"),
        ("trong 5 giờ", "invalid"),
        ("tháng 12 - tháng 3", "invalid"),
        ("Trước Tết", "invalid"),
        ("quá hạn", "invalid"),
        ("tháng", "invalid"),
    ],
)
def test_what_sets_no_day_is_of_the_kind_that_says_why(text: str, kind: str) -> None:
    assert _read(text) == (kind, "", False)


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("31/12/2023", ()),
        ("1/3/24", (DeadlineRemark.TWO_DIGIT_YEAR,)),
        ("tháng 12/23", (DeadlineRemark.TWO_DIGIT_YEAR,)),
        ("quý IV", (DeadlineRemark.YEAR_ASSUMED,)),
        ("quý II", (DeadlineRemark.YEAR_ASSUMED, DeadlineRemark.ALREADY_PAST)),
        ("30/9", (DeadlineRemark.YEAR_ASSUMED, DeadlineRemark.ALREADY_PAST)),
        ("5/10", (DeadlineRemark.YEAR_ASSUMED,)),
        ("30/9/2023", (DeadlineRemark.ALREADY_PAST,)),
        ("Thường xuyên, 31/12/2023", (DeadlineRemark.DATE_IGNORED,)),
        ("31/12/2023 (thường xuyên)", (DeadlineRemark.DATE_IGNORED,)),
        ("thường xuyên", ()),
        ("khi Nghị định ngày 05/12/2023 có hiệu lực", (DeadlineRemark.DATE_IGNORED,)),
    ],
)
def test_what_was_assumed_or_left_aside_is_remarked_on(
    text: str, remarks: tuple[DeadlineRemark, ...]
) -> None:
    assert _remarks(text) == remarks


def test_a_standing_duty_with_a_date_beside_it_stays_a_standing_duty() -> None:
    assert _read("Thường xuyên, 31/12/2023") == ("ongoing", "", False)


def test_the_text_is_kept_as_written() -> None:
    read = parse_deadline("  Quý  IV/2023. ", assigned_on=ASSIGNED_ON)
    assert read.deadline.text == "Quý  IV/2023."


def test_nothing_written_is_no_deadline() -> None:
    assert parse_deadline(" \n", assigned_on=ASSIGNED_ON).deadline == NO_DEADLINE


def test_a_whole_page_is_no_deadline() -> None:
    assert _read("thường xuyên " * 100)[0] == "invalid"


PIECES = (
    "trước", "ngày", "tháng", "quý", "năm", "hằng", "25", "31/12/2023", "10/12", "2024", "IV", "12",
    "trong", "10", "làm việc", "kể từ", "thường xuyên", "cuối", "đầu", "…", "....", "(", ")", ",",
    "-", "sau khi", "6", "chậm nhất", "đến hết", "T12/2023", "29/02", "cuối quý", "báo cáo", "17h",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


@given(st.text() | WORDS, st.dates(date(1945, 1, 1), date(2100, 12, 31)))
def test_any_text_is_read_and_only_days_and_periods_have_a_due_day(
    text: str, assigned_on: date
) -> None:
    read = parse_deadline(text, assigned_on=assigned_on)
    has_day = read.deadline.kind in (DeadlineKind.DATE, DeadlineKind.PERIOD_END)
    assert (read.deadline.due_on is not None) is has_day
    assert (read.deadline.recurrence is not None) is (read.deadline.kind is DeadlineKind.RECURRING)
    assert (read.deadline.offset is not None) is (read.deadline.kind is DeadlineKind.RELATIVE)


@given(WORDS)
def test_reading_the_kept_text_again_says_the_same(text: str) -> None:
    first = parse_deadline(text, assigned_on=ASSIGNED_ON)
    assert parse_deadline(first.deadline.text, assigned_on=ASSIGNED_ON) == first
