"""The echo of what is being typed."""

from __future__ import annotations

import pytest

from tests.builders import TODAY, WEEKENDS_ONLY
from tracker.operations.previewing import preview_day, preview_deadline, preview_result
from tracker.operations.previewing_entries import preview_line
from tracker.wording.previewing import entry_lines, preview_words

PLAN = "25/KH-UBND ngày 24/5/2023"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "không có thời hạn"),
        ("không", "không có thời hạn"),
        ("17/12/2023", "Chủ nhật, 17/12/2023, còn 3 ngày"),
        ("14/12/2023", "thứ Năm, 14/12/2023, hạn hôm nay"),
        ("9/12/2023", "thứ Bảy, 09/12/2023, quá hạn 5 ngày"),
        ("Quý I/2024", "Quý I/2024 (tức Chủ nhật, 31/3/2024, còn 108 ngày)"),
        ("hằng tháng", "hằng tháng (định kỳ)"),
        ("thường xuyên", "thường xuyên (không có ngày hạn)"),
        ("sau khi có ý kiến", "sau khi có ý kiến (chờ điều kiện, chưa có ngày hạn)"),
        ("10/", "chưa gõ hết"),
        ("10/01", "hiểu là thứ Ba, 10/01/2023, quá hạn 338 ngày"),
        (
            "31/2/2024",
            "Thời hạn «31/2/2024» không đúng: tháng đó chỉ có 29 ngày; kiểm tra lại ngày.",
        ),
    ],
)
def test_a_deadline_is_echoed_with_its_day_and_how_far_that_is(text: str, words: str) -> None:
    preview = preview_deadline(
        text, assigned_on=TODAY.replace(day=1), today=TODAY, days_off=WEEKENDS_ONLY
    )
    assert preview_words("deadline", preview, TODAY) == words


def test_days_and_documents_are_echoed() -> None:
    assert preview_words("on", preview_day("5/12/2023", today=TODAY), TODAY) == (
        "thứ Ba, 05/12/2023"
    )
    assert preview_words("on", preview_day("", today=TODAY), TODAY) == ""
    two = "1514/KHCN-VP ngày 27/11/2023 và 1515/KHCN-VP ngày 28/11/2023"
    assert preview_words("result", preview_result(two, today=TODAY), TODAY) == (
        "1514/KHCN-VP ngày 27/11/2023; 1515/KHCN-VP ngày 28/11/2023"
    )
    assert preview_words("result", preview_result("xong", today=TODAY), TODAY) == (
        "không nêu văn bản"
    )


def test_each_field_of_a_line_is_echoed_in_its_own() -> None:
    preview = preview_line(f"{PLAN} hạn 10/01/2024", today=TODAY, days_off=WEEKENDS_ONLY)
    assert list(entry_lines(preview, TODAY)) == [
        "số ký hiệu: 25/KH-UBND",
        "ngày văn bản: thứ Tư, 24/5/2023",
        "nội dung: còn thiếu",
        "thời hạn: thứ Tư, 10/01/2024, còn 27 ngày",
        "ngày giao: như ngày văn bản",
    ]
