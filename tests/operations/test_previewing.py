"""What is being typed: understood as far as it goes, never raised, the same as when it is saved."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NEW_YEAR_2024, TODAY, WEEKENDS_ONLY
from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.deadline import NO_DEADLINE, DeadlineKind
from tracker.core.directive import Assignment
from tracker.core.errors import Refused, UsageError
from tracker.core.half_line import read_half_line
from tracker.operations.calendar import change_days
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add, entry_from_line, read_entry
from tracker.operations.previewing import (
    Understanding,
    calendar,
    preview_day,
    preview_deadline,
    preview_document,
    preview_number,
    preview_result,
)
from tracker.operations.previewing_entries import EntryPreview, preview_entry, preview_line
from tracker.operations.typed import IssuedInTheFuture, RemarkKind, UnreadableDeadline
from tracker.store.days_off import DayKind

EMPTY, INCOMPLETE = Understanding.EMPTY, Understanding.INCOMPLETE
REFUSED, UNDERSTOOD = Understanding.REFUSED, Understanding.UNDERSTOOD
ASSIGNED_ON = date(2023, 11, 3)
PLAN = "25/KH-UBND ngày 24/5/2023"
ENTRY = Entry(number="25/KH-UBND", issued="24/5/2023", content="Phối hợp", deadline="10/01/2024")

ANYTHING = st.text(st.characters(categories=None)) | st.text(
    alphabet="0123456789/-.+ ngàyhạntrướcKHUBND", max_size=40
)


def line(text: str) -> EntryPreview:
    return preview_line(text, today=TODAY, days_off=WEEKENDS_ONLY)


def form(entry: Entry) -> EntryPreview:
    return preview_entry(entry, today=TODAY, days_off=WEEKENDS_ONLY)


@pytest.mark.parametrize(
    ("text", "understanding", "value"),
    [
        ("", EMPTY, None),
        (" \x00", EMPTY, None),
        ("3/1", INCOMPLETE, None),
        ("3/11/20", INCOMPLETE, date(2020, 11, 3)),
        ("3/11/202", INCOMPLETE, None),
        ("3/11/2023", UNDERSTOOD, date(2023, 11, 3)),
        ("3/11/23", UNDERSTOOD, date(2023, 11, 3)),
        ("hôm", INCOMPLETE, None),
        ("hôm nay", UNDERSTOOD, TODAY),
        ("31/2/2024", REFUSED, None),
        ("2023-13-01", REFUSED, None),
    ],
)
def test_a_day_is_refused_only_when_nothing_can_come_of_it(
    text: str, understanding: Understanding, value: date | None
) -> None:
    preview = preview_day(text, today=TODAY)
    assert (preview.understanding, preview.value) == (understanding, value)
    assert (preview.error is None) is (understanding is EMPTY or value is not None)


@pytest.mark.parametrize(
    ("text", "understanding"),
    [
        ("25/", INCOMPLETE),
        ("25/KH-", INCOMPLETE),
        ("Kế ho", INCOMPLETE),
        ("25/KH-UBND", UNDERSTOOD),
        ("25/KH-UBND ngày", REFUSED),
        ("3/11/2023", REFUSED),
    ],
)
def test_a_number_is_refused_only_when_nothing_can_come_of_it(
    text: str, understanding: Understanding
) -> None:
    assert preview_number(text).understanding is understanding


@pytest.mark.parametrize(
    ("text", "understanding", "kind", "due_on"),
    [
        ("", EMPTY, DeadlineKind.NONE, None),
        ("không có", UNDERSTOOD, DeadlineKind.NONE, None),
        ("10", INCOMPLETE, None, None),
        ("10/01", INCOMPLETE, DeadlineKind.DATE, date(2023, 1, 10)),
        ("10/01/20", INCOMPLETE, DeadlineKind.DATE, date(2020, 1, 10)),
        ("10/01/24", UNDERSTOOD, DeadlineKind.DATE, date(2024, 1, 10)),
        ("trước ngày 10/01/2024", UNDERSTOOD, DeadlineKind.DATE, date(2024, 1, 10)),
        ("trước ng", INCOMPLETE, None, None),
        ("Quý", INCOMPLETE, None, None),
        ("Quý II/2024", UNDERSTOOD, DeadlineKind.PERIOD_END, date(2024, 6, 30)),
        ("trong 10 ngày", UNDERSTOOD, DeadlineKind.RELATIVE, date(2023, 11, 13)),
        ("+10", UNDERSTOOD, DeadlineKind.DATE, date(2023, 12, 24)),
        ("hằng tháng", UNDERSTOOD, DeadlineKind.RECURRING, None),
        ("…/12/2023", INCOMPLETE, None, None),
        ("31/2/2024", REFUSED, None, None),
        ("trước ngày 31/2/2024", REFUSED, None, None),
    ],
)
def test_a_deadline_comes_with_its_kind_and_day(
    text: str, understanding: Understanding, kind: DeadlineKind | None, due_on: date | None
) -> None:
    preview = preview_deadline(text, assigned_on=ASSIGNED_ON, today=TODAY, days_off=WEEKENDS_ONLY)
    assert preview.understanding is understanding
    found = preview.value
    assert (found and found.kind, found and found.due_on) == (kind, due_on)
    assert isinstance(preview.error, UnreadableDeadline) is (found is None)


def test_without_the_day_of_assignment_only_what_does_not_hang_on_it_has_a_day() -> None:
    def read(text: str) -> date | None:
        preview = preview_deadline(text, assigned_on=None, today=TODAY, days_off=WEEKENDS_ONLY)
        assert preview.remarks == ()
        return preview.value.due_on if preview.value else None

    assert read("10/01/2022") == date(2022, 1, 10)
    assert read("trong 10 ngày") is read("10/01") is read("quý IV") is None


@pytest.mark.parametrize(
    ("text", "understanding"),
    [
        ("", EMPTY),
        ("120", INCOMPLETE),
        ("theo công văn", INCOMPLETE),
        ("120/UBND-KGVX", INCOMPLETE),
        ("120/UBND-KGVX ngày 05/12", INCOMPLETE),
        ("120/UBND-KGVX ngày 05/12/20", INCOMPLETE),
        ("120/UBND-KGVX ngày 05/12/2023", UNDERSTOOD),
        ("120/UBND-KGVX ngày 05/12 của tỉnh", REFUSED),
        ("120/UBND-KGVX ngày 31/11/2023", REFUSED),
        ("120/UBND-KGVX ngày 15/12/2023", REFUSED),
        ("120/UBND-KGVX ngày 05/12/2023 và 121/UBND-KGVX", REFUSED),
    ],
)
def test_a_document_needs_a_number_and_a_date_that_has_come(
    text: str, understanding: Understanding
) -> None:
    assert preview_document(text, today=TODAY).understanding is understanding


@pytest.mark.parametrize(
    ("text", "understanding", "number"),
    [
        ("", EMPTY, 0),
        ("đã xong", UNDERSTOOD, 0),
        ("1514/KHCN-VP ngày 27/11", INCOMPLETE, 0),
        ("1514/KHCN-VP ngày 27/11/20", INCOMPLETE, 1),
        ("1514/KHCN-VP ngày 27/11/2023", UNDERSTOOD, 1),
        ("1514/KHCN-VP ngày 27/11/2023 và 1515/KHCN-VP ngày 28/11/2023", UNDERSTOOD, 2),
        ("1514/KHCN-VP ngày 31/11/2023", REFUSED, 0),
        ("1514/KHCN-VP ngày 27/11 và 1515/KHCN-VP ngày 28/11/2023", REFUSED, 1),
    ],
)
def test_a_result_names_its_documents(text: str, understanding: Understanding, number: int) -> None:
    preview = preview_result(text, today=TODAY)
    assert preview.value is not None
    assert (preview.understanding, len(preview.value)) == (understanding, number)


def test_no_beginning_of_a_line_raises_an_alarm() -> None:
    whole = f"Kế hoạch số {PLAN} Phối hợp in ấn; báo cáo (hạn trước ngày 10/01/2024)"
    for length in range(len(whole) + 1):
        preview = line(whole[:length])
        fields = (preview.number, preview.issued, preview.content, preview.deadline)
        assert REFUSED not in {one.understanding for one in fields}, whole[:length]
        assert preview.remarks == (), whole[:length]
    assert preview.assignment == line(whole).assignment is not None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ("number", "issued", "content")),
        ("25/", ("number", "issued", "content")),
        ("25/KH-UBND ngày", ("issued", "content")),
        ("25/KH-UBND Phối hợp", ("issued",)),
        (PLAN, ("content",)),
        (f"{PLAN} Phối hợp", ()),
        ("25/KH-UBND ngày 31/2/2023", ("content",)),
    ],
)
def test_a_line_says_what_is_missing(text: str, missing: tuple[str, ...]) -> None:
    preview = line(text)
    assert preview.missing == missing
    assert (preview.assignment is None) is bool(missing)


def test_a_date_behind_which_the_line_goes_on_is_finished() -> None:
    trouble = line("25/KH-UBND ngày 3/1 Phối hợp").issued
    assert trouble.understanding is REFUSED
    assert isinstance(trouble.error, UnreadableDate)
    assert trouble.error.problem is DateProblem.YEAR_MISSING
    assert line("25/KH-UBND ngày 3/1/20").issued.understanding is INCOMPLETE
    assert line("25/KH-UBND ngày 3/1/20 Phối hợp").issued.understanding is UNDERSTOOD


def test_a_deadline_that_cannot_be_stands_beside_its_field() -> None:
    preview = line(f"{PLAN} Phối hợp hạn 31/2/2024")
    assert (preview.content.value, preview.deadline.understanding) == ("Phối hợp", REFUSED)
    assert preview.assignment is None


def test_a_day_that_has_not_come_is_refused_in_its_field() -> None:
    preview = form(replace(ENTRY, issued="15/12/2023", assigned="16/12/2023"))
    assert isinstance(preview.issued.error, IssuedInTheFuture)
    assert preview.issued.error.number == "25/KH-UBND"
    assert preview.assigned.understanding is preview.issued.understanding is REFUSED
    assert preview.assignment is None


def test_a_form_is_understood_field_by_field() -> None:
    preview = form(Entry(number="25/", issued="", content="", deadline="10/01/2024"))
    assert [one.understanding for one in (preview.number, preview.issued, preview.content)] == [
        INCOMPLETE,
        EMPTY,
        EMPTY,
    ]
    assert preview.deadline.value is not None
    assert preview.missing == ("number", "issued", "content")
    assert form(replace(ENTRY, deadline="")).deadline.value == NO_DEADLINE
    assert form(ENTRY).assigned.value == date(2023, 5, 24)
    assert form(replace(ENTRY, assigned="30/5/2023")).assigned.value == date(2023, 5, 30)


def test_what_the_dates_and_the_closing_words_give_to_think_of_is_told_before_saving() -> None:
    def kinds(preview: EntryPreview) -> list[RemarkKind]:
        return [remark.kind for remark in preview.remarks]

    assert kinds(form(replace(ENTRY, issued="21/5/2023", deadline="31/12/2023"))) == [
        RemarkKind.DOCUMENT_ON_DAY_OFF,
        RemarkKind.DUE_ON_DAY_OFF,
    ]
    assert kinds(line(f"{PLAN} Phối hợp trước 10/01/2024")) == [RemarkKind.DEADLINE_NOT_TAKEN]
    assert kinds(line(f"{PLAN} Phối hợp hạn 10/01/202")) == []
    assert kinds(form(replace(ENTRY, number="50/Q\u0189-UBND", content=""))) == [
        RemarkKind.NUMBER_RESPELLED
    ]


@given(ANYTHING, ANYTHING)
def test_nothing_typed_is_ever_raised(text: str, other: str) -> None:
    preview_number(text)
    preview_day(text, today=TODAY)
    preview_document(text, today=TODAY)
    preview_result(text, today=TODAY)
    preview_deadline(text, assigned_on=None, today=TODAY, days_off=NEW_YEAR_2024)
    line(text)
    line(f"{PLAN} {text}")
    line(f"{PLAN} Phối hợp hạn {text}")
    form(Entry(number=text, issued=other, content=text, deadline=other, assigned=other))
    form(replace(ENTRY, deadline=text, assigned=other, unit=text))


TYPED = st.builds(
    Entry,
    number=st.sampled_from(["25/KH-UBND", "50/Q\u0189-UBND", "25/", ""]),
    issued=st.sampled_from(["24/5/2023", "21/5/20", "3/11", "hôm nay", "15/12/2023", ""]),
    content=st.sampled_from(["Phối hợp", "Gửi trước 10/12/2023", "a\x00b", ""]),
    deadline=st.sampled_from(
        [
            "",
            "10/01/2024",
            "31/12/2023",
            "trong 10 ngày làm việc",
            "quý IV",
            "+10",
            "sớm",
            "31/2/2024",
        ]
    ),
    assigned=st.sampled_from(["", "30/5/2023", "31/2/2023"]),
)


def saved(entry: Entry) -> Assignment | UsageError | Refused:
    """What saving would enter, or why it would not."""
    try:
        return read_entry(entry, today=TODAY, days_off=NEW_YEAR_2024)[0]
    except (UsageError, Refused) as refusal:
        return refusal


@given(TYPED)
def test_a_form_says_what_saving_would_enter(entry: Entry) -> None:
    preview = preview_entry(entry, today=TODAY, days_off=NEW_YEAR_2024)
    expected = saved(entry)
    if not isinstance(expected, Assignment):
        fields = (preview.number, preview.issued, preview.deadline, preview.assigned)
        assert preview.assignment is None
        assert preview.missing or type(expected) in {type(one.error) for one in fields}
        return
    assert preview.assignment == expected
    document = expected.document
    assert (preview.number.value, preview.issued.value) == (document.number, document.issued_on)
    assert (preview.content.value, preview.deadline.value) == (expected.content, expected.deadline)
    assert preview.assigned.value == expected.assigned_on
    assert preview.missing == ()


@given(
    st.sampled_from(["25/KH-UBND", "36-NQ/TW", "kế hoạch 25/kh-ubnd", "V/v 2197/UBND-KGVX"]),
    st.sampled_from([" ngày 24/5/2023", " hôm nay", " ngày 21/5/20", ""]),
    st.sampled_from([" Phối hợp", " hạn chế in ấn", ""]),
    st.sampled_from(
        ["", " hạn 10/01/2024", " hạn quý IV", " hạn +10", " hạn 3", " trước 10/12/2023"]
    ),
)
def test_a_line_says_what_saving_would_enter(number: str, day: str, content: str, end: str) -> None:
    typed = number + day + content + end
    preview = line(typed)
    try:
        entry = entry_from_line(typed, today=TODAY, more={})
        expected, _ = read_entry(entry, today=TODAY, days_off=WEEKENDS_ONLY)
    except (UsageError, Refused):
        assert preview.assignment is None
        return
    assert preview.assignment == expected
    document = expected.document
    assert (preview.number.value, preview.issued.value) == (document.number, document.issued_on)
    if preview.deadline.error is None:
        assert preview.deadline.value == expected.deadline
        assert preview.content.value == expected.content
    else:
        half = read_half_line(typed, today=TODAY)
        assert expected.content.startswith(half.content)
        assert expected.content.endswith(half.deadline)


def test_saving_says_the_same_as_the_preview_did(desk: Desk, empty_file: Path) -> None:
    shutil.copy(empty_file, desk.location)
    entry = replace(ENTRY, issued="21/5/2023", deadline="trong 10 ngày làm việc")
    preview = preview_entry(entry, today=desk.today, days_off=calendar(desk))
    entered = add(desk, entry)
    assert entered.directive.assignment == preview.assignment
    assert entered.remarks == preview.remarks


def test_the_calendar_is_that_of_the_register_and_makes_none(desk: Desk, empty_file: Path) -> None:
    assert calendar(desk) == WEEKENDS_ONLY
    assert not Path(desk.location).exists()
    shutil.copy(empty_file, desk.location)
    change_days(desk, ["11/12/2023"], kind=DayKind.HOLIDAY)
    assert calendar(desk).is_day_off(date(2023, 12, 11))
