"""The many words offices head their columns with."""

from __future__ import annotations

import unicodedata

import pytest

from tracker.intake.columns import Columns
from tracker.intake.drafts import Field
from tracker.intake.heading_rows import (
    divided,
    fields_of_row,
    is_heading_row,
    is_second_heading_row,
    joined_headings,
)
from tracker.intake.headings import field_of
from tracker.intake.state_columns import states_of

KNOWN = {
    Field.ORDINAL: "TT|STT|Số TT|Số thứ tự",
    Field.NUMBER: "Số/Ký hiệu VBCĐ|Số, ký hiệu|Số hiệu văn bản|Văn bản giao|Văn bản chỉ đạo"
    "|Số, ngày tháng văn bản|Số/Ký hiệu VB|Căn cứ giao nhiệm vụ|Ký hiệu",
    Field.ISSUED: "Ngày|Ngày, tháng|Ngày văn bản|Ngày VB|Ngày ban hành|Ngày tháng năm",
    Field.ASSIGNED: "Ngày giao|Ngày được giao nhiệm vụ|Thời điểm giao|Thời gian giao",
    Field.CONTENT: "Nội dung|Nội dung công việc|Nhiệm vụ|Nhiệm vụ được giao|Trích yếu"
    "|Trích yếu nội dung|Tên nhiệm vụ|Công việc|Nội dung chỉ đạo|Về việc|ND công việc",
    Field.DEADLINE: "Thời hạn|Hạn hoàn thành|Hạn xử lý|Thời hạn (ngày/tháng/năm)|Hạn chót"
    "|Tiến độ theo kế hoạch|Thời gian hoàn thành|Thời gian thực hiện|TG hoàn thành|Ngày kết thúc"
    "|Ngày hoàn thành (dự kiến)|Ngày hoàn thành dự kiến|Ngày hoàn thành theo kế hoạch"
    "|Ngày phải hoàn thành|Ngày dự kiến hoàn thành|Thời hạn ban đầu",
    Field.EXTENDED: "Thời hạn sau gia hạn|Sau khi được gia hạn|Đã gia hạn đến|Hạn mới"
    "|Được gia hạn đến ngày",
    Field.STATE: "Đã hoàn thành|Đang thực hiện|Chưa thực hiện|Hoàn thành đúng hạn"
    "|Hoàn thành quá hạn|Đang thực hiện trong hạn|Đã xử lý chậm",
    Field.COMPLETED: "Ngày hoàn thành|Ngày HT thực tế|Ngày thực hiện xong|Ngày hoàn thành/Kết quả"
    "|Kết quả/Ngày hoàn thành|Ngày hoàn thành, kết quả thực hiện|Ngày báo cáo kết quả"
    "|Ngày có báo cáo|Ngày văn bản báo cáo|Ngày ban hành văn bản trả lời|Ngày có kết quả"
    "|Ngày báo cáo UBND tỉnh|Hoàn thành ngày",
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
     "Hạn hán", "Hoàn thành", "Phối hợp với tỉnh Thái Nguyên", "25/KH-UBND", "1", ""],
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


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Nội dung|Hoàn thành", (Field.CONTENT, Field.COMPLETED)),
        ("Hoàn thành|Ngày hoàn thành", (Field.STATE, Field.COMPLETED)),
        ("Ngày văn bản báo cáo|Ngày hoàn thành", (Field.OTHER, Field.COMPLETED)),
        ("Số văn bản báo cáo|Ngày văn bản báo cáo", (Field.RESULT, Field.COMPLETED)),
        ("Ngày văn bản|Ngày văn bản báo cáo", (Field.ISSUED, Field.COMPLETED)),
    ],
)
def test_one_column_has_the_day_of_completion_whatever_it_is_called(
    headings: str, fields: tuple[Field, ...]
) -> None:
    assert fields_of_row(headings.split("|")) == fields


def fields_of_two_rows(upper: tuple[str, ...], lower: tuple[str, ...]) -> Columns:
    return divided(fields_of_row(upper), upper, lower)


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


def test_headings_in_three_rows_are_read_together() -> None:
    rows = (
        ("TT", "VĂN BẢN", "", "NỘI DUNG", "THỜI HẠN", "", "KẾT QUẢ", "", "Đã hoàn thành", ""),
        ("", "Số", "Ngày", "", "Theo văn bản", "Sau gia hạn", "VB báo cáo", "", "", ""),
        ("", "", "", "", "", "", "Số", "Ngày", "Đúng hạn", "Quá hạn"),
    )
    over: tuple[str, ...] = rows[0]
    fields = fields_of_row(over)
    for lower in rows[1:]:
        assert is_second_heading_row(lower)
        fields, over = divided(fields, over, lower), joined_headings(over, lower)
    assert fields == (
        Field.ORDINAL, Field.NUMBER, Field.ISSUED, Field.CONTENT, Field.DEADLINE, Field.EXTENDED,
        Field.RESULT, Field.COMPLETED, Field.STATE, Field.STATE,
    )  # fmt: skip
    assert states_of(fields, over) == {8: "Đã hoàn thành Đúng hạn", 9: "Đã hoàn thành Quá hạn"}


def test_the_name_of_a_group_divides_no_headings() -> None:
    assert not is_second_heading_row(("I", "Đã thực hiện", ""))
    assert not is_second_heading_row(("ĐÃ THỰC HIỆN", "ĐÃ THỰC HIỆN", "ĐÃ THỰC HIỆN"))
    assert not is_second_heading_row(("", "Chưa thực hiện", ""))
    assert is_second_heading_row(("", "Trong hạn", "Quá hạn"))


def test_what_a_task_is_goes_before_what_its_letter_is_about() -> None:
    assert fields_of_row(("Trích yếu", "Nội dung giao")) == (Field.OTHER, Field.CONTENT)
    assert fields_of_row(("Số", "Trích yếu"))[1] is Field.CONTENT


def test_what_a_letter_is_about_may_stand_in_the_lower_row() -> None:
    upper, lower = ("TT", "Văn bản giao", "", "Nội dung giao"), ("", "Số", "Trích yếu", "")
    assert fields_of_two_rows(upper, lower)[1:] == (Field.NUMBER, Field.OTHER, Field.CONTENT)


def test_the_deadline_may_be_divided_alone() -> None:
    upper, lower = ("TT", "Số", "Thời hạn", "", "Ghi chú"), ("", "", "Theo VB", "Sau gia hạn", "")
    assert is_second_heading_row(lower)
    assert fields_of_two_rows(upper, lower)[2:4] == (Field.DEADLINE, Field.EXTENDED)


def test_a_second_date_is_that_of_the_result_it_stands_beside() -> None:
    fields = fields_of_row(("Số VB", "Ngày", "Nội dung", "VB trả lời", "Ngày"))
    assert (fields[1], fields[4]) == (Field.ISSUED, Field.COMPLETED)
