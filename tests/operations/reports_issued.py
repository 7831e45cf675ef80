"""Issuing reports in one line, for the tests of what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.reports.builders import shipped_layouts
from tracker.core.directive import Group
from tracker.core.layout import Layout
from tracker.core.membership import Membership
from tracker.core.office import OfficeNames
from tracker.core.periods import CutOff, ReportingPeriod, parse_period
from tracker.core.report import ReportContents
from tracker.core.successors import Successors
from tracker.operations.desk import Desk
from tracker.operations.issuing import Issued, IssueRequest, issue
from tracker.operations.report_office import ReportOffice
from tracker.reports.json_form import report_json
from tracker.reports.sheet import Paper

NOVEMBER = parse_period("11/2023", cut_off=CutOff.DECREE)
DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)
JANUARY = parse_period("01/2024", cut_off=CutOff.DECREE)

WHOLE = Layout(name="appendix", title=(), columns=(), file_stem="phu-luc", tab="Phu luc")

CHANGED = "Đã sửa"
"""What the register says of one directive that the issued report says otherwise."""


def drawn(contents: ReportContents) -> bytes:
    """A file that says everything a report says."""
    return report_json(contents).encode()


def issue_on(
    desk: Desk,
    period: ReportingPeriod,
    *,
    layout: Layout | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> Issued:
    request = IssueRequest(
        period=period,
        as_of=as_of or period.ends_on,
        layout=layout or WHOLE,
        format="json",
        file_name="phu-luc.json",
        until=until,
    )
    issued, _ = issue(desk, request, draw=drawn, write=len)
    return issued


def a_report_office(folder: Path) -> ReportOffice:
    """An office with the shipped layouts; a folder tells whether it was prepared for writing."""
    return ReportOffice(
        names=OfficeNames(
            name="Sở Khoa học và Công nghệ",
            short_name="Sở KH&CN",
            symbol="KHCN",
            committee="UBND tỉnh",
        ),
        paper=Paper(),
        successors=Successors(),
        are_secret_numbers_shown=False,
        cut_off=CutOff.DECREE,
        reported_until=None,
        exports=folder / "exports",
        layouts=shipped_layouts,
        prepare=lambda: (folder / "prepared").mkdir(exist_ok=True),
    )


def later(desk: Desk, today: date) -> Desk:
    """The same desk on a later day."""
    at = desk.at.replace(year=today.year, month=today.month, day=today.day)
    return replace(desk, today=today, at=at)


def numbers_done(contents: ReportContents) -> set[str]:
    """The documents of the directives that a report shows as done."""
    return {row.document.number for row in contents.rows_of(Group.DONE)}


def without_reported(contents: ReportContents) -> ReportContents:
    """A report as it is kept: whoever was reported before is kept with the report before."""
    left_out = tuple(
        (row, why) for row, why in contents.left_out if why is not Membership.REPORTED_BEFORE
    )
    return replace(contents, left_out=left_out)
