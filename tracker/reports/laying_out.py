"""A report laid out: what a layout asks for, put together from the contents of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.core.assessed import AssessedDirective
from tracker.core.layout import Layout, RowSubject
from tracker.core.layout_rows import chosen
from tracker.core.report import ReportContents
from tracker.core.totals import TotalsDoNotAddUp
from tracker.core.unit_totals import count_up, totals_by_unit
from tracker.reports.concealing import concealed
from tracker.reports.fields import RowShown, UnitShown, directive_cells, unit_cells
from tracker.reports.letterhead import enclosure_line
from tracker.reports.row_groups import RowGroup, row_groups
from tracker.reports.sheet import Column, DataRow, GroupRow, Row, Sheet, TitleLine
from tracker.reports.stationery import Stationery
from tracker.reports.titles import title_line
from tracker.wording.labels import NO_UNIT
from tracker.wording.report_text import ALL_UNITS, ANNEX, roman


def lay_out(layout: Layout, contents: ReportContents, stationery: Stationery) -> Sheet:
    """Make the sheet of a report; what is secret in it stays out."""
    return Sheet(
        name=f"{layout.tab} {contents.period.key}",
        as_of=contents.as_of,
        title_lines=tuple(_title_lines(layout, contents, stationery)),
        columns=_columns(layout),
        rows=tuple(_ROWS[layout.one_row_per](_Report(layout, contents, stationery))),
        paper=replace(stationery.paper, orientation=layout.orientation, text_size=layout.text_size),
    )


@dataclass(frozen=True, slots=True)
class _Report:
    layout: Layout
    contents: ReportContents
    stationery: Stationery

    @property
    def rows(self) -> tuple[AssessedDirective, ...]:
        """The rows the layout shows, proved to be all where it is to show all."""
        are_numbers_shown = self.stationery.are_secret_numbers_shown
        rows = chosen(self.contents.rows, self.layout.rows, self.layout.order)
        if self.layout.is_whole and len(rows) != self.contents.totals.total:
            raise TotalsDoNotAddUp("a whole layout does not show every row")
        return tuple(concealed(row, are_numbers_shown=are_numbers_shown) for row in rows)


def _title_lines(
    layout: Layout, contents: ReportContents, stationery: Stationery
) -> Iterator[TitleLine]:
    letterhead = stationery.letterhead
    if layout.is_enclosed:
        yield TitleLine(text=ANNEX, is_bold=True)
    for line in layout.title:
        text = title_line(line, contents, letterhead)
        yield TitleLine(text=text, is_bold=True)
    if layout.is_enclosed:
        yield TitleLine(text=enclosure_line(letterhead, contents.period), is_italic=True)


def _columns(layout: Layout) -> tuple[Column, ...]:
    full = sum(column.width for column in layout.columns)
    return tuple(
        Column(title=column.title, share=column.width / full, alignment=column.alignment)
        for column in layout.columns
    )


def _rows_of_directives(report: _Report) -> Iterator[Row]:
    rows = report.rows
    groups = row_groups(report.layout, rows, report.stationery.successors)
    if sum(len(group.rows) for group in groups) != len(rows):
        raise TotalsDoNotAddUp("the groups together are not all rows")
    for number, group in enumerate(groups, 1):
        if group.heading is not None:
            yield GroupRow(ordinal=roman(number), text=group.heading)
        yield from _data_rows(report, group)


def _data_rows(report: _Report, group: RowGroup) -> Iterator[Row]:
    for ordinal, row in enumerate(group.rows, 1):
        shown = RowShown(
            row=row, ordinal=ordinal, as_of=report.contents.as_of, labels=report.layout.labels
        )
        yield DataRow(cells=directive_cells(report.layout, shown), about=row.key)


def _rows_of_units(report: _Report) -> Iterator[Row]:
    rows = report.rows
    by_unit = totals_by_unit(rows, report.stationery.successors)
    for ordinal, (unit, totals) in enumerate(by_unit, 1):
        shown = UnitShown(ordinal=str(ordinal), name=unit or NO_UNIT, totals=totals)
        yield DataRow(cells=unit_cells(report.layout, shown))
    everything = UnitShown(ordinal="", name=ALL_UNITS, totals=count_up(rows))
    yield DataRow(cells=unit_cells(report.layout, everything), is_bold=True)


_ROWS = {
    RowSubject.DIRECTIVE: _rows_of_directives,
    RowSubject.UNIT: _rows_of_units,
}
