"""Where a finished report goes from the command line, and what is said beside it."""

from __future__ import annotations

from pathlib import Path

from tracker.cli.output import inert_json, put_lines, put_text, tell
from tracker.core.report import ReportContents
from tracker.operations.report_files import Target, Written, put_file
from tracker.operations.report_formats import FILE_FORMATS
from tracker.operations.report_making import ReportFile
from tracker.operations.report_office import ReportOffice
from tracker.reports.concealing import concealed_contents
from tracker.wording.reporting import kept_older, left_out_lines, needs_review_lines, written


def deliver(office: ReportOffice, file: ReportFile, out: Path | None) -> None:
    """Write a report to its file, or print it where it is a text that goes nowhere else."""
    if out is not None or file.format in FILE_FORMATS:
        target = Target(file_name=file.name, out=out)
        tell_written(put_file(office, file.content, target), file.contents)
    elif file.format == "json":
        put_text(inert_json(file.content.decode()))
    else:
        put_lines(file.content.decode().splitlines())


def tell_written(file: Written, contents: ReportContents) -> None:
    """Say where a report is now, and where an older file of the name went."""
    put_lines([written(file.path, contents)])
    if file.older is not None:
        tell(kept_older(file.older))


def tell_remarks(office: ReportOffice, contents: ReportContents) -> None:
    """Say which rows must be looked at, and who was left out and why."""
    shown = concealed_contents(contents, are_numbers_shown=office.are_secret_numbers_shown)
    for line in (*needs_review_lines(shown), *left_out_lines(shown)):
        tell(line)
