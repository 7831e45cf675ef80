"""Whether a row of a table tells of a completion, and on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import TODAY, WEEKENDS_ONLY
from tests.intake.tables import HEADINGS, lines
from tests.operations.pasted_tables import preview_pasted
from tracker.core.directive import Group
from tracker.core.events import Completed
from tracker.intake.drafts import Draft
from tracker.operations.desk import Desk
from tracker.operations.drafted import Drafted, read_draft
from tracker.operations.typed import RemarkKind

DRAFT = Draft(line=2, number="25/KH-UBND", issued="24/11/2022", content="Rà soát thủ tục")
DOCUMENT = "CV 16/SKHCN-VP ngày 05/12/2023"
GOES_ON = "Đang lấy ý kiến tại CV số 1600/KHCN-QLKH ngày 04/12/2023"


def drafted(draft: Draft) -> Drafted:
    read = read_draft(draft, today=TODAY, days_off=WEEKENDS_ONLY)
    assert isinstance(read, Drafted)
    return read


def day_of(draft: Draft) -> date | None:
    """The day of the completion that a draft tells of."""
    completion = drafted(draft).completion
    assert completion is not None
    return completion.completed_on


@pytest.mark.parametrize(
    "draft", [replace(DRAFT, result=GOES_ON), replace(DRAFT, progress=GOES_ON)]
)
def test_a_document_named_in_prose_on_what_goes_on_is_no_completion(draft: Draft) -> None:
    read = drafted(draft)
    assert read.completion is None
    assert read.note is not None
    assert read.note.text == GOES_ON


def test_a_document_beside_a_part_that_is_done_is_no_completion() -> None:
    assert drafted(replace(DRAFT, result=DOCUMENT, progress="Đã xong 50%")).completion is None
    assert day_of(replace(DRAFT, result=DOCUMENT, progress="Đã tham gia")) == date(2023, 12, 5)


def test_the_assigning_document_is_no_result() -> None:
    own = "Kế hoạch số 25/KH-UBND ngày 24/11/2022"
    assert drafted(replace(DRAFT, result=own)).completion is None
    both = drafted(replace(DRAFT, result=f"{own}; {DOCUMENT}"))
    assert both.completion is not None
    assert both.completion.completed_on == date(2023, 12, 5)
    assert [one.number for one in both.completion.results] == ["16/SKHCN-VP"]


def test_what_stands_among_the_done_has_no_day_from_a_letter_on_what_goes_on() -> None:
    assert day_of(replace(DRAFT, group=Group.DONE, result=DOCUMENT)) == date(2023, 12, 5)
    assert day_of(replace(DRAFT, group=Group.DONE, result=GOES_ON)) is None


@pytest.mark.parametrize("text", ["Đã ban hành", "Hoàn thành tại Công văn số 1521/KHCN-VP"])
def test_what_is_plainly_done_without_a_day_is_done_and_to_be_looked_at(text: str) -> None:
    for draft in (replace(DRAFT, result=text), replace(DRAFT, progress=text)):
        read = drafted(draft)
        assert read.completion == Completed(completed_on=None, result_text=text)
        assert [one.kind for one in read.remarks] == [RemarkKind.COMPLETION_UNDATED]


def test_of_several_days_of_completion_none_is_taken() -> None:
    days = "27/11/2023; 05/12/2023"
    read = drafted(replace(DRAFT, completed=days, result=days))
    assert read.completion == Completed(completed_on=None, result_text=days)
    assert RemarkKind.COMPLETION_UNDATED in [one.kind for one in read.remarks]


@pytest.mark.parametrize(
    ("day", "completed_on"), [("27/11", date(2022, 11, 27)), ("ngày 3/1", date(2023, 1, 3))]
)
def test_a_day_without_its_year_is_the_first_after_the_document(
    day: str, completed_on: date
) -> None:
    assert day_of(replace(DRAFT, completed=day)) == completed_on
    read = read_draft(replace(DRAFT, completed=day), today=TODAY, days_off=WEEKENDS_ONLY)
    assert isinstance(read, Drafted)
    told = [one for one in read.remarks if one.kind is RemarkKind.COMPLETION_YEAR_ASSUMED]
    assert [(one.text, one.day) for one in told] == [(day, completed_on)]


def test_a_day_without_its_year_that_none_fits_is_a_problem() -> None:
    recent = replace(DRAFT, issued=f"{TODAY:%d/%m/%Y}", completed="1/1")
    assert not isinstance(read_draft(recent, today=TODAY, days_off=WEEKENDS_ONLY), Drafted)


@pytest.mark.parametrize("completed", ["Chưa hoàn thành", "Chưa", "Đang thực hiện"])
def test_a_row_whose_day_of_completion_is_told_open_is_open_whatever_letter_it_names(
    desk: Desk, completed: str
) -> None:
    cells = ("1", "25/KH-UBND ngày 24/5/2023", "Rà soát", "10/12/2023", completed, "", DOCUMENT)
    (row,) = preview_pasted(desk, lines(HEADINGS, cells)).rows
    assert row.completion is None
    assert row.note is not None
    assert DOCUMENT in row.note.text
