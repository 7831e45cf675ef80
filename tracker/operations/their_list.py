"""The tasks of a list that others keep, read out of files and judged as of a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tracker.core.dates import FIRST_YEAR, UnreadableDate, parse_date
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.deadline_grammar import parse_deadline
from tracker.core.directive import Progress
from tracker.core.reconciled import ListPlace, TheirTask
from tracker.core.reconciling import document_key
from tracker.core.rules import classify
from tracker.core.vietnamese import fold
from tracker.intake.claims import read_claim
from tracker.intake.drafts import Draft, Field, ProblemKind, RowKind, RowProblem, TableReading
from tracker.intake.files.found import FileTables, FoundTable
from tracker.intake.old_fonts import OldFont
from tracker.intake.rows import read_table
from tracker.operations.desk import Desk
from tracker.operations.drafted import Drafted, read_draft
from tracker.operations.typed import RemarkKind

_OF_COMPLETIONS = frozenset({Field.COMPLETED, Field.PROGRESS, Field.RESULT})
_OF_INTEREST = (Field.DEADLINE, *_OF_COMPLETIONS)

_UNTIL = re.compile(
    r"\bden (?:het )?ngay ([0-9]{1,2})(?:[/.-]| thang )([0-9]{1,2})(?:[/.-]| nam )(20[0-9]{2})\b"
)
"""Until when a list tells, in words without accents."""

_SOME_DAY = f"{FIRST_YEAR}-01-01"
"""Stands for the date of a document of which neither side tells one, while its row is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirTable:
    """A table of a file, and what was read out of it."""

    file: str
    found: FoundTable
    reading: TableReading
    tells_deadlines: bool
    """Whether there is a deadline anywhere in it, or a column for one."""
    tells_completions: bool
    """Whether it tells what is done and what is not."""

    @property
    def is_register(self) -> bool:
        """Whether it holds tasks at all; one that does not is named and left alone."""
        return bool(self.reading.drafts or self.reading.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirList:
    """Everything that their files hold."""

    tables: tuple[TheirTable, ...]
    tasks: tuple[TheirTask, ...]
    problems: Mapping[ListPlace, RowProblem]
    """Why the rows that could not be read could not."""

    def told_until(self, today: date) -> date | None:
        """The last day that it says it tells of, or has something of; days to come tell nothing."""
        days = {day for one in self.tasks for day in (one.issued_on, one.completed_on)}
        days |= {day for table in self.tables for day in _days_of_title(table)}
        return max((day for day in days if day is not None and day <= today), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """What it takes to understand a row."""

    desk: Desk
    as_of: date
    days_off: DaysOff
    issued_on: Mapping[str, date]
    """The date of a document by its key, for rows that do not tell it."""


def read_tables(
    files: Iterable[FileTables], *, today: date, document: str = "", font: OldFont | None = None
) -> list[TheirTable]:
    """Read every table of the files, whatever it is."""
    read = partial(read_table, today=today, document=document, font=font)
    return [_table(file.name, found, read(found.table)) for file in files for found in file.tables]


def _table(file: str, found: FoundTable, reading: TableReading) -> TheirTable:
    tells = reading.headings.keys() | {
        field for draft in reading.drafts for field in _OF_INTEREST if getattr(draft, field.value)
    }
    return TheirTable(
        file=file,
        found=found,
        reading=reading,
        tells_deadlines=Field.DEADLINE in tells,
        tells_completions=bool(reading.groups) or not _OF_COMPLETIONS.isdisjoint(tells),
    )


def _days_of_title(table: TheirTable) -> Iterator[date]:
    """``(Số liệu đến ngày 25/11/2026)``, wherever it stands around the rows."""
    for passed in table.reading.passed_over:
        if passed.kind is RowKind.TEXT:
            for day, month, year in _UNTIL.findall(fold(passed.text)):
                with suppress(ValueError):
                    yield date(int(year), int(month), int(day))


def their_list(tables: Iterable[TheirTable], by: ReadBy) -> TheirList:
    """The tasks of tables that were read."""
    known = tuple(tables)
    read = [one for place, table in enumerate(known) for one in _rows(place, table, by)]
    problems = {task.place: problem for task, problem in read if problem is not None}
    return TheirList(tables=known, tasks=tuple(task for task, _ in read), problems=problems)


_Row = tuple[TheirTask, RowProblem | None]


def _rows(table: int, of: TheirTable, by: ReadBy) -> Iterator[_Row]:
    for draft in of.reading.drafts:
        yield _row(ListPlace(table=table, line=draft.line), draft, of, by)
    for problem in of.reading.problems:
        place = ListPlace(table=table, line=problem.line)
        if problem.kind is ProblemKind.DATE_MISSING and problem.draft is not None:
            yield _row(place, problem.draft, of, by)
        else:
            yield _unread(place, problem, by), problem


def _row(place: ListPlace, draft: Draft, table: TheirTable, by: ReadBy) -> _Row:
    key = document_key(draft.number)
    known = by.issued_on.get(key)
    issued = draft.issued or (_SOME_DAY if known is None else known.isoformat())
    dated = replace(draft, issued=issued)
    drafted = read_draft(dated, today=by.desk.today, days_off=by.days_off)
    if isinstance(drafted, RowProblem):
        return _unread(place, drafted, by), drafted
    return _task(place, draft, drafted, table, by), None


def _unread(place: ListPlace, problem: RowProblem, by: ReadBy) -> TheirTask:
    """What is known of a row that cannot be read: maybe enough to tell which task it is."""
    draft = problem.draft
    if draft is None:
        return TheirTask(
            place=place, number="", key="", issued_on=None, content=problem.seen, is_unread=True
        )
    issued, claim = _day(draft.issued, by=date.max), read_claim(draft.progress)
    completed_on = _day(draft.completed, by=date.max)
    return TheirTask(
        place=place,
        number=draft.number,
        key=document_key(draft.number),
        issued_on=issued,
        content=draft.content,
        deadline=_deadline(draft.deadline, issued or by.as_of),
        is_done=True if completed_on is not None else None,
        completed_on=completed_on,
        result=draft.result,
        unit=draft.unit,
        claim=draft.progress,
        claimed_progress=None if claim is None else claim.progress,
        claimed_state=None if claim is None else claim.state,
        is_unread=True,
    )


def _deadline(text: str, assigned_on: date) -> Deadline | None:
    return parse_deadline(text, assigned_on=assigned_on).deadline if text else None


def _task(
    place: ListPlace, draft: Draft, drafted: Drafted, table: TheirTable, by: ReadBy
) -> TheirTask:
    assignment, claim = drafted.assignment, drafted.claim
    is_done, completed_on = _completion(draft, drafted, by)
    is_judged = table.tells_deadlines and table.tells_completions
    return TheirTask(
        place=place,
        number=assignment.document.number,
        key=document_key(assignment.document.number),
        issued_on=assignment.document.issued_on if draft.issued else None,
        content=assignment.content,
        deadline=assignment.deadline if table.tells_deadlines else None,
        turn=drafted.turn,
        is_done=is_done if table.tells_completions else None,
        completed_on=completed_on if is_done else None,
        result=draft.result,
        unit=assignment.unit,
        claim=draft.progress,
        claimed_progress=None if claim is None else claim.progress,
        claimed_state=None if claim is None else claim.state,
        progress=_progress(drafted, by, max(by.as_of, completed_on or by.as_of))
        if is_judged
        else None,
        progress_now=_progress(drafted, by, by.desk.today) if is_judged else None,
    )


def _completion(draft: Draft, drafted: Drafted, by: ReadBy) -> tuple[bool, date | None]:
    """Whether it is done, and when."""
    is_of_some_turn = any(one.kind is RemarkKind.TURN_UNCLEAR for one in drafted.remarks)
    if drafted.completion is not None:
        return True, drafted.completion.completed_on
    return is_of_some_turn, _day(draft.completed, by=by.desk.today) if is_of_some_turn else None


def _day(text: str, *, by: date) -> date | None:
    try:
        return parse_date(text, today=by) if text else None
    except UnreadableDate:
        return None


def _progress(drafted: Drafted, by: ReadBy, day: date) -> Progress | None:
    """What follows from their own dates on a day, where anything does: of several turns only that
    which the row is about."""
    directive = drafted.directive(by.days_off)
    facts = directive.facts_on(day)
    if directive.is_recurring:
        facts = tuple(
            one for one in facts if drafted.turn is not None and one.instance == drafted.turn
        )
    judged = (classify(one, day, by.desk.policy).progress for one in facts)
    return next((one for one in judged if one is not Progress.NEEDS_REVIEW), None)
