"""Bringing a register of an older form up to date, whichever command met it first."""

from __future__ import annotations

from tracker.cli.output import tell
from tracker.wording.safety import upgraded_line


def upgrade(location: str) -> None:
    """Upgrade the register, a file after a copy of it was made, and say so."""
    from tracker.store.database import open_store

    open_store(location).close()
    tell(upgraded_line(location))
