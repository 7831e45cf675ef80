"""What is said of a pasted table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from tests.builders import TODAY
from tests.intake.tables import APPENDIX, HEADINGS, lines
from tests.operations.pasted_tables import alone, preview_pasted
from tracker.core.directive import Progress
from tracker.core.rules import Policy
from tracker.intake.drafts import Draft, Field, ProblemKind, RowKind, RowProblem
from tracker.intake.files.found import FoundTable, PlaceKind
from tracker.intake.raw_table import RawTable
from tracker.operations.desk import Desk
from tracker.operations.import_entering import Imported, LeftOut, NotReadyToEnter
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.read_rows import Place
from tracker.operations.table_preview import RowFate, TablePreview, TableRow
from tracker.operations.typed import Remark, RemarkKind
from tracker.store.last_operation import LastOperation
from tracker.wording import pasting as words
from tracker.wording.messages import sentence
from tracker.wording.remarks import remark_sentence
from tracker.wording.table_differences import FIELD
from tracker.wording.undoing import undone_words

DESK = Desk(
    location="", who="lan", today=TODAY, at=datetime(2023, 12, 14, tzinfo=UTC), policy=Policy()
)
PLAN = "25/KH-UBND ngày 24/5/2023"


def preview(text: str) -> TablePreview:
    return preview_pasted(DESK, text)


@pytest.mark.parametrize(
    ("kind", "names"),
    [(RowFate, words.KIND), (Field, FIELD), (RowKind, words.PASSED_OVER)],
)
def test_every_value_has_a_name_and_every_name_a_value(
    kind: type[StrEnum], names: dict[str, str]
) -> None:
    assert set(names) == {member.value for member in kind}
    assert all(names.values())


def test_every_kind_of_problem_has_a_sentence_that_says_where() -> None:
    for kind in ProblemKind:
        problem = RowProblem(
            line=5,
            kind=kind,
            field=Field.ISSUED,
            seen="25/KH-UBND",
            trouble=NotReadyToEnter((Place(0, 7),)),
        )
        said = words.problem_sentence(problem)
        assert said.startswith("Dòng 5 (ngày văn bản): ")
        assert said.endswith(".")


def test_every_remark_has_a_sentence() -> None:
    for kind in RemarkKind:
        remark = Remark(kind=kind, text="31/4/2023", day=date(2023, 12, 5), number=3)
        assert remark_sentence(remark).startswith("Lưu ý: ")


def test_what_stands_in_merged_cells_is_told_by_name() -> None:
    remark = Remark(kind=RemarkKind.CELLS_TAKEN_OVER, fields=("unit", "deadline"), number=6)
    assert remark_sentence(remark) == (
        "Lưu ý: ô gộp với dòng 6 hoặc ghi như trên nên lấy theo dòng đó: đơn vị chủ trì, thời hạn."
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("1", "25/KH-UBND ngày 31/4/2023", "Phối hợp"),
         "Dòng 2 (ngày văn bản): ngày «31/4/2023» không đúng: tháng đó chỉ có 30 ngày; kiểm tra "
         "lại ngày."),
        (("1", PLAN, "Phối hợp", "", "23/5/2023"),
         "Dòng 2 (ngày hoàn thành): nhiệm vụ 25/KH-UBND: ngày 23/5/2023 nằm trước ngày giao "
         "(24/5/2023); kiểm tra lại ngày."),
        (("1", "", "Phối hợp"),
         "Dòng 2, TT 1 «Phối hợp» (số ký hiệu): không thấy số ký hiệu văn bản giao nhiệm vụ; ghi "
         "thêm, viết như 25/KH-UBND ngày 24/5/2023."),
        (("", "", "Phối hợp " * 20),
         "Dòng 2, «Phối hợp Phối hợp Phối hợp Phối hợp Phối hợp Phối hợp Phối …» (số ký hiệu): "
         "không thấy số ký hiệu văn bản giao nhiệm vụ; ghi thêm, viết như 25/KH-UBND ngày "
         "24/5/2023."),
        (("1", "25/KH-UBND", "Phối hợp"),
         "Dòng 2 (ngày văn bản): văn bản «25/KH-UBND» chưa có ngày; ghi thêm, viết như ngày "
         "24/5/2023."),
    ],
)  # fmt: skip
def test_a_problem_is_one_sentence(row: tuple[str, ...], said: str) -> None:
    (only,) = preview(lines(HEADINGS, row)).rows
    assert words.problem_sentence(only.problem) == said


def test_a_problem_names_the_column_by_its_heading_where_that_says_more() -> None:
    (only,) = preview(lines(HEADINGS, ("1", "25/KH-UBND ngày 31/4/2023", "Phối hợp"))).rows
    assert words.problem_sentence(only.problem, "Số/Ký hiệu\nVBCĐ").startswith(
        "Dòng 2, cột «Số/Ký hiệu VBCĐ» (ngày văn bản): "
    )
    assert words.problem_sentence(only.problem, "Ngày văn bản").startswith("Dòng 2 (ngày văn bản)")
    assert words.problem_words(only.problem, "VBCĐ").startswith("Cột «VBCĐ» (ngày văn bản): ")
    assert words.problem_words(only.problem, "").startswith("Ô (ngày văn bản): ")


def test_rows_are_counted_by_what_becomes_of_them() -> None:
    row = ("1", PLAN, "Phối hợp")
    seen = preview(lines(HEADINGS[:3], row, ("2", "25/KH", "Rà soát"), row))
    assert words.count_words(seen.rows) == (
        "3 dòng: 1 mới, 0 đã có trong sổ, 1 lặp lại, 1 chưa đọc được"
    )
    first = seen.rows[0]
    there = replace(first, kind=RowFate.SAME, duplicate_of=12)
    others = [replace(first, line=line) for line in range(3, 11)]
    assert words.count_words((there, *others)) == (
        "9 dòng: 8 mới, 1 đã có trong sổ, 0 chưa đọc được"
    )


def test_a_row_says_what_becomes_of_it() -> None:
    row = TableRow(line=5, kind=RowFate.NEW, draft=Draft(line=5))
    assert words.row_words(row) == "Mới"
    same = replace(row, kind=RowFate.SAME, duplicate_of=12)
    assert words.row_words(same) == "Đã có trong sổ (mã 12)"
    changed = replace(same, kind=RowFate.CHANGED)
    assert words.row_words(changed) == "Đã có trong sổ (mã 12), có điều khác"
    guessed = replace(changed, likeness=0.9)
    assert words.row_words(guessed) == "Giống một nhiệm vụ trong sổ (mã 12)"
    repeated = replace(row, kind=RowFate.DUPLICATE, repeats=Place(0, 3))
    assert words.row_words(repeated) == "Lặp lại dòng 3"
    assert words.row_words(repeated, lambda it: f"dòng {it.line} kia") == "Lặp lại dòng 3 kia"
    assert words.row_words(replace(row, kind=RowFate.PROBLEM)) == "Chưa đọc được"


def test_a_contradicted_claim_stands_beside_the_judgement() -> None:
    (row,) = preview(
        lines(HEADINGS, ("1", PLAN, "Phối hợp", "10/12/2023", "11/12/2023", "Đúng hạn"))
    ).rows
    assert row.progress is Progress.LATE
    assert words.contradiction_sentence(row) == (
        "Dòng 2: bảng ghi «Đúng hạn», tính theo ngày tháng là «Chậm» (đã thực hiện); sổ dùng kết "
        "quả tính."
    )


def test_a_group_with_too_few_rows_is_told() -> None:
    assert list(words.table_sentences(preview(APPENDIX))) == []
    assert list(words.table_sentences(preview(APPENDIX.replace("02 nhiệm vụ", "03 nhiệm vụ")))) == [
        "Dòng 4: «I ĐÃ THỰC HIỆN: 03 nhiệm vụ» ghi 03 nhưng có 02 dòng; kiểm tra xem đã chép đủ "
        "bảng chưa."
    ]


def test_days_turned_round_are_told() -> None:
    text = lines(HEADINGS[:4], ("1", PLAN, "Phối hợp", "12/27/2023"))
    (said,) = words.table_sentences(preview(text))
    assert said.startswith("Ngày ở dòng 2 viết tháng trước ngày sau;")


def test_what_is_no_directive_is_counted() -> None:
    assert words.passed_over_line(preview(APPENDIX)) == (
        "Không phải nhiệm vụ: 1 tiêu đề cột, 3 tên nhóm, 2 chữ ngoài bảng."
    )
    assert words.passed_over_line(preview(lines(("1", PLAN, "Phối hợp")))) == ""


def test_texts_without_a_place_are_told() -> None:
    draft = Draft(line=3, unused=("Khoa học", "abc"))
    assert words.unused_sentence(draft) == "Dòng 3: không dùng «Khoa học», «abc»."
    assert words.unused_sentence(Draft(line=3)) == ""


def test_what_was_entered_and_what_was_there_is_told() -> None:
    left_out = (LeftOut(place=Place(0, 5), id=12), LeftOut(place=Place(0, 6), id=None))
    whole = alone(unread())
    assert words.entered_words(Imported(), whole) == "Đã ghi 0 nhiệm vụ từ bảng dán vào."
    assert words.entered_words(Imported(changed=(4,), left_out=left_out), whole) == (
        "Đã ghi 0 nhiệm vụ từ bảng dán vào. Đã bổ sung 01 nhiệm vụ đã có trong sổ. Sổ đã thay đổi "
        "từ lúc xem trước nên không ghi: dòng 5 (mã 12); dòng 6."
    )


def unread(*rows: tuple[int, str]) -> TablePreview:
    """Rows that could not be read, by their lines and numbers."""
    return replace(
        preview(""),
        rows=tuple(
            TableRow(line=line, kind=RowFate.PROBLEM, draft=Draft(line=line, number=number))
            for line, number in rows
        ),
    )


def test_rows_that_were_not_read_are_counted_and_the_first_three_named() -> None:
    whole = alone(unread((5, "32/KH-UBND"), (8, ""), (9, ""), (11, "")))
    assert words.entered_words(Imported(), whole) == (
        "Đã ghi 0 nhiệm vụ từ bảng dán vào. Còn 04 dòng chưa đọc được nên chưa ghi: "
        "dòng 5 (32/KH-UBND); dòng 8; dòng 9; … Sửa các dòng đó rồi dán lại."
    )


def test_one_row_that_was_not_read_is_one_to_put_right() -> None:
    said = words.entered_words(Imported(), alone(unread((5, "32/KH-UBND"))))
    assert said.endswith("chưa ghi: dòng 5 (32/KH-UBND). Sửa dòng đó rồi dán lại.")


def test_rows_that_were_not_read_are_named_with_their_sheets_where_there_are_several() -> None:
    tables = [
        ImportedTable(
            file="so.xlsx",
            found=FoundTable(kind=PlaceKind.SHEET, number=1, name=name, table=RawTable(rows=())),
            preview=unread((line, "")),
        )
        for name, line in (("Tháng 11", 5), ("Tháng 12", 7))
    ]
    said = words.entered_words(Imported(), ImportPreview(tables=tuple(tables)), is_file=True)
    assert said.endswith(
        "chưa ghi: dòng 5, trang tính «Tháng 11»; dòng 7, trang tính «Tháng 12». Sửa các dòng đó "
        "rồi nhập lại tệp."
    )


def test_taking_it_back_names_the_table() -> None:
    undone = LastOperation(
        id=1, operation="import", at="2023-12-14T03:15:00Z", directives=((1, "25/KH-UBND"),)
    )
    assert undone_words(undone) == [
        "Đã hoàn tác việc «nhập cả bảng» lúc 10:15 14/12/2023: nhiệm vụ 1 (25/KH-UBND)"
    ]


def test_rows_that_cannot_be_chosen_are_named() -> None:
    assert sentence(NotReadyToEnter((Place(0, 3), Place(1, 5)))).startswith("Dòng 3, 5 của bảng")
