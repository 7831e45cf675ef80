"""How the screen in a tab talks to the server.

As Textual does, but it has the focus from the beginning, and ends with the server.
"""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.events import AppFocus
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Leaves where nobody can type any more, since the server was killed."""

    def start_application_mode(self) -> None:
        """Begin with the focus, which the page has given the terminal before it could tell so."""
        super().start_application_mode()
        # Behind the loss of it with which the library begins.
        self._app.call_later(self._app.post_message, AppFocus())

    def run_input_thread(self) -> None:
        """Take what is typed until the screen is left, or the server has gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())
