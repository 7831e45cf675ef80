"""What the process that reads may use of the machine; it ends itself where the system does not."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

OUT_OF_MEMORY = 91
"""What the process ends with when it has taken more memory than it may."""

_POLL_SECONDS = 0.05
_RESERVED_BYTES = 32 * 2**20
"""Address space that is taken and never filled."""
_STACK_BYTES = 2**18


def confine(*, memory: int, seconds: int, parent: int) -> None:
    """Bound the memory and the time of this process, and end it when its parent does.

    Which process that is has been told: it may have ended already.

    On systems that have no such bounds a thread watches; on the others it does so too.
    """
    _confine_by_system(memory + _RESERVED_BYTES, seconds)
    threading.stack_size(_STACK_BYTES)
    threading.Thread(target=_watch, args=(memory, parent), daemon=True).start()


def _confine_by_system(memory: int, seconds: int) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def _watch(memory: int, parent: int) -> None:
    used = _measure()
    while os.getppid() == parent:
        if used() > memory:
            os._exit(OUT_OF_MEMORY)
        time.sleep(_POLL_SECONDS)
    os._exit(0)


def _measure() -> Callable[[], int]:
    """How to learn the memory in use, in bytes; 0 where the system does not say."""
    if os.path.exists("/proc/self/statm"):  # noqa: PTH110 - a process that only reads needs no more
        return _resident_on_linux
    return _resident_on_windows if os.name == "nt" else (lambda: 0)


def _resident_on_linux() -> int:
    with open("/proc/self/statm", "rb") as said:  # noqa: PTH123 - as above
        return int(said.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _resident_on_windows() -> int:
    import ctypes  # noqa: PLC0415 - only there

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.PagefileUsage)
