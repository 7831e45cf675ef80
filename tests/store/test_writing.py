"""Changes are whole, rest on what was read, and leave a trace."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from tests.builders import a_citation, a_completion, an_assignment, an_extension, every_month
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import (
    AT,
    WHO,
    Script,
    add,
    append,
    live,
    operations,
    reading_of,
    scripts,
    take_back,
)
from tracker.core.directive import State
from tracker.core.errors import Refused
from tracker.core.events import Assigned, Completed, Corrected, Edited, Noted, Voided
from tracker.store.chronicle import chronicle
from tracker.store.database import Store
from tracker.store.errors import NoSuchDirective, StaleRecord
from tracker.store.writing import change, instant

NOTE = Noted(effective_on=date(2023, 12, 1), text="Đang lấy ý kiến")


def row_count(store: Store, table: str) -> int:
    with reading_of(store) as reading:
        number: int = reading.rows(f"SELECT count(*) FROM {table}", {})[0][0]
        return number


def test_what_is_recorded_of_a_directive_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NoSuchDirective), change(store, name="import", who=WHO, at=AT) as work:
        work.record({99: [NOTE]})


def test_a_directive_is_read_back_as_it_was_entered(store: Store) -> None:
    entered = add(store, an_assignment(supporting_units=("Phòng A", "Phòng B"), is_started=False))
    assert (entered.id, entered.version) == (1, 1)
    with change(store, name="look", who=WHO, at=AT) as work:
        assert work.directive(1) == entered
        assert work.directive(1, expected_version=1) == entered


@examples(5)
@given(script=scripts())
def test_what_is_recorded_of_many_at_once_becomes_what_each_event_becomes_by_itself(
    registers: Registers, script: Script
) -> None:
    store = registers.store()
    lived = [live(store, assignment, steps) for assignment, steps in script]
    with change(store, name="import", who=WHO, at=AT) as work:
        at_once = work.enter([(Assigned(assignment=assignment),) for assignment, _ in script])
        later = {
            entered.id: one.events[1:]
            for entered, one in zip(at_once, lived, strict=True)
            if len(one.events) > 1
        }
        recorded = {one.id: one for one in work.record(later)}
    for entered, one in zip(at_once, lived, strict=True):
        assert replace(recorded.get(entered.id, entered), id=one.id) == one
        assert rows_about(store, entered.id) == rows_about(store, one.id)


def rows_about(store: Store, id: int) -> list[list[tuple[object, ...]]]:
    """Everything kept of a directive, but for the ids under which it is."""
    with reading_of(store) as reading:
        chronicled = chronicle(reading, id)
        queries = (
            "SELECT version, search_text, due_on, is_void FROM directive WHERE id = :id",
            "SELECT instance, since, until, state, due_on, completed_on, results FROM standing "
            "WHERE directive_id = :id ORDER BY since, instance",
            "SELECT effective_on, text FROM note WHERE directive_id = :id ORDER BY id",
        )
        kept = [reading.rows(query, {"id": id}) for query in queries]
    told = [(one.kind, one.event, one.old_values, one.new_values) for one in chronicled]
    return [told, *kept]


@examples(6)
@given(script=scripts())
def test_a_directive_is_read_back_with_all_that_happened_to_it(
    registers: Registers, script: Script
) -> None:
    store = registers.store()
    lived = [live(store, assignment, steps) for assignment, steps in script]
    with change(store, name="look", who=WHO, at=AT) as work:
        assert [work.directive(directive.id) for directive in lived] == lived
    assert all(directive.version == len(directive.events) for directive in lived)


@examples(6)
@given(script=scripts())
def test_histories_entered_at_once_are_the_same_as_event_by_event(
    registers: Registers, script: Script
) -> None:
    one_by_one = registers.store()
    lived = [live(one_by_one, assignment, steps) for assignment, steps in script]
    projections = ("directive", "standing", "note")
    tables = [everything(one_by_one, table) for table in (*projections, "event")]
    at_once = registers.store()
    with change(at_once, name="import", who=WHO, at=AT) as work:
        entered = work.enter([directive.events for directive in lived])
    assert list(entered) == lived
    assert [everything(at_once, table) for table in projections] == tables[:3]
    assert row_count(at_once, "event") == len(tables[3])


def everything(store: Store, table: str) -> list[tuple[object, ...]]:
    """The rows of a table in an order of their own, without the ids that writing order gives."""
    with reading_of(store) as reading:
        rows = reading.rows(f"SELECT * FROM {table}", {})
    return sorted((row[1:] if table in ("standing", "note") else row for row in rows), key=repr)


def test_every_event_raises_the_version_by_one(store: Store) -> None:
    directive = add(store)
    for expected in (2, 3):
        directive = append(store, directive, NOTE)
        assert directive.version == expected


def test_two_events_may_be_entered_in_one_operation(store: Store) -> None:
    with change(store, name="import", who=WHO, at=AT) as work:
        directive = work.append(work.add(an_assignment()), NOTE)
        directive = work.append(directive, a_completion(date(2023, 12, 5)))
    assert directive.version == 3
    assert directive.latest.state is State.DONE
    assert row_count(store, "operation") == 1


def test_a_correction_shows_in_the_row_and_in_what_is_found(store: Store) -> None:
    directive = add(store)
    before = directive.assignment
    after = replace(before, document=a_citation("6341/UBND-NC"))
    append(store, directive, Edited(before=before, after=after))
    with change(store, name="look", who=WHO, at=AT) as work:
        assert work.find(document_key="6340/ubnd-nc") == ()
        assert [found.document_number for found in work.find(id=1)] == ["6341/UBND-NC"]


def test_nothing_of_a_change_is_kept_when_it_fails_half_way(store: Store) -> None:
    with suppress(Refused), change(store, name="import", who=WHO, at=AT) as work:
        work.append(work.add(an_assignment()), NOTE)
        raise Refused
    tables = ("operation", "event", "directive", "standing")
    assert [row_count(store, table) for table in tables] == [0, 0, 0, 0]


def test_a_change_that_enters_nothing_leaves_no_operation(store: Store) -> None:
    with change(store, name="add", who=WHO, at=AT) as work:
        assert work.enter([]) == ()
    assert row_count(store, "operation") == 0


def test_an_operation_tells_who_when_and_what(store: Store) -> None:
    hanoi = datetime(2023, 12, 14, 8, 30, 59, tzinfo=timezone(timedelta(hours=7)))
    with change(store, name="add", who="Nguyễn Thị Lan", at=hanoi) as work:
        work.add(an_assignment())
    at = "2023-12-14T01:30:59Z"
    assert operations(store) == [(1, at, "Nguyễn Thị Lan", "add", None)]
    assert instant(hanoi) == at


def test_a_change_based_on_an_older_version_is_refused_and_says_who_was_first(
    store: Store,
) -> None:
    stale = add(store)
    append(store, stale, NOTE, who="hoa")
    with pytest.raises(StaleRecord) as refusal:
        append(store, stale, a_completion(date(2023, 12, 5)))
    told = refusal.value
    assert (told.id, told.expected, told.found, told.who) == (1, 1, 2, "hoa")
    assert told.at == instant(AT)
    assert row_count(store, "event") == 2


def test_a_form_open_while_another_undid_its_ground_is_refused(store: Store) -> None:
    append(store, add(store), NOTE)
    take_back(store)
    with (
        change(store, name="edit", who=WHO, at=AT) as work,
        pytest.raises(StaleRecord) as refusal,
    ):
        work.directive(1, expected_version=2)
    assert refusal.value.found == 3


def test_the_version_is_checked_again_by_the_update_itself(store: Store) -> None:
    """Whoever gets past the turn-taking still overwrites nothing."""
    directive = add(store)
    with change(store, name="edit", who=WHO, at=AT) as work:
        work.directive(directive.id)
        work.reading.rows("UPDATE directive SET version = 9 RETURNING id", {})
        with pytest.raises(StaleRecord):
            work.append(directive, NOTE)


def test_a_directive_that_was_never_entered_cannot_be_changed(store: Store) -> None:
    with change(store, name="edit", who=WHO, at=AT) as work, pytest.raises(NoSuchDirective):
        work.directive(7)


def test_the_chronicle_tells_each_event_with_what_it_changed(store: Store) -> None:
    extension = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5))
    append(store, add(store), extension, who="hoa")
    with reading_of(store) as reading:
        assigned, extended = chronicle(reading, 1)
    assert isinstance(assigned.event, Assigned)
    assert (extended.event, extended.who, extended.effective_on) == (
        extension,
        "hoa",
        date(2023, 12, 5),
    )
    assert extended.old_values == {"deadline": "10/12/2023", "due_on": "2023-12-10"}
    assert extended.new_values == {"deadline": "31/12/2023", "due_on": "2023-12-31"}
    assert extended.taken_back_by is None


def test_what_stands_is_numbered_and_what_was_taken_back_is_not(store: Store) -> None:
    directive = append(store, add(store), NOTE)
    append(store, directive, a_completion(date(2023, 12, 5)))
    take_back(store)
    directive = append(store, replace(directive, version=4), a_completion(date(2023, 12, 6)))
    with reading_of(store) as reading:
        entries = chronicle(reading, 1)
    assert [entry.number for entry in entries] == [1, 2, None, 3]
    standing = [entry for entry in entries if entry.number is not None]
    assert [directive.events[entry.number - 1] for entry in standing if entry.number] == [
        entry.event for entry in standing
    ]


def test_the_chronicle_tells_what_a_correction_put_right(store: Store) -> None:
    extension = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5))
    directive = append(store, add(store), extension)
    amended = an_extension(date(2023, 12, 25), approved_on=date(2023, 12, 4), number="70/UBND")
    correction = Corrected(number=2, replacement=amended, reason="ghi nhầm số")
    directive = append(store, directive, correction)
    append(store, directive, Corrected(number=2, replacement=None, reason="không có văn bản này"))
    with reading_of(store) as reading:
        _, _, corrected, removed = chronicle(reading, 1)
    assert (corrected.event, corrected.effective_on) == (correction, date(2023, 12, 4))
    assert corrected.old_values == {
        "deadline": "31/12/2023",
        "due_on": "2023-12-31",
        "event_on": "2023-12-05",
        "event_by": "7001/UBND-NC",
        "event_by_issued_on": "2023-12-05",
        "event_deadline": "31/12/2023",
    }
    assert corrected.new_values == {
        "deadline": "25/12/2023",
        "due_on": "2023-12-25",
        "event_on": "2023-12-04",
        "event_by": "70/UBND",
        "event_by_issued_on": "2023-12-04",
        "event_deadline": "25/12/2023",
        "corrects": 2,
        "corrected_kind": "extended",
        "reason": "ghi nhầm số",
    }
    assert removed.old_values["event_by"] == "70/UBND"
    assert removed.new_values == {
        "deadline": "10/12/2023",
        "due_on": "2023-12-10",
        "corrects": 2,
        "corrected_kind": "extended",
        "reason": "không có văn bản này",
    }


def test_the_chronicle_tells_why_an_entry_was_a_mistake(store: Store) -> None:
    append(store, add(store), Voided(reason="ghi hai lần", duplicate_of=7))
    with reading_of(store) as reading:
        _, voided = chronicle(reading, 1)
    assert voided.effective_on is None
    assert voided.new_values["reason"] == "ghi hai lần"
    assert voided.new_values["duplicate_of"] == 7


def test_what_a_change_writes_in_a_way_of_its_own_belongs_to_its_operation(store: Store) -> None:
    with change(store, name="issue", who=WHO, at=AT) as work:
        id = work.operation_id
        rows = work.connection.exec_driver_sql("SELECT id, name FROM operation").all()
        assert [tuple(row) for row in rows] == [(id, "issue")]
        work.add(an_assignment())
        assert work.operation_id == id
    assert [(id, name) for id, _, _, name, _ in operations(store)] == [(id, "issue")]


def test_the_notes_of_a_directive_are_kept_in_the_order_of_entry(store: Store) -> None:
    later = Noted(effective_on=date(2023, 12, 3), text="Đã trình")
    directive = append(store, append(store, add(store), later), NOTE)
    with reading_of(store) as reading:
        notes = "SELECT effective_on, text FROM note ORDER BY id"
        assert reading.rows(notes, {}) == [
            ("2023-12-03", "Đã trình"),
            ("2023-12-01", "Đang lấy ý kiến"),
        ]
    append(store, directive, Corrected(number=2, replacement=replace(later, text="Chưa trình")))
    with reading_of(store) as reading:
        assert [text for _, text in reading.rows(notes, {})] == ["Chưa trình", "Đang lấy ý kiến"]


def test_the_authority_of_an_event_can_be_asked_for_in_sql(store: Store) -> None:
    append(store, add(store), an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5)))
    with reading_of(store) as reading:
        rows = reading.rows(
            "SELECT kind, effective_on, authority_number, authority_issued_on FROM event "
            "ORDER BY id",
            {},
        )
    assert rows == [
        ("assigned", "2023-11-03", None, None),
        ("extended", "2023-12-05", "7001/UBND-NC", "2023-12-05"),
    ]


def test_a_note_on_a_recurring_directive_leaves_its_turns_as_they_are(store: Store) -> None:
    directive = add(store, an_assignment(deadline=every_month()))
    before = everything(store, "standing")
    append(store, directive, NOTE)
    assert everything(store, "standing") == before


def test_a_turn_done_is_replaced_and_the_others_stay(store: Store) -> None:
    directive = add(store, an_assignment(deadline=every_month()))
    before = everything(store, "standing")
    turn = Completed(completed_on=date(2023, 11, 20), instance=date(2023, 11, 25))
    append(store, directive, turn)
    after = everything(store, "standing")
    assert len(after) == len(before) + 1
    assert len(set(before) & set(after)) == len(before) - 1


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE event; --",
        ":as_of %(x)s {0} \\",
        "“Kế hoạch” – 🌸\nxuống dòng",
        pytest.param("x" * 100_000, id="endless"),
    ],
)
def test_any_text_is_kept_letter_for_letter(store: Store, text: str) -> None:
    entered = add(store, an_assignment(content=text, unit=text, officer=text))
    with change(store, name="look", who=WHO, at=AT) as work:
        assert work.directive(1) == entered
