"""Word documents: what somebody who reads them sees in their tables."""

from __future__ import annotations

from io import BytesIO
from time import process_time

import pytest
from docx import Document

from tests.builders import TODAY
from tests.intake.files.word import p, package, r, tbl, tc, tr
from tests.intake.tables import APPENDIX, read
from tests.reports.builders import LETTERHEAD, a_report, appendix_sheet, december_rows
from tracker.intake.drafts import TableReading
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.document import tables_of
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.rows import read_table
from tracker.reports.document import document_bytes

COLUMNS = ("TT", "Số/Ký hiệu", "Nội dung", "Thời hạn")
FIRST = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "10/01/2024")
SECOND = ("2", "30/KH-UBND ngày 25/6/2023", "Rà soát", "15/01/2024")
SHORTEST = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"


def found(*body: str) -> list[FoundTable]:
    return list(tables_of(package("".join(body))))


def rows(*body: str) -> list[tuple[int, tuple[str, ...]]]:
    (one,) = found(*body)
    return [(row.line, row.cells) for row in one.table.rows]


def cell(content: str) -> str:
    """What is seen of a cell, beside one that says that it is a table."""
    return rows(tbl(tr("x", tc(content))))[0][1][1]


def reading(data: bytes) -> list[TableReading]:
    return [read_table(one.table, today=TODAY) for one in tables_of(data)]


def trouble(data: bytes) -> FileTrouble:
    with pytest.raises(UnreadableFile) as refused:
        list(tables_of(data))
    return refused.value.trouble


def written_by_library(text: str) -> bytes:
    """A pasted text as ``python-docx`` writes it: each run of rows as wide as another a table."""
    document = Document()
    table, width = None, 0
    for line in text.split("\n"):
        cells = line.replace("<b>", "").replace("</b>", "").split("\t")
        if len(cells) == 1:
            document.add_paragraph(cells[0])
            table = None if cells[0] else table
            continue
        if table is None or len(cells) != width:
            table, width = document.add_table(0, len(cells)), len(cells)
        for place, shown in zip(table.add_row().cells, cells, strict=True):
            place.text = shown
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_an_appendix_cut_by_a_page_gives_what_it_gives_when_pasted() -> None:
    (told,) = reading(written_by_library(APPENDIX))
    assert told.problems == ()
    assert [
        (one.number, one.issued, one.content, one.deadline, one.group) for one in told.drafts
    ] == [
        (one.number, one.issued, one.content, one.deadline, one.group)
        for one in read(APPENDIX).drafts
    ]
    assert [(group.claimed, group.found) for group in told.groups] == [(2, 2), (3, 3), (0, 0)]


def test_our_own_document_is_read_as_it_was_written() -> None:
    written = december_rows()
    data = document_bytes(appendix_sheet(a_report(written), LETTERHEAD))
    drafts = [draft for told in reading(data) for draft in told.drafts]
    assert [problem for told in reading(data) for problem in told.problems] == []
    assert {(one.number, one.content) for one in drafts} == {
        (row.document.number, row.content) for row in written
    }


def test_the_sentences_above_a_table_are_its_first_rows_and_name_its_document() -> None:
    body = (
        *(p(f"Đoạn {number}") for number in range(9)),
        p("Nhiệm vụ tại Quyết định số 50/QĐ-UBND ngày 14/01/2022"),
        p(""),
        tbl(("TT", "Nội dung", "Tiến độ theo kế hoạch"), ("1", "Dự thảo", "Tháng 3 năm 2022")),
    )
    assert [row[0] for row in rows(*body)] == [0, 0, 0, 0, 0, 1, 2]
    (told,) = reading(package("".join(body)))
    assert [(one.number, one.issued) for one in told.drafts] == [("50/QĐ-UBND", "14/01/2022")]


def test_tables_with_a_sentence_between_them_are_apart_and_counted() -> None:
    body = (tbl(COLUMNS, FIRST), p("Tháng 01"), tbl(("", "")), tbl(COLUMNS, SECOND))
    assert [
        (one.number, one.kind, [row.line for row in one.table.rows]) for one in found(*body)
    ] == [
        (1, PlaceKind.TABLE, [1, 2]),
        (2, PlaceKind.TABLE, [1, 2]),
    ]


@pytest.mark.parametrize("second", [(SECOND,), (COLUMNS, SECOND), (("2", "", *SECOND[1:]),)])
def test_a_table_cut_in_two_by_a_page_is_one_and_counted_on(second: tuple[tuple[str, ...]]) -> None:
    body = (tbl(COLUMNS, FIRST), p(""), tbl(*second))
    assert [line for line, _ in rows(*body)] == list(range(1, 3 + len(second)))
    (told,) = reading(package("".join(body)))
    assert [one.deadline for one in told.drafts] == ["10/01/2024", "15/01/2024"]


