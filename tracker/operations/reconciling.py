"""The list of those who assign, compared with the register; nothing is changed by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.core.assessed import AssessedDirective, RowKey
from tracker.core.dates import parse_date
from tracker.core.directive import Citation, State
from tracker.core.disagreeing import UnitNames
from tracker.core.events import Suspended, Withdrawn
from tracker.core.membership import Membership
from tracker.core.periods import (
    CutOff,
    PeriodKind,
    ReportingPeriod,
    latest_begun,
    parse_period,
)
from tracker.core.reconciled import Absence, AbsentTask, OurTask, Reconciled
from tracker.core.reconciling import document_key, reconciled
from tracker.core.report import ReportContents
from tracker.core.vietnamese import fold
from tracker.intake.errors import NoDirectives
from tracker.intake.files.found import FileTables
from tracker.intake.old_fonts import OldFont
from tracker.operations.desk import Desk
from tracker.operations.issuing import gather_by
from tracker.operations.report_office import ReportOffice
from tracker.operations.reporting import asked_as_of
from tracker.operations.their_list import ReadBy, TheirList, TheirTable, read_tables, their_list
from tracker.store.chronicle import chronicle
from tracker.store.days_off import load_days_off
from tracker.store.finding import Found, find, find_removed
from tracker.store.issued import Terms
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.reported import reports_showing
from tracker.store.rows import Reading

_CURRENT = (Membership.OPEN, Membership.COMPLETED_IN_PERIOD)
"""What a list of the day has, where no period was asked for."""

_REPORTED = (Membership.REPORTED_BEFORE, Membership.PINNED)
_HALTED = (State.WITHDRAWN, State.SUSPENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcileRequest:
    """What was said of the comparison, as typed; None where nothing was."""

    period: str | None = None
    as_of: str | None = None
    document: str = ""
    """The one that assigns, number and date, where the rows of their list name none."""
    font: OldFont | None = None
    """The font of before Unicode that their list is typed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """What comes of a comparison, and what was compared."""

    period: ReportingPeriod
    is_period_asked: bool
    """Whether their list should be the report on the period; else what was going on that day."""
    as_of: date
    outcome: Reconciled
    theirs: TheirList
    told_until: date | None = None
    """The last day that their list tells of, where it is after that of the comparison."""

    @property
    def tables(self) -> tuple[TheirTable, ...]:
        """Every table of the files."""
        return self.theirs.tables


def reconcile(
    desk: Desk, office: ReportOffice, files: Sequence[FileTables], request: ReconcileRequest
) -> Reconciliation:
    """Compare what files hold with the register as of a day.

    Refuses what cannot be compared: ``NoDirectives``, ``UnreadablePeriod``, ``PeriodNotBegun``.
    """
    period, as_of = _period(desk, office, request)
    tables = read_tables(files, today=desk.today, document=request.document, font=request.font)
    if not any(table.is_register for table in tables):
        raise NoDirectives([(table.file, table.found) for table in tables])
    with open_reading(desk.location) as reading:
        terms = Terms(policy=desk.policy, reported_until=office.reported_until)
        contents = gather_by(reading, terms, period=period, as_of=as_of)
        later = _completed_later(reading, desk, as_of)
        is_asked = request.period is not None
        ours = [*_our_tasks(contents, later, is_period_asked=is_asked)]
        by = ReadBy(
            desk=desk,
            as_of=as_of,
            days_off=load_days_off(reading),
            issued_on=_issued_on(one.row for one in ours),
        )
        theirs = their_list(tables, by)
        absent = [*_absent(reading, {one.row.id for one in ours})]
        outcome = reconciled(ours, theirs.tasks, absent=absent, names=_names(office, ours))
        outcome = _with_documents(reading, outcome, cut_off=office.cut_off)
    until = theirs.told_until(desk.today)
    return Reconciliation(
        period=period,
        is_period_asked=is_asked,
        as_of=as_of,
        outcome=outcome,
        theirs=theirs,
        told_until=until if until is not None and until > as_of else None,
    )


