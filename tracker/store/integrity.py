"""Is the register whole? Everything that can be found out without knowing what clerks meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import create_engine
from sqlmodel import SQLModel

from tracker.core.database_address import is_url
from tracker.store import tables as _tables  # noqa: F401 - makes the tables known
from tracker.store.agreement import disagreements
from tracker.store.errors import DamagedIndex, DamagedRegister
from tracker.store.issued import DamagedIssue, frozen_contents, issued_content
from tracker.store.judgement import FACTS, FORM
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.search_check import badly_indexed
from tracker.store.search_index import INDEX, is_about_index, is_table_of_index
from tracker.store.upgrading import migrate


class FindingKind(StrEnum):
    """What is not as it should be."""

    PAGES = "pages"
    """The database finds its own file out of order."""
    REFERENCE = "reference"
    """A row points at another that is not there."""
    TALLY = "tally"
    """The count that is kept is not what a recount gives."""
    PROJECTION = "projection"
    """What was worked out from the events is not what they amount to."""
    SEARCH = "search"
    """The index of the search does not find what the directives say."""
    ISSUED_REPORT = "issued_report"
    """What is kept of an issued report is not what was issued."""
    STRUCTURE = "structure"
    """A table, an index or a guard is missing or not the program's own."""
    READABLE = "readable"
    """Others may read, or change, what is its owner's business only."""
    REPLACEABLE = "replaceable"
    """A folder in which others may put another file in the place of the office's own."""
    SETTINGS_OPEN = "settings_open"
    """Anybody may change the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be."""

    kind: FindingKind
    subject: str
    """Of what: a table, a path, the id of a report."""
    detail: str = ""

    @property
    def is_damage(self) -> bool:
        """Whether what is stored is wrong, and not only open to others."""
        return self.kind not in _RIGHTS


_RIGHTS = (FindingKind.READABLE, FindingKind.REPLACEABLE, FindingKind.SETTINGS_OPEN)


def examine(location: str) -> tuple[Finding, ...]:
    """Look the whole register over; in a file out of order no row is worth asking for."""
    found: list[Finding] = []
    try:
        with open_reading(location) as reading:
            found += _in_pages(location, reading)
            if not found:
                found += _in_structure(location, reading)
                found += _in_rows(reading)
    except DamagedRegister as damage:
        found.append(Finding(kind=FindingKind.PAGES, subject=damage.location))
    return tuple(found)


def _in_rows(reading: Reading) -> Iterator[Finding]:
    yield from _lost_references(reading)
    yield from _miscounted(reading)
    yield from _badly_worked_out(reading)
    yield from _damaged_reports(reading)
    yield from _badly_indexed(reading)


_SHOWN = 10


def _in_pages(location: str, reading: Reading) -> tuple[Finding, ...]:
    if is_url(location):
        return ()
    lines = reading.rows(f"PRAGMA integrity_check({_SHOWN})", {})
    return tuple(
        Finding(kind=FindingKind.PAGES, subject=location, detail=line)
        for (line,) in lines
        if line != "ok" and not is_about_index(line)
    )


def _lost_references(reading: Reading) -> Iterator[Finding]:
    for table in SQLModel.metadata.sorted_tables:
        for key in table.foreign_keys:
            ((number,),) = reading.rows(
                f"SELECT count(*) FROM {table.name} AS child WHERE {key.parent.name} IS NOT NULL "
                f"AND NOT EXISTS (SELECT 1 FROM {key.column.table.name} AS parent "
                f"WHERE parent.{key.column.name} = child.{key.parent.name})",
                {},
            )
            if number:
                subject = f"{table.name}.{key.parent.name}"
                yield Finding(kind=FindingKind.REFERENCE, subject=subject, detail=str(number))


def _miscounted(reading: Reading) -> Iterator[Finding]:
    kept = reading.rows(f"SELECT {FORM}, number FROM standing_tally", {})
    real = reading.rows(
        f"SELECT {FORM}, count(*) FROM (SELECT {FACTS} FROM standing WHERE until IS NULL) AS facts "
        f"GROUP BY {FORM}",
        {},
    )
    if Counter(kept) != Counter(real):
        totals = (sum(row[-1] for row in rows) for rows in (kept, real))
        detail = " / ".join(str(total) for total in totals)
        yield Finding(kind=FindingKind.TALLY, subject="standing_tally", detail=detail)


def _badly_worked_out(reading: Reading) -> Iterator[Finding]:
    for table, id in disagreements(reading):
        yield Finding(kind=FindingKind.PROJECTION, subject=table, detail=str(id))


def _damaged_reports(reading: Reading) -> Iterator[Finding]:
    for id, key in reading.rows("SELECT id, period_key FROM issued_report ORDER BY id", {}):
        try:
            issued_content(reading, id)
            frozen_contents(reading, id)
        except DamagedIssue:
            yield Finding(kind=FindingKind.ISSUED_REPORT, subject=str(id), detail=key)


def _badly_indexed(reading: Reading) -> Iterator[Finding]:
    try:
        wrong = badly_indexed(reading)
    except DamagedIndex:
        yield Finding(kind=FindingKind.SEARCH, subject=INDEX)
        return
    if wrong:
        yield Finding(kind=FindingKind.SEARCH, subject=INDEX, detail=str(len(wrong)))


def _in_structure(location: str, reading: Reading) -> Iterator[Finding]:
    wrong = _guards_missing(reading) if is_url(location) else _differing(reading)
    for name in sorted(wrong):
        yield Finding(kind=FindingKind.STRUCTURE, subject=name)


_OBJECTS = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"


def _differing(reading: Reading) -> set[str]:
    """What the migrations make and is not there, and every trigger that is not theirs.

    The tables of an index are there only where an SQLite that knows it has had a chance.
    """
    found = _by_name(reading.rows(_OBJECTS, {}))
    wanted = _as_made()
    changed = {
        name
        for name, made in wanted.items()
        if found.get(name) != made and not is_table_of_index(name)
    }
    strange = {name for name, made in found.items() if made and name not in wanted}
    return changed | strange


def _guards_missing(reading: Reading) -> set[str]:
    """A server lets an administrator disable a trigger without removing it."""
    guards = {name.removesuffix("_update") for name in _as_made() if name.endswith(_REFUSES)}
    rows = reading.rows(
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal", {}
    )
    return guards - {name for (name,) in rows}


_REFUSES = "_refuses_update"


@cache
def _as_made() -> Mapping[str, str]:
    """What the migrations make of an empty file: the same, however often it is asked."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection)
        rows = connection.exec_driver_sql(_OBJECTS).fetchall()
    engine.dispose()
    return _by_name(rows)


def _by_name(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """The text counts for triggers alone: that of a table is as its library wrote it."""
    return {name: " ".join(sql.split()) if kind == "trigger" else "" for kind, name, sql in rows}
