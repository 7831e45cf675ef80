"""A few words in the middle of a place where there is nothing else to show."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.wording.cell_width import cells, fit


def middle_line(words: Sequence[str], y: int, *, width: int, height: int) -> str:
    """The line at a height of so many, filled up to the width."""
    start = max((height - len(words)) // 2, 0)
    text = words[y - start] if start <= y < start + len(words) else ""
    left = max((width - cells(text)) // 2, 0)
    return fit(" " * left + text, width)
