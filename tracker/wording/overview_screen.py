"""The overview of an office, put into charts: what was done, what is late, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS, AgeBand
from tracker.core.filters import Filter
from tracker.core.overview import DueDay, DueWeek, MonthNumbers, Overview, UnitOverdue
from tracker.core.overview_filters import (
    completed_in,
    due_in,
    open_without_deadline_for,
    overdue_for,
    overdue_in_unit,
)
from tracker.core.overview_frame import Stretch
from tracker.wording.charts import (
    Bar,
    Canvas,
    Chart,
    Counted,
    Line,
    Piece,
    Role,
    bar_lines,
    legend,
    prose,
)
from tracker.wording.formats import (
    format_count,
    format_date,
    format_month,
    format_number,
    format_weekday,
)
from tracker.wording.labels import NO_UNIT
from tracker.wording.report_text import format_rate

_OVERDUE_ROLES = (Role.BAR_LONG_OVERDUE, Role.BAR_OVERDUE, Role.BAR_JUST_OVERDUE)
"""For each of ``AGE_BANDS``."""


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
        return _chart("months", title, reading, canvas, notes)
    months = overview.months[first:]
    bars = [_month_bar(month) for month in months]
    headings = ("Tháng", "Xong", "Đúng hạn", "Tỷ lệ", "Quá hạn")
    body = (
        *bar_lines(bars, canvas, headings=headings),
        legend(_MONTH_PIECES, bars, canvas),
        *_month_notes(months, canvas),
        *notes,
    )
    return _chart("months", title, _month_reading(months[-1]), canvas, body)


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
        counted=_counted("Xong", _month(month), month.completed, completed_in(month.month)),
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
    return _notes(notes, canvas)


def _undated_note(overview: Overview, canvas: Canvas) -> tuple[Line, ...]:
    if not overview.undated_completions:
        return ()
    number = format_count(overview.undated_completions)
    return _notes([f"Ngoài ra {number} nhiệm vụ đã xong nhưng chưa rõ ngày."], canvas)


def units_chart(overview: Overview, canvas: Canvas) -> Chart:
    """Which divisions have how much overdue, for how long."""
    title = "Quá hạn theo đơn vị"
    if not overview.late_by_unit:
        return _chart("units", title, _NOTHING_OVERDUE, canvas)
    bars = [_unit_bar(unit) for unit in overview.late_by_unit]
    spans = [_short_span(band) for band in AGE_BANDS]
    headings = ("Đơn vị", "Tổng", *spans, "Lâu nhất")
    meanings = [f"{_span(band)} ngày" for band in AGE_BANDS]
    body = (
        *bar_lines(bars, canvas, headings=headings),
        legend(tuple(zip(_OVERDUE_ROLES, meanings, strict=True)), bars, canvas),
    )
    return _chart("units", title, _units_reading(overview), canvas, body)


_NOTHING_OVERDUE = "Không có nhiệm vụ nào quá hạn."


def _unit_bar(unit: UnitOverdue) -> Bar:
    return Bar(
        label=unit.unit or NO_UNIT,
        pieces=tuple(
            Piece(number, role) for number, role in zip(unit.by_age, _OVERDUE_ROLES, strict=True)
        ),
        figures=(
            format_count(unit.number),
            *map(format_count, unit.by_age),
            format_number(unit.longest_days),
        ),
        counted=_counted("Quá hạn", unit.unit or NO_UNIT, unit.number, overdue_in_unit(unit.unit)),
    )


def _units_reading(overview: Overview) -> str:
    most = overview.late_by_unit[0]
    return (
        f"Quá hạn {format_count(overview.overdue)} nhiệm vụ; nhiều nhất: {most.unit or NO_UNIT} "
        f"({format_count(most.number)}); lâu nhất {format_number(overview.longest_days)} ngày"
    )


def overdue_chart(overview: Overview, canvas: Canvas) -> Chart:
    """For how long what is overdue has been so."""
    title = "Quá hạn bao lâu"
    if not overview.overdue:
        return _chart("overdue", title, _NOTHING_OVERDUE, canvas)
    reading = (
        f"Lâu nhất {format_number(overview.longest_days)} ngày; {_span(AGE_BANDS[0])} ngày: "
        f"{format_count(overview.overdue_by_age[0])} trong {format_count(overview.overdue)} "
        "nhiệm vụ quá hạn"
    )
    ages = [
        _Age(number, band, role, overdue_for(band, as_of=overview.as_of))
        for number, band, role in zip(
            overview.overdue_by_age, AGE_BANDS, _OVERDUE_ROLES, strict=True
        )
    ]
    body = _age_lines("Quá hạn", ages, canvas)
    return _chart("overdue", title, reading, canvas, body)


def without_deadline_chart(overview: Overview, canvas: Canvas) -> Chart:
    """How old what is open and has no deadline is, which nothing else would ever tell."""
    title = "Chưa xong, không thời hạn"
    numbers = overview.without_deadline_by_age
    if not sum(numbers):
        reading = "Không có nhiệm vụ nào chưa xong mà không có thời hạn."
        return _chart("without_deadline", title, reading, canvas)
    reading = (
        f"{format_count(numbers[0])} trong {format_count(sum(numbers))} nhiệm vụ đã giao "
        f"{_span(OPEN_BANDS[0])} ngày"
    )
    ages = [
        _Age(
            number,
            band,
            Role.BAR_NO_DEADLINE,
            open_without_deadline_for(band, as_of=overview.as_of),
        )
        for number, band in zip(numbers, OPEN_BANDS, strict=True)
    ]
    body = _age_lines("Không hạn", ages, canvas)
    return _chart("without_deadline", title, reading, canvas, body)


class _Age(NamedTuple):
    """How many are about as old."""

    number: int
    band: AgeBand
    role: Role
    wanted: Filter


def _age_lines(what: str, ages: Sequence[_Age], canvas: Canvas) -> tuple[Line, ...]:
    total = sum(age.number for age in ages)
    bars = [
        Bar(
            label=f"{_span(age.band).capitalize()} ngày",
            pieces=(Piece(age.number, age.role),),
            figures=(format_count(age.number), format_rate(Fraction(age.number, total))),
            counted=_counted(what, f"{_short_span(age.band)} ngày", age.number, age.wanted),
        )
        for age in ages
    ]
    return bar_lines(bars, canvas)


def _counted(what: str, of: str, number: int, wanted: Filter) -> Counted | None:
    """What a bar counts, by a name to stand over a list: ``Quá hạn: Phòng A``."""
    return Counted(name=f"{what}: {of}", wanted=wanted) if number else None


def _span(band: AgeBand) -> str:
    """Days in words: ``trên 30``, ``từ 8 đến 30``, ``dưới 30``."""
    if band.most is None:
        return f"trên {band.least - 1}"
    if band.least == 0:
        return f"dưới {band.most + 1}"
    return f"từ {band.least} đến {band.most}"


def _short_span(band: AgeBand) -> str:
    return f">{band.least - 1}" if band.most is None else f"{band.least}-{band.most}"


def weeks_chart(overview: Overview, canvas: Canvas) -> Chart:
    """How much falls due in each of the next weeks."""
    title = f"Đến hạn trong {len(overview.weeks)} tuần tới"
    if not any(week.number for week in overview.weeks):
        reading = (
            f"Không có nhiệm vụ nào đến hạn từ ngày {format_date(overview.as_of)} đến ngày "
            f"{format_date(overview.weeks[-1].week.last)}."
        )
        return _chart("weeks", title, reading, canvas)
    bars = [_week_bar(week) for week in overview.weeks]
    body = bar_lines(bars, canvas, headings=("Tuần", "Số", "Gần nhất"))
    return _chart("weeks", title, _weeks_reading(overview.weeks), canvas, body)


def _week_bar(week: DueWeek) -> Bar:
    return Bar(
        label=_week(week.week),
        pieces=(Piece(week.number, Role.BAR_DUE),),
        figures=(format_count(week.number), _named_day(week.nearest_on)),
        counted=_counted("Đến hạn", _week(week.week), week.number, due_in(week.week)),
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
        return _chart("days", title, reading, canvas)
    reading = f"Nhiều nhất: {_named_day(most.day)} ({format_count(most.number)} nhiệm vụ)"
    bars = [_day_bar(day) for day in overview.days]
    return _chart("days", title, reading, canvas, bar_lines(bars, canvas))


def _day_bar(day: DueDay) -> Bar:
    role = Role.BAR_DUE_ON_DAY_OFF if day.is_day_off else Role.BAR_DUE
    return Bar(
        label=_named_day(day.day),
        pieces=(Piece(day.number, role),),
        figures=(format_count(day.number), "ngày nghỉ" if day.is_day_off else ""),
        counted=_counted(
            "Đến hạn", _named_day(day.day), day.number, due_in(Stretch(first=day.day, last=day.day))
        ),
    )


def _named_day(day: date | None) -> str:
    return "" if day is None else f"{format_weekday(day)} {_day_and_month(day)}"


def _day_and_month(day: date) -> str:
    return format_date(day).rpartition("/")[0]


def _chart(
    name: str, title: str, reading: str, canvas: Canvas, body: tuple[Line, ...] = ()
) -> Chart:
    head = (*prose(title, Role.TITLE, canvas), *prose(reading, Role.READING, canvas))
    return Chart(name=name, head=head, body=body)


def _notes(texts: Sequence[str], canvas: Canvas) -> tuple[Line, ...]:
    return tuple(
        line for text in texts for line in prose(text, Role.NOTE, canvas, is_indented=True)
    )
