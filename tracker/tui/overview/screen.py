"""The office in charts, over the whole screen; from a bar one goes to the directives it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.core.filter_text import filter_text
from tracker.operations.overview import OverviewLook, look_over
from tracker.store.stamp import FileStamp
from tracker.tui.dialogs.opening import open_over
from tracker.tui.overview.charts_pane import ChartsPane
from tracker.tui.register_watch import WATCH_SECONDS, RegisterWatch
from tracker.tui.screens.as_of import back_to_today, choose_day
from tracker.tui.screens.following import FollowsRegister
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import in_thread
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, PieceLine, key_pieces
from tracker.tui.widgets.search_box import SearchBox
from tracker.tui.widgets.title_line import TitleLine
from tracker.wording.charts import Counted
from tracker.wording.overview_pane import (
    EMPTY,
    EMPTY_ON_DAY,
    HINTS,
    NOTHING_COUNTED,
    READING,
    overview_title,
)

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.screens.register import RegisterScreen


async def open_overview(screen: RegisterScreen) -> None:
    """Show the charts; ends when they have the keyboard, whether they were read yet or not."""

    def back(chosen: Counted | None) -> None:
        if screen.table.as_of != screen.tracker.as_of:
            screen.read_again()
        if chosen is not None:
            list_counted(screen, chosen)

    await open_over(screen, OverviewScreen(screen.surroundings), back)


def list_counted(screen: RegisterScreen, chosen: Counted) -> None:
    """Show exactly the directives that a bar counts, whatever was searched for before."""
    screen.query(SearchBox).remove()
    screen.set_focus(screen.table)
    screen.change_view(
        preset="",
        saved=chosen.name,
        saved_text=filter_text(chosen.wanted),
        typed="",
        order=None,
        is_reversed=False,
    )


class OverviewScreen(FollowsRegister, ActsOnPress, Screen[Counted]):
    """Charts as of the day of the app; gives back the bar that was chosen, or None."""

    HELP_TOPIC: ClassVar[str] = "overview"
    AUTO_FOCUS = "ChartsPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,o", "leave", show=False),
        Binding("v", "as_of", show=False),
        Binding("0", "today", show=False),
        Binding("ctrl+p", "palette", show=False),
    ]

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self._watch = RegisterWatch(surroundings)
        self._is_reading = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(id="title")
        yield ChartsPane(id="charts")
        yield Notice(id="notice")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """Read the register, and keep watching it."""
        self.query_one("#hints", PieceLine).put(key_pieces(HINTS, "key", "hint"))
        self.read_again()
        self.set_interval(WATCH_SECONDS, self.look_for_news)

    @property
    def tracker(self) -> TrackerApp:
        """The app, by its own type."""
        return cast("TrackerApp", self.app)

    @property
    def charts(self) -> ChartsPane:
        """The charts."""
        return self.query_one(ChartsPane)

    # Reading

    def read_again(self) -> None:
        """Read everything anew, in a thread; charts of another day do not stay meanwhile."""
        self._draw_title()
        as_of, shown = self.tracker.as_of, self.charts.overview
        if not self.trouble and (shown is None or shown.as_of != as_of):
            self.charts.say((READING,))
        self._is_reading = True
        in_thread(
            self,
            self._look,
            self._show,
            self.in_trouble,
            group="overview",
            defect=self.put_trouble,
        )

    def _look(self) -> tuple[OverviewLook, FileStamp | None]:
        """What there is to draw, and the register as it was before it was read; in a thread."""
        office = self.surroundings.office()
        stamp = self._watch.stamp()
        desk, as_of = self.surroundings.desk(), self.tracker.as_of
        return look_over(desk, as_of=as_of, successors=office.successors), stamp

    def _show(self, looked: tuple[OverviewLook, FileStamp | None]) -> None:
        self._is_reading = False
        found, stamp = looked
        self._watch.was_read(stamp, found.operation)
        self.out_of_trouble()
        self._draw_title()
        if found.overview is not None:
            self.charts.show(found.overview)
        else:
            self.charts.say(EMPTY_ON_DAY if self.tracker.chosen_day else EMPTY)

    def put_trouble(self, words: str) -> None:
        """Charts read before stay on the screen; where there were none nothing is awaited."""
        self._is_reading = False
        if self.charts.overview is None:
            self.charts.say(())
        super().put_trouble(words)

    def look_for_news(self) -> None:
        """Follow the register, unless it is being read just now."""
        if not self._is_reading:
            self.follow(self._watch)

    # Telling

    def on_resize(self) -> None:
        """The office is named where there is room."""
        self._draw_title()

    def _draw_title(self) -> None:
        title = overview_title(self.surroundings.office_name, self.size.width)
        as_of, today = self.tracker.as_of, self._watch.today
        self.query_one(TitleLine).show(title, as_of=as_of, today=today)

    # Being told what to do

    def on_charts_pane_chosen(self, message: ChartsPane.Chosen) -> None:
        """Go to the directives that a bar counts."""
        message.stop()
        if message.counted is None:
            self.tell(NOTHING_COUNTED)
        else:
            self.dismiss(message.counted)

    def action_choose(self) -> None:
        """As Enter does."""
        self.charts.action_choose()

    def action_jump(self) -> None:
        """As Tab does."""
        self.charts.action_jump(1)

    async def action_as_of(self) -> None:
        """Look at everything as of another day."""
        await choose_day(self)

    def action_today(self) -> None:
        """Look at everything as of today."""
        back_to_today(self)

    async def action_palette(self) -> None:
        """Everything that can be done here, found by typing."""
        # Late: not every look at the charts asks for it.
        from tracker.tui.helping.palette_here import open_palette_here

        await open_palette_here(self, self.HELP_TOPIC)

    def action_leave(self) -> None:
        """Back to the register, which is as it was."""
        self.dismiss(None)
