"""Lines that fill their widget to the edges, kept as they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._styles_cache import StylesCache
from textual.strip import Strip


class BareLines(StylesCache):
    """Keeps the lines of a widget that has no border, padding, tint or opacity.

    The library looks for each of these on every line, which takes as long as drawing the line.
    """

    def render_line(
        self,
        _styles: Any,
        y: int,
        _size: Any,
        _content_size: Any,
        _padding: Any,
        _base_background: Any,
        _background: Any,
        render_content_line: Callable[[int], Strip],
        *_rest: Any,
    ) -> Strip:
        """The line as the widget draws it."""
        return render_content_line(y)
