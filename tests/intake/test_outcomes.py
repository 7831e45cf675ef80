"""Whichever column they stand in: the day of completion, the result, and how far it is."""

from __future__ import annotations

import pytest

from tracker.intake.drafts import Field
from tracker.intake.outcomes import told_apart

REPORT = "Báo cáo số 388/BC-KHCN ngày 28/9/2026"
ABOUT_DRAFT = "Báo cáo số 12/BC-KHCN ngày 5/10/2026 về dự thảo Nghị quyết"
FIRST_DRAFT = "Đã trình lần 1 ngày 05/10/2026, đang lấy ý kiến"
BY_LETTER = "Đang lấy ý kiến theo Công văn số 12/SKHCN ngày 02/10/2026"
STEPS = (
    "27/11/2023 (dự thảo)",
    "27/11/2023 - gửi xin ý kiến",
    "27/11/2023 (xin gia hạn)",
    "27/11/2023 trình, chưa được phê duyệt",
    "Đã chuyển phòng QLKH ngày 25/11/2023",
    "Đã giao Phòng QLKH chủ trì (ngày 25/11/2023)",
    "Đã xin ý kiến các sở ngày 05/12/2023",
    "Hoàn thành trước 31/12/2023",
    "Thực hiện Công văn số 6340/UBND-NC ngày 03/12/2023 của UBND tỉnh, Sở đang tổng hợp",
    "Hoàn thành tại Công văn số 1521/KHCN-VP",
    "Báo cáo tiến độ số 300/BC-SKHCN ngày 15/11/2026",
    "Đã trình ngày 15/11/2026 nhưng bị trả lại",
    "Đã tổ chức họp thẩm định lần 1 ngày 15/11/2026",
    "Đã nhắc nhở các phòng ngày 15/11/2026",
    "Đã lựa chọn nhà thầu ngày 15/11/2026; thi công đạt 60%",
)
"""Where a cell for the day of completion names a day or a document, and tells of none."""

SEVERAL_DAYS = (
    "27/11/2023; 05/12/2023",
    "27/11/2023 (lần 1), 05/12/2023 (lần 2)",
    "Lần 1: 27/11/2023; lần 2: 05/12/2023",
)
SPAN = "Đã thực hiện xong từ ngày 01/12/2023 đến ngày 10/12/2023"
SUBMITTED = "Đã trình UBND tỉnh ngày 05/10/2026"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("28/9/2026", {"completed": "28/9/2026"}),
        ("05/10/2026 09:30", {"completed": "05/10/2026 09:30"}),
        ("46300", {"completed": "46300"}),
        ("x", {"completed": "x"}),
        ("Đúng hạn", {"completed": "Đúng hạn"}),
        (f"28/9/2026\n{REPORT}", {"completed": "28/9/2026", "result": REPORT}),
        (f"30/9/2026 ({REPORT})", {"completed": "30/9/2026", "result": REPORT}),
        (REPORT, {"completed": REPORT, "result": REPORT}),
        (ABOUT_DRAFT, {"completed": ABOUT_DRAFT, "result": ABOUT_DRAFT}),
        ("Đã hoàn thành ngày 02/10/2026", {"completed": "02/10/2026"}),
        (SUBMITTED, {"completed": "05/10/2026", "result": SUBMITTED}),
        (FIRST_DRAFT, {"progress": FIRST_DRAFT}),
        (BY_LETTER, {"progress": BY_LETTER}),
        ("1", {"completed": "1"}),
        ("50%", {"progress": "50%"}),
        ("100%", {"completed": "100%"}),
        ("Đang lấy ý kiến các sở", {"progress": "Đang lấy ý kiến các sở"}),
        ("Đã gửi báo cáo tháng 9", {"progress": "Đã gửi báo cáo tháng 9"}),
        *[(text, {"progress": text}) for text in STEPS],
        *[(text, {"completed": text, "result": text}) for text in SEVERAL_DAYS],
        ("Hoàn thành 27/11", {"completed": "27/11", "result": "Hoàn thành 27/11"}),
        ("Hoàn thành ngày 2/5", {"completed": "2/5", "result": "Hoàn thành ngày 2/5"}),
        (SPAN, {"completed": "10/12/2023", "result": SPAN}),
        ("27/11/2023 (quá hạn)", {"completed": "27/11/2023", "result": "quá hạn"}),
        *[(day, {"completed": day}) for day in ("tháng trước", "10/9", "2023", "20.9.23")],
    ],
)
def test_the_cell_for_the_completion_may_hold_what_came_of_it(
    text: str, told: dict[str, str]
) -> None:
    assert told_apart({Field.COMPLETED: text}, is_told_open=False) == told


def test_what_other_columns_say_stays_beside_it() -> None:
    said = {Field.COMPLETED: REPORT, Field.RESULT: f"Đã trình, {REPORT}"}
    assert told_apart(said, is_told_open=False) == said
    said = {Field.COMPLETED: REPORT, Field.RESULT: "Đã trình"}
    told = {"completed": REPORT, "result": f"Đã trình\n{REPORT}"}
    assert told_apart(said, is_told_open=False) == told
    said = {Field.COMPLETED: "Đang chờ ý kiến", Field.PROGRESS: "Quá hạn", Field.NOTE: "Khẩn"}
    told = {"progress": "Quá hạn", "note": "Khẩn\nĐang chờ ý kiến"}
    assert told_apart(said, is_told_open=False) == told


@pytest.mark.parametrize("field", [Field.RESULT, Field.PROGRESS])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09/10/2026", "09/10/2026"),
        ("Đã hoàn thành ngày 02/10/2026", "02/10/2026"),
        ("Xong ngày 2.10.2026", "2.10.2026"),
        ("Đã họp ngày 05/10/2026", ""),
        ("Đã tham gia ngày 05/10/2026", ""),
        (REPORT, ""),
        ("Hoàn thành 2/5", ""),
    ],
)
def test_a_bare_day_under_another_heading_is_the_day_unless_the_row_is_told_open(
    field: Field, text: str, day: str
) -> None:
    told = told_apart({field: text}, is_told_open=False)
    assert told == ({"completed": day} if day else {field.value: text})
    assert told_apart({field: text}, is_told_open=True) == {field.value: text}


@pytest.mark.parametrize("field", [Field.RESULT, Field.PROGRESS])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        (SUBMITTED, "05/10/2026"),
        ("Quá hạn, đã hoàn thành ngày 05/11/2023", "05/11/2023"),
        ("Đã đăng tải trên Cổng TTĐT ngày 28/11/2023", "28/11/2023"),
        ("Đã hoàn thành (BC số 20 ngày 03/01/2024)", "03/01/2024"),
        (SPAN, "10/12/2023"),
        ("Hoàn thành 27/11", "27/11"),
        ("Hoàn thành ngày 15/11/2026, không còn vướng mắc", "15/11/2026"),
    ],
)
def test_prose_on_what_is_done_gives_its_day_wherever_it_stands(
    field: Field, text: str, day: str
) -> None:
    told = told_apart({field: text}, is_told_open=False)
    assert told == {"completed": day, "result": text}
    assert told_apart({field: text}, is_told_open=True) == {field.value: text}


def test_a_bare_claim_under_the_result_is_the_progress_where_nothing_else_is() -> None:
    assert told_apart({Field.RESULT: "Hoàn thành"}, is_told_open=False) == {
        "progress": "Hoàn thành"
    }
    said = {Field.RESULT: "Hoàn thành", Field.PROGRESS: "Đúng hạn"}
    assert told_apart(said, is_told_open=False) == said
