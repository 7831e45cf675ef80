"""An issued report once more: to the byte, or in another form drawn from what was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.dates import parse_date
from tracker.core.errors import Refused
from tracker.core.layout import Layout
from tracker.core.periods import ReportingPeriod
from tracker.operations.desk import Desk
from tracker.operations.issuing import contents_as_issued, in_force, issued_file
from tracker.operations.report_formats import file_name
from tracker.operations.report_making import ReportFile, ReportRequest, drawn
from tracker.operations.report_office import (
    ReportOffice,
    UnknownLayout,
    find_layout,
    issued_stationery,
)
from tracker.store.errors import NoRegister
from tracker.store.issued import IssuedReport


class IssuedOtherwise(Refused):
    """An issued report keeps the number and the day it was issued with."""

    def __init__(self, report: IssuedReport) -> None:
        super().__init__(report.id)
        self.report = report


class LayoutGone(Refused):
    """The layout a report was issued in is no longer among the office's own."""

    def __init__(self, report: IssuedReport) -> None:
        super().__init__(report.layout)
        self.layout = report.layout
        self.report = report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """An issued report that is drawn again and written nowhere yet."""

    file: ReportFile
    is_as_issued: bool
    """To the byte; else drawn from what was issued."""


def standing_report(desk: Desk, period: ReportingPeriod) -> IssuedReport | None:
    """The report in force on a period; None where there is none, or no register yet."""
    try:
        return in_force(desk, period)
    except NoRegister:
        return None


def answers(report: IssuedReport, request: ReportRequest, *, today: date) -> bool:
    """Whether a report that was issued is the one asked for; else that one must be computed."""
    if request.is_live:
        return False
    if request.as_of is not None and parse_date(request.as_of, today=today) != report.as_of:
        return False
    return report.terms.with_supporting or not request.with_supporting


def reprint(
    desk: Desk, office: ReportOffice, report: IssuedReport, request: ReportRequest
) -> Reprint:
    """Give an issued report in the form asked for, its own unless another is."""
    if request.number is not None or request.dated is not None:
        raise IssuedOtherwise(report)
    contents = contents_as_issued(desk, report)
    other = other_layout(office, report, request)
    format_name = request.format or report.format
    is_as_issued = other is None and format_name == report.format
    if is_as_issued:
        content, name = issued_file(desk, report), report.file_name
    else:
        layout = other or issued_layout(office, report)
        content = drawn(contents, layout, issued_stationery(office, report), format_name)
        name = file_name(report.period, report.as_of, layout, format_name)
    return Reprint(
        file=ReportFile(contents=contents, content=content, format=format_name, name=name),
        is_as_issued=is_as_issued,
    )


def other_layout(
    office: ReportOffice, report: IssuedReport, request: ReportRequest
) -> Layout | None:
    """The layout asked for in place of an issued report's own; None where that one is meant."""
    if request.layout is None or request.layout == report.layout:
        return None
    return find_layout(office, request.layout)


def issued_layout(office: ReportOffice, report: IssuedReport) -> Layout:
    """The layout a report was issued in; else ``LayoutGone``."""
    try:
        return find_layout(office, report.layout)
    except UnknownLayout:
        raise LayoutGone(report) from None
