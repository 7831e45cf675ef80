"""A report as it was asked for, drawn in a layout and a format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.core.dates import parse_date
from tracker.core.layout import Layout
from tracker.core.report import ReportContents
from tracker.operations.report_formats import SHEET_FORMATS, USUAL_FORMAT, file_name
from tracker.operations.report_number import read_report_number
from tracker.operations.report_office import ReportOffice, stationery
from tracker.reports.json_form import report_json
from tracker.reports.laying_out import lay_out
from tracker.reports.stationery import Stationery


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What was said of the report that is wanted, as typed; None where nothing was."""

    layout: str | None = None
    format: str | None = None
    number: str | None = None
    """Of the report as a document."""
    dated: str | None = None
    as_of: str | None = None
    """The day to look from."""
    out: Path | None = None
    with_supporting: bool = False
    is_live: bool = False
    """By what is recorded now, though a report may have been issued."""
    seen: ReportContents | None = None
    """What was looked over before: nothing else is issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a report is drawn as."""

    layout: Layout
    format: str
    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A report that is drawn and written nowhere yet."""

    contents: ReportContents
    content: bytes
    format: str
    name: str
    """In the folder of reports."""


def asked_form(request: ReportRequest, layout: Layout, *, today: date) -> Form:
    """The form that was asked for; else ``NotAReportNumber`` or ``UnreadableDate``."""
    return Form(
        layout=layout,
        format=request.format or USUAL_FORMAT,
        number=read_report_number(request.number or "", today=today),
        dated_on=None if request.dated is None else parse_date(request.dated, today=today),
    )


def form_stationery(office: ReportOffice, form: Form) -> Stationery:
    """The letterhead of a report that is made now."""
    return stationery(office, number=form.number, day=form.dated_on)


def draw_live(
    office: ReportOffice, contents: ReportContents, form: Form, *, is_beside_issued: bool
) -> ReportFile:
    """Draw a report that is not issued; another one on its period may be."""
    content = drawn(contents, form.layout, form_stationery(office, form), form.format)
    return ReportFile(
        contents=contents,
        content=content,
        format=form.format,
        name=file_name(
            contents.period,
            contents.as_of,
            form.layout,
            form.format,
            is_beside_issued=is_beside_issued,
        ),
    )


def drawn(contents: ReportContents, layout: Layout, shape: Stationery, format_name: str) -> bytes:
    """A report as a file of a format."""
    if format_name == "json":
        shown = shape.are_secret_numbers_shown
        return report_json(contents, are_secret_numbers_shown=shown).encode()
    return SHEET_FORMATS[format_name](lay_out(layout, contents, shape))
