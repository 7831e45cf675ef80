"""Lines with a cursor, of any number: only those that are seen are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.tui.palette import styles_of
from tracker.tui.widgets.bare_lines import BareLines
from tracker.tui.widgets.middle import middle_line
from tracker.tui.widgets.redrawing import redraw

_STEPS_OF_BAR = 8
"""In so many the end of a scroll bar goes through one cell."""


class CursorView(ScrollView, can_focus=True):
    """Moves a cursor by keys and keeps it in sight; what the lines are is up to who extends it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "go(0)", show=False),
        Binding("end,ctrl+end", "go(-1)", show=False),
    ]
    cursor: reactive[int] = reactive(0, repaint=False)
    """The place of the line that actions are about."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = BareLines()
        self.header_height = 1
        """How many lines stay on top while the others scroll."""
        self.empty: Sequence[str] = ()
        """What stands in place of the lines where there are none."""

    @property
    def line_count(self) -> int:
        """How many lines there are under the header."""
        raise NotImplementedError

    def moved(self) -> None:
        """The cursor stands on another line."""

    @property
    def page_height(self) -> int:
        """How many lines are seen at once."""
        return max(self.size.height - self.header_height, 1)

    # Placing

    def measure(self) -> None:
        """There are more lines now, or fewer."""
        before, now = self.virtual_size, Size(self.size.width, self.line_count + self.header_height)
        is_bar_as_before = (before.height > self.size.height) == (now.height > self.size.height)
        if self.styles.auto_dimensions or before.width != now.width or not is_bar_as_before:
            self.virtual_size = now
            return
        # Nothing lies elsewhere now: the whole screen need not be laid out, which costs a picture.
        self.set_reactive(CursorView.virtual_size, now)
        if self.show_vertical_scrollbar and before != now:
            self.vertical_scrollbar.window_virtual_size = now.height
            redraw(self.vertical_scrollbar)
        self.scroll_y = min(self.scroll_y, self.max_scroll_y)

    def place(self, cursor: int) -> None:
        """Other lines are shown: let the cursor stand as near to a place as there is."""
        self.measure()
        self.set_reactive(CursorView.cursor, max(0, min(cursor, self.line_count - 1)))
        self.keep_in_sight()
        redraw(self)
        self.moved()

    def line_at(self, y: int) -> int | None:
        """The place of the line seen at a height; None on the header and behind the last."""
        index = y - self.header_height + self.scroll_offset.y
        return index if y >= self.header_height and index < self.line_count else None

    def keep_in_sight(self) -> bool:
        """Scroll as little as needed; whether it was."""
        top = self.scroll_offset.y
        if self.cursor < top:
            wanted = self.cursor
        elif self.cursor >= top + self.page_height:
            wanted = self.cursor - self.page_height + 1
        else:
            return False
        self.scroll_to(y=wanted, animate=False, force=True)
        self.refresh()
        return True

    def refresh_line(self, index: int) -> None:
        """Repaint one line, where it is seen."""
        y = index - self.scroll_offset.y + self.header_height
        if self.header_height <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the bar anew only where it looks different: in a long list a page moves it less."""
        if self.show_vertical_scrollbar:
            step = self.max_scroll_y / (_STEPS_OF_BAR * max(self.size.height, 1))
            is_end = new_value >= self.max_scroll_y
            place = new_value if step <= 1 or is_end else new_value // step * step
            self.vertical_scrollbar.position = place
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by some lines."""
        self.cursor = max(0, min(self.cursor + by, self.line_count - 1))

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is seen at once."""
        self.action_move(direction * max(self.page_height - 1, 1))

    def action_go(self, place: int) -> None:
        """Move the cursor to the first (0) or the last (-1) line."""
        self.cursor = 0 if place == 0 else max(self.line_count - 1, 0)

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two lines, or everything where the window moves."""
        if not self.keep_in_sight():
            self.refresh_line(before)
            self.refresh_line(now)
        self.moved()

    # Drawing

    @property
    def styles_by_role(self) -> dict[str, Style]:
        """What each kind of text looks like now."""
        return styles_of(self.app.current_theme)

    @property
    def cursor_style(self) -> Style:
        """What the line under the cursor looks like."""
        return self.styles_by_role["cursor" if self.has_focus else "cursor_idle"]

    def empty_line(self, y: int) -> Strip:
        """One of the lines in the middle of what is empty."""
        shown = middle_line(self.empty, y, width=self.size.width, height=self.page_height)
        return Strip([Segment(shown, self.styles_by_role["dim"])], self.size.width)
