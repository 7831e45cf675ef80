"""The screen served for real: a process that listens, and what a browser would say to it."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import aiohttp

Result = TypeVar("Result")

ROOT = Path(__file__).parents[2]
APP = Path(__file__).parent / "served_app.py"
SECONDS = 20.0
"""How long anything may take before it counts as hanging."""

SERVE = (
    "import sys; from tracker.cli.serving import serve\n"
    "program = [sys.executable, sys.argv[1]]\n"
    "sys.exit(serve(sys.argv[2:], program=program, open_page=lambda address: None))"
)

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int
    headers: http.client.HTTPMessage
    text: str


class BrowserTab:
    """An open tab: what the page of the terminal says and is told."""

    def __init__(self, connection: aiohttp.ClientWebSocketResponse) -> None:
        self._connection = connection
        self.shown = ""

    async def type(self, text: str) -> None:
        await self._connection.send_json(["stdin", text])

    async def see(self, pattern: str) -> re.Match[str]:
        """Look until something is shown."""
        while (found := re.search(pattern, self.shown)) is None:
            assert await self._look(), self.shown
        return found

    async def see_the_end(self) -> int | None:
        """Look until the tab is told to close; gives the code of why."""
        while await self._look():
            pass
        return self._connection.close_code

    async def _look(self) -> bool:
        message = await self._connection.receive()
        if message.type is aiohttp.WSMsgType.BINARY:
            self.shown += message.data.decode()
        return message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT)


@dataclass(kw_only=True)
class Served:
    """A running server, and the cookie of the browser that may use it."""

    process: subprocess.Popen[str]
    address: str
    """The first address, with the secret."""
    cookie: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    @property
    def first_path(self) -> str:
        return self.address.removeprefix(self.origin)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request("GET", path, headers=dict(headers or {}))
            answer = connection.getresponse()
            text = "" if answer.status == 101 else answer.read().decode("utf-8", "replace")
            return Reply(status=answer.status, headers=answer.headers, text=text)
        finally:
            connection.close()

    def enter(self) -> Reply:
        """Open the first address, and keep the cookie."""
        reply = self.get(self.first_path)
        self.cookie = {"Cookie": (reply.headers["Set-Cookie"] or "").partition(";")[0]}
        return reply

    def in_tab(self, script: Callable[[BrowserTab], Awaitable[Result]]) -> Result:
        """What a script gives back that has a tab open; the tab is closed afterwards."""
        return asyncio.run(self._in_tab(script))

    async def _in_tab(self, script: Callable[[BrowserTab], Awaitable[Result]]) -> Result:
        async with (
            asyncio.timeout(SECONDS),
            aiohttp.ClientSession(headers={**self.cookie, "Origin": self.origin}) as session,
            session.ws_connect(f"{self.origin}/ws?width=100&height=20") as connection,
        ):
            return await script(BrowserTab(connection))

    def stop(self) -> tuple[int, str]:
        """Press Ctrl+C; gives the exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        said = self.process.communicate(timeout=SECONDS)[1]
        return self.process.returncode, said


@contextmanager
def serving(*arguments: str) -> Iterator[Served]:
    """A server of the sample screen; it is ended afterwards, however the test went."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(APP), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield Served(process=process, address=line[line.index("http") :].strip())
    finally:
        process.kill()
        process.communicate(timeout=SECONDS)


def has_ended(process_id: int) -> bool:
    """Whether a process that is not ours is gone, waited for."""
    try:
        descriptor = os.pidfd_open(process_id)
    except ProcessLookupError:
        return True
    with os.fdopen(descriptor, "rb") as ending:
        return bool(select.select([ending], [], [], SECONDS)[0])
