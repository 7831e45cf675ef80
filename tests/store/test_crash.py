"""A process killed while it writes: what was acknowledged is there, and nothing is torn."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import an_assignment
from tests.store.children import KILLS, Say, killed, moments
from tests.store.registers import AT, add
from tests.store.test_counting import counted
from tracker.core.database_address import is_url
from tracker.store.backup import is_sound
from tracker.store.chronicle import chronicle
from tracker.store.database import open_store
from tracker.store.finding import find
from tracker.store.integrity import examine
from tracker.store.judgement import FACTS, FORM
from tracker.store.reading import open_reading
from tracker.store.writing import change

pytestmark = pytest.mark.usefixtures("durable")


def killed_after(location: str, seconds: float) -> list[int]:
    """Let a process enter directives two at a time, kill it; the ids it had been promised."""

    def write(say: Say) -> None:
        with open_store(location) as store:
            while True:
                with change(store, name="import", who="lan", at=AT) as work:
                    first, second = work.add(an_assignment()), work.add(an_assignment())
                say(f"{first.id} {second.id}")

    return [int(id) for id in killed(write, after=seconds)]


def few(location: str) -> int:
    """A server has a crash safety of its own, and starts a process for each connection."""
    return max(KILLS // 4, 3) if is_url(location) else KILLS + 8


def test_nothing_acknowledged_is_lost_and_no_operation_is_torn(location: str) -> None:
    promised: list[int] = []
    hot = 0
    for seconds in moments(few(location), 0.02):
        promised += killed_after(location, seconds)
        hot += Path(f"{location}-journal").exists()
        with open_reading(location) as reading:
            present = [found.id for found in find(reading)]
            assert set(promised) <= set(present)
            assert len(present) % 2 == 0
            assert counted(reading, an_assignment().assigned_on).total == len(present)
            kept = reading.rows(f"SELECT {FORM}, number FROM standing_tally", {})
            assert sum(row[-1] for row in kept) == len(present)
    assert hot > 0 or is_url(location), "no kill fell into a commit: let them come at other moments"
    with open_store(location) as store:
        assert add(store).id > max(promised)


def test_a_register_left_by_a_killed_writer_is_sound(file_location: str) -> None:
    for seconds in (0.003, 0.007):
        killed_after(file_location, seconds)
    with closing(sqlite3.connect(file_location)) as connection:
        assert is_sound(connection)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert examine(file_location) == ()
    with open_reading(file_location) as reading:
        for found in find(reading):
            assert len(chronicle(reading, found.id)) == 1
        facts = reading.rows(f"SELECT {FACTS} FROM standing WHERE until IS NULL", {})
        assert len(facts) == len(find(reading))
