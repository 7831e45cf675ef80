"""What one hostile file is: a name, a reason, bytes, and what importing it may come to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, Unpack

SECRET = "CHUYEN-KHONG-DUOC-LO-RA"
"""Stands in a file beside each hostile one; wherever else it turns up, a reference was followed."""

READ, USAGE, UNREADABLE = 0, 2, 5

REFUSED = frozenset({UNREADABLE})
EITHER = frozenset({READ, USAGE, UNREADABLE})
"""Broken but harmless: read, or refused with a sentence."""

ROWS = (
    ("1", "601/UBND-NC ngày 03/11/2023", "Chủ trì rà soát thủ tục hành chính của Sở",
     "10/12/2023", "27/11/2023", "Đúng hạn", "151/KHCN-VP ngày 27/11/2023"),
    ("2", "379/UBND-KGVX ngày 10/7/2023", "V/v triển khai Thông tư về thống kê ngành",
     "31/12/2024", "", "Chưa đến hạn", ""),
    ("3", "25/KH-UBND ngày 24/5/2023", "V/v phối hợp với tỉnh Thái Nguyên",
     "10/01/2024", "", "Chưa đến hạn", ""),
)  # fmt: skip
"""An honest register, for a file that is broken elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traps:
    """What a file may try to reach; both must stay untouched."""

    secret: str
    """The address of a file that holds ``SECRET``, as ``file:///...``."""
    url: str
    """A server that waits on this machine, as ``http://127.0.0.1:port``."""


Meanwhile = Callable[[Path], AbstractContextManager[None]]


def left_alone(_: Path) -> AbstractContextManager[None]:
    """Nothing goes on with a file while it is read."""
    return nullcontext()


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileFile:
    """One file of the corpus."""

    name: str
    why: str
    """What is wrong with it, in a few words."""
    file_name: str
    write: Callable[[Path, Traps], None]
    """Makes it under the path it is given; the same bytes each time."""
    codes: frozenset[int] = REFUSED
    """The exit codes that importing it may end with."""
    most: int = 0
    """The most directives that it honestly holds."""
    options: tuple[str, ...] = ()
    meanwhile: Meanwhile = left_alone
    """What goes on with the file while it is read."""
    given_as: str | None = None
    """The argument for the program where it is not the path of the file."""
    piped: bool = False
    """Comes by the standard input, not by its name."""
    quick: bool = False
    """Belongs to the selection that each run of the tests takes."""

    def __str__(self) -> str:
        return self.name


class More(TypedDict, total=False):
    """What most files need not say."""

    codes: frozenset[int]
    most: int
    options: tuple[str, ...]
    quick: bool


def hostile(
    name: str, why: str, ending: str, make: Callable[[], bytes], **more: Unpack[More]
) -> HostileFile:
    """A file of these bytes, made when it is needed."""
    return luring(name, why, ending, lambda _: make(), **more)


def luring(
    name: str, why: str, ending: str, make: Callable[[Traps], bytes], **more: Unpack[More]
) -> HostileFile:
    """A file whose bytes name the traps."""

    def write(path: Path, traps: Traps) -> None:
        path.write_bytes(make(traps))

    codes = more.setdefault("codes", EITHER)
    more.setdefault("most", 3 if READ in codes else 0)
    return HostileFile(name=name, why=why, file_name=f"{name}.{ending}", write=write, **more)


def placed(put: Callable[[Path], None]) -> Callable[[Path, Traps], None]:
    """Something that is more, or less, than a file with bytes in it."""

    def write(path: Path, _: Traps) -> None:
        put(path)

    return write
