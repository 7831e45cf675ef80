"""Who may use the served screen: one browser of whoever started it, driven by our own page.

Listening on loopback keeps out other machines, but not the other users of this one, nor the pages
of other sites in one's own browser, which may connect to anything and may call us by their name.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from secrets import compare_digest, token_urlsafe

from aiohttp import web

from tracker.cli.web.peers import user_at

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SECRET = "key"
"""The part of the first address that holds the secret."""

ROOT_USER = 0
"""Can do anything anyway, and passes on what is tunnelled from elsewhere."""


class Guard:
    """Lets in who brings the secret first, and that browser by its cookie from then on."""

    def __init__(self, host: str, port: int, *, refusal: str) -> None:
        self._hosts = {f"{host}:{port}", *([host] if port == 80 else [])}
        self.origin = f"http://{host}" if port == 80 else f"http://{host}:{port}"
        self._refusal = refusal
        self._secret = token_urlsafe(32)
        self._is_spent = False
        # A browser sends a cookie to every port of the host: each server has a name of its own.
        self._cookie = f"tracker-{port}"
        self._pass = token_urlsafe(32)

    @property
    def first_address(self) -> str:
        """Opens the screen once."""
        return f"{self.origin}/?{SECRET}={self._secret}"

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer whoever may ask, and nobody else."""
        if not (self._is_addressed(request) and _is_own_user(request)):
            raise self._forbidden()
        if _same(request.cookies.get(self._cookie, ""), self._pass):
            return await handler(request)
        if not self._is_first(request):
            raise self._forbidden()
        self._is_spent = True
        response = await handler(request)
        response.set_cookie(self._cookie, self._pass, httponly=True, samesite="Strict")
        return response

    def _is_addressed(self, request: web.Request) -> bool:
        """Whether it was sent to us by name, and by a page of ours where a page sent it."""
        if request.host not in self._hosts:
            return False
        # A browser always tells which page opens a socket.
        is_page_known = "Origin" in request.headers or request.path == "/ws"
        return not is_page_known or request.headers.get("Origin") == self.origin

    def _is_first(self, request: web.Request) -> bool:
        is_page = request.method == "GET" and request.path == "/"
        return is_page and not self._is_spent and _same(request.query.get(SECRET, ""), self._secret)

    def _forbidden(self) -> web.HTTPForbidden:
        return web.HTTPForbidden(text=self._refusal)


def _is_own_user(request: web.Request) -> bool:
    """Whether the connection comes from a program of the same user, as far as that can be told.

    The secret is not enough: others can read it where the browser is started with it.
    """
    transport = request.transport
    if transport is None:
        return False
    peer, own = transport.get_extra_info("peername"), transport.get_extra_info("sockname")
    user = user_at(peer, own)
    return user is None or user in (os.getuid(), ROOT_USER)


def _same(given: str, kept: str) -> bool:
    return compare_digest(given.encode(errors="surrogateescape"), kept.encode())
