"""A pasted table looked over, row by row, and entered in one go; until then nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tracker.operations.importing import Imported
from tracker.operations.pasting import enter_pasted, preview_pasted
from tracker.operations.previewing import preview_document
from tracker.operations.table_preview import TablePreview
from tracker.operations.typed import read_authority
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.understood import noted
from tracker.tui.entering.paste_table import PasteTable
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import Found, in_thread
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.box import Box
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, key_pieces
from tracker.wording.detail_pane import NOTHING
from tracker.wording.dialogs import SAVING
from tracker.wording.paste_screen import (
    DOCUMENT_FIELD,
    DOCUMENT_SAVE,
    DOCUMENT_TITLE,
    NO_MORE_TROUBLE,
    NOTHING_NEW,
    NOTHING_READ,
    TITLE,
    hints,
    odd_lines,
    reading_words,
    row_lines,
)
from tracker.wording.pasting import count_line
from tracker.wording.screen_refusals import screen_sentence


class PasteScreen(MayHoldUnsaved, ActsOnPress, Screen[Imported]):
    """Gives back what was entered; None where nothing was."""

    AUTO_FOCUS = "PasteTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter,ctrl+s", "save", show=False),
        Binding("l", "next_odd", show=False),
        Binding("d", "document", show=False),
    ]
    DEFAULT_CSS = """
    PasteScreen #paste-odd {
        height: auto; max-height: 4; padding: 0 1; color: $warning; display: none;
    }
    """

    def __init__(self, surroundings: Surroundings, text: str) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._text = text
        self._document = ""
        self._preview: TablePreview | None = None
        self._is_saving = False

    def compose(self) -> ComposeResult:
        """The count, what is odd about the whole, the rows, and all of the one pointed at."""
        yield PieceLine(id="title", ground="bar")
        yield PieceLine(id="paste-count")
        yield Static("", id="paste-odd", markup=False)
        with Box(id="body"):
            yield PasteTable(id="paste-rows")
            yield DetailPane(id="details")
        yield Notice(id="notice")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one("#title", PieceLine).put([Piece(f" {TITLE}", "bar_strong")])
        self._read()

    @property
    def table(self) -> PasteTable:
        """The rows."""
        return self.query_one(PasteTable)

    # Reading

    def _read(self) -> None:
        self._say_count(reading_words(self._text.count("\n") + 1))
        desk = self._surroundings.desk()
        read = partial(preview_pasted, desk, self._text, document=self._document)
        self._begin(read, self._show, group="read")

    def _show(self, preview: TablePreview) -> None:
        self._preview = preview
        self.query_one(Notice).clear()
        self.table.empty = NOTHING_READ
        self.table.show_rows(preview.rows)
        self._say_count(count_line(preview))
        odd = self.query_one("#paste-odd", Static)
        odd.update(Content("\n".join(odd_lines(preview))))
        odd.display = bool(str(odd.content))

    def _say_count(self, text: str) -> None:
        self.query_one("#paste-count", PieceLine).put([Piece(f" {text}", "strong")])
        self._say_keys()

    def _say_keys(self) -> None:
        keys = key_pieces(hints(len(self.table.lines_taken)), "key", "hint")
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
        self._is_saving = False
        self.query_one(Notice).say(why, role="bad")

    # Entering

    def action_save(self) -> None:
        """Enter every row that is taken, as one operation."""
        if self._preview is None:
            self._read()
        elif not self.table.lines_taken:
            self.query_one(Notice).say(NOTHING_NEW, role="warning")
        elif not self._is_saving:
            self._is_saving = True
            self.query_one(Notice).say(SAVING, role="warning")
            save = partial(self._saved, self._preview, self.table.lines_taken)
            self._begin(save, self.dismiss, group="save")

    def _saved(self, preview: TablePreview, lines: list[int]) -> Imported:
        self._surroundings.prepare()
        return enter_pasted(self._surroundings.desk(), preview, lines)

    @property
    def is_saving(self) -> bool:
        """Whether the rows are on their way into the register."""
        return self._is_saving

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The table, unless it was read and nothing in it is to be entered."""
        return (self._text,) if self._preview is None or self.table.lines_taken else ()

    def warn(self, text: str) -> None:
        """Say it above the keys."""
        self.query_one(Notice).say(text, role="warning")

    def action_leave(self) -> None:
        """Nothing is entered."""
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
                self._document = document
                self._read()

        task = Task(
            title=DOCUMENT_TITLE,
            fields=[Field(name="document", label=DOCUMENT_FIELD, value=self._document)],
            check=check,
            save=save,
            save_words=DOCUMENT_SAVE,
        )
        await open_over(self, Form(task), chosen)

    def on_paste_table_changed(self) -> None:
        """How many are entered stands at the foot."""
        self._say_keys()

    def on_line_list_moved(self) -> None:
        """All of the row under the cursor."""
        row = self.table.current_row
        today = self._surroundings.today
        self.query_one(DetailPane).put(NOTHING if row is None else row_lines(row, today))
