"""The events of a directive as they were put right since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_completion, a_directive, an_assignment, an_extension
from tracker.core.events import Assigned, Corrected, Event, EventKind, Noted, Voided, kind_of
from tracker.core.happened import happened, numbered, standing_at

FIRST = Assigned(assignment=an_assignment())
NOTE = Noted(effective_on=date(2023, 11, 20), text="Đã gửi xin ý kiến")
OTHER_NOTE = replace(NOTE, text="Đã gửi lần hai")
DONE = a_completion(date(2023, 11, 27))


def _correction(number: int, replacement: Noted | None) -> Corrected:
    return Corrected(number=number, replacement=replacement)


def test_without_corrections_everything_happened_as_it_was_entered() -> None:
    assert happened((FIRST, NOTE, DONE)) == (FIRST, NOTE, DONE)


def test_a_replacement_stands_where_the_wrong_event_stood() -> None:
    assert happened((FIRST, NOTE, DONE, _correction(2, OTHER_NOTE))) == (FIRST, OTHER_NOTE, DONE)


def test_what_never_happened_is_gone_and_the_numbers_of_the_others_stay() -> None:
    events = (FIRST, NOTE, DONE, _correction(2, None), OTHER_NOTE)
    assert numbered(events) == ((1, FIRST), (3, DONE), (5, OTHER_NOTE))


@pytest.mark.parametrize(
    ("corrections", "stands"),
    [
        ([OTHER_NOTE, None], None),
        ([None, OTHER_NOTE], OTHER_NOTE),
        ([OTHER_NOTE, NOTE], NOTE),
    ],
)
def test_of_two_corrections_of_one_event_the_later_holds(
    corrections: list[Noted | None], stands: Noted | None
) -> None:
    events: tuple[Event, ...] = (FIRST, NOTE, *(_correction(2, one) for one in corrections))
    assert happened(events) == ((FIRST,) if stands is None else (FIRST, stands))
    assert standing_at(events, 2) == stands


def test_what_is_voided_still_happened() -> None:
    void = Voided(reason="ghi trùng")
    assert happened((FIRST, NOTE, void)) == (FIRST, NOTE, void)


def test_a_voided_directive_is_on_no_day_and_still_says_how_it_stood() -> None:
    directive = a_directive(DONE, Voided(reason="ghi trùng", duplicate_of=7))
    assert directive.is_void
    assert directive.spans == ()
    assert directive.facts_on(date(2023, 12, 14)) == ()
    assert directive.latest == a_directive(DONE).latest
    assert not a_directive(DONE).is_void


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (FIRST, EventKind.ASSIGNED),
        (DONE, EventKind.COMPLETED),
        (an_extension(date(2024, 1, 31), approved_on=date(2023, 12, 5)), EventKind.EXTENDED),
        (_correction(2, None), EventKind.CORRECTED),
    ],
)
def test_every_event_knows_its_kind(event: Event, kind: EventKind) -> None:
    assert kind_of(event) is kind
