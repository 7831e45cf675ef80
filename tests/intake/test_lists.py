"""Directives pasted as lines, and tables whose columns have run together."""

from __future__ import annotations

import pytest

from tests.intake.tables import only, read
from tracker.core.dates import UnreadableDate
from tracker.core.directive import Group
from tracker.core.one_line import UnreadableLine
from tracker.intake.drafts import Draft, Field, ProblemKind, RowKind
from tracker.intake.tails import cut_tail

PLAN = "25/KH-UBND ngày 24/5/2023"


def test_each_line_is_a_directive_with_its_closing_deadline() -> None:
    text = (
        f"{PLAN} Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024\n\n26/KH-UBND ngày 1/6/2023 Rà soát"
    )
    assert read(text).drafts == (
        Draft(
            line=1,
            number="25/KH-UBND",
            issued="2023-05-24",
            content="Phối hợp với tỉnh Thái Nguyên",
            deadline="10/01/2024",
        ),
        Draft(line=3, number="26/KH-UBND", issued="2023-06-01", content="Rà soát"),
    )


@pytest.mark.parametrize("mark", ["1. ", "1) ", "(1) ", "1 ", "- ", "• ", "+"])
def test_a_line_may_be_numbered_or_marked(mark: str) -> None:
    assert only(f"{mark}{PLAN} Phối hợp").content == "Phối hợp"


def test_a_deadline_that_does_not_exist_is_kept_as_written() -> None:
    assert only(f"{PLAN} Phối hợp hạn 30/02/2024").deadline == "30/02/2024"


@pytest.mark.parametrize(
    ("line", "kind", "field"),
    [
        ("Phối hợp với tỉnh Thái Nguyên", ProblemKind.NUMBER_MISSING, Field.NUMBER),
        ("26/KH-UBND Phối hợp", ProblemKind.DATE_MISSING, Field.ISSUED),
        ("26/KH-UBND ngày 24/5/2023", ProblemKind.CONTENT_MISSING, Field.CONTENT),
    ],
)
def test_a_line_that_lacks_a_part_is_a_problem_among_the_others(
    line: str, kind: ProblemKind, field: Field
) -> None:
    reading = read(f"{PLAN} Phối hợp\n{line}")
    (problem,) = reading.problems
    assert (problem.line, problem.kind, problem.field, problem.seen) == (2, kind, field, line)
    assert isinstance(problem.trouble, UnreadableLine)
    assert len(reading.drafts) == 1


def test_a_document_on_a_day_that_does_not_exist_is_a_problem_with_its_reason() -> None:
    (problem,) = read("25/KH-UBND ngày 31/4/2023 Phối hợp").problems
    assert (problem.kind, problem.field, problem.seen) == (
        ProblemKind.REFUSED,
        Field.ISSUED,
        "31/4/2023",
    )
    assert isinstance(problem.trouble, UnreadableDate)


def test_a_line_goes_on_where_the_next_begins_in_the_middle_of_a_sentence() -> None:
    draft = only(f"{PLAN} Phối hợp với\ntỉnh Thái Nguyên\nhạn 10/01/2024")
    assert (draft.content, draft.deadline, draft.joined_lines) == (
        "Phối hợp với tỉnh Thái Nguyên",
        "10/01/2024",
        (2, 3),
    )


def test_a_numbered_item_ends_at_a_blank_line() -> None:
    reading = read(f"1. {PLAN} Phối hợp\nĐề án chung\n\nViệc khác chưa có số")
    assert [draft.content for draft in reading.drafts] == ["Phối hợp Đề án chung"]
    assert [problem.line for problem in reading.problems] == [4]


