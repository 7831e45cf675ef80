"""One operation on the register: opened, done, recorded, closed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace

from tracker.core.database_address import is_url
from tracker.operations.desk import Desk
from tracker.operations.typed import Remark, RemarkKind
from tracker.store.errors import NoRegister, OutdatedRegister
from tracker.store.reading import open_reading
from tracker.store.reported import reports_showing
from tracker.store.sqlite_file import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


def require_register(location: str) -> None:
    """Refuse a place where nothing is kept yet: a slip of the keyboard makes no second register."""
    if is_url(location):
        with suppress(OutdatedRegister):
            open_reading(location).close()
    elif is_blank(location):
        raise NoRegister(location)


@contextmanager
def changing(desk: Desk, name: str, *, may_be_new: bool = False) -> Iterator[Work]:
    """One transaction; nothing of it is kept unless the block ends well."""
    if not may_be_new:
        require_register(desk.location)
    # Late: the library for writing is slow to load, and help and mistakes do without it.
    from tracker.store.database import open_store  # noqa: PLC0415
    from tracker.store.writing import change  # noqa: PLC0415

    with (
        closing(open_store(desk.location)) as store,
        change(store, name=name, who=desk.who, at=desk.at) as work,
    ):
        yield work


@contextmanager
def filling(desk: Desk, name: str) -> Iterator[Work]:
    """The same for what may be the first change; where it does not end well no register is made."""
    if is_url(desk.location) or os.path.lexists(desk.location) or not is_blank(desk.location):
        with changing(desk, name, may_be_new=True) as work:
            yield work
        return
    # Late: a register is made once.
    from tracker.store.unfinished import register_to_be  # noqa: PLC0415

    with (
        register_to_be(desk.location) as location,
        changing(replace(desk, location=location), name, may_be_new=True) as work,
    ):
        yield work


def about_issued(work: Work, directive_id: int) -> tuple[Remark, ...]:
    """That what is put right went out already, in the latest report that shows it."""
    shown = reports_showing(work.reading, directive_id)
    return tuple(
        Remark(kind=RemarkKind.IN_ISSUED_REPORT, number=id, text=key) for id, key in shown[-1:]
    )
