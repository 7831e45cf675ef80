"""The rows of tables as they are understood, and which of them tell of one task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.core.data_check import same_words
from tracker.core.days_off import DaysOff
from tracker.core.deadline import OffsetUnit
from tracker.core.directive import Assignment
from tracker.core.document_number import parse_document_number
from tracker.intake.drafts import Draft, RowProblem
from tracker.operations.drafted import Drafted, read_draft


class Place(NamedTuple):
    """Where a row stands in what is imported."""

    table: int
    """The place of its table, from 0."""
    line: int
    """Where the row begins in its table, from 1."""


class Identity(NamedTuple):
    """What the rows that tell of one task have in common."""

    key: str
    """Of the document that assigns: ``DocumentNumber.key``."""
    issued_on: date
    words: str

    @property
    def document(self) -> tuple[str, str]:
        """As the register is asked for it."""
        return self.key, self.issued_on.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row that was understood."""

    place: Place
    draft: Draft
    drafted: Drafted
    identity: Identity
    listed_on: date | None = None
    """The last day that its table can tell of for certain; None where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """The rows that tell of one task, in the order in which they stand."""

    identity: Identity
    rows: tuple[ReadRow, ...]
    alike: ReadTask | None = None
    """Another task of the tables that is, or seems to be, this one."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.rows) + (0 if self.alike is None else self.alike.size)


def identity_of(assignment: Assignment) -> Identity:
    """By what a task is told from others."""
    document = assignment.document
    key = parse_document_number(document.number).key
    return Identity(key, document.issued_on, same_words(assignment.content))


def read_row(
    place: Place,
    draft: Draft,
    *,
    today: date,
    days_off: DaysOff,
    listed_on: date | None = None,
) -> ReadRow | RowProblem:
    """Understand a row, or say what is wrong in it."""
    drafted = read_draft(draft, today=today, days_off=days_off)
    if isinstance(drafted, RowProblem):
        return drafted
    identity = identity_of(drafted.assignment)
    return ReadRow(
        place=place, draft=draft, drafted=drafted, identity=identity, listed_on=listed_on
    )


def is_of_any_calendar(drafted: Drafted) -> bool:
    """Whether it would be understood alike whatever days are worked."""
    offset = drafted.assignment.deadline.offset
    return offset is None or offset.unit is not OffsetUnit.WORKING_DAY


def tasks_of(rows: Iterable[ReadRow]) -> tuple[ReadTask, ...]:
    """The tasks that rows tell of, in the order in which each is first told."""
    found: dict[Identity, list[ReadRow]] = {}
    for row in rows:
        found.setdefault(row.identity, []).append(row)
    return tuple(
        ReadTask(identity=identity, rows=tuple(of_task)) for identity, of_task in found.items()
    )


def chunks(tasks: Iterable[ReadTask], at_once: int) -> Iterator[list[ReadTask]]:
    """The tasks, so many rows at a time or a little more."""
    chunk: list[ReadTask] = []
    number = 0
    for task in tasks:
        chunk.append(task)
        number += task.size
        if number >= at_once:
            yield chunk
            chunk, number = [], 0
    if chunk:
        yield chunk
