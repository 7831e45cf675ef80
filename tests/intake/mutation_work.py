"""Imports damaged files one after another, in a process that one of them may end.

Called with a line of JSON: ``files`` (of each a kind and a number), ``register``, and ``guarded``:
read as the program does, or for speed in this very process. Tells in a line of JSON what it is
about to do with a file (``Doing``), and in one what came of it (``Fate``) and what was wrong.
"""

from __future__ import annotations

import json
import resource
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from tests.intake.mutations import mutated
from tracker.core.errors import TrackerError
from tracker.core.rules import Policy
from tracker.intake.files import document, old_workbook, open_workbook, page, text, workbook
from tracker.intake.files.found import FileKind, FileTables, FoundTable
from tracker.intake.files.kinds import kind_of
from tracker.intake.files.preflight import examine
from tracker.intake.files.reading import read_bytes
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import enter_import, preview_files
from tracker.operations.table_preview import RowFate
from tracker.operations.undoing import undo
from tracker.store import database

SECONDS = 20
MEMORY = 1 << 30
TAKEN_BACK = 4
"""Of so many files, one is imported again and taken back, too."""

TODAY = date(2023, 12, 14)
AT = datetime(2023, 12, 14, 3, 15, tzinfo=UTC)

TABLES_OF: dict[FileKind, Callable[[bytes], Iterator[FoundTable]]] = {
    FileKind.WORKBOOK: workbook.tables_of,
    FileKind.OLD_WORKBOOK: old_workbook.tables_of,
    FileKind.OPEN_WORKBOOK: open_workbook.tables_of,
    FileKind.DOCUMENT: document.tables_of,
    FileKind.PAGE: page.tables_of,
    FileKind.TEXT: text.tables_of,
}

Reader = Callable[[bytes, str], FileTables]
Row = tuple[object, ...]


class Fate(StrEnum):
    """What came of a file."""

    REFUSED = "refused"
    ENTERED = "entered"
    NOTHING_NEW = "nothing_new"
    ESCAPED = "escaped"
    """The reader met what it did not expect; the process in which it works exists for that."""


class Doing(StrEnum):
    """What is done with a file when the process ends over it."""

    READING = "reading"
    IMPORTING = "importing"


class Kept:
    """A register that is put back before each file."""

    def __init__(self, template: Path) -> None:
        self._template = template
        self.path = template.with_suffix(".trial")
        self.desk = Desk(location=str(self.path), who="lan", today=TODAY, at=AT, policy=Policy())

    def put_back(self) -> None:
        for beside in self.path.parent.glob(f"{self.path.name}*"):
            beside.unlink()
        shutil.copy(self._template, self.path)

    def directives(self) -> dict[int, Row]:
        """What is known of each, without how often it was changed."""
        return dict(self._rows("SELECT id, document_number, issued_on, content, deadline_text,"
                               " due_on, unit, is_void FROM directive"))  # fmt: skip

    def events(self) -> dict[int, Row]:
        """What is known to have happened, each with its directive."""
        return dict(self._rows("SELECT id, directive_id, kind, payload FROM event"))

    def _rows(self, sql: str) -> Iterator[tuple[int, Row]]:
        with closing(sqlite3.connect(self.path)) as connection:
            for id, *row in connection.execute(sql):
                yield id, tuple(row)


def read_here(data: bytes, name: str) -> FileTables:
    """Without the process of its own that the program reads in."""
    kind = kind_of(data, name)
    examine(data, kind)
    return FileTables(name=name, kind=kind, tables=tuple(TABLES_OF[kind](data)))


def imported(kept: Kept, files: FileTables) -> tuple[Fate, list[str]]:
    """Look at what was read and enter it: what is wrong with any of that."""
    before, happened = kept.directives(), kept.events()
    preview = preview_files(kept.desk, [files])
    if (kept.directives(), kept.events()) != (before, happened):
        return Fate.NOTHING_NEW, ["looking has changed the register"]
    enter_import(kept.desk, preview)
    after = kept.directives()
    wrong = list(differing(preview, before, after))
    wrong += touched(preview, happened, kept.events())
    return (Fate.NOTHING_NEW if kept.events() == happened else Fate.ENTERED), wrong


def imported_and_taken_back(kept: Kept, files: FileTables) -> tuple[Fate, list[str]]:
    """The same, and the file looked at once more, and its rows taken back."""
    before = kept.directives()
    fate, wrong = imported(kept, files)
    if fate is Fate.ENTERED:
        again = preview_files(kept.desk, [files])
        wrong += [f"line {row.line} is new again" for row in again.of_kind(RowFate.NEW)]
        undo(kept.desk)
        standing = {id: row for id, row in kept.directives().items() if not row[-1]}
        wrong += ["taking it back does not give what was before"] * (standing != before)
    return fate, wrong


def differing(
    preview: ImportPreview, before: dict[int, Row], after: dict[int, Row]
) -> Iterator[str]:
    """Where the directives afterwards are not those that were shown."""
    if {id: after.get(id) for id in before} != before:
        yield "a directive that was there has another assignment"
    shown = sorted(
        (task.document.number, task.document.issued_on.isoformat(), task.content)
        for row in preview.of_kind(RowFate.NEW)
        if row.is_entered and (task := row.assignment) is not None
    )
    stored = sorted(tuple(row[:3]) for id, row in after.items() if id not in before)
    if shown != stored:
        yield f"shown were {shown}, stored are {stored}"


def touched(
    preview: ImportPreview, happened: dict[int, Row], happening: dict[int, Row]
) -> Iterator[str]:
    """What happened to directives of which nothing of the kind was shown."""
    if {id: happening.get(id) for id in happened} != happened:
        yield "what had happened is told otherwise"
    known = {row[0] for row in happened.values()}
    changed = {row[0] for id, row in happening.items() if id not in happened} & known
    shown = {row.duplicate_of for row in preview.rows.values() if row.is_entered}
    if not changed <= shown:
        yield f"something has happened to {sorted(map(str, changed - shown))}"


def tried(kept: Kept, read: Reader, kind: str, number: int) -> tuple[Fate, list[str]]:
    """What comes of one file."""
    kept.put_back()
    tell(kind, number, Doing.READING)
    try:
        files = read(mutated(kind, number), f"so.{kind}")
    except TrackerError:
        return Fate.REFUSED, []
    except Exception as unexpected:  # noqa: BLE001 - counted, and read once more behind the guard
        return Fate.ESCAPED, [f"{type(unexpected).__name__}: {unexpected}"[:300]]
    tell(kind, number, Doing.IMPORTING)
    return (imported if number % TAKEN_BACK else imported_and_taken_back)(kept, files)


def tell(kind: str, number: int, what: str, wrong: Sequence[str] = ()) -> None:
    print(json.dumps([kind, number, what, wrong]), flush=True)  # noqa: T201 - its answer


def main() -> None:
    order = json.loads(sys.stdin.readline())
    read = read_bytes if order["guarded"] else read_here
    if not order["guarded"]:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # As in every test: nobody pulls the plug on a register that lives for one file.
    database.WRITING = (*database.WRITING, "PRAGMA synchronous = OFF")  # type: ignore[assignment]
    kept = Kept(Path(order["register"]))
    for kind, number in order["files"]:
        signal.alarm(SECONDS)
        tell(kind, number, *tried(kept, read, kind, number))


if __name__ == "__main__":
    main()
