"""Closing the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


def leave(screen: RegisterScreen) -> None:
    """Everything that was recorded is in the register: nothing is asked."""
    screen.app.exit()
