"""Lists hold the rows the rules of the core give, and of those the ones asked for."""

from __future__ import annotations

from collections.abc import Iterable
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
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.examples import examples
from tests.filters import lies_in, ranges
from tests.store.conftest import Registers
from tests.store.registers import Script, add, append, live, reading_of, scripts, take_back
from tests.store.test_counting import policies
from tracker.core.assessed import AssessedDirective
from tracker.core.day_range import DayRange
from tracker.core.directive import Citation, Facts, Progress, State
from tracker.core.document_number import document_sort_key
from tracker.core.events import Completed, Noted
from tracker.core.life import Directive
from tracker.core.row_order import Order
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.core.vietnamese import sort_key
from tracker.store.database import Store
from tracker.store.listing import assessed
from tracker.store.selection import Selection

AS_OF = date(2023, 12, 14)


def listed(store: Store, as_of: date = AS_OF, **wanted: Any) -> list[AssessedDirective]:
    with reading_of(store) as reading:
        return assessed(reading, as_of=as_of, policy=Policy(), selection=Selection(**wanted))


def by_hand(
    directives: Iterable[Directive], as_of: date, policy: Policy
) -> list[AssessedDirective]:
    """The rows the core gives, in order of entry, the turns of a directive by their day."""
    rows = [
        replace(
            row,
            is_supporting=directive.assignment.is_supporting,
            is_secret=directive.assignment.is_secret,
            latest_note=latest_note(directive, as_of),
            result_documents=result_documents(directive, row.facts),
        )
        for directive in directives
        for row in assessed_on(directive, as_of, policy)
    ]
    return sorted(rows, key=lambda row: (row.id, row.facts.instance or date.max))


def latest_note(directive: Directive, as_of: date) -> str:
    notes = [
        event
        for event in directive.happened
        if isinstance(event, Noted) and event.effective_on <= as_of
    ]
    return max(notes, key=lambda note: note.effective_on).text if notes else ""


def result_documents(directive: Directive, facts: Facts) -> tuple[Citation, ...]:
    documents: tuple[Citation, ...] = ()
    for event in directive.happened:
        is_it = isinstance(event, Completed) and (event.completed_on, event.instance) == (
            facts.completed_on,
            facts.instance,
        )
        if isinstance(event, Completed) and is_it and facts.state is State.DONE:
            documents = event.results
    return documents


@examples(8)
@given(
    script=scripts(steps=st.one_of(lives.steps(), lives.steps(), lives.notes())),
    as_of=lives.days(last=date(2024, 6, 30)),
    policy=policies(),
)
def test_a_list_holds_what_the_core_says_of_every_directive(
    registers: Registers,
    script: Script,
    as_of: date,
    policy: Policy,
) -> None:
    store = registers.store()
    directives = [live(store, assignment, steps) for assignment, steps in script]
    with reading_of(store) as reading:
        assert assessed(reading, as_of=as_of, policy=policy) == by_hand(directives, as_of, policy)


def selections() -> st.SearchStrategy[Selection]:
    return st.builds(
        Selection,
        progress=st.frozensets(st.sampled_from(Progress), max_size=2),
        state=st.frozensets(st.sampled_from(State), max_size=2),
        units=st.sampled_from([None, None, ("",), ("van phong",), ("", "VAN PHONG"), ()]),
        officers=st.sampled_from([None, None, ("",), ("nguyen van an",), ("", "NGUYEN VAN AN")]),
        is_supporting=st.sampled_from([None, None, True, False]),
        search=st.sampled_from(["", "", "bao cao", "KE HOACH van"]),
        phrases=st.sampled_from([(), (), (), *PHRASES]),
        due_within=st.none() | st.integers(0, 40),
        has_no_deadline=st.sampled_from([None, None, True, False]),
        due=seldom(ranges(lives.days())),
        completed=seldom(ranges(lives.days())),
        issued=seldom(ranges(lives.days(last=date(2023, 11, 30)))),
        assigned=seldom(ranges(lives.days(last=date(2023, 11, 30)))),
        has_result=st.sampled_from([None, None, None, True, False]),
    )


PHRASES = {
    ("BÁO cáo kết",): "Báo cáo kết quả",
    ("cao bao",): None,
    ("xay dung", "kế hoạch"): "Xây dựng kế hoạch",
}
"""Phrases, and the content in which they occur."""


