"""Cells with values that no register should hold: numbers, days and texts out of all bounds.

The file around them is sound. Each value stands where a deadline stands, in a row of its own;
whatever becomes of it, the row is entered whole or named as a problem.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from xml.sax.saxutils import escape

from tests.intake.heldout.case import HostileFile, hostile
from tests.intake.heldout.office import (
    SHEET,
    SHEET_TYPE,
    SPREADSHEET,
    STYLES_TYPE,
    WORKBOOK_TYPE,
    XML,
    cell,
    content_types,
    ods,
    open_content,
    relations,
    sheet,
    sheet_rows,
    workbook_text,
    xlsx,
)
from tests.intake.tables import HEADINGS

NUMBERS = {
    "negative": "-1", "far-negative": "-999999999", "nought": "0", "sixtieth": "60",
    "time-only": "0.75", "beyond-9999": "2958466", "far-beyond": "1e12", "huge": "1e308",
    "beyond-huge": "1e999", "not-a-number": "NaN", "infinite": "-INF", "empty": "",
    "words": "mai", "hexadecimal": "0x1F", "arabic": "٤٥٢٧٠", "underscored": "45_270",
    "many-digits": "4" * 5_000, "exponent": "1e-400", "two-points": "45.270.1",
    "a-million-digits": "9" * 1_000_000,
}  # fmt: skip
"""Of a cell that is formatted as a day; Excel writes a day as the number of days since 1900."""

DAYS = {
    "iso-year-nought": "0000-01-01", "iso-year-one": "0001-01-01", "iso-far": "99999-12-31",
    "iso-no-such-day": "2023-02-30", "iso-with-zone": "2023-11-03T00:00:00+99:99",
    "iso-leap-second": "2016-12-31T23:59:60Z", "iso-nothing": "T", "iso-week": "2023-W45-5",
}  # fmt: skip
"""Of a cell that says it holds a day."""

TEXTS = {
    "no-such-day": "31/02/2023", "day-nought": "00/00/0000", "year-of-five": "01/01/20233",
    "escapes": "_x001B_[31m_x0007__x202E_", "null-escape": "_x0000_", "very-old": "01/01/0001",
    "long": "1/" * 30_000, "digits": "1" * 40_000, "blanks": " " * 40_000,
    "marks": "a" + "\u0301" * 20_000,
    "hangs-back": "\u202e3202/11/30",
    "zero-width": "\u200b".join("10/12/2023"), "full-width": "\uff11\uff10/\uff11\uff12/2023",
    "lines": "\n" * 20_000, "tabs": "10/12/2023\t" * 2_000,
    "private": "\ue000\U0010ffff", "slashes": "/" * 30_000,
    "quarter-of-nothing": "quý 99/2023", "monthly-forever": "hằng tháng " * 3_000,
}  # fmt: skip
"""Of a cell that holds text."""

TYPES = {
    "boolean": '<c t="b"><v>7</v></c>', "error": '<c t="e"><v>#REF!</v></c>',
    "unknown-error": '<c t="e"><v>#ĐI!</v></c>', "unknown-type": '<c t="zz"><v>1</v></c>',
    "two-values": "<c><v>1</v><v>2</v></c>", "value-in-value": "<c><v><v>1</v></v></c>",
    "inline-and-value": '<c t="inlineStr"><v>0</v><is><t>10/12/2023</t></is></c>',
    "inline-nothing": '<c t="inlineStr"/>', "style-negative": '<c s="-1"><v>45270</v></c>',
    "style-word": '<c s="x"><v>45270</v></c>',
}  # fmt: skip
"""Cells whose kind is wrong."""

STYLES = (
    f'{XML}<styleSheet xmlns="{SPREADSHEET}"><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="21" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)


def _row(number: int, deadline: str) -> str:
    texts = [cell(str(number)), cell(f"{number}/UBND-NC ngày 03/11/2023"), cell("Rà soát")]
    return f"<row>{''.join(texts)}{deadline}</row>"


def _workbook(deadlines: list[str], *, more: str = "") -> bytes:
    rows = sheet_rows((HEADINGS,)) + "".join(
        _row(number, deadline) for number, deadline in enumerate(deadlines, 1)
    )
    kinds = {
        "xl/workbook.xml": WORKBOOK_TYPE, SHEET: SHEET_TYPE, "xl/styles.xml": STYLES_TYPE
    }  # fmt: skip
    return xlsx(
        {
            "[Content_Types].xml": content_types(kinds),
            "xl/workbook.xml": workbook_text(["Phụ lục"], more=more),
            "xl/_rels/workbook.xml.rels": relations(
                [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
            ),
            "xl/styles.xml": STYLES,
            SHEET: sheet(rows),
        }
    )


def _number(value: str, style: int = 1) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


def _day(value: str) -> str:
    return f'<c t="d" s="1"><v>{value}</v></c>'


def _open_sheet(values: list[str]) -> bytes:
    rows = "".join(
        f"<table:table-row>{''.join(_open_cell(text) for text in row)}</table:table-row>"
        for row in [
            HEADINGS,
            *((str(at), f"{at}/UBND-NC ngày 03/11/2023", "Rà soát") for at in range(1, 4)),
        ]
    )
    odd = "".join(f"<table:table-row>{value}</table:table-row>" for value in values)
    return ods(open_content(rows + odd))


def _open_cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"


OPEN_VALUES = [
    '<table:table-cell office:value-type="date" office:date-value="99999-99-99"/>',
    '<table:table-cell office:value-type="date" office:date-value="-0044-03-15"/>',
    '<table:table-cell office:value-type="date"/>',
    '<table:table-cell office:value-type="time" office:time-value="PT99999999999H"/>',
    '<table:table-cell office:value-type="time" office:time-value="nonsense"/>',
    '<table:table-cell office:value-type="float" office:value="1e999"/>',
    '<table:table-cell office:value-type="float" office:value="NaN"/>',
    '<table:table-cell office:value-type="float"/>',
    '<table:table-cell office:value-type="percentage" office:value="x"/>',
    '<table:table-cell office:value-type="boolean" office:boolean-value="maybe"/>',
    '<table:table-cell office:value-type="zz"/>',
]


def _odd(
    name: str, why: str, make: Callable[[], bytes], most: int, ending: str = "xlsx"
) -> HostileFile:
    """Rows that are problems are left out, so that the others get far."""
    return hostile(name, why, ending, make, most=most, options=("--skip-problems",))


def _short_numbers() -> list[str]:
    return [value for value in NUMBERS.values() if len(value) < 99]


FILES: tuple[HostileFile, ...] = (
    *(_odd(f"number-{name}", "a day that is a senseless number",
           partial(_workbook, [_number(value), _number("45270")]), 2)
      for name, value in NUMBERS.items()),
    *(_odd(f"day-{name}", "a day that does not exist", partial(_workbook, [_day(value)]), 1)
      for name, value in DAYS.items()),
    *(_odd(f"text-{name}", "a text that is no deadline", partial(_workbook, [cell(value)]), 1)
      for name, value in TEXTS.items()),
    _odd("cells-of-wrong-kinds", "cells whose kind is wrong",
         partial(_workbook, list(TYPES.values())), len(TYPES)),
    _odd("numbers-all", "each senseless number that is short",
         lambda: _workbook([_number(value, style) for value in _short_numbers()
                            for style in (0, 1, 2)]), 60),
    _odd("numbers-of-1904", "senseless numbers in a book that counts from 1904",
         lambda: _workbook([_number(value) for value in _short_numbers()],
                           more='<workbookPr date1904="1"/>'), 20),
    _odd("ods-values", "cells of LibreOffice whose values are wrong",
         partial(_open_sheet, OPEN_VALUES), 14, "ods"),
)  # fmt: skip
