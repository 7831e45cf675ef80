"""Why an operation may not be taken back: what has been built upon it since."""

from __future__ import annotations

from sqlalchemy import Connection, text

from tracker.store.calendar import require_days_unchanged
from tracker.store.errors import IssuedAnew, IssuedStands, ReportedAsDone, UndoConflict
from tracker.store.live import IS_LIVE, in_force

_BUILT_UPON = text(f"""
SELECT directive.document_number, operation.who, operation.at FROM event
JOIN operation ON operation.id = event.operation_id
JOIN directive ON directive.id = event.directive_id
WHERE event.operation_id > :id AND {IS_LIVE}
    AND event.directive_id IN (SELECT directive_id FROM event WHERE operation_id = :id)
ORDER BY event.id LIMIT 1""")


_ISSUED = text("""
SELECT id, period_key FROM issued_report WHERE operation_id = :id ORDER BY id LIMIT 1""")

_REPORTED_AS_DONE = text(f"""
SELECT directive.id, directive.document_number, report.id AS report_id, report.period_key
FROM event
JOIN directive ON directive.id = event.directive_id
JOIN issued_row ON issued_row.directive_id = event.directive_id AND issued_row.is_done = 1
JOIN issued_report AS report ON report.id = issued_row.report_id
WHERE event.operation_id = :id AND event.kind = 'completed' AND report.operation_id > :id
    AND {in_force("report")}
ORDER BY event.id, report.id LIMIT 1""")

_ISSUED_ANEW = text(f"""
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
ORDER BY other.id LIMIT 1""")
"""Another report on the period, or one that has since reported the same as done in its place."""


def require_nothing_built_upon(connection: Connection, operation_id: int) -> None:
    """Refuse to take back what others, or a report that went out, rest upon."""
    asked = {"id": operation_id}
    if issued := connection.execute(_ISSUED, asked).first():
        raise IssuedStands(issued.id, issued.period_key)
    if anew := connection.execute(_ISSUED_ANEW, asked).first():
        raise IssuedAnew(anew.id, anew.period_key, other_id=anew.other_id)
    if done := connection.execute(_REPORTED_AS_DONE, asked).first():
        raise ReportedAsDone(
            done.id, done.document_number, report_id=done.report_id, period_key=done.period_key
        )
    if later := connection.execute(_BUILT_UPON, asked).first():
        raise UndoConflict(later.document_number, who=later.who, at=later.at)
    require_days_unchanged(connection, operation_id)
