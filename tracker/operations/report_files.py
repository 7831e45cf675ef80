"""Putting a finished report where it belongs, and losing nothing that stood there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.operations.report_office import ReportOffice
from tracker.operations.reporting import write_report
from tracker.reports.files import write_keeping_older

_OLDER_MARK = "ban-cu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a finished report goes."""

    file_name: str
    """Its name where it goes to the folder of reports."""
    out: Path | None = None
    """Where it was said to go instead."""
    is_older_kept: bool = False
    """No older file is lost by it, wherever it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where a report is now."""

    path: Path
    older: Path | None = None
    """Where the file is that stood there before, if it said something else and is kept."""


def export(office: ReportOffice, content: bytes, name: str) -> Written:
    """Write where finished reports are.

    What a clerk may have filled in there by hand is not replaced.
    """
    office.prepare()
    return _beside_older(office.exports / name, content)


def put_file(office: ReportOffice, content: bytes, target: Target) -> Written:
    """Write a report to a file.

    What stands at a path that was typed is replaced, unless the report is one to be kept: were it
    refused at the last moment, the older file would be all there is.
    """
    if target.out is None:
        return export(office, content, target.file_name)
    if target.is_older_kept:
        return _beside_older(target.out, content)
    return Written(path=write_report(target.out, content))


def _beside_older(path: Path, content: bytes) -> Written:
    return Written(path=path, older=write_keeping_older(path, content, mark=_OLDER_MARK))
