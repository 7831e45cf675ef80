"""Offering known names while one is typed, whether or not its accents are."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester

from tracker.core.vietnamese import fold


class NameSuggester(Suggester):
    """The first known name that begins like what was typed, spelled as it is known."""

    def __init__(self, names: Sequence[str], *, is_list: bool = False) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = tuple((fold(name), name) for name in names)
        self._is_list = is_list
        """Whether several are typed, with commas between them."""

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text with the name in place of what was typed of it."""
        before = value[: value.rfind(",") + 1] if self._is_list else ""
        begun = value[len(before) :].lstrip()
        before = value[: len(value) - len(begun)]
        typed = fold(begun)
        if not typed or begun != begun.rstrip():
            return None
        for folded, name in self._names:
            if folded.startswith(typed) and len(name) > len(begun):
                return before + name
        return None
