"""A directive as other rooms hold it."""

from __future__ import annotations

from datetime import date

from tests.builders import (
    WEEKENDS_ONLY,
    a_citation,
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    every_month,
)
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.core.events import Withdrawn
from tracker.core.life import assigned, with_event


def test_a_directive_about_to_be_entered_has_its_assignment_and_no_id() -> None:
    directive = assigned(an_assignment(), WEEKENDS_ONLY)
    assert (directive.id, directive.version, len(directive.events)) == (0, 0, 1)
    assert directive.assignment == an_assignment()
    assert directive.latest.state is State.IN_PROGRESS


def test_one_more_event_gives_a_new_directive_and_leaves_the_old_one_alone() -> None:
    before = a_directive()
    after = with_event(before, a_completion(date(2023, 11, 27)), WEEKENDS_ONLY)
    assert (before.latest.state, after.latest.state) == (State.IN_PROGRESS, State.DONE)
    assert after.events == (*before.events, a_completion(date(2023, 11, 27)))
    assert (after.id, after.version) == (before.id, before.version)
    assert after.latest_since == date(2023, 11, 27)


def test_facts_are_asked_for_by_the_day() -> None:
    directive = a_directive(a_completion(date(2023, 11, 27)))
    assert directive.facts_on(date(2023, 11, 2)) == ()
    assert [facts.state for facts in directive.facts_on(date(2023, 11, 26))] == [State.IN_PROGRESS]
    assert [facts.state for facts in directive.facts_on(date(2023, 11, 27))] == [State.DONE]


def test_a_recurring_directive_goes_on_whatever_becomes_of_its_turns() -> None:
    assignment = an_assignment(deadline=every_month(25))
    done = a_completion(date(2023, 11, 24), instance=date(2023, 11, 25))
    directive = a_directive(done, assignment=assignment)
    assert directive.is_recurring
    assert directive.latest.state is State.IN_PROGRESS
    assert directive.latest.instance is None
    withdrawn = Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation())
    assert a_directive(done, withdrawn, assignment=assignment).latest.state is State.WITHDRAWN


def test_a_series_ended_by_a_letter_no_longer_recurs() -> None:
    letter = an_extension(date(2024, 3, 31), approved_on=date(2023, 12, 5))
    assert not a_directive(letter, assignment=an_assignment(deadline=every_month())).is_recurring


def test_what_should_recur_without_saying_when_does_not_recur() -> None:
    deadline = Deadline(text="định kỳ", kind=DeadlineKind.RECURRING)
    assert not a_directive(assignment=an_assignment(deadline=deadline)).is_recurring
