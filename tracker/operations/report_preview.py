"""A report as it would be, before anything is written; then its file, of just what was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.core.periods import ReportingPeriod, parse_period
from tracker.core.report import ReportContents
from tracker.core.report_verdict import Verdict, verdict_on
from tracker.operations.desk import Desk
from tracker.operations.issuing import contents_as_issued, gather_live
from tracker.operations.report_making import (
    ReportFile,
    ReportRequest,
    asked_form,
    draw_live,
    form_stationery,
)
from tracker.operations.report_office import (
    APPENDIX,
    ReportOffice,
    find_layout,
    issued_stationery,
    stationery,
)
from tracker.operations.report_reprinting import (
    answers,
    issued_layout,
    other_layout,
    reprint,
    standing_report,
)
from tracker.operations.reporting import asked_as_of
from tracker.reports.concealing import concealed_contents
from tracker.reports.laying_out import lay_out
from tracker.reports.sheet import Sheet
from tracker.reports.summary import summary_lines
from tracker.store.issued import IssuedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPreview:
    """What a clerk looks over before a report is written or issued."""

    request: ReportRequest
    """What was asked for."""
    layout: str
    """The name of the layout asked for, else of the usual one or that of the issued report."""
    contents: ReportContents
    """Who is in the report and who is not, with the reasons; what is secret in it too."""
    shown: ReportContents
    """The same as it may be shown: of a secret directive, that it is there and how it stands."""
    verdict: Verdict
    summary: tuple[str, ...]
    """The paragraph of the report, line by line; the first makes the claim, or says why not."""
    standing: IssuedReport | None
    """The report in force on the period."""
    issued: IssuedReport | None
    """The same where these are its rows; None where they are by what is recorded now."""

    @property
    def period(self) -> ReportingPeriod:
        """The days that are reported on."""
        return self.contents.period

    @property
    def as_of(self) -> date:
        """The day it is looked at from."""
        return self.contents.as_of


def preview_report(
    desk: Desk, office: ReportOffice, typed: str, request: ReportRequest | None = None
) -> ReportPreview:
    """Gather the report on a period as typed (``12/2023``, ``Q4/2023``), and look it over.

    The issued report where it is what was asked for, else what is recorded now. Refuses what
    cannot be reported on: ``UnreadablePeriod``, ``UnknownLayout``, ``PeriodNotBegun``.
    """
    wanted = request or ReportRequest()
    period = parse_period(typed, cut_off=office.cut_off)
    standing = standing_report(desk, period)
    if standing is not None and answers(standing, wanted, today=desk.today):
        issued, layout = standing, other_layout(office, standing, wanted)
        name = standing.layout if layout is None else layout.name
        contents, shape = contents_as_issued(desk, issued), issued_stationery(office, issued)
    else:
        issued, name = None, find_layout(office, wanted.layout or APPENDIX).name
        contents, shape = _live(desk, office, wanted, period), stationery(office)
    return ReportPreview(
        request=wanted,
        layout=name,
        contents=contents,
        shown=concealed_contents(contents, are_numbers_shown=office.are_secret_numbers_shown),
        verdict=verdict_on(contents),
        summary=summary_lines(contents, shape.letterhead),
        standing=standing,
        issued=issued,
    )


def _live(
    desk: Desk, office: ReportOffice, request: ReportRequest, period: ReportingPeriod
) -> ReportContents:
    return gather_live(
        desk,
        period,
        as_of=asked_as_of(period, request.as_of, today=desk.today),
        until=office.reported_until,
        with_supporting=request.with_supporting,
    )


def preview_sheet(desk: Desk, office: ReportOffice, preview: ReportPreview) -> Sheet:
    """The table as it would be printed; ``LayoutGone`` where an issued one lost its layout."""
    issued, request = preview.issued, preview.request
    if issued is not None:
        layout = other_layout(office, issued, request) or issued_layout(office, issued)
        return lay_out(layout, preview.contents, issued_stationery(office, issued))
    layout = find_layout(office, preview.layout)
    shape = form_stationery(office, asked_form(request, layout, today=desk.today))
    return lay_out(layout, preview.contents, shape)


def preview_file(
    desk: Desk, office: ReportOffice, preview: ReportPreview, request: ReportRequest
) -> ReportFile:
    """Draw the very rows that were looked over, in their layout unless another is asked for now.

    An issued report comes to the byte, or in another form of what was issued.
    """
    name = request.layout or preview.layout
    wanted = replace(request, layout=name)
    if preview.issued is not None:
        return reprint(desk, office, preview.issued, wanted).file
    form = asked_form(wanted, find_layout(office, name), today=desk.today)
    is_beside_issued = preview.standing is not None
    return draw_live(office, preview.contents, form, is_beside_issued=is_beside_issued)
