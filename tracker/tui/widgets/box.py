"""A plain box around other widgets; the style sheet says how they lie in it."""

from __future__ import annotations

from textual.widget import Widget


class Box(Widget):
    """Nothing but its children."""
