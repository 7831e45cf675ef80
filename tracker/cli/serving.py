"""``tracker tui --serve``: the screen in a browser, on this machine and for who started it only."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Sequence
from errno import ERANGE
from pathlib import Path
from typing import TYPE_CHECKING

import tracker
from tracker.cli.output import put_lines, tell
from tracker.core.errors import UsageError
from tracker.wording.serving import HOW_TO_STOP, opened_at

if TYPE_CHECKING:
    from tracker.cli.web.server import PrivateServer

LOOPBACK = "127.0.0.1"
"""The only address that is ever listened on: no option names another."""

_HIGHEST_PORT = 65535


class WebPackageMissing(UsageError):
    """The extra that brings the server is not installed."""


class PortUnusable(UsageError):
    """The port cannot be listened on; ``error_number`` tells why, ERANGE for no port at all."""

    def __init__(self, port: int, error_number: int) -> None:
        super().__init__(port, error_number)
        self.port = port
        self.error_number = error_number


def open_in_browser(address: str) -> None:
    """Open the browser, but none that would take over the terminal."""
    import webbrowser
    from threading import Thread

    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        return
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def serve(
    arguments: Sequence[str],
    *,
    port: int = 0,
    program: Sequence[str] | None = None,
    open_page: Callable[[str], None] = open_in_browser,
) -> int:
    """Serve the screen until Ctrl+C, and give the exit code.

    Each tab runs the program, ``tracker tui`` unless told, with the arguments. Port 0 is any free.
    """
    server_class = _server_class()
    command = [*(_own_program() if program is None else program), *arguments]
    with _listening(port) as listening:
        server = server_class(command, host=LOOPBACK, port=listening.getsockname()[1])
        put_lines([opened_at(server.first_address)])
        tell(HOW_TO_STOP)
        open_page(server.first_address)
        server.run_on(listening)
    return 0


def _server_class() -> type[PrivateServer]:
    try:
        from tracker.cli.web.server import PrivateServer
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("tracker"):
            raise
        raise WebPackageMissing from missing
    return PrivateServer


def _own_program() -> list[str]:
    """The screen of this very program.

    The folder one stands in, which others may write to, is searched for modules only where the
    program itself lies there.
    """
    lies_here = Path(tracker.__file__).parents[1] == Path.cwd()
    return [sys.executable, *([] if lies_here else ["-P"]), "-m", "tracker", "tui"]


def _listening(port: int) -> socket.socket:
    """A socket others can connect to from now on."""
    if not 0 <= port <= _HIGHEST_PORT:
        raise PortUnusable(port, ERANGE)
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as trouble:
        raise PortUnusable(port, trouble.errno or 0) from trouble
