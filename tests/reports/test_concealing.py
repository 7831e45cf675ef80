"""What names the content of a secret directive in a roundabout way is hidden as well."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    document,
    shipped_layouts,
)
from tracker.core.layout import Field, Layout, LayoutColumn
from tracker.reports.concealing import concealed
from tracker.reports.json_form import report_json, row_fields
from tracker.reports.laying_out import lay_out
from tracker.reports.sheet import DataRow
from tracker.reports.stationery import Stationery

LETTER = document("03/BM-UBND", date(2023, 11, 20))
RESULT = document("02/BC-BM", date(2023, 12, 1))

SECRET = a_row(
    is_secret=True,
    number="01/KH-BM",
    result="02/BC-BM ngày 01/12/2023",
    results=(RESULT,),
    completed_on=date(2023, 12, 1),
    facts_changed={"extended_by": LETTER, "extension_count": 1},
)
OPEN = replace(SECRET, is_secret=False)


def _cell(field: Field, row: Any, **stationery: Any) -> str:
    layout = Layout(
        name="mine",
        title=("A",),
        columns=(LayoutColumn(title="B", holds=field, width=1),),
        file_stem="mine",
        tab="Mine",
    )
    shape = Stationery(letterhead=LETTERHEAD, **stationery)
    (line,) = lay_out(layout, a_report([row]), shape).rows
    assert isinstance(line, DataRow)
    return line.cells[0]


@pytest.mark.parametrize(
    "field", [Field.EXTENDED_BY, Field.RESULT, Field.DOCUMENT, Field.DOCUMENT_NUMBER]
)
def test_no_document_of_a_secret_directive_is_named_in_a_column(field: Field) -> None:
    assert "BM" in _cell(field, OPEN)
    hidden = _cell(field, SECRET)
    assert hidden
    assert "BM" not in hidden


def test_the_letter_that_extended_it_is_named_where_numbers_may_be() -> None:
    shown = _cell(Field.EXTENDED_BY, SECRET, are_secret_numbers_shown=True)
    assert shown.startswith("03/BM-UBND")
    assert "BM" not in _cell(Field.RESULT, SECRET, are_secret_numbers_shown=True)


def test_in_json_neither_the_letter_nor_the_results_are_named() -> None:
    (item,) = json.loads(report_json(a_report([SECRET])))["groups"]["done"]
    for fields in (item, row_fields(SECRET)):
        assert fields["extended_by"] == {"number": "(mật)", "issued_on": "2023-11-20"}
        assert fields["result_documents"] == []
        assert fields["result_text"] == "(văn bản mật)"
    (plain,) = json.loads(report_json(a_report([OPEN])))["groups"]["done"]
    assert plain["extended_by"]["number"] == "03/BM-UBND"
    assert plain["result_documents"] == [{"number": "02/BC-BM", "issued_on": "2023-12-01"}]


def test_what_is_not_secret_is_left_as_it_is() -> None:
    assert concealed(OPEN) is OPEN


@pytest.mark.parametrize("name", ["appendix", "plan", "extended", "overdue"])
def test_no_shipped_layout_names_a_document_of_it(name: str) -> None:
    shape = Stationery(letterhead=LETTERHEAD)
    for row in (SECRET, a_row(is_secret=True, number="01/KH-BM")):
        sheet = lay_out(shipped_layouts()[name], a_report([row]), shape)
        assert "BM" not in repr(sheet.rows)
