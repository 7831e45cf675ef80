"""Who is at the other end of a connection on this machine."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

Address = tuple[str, int]
"""An IPv4 address and a port."""

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_LOCAL, _REMOTE, _USER = 1, 2, 7
"""Which words of a line are the two ends, and the user who opened the first."""


def user_at(peer: Address, own: Address) -> int | None:
    """The number of the user who connected from ``peer``; None where the system does not tell.

    Only Linux does, in the tables of its connections.
    """
    ends = (_as_listed(peer), _as_listed(own))
    for table in _TABLES:
        try:
            lines = table.read_text("ascii").splitlines()[1:]
        except OSError:
            continue
        for words in map(str.split, lines):
            # An IPv6 socket lists its IPv4 address at the end of a longer one.
            if words[_LOCAL].endswith(ends[0]) and words[_REMOTE].endswith(ends[1]):
                return int(words[_USER])
    return None


def _as_listed(address: Address) -> str:
    host, port = address
    number = int.from_bytes(socket.inet_aton(host), sys.byteorder)
    return f"{number:08X}:{port:04X}"
