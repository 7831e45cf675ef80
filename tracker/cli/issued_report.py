"""Issuing a report, and printing again what was issued."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tracker.cli.output import put_lines, tell
from tracker.cli.parsing import UnknownChoice
from tracker.cli.place import Place
from tracker.cli.report_formats import file_name
from tracker.cli.report_making import (
    APPENDIX,
    Target,
    as_file,
    deliver,
    drawn,
    find_layout,
    office_names,
    put_file,
    stationery,
    tell_remarks,
    tell_written,
)
from tracker.core.errors import Refused
from tracker.core.layout import Layout
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents
from tracker.core.vietnamese import clean
from tracker.operations.issuing import (
    IssueRequest,
    contents_as_issued,
    in_force,
    issue,
    issued_file,
)
from tracker.reports.stationery import Stationery
from tracker.store.errors import NoRegister
from tracker.store.issued import IssuedReport
from tracker.wording.issued import (
    computed_live_line,
    drawn_from_issued_line,
    issued_line,
    printed_again_line,
)


class IssuedOtherwise(Refused):
    """An issued report keeps the number and the day it was issued with."""

    def __init__(self, report: IssuedReport) -> None:
        super().__init__(report.id)
        self.report = report


class IssuedEarly(Refused):
    """A period that is not over is issued only where the day to look from was said."""

    def __init__(self, period: ReportingPeriod, as_of: date) -> None:
        super().__init__(period.key)
        self.period = period
        self.as_of = as_of


class LayoutGone(Refused):
    """The layout a report was issued in is no longer among the office's own."""

    def __init__(self, report: IssuedReport) -> None:
        super().__init__(report.layout)
        self.layout = report.layout
        self.report = report


def report_number(given: Any) -> str:
    """The number said for the report; empty where none was."""
    return clean(given.number)[0].strip() if given.number else ""


def issued_shape(place: Place, report: IssuedReport) -> Stationery:
    """The letterhead a report went out with."""
    return stationery(place, number=report.number, day=report.dated_on, terms=report.terms)


def issue_report(place: Place, given: Any, period: ReportingPeriod, as_of: date) -> int:
    """Make a report, keep it for good, write its file, and say so."""
    if as_of < period.ends_on and given.as_of is None:
        raise IssuedEarly(period, as_of)
    layout = find_layout(place, given.layout or APPENDIX)
    day = None if given.date is None else place.day(given.date)
    format_name = given.format or "xlsx"
    target = Target(
        format=format_name,
        file_name=file_name(period, as_of, layout, format_name),
        out=None if given.out is None else Path(given.out),
    )
    shape = stationery(place, number=report_number(given), day=day)
    request = IssueRequest(
        period=period,
        as_of=as_of,
        layout=layout,
        format=format_name,
        file_name=target.file_name if target.out is None else target.out.name,
        number=report_number(given),
        dated_on=day,
        until=place.settings.reported_until,
        with_supporting=given.with_supporting,
        office=office_names(place),
        successors=tuple(place.settings.successors.followed_by.items()),
    )
    issued, files = issue(
        place.desk,
        request,
        draw=lambda contents: drawn(contents, layout, shape, format_name),
        write=lambda content: put_file(place, content, as_file(target)),
    )
    tell_written(files, issued.contents)
    put_lines([issued_line(issued.report)])
    tell_remarks(place, issued.contents)
    return 0


def is_issued(place: Place, period: ReportingPeriod) -> bool:
    """Whether a report on the period is in force."""
    try:
        return in_force(place.desk, period) is not None
    except NoRegister:
        return False


def standing_report(place: Place, given: Any, period: ReportingPeriod) -> IssuedReport | None:
    """The issued report that answers what was asked; None where it must be computed."""
    try:
        report = in_force(place.desk, period)
    except NoRegister:
        return None
    if report is None or given.live:
        if report is not None:
            tell(computed_live_line(report))
        return None
    is_of_other_day = given.as_of is not None and place.day(given.as_of) != report.as_of
    if is_of_other_day or (given.with_supporting and not report.terms.with_supporting):
        tell(computed_live_line(report))
        return None
    return report


def print_again(place: Place, given: Any, report: IssuedReport) -> int:
    """Print an issued report: to the byte, or in another form drawn from what was issued."""
    if given.number is not None or given.date is not None:
        raise IssuedOtherwise(report)
    contents = contents_as_issued(place.desk, report)
    layout = None if given.layout in (None, report.layout) else find_layout(place, given.layout)
    format_name = given.format or report.format
    target = Target(
        format=format_name,
        file_name=report.file_name,
        out=None if given.out is None else Path(given.out),
    )
    if layout is None and format_name == report.format:
        deliver(place, issued_file(place.desk, report), contents, target)
        tell(printed_again_line(report))
        return 0
    _draw_again(place, contents, report, layout or _layout_of(place, report), target)
    return 0


def _layout_of(place: Place, report: IssuedReport) -> Layout:
    try:
        return find_layout(place, report.layout)
    except UnknownChoice:
        raise LayoutGone(report) from None


def _draw_again(
    place: Place,
    contents: ReportContents,
    report: IssuedReport,
    layout: Layout,
    target: Target,
) -> None:
    content = drawn(contents, layout, issued_shape(place, report), target.format)
    name = file_name(report.period, report.as_of, layout, target.format)
    deliver(place, content, contents, Target(format=target.format, file_name=name, out=target.out))
    tell(drawn_from_issued_line(report))
