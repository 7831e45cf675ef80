"""What looks mistyped or unfinished is named, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import (
    TODAY,
    a_citation,
    a_completion,
    a_deadline,
    a_deadline_of,
    a_directive,
    an_assignment,
    assessed_on,
    every_month,
)
from tracker.core.assessed import AssessedDirective
from tracker.core.data_check import Doubt, check_rows, same_words
from tracker.core.deadline import DeadlineKind
from tracker.core.events import Completed, Withdrawn

NEXT_YEAR = date(2024, 11, 3)


def a_row(*events: Any, **changes: Any) -> AssessedDirective:
    return assessed_on(a_directive(*events, assignment=an_assignment(**changes)))[0]


def done(on: date | None, document_of: date | None) -> AssessedDirective:
    results = () if document_of is None else (a_citation("1514/KHCN-VP", document_of),)
    row = a_row(a_completion(on, results=results))
    return replace(row, result_documents=results)


def doubts(*rows: AssessedDirective, as_of: date = TODAY) -> list[str]:
    return [finding.doubt.value for finding in check_rows(rows, as_of=as_of)]


def test_a_directive_with_everything_in_order_raises_no_doubt() -> None:
    assert doubts(a_row()) == []
    assert doubts(done(date(2023, 11, 27), date(2023, 11, 27))) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (done(None, None), ["done_without_date", "done_without_document"]),
        (done(date(2023, 11, 27), None), ["done_without_document"]),
        (done(date(2023, 11, 27), date(2022, 11, 27)), ["result_of_other_year"]),
        (a_row(deadline=a_deadline_of(DeadlineKind.INVALID, "31/4/2023")), ["unclear_deadline"]),
        (a_row(deadline=a_deadline(date(2022, 12, 10))), ["deadline_before_assignment"]),
        (a_row(deadline=a_deadline(date(2032, 12, 10))), ["deadline_far_off"]),
        (a_row(document=a_citation(issued_on=date(2022, 11, 1))), ["document_of_other_year"]),
        (a_row(document=a_citation("94/2022/QH15", date(2023, 11, 1))), ["document_of_other_year"]),
    ],
)
def test_each_doubt_is_named(row: AssessedDirective, expected: list[str]) -> None:
    assert doubts(row) == expected


def test_a_directive_without_a_deadline_is_asked_about_after_ninety_days() -> None:
    row = a_row(deadline=a_deadline(None), assigned_on=date(2023, 11, 3))
    assert doubts(row, as_of=date(2024, 2, 1)) == []
    (finding,) = check_rows([row], as_of=date(2024, 2, 2))
    assert (finding.doubt, finding.number) == (Doubt.OPEN_WITHOUT_DEADLINE, 91)


@pytest.mark.parametrize("deadline", [a_deadline_of(DeadlineKind.ONGOING), every_month()])
def test_what_has_no_end_by_its_nature_is_not_asked_about(deadline: Any) -> None:
    assert doubts(a_row(deadline=deadline), as_of=NEXT_YEAR) == []


def test_the_later_of_two_equal_entries_repeats_the_earlier() -> None:
    row = a_row()
    again = replace(row, id=7, content="rà soát  thủ tục hành chính.")
    other = replace(row, id=8, content="Báo cáo kết quả")
    (finding,) = check_rows([again, other, row], as_of=TODAY)
    assert (finding.row.id, finding.number) == (7, 1)


def test_the_turns_of_one_directive_do_not_repeat_it() -> None:
    rows = assessed_on(
        a_directive(assignment=an_assignment(deadline=every_month())), date(2024, 1, 10)
    )
    assert len(rows) > 1
    assert doubts(*rows) == []


def test_what_was_withdrawn_is_left_alone() -> None:
    gone = Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation())
    row = a_row(gone, deadline=a_deadline(date(2022, 12, 10)))
    assert doubts(row) == []


def test_a_completion_by_prose_alone_has_no_document() -> None:
    row = a_row(Completed(completed_on=date(2023, 11, 27), result_text="đã báo cáo miệng"))
    assert doubts(row) == ["done_without_document"]


def test_a_deadline_that_is_no_day_is_listed_first() -> None:
    unclear = replace(a_row(deadline=a_deadline_of(DeadlineKind.INVALID, "30/02/2024")), id=9)
    other = replace(done(None, None), content="Việc khác")
    found = check_rows([other, unclear], as_of=TODAY)
    assert (found[0].doubt, found[0].row.id) == (Doubt.UNCLEAR_DEADLINE, 9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tham mưu, báo cáo UBND tỉnh", "Tham mưu báo cáo UBND tỉnh;"),
        ("Góp ý dự thảo “Nghị quyết” - lần 2", 'góp ý dự thảo "Nghị quyết" – lần 2.'),
        ("Điều hòa, hóa chất, thủy lợi, chìa khóa", "Điều hoà, hoá chất, thuỷ lợi, chià khoá"),
        ("- Rà soát  thủ tục\nhành chính", "Rà soát thủ tục hành chính"),
        ("…", " … "),
    ],
)
def test_signs_blanks_case_and_the_place_of_a_tone_make_no_other_task(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Báo cáo tháng 1", "Báo cáo tháng 11"),
        ("Rà soát ở xã", "Rà soát ở xa"),
        ("Tăng 5% số hồ sơ", "Tăng 5 số hồ sơ"),
        ("Hoàn trả 1.5 tỷ", "Hoàn trả 15 tỷ"),
        ("…", "-"),
    ],
)
def test_another_word_number_or_tone_makes_another_task(one: str, other: str) -> None:
    assert same_words(one) != same_words(other)
