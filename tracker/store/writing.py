"""Changes to the register: one transaction each, events appended and everything else replayed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, insert
from sqlmodel import Session, SQLModel

from tracker.core.days_off import DaysOff
from tracker.core.directive import Assignment
from tracker.core.events import Assigned, Event
from tracker.core.life import Directive, replayed, with_event
from tracker.store.calendar import MovedDeadline, replay_around, set_day
from tracker.store.database import Store, take_turn
from tracker.store.days_off import DayKind, load_days_off
from tracker.store.errors import NoSuchDirective
from tracker.store.finding import Found, find
from tracker.store.inserting import insert_rows, new_ids
from tracker.store.living import live_events, living
from tracker.store.mapping import directive_columns, event_columns, note_rows, standing_rows
from tracker.store.projection import (
    insert_notes,
    insert_standing,
    load,
    row_of,
    write_directives,
    write_notes,
    write_row,
    write_standing,
)
from tracker.store.server_reading import ConnectionReading
from tracker.store.tables import OperationRow
from tracker.store.troubles import troubles_named


@contextmanager
def change(store: Store, *, name: str, who: str, at: datetime) -> Iterator[Work]:
    """One operation of a user: everything done to the ``Work`` is kept, or nothing is.

    Other writers wait meanwhile, so never ask the user anything inside.
    """
    with writing_session(store) as session:
        yield Work(session, OperationRow(name=name, who=who, at=instant(at)))


@contextmanager
def writing_session(store: Store) -> Iterator[Session]:
    """A session that holds the register from its first to its last statement."""
    with (
        troubles_named(store.location),
        Session(store.engine, expire_on_commit=False) as session,
        session.begin(),
    ):
        take_turn(session.connection())
        yield session


def instant(at: datetime) -> str:
    """An instant as it is stored: ISO text in UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Work:
    """What can be done inside one change."""

    def __init__(self, session: Session, operation: OperationRow) -> None:
        self._session = session
        self._operation = operation

    @property
    def connection(self) -> Connection:
        """What the change is written through, for what has a way of its own to be written."""
        return self._session.connection()

    @cached_property
    def operation_id(self) -> int:
        """The operation, written down when it first has something to be named by."""
        self._session.add(self._operation)
        self._session.flush()
        assert self._operation.id is not None
        return self._operation.id

    @cached_property
    def reading(self) -> ConnectionReading:
        """The register as this change sees it, its own entries included."""
        return ConnectionReading(self.connection)

    @cached_property
    def days_off(self) -> DaysOff:
        """The office's calendar."""
        return load_days_off(self.reading)

    def find(
        self,
        *,
        id: int | None = None,
        document_key: str | None = None,
        issued_on: str | None = None,
        key_prefix: str | None = None,
        with_void: bool = False,
    ) -> tuple[Found, ...]:
        """Return the directives that answer to everything given, this change's own included."""
        return find(
            self.reading,
            with_void=with_void,
            id=id,
            document_key=document_key,
            issued_on=issued_on,
            key_prefix=key_prefix,
        )

    def directive(
        self, id: int, *, expected_version: int | None = None, with_void: bool = False
    ) -> Directive:
        """A directive as it stands; ``StaleRecord`` where it is not the version expected.

        ``with_void``: one that was voided can be had too, to be put back.
        """
        row = row_of(self._session, id, expected_version, with_void=with_void)
        if row.is_void and not live_events(self.reading, [id]):
            raise NoSuchDirective(id)
        return load(self._session, id, version=row.version, days_off=self.days_off)

    def add(self, assignment: Assignment) -> Directive:
        """Enter a new directive."""
        return self.enter([(Assigned(assignment=assignment),)])[0]

    def enter(self, histories: Iterable[Sequence[Event]]) -> tuple[Directive, ...]:
        """Enter new directives with all that is known of them, each an assignment and after."""
        known = [tuple(events) for events in histories]
        if not known:
            return ()
        ids = new_ids(self.connection, "directive", len(known))
        entered = [
            replayed(events, id=id, version=len(events), days_off=self.days_off)
            for id, events in zip(ids, known, strict=True)
        ]
        rows = [{**directive_columns(one), "id": one.id, "version": one.version} for one in entered]
        insert_rows(self.connection, "directive", rows)
        self._insert_events(
            [columns for directive in entered for columns in self._history(directive)]
        )
        insert_standing(self.connection, entered)
        insert_notes(self.connection, entered)
        return tuple(entered)

    def append(self, directive: Directive, event: Event) -> Directive:
        """Enter an event of a directive as it was read; ``StaleRecord`` where it has changed."""
        row = row_of(self._session, directive.id, directive.version, with_void=directive.is_void)
        after = replace(with_event(directive, event, self.days_off), version=directive.version + 1)
        write_row(self._session, row, {**directive_columns(after), "version": after.version})
        columns = event_columns(event, before=directive, after=after)
        self._insert_events([{**columns, "directive_id": directive.id}])
        if standing_rows(after) != standing_rows(directive):
            write_standing(self.connection, [after])
        if note_rows(after) != note_rows(directive):
            write_notes(self.connection, [after])
        return after

    def record(self, additions: Mapping[int, Sequence[Event]]) -> tuple[Directive, ...]:
        """Enter events, in order, of many directives by their ids, each as it stands now."""
        known = living(self.reading, additions, self.days_off)
        rows, recorded = [], []
        for id, events in additions.items():
            if id not in known:
                raise NoSuchDirective(id)
            directive = known[id]
            for event in events:
                before, version = directive, directive.version + 1
                directive = replace(with_event(before, event, self.days_off), version=version)
                columns = event_columns(event, before=before, after=directive)
                rows.append({**columns, "directive_id": id})
            recorded.append(directive)
        self._insert_events(rows)
        write_directives(self.connection, recorded)
        self._session.expire_all()
        return tuple(recorded)

    def change_day(self, day: date, kind: DayKind | None, name: str) -> tuple[MovedDeadline, ...]:
        """Make a day a holiday, a working day, or (None) an ordinary one; tell what it moves.

        Every deadline that fell on the day, or is counted over it, is reckoned anew.
        """
        before = self.days_off
        changed = set_day(self.connection, day, kind, name)
        table = SQLModel.metadata.tables["day_off_change"]
        self.connection.execute(insert(table), [{**changed, "operation_id": self.operation_id}])
        del self.days_off
        return replay_around(self.connection, day, before=before, after=self.days_off)

    def _history(self, directive: Directive) -> Iterator[dict[str, Any]]:
        """The columns of every event of a new directive."""
        before: Directive | None = None
        for number, event in enumerate(directive.events, start=1):
            after = directive
            if number < len(directive.events):
                after = replayed(
                    directive.events[:number],
                    id=directive.id,
                    version=number,
                    days_off=self.days_off,
                )
            columns = event_columns(event, before=before, after=after)
            yield {**columns, "directive_id": directive.id}
            before = after

    def _insert_events(self, rows: Sequence[dict[str, Any]]) -> None:
        operation_id = self.operation_id
        known = [{**row, "operation_id": operation_id} for row in rows]
        insert_rows(self.connection, "event", known)
