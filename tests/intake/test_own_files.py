"""What the program itself writes can be read back, in every layout and format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from tests.reports.builders import a_report, a_row, due, laid_out
from tracker.core.assessed import AssessedDirective
from tracker.core.data_check import same_words
from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.directive import State
from tracker.core.vietnamese import nfc
from tracker.intake.drafts import Draft, TableReading
from tracker.intake.files import data, document, page, text, workbook
from tracker.intake.files.found import FoundTable
from tracker.intake.rows import read_table
from tracker.operations.report_formats import SHEET_FORMATS
from tracker.reports.json_form import report_json

TODAY = date(2024, 1, 5)

READERS: dict[str, Callable[[bytes], Iterable[FoundTable]]] = {
    "xlsx": workbook.tables_of,
    "docx": document.tables_of,
    "html": page.tables_of,
    "txt": text.tables_of,
}

LONG = "; ".join(f"việc thứ {place} của một kế hoạch dài" for place in range(1, 160))


def rows() -> list[AssessedDirective]:
    """A register with everything that a sheet can tell of a directive."""
    plan: dict[str, Any] = {"number": "50/QĐ-UBND", "issued_on": date(2023, 1, 14)}
    month = Deadline(
        text="Tháng 3 năm 2024", kind=DeadlineKind.PERIOD_END, due_on=date(2024, 3, 31)
    )
    return [
        a_row(
            id=1,
            content="Rà soát thủ tục của Sở - đợt 1; báo cáo UBND tỉnh",
            deadline=due("10/12/2023", date(2023, 12, 10)),
            completed_on=date(2023, 11, 27),
            result="1514/KHCN-VP Ngày 27/11/2023",
            unit="Văn phòng",
            officer="Lê Thị Hoa",
            assigned_by="Phó Chủ tịch Nguyễn Văn Bình",
        ),
        a_row(id=2, content="Soạn Chỉ thị về chuyển đổi số", deadline=month, **plan),
        a_row(
            id=3,
            content="Soạn Nghị quyết về mức chi",
            deadline=due("01/12/2023", date(2023, 12, 1)),
            unit="Phòng Kế hoạch",
            supporting_units=("Văn phòng", "Phòng Quản lý khoa học"),
            note="Đã gửi xin ý kiến các sở",
            **plan,
        ),
        a_row(
            id=4,
            number="61/KH-UBND",
            issued_on=date(2023, 9, 5),
            content="Kiểm tra phương tiện đo tại chợ",
            state=State.NOT_STARTED,
            officer="Trần Văn Cường",
        ),
        a_row(id=5, number="94/KH-UBND", issued_on=date(2023, 10, 2), content=LONG),
    ]  # fmt: skip


def read(layout: str, form: str) -> list[TableReading]:
    written = SHEET_FORMATS[form](laid_out(layout, a_report(rows())))
    return [read_table(found.table, today=TODAY) for found in READERS[form](written)]


def drafts_of(readings: list[TableReading]) -> dict[str, Draft]:
    """By the first words of the content; nothing was a problem, every count was right."""
    assert [one for reading in readings for one in reading.problems] == []
    groups = [group for reading in readings for group in reading.groups]
    assert all(group.claimed in (None, group.found) for group in groups)
    drafts = [draft for reading in readings for draft in reading.drafts]
    return {draft.content[:20]: draft for draft in drafts}


def identity(number: str, issued: str, content: str) -> tuple[str, str, str]:
    return number, issued, same_words(nfc(content))


def written(row: AssessedDirective) -> tuple[str, str, str]:
    day = row.document.issued_on
    return identity(row.document.number, _plain(day), row.content)


def _plain(day: date) -> str:
    """As the decree has it: no zero before a month after February."""
    return f"{day.day:02}/{day.month if day.month > 2 else f'{day.month:02}'}/{day.year}"


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize(
    ("layout", "ids"),
    [("appendix", {1, 2, 3, 4, 5}), ("plan", {1, 2, 3, 4, 5}), ("extended", {1, 2, 3, 4, 5}),
     ("overdue", {3})],
)  # fmt: skip
def test_every_directive_comes_back_with_its_document_and_its_whole_content(
    layout: str, ids: set[int], form: str
) -> None:
    drafts = drafts_of(read(layout, form)).values()
    assert {identity(it.number, it.issued, it.content) for it in drafts} == {
        written(row) for row in rows() if row.id in ids
    }


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("layout", ["appendix", "plan", "extended"])
def test_deadlines_and_completions_come_back(layout: str, form: str) -> None:
    drafts = drafts_of(read(layout, form))
    deadlines = [draft.deadline for draft in drafts.values() if draft.deadline]
    assert sorted(deadlines) == ["01/12/2023", "10/12/2023", "Tháng 3 năm 2024"]
    done = drafts["Rà soát thủ tục của "]
    assert "27/11/2023" in (done.completed or done.result or done.progress)


@pytest.mark.parametrize("form", READERS)
def test_who_does_it_comes_back_from_the_extended_layout(form: str) -> None:
    drafts = drafts_of(read("extended", form))
    done, soon = drafts["Rà soát thủ tục của "], drafts["Soạn Nghị quyết về m"]
    assert (done.unit, done.officer, done.assigned_by, done.assigned) == (
        "Văn phòng", "Lê Thị Hoa", "Phó Chủ tịch Nguyễn Văn Bình", "03/11/2023",
    )  # fmt: skip
    assert (soon.unit, soon.note) == ("Phòng Kế hoạch", "Đã gửi xin ý kiến các sở")
    assert soon.supporting_units.split(";")[0] == "Văn phòng"
    assert drafts["Kiểm tra phương tiện"].officer == "Trần Văn Cường"


@pytest.mark.parametrize("form", READERS)
def test_the_numbers_of_the_divisions_are_no_register(form: str) -> None:
    for reading in read("units", form):
        assert (reading.drafts, reading.problems) == ((), ())


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("layout", ["appendix", "plan", "extended"])
def test_the_turns_of_a_recurring_directive_come_back_as_turns(layout: str, form: str) -> None:
    every = Deadline(
        text="Trước ngày 25 hằng tháng",
        kind=DeadlineKind.RECURRING,
        recurrence=Recurrence(cycle=Cycle.MONTH, day=25),
    )
    rows_of_turns = [
        a_row(content="Báo cáo tháng", deadline=every, instance=date(2023, month, 25))
        for month in (11, 12)
    ]
    report = a_report(rows_of_turns)
    written = SHEET_FORMATS[form](laid_out(layout, report))
    found = [*READERS[form](written), *data.tables_of(report_json(report).encode())]
    for one in found:
        for draft in read_table(one.table, today=TODAY).drafts:
            assert (draft.deadline, draft.turn[:4]) == (every.text, "2023")


def test_a_report_as_data_comes_back() -> None:
    written_form = report_json(a_report(rows()))
    (found,) = data.tables_of(written_form.encode())
    drafts = drafts_of([read_table(found.table, today=TODAY)])
    assert {identity(it.number, it.issued, it.content)[::2] for it in drafts.values()} == {
        (row.document.number, same_words(row.content)) for row in rows()
    }
    done, soon = drafts["Rà soát thủ tục của "], drafts["Soạn Nghị quyết về m"]
    assert (done.completed, done.result) == ("2023-11-27", "1514/KHCN-VP Ngày 27/11/2023")
    assert (done.unit, done.officer) == ("Văn phòng", "Lê Thị Hoa")
    assert (soon.deadline, soon.note) == ("01/12/2023", "Đã gửi xin ý kiến các sở")
