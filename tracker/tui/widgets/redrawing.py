"""Drawing a widget anew, in one picture with whatever else comes of the same key."""

from __future__ import annotations

from textual.messages import Update
from textual.widget import Widget


def redraw(widget: Widget) -> None:
    """Draw it anew, and let its screen know at once.

    By itself a widget says so when it has nothing else to do. Its screen may have begun a picture
    by then, and the next one is a sixtieth of a second away.
    """
    widget.refresh()
    if widget.is_attached:
        widget.screen.post_message(Update(widget))
