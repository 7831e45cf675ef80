"""Rows that are no directives."""

from __future__ import annotations

from itertools import product

import pytest

from tracker.core.directive import Group
from tracker.intake.drafts import RowKind
from tracker.intake.landmarks import group_label, is_section, landmark
from tracker.intake.raw_table import RawRow
from tracker.wording.report_text import PARTS, group_heading


def row(*cells: str) -> RawRow:
    return RawRow(line=1, cells=cells)


@pytest.mark.parametrize(
    ("cells", "group", "claimed"),
    [
        (("I", "ĐÃ THỰC HIỆN: 02 nhiệm vụ"), Group.DONE, 2),
        (("II", "", "ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn: 05; quá hạn: 02)"),
         Group.IN_PROGRESS, 7),
        (("III", "Chưa thực hiện: 0", ""), Group.NOT_STARTED, 0),
        (("I. Đã hoàn thành",), Group.DONE, None),
        (("A.", "Nhiệm vụ chưa hoàn thành", "12"), Group.IN_PROGRESS, 12),
        (("1", "Các nhiệm vụ đã hoàn thành trong tháng 12"), Group.DONE, 12),
        (("Còn lại: 5",), Group.IN_PROGRESS, 5),
    ],
)  # fmt: skip
def test_the_head_of_a_group_is_known_by_its_words(
    cells: tuple[str, ...], group: Group, claimed: int | None
) -> None:
    label = group_label(row(*cells))
    assert label is not None
    assert (label.group, label.claimed) == (group, claimed)


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("counts", product((0, 2), repeat=5))
def test_every_head_of_a_group_that_the_program_prints_is_known(
    group: Group, counts: tuple[int, ...]
) -> None:
    numbers = dict(zip(PARTS, counts, strict=True)) | {"total": sum(counts)}
    label = group_label(row("II", group_heading(group.value, numbers), "", ""))
    assert label is not None
    assert (label.group, label.claimed) == (group, sum(counts))


def test_in_time_and_late_divide_the_group_they_stand_in() -> None:
    label = group_label(row("b)", "Quá hạn: 02"))
    assert label is not None
    assert (label.group, label.default, label.claimed) == (None, Group.IN_PROGRESS, 2)


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "25/KH-UBND ngày 24/5/2023", "Đã thực hiện"),
        ("1", "Đã thực hiện rà soát các thủ tục"),
        ("", "10/01/2024 Chưa đến hạn"),
        ("I", "Lĩnh vực khoa học"),
        ("Tổng số: 09 nhiệm vụ",),
        ("1", "", "Rà soát các nhiệm vụ chưa hoàn thành"),
        ("1",),
    ],
)
def test_other_rows_head_no_group(cells: tuple[str, ...]) -> None:
    assert group_label(row(*cells)) is None


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("(1)", "(2)", "(3)"), RowKind.COLUMN_NUMBERS),
        (("A", "B", "1", "2", "3=1+2"), RowKind.COLUMN_NUMBERS),
        (("", "Tổng số: 09 nhiệm vụ"), RowKind.TOTAL),
        (("Tổng cộng", "", "12"), RowKind.TOTAL),
        (("Cộng", "09"), RowKind.TOTAL),
        (("Nơi nhận:",), RowKind.SIGNATURE),
        (("**KT. GIÁM ĐỐC",), RowKind.SIGNATURE),
        (("GIÁM ĐỐC",), RowKind.SIGNATURE),
        (("Người lập biểu", "Thủ trưởng đơn vị"), RowKind.SIGNATURE),
        (("- Lưu: VT, VP.",), RowKind.SIGNATURE),
        (("12",), RowKind.TEXT),
        (("Trang 2/5",), RowKind.TEXT),
    ],
)
def test_what_any_reader_passes_over_is_named(cells: tuple[str, ...], kind: RowKind) -> None:
    assert landmark(row(*cells)) is kind


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "25/KH-UBND ngày 24/5/2023", "Tổng hợp báo cáo"),
        ("Tổng kết 10 năm thực hiện Nghị quyết",),
        ("1", "2", "Phối hợp"),
        ("Giám đốc Sở chủ trì rà soát",),
    ],
)
def test_a_row_that_may_be_a_directive_is_not_passed_over(cells: tuple[str, ...]) -> None:
    assert landmark(row(*cells)) is None


def test_a_mark_and_a_text_are_a_section() -> None:
    assert is_section(row("A", "", "NHIỆM VỤ CỦA CHÍNH PHỦ"))
    assert is_section(row("a)", "Phòng Quản lý khoa học"))
    assert not is_section(row("1", "Phòng Quản lý khoa học"))
    assert not is_section(row("I", "Soạn Chỉ thị", "Tháng 3 năm 2022"))
