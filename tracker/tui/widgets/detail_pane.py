"""The whole of the directive under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tracker.core.vietnamese import clean
from tracker.wording.detail_pane import NOTHING, Line

_BOLD, _DIM = Style(bold=True), Style(dim=True)


class DetailPane(VerticalScroll):
    """Paragraphs of text, wrapped; it scrolls where they are longer than there is room."""

    HELP_TOPIC: ClassVar[str] = "details"

    def compose(self) -> ComposeResult:
        """One text for all of them."""
        yield Static(as_text(NOTHING), markup=False, id="detail-text")

    def put(self, lines: Iterable[Line]) -> None:
        """Show other paragraphs, from the first on."""
        for text in self.query("#detail-text").results(Static):
            text.update(as_text(lines))
        self.scroll_home(animate=False)


def as_text(lines: Iterable[Line]) -> Text:
    """Paragraphs with titles and labels told apart; nothing in them is read as markup, or acts."""
    text = Text(no_wrap=False)
    for number, line in enumerate(lines):
        if number:
            text.append("\n")
        shown, _ = clean(line.text)
        if line.role == "title":
            text.append(shown, _BOLD)
        elif line.role == "label":
            label, colon, rest = shown.partition(":")
            text.append(label + colon, _DIM)
            text.append(rest)
        else:
            text.append(shown)
    return text
