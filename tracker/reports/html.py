"""A sheet as a web page that stands alone: to look at, to print, to paste into Word."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tracker.core.vietnamese import clean
from tracker.reports.sheet import DataRow, GroupRow, Paper, Row, Sheet, TitleLine

_STYLE = """\
@page {{ size: A4 {orientation}; margin: {top}mm {right}mm {bottom}mm {left}mm }}
body {{ font-family: "{font}", serif; font-size: {size:g}pt }}
.title {{ text-align: center; font-size: 14pt; margin: 4pt 0 }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 8pt }}
th, td {{ border: 1px solid; padding: 2pt 4pt; white-space: pre-line; overflow-wrap: anywhere }}
td.center {{ text-align: center }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
"""


def sheet_html(sheet: Sheet) -> str:
    """Draw a sheet as a page; whatever was typed is text, never markup."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="vi"><head><meta charset="utf-8">'
    yield f"<title>{_text(sheet.name)}</title>"
    yield f"<style>\n{_style(sheet.paper)}</style></head><body>"
    yield from map(_title, sheet.title_lines)
    yield "<table><colgroup>"
    yield from (f'<col style="width: {column.share:.1%}">' for column in sheet.columns)
    yield "</colgroup><thead><tr>"
    yield from (f"<th>{_text(column.title)}</th>" for column in sheet.columns)
    yield "</tr></thead><tbody>"
    yield from (_row(row, sheet) for row in sheet.rows)
    yield "</tbody></table></body></html>"


def _style(paper: Paper) -> str:
    return _STYLE.format(
        orientation=paper.orientation,
        size=paper.text_size,
        top=paper.top,
        right=paper.right,
        bottom=paper.bottom,
        left=paper.left,
        font=paper.plain_font,
    )


def _title(line: TitleLine) -> str:
    text = _text(line.text)
    if line.is_bold:
        text = f"<b>{text}</b>"
    if line.is_italic:
        text = f"<i>{text}</i>"
    return f'<p class="title">{text}</p>'


def _row(row: Row, sheet: Sheet) -> str:
    match row:
        case GroupRow():
            rest = len(sheet.columns) - 1
            ordinal, text = _text(row.ordinal), _text(row.text)
            return f'<tr><th>{ordinal}</th><td colspan="{rest}"><b>{text}</b></td></tr>'
        case DataRow():
            cells = "".join(
                f'<td class="{column.alignment}">{_bold(_text(text), row.is_bold)}</td>'
                for text, column in zip(row.cells, sheet.columns, strict=True)
            )
            return f"<tr>{cells}</tr>"


def _bold(text: str, is_bold: bool) -> str:
    return f"<b>{text}</b>" if is_bold else text


def _text(text: str) -> str:
    return escape(clean(text)[0])
