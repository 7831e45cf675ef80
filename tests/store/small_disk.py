"""Doing something where no file may grow beyond a size, as where a disk is full."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from typing import Any


def with_room_for(size: int, action: Callable[[], Any]) -> str:
    """Run in a child; returns the name of the error raised, or nothing."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(sending, _outcome(size, action).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as answer:
        outcome = answer.read()
    os.waitpid(child, 0)
    return outcome


def _outcome(size: int, action: Callable[[], Any]) -> str:
    try:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        action()
    except BaseException as error:  # noqa: BLE001 - the child has nobody else to tell
        return type(error).__name__
    return ""
