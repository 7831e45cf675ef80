"""Workbooks that are sound archives and sound XML, and still not what a reader expects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

from tests.intake.heldout.archives import Content, Repeated, archive
from tests.intake.heldout.case import REFUSED, ROWS, HostileFile, More, Traps, hostile, luring
from tests.intake.heldout.office import (
    MACRO_WORKBOOK_TYPE,
    REGISTER,
    SHEET,
    SHEET_TYPE,
    SPREADSHEET,
    STRINGS_TYPE,
    STYLES_TYPE,
    WORKBOOK_TYPE,
    XML,
    Parts,
    cell,
    content_types,
    letters,
    relations,
    sheet,
    sheet_rows,
    workbook_parts,
    workbook_text,
    xlsx,
)
from tests.intake.tables import HEADINGS


def _sheet(name: str, why: str, make: Callable[[], Content], **more: Unpack[More]) -> HostileFile:
    """A workbook with another sheet."""
    return hostile(name, why, "xlsx", lambda: xlsx({SHEET: make()}), **more)


def _with(*, types: dict[str, str], links: list[tuple[str, str]], parts: Parts) -> bytes:
    """A workbook with more parts than a sheet, each known to the workbook."""
    kinds = {"xl/workbook.xml": WORKBOOK_TYPE, SHEET: SHEET_TYPE, **types}
    return xlsx(
        {
            "[Content_Types].xml": content_types(kinds),
            "xl/_rels/workbook.xml.rels": relations(
                [("worksheet", "worksheets/sheet1.xml"), *links]
            ),
            **parts,
        }
    )


def _strings(items: str, rows: str, *, said: str = "") -> bytes:
    """A sheet whose texts stand in the table of strings."""
    table = f'{XML}<sst xmlns="{SPREADSHEET}"{said}>{items}</sst>'
    return _with(
        types={"xl/sharedStrings.xml": STRINGS_TYPE},
        links=[("sharedStrings", "sharedStrings.xml")],
        parts={SHEET: sheet(rows), "xl/sharedStrings.xml": table},
    )


def _index(number: object) -> str:
    return f'<c t="s"><v>{number}</v></c>'


def _styles(inside: Content) -> bytes:
    if isinstance(inside, Repeated):
        styles: Content = inside
    else:
        styles = f'{XML}<styleSheet xmlns="{SPREADSHEET}">{inside!s}</styleSheet>'
    return _with(
        types={"xl/styles.xml": STYLES_TYPE},
        links=[("styles", "styles.xml")],
        parts={"xl/styles.xml": styles, SHEET: sheet().replace("<c ", '<c s="99999" ')},
    )


def _many_styles(count: int) -> Repeated:
    return Repeated(
        head=f'{XML}<styleSheet xmlns="{SPREADSHEET}"><cellXfs>'.encode(),
        unit=b'<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/>',
        times=count,
        tail=b"</cellXfs></styleSheet>",
    )


def _many_sheets(count: int) -> bytes:
    """So many sheets are listed, and all are the same part."""
    names = [f"Trang {number}" for number in range(1, count + 1)]
    return xlsx(
        {
            "xl/workbook.xml": workbook_text(names),
            "xl/_rels/workbook.xml.rels": relations(
                [("worksheet", "worksheets/sheet1.xml")] * count
            ),
        }
    )


def _sheets_named(*names: str) -> bytes:
    parts = workbook_parts("")
    parts["xl/workbook.xml"] = workbook_text(names)
    parts["xl/_rels/workbook.xml.rels"] = relations(
        [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)]
    )
    for number in range(2, len(names) + 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet("")
    return archive(parts)


def _repeated_rows(unit: str, times: int) -> Repeated:
    before, after = sheet("|").encode().split(b"|")
    return Repeated(head=before, unit=unit.encode(), times=times, tail=after)


def _numbered_rows(count: int) -> str:
    """The register, and then row upon row that holds one blank cell."""
    return sheet_rows(REGISTER) + "".join(
        f'<row r="{row}"><c r="A{row}"/></row>' for row in range(5, count + 1)
    )


def _formula(text: str) -> str:
    """The register, with a formula where the content of a task stands; the value is honest."""
    return _odd_content(f'<c r="C2" t="str"><f>{text}</f><v>Nội dung</v></c>')


def _odd_content(content: str) -> str:
    first = sheet_rows(REGISTER)
    start = first.index('<c r="C2"')
    return first[:start] + content + first[first.index('<c r="D2"') :]


def _external_link(traps: Traps) -> bytes:
    link = (
        f'{XML}<externalLink xmlns="{SPREADSHEET}" xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships"><externalBook r:id="rId1"/></externalLink>'
    )
    return _with(
        types={},
        links=[("externalLink", "externalLinks/externalLink1.xml")],
        parts={
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                [], external=[f"externalLinkPath={traps.url}/so.xlsx"]
            ),
            SHEET: sheet(_formula("[1]Sheet1!A1")),
        },
    )


def _connection(traps: Traps) -> bytes:
    text = (
        f'{XML}<connections xmlns="{SPREADSHEET}"><connection id="1" name="x" type="4" '
        f'refreshOnLoad="1"><webPr url="{traps.url}"/></connection></connections>'
    )
    return _with(types={}, links=[("connections", "connections.xml")],
                 parts={"xl/connections.xml": text})  # fmt: skip


def _embedded(_: Traps) -> bytes:
    return _with(
        types={},
        links=[("oleObject", "embeddings/oleObject1.bin"), ("control", "activeX/activeX1.xml")],
        parts={
            "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
            "xl/activeX/activeX1.xml": "<ocx/>",
            "xl/activeX/activeX1.bin": b"MZ" + b"\0" * 512,
        },
    )


def _macros(main: str) -> bytes:
    return archive(
        {**workbook_parts(main=main), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 2048}
    )


def _scattered(count: int) -> str:
    """A cell in the last column of each row."""
    return "".join(f'<row r="{row}">{cell("x", f"XFD{row}")}</row>' for row in range(5, count + 5))


def _merges(*ranges: str) -> str:
    listed = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return f"<mergeCells>{listed}</mergeCells>"


def _wide_table(columns: int) -> str:
    row = "".join(cell("x", f"{letters(at)}5") for at in range(1, columns + 1))
    return sheet_rows(REGISTER) + f'<row r="5">{row}</row>'


FAR: tuple[HostileFile, ...] = (
    _sheet("last-cell", "one cell in the last row and the last column",
           lambda: sheet(sheet_rows(REGISTER)
                         + f'<row r="1048576">{cell("x", "XFD1048576")}</row>')),
    _sheet("last-cell-alone", "nothing but a cell in the last row and column",
           lambda: sheet(f'<row r="1048576">{cell("x", "XFD1048576")}</row>'), most=0),
    _sheet("beyond-the-last-cell", "a cell beyond the last column and row",
           lambda: sheet(sheet_rows(REGISTER)
                         + f'<row r="1048577">{cell("x", "ZZZZ1048577")}</row>')),
    _sheet("row-two-billion", "a row with the number two billion",
           lambda: sheet(sheet_rows(REGISTER) + f'<row r="2000000000">{cell("x")}</row>')),
    _sheet("row-beyond-counting", "a row with a number of thirty digits",
           lambda: sheet(sheet_rows(REGISTER) + f'<row r="{"9" * 30}">{cell("x")}</row>')),
    _sheet("row-negative", "a row with a negative number",
           lambda: sheet(f'<row r="-5">{cell("x", "A-5")}</row>' + sheet_rows(REGISTER))),
    _sheet("row-zero", "a row with the number nought",
           lambda: sheet(f'<row r="0">{cell("x", "A0")}</row>' + sheet_rows(REGISTER))),
    _sheet("row-not-a-number", "a row with a word for a number",
           lambda: sheet(f'<row r="một">{cell("x", "một")}</row>' + sheet_rows(REGISTER))),
    _sheet("rows-backwards", "rows that go upwards",
           lambda: sheet("".join(sheet_rows((row,), 4 - at)
                                 for at, row in enumerate(reversed(REGISTER))))),
    _sheet("rows-all-one", "each row says that it is the first",
           lambda: sheet("".join(sheet_rows((row,)) for row in REGISTER))),
    _sheet("cells-all-one", "each cell says that it is A1",
           lambda: sheet("".join(
               f"<row>{''.join(cell(text, 'A1') for text in row)}</row>" for row in REGISTER))),
    _sheet("cells-in-other-rows", "cells that name another row than theirs",
           lambda: sheet(sheet_rows(REGISTER).replace('2">', '900000">'))),
    _sheet("scattered-cells", "fifty thousand rows, a cell in the last column of each",
           lambda: sheet(sheet_rows(REGISTER) + _scattered(50_000))),
    _sheet("sixteen-thousand-columns", "a row as wide as a sheet can be",
           lambda: sheet(_wide_table(16_384))),
    _sheet("million-numbered-rows", "a million rows with a blank cell each",
           lambda: sheet(_numbered_rows(1_000_000))),
    _sheet("million-bare-rows", "a million rows of a word each",
           lambda: _repeated_rows(f"<row>{cell('x')}</row>", 1_000_000), most=0),
    _sheet("ten-million-empty-rows", "ten million rows of nothing",
           lambda: _repeated_rows("<row/>", 10_000_000), most=0),
    _sheet("sixty-thousand-tasks", "sixty thousand rows that all look like tasks",
           lambda: sheet(sheet_rows((HEADINGS, *(
               (str(at), f"{at}/UBND-NC ngày 03/11/2023", "Rà soát", "", "", "", "")
               for at in range(1, 60_001))))), most=60_000),
    _sheet("dimension-huge", "the sheet says that it is as large as can be",
           lambda: sheet(before='<dimension ref="A1:XFD1048576"/>')),
    _sheet("dimension-beyond", "the sheet says that it is larger than can be",
           lambda: sheet(before='<dimension ref="A1:ZZZZZZ99999999999"/>')),
    _sheet("dimension-backwards", "the sheet says that it ends before it begins",
           lambda: sheet(before='<dimension ref="G4:A1"/>')),
    _sheet("dimension-senseless", "the sheet tells its size in words",
           lambda: sheet(before='<dimension ref="::#REF!"/>')),
    _sheet("dimension-one-cell", "the sheet says that it is one cell",
           lambda: sheet(before='<dimension ref="A1"/>')),
    _sheet("columns-huge", "column widths for two billion columns",
           lambda: sheet(before='<cols><col min="1" max="2000000000" width="9"/></cols>')),
    _sheet("columns-backwards", "column widths from beyond to before",
           lambda: sheet(before='<cols><col min="9" max="-1" width="NaN"/></cols>')),
    _sheet("merge-over-everything", "all cells are one",
           lambda: sheet(after=_merges("A1:XFD1048576"))),
    _sheet("merge-beyond", "cells merged beyond the sheet",
           lambda: sheet(after=_merges("A1:ZZZZZ99999999", "B2:A1", "A0:B-1", "", "x"))),
    _sheet("merge-thousands", "a hundred thousand merged rows that overlap",
           lambda: sheet(after=_merges(*(f"A{at}:G{at + 50}" for at in range(1, 100_001))))),
)  # fmt: skip

TABLES: tuple[HostileFile, ...] = (
    luring("strings-out-of-range", "sixty-four thousand cells that point at no string", "xlsx",
           lambda _: _strings("<si><t>x</t></si>",
                              f"<row>{_index(99_999) * 16}</row>" * 4_096), most=0),
    luring("strings-negative", "cells that point before the first string", "xlsx",
           lambda _: _strings("<si><t>x</t></si>" * 8,
                              f"<row>{_index(-1)}{_index(-2**63)}{_index('')}{_index('1e3')}"
                              f"{_index('0x10')}{_index('٣')}</row>"), most=0),
    luring("strings-missing", "cells that point at strings in a file that has none", "xlsx",
           lambda _: xlsx(rows=f"<row>{_index(0)}</row>"), most=0),
    luring("strings-count-lie", "four billion strings are promised, one is there", "xlsx",
           lambda _: _strings("<si><t>x</t></si>", f"<row>{_index(0)}</row>",
                              said=' count="4294967295" uniqueCount="4294967295"'), most=0),
    luring("strings-one-long", "a string of thirty million letters, in a thousand cells", "xlsx",
           lambda _: _strings(f"<si><t>{'Sở' * 10_000_000}</t></si>",
                              f"<row>{_index(0)}</row>" * 1_000), most=0),
    luring("strings-million", "a million strings that nobody uses", "xlsx",
           lambda _: _strings("<si><t>x</t></si>" * 1_000_000, sheet_rows(REGISTER))),
    luring("strings-many-runs", "a string in half a million pieces", "xlsx",
           lambda _: _strings(f"<si>{'<r><t>x</t></r>' * 500_000}</si>", f"<row>{_index(0)}</row>"),
           most=0),
    luring("styles-hundred-thousand", "a hundred thousand styles", "xlsx",
           lambda _: _styles(_many_styles(100_000))),
    luring("styles-out-of-range", "cells of a style that is not there", "xlsx",
           lambda _: _styles("<cellXfs><xf numFmtId='0'/></cellXfs>")),
    luring("styles-negative", "styles of the format minus one", "xlsx",
           lambda _: _styles("<cellXfs><xf numFmtId='-1' fontId='-1'/><xf numFmtId='x'/>"
                             "</cellXfs>")),
    luring("styles-senseless-formats", "formats that no program understands", "xlsx",
           lambda _: _styles("<numFmts><numFmt numFmtId='200' formatCode='" + "[$-;" * 20_000
                             + "'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs>")),
    luring("sheets-hundred-thousand", "a hundred thousand sheets", "xlsx",
           lambda _: _many_sheets(100_000)),
    luring("sheets-two-hundred", "two hundred times the same sheet", "xlsx",
           lambda _: _many_sheets(200)),
    luring("sheets-none", "a workbook without a sheet", "xlsx",
           lambda _: xlsx({"xl/workbook.xml": workbook_text([])}), codes=REFUSED, most=0),
    luring("sheet-part-missing", "the sheet is listed and not there", "xlsx",
           lambda _: archive({name: text for name, text in workbook_parts().items()
                              if name != SHEET}), codes=REFUSED, most=0),
    luring("sheet-is-itself", "the sheet is the list of sheets", "xlsx",
           lambda _: xlsx({"xl/_rels/workbook.xml.rels": relations(
               [("worksheet", "workbook.xml")])}),
           most=0),
    luring("relations-in-a-circle", "the workbook is its own sheet and its own strings", "xlsx",
           lambda _: xlsx({"_rels/.rels": relations([("officeDocument", "_rels/.rels")])}), most=3),
    luring("relations-climb-out", "the sheet lies outside the file", "xlsx",
           lambda traps: xlsx({"xl/_rels/workbook.xml.rels": relations(
               [("worksheet", "../../../../../../etc/passwd"), ("worksheet", traps.secret)])}),
           most=3),
    luring("relations-missing", "no relations at all", "xlsx",
           lambda _: archive({name: text for name, text in workbook_parts().items()
                              if not name.endswith(".rels")})),
    luring("types-missing", "no content types", "xlsx",
           lambda _: archive({name: text for name, text in workbook_parts().items()
                              if not name.startswith("[")})),
    luring("types-of-something-else", "the content types tell of a picture", "xlsx",
           lambda _: archive(workbook_parts(main="image/png"))),
    luring("names-that-act", "sheet names that change the terminal or the direction of writing",
           "xlsx",
           lambda _: _sheets_named("\u202egnart", "a\u0085b", "\u2066x\u2069", "_x001B_[31m",
                                   "&#27;[2J".replace("&#27;", "\u009b"), "[red]x[/]", "a\nb\tc"),
           most=0),
    luring("names-too-long", "a sheet name of a million letters", "xlsx",
           lambda _: _sheets_named("ổ" * 1_000_000), most=0),
    luring("names-empty", "sheets without a name, and twice the same", "xlsx",
           lambda _: _sheets_named("", "", "x", "x"), most=0),
)  # fmt: skip

REACHING: tuple[HostileFile, ...] = (
    luring("macros", "a workbook with macros", "xlsm", lambda _: _macros(MACRO_WORKBOOK_TYPE),
           ),
    luring("macros-hidden", "macros in a workbook that says it has none", "xlsx",
           lambda _: _macros(WORKBOOK_TYPE)),
    luring("macro-sheet", "a sheet of macros as they were before 1995", "xlsx",
           lambda _: xlsx({"xl/_rels/workbook.xml.rels": relations(
               [("xlMacrosheet", "worksheets/sheet1.xml")])})),
    luring("external-link", "values that come from another workbook", "xlsx", _external_link),
    luring("connection", "data that is fetched from a server on opening", "xlsx", _connection),
    luring("embedded-objects", "embedded objects and controls", "xlsx", _embedded),
    _sheet("dde", "a formula that starts a program",
           lambda: sheet(_formula("cmd|'/c calc'!A0"))),
    _sheet("formula-webservice", "a formula that asks a server",
           lambda: sheet(_formula('WEBSERVICE("http://127.0.0.1/")'))),
    _sheet("formula-long", "a formula of a million brackets",
           lambda: sheet(_formula("(" * 1_000_000))),
    _sheet("formula-without-value", "a formula that was never computed",
           lambda: sheet(_odd_content('<c r="C2"><f>A1&amp;B1</f></c>'))),
    _sheet("formula-shared-nowhere", "formulas that share one that is not there",
           lambda: sheet(_odd_content('<c r="C2"><f t="shared" si="4000000000"/><v>1</v></c>'))),
    _sheet("formula-array-huge", "one formula for all cells",
           lambda: sheet(_odd_content(
               '<c r="C2" t="str"><f t="array" ref="A1:XFD1048576">A1</f><v>x</v></c>'))),
    _sheet("formula-injection", "texts that act as formulas wherever they are opened next",
           lambda: sheet(sheet_rows((HEADINGS, *(
               (row[0], row[1], f"{sign}{row[2]}", *row[3:])
               for sign, row in zip(("=HYPERLINK(1)", "@SUM(", "+cmd|' /C calc'!A0"), ROWS,
                                    strict=True)))))),
    _sheet("data-table-validation", "a hundred thousand rules for cells",
           lambda: sheet(after='<dataValidations>' + (
               '<dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation>'
               * 100_000) + "</dataValidations>")),
    _sheet("conditional-formats", "a hundred thousand conditional formats",
           lambda: sheet(after='<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="x" '
                               'priority="1"/></conditionalFormatting>' * 100_000)),
    _sheet("hyperlinks", "a hundred thousand links to nowhere",
           lambda: sheet(after="<hyperlinks>" + '<hyperlink ref="A1" r:id="rId9"/>' * 100_000
                               + "</hyperlinks>")),
)  # fmt: skip

FILES: tuple[HostileFile, ...] = (*FAR, *TABLES, *REACHING)
