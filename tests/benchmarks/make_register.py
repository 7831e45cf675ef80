"""Make a large register quickly: ``python tests/benchmarks/make_register.py PATH N [--seed S]``.

The rows are those that the store itself would write, since the same functions make them; only
the way in is shorter: one ``executemany`` for each table, and after the first ``DISTINCT``
directives copies of these, which SQLite makes by itself. Made-up directives: 84 of 100 done,
about one in ten of those done late and of those open overdue, one in a hundred extended, one in
a thousand recurring, one in twenty only supported, one in four with a progress note.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tracker.core.days_off import DaysOff
from tracker.core.deadline import NO_DEADLINE, Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.directive import Assignment, Citation
from tracker.core.events import Assigned, Completed, Event, Extended, Noted
from tracker.core.life import Directive, replayed
from tracker.store.database import open_store
from tracker.store.days_off import load_days_off
from tracker.store.mapping import directive_columns, event_columns, note_rows, standing_rows
from tracker.store.reading import open_reading
from tracker.store.search_index import bring_up_to_date
from tracker.store.sqlite_file import connected

TODAY = date(2026, 11, 23)
"""The day the register is made for; its directives were assigned in the years before."""

_HASTE = (
    "synchronous = OFF",
    "journal_mode = MEMORY",
    "cache_size = -400000",
    # The rows that are copied were made by the store's own functions.
    "ignore_check_constraints = ON",
)

YEARS = 5

DISTINCT = 10_000
"""So many directives are made up; a larger register repeats them, as numbers recur every year."""

UNITS = tuple(f"Phòng {name}" for name in (
    "Quản lý Khoa học", "Quản lý Công nghệ", "Sở hữu trí tuệ", "Tiêu chuẩn Đo lường",
    "Kế hoạch Tài chính", "Chuyển đổi số", "Bưu chính Viễn thông", "An toàn thông tin",
    "Đổi mới sáng tạo", "Thanh tra", "Tổ chức", "Hành chính",
))  # fmt: skip
OFFICERS = tuple(f"Cán bộ {number}" for number in range(1, 41))
LEADERS = ("Giám đốc", "Phó Giám đốc A", "Phó Giám đốc B")
SYMBOLS = ("UBND-NC", "UBND-KGVX", "UBND-TH", "KH-UBND", "TB-UBND", "QĐ-UBND", "VP-KSTT")
WORDS = (
    "rà soát", "tham mưu", "báo cáo", "kết quả", "thực hiện", "kế hoạch", "chuyển đổi số",
    "sở hữu trí tuệ", "tiêu chuẩn", "đo lường", "chất lượng", "nghị quyết", "đề án", "tỉnh",
    "Ủy ban nhân dân", "doanh nghiệp", "đổi mới sáng tạo", "khoa học", "công nghệ", "phối hợp",
    "các cơ quan", "địa phương", "trước thời hạn", "đề xuất", "nhiệm vụ", "giải pháp",
)  # fmt: skip


def made_up(number: int, chance: random.Random, days_off: DaysOff) -> Directive:
    """One directive with everything that happened to it up to ``TODAY``."""
    issued_on = TODAY - timedelta(days=chance.randrange(1, 365 * YEARS))
    deadline = _deadline(issued_on, chance)
    assignment = Assignment(
        document=Citation(number=f"{number}/{chance.choice(SYMBOLS)}", issued_on=issued_on),
        content=_content(chance),
        deadline=deadline,
        assigned_on=issued_on,
        unit=chance.choice(UNITS),
        officer=chance.choice(OFFICERS),
        assigned_by=chance.choice(LEADERS),
        is_supporting=chance.random() < 0.05,
    )
    events = (Assigned(assignment=assignment), *_later(assignment, chance))
    return replayed(events, id=number, version=len(events), days_off=days_off)


def _content(chance: random.Random) -> str:
    text = " ".join(chance.choices(WORDS, k=chance.randrange(8, 50)))
    return f"V/v {text}"


def _deadline(issued_on: date, chance: random.Random) -> Deadline:
    drawn = chance.random()
    if drawn < 0.001:
        recurrence = Recurrence(cycle=Cycle.MONTH, day=25)
        kind = DeadlineKind.RECURRING
        return Deadline(text="trước ngày 25 hằng tháng", kind=kind, recurrence=recurrence)
    if drawn < 0.1:
        return NO_DEADLINE
    due_on = issued_on + timedelta(days=chance.randrange(5, 120))
    return Deadline(text=f"{due_on:%d/%m/%Y}", kind=DeadlineKind.DATE, due_on=due_on)


def _later(assignment: Assignment, chance: random.Random) -> Iterator[Event]:
    deadline, assigned_on = assignment.deadline, assignment.assigned_on
    if deadline.kind is DeadlineKind.RECURRING:
        return
    if chance.random() < 0.25:
        noted_on = min(assigned_on + timedelta(days=chance.randrange(0, 20)), TODAY)
        yield Noted(effective_on=noted_on, text=_content(chance))
    due_on = deadline.due_on or assigned_on + timedelta(days=60)
    is_open = chance.random() < 0.16
    if chance.random() < 0.01 or (is_open and due_on <= TODAY and chance.random() < 0.9):
        due_on = TODAY + timedelta(days=chance.randrange(1, 90)) if is_open else due_on
        approved_on = min(assigned_on + timedelta(days=chance.randrange(1, 30)), TODAY)
        kind = DeadlineKind.DATE
        yield Extended(
            deadline=Deadline(text=f"{due_on:%d/%m/%Y}", kind=kind, due_on=due_on),
            authority=Citation(number="7001/UBND-NC", issued_on=approved_on),
        )
    if not is_open:
        yield _completion(assigned_on, due_on, chance)


def _completion(assigned_on: date, due_on: date, chance: random.Random) -> Completed:
    days = chance.randrange(1, 40) if chance.random() < 0.1 else -chance.randrange(0, 10)
    day = min(max(due_on + timedelta(days=days), assigned_on), TODAY)
    number = f"{chance.randrange(1, 3000)}/BC-KHCN"
    return Completed(
        completed_on=day,
        result_text=f"{number} ngày {day:%d/%m/%Y}",
        results=(Citation(number=number, issued_on=day),),
    )


def make_register(path: str, number: int, *, seed: int = 1, distinct: int = DISTINCT) -> None:
    """Make a register with so many directives in a file that does not exist yet."""
    open_store(path).close()
    with open_reading(path) as reading:
        days_off = load_days_off(reading)
    chance = random.Random(seed)
    firsts = [made_up(each, chance, days_off) for each in range(1, min(distinct, number) + 1)]
    with closing(connected(path)) as connection:
        for pragma in _HASTE:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        _write(connection, firsts)
        for shift in range(distinct, number, distinct):
            _repeat(connection, shift, number=min(distinct, number - shift))
        bring_up_to_date(connection.execute)
        connection.execute("COMMIT")


def _write(connection: sqlite3.Connection, directives: list[Directive]) -> None:
    operation = connection.execute(
        "INSERT INTO operation (at, who, name) VALUES ('2026-11-23T01:00:00Z', 'demo', 'import')"
    ).lastrowid
    rows = [
        {**directive_columns(each), "id": each.id, "version": each.version} for each in directives
    ]
    _insert(connection, "directive", rows)
    events = [row for each in directives for row in _events(each)]
    _insert(connection, "event", [{**row, "operation_id": operation} for row in events])
    _insert(connection, "standing", [row for each in directives for row in standing_rows(each)])
    _insert(connection, "note", [row for each in directives for row in note_rows(each)])


def _repeat(connection: sqlite3.Connection, shift: int, *, number: int) -> None:
    """Copy the first directives, under numbers of their own and with all that belongs to them."""
    for table, key in (
        ("directive", "id"),
        ("event", "directive_id"),
        ("standing", "directive_id"),
        ("note", "directive_id"),
    ):
        columns = [
            name
            for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")
            if name == key or name != "id"
        ]
        copied = ", ".join(f"{key} + :shift" if name == key else name for name in columns)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {copied} FROM {table} "
            f"WHERE {key} <= :number ORDER BY id",
            {"shift": shift, "number": number},
        )


def _events(directive: Directive) -> Iterator[dict[str, Any]]:
    before: Directive | None = None
    for version, event in enumerate(directive.events, start=1):
        after = replayed(
            directive.events[:version], id=directive.id, version=version, days_off=DaysOff()
        )
        columns = event_columns(event, before=before, after=after)
        yield {**columns, "directive_id": directive.id}
        before = after


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    values = ", ".join(f":{name}" for name in names)
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})",
        [{name: _stored(value) for name, value in row.items()} for row in rows],
    )


def _stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make_register(arguments.path, arguments.number, seed=arguments.seed)
