"""The register: numbers on top, the table below, the whole directive beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import TrackerError, UsageError
from tracker.core.row_order import Order
from tracker.tui.commands import BY_NAME, COMMANDS, VIEW_KEYS
from tracker.tui.register_data import RegisterData, Shown
from tracker.tui.register_watch import WATCH_SECONDS, News
from tracker.tui.screens.telling import said, trouble_words
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import in_thread
from tracker.tui.view import TOTAL, View
from tracker.tui.widgets.box import Box
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import Piece, PieceLine, key_pieces
from tracker.tui.widgets.register_table import RegisterTable
from tracker.tui.widgets.row_window import RowWindow
from tracker.tui.widgets.summary_bar import SummaryBar
from tracker.tui.widgets.title_line import TitleLine
from tracker.wording.cell_width import cells, cut
from tracker.wording.screen import (
    EMPTY_REGISTER,
    HINTS,
    NOTHING_FOUND,
    REPLACED,
    SEARCH_HINT,
    rows_words,
    title_words,
    view_words,
)

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.widgets.search_box import SearchBox

_REST_SECONDS = 0.05
"""After the first picture: then the rest of a long list is looked up."""
_SHORTEST_NAME = 8
"""Cells of a name that still say something."""
_DETAIL_SECONDS = 0.1
"""How long the cursor must stand before the whole directive is read."""


class RegisterScreen(Screen[None]):
    """Where a clerk spends the day."""

    AUTO_FOCUS = "RegisterTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), f"command('{command.name}')", show=False)
            for command in COMMANDS
            if command.keys and command.name not in ("mark", "open")
        ),
        *(Binding(key, f"view_by_key('{key}')", show=False) for key in VIEW_KEYS),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.view = View()
        self.data = RegisterData(surroundings)
        self._asked = 0
        """Grows with every new question, so that an answer that comes too late is dropped."""
        self._trouble = ""
        self._sorted = Order.ATTENTION, False
        self._is_finding = False
        self._waiting: dict[str, Timer] = {}

    # Building

    def compose(self) -> ComposeResult:
        """From top to bottom; what is not needed for the first picture comes after it."""
        yield TitleLine(id="title")
        yield SummaryBar(id="summary")
        with Box(id="finding-row"):
            yield PieceLine(id="finding")
        with Box(id="body"):
            yield RegisterTable(as_of=self.surroundings.today, id="table")
        yield Notice(id="notice")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """Read the register, and keep watching it."""
        self.query_one("#hints", PieceLine).put(key_pieces(HINTS, "key", "hint"))
        self.read()
        self.set_interval(WATCH_SECONDS, self._watch)

    @property
    def tracker(self) -> TrackerApp:
        """The app, by its own type."""
        return cast("TrackerApp", self.app)

    @property
    def table(self) -> RegisterTable:
        """The table."""
        return self.query_one(RegisterTable)

    # Reading

    @property
    def shown(self) -> Shown:
        """What is asked of the register now."""
        as_of = self.tracker.as_of
        return Shown(selection=self.view.selection(self.surroundings, as_of), as_of=as_of)

    def read(self, *, keep: AssessedDirective | None = None) -> None:
        """Read everything anew; the cursor goes where ``keep`` stands now, else stays."""
        try:
            window = self.data.read(self.shown)
        except TrackerError as error:
            self._in_trouble(error)
            return
        self._out_of_trouble()
        self._show(window, keep=keep)

    def read_again(self) -> None:
        """Read everything anew; the cursor stays on its directive."""
        self.read(keep=self.table.current)

    def find(self) -> None:
        """Show other rows of the same register."""
        try:
            window = self.data.find(self.shown)
        except UsageError as error:
            # What is typed may not be finished; the rows stay until it is understood.
            self._draw_lines(trouble=said(error))
            return
        except TrackerError as error:
            self._in_trouble(error)
            return
        self._out_of_trouble()
        self._show(window, keep=None)

    def _show(self, window: RowWindow, *, keep: AssessedDirective | None) -> None:
        table, shown = self.table, self.shown
        self._sorted = shown.selection.order, shown.selection.is_reversed
        place = 0
        if keep is not None:
            found = self._place(window, keep)
            place = table.cursor if found is None else found
        self._asked += 1
        is_empty = self.data.is_empty and self.view.is_plain
        table.empty = EMPTY_REGISTER if is_empty else NOTHING_FOUND
        table.sorted_by = self._sorted
        table.show(window, as_of=shown.as_of, cursor=place)
        self._draw_lines()
        if not window.is_whole:
            self._later("rest", _REST_SECONDS, partial(self._read_rest, shown, keep))

    def _place(self, window: RowWindow, row: AssessedDirective) -> int | None:
        try:
            return self.data.place_of(window, row, self.tracker.as_of)
        except TrackerError:
            return None

    def _read_rest(self, shown: Shown, keep: AssessedDirective | None) -> None:
        came = partial(self._rest_came, self._asked, keep)
        in_thread(self, partial(self.data.rest, shown), came, self._in_trouble, group="rest")

    def _rest_came(self, asked: int, keep: AssessedDirective | None, window: RowWindow) -> None:
        if asked != self._asked:
            return
        self.table.grow(window)
        if keep is not None and (place := self._place(window, keep)) is not None:
            self.table.cursor = place
        self._draw_lines()

    def _later(self, name: str, seconds: float, do: object) -> None:
        """Do something after a while, unless it is asked for again before."""
        if name in self._waiting:
            self._waiting[name].stop()
        self._waiting[name] = self.set_timer(seconds, do)  # type: ignore[arg-type]

    # Watching

    def _watch(self) -> None:
        """Whatever another process or another day has changed appears by itself."""
        try:
            news = self.data.watch.news()
        except TrackerError as error:
            self._in_trouble(error)
            return
        if news is News.NONE and not self._trouble:
            return
        self.read_again()
        if news is News.REPLACED and not self._trouble:
            self.tell(REPLACED, role="warning")

    def _in_trouble(self, error: TrackerError) -> None:
        """Say what is wrong with the register; what was read before stays on the screen."""
        is_new = not self._trouble
        self._trouble = trouble_words(error)
        if is_new:
            self.tell(self._trouble, role="bad")

    def _out_of_trouble(self) -> None:
        if self._trouble:
            self._trouble = ""
            self.query_one(Notice).clear()

    # Telling

    def tell(self, text: str, *, role: str = "notice") -> None:
        """Say something above the keys, until the next thing is said or Escape is pressed."""
        self.query_one(Notice).say(text, role=role)

    def _draw_lines(self, *, trouble: str = "") -> None:
        self._draw_title()
        window = self.table.window
        self.query_one(SummaryBar).count(self.data.totals, active=self.view.preset)
        left = [Piece(f" {trouble}", "bad")] if trouble else []
        if not trouble and not self.query(Input):
            left = [Piece(f" {SEARCH_HINT}", "dim", "search")]
        rows = rows_words(len(window), is_whole=window.is_whole, marked=len(self.table.marks))
        room = self.size.width - cells(f"{rows}  ") - sum(cells(piece.text) for piece in left)
        right = [Piece(f"{self._view_words(room)} · ", "dim", "sort"), Piece(f"{rows} ", "plain")]
        self.query_one("#finding", PieceLine).put(left, right)

    def _view_words(self, room: int) -> str:
        """Which rows are shown in which order; the name of a view gives way where room is short."""
        order, is_reversed = self._sorted
        name = self.view.saved or self.view.preset
        words = view_words(name, order, is_reversed=is_reversed)
        lacking = cells(f"{words} · ") - room
        if lacking <= 0 or not self.view.saved:
            return words
        shorter = cut(name, max(cells(name) - lacking, _SHORTEST_NAME))
        return view_words(shorter, order, is_reversed=is_reversed)

    def _draw_title(self) -> None:
        title = title_words(self.surroundings.office_name, self.size.width)
        today = self.data.watch.today
        self.query_one(TitleLine).show(title, as_of=self.tracker.as_of, today=today)

    def quieten(self) -> None:
        """Take away what was said, and every mark."""
        self.query_one(Notice).clear()
        self.table.unmark_all()

    # What is chosen

    @property
    def rows_meant(self) -> list[AssessedDirective]:
        """The marked rows, else the one under the cursor; none in an empty table."""
        if self.table.marks:
            return list(self.table.marks.values())
        current = self.table.current
        return [] if current is None else [current]

    def change_view(self, **changes: object) -> None:
        """Look at other rows, or at the same in another order."""
        self.view = self.view._replace(**changes)  # type: ignore[arg-type]
        self.find()

    def changed(self, text: str, *, keep: AssessedDirective | None = None) -> None:
        """Something was recorded: read anew, and say what it was."""
        self.table.unmark_all()
        self.read(keep=keep or self.table.current)
        self.tell(text)

    # Being told what to do

    async def action_command(self, name: str) -> None:
        """Run a command by its name."""
        await BY_NAME[name].run(self)

    async def on_paste(self, event: events.Paste) -> None:
        """What is pasted where nothing is typed is a table to be entered."""
        # Late: seldom the first thing done.
        from tracker.tui.entering.paste import look_over

        event.stop()
        await look_over(self, event.text)

    def action_view_by_key(self, key: str) -> None:
        """Show a saved view."""
        # Late: seldom the first thing pressed.
        from tracker.tui.screens.finding import view_by_key

        view_by_key(self, key)

    async def on_piece_line_pressed(self, message: PieceLine.Pressed) -> None:
        """A number filters; anything else on a line is a command."""
        if isinstance(message.line, SummaryBar):
            preset = TOTAL if message.press == self.view.preset else message.press
            self.change_view(preset=preset, saved="", saved_text="")
            self.table.focus()
        elif message.press:
            await self.action_command(message.press)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter finds; of several typed at once only the last does."""
        event.stop()
        self.view = self.view._replace(typed=event.value)
        if not self._is_finding:
            self._is_finding = True
            self.call_after_refresh(self._find_typed)

    def _find_typed(self) -> None:
        self._is_finding = False
        self.find()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to what was found."""
        event.stop()
        self.table.focus()

    async def on_search_box_given_up(self, event: Message) -> None:
        """Everything again."""
        event.stop()
        await self.action_command("clear")

    def on_search_box_move_asked(self, event: SearchBox.MoveAsked) -> None:
        """The arrows move in the table while one types."""
        event.stop()
        self.table.action_move(event.rows)
        if event.pages:
            self.table.action_page(event.pages)

    async def on_register_table_chosen(self, message: RegisterTable.Chosen) -> None:
        """Enter opens the whole directive."""
        message.stop()
        await self.action_command("open")

    def on_register_table_marked(self) -> None:
        """How many are marked stands over the table."""
        self._draw_lines()

    def on_register_table_sort_asked(self, message: RegisterTable.SortAsked) -> None:
        """A title sorts; pressed again it turns the order round."""
        self.sort_by(message.order)

    def sort_by(self, order: Order) -> None:
        """Sort; by the order that is in force already, the other way round."""
        in_force, is_reversed = self._sorted
        self.change_view(order=order, is_reversed=order is in_force and not is_reversed)

    def on_register_table_moved(self) -> None:
        """The whole directive follows the cursor, once that stands still."""
        self._later("details", _DETAIL_SECONDS, self._show_details)

    async def _show_details(self) -> None:
        # Late: after the first picture there is time.
        from tracker.tui.widgets.detail_pane import DetailPane
        from tracker.wording.detail_pane import NOTHING, pane_lines

        if not self.query(DetailPane):
            await self.query_one("#body").mount(DetailPane(id="details"))
        pane, row = self.query_one(DetailPane), self.table.current
        try:
            whole = row and self.data.details(row.id, self.tracker.as_of)
        except TrackerError as error:
            self._in_trouble(error)
            return
        pane.put(pane_lines(whole, self.tracker.as_of) if whole else NOTHING)
