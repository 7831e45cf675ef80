from __future__ import annotations

from datetime import date

from tests.every_error import every_error
from tests.reports.builders import a_report, a_row, december_rows, due, shipped_layouts
from tracker.core.directive import State
from tracker.core.errors import TrackerError
from tracker.core.membership import Membership
from tracker.core.report_verdict import verdict_on
from tracker.operations.report_formats import SHEET_FORMATS
from tracker.operations.report_issuing import IssuedEarly
from tracker.operations.report_office import UnknownLayout
from tracker.wording import report_acts, report_screen
from tracker.wording.report_acts import issue_question, next_step
from tracker.wording.report_screen import PARTS, layout_label, part_label, verdict_lines


def test_every_format_of_a_sheet_and_every_shipped_layout_has_a_name() -> None:
    assert set(report_acts.FORMAT) == set(report_acts.FORMAT_KEYS) == set(SHEET_FORMATS)
    assert len(set(report_acts.FORMAT_KEYS.values())) == len(SHEET_FORMATS)
    assert set(report_screen.LAYOUT) == set(shipped_layouts())
    assert layout_label("cua-so") == "cua-so"


def test_what_to_press_is_told_of_refusals_that_exist_in_words_of_the_screen() -> None:
    assert set(report_acts._NEXT_STEPS) <= {kind.__name__ for kind in every_error()}
    report = a_report(december_rows())
    early = next_step(IssuedEarly(report.period, date(2023, 12, 5)))
    assert early == (
        "Trên màn hình này: bấm v rồi Enter để nói rõ là tính đến 05/12/2023, rồi bấm p."
    )
    assert "bấm m" in next_step(UnknownLayout("x", ()))
    assert next_step(TrackerError()) == ""


def test_each_part_of_a_preview_is_named_with_its_number_or_how_it_came_out() -> None:
    verdict = verdict_on(a_report(december_rows()))
    assert [part_label(part, verdict, count=9) for part in PARTS] == [
        "Bản in 09",
        "Để ngoài 09",
        "Kiểm tra ✓",
        "Đoạn văn",
    ]
    overdue = a_row(id=20, deadline=due("01/12/2023", date(2023, 12, 1)))
    assert part_label("checks", verdict_on(a_report([overdue])), count=0) == "Kiểm tra !"


def test_what_cannot_be_judged_is_named_with_where_to_mend_it() -> None:
    contents = a_report(
        [a_row(id=21, state=State.DONE)], left_out=[(a_row(id=9), Membership.SUPPORTING)]
    )
    told = list(verdict_lines(contents, contents, verdict_on(contents)))
    assert told[0][1] == "warning"
    assert "bấm h (ngày hoàn thành) hoặc s (thời hạn)" in told[-2][0]
    assert told[-1][0].strip().startswith("21")
    assert told[-1][0].endswith("chưa rõ ngày hoàn thành")
    assert "--" not in " ".join(text for text, _ in told)


def test_the_question_before_issuing_says_where_the_period_is_not_over() -> None:
    contents = a_report(december_rows())
    asked = issue_question(contents, "xlsx", "(Kèm theo …)")
    assert asked.startswith("Tổng số 09 nhiệm vụ, tính đến ngày 14/12/2023; tệp Excel (xlsx). (Kèm")
    assert "chưa hết" not in asked
