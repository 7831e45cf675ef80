"""Days that a sheet has taken for months are told, and stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import TODAY
from tests.intake.tables import HEADINGS, lines
from tracker.intake.drafts import TableReading
from tracker.intake.pasted_text import read_pasted
from tracker.intake.rows import read_table

DEADLINE = 3


def reading(*deadlines: str, real: int) -> TableReading:
    """A table with these deadlines, of which the first ones are real days of a sheet."""
    rows = [
        ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp", deadline, "", "", "")
        for deadline in deadlines
    ]
    table = read_pasted(lines(HEADINGS, *rows))
    cells = frozenset((line, DEADLINE) for line in range(2, 2 + real))
    return read_table(replace(table, real_days=cells), today=TODAY)


def test_real_days_that_all_could_be_months_beside_texts_that_cannot_are_told() -> None:
    told = reading("10/12/2023", "03/11/2023", "31/12/2023", "15/1/2024", "Quý I/2024", real=2)
    assert told.turned_lines == (2, 3)
    assert [draft.deadline for draft in told.drafts[:2]] == ["10/12/2023", "03/11/2023"]


def test_a_day_that_is_the_same_both_ways_is_not_told() -> None:
    assert reading("05/05/2023", "10/12/2023", "31/12/2023", real=2).turned_lines == (3,)


@pytest.mark.parametrize(
    ("deadlines", "real"),
    [
        (("10/12/2023", "31/12/2023"), 0),
        (("10/12/2023", "31/12/2023"), 2),
        (("10/12/2023", "13/11/2023", "31/12/2023"), 2),
        (("10/12/2023", "31/12/2023", "05/01/2024"), 1),
        (("10/12/2023", "Quý I/2024", ""), 1),
    ],
)
def test_days_of_one_kind_and_days_that_disprove_it_are_not_told(
    deadlines: tuple[str, ...], real: int
) -> None:
    assert reading(*deadlines, real=real).turned_lines == ()


def test_a_row_that_is_no_directive_is_not_told() -> None:
    table = read_pasted(lines(("10/12/2023", "x"), ("31/12/2023", "y"), HEADINGS))
    cells = frozenset({(1, 0)})
    assert read_table(replace(table, real_days=cells), today=TODAY).turned_lines == ()
