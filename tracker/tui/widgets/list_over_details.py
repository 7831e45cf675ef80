"""A list, and under it what is known of the line that is pointed at, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.line_list import LayOut, LineList
from tracker.wording.detail_pane import Line

_LEAST_LINES = 3
"""Lines of the list that are always seen."""
_LEAST_DETAILS, _MOST_DETAILS = 3, 7
"""Heights of the part below, its upper edge included."""


class ListOverDetails(Vertical):
    """Where there is no room for both, the details are shown while they are read."""

    DEFAULT_CSS = """
    ListOverDetails { height: 1fr; }
    ListOverDetails DetailPane {
        display: none; border-top: solid $panel; padding: 0 1; scrollbar-size-vertical: 1;
    }
    ListOverDetails DetailPane:focus { border-top: solid $primary; }
    ListOverDetails #detail-text { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._has_details = False

    def compose(self) -> ComposeResult:
        """One over the other."""
        yield LineList(id="lines")
        yield DetailPane(id="row")

    @property
    def lines(self) -> LineList:
        """The list."""
        return self.query_one(LineList)

    @property
    def details(self) -> DetailPane:
        """What lies below it."""
        return self.query_one(DetailPane)

    @property
    def is_reading(self) -> bool:
        """Whether the keys are those of the details."""
        return self.details.has_focus

    def show(self, lay_out: LayOut, *, has_details: bool, cursor: int = 0) -> None:
        """Show another list; ``has_details``: each of its lines has some, else it is but text."""
        self.go_back()
        self._has_details = has_details
        self.lines.show(lay_out, has_cursor=has_details, cursor=cursor)
        self._share()

    def tell(self, details: Iterable[Line]) -> None:
        """What is known of the line that is pointed at."""
        self.details.put(details)

    def read(self) -> None:
        """Go down to the details."""
        if self._has_details:
            self.details.display = True
            self.details.focus()

    def go_back(self) -> None:
        """Go up to the list again."""
        if self.is_reading:
            self.lines.display = True
            self.lines.focus()

    def on_resize(self) -> None:
        """Share out what there is now."""
        self._share()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """What is read is seen."""
        self._share()

    def _share(self) -> None:
        lines, details = self.lines, self.details
        room = self.size.height - lines.header_height - _LEAST_LINES
        is_room_for_both = room >= _LEAST_DETAILS
        details.display = self._has_details and (is_room_for_both or self.is_reading)
        details.styles.height = min(room, _MOST_DETAILS) if is_room_for_both else "1fr"
        lines.display = is_room_for_both or not self.is_reading
