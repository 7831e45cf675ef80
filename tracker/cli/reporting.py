"""``tracker report`` and ``tracker summary``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import inert_json, put_json, put_lines, put_text, tell
from tracker.cli.parsing import CommandParser, UnknownChoice, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.core.errors import UsageError
from tracker.core.membership import ReportedSoFar
from tracker.core.periods import ReportingPeriod, free_period, parse_period
from tracker.core.report import ReportContents
from tracker.core.totals import SCHEMA_VERSION
from tracker.core.vietnamese import clean
from tracker.operations.reporting import (
    Layout,
    PeriodNotBegun,
    Stationery,
    gather,
    laid_out,
    usual_as_of,
    write_report,
)
from tracker.reports.files import write_keeping_older
from tracker.reports.json_form import report_json
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper, Sheet
from tracker.reports.summary import summary_lines
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.reporting import (
    as_of_early,
    kept_older,
    left_out_lines,
    needs_review_lines,
    written,
)


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


class SuffixOfOtherFormat(UsageError):
    """The name of a file would tell programs that it is something else."""

    def __init__(self, path: Path, suffix: str, *, wanted: str, known_format: str) -> None:
        super().__init__(str(path), suffix, wanted)
        self.path = path
        self.suffix = suffix
        self.wanted_suffix = f".{wanted}"
        self.known_format = known_format
        """The ``--format`` that goes with the suffix; empty where there is none."""


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

_SUFFIXES = {
    **{f".{name}": name for name in _ALL_FORMATS},
    ".htm": "html",
    **dict.fromkeys(
        (".csv", ".doc", ".docx", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf",
         ".xls", ".xlsb", ".xlsm", ".xml", ".zip"),
        "",
    ),
}  # fmt: skip
"""The formats that names of files promise; empty for those the program does not write."""

_SHEET_OPTIONS = {"--layout": "layout", "--number": "number", "--date": "date"}

_OLDER_MARK = "ban-cu"


def _configure_period(parser: CommandParser) -> None:
    parser.add_argument(
        "period", metavar=PLACEHOLDERS["period"], nargs="?", help=ARGUMENTS["period"]
    )
    text_option(parser, "--from", dest="from_day")
    text_option(parser, "--to", "to-day", dest="to_day")
    text_option(parser, "--as-of")


def _configure_report(parser: CommandParser) -> None:
    _configure_period(parser)
    text_option(parser, "--layout")
    text_option(parser, "--format", default="xlsx")
    text_option(parser, "--out")
    text_option(parser, "--number", "report-number")
    text_option(parser, "--date", "report-date")


def report_of(place: Place, given: Any) -> ReportContents:
    """The contents of the report that was asked for."""
    period = _period(place, given)
    usual = usual_as_of(period, place.desk.today)
    as_of = usual if given.as_of is None else place.day(given.as_of)
    if as_of < period.starts_on:
        raise PeriodNotBegun(starts_on=period.starts_on, today=as_of)
    if given.as_of is None and as_of < period.ends_on:
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
    _check_format(given)
    layout = _layout(given.layout)
    place = find_place(given.db)
    contents = report_of(place, given)
    content = _content(place, given, contents, layout)
    if given.out is not None:
        put_lines([written(write_report(Path(given.out), content), contents)])
    elif given.format == "xlsx":
        path, older = export(place, content, contents, layout)
        put_lines([written(path, contents)])
        if older is not None:
            tell(kept_older(older))
    elif given.format == "json":
        put_text(inert_json(content.decode()))
    else:
        put_lines(content.decode().splitlines())
    for line in (*needs_review_lines(contents), *left_out_lines(contents)):
        tell(line)
    return 0


def _check_format(given: Any) -> None:
    if given.format not in _ALL_FORMATS:
        raise UnknownChoice("--format", given.format, _ALL_FORMATS)
    useless = [flag for flag, name in _SHEET_OPTIONS.items() if getattr(given, name) is not None]
    if useless and given.format not in _FORMATS:
        raise OptionsWithoutUse(useless, given.format, tuple(_FORMATS))
    if given.out is not None:
        check_suffix(Path(given.out), given.format)


def check_suffix(path: Path, format_name: str) -> None:
    """Refuse a name that promises another format; a suffix nobody knows promises nothing."""
    # Blanks and dots at the end of a name do not count everywhere.
    suffix = Path(path.name.rstrip(" .")).suffix.lower()
    promised = _SUFFIXES.get(suffix, format_name)
    if promised != format_name:
        raise SuffixOfOtherFormat(path, suffix, wanted=format_name, known_format=promised)


def _content(place: Place, given: Any, contents: ReportContents, layout: Layout) -> bytes:
    if given.format == "json":
        return report_json(contents).encode()
    day = None if given.date is None else place.day(given.date)
    number = given.number and clean(given.number)[0]
    sheet = laid_out(contents, layout, stationery(place, number=number, day=day))
    return _FORMATS[given.format](sheet)


def _layout(text: str | None) -> Layout:
    try:
        return Layout.APPENDIX if text is None else Layout(text)
    except ValueError:
        raise UnknownChoice("--layout", text or "", [layout.value for layout in Layout]) from None


def export(
    place: Place, content: bytes, contents: ReportContents, layout: Layout
) -> tuple[Path, Path | None]:
    """Write where finished reports are; gives the file, and where an older one is kept.

    What a clerk may have filled in there by hand is not replaced.
    """
    place.prepare()
    path = place.exports / file_name(contents, layout, "xlsx")
    return path, write_keeping_older(path, content, mark=_OLDER_MARK)


def file_name(contents: ReportContents, layout: Layout, suffix: str) -> str:
    """A plain ASCII name that says layout and period: ``phu-luc-2023-12.xlsx``.

    A report as of another day than the last of its period says that too.
    """
    stem = {Layout.APPENDIX: "phu-luc", Layout.PLAN: "ke-hoach"}[layout]
    period, as_of = contents.period, contents.as_of
    day = "" if as_of == period.ends_on else f"-tinh-den-{as_of.isoformat()}"
    return f"{stem}-{period.key.replace('..', '-den-')}{day}.{suffix}"


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
