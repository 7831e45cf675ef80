"""What becomes of each row of some tables, beside the register and beside the rows above it.

Looking and entering decide by the same code: what was looked at is decided once more inside the
change that enters it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.document_number import parse_document_number
from tracker.core.events import Event
from tracker.core.life import Directive
from tracker.core.likeness import plain_words
from tracker.intake.drafts import Field
from tracker.operations.known_tasks import KnownTask, known_tasks
from tracker.operations.read_rows import (
    Identity,
    Place,
    ReadRow,
    ReadTask,
    chunks,
)
from tracker.operations.table_differences import Difference, Proposal
from tracker.operations.table_preview import RowFate
from tracker.operations.told_otherwise import compare
from tracker.store.living import living
from tracker.store.rows import Reading

ROWS_AT_ONCE = 200
"""So many rows are decided between one look at the register and the next."""

Look = Callable[[], AbstractContextManager[Reading | None]]
"""Opens the register for a moment, since looking holds back writers; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What is needed to decide."""

    today: date
    days_off: DaysOff
    look: Look
    hear: Callable[[int], None]
    """Is told how many rows are decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a row."""

    row: ReadRow
    kind: RowFate
    known: KnownTask
    differences: tuple[Difference, ...] = ()
    events: tuple[Event, ...] = ()
    """What records that which the row adds to the directive, or to the first row of the task."""
    repeats: Place | None = None
    """The first row that tells of the same task."""
    alike: float = 1.0
    """How much its content has in common with that of the row it repeats."""


def decide(tasks: Sequence[ReadTask], deciding: Deciding) -> Iterator[Verdict]:
    """What becomes of every row, those of a task one after another.

    The first row of a task is put beside the register, each further one beside what the rows
    above make of it: what a later sheet knows more is added to the same task.
    """
    with deciding.look() as reading:
        known = known_tasks(reading, tasks)
    done = 0
    for chunk in chunks(_joined(tasks, known), ROWS_AT_ONCE):
        directives = _directives([known[task.identity] for task in chunk], deciding)
        for task in chunk:
            yield from _of_task(task, known, directives, deciding)
            done += task.size
        deciding.hear(done)


def _joined(tasks: Sequence[ReadTask], known: Mapping[Identity, KnownTask]) -> Iterator[ReadTask]:
    """The tasks, those that seem to be another behind it."""
    joined = {
        repeats: task for task in tasks if (repeats := known[task.identity].repeats) is not None
    }
    for task in tasks:
        if known[task.identity].repeats is None:
            alike = joined.get(task.identity)
            yield task if alike is None else replace(task, alike=alike)


def _directives(known: Sequence[KnownTask], deciding: Deciding) -> Mapping[int, Directive]:
    ids = [one.id for one in known if one.id is not None and not one.is_removed]
    if not ids:
        return {}
    with deciding.look() as reading:
        return {} if reading is None else living(reading, ids, deciding.days_off)


def _of_task(
    task: ReadTask,
    known: Mapping[Identity, KnownTask],
    directives: Mapping[int, Directive],
    deciding: Deciding,
) -> Iterator[Verdict]:
    about = known[task.identity]
    if about.is_removed:
        yield from _of_removed(task, about)
        return
    first, *further = task.rows
    rows = [(row, 1.0) for row in further]
    if task.alike is not None:
        # What is known for certain comes first.
        rows += [(row, known[task.alike.identity].likeness) for row in task.alike.rows]
    directive = None if about.id is None else directives.get(about.id)
    if directive is None:
        yield Verdict(row=first, kind=RowFate.NEW, known=about)
        directive = first.drafted.directive(deciding.days_off) if rows else None
    else:
        verdict, directive = _of_known(first, directive, about, deciding)
        yield verdict
    for row, alike in rows:
        assert directive is not None
        compared = compare(directive, row, today=deciding.today, days_off=deciding.days_off)
        directive = compared.directive
        doubt = () if alike == 1 else _of_guess(row, first.drafted.assignment.content)
        yield Verdict(
            row=row,
            kind=RowFate.DUPLICATE,
            known=about,
            differences=(*doubt, *compared.differences),
            events=compared.events,
            repeats=first.place,
            alike=alike,
        )


def _of_known(
    row: ReadRow, directive: Directive, known: KnownTask, deciding: Deciding
) -> tuple[Verdict, Directive]:
    compared = compare(directive, row, today=deciding.today, days_off=deciding.days_off)
    about = _of_edited(row, directive)
    if known.of_other_date is not None:
        about = (replace(one, proposal=Proposal.LOOK) for one in about)
    elif known.is_guess:
        about = _of_guess(row, directive.assignment.content)
    differences = (*about, *compared.differences)
    is_changed = any(one.proposal is not Proposal.TELL_THEM for one in differences)
    verdict = Verdict(
        row=row,
        kind=RowFate.CHANGED if is_changed else RowFate.SAME,
        known=known,
        differences=differences,
        events=compared.events,
    )
    return verdict, compared.directive


def _of_removed(task: ReadTask, known: KnownTask) -> Iterator[Verdict]:
    """Of a task that was removed no row is entered."""
    first, *further = task.rows
    about = Difference(
        field=Field.CONTENT,
        ours="",
        theirs=first.drafted.assignment.content,
        proposal=Proposal.REMOVED,
    )
    yield Verdict(row=first, kind=RowFate.CHANGED, known=known, differences=(about,))
    for row in further:
        yield Verdict(row=row, kind=RowFate.DUPLICATE, known=known, repeats=first.place)


def _of_guess(row: ReadRow, ours: str) -> Iterator[Difference]:
    yield Difference(
        field=Field.CONTENT,
        ours=ours,
        theirs=row.drafted.assignment.content,
        proposal=Proposal.LOOK,
    )


def _of_edited(row: ReadRow, directive: Directive) -> Iterator[Difference]:
    """By what the directive goes since somebody put it right."""
    ours, theirs = directive.assignment, row.drafted.assignment
    document, was = ours.document, row.identity
    is_same_number = parse_document_number(document.number).key == was.key
    is_same_content = ours.content == theirs.content or (
        plain_words(ours.content) == plain_words(theirs.content)
    )
    told = (
        (Field.NUMBER, is_same_number, document.number, theirs.document.number),
        (
            Field.ISSUED,
            document.issued_on == was.issued_on,
            document.issued_on.isoformat(),
            was.issued_on.isoformat(),
        ),
        (
            Field.CONTENT,
            is_same_content,
            "" if ours.is_secret else ours.content,
            theirs.content,
        ),
    )
    for field, is_same, mine, seen in told:
        if not is_same:
            yield Difference(field=field, ours=mine, theirs=seen, proposal=Proposal.TELL_THEM)
