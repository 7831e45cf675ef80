"""Text files: tables without an end, bytes without an encoding, pages without a structure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Unpack

from tests.intake.heldout.case import (
    REFUSED,
    ROWS,
    SECRET,
    HostileFile,
    More,
    Traps,
    hostile,
    luring,
)
from tests.intake.heldout.compound import MAGIC
from tests.intake.heldout.office import REGISTER, Table, docx, ods, xlsx
from tests.intake.tables import HEADINGS

MEBIBYTE = 1 << 20


def table_text(table: Table = REGISTER, comma: str = ",") -> str:
    """The register as programs write it for others to read."""
    out = io.StringIO()
    csv.writer(out, delimiter=comma).writerows(table)
    return out.getvalue()


def page(table: Table = REGISTER, *, head: str = "") -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in table)
    return (
        f'<html><head><meta charset="utf-8">{head}</head><body><table>{rows}</table></body></html>'
    )


def _csv(name: str, why: str, make: Callable[[], bytes | str], **more: Unpack[More]) -> HostileFile:
    """A table of this text, or of these bytes."""

    def encoded() -> bytes:
        made = make()
        return made.encode() if isinstance(made, str) else made

    return hostile(name, why, "csv", encoded, **more)


def _page(
    name: str, why: str, make: Callable[[Traps], str], ending: str = "html", **more: Unpack[More]
) -> HostileFile:
    """A page of this text."""
    return luring(name, why, ending, lambda traps: make(traps).encode(), **more)


def _with_second(content: str) -> str:
    """The register, the content of whose second task is another."""
    second = (*ROWS[1][:2], content, *ROWS[1][3:])
    return table_text((HEADINGS, ROWS[0], second, ROWS[2]))


def _unbalanced(size: int) -> str:
    """A quotation mark that opens in the second row, and never closes."""
    return table_text() + '4,"12/UBND-NC ngày 03/11/2023,' + "a,b\n" * (size // 4)


def _alternating(size: int) -> str:
    return table_text() + '"a""b,"\n""' * (size // 10)


TABLES: tuple[HostileFile, ...] = (
    _csv("one-long-line", "a line of twenty megabytes", lambda: "a" * 20_000_000, most=0),
    _csv("one-long-cell", "a cell of fifteen megabytes in an honest register",
         lambda: _with_second("a" * 15_000_000)),
    _csv("million-columns", "a line of a million columns", lambda: "," * 1_000_000, most=0),
    _csv("million-columns-behind", "a register, each row of which has a million columns more",
         lambda: "\n".join(line + "," * 1_000_000 for line in table_text().splitlines())),
    _csv("million-lines", "a million empty lines in a register",
         lambda: table_text() + "\n" * 1_000_000 + table_text()),
    _csv("million-short-lines", "a million lines of a letter", lambda: "a\n" * 1_000_000, most=0),
    _csv("million-tasks", "two hundred thousand tasks in nine megabytes",
         lambda: table_text((HEADINGS, *(
             (str(at), f"{at}/UBND-NC ngày 03/11/2023", "Rà", "", "", "", "")
             for at in range(200_000)))), most=200_000),
    _csv("quote-never-closed", "a quotation mark that never closes, ten megabytes",
         lambda: _unbalanced(10 * MEBIBYTE), quick=True),
    _csv("quote-never-closed-at-once", "ten megabytes behind one quotation mark",
         lambda: '"' + "\n" * (10 * MEBIBYTE), most=0),
    _csv("quotes-in-disorder", "four megabytes of quotation marks in disorder",
         lambda: _alternating(4 * MEBIBYTE)),
    _csv("quotes-only", "ten megabytes of quotation marks", lambda: '"' * (10 * MEBIBYTE), most=0),
    _csv("separators-mixed", "a separator of another kind in each row",
         lambda: "\n".join(sign.join(row) for sign, row in zip(",;\t|", REGISTER, strict=True))),
    _csv("separators-all", "all separators everywhere",
         lambda: ",;\t|" * MEBIBYTE, most=0),
    _csv("separator-line", "the line by which Excel is told of the separator, and a lie",
         lambda: "sep=|\n" + table_text()),
    _csv("cr-only", "lines end as on a Macintosh", lambda: "\r".join(table_text().splitlines())),
    _csv("strange-lines", "lines end as nowhere",
         lambda: "\u2028".join(table_text().splitlines()) + "\x0b\x0c\x1c\x1d\x1e\x85"),
    _csv("formulas", "cells that act in a spreadsheet",
         lambda: _with_second("=cmd|' /C calc'!A0")),
    _csv("markup", "cells that act on a screen",
         lambda: _with_second("[@click=app.quit]x[/] <script>1</script>")),
    _csv("ragged", "rows of all lengths",
         lambda: table_text() + "\n".join("x," * (at % 300) for at in range(3_000))),
    _csv("headings-again", "the headings a thousand times",
         lambda: table_text((*(HEADINGS,) * 1_000, *ROWS))),
    _csv("headings-only", "headings, and no task", lambda: table_text((HEADINGS,)), most=0),
)  # fmt: skip

ENCODINGS: tuple[HostileFile, ...] = (
    luring("empty", "no bytes", "csv", lambda _: b"", codes=REFUSED),
    luring("empty-xlsx", "a workbook of no bytes", "xlsx", lambda _: b"", codes=REFUSED),
    luring("mark-only", "a byte order mark and nothing more", "csv", lambda _: b"\xef\xbb\xbf",
           codes=REFUSED),
    luring("mark-only-utf-16", "a byte order mark and nothing more", "csv", lambda _: b"\xff\xfe",
           codes=REFUSED),
    luring("blanks-only", "a megabyte of blanks",
           "txt", lambda _: b" " * MEBIBYTE, codes=REFUSED),
    luring("lines-only", "a megabyte of line ends", "csv",
           lambda _: b"\r\n" * MEBIBYTE, codes=REFUSED),
    luring("nulls-only", "a megabyte of zeros", "csv", lambda _: b"\0" * MEBIBYTE, codes=REFUSED),
    luring("controls-only", "nothing but control characters", "txt",
           lambda _: bytes(range(1, 32)) * 1_000, codes=REFUSED),
    _csv("nulls-between", "a zero between any two bytes, in UTF-8",
         lambda: b"\0".join(bytes([byte]) for byte in table_text().encode())),
    _csv("null-in-a-cell", "a zero in a cell", lambda: table_text().replace("thống", "th\0ng")),
    _csv("escapes", "cells that act on a terminal",
         lambda: _with_second("\x1b]0;x\x07\x1b[2J\x9b31m\u202eđảo\u2066\u200b"), quick=True),
    _csv("utf-16-odd", "UTF-16 with a byte too many",
         lambda: table_text().encode("utf-16") + b"\n"),
    _csv("utf-16-cut", "UTF-16 with a byte too few", lambda: table_text().encode("utf-16")[:-1]),
    _csv("utf-16-surrogates", "halves of characters in UTF-16",
         lambda: table_text().encode("utf-16-le").join((b"\xff\xfe", b"\x00\xd8\x41\x00\x00\xdc"))),
    _csv("utf-16-without-mark", "UTF-16 without a mark", lambda: table_text().encode("utf-16-le")),
    _csv("utf-16-of-noise", "a mark of UTF-16 before bytes of UTF-8",
         lambda: b"\xff\xfe" + table_text().encode()),
    _csv("utf-32", "UTF-32", lambda: table_text().encode("utf-32")),
    _csv("utf-7", "UTF-7", lambda: table_text().encode("utf-7")),
    _csv("utf-8-surrogates", "halves of characters in UTF-8",
         lambda: _with_second("x").encode().replace(b"x", b"\xed\xa0\x80")),
    _csv("utf-8-overlong", "characters written longer than need be",
         lambda: _with_second("x").encode().replace(b"x", b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80")),
    _csv("utf-8-cut", "the last character is cut", lambda: table_text().encode()[:-9]),
    _csv("utf-8-one-wrong-byte", "one wrong byte in eight megabytes",
         lambda: table_text().encode() + b"x\n" * (4 * MEBIBYTE) + b"\x81"),
    _csv("cp1258", "the code page of an old Windows",
         lambda: "TT,Ng\u00e0y,N\u00f4i dung\n1,10/12/2023,R\u00e0 so\u00e1t\n".encode("cp1258"),
         most=1),
    _csv("cp1258-of-noise", "all bytes of a code page in disorder",
         lambda: b"TT,\xd2\xd2\xcc\xcc\xec\xf2\xde,\xff\n" + bytes(range(128, 256)) * 2_000,
         most=0),
    _csv("encodings-mixed", "each row in another encoding",
         lambda: b"\n".join(
             ",".join(row).encode(name, "replace") for name, row in
             zip(("utf-8", "utf-16-le", "cp1252", "cp437"), REGISTER, strict=True))),
    _csv("mark-in-the-middle", "marks in the middle of the text",
         lambda: table_text().replace("\r\n", "\r\n\ufeff\ufffe")),
    _csv("marks-many", "accents heaped on one letter",
         lambda: _with_second("a" + "\u0301\u0323" * 500_000)),
    _csv("not-characters", "code points that are no characters",
         lambda: _with_second("\ufffe\uffff\U0001fffe\U0010ffff\ufdd0")),
    luring("noise", "noise named as a table", "csv",
           lambda _: bytes((at * at * 31 + at // 7) & 0xFF for at in range(100_000)), most=0),
    luring("noise-txt", "noise named as text", "txt",
           lambda _: bytes((at * at * 17 + at // 3) & 0xFF for at in range(100_000)), most=0),
)  # fmt: skip

PAGES: tuple[HostileFile, ...] = (
    _page("rows-spanned", "a cell over a billion rows and columns",
          lambda _: page().replace("</table>", '<tr><td rowspan="1000000000" '
                                               'colspan="1000000000">x</td></tr></table>')),
    _page("rows-spanned-oddly", "cells over senseless numbers of rows",
          lambda _: page().replace("<td>", '<td rowspan="-1" colspan="NaN">', 9).replace(
              "<td>", f'<td colspan="{"9" * 5_000}">', 2)),
    _page("rows-spanned-often", "two thousand cells over a thousand rows and columns each",
          lambda _: page().replace("</table>", '<tr><td rowspan="1000" colspan="1000">x</td></tr>'
                                   * 2_000 + "</table>")),
    _page("tags-never-closed", "a million tags that never close", lambda _: "<div>" * 1_000_000
          + page()),
    _page("tables-never-closed", "two hundred thousand tables within one another",
          lambda _: "<table><tr><td>" * 200_000, most=0),
    _page("tags-closed-only", "a million tags that close what was never open",
          lambda _: "</td></tr></table>" * 300_000 + page()),
    _page("tag-without-end", "a tag of ten megabytes",
          lambda _: page() + "<td " + "a=1 " * 2_500_000, most=3),
    _page("comment-without-end", "a comment of ten megabytes",
          lambda _: page() + "<!--" + "-" * 10_000_000),
    _page("angles-only", "four megabytes of opening brackets", lambda _: "<" * 4_000_000, most=0),
    _page("angles-and-marks", "four megabytes of what might be declarations",
          lambda _: "<!" * 2_000_000, most=0),
    _page("entities-many", "a million references to characters",
          lambda _: page().replace("Sở", "&amp;#x110;&Agrave;" * 500_000)),
    _page("entities-senseless", "references to characters that are none",
          lambda _: page().replace("Sở", "&#0;&#x1b;[31m&#xD800;&#99999999999;&bogus;&#x202e;")),
    _page("script", "a page with programs and frames",
          lambda traps: page(head=f"<script src='{traps.url}'></script><base href='{traps.url}'>"
                                  f"<iframe src='{traps.secret}'></iframe>")),
    _page("page-that-reaches-out", "a page with a document type on a server",
          lambda traps: f'<!DOCTYPE x SYSTEM "{traps.url}" [<!ENTITY e SYSTEM "{traps.secret}">]>'
                        + page().replace("Sở", "Sở &e;")),
    _page("page-of-excel", "a page that Excel would open, named as a workbook",
          lambda _: page(), ending="xls"),
    _page("page-named-xlsx", "a page, named as a workbook of today", lambda _: page(),
          ending="xlsx"),
    _page("page-in-utf-16", "a page that says it is UTF-8, in UTF-16",
          lambda _: page().encode("utf-16").decode("latin-1"), most=3),
    _page("no-table-in-page", "a page without a table", lambda _: "<p>Kính gửi", most=0),
    _page("xml-of-excel-2003", "a workbook in the XML of 2003",
          lambda _: f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "{SECRET}">]><Workbook '
                    'xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>'
                    "&e;</Data></Cell></Row></Table></Worksheet></Workbook>", ending="xml", most=0),
    _page("rtf", "a document of WordPad", lambda _: r"{\rtf1\object\objdata 0105}" + "{" * 200_000,
          ending="rtf", most=0),
)  # fmt: skip

RENAMED: tuple[HostileFile, ...] = (
    luring("xlsx-named-csv", "a workbook named as a table", "csv", lambda _: xlsx()),
    luring("xlsx-named-txt", "a workbook named as text", "txt", lambda _: xlsx()),
    luring("xlsx-named-xls", "a workbook of today named as an old one", "xls", lambda _: xlsx(),
           ),
    luring("xlsx-named-docx", "a workbook named as a document", "docx", lambda _: xlsx()),
    luring("docx-named-xlsx", "a document named as a workbook", "xlsx", lambda _: docx()),
    luring("ods-named-xlsx", "a spreadsheet of LibreOffice named as a workbook",
           "xlsx", lambda _: ods(),
           ),
    luring("csv-named-xlsx", "a table named as a workbook", "xlsx", lambda _: table_text().encode(),
           ),
    luring("csv-named-docx", "a table named as a document", "docx", lambda _: table_text().encode(),
           ),
    luring("csv-named-xls", "a table named as an old workbook",
           "xls", lambda _: table_text().encode(),
           ),
    luring("no-ending", "a workbook without an ending", "", lambda _: xlsx()),
    luring("ending-unknown", "a workbook with an unknown ending", "dat", lambda _: xlsx()),
    luring("program", "a program",
           "xlsx", lambda _: b"\x7fELF\2\1\1" + b"\0" * 9_000, codes=REFUSED),
    luring("picture", "a picture",
           "docx", lambda _: b"\x89PNG\r\n\x1a\n" + b"\0" * 9_000, codes=REFUSED),
    luring("pdf", "a PDF", "pdf", lambda _: b"%PDF-1.7\n" + b"1 0 obj\n" * 999, codes=REFUSED),
    luring("pdf-named-xlsx", "a PDF named as a workbook",
           "xlsx", lambda _: b"%PDF-1.7\n" + b"1 0 obj\n" * 999,
           codes=REFUSED),
    luring("gzip", "a packed file",
           "csv", lambda _: b"\x1f\x8b\x08" + b"\0" * 999, codes=REFUSED),
    luring("archive-of-something", "an archive of 7-Zip and one of RAR", "xlsx",
           lambda _: b"7z\xbc\xaf\x27\x1cRar!\x1a\x07\0" * 99, codes=REFUSED),
    luring("many-kinds-at-once", "the marks of all kinds, one behind the other", "xls",
           lambda _: b"PK\3\4" + MAGIC + b"\xef\xbb\xbf<html>%PDF-", codes=REFUSED),
    luring("shortcut", "a shortcut of Windows", "lnk", lambda _: b"L\0\0\0\1\x14\2\0" + b"\0" * 500,
           codes=REFUSED),
)  # fmt: skip

FILES: tuple[HostileFile, ...] = (*TABLES, *ENCODINGS, *PAGES, *RENAMED)
