"""What presses most is found as the list by attention has it, on either engine."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests import lives
from tests.store.conftest import Registers
from tests.store.registers import live, reading_of, scripts
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Assignment, State
from tracker.core.row_order import Order
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.store.listing import assessed_rows
from tracker.store.pressing import most_pressing
from tracker.store.selection import Selection, selected

DAYS = (date(2023, 11, 20), date(2024, 2, 1))


@pytest.mark.parametrize("text", ["", "soat"])
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=scripts())
def test_what_presses_most_is_where_the_list_by_attention_begins(
    registers: Registers, text: str, script: list[tuple[Assignment, list[lives.Step]]]
) -> None:
    store = registers.store()
    for assignment, steps in script:
        live(store, assignment, steps)
    wanted = Selection(order=Order.ATTENTION, is_supporting=False, search=text)
    with reading_of(store) as reading:
        for as_of in DAYS:
            for deadline_policy in DeadlinePolicy:
                policy = Policy(deadline_policy=deadline_policy)
                ids = selected(reading, wanted, as_of=as_of, policy=policy)
                rows = assessed_rows(reading, ids, as_of=as_of, policy=policy)
                expected = [id for id, row in zip(ids, rows, strict=True) if is_pressing(row)]
                for limit in (2, 100):
                    found = most_pressing(
                        reading,
                        as_of=as_of.isoformat(),
                        deadline_policy=deadline_policy.value,
                        limit=limit,
                        texts=[text] if text else (),
                    )
                    assert found == expected[:limit]
                assert ids[: len(expected)] == expected


def is_pressing(row: AssessedDirective) -> bool:
    """Whether it is open and has a day on which it is due."""
    is_open = row.facts.state in (State.IN_PROGRESS, State.NOT_STARTED)
    return is_open and not row.facts.deadline.is_unclear and row.facts.due_on is not None
