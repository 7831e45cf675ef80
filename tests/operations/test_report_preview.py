"""A report is looked over before anything of it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.operations.reports_issued import CHANGED, DECEMBER, JANUARY, later
from tracker.core.membership import Membership
from tracker.core.periods import UnreadablePeriod
from tracker.core.report import ReportContents, report_contents
from tracker.core.report_checks import CheckKind
from tracker.core.report_verdict import Hindrance
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.issuing import contents_as_issued, gather_live
from tracker.operations.progressing import Completion, done
from tracker.operations.report_files import Target, put_file
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice, UnknownLayout
from tracker.operations.report_preview import (
    preview_file,
    preview_report,
    preview_sheet,
)
from tracker.operations.report_reprinting import IssuedOtherwise, LayoutGone
from tracker.operations.reporting import PeriodNotBegun
from tracker.reports.text import sheet_text
from tracker.store.errors import NoRegister


def test_who_would_be_in_the_report_and_who_not_is_shown_with_the_reasons(
    december: Desk, report_office: ReportOffice
) -> None:
    preview = preview_report(december, report_office, " 12/2023 ")
    assert (preview.period, preview.as_of) == (DECEMBER, december.today)
    assert (preview.layout, preview.standing, preview.issued) == ("appendix", None, None)
    assert Counter(preview.contents.reasons) == {
        Membership.OPEN: 6,
        Membership.COMPLETED_IN_PERIOD: 1,
        Membership.NOT_REPORTED_BEFORE: 1,
    }
    left_out = {row.document.number: why for row, why in preview.contents.left_out}
    assert left_out == {
        "31/KH-UBND": Membership.WITHDRAWN,
        "77/UBND-NC": Membership.SUPPORTING,
    }
    assert preview.summary[2] == "Tổng số: 08 nhiệm vụ."


def test_looking_a_report_over_writes_nothing(
    december: Desk, report_office: ReportOffice, tmp_path: Path
) -> None:
    register = Path(december.location).read_bytes()
    preview = preview_report(december, report_office, "12/2023")
    preview_sheet(december, report_office, preview)
    preview_file(december, report_office, preview, ReportRequest(format="txt"))
    assert Path(december.location).read_bytes() == register
    assert not report_office.exports.exists()
    assert not (tmp_path / "prepared").exists()


def test_the_verdict_tells_what_was_checked_and_what_may_be_claimed(
    december: Desk, report_office: ReportOffice
) -> None:
    verdict = preview_report(december, report_office, "12/2023").verdict
    assert {check.kind for check in verdict.checks} == set(CheckKind)
    assert (verdict.is_sound, verdict.may_claim) == (True, True)
    done(december, "3797/UBND-KGVX", Completion(is_undated=True))
    preview = preview_report(december, report_office, "12/2023")
    assert preview.verdict.hindrances == {Hindrance.NEEDS_REVIEW: 1}
    assert not preview.verdict.may_claim
    assert "cần rà soát" in preview.summary[0]


def test_rows_that_came_twice_would_be_found(
    december: Desk, report_office: ReportOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(*given: object, **named: object) -> ReportContents:
        contents = gather_live(*given, **named)  # type: ignore[arg-type]
        judged = [*contents.judged, *contents.judged, *contents.left_out]
        return report_contents(contents.period, contents.as_of, judged=judged)

    monkeypatch.setattr("tracker.operations.report_preview.gather_live", twice)
    verdict = preview_report(december, report_office, "12/2023").verdict
    assert [check.kind for check in verdict.checks if not check.holds] == [CheckKind.ONE_GROUP]
    assert (verdict.is_sound, verdict.may_claim) == (False, False)


def test_a_period_that_is_not_over_is_looked_at_from_today_or_the_day_said(
    december: Desk, report_office: ReportOffice
) -> None:
    in_january = later(december, date(2024, 1, 5))
    early = preview_report(in_january, report_office, "01/2024")
    assert (early.period, early.as_of) == (JANUARY, date(2024, 1, 5))
    said = preview_report(in_january, report_office, "12/2023", ReportRequest(as_of="hôm nay"))
    assert said.as_of == date(2024, 1, 5)
    before = preview_report(december, report_office, "12/2023", ReportRequest(as_of="20/11/2023"))
    assert before.contents.totals.groups["done"]["total"] == 1


@pytest.mark.parametrize(
    ("typed", "asked", "refusal"),
    [
        ("13/2023", ReportRequest(), UnreadablePeriod),
        ("02/2024", ReportRequest(), PeriodNotBegun),
        ("12/2023", ReportRequest(as_of="01/11/2023"), PeriodNotBegun),
        ("12/2023", ReportRequest(layout="x"), UnknownLayout),
    ],
)
def test_what_cannot_be_reported_is_refused(
    december: Desk,
    report_office: ReportOffice,
    typed: str,
    asked: ReportRequest,
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        preview_report(december, report_office, typed, asked)


def test_there_is_nothing_to_look_over_where_no_register_is(
    desk: Desk, report_office: ReportOffice
) -> None:
    with pytest.raises(NoRegister):
        preview_report(desk, report_office, "12/2023")


def test_where_a_report_was_issued_its_own_rows_are_shown(
    issued: Desk, report_office: ReportOffice
) -> None:
    preview = preview_report(issued, report_office, "12/2023")
    assert preview.issued is not None
    assert (preview.issued, preview.issued.number) == (preview.standing, "369")
    assert CHANGED not in {row.content for row in preview.contents.rows}
    assert preview.contents == contents_as_issued(issued, preview.issued)
    assert preview.layout == "appendix"
    assert preview.verdict.is_sound
    with pytest.raises(UnknownLayout):
        preview_report(issued, report_office, "12/2023", ReportRequest(layout="x"))


@pytest.mark.parametrize(
    "asked", [ReportRequest(is_live=True), ReportRequest(with_supporting=True)]
)
def test_where_something_else_is_asked_for_it_is_computed_and_the_report_in_force_told(
    issued: Desk, report_office: ReportOffice, asked: ReportRequest
) -> None:
    preview = preview_report(issued, report_office, "12/2023", asked)
    assert preview.issued is None
    assert preview.standing is not None
    assert CHANGED in {row.content for row in preview.contents.rows}
    file = preview_file(issued, report_office, preview, ReportRequest(format="txt"))
    assert file.name == "phu-luc-2023-12-tinh-lai.txt"


def test_what_is_secret_can_be_shown_without_its_secret(
    december: Desk, report_office: ReportOffice
) -> None:
    for number, is_supporting in (("88/KH-BM", False), ("89/KH-BM", True)):
        add(
            december,
            Entry(
                number=number,
                issued="1/12/2023",
                content="Kế hoạch không ai được biết",
                is_secret=True,
                is_supporting=is_supporting,
            ),
        )
    preview = preview_report(december, report_office, "12/2023")
    assert "88/KH-BM" in {row.document.number for row in preview.contents.rows}
    for hidden in ("KH-BM", "không ai được biết"):
        assert hidden not in repr(preview.shown)
        assert hidden not in repr(preview_sheet(december, report_office, preview))
    assert preview.shown.totals == preview.contents.totals
    with_numbers = replace(report_office, are_secret_numbers_shown=True)
    shown = repr(preview_report(december, with_numbers, "12/2023").shown)
    assert "88/KH-BM" in shown
    assert "không ai được biết" not in shown


def test_the_file_holds_just_the_rows_that_were_looked_over(
    december: Desk, report_office: ReportOffice
) -> None:
    request = ReportRequest(format="txt", number="352", dated="15/12/2023")
    preview = preview_report(december, report_office, "12/2023", request)
    edit(december, "3149/UBND-NC", Correction(content=CHANGED))
    file = preview_file(december, report_office, preview, request)
    assert CHANGED not in file.content.decode()
    assert "352/BC-KHCN ngày 15/12/2023" in file.content.decode()
    sheet = preview_sheet(december, report_office, preview)
    assert sheet_text(sheet).encode() == file.content
    put = put_file(office=report_office, content=file.content, target=Target(file_name=file.name))
    assert put.path == report_office.exports / "phu-luc-2023-12.txt"
    assert put.path.read_bytes() == file.content


@pytest.mark.parametrize("where", ["december", "issued"])
def test_the_file_has_the_layout_that_was_looked_over_unless_another_is_asked_for(
    where: str, request: pytest.FixtureRequest, report_office: ReportOffice
) -> None:
    desk: Desk = request.getfixturevalue(where)
    preview = preview_report(desk, report_office, "12/2023", ReportRequest(layout="plan"))
    file = preview_file(desk, report_office, preview, ReportRequest(format="txt"))
    assert file.name == "ke-hoach-2023-12.txt"
    assert sheet_text(preview_sheet(desk, report_office, preview)).encode() == file.content
    other = ReportRequest(format="txt", layout="appendix")
    assert preview_file(desk, report_office, preview, other).name == "phu-luc-2023-12.txt"


def test_the_file_of_an_issued_report_is_the_one_that_went_out(
    issued: Desk, report_office: ReportOffice
) -> None:
    sent = (report_office.exports / "phu-luc-2023-12.txt").read_bytes()
    preview = preview_report(issued, report_office, "12/2023")
    assert preview_file(issued, report_office, preview, ReportRequest()).content == sent
    assert sheet_text(preview_sheet(issued, report_office, preview)).encode() == sent
    with pytest.raises(IssuedOtherwise):
        preview_file(issued, report_office, preview, ReportRequest(number="370"))


def test_an_issued_report_can_be_looked_over_though_its_layout_is_gone(
    issued: Desk, report_office: ReportOffice
) -> None:
    bare = replace(report_office, layouts=dict)
    preview = preview_report(issued, bare, "12/2023")
    assert preview.contents.totals.total == 8
    assert preview_file(issued, bare, preview, ReportRequest()).name == "phu-luc-2023-12.txt"
    with pytest.raises(LayoutGone):
        preview_sheet(issued, bare, preview)
