"""A process that is started to read and does something else, told by the kind it is started for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from tracker.intake.files import wire
from tracker.intake.files.bounds import confine

MEGABYTE = 2**20


def be_silent(parent: int) -> None:
    confine(memory=256 * MEGABYTE, seconds=60, parent=parent)
    sys.stdin.buffer.read()
    while True:
        time.sleep(1)


def die(_parent: int) -> None:
    os.abort()


def babble(_parent: int) -> None:
    sys.stdout.write("no answer\n")


def talk_on(_parent: int) -> None:
    while True:
        sys.stdout.buffer.write(b"x" * MEGABYTE)


def take_memory(parent: int) -> None:
    confine(memory=64 * MEGABYTE, seconds=60, parent=parent)
    held = bytearray(100 * MEGABYTE)
    time.sleep(10)
    del held


def not_listen(_parent: int) -> None:
    sys.stdout.buffer.write(wire.last_line())


BEHAVIOURS: dict[str, Callable[[int], None]] = {
    "xlsx": be_silent,
    "xls": die,
    "ods": babble,
    "docx": talk_on,
    "html": take_memory,
    "text": not_listen,
}


if __name__ == "__main__":
    BEHAVIOURS[sys.argv[1]](int(sys.argv[3]))
