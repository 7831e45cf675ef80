"""What is said of a report that is looked over before it is written or issued."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents
from tracker.core.report_checks import Check, CheckKind
from tracker.core.report_verdict import Hindrance, Verdict
from tracker.wording.formats import capitalised, format_count, format_date
from tracker.wording.issued import issued_words
from tracker.wording.labels import GROUP, MEMBERSHIP, PROGRESS
from tracker.wording.report_text import ALL_IN_TIME, PARTS, TROUBLE, period_name, roman, tasks

CHECK = {
    "total": "Tổng số",
    **{group: f"{roman(number)}. {name}" for number, (group, name) in enumerate(GROUP.items(), 1)},
    "one_group": "Số dòng ở đúng một phần",
    "withdrawn": "Ngoài tổng số: đã thu hồi",
    "supporting": "Ngoài tổng số: chỉ phối hợp",
}
"""What is checked of a report; the number follows."""

HINDRANCE = {"nothing_assigned": "không có nhiệm vụ nào trong kỳ báo cáo", **TROUBLE}
"""Why a report does not claim that everything was done in time."""

_PART = {"on_time": PROGRESS["on_time"].lower(), **PARTS}
_HOLDS, _BROKEN = "✓", "✗ sai"


def period_choice(period: ReportingPeriod) -> str:
    """A period to choose, with its days: ``Tháng 12/2023 (15/11/2023 - 14/12/2023)``."""
    return f"{capitalised(period_name(period))} ({_days(period)})"


def preview_heading(period: ReportingPeriod, as_of: date) -> str:
    """What the numbers speak of, and a word where more may happen before the period is over."""
    early = "" if as_of >= period.ends_on else ", trước ngày cuối kỳ"
    return (
        f"Báo cáo {period_name(period)} ({_days(period)}), tính đến ngày "
        f"{format_date(as_of)}{early}"
    )


def _days(period: ReportingPeriod) -> str:
    return f"{format_date(period.starts_on)} - {format_date(period.ends_on)}"


def standing_line(standing: Any, *, is_as_issued: bool) -> str:
    """Whether a report on the period went out, and whether it is the one looked at."""
    if standing is None:
        return "Kỳ này chưa phát hành báo cáo."
    if is_as_issued:
        return f"{issued_words(standing)}. Đang xem đúng số liệu đã phát hành."
    return (
        f"{issued_words(standing)}. Đang xem số liệu tính lại theo sổ hiện nay; bản đã phát hành "
        "giữ nguyên."
    )


def check_line(check: Check) -> str:
    """A check with its numbers and how it came out: ``Tổng số 09 = 02 + 07 + 0 ✓``."""
    line = f"{CHECK[check.kind]} {format_count(check.stated)}"
    if check.parts:
        line += f" {'=' if check.is_sum else '≠'} {_sum(check)}"
    if check.counted != check.stated:
        line += f", đếm được {format_count(check.counted)} dòng"
    return f"{line} {_HOLDS if check.holds else _BROKEN}"


_NAMED_PARTS = frozenset({CheckKind.DONE, CheckKind.IN_PROGRESS, CheckKind.NOT_STARTED})


def _sum(check: Check) -> str:
    is_named = check.kind in _NAMED_PARTS
    return " + ".join(
        f"{_PART[part]} {format_count(number)}" if is_named else format_count(number)
        for part, number in check.parts.items()
    )


def checks_line(verdict: Verdict) -> str:
    """How all checks came out together."""
    number = len(verdict.checks)
    broken = sum(not check.holds for check in verdict.checks)
    if broken:
        return f"Số liệu không khớp: {format_count(broken)} trên {format_count(number)} {_BROKEN}"
    return f"Số liệu khớp: đã kiểm tra {format_count(number)} con số {_HOLDS}"


def claim_line(verdict: Verdict) -> str:
    """Whether the report may claim that everything was done in time, else what prevents it."""
    if verdict.may_claim:
        return f"Được ghi «{ALL_IN_TIME}» {_HOLDS}"
    reasons = list(_hindrances(verdict.hindrances))
    if not verdict.is_sound:
        reasons.insert(0, "số liệu không khớp")
    return f"Không được ghi «{ALL_IN_TIME}»: {'; '.join(reasons)}"


def _hindrances(hindrances: Mapping[Hindrance, int]) -> Iterable[str]:
    for hindrance, number in hindrances.items():
        words = HINDRANCE[hindrance]
        yield f"{tasks(number)} {words}" if number else words


def included_line(contents: ReportContents) -> str:
    """How many are in the report for which reason."""
    return _by_reason("Đưa vào", contents.reasons)


def left_out_line(contents: ReportContents) -> str:
    """How many are not in it for which reason; ``left_out_lines`` names them."""
    return _by_reason("Không đưa vào", (why for _, why in contents.left_out))


def _by_reason(title: str, reasons: Iterable[Membership]) -> str:
    counted = Counter(reasons)
    total = f"{title} {format_count(counted.total())}"
    if not counted:
        return total
    return f"{total}: " + " · ".join(
        f"{MEMBERSHIP[why]} {format_count(counted[why])}" for why in Membership if counted[why]
    )
