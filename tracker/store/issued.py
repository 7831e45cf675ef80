"""The reports that were issued: each with its file, its rows, its totals and its rules.

Imports only what a read may load; ``store.issuing`` writes them down.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.core.errors import DatabaseTrouble, NotFound
from tracker.core.membership import Membership
from tracker.core.office import OfficeNames
from tracker.core.periods import ReportingPeriod, UnreadablePeriod
from tracker.core.report import Judged, ReportContents
from tracker.core.rules import Policy
from tracker.store.finding import LARGEST_ID
from tracker.store.frozen import (
    Numbers,
    thawed,
    thawed_contents,
    thawed_period,
    thawed_row,
)
from tracker.store.live import stands
from tracker.store.rows import Reading


class NoSuchReport(NotFound):
    """No issued report has this id."""

    def __init__(self, id: int) -> None:
        super().__init__(id)
        self.id = id


class DamagedIssue(DatabaseTrouble):
    """What is kept of an issued report is not what was issued."""

    def __init__(self, id: int, period_key: str) -> None:
        super().__init__(id)
        self.id = id
        self.period_key = period_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a report was made by: whoever makes it again needs the same."""

    policy: Policy
    reported_until: date | None = None
    with_supporting: bool = False
    office: OfficeNames | None = None
    """The names it went out under."""
    successors: tuple[tuple[str, str], ...] = ()
    """Old names of divisions, each with the one that followed it by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """That a report was taken back, and why."""

    reason: str
    who: str
    at: str
    """As an ISO instant in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedReport:
    """A report that went out, without its file and its rows."""

    id: int
    operation_id: int
    period: ReportingPeriod
    as_of: date
    layout: str
    number: str
    """Of the report as a document; empty where it was not said."""
    dated_on: date | None
    file_name: str
    format: str
    sha256: str
    totals: Numbers
    terms: Terms
    issued_by: str
    issued_at: str
    """As an ISO instant in UTC."""
    last_event_id: int
    """The last event that it knew of."""
    last_operation_id: int
    """The last operation that it knew of: its own."""
    retraction: Retraction | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether what it shows as done counts as reported."""
        return self.retraction is None


_REPORTS = f"""
SELECT report.id, report.operation_id, report.period_kind, report.period_key, report.starts_on,
    report.ends_on, report.as_of, report.layout, report.number, report.dated_on,
    report.file_name, report.format, report.sha256, report.totals, report.settings,
    report.last_event_id, report.last_operation_id, operation.who, operation.at,
    taken.reason, back.who, back.at
FROM issued_report AS report
JOIN operation ON operation.id = report.operation_id
LEFT JOIN report_retraction AS taken
    ON taken.report_id = report.id AND {stands("taken.operation_id")}
LEFT JOIN operation AS back ON back.id = taken.operation_id"""

_NAMES = (
    "id",
    "operation_id",
    "period_kind",
    "period_key",
    "starts_on",
    "ends_on",
    "as_of",
    "layout",
    "number",
    "dated_on",
    "file_name",
    "format",
    "sha256",
    "totals",
    "settings",
    "last_event_id",
    "last_operation_id",
    "issued_by",
    "issued_at",
    "reason",
    "retracted_by",
    "retracted_at",
)


def issued_reports(
    reading: Reading, *, period: ReportingPeriod | None = None, with_retracted: bool = False
) -> tuple[IssuedReport, ...]:
    """Return the reports that were issued, in that order.

    A period is known by its name: one issued before the office moved its cut-off stays issued.
    """
    conditions = [] if with_retracted else ["taken.id IS NULL"]
    parameters: dict[str, Any] = {}
    if period is not None:
        conditions.append("period_kind = :kind AND period_key = :key")
        parameters = {"kind": period.kind.value, "key": period.key}
    sql = f"{_REPORTS} WHERE {' AND '.join(conditions) or '1 = 1'} ORDER BY report.id"
    return tuple(_report(row) for row in reading.rows(sql, parameters))


def issued_report(reading: Reading, id: int) -> IssuedReport:
    """Return one report; ``NoSuchReport`` where there is none."""
    rows = _by_id(reading, f"{_REPORTS} WHERE report.id = :id", id)
    return _report(rows[0])


def report_in_force(reading: Reading, period: ReportingPeriod) -> IssuedReport | None:
    """Return the report that was issued on a period, unless it was retracted."""
    found = issued_reports(reading, period=period)
    return found[-1] if found else None


def issued_content(reading: Reading, id: int) -> bytes:
    """Return the file that was issued, to the byte; ``DamagedIssue`` where it is not that."""
    sql = "SELECT content, sha256, period_key FROM issued_report WHERE id = :id"
    content, expected, key = _by_id(reading, sql, id)[0]
    if fingerprint(bytes(content)) != expected:
        raise DamagedIssue(id, key)
    return bytes(content)


def fingerprint(content: bytes) -> str:
    """What tells one file from every other."""
    return hashlib.sha256(content).hexdigest()


def issued_rows(reading: Reading, id: int) -> tuple[Judged, ...]:
    """Return the rows of a report as they were judged then, and after them those that it counts
    beside its total."""
    sql = "SELECT payload, membership FROM issued_row WHERE report_id = :id ORDER BY place"
    return tuple(
        (thawed_row(payload), Membership(reason))
        for payload, reason in reading.rows(sql, {"id": id})
    )


def frozen_contents(reading: Reading, id: int) -> ReportContents:
    """Return a report as it was issued, without those left out because an earlier one had them.

    ``DamagedIssue`` where its parts do not fit together.
    """
    report = issued_report(reading, id)
    try:
        return thawed_contents(
            report.period, report.as_of, judged=issued_rows(reading, id), totals=report.totals
        )
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError) as trouble:
        raise DamagedIssue(id, report.period.key) from trouble


def _by_id(reading: Reading, sql: str, id: int) -> list[tuple[Any, ...]]:
    rows = reading.rows(sql, {"id": id}) if 0 < id <= LARGEST_ID else []
    if not rows:
        raise NoSuchReport(id)
    return rows


def _report(row: tuple[Any, ...]) -> IssuedReport:
    of = dict(zip(_NAMES, row, strict=True))
    try:
        period = thawed_period(
            of["period_kind"],
            of["period_key"],
            starts_on=_given(of["starts_on"]),
            ends_on=_given(of["ends_on"]),
        )
        terms = thawed(Terms, json.loads(of["settings"]))
        totals = json.loads(of["totals"])
    except (UnreadablePeriod, ValueError, TypeError, KeyError, AttributeError) as trouble:
        raise DamagedIssue(of["id"], of["period_key"]) from trouble
    return IssuedReport(
        id=of["id"],
        operation_id=of["operation_id"],
        period=period,
        as_of=_given(of["as_of"]),
        layout=of["layout"],
        number=of["number"],
        dated_on=_day(of["dated_on"]),
        file_name=of["file_name"],
        format=of["format"],
        sha256=of["sha256"],
        totals=totals,
        terms=terms,
        issued_by=of["issued_by"],
        issued_at=of["issued_at"],
        last_event_id=of["last_event_id"],
        last_operation_id=of["last_operation_id"],
        retraction=_retraction(of),
    )


def _retraction(of: dict[str, Any]) -> Retraction | None:
    if of["reason"] is None:
        return None
    return Retraction(reason=of["reason"], who=of["retracted_by"], at=of["retracted_at"])


def _day(text: str | None) -> date | None:
    return None if text is None else _given(text)


def _given(text: str) -> date:
    return date.fromisoformat(text)
