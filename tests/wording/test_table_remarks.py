"""What is said of the tables of files as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import TODAY
from tracker.core.directive import Group
from tracker.intake.drafts import GroupRow, PassedOver, RowKind
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.raw_table import RawTable
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.table_preview import RowFate, TablePreview, TableRow
from tracker.wording.table_remarks import table_remarks

ROWS = (TableRow(line=2, kind=RowFate.NEW, draft=None),)


def table(name: str, *remarks: RemarkedLines, **more: Any) -> ImportedTable:
    found = FoundTable(
        kind=PlaceKind.SHEET, number=1, name=name, table=RawTable(rows=()), remarks=remarks
    )
    known: dict[str, Any] = {"rows": ROWS, "groups": (), "passed_over": ()}
    preview = TablePreview(read_on=TODAY, **{**known, "month_first_lines": (), **more})
    return ImportedTable(file="so.xlsx", found=found, preview=preview)


def said(*tables: ImportedTable, is_file: bool = True) -> list[str]:
    return list(table_remarks(ImportPreview(tables=tables), is_file=is_file))


@pytest.mark.parametrize(
    ("remark", "lines", "beginning"),
    [
        (SheetRemark.HIDDEN_ROWS, (7, 8, 9, 12), "Dòng 7–9, 12 đang ẩn trong tệp nhưng vẫn"),
        (SheetRemark.HIDDEN_COLUMNS, (3, 26, 28), "Cột C, Z, AB đang ẩn trong tệp nhưng vẫn"),
        (SheetRemark.HIDDEN_SHEET, (), "Cả trang tính đang ẩn"),
        (SheetRemark.NOT_CALCULATED, (5,), "Dòng 5 có công thức chưa được tính nên đọc thành ô"),
        (SheetRemark.DAYS_FROM_1904, (5,), "Dòng 5 có số có thể là ngày, trong tệp đếm ngày từ"),
    ],
)
def test_what_whoever_looks_at_the_file_sees_otherwise_is_said(
    remark: SheetRemark, lines: tuple[int, ...], beginning: str
) -> None:
    (only,) = said(table("Tháng 12", RemarkedLines(remark=remark, lines=lines)))
    assert only.startswith(beginning)
    assert only.endswith(".")


def test_every_remark_has_a_sentence() -> None:
    remarks = (RemarkedLines(remark=remark, lines=(1,)) for remark in SheetRemark)
    assert len(said(table("Tháng 12", *remarks))) == len(SheetRemark)


def test_each_remark_names_its_table_among_several_and_what_is_wrong_comes_first() -> None:
    group = GroupRow(line=3, text="I Đã thực hiện: 03", group=Group.DONE, claimed=3, found=2)
    heading = PassedOver(line=1, kind=RowKind.HEADING, text="TT")
    hidden = RemarkedLines(remark=SheetRemark.HIDDEN_SHEET)
    first = table("Tháng 11", groups=(group,), passed_over=(heading,))
    second = table("Tháng 12", hidden, month_first_lines=(4,), turned_lines=(5, 6))
    phones = table("Danh bạ", hidden, rows=(), passed_over=(heading,))
    assert [one[:44] for one in said(first, second, phones)] == [
        "Trang tính «Tháng 11»: Dòng 3: «I Đã thực hi",
        "Trang tính «Tháng 12»: Ngày ở dòng 4 viết th",
        "Trang tính «Tháng 12»: Ngày ở dòng 5–6 có th",
        "Trang tính «Tháng 12»: Cả trang tính đang ẩn",
        "Không có nhiệm vụ nên để nguyên: trang tính ",
        "Trang tính «Tháng 11»: Không phải nhiệm vụ: ",
    ]


def test_of_what_was_pasted_nothing_else_is_named() -> None:
    assert said(table("", rows=()), is_file=False) == []