def test_groups_titles_and_signatures_stand_in_lists_too() -> None:
    reading = read(
        f"Danh sách nhiệm vụ\nI. ĐÃ THỰC HIỆN: 01\n1. {PLAN} Phối hợp\nII. Đang thực hiện: 02\n"
        f"1. 26/KH-UBND ngày 1/6/2023 Rà soát\nNơi nhận:\n- Lưu: VT\n"
    )
    assert [draft.group for draft in reading.drafts] == [Group.DONE, Group.IN_PROGRESS]
    assert [(group.claimed, group.found) for group in reading.groups] == [(1, 1), (2, 1)]
    assert [one.kind for one in reading.passed_over] == [
        RowKind.TEXT,
        RowKind.SIGNATURE,
        RowKind.SIGNATURE,
    ]
    assert reading.problems == ()


def test_a_table_whose_columns_ran_together_is_taken_apart_again() -> None:
    reading = read(
        """Phụ lục
TT Số/Ký hiệu VBCĐ Nội dung công việc
I ĐÃ THỰC HIỆN: 01 nhiệm vụ
1 601/UBND-NC
Ngày 03/11/2023
Rà soát thủ tục của
TTHC 10/12/2023 27/11/2023 Đúng hạn 151/KHCN-VP
Ngày 27/11/2023
II ĐANG THỰC HIỆN: 02 nhiệm vụ
1 25/KH-UBND ngày 24/5/2023
Thực hiện Biên bản số
234-BB/TUBG-TUTN giữa hai tỉnh
100 Đề án
10/01/2024 Chưa đến hạn
2 379/UBND-KGVX Ngày 10/7/2023 Triển khai Thông tư ngày 30/6/2023 Chưa đến hạn"""
    )
    assert reading.problems == ()
    told = [
        (one.number, one.content, one.deadline, one.completed, one.progress, one.result)
        for one in reading.drafts
    ]
    assert told == [
        ("601/UBND-NC", "Rà soát thủ tục của TTHC", "10/12/2023", "27/11/2023", "Đúng hạn",
         "151/KHCN-VP Ngày 27/11/2023"),
        ("25/KH-UBND", "Thực hiện Biên bản số 234-BB/TUBG-TUTN giữa hai tỉnh 100 Đề án",
         "10/01/2024", "", "Chưa đến hạn", ""),
        ("379/UBND-KGVX", "Triển khai Thông tư ngày 30/6/2023", "", "", "Chưa đến hạn", ""),
    ]  # fmt: skip
    assert [(group.claimed, group.found) for group in reading.groups] == [(1, 1), (2, 2)]


@pytest.mark.parametrize(
    ("text", "body", "fields"),
    [
        ("Rà soát 30/10/2023 Đúng hạn 9/BC-KHCN ngày 30/10/2023", "Rà soát",
         {Field.COMPLETED: "30/10/2023", Field.PROGRESS: "Đúng hạn",
          Field.RESULT: "9/BC-KHCN ngày 30/10/2023"}),
        ("Rà soát 10/12/2023 Đang thực hiện", "Rà soát",
         {Field.DEADLINE: "10/12/2023", Field.PROGRESS: "Đang thực hiện"}),
        ("Rà soát theo Quyết định số 9/QĐ-UBND ngày 30/10/2023",
         "Rà soát theo Quyết định số 9/QĐ-UBND ngày 30/10/2023", {}),
        ("Rà soát 10/12/2023", "Rà soát 10/12/2023", {}),
        ("Chưa đến hạn", "Chưa đến hạn", {}),
    ],
)  # fmt: skip
def test_only_a_claim_tells_the_end_of_a_row(
    text: str, body: str, fields: dict[Field, str]
) -> None:
    assert cut_tail(text) == (body, fields)


def test_running_text_is_no_list() -> None:
    sentence = "Sở tiếp tục tham mưu các nhiệm vụ quản lý nhà nước về khoa học và công nghệ."
    text = "\n".join([sentence] * 8 + ["Theo Công văn số 9/UBND-TH ngày 01/12/2023, Sở báo cáo:"])
    reading = read(text)
    assert (reading.drafts, reading.problems) == ((), ())
    assert len(reading.passed_over) == 9
