"""Quick answers come from indexes, however large the register grows."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.store.registers import reading_of
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress, State
from tracker.core.overview_frame import frame_of
from tracker.core.row_order import Order
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.store.counting import count_register
from tracker.store.database import Store
from tracker.store.finding import document_numbers, find
from tracker.store.listing import assessed_rows
from tracker.store.next_due import most_overdue, next_due
from tracker.store.overview_counts import count_overview
from tracker.store.rows import Reading
from tracker.store.selection import Selection, selected

ROOT = Path(__file__).parents[2]
DAY = "2023-12-14"
POLICIES = pytest.mark.parametrize("policy", ["nominal", "next_working_day"])


class Explained(Reading):
    """Says how SQLite would answer, instead of answering."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.plan: list[str] = []

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        plan = self._reading.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
        self.plan += [row[3] for row in plan]
        return []

    def about(self, table: str) -> list[str]:
        """The steps that go to a table, or to one whose name begins so."""
        return sorted({step for step in self.plan if step.split(" ", 1)[-1].startswith(table)})


@POLICIES
def test_counting_reads_only_the_ranges_of_covering_indexes(file_store: Store, policy: str) -> None:
    with reading_of(file_store) as reading:
        explained = Explained(reading)
        count_register(explained, as_of=DAY, deadline_policy=policy, due_soon_until=DAY)
    assert explained.about("standing") == [
        "SCAN standing_tally",
        "SEARCH standing USING COVERING INDEX standing_current (since>?)",
        "SEARCH standing USING COVERING INDEX standing_past (until>?)",
        "SEARCH standing USING COVERING INDEX standing_turn (until>? AND until<?)",
    ]


@POLICIES
def test_the_lists_of_a_status_read_only_what_is_due(file_store: Store, policy: str) -> None:
    asked = {"as_of": DAY, "deadline_policy": policy}
    with reading_of(file_store) as reading:
        late, soon = Explained(reading), Explained(reading)
        most_overdue(late, **asked, limit=5)
        next_due(soon, **asked, due_soon_until=DAY, limit=5)
    index, due = {
        "nominal": ("standing_due", "due_on"),
        "next_working_day": ("standing_working_due", "working_due_on"),
    }[policy]
    by_day = f"SEARCH standing USING INDEX {index}"
    by_id = "SEARCH directive USING INTEGER PRIMARY KEY (rowid=?)"
    assert f"{by_day} ({due}<?)" in late.about("standing")
    assert f"{by_day} ({due}>? AND {due}<?)" in soon.about("standing")
    for explained in (late, soon):
        assert [step for step in explained.plan if step.startswith("SCAN standing")] == []
        assert explained.about("directive") == [by_id]


@POLICIES
def test_an_overview_reads_no_directives_but_those_that_are_late_or_undated(
    file_store: Store, policy: str
) -> None:
    with reading_of(file_store) as reading:
        explained = Explained(reading)
        frame = frame_of(date.fromisoformat(DAY))
        count_overview(explained, frame, Policy(deadline_policy=DeadlinePolicy(policy)))
    walked = [step for step in explained.plan if step.startswith("SCAN standing")]
    assert set(walked) == {"SCAN standing_tally"}
    done = "SEARCH standing USING COVERING INDEX standing_current (since>? AND since<?)"
    assert done in explained.about("standing")
    by_id = "SEARCH directive USING INTEGER PRIMARY KEY (rowid=?)"
    assert explained.about("directive") == [by_id]


def plan_of(store: Store, policy: str = "nominal", **wanted: Any) -> list[str]:
    with reading_of(store) as reading:
        explained = Explained(reading)
        selected(
            explained,
            Selection(**wanted),
            as_of=date.fromisoformat(DAY),
            policy=Policy(deadline_policy=DeadlinePolicy(policy)),
        )
    return explained.about("standing")


@POLICIES
def test_lists_of_what_is_due_read_only_that(file_store: Store, policy: str) -> None:
    index, due = {
        "nominal": ("standing_due", "due_on"),
        "next_working_day": ("standing_working_due", "working_due_on"),
    }[policy]
    turns = [
        "SEARCH standing USING INDEX standing_past (until>?)",
        "SEARCH standing USING INDEX standing_turn (until>? AND until<?)",
    ]
    overdue = plan_of(file_store, policy, progress=frozenset({Progress.OVERDUE}))
    assert overdue == sorted([f"SEARCH standing USING INDEX {index} ({due}<?)", *turns])
    soon = plan_of(file_store, policy, due_within=7)
    assert soon == sorted([f"SEARCH standing USING INDEX {index} ({due}>? AND {due}<?)", *turns])


