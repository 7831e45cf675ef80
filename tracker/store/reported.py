"""What the reports in force show as done: what a report on another period need not show again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tracker.core.assessed import CompletionKey
from tracker.core.membership import ReportedSoFar
from tracker.core.periods import PeriodKind, ReportingPeriod
from tracker.store.finding import LARGEST_ID
from tracker.store.live import IS_LIVE, in_force
from tracker.store.rows import Reading

_SHOWN_DONE = """
SELECT directive_id, instance, reopen_count, period_kind, report.starts_on, report.ends_on
FROM issued_row JOIN issued_report AS report ON report.id = issued_row.report_id
WHERE is_done = 1 AND (report.ends_on < :starts_on OR period_kind = :kind)
    AND NOT (period_kind = :kind AND period_key = :key)
    AND report.operation_id < :before
    AND NOT EXISTS (
        SELECT 1 FROM report_retraction AS taken
        WHERE taken.report_id = report.id AND taken.operation_id < :before
            AND NOT EXISTS (
                SELECT 1 FROM operation AS u
                WHERE u.undoes = taken.operation_id AND u.id < :before))"""


def reported_rows(
    reading: Reading,
    period: ReportingPeriod,
    *,
    until: date | None,
    before: int = LARGEST_ID,
) -> ReportedSoFar:
    """Return what the other reports in force show as done, for a report on this period.

    ``before`` is an operation: what was issued, retracted or undone by it or later is left aside.
    """
    rows = reading.rows(_SHOWN_DONE, _parameters(period, before))
    stands_for = _originals(reading)
    shown = [
        (key, PeriodKind(row[3]), date.fromisoformat(row[4]), date.fromisoformat(row[5]))
        for row in rows
        for key in _keys(row, stands_for)
    ]
    return ReportedSoFar(
        until=until,
        rows=frozenset(key for key, _, _, ends_on in shown if ends_on < period.starts_on),
        same_kind_rows=frozenset(
            key
            for key, kind, starts_on, ends_on in shown
            if kind is period.kind and _is_beside(period, starts_on, ends_on)
        ),
    )


def _is_beside(period: ReportingPeriod, starts_on: date, ends_on: date) -> bool:
    """A free range shows again what another one within it showed, as a year does its months."""
    is_apart = ends_on < period.starts_on or period.ends_on < starts_on
    return is_apart or period.kind is not PeriodKind.RANGE


_VOIDED = f"""
SELECT directive_id, payload FROM event JOIN directive ON directive.id = directive_id
WHERE kind = 'voided' AND is_void = 1 AND {IS_LIVE} ORDER BY event.id"""


def _originals(reading: Reading) -> dict[int, int]:
    """The directives that were entered twice, and those that stay in their place."""
    found = {id: json.loads(payload)["duplicate_of"] for id, payload in reading.rows(_VOIDED, {})}
    return {id: original for id, original in found.items() if original is not None}


def _keys(row: tuple[Any, ...], stands_for: Mapping[int, int]) -> Iterator[CompletionKey]:
    """The completion shown, and the same one of the directive that stays for a duplicate."""
    id, instance, reopen_count = row[0], row[1] and date.fromisoformat(row[1]), row[2]
    seen: set[int] = set()
    while id is not None and id not in seen:
        yield id, instance, reopen_count
        seen.add(id)
        id = stands_for.get(id)


def _parameters(period: ReportingPeriod, before: int) -> dict[str, Any]:
    return {
        "kind": period.kind.value,
        "key": period.key,
        "starts_on": period.starts_on.isoformat(),
        "before": before,
    }


_SHOWING = f"""
SELECT DISTINCT report.id, report.period_key FROM issued_row
JOIN issued_report AS report ON report.id = issued_row.report_id
WHERE issued_row.directive_id = :id AND membership NOT IN ('withdrawn', 'supporting')
    AND {in_force("report")}
ORDER BY report.id"""


def reports_showing(reading: Reading, directive_id: int) -> tuple[tuple[int, str], ...]:
    """Return id and period of the reports in force that a directive stands in."""
    return tuple((id, key) for id, key in reading.rows(_SHOWING, {"id": directive_id}))
