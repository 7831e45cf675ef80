"""The stable English form of an overview, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS, AgeBand
from tracker.core.overview import MonthNumbers, Overview
from tracker.core.totals import SCHEMA_VERSION

_RATE_DIGITS = 4


def overview_fields(overview: Overview) -> dict[str, object]:
    """What ``overview --json`` prints; a rate is a share of one, null where nothing has one."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": overview.as_of.isoformat(),
        "months": [_month(month) for month in overview.months],
        "undated_completions": overview.undated_completions,
        "overdue": {
            "total": overview.overdue,
            "longest_days": overview.longest_days,
            "by_age": _by_age(overview.overdue_by_age, AGE_BANDS),
            "by_unit": [
                {
                    "unit": unit.unit,
                    "total": unit.number,
                    "longest_days": unit.longest_days,
                    "by_age": _by_age(unit.by_age, AGE_BANDS),
                }
                for unit in overview.late_by_unit
            ],
        },
        "open_without_deadline": {
            "total": sum(overview.without_deadline_by_age),
            "by_age": _by_age(overview.without_deadline_by_age, OPEN_BANDS),
        },
        "due_by_week": [
            {
                "starts_on": week.week.first.isoformat(),
                "ends_on": week.week.last.isoformat(),
                "total": week.number,
                "nearest_on": _day(week.nearest_on),
            }
            for week in overview.weeks
        ],
        "due_by_day": [
            {"day": day.day.isoformat(), "total": day.number, "is_day_off": day.is_day_off}
            for day in overview.days
        ],
    }


def _month(month: MonthNumbers) -> dict[str, object]:
    return {
        "starts_on": month.month.first.isoformat(),
        "ends_on": month.month.last.isoformat(),
        "completed": month.completed,
        "on_time": month.on_time,
        "on_time_with_deadline": month.on_time_by_a_day,
        "late": month.late,
        "needs_review": month.needs_review,
        "on_time_rate": None if month.rate is None else round(float(month.rate), _RATE_DIGITS),
        "overdue_at_end": month.missed,
    }


def _by_age(numbers: Sequence[int], bands: Sequence[AgeBand]) -> list[dict[str, int | None]]:
    return [
        {"from_days": band.least, "to_days": band.most, "total": number}
        for number, band in zip(numbers, bands, strict=True)
    ]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
