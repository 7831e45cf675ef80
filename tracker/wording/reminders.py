"""The message that reminds a division, ready to paste into a mail or a chat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.wording.formats import (
    format_count,
    format_date,
    format_days_left,
    format_turn,
    format_weekday,
)
from tracker.wording.labels import NO_UNIT
from tracker.wording.secrecy import shown_content, shown_number


def reminder_lines(
    reminder: Any, as_of: date, office: str, *, are_secret_shown: bool
) -> Iterator[str]:
    """One message: who is meant, what is late, what is next, what is asked for."""
    yield f"Kính gửi: {reminder.unit or NO_UNIT}"
    yield f"{_opening(reminder, as_of)}:"
    for title, rows in (
        ("Quá hạn", reminder.overdue),
        ("Sắp đến hạn", reminder.due_soon),
        ("Phối hợp (đơn vị khác chủ trì)", reminder.supported),
    ):
        if rows:
            yield f"{title}:"
            for number, row in enumerate(rows, 1):
                said = shown_number(row, are_secret_shown=are_secret_shown)
                day = format_date(row.document.issued_on)
                turn = format_turn(row.facts.instance)
                yield f"{number}. {said} ngày {day}{turn}: {shown_content(row)}"
                people = _people(row, with_unit=rows is reminder.supported)
                yield f"   {_deadline(row)}{people}."
    yield (
        f"Đề nghị khẩn trương thực hiện, gửi kết quả kèm số, ngày văn bản về bộ phận tổng hợp của "
        f"{office}; việc nào không kịp hạn thì báo cáo, xin gia hạn trước ngày đến hạn."
    )


def _opening(reminder: Any, as_of: date) -> str:
    parts = (
        ("nhiệm vụ quá hạn", reminder.overdue),
        ("nhiệm vụ sắp đến hạn", reminder.due_soon),
        ("nhiệm vụ phối hợp đang cần đôn đốc", reminder.supported),
    )
    counted = [f"{format_count(len(rows))} {what}" for what, rows in parts if rows]
    return f"Tính đến ngày {format_date(as_of)}, đơn vị có {', '.join(counted)}"


def _deadline(row: AssessedDirective) -> str:
    due_on, left = row.assessment.effective_due_on, row.assessment.days_left
    if due_on is None or left is None:
        return "Không thời hạn"
    return f"Hạn {format_weekday(due_on)}, {format_date(due_on)}, {format_days_left(left)}"


def _people(row: AssessedDirective, *, with_unit: bool) -> str:
    leading = f"; chủ trì: {row.unit or NO_UNIT}" if with_unit else ""
    return leading + (f"; theo dõi: {row.officer}" if row.officer else "")


def nobody_to_remind(as_of: date, unit: str | None) -> str:
    """There is nothing late and nothing due soon."""
    whose = f" của {unit}" if unit else ""
    return f"Không có nhiệm vụ{whose} quá hạn hay sắp đến hạn vào ngày {format_date(as_of)}."
