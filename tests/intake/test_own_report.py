"""What the program itself prints can be pasted back."""

from __future__ import annotations

from tests.intake.tables import read
from tests.reports.builders import LETTERHEAD, a_report, appendix_sheet, december_rows
from tracker.reports.text import sheet_text


def test_an_appendix_printed_as_text_is_read_as_it_was_written() -> None:
    rows = december_rows()
    reading = read(sheet_text(appendix_sheet(a_report(rows), LETTERHEAD)))
    assert reading.problems == ()
    assert all(group.claimed == group.found for group in reading.groups)
    written = {(row.document.number, row.content, row.facts.result_text) for row in rows}
    assert {(one.number, one.content, one.result) for one in reading.drafts} == written
    assert sum(bool(one.completed) for one in reading.drafts) == 2
