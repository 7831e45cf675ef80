"""What is on the screen and not in the register yet, so that leaving does not lose it."""

from __future__ import annotations


class MayHoldUnsaved:
    """A screen, or a part of one, that something is typed into or saved from."""

    @property
    def is_saving(self) -> bool:
        """Whether something is on its way into the register, or waits for its turn."""
        return False

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The texts that would be lost now; none where nothing would be."""
        return ()

    def warn(self, text: str) -> None:
        """Say something where whoever types here sees it."""
        raise NotImplementedError
