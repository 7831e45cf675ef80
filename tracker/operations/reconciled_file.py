"""A comparison as the file that goes back to those who sent the list."""

from __future__ import annotations

from pathlib import Path

from tracker.operations.reconciling import Reconciliation
from tracker.operations.report_files import Target, Written, put_file
from tracker.operations.report_formats import SHEET_FORMATS
from tracker.operations.report_office import ReportOffice, stationery
from tracker.reports.reconciled_sheet import reconciled_sheet

RECONCILED_FORMAT = "xlsx"

_STEM = "doi-chieu"


def write_reconciliation(
    office: ReportOffice, reconciliation: Reconciliation, out: Path | None
) -> Written:
    """Write it to a file, else into the folder of reports, where an older one of the name stays."""
    sheet = reconciled_sheet(
        reconciliation.outcome,
        as_of=reconciliation.as_of,
        theirs=reconciliation.theirs,
        stationery=stationery(office),
    )
    content = SHEET_FORMATS[RECONCILED_FORMAT](sheet)
    return put_file(office, content, Target(file_name=reconciled_name(reconciliation), out=out))


def reconciled_name(reconciliation: Reconciliation) -> str:
    """A plain ASCII name that says the period or the day: ``doi-chieu-2023-12.xlsx``."""
    day = reconciliation.as_of
    if not reconciliation.is_period_asked:
        return f"{_STEM}-{day.isoformat()}.{RECONCILED_FORMAT}"
    period = reconciliation.period
    early = "" if day == period.ends_on else f"-tinh-den-{day.isoformat()}"
    return f"{_STEM}-{period.key}{early}.{RECONCILED_FORMAT}"