def seldom(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """With all that is asked at once, nothing would be left."""
    return st.one_of(st.none(), st.none(), st.none(), strategy)


def is_wanted(row: AssessedDirective, selection: Selection) -> bool:
    """What a selection means, said once more."""
    text = {"bao cao": "Báo cáo kết quả", "KE HOACH van": "Xây dựng kế hoạch"}
    names = {"van phong": "Văn phòng", "VAN PHONG": "Văn phòng", "nguyen van an": "Nguyễn Văn An"}
    answers = [
        not selection.progress or row.assessment.progress in selection.progress,
        not selection.state or row.facts.state in selection.state,
        selection.units is None or row.unit in {names.get(name, "") for name in selection.units},
        selection.officers is None
        or row.officer in {names.get(name.lower(), "") for name in selection.officers},
        selection.is_supporting is None or row.is_supporting == selection.is_supporting,
        not selection.search or (row.content == text[selection.search] and not row.is_secret),
        selection.search != "KE HOACH van" or row.unit == "Văn phòng" or "Văn" in row.officer,
        selection.due_within is None
        or (
            row.assessment.progress is Progress.NOT_YET_DUE
            and row.assessment.days_left is not None
            and row.assessment.days_left <= selection.due_within
        ),
        selection.has_no_deadline is None
        or row.assessment.has_no_deadline == selection.has_no_deadline,
        not selection.phrases or (row.content == PHRASES[selection.phrases] and not row.is_secret),
        lies_in(row.assessment.effective_due_on, selection.due),
        lies_in(row.facts.completed_on, selection.completed),
        lies_in(row.document.issued_on, selection.issued),
        lies_in(row.assigned_on, selection.assigned),
        selection.has_result is None
        or (row.facts.state is State.DONE and bool(row.result_documents) is selection.has_result),
    ]
    return all(answers)


@examples(8)
@given(
    script=scripts(),
    as_of=lives.days(last=date(2024, 6, 30)),
    policy=policies(),
    wanted=st.lists(selections(), min_size=1, max_size=8),
)
def test_a_selection_leaves_out_exactly_what_was_not_asked_for(
    registers: Registers,
    script: Script,
    as_of: date,
    policy: Policy,
    wanted: list[Selection],
) -> None:
    store = registers.store()
    directives = [live(store, assignment, steps) for assignment, steps in script]
    everything = by_hand(directives, as_of, policy)
    with reading_of(store) as reading:
        for selection in wanted:
            rows = assessed(reading, as_of=as_of, policy=policy, selection=selection)
            assert rows == [row for row in everything if is_wanted(row, selection)]


def test_result_documents_are_those_of_the_completion_in_force(store: Store) -> None:
    result = a_citation("1514/KHCN-VP", date(2023, 11, 27))
    completion = a_completion(result.issued_on, result_text="1514", results=(result,))
    append(store, add(store), completion)
    assert [row.result_documents for row in listed(store)] == [(result,)]
    assert [row.result_documents for row in listed(store, date(2023, 11, 26))] == [()]


def test_the_latest_note_is_the_one_of_the_latest_day_so_far(store: Store) -> None:
    directive = add(store)
    for day, text in ((5, "một"), (9, "hai"), (9, "ba"), (7, "bốn"), (20, "năm")):
        directive = append(store, directive, Noted(effective_on=date(2023, 12, day), text=text))
    days = [4, 5, 8, 9, 14, 20]
    notes = [listed(store, date(2023, 12, day))[0].latest_note for day in days]
    assert notes == ["", "một", "bốn", "ba", "ba", "năm"]


@pytest.fixture
def office(store: Store) -> Store:
    """A handful of directives that differ in everything a list may be asked about."""
    documents = [
        ("6340/UBND-NC", date(2023, 11, 3), "Phòng Quản lý", date(2023, 12, 10)),
        ("25/KH-UBND", date(2023, 11, 20), "Ánh sáng", date(2023, 12, 31)),
        ("333/TB-UBND", date(2023, 10, 5), "", None),
        ("30c/NQ-CP", date(2023, 11, 1), "Đo lường", date(2023, 12, 14)),
        ("30/NQ-CP", date(2023, 11, 1), "đo lường", date(2023, 12, 20)),
    ]
    for number, issued_on, unit, due_on in documents:
        add(
            store,
            an_assignment(
                document=a_citation(number, issued_on),
                assigned_on=issued_on,
                unit=unit,
                deadline=a_deadline(due_on),
                content=f"Thực hiện 100% kế_hoạch {number}",
            ),
        )
    return store


def ids(rows: list[AssessedDirective]) -> list[int]:
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.ENTRY, [1, 2, 3, 4, 5]),
        (Order.DEADLINE, [1, 4, 5, 2, 3]),
        (Order.NUMBER, [2, 5, 4, 3, 1]),
        (Order.ISSUED, [3, 4, 5, 1, 2]),
        (Order.UNIT, [2, 5, 4, 1, 3]),
        (Order.CONTENT, [2, 5, 4, 3, 1]),
    ],
)
def test_a_list_comes_in_the_order_asked_for(
    office: Store, order: Order, expected: list[int]
) -> None:
    assert ids(listed(office, order=order)) == expected
    assert ids(listed(office, order=order, limit=2)) == expected[:2]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.ENTRY, [5, 4, 3, 2, 1]),
        (Order.DEADLINE, [2, 5, 4, 1, 3]),
        (Order.NUMBER, [1, 3, 4, 5, 2]),
        (Order.ISSUED, [2, 1, 4, 5, 3]),
        (Order.UNIT, [1, 4, 5, 2, 3]),
        (Order.CONTENT, [1, 3, 4, 5, 2]),
    ],
)
def test_an_order_turned_round_keeps_last_what_has_nothing_to_be_sorted_by(
    office: Store, order: Order, expected: list[int]
) -> None:
    assert ids(listed(office, order=order, is_reversed=True)) == expected
    assert ids(listed(office, order=order, is_reversed=True, limit=2)) == expected[:2]


