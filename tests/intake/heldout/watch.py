"""Runs a command and tells what it cost: a program of its own, which knows nothing of the tracker.

It is small, so that what it measures begins small; whatever the command starts and forgets falls to
it; and root runs the command without the power to read what is closed to others. Linux only.

Called with a line of JSON: ``command``, ``cwd``, ``env``, ``stdin``, ``out`` and ``err`` (files for
the streams), ``seconds`` (after which everything is ended). Answers with a line of JSON: ``code``
(negative for a signal, None if it was ended here), ``seconds``, ``starved`` (those of them in which
it waited for a processor that others had), ``peak`` and ``peak_together`` (of the largest process
and of all at one moment, in KiB), ``left`` (what still ran when it had ended).
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from typing import NoReturn

MORE_THAN_OTHERS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""

_DROP, _ADOPT = 24, 36
"""PR_CAPBSET_DROP and PR_SET_CHILD_SUBREAPER."""

LOOK_EVERY = 0.02
GRACE = 0.5
"""Seconds that a process which was already told to end may take over it."""


def children(pid: int) -> list[int]:
    """All processes below one, at any depth."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:  # noqa: PTH123 - starts quickly
            direct = [int(word) for word in file.read().split()]
    except OSError:
        return []
    return direct + [below for child in direct for below in children(child)]


def proportional_size(pid: int) -> int:
    """KiB of a process, pages that it shares counted in parts."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:  # noqa: PTH123 - starts quickly
            for line in file:
                if line.startswith("Pss:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def seconds_starved(pid: int) -> float:
    """For how long a process could have worked, had a processor been free."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:  # noqa: PTH123 - starts quickly
            return int(file.read().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123 - starts quickly
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def words_of(pid: int) -> str:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:  # noqa: PTH123 - starts quickly
            return file.read().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except OSError:
        return ""


def become(order: dict[str, object]) -> NoReturn:
    """Turns into the command, in a session of its own."""
    os.setsid()
    os.chdir(str(order["cwd"]))
    os.dup2(os.open(str(order["stdin"]), os.O_RDONLY), 0)
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(str(order[name]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    command, environment = order["command"], order["env"]
    assert isinstance(command, list)
    assert isinstance(environment, dict)
    os.execvpe(command[0], command, environment)


def end(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def left_behind() -> list[int]:
    """What still runs a moment after the command has ended."""
    until = time.monotonic() + GRACE
    while (running := [pid for pid in children(os.getpid()) if is_running(pid)]) and (
        time.monotonic() < until
    ):
        time.sleep(LOOK_EVERY)
    return running


class Watched:
    """What a command and all below it have been seen to take."""

    def __init__(self) -> None:
        self.together = 0
        self._starved: dict[int, float] = {}

    def look(self, pids: list[int]) -> None:
        self.together = max(self.together, sum(map(proportional_size, pids)))
        self._starved |= {pid: seconds_starved(pid) for pid in pids}

    @property
    def starved(self) -> float:
        """Seconds for which a processor was wanted and others had it."""
        return sum(self._starved.values())


def watch(order: dict[str, object]) -> dict[str, object]:
    began, seen = time.monotonic(), Watched()
    limit = began + float(str(order["seconds"]))
    pid = os.fork()
    if not pid:
        become(order)
    code = None
    while True:
        ended, status, used = os.wait4(pid, os.WNOHANG)
        seconds = time.monotonic() - began
        if ended:
            code = os.waitstatus_to_exitcode(status)
            break
        if time.monotonic() > limit:
            end([pid, *children(pid)])
            _, _, used = os.wait4(pid, 0)
            break
        seen.look([pid, *children(pid)])
        time.sleep(LOOK_EVERY)
    left = left_behind()
    named = [words_of(each) for each in left]
    end(left)
    return {
        "code": code, "seconds": seconds, "starved": seen.starved, "peak": used.ru_maxrss,
        "peak_together": seen.together, "left": named,
    }  # fmt: skip


def main() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_ADOPT, 1, 0, 0, 0)
    if os.geteuid() == 0:
        for power in MORE_THAN_OTHERS:
            libc.prctl(_DROP, power, 0, 0, 0)
    print(json.dumps(watch(json.loads(sys.stdin.readline()))))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
