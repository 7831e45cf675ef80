"""Doing something without the rights of root, who may do anything to any file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

NOBODY = 65534


def as_nobody(action: Callable[[], Any]) -> str:
    """Run in a child without rights; returns the name of the error raised, or nothing.

    What the action imports must have been imported before: the child may not be able to.
    """
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(sending, _outcome(action).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as answer:
        outcome = answer.read()
    os.waitpid(child, 0)
    return outcome


def open_to_all(folder: Path) -> None:
    """Let everybody look into a folder of the test's own, and into those it lies in."""
    top = Path(tempfile.gettempdir())
    for each in (folder, *folder.parents):
        if each != top and each.is_relative_to(top):
            each.chmod(0o755)


def _outcome(action: Callable[[], Any]) -> str:
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        action()
    except BaseException as error:  # noqa: BLE001 - the child has nobody else to tell
        return type(error).__name__
    return ""
