"""What the columns of a table tell beside their headings, and the cells in them."""

from __future__ import annotations

import pytest

from tests.intake.tables import FIRST, lines, read
from tracker.intake.drafts import RowKind

WITH_NOTES = ("TT", "Số", "Ngày", "Nội dung", "Thời hạn", "Ngày hoàn thành", "Kết quả", "Ghi chú")


@pytest.mark.parametrize(
    ("deadline", "completed", "result", "note"),
    [
        ("10/12/2023", "", "Đang thực hiện", "UBND tỉnh đôn đốc tại CV 15/UBND-NC ngày 01/12/2023"),
        ("10/12/2023", "", "Chưa hoàn thành", "31/01/2024"),
        ("UBND tỉnh đồng ý gia hạn đến ngày 31/01/2024 (CV 67/UBND ngày 05/12/2023)", "", "", ""),
        ("Báo cáo kết quả trước ngày 25/12/2023, số liệu gửi trước ngày 15/12/2023", "", "", ""),
        ("Quá hạn", "", "Đang thực hiện", ""),
        ("", "30/10/2023", "Đúng hạn", "Theo CV 1500/KHCN-VP ngày 28/10/2023"),
    ],
)
def test_an_odd_cell_behind_the_content_does_not_move_the_others(
    deadline: str, completed: str, result: str, note: str
) -> None:
    row = ("1", "601/UBND-NC", "03/11/2023", "Rà soát thủ tục", deadline, completed, result, note)
    (draft,) = read(lines(WITH_NOTES, row)).drafts
    assert (draft.number, draft.issued, draft.deadline, draft.completed) == (
        "601/UBND-NC", "03/11/2023", deadline, completed,
    )  # fmt: skip
    assert note in draft.note
    assert draft.unused == ()


@pytest.mark.parametrize(
    "first", ["Chủ tịch", "Phó Giám đốc", "Người lập hồ sơ dự án", "Q. Thanh Khê: phối hợp", "Lưu"]
)
def test_whoever_assigns_a_task_signs_nothing(first: str) -> None:
    headings = ("Lãnh đạo giao", "Số, ngày văn bản", "Nội dung", "Thời hạn")
    signed = ("Nơi nhận:", "", "GIÁM ĐỐC", "")
    reading = read(lines(headings, (first, *FIRST[1:4]), signed))
    assert [draft.number for draft in reading.drafts] == ["601/UBND-NC"]
    assert reading.passed_over[-1].kind is RowKind.SIGNATURE
    introduced = read(
        lines(("Triển khai Kế hoạch số 50/KH-UBND ngày 03/11/2023",),
              ("Lãnh đạo giao", "Nội dung", "Thời hạn"), (first, *FIRST[2:4]))
    )  # fmt: skip
    assert [draft.number for draft in introduced.drafts] == ["50/KH-UBND"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("x", "", "", ""), ("Đã hoàn thành đúng hạn", "", "", "")),
        (("", "X", "", ""), ("Đã hoàn thành quá hạn", "", "", "")),
        (("", "", "√", ""), ("Đang thực hiện", "", "", "")),
        (("27/11/2023", "", "", ""), ("Đã hoàn thành đúng hạn", "27/11/2023", "", "")),
        (("", "151/KHCN-VP ngày 27/11/2023", "0", "0"),
         ("Đã hoàn thành quá hạn", "", "151/KHCN-VP ngày 27/11/2023", "")),
        (("", "", "Đang xin ý kiến", ""), ("Đang thực hiện", "", "", "Đang xin ý kiến")),
    ],
)  # fmt: skip
def test_a_mark_in_a_column_says_what_its_heading_claims(
    cells: tuple[str, ...], told: tuple[str, ...]
) -> None:
    upper = ("TT", "Số, ngày văn bản", "Nội dung", "Thời hạn", "Đã hoàn thành", "", "Kết quả", "")
    lower = ("", "", "", "", "đúng hạn", "quá hạn", "Đang thực hiện", "Chưa thực hiện")
    (draft,) = read(lines(upper, lower, (*FIRST[:4], *cells))).drafts
    assert (draft.progress, draft.completed, draft.result, draft.note) == told
    assert draft.unused == ()