OF_CURRENT = "SEARCH standing USING INDEX standing_current (since<?)"
TURNS_AND_PAST = [
    "SEARCH standing USING INDEX standing_past (until>?)",
    "SEARCH standing USING INDEX standing_turn (until>? AND until<?)",
]
DECEMBER = DayRange(since=date(2023, 12, 1), until=date(2023, 12, 31))


@POLICIES
@pytest.mark.parametrize("wanted", [{"due": DECEMBER}, {"completed": DECEMBER}])
def test_lists_of_some_days_read_no_row_outside_them(
    file_store: Store, policy: str, wanted: dict[str, Any]
) -> None:
    assert plan_of(file_store, policy, **wanted) == [OF_CURRENT, *TURNS_AND_PAST]


@POLICIES
def test_what_is_overdue_since_some_day_is_read_by_both_days(
    file_store: Store, policy: str
) -> None:
    index, due = {
        "nominal": ("standing_due", "due_on"),
        "next_working_day": ("standing_working_due", "working_due_on"),
    }[policy]
    overdue = frozenset({Progress.OVERDUE})
    plan = plan_of(file_store, policy, progress=overdue, due=DayRange(since=date(2023, 12, 1)))
    assert plan == sorted(
        [f"SEARCH standing USING INDEX {index} ({due}>? AND {due}<?)", *TURNS_AND_PAST]
    )


def test_what_was_done_without_a_result_is_looked_for_among_what_is_done(
    file_store: Store,
) -> None:
    assert plan_of(file_store, has_result=False) == [OF_CURRENT, *TURNS_AND_PAST]


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"search": "kế hoạch"},
        {"phrases": ("kế hoạch",)},
        {"issued": DECEMBER},
        {"is_reversed": True},
    ],
)
def test_the_first_rows_of_a_list_do_not_wait_for_the_last(
    file_store: Store, wanted: dict[str, Any]
) -> None:
    steps = ["SCAN standing USING INDEX standing_of_directive"]
    assert plan_of(file_store, **wanted, limit=50) == steps


def test_a_whole_list_is_read_in_one_walk(file_store: Store) -> None:
    states = frozenset(State) - {State.WITHDRAWN}
    plan = plan_of(file_store, state=states, is_supporting=False, order=Order.ATTENTION)
    assert plan == ["SCAN standing"]


def test_a_directive_is_shown_without_looking_at_the_others(file_store: Store) -> None:
    steps = ["SEARCH standing USING INDEX standing_of_directive (directive_id=?)"]
    assert plan_of(file_store, ids=frozenset({3, 5})) == steps


def test_the_latest_note_is_read_from_the_end_of_those_of_its_directive(file_store: Store) -> None:
    with reading_of(file_store) as reading:
        explained = Explained(reading)
        with suppress(KeyError):  # Nothing comes back of what was only explained.
            assessed_rows(explained, [1, 2], as_of=date.fromisoformat(DAY), policy=Policy())
    by_day = "SEARCH note USING INDEX note_of_directive (directive_id=? AND effective_on<?)"
    assert explained.about("note") == [by_day]
    assert [step for step in explained.plan if "TEMP B-TREE" in step] == []


def test_a_document_is_found_by_its_key(file_store: Store) -> None:
    with reading_of(file_store) as reading:
        explained = Explained(reading)
        find(explained, document_key="6340/ubnd-nc", issued_on="2023-11-03")
        find(explained, key_prefix="6340")
        document_numbers(explained, "6340")
    assert all("directive_document" in step for step in explained.about("directive"))


HEAVY = (
    "sqlalchemy", "sqlmodel", "pydantic", "alembic", "holidays",
    "dataclasses", "typing", "pathlib", "json", "re", "enum", "inspect",
)  # fmt: skip

QUICK = """
import sys
before = set(sys.modules)
import sqlite3
import tracker.store.counting, tracker.store.next_due, tracker.store.finding
from tracker.store.reading import open_reading
with open_reading(sys.argv[1]) as reading:
    tracker.store.counting.count_register(
        reading, as_of="2023-12-14", deadline_policy="nominal", due_soon_until="2023-12-21"
    )
    tracker.store.next_due.most_overdue(
        reading, as_of="2023-12-14", deadline_policy="nominal", limit=5
    )
    tracker.store.finding.find(reading, id=1)
print(*sorted(set(sys.modules) - before))
"""


def test_a_quick_read_loads_nothing_but_sqlite_and_ourselves(file_location: str) -> None:
    result = subprocess.run(
        [sys.executable, "-S", "-c", QUICK, file_location],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = result.stdout.split()
    assert "tracker.store.counting" in loaded
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []
