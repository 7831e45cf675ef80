"""The screen in a browser: for whoever started it, on this machine, and for nobody else."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import signal
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from aiohttp import ClientSession, CookieJar, WSCloseCode, web
from textual_serve.download_manager import DownloadManager

from tests.cli.served import ROOT, SECONDS, UPGRADE, BrowserTab, Served, has_ended, serving
from tests.store.as_nobody import as_nobody
from tracker.cli import serving as module
from tracker.cli.serving import PortUnusable, WebPackageMissing, open_in_browser, serve
from tracker.cli.web.guard import Guard
from tracker.cli.web.peers import user_at
from tracker.cli.web.tab import Tab
from tracker.wording.messages import sentence


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """A server whose secret has been brought by one browser."""
    with serving("--db", "sổ của tôi.db") as one:
        one.enter()
        yield one


def test_the_secret_opens_the_page_once_and_a_cookie_from_then_on() -> None:
    with serving() as fresh:
        secret = fresh.first_path
        assert len(secret) > 40
        assert [fresh.get(path).status for path in ("/", "/?key=", f"{secret}x")] == [403] * 3
        assert fresh.get("/ws" + secret[1:], {**UPGRADE, "Origin": fresh.origin}).status == 403
        first = fresh.enter()
        assert first.status == 200
        assert set(first.headers["Set-Cookie"].split("; ")[1:]) == {
            "HttpOnly",
            "SameSite=Strict",
            "Path=/",
        }
        assert secret.partition("=")[2] not in first.headers["Set-Cookie"]
        again = fresh.get(secret)
        assert (again.status, again.headers["Set-Cookie"]) == (403, None)
        assert "trình duyệt đầu tiên" in again.text
        assert fresh.get("/", fresh.cookie).status == 200
        assert fresh.get(secret, fresh.cookie).status == 200


@pytest.mark.parametrize("path", ["/", "/static/js/textual.js", "/download/x", "/nothing"])
def test_nothing_is_given_without_the_cookie(served: Served, path: str) -> None:
    assert served.get(path).status == 403
    assert served.get(path, {"Cookie": served.cookie["Cookie"][:-1]}).status == 403
    assert served.get(path, {"Cookie": f"tracker-{served.port}=\u00ff"}).status == 403
    assert served.get(path, served.cookie).status != 403


@pytest.mark.parametrize(
    "host", ["evil.vn", "evil.vn:{port}", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", ""]
)
def test_a_name_that_only_leads_here_is_refused(served: Served, host: str) -> None:
    called = {"Host": host.format(port=served.port), **served.cookie}
    assert served.get("/", called).status == 403
    assert served.get("/ws", {**called, **UPGRADE, "Origin": served.origin}).status == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.vn", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
def test_the_page_of_another_site_cannot_drive_the_screen(served: Served, origin: str) -> None:
    sent = {"Origin": origin.format(port=served.port), **served.cookie}
    assert served.get("/ws", {**sent, **UPGRADE}).status == 403
    assert served.get("/", sent).status == 403


def test_a_socket_needs_both_the_cookie_and_our_page(served: Served) -> None:
    ours = {**UPGRADE, "Origin": served.origin}
    assert served.get("/ws", ours).status == 403
    assert served.get("/ws", {**UPGRADE, **served.cookie}).status == 403
    assert served.get("/ws", {**ours, **served.cookie}).status == 101


def test_a_tab_shows_the_screen_and_takes_what_is_typed(served: Served) -> None:
    async def look(tab: BrowserTab) -> str:
        await tab.see("called=--db sổ của tôi.db;")
        await tab.type("đúng hạn")
        await tab.see("đúng hạn")
        return (await tab.see(r"pid=(\d+)"))[1]

    assert has_ended(int(served.in_tab(look)))


def test_a_tab_has_the_focus_from_the_beginning(served: Served) -> None:
    async def look(tab: BrowserTab) -> None:
        await tab.see(r"Focused\.")

    served.in_tab(look)


def test_a_screen_that_is_refused_says_why_in_its_tab_and_closes_it() -> None:
    async def look(tab: BrowserTab) -> str:
        await tab.see_the_end()
        return tab.shown

    with serving("--refuse") as one:
        one.enter()
        assert one.in_tab(look).endswith("Sổ do phiên bản mới hơn tạo ra.")


def test_the_page_loads_nothing_from_elsewhere(served: Served) -> None:
    page = served.get("/", served.cookie)
    named = re.findall(r"""(?:src|href)="([^"]*)"|url\("([^"]*)"\)""", page.text)
    paths = {path for pair in named for path in pair if path} - {"data:,", "/"}
    assert "/static/js/textual.js" in paths
    assert {path: served.get(path, served.cookie).status for path in paths} == dict.fromkeys(
        paths, 200
    )
    assert "//" not in page.text.replace(f"ws://127.0.0.1:{served.port}/ws", "")
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert re.findall(r"\S*://\S*?(?=;| |$)", policy) == [f"ws://127.0.0.1:{served.port}/ws"]


def test_only_loopback_is_listened_on(served: Served) -> None:
    port = f":{served.port:04X}"
    lines = [
        line.split()
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text("ascii").splitlines()[1:]
    ]
    listening = [words[1] for words in lines if words[1].endswith(port) and words[3] == "0A"]
    assert listening == [f"0100007F{port}"]


def test_a_connection_of_another_user_is_refused_even_with_secret_or_cookie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The kernel says whose the connections are; the one who is somebody else is the server."""
    server_user = os.getuid() + 1
    monkeypatch.setattr("tracker.cli.web.guard.os.getuid", lambda: server_user)
    monkeypatch.setattr("tracker.cli.web.guard.ROOT_USER", -1)

    async def page(_: web.Request) -> web.Response:
        return web.Response()

    async def statuses() -> list[int]:
        nonlocal server_user
        listening = socket.create_server(("127.0.0.1", 0))
        guard = Guard(*listening.getsockname(), refusal="không")
        app = web.Application(middlewares=[guard.admit])
        app.router.add_get("/", page)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        found = []
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
            for user in (server_user, server_user - 1, server_user):
                server_user = user
                async with browser.get(guard.first_address) as response:
                    found.append(response.status)
        await runner.cleanup()
        return found

    assert asyncio.run(statuses()) == [403, 200, 403]


@pytest.mark.skipif(
    os.geteuid() != 0,
    reason="only root can become somebody else; the test above plays it the other way round",
)
def test_another_user_of_the_machine_is_refused_even_with_the_cookie(served: Served) -> None:
    def ask() -> None:
        if served.get("/", served.cookie).status == 403:
            raise PermissionError

    ask()
    assert as_nobody(ask) == "PermissionError"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_user_at_the_other_end_is_known(family: socket.AddressFamily) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(family) as caller:
        host, port = listening.getsockname()
        caller.connect((host if family is socket.AF_INET else f"::ffff:{host}", port))
        with listening.accept()[0] as taken:
            assert user_at(taken.getpeername(), taken.getsockname()) == os.getuid()
            assert user_at(("127.0.0.1", 1), taken.getsockname()) is None


def test_ctrl_c_closes_the_tabs_and_leaves_no_process_behind() -> None:
    with serving() as one:
        one.enter()

        async def look(tab: BrowserTab) -> tuple[str, int | None, tuple[int, str]]:
            process = (await tab.see(r"pid=(\d+)"))[1]
            stopping = asyncio.create_task(asyncio.to_thread(one.stop))
            code = await tab.see_the_end()
            return process, code, await stopping

        process, close_code, (code, said) = one.in_tab(look)
    assert (code, close_code) == (0, WSCloseCode.GOING_AWAY)
    assert "Chỉ trình duyệt đầu tiên mở địa chỉ này" in said
    assert "tải lại trang là mở lại từ đầu" in said
    assert "Ctrl+C" in said
    assert len(said.splitlines()) == 1
    assert has_ended(int(process))


def test_the_screens_of_a_server_that_was_killed_end_too() -> None:
    with serving() as one:
        one.enter()

        async def look(tab: BrowserTab) -> str:
            process = (await tab.see(r"pid=(\d+)"))[1]
            one.process.kill()
            return process

        assert has_ended(int(one.in_tab(look)))


class Gone(web.WebSocketResponse):
    """The socket of a browser that has gone."""

    async def send_bytes(self, *_: object) -> None:
        raise ConnectionResetError

    async def close(self, **_: object) -> bool:
        return False


async def ended(program: str, *, at_once: bool) -> int | None:
    """The exit code of a process whose browser has gone, waited for or asked to leave."""
    command = [sys.executable, "-I", "-S", "-c", f"import os, time\n{program}"]
    tab = Tab(command, Gone(), DownloadManager())
    await tab.start(80, 24)
    process = tab._process
    assert process is not None
    if not at_once:
        async with asyncio.timeout(SECONDS):
            await process.wait()
    await tab.end()
    return process.returncode


def test_a_process_that_does_not_leave_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.cli.web.tab.GRACE", 0.05)
    assert asyncio.run(ended("time.sleep(60)", at_once=True)) == -signal.SIGKILL


def test_a_process_is_read_to_its_end_after_the_browser_has_gone() -> None:
    packet = r"b'D\0\0\x10\0' + bytes(4096)"
    program = f"os.write(1, b'__GANGLION__\\n')\nfor _ in range(100): os.write(1, {packet})"
    assert asyncio.run(ended(program, at_once=False)) == 0


def test_a_port_in_use_is_refused_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortUnusable) as refusal:
            serve([], port=port, open_page=lambda _: None)
    assert refusal.value.exit_code == 2
    assert f"cổng {port}: chương trình khác đang dùng;" in sentence(refusal.value)


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(PortUnusable) as refusal:
        serve([], port=10**9, open_page=lambda _: None)
    assert refusal.value.error_number == errno.ERANGE
    assert "từ 1 đến 65535" in sentence(refusal.value)


@pytest.mark.parametrize("package", ["textual_serve", "aiohttp"])
def test_without_the_extra_the_way_to_it_is_told(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.startswith(("tracker.cli.web.", package)):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(WebPackageMissing) as refusal:
        serve([], open_page=lambda _: None)
    assert refusal.value.exit_code == 2
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (wanted,) = project["optional-dependencies"]["web"]
    assert f'pip install "{wanted}"' in sentence(refusal.value)


def test_modules_of_the_folder_one_stands_in_are_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert module._own_program() == [sys.executable, "-P", "-m", "tracker", "tui"]
    monkeypatch.chdir(ROOT)
    assert module._own_program() == [sys.executable, "-m", "tracker", "tui"]


def test_a_browser_is_opened_only_where_windows_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    done = Event()

    def note(address: str) -> None:
        opened.append(address)
        done.set()

    monkeypatch.setattr("webbrowser.open", note)
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    open_in_browser("http://first")
    monkeypatch.setenv("DISPLAY", ":0")
    open_in_browser("http://second")
    assert done.wait(10)
    assert opened == ["http://second"]