def test_numbers_below_a_claim_count_something() -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Đã hoàn thành", "Đang thực hiện")
    (draft,) = read(lines(headings, (*FIRST[:3], "2", "1"))).drafts
    assert (draft.progress, draft.unused) == ("", ("2", "1"))


def test_the_deadline_is_the_one_to_which_it_was_moved() -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Thời hạn", "Thời hạn sau gia hạn")
    rows = ("31/01/2024", "", "không", "10/12/2023")
    drafts = read(lines(headings, *((*FIRST[:4], moved) for moved in rows))).drafts
    assert [draft.deadline for draft in drafts] == ["31/01/2024", *["10/12/2023"] * 3]
    assert [draft.unused for draft in drafts] == [("10/12/2023",), (), ("không",), ()]


def test_days_below_progress_are_deadlines_where_there_are_no_others() -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Tiến độ")
    days = ("10/12/2023", "Quý IV/2023", "Đang thực hiện")
    drafts = read(lines(headings, *((*FIRST[:3], day) for day in days))).drafts
    assert [draft.deadline for draft in drafts] == [*days]
    claims = read(lines(headings, *((*FIRST[:3], "Đúng hạn") for _ in days))).drafts
    assert [draft.progress for draft in claims] == ["Đúng hạn"] * 3


def test_letters_that_an_office_has_sent_are_no_tasks() -> None:
    headings = ("TT", "Số, ký hiệu", "Ngày", "Trích yếu", "Nơi nhận", "Người ký")
    row = ("1", "151/KHCN-VP", "27/11/2023", "V/v báo cáo kết quả rà soát", "UBND tỉnh", "Lê An")
    assert read(lines(headings, row)).drafts == ()
    assert len(read(lines((*headings[:4], "Đơn vị chủ trì", "Người ký"), row)).drafts) == 1


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("Đã trình UBND tỉnh ngày 10/11/2023", "", "x"),
         ("chưa hoàn thành", "Đã trình UBND tỉnh ngày 10/11/2023")),
        (("Phòng QLKH tổng hợp", "x", ""), ("đã hoàn thành", "Phòng QLKH tổng hợp")),
        (("Đang thực hiện", "x", ""), ("Đang thực hiện", "")),
    ],
)  # fmt: skip
def test_a_tick_goes_before_prose_which_is_kept_and_no_two_claims_are_chosen_from(
    cells: tuple[str, ...], told: tuple[str, str]
) -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Tiến độ", "đã hoàn thành", "chưa hoàn thành")
    (draft,) = read(lines(headings, (*FIRST[:3], *cells))).drafts
    assert (draft.progress, draft.result) == told
    assert draft.unused == (() if told[1] else ("x",))
    assert draft.completed == ""


def test_the_words_above_a_claim_may_say_the_contrary() -> None:
    upper = ("TT", "Số, ngày văn bản", "Nội dung", "Chưa hoàn thành", "")
    lower = ("", "", "", "Trong hạn", "Quá hạn")
    drafts = read(lines(upper, lower, (*FIRST[:3], "x", ""), ("2", *FIRST[1:3], "", "x"))).drafts
    assert [draft.progress for draft in drafts] == ["Trong hạn", "Chưa hoàn thành Quá hạn"]


def test_what_is_told_of_something_done_is_no_deadline() -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Tiến độ")
    told = ("Hoàn thành ngày 15/10/2023", "20/10/2023", "Đang thực hiện")
    drafts = read(lines(headings, *((*FIRST[:3], one) for one in told))).drafts
    assert [draft.deadline for draft in drafts] == [""] * 3


@pytest.mark.parametrize(
    ("upper", "lower", "told"),
    [
        (("Thời gian thực hiện", ""), ("Bắt đầu", "Kết thúc"), ("30/11/2023", "")),
        (("Thời gian hoàn thành", ""), ("Theo kế hoạch", "Thực tế"), ("10/10/2023", "30/11/2023")),
        (("Thời gian thực hiện từ ngày", "Đến ngày"), (), ("30/11/2023", "")),
        (("Kết quả thực hiện", ""), (), ("", "30/11/2023")),
    ],
)
def test_of_two_days_each_is_what_its_heading_says(
    upper: tuple[str, ...], lower: tuple[str, ...], told: tuple[str, str]
) -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung")
    below = [("", "", "", *lower)] if lower else []
    first = "300/BC-KHCN" if not told[0] else "10/10/2023"
    (draft,) = read(lines((*headings, *upper), *below, (*FIRST[:3], first, "30/11/2023"))).drafts
    assert (draft.deadline, draft.completed) == told


