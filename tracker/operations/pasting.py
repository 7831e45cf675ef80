"""Entering a whole table that was copied and pasted: looked at first, then stored in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial

from tracker.core.data_check import same_words
from tracker.core.database_address import is_url
from tracker.core.days_off import DaysOff
from tracker.core.directive import Assignment, Progress
from tracker.core.document_number import parse_document_number
from tracker.core.errors import UsageError
from tracker.core.life import Directive, replayed
from tracker.core.rules import classify
from tracker.intake.drafts import Draft, RowProblem
from tracker.intake.pasted_text import read_pasted
from tracker.intake.raw_table import RawTable
from tracker.intake.rows import read_table
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.drafted import Drafted, read_draft
from tracker.operations.entering import about_document, same_task, tasks_of_document
from tracker.operations.references import Finder
from tracker.operations.table_preview import RowFate, TablePreview, TableRow
from tracker.store.days_off import load_days_off
from tracker.store.errors import NoRegister
from tracker.store.finding import Found, find
from tracker.store.reading import open_reading
from tracker.store.sqlite_file import is_blank


class NotReadyToEnter(UsageError):
    """Rows were chosen that are not new, or not understood."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        super().__init__(lines)
        self.lines = lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PasteEntered:
    """What a pasted table has become."""

    directives: tuple[Directive, ...]
    already: tuple[tuple[int, int], ...] = ()
    """The line and the id of what somebody has entered since the preview: left as it is."""
    unread: tuple[TableRow, ...] = ()
    """The rows that could not be read and so were not entered."""


def preview_pasted(desk: Desk, text: str, *, document: str = "") -> TablePreview:
    """What a pasted text holds. Nothing is changed, and nothing in the text is refused.

    ``document``: the one that assigns, number and date, where the rows of the table name none.
    """
    return preview_table(desk, read_pasted(text), document=document)


def preview_table(desk: Desk, table: RawTable, *, document: str = "") -> TablePreview:
    """The same for a table, wherever it comes from."""
    reading = read_table(table, today=desk.today, document=document)
    with _looking(desk) as (find_here, days_off):
        rows = list(_rows(desk, reading.drafts, find_here, days_off))
    rows += map(_problem_row, reading.problems)
    return TablePreview(
        rows=tuple(sorted(rows, key=lambda row: row.line)),
        groups=reading.groups,
        passed_over=reading.passed_over,
        month_first_lines=reading.month_first_lines,
    )


def enter_pasted(
    desk: Desk, preview: TablePreview, lines: Collection[int] | None = None
) -> PasteEntered:
    """Enter the new rows, or those of them that begin on the lines chosen, as one operation.

    All of them or none. What has come into the register since the preview is left out and told.
    """
    chosen = _chosen(preview, lines)
    unread = preview.of_kind(RowFate.PROBLEM)
    if not chosen:
        return PasteEntered(directives=(), unread=unread)
    with changing(desk, "import", may_be_new=True) as work:
        fresh = []
        already = []
        for draft in chosen:
            drafted = read_draft(draft, today=desk.today, days_off=work.days_off)
            if isinstance(drafted, RowProblem):
                raise NotReadyToEnter((draft.line,)) from drafted.trouble
            others = tasks_of_document(work.find, drafted.assignment.document)
            same = same_task(others, drafted.assignment.content)
            if same is None:
                fresh.append(drafted.history)
            else:
                already.append((draft.line, same.id))
        return PasteEntered(directives=work.enter(fresh), already=tuple(already), unread=unread)


def _chosen(preview: TablePreview, lines: Collection[int] | None) -> tuple[Draft, ...]:
    new = {row.line: row.draft for row in preview.of_kind(RowFate.NEW)}
    wanted = new.keys() if lines is None else set(lines)
    if unready := tuple(sorted(wanted - new.keys())):
        raise NotReadyToEnter(unready)
    return tuple(draft for line, draft in new.items() if line in wanted and draft is not None)


@contextmanager
def _looking(desk: Desk) -> Iterator[tuple[Finder, DaysOff]]:
    """What the register holds and its calendar; nothing where there is none yet."""
    if not is_url(desk.location) and is_blank(desk.location):
        yield _found_nothing, DaysOff()
        return
    try:
        reading = open_reading(desk.location)
    except NoRegister:
        yield _found_nothing, DaysOff()
        return
    with reading:
        yield partial(find, reading), load_days_off(reading)


def _found_nothing(**_asked: object) -> tuple[Found, ...]:
    return ()


def _rows(
    desk: Desk, drafts: Iterable[Draft], find_here: Finder, days_off: DaysOff
) -> Iterator[TableRow]:
    lines: dict[tuple[str, date, str], int] = {}
    for draft in drafts:
        drafted = read_draft(draft, today=desk.today, days_off=days_off)
        if isinstance(drafted, RowProblem):
            yield _problem_row(drafted)
            continue
        others = tasks_of_document(find_here, drafted.assignment.document)
        same = same_task(others, drafted.assignment.content)
        above = lines.setdefault(_likeness(drafted.assignment), draft.line)
        yield TableRow(
            line=draft.line,
            kind=_fate(is_known=same is not None, is_first=above == draft.line),
            draft=draft,
            drafted=drafted,
            progress=_progress(desk, drafted, days_off),
            remarks=drafted.remarks + (about_document(others) if same is None else ()),
            duplicate_of=None if same is None else same.id,
            repeats_line=None if above == draft.line else above,
        )


def _fate(*, is_known: bool, is_first: bool) -> RowFate:
    if is_known:
        return RowFate.SAME
    return RowFate.NEW if is_first else RowFate.DUPLICATE


def _problem_row(problem: RowProblem) -> TableRow:
    return TableRow(line=problem.line, kind=RowFate.PROBLEM, draft=problem.draft, problem=problem)


def _likeness(assignment: Assignment) -> tuple[str, date, str]:
    """What two rows share that tell of one task."""
    document = assignment.document
    key = parse_document_number(document.number).key
    return key, document.issued_on, same_words(assignment.content)


_WORST_FIRST = (
    Progress.NEEDS_REVIEW,
    Progress.OVERDUE,
    Progress.LATE,
    Progress.NOT_YET_DUE,
    Progress.ON_TIME,
)


def _progress(desk: Desk, drafted: Drafted, days_off: DaysOff) -> Progress:
    history = drafted.history
    directive = replayed(history, id=0, version=len(history), days_off=days_off)
    # Turns are laid out for some decades only.
    facts_today = directive.facts_on(desk.today) or (directive.latest,)
    judged = {classify(facts, desk.today, desk.policy).progress for facts in facts_today}
    return min(judged, key=_WORST_FIRST.index)
