"""Every shipped layout, and one an office wrote for itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.examples import examples
from tests.reports.builders import (
    AS_OF,
    LETTERHEAD,
    a_report,
    a_row,
    december_rows,
    document,
    due,
    laid_out,
    shipped_layouts,
)
from tests.reports.documents import texts_in
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import NO_DEADLINE, Deadline, DeadlineKind
from tracker.core.directive import Progress, State
from tracker.core.layout import (
    Field,
    Grouping,
    Layout,
    LayoutColumn,
    Orientation,
    RowChoice,
    RowOrder,
)
from tracker.core.layout_rows import chosen
from tracker.core.membership import Membership
from tracker.core.report import ReportContents
from tracker.core.successors import Successors
from tracker.core.totals import TotalsDoNotAddUp
from tracker.reports.html import sheet_html
from tracker.reports.json_form import report_json
from tracker.reports.laying_out import lay_out
from tracker.reports.print_rows import column_widths
from tracker.reports.row_heights import times_ruler
from tracker.reports.sheet import DataRow, Paper, Sheet
from tracker.reports.stationery import Stationery
from tracker.reports.text import sheet_text
from tracker.reports.workbook import workbook_bytes
from tracker.resources import DEFAULT_SETTINGS, shipped
from tracker.settings.layouts import read_layouts

_UNCLEAR = Deadline(text="…/12/2023", kind=DeadlineKind.INCOMPLETE)


def _overdue(days: int, **changes: Any) -> AssessedDirective:
    """A directive overdue for so many days."""
    day = date.fromordinal(AS_OF.toordinal() - days)
    return a_row(deadline=due(f"{day.day}/{day.month}/{day.year}", day), **changes)


def _layout(**changes: Any) -> Layout:
    layout = Layout(
        name="mine",
        title=("A",),
        columns=(LayoutColumn(title="TT", holds=Field.ORDINAL, width=1),),
        file_stem="mine",
        tab="Mine",
    )
    return replace(layout, **changes)


def _of(*fields: Field) -> tuple[LayoutColumn, ...]:
    return tuple(LayoutColumn(title=field, holds=field, width=1) for field in fields)


def _drawn(layout: Layout, rows: Iterable[AssessedDirective], **stationery: Any) -> Sheet:
    return lay_out(layout, a_report(rows), Stationery(letterhead=LETTERHEAD, **stationery))


def _cells(field: Field, row: AssessedDirective, **stationery: Any) -> str:
    (line,) = _drawn(_layout(columns=_of(field)), [row], **stationery).rows
    assert isinstance(line, DataRow)
    return line.cells[0]


def _written(sheet: Sheet) -> list[tuple[str, ...]]:
    return [
        row.cells if isinstance(row, DataRow) else (row.ordinal, row.text) for row in sheet.rows
    ]


def test_the_overdue_are_listed_by_how_long_the_longest_first() -> None:
    rows = [
        _overdue(1, id=1, content="một"),
        _overdue(400, id=2, content="hai"),
        _overdue(7, id=3, content="ba"),
        _overdue(8, id=4, content="bốn"),
        _overdue(31, id=5, content="năm"),
        a_row(id=6, content="chưa đến hạn"),
        a_row(id=7, content="đã xong", completed_on=date(2023, 12, 1)),
    ]
    lines = _written(laid_out("overdue", a_report(rows)))
    assert [cells if len(cells) == 2 else (cells[0], cells[2], cells[6]) for cells in lines] == [
        ("I", "Quá hạn trên 30 ngày: 02 nhiệm vụ"),
        ("1", "hai", "400"),
        ("2", "năm", "31"),
        ("II", "Quá hạn từ 8 đến 30 ngày: 01 nhiệm vụ"),
        ("1", "bốn", "8"),
        ("III", "Quá hạn từ 1 đến 7 ngày: 02 nhiệm vụ"),
        ("1", "ba", "7"),
        ("2", "một", "1"),
    ]


def test_a_band_that_nothing_is_in_is_printed_with_zero() -> None:
    assert _written(laid_out("overdue", a_report([a_row()]))) == [
        ("I", "Quá hạn trên 30 ngày: 0 nhiệm vụ"),
        ("II", "Quá hạn từ 8 đến 30 ngày: 0 nhiệm vụ"),
        ("III", "Quá hạn từ 1 đến 7 ngày: 0 nhiệm vụ"),
    ]


def test_a_list_of_the_overdue_says_as_of_which_day_and_is_no_annex() -> None:
    lines = laid_out("overdue", a_report([])).title_lines
    assert [line.text for line in lines] == [
        "DANH SÁCH NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH",
        "(tính đến ngày 14/12/2023)",
    ]


def test_each_division_has_its_numbers_in_vietnamese_order_and_their_sum_below() -> None:
    past = due("1/12/2023", date(2023, 12, 1))
    rows = [
        a_row(unit="Văn phòng", deadline=past, completed_on=date(2023, 11, 30)),
        a_row(unit="Văn phòng", deadline=past, completed_on=date(2023, 12, 2)),
        a_row(unit="văn  phòng", deadline=past),
        a_row(unit="Đo lường", completed_on=date(2023, 11, 30)),
        a_row(unit="Đo lường", deadline=due("15/12/2023", date(2023, 12, 15))),
        a_row(unit="Công nghệ", state=State.SUSPENDED, deadline=past),
        a_row(unit="Công nghệ", deadline=_UNCLEAR),
        a_row(),
    ]
    sheet = laid_out("units", a_report(rows))
    assert _written(sheet) == [
        ("1", "Công nghệ", "02", "0", "0", "0", "0", "02", "0", "0", "-"),
        ("2", "Đo lường", "02", "01", "0", "01", "0", "0", "01", "01", "-"),
        ("3", "Văn phòng", "03", "01", "01", "0", "01", "0", "0", "0", "33,3%"),
        ("4", "(chưa giao đơn vị)", "01", "0", "0", "01", "0", "0", "0", "01", "-"),
        ("", "Tổng cộng", "08", "02", "01", "02", "01", "02", "01", "02", "33,3%"),
    ]
    assert [getattr(row, "is_bold", None) for row in sheet.rows] == [False] * 4 + [True]


def test_statistics_of_nothing_are_a_sum_of_zero() -> None:
    assert _written(laid_out("units", a_report([]))) == [
        ("", "Tổng cộng", "0", "0", "0", "0", "0", "0", "0", "0", "-")
    ]


def test_a_division_that_was_merged_keeps_its_name_on_the_row_and_counts_for_its_successor() -> (
    None
):
    rows = [a_row(unit="Phòng Cũ"), a_row(unit="Phòng Mới"), a_row(unit="PHÒNG  CŨ")]
    successors = Successors({"Phòng Cũ": "Phòng Giữa", "Phòng Giữa": "Phòng Mới"})
    by_unit = _written(laid_out("units", a_report(rows), successors=successors))
    assert [cells[1:3] for cells in by_unit] == [("Phòng Mới", "03"), ("Tổng cộng", "03")]
    listed = _layout(columns=_of(Field.UNIT), group_by=Grouping.UNIT)
    assert _written(_drawn(listed, rows, successors=successors)) == [
        ("I", "Phòng Mới: 03 nhiệm vụ"), ("Phòng Cũ",), ("Phòng Mới",), ("PHÒNG  CŨ",)
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Số/Ký hiệu VBCĐ", "Kết quả xử lý"])
@pytest.mark.parametrize("text", ["102/UBND-NC", "1514/KHCN-VP"])
def test_a_document_number_stands_on_one_line_of_the_extended_appendix(
    title: str, text: str
) -> None:
    sheet = laid_out("extended", a_report([]))
    place = [column.title for column in sheet.columns].index(title)
    width = column_widths(sheet.columns, sheet.paper)[place]
    padding = 7
    assert times_ruler(sheet.paper.text_size).width(text) <= width - padding


def test_the_extended_appendix_tells_who_and_how_late() -> None:
    row = _overdue(
        3,
        assigned_by="Chủ tịch",
        unit="Văn phòng",
        officer="An",
        supporting_units=("Phòng A", "Phòng B"),
        note="đang làm",
        facts_changed={"extension_count": 2},
    )
    cells = _written(laid_out("extended", a_report([row])))[2]
    assert cells == (
        "1", "6340/UBND-NC\nNgày 03/11/2023", "Rà soát thủ tục", "03/11/2023\nChủ tịch",
        "Văn phòng\n(An)", "Phòng A;\nPhòng B", "11/12/2023", "02", "", "Quá hạn", "3", "",
        "đang làm",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "changes", "text"),
    [
        (Field.DOCUMENT_NUMBER, {}, "6340/UBND-NC"),
        (Field.ISSUED_ON, {}, "03/11/2023"),
        (Field.ISSUING_BODY, {"issuing_body": "Bộ"}, "Bộ"),
        (Field.ORIGINAL_DEADLINE, {"assigned_deadline": due("5/9/2023", AS_OF)}, "05/9/2023"),
        (Field.EFFECTIVE_DEADLINE, {"deadline": due("Quý I", date(2024, 3, 31))}, "31/3/2024"),
        (Field.EFFECTIVE_DEADLINE, {}, ""),
        (Field.AGE, {}, "41"),
        (Field.AGE, {"completed_on": date(2023, 12, 1)}, ""),
        (Field.DAYS_LATE, {}, ""),
        (
            Field.DAYS_LATE,
            {"deadline": due("x", date(2023, 12, 1)), "completed_on": date(2023, 12, 11)},
            "10",
        ),
        (Field.EXTENSION_COUNT, {}, ""),
        (Field.EXTENSION_COUNT, {"facts_changed": {"extension_count": 2}}, "02"),
        (Field.EXTENDED_BY, {}, ""),
        (
            Field.EXTENDED_BY,
            {"facts_changed": {"extended_by": document("7001/UBND-NC", date(2023, 11, 20))}},
            "7001/UBND-NC\nNgày 20/11/2023",
        ),
        (Field.ASSIGNED, {}, "03/11/2023"),
        (Field.LEAD, {"officer": "An"}, "(An)"),
        (Field.LEAD, {}, ""),
    ],
)
def test_a_field_holds_what_it_is_called_after(
    field: Field, changes: dict[str, Any], text: str
) -> None:
    assert _cells(field, a_row(**changes)) == text


def test_an_office_may_call_a_progress_what_it_likes() -> None:
    layout = _layout(
        columns=_of(Field.PROGRESS, Field.PLAN_PROGRESS), labels={Progress.NOT_YET_DUE: "Trong hạn"}
    )
    rows = [a_row(), _overdue(1)]
    assert _written(_drawn(layout, rows)) == [("Trong hạn", "Trong hạn"), ("Quá hạn", "Quá hạn")]


def test_names_and_days_take_their_place_in_a_title() -> None:
    title = ("{period} {PERIOD}", "{committee} {COMMITTEE} {office} {OFFICE}", "{as_of} {x} {")
    letterhead = replace(LETTERHEAD, office_name="Sở {period}")
    stationery = Stationery(letterhead=letterhead)
    lines = lay_out(_layout(title=title, is_enclosed=False), a_report([]), stationery).title_lines
    assert [line.text for line in lines] == [
        "tháng 12 năm 2023 THÁNG 12 NĂM 2023",
        "UBND tỉnh UBND TỈNH Sở {period} SỞ {PERIOD}",
        "14/12/2023 {x} {",
    ]


def test_only_parts_that_such_rows_can_be_in_are_headed() -> None:
    layout = _layout(rows=RowChoice.OPEN, group_by=Grouping.GROUP)
    rows = [a_row(), a_row(completed_on=date(2023, 12, 1)), a_row(state=State.NOT_STARTED)]
    assert _written(_drawn(layout, rows)) == [
        ("I", "ĐANG THỰC HIỆN: 01 nhiệm vụ (trong hạn)"),
        ("1",),
        ("II", "Chưa thực hiện: 01 nhiệm vụ"),
        ("1",),
    ]


def test_people_head_their_directives_and_those_of_nobody_come_last() -> None:
    rows = [a_row(), _overdue(2, officer="Đức"), a_row(officer="An"), a_row(officer="Đức")]
    layout = _layout(group_by=Grouping.OFFICER)
    assert [cells for cells in _written(_drawn(layout, rows)) if len(cells) == 2] == [
        ("I", "An: 01 nhiệm vụ"),
        ("II", "Đức: 02 nhiệm vụ (quá hạn: 01)"),
        ("III", "(chưa có người theo dõi): 01 nhiệm vụ"),
    ]
    layout = _layout(group_by=Grouping.ASSIGNED_BY)
    assert _written(_drawn(layout, rows))[0] == (
        "I",
        "(không rõ người giao): 04 nhiệm vụ (quá hạn: 01)",
    )


@pytest.mark.parametrize("choice", RowChoice)
def test_rows_chosen_from_a_report_are_no_others(choice: RowChoice) -> None:
    rows = (
        a_row(),
        a_row(deadline=due("x", date(2023, 12, 20))),
        a_row(state=State.NOT_STARTED),
        _overdue(3),
        a_row(completed_on=date(2023, 12, 1)),
        a_row(deadline=due("x", date(2023, 11, 1)), completed_on=date(2023, 12, 1)),
        a_row(state=State.SUSPENDED),
        a_row(deadline=_UNCLEAR),
        a_row(deadline=_UNCLEAR, facts_changed={"extension_count": 1}),
    )
    found = {
        RowChoice.ALL: (0, 1, 2, 3, 4, 5, 6, 7, 8),
        RowChoice.OPEN: (0, 1, 2, 3, 6, 7, 8),
        RowChoice.DONE: (4, 5),
        RowChoice.NOT_STARTED: (2,),
        RowChoice.OVERDUE: (3,),
        RowChoice.LATE: (5,),
        RowChoice.DUE_SOON: (1,),
        RowChoice.NO_DEADLINE: (0, 2, 4, 6),
        RowChoice.EXTENDED: (8,),
        RowChoice.SUSPENDED: (6,),
        RowChoice.NEEDS_REVIEW: (7, 8),
    }
    assert chosen(rows, choice, RowOrder.ENTRY) == tuple(rows[place] for place in found[choice])


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (RowOrder.ENTRY, [1, 2, 3, 4]),
        (RowOrder.WORST_FIRST, [4, 1, 2, 3]),
        (RowOrder.DEADLINE, [4, 3, 1, 2]),
        (RowOrder.NUMBER, [3, 1, 4, 2]),
        (RowOrder.ISSUED, [2, 1, 3, 4]),
        (RowOrder.COMPLETED, [3, 1, 2, 4]),
        (RowOrder.UNIT, [2, 4, 1, 3]),
        (RowOrder.OFFICER, [1, 3, 2, 4]),
    ],
)
def test_rows_stand_in_the_order_asked_for(order: RowOrder, found: list[int]) -> None:
    rows = (
        a_row(
            id=1, number="25/KH-UBND", unit="Ế", deadline=due("x", date(2023, 12, 20)), officer="A"
        ),
        a_row(id=2, number="333/KH-UBND", unit="Đo", issued_on=date(2023, 1, 1)),
        a_row(
            id=3,
            number="5/KH-UBND",
            completed_on=date(2023, 12, 1),
            deadline=due("x", date(2023, 12, 5)),
            officer="Á",
        ),
        _overdue(60, id=4, number="26/KH-UBND", unit="E"),
    )
    assert [row.id for row in chosen(rows, RowChoice.ALL, order)] == found


SECRET = "Kế hoạch tuyệt mật"


def _secret(**changes: Any) -> AssessedDirective:
    return a_row(
        content=SECRET,
        number="01/KH-BM",
        is_secret=True,
        note=f"{SECRET} lần 1",
        result=f"{SECRET}: 02/BC-BM",
        results=(document("02/BC-BM", date(2023, 12, 1)),),
        facts_changed={"extended_by": document("03/BM-UBND", date(2023, 11, 20))},
        **changes,
    )


_OF_DIRECTIVES = ("appendix", "plan", "extended", "overdue")


@pytest.mark.parametrize("name", _OF_DIRECTIVES)
@pytest.mark.parametrize("is_done", [False, True])
def test_nothing_of_a_secret_directive_is_printed_but_that_it_is_there(
    name: str, is_done: bool
) -> None:
    past = due("1/12/2023", date(2023, 12, 1))
    row = _secret(deadline=past, completed_on=date(2023, 12, 5) if is_done else None)
    sheet = laid_out(name, a_report([row]))
    page = workbook_bytes(sheet)
    values = [
        str(value)
        for line in load_workbook(BytesIO(page)).worksheets[0].iter_rows(values_only=True)
        for value in line
    ]
    for text in (sheet_html(sheet), sheet_text(sheet), "\n".join(values)):
        assert SECRET not in text
        assert "-BM" not in text
        assert "BM-" not in text
    if not (name == "overdue" and is_done):
        assert "(văn bản mật)" in values


def test_the_number_of_a_secret_document_is_printed_where_the_office_allows_it() -> None:
    report = a_report([_secret()])
    assert _written(laid_out("appendix", report))[2][1] == "(mật)\nNgày 03/11/2023"
    allowed = _written(laid_out("appendix", report, are_secret_numbers_shown=True))[2]
    assert allowed[1:3] == ("01/KH-BM\nNgày 03/11/2023", "(văn bản mật)")


def test_a_secret_directive_is_counted_like_any_other() -> None:
    rows = [_secret(), a_row(), _secret(completed_on=date(2023, 12, 5))]
    lines = _written(laid_out("appendix", a_report(rows)))
    assert [text for cells in lines if len(cells) == 2 for text in cells[1:]] == [
        "ĐÃ THỰC HIỆN: 01 nhiệm vụ",
        "ĐANG THỰC HIỆN: 02 nhiệm vụ (trong hạn)",
        "Chưa thực hiện: 0",
    ]
    assert _written(laid_out("plan", a_report(rows)))[2] == (
        "2", "(văn bản mật)", "", "Đã hoàn thành ngày 05/12/2023"
    )  # fmt: skip


@pytest.mark.parametrize("name", list(shipped_layouts()))
def test_a_layout_in_portrait_is_printed_on_standing_paper(name: str) -> None:
    layout = replace(shipped_layouts()[name], orientation=Orientation.PORTRAIT)
    sheet = _drawn(layout, december_rows(), paper=Paper(left=30, right=15))
    assert (sheet.paper.width, sheet.paper.height) == (210, 297)
    assert sheet.paper.printable_width == 165
    page = load_workbook(BytesIO(workbook_bytes(sheet))).worksheets[0]
    assert page.page_setup.orientation == "portrait"
    assert "@page { size: A4 portrait;" in sheet_html(sheet)


def test_a_sum_is_bold_in_every_file() -> None:
    sheet = laid_out("units", a_report(december_rows()))
    page = load_workbook(BytesIO(workbook_bytes(sheet))).worksheets[0]
    last = list(page.iter_rows())[-1]
    assert [cell.font.bold for cell in last] == [True] * 11
    assert [cell.alignment.horizontal for cell in last][:3] == ["center", "left", "center"]
    assert '<td class="left"><b>Tổng cộng</b></td>' in sheet_html(sheet)


def test_the_documented_example_draws_every_open_directive(tmp_path: Path) -> None:
    text = Path(shipped(DEFAULT_SETTINGS)).read_text(encoding="utf-8")
    path = tmp_path / "tracker.toml"
    path.write_text(re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE), encoding="utf-8")
    rows = [*december_rows(), a_row(unit="Văn phòng", deadline=due("x", date(2023, 12, 20)))]
    assert _written(_drawn(read_layouts(path)["theo-phong"], rows))[:3] == [
        ("I", "Văn phòng: 01 nhiệm vụ"),
        ("1", "6340/UBND-NC\nNgày 03/11/2023", "Rà soát thủ tục", "x", "Trong hạn"),
        ("II", "(chưa giao đơn vị): 07 nhiệm vụ"),
    ]


def test_a_whole_layout_that_would_lose_a_row_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.reports.laying_out.chosen", lambda *_: ())
    with pytest.raises(TotalsDoNotAddUp):
        laid_out("appendix", a_report([a_row()]))


def test_groups_that_would_lose_a_row_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.reports.laying_out.row_groups", lambda *_: ())
    with pytest.raises(TotalsDoNotAddUp):
        laid_out("overdue", a_report([_overdue(3)]))


Lines = list[list[str]]
"""The rows of a table as a reader finds them in a file, the column headings first."""


def _in_text(sheet: Sheet) -> Lines:
    table = sheet_text(sheet).split("\n\n", 1)[1]
    blocks = re.split(r"^-[-+]+$", table, flags=re.MULTILINE)
    return [
        ["\n".join(parts).strip() for parts in zip(*_columns_of(block), strict=True)]
        for block in blocks
        if block.strip()
    ]


def _columns_of(block: str) -> list[list[str]]:
    lines = [line.split(" | ") for line in block.strip("\n").split("\n")]
    width = max(map(len, lines))
    return [[part.strip() for part in line] + [""] * (width - len(line)) for line in lines]


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Lines = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.lines.append([])
        if tag in ("td", "th"):
            self.lines[-1].append("")
            self._is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._is_in_cell = self._is_in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._is_in_cell:
            self.lines[-1][-1] += data


def _in_html(sheet: Sheet) -> Lines:
    reader = _TableReader()
    reader.feed(sheet_html(sheet))
    return reader.lines


def _in_workbook(sheet: Sheet) -> Lines:
    page = load_workbook(BytesIO(workbook_bytes(sheet))).worksheets[0]
    merged = {str(one).split(":")[0] for one in page.merged_cells.ranges}
    lines = []
    for row in page.iter_rows(min_row=len(sheet.title_lines) + 2):
        cells = [str(cell.value or "") for cell in row]
        lines.append(cells[:2] if f"B{row[0].row}" in merged else cells)
    return lines


_READERS: dict[str, Callable[[Sheet], Lines]] = {
    "txt": _in_text,
    "html": _in_html,
    "xlsx": _in_workbook,
    "docx": texts_in,
}


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def _rows() -> st.SearchStrategy[AssessedDirective]:
    days = st.dates(date(2023, 10, 1), date(2024, 2, 1))
    deadlines = st.one_of(
        st.just(NO_DEADLINE), st.just(_UNCLEAR), st.builds(lambda day: due("hạn", day), days)
    )
    return st.builds(
        a_row,
        state=st.sampled_from([State.IN_PROGRESS, State.NOT_STARTED, State.SUSPENDED, State.DONE]),
        deadline=deadlines,
        completed_on=st.none() | st.dates(date(2023, 11, 3), AS_OF),
        unit=st.sampled_from(["", "Văn phòng", "văn phòng", "Phòng Kế hoạch", "Phòng Cũ"]),
        is_secret=st.booleans(),
    )


@pytest.mark.parametrize("file_format", _READERS)
@examples(8)
@given(st.lists(_rows(), max_size=25))
def test_what_a_reader_adds_up_is_the_total_in_every_layout(
    file_format: str, rows: list[AssessedDirective]
) -> None:
    report = a_report(rows)
    overdue = sum(row.assessment.progress is Progress.OVERDUE for row in rows)
    for name in _OF_DIRECTIVES:
        lines = _READERS[file_format](laid_out(name, report))[1:]
        records = [line for line in lines if len(line) > 2]
        headings = [line[1] for line in lines if len(line) == 2]
        assert len(records) == (overdue if name == "overdue" else len(rows))
        if headings:
            counted = [re.search(r": ([\d.]+)", heading) for heading in headings]
            assert sum(_number(found[1]) for found in counted if found) == len(records)


@pytest.mark.parametrize("file_format", _READERS)
@examples(8)
@given(st.lists(_rows(), max_size=25))
def test_the_divisions_add_up_to_the_last_line_and_that_to_the_report(
    file_format: str, rows: list[AssessedDirective]
) -> None:
    report = a_report(rows)
    sheet = laid_out("units", report, successors=Successors({"Phòng Cũ": "Văn phòng"}))
    *units, everything = _READERS[file_format](sheet)[1:]
    numbers = [[_number(text) for text in line[2:10]] for line in (*units, everything)]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == (
        numbers[-1] if units else []
    )
    for total, *parts in numbers:
        assert total == sum(parts[:5])
    assert numbers[-1] == _of_totals(report)


def _of_totals(report: ReportContents) -> list[int]:
    totals = report.totals
    done, going, waiting = totals.groups.values()
    other = totals.needs_review + going["suspended"] + waiting["suspended"]
    in_time = going["in_time"] + waiting["in_time"]
    return [
        totals.total, done["on_time"], done["late"], in_time, totals.overdue, other,
        totals.due_soon, totals.no_deadline,
    ]  # fmt: skip


@examples(24)
@given(st.lists(_rows(), max_size=25), st.lists(_rows(), max_size=5))
def test_what_a_program_counts_in_json_is_the_total_of_each_group(
    rows: list[AssessedDirective], others: list[AssessedDirective]
) -> None:
    left_out = [(row, Membership.SUPPORTING) for row in others]
    read = json.loads(report_json(a_report(rows, left_out=left_out)))
    totals = read["totals"]
    assert {name: len(found) for name, found in read["groups"].items()} == {
        name: totals[name]["total"] for name in read["groups"]
    }
    everyone = [row for found in read["groups"].values() for row in found]
    assert (len(everyone), len(read["left_out"])) == (totals["total"], totals["supporting"])
    assert totals["total"] == len(rows)
    assert totals["overdue"] == sum(row["progress"] == "overdue" for row in everyone)
    done = [row["progress"] for row in read["groups"]["done"]]
    assert (done.count("on_time"), done.count("late")) == (
        totals["done"]["on_time"], totals["done"]["late"]
    )  # fmt: skip
