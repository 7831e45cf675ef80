"""``tracker report`` and ``tracker summary``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.issued_report import answering_report, issue_report, print_again
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import BadArguments, CommandParser, UnknownChoice, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.cli.report_delivery import deliver, tell_remarks
from tracker.cli.report_office import report_office
from tracker.core.errors import UsageError
from tracker.core.periods import ReportingPeriod, free_period, parse_period
from tracker.core.report import ReportContents
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.issuing import contents_as_issued, gather_live
from tracker.operations.report_formats import (
    ALL_FORMATS,
    SHEET_FORMATS,
    USUAL_FORMAT,
    check_suffix,
)
from tracker.operations.report_making import ReportRequest, asked_form, draw_live
from tracker.operations.report_office import (
    APPENDIX,
    find_layout,
    issued_stationery,
    stationery,
)
from tracker.operations.report_reprinting import standing_report
from tracker.operations.reporting import asked_as_of, write_report
from tracker.reports.summary import summary_lines
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.issued import drawn_from_issued_line
from tracker.wording.messages import ISSUE_IS_LIVE
from tracker.wording.reporting import as_of_early, written


class PeriodMissing(UsageError):
    """Neither a period nor both ends of one were given."""


class PeriodTwice(UsageError):
    """Both a period and an end of another were given."""


class OptionsWithoutUse(UsageError):
    """Options of a sheet were given for a format that is none."""

    def __init__(self, options: Sequence[str], format_name: str, usable: Sequence[str]) -> None:
        super().__init__(tuple(options), format_name)
        self.options = tuple(options)
        self.format = format_name
        self.usable_formats = tuple(usable)


_SHEET_OPTIONS = {
    "--layout": "layout",
    "--number": "number",
    "--date": "date",
    "--issue": "issue",
}


def _configure_period(parser: CommandParser) -> None:
    parser.add_argument(
        "period", metavar=PLACEHOLDERS["period"], nargs="?", help=ARGUMENTS["period"]
    )
    text_option(parser, "--from", dest="from_day")
    text_option(parser, "--to", "to-day", dest="to_day")
    text_option(parser, "--as-of")
    for flag in ("--with-supporting", "--live"):
        switch(parser, flag)


def _configure_report(parser: CommandParser) -> None:
    _configure_period(parser)
    text_option(parser, "--layout")
    text_option(parser, "--format")
    text_option(parser, "--out")
    text_option(parser, "--number", "report-number")
    text_option(parser, "--date", "report-date")
    switch(parser, "--issue")


def _of_period(given: Any) -> ReportRequest:
    """What was said by the options of a period."""
    return ReportRequest(
        as_of=given.as_of, with_supporting=given.with_supporting, is_live=given.live
    )


def _request(given: Any) -> ReportRequest:
    """What was said of a report."""
    return replace(
        _of_period(given),
        layout=given.layout,
        format=given.format,
        number=given.number,
        dated=given.date,
        out=None if given.out is None else Path(given.out),
    )


def _contents(place: Place, request: ReportRequest, period: ReportingPeriod) -> ReportContents:
    """The contents of the report that was asked for, by what is recorded now."""
    return gather_live(
        place.desk,
        period,
        as_of=_as_of(place, request, period),
        until=place.settings.reported_until,
        with_supporting=request.with_supporting,
    )


def _as_of(place: Place, request: ReportRequest, period: ReportingPeriod) -> date:
    """The day a report looks from, and a word where the period is not over by then."""
    as_of = asked_as_of(period, request.as_of, today=place.desk.today)
    if request.as_of is None and as_of < period.ends_on:
        tell(as_of_early(period, as_of))
    return as_of


def _period(place: Place, given: Any) -> ReportingPeriod:
    if given.period is not None:
        if given.from_day is not None or given.to_day is not None:
            raise PeriodTwice
        return parse_period(given.period, cut_off=place.settings.cut_off)
    if given.from_day is None or given.to_day is None:
        raise PeriodMissing
    return free_period(place.day(given.from_day), place.day(given.to_day))


def _report(given: Any) -> int:
    _check_options(given)
    place = find_place(given.db)
    desk, office, request = place.desk, report_office(place), _request(given)
    period = _period(place, given)
    if given.issue:
        as_of = _as_of(place, request, period)
        return issue_report(desk, office, request, period=period, as_of=as_of)
    standing = standing_report(desk, period)
    report = answering_report(standing, request, today=desk.today)
    if report is not None:
        return print_again(desk, office, report, request)
    layout = find_layout(office, request.layout or APPENDIX)
    contents = _contents(place, request, period)
    form = asked_form(request, layout, today=desk.today)
    file = draw_live(office, contents, form, is_beside_issued=standing is not None)
    deliver(office, file, request.out)
    tell_remarks(office, contents)
    return 0


def _check_options(given: Any) -> None:
    format_name = given.format or USUAL_FORMAT
    if format_name not in ALL_FORMATS:
        raise UnknownChoice("--format", format_name, ALL_FORMATS)
    if given.issue and given.live:
        raise BadArguments("tracker report", ISSUE_IS_LIVE)
    useless = [flag for flag, name in _SHEET_OPTIONS.items() if getattr(given, name)]
    if useless and format_name not in SHEET_FORMATS:
        raise OptionsWithoutUse(useless, format_name, tuple(SHEET_FORMATS))
    if given.out is not None:
        check_suffix(Path(given.out), format_name)


def _configure_summary(parser: CommandParser) -> None:
    _configure_period(parser)
    text_option(parser, "--out", "summary-out")
    switch(parser, "--json")


def _summary(given: Any) -> int:
    if given.out is not None:
        check_suffix(Path(given.out), "docx", has_choice=False)
    place = find_place(given.db)
    period = _period(place, given)
    desk, office, request = place.desk, report_office(place), _of_period(given)
    report = answering_report(standing_report(desk, period), request, today=desk.today)
    if report is None:
        contents, shape = _contents(place, request, period), stationery(office)
    else:
        contents, shape = contents_as_issued(desk, report), issued_stationery(office, report)
    lines = summary_lines(contents, shape.letterhead)
    if given.out is not None:
        from tracker.reports.document import summary_document_bytes

        content = summary_document_bytes(lines, as_of=contents.as_of, paper=shape.paper)
        put_lines([written(write_report(Path(given.out), content), contents)])
    elif given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "period": contents.period.key,
                "as_of": contents.as_of.isoformat(),
                "issued_report": report and report.id,
                "lines": list(lines),
                "totals": contents.totals.as_dict(),
            }
        )
    else:
        put_lines(lines)
    if report is not None:
        tell(drawn_from_issued_line(report))
    return 0


COMMANDS = {
    "report": Command(_configure_report, _report),
    "summary": Command(_configure_summary, _summary),
}
