"""What is stored of an event is the whole event."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_citation, a_deadline, an_assignment
from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Offset, OffsetUnit, Recurrence
from tracker.core.directive import Assignment, Citation
from tracker.core.events import (
    Assigned,
    Completed,
    Corrected,
    Edited,
    Event,
    EventKind,
    Extended,
    Happening,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Voided,
    Withdrawn,
    kind_of,
)
from tracker.store.json_parts import (
    deadline_rule,
    deadline_rule_parts,
    results_from,
    results_text,
)
from tracker.store.payload import event_from_payload, payload_of

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
DAYS = st.dates()
CITATIONS = st.builds(Citation, number=TEXTS, issued_on=DAYS)
RECURRENCES = st.builds(
    Recurrence,
    cycle=st.sampled_from(Cycle),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.integers(1, 12),
)
OFFSETS = st.builds(
    Offset,
    amount=st.integers(0, 999),
    unit=st.sampled_from(OffsetUnit),
    base_on=st.none() | DAYS,
)
DEADLINES = st.builds(
    Deadline,
    text=TEXTS,
    kind=st.sampled_from(DeadlineKind),
    due_on=st.none() | DAYS,
    is_before=st.booleans(),
    recurrence=st.none() | RECURRENCES,
    offset=st.none() | OFFSETS,
)
ASSIGNMENTS = st.builds(
    Assignment,
    document=CITATIONS,
    content=TEXTS,
    deadline=DEADLINES,
    assigned_on=DAYS,
    issuing_body=TEXTS,
    unit=TEXTS,
    supporting_units=st.lists(TEXTS, max_size=3).map(tuple),
    officer=TEXTS,
    assigned_by=TEXTS,
    is_started=st.booleans(),
    is_pinned=st.booleans(),
    is_supporting=st.booleans(),
    is_secret=st.booleans(),
)
HAPPENINGS: dict[EventKind, st.SearchStrategy[Happening]] = {
    EventKind.STARTED: st.builds(Started, effective_on=DAYS),
    EventKind.COMPLETED: st.builds(
        Completed,
        completed_on=st.none() | DAYS,
        result_text=TEXTS,
        results=st.lists(CITATIONS, max_size=3).map(tuple),
        instance=st.none() | DAYS,
    ),
    EventKind.EXTENDED: st.builds(Extended, deadline=DEADLINES, authority=CITATIONS),
    **{
        kind: st.builds(event, effective_on=DAYS, authority=CITATIONS, reason=TEXTS)
        for kind, event in (
            (EventKind.WITHDRAWN, Withdrawn),
            (EventKind.SUSPENDED, Suspended),
            (EventKind.RESUMED, Resumed),
            (EventKind.REOPENED, Reopened),
        )
    },
    EventKind.NOTED: st.builds(Noted, effective_on=DAYS, text=TEXTS),
}
EVENTS: dict[EventKind, st.SearchStrategy[Event]] = {
    EventKind.ASSIGNED: st.builds(Assigned, assignment=ASSIGNMENTS),
    EventKind.EDITED: st.builds(Edited, before=ASSIGNMENTS, after=ASSIGNMENTS),
    **HAPPENINGS,
    EventKind.CORRECTED: st.builds(
        Corrected,
        number=st.integers(1, 99),
        replacement=st.none() | st.one_of(*HAPPENINGS.values()),
        reason=TEXTS,
    ),
    EventKind.VOIDED: st.builds(Voided, reason=TEXTS, duplicate_of=st.none() | st.integers(1, 99)),
}


@pytest.mark.parametrize("kind", EventKind)
@given(data=st.data())
def test_an_event_comes_back_as_it_was_stored(kind: EventKind, data: st.DataObject) -> None:
    event = data.draw(EVENTS[kind])
    assert kind_of(event) is kind
    assert event_from_payload(kind.value, payload_of(event)) == event


@given(DEADLINES)
def test_the_rule_of_a_deadline_comes_back_as_it_was_stored(deadline: Deadline) -> None:
    parts = deadline_rule_parts(deadline_rule(deadline))
    assert parts.get("recurrence") == deadline.recurrence
    assert parts.get("offset") == deadline.offset


@given(st.lists(CITATIONS, max_size=3).map(tuple))
def test_result_documents_come_back_as_they_were_stored(results: tuple[Citation, ...]) -> None:
    assert results_from(results_text(results)) == results


def test_a_stored_payload_reads_as_this_form_of_register_has_it() -> None:
    """The stored form is a promise to every register made so far: change it by a migration."""
    completed = Completed(
        completed_on=date(2023, 11, 27),
        result_text="1514/KHCN-VP ngày 27/11/2023",
        results=(a_citation("1514/KHCN-VP", date(2023, 11, 27)),),
    )
    assert json.loads(payload_of(completed)) == {
        "completed_on": "2023-11-27",
        "result_text": "1514/KHCN-VP ngày 27/11/2023",
        "results": [{"number": "1514/KHCN-VP", "issued_on": "2023-11-27"}],
        "instance": None,
    }
    assigned = Assigned(assignment=an_assignment(deadline=a_deadline(date(2023, 12, 10))))
    assert json.loads(payload_of(assigned)) == {
        "assignment": {
            "document": {"number": "6340/UBND-NC", "issued_on": "2023-11-03"},
            "content": "Rà soát thủ tục hành chính",
            "deadline": {
                "text": "10/12/2023",
                "kind": "date",
                "due_on": "2023-12-10",
                "is_before": False,
                "recurrence": None,
                "offset": None,
            },
            "assigned_on": "2023-11-03",
            "issuing_body": "",
            "unit": "",
            "supporting_units": [],
            "officer": "",
            "assigned_by": "",
            "is_started": True,
            "is_pinned": False,
            "is_supporting": False,
            "is_secret": False,
        }
    }
    corrected = Corrected(number=2, replacement=completed, reason="ghi nhầm ngày")
    stored = json.loads(payload_of(corrected))
    assert stored["replacement"].pop("kind") == "completed"
    assert stored == {
        "number": 2,
        "replacement": json.loads(payload_of(completed)),
        "reason": "ghi nhầm ngày",
    }
    assert json.loads(payload_of(Corrected(number=2, replacement=None))) == {
        "number": 2,
        "replacement": None,
        "reason": "",
    }
    assert json.loads(payload_of(Voided(reason="ghi hai lần", duplicate_of=7))) == {
        "reason": "ghi hai lần",
        "duplicate_of": 7,
    }


def test_what_the_first_form_of_register_stored_is_read_as_it_was_meant() -> None:
    assigned = Assigned(assignment=an_assignment())
    stored = json.loads(payload_of(assigned))
    for later in ("is_supporting", "is_secret"):
        del stored["assignment"][later]
    assert event_from_payload("assigned", json.dumps(stored)) == assigned
