"""What lies under a path and is no quiet file, and names that no file should have."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.intake.heldout.bad_text import table_text
from tests.intake.heldout.case import (
    EITHER,
    READ,
    REFUSED,
    HostileFile,
    Meanwhile,
    left_alone,
    placed,
)
from tests.intake.heldout.office import xlsx

GROWTH = 256 << 20
"""Where a file stops growing, so that the machine survives it."""


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _directory(path: Path) -> None:
    path.mkdir()
    (path / "so.xlsx").write_bytes(xlsx())


def _linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _closed(path: Path) -> None:
    path.write_bytes(xlsx())
    path.chmod(0)


def _sparse(path: Path) -> None:
    path.write_bytes(xlsx())
    os.truncate(path, 1 << 40)


def _sparse_table(path: Path) -> None:
    path.write_text(table_text())
    os.truncate(path, 3 << 30)


def _table(path: Path) -> None:
    path.write_text(table_text())


def _workbook(path: Path) -> None:
    path.write_bytes(xlsx())


def _broken_workbook(path: Path) -> None:
    path.write_bytes(xlsx()[:900])


def _nothing(_: Path) -> None:
    """No file is there."""


@contextmanager
def _beside(step: Callable[[], bool]) -> Iterator[None]:
    """Repeats a step until it says that it is the last, or the file was read."""
    over = threading.Event()

    def work() -> None:
        while not over.is_set() and step():
            pass

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def _growing(path: Path) -> Iterator[None]:
    with path.open("ab", buffering=0) as file:
        lines = "4,5/UBND-NC ngày 03/11/2023,x,,,,\n".encode() * 500

        def step() -> bool:
            file.write(lines)
            return file.tell() < GROWTH

        with _beside(step):
            yield


@contextmanager
def _shrinking(path: Path) -> Iterator[None]:
    whole = path.read_bytes()

    def step() -> bool:
        with path.open("r+b") as file:
            file.truncate(0)
            file.write(whole)
        return True

    with _beside(step):
        yield


@contextmanager
def _dripping(path: Path) -> Iterator[None]:
    """Somebody holds the pipe open and never writes."""
    handle = os.open(path, os.O_RDWR)
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def _pouring(path: Path) -> Iterator[None]:
    """Somebody writes into the pipe without an end."""
    handle = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    def step() -> bool:
        """A pipe that nobody empties is full at once: tried again a little later."""
        if select.select([], [handle], [], 0.01)[1]:
            with suppress(BlockingIOError):
                os.write(handle, b"a,b,c\n" * 500)
        return True

    try:
        with _beside(step):
            yield
    finally:
        os.close(handle)


def _one(
    name: str,
    why: str,
    put: Callable[[Path], None],
    *,
    file_name: str = "",
    codes: frozenset[int] = EITHER - {READ},
    meanwhile: Meanwhile = left_alone,
    given_as: str | None = None,
    quick: bool = False,
) -> HostileFile:
    return HostileFile(
        name=name, why=why, file_name=file_name or f"{name}.xlsx", write=placed(put), codes=codes,
        most=3 if READ in codes else 0, given_as=given_as, quick=quick, meanwhile=meanwhile,
    )  # fmt: skip


PLACES: tuple[HostileFile, ...] = (
    _one("fifo", "a pipe that nobody writes into", _fifo, quick=True),
    _one("fifo-held-open", "a pipe that somebody holds open", _fifo, meanwhile=_dripping),
    _one("fifo-endless", "a pipe that never ends", _fifo, file_name="fifo.csv", meanwhile=_pouring),
    _one("directory", "a folder", _directory),
    _one("nothing-there", "no file at all", _nothing, codes=frozenset({2, 3, 5})),
    _one("folder-missing", "a file in a folder that is not there", _nothing,
         file_name="khong-co/so.xlsx", codes=frozenset({2, 3, 5})),
    _one("link-to-nothing", "a link to nothing", _linked("khong-co.xlsx"),
         codes=frozenset({2, 3, 5})),
    _one("link-to-itself", "a link to itself", _linked("link-to-itself.xlsx")),
    _one("link-to-zeros", "a link to a device that never ends", _linked("/dev/zero")),
    _one("link-to-noise", "a link to a device of noise", _linked("/dev/urandom"),
         file_name="noise.csv"),
    _one("link-to-nowhere", "a link to the device that holds nothing", _linked("/dev/null")),
    _one("link-to-full", "a link to the device that is always full", _linked("/dev/full")),
    _one("link-to-terminal", "a link to the terminal, of which there is none", _linked("/dev/tty")),
    _one("link-to-memory", "a link to the memory of the program", _linked("/proc/self/mem")),
    _one("link-to-environment", "a link to a file that is larger than it says",
         _linked("/proc/self/environ"), file_name="environ.csv"),
    _one("zeros-themselves", "a device that never ends", _nothing, given_as="/dev/zero"),
    _one("not-allowed", "a file that only somebody else may read", _closed, codes=REFUSED,
         quick=True),
    _one("sparse-workbook", "a workbook with a tebibyte of nothing behind it", _sparse),
    _one("sparse-table", "a table with three gibibytes of nothing behind it", _sparse_table,
         file_name="sparse.csv"),
    _one("growing", "a table that grows while it is read", _table, file_name="growing.csv",
         meanwhile=_growing, codes=EITHER),
    _one("shrinking", "a workbook that is cut and written again while it is read", _workbook,
         meanwhile=_shrinking, codes=EITHER),
    _one("empty-name", "no name", _nothing, given_as=""),
    _one("far-too-long", "a path of a hundred thousand letters", _nothing,
         given_as="/" + "a" * 100_000),
    _one("folder-of-files", "a path through a file", _workbook,
         given_as="folder-of-files.xlsx/so.xlsx"),
)  # fmt: skip


def _named(name: str, why: str, file_name: str) -> HostileFile:
    """An honest workbook under a name that is none."""
    return _one(name, why, _workbook, file_name=file_name, codes=EITHER)


NAMES: tuple[HostileFile, ...] = (
    _named("name-of-255-bytes", "a name as long as can be", "ổ" * 83 + "a.xlsx"),
    _named("name-with-lines", "a name of two lines", "so\nthang 12\r\n.xlsx"),
    _named("name-that-acts", "a name that changes the terminal", "\x1b[31m\x1b]0;x\x07\x9b.xlsx"),
    _named("name-turned", "a name that turns the direction of writing", "so\u202exslx.\u2066.xlsx"),
    _named("name-not-utf-8", "a name that is no text",
           os.fsdecode(b"so\xff\xfe\xed\xa0\x80.xlsx")),
    _named("name-of-markup", "a name that acts on a screen", "[red]so[@click=app.quit]{0}%s.xlsx"),
    _named("name-of-blanks", "a name of nothing to be seen", " \u00a0\u200b\u3164 "),
    _named("name-like-an-option", "a name that looks like an option", "--db=x.xlsx"),
    _named("name-composed", "a name in letters and accents apart", "So\u031b\u0309 nhiệm vụ.xlsx"),
    HostileFile(
        name="broken-with-such-a-name", why="a broken file whose name acts", codes=REFUSED,
        file_name="a\x1b[2J\nb\u202e\x9b.xlsx", quick=True,
        write=placed(_broken_workbook),
    ),
)  # fmt: skip


def _piped(name: str, why: str, put: Callable[[Path], None], **more: Any) -> HostileFile:
    """What another program, or a redirection, gives."""
    return replace(_one(name, why, put, given_as="-", **more), piped=True)


PIPES: tuple[HostileFile, ...] = (
    _piped("piped-nothing", "nothing comes", _linked("/dev/null"), codes=REFUSED),
    _piped("piped-zeros", "zeros come without an end", _linked("/dev/zero")),
    _piped("piped-noise", "noise comes without an end", _linked("/dev/urandom")),
    _piped("piped-endless", "lines come without an end", _fifo, meanwhile=_pouring),
    _piped("piped-workbook", "an honest workbook comes", _workbook, codes=EITHER),
    _piped("piped-broken-workbook", "half a workbook comes", _broken_workbook, codes=REFUSED),
    _piped("piped-table", "an honest table comes", _table, codes=EITHER),
    _piped("piped-sparse", "a workbook comes, and a tebibyte of nothing behind it", _sparse),
)

FILES: tuple[HostileFile, ...] = (*PLACES, *NAMES, *PIPES)
