"""What is overdue, and what is open and never will be, drawn by division and age."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS, AgeBand
from tracker.core.filters import Filter
from tracker.core.overview import Overview, UnitOverdue
from tracker.core.overview_filters import open_without_deadline_for, overdue_for, overdue_in_unit
from tracker.wording.bars import Bar, Piece, bar_lines, legend
from tracker.wording.charts import Canvas, Chart, Line, Role, chart, counted
from tracker.wording.formats import format_count, format_number
from tracker.wording.labels import NO_UNIT
from tracker.wording.report_text import format_rate

_OVERDUE_ROLES = (Role.BAR_LONG_OVERDUE, Role.BAR_OVERDUE, Role.BAR_JUST_OVERDUE)
"""For each of ``AGE_BANDS``."""


def units_chart(overview: Overview, canvas: Canvas) -> Chart:
    """Which divisions have how much overdue, for how long."""
    title = "Quá hạn theo đơn vị"
    if not overview.late_by_unit:
        return chart("units", title, _NOTHING_OVERDUE, canvas)
    bars = [_unit_bar(unit) for unit in overview.late_by_unit]
    spans = [_short_span(band) for band in AGE_BANDS]
    headings = ("Đơn vị", "Tổng", *spans, "Lâu nhất")
    meanings = [f"{_span(band)} ngày" for band in AGE_BANDS]
    body = (
        *bar_lines(bars, canvas, headings=headings),
        legend(tuple(zip(_OVERDUE_ROLES, meanings, strict=True)), bars, canvas),
    )
    return chart("units", title, _units_reading(overview), canvas, body)


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
        counted=counted("Quá hạn", unit.unit or NO_UNIT, unit.number, overdue_in_unit(unit.unit)),
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
        return chart("overdue", title, _NOTHING_OVERDUE, canvas)
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
    return chart("overdue", title, reading, canvas, body)


def without_deadline_chart(overview: Overview, canvas: Canvas) -> Chart:
    """How old what is open and has no deadline is, which nothing else would ever tell."""
    title = "Chưa xong, không thời hạn"
    numbers = overview.without_deadline_by_age
    if not sum(numbers):
        reading = "Không có nhiệm vụ nào chưa xong mà không có thời hạn."
        return chart("without_deadline", title, reading, canvas)
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
    return chart("without_deadline", title, reading, canvas, body)


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
            counted=counted(what, f"{_short_span(age.band)} ngày", age.number, age.wanted),
        )
        for age in ages
    ]
    return bar_lines(bars, canvas)


def _span(band: AgeBand) -> str:
    """Days in words: ``trên 30``, ``từ 8 đến 30``, ``dưới 30``."""
    if band.most is None:
        return f"trên {band.least - 1}"
    if band.least == 0:
        return f"dưới {band.most + 1}"
    return f"từ {band.least} đến {band.most}"


def _short_span(band: AgeBand) -> str:
    return f">{band.least - 1}" if band.most is None else f"{band.least}-{band.most}"
