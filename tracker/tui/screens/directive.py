"""One directive over the whole screen: all of it, to read, to copy from, and to act on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import TrackerError
from tracker.tui.commands import BY_NAME, ON_ONE_DIRECTIVE
from tracker.tui.dialogs.opening import open_over
from tracker.tui.screens.telling import said
from tracker.tui.widgets.detail_pane import as_text
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import PieceLine, put_hints
from tracker.tui.widgets.title_line import TitleLine
from tracker.wording.copying import COPIED_SELECTION
from tracker.wording.detail_pane import Line
from tracker.wording.hints import DIRECTIVE
from tracker.wording.whole_directive import GONE, all_lines, place_words

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def open_directive(register: RegisterScreen) -> None:
    """Show the directive under the cursor whole."""
    row = register.table.current
    if row is not None and register.opened is None:
        await open_over(register, DirectiveScreen(register, row))


class WholeText(VerticalScroll):
    """The text: the arrows to the sides go to other directives, the others scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", show=False),
        Binding("j", "scroll_down", show=False),
        Binding("space", "page_down", show=False),
        Binding("left,left_square_bracket", "screen.step(-1)", show=False),
        Binding("right,right_square_bracket", "screen.step(1)", show=False),
    ]


class DirectiveScreen(Screen[None]):
    """Commands run as they do in the register, for the directive that is shown."""

    HELP_TOPIC: ClassVar[str] = "directive"
    AUTO_FOCUS = "WholeText"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(BY_NAME[name].keys), f"command('{name}')", show=False)
            for name in ON_ONE_DIRECTIVE
            if BY_NAME[name].keys and name != "copy_row"
        ),
        Binding("y", "copy", show=False),
        Binding("escape,q", "close", show=False),
    ]
    DEFAULT_CSS = """
    DirectiveScreen WholeText { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    DirectiveScreen #whole-text { height: auto; }
    """

    def __init__(self, register: RegisterScreen, row: AssessedDirective) -> None:
        super().__init__(id="directive")
        self.register = register
        self.row = row
        """The directive, or the turn of a recurring one, as it was last read."""
        self.is_gone = False
        """Whether it is in the register no more, or not yet on the day looked at."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(id="whole-title")
        with WholeText():
            yield Static(id="whole-text", markup=False)
        yield Notice(id="whole-notice")
        yield PieceLine(id="whole-hints", ground="hint")

    def on_mount(self) -> None:
        """Read it; from now on the register means this one."""
        self.read()

    def on_resize(self) -> None:
        """As many keys at the foot as there is room for."""
        self._draw_lines()

    # Reading

    def read(self) -> None:
        """Read it anew; where it stands on the screen stays."""
        if not self.query(WholeText):
            # It is not there yet, or not any more.
            return
        as_of = self.register.tracker.as_of
        try:
            whole = self.register.data.details(self.row.id, as_of)
        except TrackerError as error:
            self.say(said(error), role="bad")
            return
        self.is_gone = whole is None
        if whole is not None:
            turns = {row.key: row for row in whole.rows}
            self.row = turns.get(self.row.key, whole.rows[0])
        self._put(GONE if whole is None else all_lines(whole, as_of))
        self._draw_lines()

    def _put(self, lines: Iterable[Line]) -> None:
        self.query_one("#whole-text", Static).update(as_text(lines))

    def _draw_lines(self) -> None:
        register = self.register
        table = register.table
        place = table.cursor if self._is_under_cursor else None
        title = place_words(self.row.document.number, place, len(table.window))
        today = register.surroundings.today
        self.query_one(TitleLine).show(title, as_of=register.tracker.as_of, today=today)
        put_hints(self.query_one("#whole-hints", PieceLine), DIRECTIVE)

    def say(self, text: str, *, role: str = "notice") -> None:
        """Say something above the keys."""
        self.query_one(Notice).say(text, role=role)

    # Going on

    def action_step(self, by: int) -> None:
        """Go to the row before or behind it in the register."""
        table = self.register.table
        is_listed = self._is_under_cursor
        # Where it left the list, what stood behind it has taken its place.
        table.action_move(by if is_listed or by < 0 else by - 1)
        row = table.current
        if row is None or (is_listed and row.key == self.row.key):
            return
        self.row = row
        self.query_one(Notice).clear()
        self.query_one(WholeText).scroll_home(animate=False)
        self.read()

    @property
    def _is_under_cursor(self) -> bool:
        current = self.register.table.current
        return current is not None and current.key == self.row.key

    # Acting

    async def action_command(self, name: str) -> None:
        """What is recorded is recorded of this directive."""
        await self.register.action_command(name)

    async def action_copy(self) -> None:
        """What was marked with the mouse, else the directive as a line of a report."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
            self.say(COPIED_SELECTION)
        else:
            await self.action_command("copy_row")

    def action_close(self) -> None:
        """Back to the register, with the cursor on what was shown last."""
        place = self.register.place_of(self.row)
        if place is not None:
            self.register.table.cursor = place
        self.dismiss()

    async def on_piece_line_pressed(self, message: PieceLine.Pressed) -> None:
        """The keys at the foot can be pressed with the mouse."""
        message.stop()
        if message.press in ON_ONE_DIRECTIVE:
            await self.action_command(message.press)
        elif message.press:
            await self.run_action(message.press)
