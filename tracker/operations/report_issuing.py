"""Issuing a report on the office's own paper, and writing its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.errors import Refused
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents
from tracker.operations.desk import Desk
from tracker.operations.issuing import IssueRequest, issue
from tracker.operations.report_files import Target, Written, put_file
from tracker.operations.report_formats import file_name
from tracker.operations.report_making import ReportRequest, asked_form, drawn, form_stationery
from tracker.operations.report_office import APPENDIX, ReportOffice, find_layout
from tracker.store.issued import IssuedReport


class IssuedEarly(Refused):
    """A period that is not over is issued only where the day to look from was said."""

    def __init__(self, period: ReportingPeriod, as_of: date) -> None:
        super().__init__(period.key)
        self.period = period
        self.as_of = as_of


class ChangedSinceSeen(Refused):
    """What would be issued is not what was looked over: somebody changed the register since."""

    def __init__(self, period: ReportingPeriod) -> None:
        super().__init__(period.key)
        self.period = period


@dataclass(frozen=True, slots=True, kw_only=True)
class SentOut:
    """A report that has just been issued, and where its file is."""

    report: IssuedReport
    contents: ReportContents
    written: Written


def check_not_early(request: ReportRequest, *, period: ReportingPeriod, as_of: date) -> None:
    """Refuse a period that is not over, unless the day to look from was said."""
    if as_of < period.ends_on and request.as_of is None:
        raise IssuedEarly(period, as_of)


def issue_report(
    desk: Desk,
    office: ReportOffice,
    request: ReportRequest,
    *,
    period: ReportingPeriod,
    as_of: date,
) -> SentOut:
    """Make a report, keep it for good and write its file: all of it or nothing."""
    check_not_early(request, period=period, as_of=as_of)
    layout = find_layout(office, request.layout or APPENDIX)
    form = asked_form(request, layout, today=desk.today)
    name = file_name(period, as_of, layout, form.format)
    shape = form_stationery(office, form)
    target = Target(file_name=name, out=request.out, is_older_kept=True)

    def draw(contents: ReportContents) -> bytes:
        if request.seen is not None and contents != request.seen:
            raise ChangedSinceSeen(period)
        return drawn(contents, layout, shape, form.format)

    issued, written = issue(
        desk,
        IssueRequest(
            period=period,
            as_of=as_of,
            layout=layout,
            format=form.format,
            file_name=name if request.out is None else request.out.name,
            number=form.number,
            dated_on=form.dated_on,
            until=office.reported_until,
            with_supporting=request.with_supporting,
            office=office.names,
            successors=tuple(office.successors.followed_by.items()),
        ),
        draw=draw,
        write=lambda content: put_file(office, content, target),
    )
    return SentOut(report=issued.report, contents=issued.contents, written=written)
