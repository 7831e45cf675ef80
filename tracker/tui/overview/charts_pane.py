"""Charts that scroll, with a cursor over the lines whose directives can be listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.core.overview import Overview
from tracker.tui.overview.stops import Page, Stop, page_of
from tracker.tui.palette import chart_styles_of, styles_of
from tracker.tui.widgets.middle import middle_line
from tracker.tui.widgets.piece_line import inert
from tracker.wording.cell_width import cells
from tracker.wording.charts import Canvas, Counted, Line, Role
from tracker.wording.overview_pane import POINTER, READING
from tracker.wording.overview_screen import overview_charts

_NARROWEST, _WIDEST = 56, 200
"""Cells between which charts can be read: they fit into a screen of 60."""
_LEFT, _RIGHT = cells(POINTER), 1
"""Cells beside the charts."""


class ChartsPane(ScrollView, can_focus=True):
    """The charts of an overview, or a few words in place of them."""

    DEFAULT_CSS = """
    ChartsPane {
        height: 1fr; width: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home,ctrl+home", "go(0)", show=False),
        Binding("end,ctrl+end", "go(-1)", show=False),
        Binding("tab,right", "jump(1)", show=False),
        Binding("shift+tab,left", "jump(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """A bar was chosen, or a line that has none."""

        def __init__(self, counted: Counted | None) -> None:
            super().__init__()
            self.counted = counted

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.overview: Overview | None = None
        self.words: Sequence[str] = (READING,)
        """What stands there while there is no overview."""
        self._page = Page()
        self._cursor = 0
        """The place of the stop it stands on."""

    # What is shown

    def show(self, overview: Overview) -> None:
        """Show other charts; the cursor stays in its line as far as it is there."""
        self.overview = overview
        self._draw()

    def say(self, words: Sequence[str]) -> None:
        """Show words in place of charts."""
        self.overview, self.words = None, words
        self._draw()

    @property
    def stop(self) -> Stop | None:
        """Where the cursor stands."""
        return self._page.stops[self._cursor] if self._page.stops else None

    @property
    def text(self) -> str:
        """All that is written on the page, seen or not."""
        return "\n".join("".join(part.text for part in line) for line in self._page.lines)

    def on_resize(self) -> None:
        """Draw the charts anew for the width there is now."""
        self._draw()

    def _draw(self) -> None:
        before = self.stop
        room = self.scrollable_content_region.width - _LEFT - _RIGHT
        canvas = Canvas(width=max(_NARROWEST, min(room, _WIDEST)))
        charts = overview_charts(self.overview, canvas) if self.overview else ()
        self._page = page_of(charts)
        if self._page.stops:
            self._cursor = self._place_like(before)
        self.virtual_size = Size(self.size.width, len(self._page.lines))
        self._keep_in_sight()
        self.refresh()

    def _place_like(self, before: Stop | None) -> int:
        """The place of the same bar, or else of one that is near where the cursor was."""
        stops = self._page.stops
        if before is not None and before.counted is not None:
            for place, stop in enumerate(stops):
                if stop.counted == before.counted:
                    return place
        return min(self._cursor, len(stops) - 1)

    # Moving

    def action_move(self, by: int) -> None:
        """Go to the next bar."""
        self._go_to(self._cursor + by)

    def action_go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) bar."""
        self._go_to(0 if place == 0 else len(self._page.stops) - 1)

    def action_page(self, direction: int) -> None:
        """Go on by what is seen at once."""
        stop = self.stop
        if stop is None:
            return
        wanted = stop.line + direction * max(self.size.height - 2, 1)
        nearest = min(self._page.stops, key=lambda other: abs(other.line - wanted))
        place = self._page.stops.index(nearest)
        self._go_to(self._cursor + direction if place == self._cursor else place)

    def action_jump(self, by: int) -> None:
        """Go to the first bar of the next chart, round in a circle."""
        stop = self.stop
        if stop is None:
            return
        chart = (stop.chart + by) % (self._page.stops[-1].chart + 1)
        first = next(place for place, one in enumerate(self._page.stops) if one.chart == chart)
        # The whole of the chart, as far as there is room for it.
        self.scroll_to(y=self._page.stops[first].seen[0], animate=False, force=True, immediate=True)
        self._go_to(first)

    def _go_to(self, place: int) -> None:
        self._cursor = max(0, min(place, len(self._page.stops) - 1))
        self._keep_in_sight()
        self.refresh()

    def _keep_in_sight(self) -> None:
        """Scroll as little as needed for the cursor, and for the edge of a chart beside it."""
        stop, height = self.stop, self.size.height
        if stop is None or height < 1:
            return
        first, last = stop.seen
        top = self.scroll_offset.y
        top = max(min(top, first), last - height + 1)
        top = max(min(top, stop.line), stop.line - height + 1)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    # Choosing

    def action_choose(self) -> None:
        """List what the bar under the cursor counts."""
        stop = self.stop
        if stop is not None:
            self.post_message(self.Chosen(stop.counted))

    def on_click(self, event: events.Click) -> None:
        """Go to a bar; list what it counts on the second click."""
        line = event.y + self.scroll_offset.y
        for place, stop in enumerate(self._page.stops):
            if stop.line == line:
                self._go_to(place)
                if event.chain == 2:
                    self.action_choose()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the page, or of the words in place of it."""
        plain = styles_of(self.app.current_theme)["plain"]
        if not self._page.lines:
            words = middle_line(self.words, y, width=self.size.width, height=self.size.height)
            return Strip([Segment(words, plain)], self.size.width)
        line = y + self.scroll_offset.y
        if line >= len(self._page.lines):
            return Strip.blank(self.size.width, plain)
        return self._chart_line(self._page.lines[line], is_current=self._is_current(line))

    def _is_current(self, line: int) -> bool:
        stop = self.stop
        return stop is not None and stop.line == line

    def _chart_line(self, line: Line, *, is_current: bool) -> Strip:
        theme = self.app.current_theme
        styles = chart_styles_of(theme)
        ground = styles["space"]
        parts = [Segment(inert(part.text), styles[part.role]) for part in line]
        start = " " * _LEFT
        if is_current:
            start, ground = POINTER, styles_of(theme)["cursor" if self.has_focus else "cursor_idle"]
            parts = list(_pointed_at(line, parts, ground))
        return Strip([Segment(start, ground), *parts]).adjust_cell_length(self.size.width, ground)


def _pointed_at(line: Line, parts: Sequence[Segment], style: Style) -> Iterator[Segment]:
    """A line under the cursor: its words change colour, its bar with the room for it does not."""
    is_bar = False
    for drawn, part in zip(line, parts, strict=True):
        is_bar = drawn.role.startswith("bar_") or (is_bar and drawn.role is Role.SPACE)
        yield part if is_bar else Segment(part.text, style)
