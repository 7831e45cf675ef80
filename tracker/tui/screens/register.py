"""The register: numbers on top, the table below, the whole directive beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import TrackerError, UsageError
from tracker.core.row_order import Order
from tracker.operations.browsing import EVERYTHING, GiveUp
from tracker.store.errors import LockedRegister
from tracker.tui.commands import BY_NAME, COMMANDS, VIEW_KEYS
from tracker.tui.later import Later
from tracker.tui.register_data import RegisterData, Shown
from tracker.tui.register_watch import WATCH_SECONDS
from tracker.tui.screens.following import FollowsRegister
from tracker.tui.screens.lines import cells_of, hints_now, rows_pieces, search_piece
from tracker.tui.screens.lookups import LookUps, patience_of_a_letter
from tracker.tui.screens.telling import said
from tracker.tui.surroundings import Surroundings
from tracker.tui.view import TOTAL, View
from tracker.tui.widgets.box import Box
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import Piece, PieceLine, put_hints
from tracker.tui.widgets.register_table import RegisterTable
from tracker.tui.widgets.row_window import RowWindow
from tracker.tui.widgets.summary_bar import SummaryBar
from tracker.tui.widgets.title_line import TitleLine
from tracker.wording.screen import (
    EMPTY_REGISTER,
    NOTHING_FOUND,
    title_words,
)

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.screens.directive import DirectiveScreen

_PUZZLED_SECONDS = 0.7
"""How long somebody must stop typing before it is said in full what cannot be understood."""
_DETAIL_SECONDS = 0.1
"""How long the cursor must stand before the whole directive is read."""


class RegisterScreen(FollowsRegister, Screen[None]):
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
        self.data = RegisterData(surroundings)
        self.surroundings = surroundings._replace(prepare=self.data.prepare)
        self.view = View()
        self._understood = Shown(selection=EVERYTHING, as_of=surroundings.today)
        self._is_finding = False
        self._look_ups = LookUps(self)
        self._later = Later(self)

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
        self.read()
        self.set_interval(WATCH_SECONDS, self._watch)

    def on_resize(self) -> None:
        """As many words on the lines as there is room for."""
        self._draw_lines()

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
        """What is asked of the register now: by the last filter that was understood."""
        try:
            return self._wanted()
        except UsageError:
            return self._understood._replace(as_of=self.tracker.as_of)

    def _wanted(self) -> Shown:
        as_of = self.tracker.as_of
        selection = self.view.selection(self.surroundings, as_of)
        self._understood = Shown(selection=selection, as_of=as_of)
        return self._understood

    def read(self, *, keep: AssessedDirective | None = None) -> None:
        """Read everything anew; the cursor goes where ``keep`` stands now, else stays."""
        shown = self.shown
        try:
            window = self.data.read(shown)
        except TrackerError as error:
            self.in_trouble(error)
            return
        self.out_of_trouble()
        self.show(window, shown, keep=keep)

    def read_again(self) -> None:
        """Read everything anew; the cursor stays on its directive."""
        self.read(keep=self.table.current)

    def find(self, *, give_up: GiveUp | None = None) -> None:
        """Show other rows of the same register; when it is given up, as soon as they are found."""
        self._later.stop("puzzled")
        try:
            shown = self._wanted()
        except UsageError as error:
            # What is typed may not be finished; the rows stay until it is understood.
            self._draw_lines(trouble=said(error))
            self._later.do("puzzled", _PUZZLED_SECONDS, partial(self.tell, said(error), role="bad"))
            return
        self._look_ups.stop()
        try:
            window = self.data.find(shown, give_up=give_up)
        except TrackerError as error:
            self.in_trouble(error)
            return
        self.out_of_trouble()
        if window is None:
            self._look_ups.find(shown)
        else:
            self.show(window, shown)

    def show(
        self, window: RowWindow, shown: Shown, *, keep: AssessedDirective | None = None
    ) -> None:
        """Show other rows, with the cursor on ``keep`` if that is among them."""
        table = self.table
        place = 0
        if keep is not None:
            found = self._place(window, keep)
            place = table.cursor if found is None else found
        is_empty = self.data.is_empty and self.view.is_plain
        table.empty = EMPTY_REGISTER if is_empty else NOTHING_FOUND
        table.sorted_by = shown.selection.order, shown.selection.is_reversed
        table.show(window, as_of=shown.as_of, cursor=place)
        self._draw_lines()
        self._look_ups.stop()
        if not window.is_whole:
            self._look_ups.find_rest(shown, keep)

    def show_more(self, window: RowWindow) -> None:
        """Show the same rows with more behind them."""
        self.table.grow(window)
        self._draw_lines()

    def place_of(self, row: AssessedDirective) -> int | None:
        """Where a row is listed now; None where it is not, or that cannot be told."""
        return self._place(self.table.window, row)

    def _place(self, window: RowWindow, row: AssessedDirective) -> int | None:
        try:
            return self.data.place_of(window, row, self.tracker.as_of)
        except TrackerError:
            return None

    # Watching

    def _watch(self) -> None:
        self.follow(self.data.watch)

    # Telling

    def notices(self) -> Iterator[Notice]:
        """Here, and over the directive that is shown whole."""
        for screen in filter(None, (self, self.opened)):
            yield from screen.query(Notice)

    def _draw_lines(self, *, trouble: str = "") -> None:
        self._draw_title()
        self.query_one(SummaryBar).count(self.data.totals, active=self.view.preset)
        self._draw_finding(trouble)
        self._draw_hints()
        if self.opened is not None:
            self.opened.read()

    def _draw_finding(self, trouble: str) -> None:
        width, left = self.size.width, list[Piece]()
        rows = partial(rows_pieces, self.view, self.table, self.sorted_by)
        if trouble:
            left = [Piece(f" {trouble}", "bad")]
        elif not self.query(Input):
            left = [search_piece(rows(room=width), width=width)]
        self.query_one("#finding", PieceLine).put(left, rows(room=width - cells_of(left)))

    def _draw_title(self) -> None:
        title = title_words(self.surroundings.office_name, self.size.width)
        today = self.data.watch.today
        self.query_one(TitleLine).show(title, as_of=self.tracker.as_of, today=today)

    def _draw_hints(self) -> None:
        is_today = self.tracker.as_of == self.data.watch.today
        hints = hints_now(self.focused, len(self.table.marks), is_today=is_today)
        put_hints(self.query_one("#hints", PieceLine), hints)

    def on_descendant_focus(self) -> None:
        """Other keys are of use in another place."""
        self._draw_hints()

    def quieten(self) -> None:
        """Take away what was said, and every mark."""
        self.query_one(Notice).clear()
        self.table.unmark_all()

    # What is chosen

    @property
    def opened(self) -> DirectiveScreen | None:
        """The directive that is shown whole over the register: then everything is about it."""
        found = [screen for screen in self.app.screen_stack if screen.id == "directive"]
        return cast("DirectiveScreen", found[0]) if found else None

    @property
    def rows_meant(self) -> list[AssessedDirective]:
        """The one shown whole, else the marked rows, else the one under the cursor, or none."""
        if self.opened is not None:
            return [] if self.opened.is_gone else [self.opened.row]
        if self.table.marks:
            return list(self.table.marks.values())
        current = self.table.current
        return [] if current is None else [current]

    def change_view(self, **changes: object) -> None:
        """Look at other rows, or at the same in another order."""
        self.view = self.view._replace(**changes)  # type: ignore[arg-type]
        self.find(give_up=patience_of_a_letter())

    def changed(self, text: str, *, keep: AssessedDirective | None = None) -> None:
        """Something was recorded: read anew, and say what it was."""
        if self.opened is None:
            self.table.unmark_all()
        self.read(keep=keep or self.table.current)
        self.tell(text)

    @property
    def sorted_by(self) -> tuple[Order, bool]:
        """The order in force, and whether it is turned round: that of the rows awaited, if any."""
        if not self._look_ups.is_awaiting:
            return self.table.sorted_by
        wanted = self._understood.selection
        return wanted.order, wanted.is_reversed

    # Being told what to do

    async def action_command(self, name: str) -> None:
        """Run a command by its name."""
        await BY_NAME[name].run(self)

    async def on_paste(self, event: events.Paste) -> None:
        """What is pasted where nothing is typed is a table to be entered, or names files."""
        # Late: seldom the first thing done.
        from tracker.tui.entering.paste import take_pasted

        event.stop()
        await take_pasted(self, event.text)

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
        """Every letter finds, before it is drawn; of several typed at once only the last does."""
        event.stop()
        if not self.tracker.keys.are_waiting:
            self._find_typed()
        elif not self._is_finding:
            self._is_finding = True
            self.call_after_refresh(self._find_typed)

    def _find_typed(self) -> None:
        self._is_finding = False
        for box in self.query(Input):
            if box.value != self.view.typed:
                if not self.trouble:
                    self.query_one(Notice).clear()
                self.view = self.view._replace(typed=box.value)
                self.find(give_up=patience_of_a_letter())

    def _find_at_once(self) -> None:
        """Whoever goes to the rows waits for them."""
        self._find_typed()
        if self._look_ups.is_awaiting:
            self.find()

    def action_to_table(self) -> None:
        """Enter goes to what was found."""
        self._find_at_once()
        self.set_focus(self.table)

    def action_move_in_table(self, rows: int, pages: int) -> None:
        """The arrows move in the table while one types."""
        self._find_at_once()
        self.table.action_move(rows)
        if pages:
            self.table.action_page(pages)

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

    def on_register_table_unread(self, message: RegisterTable.Unread) -> None:
        """What somebody else's writing hinders comes by itself; what is damaged does not."""
        if isinstance(message.error, LockedRegister):
            self.in_trouble(message.error)
        else:
            self.tell(said(message.error), role="bad")

    def sort_by(self, order: Order) -> None:
        """Sort; by the order that is in force already, the other way round."""
        in_force, is_reversed = self.sorted_by
        self.change_view(order=order, is_reversed=order is in_force and not is_reversed)

    def on_register_table_moved(self) -> None:
        """The whole directive follows the cursor, once that stands still."""
        self._later.do("details", _DETAIL_SECONDS, self._show_details)

    async def _show_details(self) -> None:
        # Late: after the first picture there is time.
        from tracker.tui.screens.detailing import show_details

        try:
            await show_details(self)
        except TrackerError as error:
            self.in_trouble(error)
