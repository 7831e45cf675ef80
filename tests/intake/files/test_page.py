"""Web pages: the tables that somebody who opens them sees."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from tests.builders import TODAY
from tests.intake.files.encodings import in_cp1258, in_tcvn3
from tests.reports.builders import LETTERHEAD, a_report, appendix_sheet, december_rows
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.files.page import tables_of
from tracker.intake.old_fonts import OldFont
from tracker.intake.rows import read_table
from tracker.reports.html import sheet_html

COLUMNS = ("TT", "Số/Ký hiệu", "Nội dung", "Thời hạn")
FIRST = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "10/01/2024")
SECOND = ("2", "30/KH-UBND ngày 25/6/2023", "Rà soát", "15/01/2024")


def html(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def found(page: str | bytes) -> list[FoundTable]:
    return list(tables_of(page.encode() if isinstance(page, str) else page))


def rows(page: str | bytes) -> list[tuple[int, tuple[str, ...]]]:
    (one,) = found(page)
    return [(row.line, row.cells) for row in one.table.rows]


def cell(content: str) -> str:
    return rows(f"<table><tr><td>x<td>{content}</table>")[0][1][1]


def test_a_page_gives_its_table_and_the_sentences_above_it() -> None:
    head = "<html><head><title>x</title></head><body><h1>Phụ lục</h1><p>Tháng<br>12</p>"
    assert rows(head + html(COLUMNS, FIRST)) == [
        (0, ("Phụ lục",)),
        (0, ("Tháng",)),
        (0, ("12",)),
        (1, COLUMNS),
        (2, FIRST),
    ]


def test_our_own_page_is_read_as_it_was_written() -> None:
    written = december_rows()
    page = sheet_html(appendix_sheet(a_report(written), LETTERHEAD))
    told = [read_table(one.table, today=TODAY) for one in found(page)]
    assert [one.problems for one in told if one.problems] == []
    assert {(one.number, one.content) for reading in told for one in reading.drafts} == {
        (row.document.number, row.content) for row in written
    }


def test_merged_cells_leave_blanks() -> None:
    page = (
        "<table><tr><th rowspan=2>TT<th colspan='2'>Văn bản<th rowspan=\"2\">Nội dung"
        "<tr><th>Số<th>Ngày<tr><td>1<td rowspan=0>a<td>b<td>c</table>"
    )
    assert [cells for _, cells in rows(page)] == [
        ("TT", "Văn bản", "", "Nội dung"),
        ("", "Số", "Ngày", ""),
        ("1", "a", "b", "c"),
    ]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ("a  b\n c", "a b c"),
        ("a<br style='x'/>b<p>c</p><p>d</p>", "a\nb\nc\nd"),
        ("KH&amp;CN &lt;x&gt; &#7879;&nbsp;&eth;", "KH&CN <x> ệ ð"),
        ("a<!-- <td>b</td> -->c", "ac"),
        ("<b>a</b><font size=3>b</font><span style='a:\"b>\"'>c</span>", "abc"),
        ("a<script>'</td><td>'</script><style>td{}</style>b", "ab"),
        ("<![if !supportLists]>- <![endif]>a", "- a"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        (f"a&#{'9' * 5000};b", "a\ufffdb"),
    ],
)
def test_of_a_cell_is_kept_what_is_seen(content: str, seen: str) -> None:
    assert cell(content) == seen


def test_what_is_left_open_is_closed_and_what_was_never_opened_is_passed_over() -> None:
    assert rows("</table></td><table><td>a<td>b<tr><td>c</tr></tr><td>d") == [
        (1, ("a", "b")),
        (2, ("c",)),
        (3, ("d",)),
    ]


def test_a_hidden_row_is_read_and_told() -> None:
    (one,) = found(html(COLUMNS) + html(FIRST).replace("<tr>", "<tr style='Display : None'>"))
    assert [row.cells for row in one.table.rows] == [COLUMNS, FIRST]
    assert one.remarks == (RemarkedLines(remark=SheetRemark.HIDDEN_ROWS, lines=(2,)),)


def test_tables_in_tables_are_found_once_each() -> None:
    page = f"<table><tr><td>Phụ lục<br>{html(COLUMNS, FIRST)}cuối</td></tr></table>{html(SECOND)}"
    assert [[row.cells for row in one.table.rows] for one in found(page)] == [
        [("Phụ lục\ncuối",)],
        [("Phụ lục",), COLUMNS, FIRST],
        [SECOND],
    ]


def test_a_page_without_a_register_gives_its_text_as_a_list() -> None:
    (one,) = found("<p>25/KH-UBND ngày 24/5/2023 Phối hợp<p>30/KH-UBND ngày 25/6/2023 Rà soát")
    assert (one.kind, one.table.has_columns) == (PlaceKind.TEXT, False)
    assert len(read_table(one.table, today=TODAY).drafts) == 2


@pytest.mark.parametrize(
    ("said", "data"),
    [
        ("utf-8", html(FIRST).encode()),
        ("", html(FIRST).encode("utf-8-sig")),
        (
            "windows-1252",
            html(FIRST).encode()[:0] + html(FIRST).encode("ascii", "xmlcharrefreplace"),
        ),
        ("windows-1258", in_cp1258(html(FIRST))),
        ("", in_cp1258(html(FIRST))),
        ("utf-8", in_cp1258(html(FIRST))),
        ("unicode", html(FIRST).encode("utf-16")),
        ("x-unknown", html(FIRST).encode()),
    ],
)
def test_the_encoding_is_told_by_the_page_where_that_can_be(said: str, data: bytes) -> None:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={said}'>".encode()
    page = data if said in ("", "unicode") else meta + data
    assert rows(page) == [(1, FIRST)]


def test_an_old_font_is_left_as_it_is() -> None:
    page = f"<meta charset=windows-1252>{html(COLUMNS, FIRST)}"
    (one,) = found(in_tcvn3(page).encode("cp1252"))
    (draft,) = read_table(one.table, today=TODAY, font=OldFont.TCVN3).drafts
    assert (draft.number, draft.content) == ("25/KH-UBND", "Phối hợp")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table>" + "<tr><td>a" * 25_001, FileTrouble.TOO_MANY_ROWS),
        ("<table><tr>" + "<td>a" * 300, FileTrouble.TOO_MANY_COLUMNS),
        ("<table><tr><td colspan=99999>a", FileTrouble.TOO_MANY_COLUMNS),
        ("\x00\x01\x02" * 50, FileTrouble.NO_LETTERS),
    ],
    ids=["rows", "cells", "colspan", "binary"],
)
def test_a_page_without_end_is_refused(page: str, expected: FileTrouble) -> None:
    with pytest.raises(UnreadableFile) as refused:
        found(page)
    assert refused.value.trouble is expected


@pytest.mark.parametrize(
    "piece",
    ["<", "<!", "<a ", '<td a="', "<!--", "&#", "<table>", "<table><tr><td>a", "<![if x]>", "</",
     "<script>", "<a b='\"", "<td colspan=", "a<p>", "<a b=''"],
)  # fmt: skip
def test_a_long_page_takes_time_in_proportion(piece: str) -> None:
    began = process_time()
    with suppress(UnreadableFile):
        found(piece * (60_000 // len(piece)))
    assert process_time() - began < 5
