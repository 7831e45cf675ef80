"""``tracker report`` and ``tracker summary``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import CommandParser, UnknownChoice, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.core.errors import UsageError
from tracker.core.membership import ReportedSoFar
from tracker.core.periods import ReportingPeriod, free_period, parse_period
from tracker.core.report import ReportContents
from tracker.core.vietnamese import clean
from tracker.operations.reporting import (
    Layout,
    Stationery,
    gather,
    laid_out,
    usual_as_of,
    write_report,
)
from tracker.reports.json_form import SCHEMA_VERSION, report_json
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper, Sheet
from tracker.reports.summary import summary_lines
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.reporting import as_of_early, left_out_lines, written


class PeriodMissing(UsageError):
    """Neither a period nor both ends of one were given."""


class PeriodTwice(UsageError):
    """Both a period and an end of another were given."""


def _html(sheet: Sheet) -> bytes:
    from tracker.reports.html import sheet_html

    return sheet_html(sheet).encode()


def _text(sheet: Sheet) -> bytes:
    from tracker.reports.text import sheet_text

    return sheet_text(sheet).encode()


def _workbook(sheet: Sheet) -> bytes:
    from tracker.reports.workbook import workbook_bytes

    return workbook_bytes(sheet)


_FORMATS: dict[str, Callable[[Sheet], bytes]] = {
    "xlsx": _workbook,
    "txt": _text,
    "html": _html,
}
_ALL_FORMATS = (*_FORMATS, "json")


def _configure_period(parser: CommandParser) -> None:
    parser.add_argument(
        "period", metavar=PLACEHOLDERS["period"], nargs="?", help=ARGUMENTS["period"]
    )
    text_option(parser, "--from", dest="from_day")
    text_option(parser, "--to", "to-day", dest="to_day")
    text_option(parser, "--as-of")


def _configure_report(parser: CommandParser) -> None:
    _configure_period(parser)
    text_option(parser, "--layout", default=Layout.APPENDIX.value)
    text_option(parser, "--format", default="xlsx")
    text_option(parser, "--out")
    text_option(parser, "--number", "report-number")
    text_option(parser, "--date", "report-date")


def report_of(place: Place, given: Any) -> ReportContents:
    """The contents of the report that was asked for."""
    period = _period(place, given)
    as_of = place.day(given.as_of) if given.as_of else usual_as_of(period, place.desk.today)
    if not given.as_of and as_of < period.ends_on:
        tell(as_of_early(period, as_of))
    reported = ReportedSoFar(until=place.settings.reported_until)
    return gather(place.desk, period, as_of=as_of, reported=reported)


def _period(place: Place, given: Any) -> ReportingPeriod:
    if given.period is not None:
        if given.from_day is not None or given.to_day is not None:
            raise PeriodTwice
        return parse_period(given.period, cut_off=place.settings.cut_off)
    if given.from_day is None or given.to_day is None:
        raise PeriodMissing
    return free_period(place.day(given.from_day), place.day(given.to_day))


def stationery(place: Place, *, number: str | None = None, day: date | None = None) -> Stationery:
    """The office's letterhead and paper, from its settings."""
    settings = place.settings
    return Stationery(
        letterhead=Letterhead(
            office_name=settings.office_name,
            office_short_name=settings.office_short_name,
            office_symbol=settings.office_symbol,
            committee=settings.committee,
            report_number=number,
            report_date=day,
        ),
        paper=Paper(
            top=settings.margin_top_mm,
            bottom=settings.margin_bottom_mm,
            left=settings.margin_left_mm,
            right=settings.margin_right_mm,
            font=settings.font,
        ),
    )


def _report(given: Any) -> int:
    if given.format not in _ALL_FORMATS:
        raise UnknownChoice("--format", given.format, _ALL_FORMATS)
    layout = _layout(given.layout)
    place = find_place(given.db)
    contents = report_of(place, given)
    content = _content(place, given, contents, layout)
    if given.format != "xlsx" and given.out is None:
        put_lines(content.decode().splitlines())
    else:
        path = write_report(_target(place, given, contents), content)
        put_lines([written(path, contents)])
    for line in left_out_lines(contents):
        tell(line)
    return 0


def _content(place: Place, given: Any, contents: ReportContents, layout: Layout) -> bytes:
    if given.format == "json":
        return report_json(contents).encode()
    day = place.day(given.date) if given.date else None
    number = given.number and clean(given.number)[0]
    sheet = laid_out(contents, layout, stationery(place, number=number, day=day))
    return _FORMATS[given.format](sheet)


def _layout(text: str) -> Layout:
    try:
        return Layout(text)
    except ValueError:
        raise UnknownChoice("--layout", text, [layout.value for layout in Layout]) from None


def _target(place: Place, given: Any, contents: ReportContents) -> Path:
    if given.out is not None:
        return Path(given.out)
    if place.is_default_register:
        place.prepare()
    return place.exports / file_name(contents, Layout(given.layout), given.format)


def file_name(contents: ReportContents, layout: Layout, suffix: str) -> str:
    """A plain ASCII name that says layout and period: ``phu-luc-2023-12.xlsx``."""
    stem = {Layout.APPENDIX: "phu-luc", Layout.PLAN: "ke-hoach"}[layout]
    return f"{stem}-{contents.period.key.replace('..', '-den-')}.{suffix}"


def _configure_summary(parser: CommandParser) -> None:
    _configure_period(parser)
    switch(parser, "--json")


def _summary(given: Any) -> int:
    place = find_place(given.db)
    contents = report_of(place, given)
    lines = summary_lines(contents, stationery(place).letterhead)
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "period": contents.period.key,
                "as_of": contents.as_of.isoformat(),
                "lines": list(lines),
                "totals": contents.totals.as_dict(),
            }
        )
    else:
        put_lines(lines)
    return 0


COMMANDS = {
    "report": Command(_configure_report, _report),
    "summary": Command(_configure_summary, _summary),
}
