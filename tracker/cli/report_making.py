"""Drawing a report in a layout and a format, and putting it where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tracker.cli.output import inert_json, put_lines, put_text, tell
from tracker.cli.parsing import UnknownChoice
from tracker.cli.place import Place
from tracker.cli.report_formats import FILE_FORMATS, SHEET_FORMATS
from tracker.core.layout import Layout
from tracker.core.office import OfficeNames
from tracker.core.report import ReportContents
from tracker.core.successors import Successors
from tracker.operations.reporting import write_report
from tracker.reports.concealing import concealed_contents
from tracker.reports.files import write_keeping_older
from tracker.reports.json_form import report_json
from tracker.reports.laying_out import lay_out
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper
from tracker.reports.stationery import Stationery
from tracker.settings.layouts import load_layouts
from tracker.store.issued import Terms
from tracker.wording.reporting import kept_older, left_out_lines, needs_review_lines, written

APPENDIX = "appendix"
"""The layout of a report unless another is asked for."""

_OLDER_MARK = "ban-cu"


def office_names(place: Place) -> OfficeNames:
    """The names the office goes by now."""
    settings = place.settings
    return OfficeNames(
        name=settings.office_name,
        short_name=settings.office_short_name,
        symbol=settings.office_symbol,
        committee=settings.committee,
    )


def stationery(
    place: Place,
    *,
    number: str | None = None,
    day: date | None = None,
    terms: Terms | None = None,
) -> Stationery:
    """The office's letterhead and paper, from its settings; names by the terms of a report."""
    settings = place.settings
    names = (terms and terms.office) or office_names(place)
    return Stationery(
        letterhead=Letterhead(
            office_name=names.name,
            office_short_name=names.short_name,
            office_symbol=names.symbol,
            committee=names.committee,
            report_number=number or None,
            report_date=day,
        ),
        paper=Paper(
            top=settings.margin_top_mm,
            bottom=settings.margin_bottom_mm,
            left=settings.margin_left_mm,
            right=settings.margin_right_mm,
            font=settings.font,
        ),
        successors=Successors(dict(terms.successors)) if terms else settings.successors,
        are_secret_numbers_shown=settings.secret_numbers,
    )


def find_layout(place: Place, name: str) -> Layout:
    """The layout of that name, shipped or the office's own; else ``UnknownChoice``."""
    layouts = load_layouts(place.workspace)
    if name not in layouts:
        raise UnknownChoice("--layout", name, tuple(layouts))
    return layouts[name]


def drawn(contents: ReportContents, layout: Layout, shape: Stationery, format_name: str) -> bytes:
    """A report as a file of a format."""
    if format_name == "json":
        shown = shape.are_secret_numbers_shown
        return report_json(contents, are_secret_numbers_shown=shown).encode()
    return SHEET_FORMATS[format_name](lay_out(layout, contents, shape))


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a finished report goes."""

    format: str
    file_name: str
    """Its name where it goes to the folder of reports."""
    out: Path | None = None
    """Where it was said to go instead."""
    is_kept: bool = False
    """A text, too, goes to a file and not to the terminal, and no older file is lost by it."""


def export(place: Place, content: bytes, name: str) -> tuple[Path, Path | None]:
    """Write where finished reports are; gives the file, and where an older one is kept.

    What a clerk may have filled in there by hand is not replaced.
    """
    place.prepare()
    path = place.exports / name
    return path, write_keeping_older(path, content, mark=_OLDER_MARK)


def put_file(place: Place, content: bytes, target: Target) -> tuple[Path, Path | None]:
    """Write a report to a file; gives it, and where an older one of the name is kept.

    What stands at a path that was typed is replaced, unless the report is one to be kept: were it
    refused at the last moment, the older file would be all there is.
    """
    if target.out is not None and target.is_kept:
        return target.out, write_keeping_older(target.out, content, mark=_OLDER_MARK)
    if target.out is not None:
        return write_report(target.out, content), None
    return export(place, content, target.file_name)


def deliver(place: Place, content: bytes, contents: ReportContents, target: Target) -> None:
    """Write a report to its file, or print it where it is a text that goes nowhere else."""
    if target.out is not None or target.format in FILE_FORMATS or target.is_kept:
        tell_written(put_file(place, content, target), contents)
    elif target.format == "json":
        put_text(inert_json(content.decode()))
    else:
        put_lines(content.decode().splitlines())


def tell_written(files: tuple[Path, Path | None], contents: ReportContents) -> None:
    """Say where a report is now, and where an older file of the name went."""
    path, older = files
    put_lines([written(path, contents)])
    if older is not None:
        tell(kept_older(older))


def tell_remarks(place: Place, contents: ReportContents) -> None:
    """Say which rows must be looked at, and who was left out and why."""
    shown = concealed_contents(contents, are_numbers_shown=place.settings.secret_numbers)
    for line in (*needs_review_lines(shown), *left_out_lines(shown)):
        tell(line)


def as_file(target: Target) -> Target:
    """The same, never to the terminal."""
    return replace(target, is_kept=True)
