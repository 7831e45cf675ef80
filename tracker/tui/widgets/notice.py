"""What was just said to the clerk: it stays until the next thing is said."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class Notice(Widget):
    """A few lines above the keys; never over a form, never gone by itself."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = ""

    def say(self, text: str, *, role: str) -> None:
        """Show a text: ``notice``, ``warning`` or ``bad``."""
        self._said = text
        self.set_classes(f"-{role} -said")
        self.refresh(layout=True)

    def clear(self) -> None:
        """Take it away."""
        self._said = ""
        self.set_classes("")

    @property
    def text(self) -> str:
        """What is shown; empty where nothing is."""
        return self._said

    def render(self) -> Content:
        """The text as it is."""
        return Content(self._said)
