"""A workbook as offices have them, and what somebody who looks at it sees."""

from __future__ import annotations

import io
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

HEADINGS = ("TT", "Số", "Nội dung", "Thời hạn", "Tiến độ", "Kết quả")

SEEN = (
    (1, ("DANH MỤC NHIỆM VỤ", "", "", "", "", "")),
    (2, HEADINGS),
    (3, ("1", "02", "Phối hợp\nrà soát", "15/01/2024", "95%", "TRUE")),
    (4, ("2", "125", "Báo cáo quý", "03/2022", "100%", "#N/A")),
    (5, ("", "", "phần tiếp theo", "", "", "")),
    (6, ("3", "7", "Dòng ẩn", "31/12/2023", "", "12.5")),
    (9, ("4", "8", "Đậm và thường", "15/1/2024", "", "Cổng thông tin")),
)
"""The rows of the first sheet, whichever program wrote it."""


def awkward_book() -> Workbook:
    """Titles over merged cells, days of many kinds, hidden things, formulas and comments."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Tháng 12"
    sheet["A1"] = SEEN[0][1][0]
    sheet["A1"].font = Font(name=".VnTime", bold=True)
    sheet.merge_cells("A1:F1")
    for place, heading in enumerate(HEADINGS, 1):
        sheet.cell(2, place, heading)
    rows: list[tuple[Any, ...]] = [
        (1.0, 2, "Phối hợp\nrà soát", datetime(2024, 1, 15, 8, 30), 0.95, True),  # noqa: DTZ001
        (2, 125, "Báo cáo quý", date(2022, 3, 1), 1, "#N/A"),
        (None, None, "phần tiếp theo", None, None, None),
        (3, 7, "Dòng ẩn", date(2023, 12, 31), None, 12.5),
    ]
    for line, row in enumerate(rows, 3):
        for place, value in enumerate(row, 1):
            sheet.cell(line, place, value)
    sheet["B3"].number_format = "00"
    for name in ("D3", "D6"):
        sheet[name].number_format = "dd/mm/yyyy"
    sheet["D4"].number_format = "mm/yyyy"
    sheet["E3"].number_format = sheet["E4"].number_format = "0%"
    sheet["C3"].comment = Comment("Không phải nội dung", "Lan")
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("B4:B5")
    sheet.row_dimensions[6].hidden = True
    sheet.append(())
    sheet["A9"], sheet["B9"], sheet["D9"] = 4, 8, "15/1/2024"
    sheet["C9"] = CellRichText(TextBlock(InlineFont(b=True), "Đậm"), " và thường")
    sheet["F9"] = "Cổng thông tin"
    sheet["F9"].hyperlink = "https://bacgiang.gov.vn/"
    sheet["G40"].font = Font(bold=True)
    sheet.column_dimensions["E"].hidden = True
    hidden = book.create_sheet("Nháp")
    hidden["B2"] = "x"
    hidden.sheet_state = "hidden"
    formulas = book.create_sheet("Tổng hợp")
    formulas["A1"], formulas["A2"] = "Tổng", "=1+1"
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(saved(awkward_book()))