def test_a_deadline_lies_where_the_policy_puts_it(store: Store) -> None:
    add(store, an_assignment(deadline=a_deadline(date(2023, 12, 10))))  # a Sunday
    moved = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
    for policy, day in ((Policy(), 10), (moved, 11)):
        on_the_day = date(2023, 12, day)
        found = Selection(due=DayRange(since=on_the_day, until=on_the_day))
        with reading_of(store) as reading:
            rows = assessed(reading, as_of=AS_OF, policy=policy, selection=found)
        assert ids(rows) == [1]


def test_the_orders_are_those_of_the_core(office: Store) -> None:
    rows = listed(office)
    by_number = sorted(rows, key=lambda row: document_sort_key(row.document.number))
    by_unit = sorted(rows, key=lambda row: (not row.unit, sort_key(row.unit)))
    assert listed(office, order=Order.NUMBER) == by_number
    assert listed(office, order=Order.UNIT) == by_unit


def test_by_content_the_letters_are_those_of_vietnamese_and_what_is_secret_comes_last(
    store: Store,
) -> None:
    long = "Đôn đốc các đơn vị " * 10
    contents = ["Đẩy mạnh", "Dạy nghề", "An toàn", f"{long} hai", "Ăn ở", f"{long} bảy", "Ấn phẩm"]
    for content in contents:
        add(store, an_assignment(content=content))
    add(store, an_assignment(content="An", is_secret=True))
    by_content = [3, 5, 7, 2, 1, 4, 6, 8]
    assert ids(listed(store, order=Order.CONTENT)) == by_content
    turned = ids(listed(store, order=Order.CONTENT, is_reversed=True))
    assert turned == [4, 6, 1, 2, 7, 5, 3, 8]


