"""What falls due next, drawn by week and by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.core.overview import DueDay, DueWeek, Overview
from tracker.core.overview_filters import due_in
from tracker.core.overview_frame import Stretch
from tracker.wording.bars import Bar, Piece, bar_lines
from tracker.wording.charts import Canvas, Chart, Role, chart, counted
from tracker.wording.formats import format_count, format_date, format_weekday


def weeks_chart(overview: Overview, canvas: Canvas) -> Chart:
    """How much falls due in each of the next weeks."""
    title = f"Đến hạn trong {len(overview.weeks)} tuần tới"
    if not any(week.number for week in overview.weeks):
        reading = (
            f"Không có nhiệm vụ nào đến hạn từ ngày {format_date(overview.as_of)} đến ngày "
            f"{format_date(overview.weeks[-1].week.last)}."
        )
        return chart("weeks", title, reading, canvas)
    bars = [_week_bar(week) for week in overview.weeks]
    body = bar_lines(bars, canvas, headings=("Tuần", "Số", "Gần nhất"))
    return chart("weeks", title, _weeks_reading(overview.weeks), canvas, body)


def _week_bar(week: DueWeek) -> Bar:
    return Bar(
        label=_week(week.week),
        pieces=(Piece(week.number, Role.BAR_DUE),),
        figures=(format_count(week.number), _named_day(week.nearest_on)),
        counted=counted("Đến hạn", _week(week.week), week.number, due_in(week.week)),
    )


def _week(week: Stretch) -> str:
    return f"{_day_and_month(week.first)} – {_day_and_month(week.last)}"


def _weeks_reading(weeks: Sequence[DueWeek]) -> str:
    """This week, or where nothing falls due in it, the next one in which something does."""
    this_week = weeks[0]
    if this_week.number:
        return f"Tuần này: {_due(this_week)}"
    later = next(week for week in weeks if week.number)
    return f"Tuần này không có; tuần từ {_day_and_month(later.week.first)}: {_due(later)}"


def _due(week: DueWeek) -> str:
    number = format_count(week.number)
    return f"{number} nhiệm vụ đến hạn, gần nhất {_named_day(week.nearest_on)}"


def days_chart(overview: Overview, canvas: Canvas) -> Chart:
    """How much falls due on each of the next days."""
    title = "Đến hạn từng ngày trong hai tuần tới"
    most = max(overview.days, key=lambda day: day.number, default=None)
    if most is None or not most.number:
        reading = "Không có nhiệm vụ nào đến hạn trong hai tuần tới."
        return chart("days", title, reading, canvas)
    reading = f"Nhiều nhất: {_named_day(most.day)} ({format_count(most.number)} nhiệm vụ)"
    bars = [_day_bar(day) for day in overview.days]
    return chart("days", title, reading, canvas, bar_lines(bars, canvas))


def _day_bar(day: DueDay) -> Bar:
    role = Role.BAR_DUE_ON_DAY_OFF if day.is_day_off else Role.BAR_DUE
    return Bar(
        label=_named_day(day.day),
        pieces=(Piece(day.number, role),),
        figures=(format_count(day.number), "ngày nghỉ" if day.is_day_off else ""),
        counted=counted(
            "Đến hạn", _named_day(day.day), day.number, due_in(Stretch(first=day.day, last=day.day))
        ),
    )


def _named_day(day: date | None) -> str:
    return "" if day is None else f"{format_weekday(day)} {_day_and_month(day)}"


def _day_and_month(day: date) -> str:
    return format_date(day).rpartition("/")[0]
