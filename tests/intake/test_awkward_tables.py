"""However awkward an appendix is, in whatever file it comes: the same directives are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from tests.builders import TODAY
from tests.intake import grids
from tests.intake.awkward import WAYS, cut_row, decomposed_letters, phantom_column, serials, tags
from tests.intake.grids import Grid, Known
from tracker.core.data_check import same_words
from tracker.core.days_off import DaysOff
from tracker.core.document_number import parse_document_number
from tracker.intake.drafts import Draft
from tracker.intake.files import document, page, text, workbook
from tracker.intake.files.found import FoundTable
from tracker.intake.rows import read_table
from tracker.operations.drafted import Drafted, read_draft

Reader = Callable[[Grid], Iterable[FoundTable]]

READERS: dict[str, Reader] = {
    "xlsx": lambda grid: workbook.tables_of(grids.as_workbook(grid)),
    "docx": lambda grid: document.tables_of(grids.as_document(grid)),
    "html": lambda grid: page.tables_of(grids.as_page(grid)),
    "csv": lambda grid: text.tables_of(grids.as_values(grid)),
    "semicolons": lambda grid: text.tables_of(grids.as_values(grid, delimiter=";")),
    "tabs": lambda grid: text.tables_of(grids.as_values(grid, delimiter="\t", encoding="utf-16")),
}


def drafts_of(tables: Iterable[FoundTable]) -> list[Draft]:
    """Everything that was read out of a file, which holds no problem."""
    readings = [read_table(found.table, today=TODAY) for found in tables]
    assert [problem for one in readings for problem in one.problems] == []
    return [draft for one in readings for draft in one.drafts]


def known_of(draft: Draft) -> Known:
    """What of a draft would be stored."""
    drafted = read_draft(draft, today=TODAY, days_off=DaysOff())
    assert isinstance(drafted, Drafted), drafted
    assignment, completion = drafted.assignment, drafted.completion
    due = assignment.deadline.due_on if _is_day(draft.deadline) else draft.deadline or None
    return Known(
        number=parse_document_number(assignment.document.number).text,
        issued_on=assignment.document.issued_on,
        content=same_words(assignment.content),
        due=None if draft.deadline == "-" else due,
        completed_on=completion.completed_on if completion else None,
        result=completion.result_text if completion else "",
    )


def _is_day(text: str) -> bool:
    return text[:1].isdigit()


def expected(name: str) -> list[Known]:
    return [
        Known(
            number=one.number,
            issued_on=one.issued_on,
            content=same_words(one.content),
            due=one.due,
            completed_on=one.completed_on,
            result=one.result,
        )
        for one in grids.sample(name)
    ]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("way", WAYS)
def test_an_appendix_is_read_however_awkward_it_is(way: str, reader: str) -> None:
    tables = READERS[reader](WAYS[way](grids.appendix()))
    assert list(map(known_of, drafts_of(tables))) == expected("bac-giang-2023-12")


@pytest.mark.parametrize("reader", READERS)
def test_an_appendix_may_be_awkward_in_several_ways_at_once(reader: str) -> None:
    grid = grids.appendix()
    for way in (cut_row, phantom_column, tags, serials, decomposed_letters):
        grid = way(grid)
    tables = READERS[reader](grid)
    assert list(map(known_of, drafts_of(tables))) == expected("bac-giang-2023-12")


@pytest.mark.parametrize("reader", READERS)
def test_a_plan_takes_its_document_from_the_line_above_the_table(reader: str) -> None:
    read = list(map(known_of, drafts_of(READERS[reader](grids.plan()))))
    known = expected("bac-kan-2022-03")
    assert [(one.number, one.issued_on, one.content, one.due) for one in read] == [
        (one.number, one.issued_on, one.content, one.due) for one in known
    ]
    assert [one.completed_on for one in read] == [date(2022, 2, 24), None, None]
