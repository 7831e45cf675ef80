"""The screen in one tab of the browser: a process of its own, which ends with the tab."""

from __future__ import annotations

import asyncio
import shlex
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tracker.cli.output import harmless

GRACE = 5.0
"""Seconds a process has to leave when it is asked to."""

DRIVER = "tracker.cli.web.driver:ServedDriver"

_READY = b"__GANGLION__\n"
"""What Textual's driver says before the first packet."""

_RESET = "\x1bc"


class Tab(AppService):
    """Passes on what the process shows, and what is typed and clicked.

    Unlike what it is made from, it runs the command without a shell, tells in the tab what the
    process said when it failed, and leaves no process behind.
    """

    def __init__(
        self, command: Sequence[str], socket: WebSocketResponse, downloads: DownloadManager
    ) -> None:
        super().__init__(
            shlex.join(command),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close,
            download_manager=downloads,
        )
        self._arguments = tuple(command)
        self._socket = socket

    async def end(self) -> None:
        """Ask the process to leave, and make it leave where it does not."""
        with suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await self.stop()
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def run(self) -> None:
        """Pass on packets until the process ends; begun by ``start``."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        assert process.stderr is not None
        reading = asyncio.create_task(process.stderr.read())
        try:
            with suppress(asyncio.IncompleteReadError):
                await self._pass_on(process.stdout)
            if await process.wait() != 0:
                await self._show((await reading).decode(errors="replace"))
            await self._socket.close()
        finally:
            reading.cancel()

    async def _close(self) -> None:
        """The screen has ended, which is known by its process too, after its last words."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env={**self._build_environment(width, height), "TEXTUAL_DRIVER": DRIVER},
        )
        self._stdin = self._process.stdin
        return self._process

    async def _pass_on(self, stdout: asyncio.StreamReader) -> None:
        while await stdout.readline() not in (_READY, b""):
            pass
        while True:
            kind = await stdout.readexactly(1)
            payload = await stdout.readexactly(int.from_bytes(await stdout.readexactly(4), "big"))
            # Read on where the browser has gone: a process that cannot write cannot leave either.
            with suppress(ConnectionError):
                await self._handle(kind, payload)

    async def _handle(self, kind: bytes, payload: bytes) -> None:
        if kind == b"D":
            await self.on_data(payload)
        elif kind == b"M":
            await self.on_meta(payload)
        elif kind == b"P":
            await self.on_packed(payload)

    async def _show(self, text: str) -> None:
        """Leave a text on the screen."""
        lines = "\r\n".join(harmless(line) for line in text.splitlines())
        with suppress(ConnectionError):
            await self.remote_write_bytes(f"{_RESET}{lines}".encode())
