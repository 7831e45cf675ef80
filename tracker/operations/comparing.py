"""An issued report beside what it would say now, and why each difference came about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.core.assessed import AssessedDirective
from tracker.core.differences import Difference, differences
from tracker.core.report import ReportContents
from tracker.operations.desk import Desk
from tracker.operations.issuing import Which, find_report, gather_by
from tracker.store.chronicle import ChronicleEntry, chronicle
from tracker.store.issued import IssuedReport, frozen_contents
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.since import DayChanged, days_changed_since, events_since

Entries = tuple[ChronicleEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A row that differs, and what was entered about its directive, or taken back, since."""

    difference: Difference
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOn:
    """A row as it was issued, of whose directive more is known since: mostly of later days."""

    row: AssessedDirective
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs between a report as it was issued and as it would be now."""

    report: IssuedReport
    then: ReportContents
    now: ReportContents
    """By the report's own rules, as of its own day, from what is recorded now."""
    differences: tuple[Explained, ...]
    moved_on: tuple[MovedOn, ...]
    days_changed: tuple[DayChanged, ...]
    """Changes of the calendar since: they move last days in time."""


def compare(desk: Desk, which: Which) -> Comparison:
    """Replay an issued report from what is recorded now, and tell what differs and why."""
    with open_reading(desk.location) as reading:
        report = find_report(reading, which)
        then = frozen_contents(reading, report.id)
        now = gather_by(
            reading,
            report.terms,
            period=report.period,
            as_of=report.as_of,
            before=report.operation_id,
        )
        since = events_since(reading, report)
        found = differences((*then.judged, *then.left_out), (*now.judged, *now.left_out))
        return Comparison(
            report=report,
            then=then,
            now=now,
            differences=tuple(
                Explained(difference=one, entries=_entries(reading, one.row.id, since))
                for one in found
            ),
            moved_on=tuple(_moved_on(reading, then.rows, found, since)),
            days_changed=days_changed_since(reading, report),
        )


def _moved_on(
    reading: Reading,
    rows: Iterable[AssessedDirective],
    found: Iterable[Difference],
    since: dict[int, frozenset[int]],
) -> Iterable[MovedOn]:
    """Each directive once, a recurring one by the first of its turns."""
    differing = {one.row.id for one in found}
    untouched = {row.id: row for row in reversed(tuple(rows)) if row.id not in differing}
    for id in sorted(untouched.keys() & since.keys()):
        yield MovedOn(row=untouched[id], entries=_entries(reading, id, since))


def _entries(reading: Reading, id: int, since: dict[int, frozenset[int]]) -> Entries:
    wanted = since.get(id, frozenset())
    if not wanted:
        return ()
    return tuple(entry for entry in chronicle(reading, id) if entry.event_id in wanted)
