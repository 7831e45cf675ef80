"""Tables looked over, row by row, and entered in one go; until then nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tracker.intake.drafts import ProblemKind
from tracker.intake.old_fonts import OldFont
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import Imported, enter_import
from tracker.operations.previewing import preview_document
from tracker.operations.read_rows import Place
from tracker.operations.table_preview import RowFate
from tracker.operations.typed import read_authority
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.understood import noted
from tracker.tui.entering.coming import Coming
from tracker.tui.entering.rows_table import RowsTable
from tracker.tui.entering.sources import Reading, Source
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import Found, in_thread
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.box import Box
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, key_pieces
from tracker.wording.detail_pane import NOTHING
from tracker.wording.pasting import count_words
from tracker.wording.rows_screen import (
    DOCUMENT_FIELD,
    DOCUMENT_SAVE,
    DOCUMENT_TITLE,
    FONT_TITLE,
    FONTS,
    NO_MORE_TROUBLE,
    NOTHING_NEW,
    hints,
    nothing_read,
    odd_lines,
    reading_words,
    row_lines,
    saving_words,
    title,
)
from tracker.wording.screen_refusals import screen_sentence

_LOOKS_EACH = 0.2
"""Seconds between two looks at how far a long work has come."""


class RowsScreen(MayHoldUnsaved, ActsOnPress, Screen[Imported]):
    """Gives back what was entered; None where nothing was."""

    AUTO_FOCUS = "RowsTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter,ctrl+s", "save", show=False),
        Binding("l", "next_odd", show=False),
        Binding("d", "document", show=False),
        Binding("f", "font", show=False),
    ]
    DEFAULT_CSS = """
    RowsScreen #rows-odd {
        height: auto; max-height: 4; padding: 0 1; color: $warning; display: none;
    }
    """

    def __init__(self, surroundings: Surroundings, source: Source) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._source = source
        self._reading = Reading()
        self._preview: ImportPreview | None = None
        self._coming: Coming | None = None
        """How far the work under way has come."""
        self._is_saving = False

    def compose(self) -> ComposeResult:
        """The count, what is odd about the whole, the rows, and all of the one pointed at."""
        yield PieceLine(id="title", ground="bar")
        yield PieceLine(id="rows-count")
        yield Static("", id="rows-odd", markup=False)
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

    @property
    def table(self) -> RowsTable:
        """The rows."""
        return self.query_one(RowsTable)

    # Reading

    def _read(self) -> None:
        self._say_count(reading_words())
        desk = self._surroundings.desk()
        coming = self._coming = Coming()
        look = partial(self._source.look, desk, self._reading, coming.hear)
        self._begin(look, self._show, group="read")

    def _show(self, preview: ImportPreview) -> None:
        self._preview, self._coming = preview, None
        self.query_one(Notice).clear()
        self.table.empty = nothing_read(self._source.name)
        self.table.show_rows(preview)
        self._say_count(count_words(preview.rows.values()))
        odd = self.query_one("#rows-odd", Static)
        odd.update(Content("\n".join(odd_lines(preview, is_file=bool(self._source.name)))))
        odd.display = bool(str(odd.content))

    def _say_how_far(self) -> None:
        """Say of a long work how far it has come, at the place where it began."""
        if self._coming is None or not self._coming.total:
            return
        if self._is_saving:
            words = saving_words(self._coming.done, self._coming.total)
            self.query_one(Notice).say(words, role="warning")
        else:
            self._say_count(reading_words(self._coming.done, self._coming.total))

    def _say_count(self, text: str) -> None:
        self.query_one("#rows-count", PieceLine).put([Piece(f" {text}", "strong")])
        self._say_keys()

    def _say_keys(self) -> None:
        keys = key_pieces(hints(len(self.table.taken), is_old=self._is_in_old_font), "key", "hint")
        self.query_one("#hints", PieceLine).put(keys)

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
        self.query_one(Notice).say(why, role="bad")

    # Entering

    def action_save(self) -> None:
        """Enter every row that is taken, as one operation."""
        if self._preview is None:
            self._read()
        elif not self.table.taken:
            self.query_one(Notice).say(NOTHING_NEW, role="warning")
        elif not self._is_saving:
            self._is_saving = True
            self._coming = Coming()
            self.query_one(Notice).say(saving_words(), role="warning")
            save = partial(self._saved, self._preview, self.table.taken, self._coming)
            self._begin(save, self.dismiss, group="save")

    def _saved(self, preview: ImportPreview, taken: tuple[Place, ...], coming: Coming) -> Imported:
        self._surroundings.prepare()
        desk = self._surroundings.desk()
        return enter_import(desk, preview, taken, progress=coming.hear)

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
        if self._coming is not None:
            self._coming.stop()
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

    async def action_document(self) -> None:
        """Ask for the document of the rows that name none, and read again."""

        def check(values: Values) -> Notes:
            today = self._surroundings.today
            preview = preview_document(values["document"], today=today)
            return {"document": noted("document", preview, today)}

        def save(values: Values) -> str:
            read_authority(values["document"], today=self._surroundings.today)
            return values["document"]

        def chosen(document: str | None) -> None:
            if document is not None:
                self._reading = replace(self._reading, document=document)
                self._read()

        task = Task(
            title=DOCUMENT_TITLE,
            fields=[Field(name="document", label=DOCUMENT_FIELD, value=self._reading.document)],
            check=check,
            save=save,
            save_words=DOCUMENT_SAVE,
        )
        await open_over(self, Form(task), chosen)

    @property
    def _is_in_old_font(self) -> bool:
        """Whether something could not be read for its font alone."""
        rows = () if self._preview is None else self._preview.of_kind(RowFate.PROBLEM)
        return any(
            row.problem is not None and row.problem.kind is ProblemKind.OLD_FONT for row in rows
        )

    async def action_font(self) -> None:
        """Ask for the font of before Unicode that the tables are typed in, and read again."""
        choices = [
            Choice(value=font, label=FONTS[font.value], key=str(place))
            for place, font in enumerate(OldFont, 1)
        ]

        def chosen(font: OldFont | None) -> None:
            if font is not None:
                self._reading = replace(self._reading, font=font)
                self._read()

        await open_over(self, Chooser(FONT_TITLE, choices), chosen)

    def on_rows_table_changed(self) -> None:
        """How many are entered stands at the foot."""
        self._say_keys()

    def on_line_list_moved(self) -> None:
        """All of the row under the cursor."""
        row = self.table.current_row
        today = self._surroundings.today
        self.query_one(DetailPane).put(NOTHING if row is None else row_lines(row, today))
