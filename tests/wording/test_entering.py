"""What is echoed while a directive is typed, and said after it was entered."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core.dates import UnreadableDate, parse_date
from tracker.core.days_off import DaysOff
from tracker.operations.previewing_entries import preview_line
from tracker.operations.typed import Remark, RemarkKind
from tracker.wording.entering import entry_label, line_preview, remark_words
from tracker.wording.messages import sentence

TODAY = date(2023, 12, 14)


def echoed(line: str) -> list[tuple[str, str]]:
    return list(line_preview(preview_line(line, today=TODAY, days_off=DaysOff()), TODAY))


def test_of_several_remarks_the_deadline_that_was_not_taken_is_told() -> None:
    *_, (role, words) = echoed("25/KH-UBND ngày 27/5/2023 Rà soát trước ngày 30/12/2023")
    assert role == "remark"
    assert "«trước ngày 30/12/2023»" in words


def test_what_is_wrong_is_told_whole_and_what_is_half_typed_is_not_called_wrong() -> None:
    line = "25/KH-UBND ngày 24/5/2023 Rà soát hạn 31/02"
    assert echoed(f"{line}/2024")[3][0] == "refused"
    assert echoed(f"{line}/2024")[3][1].startswith("× Thời hạn «31/02/2024» không đúng")
    assert echoed("25/KH-UBND ngày 24/")[1] == ("incomplete", "… Ngày văn bản: chưa gõ hết")


@pytest.mark.parametrize(
    ("place", "advice"),
    [("line", "viết: hạn"), ("form", "ô thời hạn"), ("pasted", "sau khi ghi"), ("kept", "phím s")],
)
def test_each_place_tells_what_to_do_there(place: str, advice: str) -> None:
    remark = Remark(kind=RemarkKind.DEADLINE_NOT_TAKEN, text="trước 30/12")
    assert advice in remark_words(remark, place=place)


def test_a_new_directive_has_one_deadline_and_its_marks_say_how_they_are_answered() -> None:
    assert entry_label("deadline") == "Thời hạn"
    assert entry_label("is_pinned") == "Ghim vào phụ lục (có hoặc không)"


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_day_that_was_left_empty_is_told_as_missing(typed: str) -> None:
    with pytest.raises(UnreadableDate) as refusal:
        parse_date(typed, today=TODAY)
    assert sentence(refusal.value) == "Chưa ghi ngày: viết ngày/tháng/năm, ví dụ 10/01/2024."
