"""The registers that benchmarks are run on are such as the store itself writes."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.make_register import TODAY, made_up, make_register
from tests.store.registers import AT, WHO, reading_of
from tests.store.test_counting import counted, judged
from tests.store.test_writing import everything
from tracker.store.database import Store, open_store
from tracker.store.days_off import load_days_off
from tracker.store.writing import change


def test_a_made_up_register_is_what_the_store_would_have_written(
    file_store: Store, tmp_path: Path
) -> None:
    number, distinct = 250, 120
    with reading_of(file_store) as reading:
        days_off = load_days_off(reading)
    chance = random.Random(7)
    firsts = [made_up(each, chance, days_off) for each in range(1, distinct + 1)]
    directives = [replace(firsts[id % distinct], id=id + 1) for id in range(number)]
    with change(file_store, name="import", who=WHO, at=AT) as work:
        work.enter([directive.events for directive in directives])
    path = tmp_path / "made-up.db"
    make_register(str(path), number, seed=7, distinct=distinct)
    with open_store(str(path)) as made:
        for table in ("directive", "event", "standing", "note", "day_off"):
            assert everything(made, table) == everything(file_store, table)
        with reading_of(made) as reading:
            assert counted(reading, TODAY) == judged(directives, TODAY)
