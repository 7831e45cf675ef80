"""Doing something without the rights of root, who may do anything to any file."""

from __future__ import annotations

import os
from collections.abc import Callable
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
