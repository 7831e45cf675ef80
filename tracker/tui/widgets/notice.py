"""What was just said to the clerk: it stays until the next thing is said."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

_LINES = 3


class Notice(Static):
    """A few lines above the keys; never over a form, never gone by itself."""

    DEFAULT_CSS = f"""
    Notice {{ height: auto; max-height: {_LINES}; padding: 0 1; display: none; }}
    Notice.-notice {{ color: $success; }}
    Notice.-warning {{ color: $warning; text-style: bold; }}
    Notice.-bad {{ color: $error; text-style: bold; }}
    """

    def say(self, text: str, *, role: str) -> None:
        """Show a text: ``notice``, ``warning`` or ``bad``."""
        self.update(Content(text))
        self.set_classes(f"-{role}")
        self.display = True

    def clear(self) -> None:
        """Take it away."""
        self.display = False

    @property
    def text(self) -> str:
        """What is shown; empty where nothing is."""
        return str(self.content) if self.display else ""