@pytest.mark.parametrize(
    "other", [("Nơi nhận:", "GIÁM ĐỐC"), ("TT", "Nội dung", "Kinh phí", "Ghi chú")]
)
def test_a_table_of_another_kind_right_below_is_another(other: tuple[str, ...]) -> None:
    assert len(found(tbl(COLUMNS, FIRST), p(""), tbl(other))) == 2


def test_merged_cells_leave_blanks() -> None:
    wide, begun, covered = '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    assert rows(
        tbl(
            COLUMNS,
            tr("I", tc("Đã thực hiện", wide)),
            tr("1", tc("25/KH-UBND", begun), "a", "b"),
            tr("2", tc("25/KH-UBND", covered), "c", "d"),
            tr("e", "f", properties='<w:gridBefore w:val="2"/>'),
        )
    )[1:] == [
        (2, ("I", "Đã thực hiện", "", "")),
        (3, ("1", "25/KH-UBND", "a", "b")),
        (4, ("2", "", "c", "d")),
        (5, ("", "", "e", "f")),
    ]


def test_borders_that_miss_one_another_by_a_hair_make_no_columns() -> None:
    two = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr("TT", tc("Số/Ký hiệu", two), "Nội dung", tc("Thời hạn", two)),
        tr("1", "25/KH-UBND", tc("Phối hợp", two), tc("Quý I", two)),
    )
    assert [cells for _, cells in rows(table)] == [
        COLUMNS,
        ("1", "25/KH-UBND", "Phối hợp", "Quý I"),
    ]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (p("a") + p("b"), "a\nb"),
        (p("a", "<w:r><w:br/></w:r>", "b", "<w:r><w:tab/></w:r>", "c"), "a\nb c"),
        (p("KH", "<w:r><w:noBreakHyphen/></w:r>", "UBND", properties="<w:tabs><w:tab/></w:tabs>"),
         "KH-UBND"),
        (p("thực", "<w:r><w:softHyphen/></w:r>", "hiện"), "thựchiện"),
        (p("a", f"<w:del>{r('b')}</w:del>", f"<w:ins>{r('c')}</w:ins>"), "ac"),
        (p("a", f"<w:moveFrom>{r('b')}</w:moveFrom>", f"<w:moveTo>{r('c')}</w:moveTo>"), "ac"),
        (p("a", properties="<w:rPr><w:del/></w:rPr>") + p("b"), "ab"),
        (p("a", r("b", "<w:vanish/>"), r("c", '<w:vanish w:val="0"/>')), "ac"),
        (p("số", '<w:r><w:footnoteReference w:id="2"/></w:r>', " 1"), "số 1"),
        (p("a", f"<w:hyperlink>{r('b')}</w:hyperlink>", r("c")), "abc"),
        (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>", "b"), "ab"),
        (p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
           f"{r('Chọn')}</w:sdtContent></w:sdt>", "b"), "b"),
        (p('<w:r><w:sym w:char="00B0"/></w:r>', '<w:r><w:sym w:char="F0FC"/></w:r>', "C"), "°C"),
    ],
)  # fmt: skip
def test_of_a_cell_is_kept_what_is_seen(content: str, seen: str) -> None:
    assert cell(content) == seen


def test_of_a_field_the_result_is_seen_and_one_left_open_hides_but_a_paragraph() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    inner = sign("begin") + r("1") + sign("separate") + r("2") + sign("end")
    whole = sign("begin") + code + inner + sign("separate") + r("12") + sign("end")
    assert cell(p("a", *(whole,), "b")) == "a12b"
    assert cell(p("a", sign("begin"), "b") + p("c", sign("end"), sign("separate"))) == "a\nc"


