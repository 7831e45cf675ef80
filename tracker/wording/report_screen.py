"""What the screen of reports says around a report that is looked over."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.report import ReportContents
from tracker.core.report_verdict import Verdict
from tracker.wording.formats import format_count, format_turn
from tracker.wording.labels import MEMBERSHIP
from tracker.wording.report_preview import (
    check_line,
    checks_line,
    claim_line,
    included_line,
    left_out_line,
)
from tracker.wording.row_cells import review_reasons

_WRITE = ("g", "Ghi tệp", "write")
_ISSUE = ("p", "Phát hành", "issue")
_LIVE = ("l", "Tính hiện nay", "switch_live")
_AS_ISSUED = ("l", "Bản phát hành", "switch_live")
_REST = (
    ("y", "Chép đoạn", "copy"),
    ("d", "Đã phát hành", "list_issued"),
    ("F5", "Đọc lại", "look_again"),
    ("Esc", "Về", "leave"),
)


def preview_hints(*, is_standing: bool, is_as_issued: bool) -> tuple[tuple[str, str, str], ...]:
    """The keys at the foot: key, words, action. What was issued is not issued again."""
    if not is_standing:
        return (_WRITE, _ISSUE, *_REST)
    return (_WRITE, _LIVE if is_as_issued else _AS_ISSUED, *_REST)


COMPUTING = "Đang tính số liệu…"
NOTHING_YET = "Chưa có số liệu để làm việc này."
NOT_ISSUED_YET = "Kỳ này chưa phát hành báo cáo nên chỉ có số liệu hiện nay."
CHANGED_SINCE = "Sổ đã có thay đổi từ lúc tính; bấm F5 để đọc lại."
NOTHING_IN_LAYOUT = ("Mẫu này không có dòng nào trong kỳ.",)
NOBODY_LEFT_OUT = ("Không có nhiệm vụ nào bị để ngoài.",)

LAYOUT = {
    "appendix": "Phụ lục",
    "plan": "Kế hoạch công tác",
    "extended": "Phụ lục mở rộng",
    "overdue": "Danh sách quá hạn",
    "units": "Thống kê theo đơn vị",
}
"""What the shipped layouts are called; an office's own go by their names."""


def layout_label(name: str) -> str:
    """What a layout is called."""
    return LAYOUT.get(name, name)


# What is asked for


def asked_pieces(
    *, period: str, layout: str, as_of: str, with_supporting: bool
) -> tuple[tuple[str, str, str], ...]:
    """What report is looked over, each part with the key that changes it: key, words, action."""
    return (
        ("c", f"Kỳ: {period or '…'}", "choose_period"),
        ("m", f"Mẫu: {layout}", "choose_layout"),
        ("v", f"Đến: {as_of}", "choose_day"),
        ("h", f"Phối hợp: {'có' if with_supporting else 'không'}", "switch_supporting"),
    )


PERIOD_TITLE = "Kỳ báo cáo"
OTHER_PERIOD = "Kỳ khác…"
OTHER_PERIOD_DETAILS = "12/2023, Q4/2023, 6T/2023, 9T/2023, 2023"
OTHER_PERIOD_KEY = "k"
PERIOD_HINT = "ví dụ: 12/2023"
PERIOD_FIELD = "Kỳ báo cáo"
PERIOD_HELP = (
    "Tháng 12/2023, quý Q4/2023, sáu tháng 6T/2023, chín tháng 9T/2023, năm 2023; hai ngày bất kỳ "
    "viết 2023-11-01..2023-12-10."
)
LOOK = "Xem"
LAYOUT_TITLE = "Mẫu báo cáo"
DAY_TITLE = "Số liệu tính đến ngày"
DAY_HELP = (
    "Viết ngày trước tháng sau: 14/12/2023. Việc xảy ra sau ngày đó chưa được tính. Để trống là "
    "ngày cuối của kỳ, hoặc hôm nay khi kỳ chưa hết."
)
DAY_FIELD = "Tính đến ngày (để trống: ngày cuối kỳ, hoặc hôm nay khi kỳ chưa hết)"
USUAL_DAY = "ngày cuối kỳ"


# The parts of a preview

PARTS = ("rows", "left_out", "checks", "summary")


def part_label(part: str, verdict: Verdict, *, count: int) -> str:
    """What a part of the preview is called, with its number or how it came out."""
    if part == "rows":
        return f"Bản in {format_count(count)}"
    if part == "left_out":
        return f"Để ngoài {format_count(count)}"
    if part == "checks":
        return f"Kiểm tra {'✓' if verdict.may_claim else '!'}"
    return "Đoạn văn"


LEFT_OUT_COLUMNS = ("Mã", "Số/Ký hiệu", "Vì sao", "Nội dung")


def left_out_cells(row: AssessedDirective, why: str) -> tuple[str, ...]:
    """One that is not in the report."""
    turn = format_turn(row.facts.instance)
    return str(row.id), f"{row.document.number}{turn}", MEMBERSHIP[why], row.content


def reason_words(why: str, *, is_included: bool) -> str:
    """Why a row is in the report, or is not."""
    return f"{'Đưa vào' if is_included else 'Không đưa vào'}: {MEMBERSHIP[why]}"


def verdict_lines(
    contents: ReportContents, shown: ReportContents, verdict: Verdict
) -> Iterator[tuple[str, str]]:
    """What was checked and what may be claimed, line by line, each with its role."""
    yield claim_line(verdict), "notice" if verdict.may_claim else "warning"
    yield checks_line(verdict), "notice" if verdict.is_sound else "bad"
    for check in verdict.checks:
        yield f"  {check_line(check)}", "plain" if check.holds else "bad"
    yield "", "plain"
    yield included_line(contents), "plain"
    yield left_out_line(contents), "plain"
    yield from _review_lines(shown)


def _review_lines(shown: ReportContents) -> Iterator[tuple[str, str]]:
    """Which rows cannot be judged, and what to do about them."""
    rows = [row for row in shown.rows if row.assessment.progress is Progress.NEEDS_REVIEW]
    if not rows:
        return
    yield "", "plain"
    yield (
        (
            f"Cần rà soát trước khi gửi báo cáo ({format_count(len(rows))}); bổ sung trong sổ: "
            "Esc, chọn nhiệm vụ, bấm h (ngày hoàn thành) hoặc s (thời hạn):"
        ),
        "warning",
    )
    for row in rows:
        turn = format_turn(row.facts.instance)
        yield f"  {row.id}  {row.document.number}{turn}: {'; '.join(review_reasons(row))}", "plain"


def copied_summary(lines: int) -> str:
    """The paragraph was copied."""
    return f"Đã chép đoạn báo cáo ({format_count(lines)} dòng) vào bộ nhớ tạm; dán bằng Ctrl+V."
