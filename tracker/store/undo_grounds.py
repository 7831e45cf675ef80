"""Why an operation may not be taken back: what has been built upon it since.

Imports only what a quick read may load.
"""

from __future__ import annotations

from datetime import date

from tracker.store.errors import (
    DayChangedSince,
    IssuedAnew,
    IssuedStands,
    ReportedAsDone,
    UndoConflict,
)
from tracker.store.live import IS_LIVE, in_force, stands
from tracker.store.rows import Reading

_BUILT_UPON = f"""
SELECT directive.document_number, operation.who, operation.at FROM event
JOIN operation ON operation.id = event.operation_id
JOIN directive ON directive.id = event.directive_id
WHERE event.operation_id > :id AND {IS_LIVE}
    AND event.directive_id IN (SELECT directive_id FROM event WHERE operation_id = :id)
ORDER BY event.id LIMIT 1"""


_ISSUED = """
SELECT id, period_key FROM issued_report WHERE operation_id = :id ORDER BY id LIMIT 1"""

_REPORTED_AS_DONE = f"""
SELECT directive.id, directive.document_number, report.id AS report_id, report.period_key
FROM event
JOIN directive ON directive.id = event.directive_id
JOIN issued_row ON issued_row.directive_id = event.directive_id AND issued_row.is_done = 1
JOIN issued_report AS report ON report.id = issued_row.report_id
WHERE event.operation_id = :id AND event.kind = 'completed' AND report.operation_id > :id
    AND {in_force("report")}
ORDER BY event.id, report.id LIMIT 1"""

_ISSUED_ANEW = f"""
SELECT retracted.id, retracted.period_key, other.id AS other_id
FROM report_retraction
JOIN issued_report AS retracted ON retracted.id = report_retraction.report_id
JOIN issued_report AS other ON other.id <> retracted.id
WHERE report_retraction.operation_id = :id
    AND {in_force("other")}
    AND (
        (other.period_kind = retracted.period_kind AND other.period_key = retracted.period_key)
        OR (
            other.operation_id > report_retraction.operation_id
            AND EXISTS (
                SELECT 1 FROM issued_row AS old
                JOIN issued_row AS new ON new.directive_id = old.directive_id
                    AND coalesce(CAST(new.instance AS TEXT), '')
                        = coalesce(CAST(old.instance AS TEXT), '')
                    AND new.reopen_count = old.reopen_count
                WHERE old.report_id = retracted.id AND new.report_id = other.id
                    AND old.is_done = 1 AND new.is_done = 1
                    AND (
                        new.membership = 'not_reported_before'
                        OR other.period_kind = retracted.period_kind))))
ORDER BY other.id LIMIT 1"""
"""Another report on the period, or one that has since reported the same as done in its place."""


_DAY_CHANGED_SINCE = f"""
SELECT later.day, operation.who, operation.at FROM day_off_change AS later
JOIN operation ON operation.id = later.operation_id
WHERE later.operation_id > :id AND {stands("later.operation_id")}
    AND later.day IN (SELECT day FROM day_off_change WHERE operation_id = :id)
ORDER BY later.id LIMIT 1"""


def require_nothing_built_upon(reading: Reading, operation_id: int) -> None:
    """Refuse to take back what others, or a report that went out, rest upon."""
    asked = {"id": operation_id}
    for id, period_key in reading.rows(_ISSUED, asked):
        raise IssuedStands(id, period_key)
    for id, period_key, other_id in reading.rows(_ISSUED_ANEW, asked):
        raise IssuedAnew(id, period_key, other_id=other_id)
    for id, number, report_id, period_key in reading.rows(_REPORTED_AS_DONE, asked):
        raise ReportedAsDone(id, number, report_id=report_id, period_key=period_key)
    for number, who, at in reading.rows(_BUILT_UPON, asked):
        raise UndoConflict(number, who=who, at=at)
    for day, who, at in reading.rows(_DAY_CHANGED_SINCE, asked):
        raise DayChangedSince(date.fromisoformat(day), who=who, at=at)
