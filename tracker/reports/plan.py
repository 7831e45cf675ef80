"""The plan layout: four columns without groups, progress told in words."""

from __future__ import annotations

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import State
from tracker.core.report import ReportContents
from tracker.reports.cell_texts import completion_text, deadline_text, progress_text
from tracker.reports.letterhead import Letterhead, enclosure_line
from tracker.reports.sheet import Alignment, Column, DataRow, Paper, Sheet, TitleLine
from tracker.wording.report_text import ANNEX, PLAN_COLUMNS, done_on, plan_title

_SHARES = (0.05, 0.45, 0.18, 0.32)

_ALIGNMENTS = (Alignment.CENTER, Alignment.LEFT, Alignment.CENTER, Alignment.LEFT)


def plan_sheet(
    report: ReportContents, letterhead: Letterhead, *, paper: Paper | None = None
) -> Sheet:
    """Lay a report out by plan, in the order its rows come in."""
    return Sheet(
        name=f"Tien do {report.period.key}",
        as_of=report.as_of,
        title_lines=_title_lines(report, letterhead),
        columns=tuple(
            Column(title=title, share=share, alignment=alignment)
            for title, share, alignment in zip(PLAN_COLUMNS, _SHARES, _ALIGNMENTS, strict=True)
        ),
        rows=tuple(_data_row(number, row) for number, row in enumerate(report.rows, 1)),
        paper=paper or Paper(),
    )


def _title_lines(report: ReportContents, letterhead: Letterhead) -> tuple[TitleLine, ...]:
    return (
        TitleLine(text=ANNEX, is_bold=True),
        *(TitleLine(text=line, is_bold=True) for line in plan_title(report.period)),
        TitleLine(text=enclosure_line(letterhead, report.period), is_italic=True),
    )


def _data_row(number: int, row: AssessedDirective) -> DataRow:
    return DataRow(cells=(str(number), row.content, deadline_text(row), _told_progress(row)))


def _told_progress(row: AssessedDirective) -> str:
    """What was told last; else what became of it; else the judgement."""
    facts = row.facts
    if row.latest_note or facts.state is not State.DONE:
        return row.latest_note or progress_text(row)
    if facts.result_text or facts.completed_on is None:
        return facts.result_text or progress_text(row)
    return done_on(completion_text(row), row.assessment.progress)
