"""Office files from their parts, written out so that each part can be replaced by a hostile one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.intake.heldout.archives import Content, archive
from tests.intake.heldout.case import ROWS
from tests.intake.tables import HEADINGS

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
SPREADSHEET = f"{_FORMATS}/spreadsheetml/2006/main"
WORDS = f"{_FORMATS}/wordprocessingml/2006/main"
RELATION = f"{_FORMATS}/officeDocument/2006/relationships"
_PACKAGE = f"{_FORMATS}/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument"

WORKBOOK_TYPE = f"{_KIND}.spreadsheetml.sheet.main+xml"
MACRO_WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
DOCUMENT_TYPE = f"{_KIND}.wordprocessingml.document.main+xml"
MACRO_DOCUMENT_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET_TYPE = f"{_KIND}.spreadsheetml.worksheet+xml"
STYLES_TYPE = f"{_KIND}.spreadsheetml.styles+xml"
STRINGS_TYPE = f"{_KIND}.spreadsheetml.sharedStrings+xml"

SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"

Parts = dict[str, Content]
Table = Sequence[Sequence[str]]

REGISTER: Table = (HEADINGS, *ROWS)


def content_types(overrides: Mapping[str, str]) -> str:
    named = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{named}</Types>'
    )


def relations(targets: Iterable[tuple[str, str]], *, external: Sequence[str] = ()) -> str:
    """Of a part: (kind, target) each; the external ones after them, by ``kind=target``."""
    lines = [
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target={quoteattr(target)}/>'
        for number, (kind, target) in enumerate(targets, 1)
    ]
    for number, (kind, _, target) in enumerate(
        (one.partition("=") for one in external), len(lines) + 1
    ):
        lines.append(
            f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" '
            f'Target={quoteattr(target)} TargetMode="External"/>'
        )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def cell(text: str, where: str = "") -> str:
    """A cell that holds its text itself."""
    at = f' r="{where}"' if where else ""
    return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def letters(column: int) -> str:
    """The name of a column, from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_rows(table: Table, first: int = 1) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(cell(text, f"{letters(at)}{number}") for at, text in enumerate(row, 1))
        + "</row>"
        for number, row in enumerate(table, first)
    )


def sheet(rows: str | None = None, *, before: str = "", after: str = "") -> str:
    """A sheet with the register in it, or with the rows that are given."""
    data = sheet_rows(REGISTER) if rows is None else rows
    return (
        f'{XML}<worksheet xmlns="{SPREADSHEET}" xmlns:r="{RELATION}">'
        f"{before}<sheetData>{data}</sheetData>{after}</worksheet>"
    )


def workbook_text(names: Sequence[str], *, more: str = "") -> str:
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'{XML}<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATION}">'
        f"<sheets>{listed}</sheets>{more}</workbook>"
    )


def workbook_parts(
    rows: str | None = None, *, name: str = "Phụ lục", main: str = WORKBOOK_TYPE
) -> Parts:
    """The parts of a workbook of one sheet."""
    return {
        "[Content_Types].xml": content_types(
            {
                "xl/workbook.xml": main,
                SHEET: SHEET_TYPE,
            }
        ),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": workbook_text([name]),
        "xl/_rels/workbook.xml.rels": relations([("worksheet", "worksheets/sheet1.xml")]),
        SHEET: sheet(rows),
    }


def xlsx(parts: Mapping[str, Content] | None = None, *, rows: str | None = None) -> bytes:
    """A workbook with the register, or these rows; parts replace its own."""
    return archive({**workbook_parts(rows), **(parts or {})})


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table_cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table_row(row: Sequence[str]) -> str:
    return f"<w:tr>{''.join(table_cell(text) for text in row)}</w:tr>"


def word_table(table: Table = REGISTER, rows: str | None = None) -> str:
    inside = "".join(table_row(row) for row in table) if rows is None else rows
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl>"


def document(body: str | None = None) -> str:
    inside = word_table() if body is None else body
    return (
        f'{XML}<w:document xmlns:w="{WORDS}" xmlns:r="{RELATION}"><w:body>{inside}'
        "<w:p/><w:sectPr/></w:body></w:document>"
    )


def document_parts(body: str | None = None, *, main: str = DOCUMENT_TYPE) -> Parts:
    return {
        "[Content_Types].xml": content_types({BODY: main}),
        "_rels/.rels": relations([("officeDocument", BODY)]),
        BODY: document(body),
    }


def docx(parts: Mapping[str, Content] | None = None, *, body: str | None = None) -> bytes:
    """A document with the register in a table, or this body; parts replace its own."""
    return archive({**document_parts(body), **(parts or {})})


_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def open_row(row: Sequence[str], attributes: str = "") -> str:
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p>'
        "</table:table-cell>"
        for text in row
    )
    return f"<table:table-row{attributes}>{inside}</table:table-row>"


def open_content(rows: str | None = None, *, doctype: str = "", name: str = "Phụ lục") -> str:
    inside = "".join(open_row(row) for row in REGISTER) if rows is None else rows
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}'
        f'<office:document-content xmlns:office="{_OPEN}:office:1.0" '
        f'xmlns:table="{_OPEN}:table:1.0" xmlns:text="{_OPEN}:text:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">'
        f"<office:body><office:spreadsheet><table:table table:name={quoteattr(name)}>"
        f"{inside}</table:table></office:spreadsheet></office:body></office:document-content>"
    )


def ods_parts(content: Content | None = None) -> Parts:
    return {
        "mimetype": _ODS,
        "content.xml": open_content() if content is None else content,
        "META-INF/manifest.xml": (
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>'
        ),
    }


def ods(content: Content | None = None, parts: Mapping[str, Content] | None = None) -> bytes:
    """A spreadsheet of LibreOffice with the register, or this content."""
    return archive({**ods_parts(content), **(parts or {})})
