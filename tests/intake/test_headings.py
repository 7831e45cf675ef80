"""The many words offices head their columns with."""

from __future__ import annotations

import unicodedata

import pytest

from tracker.intake.drafts import Field
from tracker.intake.headings import (
    field_of,
    fields_of_row,
    fields_of_two_rows,
    is_heading_row,
    is_second_heading_row,
)

KNOWN = {
    Field.ORDINAL: "TT|STT|Số TT|Số thứ tự",
    Field.NUMBER: "Số/Ký hiệu VBCĐ|Số, ký hiệu|Số hiệu văn bản|Văn bản giao|Văn bản chỉ đạo"
    "|Số, ngày tháng văn bản|Số/Ký hiệu VB|Căn cứ giao nhiệm vụ|Ký hiệu",
    Field.ISSUED: "Ngày|Ngày, tháng|Ngày văn bản|Ngày VB|Ngày ban hành|Ngày tháng năm",
    Field.ASSIGNED: "Ngày giao|Ngày được giao nhiệm vụ",
    Field.CONTENT: "Nội dung|Nội dung công việc|Nhiệm vụ|Nhiệm vụ được giao|Trích yếu"
    "|Trích yếu nội dung|Tên nhiệm vụ|Công việc|Nội dung chỉ đạo",
    Field.DEADLINE: "Thời hạn|Hạn hoàn thành|Hạn xử lý|Thời hạn (ngày/tháng/năm)|Hạn chót"
    "|Tiến độ theo kế hoạch|Thời gian hoàn thành|Thời gian thực hiện",
    Field.COMPLETED: "Ngày hoàn thành|Ngày HT thực tế|Ngày thực hiện xong|Ngày hoàn thành/Kết quả"
    "|Kết quả/Ngày hoàn thành|Ngày hoàn thành, kết quả thực hiện",
    Field.PROGRESS: "Tiến độ|Tình trạng|Trạng thái|Kết quả thực hiện|Tiến độ thực hiện"
    "|Tình hình thực hiện|Đánh giá",
    Field.RESULT: "Kết quả|Kết quả xử lý|Văn bản kết quả|Sản phẩm|Minh chứng|Văn bản trả lời"
    "|Số/Ký hiệu VB trả lời|Kết quả đầu ra|Số, ngày văn bản hoàn thành",
    Field.UNIT: "Đơn vị chủ trì|Cơ quan, đơn vị chủ trì|Phòng chủ trì|Đơn vị|Đơn vị thực hiện",
    Field.SUPPORTING: "Đơn vị phối hợp|Phối hợp",
    Field.OFFICER: "Người theo dõi|Chuyên viên theo dõi|Cán bộ chủ trì|Người phụ trách",
    Field.ASSIGNED_BY: "Lãnh đạo giao NV|Người giao",
    Field.ISSUING_BODY: "Cơ quan ban hành|Nơi gửi",
    Field.NOTE: "Ghi chú|Khó khăn, vướng mắc|Tồn tại, hạn chế",
    Field.OTHER: "Mã NV|Lĩnh vực|Độ mật|Số đến|Tỷ lệ %",
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading, field) for field, headings in KNOWN.items() for heading in headings.split("|")],
)
def test_a_heading_means_a_field_however_it_is_written(heading: str, field: Field) -> None:
    without_accents = "".join(
        sign for sign in unicodedata.normalize("NFD", heading) if not unicodedata.combining(sign)
    ).replace("đ", "d")
    for written in (heading, heading.upper(), f" {heading}: ", without_accents):
        assert field_of(written) is field


@pytest.mark.parametrize(
    "text",
    ["Văn phòng", "Phòng Quản lý khoa học", "Nguyễn Văn An", "10/01/2024", "Chưa đến hạn",
     "Hạn hán", "Phối hợp với tỉnh Thái Nguyên", "25/KH-UBND", "1", ""],
)  # fmt: skip
def test_what_stands_in_a_row_is_no_heading(text: str) -> None:
    assert field_of(text) is None


def test_a_row_is_of_headings_where_several_are_known() -> None:
    assert is_heading_row(("STT", "Nội dung", "Đơn vị nhận", ""))
    assert not is_heading_row(("STT", "", ""))
    assert not is_heading_row(("1", "25/KH-UBND ngày 24/5/2023", "Nội dung", "Ngày"))
    assert not is_heading_row(("1", "Kế hoạch", "Kết quả thực hiện", "10/01/2024"))


def test_the_time_of_completion_is_the_deadline_unless_another_column_is() -> None:
    assert fields_of_row(("Nội dung", "Thời gian hoàn thành"))[1] is Field.DEADLINE
    assert fields_of_row(("Thời hạn", "Thời gian hoàn thành")) == (Field.DEADLINE, Field.COMPLETED)
    assert fields_of_row(("Thời hạn", "Kết quả thực hiện"))[1] is Field.PROGRESS
    assert fields_of_row(("Kết quả thực hiện", "Tiến độ")) == (Field.RESULT, Field.PROGRESS)


TWO_ROWS = (
    Field.ORDINAL, Field.NUMBER, Field.ISSUED, Field.CONTENT, Field.DEADLINE, Field.RESULT,
    Field.COMPLETED, Field.UNIT, Field.SUPPORTING,
)  # fmt: skip
LOWER = ("", "Số", "Ngày", "", "", "Văn bản", "Ngày", "Chủ trì", "Phối hợp")


@pytest.mark.parametrize(
    "upper",
    [
        ("TT", "Văn bản giao", "", "Nội dung", "Hạn", "Kết quả", "", "Đơn vị", ""),
        ("TT", "Văn bản giao", "Văn bản giao", "Nội dung", "Hạn", "Kết quả", "Kết quả", "Đơn vị",
         "Đơn vị"),
    ],
)  # fmt: skip
def test_headings_in_two_rows_are_read_together(upper: tuple[str, ...]) -> None:
    assert is_heading_row(upper)
    assert is_second_heading_row(LOWER)
    assert fields_of_two_rows(upper, LOWER) == TWO_ROWS


def test_merged_headings_may_leave_no_cells_behind() -> None:
    upper = ("TT", "Văn bản giao", "Nội dung", "Kết quả")
    lower = ("", "Số", "Ngày", "", "Văn bản", "Ngày")
    assert fields_of_two_rows(upper, lower) == (
        Field.ORDINAL, Field.NUMBER, Field.ISSUED, Field.CONTENT, Field.RESULT, Field.COMPLETED,
    )  # fmt: skip
