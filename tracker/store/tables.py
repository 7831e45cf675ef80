"""The tables of the register, as the code sees them; ``migrations`` makes them.

``operation``, ``event``, ``day_off_change`` and everything of issued reports are the truth and
only ever grow. ``directive``, ``standing`` and ``note`` are worked out from the events again by
every change. No table knows a progress. ``search_index`` has the tables of an index, in files only.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Column, Index, Integer, LargeBinary, Text, text
from sqlmodel import Field, SQLModel

from tracker.core.deadline import DeadlineKind
from tracker.core.directive import State
from tracker.core.events import EventKind
from tracker.store.columns import (
    Flag,
    IsoDate,
    SortedText,
    dates_are_dates,
    flags_are_flags,
    one_of,
)
from tracker.store.days_off import DayKind

STRICT: dict[str, Any] = {"sqlite_strict": True}


class OperationRow(SQLModel, table=True):
    """Something a user did in one go; taken back by another that ``undoes`` it."""

    __tablename__ = "operation"
    __table_args__ = STRICT

    id: int | None = Field(default=None, primary_key=True)
    at: str = Field(sa_type=Text)
    who: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    undoes: int | None = Field(default=None, unique=True, foreign_key="operation.id")


class EventRow(SQLModel, table=True):
    """What happened to a directive. Live unless its operation was taken back."""

    __tablename__ = "event"
    __table_args__ = (
        *dates_are_dates("event", "effective_on", "authority_issued_on"),
        one_of("event", "kind", EventKind),
        Index("event_of_directive", "directive_id", "id"),
        Index("event_of_operation", "operation_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = Field(foreign_key="operation.id")
    directive_id: int = Field(foreign_key="directive.id")
    kind: str = Field(sa_type=Text)
    effective_on: date | None = Field(default=None, sa_type=IsoDate)
    authority_number: str | None = Field(default=None, sa_type=Text)
    authority_issued_on: date | None = Field(default=None, sa_type=IsoDate)
    payload: str = Field(sa_type=Text)
    old_values: str = Field(sa_type=Text)
    new_values: str = Field(sa_type=Text)


_version = Column("version", Integer, nullable=False)


class DirectiveRow(SQLModel, table=True):
    """A directive as its latest assignment or correction has it."""

    __tablename__ = "directive"
    __table_args__ = (
        *dates_are_dates("directive", "issued_on", "assigned_on", "due_on"),
        *flags_are_flags(
            "directive", "is_before", "is_pinned", "is_void", "is_supporting", "is_secret"
        ),
        one_of("directive", "deadline_kind", DeadlineKind),
        Index("directive_document", "document_key", "issued_on"),
        Index("directive_unit", "unit"),
        STRICT,
    )
    __mapper_args__: ClassVar[dict[str, Any]] = {
        "version_id_col": _version,
        "version_id_generator": False,
    }

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(sa_column=_version)
    document_number: str = Field(sa_type=SortedText)
    document_key: str = Field(sa_type=SortedText)
    document_serial: int | None = None
    document_symbol: str = Field(sa_type=SortedText)
    issued_on: date = Field(sa_type=IsoDate)
    content: str = Field(sa_type=Text)
    assigned_on: date = Field(sa_type=IsoDate)
    issuing_body: str = Field(sa_type=Text)
    unit: str = Field(sa_type=SortedText)
    supporting_units: str = Field(sa_type=Text)
    officer: str = Field(sa_type=Text)
    assigned_by: str = Field(sa_type=Text)
    is_pinned: bool = Field(sa_type=Flag)
    deadline_text: str = Field(sa_type=Text)
    deadline_kind: str = Field(sa_type=Text)
    deadline_rule: str | None = Field(default=None, sa_type=Text)
    is_before: bool = Field(sa_type=Flag)
    due_on: date | None = Field(default=None, sa_type=IsoDate)
    is_void: bool = Field(default=False, sa_type=Flag)
    search_text: str = Field(sa_type=Text)
    is_supporting: bool = Field(default=False, sa_type=Flag)
    is_secret: bool = Field(default=False, sa_type=Flag)


_IS_CURRENT = text("until IS NULL")
_IS_OPEN = text("until IS NULL AND state IN ('in_progress', 'not_started')")
_IS_PAST = text("until IS NOT NULL AND instance IS NULL")
_IS_TURN = text("until IS NOT NULL AND instance IS NOT NULL")
# With what their conditions name, or SQLite would go to the table after all.
_COUNTED = (
    "state",
    "is_unclear",
    "due_on",
    "working_due_on",
    "completed_on",
    "instance",
    "is_supporting",
)


def _where(name: str, condition: Any, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


class StandingRow(SQLModel, table=True):
    """The facts of a directive, or of one turn of it, over a span of days."""

    __tablename__ = "standing"
    __table_args__ = (
        *dates_are_dates(
            "standing",
            "instance",
            "since",
            "until",
            "due_on",
            "working_due_on",
            "completed_on",
            "extended_by_on",
        ),
        *flags_are_flags(
            "standing", "is_before", "is_unclear", "is_extended_after_expiry", "is_supporting"
        ),
        one_of("standing", "state", State),
        one_of("standing", "deadline_kind", DeadlineKind),
        Index("standing_of_directive", "directive_id"),
        _where("standing_current", _IS_CURRENT, "since", "until", *_COUNTED),
        _where("standing_past", _IS_PAST, "until", "since", *_COUNTED),
        _where("standing_turn", _IS_TURN, "until", "since", *_COUNTED),
        _where("standing_due", _IS_OPEN, "due_on", "directive_id", "since"),
        _where("standing_working_due", _IS_OPEN, "working_due_on", "directive_id", "since"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    directive_id: int = Field(foreign_key="directive.id")
    instance: date | None = Field(default=None, sa_type=IsoDate)
    since: date = Field(sa_type=IsoDate)
    until: date | None = Field(default=None, sa_type=IsoDate)
    state: str = Field(sa_type=Text)
    deadline_text: str = Field(sa_type=Text)
    deadline_kind: str = Field(sa_type=Text)
    deadline_rule: str | None = Field(default=None, sa_type=Text)
    is_before: bool = Field(sa_type=Flag)
    is_unclear: bool = Field(sa_type=Flag)
    due_on: date | None = Field(default=None, sa_type=IsoDate)
    working_due_on: date | None = Field(default=None, sa_type=IsoDate)
    completed_on: date | None = Field(default=None, sa_type=IsoDate)
    result_text: str = Field(sa_type=Text)
    results: str = Field(sa_type=Text)
    extension_count: int
    is_extended_after_expiry: bool = Field(sa_type=Flag)
    is_supporting: bool = Field(default=False, sa_type=Flag)
    reopen_count: int = 0
    extended_by_number: str | None = Field(default=None, sa_type=Text)
    extended_by_on: date | None = Field(default=None, sa_type=IsoDate)


class NoteRow(SQLModel, table=True):
    """A progress note; of one day the one entered last has the largest number."""

    __tablename__ = "note"
    __table_args__ = (
        *dates_are_dates("note", "effective_on"),
        Index("note_of_directive", "directive_id", "effective_on", "id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    directive_id: int = Field(foreign_key="directive.id")
    effective_on: date = Field(sa_type=IsoDate)
    text: str = Field(sa_type=Text)


class DayOffRow(SQLModel, table=True):
    """A day on which the office rests, or works although it is a weekend."""

    __tablename__ = "day_off"
    __table_args__ = (
        *dates_are_dates("day_off", "day"),
        one_of("day_off", "kind", DayKind),
        STRICT,
    )

    day: date = Field(sa_type=IsoDate, primary_key=True)
    kind: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)


class DayOffChangeRow(SQLModel, table=True):
    """What became of a day when the office changed its calendar; no kind: an ordinary day."""

    __tablename__ = "day_off_change"
    __table_args__ = (
        *dates_are_dates("day_off_change", "day"),
        one_of("day_off_change", "old_kind", DayKind),
        one_of("day_off_change", "new_kind", DayKind),
        Index("day_off_change_of_operation", "operation_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = Field(foreign_key="operation.id")
    day: date = Field(sa_type=IsoDate)
    old_kind: str | None = Field(default=None, sa_type=Text)
    old_name: str = Field(default="", sa_type=Text)
    new_kind: str | None = Field(default=None, sa_type=Text)
    new_name: str = Field(default="", sa_type=Text)


class IssuedReportRow(SQLModel, table=True):
    """A report that went out, with the very file. In force unless retracted."""

    __tablename__ = "issued_report"
    __table_args__ = (
        *dates_are_dates("issued_report", "starts_on", "ends_on", "as_of", "dated_on"),
        Index("issued_report_of_operation", "operation_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = Field(foreign_key="operation.id")
    period_kind: str = Field(sa_type=Text)
    period_key: str = Field(sa_type=Text)
    starts_on: date = Field(sa_type=IsoDate)
    ends_on: date = Field(sa_type=IsoDate)
    as_of: date = Field(sa_type=IsoDate)
    layout: str = Field(sa_type=Text)
    number: str = Field(default="", sa_type=Text)
    dated_on: date | None = Field(default=None, sa_type=IsoDate)
    file_name: str = Field(sa_type=Text)
    format: str = Field(sa_type=Text)
    content: bytes = Field(sa_type=LargeBinary)
    sha256: str = Field(sa_type=Text)
    totals: str = Field(sa_type=Text)
    settings: str = Field(sa_type=Text)
    last_event_id: int
    """What had been entered when it was issued: everything up to here."""
    last_operation_id: int


_IS_SHOWN_DONE = text("is_done = 1")


class IssuedRowRow(SQLModel, table=True):
    """A row of an issued report as it was judged then, those left out included."""

    __tablename__ = "issued_row"
    __table_args__ = (
        *dates_are_dates("issued_row", "instance"),
        *flags_are_flags("issued_row", "is_done"),
        Index("issued_row_of_report", "report_id", "place"),
        _where(
            "issued_row_done",
            _IS_SHOWN_DONE,
            "report_id",
            "directive_id",
            "instance",
            "reopen_count",
            "is_done",
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="issued_report.id")
    place: int
    directive_id: int = Field(foreign_key="directive.id")
    instance: date | None = Field(default=None, sa_type=IsoDate)
    reopen_count: int
    membership: str = Field(sa_type=Text)
    is_done: bool = Field(sa_type=Flag)
    """Printed in group I."""
    payload: str = Field(sa_type=Text)


class ReportRetractionRow(SQLModel, table=True):
    """An issued report was taken back, unless this operation was taken back in turn."""

    __tablename__ = "report_retraction"
    __table_args__ = (
        Index("report_retraction_of_operation", "operation_id"),
        Index("report_retraction_of_report", "report_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="issued_report.id")
    operation_id: int = Field(foreign_key="operation.id")
    reason: str = Field(sa_type=Text)