def _period(
    desk: Desk, office: ReportOffice, request: ReconcileRequest
) -> tuple[ReportingPeriod, date]:
    """The period asked for and its day, else the day asked for and the month that it lies in."""
    if request.period is not None:
        period = parse_period(request.period, cut_off=office.cut_off)
        return period, asked_as_of(period, request.as_of, today=desk.today)
    said = request.as_of
    as_of = desk.today if said is None else parse_date(said, today=desk.today)
    return latest_begun(PeriodKind.MONTH, as_of, cut_off=office.cut_off), as_of


def _our_tasks(
    contents: ReportContents, later: dict[RowKey, AssessedDirective], *, is_period_asked: bool
) -> Iterator[OurTask]:
    for row, why in (*contents.judged, *contents.left_out):
        yield OurTask(
            row=row,
            membership=why,
            is_expected=why.is_included if is_period_asked else why in _CURRENT,
            later=later.get(row.key) if row.facts.state is not State.DONE else None,
        )


def _completed_later(reading: Reading, desk: Desk, as_of: date) -> dict[RowKey, AssessedDirective]:
    """What is done by today, where the day of the comparison is past."""
    if as_of >= desk.today:
        return {}
    rows = assessed(reading, as_of=desk.today, policy=desk.policy)
    return {row.key: row for row in rows if row.facts.state is State.DONE}


def _issued_on(rows: Iterable[AssessedDirective]) -> dict[str, date]:
    """The date of each document by its key; of several with one number the latest."""
    documents = sorted((row.document for row in rows), key=lambda one: one.issued_on)
    return {document_key(one.number): one.issued_on for one in documents}


def _absent(reading: Reading, known: set[int]) -> Iterator[AbsentTask]:
    for one in find(reading):
        if one.id not in known:
            yield _absent_task(one, Absence.ASSIGNED_LATER)
    for one in find_removed(reading):
        yield _absent_task(one, Absence.VOIDED)


def _absent_task(one: Found, why: Absence) -> AbsentTask:
    document = Citation(number=one.document_number, issued_on=date.fromisoformat(one.issued_on))
    return AbsentTask(
        id=one.id,
        key=document_key(one.document_number),
        document=document,
        content=one.content,
        is_secret=one.is_secret,
        why=why,
    )


def _names(office: ReportOffice, ours: Iterable[OurTask]) -> UnitNames:
    names, successors = office.names, office.successors
    known = {*successors.names(names.name), names.short_name, names.symbol}
    leading = {one.row.unit for one in ours if one.membership is not Membership.SUPPORTING}
    divisions = {*successors.followed_by, *successors.followed_by.values(), *leading}
    return UnitNames(
        own=frozenset(fold(name) for name in known if name),
        successors=successors,
        divisions=frozenset(fold(name) for name in divisions if name),
    )


def _with_documents(reading: Reading, outcome: Reconciled, *, cut_off: CutOff) -> Reconciled:
    """With the documents that are worth sending to the other side."""
    known = [one.ours for one in outcome.matched]
    known += [one.ours for one in outcome.only_theirs if one.ours is not None]
    known += [one.ours for one in outcome.only_ours]
    letters = {
        one.row.id: letter
        for one in known
        if one.row.facts.state in _HALTED and (letter := _letter(reading, one.row.id)) is not None
    }
    reported = {
        one.row.id: parse_period(shown[-1][1], cut_off=cut_off)
        for one in known
        if one.membership in _REPORTED and (shown := reports_showing(reading, one.row.id))
    }
    return replace(outcome, letters=letters, reported_in=reported)


def _letter(reading: Reading, id: int) -> Citation | None:
    """The document of the last withdrawal or suspension that stands."""
    halting = [
        entry.event.authority
        for entry in chronicle(reading, id)
        if entry.taken_back_by is None and isinstance(entry.event, (Withdrawn, Suspended))
    ]
    return halting[-1] if halting else None
