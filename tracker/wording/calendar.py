"""The table of days off, and what a change of it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.wording.formats import format_count, format_date, format_weekday

_KINDS = {"holiday": "nghỉ", "working": "làm việc"}

_SHOWN = 20


def day_off_cells(one: Any) -> tuple[str, ...]:
    """One line of the table."""
    return format_date(one.day), format_weekday(one.day), _KINDS[one.kind.value], one.name


def day_off_footer(year: int, found: Sequence[Any]) -> str:
    """What the table holds, and what goes without saying."""
    return (
        f"Năm {year}: {format_count(len(found))} ngày ghi riêng; thứ Bảy, Chủ nhật khác là ngày "
        "nghỉ. Sửa bằng: tracker days-off add NGÀY (thêm --working nếu là ngày làm bù), "
        "tracker days-off remove NGÀY."
    )


_DONE = {
    "holiday": "Đã ghi ngày nghỉ",
    "working": "Đã ghi ngày làm bù",
    None: "Đã trả về ngày thường",
}


def changed_lines(changed: Any) -> Iterator[str]:
    """Which days were changed, and which last days in time moved by it."""
    named = ", ".join(f"{format_weekday(day)} {format_date(day)}" for day in changed.days)
    yield f"{_DONE[changed.kind and changed.kind.value]}: {named}"
    if not changed.moved:
        yield "Không nhiệm vụ nào đổi ngày cuối còn đúng hạn."
        return
    yield f"Ngày cuối còn đúng hạn thay đổi ở {_tasks(len(changed.moved))}:"
    for one in changed.moved[:_SHOWN]:
        yield f"  {one.id}  {one.document_number}: {_day(one.before)} → {_day(one.after)}"
    if len(changed.moved) > _SHOWN:
        yield f"  và {_tasks(len(changed.moved) - _SHOWN)} khác"


def _tasks(number: int) -> str:
    return f"{format_count(number)} nhiệm vụ"


def _day(day: Any) -> str:
    return "không có" if day is None else format_date(day)
