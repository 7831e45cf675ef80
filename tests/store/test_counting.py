"""The numbers that the database counts are those that the rules of the core give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import (
    a_citation,
    a_completion,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import Script, add, append, live, reading_of, scripts
from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.events import Withdrawn
from tracker.core.life import Directive
from tracker.core.rules import Assessment, DeadlinePolicy, Policy
from tracker.core.totals import Count, Totals, add_up
from tracker.store.counting import count_register
from tracker.store.database import Store
from tracker.store.judgement import FACTS, FORM
from tracker.store.rows import Reading


def counted(reading: Reading, as_of: date, policy: Policy | None = None) -> Totals:
    policy = policy or Policy()
    counts = count_register(
        reading,
        as_of=as_of.isoformat(),
        deadline_policy=policy.deadline_policy.value,
        due_soon_until=(as_of + timedelta(days=policy.due_soon_days)).isoformat(),
    )
    return add_up(counts)


def judged(directives: Iterable[Directive], as_of: date, policy: Policy | None = None) -> Totals:
    return add_up(
        Count(
            group_of(directive, row.assessment),
            row.assessment.progress.value,
            is_due_soon=row.assessment.is_due_soon,
            has_no_deadline=row.assessment.has_no_deadline,
            number=1,
        )
        for directive in directives
        for row in assessed_on(directive, as_of, policy)
    )


def group_of(directive: Directive, assessment: Assessment) -> str | None:
    """What is only supported is in no part of the total; what is withdrawn is so all the same."""
    if assessment.group is None:
        return None
    return "supporting" if directive.assignment.is_supporting else assessment.group.value


def policies() -> st.SearchStrategy[Policy]:
    return st.builds(
        Policy,
        deadline_policy=st.sampled_from(DeadlinePolicy),
        due_soon_days=st.integers(0, 30),
    )


@examples(8)
@given(script=scripts(), as_of=lives.days(last=date(2024, 6, 30)), policy=policies())
def test_the_database_counts_as_the_rules_judge(
    registers: Registers,
    script: Script,
    as_of: date,
    policy: Policy,
) -> None:
    store = registers.store()
    directives = [live(store, assignment, steps) for assignment, steps in script]
    with reading_of(store) as reading:
        assigned = {directive.assignment.assigned_on for directive in directives}
        for day in {as_of, lives.FIRST_DAY, date(2024, 12, 31), *assigned}:
            assert counted(reading, day, policy) == judged(directives, day, policy)


@examples(8)
@given(script=scripts())
def test_the_tally_is_a_recount_of_the_facts_that_hold(
    registers: Registers, script: Script
) -> None:
    store = registers.store()
    for assignment, steps in script:
        live(store, assignment, steps)
    with reading_of(store) as reading:
        kept = reading.rows(f"SELECT {FORM}, number FROM standing_tally", {})
        facts = reading.rows(f"SELECT {FACTS} FROM standing WHERE until IS NULL", {})
    assert {row[:-1]: row[-1] for row in kept} == Counter(facts)


def test_the_tally_keeps_no_line_of_what_is_no_longer_so(store: Store) -> None:
    append(store, add(store), a_completion(date(2023, 12, 5)))
    with reading_of(store) as reading:
        kept = reading.rows("SELECT state, number FROM standing_tally", {})
    assert kept == [("done", 1)]


def test_an_empty_register_counts_nothing(store: Store) -> None:
    with reading_of(store) as reading:
        assert counted(reading, date(2023, 12, 14)) == add_up([])


def test_a_completion_typed_later_does_not_exist_on_an_earlier_day(store: Store) -> None:
    directive = append(store, add(store), a_completion(date(2023, 12, 20)))
    with reading_of(store) as reading:
        before, after = (counted(reading, date(2023, 12, day)) for day in (14, 20))
    assert before.overdue == 1
    assert after.groups["done"]["late"] == 1
    assert before == judged([directive], date(2023, 12, 14))


def test_an_extension_counts_from_its_approval(store: Store) -> None:
    extension = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 20))
    append(store, add(store), extension)
    with reading_of(store) as reading:
        overdue = [counted(reading, date(2023, 12, day)).overdue for day in (10, 11, 19, 20)]
    assert overdue == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("policy", "late"), [(DeadlinePolicy.NOMINAL, 1), (DeadlinePolicy.NEXT_WORKING_DAY, 0)]
)
def test_a_deadline_on_a_sunday_is_counted_by_the_policy(
    store: Store, policy: DeadlinePolicy, late: int
) -> None:
    append(store, add(store), a_completion(date(2023, 12, 11)))
    with reading_of(store) as reading:
        totals = counted(reading, date(2023, 12, 14), Policy(deadline_policy=policy))
    assert totals.groups["done"]["late"] == late


@pytest.mark.parametrize("day", [date(2023, 11, 3), date(2023, 12, 14), date(2040, 2, 29)])
def test_of_a_recurring_directive_the_turns_open_on_the_day_are_counted(
    store: Store, day: date
) -> None:
    directive = add(store, an_assignment(deadline=every_month()))
    with reading_of(store) as reading:
        assert counted(reading, day) == judged([directive], day)


@pytest.mark.parametrize("cycle", Cycle)
@pytest.mark.parametrize("day_of_month", [None, 1, 31])
def test_no_open_turn_is_missed_however_long_it_is_carried(
    store: Store, cycle: Cycle, day_of_month: int | None
) -> None:
    recurrence = Recurrence(cycle=cycle, day=day_of_month)
    deadline = Deadline(text="định kỳ", kind=DeadlineKind.RECURRING, recurrence=recurrence)
    first = date(2023, 1, 1)
    assignment = an_assignment(
        document=a_citation(issued_on=first), assigned_on=first, deadline=deadline
    )
    directive = add(store, assignment)
    with reading_of(store) as reading:
        for year in (2023, 2024, 2025):
            for day in (date(year, 1, 1), date(year, 1, 2), date(year, 12, 30), date(year, 12, 31)):
                assert counted(reading, day) == judged([directive], day)


def test_a_first_turn_carried_over_two_new_years_is_counted_from_its_assignment(
    store: Store,
) -> None:
    """Assigned after the due day of the year: due in the next, lapsed in the one after."""
    recurrence = Recurrence(cycle=Cycle.YEAR, day=15, month=6)
    deadline = Deadline(text="15/6 hằng năm", kind=DeadlineKind.RECURRING, recurrence=recurrence)
    first = date(2023, 8, 20)
    document = a_citation("1/KH-UBND", first)
    add(store, an_assignment(document=document, assigned_on=first, deadline=deadline))
    days = (date(2023, 8, 19), first, date(2023, 9, 1), date(2024, 6, 16), date(2025, 6, 15))
    with reading_of(store) as reading:
        totals = [counted(reading, day) for day in days]
    assert [(total.total, total.overdue) for total in totals] == [
        (0, 0),
        (1, 0),
        (1, 0),
        (1, 1),
        (2, 1),
    ]


def test_what_is_only_supported_is_counted_apart_until_it_is_withdrawn(store: Store) -> None:
    directive = add(store, an_assignment(is_supporting=True))
    add(store)
    withdrawal = Withdrawn(effective_on=date(2023, 12, 12), authority=a_citation())
    append(store, directive, withdrawal)
    with reading_of(store) as reading:
        before, after = (counted(reading, date(2023, 12, day)) for day in (11, 12))
    assert (before.total, before.supporting, before.withdrawn, before.overdue) == (1, 1, 0, 1)
    assert (after.total, after.supporting, after.withdrawn, after.overdue) == (1, 0, 1, 1)


def test_nothing_is_counted_before_it_was_assigned(store: Store) -> None:
    add(store)
    with reading_of(store) as reading:
        assert counted(reading, date(2023, 11, 2)).total == 0
        assert counted(reading, date(2023, 11, 3)).total == 1
