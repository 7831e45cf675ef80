"""An appendix as a grid of cells, and the files that offices would keep it in."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tracker.core.citations import find_citations
from tracker.core.dates import parse_date

SAMPLES = Path(__file__).parents[2] / "data/samples"

Cell = str | int | float | date | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of cells; what a merged cell covers is blank."""

    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """First row, first column, last row, last column, from 0."""
    hidden: tuple[int, ...] = ()
    """Rows that are not shown."""
    counts_from_1904: bool = False

    def with_texts(self, change: Callable[[str], str]) -> Grid:
        """The same with every text changed."""
        return replace(
            self,
            rows=tuple(
                tuple(change(cell) if isinstance(cell, str) else cell for cell in row)
                for row in self.rows
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A directive of a sample: what any way of writing it must give again."""

    number: str
    issued_on: date
    content: str
    due: date | str | None
    completed_on: date | None = None
    result: str = ""
    prose: str = ""


def sample(name: str) -> tuple[Known, ...]:
    """The directives of one of the samples shipped."""
    with (SAMPLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(map(_known, csv.DictReader(file)))


def _known(row: dict[str, str]) -> Known:
    today = date(2026, 1, 1)
    result = row["result"]
    cited = find_citations(result)
    done_on = cited[0].issued_on if cited else None
    return Known(
        number=row["number"],
        issued_on=parse_date(row["issued"], today=today),
        content=row["content"],
        due=_due(row["deadline"], today),
        completed_on=done_on,
        result=result,
        prose=row["note"],
    )


def _due(text: str, today: date) -> date | str | None:
    if not text:
        return None
    return parse_date(text, today=today) if text[0].isdigit() else text


TITLES = ("TT", "Số/Ký hiệu VBCĐ", "Nội dung công việc", "Thời hạn", "Ngày hoàn thành", "Tiến độ",
          "Kết quả xử lý")  # fmt: skip


def appendix() -> Grid:
    """The nine directives as the appendix of Bắc Giang prints them."""
    known = sample("bac-giang-2023-12")
    done = [one for one in known if one.completed_on]
    going = [one for one in known if not one.completed_on]
    return Grid(
        rows=(
            ("Phụ lục", "", "", "", "", "", ""),
            ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 12 NĂM 2023", "", "", "", "", "", ""),
            TITLES,
            ("I", f"ĐÃ THỰC HIỆN: {len(done):02} nhiệm vụ", "", "", "", "", ""),
            *(_row(place, one, "Đúng hạn") for place, one in enumerate(done, 1)),
            ("II", f"ĐANG THỰC HIỆN: {len(going):02} nhiệm vụ (trong hạn)", "", "", "", "", ""),
            *(_row(place, one, "Chưa đến hạn") for place, one in enumerate(going, 1)),
            ("III", "Chưa thực hiện: 0", "", "", "", "", ""),
        ),
        merged=((0, 0, 0, 6), (1, 0, 1, 6)),
    )


def _row(place: int, one: Known, progress: str) -> tuple[Cell, ...]:
    due = one.due if isinstance(one.due, str) else _written(one.due)
    return (
        str(place),
        f"{one.number} Ngày {_written(one.issued_on)}",
        one.content,
        due,
        _written(one.completed_on),
        progress,
        one.result,
    )


def _written(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def plan() -> Grid:
    """The three directives as the plan of Bắc Kạn does, their document in the line above."""
    known = sample("bac-kan-2022-03")
    document = f"{known[0].number} ngày {_written(known[0].issued_on)}"
    rows = (
        (str(place), one.content, str(one.due), one.result or one.prose or "Chưa đến hạn")
        for place, one in enumerate(known, 1)
    )
    return Grid(
        rows=(
            (f"I. Nhiệm vụ tại Quyết định số {document} của UBND tỉnh", "", "", ""),
            ("TT", "Nội dung", "Tiến độ theo kế hoạch", "Tiến độ thực hiện"),
            *rows,
        ),
        merged=((0, 0, 0, 3),),
    )


def as_workbook(grid: Grid) -> bytes:
    """The grid as the second sheet of a workbook, behind one with something else."""
    book = Workbook()
    if grid.counts_from_1904:
        book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active.title = "Danh bạ"
    book.active.append(["Họ tên", "Điện thoại"])
    book.active.append(["Nguyễn Văn A", "0204 123456"])
    sheet = book.create_sheet("Tháng 12")
    for row in grid.rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for top, left, bottom, right in grid.merged:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    for place in grid.hidden:
        sheet.row_dimensions[place + 1].hidden = True
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def as_document(grid: Grid) -> bytes:
    """The grid as a table of Word; full rows of text above it are paragraphs, as they are there."""
    document = Document()
    rows = list(grid.rows)
    above = 0
    while len([cell for cell in rows[above] if cell != ""]) == 1 and above < 3:
        document.add_paragraph(_shown(rows[above][0]))
        above += 1
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows) - above, cols=width)
    for place, row in enumerate(rows[above:]):
        for column, cell in enumerate(row):
            if cell != "":
                table.cell(place, column).text = _shown(cell)
    for top, left, bottom, right in grid.merged:
        if top >= above:
            text = _shown(rows[top][left])
            table.cell(top - above, left).merge(table.cell(bottom - above, right)).text = text
    document.add_paragraph("Trên đây là báo cáo của Sở.")
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def as_page(grid: Grid) -> bytes:
    """The grid as a web page that calls itself a workbook."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(_shown(cell))}</td>' for cell in row)}</tr>"
        for row in grid.rows
    )
    return f"<html><meta charset=utf-8><body><table border=1>{rows}</table>".encode()


def as_values(grid: Grid, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """The grid as values with something between them."""
    into = io.StringIO()
    csv.writer(into, delimiter=delimiter).writerows([list(map(_shown, row)) for row in grid.rows])
    return into.getvalue().encode(encoding)


def _shown(cell: Cell) -> str:
    """A cell as a program that knows only texts has it."""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M:%S}"
    if isinstance(cell, date):
        return _written(cell)
    return str(cell)


def decomposed(text: str) -> str:
    """As a Mac keeps it."""
    return unicodedata.normalize("NFD", text)


def rows_of(cells: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows as a grid has them."""
    return tuple(map(tuple, cells))
