"""Tables looked over, row by row, and entered in one go; until then nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.core.errors import TrackerError
from tracker.intake.drafts import ProblemKind
from tracker.intake.old_fonts import OldFont
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import enter_import, is_first_import
from tracker.operations.read_rows import Place
from tracker.operations.reported_until import proposed_until
from tracker.tui.commands import BY_NAME
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.told import Telling, Told
from tracker.tui.entering.asking import Reported, document_form, font_chooser, reported_form
from tracker.tui.entering.coming import Coming
from tracker.tui.entering.odd_lines import OddLines
from tracker.tui.entering.recording import BroughtIn
from tracker.tui.entering.rows_table import RowsTable
from tracker.tui.entering.sources import Reading, Source
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import Found, in_thread
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.box import Box
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, put_hints
from tracker.wording.detail_pane import NOTHING
from tracker.wording.hints import Hint
from tracker.wording.pasting import count_words
from tracker.wording.preview_rows import row_lines
from tracker.wording.rows_screen import (
    NO_MORE_TROUBLE,
    NOTHING_NEW,
    READING_HINTS,
    REMARKS_TITLE,
    SAVING_HINTS,
    STOPPING,
    UNREAD,
    UNREAD_HINTS,
    hints,
    nothing_read,
    opening_words,
    reading_words,
    saving_words,
    title,
)
from tracker.wording.screen_refusals import screen_sentence
from tracker.wording.table_remarks import table_remarks

_LOOKS_EACH = 0.2
"""Seconds between two looks at how far a long work has come."""


class RowsScreen(MayHoldUnsaved, ActsOnPress, Screen[BroughtIn]):
    """Gives back what was entered; None where nothing was."""

    HELP_TOPIC: ClassVar[str] = "rows"
    AUTO_FOCUS = "RowsTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter,ctrl+s", "save", show=False),
        Binding("l", "next_odd", show=False),
        Binding("t", "remarks", show=False),
        Binding("d", "document", show=False),
        Binding("f", "font", show=False),
    ]

    def __init__(self, surroundings: Surroundings, source: Source) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._source = source
        self._reading = Reading()
        self._preview: ImportPreview | None = None
        self._count = ""
        """How many rows there are of each kind, in words."""
        self._remarks: tuple[str, ...] = ()
        self._illegible = ""
        """Some text that cannot be read for its font alone; empty where there is none."""
        self._coming: Coming | None = None
        """How far the work under way has come."""
        self._is_saving = False
        self._reported_until: date | None = None
        """The day to propose, where it is to be asked until when what is done was reported."""

    def compose(self) -> ComposeResult:
        """The count, what is odd about the whole, the rows, and all of the one pointed at."""
        yield PieceLine(id="title", ground="bar")
        yield PieceLine(id="rows-count")
        yield OddLines(id="rows-odd")
        with Box(id="body"):
            yield RowsTable(id="rows")
            yield DetailPane(id="details")
        yield Notice(id="notice")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one("#title", PieceLine).put(
            [Piece(f" {title(self._source.name)}", "bar_strong")]
        )
        self.set_interval(_LOOKS_EACH, self._say_how_far)
        self._read()

    def on_resize(self) -> None:
        """As many keys as there is room for."""
        self._say_keys()

    def on_unmount(self) -> None:
        """Nobody waits for what is still being read."""
        self._stop()

    @property
    def table(self) -> RowsTable:
        """The rows."""
        return self.query_one(RowsTable)

    # Reading

    def _read(self) -> None:
        self._stop()
        coming = self._coming = Coming()
        self._say_how_far()
        self._say_keys()
        desk = self._surroundings.desk()
        self._begin(partial(self._looked, desk, self._reading, coming), self._show, group="read")

    def _looked(self, desk: Desk, reading: Reading, coming: Coming) -> ImportPreview:
        with suppress(TrackerError):
            desk = replace(desk, cut_off=self._surroundings.office().cut_off)
        preview = self._source.look(desk, reading, coming)
        self._reported_until = None
        if any(row.completion is not None for row in preview.rows.values()):
            # What the settings are in trouble for is told where they are needed.
            with suppress(TrackerError):
                latest = self._surroundings.propose_reported_until()
                if latest is not None and is_first_import(desk.location):
                    self._reported_until = proposed_until(preview, latest=latest)
        return preview

    def _show(self, preview: ImportPreview) -> None:
        self._preview, self._coming = preview, None
        self.query_one(Notice).clear()
        self.table.empty = nothing_read(self._source.name)
        self.table.show_rows(preview)
        rows = [row for _, row in self.table.rows]
        problems = filter(None, (row.problem for row in rows))
        seen = (it.seen for it in problems if it.kind is ProblemKind.OLD_FONT)
        self._illegible = next(seen, "")
        self._remarks = tuple(table_remarks(preview, is_file=bool(self._source.name)))
        self.query_one(OddLines).show(self._remarks)
        self._count = count_words(rows)
        self._say_count(self._count)
        self._say_keys()

    def _say_how_far(self) -> None:
        """Say of a work under way how far it has come."""
        coming = self._coming
        if coming is None:
            return
        if self._is_saving:
            is_stopped = coming.is_stopped
            self._say_count(STOPPING if is_stopped else saving_words(coming.done, coming.total))
        elif coming.total or not self._source.name:
            self._say_count(reading_words(coming.done, coming.total))
        else:
            self._say_count(opening_words(coming.seconds))

    def _say_count(self, text: str) -> None:
        self.query_one("#rows-count", PieceLine).put([Piece(f" {text}", "strong")])

    def _say_keys(self) -> None:
        put_hints(self.query_one("#hints", PieceLine), self._hints)

    @property
    def _hints(self) -> tuple[Hint, ...]:
        if self._is_saving:
            return SAVING_HINTS
        if self._coming is not None:
            return READING_HINTS
        if self._preview is None:
            return UNREAD_HINTS
        return hints(
            len(self.table.taken),
            flagged=self.table.flagged,
            remarks=len(self._remarks),
            is_old=bool(self._illegible),
        )

    def _begin(
        self, work: Callable[[], Found], then: Callable[[Found], object], *, group: str
    ) -> None:
        """Work in a thread, and do on the screen what comes of it."""
        in_thread(
            self,
            work,
            then,
            lambda error: self._fail(screen_sentence(error)),
            group=group,
            defect=self._fail,
        )

    def _fail(self, why: str) -> None:
        self._is_saving, self._coming = False, None
        self._say_count(UNREAD if self._preview is None else self._count)
        self.query_one(Notice).say(why, role="bad")
        self._say_keys()

    def _stop(self) -> None:
        if self._coming is not None:
            self._coming.stop()

    # Entering

    async def action_save(self) -> None:
        """Enter every row that is taken, as one operation; where none could be read, try again."""
        if self._coming is not None:
            return
        if self._preview is None:
            self._read()
        elif not self.table.taken:
            self.query_one(Notice).say(NOTHING_NEW, role="warning")
        elif self._reported_until is not None and (done := self.table.taken_done):
            form = reported_form(self._surroundings, done=done, proposed=self._reported_until)
            await open_over(self, form, partial(self._reported, self._preview))
        else:
            self._save(self._preview)

    def _reported(self, preview: ImportPreview, reported: Reported | None) -> None:
        if reported is not None:
            self._save(preview, reported.until)

    def _save(self, preview: ImportPreview, reported_until: date | None = None) -> None:
        self._is_saving = True
        coming = self._coming = Coming()
        self.query_one(Notice).clear()
        self._say_how_far()
        self._say_keys()
        enter = partial(self._entered, preview, frozenset(self.table.taken), coming, reported_until)
        self._begin(enter, self.dismiss, group="save")

    def _entered(
        self,
        preview: ImportPreview,
        taken: frozenset[Place],
        coming: Coming,
        reported_until: date | None,
    ) -> BroughtIn:
        """Enter the rows; once they are, the day is kept until which the done were reported."""
        self._surroundings.prepare()
        desk = self._surroundings.desk()
        imported = enter_import(desk, preview, taken, progress=coming.hear)
        if reported_until is None:
            return BroughtIn(preview, imported)
        kept = self._surroundings.keep_reported_until(reported_until)
        return BroughtIn(preview, imported, *kept)

    @property
    def is_saving(self) -> bool:
        """Whether the rows are on their way into the register."""
        return self._is_saving

    @property
    def unsaved(self) -> tuple[str, ...]:
        """What was pasted, unless it was read and nothing in it is to be entered."""
        is_needed = self._preview is None or bool(self.table.taken)
        return (self._source.unsaved,) if is_needed and self._source.unsaved else ()

    def warn(self, text: str) -> None:
        """Say it above the keys."""
        self.query_one(Notice).say(text, role="warning")

    def action_leave(self) -> None:
        """Nothing is entered; what is being entered is stopped first."""
        self._stop()
        if not self._is_saving:
            self.dismiss(None)

    # Looking over

    def action_leave_out(self) -> None:
        """Leave the row under the cursor out, or take it again."""
        self.table.action_choose()

    def action_next_odd(self) -> None:
        """Go to the next row to be looked at."""
        if not self.table.go_to_next_odd():
            self.query_one(Notice).say(NO_MORE_TROUBLE, role="notice")

    async def action_remarks(self) -> None:
        """Everything that is odd about the tables as a whole."""
        if self._remarks:
            await open_over(self, Told(Telling(title=REMARKS_TITLE, paragraphs=self._remarks)))

    async def action_document(self) -> None:
        """Ask for the document of the rows that name none, and read again."""

        def chosen(document: str | None) -> None:
            if document is not None:
                self._reading = replace(self._reading, document=document)
                self._read()

        if self._coming is None:
            form = document_form(self._surroundings, self._reading.document)
            await open_over(self, form, chosen)

    async def action_font(self) -> None:
        """Ask for the font of before Unicode that the tables are typed in, and read again."""

        def chosen(font: OldFont | None) -> None:
            if font is not None:
                self._reading = replace(self._reading, font=font)
                self._read()

        if self._coming is None and self._illegible:
            await open_over(self, font_chooser(self._illegible), chosen)

    async def action_help(self) -> None:
        """Help on what has the focus."""
        await BY_NAME["help"].run(self)

    def on_rows_table_changed(self) -> None:
        """How many are entered stands at the foot."""
        self._say_keys()

    def on_line_list_moved(self) -> None:
        """All of the row under the cursor."""
        current, preview = self.table.current_row, self._preview
        if current is None or preview is None:
            self.query_one(DetailPane).put(NOTHING)
            return
        place, row = current
        self.query_one(DetailPane).put(row_lines(row, place, preview, self._surroundings.today))
