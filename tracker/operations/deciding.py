"""What becomes of each row of some tables, beside the register and beside the rows above it.

Looking and entering decide by the same code: what was looked at is decided once more inside the
change that enters it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.events import Event
from tracker.core.life import Directive, replayed
from tracker.core.likeness import plain_words
from tracker.intake.drafts import Field
from tracker.operations.known_tasks import KnownTask, known_tasks
from tracker.operations.read_rows import Place, ReadRow, ReadTask, chunks, identity_of
from tracker.operations.table_differences import Difference, Proposal
from tracker.operations.table_preview import RowFate
from tracker.operations.told_otherwise import compare
from tracker.store.living import living
from tracker.store.rows import Reading

ROWS_AT_ONCE = 100
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


def decide(tasks: Sequence[ReadTask], deciding: Deciding) -> Iterator[Verdict]:
    """What becomes of every row, those of a task one after another.

    The first row of a task is put beside the register, each further one beside what the rows
    above make of it: what a later sheet knows more is added to the same task.
    """
    with deciding.look() as reading:
        known = known_tasks(reading, tasks)
    done = 0
    for chunk in chunks(tasks, ROWS_AT_ONCE):
        directives = _directives([known[task.identity] for task in chunk], deciding)
        for task in chunk:
            yield from _of_task(task, known[task.identity], directives, deciding)
            done += len(task.rows)
        deciding.hear(done)


def _directives(known: Sequence[KnownTask], deciding: Deciding) -> Mapping[int, Directive]:
    ids = [one.id for one in known if one.id is not None and not one.is_removed]
    if not ids:
        return {}
    with deciding.look() as reading:
        return {} if reading is None else living(reading, ids, deciding.days_off)


def _of_task(
    task: ReadTask, known: KnownTask, directives: Mapping[int, Directive], deciding: Deciding
) -> Iterator[Verdict]:
    if known.is_removed:
        yield from _of_removed(task, known)
        return
    first, *further = task.rows
    directive = None if known.id is None else directives.get(known.id)
    if directive is None:
        yield Verdict(row=first, kind=RowFate.NEW, known=known)
        directive = _as_entered(first, deciding.days_off) if further else None
    else:
        verdict, directive = _of_known(first, directive, known, deciding)
        yield verdict
    for row in further:
        assert directive is not None
        compared = compare(directive, row, today=deciding.today, days_off=deciding.days_off)
        directive = compared.directive
        yield Verdict(
            row=row,
            kind=RowFate.DUPLICATE,
            known=known,
            differences=compared.differences,
            events=compared.events,
            repeats=first.place,
        )


def _of_known(
    row: ReadRow, directive: Directive, known: KnownTask, deciding: Deciding
) -> tuple[Verdict, Directive]:
    compared = compare(directive, row, today=deciding.today, days_off=deciding.days_off)
    about = _of_guess(row, directive) if known.is_guess else _of_edited(row, directive)
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


def _of_guess(row: ReadRow, directive: Directive) -> Iterator[Difference]:
    yield Difference(
        field=Field.CONTENT,
        ours=directive.assignment.content,
        theirs=row.drafted.assignment.content,
        proposal=Proposal.LOOK,
    )


def _of_edited(row: ReadRow, directive: Directive) -> Iterator[Difference]:
    """By what the directive goes since somebody put it right."""
    ours, theirs = directive.assignment, row.drafted.assignment
    is_now, was = identity_of(ours), identity_of(theirs)
    told = (
        (Field.NUMBER, is_now.key == was.key, ours.document.number, theirs.document.number),
        (
            Field.ISSUED,
            is_now.issued_on == was.issued_on,
            is_now.issued_on.isoformat(),
            was.issued_on.isoformat(),
        ),
        (
            Field.CONTENT,
            plain_words(ours.content) == plain_words(theirs.content),
            "" if ours.is_secret else ours.content,
            theirs.content,
        ),
    )
    for field, is_same, mine, seen in told:
        if not is_same:
            yield Difference(field=field, ours=mine, theirs=seen, proposal=Proposal.TELL_THEM)


def _as_entered(row: ReadRow, days_off: DaysOff) -> Directive:
    """The new directive that a row would become."""
    history = row.drafted.history
    return replayed(history, id=0, version=len(history), days_off=days_off)
