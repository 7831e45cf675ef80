"""What was completed month by month, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.overview import MonthNumbers, Overview
from tracker.core.overview_filters import completed_in
from tracker.wording.bars import Bar, Piece, bar_lines, legend
from tracker.wording.charts import Canvas, Chart, Line, Role, chart, counted, note_lines
from tracker.wording.formats import format_count, format_date, format_month, format_number
from tracker.wording.report_text import format_rate


def months_chart(overview: Overview, canvas: Canvas) -> Chart:
    """What was completed month by month, and how much of it on time."""
    first = next(
        (place for place, month in enumerate(overview.months) if month.completed or month.missed),
        None,
    )
    notes = _undated_note(overview, canvas)
    title = "Hoàn thành theo tháng"
    if first is None:
        reading = (
            "Chưa có nhiệm vụ nào đến hạn hay hoàn thành từ ngày "
            f"{format_date(overview.months[0].month.first)}."
        )
        return chart("months", title, reading, canvas, notes)
    months = overview.months[first:]
    bars = [_month_bar(month) for month in months]
    headings = ("Tháng", "Xong", "Đúng hạn", "Tỷ lệ", "Quá hạn")
    body = (
        *bar_lines(bars, canvas, headings=headings),
        legend(_MONTH_PIECES, bars, canvas),
        *_month_notes(months, canvas),
        *notes,
    )
    return chart("months", title, _month_reading(months[-1]), canvas, body)


_MONTH_PIECES = (
    (Role.BAR_ON_TIME, "đúng hạn"),
    (Role.BAR_LATE, "chậm"),
    (Role.BAR_NO_DEADLINE, "không thời hạn"),
    (Role.BAR_NEEDS_REVIEW, "cần rà soát"),
)


def _month_bar(month: MonthNumbers) -> Bar:
    numbers = (
        month.on_time_by_a_day,
        month.late,
        month.on_time - month.on_time_by_a_day,
        month.needs_review,
    )
    return Bar(
        label=_month(month),
        pieces=tuple(
            Piece(number, role) for number, (role, _) in zip(numbers, _MONTH_PIECES, strict=True)
        ),
        figures=(
            format_count(month.completed),
            _on_time_share(month) if month.rated else "",
            format_rate(month.rate),
            format_count(month.missed),
        ),
        counted=counted("Xong", _month(month), month.completed, completed_in(month.month)),
    )


def _month(month: MonthNumbers) -> str:
    return f"{format_month(month.month.first.month)}/{month.month.first.year}"


def _on_time_share(month: MonthNumbers) -> str:
    return f"{format_number(month.on_time_by_a_day)}/{format_number(month.rated)}"


def _month_reading(month: MonthNumbers) -> str:
    name = f"Tháng {_month(month)}"
    if month.rate is not None:
        return f"{name}: đúng hạn {format_rate(month.rate)} ({_on_time_share(month)})"
    if month.completed:
        return f"{name}: xong {format_count(month.completed)}, không việc nào tính được tỷ lệ"
    return f"{name}: chưa có nhiệm vụ nào hoàn thành"


def _month_notes(months: Sequence[MonthNumbers], canvas: Canvas) -> tuple[Line, ...]:
    """What the figures mean, where that cannot be guessed."""
    notes = []
    if any(month.completed > month.rated for month in months):
        notes.append("Tỷ lệ chỉ tính những việc có thời hạn rõ ràng.")
    if any(month.missed for month in months):
        until = format_date(months[-1].month.last)
        notes.append(
            f"Quá hạn: đến hạn trong tháng mà hết tháng (tháng này: đến {until}) chưa xong."
        )
    return note_lines(notes, canvas)


def _undated_note(overview: Overview, canvas: Canvas) -> tuple[Line, ...]:
    if not overview.undated_completions:
        return ()
    number = format_count(overview.undated_completions)
    return note_lines([f"Ngoài ra {number} nhiệm vụ đã xong nhưng chưa rõ ngày."], canvas)
