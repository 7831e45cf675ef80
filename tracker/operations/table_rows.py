"""The rows of tables as they are looked over before any is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial

from tracker.core.database_address import is_url
from tracker.core.days_off import DaysOff
from tracker.core.directive import Progress
from tracker.core.periods import CutOff
from tracker.core.rules import classify
from tracker.intake.drafts import GroupRow, RowProblem, TableReading
from tracker.intake.list_times import list_times
from tracker.operations.deciding import ROWS_AT_ONCE, Deciding, Verdict, decide
from tracker.operations.desk import Desk
from tracker.operations.drafted import Drafted
from tracker.operations.entering import about_document
from tracker.operations.known_tasks import KnownTask
from tracker.operations.read_rows import Place, ReadRow, read_row, tasks_of
from tracker.operations.table_preview import RowFate, TablePreview, TableRow
from tracker.operations.typed import Remark, RemarkKind
from tracker.store.days_off import load_days_off
from tracker.store.errors import NoRegister
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.sqlite_file import is_blank


def preview_tables(
    desk: Desk, readings: Sequence[TableReading], *, hear: Callable[[int], None]
) -> tuple[TablePreview, ...]:
    """What would become of every row of some tables; a task may be told of in several of them.

    ``hear`` is told of each row twice: when it is understood, and when it is put beside the
    register.
    """
    look = partial(looking, desk.location)
    with look() as reading:
        days_off = DaysOff() if reading is None else load_days_off(reading)
    cut_off = desk.cut_off or CutOff.DECREE
    times = [list_times(one, cut_off=cut_off) for one in readings]
    understood: list[ReadRow] = []
    shown: list[list[TableRow]] = [list(map(problem_row, one.problems)) for one in readings]
    number = sum(len(one.drafts) for one in readings)
    days = [one.day(today=desk.today) for one in times]
    for read in _read(desk, readings, days, days_off, hear):
        if isinstance(read, ReadRow):
            understood.append(read)
        else:
            table, problem = read
            shown[table].append(problem_row(problem))
    deciding = Deciding(
        today=desk.today,
        days_off=days_off,
        look=look,
        hear=lambda done: hear(number + done),
    )
    for verdict in decide(tasks_of(understood), deciding):
        table = verdict.row.place.table
        part = readings[table].part_of(verdict.row.draft)
        shown[table].append(_decided_row(verdict, part, desk, days_off))
    return tuple(
        TablePreview(
            read_on=desk.today,
            rows=tuple(sorted(rows, key=lambda row: row.line)),
            groups=reading.groups,
            passed_over=reading.passed_over,
            month_first_lines=reading.month_first_lines,
            turned_lines=reading.turned_lines,
            headings=reading.headings,
            times=told,
        )
        for rows, reading, told in zip(shown, readings, times, strict=True)
    )


@contextmanager
def looking(location: str) -> Iterator[Reading | None]:
    """What the register holds at this moment; None where there is none yet."""
    if not is_url(location) and is_blank(location):
        yield None
        return
    try:
        reading = open_reading(location)
    except NoRegister:
        yield None
        return
    with reading:
        yield reading


def _read(
    desk: Desk,
    readings: Sequence[TableReading],
    days: Sequence[date | None],
    days_off: DaysOff,
    hear: Callable[[int], None],
) -> Iterator[ReadRow | tuple[int, RowProblem]]:
    """Every draft understood, or the number of its table and what is wrong in it."""
    drafts = [(number, draft) for number, one in enumerate(readings) for draft in one.drafts]
    for done, (number, draft) in enumerate(drafts):
        if done % ROWS_AT_ONCE == 0:
            hear(done)
        place = Place(number, draft.line)
        read = read_row(place, draft, today=desk.today, days_off=days_off, listed_on=days[number])
        yield (number, read) if isinstance(read, RowProblem) else read
    hear(len(drafts))


def problem_row(problem: RowProblem) -> TableRow:
    """A row that cannot be entered as it stands."""
    return TableRow(line=problem.line, kind=RowFate.PROBLEM, draft=problem.draft, problem=problem)


def _decided_row(
    verdict: Verdict, part: GroupRow | None, desk: Desk, days_off: DaysOff
) -> TableRow:
    drafted, listed_on = verdict.row.drafted, verdict.row.listed_on
    about = _about_new(verdict.known) if verdict.kind is RowFate.NEW else ()
    if verdict.kind is RowFate.CHANGED:
        about = _about_other_date(verdict.known)
    return TableRow(
        line=verdict.row.place.line,
        kind=verdict.kind,
        draft=verdict.row.draft,
        drafted=drafted,
        identity=verdict.row.identity,
        progress=_progress(desk, drafted, days_off, desk.today),
        listed_on=listed_on,
        progress_then=_progress_then(desk, drafted, days_off, listed_on),
        part=part,
        remarks=drafted.remarks + about,
        duplicate_of=verdict.known.id,
        likeness=min(verdict.known.likeness, verdict.alike),
        alike=verdict.alike,
        differences=verdict.differences,
        repeats=verdict.repeats,
    )


def _about_new(known: KnownTask) -> tuple[Remark, ...]:
    """What the register has that is not the task, but near it."""
    return _about_other_date(known) + about_document(known.others)


def _about_other_date(known: KnownTask) -> tuple[Remark, ...]:
    other = known.of_other_date
    if other is None:
        return ()
    day = date.fromisoformat(other.issued_on)
    kind = RemarkKind.SAME_WORDS_OF_OTHER_DATE
    return (Remark(kind=kind, number=other.id, day=day),)


_WORST_FIRST = (
    Progress.NEEDS_REVIEW,
    Progress.OVERDUE,
    Progress.LATE,
    Progress.NOT_YET_DUE,
    Progress.ON_TIME,
)


def _progress_then(
    desk: Desk, drafted: Drafted, days_off: DaysOff, day: date | None
) -> Progress | None:
    """How it stood on the day of its list: of a series a list may mean any turn."""
    is_series = drafted.assignment.deadline.recurrence is not None and drafted.turn is None
    return None if day is None or is_series else _progress(desk, drafted, days_off, day)


def _progress(desk: Desk, drafted: Drafted, days_off: DaysOff, day: date) -> Progress:
    directive = drafted.directive(days_off)
    # Turns are laid out for some decades only.
    facts_then = directive.facts_on(day) or (directive.latest,)
    of_turn = tuple(one for one in facts_then if one.instance == drafted.turn)
    judged = {classify(facts, day, desk.policy).progress for facts in of_turn or facts_then}
    return min(judged, key=_WORST_FIRST.index)