@pytest.mark.parametrize(
    "content",
    [
        "Hoàn thành các nhiệm vụ được giao trong năm", "Xử lý nhiệm vụ quá hạn",
        "TM dự thảo quyết định khen thưởng", "KT công tác lưu trữ", "Q. Ba Đình: phối hợp khảo sát",
        "Người lập hồ sơ công việc tập huấn",
    ],
)  # fmt: skip
def test_a_task_may_begin_like_a_group_or_a_signature(content: str) -> None:
    above = ("Triển khai Kế hoạch số 50/KH-UBND ngày 03/11/2023",)
    rows = (("1", "Rà soát"), ("2", content), ("3", "Báo cáo"))
    reading = read(lines(above, ("TT", "Nội dung", "Thời hạn"), *((*row, "") for row in rows)))
    assert [draft.content for draft in reading.drafts] == ["Rà soát", content, "Báo cáo"]
    assert {draft.group for draft in reading.drafts} == {None}


def test_a_title_in_the_column_of_names_signs_nothing() -> None:
    above = ("Triển khai Kế hoạch số 50/KH-UBND ngày 03/11/2023",)
    headings = ("Lãnh đạo giao", "Nội dung", "Kết quả")
    signed = ("Nơi nhận", "GIÁM ĐỐC", "")
    reading = read(lines(above, headings, ("Giám đốc", "Họp giao ban", ""), signed))
    assert [draft.content for draft in reading.drafts] == ["Họp giao ban"]
    assert reading.passed_over[-1].kind is RowKind.SIGNATURE


def test_another_day_of_the_document_in_its_own_column_is_told() -> None:
    headings = ("TT", "Số, ký hiệu", "Ngày ban hành", "Nội dung")
    number, other = "601/UBND-NC ngày 05/10/2023", "15/10/2023"
    for day, unused in ((other, (other,)), ("05/10/2023", ())):
        (draft,) = read(lines(headings, ("1", number, day, "Rà soát"))).drafts
        assert (draft.issued, draft.unused) == ("05/10/2023", unused)


def test_a_mark_for_as_above_is_no_content_and_no_symbol() -> None:
    headings = ("TT", "Số", "Ký hiệu", "Ngày", "Nội dung")
    rows = (("1", "12", "UBND-NC", "05/10/2023", "Rà soát"),
            ("2", "13", "nt", "05/10/2023", "Báo cáo"),
            ("3", "14", "UBND-NC", "05/10/2023", "nt"),
            ("4", "136", "QĐ/TU", "05/10/2023", "Tổng hợp"))  # fmt: skip
    reading = read(lines(headings, *rows))
    assert [draft.number for draft in reading.drafts] == ["12/UBND-NC", "136-QĐ/TU"]
    assert [problem.line for problem in reading.problems] == [3, 4]


@pytest.mark.parametrize(
    ("written", "deadline"),
    [
        ("15/12/2023 (gia hạn tại CV số 615/UBND-TH ngày 16/10/2023)", "15/12/2023"),
        ("15/10/2023 (gia hạn đến 30/11/2023)", "30/11/2023"),
        ("15/10/2023, đã được gia hạn đến ngày 30/11/2023 (CV 615/UBND-TH ngày 16/10/2023)",
         "30/11/2023"),
        ("15/10/2023 (xin gia hạn đến 30/11/2023)", ""),
        ("15/10/2023 (gia hạn lần 1 đến 30/11/2023, lần 2 đến 15/12/2023)", ""),
        ("15/10/2023 (gia hạn)", ""),
    ],
)  # fmt: skip
def test_a_deadline_that_a_letter_has_moved_is_the_later_one(written: str, deadline: str) -> None:
    headings = ("TT", "Số, ngày văn bản", "Nội dung", "Thời hạn")
    (draft,) = read(lines(headings, (*FIRST[:3], written))).drafts
    assert draft.deadline.removeprefix("ngày ") == (deadline or written)
    assert (draft.unused != ()) is (deadline != "")
