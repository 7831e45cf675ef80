"""Whatever is worked out from the events can be worked out from them again."""

from __future__ import annotations

import pytest
from hypothesis import given
from sqlalchemy import text

from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import Script, add, append, live, reading_of, scripts, take_back
from tests.store.test_writing import NOTE, everything
from tracker.core.events import Voided
from tracker.store import replaying
from tracker.store.database import Store
from tracker.store.judgement import FORM
from tracker.store.replaying import replay_all

PROJECTIONS = ("directive", "standing", "note")


def projected(store: Store) -> list[list[tuple[object, ...]]]:
    with reading_of(store) as reading:
        tally = reading.rows(f"SELECT {FORM}, number FROM standing_tally", {})
    return [*(everything(store, table) for table in PROJECTIONS), sorted(tally, key=repr)]


def replay(store: Store) -> None:
    with store.transaction() as connection:
        replay_all(connection)


@examples(6)
@given(script=scripts())
def test_replaying_everything_changes_nothing(registers: Registers, script: Script) -> None:
    store = registers.store()
    for assignment, steps in script:
        live(store, assignment, steps)
    before = projected(store)
    replay(store)
    assert projected(store) == before


def test_what_was_taken_back_or_entered_by_mistake_stays_away(store: Store) -> None:
    add(store)
    take_back(store)
    append(store, append(store, add(store), NOTE), Voided(reason="ghi hai lần"))
    append(store, add(store), NOTE)
    before = projected(store)
    replay(store)
    assert projected(store) == before
    assert [len(rows) for rows in before] == [3, 1, 1, 1]


def test_what_was_spoilt_is_mended(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaying, "_AT_ONCE", 2)
    for _ in range(5):
        append(store, add(store), NOTE)
    before = projected(store)
    with store.transaction() as connection:
        for spoilt in (
            "UPDATE directive SET content = 'x', is_supporting = 1, is_void = 1",
            "DELETE FROM standing WHERE directive_id > 2",
            "UPDATE note SET text = 'x'",
        ):
            connection.execute(text(spoilt))
    assert projected(store) != before
    replay(store)
    assert projected(store) == before
