"""Whoever waits for a file to be read, and may not want it any more."""

from __future__ import annotations

from collections.abc import Callable

Wait = Callable[[], None]
"""Is called a few times a second while a file is read; what it raises ends the reading."""


def patiently() -> None:
    """Wait to the end."""
