"""Offering known names while one is typed, whether or not its accents are."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester

from tracker.core.vietnamese import fold


class NameSuggester(Suggester):
    """The first known name that begins like what was typed."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = tuple((fold(name), name) for name in names)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole name; what was typed of it stays as it was typed."""
        typed = fold(value)
        if not typed or value != value.rstrip():
            return None
        for folded, name in self._names:
            if folded.startswith(typed) and len(name) > len(value):
                return value + name[len(value) :]
        return None
