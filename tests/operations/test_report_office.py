"""A report is made on the office's own paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.operations.reports_issued import DECEMBER
from tracker.core.layout import Layout
from tracker.core.office import OfficeNames
from tracker.core.rules import Policy
from tracker.core.successors import Successors
from tracker.operations.report_office import (
    ReportOffice,
    UnknownLayout,
    find_layout,
    issued_stationery,
    stationery,
)
from tracker.store.issued import IssuedReport, Terms

OLD = OfficeNames(name="Sở Cũ", short_name="SC", symbol="SC", committee="UBND thành phố")


def test_a_layout_is_found_by_its_name_and_another_is_refused_with_those_there_are(
    report_office: ReportOffice,
) -> None:
    assert find_layout(report_office, "plan").name == "plan"
    with pytest.raises(UnknownLayout) as caught:
        find_layout(report_office, "kế hoạch")
    assert (caught.value.name, caught.value.exit_code) == ("kế hoạch", 2)
    assert {"appendix", "plan", "units"} <= set(caught.value.known)


def test_layouts_are_read_only_by_what_needs_one(report_office: ReportOffice) -> None:
    asked: list[str] = []

    def layouts() -> dict[str, Layout]:
        asked.append("asked")
        return {}

    office = replace(report_office, layouts=layouts)
    stationery(office, number="369")
    assert asked == []
    with pytest.raises(UnknownLayout):
        find_layout(office, "appendix")
    assert asked == ["asked"]


def test_a_report_goes_out_under_the_names_of_now_and_comes_back_under_those_of_then(
    report_office: ReportOffice,
) -> None:
    now = stationery(report_office, number="369", day=date(2023, 12, 16))
    assert now.letterhead.office_name == "Sở Khoa học và Công nghệ"
    assert now.letterhead.symbol == "369/BC-KHCN"
    terms = Terms(policy=Policy(), office=OLD, successors=(("Phòng Cũ", "Phòng Mới"),))
    then = issued_stationery(report_office, _issued(terms))
    assert (then.letterhead.office_name, then.letterhead.symbol) == ("Sở Cũ", "7/BC-SC")
    assert then.letterhead.report_date == date(2023, 12, 15)
    assert then.successors == Successors({"Phòng Cũ": "Phòng Mới"})
    assert then.paper == now.paper == report_office.paper


def test_a_number_left_out_stays_blank(report_office: ReportOffice) -> None:
    assert stationery(report_office).letterhead.report_number is None


def _issued(terms: Terms) -> IssuedReport:
    return IssuedReport(
        id=1, operation_id=1, period=DECEMBER, as_of=DECEMBER.ends_on, layout="appendix",
        number="7", dated_on=date(2023, 12, 15), file_name="phu-luc.xlsx", format="xlsx",
        sha256="", totals={}, terms=terms, issued_by="lan", issued_at="", last_event_id=0,
        last_operation_id=1,
    )  # fmt: skip
