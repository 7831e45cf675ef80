"""Whichever column they stand in: the day of completion, the result, and how far it is."""

from __future__ import annotations

import pytest

from tracker.intake.drafts import Field
from tracker.intake.outcomes import told_apart

REPORT = "Báo cáo số 388/BC-KHCN ngày 28/9/2026"
ABOUT_DRAFT = "Báo cáo số 12/BC-KHCN ngày 5/10/2026 về dự thảo Nghị quyết"
FIRST_DRAFT = "Đã trình lần 1 ngày 05/10/2026, đang lấy ý kiến"
BY_LETTER = "Đang lấy ý kiến theo Công văn số 12/SKHCN ngày 02/10/2026"
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
        ("Xong ngày 2.10.2026", ""),
        (SUBMITTED, ""),
        ("Đã họp ngày 05/10/2026", ""),
        (REPORT, ""),
    ],
)
def test_a_bare_day_under_another_heading_is_the_day_unless_the_row_is_told_open(
    field: Field, text: str, day: str
) -> None:
    told = told_apart({field: text}, is_told_open=False)
    assert told == ({"completed": day} if day else {field.value: text})
    assert told_apart({field: text}, is_told_open=True) == {field.value: text}
