"""The province's list, read out of files, beside the register as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.intake.tables import HEADINGS, lines
from tests.operations.reports_issued import DECEMBER, NOVEMBER, issue_on, later
from tracker.core.directive import Citation, Progress, State
from tracker.core.matching import SameDocument
from tracker.core.membership import Membership
from tracker.core.periods import UnreadablePeriod
from tracker.core.reconciled import (
    Cause,
    MatchedTask,
    OnlyOursCause,
    OnlyTheirsCause,
)
from tracker.intake.drafts import Field, ProblemKind
from tracker.intake.errors import NoDirectives
from tracker.intake.files.found import FileKind, FileTables, FoundTable, PlaceKind
from tracker.intake.old_fonts import OldFont
from tracker.intake.pasted_text import read_pasted
from tracker.operations.amending import void
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import Completion, done, extend
from tracker.operations.reconciling import (
    ReconcileRequest,
    Reconciliation,
    reconcile,
)
from tracker.operations.report_office import ReportOffice
from tracker.operations.reporting import PeriodNotBegun
from tracker.operations.their_list import read_tables
from tracker.operations.undoing import undo

WORK = (
    "Phần việc của Sở trong chương trình phối hợp với tỉnh Thái Nguyên (Biên bản 234-BB/TUBG-TUTN)"
)

THEIRS: tuple[tuple[str, ...], ...] = (
    ("1", "6340/UBND-NC Ngày 03/11/2023", "Lập danh mục các thủ tục hành chính của Sở còn thiếu "
     "trên hệ thống một cửa của tỉnh, bổ sung và kết nối với Cổng dịch vụ công quốc gia",
     "10/12/2023", "27/11/2023", "Đúng hạn", "1514/KHCN-VP ngày 27/11/2023"),
    ("2", "333/TB-UBND Ngày 21/7/2023", "Các việc giao Sở sau buổi làm việc với Liên hiệp các Hội "
     "Khoa học và Kỹ thuật tỉnh", "", "30/10/2023", "Đúng hạn", "298/BC-KHCN ngày 30/10/2023"),
    ("3", "3797/UBND-KGVX Ngày 10/7/2023", "Phổ biến và áp dụng Thông tư 14/2023/TT-BKHCN", "", "",
     "Chưa đến hạn", ""),
    ("4", "1950/UBND-KGVX ngày 20/4/2023", "Hướng dẫn định mức chi cho các nhiệm vụ thuộc Đề án "
     "996 và Đề án 100", "31/12/2023", "", "Chưa đến hạn", ""),
    ("5", "2197/UBND-KGVX Ngày 30/4/2023", "Đưa công cụ 5S vào các trường học trong tỉnh",
     "31/12/2024", "", "Chưa đến hạn", ""),
    ("6", "25/KH-UBND ngày 24/5/2023", WORK, "10/01/2024", "", "Chưa đến hạn", ""),
    ("7", "30/KH-UBND ngày 25/6/2023", "Phần việc của Sở trong chương trình phối hợp với tỉnh Lạng "
     "Sơn (Biên bản 245-BB/TUBG-TULS)", "15/01/2024", "", "Chưa đến hạn", ""),
    ("8", "3149/UBND-NC Ngày 12/6/2023", "Nền nếp báo cáo: đủ số liệu, lãnh đạo xem trước, nộp "
     "không trễ", "", "", "Chưa đến hạn", ""),
)  # fmt: skip
"""What the register has on 14/12/2023, without what was withdrawn and what others lead."""


def table_of(*rows: tuple[str, ...], number: int = 1) -> FoundTable:
    return FoundTable(kind=PlaceKind.TABLE, number=number, name="", table=read_pasted(lines(*rows)))


def file_of(*rows: tuple[str, ...]) -> FileTables:
    return FileTables(
        name="danh-sach.docx", kind=FileKind.DOCUMENT, tables=(table_of(HEADINGS, *rows),)
    )


def compared(
    desk: Desk, office: ReportOffice, *rows: tuple[str, ...], **request: str | None
) -> Reconciliation:
    wanted = {"period": "12/2023", **request}
    return reconcile(desk, office, [file_of(*rows)], ReconcileRequest(**wanted))  # type: ignore[arg-type]


def with_row(place: int, **cells: str) -> list[tuple[str, ...]]:
    """Their list with some cells of a row, from 1, changed."""
    columns = ("ordinal", "number", "content", "deadline", "completed", "progress", "result")
    changed = dict(zip(columns, THEIRS[place - 1], strict=True)) | cells
    return [*THEIRS[: place - 1], tuple(changed.values()), *THEIRS[place:]]


def only_difference(found: Reconciliation) -> tuple[MatchedTask, list[Cause]]:
    (pair,) = found.outcome.differing
    return pair, [one.cause for one in pair.disagreements]


def test_the_same_list_agrees_whatever_its_order(
    december: Desk, report_office: ReportOffice
) -> None:
    found = compared(december, report_office, *reversed(THEIRS))
    assert found.outcome.agrees
    assert (found.outcome.ours_count, found.outcome.theirs_count) == (8, 8)
    assert all(pair.match.is_certain for pair in found.outcome.matched)
    assert (found.period, found.as_of) == (DECEMBER, date(2023, 12, 14))


def test_comparing_changes_nothing(december: Desk, report_office: ReportOffice) -> None:
    before = Path(december.location).read_bytes()
    compared(december, report_office, *with_row(6, deadline="11/01/2024"))
    assert Path(december.location).read_bytes() == before


def test_a_deadline_from_before_an_extension_is_answered_with_its_document(
    december: Desk, report_office: ReportOffice
) -> None:
    extend(december, "25/KH-UBND", to="31/01/2024", by="120/UBND-KGVX ngày 05/12/2023")
    pair, causes = only_difference(compared(december, report_office, *THEIRS))
    assert causes == [Cause.EXTENSION_UNKNOWN]
    assert pair.ours.row.facts.extended_by == Citation(
        number="120/UBND-KGVX", issued_on=date(2023, 12, 5)
    )


def test_a_completion_of_theirs_is_read_with_its_day_and_result(
    december: Desk, report_office: ReportOffice
) -> None:
    rows = with_row(6, completed="05/12/2023", progress="Đúng hạn", result="80/BC-KHCN")
    pair, causes = only_difference(compared(december, report_office, *rows))
    assert causes == [Cause.DONE_UNKNOWN_HERE, Cause.FOLLOWS]
    theirs = pair.theirs
    assert (theirs.is_done, theirs.completed_on) == (True, date(2023, 12, 5))
    assert (theirs.result, theirs.progress) == ("80/BC-KHCN", Progress.ON_TIME)


def test_a_completion_after_the_day_does_not_exist_on_it(
    december: Desk, report_office: ReportOffice
) -> None:
    in_january = later(december, date(2024, 1, 20))
    done(in_january, "25/KH-UBND", Completion(result="80/BC-KHCN ngày 18/12/2023"))
    assert compared(in_january, report_office, *THEIRS).outcome.agrees
    rows = with_row(6, completed="18/12/2023", result="80/BC-KHCN ngày 18/12/2023")
    assert compared(in_january, report_office, *rows).outcome.agrees
    undated = with_row(6, progress="Đã hoàn thành")
    assert compared(in_january, report_office, *undated).outcome.agrees


def test_a_completion_of_theirs_after_the_day_is_missing_here_where_it_is(
    december: Desk, report_office: ReportOffice
) -> None:
    in_january = later(december, date(2024, 1, 20))
    rows = with_row(6, completed="18/12/2023", result="80/BC-KHCN", progress="Đúng hạn")
    pair, causes = only_difference(compared(in_january, report_office, *rows))
    assert causes == [Cause.DONE_UNKNOWN_HERE, Cause.FOLLOWS]
    assert (pair.theirs.completed_on, pair.theirs.progress) == (
        date(2023, 12, 18),
        Progress.ON_TIME,
    )
    done(in_january, "25/KH-UBND", Completion(result="80/BC-KHCN ngày 19/12/2023"))
    pair, causes = only_difference(compared(in_january, report_office, *rows))
    assert causes == [Cause.OTHER_DAY]


def test_words_that_became_true_after_the_day_show_a_list_drawn_up_later(
    december: Desk, report_office: ReportOffice
) -> None:
    in_january = later(december, date(2024, 1, 20))
    rows = with_row(6, progress="Quá hạn")
    _, causes = only_difference(compared(in_january, report_office, *rows))
    assert causes == [Cause.DRAWN_UP_LATER]
    _, causes = only_difference(compared(december, report_office, *rows))
    assert causes == [Cause.CLAIMED_OTHERWISE]


@pytest.mark.parametrize(
    ("title", "until"),
    [
        ("(Số liệu trên hệ thống đến ngày 25/12/2023)", date(2023, 12, 25)),
        ("Tính đến hết ngày 25 tháng 12 năm 2023", date(2023, 12, 25)),
        ("Thực hiện đến ngày 25/02/2024", None),
        ("Danh sách tháng 12", None),
    ],
)
def test_a_list_says_until_when_it_tells(
    december: Desk, report_office: ReportOffice, title: str, until: date | None
) -> None:
    in_january = later(december, date(2024, 1, 20))
    file = replace(file_of(), tables=(table_of((title,), HEADINGS, *THEIRS),))
    found = reconcile(in_january, report_office, [file], ReconcileRequest(period="12/2023"))
    assert found.told_until == until


def test_what_was_issued_as_done_is_matched_and_told(
    december: Desk, report_office: ReportOffice
) -> None:
    issue_on(december, NOVEMBER)
    rows = with_row(2, completed="", progress="Chưa đến hạn", result="")
    found = compared(december, report_office, *rows)
    pair, causes = only_difference(found)
    assert (pair.ours.membership, pair.ours.is_expected) == (Membership.REPORTED_BEFORE, False)
    assert causes == [Cause.DONE_REPORTED_BEFORE, Cause.FOLLOWS]
    assert found.outcome.reported_in == {pair.ours.row.id: NOVEMBER}
    assert found.outcome.ours_count == 7


def test_without_a_period_what_was_done_in_months_before_is_not_asked_of_them(
    december: Desk, report_office: ReportOffice
) -> None:
    found = compared(december, report_office, *THEIRS[2:], period=None, as_of="14/12/2023")
    assert [one.ours.row.document.number for one in found.outcome.only_ours] == ["6340/UBND-NC"]
    assert found.outcome.only_ours[0].cause is OnlyOursCause.DONE
    in_period = compared(december, report_office, *THEIRS[2:])
    assert len(in_period.outcome.only_ours) == 2
    assert (found.period, found.is_period_asked) == (DECEMBER, False)


def test_only_what_was_removed_in_like_words_is_told_as_removed(
    december: Desk, report_office: ReportOffice
) -> None:
    add(december, Entry(number="60/UBND-NC", issued="1/12/2023", content="Của cơ quan khác"))
    void(december, "60/UBND-NC", reason="gửi nhầm", duplicate_of=None)
    add(december, Entry(number="61/UBND-NC", issued="1/12/2023", content="Đã lấy lại"))
    undo(december)
    rows = [
        ("1", "60/UBND-NC ngày 01/12/2023", "Của cơ quan khác", "", "", "", ""),
        ("2", "60/UBND-NC ngày 01/12/2023", "Tuyên truyền an toàn thông tin", "", "", "", ""),
        ("3", "61/UBND-NC ngày 01/12/2023", "Đã lấy lại", "", "", "", ""),
    ]
    for of_list, causes in (
        (rows[:1], [OnlyTheirsCause.VOIDED]),
        (rows[1:2], [OnlyTheirsCause.UNKNOWN]),
        (rows[2:], [OnlyTheirsCause.UNKNOWN]),
        (rows, [OnlyTheirsCause.VOIDED, OnlyTheirsCause.UNKNOWN, OnlyTheirsCause.UNKNOWN]),
    ):
        found = compared(december, report_office, *of_list)
        assert [one.cause for one in found.outcome.only_theirs] == causes


def test_what_is_not_counted_here_is_told_with_the_reason(
    december: Desk, report_office: ReportOffice
) -> None:
    add(december, Entry(number="60/UBND-NC", issued="1/12/2023", content="Của cơ quan khác"))
    void(december, "60/UBND-NC", reason="gửi nhầm", duplicate_of=None)
    rows = [
        *THEIRS,
        ("9", "31/KH-UBND ngày 25/6/2023", "Phần việc của Sở trong chương trình phối hợp với tỉnh "
         "Hải Dương (Kết luận 221-KL/TUBG-TUHD)", "15/01/2024", "", "", ""),
        ("10", "77/UBND-NC ngày 01/12/2023", "Hỗ trợ", "", "", "", ""),
        ("11", "60/UBND-NC ngày 01/12/2023", "Của cơ quan khác", "", "", "", ""),
        ("12", "25/KH-UBND ngày 24/5/2023", "Tổ chức hội nghị tổng kết", "", "", "", ""),
        ("13", "5/TB-UBND ngày 02/12/2023", "Việc mới", "", "", "", ""),
    ]  # fmt: skip
    found = compared(december, report_office, *rows)
    assert [one.cause for one in found.outcome.only_theirs] == [
        OnlyTheirsCause.WITHDRAWN,
        OnlyTheirsCause.SUPPORTING,
        OnlyTheirsCause.VOIDED,
        OnlyTheirsCause.DOCUMENT_KNOWN,
        OnlyTheirsCause.UNKNOWN,
    ]
    assert list(found.outcome.letters.values()) == [
        Citation(number="9/UBND-NC", issued_on=date(2023, 12, 12))
    ]


def test_what_was_assigned_after_the_day_is_told_so(
    december: Desk, report_office: ReportOffice
) -> None:
    in_january = later(december, date(2024, 1, 20))
    add(in_january, Entry(number="5/TB-UBND", issued="20/12/2023", content="Việc mới"))
    rows = [*THEIRS, ("9", "5/TB-UBND ngày 20/12/2023", "Việc mới", "", "", "", "")]
    (one,) = compared(in_january, report_office, *rows).outcome.only_theirs
    assert one.cause is OnlyTheirsCause.ASSIGNED_LATER


def test_a_row_without_a_date_is_matched_by_its_number(
    december: Desk, report_office: ReportOffice
) -> None:
    found = compared(december, report_office, *with_row(6, number="25/KH-UBND"))
    assert found.outcome.agrees
    (pair,) = [one for one in found.outcome.matched if one.theirs.issued_on is None]
    assert pair.match.document is SameDocument.NUMBER
    assert pair.ours.row.document.number == "25/KH-UBND"


def test_a_row_that_cannot_be_read_is_a_problem_and_ours_is_not_missing(
    december: Desk, report_office: ReportOffice
) -> None:
    found = compared(december, report_office, *with_row(6, completed="01/01/2023"))
    (one,) = found.outcome.unread
    problem = found.theirs.problems[one.theirs.place]
    assert (problem.kind, problem.field) == (ProblemKind.REFUSED, Field.COMPLETED)
    assert one.ours is not None
    assert one.ours.row.document.number == "25/KH-UBND"
    assert found.outcome.only_ours == ()
    theirs = one.theirs
    assert (theirs.deadline and theirs.deadline.due_on, theirs.claimed_progress) == (
        date(2024, 1, 10),
        Progress.NOT_YET_DUE,
    )


def test_a_list_without_deadlines_or_completions_is_compared_by_its_tasks_alone(
    december: Desk, report_office: ReportOffice
) -> None:
    rows = [row[:3] for row in (HEADINGS, *THEIRS)]
    file = replace(file_of(), tables=(table_of(*rows),))
    found = reconcile(december, report_office, [file], ReconcileRequest(period="12/2023"))
    assert found.outcome.agrees
    assert {pair.theirs.is_done for pair in found.outcome.matched} == {None}


def test_a_column_of_completions_without_any_says_that_nothing_is_done(
    december: Desk, report_office: ReportOffice
) -> None:
    rows = [(*row[:4], "") for row in THEIRS]
    file = replace(file_of(), tables=(table_of(HEADINGS[:5], *rows),))
    found = reconcile(december, report_office, [file], ReconcileRequest(period="12/2023"))
    assert [one.disagreements[0].cause for one in found.outcome.differing] == (
        [Cause.DONE_UNKNOWN_THERE] * 2
    )


def test_a_document_said_once_is_that_of_every_row(
    december: Desk, report_office: ReportOffice
) -> None:
    rows = [("TT", "Nội dung công việc", "Thời hạn"), ("1", WORK, "10/01/2024")]
    file = replace(file_of(), tables=(table_of(*rows),))
    request = ReconcileRequest(period="12/2023", document="25/KH-UBND ngày 24/5/2023")
    (pair,) = reconcile(december, report_office, [file], request).outcome.matched
    assert pair.match.is_certain


def test_several_tables_are_one_list_and_what_is_no_register_is_named(
    december: Desk, report_office: ReportOffice
) -> None:
    first = table_of(("Nơi nhận:", "Như trên"))
    second, third = table_of(HEADINGS, *THEIRS[:4]), table_of(HEADINGS, *THEIRS[4:], number=3)
    file = replace(file_of(), tables=(first, second, third))
    found = reconcile(december, report_office, [file], ReconcileRequest(period="12/2023"))
    assert found.outcome.agrees
    assert [table.is_register for table in found.tables] == [False, True, True]
    assert {pair.theirs.place.table for pair in found.outcome.matched} == {1, 2}


def test_files_without_any_task_are_refused(december: Desk, report_office: ReportOffice) -> None:
    file = replace(file_of(), tables=(table_of(("Nơi nhận:", "Như trên")),))
    with pytest.raises(NoDirectives) as refused:
        reconcile(december, report_office, [file], ReconcileRequest())
    assert [name for name, _ in refused.value.tables] == ["danh-sach.docx"]


def test_what_cannot_be_compared_is_refused(december: Desk, report_office: ReportOffice) -> None:
    with pytest.raises(UnreadablePeriod):
        compared(december, report_office, *THEIRS, period="13/2023")
    with pytest.raises(PeriodNotBegun):
        compared(december, report_office, *THEIRS, period="3/2024")


def test_the_names_of_the_office_are_no_division(
    december: Desk, report_office: ReportOffice
) -> None:
    edit(december, "25/KH-UBND", Correction(unit="Phòng Quản lý"))
    heads = (*HEADINGS, "Đơn vị chủ trì")

    def units(name: str) -> list[Cause]:
        rows = [(*row, name if row[0] == "6" else "") for row in THEIRS]
        file = replace(file_of(), tables=(table_of(heads, *rows),))
        found = reconcile(december, report_office, [file], ReconcileRequest(period="12/2023"))
        return [one.cause for pair in found.outcome.differing for one in pair.disagreements]

    assert units(report_office.names.name) == []
    assert units("Phòng Khác") == [Cause.OTHER_UNIT]


def test_a_turn_of_a_recurring_task_is_found_by_its_completion(
    december: Desk, report_office: ReportOffice
) -> None:
    number, every = "8/UBND-NC", "trước ngày 25 hằng tháng"
    add(december, Entry(number=number, issued="1/11/2023", content="Báo cáo tháng", deadline=every))
    done(december, number, Completion(on="24/11/2023", turn="11/2023"))
    row = ("9", f"{number} ngày 01/11/2023", "Báo cáo tháng", every)
    open_now = compared(december, report_office, *THEIRS, (*row, "", "Chưa đến hạn", ""))
    assert (open_now.outcome.agrees, open_now.outcome.turns_apart) == (True, 1)
    reported = compared(december, report_office, *THEIRS, (*row, "24/11/2023", "Đúng hạn", ""))
    assert reported.outcome.agrees
    states = {
        pair.ours.row.facts.state
        for pair in reported.outcome.matched
        if pair.ours.row.facts.instance is not None
    }
    assert states == {State.DONE}


def test_the_turns_of_a_list_as_we_print_it_are_ours(
    december: Desk, report_office: ReportOffice
) -> None:
    number, every = "8/UBND-NC", "trước ngày 25 hằng tháng"
    add(december, Entry(number=number, issued="1/11/2023", content="Báo cáo tháng", deadline=every))
    done(december, number, Completion(on="24/11/2023", turn="11/2023"))

    def row(turn: str, completed: str, progress: str) -> tuple[str, ...]:
        deadline = f"Trước ngày 25 hằng tháng (kỳ {turn})"
        written = f"{number} ngày 01/11/2023"
        return ("9", written, "Báo cáo tháng", deadline, completed, progress, "")

    november = row("25/11/2023", "24/11/2023", "Đúng hạn")
    december_turn = row("25/12/2023", "", "Chưa đến hạn")
    found = compared(december, report_office, *THEIRS, december_turn, november)
    turns = {
        (pair.ours.row.facts.instance, pair.theirs.turn)
        for pair in found.outcome.matched
        if pair.theirs.turn is not None
    }
    assert found.outcome.agrees
    assert turns == {(date(2023, 11, 25),) * 2, (date(2023, 12, 25),) * 2}


def test_a_list_in_an_old_font_tells_what_its_columns_are_for() -> None:
    rows = (
        ("TT", "Sè, ký hiÖu v¨n b¶n", "Néi dung c«ng viÖc", "Thêi h¹n", "Ngµy hoµn thµnh"),
        ("1", "25/KH-UBND ngµy 24/5/2023", "Phèi hîp víi tØnh Hµ Nam", "", ""),
    )
    file = FileTables(name="a.xls", kind=FileKind.WORKBOOK, tables=(table_of(*rows),))
    (read,) = read_tables([file], today=TODAY, font=OldFont.TCVN3)
    assert [draft.content for draft in read.reading.drafts] == ["Phối hợp với tỉnh Hà Nam"]
    assert (read.tells_deadlines, read.tells_completions) == (True, True)
