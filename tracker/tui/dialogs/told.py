"""What was done, told over the screen until it is closed; what matters of it can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.core.vietnamese import clean
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, key_pieces
from tracker.wording.dialogs import CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is told."""

    title: str
    paragraphs: Sequence[str]
    copied: str = ""
    """What is copied; nothing can be where it is empty."""
    copy_words: str = ""
    """What copying is called."""
    copied_words: str = ""
    """What is said once it is copied."""


class Told(ActsOnPress, ModalScreen[None]):
    """Shows every word, however long: what does not fit is broken, and scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", show=False),
        Binding("y", "copy", show=False),
    ]
    DEFAULT_CSS = """
    Told { align: center middle; background: $background 60%; }
    Told > #told {
        width: 92%; max-width: 100; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Told .paragraph { height: auto; width: 1fr; margin-bottom: 1; }
    Told PieceLine { width: 1fr; }
    """

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self.telling = telling

    def compose(self) -> ComposeResult:
        """The paragraphs, and the keys."""
        with VerticalScroll(id="told") as frame:
            frame.border_title = Content(self.telling.title)
            for paragraph in self.telling.paragraphs:
                yield Static(Content(clean(paragraph)[0]), classes="paragraph")
            yield PieceLine(id="told-hints", ground="form")

    def on_mount(self) -> None:
        """Say which keys there are."""
        keys = [("Enter", CLOSE, "close")]
        if self.telling.copied:
            keys.insert(0, ("y", self.telling.copy_words, "copy"))
        self.query_one(PieceLine).put(key_pieces(keys, "form_key", "form"))

    @property
    def text(self) -> str:
        """Everything that is told."""
        return "\n".join(self.telling.paragraphs)

    def action_copy(self) -> None:
        """Copy what matters, and say so."""
        if self.telling.copied:
            self.app.copy_to_clipboard(self.telling.copied)
            line = self.query_one(PieceLine)
            line.put([*line.left[-2:], Piece(f" {self.telling.copied_words}", "form_warning")])

    def action_close(self) -> None:
        """It has been read."""
        self.dismiss()
