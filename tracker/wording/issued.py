"""The reports that were issued, put into words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.wording.formats import format_count, format_date, uncapitalised
from tracker.wording.message_parts import moment
from tracker.wording.report_text import period_name

REPORT_COLUMNS = ("Mã", "Kỳ", "Tính đến", "Số", "Tổng số", "Phát hành", "Người", "Tệp", "")


def report_cells(report: Any) -> tuple[str, ...]:
    """One line of ``reports``."""
    return (
        str(report.id),
        period_name(report.period),
        format_date(report.as_of),
        _number_and_day(report),
        format_count(report.totals["total"]),
        moment(report.issued_at),
        report.issued_by,
        report.file_name,
        retracted_words(report.retraction) if report.retraction else "",
    )


def _number_and_day(report: Any) -> str:
    day = f"ngày {format_date(report.dated_on)}" if report.dated_on else ""
    return " ".join(filter(None, (report.number, day)))


def retracted_words(retraction: Any) -> str:
    """That a report was taken back, by whom, when and why."""
    return f"đã lấy lại ({moment(retraction.at)}, {retraction.who}: {retraction.reason})"


def reports_footer(reports: Sequence[Any], *, with_retracted: bool) -> str:
    """How many there are, and where the others are."""
    if reports:
        return f"{format_count(len(reports))} báo cáo."
    if with_retracted:
        return "Chưa phát hành báo cáo nào; phát hành bằng: tracker report KỲ --issue."
    return (
        "Không có báo cáo nào đang có hiệu lực; phát hành bằng: tracker report KỲ --issue; xem cả "
        "những bản đã lấy lại: tracker reports --all."
    )


def issued_words(report: Any) -> str:
    """Name a report that was issued, and say what became of it."""
    number = _number_and_day(report)
    return (
        named(report)
        + (f" (số {number})" if report.number else f" ({number})" if number else "")
        + f", tính đến ngày {format_date(report.as_of)}, {report.issued_by} phát hành lúc "
        + moment(report.issued_at)
        + (f"; {retracted_words(report.retraction)}" if report.retraction else "")
    )


def named(report: Any) -> str:
    """Name a report that was issued: its id and its period."""
    return f"Báo cáo mã {report.id}, {period_name(report.period)}"


RETRACTING = (
    "Bản đã phát hành vẫn được lưu; những gì bản đó đã báo cáo sẽ được đưa vào báo cáo sau."
)
"""What follows from taking a report back."""


def retracted_line(report: Any) -> str:
    """What is said after a report was taken back."""
    return f"{taken_back_line(report)} Phát hành lại bằng: tracker report KỲ --issue."


def taken_back_line(report: Any) -> str:
    """The same, without the command that issues another."""
    return f"{named(report)}: đã lấy lại. {RETRACTING}"


def issued_line(report: Any) -> str:
    """What is said after a report was issued."""
    return (
        f"{named(report)}: đã phát hành, từ nay in lại đúng bản này. Mã kiểm tra của tệp "
        f"(SHA-256): {report.sha256}"
    )


def printed_again_line(report: Any) -> str:
    """What is said where an issued report is printed again instead of made anew."""
    return (
        f"{issued_words(report)}. Đây là đúng bản đã phát hành; tính lại theo số liệu hiện nay: "
        f"thêm --live; xem đã thay đổi những gì: tracker diff {report.id}."
    )


def drawn_from_issued_line(report: Any) -> str:
    """What is said where another form of an issued report is drawn from what was issued."""
    return (
        f"{issued_words(report)}. Bản này được dựng từ số liệu đã phát hành; tính lại theo số liệu "
        "hiện nay: thêm --live."
    )


def computed_live_line(report: Any) -> str:
    """What is said where an issued report is not printed, but computed anew."""
    return (
        f"Lưu ý: {uncapitalised(named(report))}, đã phát hành; bản này được tính "
        f"lại theo số liệu hiện nay và không thay bản đã phát hành (xem khác nhau ở đâu: tracker "
        f"diff {report.id})."
    )
