"""From rows of cells to drafts, with every awkward shape that real tables have."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from tests.builders import TODAY
from tests.intake.tables import APPENDIX, FIRST, HEADINGS, lines, only, read
from tracker.core.directive import Group
from tracker.intake.drafts import Draft, Field, ProblemKind, RowKind
from tracker.intake.legibility import in_unicode
from tracker.intake.old_fonts import OldFont
from tracker.intake.raw_table import RawRow, RawTable, cell_text
from tracker.intake.rows import read_table


def test_an_appendix_gives_all_its_rows_whole_and_none_twice() -> None:
    reading = read(APPENDIX)
    assert reading.problems == ()
    assert reading.drafts == (
        Draft(
            line=5,
            number="601/UBND-NC",
            issued="03/11/2023",
            content="Chủ trì rà soát thủ tục hành chính của Sở",
            deadline="10/12/2023",
            completed="27/11/2023",
            progress="Đúng hạn",
            result="151/KHCN-VP Ngày 27/11/2023",
            group=Group.DONE,
        ),
        Draft(
            line=6,
            number="33/TB-UBND",
            issued="21/7/2023",
            content="TB Kết luận của Phó Chủ tịch tại buổi làm việc",
            completed="30/10/2023",
            progress="Đúng hạn",
            result="298/BC-KHCN Ngày 30/10/2023",
            group=Group.DONE,
        ),
        Draft(
            line=9,
            number="379/UBND-KGVX",
            issued="10/7/2023",
            content="V/v triển khai Thông tư số 14/2023/TT-BKHCN ngày 30/6/2023",
            progress="Chưa đến hạn",
            group=Group.IN_PROGRESS,
        ),
        Draft(
            line=10,
            number="25/KH-UBND",
            issued="24/5/2023",
            content="V/v phối hợp với tỉnh Thái Nguyên",
            deadline="10/01/2024",
            progress="Chưa đến hạn",
            group=Group.IN_PROGRESS,
        ),
        Draft(
            line=11,
            number="31/KH-UBND",
            issued="25/6/2023",
            content="Kế hoạch đẩy mạnh thực hiện các nội dung phối hợp với tỉnh Hải Dương",
            deadline="15/1/2024",
            progress="Chưa đến hạn",
            group=Group.IN_PROGRESS,
            joined_lines=(13,),
        ),
    )


@pytest.mark.parametrize(
    ("deadline", "read_deadline", "turn"),
    [
        ("Trước ngày 25 hằng tháng (kỳ 25/11/2026)", "Trước ngày 25 hằng tháng", "2026-11-25"),
        ("Hằng tháng (kỳ 31/02/2026)", "Hằng tháng (kỳ 31/02/2026)", ""),
        ("25/11/2026", "25/11/2026", ""),
    ],
)
def test_the_mark_of_a_turn_is_no_part_of_the_deadline(
    deadline: str, read_deadline: str, turn: str
) -> None:
    draft = only(lines(HEADINGS, (*FIRST[:3], deadline, *FIRST[4:])))
    assert (draft.deadline, draft.turn) == (read_deadline, turn)


def test_the_parts_of_an_appendix_are_counted() -> None:
    assert [(one.line, one.group, one.claimed, one.found) for one in read(APPENDIX).groups] == [
        (4, Group.DONE, 2, 2),
        (8, Group.IN_PROGRESS, 3, 3),
        (14, Group.NOT_STARTED, 0, 0),
    ]


def test_what_is_no_directive_is_told_as_what_it_is() -> None:
    text = lines(
        ("Phụ lục",),
        HEADINGS,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
        ("A", "NHIỆM VỤ CỦA CHÍNH PHỦ", "", "", "", "", ""),
        FIRST,
        ("", "Tổng cộng", "01", "", "", "", ""),
        ("Nơi nhận:", "KT. GIÁM ĐỐC"),
        ("- UBND tỉnh (b/c);", "PHÓ GIÁM ĐỐC"),
        ("- Lưu: VT.", "Lê Văn A"),
    )
    reading = read(text)
    assert [draft.number for draft in reading.drafts] == ["601/UBND-NC"]
    assert reading.problems == ()
    assert [(one.line, one.kind) for one in reading.passed_over] == [
        (1, RowKind.TEXT),
        (2, RowKind.HEADING),
        (3, RowKind.COLUMN_NUMBERS),
        (4, RowKind.SECTION),
        (6, RowKind.TOTAL),
        (7, RowKind.SIGNATURE),
        (8, RowKind.SIGNATURE),
        (9, RowKind.SIGNATURE),
    ]


def test_a_whole_report_around_the_table_is_passed_over() -> None:
    text = "\n".join(
        [
            "UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: /BC-KHCN\tBắc Giang, ngày tháng 12 năm 2023",
            "Thực hiện Công văn số 77/UBND-TH ngày 01/12/2023, Sở báo cáo như sau:",
            "- Đã thực hiện (hoàn thành): 02 nhiệm vụ, thực hiện chậm: 0.",
            APPENDIX,
            "Trên đây là báo cáo của Sở; trong thời gian tới Sở tiếp tục thực hiện các nhiệm vụ.",
            "Đề tài\tKinh phí",
            "Nghiên cứu giống lúa mới\t100",
        ]
    )
    reading = read(text)
    assert [draft.line for draft in reading.drafts] == [9, 10, 13, 14, 15]
    assert (len(reading.groups), reading.problems) == (3, ())


def test_a_blank_deadline_without_headings_does_not_take_the_name_beside_it() -> None:
    reading = read(
        lines(
            ("31/KH-UBND", "24/5/2023", "Phối hợp với tỉnh Cao Bằng", "10/01/2024", "Sở Nội vụ"),
            ("32/KH-UBND", "25/5/2023", "Phối hợp với tỉnh Lào Cai", "", "Sở Tài chính"),
        )
    )
    assert [draft.deadline for draft in reading.drafts] == ["10/01/2024", ""]
    assert [draft.unused for draft in reading.drafts] == [("Sở Nội vụ",), ("Sở Tài chính",)]


def test_headings_on_every_page_are_each_followed() -> None:
    second = ("", *HEADINGS)
    text = lines(HEADINGS, FIRST, second, ("", "2", *FIRST[1:]))
    assert [draft.deadline for draft in read(text).drafts] == ["10/12/2023"] * 2


def test_a_program_may_leave_out_a_column_or_the_blank_end_of_a_row() -> None:
    short = ("3", "25/KH-UBND ngày 24/5/2023", "Phối hợp")
    text = lines(HEADINGS, FIRST, FIRST[1:], short, (*short, "", "30/10/2023"))
    drafts = read(text).drafts
    assert [draft.number for draft in drafts] == ["601/UBND-NC"] * 2 + ["25/KH-UBND"] * 2
    assert [draft.completed for draft in drafts] == ["27/11/2023"] * 2 + ["", "30/10/2023"]


def test_a_table_that_lost_its_blank_cells_is_read_all_the_same() -> None:
    shortened = "\n".join(
        "\t".join(filter(None, line.split("\t"))) for line in APPENDIX.split("\n")
    )
    told = [replace(draft, joined_lines=()) for draft in read(APPENDIX).drafts[:4]]
    assert list(read(shortened).drafts[:4]) == told


def test_number_and_date_may_have_columns_of_their_own() -> None:
    text = lines(
        ("STT", "Văn bản giao", "", "Trích yếu", "Hạn xử lý", "Đơn vị", "", "Ghi chú"),
        ("", "Số", "Ngày", "", "", "Chủ trì", "Phối hợp", ""),
        ("1", "25/KH-UBND", "24/5/2023", "Phối hợp", "Quý I/2024", "Văn phòng", "Sở A, Sở B", "x"),
    )
    assert only(text) == Draft(
        line=3,
        number="25/KH-UBND",
        issued="24/5/2023",
        content="Phối hợp",
        deadline="Quý I/2024",
        unit="Văn phòng",
        supporting_units="Sở A, Sở B",
        note="x",
    )


@pytest.mark.parametrize(
    "cell",
    [
        "25/KH-UBND\nngày 24/5/2023",
        "Kế hoạch số 25/KH-UBND ngày 24/5/2023 của UBND tỉnh",
        "Ngày 24/5/2023, số 25/KH-UBND",
        "25 / KH-UBND (24/5/2023)",
    ],
)
def test_a_document_is_found_in_its_cell_however_it_is_written(cell: str) -> None:
    draft = only(f'TT\tSố/Ký hiệu\tNội dung\n1\t"{cell}"\tPhối hợp')
    assert (draft.number, draft.issued) == ("25/KH-UBND", "24/5/2023")


def test_a_table_without_headings_is_read_by_what_its_cells_look_like() -> None:
    text = lines(
        FIRST,
        ("2", "33/TB-UBND Ngày 21/7/2023", "Kết luận", "", "30/10/2023", "Đúng hạn", ""),
        ("3", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "10/01/2024", "", "Chưa đến hạn", ""),
    )
    told = [(one.number, one.deadline, one.completed, one.progress) for one in read(text).drafts]
    assert told == [
        ("601/UBND-NC", "10/12/2023", "27/11/2023", "Đúng hạn"),
        ("33/TB-UBND", "", "30/10/2023", "Đúng hạn"),
        ("25/KH-UBND", "10/01/2024", "", "Chưa đến hạn"),
    ]


@pytest.mark.parametrize(
    ("row", "deadline", "completed"),
    [
        (("25/KH-UBND", "24/5/2023", "Phối hợp với tỉnh", "10/01/2024", "Chưa đến hạn"),
         "10/01/2024", ""),
        (("25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh", "10/01/2024", "05/01/2024", "Chậm"),
         "10/01/2024", "05/01/2024"),
        (("25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh", "05/01/2024",
          "9/BC-KHCN ngày 05/01/2024"), "", "05/01/2024"),
        (("25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh", "trước ngày 25 hằng tháng"),
         "trước ngày 25 hằng tháng", ""),
    ],
)  # fmt: skip
def test_a_single_row_is_told_by_its_cells(
    row: tuple[str, ...], deadline: str, completed: str
) -> None:
    draft = only(lines(row))
    assert (draft.number, draft.issued, draft.content) == (
        "25/KH-UBND",
        "24/5/2023",
        "Phối hợp với tỉnh",
    )
    assert (draft.deadline, draft.completed) == (deadline, completed)


def test_one_document_may_stand_over_several_rows() -> None:
    text = lines(
        HEADINGS[:4],
        ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "10/01/2024"),
        ("2", "", "Báo cáo kết quả", "31/12/2023"),
        ("", "", "Tổ chức hội thảo", "15/01/2024"),
        ("3", "26/KH-UBND ngày 24/5/2023", "Rà soát", ""),
    )
    told = [(one.number, one.issued, one.content, one.document_line) for one in read(text).drafts]
    assert told == [
        ("25/KH-UBND", "24/5/2023", "Phối hợp", None),
        ("25/KH-UBND", "24/5/2023", "Báo cáo kết quả", 2),
        ("25/KH-UBND", "24/5/2023", "Tổ chức hội thảo", 2),
        ("26/KH-UBND", "24/5/2023", "Rà soát", None),
    ]


def test_a_row_cut_inside_its_document_is_joined() -> None:
    text = lines(
        HEADINGS[:4],
        ("1", "25/KH-UBND Ngày", "Kế hoạch phối hợp với", "10/01/2024"),
        ("", "24/5/2023", "tỉnh Thái Nguyên", ""),
    )
    draft = only(text)
    assert (draft.number, draft.issued) == ("25/KH-UBND", "24/5/2023")
    assert draft.content == "Kế hoạch phối hợp với tỉnh Thái Nguyên"


def test_a_shifted_row_may_be_cut_above_its_deadline() -> None:
    text = lines(
        HEADINGS,
        ("1", "", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "", "", "", ""),
        ("", "", "", "", "10/01/2024", "", "", ""),
    )
    assert (only(text).deadline, only(text).completed) == ("10/01/2024", "")


def test_a_part_with_another_subject_ends_a_group_and_a_part_within_does_not() -> None:
    text = lines(
        HEADINGS[:3],
        ("I", "ĐÃ THỰC HIỆN: 02", ""),
        ("a)", "Văn phòng", ""),
        ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp"),
        ("B", "NHIỆM VỤ CỦA CHÍNH PHỦ", ""),
        ("1", "26/KH-UBND ngày 24/5/2023", "Rà soát"),
    )
    assert [draft.group for draft in read(text).drafts] == [Group.DONE, None]


def test_a_row_torn_apart_before_its_content_is_joined() -> None:
    text = lines(HEADINGS, ("1", "601/UBND-NC"), ("Ngày 03/11/2023", *FIRST[2:6]))
    draft = only(text)
    assert (draft.issued, draft.content, draft.completed) == (
        "Ngày 03/11/2023",
        "Rà soát thủ tục",
        "27/11/2023",
    )


def test_the_last_cell_may_go_on_in_the_next_line_but_not_below_the_table() -> None:
    text = lines(
        HEADINGS,
        (*FIRST[:6], "151/KHCN-VP"),
        ("Ngày 27/11/2023",),
        ("2", *FIRST[1:]),
        ("Sở báo cáo UBND tỉnh./.",),
        ("ngày 28/11/2023",),
        ("3", *FIRST[1:]),
        ("",),
        ("ngày 29/11/2023",),
    )
    first, second, third = read(text).drafts
    assert first.result == "151/KHCN-VP\nNgày 27/11/2023"
    assert (second.result, third.result) == (FIRST[6], FIRST[6])


def test_rows_that_name_no_document_have_that_of_the_sentence_above() -> None:
    text = lines(
        ("I. Thực hiện các nhiệm vụ tại Quyết định số 50/QĐ-UBND ngày 14/01/2022 của UBND tỉnh",),
        ("TT", "Nội dung", "Tiến độ theo kế hoạch", "Tiến độ thực hiện"),
        ("1", "Soạn Chỉ thị", "Tháng 3 năm 2022", "Đã trình tại Báo cáo số 23/BC-SKHCN"),
        ("2", "Soạn Nghị quyết", "Tháng 6 năm 2022", "Đang lấy ý kiến"),
    )
    told = [(one.number, one.issued, one.document_line, one.deadline) for one in read(text).drafts]
    assert told == [
        ("50/QĐ-UBND", "14/01/2022", 1, "Tháng 3 năm 2022"),
        ("50/QĐ-UBND", "14/01/2022", 1, "Tháng 6 năm 2022"),
    ]


PLAN = lines(("TT", "Nội dung", "Thời hạn"), ("1", "Soạn Chỉ thị", "Tháng 3 năm 2022"))


def test_the_document_of_all_rows_may_be_said_beside_the_table() -> None:
    (draft,) = read(PLAN, document="50/QĐ-UBND ngày 14/01/2022").drafts
    assert (draft.number, draft.issued, draft.document_line) == ("50/QĐ-UBND", "14/01/2022", None)


@pytest.mark.parametrize(
    ("row", "kind", "field", "seen"),
    [
        (("1", "", "Phối hợp", "10/01/2024"), ProblemKind.NUMBER_MISSING, Field.NUMBER, ""),
        (("1", "25/KH-UBND", "Phối hợp", ""), ProblemKind.DATE_MISSING, Field.ISSUED, "25/KH-UBND"),
        (("1", "25/KH-UBND ngày 24/5/2023", "", "10/01/2024"), ProblemKind.CONTENT_MISSING,
         Field.CONTENT, "25/KH-UBND"),
    ],
)  # fmt: skip
def test_a_row_that_lacks_a_part_is_a_problem_that_says_which(
    row: tuple[str, ...], kind: ProblemKind, field: Field, seen: str
) -> None:
    reading = read(lines(HEADINGS[:4], row))
    assert reading.drafts == ()
    (problem,) = reading.problems
    assert (problem.line, problem.kind, problem.field, problem.seen) == (2, kind, field, seen)
    assert problem.draft is not None


def test_texts_without_a_place_are_kept_aside() -> None:
    text = lines(
        ("TT", "Số/Ký hiệu", "Nội dung", "Lĩnh vực", "Đề mục lạ"),
        ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp", "Khoa học", "abc"),
    )
    assert only(text).unused == ("Khoa học", "abc")


def test_days_of_a_sheet_that_has_lost_its_formats_are_days() -> None:
    text = lines(
        ("Số/Ký hiệu", "Ngày", "Nội dung", "Thời hạn", "Ngày hoàn thành"),
        ("25/KH-UBND", "45070", "Phối hợp", "45306", "45301.0"),
    )
    draft = only(text)
    assert (draft.issued, draft.deadline, draft.completed) == (
        "24/05/2023",
        "15/01/2024",
        "10/01/2024",
    )


def test_the_hour_of_a_day_that_has_lost_its_format_is_dropped() -> None:
    text = lines(
        ("Số/Ký hiệu", "Ngày", "Nội dung", "Ngày giao", "Thời hạn", "Ngày hoàn thành"),
        ("25/KH-UBND", "45070.75", "Phối hợp", "45070,75", "45\u200b306.5", "45301.9999884259"),
        ("26/KH-UBND", "24/5/2023", "Rà soát", "", "90306.5", ""),
    )
    first, second = read(text).drafts
    assert (first.issued, first.assigned) == ("24/05/2023", "24/05/2023")
    assert (first.deadline, first.completed) == ("15/01/2024", "10/01/2024")
    assert second.deadline == "90306.5"


def test_a_date_that_is_one_only_month_first_is_told() -> None:
    row = ("25/KH-UBND ngày 24/5/2023", "Phối hợp")
    text = lines(HEADINGS[1:4], (*row, "12/27/2023"), (*row, "10/12/2023"), (*row, "31/4/2023"))
    assert read(text).month_first_lines == (2,)


@pytest.mark.parametrize("cell", ["0", "-", "x", "Không", "Chưa hoàn thành", ""])
def test_a_stroke_is_no_day_of_completion(cell: str) -> None:
    assert only(lines(HEADINGS, (*FIRST[:4], cell, "Chưa đến hạn", ""))).completed == ""


@pytest.mark.parametrize(
    ("cell", "completed", "progress"),
    [("1", "1", ""), ("0", "", ""), ("50%", "", "50%"), ("27/11/2023", "27/11/2023", "")],
)
def test_a_column_of_what_is_done_may_count_or_measure_it(
    cell: str, completed: str, progress: str
) -> None:
    headings = (*HEADINGS[:4], "Hoàn thành")
    draft = only(lines(headings, (*FIRST[:4], cell)))
    assert (draft.completed, draft.progress) == (completed, progress)


def test_a_table_typed_with_letters_taken_apart_is_read_all_the_same() -> None:
    assert read(unicodedata.normalize("NFD", APPENDIX)) == read(APPENDIX)


def test_a_table_in_a_font_of_before_unicode_is_not_taken_for_text() -> None:
    reading = read("TT\tNéi dung\n1\tUû ban nh©n d©n tØnh B¾c Giang ®¶m b¶o")
    (problem,) = reading.problems
    assert (reading.drafts, problem.kind, problem.line) == ((), ProblemKind.OLD_FONT, 1)


@pytest.mark.parametrize("text", ["a\tb", "Café © ® façade ñ\tb", "Phở ©©©©©© ¶¶¶\tb"])
def test_other_signs_are_no_old_font(text: str) -> None:
    assert all(one.kind is not ProblemKind.OLD_FONT for one in read(text).problems)


def test_a_reading_knows_what_its_columns_are_called_in_one_row_of_headings_or_two() -> None:
    headings = read(APPENDIX).headings
    assert headings[Field.NUMBER] == "Số/Ký hiệu VBCĐ"
    assert headings[Field.DEADLINE] == "Thời hạn"
    upper = ("TT", "Văn bản giao", "", "Nội dung công việc", "Thời hạn")
    lower = ("", "Số ký hiệu", "Ngày", "", "")
    row = ("1", "25/KH-UBND", "24/5/2023", "Phối hợp", "10/01/2024")
    headings = read(lines(upper, lower, row)).headings
    assert headings[Field.NUMBER] == "Số ký hiệu"
    assert headings[Field.ISSUED] == "Ngày"
    assert headings[Field.CONTENT] == "Nội dung công việc"
    assert read(lines(FIRST)).headings == {}


# Which document a row without one is of

ABOVE = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh Thái Nguyên", "10/01/2024")


def numbers(
    *cells: str,
    covered: frozenset[tuple[int, int]] | None = None,
    above: tuple[str, ...] = ABOVE,
    headings: tuple[str, ...] = HEADINGS[:4],
) -> list[str]:
    """The document of each row that has one, and the word for the problem of each that has none."""
    rows = (headings, above, cells)
    table = RawTable(
        rows=tuple(RawRow(line=line, cells=row) for line, row in enumerate(rows, start=1)),
        covered=covered,
    )
    reading = read_table(table, today=TODAY)
    told = [(one.line, one.number) for one in reading.drafts]
    told += [(one.line, one.kind.value) for one in reading.problems]
    return [said for _, said in sorted(told)]


def test_a_merged_cell_gives_its_document_to_the_rows_it_covers() -> None:
    merged = frozenset({(3, 1)})
    assert numbers("2", "", "Rà soát thủ tục", "", covered=merged) == ["25/KH-UBND"] * 2


@pytest.mark.parametrize("covered", [frozenset(), None])
def test_a_row_that_does_not_count_is_of_the_document_above(
    covered: frozenset[tuple[int, int]] | None,
) -> None:
    row = ("", "", "Rà soát thủ tục hành chính của Sở", "31/12/2023")
    assert numbers(*row, covered=covered) == ["25/KH-UBND"] * 2


def test_a_row_that_counts_and_names_no_document_is_a_problem_where_cells_can_be_merged() -> None:
    row = ("2", "", "Rà soát thủ tục", "31/12/2023")
    assert numbers(*row, covered=frozenset()) == ["25/KH-UBND", "number_missing"]
    assert numbers(*row, covered=None) == ["25/KH-UBND"] * 2


def test_a_row_with_a_date_of_its_own_is_not_of_the_document_above() -> None:
    headings = ("TT", "Số/Ký hiệu", "Ngày ban hành", "Nội dung công việc", "Thời hạn")
    above = ("1", "25/KH-UBND", "24/5/2023", "Phối hợp với tỉnh Thái Nguyên", "10/01/2024")
    row = ("2", "", "30/6/2023", "Rà soát thủ tục", "31/12/2023")
    said = numbers(*row, above=above, headings=headings)
    assert said == ["25/KH-UBND", "number_missing"]


def test_a_row_under_one_that_was_refused_takes_nothing_from_it() -> None:
    above = ("1", "Văn bản số mấy", "Phối hợp với tỉnh", "10/01/2024")
    row = ("2", "", "Rà soát thủ tục", "31/12/2023")
    assert numbers(*row, above=above)[-1] == "number_missing"


@pytest.mark.parametrize(
    ("place", "field"),
    [(1, Field.NUMBER), (2, Field.CONTENT), (3, Field.DEADLINE), (4, Field.COMPLETED)],
)
def test_a_formula_without_a_value_makes_its_row_a_problem(place: int, field: Field) -> None:
    cells = tuple("" if at == place else cell for at, cell in enumerate(FIRST))
    table = RawTable(
        rows=(RawRow(line=1, cells=HEADINGS), RawRow(line=2, cells=cells)),
        covered=frozenset(),
        not_calculated=frozenset({(2, place)}),
    )
    (problem,) = read_table(table, today=TODAY).problems
    assert (problem.kind, problem.field) == (ProblemKind.NOT_CALCULATED, field)


@pytest.mark.parametrize(
    ("place", "field"),
    [(1, Field.NUMBER), (3, Field.DEADLINE), (4, Field.COMPLETED), (5, Field.PROGRESS)],
)
def test_a_value_that_a_narrow_column_has_lost_is_a_problem_and_never_blank(
    place: int, field: Field
) -> None:
    row = tuple("########" if at == place else cell for at, cell in enumerate(FIRST))
    reading = read(lines(HEADINGS, row))
    (problem,) = reading.problems
    assert (problem.kind, problem.field) == (ProblemKind.VALUE_LOST, field)


def test_a_place_in_the_list_that_was_lost_is_no_loss() -> None:
    assert only(lines(HEADINGS, ("###", *FIRST[1:]))).number == "601/UBND-NC"


def test_days_in_english_are_days_and_tell_their_columns() -> None:
    cells = ("1", "601/UBND-NC", "3-Nov-23", "Rà soát thủ tục", "December 10, 2023", "27-Nov-2023")
    headings = ("TT", "Số ký hiệu", "Ngày ban hành", "Nội dung", "Thời hạn", "Ngày hoàn thành")
    for text in (lines(headings, cells), lines(cells, ("2", *cells[1:]))):
        draft = read(text).drafts[0]
        assert (draft.issued, draft.deadline, draft.completed) == (
            "03/11/2023",
            "10/12/2023",
            "27/11/2023",
        )


@pytest.mark.parametrize("more", ["chuyển đến 06/11/2023", "đến ngày 06/11/2023", "vào sổ 6/11"])
def test_the_day_a_document_was_passed_on_is_not_its_own_and_is_kept(more: str) -> None:
    headings = ("TT", "Số ký hiệu", "Ngày ban hành", "Nội dung", "Thời hạn", "Ghi chú")
    row = ("1", "601/UBND-NC", f"03/11/2023 ({more})", "Rà soát thủ tục", "10/12/2023", "Gấp")
    draft = only(lines(headings, row))
    assert (draft.issued, draft.note) == ("03/11/2023", f"{more}, Gấp")


@pytest.mark.parametrize("written", ["601/UBND\xad-NC", "601/UBND-\xadNC"])
def test_a_soft_hyphen_beside_the_hyphen_of_a_number_is_not_seen(written: str) -> None:
    draft = only(lines(HEADINGS, (FIRST[0], f"{written} ngày 03/11/2023", *FIRST[2:])))
    assert (draft.number, draft.issued) == ("601/UBND-NC", "03/11/2023")


def test_a_soft_hyphen_that_may_be_the_hyphen_itself_is_none_of_ours_to_drop() -> None:
    row = (FIRST[0], "601/UBND\xadNC ngày 03/11/2023", *FIRST[2:])
    assert [one.number for one in read(lines(HEADINGS, row)).drafts] != ["601/UBNDNC"]


def test_what_is_a_letter_in_an_old_font_is_no_soft_hyphen() -> None:
    table = RawTable(rows=(RawRow(line=1, cells=(cell_text("Th\xad-t\xad"),)),))
    assert in_unicode(table, OldFont.TCVN3).rows[0].cells == ("Thư-tư",)
