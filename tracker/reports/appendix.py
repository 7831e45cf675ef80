"""The appendix (phụ lục): seven columns, three groups, as the province expects it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group
from tracker.core.report import ReportContents
from tracker.core.totals import GROUPS
from tracker.reports.cell_texts import (
    completion_text,
    deadline_text,
    document_text,
    progress_text,
    result_text,
)
from tracker.reports.letterhead import Letterhead, enclosure_line
from tracker.reports.sheet import Alignment, Column, DataRow, GroupRow, Paper, Row, Sheet, TitleLine
from tracker.wording.report_text import ANNEX, APPENDIX_COLUMNS, appendix_title, group_heading

_SHARES = (0.045, 0.155, 0.35, 0.095, 0.095, 0.11, 0.15)

_ORDINALS = ("I", "II", "III")

_CONTENT = 2


def appendix_sheet(
    report: ReportContents, letterhead: Letterhead, *, paper: Paper | None = None
) -> Sheet:
    """Lay a report out as the appendix."""
    return Sheet(
        name=f"Phu luc {report.period.key}",
        as_of=report.as_of,
        title_lines=_title_lines(report, letterhead),
        columns=_columns(),
        rows=tuple(_rows(report)),
        paper=paper or Paper(),
    )


def _title_lines(report: ReportContents, letterhead: Letterhead) -> tuple[TitleLine, ...]:
    title = appendix_title(letterhead.committee, report.period)
    return (
        TitleLine(text=ANNEX, is_bold=True),
        *(TitleLine(text=line, is_bold=True) for line in title),
        TitleLine(text=enclosure_line(letterhead, report.period), is_italic=True),
    )


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            title=title,
            share=share,
            alignment=Alignment.LEFT if place == _CONTENT else Alignment.CENTER,
        )
        for place, (title, share) in enumerate(zip(APPENDIX_COLUMNS, _SHARES, strict=True))
    )


def _rows(report: ReportContents) -> Iterator[Row]:
    for ordinal, group in zip(_ORDINALS, GROUPS, strict=True):
        yield GroupRow(ordinal=ordinal, text=group_heading(group, report.totals.groups[group]))
        for number, row in enumerate(report.rows_of(Group(group)), 1):
            yield _data_row(number, row)


def _data_row(number: int, row: AssessedDirective) -> DataRow:
    return DataRow(
        cells=(
            str(number),
            document_text(row.document),
            row.content,
            deadline_text(row),
            completion_text(row),
            progress_text(row),
            result_text(row),
        )
    )