def test_a_number_that_word_counts_marks_a_row_whose_cell_is_blank_otherwise() -> None:
    numbered = p(properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
    body = tbl(*(tr(tc(numbered), f"Việc {place}", "x") for place in (1, 2)), ("", "y", "z"))
    assert [cells[0] for _, cells in rows(body)] == ["1", "2", ""]


def test_a_hidden_row_is_read_and_told_and_a_deleted_one_is_not_there() -> None:
    body = tbl(
        COLUMNS,
        tr(*FIRST, properties="<w:hidden/>"),
        tr(*FIRST, properties="<w:del/>"),
        tr(*SECOND, properties="<w:ins/>"),
    )
    (one,) = found(body)
    assert [row.cells for row in one.table.rows] == [COLUMNS, FIRST, SECOND]
    assert one.remarks == (RemarkedLines(remark=SheetRemark.HIDDEN_ROWS, lines=(2,)),)


def test_tables_are_found_in_cells_controls_and_boxes_once_each() -> None:
    inner = tbl(("trong", "ô"))
    text = f"<w:txbxContent>{tbl(('trong', 'hộp'))}</w:txbxContent>"
    box = f"<w:pict><v:textbox>{text}</v:textbox></w:pict>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        tbl(tr("ngoài", tc(p("trên") + inner + p("dưới")))),
        p("Giữa", f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"),
        f"<w:sdt><w:sdtContent>{tbl(tr('trong', 'điều khiển'))}</w:sdtContent></w:sdt>",
    )
    assert [[row.cells for row in one.table.rows] for one in found(*body)] == [
        [("ngoài", "trên\ndưới")],
        [("trên",), ("trong", "ô")],
        [("trong", "hộp")],
        [("Giữa",), ("trong", "điều khiển")],
    ]


def test_rows_and_cells_inside_controls_are_in_their_table() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>"
    one = f"<w:sdt><w:sdtContent>{tc('d')}</w:sdtContent></w:sdt>"
    assert rows(f"<w:tbl>{row}<w:tr>{tc('c')}{one}</w:tr></w:tbl>") == [
        (1, ("a", "b")),
        (2, ("c", "d")),
    ]


def test_a_document_without_a_register_gives_its_paragraphs_as_a_list() -> None:
    head = tbl(
        ("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 12/BC-SNV", "Bắc Giang, ngày 05 tháng 12 năm 2023"),
    )
    table, text = found(
        head, p("25/KH-UBND ngày 24/5/2023 Phối hợp"), p(""), p("30/KH-UBND ngày 25/6/2023 Rà soát")
    )
    assert (text.kind, text.table.has_columns) == (PlaceKind.TEXT, False)
    assert [row.line for row in text.table.rows] == [1, 3]
    assert len(read_table(text.table, today=TODAY).drafts) == 2
    told = read_table(table.table, today=TODAY)
    assert (told.drafts, told.problems) == ((), ())


def test_the_other_tables_of_a_report_are_no_problems() -> None:
    body = (
        tbl(("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc")),
        p("Phụ lục"),
        tbl(COLUMNS, FIRST),
        tbl(("Nơi nhận:\n- UBND tỉnh;", "KT. GIÁM ĐỐC")),
        p("Biểu"),
        tbl(("Chỉ tiêu", "Đơn vị", "Năm"), ("Số đề tài được nghiệm thu", "đề tài", "9")),
        p("Danh sách"),
        tbl(("TT", "Nội dung", "Kinh phí", "Ghi chú"), ("1", "Mua sắm", "100", "")),
    )
    told = reading(package("".join(body)))
    assert [len(one.drafts) for one in told] == [0, 1, 0, 0, 0]
    assert [one.problems for one in told] == [()] * 5


def test_other_names_of_the_same_elements_are_known() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    (one,) = tables_of(package(tbl(COLUMNS, FIRST), names=strict))
    assert [row.cells for row in one.table.rows] == [COLUMNS, FIRST]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        package(tbl(COLUMNS))[:-40],
        package("<w:p>"),
        package("<w:p/>").replace(b"word/document.xml", b"word/documint.xml"),
        package("<w:tbl>" * 3000 + "</w:tbl>" * 3000),
    ],
    # A package holds the time it was made at, and every worker makes its own.
    ids=["empty", "begun", "cut", "unclosed", "unnamed", "deep"],
)
def test_a_damaged_document_is_refused(data: bytes) -> None:
    assert trouble(data) is FileTrouble.DAMAGED


def test_entities_are_refused_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    assert trouble(package(p("&a;&b;"), before=bomb)) is FileTrouble.ENTITIES


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:tbl>{SHORTEST * 25_001}</w:tbl>", FileTrouble.TOO_MANY_ROWS),
        (tbl(tr(*["a"] * 257)), FileTrouble.TOO_MANY_COLUMNS),
    ],
    ids=["rows", "columns"],
)
def test_a_document_without_end_is_refused(body: str, expected: FileTrouble) -> None:
    assert trouble(package(body)) is expected


def test_a_wide_merge_takes_no_room() -> None:
    began = process_time()
    merged = tc("a", '<w:gridSpan w:val="999999999999"/>')
    assert rows(tbl(tr(merged, merged, "b"), ("c", "d")))[1][1] == ("c", "d")
    assert process_time() - began < 5
