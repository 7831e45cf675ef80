"""Where a table is pasted by whoever asks for it first."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import TextArea

from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, key_pieces
from tracker.wording.dialogs import LEAVE_TWICE
from tracker.wording.rows_screen import BOX_HINTS, BOX_PLACEHOLDER, BOX_TITLE


class PasteText(TextArea):
    """What is pasted is looked over at once; what is typed, when that is asked for."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            # It leaves; a tab belongs to the text.
            event.prevent_default()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        if not self.text.strip():
            event.stop()
            event.prevent_default()
            self.screen.dismiss(event.text)


class PasteBox(MayHoldUnsaved, ActsOnPress, ModalScreen[str]):
    """Gives back the text; None where nothing was pasted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "look_over", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    PasteBox { align: center middle; background: $background 60%; }
    PasteBox > #paste-box {
        width: 92%; max-width: 110; height: 16; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    PasteBox TextArea { height: 1fr; border: none; background: $panel; padding: 0 1; }
    PasteBox TextArea:focus { border: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_leaving = False

    def compose(self) -> ComposeResult:
        """The text, and the keys."""
        with Vertical(id="paste-box") as frame:
            frame.border_title = Content(BOX_TITLE)
            yield PasteText(
                id="paste-text",
                compact=True,
                soft_wrap=False,
                tab_behavior="indent",
                placeholder=BOX_PLACEHOLDER,
            )
            yield PieceLine(id="paste-hints", ground="form")

    def on_mount(self) -> None:
        """A tab that is typed stays one."""
        self.query_one(PasteText).indent_type = "tabs"
        self._say_keys()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Typing on, one does not leave."""
        event.stop()
        self._is_leaving = False
        self._say_keys()

    def _say_keys(self) -> None:
        if self._is_leaving:
            self.warn(LEAVE_TWICE)
        else:
            pieces = key_pieces(BOX_HINTS, "form_key", "form")
            self.query_one("#paste-hints", PieceLine).put(pieces)

    @property
    def _text(self) -> str:
        return self.query_one(PasteText).text

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The text, where there is one."""
        return (self._text,) if self._text.strip() else ()

    def warn(self, text: str) -> None:
        """Say it where the keys stand."""
        self.query_one("#paste-hints", PieceLine).put([Piece(f" {text}", "form_warning")])

    def action_look_over(self) -> None:
        """Show what the text holds."""
        if self._text.strip():
            self.dismiss(self._text)

    def action_leave(self) -> None:
        """Leave; what was typed is given up only on the second press."""
        if self._text.strip() and not self._is_leaving:
            self._is_leaving = True
            self._say_keys()
            return
        self.dismiss(None)
