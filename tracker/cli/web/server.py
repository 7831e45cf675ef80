"""The server of the screen: one page, one socket for each tab, and nothing from elsewhere."""

from __future__ import annotations

import asyncio
import shlex
import socket
from collections.abc import Sequence
from pathlib import Path
from secrets import token_urlsafe

import aiohttp_jinja2
from aiohttp import WSCloseCode, web
from textual_serve.server import Server, to_int

from tracker.cli.bug_report import report_bug
from tracker.cli.web.guard import Guard
from tracker.cli.web.tab import GRACE, Tab
from tracker.wording.serving import PAGE, REFUSAL

HEARTBEAT = 15.0
"""Seconds between two signs of life asked of a tab."""

FAREWELL = 2.0
"""Seconds a browser has to answer when its socket is closed."""

_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' {socket}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""The terminal in the page writes styles of its own; nothing is loaded from anywhere else."""


class PrivateServer(Server):
    """Serves the screen that a command shows, to whom the guard lets in."""

    def __init__(self, command: Sequence[str], *, host: str, port: int) -> None:
        self._guard = Guard(host, port, refusal=REFUSAL)
        super().__init__(
            shlex.join(command),
            host=host,
            port=port,
            title=PAGE["title"],
            public_url=self._guard.origin,
            templates_path=Path(__file__).parent,
        )
        self._command = tuple(command)
        self._sockets: set[web.WebSocketResponse] = set()
        self._socket_address = f"ws{self._guard.origin.removeprefix('http')}/ws"
        self._nonce = token_urlsafe(16)

    @property
    def first_address(self) -> str:
        """Opens the screen once."""
        return self._guard.first_address

    def run_on(self, listening: socket.socket) -> None:
        """Serve until Ctrl+C or a signal to end; every process has ended then."""
        web.run_app(
            self._make_app(),
            sock=listening,
            print=None,
            access_log=None,
            shutdown_timeout=GRACE + FAREWELL,
        )

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: what there is to say has been said."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - it is called with it
        """Close every tab, which ends its process."""
        await asyncio.gather(*(one.close(code=WSCloseCode.GOING_AWAY) for one in self._sockets))

    async def handle_index(self, request: web.Request) -> web.Response:
        """Answer with the page that holds the terminal."""
        return aiohttp_jinja2.render_template(
            "page.html",
            request,
            {**PAGE, "socket": self._socket_address, "nonce": self._nonce},
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the screen of one tab."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=FAREWELL)
        await socket.prepare(request)
        tab = Tab(self._command, socket, self.download_manager)
        self._sockets.add(socket)
        try:
            await tab.start(
                to_int(request.query.get("width", ""), 80),
                to_int(request.query.get("height", ""), 24),
            )
            await self._process_messages(socket, tab)
        except ConnectionError:
            pass  # The browser has gone before it had its answer.
        except Exception as error:  # noqa: BLE001 - nobody above knows how a bug is told
            report_bug(error)
        finally:
            self._sockets.discard(socket)
            await tab.end()
        return socket

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard.admit)
        app.on_response_prepare.append(self._restrict)
        return app

    async def _restrict(self, _: web.Request, response: web.StreamResponse) -> None:
        """Tell the browser what the page may do, and to keep nothing of it."""
        response.headers["Content-Security-Policy"] = _CONTENT_POLICY.format(
            socket=self._socket_address, nonce=self._nonce
        )
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
