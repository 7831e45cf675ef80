"""What a menu offers for a row: nothing that its state forbids, everything it allows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from tests import lives
from tests.builders import (
    TODAY,
    a_citation,
    a_completion,
    a_deadline,
    a_directive,
    an_assignment,
    assessed_on,
    every_month,
)
from tracker.core import changes, completions
from tracker.core.events import Event, Reopened, Started, Suspended, Withdrawn
from tracker.core.life import Directive
from tracker.core.refusals import ChangeRefused, WrongState
from tracker.operations.doable import doable

ALWAYS = {"note", "edit", "void"}
NOT_STARTED = an_assignment(is_started=False)
DONE = a_completion(date(2023, 12, 5))
LETTER = a_citation("95/UBND-NC", TODAY)
SUSPENDED = Suspended(effective_on=TODAY, authority=LETTER)
WITHDRAWN = Withdrawn(effective_on=TODAY, authority=LETTER)
REOPENED = Reopened(effective_on=TODAY, authority=LETTER)


@pytest.mark.parametrize(
    ("directive", "names"),
    [
        (a_directive(assignment=NOT_STARTED), {"start", "done", "extend", "withdraw", "suspend"}),
        (a_directive(), {"done", "extend", "withdraw", "suspend"}),
        (a_directive(SUSPENDED), {"done", "extend", "withdraw", "resume"}),
        (a_directive(DONE), {"extend", "withdraw", "reopen"}),
        (a_directive(a_completion(None)), {"done", "withdraw", "reopen"}),
        (a_directive(WITHDRAWN), {"reopen"}),
        (a_directive(DONE, REOPENED), {"done", "extend", "withdraw", "suspend"}),
    ],
)
def test_each_state_has_its_actions(directive: Directive, names: set[str]) -> None:
    (row,) = assessed_on(directive)
    assert doable(row) == names | ALWAYS


def test_a_done_turn_is_not_done_again_and_its_series_goes_on() -> None:
    assignment = an_assignment(deadline=every_month())
    turn = a_completion(date(2023, 11, 20), instance=date(2023, 11, 25))
    rows = assessed_on(a_directive(turn, assignment=assignment))
    offered = {row.facts.instance: doable(row) for row in rows}
    whole = {"extend", "withdraw", "suspend"} | ALWAYS
    assert offered == {date(2023, 11, 25): whole, date(2023, 12, 25): whole | {"done"}}


LAST_LETTER = a_citation("120/UBND-KGVX", lives.LAST_DAY)
BY_DOCUMENT: dict[str, Callable[..., Event]] = {
    "withdraw": changes.withdraw,
    "suspend": changes.suspend,
    "resume": changes.resume,
    "reopen": changes.reopen,
}


def attempt(name: str, directive: Directive) -> Event:
    """Do it on the last day, by a letter of that day."""
    day = lives.LAST_DAY
    if name == "start":
        return changes.start(directive, on=day, today=day)
    if name == "done":
        return completions.complete(directive, a_completion(day), today=day)
    if name == "extend":
        deadline = a_deadline(date(2025, 1, 1))
        return changes.extend(directive, deadline, authority=LAST_LETTER, today=day)
    change = BY_DOCUMENT[name]
    return change(directive, on=day, authority=LAST_LETTER, reason="", today=day)


@given(lives.lives(of=lives.assignments(lives.dated_deadlines()), happening=lives.entries()))
def test_what_is_offered_is_what_the_rules_let_begin_today(directive: Directive) -> None:
    if directive.is_recurring:
        return
    (row,) = assessed_on(directive, lives.LAST_DAY)
    is_done = row.facts.completed_on is not None
    names = (
        {"start", "done", *BY_DOCUMENT} if is_done else {"start", "done", "extend", *BY_DOCUMENT}
    )
    assert {name for name in names if can_begin(name, directive)} == doable(row) & names


def can_begin(name: str, directive: Directive) -> bool:
    try:
        attempt(name, directive)
    except WrongState:
        return False
    except ChangeRefused:
        return True
    return True


def test_a_start_told_late_needs_no_place_in_the_menu() -> None:
    directive = a_directive(Started(effective_on=date(2023, 12, 1)), assignment=NOT_STARTED)
    (row,) = assessed_on(directive)
    assert "start" not in doable(row)
    told = changes.start(directive, on=date(2023, 11, 20), today=TODAY)
    assert told == Started(effective_on=date(2023, 11, 20))
