"""The reports that were issued: printed again, compared with what is recorded now, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.operations.comparing import compare
from tracker.operations.issuing import list_issued, retract
from tracker.operations.report_making import ReportFile, ReportRequest
from tracker.operations.report_reprinting import reprint
from tracker.store.errors import NoRegister
from tracker.store.issued import IssuedReport
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Task
from tracker.tui.dialogs.opening import open_over
from tracker.tui.reporting.reading import ReadingScreen
from tracker.tui.reporting.working import WorkingScreen
from tracker.tui.reporting.writing import make_file
from tracker.tui.surroundings import Surroundings
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.list_over_details import ListOverDetails
from tracker.tui.widgets.piece_line import Piece, PieceLine, key_pieces
from tracker.tui.widgets.table_lines import TextRow, TextTable, table_lines
from tracker.wording.detail_pane import Line
from tracker.wording.differences import comparison_lines
from tracker.wording.issued import REPORT_COLUMNS, issued_words, report_cells, taken_back_line
from tracker.wording.report_acts import (
    ALL_HINTS,
    COMPARING,
    COMPARISON_TITLE,
    LIST_HINTS,
    LIST_TITLE,
    NO_REPORT_MEANT,
    NOTHING_ISSUED,
    PRINTED_TITLE,
    READING_LIST,
    REASON_FIELD,
    RETRACT,
    next_step,
    reports_words,
    retract_question,
    retract_title,
    sha_line,
)

if TYPE_CHECKING:
    from tracker.tui.reporting.screen import ReportScreen

_RANKS = (0, 1, 4, 3, 5, 6, 8, 7, 2)
"""Which columns of the list stay where there is no room for all."""


async def open_issued(screen: ReportScreen) -> None:
    """Show what was issued; the report that is chosen there is looked at here."""

    def left(period: str | None) -> None:
        if period is None:
            screen.look()
        else:
            screen.look(period=period, as_of=None, layout=None, is_live=False)

    await open_over(screen, IssuedScreen(screen.surroundings), left)


class IssuedScreen(WorkingScreen[str]):
    """A list of issued reports; gives back the period of the one that is to be looked at."""

    HELP_TOPIC: ClassVar[str] = "issued"
    AUTO_FOCUS = "LineList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "print_again", show=False),
        Binding("s", "compare", show=False),
        Binding("l", "retract", show=False),
        Binding("a", "switch_all", show=False),
        Binding("f5", "read", show=False),
    ]

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.reports: tuple[IssuedReport, ...] = ()
        self.with_retracted = False

    def compose(self) -> ComposeResult:
        """Title, list, the report that is pointed at."""
        yield PieceLine(id="title", ground="bar")
        yield ListOverDetails()
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the list."""
        self.show_keys(LIST_HINTS)
        self.action_read()

    # Reading

    def action_read(self) -> None:
        """Read the list anew."""
        self.in_thread(
            partial(_issued_reports, self.surroundings, with_retracted=self.with_retracted),
            self._show,
            group="reading",
            words=READING_LIST,
        )

    def _show(self, reports: tuple[IssuedReport, ...]) -> None:
        self.reports = reports
        table = TextTable(
            titles=REPORT_COLUMNS,
            ranks=_RANKS,
            count=len(reports),
            row=lambda index: TextRow(cells=report_cells(reports[index])),
        )
        body = self.query_one(ListOverDetails)
        body.lines.empty = NOTHING_ISSUED[self.with_retracted]
        body.show(table_lines(table), has_details=bool(reports), cursor=len(reports) - 1)
        key, words = ALL_HINTS[self.with_retracted]
        self.query_one("#title", PieceLine).put(
            [
                Piece(f" {LIST_TITLE}", "bar_strong"),
                Piece(f"  {reports_words(len(reports))}", "bar"),
            ],
            key_pieces([(key, words, "switch_all")], "bar_strong", "bar"),
        )

    @property
    def current(self) -> IssuedReport | None:
        """The report under the cursor."""
        place = self.query_one(LineList).current
        return None if place is None else self.reports[place]

    def on_line_list_moved(self) -> None:
        """All that is known of a report stands below."""
        report = self.current
        if report is not None:
            self.query_one(ListOverDetails).tell(_details(report))

    def on_line_list_chosen(self) -> None:
        """Look at its rows."""
        self.action_look()

    # Acting

    def action_look(self) -> None:
        """Look at the report on its period."""
        report = self._meant()
        if report is not None:
            self.dismiss(report.period.key)

    def action_switch_all(self) -> None:
        """With those that were taken back, or without."""
        self.with_retracted = not self.with_retracted
        self.action_read()

    def action_print_again(self) -> None:
        """Write the very file that was issued."""
        report = self._meant()
        if report is None:
            return
        draw = partial(_printed_again, self.surroundings, report)
        make_file(self, draw, format_name=report.format, title=PRINTED_TITLE)

    def action_compare(self) -> None:
        """Tell what would be different now."""
        report = self._meant()
        if report is not None:
            self.in_thread(
                partial(_comparison, self.surroundings, report),
                self._compared,
                group="comparing",
                words=COMPARING,
            )

    async def _compared(self, lines: list[str]) -> None:
        await open_over(self, ReadingScreen(COMPARISON_TITLE, lines))

    async def action_retract(self) -> None:
        """Take the report back; a reason is needed."""
        report = self._meant()
        if report is None:
            return
        task = Task(
            title=retract_title(report),
            about=retract_question(report.period),
            fields=[Field(name="reason", label=REASON_FIELD)],
            save=lambda values: _retract(self.surroundings, report, values["reason"]),
            retry=next_step,
            save_words=RETRACT,
        )
        await open_over(self, Form(task), self._retracted)

    def _retracted(self, report: IssuedReport | None) -> None:
        if report is not None:
            self.action_read()
            self.tell(taken_back_line(report))

    def _meant(self) -> IssuedReport | None:
        """The report under the cursor, else a word."""
        report = self.current
        if report is None:
            self.tell(NO_REPORT_MEANT, role="warning")
        return report


def _issued_reports(
    surroundings: Surroundings, *, with_retracted: bool
) -> tuple[IssuedReport, ...]:
    """None where there is no register yet."""
    try:
        return list_issued(surroundings.desk(), with_retracted=with_retracted)
    except NoRegister:
        return ()


def _details(report: IssuedReport) -> Iterable[Line]:
    yield Line(issued_words(report))
    yield Line(f"{REPORT_COLUMNS[-2]}: {report.file_name}", "label")
    yield Line(sha_line(report), "label")


def _printed_again(surroundings: Surroundings, report: IssuedReport) -> ReportFile:
    return reprint(surroundings.desk(), surroundings.office(), report, ReportRequest()).file


def _comparison(surroundings: Surroundings, report: IssuedReport) -> list[str]:
    office = surroundings.office()
    comparison = compare(surroundings.desk(), report.id)
    shown = office.are_secret_numbers_shown
    return list(comparison_lines(comparison, are_secret_shown=shown, moved_on_named=None))


def _retract(surroundings: Surroundings, report: IssuedReport, reason: str) -> IssuedReport:
    surroundings.prepare()
    return retract(surroundings.desk(), report.id, reason=reason)
