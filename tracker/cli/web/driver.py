"""How the screen in a tab talks to the server: as Textual does, but it ends with the server."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Leaves where nobody can type any more, since the server was killed."""

    def run_input_thread(self) -> None:
        """Take what is typed until the screen is left, or the server has gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())
