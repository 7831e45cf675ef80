"""The overview of an office, put into charts: what was done, what is late, what comes next."""

from __future__ import annotations

from datetime import date

from tracker.core.overview import Overview
from tracker.wording.charts import Canvas, Chart
from tracker.wording.due_charts import days_chart, weeks_chart
from tracker.wording.formats import format_date
from tracker.wording.late_charts import overdue_chart, units_chart, without_deadline_chart
from tracker.wording.months_chart import months_chart


def overview_headline(as_of: date, *, is_today: bool) -> str:
    """What all the charts speak of."""
    seen = "" if is_today else " (xem theo ngày đã chọn)"
    return f"Tổng quan thực hiện nhiệm vụ tính đến ngày {format_date(as_of)}{seen}"


def overview_charts(overview: Overview, canvas: Canvas) -> tuple[Chart, ...]:
    """Every chart there is, in the order in which they are read."""
    return (
        months_chart(overview, canvas),
        units_chart(overview, canvas),
        overdue_chart(overview, canvas),
        without_deadline_chart(overview, canvas),
        weeks_chart(overview, canvas),
        days_chart(overview, canvas),
    )
