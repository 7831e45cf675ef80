"""Rows and reports for the tests: valid unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import NO_DEADLINE, Deadline, DeadlineKind
from tracker.core.directive import Citation, Facts, State
from tracker.core.layout import Layout
from tracker.core.membership import Membership
from tracker.core.periods import CutOff, parse_period
from tracker.core.report import ReportContents, report_contents
from tracker.core.rules import Policy, classify
from tracker.reports.laying_out import lay_out
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper, Sheet
from tracker.reports.stationery import Stationery
from tracker.resources import SHIPPED_LAYOUTS, shipped
from tracker.settings.layouts import read_layouts

AS_OF = date(2023, 12, 14)

LETTERHEAD = Letterhead(
    office_name="Sở Khoa học và Công nghệ",
    office_short_name="Sở KH&CN",
    office_symbol="KHCN",
    committee="UBND tỉnh",
)


@cache
def shipped_layouts() -> dict[str, Layout]:
    """The layouts every office has."""
    return read_layouts(Path(shipped(SHIPPED_LAYOUTS)))


def laid_out(
    name: str,
    report: ReportContents,
    letterhead: Letterhead = LETTERHEAD,
    **stationery: Any,
) -> Sheet:
    """A report in a shipped layout."""
    shape = Stationery(letterhead=letterhead, **stationery)
    return lay_out(shipped_layouts()[name], report, shape)


def appendix_sheet(
    report: ReportContents, letterhead: Letterhead, *, paper: Paper | None = None
) -> Sheet:
    """A report as the appendix."""
    return laid_out("appendix", report, letterhead, paper=paper or Paper())


def plan_sheet(report: ReportContents, letterhead: Letterhead) -> Sheet:
    """A report by plan."""
    return laid_out("plan", report, letterhead)


def due(text: str, day: date, **changes: Any) -> Deadline:
    """A deadline on a plain date."""
    return Deadline(text=text, kind=DeadlineKind.DATE, due_on=day, **changes)


def document(number: str, issued_on: date) -> Citation:
    """A cited document."""
    return Citation(number=number, issued_on=issued_on)


def a_row(
    *,
    id: int = 1,
    content: str = "Rà soát thủ tục",
    number: str = "6340/UBND-NC",
    issued_on: date = date(2023, 11, 3),
    state: State = State.IN_PROGRESS,
    deadline: Deadline = NO_DEADLINE,
    completed_on: date | None = None,
    result: str = "",
    results: tuple[Citation, ...] = (),
    note: str = "",
    instance: date | None = None,
    as_of: date = AS_OF,
    facts_changed: Mapping[str, Any] | None = None,
    **changes: Any,
) -> AssessedDirective:
    """One judged row; a day of completion makes it done. ``changes`` are fields of the row."""
    facts = Facts(
        state=State.DONE if completed_on else state,
        deadline=deadline,
        due_on=deadline.due_on,
        working_due_on=deadline.due_on,
        completed_on=completed_on,
        result_text=result,
        instance=instance,
    )
    facts = replace(facts, **(facts_changed or {}))
    row = AssessedDirective(
        id=id,
        version=1,
        document=document(number, issued_on),
        content=content,
        assigned_on=issued_on,
        assigned_deadline=deadline,
        unit="",
        officer="",
        assigned_by="",
        is_pinned=False,
        facts=facts,
        assessment=classify(facts, as_of, Policy()),
        result_documents=results,
        latest_note=note,
    )
    return replace(row, **changes)


def a_report(
    rows: Iterable[AssessedDirective],
    *,
    period: str = "12/2023",
    as_of: date = AS_OF,
    left_out: Iterable[tuple[AssessedDirective, Membership]] = (),
) -> ReportContents:
    """A report of these rows."""
    judged = [(row, Membership.OPEN) for row in rows]
    return report_contents(
        parse_period(period, cut_off=CutOff.DECREE), as_of, judged=[*judged, *left_out]
    )


def december_rows() -> tuple[AssessedDirective, ...]:
    """Nine directives, two of them done, as a department had them in December 2023."""
    return (
        a_row(
            id=1,
            content="Rà soát thủ tục hành chính chưa tiếp nhận trên hệ thống của tỉnh",
            deadline=due("10/12/2023", date(2023, 12, 10)),
            completed_on=date(2023, 11, 27),
            result="1514/KHCN-VP Ngày 27/11/2023",
            results=(document("1514/KHCN-VP", date(2023, 11, 27)),),
        ),
        a_row(
            id=2,
            number="333/TB-UBND",
            issued_on=date(2023, 7, 21),
            content="Thông báo kết luận buổi làm việc với Liên hiệp hội",
            completed_on=date(2023, 10, 30),
            result="298/BC-KHCN Ngày 30/10/2023",
            results=(document("298/BC-KHCN", date(2023, 10, 30)),),
        ),
        *_december_open_rows(),
    )


def _december_open_rows() -> Iterable[AssessedDirective]:
    facts = (
        ("3797/UBND-KGVX", date(2023, 7, 10), "Triển khai Thông tư 14", NO_DEADLINE),
        (
            "1950/UBND-KGVX",
            date(2023, 4, 20),
            "Áp dụng định mức chi",
            due("31/12/2023", date(2023, 12, 31)),
        ),
        (
            "2197/UBND-KGVX",
            date(2023, 4, 30),
            "Nhân rộng công cụ 5S",
            due("31/12/2024", date(2024, 12, 31)),
        ),
        (
            "25/KH-UBND",
            date(2023, 5, 24),
            "Phối hợp với Thái Nguyên",
            due("10/01/2024", date(2024, 1, 10)),
        ),
        (
            "30/KH-UBND",
            date(2023, 6, 25),
            "Phối hợp với Lạng Sơn",
            due("15/1/2024", date(2024, 1, 15)),
        ),
        (
            "31/KH-UBND",
            date(2023, 6, 25),
            "Phối hợp với Hải Dương",
            due("15/1/2024", date(2024, 1, 15)),
        ),
        ("3149/UBND-NC", date(2023, 6, 12), "Thông tin báo cáo", NO_DEADLINE),
    )
    for place, (number, issued_on, content, deadline) in enumerate(facts, 3):
        yield a_row(
            id=place, number=number, issued_on=issued_on, content=content, deadline=deadline
        )
