from __future__ import annotations

import json
from datetime import date

from tests.reports.builders import (
    AS_OF,
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
    document,
    due,
)
from tracker.core.membership import Membership
from tracker.reports.json_form import report_json, row_fields
from tracker.reports.sheet import DataRow


def test_a_report_is_written_with_iso_dates_and_stable_names() -> None:
    report = json.loads(report_json(a_report(december_rows())))
    assert report["schema_version"] == 1
    assert report["period"] == "2023-12"
    assert report["as_of"] == AS_OF.isoformat()
    assert report["totals"]["in_progress"]["in_time"] == 7
    assert report["groups"]["done"][0]["completed_on"] == "2023-11-27"
    assert report["groups"]["done"][0]["result_documents"] == [
        {"number": "1514/KHCN-VP", "issued_on": "2023-11-27"}
    ]
    assert report["groups"]["not_started"] == []


def test_it_holds_the_rows_of_the_appendix() -> None:
    contents = a_report(december_rows())
    in_json = [
        row["content"]
        for rows in json.loads(report_json(contents))["groups"].values()
        for row in rows
    ]
    on_paper = [
        row.cells[2]
        for row in appendix_sheet(contents, LETTERHEAD).rows
        if isinstance(row, DataRow)
    ]
    assert in_json == on_paper


def test_who_is_left_out_is_named_with_the_reason() -> None:
    row = a_row(id=7, completed_on=date(2023, 9, 1), deadline=due("1/9/2023", date(2023, 9, 1)))
    report = json.loads(report_json(a_report([], left_out=[(row, Membership.REPORTED_BEFORE)])))
    assert [(item["id"], item["reason"]) for item in report["left_out"]] == [(7, "reported_before")]
    assert report["totals"]["total"] == 0


def test_who_extended_and_what_kind_of_directive_it_is_are_said() -> None:
    row = a_row(
        is_supporting=True,
        facts_changed={
            "extended_by": document("7001/UBND-NC", date(2023, 11, 20)),
            "reopen_count": 2,
        },
    )
    (item,) = json.loads(report_json(a_report([row])))["groups"]["in_progress"]
    assert item["extended_by"] == {"number": "7001/UBND-NC", "issued_on": "2023-11-20"}
    assert (item["reopen_count"], item["supporting"], item["secret"]) == (2, True, False)


def test_of_a_secret_directive_nothing_is_said_but_how_it_stands() -> None:
    row = a_row(
        id=4,
        content="Tuyệt mật A",
        number="01/KH-BM",
        result="Tuyệt mật B: 02/BC-BM",
        results=(document("02/BC-BM", date(2023, 12, 1)),),
        note="Tuyệt mật C",
        completed_on=date(2023, 12, 1),
        is_secret=True,
    )
    left_out = [(row, Membership.REPORTED_BEFORE)]
    for text in (
        report_json(a_report([row])),
        report_json(a_report([], left_out=left_out)),
        json.dumps(row_fields(row), ensure_ascii=False),
    ):
        assert "Tuyệt mật" not in text
        assert "-BM" not in text
    item = row_fields(row)
    assert (item["content"], item["document_number"]) == ("(văn bản mật)", "(mật)")
    assert (item["completed_on"], item["secret"]) == ("2023-12-01", True)
    assert row_fields(row, are_secret_numbers_shown=True)["document_number"] == "01/KH-BM"