def test_by_completion_what_is_not_done_comes_last(office: Store) -> None:
    rows = listed(office)
    for row, day in ((rows[1], 12), (rows[3], 8)):
        directive = a_directive(assignment=an_assignment(document=row.document))
        completion = a_completion(date(2023, 12, day))
        append(office, replace(directive, id=row.id, version=1), completion)
    assert ids(listed(office, order=Order.COMPLETED)) == [4, 2, 1, 3, 5]
    assert ids(listed(office, order=Order.COMPLETED, is_reversed=True)) == [2, 4, 1, 3, 5]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"search": "6340/UBND-NC"}, [1]),
        ({"search": "6340 / ubnd-nc"}, [1]),
        ({"search": "KẾ_HOẠCH 30c"}, [4]),
        ({"search": "100%"}, [1, 2, 3, 4, 5]),
        ({"search": "10%0"}, []),
        ({"search": "k__hoach"}, []),
        ({"search": "!"}, []),
        ({"search": "do luong"}, [4, 5]),
        ({"search": "do\ud800 \x00lu\u200bong"}, [4, 5]),
        ({"search": "'; DROP TABLE event; --"}, []),
        ({"phrases": ("ke_HOẠCH 30",)}, [4, 5]),
        ({"phrases": ("100% kế", "thuc  hien")}, [1, 2, 3, 4, 5]),
        ({"phrases": ("kế_hoạch thực hiện",)}, []),
        ({"phrases": ("100%0",)}, []),
        ({"phrases": ("NQ-CP do luong",)}, []),
        ({"phrases": ("do\ud800 \x00lu\u200bong",), "search": "30C"}, [4]),
        ({"due": DayRange(since=date(2023, 12, 10), before=date(2023, 12, 20))}, [1, 4]),
        ({"due": DayRange(after=date(2023, 12, 10), until=date(2023, 12, 20))}, [4, 5]),
        ({"due": DayRange()}, [1, 2, 3, 4, 5]),
        ({"issued": DayRange(since=date(2023, 11, 1), until=date(2023, 11, 3))}, [1, 4, 5]),
        ({"assigned": DayRange(since=date(2023, 11, 1), until=date(2023, 11, 3))}, [1, 4, 5]),
        ({"completed": DayRange(since=date(2023, 1, 1))}, []),
        ({"has_result": False}, []),
        ({"units": ("ĐO LƯỜNG",)}, [4, 5]),
        ({"units": ("do luong",)}, [4, 5]),
        ({"units": ("",)}, [3]),
        ({"units": ("không có phòng này",)}, []),
        ({"ids": frozenset({5, 2, 99})}, [2, 5]),
        ({"ids": frozenset()}, []),
        ({"ids": frozenset({10**30, -1, 2})}, [2]),
        ({"limit": 10**30}, [1, 2, 3, 4, 5]),
        ({"progress": frozenset({Progress.OVERDUE})}, [1]),
        ({"due_within": 0}, [4]),
        ({"due_within": 6}, [4, 5]),
        ({"due_within": 4_000_000}, [2, 4, 5]),
        ({"has_no_deadline": True}, [3]),
        ({"limit": 0}, []),
        ({"progress": frozenset({Progress.OVERDUE}), "units": ("đo lường",)}, []),
    ],
)
def test_a_selection_finds(office: Store, wanted: dict[str, Any], expected: list[int]) -> None:
    assert ids(listed(office, **wanted)) == expected


@pytest.mark.parametrize(
    "wanted", [{}, {"due_within": 99_999_999}, {"progress": frozenset({Progress.OVERDUE})}]
)
@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_the_ends_of_time_can_be_asked_about(
    office: Store, as_of: date, wanted: dict[str, Any]
) -> None:
    rows = listed(office, as_of, **wanted)
    assert len(rows) <= (0 if as_of == date.min else 5)


def test_a_turn_of_a_recurring_directive_is_a_row_of_its_own(store: Store) -> None:
    directive = add(store, an_assignment(deadline=every_month()))
    completion = Completed(completed_on=date(2023, 11, 20), instance=date(2023, 11, 25))
    append(store, directive, completion)
    rows = listed(store)
    assert [(row.facts.instance, row.facts.state) for row in rows] == [
        (date(2023, 11, 25), State.DONE),
        (date(2023, 12, 25), State.IN_PROGRESS),
    ]


def test_what_was_taken_back_is_in_no_list(store: Store) -> None:
    add(store)
    take_back(store)
    assert listed(store) == []


def test_the_deadline_as_assigned_stands_beside_the_one_in_force(store: Store) -> None:
    later = date(2023, 12, 31)
    extension = an_extension(later, approved_on=AS_OF - timedelta(days=5))
    append(store, add(store), extension)
    (row,) = listed(store)
    assert row.assigned_deadline.due_on == date(2023, 12, 10)
    assert row.facts.deadline.due_on == later
    assert row.facts.extension_count == 1
