"""Who is working."""

from __future__ import annotations

import getpass
import os

from tracker.wording.labels import UNKNOWN_CLERK

CLERK_VARIABLE = "TRACKER_USER"


def clerk() -> str:
    """Who is working: TRACKER_USER, else the account of the operating system."""
    return _name(os.environ.get(CLERK_VARIABLE, "")) or _name(_account()) or UNKNOWN_CLERK


def _name(text: str) -> str:
    """A name on one line, in which nothing acts: it is stored and shown."""
    name = " ".join(text.split())
    if name.isascii() and name.isprintable():
        return name
    # Late: most accounts have plain names, and every command asks who is working.
    from tracker.core.vietnamese import clean

    return " ".join(clean(name)[0].split())


def _account() -> str:
    """The account of the operating system, which the environment may have renamed."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
