from __future__ import annotations

import pytest

from tests.intake.files.zips import open_book
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import open_workbook
from tracker.intake.files.found import FoundTable, RemarkedLines, SheetRemark


def only(rows: str) -> FoundTable:
    """The one sheet of an open workbook with these rows."""
    (table,) = open_workbook.tables_of(open_book(rows))
    return table


def cell(inside: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def read(inside: str, attributes: str = "") -> str:
    """How one cell is read."""
    table = only(row(cell(inside, attributes), cell("<text:p>.</text:p>")))
    return table.table.rows[0].cells[0]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<text:p>một</text:p><text:p>hai</text:p>", "một\nhai"),
        ("<text:p>một <text:span>hai</text:span><text:a>ba</text:a></text:p>", "một haiba"),
        ("<text:p>một<text:s text:c='3'/>hai<text:tab/>ba<text:line-break/>tư</text:p>",
         "một   hai\tba\ntư"),
        ("<text:p>một\n     hai</text:p>", "một hai"),
        ("<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>chữ</text:p>",
         "chữ"),
    ],
)  # fmt: skip
def test_a_text_is_read_as_it_is_seen(inside: str, seen: str) -> None:
    assert read(inside) == seen


@pytest.mark.parametrize(
    ("shown", "read_as"),
    [
        ("15/01/2024", "15/01/2024"),
        ("01/15/2024", "15/01/2024"),
        ("15/01", "15/01/2024"),
        ("15-Jan-24", "15/01/2024"),
        ("Monday, January 15, 2024", "15/01/2024"),
        ("01/2024", "01/2024"),
        ("Jan-24", "Jan-24"),
        ("Tháng 1", "Tháng 1"),
    ],
)
def test_a_day_is_read_as_one_only_where_it_is_seen(shown: str, read_as: str) -> None:
    value = 'office:value-type="date" office:date-value="2024-01-15T08:00:00"'
    table = only(row(cell(f"<text:p>{shown}</text:p>", value)))
    assert table.table.rows[0].cells == (read_as,)
    assert table.table.real_days == ({(1, 0)} if read_as == "15/01/2024" else set())


def test_what_is_repeated_is_there_as_often() -> None:
    twice = 'table:number-columns-repeated="2"'
    table = only(
        row(cell("<text:p>a</text:p>", twice), cell("<text:p>b</text:p>"))
        + row(cell("", 'table:number-columns-repeated="16384"'), attributes=_times(5))
        + row(cell("<text:p>c</text:p>"), attributes=_times(2))
        + row(cell(""), attributes=_times(1_048_000))
    )
    assert [(found.line, found.cells) for found in table.table.rows] == [
        (1, ("a", "a", "b")),
        (7, ("c", "", "")),
        (8, ("c", "", "")),
    ]


def test_what_stands_under_merged_cells_is_not_seen() -> None:
    covered = "<table:covered-table-cell><text:p>b</text:p></table:covered-table-cell>"
    table = only(row(cell("<text:p>a</text:p>"), covered, cell("<text:p>c</text:p>")))
    assert table.table.rows[0].cells == ("a", "", "c")


def test_a_formula_without_a_value_is_told() -> None:
    table = only(row(cell("<text:p>a</text:p>"), cell("", 'table:formula="of:=1+1"')))
    assert table.remarks == (RemarkedLines(remark=SheetRemark.NOT_CALCULATED, lines=(1,)),)


def test_a_text_that_is_repeated_too_often_is_refused() -> None:
    many = row(cell(f"<text:p>{'x' * 90_000}</text:p>"), attributes=_times(20_000))
    with pytest.raises(UnreadableFile) as refused:
        only(many)
    assert refused.value.trouble is FileTrouble.TOO_MUCH_TEXT


def _times(count: int) -> str:
    return f'table:number-rows-repeated="{count}"'
