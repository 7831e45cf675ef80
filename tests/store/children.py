"""Other processes that use the register at the same time."""

from __future__ import annotations

import logging
import os
import random
import signal
import time
from collections.abc import Callable, Iterator

SEED = int(os.environ.get("TRACKER_SEED", "20231214"))
KILLS = int(os.environ.get("TRACKER_KILLS", "12"))
"""How often each kind of work is killed; 200 make a gate."""
BACKUPS = int(os.environ.get("TRACKER_BACKUPS", "10"))
"""How many copies are made of a register in use; 50 make a gate."""

Say = Callable[[str], None]
"""Acknowledges to the one who waits, as a command does when it prints."""


def in_children(number: int, work: Callable[[int], None]) -> list[int]:
    """Run the work in so many processes at once; returns how each ended, 0 for well."""
    children = [_child(work, place) for place in range(number)]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _child(work: Callable[[int], None], place: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work(place)
        code = 0
    finally:
        os._exit(code)


def moments(number: int, longest: float) -> Iterator[float]:
    """When to kill, in seconds; what a failure needs to come again is logged."""
    chance = random.Random(SEED)
    for place in range(number):
        seconds = chance.uniform(0, longest)
        logging.getLogger(__name__).warning(
            "seed %s, kill %s of %s after %.5f s", SEED, place + 1, number, seconds
        )
        yield seconds


def killed(work: Callable[[Say], None], *, after: float) -> list[str]:
    """Let a process work, kill it so long after its first word; returns what it had said."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        try:
            work(lambda word: _send(sending, word))
        finally:
            os._exit(1)
    os.close(sending)
    with os.fdopen(receiving) as answers:
        first = answers.readline()
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return (first + answers.read()).split()


def _send(sending: int, word: str) -> None:
    os.write(sending, f"{word}\n".encode())


class Beside:
    """A process that works at the same time, until the block ends."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        self._work = work
        self._said = ""

    def __enter__(self) -> Beside:
        self._receiving, sending = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._receiving)
            try:
                self._work(lambda word: _send(sending, word))
            finally:
                os._exit(1)
        os.close(sending)
        os.set_blocking(self._receiving, False)
        return self

    def __exit__(self, *error: object) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._receiving)

    def said(self) -> list[str]:
        """Every whole word so far."""
        while True:
            try:
                heard = os.read(self._receiving, 65536)
            except BlockingIOError:
                break
            if not heard:
                break
            self._said += heard.decode()
        return self._said[: self._said.rfind("\n") + 1].split()

    def wait_for_a_word(self) -> None:
        """Return when it has begun."""
        latest = time.monotonic() + 30
        while not self.said():
            assert time.monotonic() < latest, "it never began"
            time.sleep(0.001)
