"""What the rows say of a directive."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_citation,
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    every_month,
)
from tracker.core.document_number import document_sort_key, parse_document_number
from tracker.core.events import Completed, Event, Noted
from tracker.core.life import Directive
from tracker.store.mapping import (
    directive_columns,
    document_columns,
    event_columns,
    standing_rows,
)


def numbers() -> st.SearchStrategy[str]:
    """Document numbers of every form, close enough to one another to need care."""
    serial = st.sampled_from(["25", "30", "30c", "025", "333"])
    year = st.sampled_from(["", "2023/", "2024/"])
    symbol = st.sampled_from(["NQ", "NQ-CP", "nq-cp", "NQ-TW", "QĐ-UBND", "QD-UBND", "CS&SHTT"])
    state = st.builds("{}/{}{}".format, serial, year, symbol)
    party = st.builds("{}-{}/{}".format, serial, st.sampled_from(["NQ", "KL"]), st.just("TW"))
    return state | party


def sort_columns(number: str) -> tuple[bool, int, str]:
    columns = document_columns(number)
    serial = columns["document_serial"]
    return serial is None, serial or 0, columns["document_symbol"]


@given(st.lists(numbers(), min_size=2, max_size=6))
def test_document_numbers_sort_in_the_database_as_they_do_in_the_core(texts: list[str]) -> None:
    assert sorted(texts, key=sort_columns) == sorted(texts, key=document_sort_key)


@given(numbers())
def test_a_document_is_kept_under_the_key_it_is_looked_for_by(number: str) -> None:
    columns = document_columns(number)
    assert columns["document_key"] == parse_document_number(number).key
    assert columns["document_number"] == number


def test_a_number_that_cannot_be_read_is_kept_and_sorts_last() -> None:
    columns = document_columns("Công văn không số")
    assert columns["document_number"] == "Công văn không số"
    assert columns["document_key"] == "cong van khong so"
    assert sort_columns("Công văn không số") > sort_columns("999999/ZZ")


def test_the_search_text_holds_number_content_people_and_result_without_accents() -> None:
    assignment = an_assignment(unit="Phòng Sở hữu trí tuệ", officer="Đặng Thị Ánh")
    directive = a_directive(
        a_completion(date(2023, 11, 27), result_text="Báo cáo đã gửi"), assignment=assignment
    )
    assert directive_columns(directive)["search_text"].split("\n") == [
        "6340/ubnd-nc",
        "ra soat thu tuc hanh chinh",
        "phong so huu tri tue",
        "dang thi anh",
        "bao cao da gui",
    ]


def test_of_a_secret_directive_a_search_knows_only_number_and_people() -> None:
    assignment = an_assignment(unit="Văn phòng", officer="Lan", is_secret=True)
    directive = a_directive(
        a_completion(date(2023, 11, 27), result_text="Báo cáo đã gửi"), assignment=assignment
    )
    columns = directive_columns(directive)
    assert columns["search_text"].split("\n") == ["6340/ubnd-nc", "van phong", "lan"]
    assert columns["content"] == assignment.content
    same = an_assignment(content="Lan", unit="Lan", officer="Lan", is_secret=True)
    assert directive_columns(a_directive(assignment=same))["search_text"].count("lan") == 2


def test_what_the_office_only_supports_is_marked_in_every_span() -> None:
    directive = a_directive(
        a_completion(date(2023, 11, 27)), assignment=an_assignment(is_supporting=True)
    )
    assert directive_columns(directive)["is_supporting"] is True
    assert [row["is_supporting"] for row in standing_rows(directive)] == [True, True]


def test_the_letter_that_moved_a_deadline_stands_beside_the_spans_it_rules() -> None:
    extension = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5))
    directive = a_directive(extension, a_completion(date(2023, 12, 20)))
    letters = [
        (row["extended_by_number"], row["extended_by_on"]) for row in standing_rows(directive)
    ]
    letter = (extension.authority.number, extension.authority.issued_on)
    assert letters == [(None, None), letter, letter]


def test_the_documents_of_a_result_stand_beside_the_span_they_closed() -> None:
    result = a_citation("1514/KHCN-VP", date(2023, 11, 27))
    directive = a_directive(a_completion(date(2023, 11, 27), result_text="1514", results=(result,)))
    rows = [(row["state"], json.loads(row["results"])) for row in standing_rows(directive)]
    assert rows == [("in_progress", []), ("done", [["1514/KHCN-VP", "2023-11-27"]])]


def test_each_done_turn_has_its_own_documents() -> None:
    results = [a_citation(f"{day}/BC-KHCN", date(2023, 11, day)) for day in (20, 21)]
    events = [
        Completed(
            completed_on=result.issued_on,
            result_text="báo cáo",
            results=(result,),
            instance=date(2023, month, 25),
        )
        for result, month in zip(results, (11, 12), strict=True)
    ]
    directive = a_directive(*events, assignment=an_assignment(deadline=every_month()))
    documents = {
        row["instance"]: json.loads(row["results"])
        for row in standing_rows(directive)
        if row["state"] == "done"
    }
    assert documents == {
        date(2023, 11, 25): [["20/BC-KHCN", "2023-11-20"]],
        date(2023, 12, 25): [["21/BC-KHCN", "2023-11-21"]],
    }


def told(event: Event, *, before: Directive | None, after: Directive) -> tuple[object, object]:
    columns = event_columns(event, before=before, after=after)
    return json.loads(columns["old_values"]), json.loads(columns["new_values"])


def test_people_are_told_only_what_an_event_changed() -> None:
    event = a_completion(date(2023, 11, 27), result_text="1514/KHCN-VP")
    assert told(event, before=a_directive(), after=a_directive(event)) == (
        {"state": "in_progress", "completed_on": None, "result": ""},
        {"state": "done", "completed_on": "2023-11-27", "result": "1514/KHCN-VP"},
    )


def test_of_a_new_directive_people_are_told_what_is_known() -> None:
    directive = a_directive()
    assert told(directive.events[0], before=None, after=directive) == (
        {},
        {
            "document_number": "6340/UBND-NC",
            "issued_on": "2023-11-03",
            "content": "Rà soát thủ tục hành chính",
            "assigned_on": "2023-11-03",
            "assigned_deadline": "10/12/2023",
            "deadline": "10/12/2023",
            "due_on": "2023-12-10",
            "state": "in_progress",
        },
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Noted(effective_on=date(2023, 12, 1), text="Đã xin ý kiến"), {"note": "Đã xin ý kiến"}),
        (
            Completed(completed_on=date(2023, 11, 20), instance=date(2023, 11, 25)),
            {"instance": "2023-11-25", "completed_on": "2023-11-20", "result": ""},
        ),
    ],
)
def test_what_no_field_holds_is_told_as_it_was_said(event: Event, said: object) -> None:
    assignment = an_assignment(deadline=every_month())
    before, after = (
        a_directive(assignment=assignment),
        a_directive(event, assignment=assignment),
    )
    assert told(event, before=before, after=after) == ({}, said)
