"""Writing down that a report was issued, or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from tracker.core.directive import Group
from tracker.core.membership import Membership
from tracker.core.report import Judged, ReportContents
from tracker.store.frozen import frozen, frozen_totals
from tracker.store.issued import IssuedReport, Terms, fingerprint, issued_report
from tracker.store.writing import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedFile:
    """The file of a report: as what it goes out, under which number."""

    content: bytes
    file_name: str
    format: str
    layout: str
    """The name of the layout."""
    number: str = ""
    dated_on: date | None = None


def insert_report(
    work: Work, contents: ReportContents, *, file: IssuedFile, terms: Terms
) -> IssuedReport:
    """Keep a report for good: its file, its rows, its totals, and what it knew of."""
    period = contents.period
    columns = {
        "operation_id": work.operation_id,
        "period_kind": period.kind.value,
        "period_key": period.key,
        "starts_on": period.starts_on,
        "ends_on": period.ends_on,
        "as_of": contents.as_of,
        "layout": file.layout,
        "number": file.number,
        "dated_on": file.dated_on,
        "file_name": file.file_name,
        "format": file.format,
        "content": file.content,
        "sha256": fingerprint(file.content),
        "totals": frozen_totals(contents.totals),
        "settings": frozen(terms),
        "last_event_id": _last_event_id(work),
        "last_operation_id": work.operation_id,
    }
    table = SQLModel.metadata.tables["issued_report"]
    statement = insert(table).values(columns).returning(table.c.id)
    id = int(work.connection.execute(statement).scalar_one())
    _insert_rows(work, id, contents)
    return issued_report(work.reading, id)


def insert_retraction(work: Work, report_id: int, *, reason: str) -> IssuedReport:
    """Keep that a report was taken back."""
    table = SQLModel.metadata.tables["report_retraction"]
    columns = {"report_id": report_id, "operation_id": work.operation_id, "reason": reason}
    work.connection.execute(insert(table).values(columns))
    return issued_report(work.reading, report_id)


def _last_event_id(work: Work) -> int:
    ((last,),) = work.reading.rows("SELECT coalesce(max(id), 0) FROM event", {})
    return int(last)


def _insert_rows(work: Work, report_id: int, contents: ReportContents) -> None:
    rows = [
        {**columns, "report_id": report_id, "place": place}
        for place, columns in enumerate(_rows(contents), start=1)
    ]
    if rows:
        work.connection.execute(insert(SQLModel.metadata.tables["issued_row"]), rows)


def kept(contents: ReportContents) -> tuple[Judged, ...]:
    """The rows of a report that are kept with it: those shown, and those counted beside them.

    What earlier reports showed is kept with those, and would soon be more than all the rest.
    """
    return contents.judged + tuple(
        (row, why) for row, why in contents.left_out if why is not Membership.REPORTED_BEFORE
    )


def _rows(contents: ReportContents) -> Iterator[dict[str, Any]]:
    for row, why in kept(contents):
        yield {
            "directive_id": row.id,
            "instance": row.facts.instance,
            "reopen_count": row.facts.reopen_count,
            "membership": why.value,
            "is_done": why.is_included and row.assessment.group is Group.DONE,
            "payload": frozen(row),
        }
