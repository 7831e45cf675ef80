"""What is odd about tables as a whole: the first of it, a line each; the rest is a key away."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tracker.wording.rows_screen import more_remarks

_MOST = 3
"""Lines."""


class OddLines(Static):
    """A few remarks, each cut where it is too long; a press of the mouse shows all of them."""

    DEFAULT_CSS = """
    OddLines {
        height: auto; padding: 0 1; color: $warning; display: none;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def show(self, remarks: Sequence[str]) -> None:
        """Show other remarks; none take no room."""
        shown = list(remarks[:_MOST])
        if len(remarks) > _MOST:
            shown[-1] = more_remarks(len(remarks) - _MOST + 1)
        self.update(Content("\n".join(shown)))
        self.display = bool(shown)

    async def on_click(self) -> None:
        """All of them."""
        await self.run_action("screen.remarks")
