"""The counts behind an overview are those of the rows that the rules of the core judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import (
    a_citation,
    a_completion,
    a_deadline,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import Script, add, append, live, reading_of, scripts
from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS, AgeBand
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress, State
from tracker.core.events import Reopened, Withdrawn
from tracker.core.life import Directive
from tracker.core.overview_counts import OverdueCount, OverviewCounts
from tracker.core.overview_frame import Frame, Stretch, frame_of
from tracker.core.rules import DeadlinePolicy, Policy, classify
from tracker.store.database import Store
from tracker.store.overview_counts import count_overview
from tracker.store.rows import Reading

Numbers = dict[str, Any]


def counted(reading: Reading, as_of: date, policy: Policy | None = None) -> Numbers:
    counts = count_overview(reading, frame_of(as_of), policy or Policy())
    return {
        "completed": sum(
            (
                Counter({(one.completed_on, one.progress, one.has_deadline): one.number})
                for one in counts.completed
            ),
            Counter[Any](),
        ),
        "undated": counts.undated_completions,
        "missed": Counter(counts.missed),
        "overdue": {(one.unit, one.band): late(one) for one in counts.overdue},
        "without_deadline": Counter(counts.without_deadline),
        "due": Counter(counts.due),
    }


def late(count: OverdueCount) -> tuple[int, date]:
    return count.number, count.earliest_due_on


def judged(directives: Sequence[Directive], as_of: date, policy: Policy | None = None) -> Numbers:
    """The same, row by row."""
    policy, frame = policy or Policy(), frame_of(as_of)
    led = [one for one in directives if not one.assignment.is_supporting]
    rows = [row for directive in led for row in assessed_on(directive, as_of, policy)]
    done = [row for row in rows if row.facts.state is State.DONE]
    going = [row for row in rows if row.assessment.progress is Progress.NOT_YET_DUE]
    return {
        "completed": Counter(
            (row.facts.completed_on, row.assessment.progress, row.facts.due_on is not None)
            for row in done
            if row.facts.completed_on and row.facts.completed_on >= frame.months[0].first
        ),
        "undated": sum(row.facts.completed_on is None for row in done),
        "missed": Counter(
            place
            for place, month in enumerate(frame.months)
            for directive in led
            for _ in missed(directive, month, frame, policy)
        ),
        "overdue": overdue(rows),
        "without_deadline": Counter(
            place_of((as_of - row.assigned_on).days, OPEN_BANDS)
            for row in going
            if row.assessment.has_no_deadline
        ),
        "due": Counter(
            row.assessment.effective_due_on
            for row in going
            if row.assessment.effective_due_on
            and row.assessment.effective_due_on <= frame.weeks[-1].last
        ),
    }


def missed(directive: Directive, month: Stretch, frame: Frame, policy: Policy) -> list[date]:
    """The last days of a month that a directive let pass, as it stood at the end of the month."""
    next_day = month.last + timedelta(days=1) if frame.is_over(month) else frame.as_of
    found = [classify(facts, next_day, policy) for facts in directive.facts_on(month.last)]
    return [
        one.effective_due_on
        for one in found
        if one.progress is Progress.OVERDUE
        and one.effective_due_on
        and one.effective_due_on >= month.first
    ]


def overdue(rows: Sequence[AssessedDirective]) -> dict[tuple[str, int], tuple[int, date]]:
    found: dict[tuple[str, int], list[date]] = {}
    for row in rows:
        due_on = row.assessment.effective_due_on
        if row.assessment.progress is Progress.OVERDUE and due_on:
            band = place_of(row.assessment.days_late, AGE_BANDS)
            found.setdefault((row.unit, band), []).append(due_on)
    return {key: (len(days), min(days)) for key, days in found.items()}


def place_of(days: int, bands: Sequence[AgeBand]) -> int:
    (place,) = (place for place, band in enumerate(bands) if band.holds(days))
    return place


@examples(7)
@given(
    script=scripts(),
    as_of=lives.days(last=date(2024, 6, 30)),
    deadline_policy=st.sampled_from(DeadlinePolicy),
)
def test_an_overview_is_counted_as_the_rules_judge(
    registers: Registers,
    script: Script,
    as_of: date,
    deadline_policy: DeadlinePolicy,
) -> None:
    store, policy = registers.store(), Policy(deadline_policy=deadline_policy)
    directives = [live(store, assignment, steps) for assignment, steps in script]
    with reading_of(store) as reading:
        for day in {as_of, date(2024, 1, 31), date(2024, 4, 1), date(2024, 12, 15)}:
            assert counted(reading, day, policy) == judged(directives, day, policy)


def count_on(store: Store, as_of: date) -> OverviewCounts:
    with reading_of(store) as reading:
        return count_overview(reading, frame_of(as_of), Policy())


def missed_on(store: Store, as_of: date) -> dict[str, int]:
    """By month."""
    months = frame_of(as_of).months
    found = count_on(store, as_of).missed
    return {f"{months[place].first:%m/%Y}": number for place, number in found.items()}


def test_what_was_missed_in_a_month_stays_missed_there_whatever_became_of_it(store: Store) -> None:
    directive = add(store, an_assignment(deadline=a_deadline(date(2023, 11, 20))))
    directive = append(
        store, directive, an_extension(date(2023, 12, 20), approved_on=date(2023, 12, 1))
    )
    append(store, directive, a_completion(date(2024, 1, 5)))
    days = (date(2023, 11, 20), date(2023, 11, 21), date(2023, 12, 20), date(2024, 1, 5))
    assert [missed_on(store, day) for day in days] == [
        {},
        {"11/2023": 1},
        {"11/2023": 1},
        {"11/2023": 1, "12/2023": 1},
    ]


@pytest.mark.parametrize("due_on", [date(2023, 11, 20), date(2023, 11, 30)])
@pytest.mark.parametrize(
    ("completed_on", "missed"), [(date(2023, 11, 30), {}), (date(2023, 12, 1), {"11/2023": 1})]
)
def test_what_is_done_by_the_last_day_of_a_month_is_not_left_over_from_it(
    store: Store, due_on: date, completed_on: date, missed: dict[str, int]
) -> None:
    directive = add(store, an_assignment(deadline=a_deadline(due_on)))
    append(store, directive, a_completion(completed_on))
    assert missed_on(store, date(2023, 12, 14)) == missed


def test_a_missed_turn_counts_in_the_month_it_was_due_in(store: Store) -> None:
    add(store, an_assignment(deadline=every_month()))
    assert missed_on(store, date(2024, 2, 1)) == {"11/2023": 1, "12/2023": 1, "01/2024": 1}


def test_every_age_is_counted_in_its_band(store: Store) -> None:
    as_of = date(2023, 12, 14)
    for days in (1, 7, 8, 30, 31):
        add(store, an_assignment(deadline=a_deadline(as_of - timedelta(days=days))))
    for days in (0, 29, 30, 90, 91):
        assigned_on = as_of - timedelta(days=days)
        document = a_citation(issued_on=assigned_on)
        add(
            store,
            an_assignment(document=document, assigned_on=assigned_on, deadline=a_deadline(None)),
        )
    counts = count_on(store, as_of)
    assert {one.band: one.number for one in counts.overdue} == {0: 1, 1: 2, 2: 2}
    assert counts.without_deadline == {0: 1, 1: 2, 2: 2}


def test_what_was_sent_back_was_not_completed(store: Store) -> None:
    directive = append(store, add(store), a_completion(date(2023, 12, 5)))
    sent_back = Reopened(effective_on=date(2023, 12, 12), authority=a_citation())
    append(store, directive, sent_back)
    before, after = (count_on(store, date(2023, 12, day)) for day in (11, 12))
    assert [one.number for one in before.completed] == [1]
    assert after.completed == ()
    assert [late(one) for one in after.overdue] == [(1, date(2023, 12, 10))]


def test_neither_withdrawn_nor_supported_directives_are_in_any_number(store: Store) -> None:
    append(store, add(store, an_assignment(is_supporting=True)), a_completion(date(2023, 12, 5)))
    for deadline in (None, date(2023, 12, 10), date(2023, 12, 20)):
        add(store, an_assignment(is_supporting=True, deadline=a_deadline(deadline)))
        directive = add(store, an_assignment(deadline=a_deadline(deadline)))
        withdrawal = Withdrawn(effective_on=date(2023, 12, 12), authority=a_citation())
        append(store, directive, withdrawal)
    assert count_on(store, date(2023, 12, 14)) == OverviewCounts()
    assert count_on(store, date(2023, 12, 11)) == replace(
        OverviewCounts(),
        missed={11: 1},
        overdue=(OverdueCount(unit="", band=2, number=1, earliest_due_on=date(2023, 12, 10)),),
        without_deadline={1: 1},
        due={date(2023, 12, 20): 1},
    )
