"""The screen as a whole: what every part of it shares, and the one catcher of errors."""

from __future__ import annotations

import gc
from datetime import date
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.widget import Widget

from tracker.core.errors import TrackerError
from tracker.tui.commands import BY_NAME
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.surroundings import Surroundings
from tracker.tui.themes import DEFAULT_THEME, THEMES
from tracker.wording.screen import APP_TITLE

DEFECT = TrackerError.exit_code


class TrackerApp(App[None]):
    """A register on a terminal."""

    CSS_PATH = "tracker.tcss"
    TITLE = APP_TITLE
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - named by the library

    def __init__(self, surroundings: Surroundings, *, as_of: date | None = None) -> None:
        super().__init__()
        self.surroundings = surroundings
        self._typed_at: WeakKeyDictionary[events.Key, Widget] = WeakKeyDictionary()
        """What had the focus when a key was typed."""
        self.defect: Exception | None = None
        """What went wrong in the program itself, where that ended it."""
        self.chosen_day = as_of
        """The day everything is judged on; None for today, whichever day that is."""
        self.warned_of: tuple[str, ...] = ()
        """The typed texts that leaving was just said to lose; none once another key is pressed."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    @property
    def as_of(self) -> date:
        """The day everything on every screen is judged on."""
        return self.chosen_day or self.surroundings.today

    async def action_quit(self) -> None:
        """Ctrl+Q, which the library binds, is the key of leaving from anywhere."""
        await BY_NAME["quit"].run(self.screen_stack[0])

    def get_default_screen(self) -> RegisterScreen:
        """Begin with the register; every other screen lies on it."""
        return RegisterScreen(self.surroundings)

    def on_ready(self) -> None:
        """What is loaded by now stays to the end; what comes after it is looked after again."""
        if not self.is_headless:
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """A key typed right behind the one that opened something goes into what was opened.

        Keys come in bursts where a line is slow. By then they are on their way to what had the
        focus before; they come back from there unused, and would be taken for commands.
        """
        if isinstance(event, events.Key):
            if event.key not in ("q", "ctrl+q"):
                self.warned_of = ()
            if event.is_forwarded and event in self._typed_at:
                meant = self.focused or self.screen
                if self._typed_at.pop(event) is not meant:
                    self._typed_at[event] = meant
                    meant._forward_event(event)
                    return
            elif not event.is_forwarded:
                self._typed_at[event] = self.focused or self.screen
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """A defect closes the screen and is told in one sentence by whoever opened it."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.defect = error
        self.exit(return_code=DEFECT)
