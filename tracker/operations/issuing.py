"""Issuing a report, so that it stays as it went out; taking one back; what is reported so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tracker.core.errors import NotFound, Refused
from tracker.core.layout import Layout
from tracker.core.office import OfficeNames
from tracker.core.periods import CutOff, ReportingPeriod, UnreadablePeriod, parse_period
from tracker.core.report import ReportContents
from tracker.core.vietnamese import clean
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.reporting import PeriodNotBegun, gather_from
from tracker.operations.typed import read_text
from tracker.store.issued import (
    IssuedReport,
    Terms,
    frozen_contents,
    issued_content,
    issued_report,
    issued_reports,
    report_in_force,
)
from tracker.store.reading import open_reading
from tracker.store.reported import reported_rows
from tracker.store.rows import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work

Which = int | ReportingPeriod
"""An issued report: by its id, or as the one in force on a period."""

T = TypeVar("T")


class _AboutReport(Refused):
    """A refusal that concerns a report already issued."""

    def __init__(self, report: IssuedReport) -> None:
        super().__init__(report.id)
        self.report = report


class AlreadyIssued(_AboutReport):
    """A report on this period is in force; a second one would report everything twice."""


class AlreadyRetracted(_AboutReport):
    """The report was taken back before."""


class NotIssuable(Refused):
    """A layout that leaves rows out cannot be what an office reports with."""

    def __init__(self, layout: str) -> None:
        super().__init__(layout)
        self.layout = layout


class IssuedAhead(Refused):
    """A report cannot be issued as of a day that has not come: much may still happen."""

    def __init__(self, as_of: date, today: date) -> None:
        super().__init__(as_of)
        self.as_of = as_of
        self.today = today


class NotIssued(NotFound):
    """No report on this period is in force."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(period.key)
        self.period = period


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRequest:
    """Which report is to be issued, and as what it goes out."""

    period: ReportingPeriod
    as_of: date
    layout: Layout
    format: str
    file_name: str
    number: str = ""
    """Of the report as a document; empty where the clerk fills it in by hand."""
    dated_on: date | None = None
    until: date | None = None
    """Everything completed on or before this day counts as reported."""
    with_supporting: bool = False
    office: OfficeNames | None = None
    successors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A report that has just been issued."""

    report: IssuedReport
    contents: ReportContents


def gather_live(
    desk: Desk,
    period: ReportingPeriod,
    *,
    as_of: date,
    until: date | None,
    with_supporting: bool = False,
) -> ReportContents:
    """Everything a report on the period says by what is recorded now, issued or not."""
    terms = Terms(policy=desk.policy, reported_until=until, with_supporting=with_supporting)
    with open_reading(desk.location) as reading:
        return gather_by(reading, terms, period=period, as_of=as_of)


def gather_by(
    reading: Reading,
    terms: Terms,
    *,
    period: ReportingPeriod,
    as_of: date,
    before: int | None = None,
) -> ReportContents:
    """What a report on the period says by these terms.

    With ``before``, an operation, as if no report had been issued or retracted since.
    """
    since = {} if before is None else {"before": before}
    return gather_from(
        reading,
        policy=terms.policy,
        period=period,
        as_of=as_of,
        reported=reported_rows(reading, period, until=terms.reported_until, **since),
        with_supporting=terms.with_supporting,
    )


def issue(
    desk: Desk,
    request: IssueRequest,
    *,
    draw: Callable[[ReportContents], bytes],
    write: Callable[[bytes], T],
) -> tuple[Issued, T]:
    """Make a report, keep it for good, and write its file: all of it or nothing.

    The file is written before the register is told for certain, so that no report counts as
    issued that nobody has.
    """
    check_issuable(request.layout, request.period, as_of=request.as_of, today=desk.today)
    with changing(desk, "issue") as work:
        issued, content = _issued(work, desk, request, draw)
        return issued, write(content)


def check_issuable(layout: Layout, period: ReportingPeriod, *, as_of: date, today: date) -> None:
    """Refuse what cannot be issued, whatever is in it."""
    if not layout.is_whole:
        raise NotIssuable(layout.name)
    if as_of > today:
        raise IssuedAhead(as_of, today)
    if as_of < period.starts_on:
        raise PeriodNotBegun(starts_on=period.starts_on, today=as_of)


def _issued(
    work: Work, desk: Desk, request: IssueRequest, draw: Callable[[ReportContents], bytes]
) -> tuple[Issued, bytes]:
    # Late: the library for writing is slow to load, and reports that are only read do without.
    from tracker.store.issuing import IssuedFile, insert_report  # noqa: PLC0415

    standing = report_in_force(work.reading, request.period)
    if standing is not None:
        raise AlreadyIssued(standing)
    terms = Terms(
        policy=desk.policy,
        reported_until=request.until,
        with_supporting=request.with_supporting,
        office=request.office,
        successors=request.successors,
    )
    contents = gather_by(work.reading, terms, period=request.period, as_of=request.as_of)
    file = IssuedFile(
        content=draw(contents),
        file_name=request.file_name,
        format=request.format,
        layout=request.layout.name,
        number=clean(request.number)[0].strip(),
        dated_on=request.dated_on,
    )
    report = insert_report(work, contents, file=file, terms=terms)
    return Issued(report=report, contents=contents), file.content


def retract(desk: Desk, which: Which, *, reason: str) -> IssuedReport:
    """Take a report back: it stays as it was, but what it showed no longer counts as reported."""
    tidy, _ = read_text(reason, field="retract_reason", is_required=True)
    with changing(desk, "retract") as work:
        # Late: the library for writing is slow to load, and mistakes do without it.
        from tracker.store.issuing import insert_retraction  # noqa: PLC0415

        report = find_report(work.reading, which)
        if not report.is_in_force:
            raise AlreadyRetracted(report)
        return insert_retraction(work, report.id, reason=tidy)


def list_issued(desk: Desk, *, with_retracted: bool = False) -> tuple[IssuedReport, ...]:
    """The reports that were issued, in that order."""
    with open_reading(desk.location) as reading:
        return issued_reports(reading, with_retracted=with_retracted)


def in_force(desk: Desk, period: ReportingPeriod) -> IssuedReport | None:
    """The report that was issued on a period; None where none was, or it was taken back."""
    with open_reading(desk.location) as reading:
        return report_in_force(reading, period)


def issued_file(desk: Desk, report: IssuedReport) -> bytes:
    """The file of an issued report, to the byte."""
    with open_reading(desk.location) as reading:
        return issued_content(reading, report.id)


def contents_as_issued(desk: Desk, report: IssuedReport) -> ReportContents:
    """What an issued report said, for another form of it: a summary, another format."""
    with open_reading(desk.location) as reading:
        return frozen_contents(reading, report.id)


def find_report(reading: Reading, which: Which) -> IssuedReport:
    """The report meant; ``NotIssued`` or ``NoSuchReport`` where there is none."""
    if isinstance(which, int):
        return issued_report(reading, which)
    found = report_in_force(reading, which)
    if found is None:
        raise NotIssued(which)
    return found


def parse_which(text: str, *, cut_off: CutOff) -> Which:
    """Read ``12/2023`` or ``#3``; a number alone is an id unless it is a year."""
    stripped = clean(text)[0].strip()
    digits = stripped.removeprefix("#")
    is_number = digits.isascii() and digits.isdigit()
    if is_number and digits != stripped:
        return int(digits[:18])
    try:
        return parse_period(stripped, cut_off=cut_off)
    except UnreadablePeriod:
        if is_number:
            return int(digits[:18])
        raise
