"""The screen as a whole: what every part of it shares, and the one catcher of errors."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.constants import DEFAULT_THEME
from textual.filter import LineFilter
from textual.theme import Theme

from tracker.core.errors import TrackerError
from tracker.tui.commands import BY_NAME
from tracker.tui.inert import Inert
from tracker.tui.keys import KeysInTurn
from tracker.tui.remembered import from_plain
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.surroundings import Surroundings
from tracker.tui.themes import THEMES, named
from tracker.wording.screen import APP_TITLE, HOW_TO_QUIT

DEFECT = TrackerError.exit_code

_NARROW, _WIDE = "-narrow", "-wide"
_WIDE_FROM = 120
"""Columns, from which on there is room for two things beside each other."""


class TrackerApp(App[None]):
    """A register on a terminal."""

    CSS_PATH = "tracker.tcss"
    TITLE = APP_TITLE
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, _NARROW), (_WIDE_FROM, _WIDE)]  # noqa: RUF012 - of the library
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False, priority=True),
    ]

    def __init__(self, surroundings: Surroundings, *, as_of: date | None = None) -> None:
        self.remembered = from_plain(surroundings.recall())
        """What holds for the next start too."""
        # From the very beginning, or the style sheet would be worked out for another one first.
        self._in_force = (DEFAULT_THEME, named(self.remembered.theme))
        super().__init__()
        self.surroundings = surroundings
        self.keys = KeysInTurn(self, super().on_event)
        self._inert = Inert()
        self.defect: Exception | None = None
        """What went wrong in the program itself, where that ended it."""
        self.chosen_day = as_of
        """The day everything is judged on; None for today, whichever day that is."""
        self.warned_of: tuple[str, ...] = ()
        """The typed texts that leaving was just said to lose; none once another key is pressed."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, self.remembered.theme)

    @property
    def current_theme(self) -> Theme:
        """The theme in force: every line that is drawn asks for it, and it is seldom another."""
        if self._in_force[0] != self.theme:
            self._in_force = self.theme, super().current_theme
        return self._in_force[1]

    @property
    def as_of(self) -> date:
        """The day everything on every screen is judged on."""
        return self.chosen_day or self.surroundings.today

    async def action_quit(self) -> None:
        """Ctrl+Q, which the library binds, is the key of leaving from anywhere."""
        await BY_NAME["quit"].run(self.screen_stack[0])

    def get_default_screen(self) -> RegisterScreen:
        """Begin with the register; every other screen lies on it."""
        screen = RegisterScreen(self.surroundings)
        # The library would tell it its width after all on it has been styled, to be styled anew.
        width = _WIDE if self.size.width >= _WIDE_FROM else _NARROW
        return screen.add_class(width, update=False)

    def on_ready(self) -> None:
        """What is loaded by now stays to the end; what comes after it is looked after again."""
        if not self.is_headless:
            gc.freeze()
            gc.enable()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing that is stored acts on the terminal, whichever widget shows it."""
        others = tuple(super().get_line_filters())
        if self._inert.before != others:
            self._inert = Inert(others)
        return [self._inert]

    def remember(self, **changes: object) -> None:
        """Keep something for the next start."""
        self.remembered = self.remembered._replace(**changes)  # type: ignore[arg-type]
        self.surroundings.remember(self.remembered.plain)

    async def action_help(self) -> None:
        """Help on what has the focus, on whichever screen or dialog."""
        await BY_NAME["help"].run(self.screen)

    def action_help_quit(self) -> None:
        """What ends other programs does not end this one; say what does."""
        register = self.screen_stack[0]
        if isinstance(register, RegisterScreen):
            register.tell(HOW_TO_QUIT)

    async def on_event(self, event: events.Event) -> None:
        """What is typed or pasted waits for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if not (isinstance(event, events.Key) and event.key in ("q", "ctrl+q")):
                self.warned_of = ()
            # Whoever types is here. What it is for has the focus before the keys take turns.
            self.app_focus = True
            await self.keys.take(event)
        else:
            await super().on_event(event)

    def watch_app_focus(self, has_focus: bool) -> None:
        """A screen that came while the window was not in use has no focus of its own yet."""
        screen = self.screen
        if has_focus and screen.focused is None:
            screen.focus_next(screen.AUTO_FOCUS or self.AUTO_FOCUS or "*")

    def _handle_exception(self, error: Exception) -> None:
        """A defect closes the screen and is told in one sentence by whoever opened it."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.defect = error
        self.exit(return_code=DEFECT)
