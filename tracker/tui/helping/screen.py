"""Help: first on what has the focus, then every command, then the words explained."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tracker.core.vietnamese import fold
from tracker.tui.commands import COMMANDS
from tracker.tui.dialogs.field import FieldRow
from tracker.tui.dialogs.opening import open_over
from tracker.tui.palette import styles_of
from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.wording.cell_width import cells, fit
from tracker.wording.commands import COMMANDS as WORDS_OF
from tracker.wording.commands import GROUPS, key_name
from tracker.wording.screen_help import (
    GROUPS_ABOUT,
    HELP_HINTS,
    HELP_NOT_FOUND,
    HELP_SEARCH,
    HELP_TITLE,
    WORDS,
    Row,
    Section,
    field_section,
    topic_sections,
)

_NAME_CELLS = 17
"""Where the explanations begin."""


async def open_help(screen: Screen[Any]) -> None:
    """Show help over whichever screen or dialog is on top; asked for once more it goes away."""
    top = screen.app.screen
    if isinstance(top, HelpScreen):
        top.dismiss()
    else:
        await open_over(top, HelpScreen(tuple(sections_for(top))))


def sections_for(screen: Screen[Any]) -> Iterator[Section]:
    """The help that fits what has the focus, from the nearest to the widest."""
    focused = screen.focused or screen
    for widget in focused.ancestors_with_self:
        if isinstance(widget, FieldRow):
            yield field_section(widget.field)
        yield from topic_sections(getattr(widget, "HELP_TOPIC", ""))
    for group, title in GROUPS.items():
        rows = [
            Row(" ".join(map(key_name, command.keys)), _described(command.name))
            for command in COMMANDS
            if command.group == group
        ]
        yield Section(title, GROUPS_ABOUT.get(group, ""), tuple(rows))
    yield WORDS


def _described(name: str) -> str:
    words = WORDS_OF[name]
    return f"{words.label}: {words.details}"


class HelpScreen(ModalScreen[None]):
    """A text to read, to scroll, and to search."""

    AUTO_FOCUS = "#help-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("q", "close", show=False),
        Binding("slash", "search", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "page", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > #help {
        width: 94%; max-width: 100; height: 94%;
        background: $background; border: round $primary; padding: 0 1;
    }
    HelpScreen #help-scroll { height: 1fr; scrollbar-size-vertical: 1; }
    HelpScreen #help-text { height: auto; }
    HelpScreen Input { height: 1; border: none; padding: 0 1; background: $panel; display: none; }
    HelpScreen Input:focus { border: none; }
    """

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self.sections = sections

    def compose(self) -> ComposeResult:
        """The text, a line to search on, and the keys."""
        with Vertical(id="help") as frame:
            frame.border_title = Content(HELP_TITLE)
            with VerticalScroll(id="help-scroll"):
                yield Static(id="help-text", markup=False)
            yield Input(placeholder=HELP_SEARCH, compact=True, disabled=True)
            yield PieceLine(id="help-hints")

    def on_mount(self) -> None:
        """Begin at the top, where what has the focus is explained."""
        pieces = []
        for key, words, action in HELP_HINTS:
            pieces += [Piece(f" {key}", "strong", action), Piece(f" {words} ", "dim", action)]
        self.query_one(PieceLine).put(pieces)

    def on_resize(self) -> None:
        """Lay the text out anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        found = tuple(_found(self.sections, self.query_one(Input).value))
        scroll = self.query_one("#help-scroll")
        self.query_one("#help-text", Static).update(self._drawn(found, scroll.size.width - 1))
        scroll.scroll_home(animate=False)

    def _drawn(self, sections: tuple[Section, ...], width: int) -> Text:
        styles = styles_of(self.app.current_theme)
        drawn = Text(no_wrap=True)
        for section in sections:
            drawn.append(f"{section.title}\n", styles["title"])
            for line in _wrapped(section.about, width):
                drawn.append(f"{line}\n")
            for row in section.rows:
                name, text = _beside(row, width)
                drawn.append(name, styles["strong"]).append(f"{text}\n")
            drawn.append("\n")
        return drawn if sections else Text(HELP_NOT_FOUND)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only the lines that have what was typed."""
        event.stop()
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on reading what was found."""
        event.stop()
        self.set_focus(self.query_one("#help-scroll"))

    def on_piece_line_pressed(self, message: PieceLine.Pressed) -> None:
        """The keys at the foot can be pressed with the mouse."""
        message.stop()
        self.call_later(self.run_action, message.press)

    def action_search(self) -> None:
        """Open the line to search on."""
        line = self.query_one(Input)
        line.disabled, line.display = False, True
        self.set_focus(line)

    def action_leave(self) -> None:
        """Show everything again where something was searched for, else close."""
        line = self.query_one(Input)
        if line.display:
            line.value = ""
            line.disabled, line.display = True, False
            self.set_focus(self.query_one("#help-scroll"))
        else:
            self.dismiss()

    def action_close(self) -> None:
        """Go back to where help was asked for."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Move the text by some lines."""
        self.query_one("#help-scroll").scroll_relative(y=lines, animate=False)

    def action_page(self) -> None:
        """Move the text by what is seen at once."""
        self.query_one("#help-scroll").scroll_page_down(animate=False)


def _beside(row: Row, width: int) -> tuple[str, str]:
    """A name, and its explanation beside it; under it, where one of them is too long for that."""
    start = _NAME_CELLS if width >= 2 * _NAME_CELLS else 2
    margin = "\n" + " " * start
    lines = margin.join(_wrapped(row.text, width - start))
    if cells(row.name) < start:
        return fit(row.name, start), lines
    return row.name, margin + lines


def _wrapped(text: str, width: int) -> list[str]:
    return TextWrapper(max(width, 1), break_on_hyphens=False).wrap(text)


def _found(sections: tuple[Section, ...], typed: str) -> Iterator[Section]:
    """The sections with the rows that have every word; one that has them in its title is whole."""
    words = fold(typed).split()
    for section in sections:
        if _has(f"{section.title} {section.about}", words):
            yield section
        elif rows := tuple(row for row in section.rows if _has(f"{row.name} {row.text}", words)):
            yield Section(section.title, "", rows)


def _has(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)
