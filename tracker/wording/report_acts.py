"""What the screen says of writing, issuing and taking back reports, and of what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents
from tracker.wording.formats import format_count, format_date, format_number
from tracker.wording.issued import RETRACTING, named
from tracker.wording.report_text import period_name, tasks

# Writing

FORMAT = {
    "xlsx": "Excel (xlsx)",
    "docx": "Word (docx)",
    "html": "Trang web (html)",
    "txt": "Văn bản thường (txt)",
}
"""What the formats of files are called."""

FORMAT_KEYS = {"xlsx": "x", "docx": "w", "html": "h", "txt": "t"}
FORMAT_TITLE = "Ghi ra tệp dạng nào"
ISSUE_FORMAT_TITLE = "Phát hành bằng tệp dạng nào"
AS_ISSUED = "đúng tệp đã phát hành"


def making_words(format_name: str, seconds: int) -> str:
    """A file is being made."""
    return f"Đang dựng tệp {FORMAT[format_name]}… {format_number(seconds)} giây"


GIVE_UP = "Bỏ"
GIVEN_UP = "Đã bỏ: không có tệp nào được ghi."
TOO_LATE = "Tệp đang được đặt vào chỗ, không bỏ được nữa."
STILL_MAKING = "Đang dựng một tệp khác; đợi xong, hoặc bấm Esc để bỏ tệp đó."

WRITTEN_TITLE = "Đã ghi báo cáo"
COPY_PATH = "Chép đường dẫn"
COPIED_PATH = "Đã chép đường dẫn vào bộ nhớ tạm; dán bằng Ctrl+V."


# Issuing

NUMBER_FIELD = "Số của báo cáo (để trống: ghi tay sau)"
DATED_FIELD = "Ngày của báo cáo (để trống: ghi tay sau)"
NUMBER_HINT = "ví dụ: 369"
NUMBER_HELP = "Chỉ số thứ tự, ví dụ 369; ký hiệu lấy theo cơ quan. Ký hiệu khác thì ghi đủ."
DATED_HELP = "Ngày ký, viết ngày trước tháng sau: 16/12/2023."
GO_ON = "Tiếp tục"
ISSUE = "Phát hành"
ISSUED_TITLE = "Đã phát hành báo cáo"

MEANING = (
    "Bản này được giữ nguyên mãi: dòng, số liệu, tệp không đổi nữa, in lại đúng từng byte; việc đã "
    "báo cáo hoàn thành không vào báo cáo kỳ sau. Sai thì lấy lại (có lý do) rồi phát hành bản "
    "khác."
)


def issue_title(period: ReportingPeriod) -> str:
    """The title of the form that asks for number and day."""
    return f"Phát hành báo cáo {period_name(period)}"


def issue_question(contents: ReportContents, format_name: str, enclosure: str) -> str:
    """What is about to be issued, and what that means."""
    ends_on = contents.period.ends_on
    early = f", kỳ đến {format_date(ends_on)} chưa hết" if contents.as_of < ends_on else ""
    return (
        f"Tổng số {tasks(contents.totals.total)}, tính đến ngày {format_date(contents.as_of)}"
        f"{early}; tệp {FORMAT[format_name]}. {enclosure}\n{MEANING}"
    )


# What was issued

LIST_TITLE = "Báo cáo đã phát hành"
LIST_HINTS = (
    ("i", "In lại", "print_again"),
    ("s", "Khác gì hiện nay", "compare"),
    ("l", "Lấy lại", "retract"),
    ("Enter", "Xem", "look"),
    ("Esc", "Về", "leave"),
)
ALL_HINTS = {False: ("a", "Cả bản đã lấy lại"), True: ("a", "Chỉ bản còn hiệu lực")}
NOTHING_ISSUED = {
    False: ("Không có báo cáo nào đang có hiệu lực.", "Bấm a để xem cả những bản đã lấy lại."),
    True: ("Chưa phát hành báo cáo nào.", "Bấm Esc về bản xem trước rồi bấm p để phát hành."),
}
READING_LIST = "Đang đọc danh sách…"
COMPARING = "Đang so sánh…"
NO_REPORT_MEANT = "Chưa có báo cáo nào để làm việc này."
PRINTED_TITLE = "Đã in lại đúng bản đã phát hành"
COMPARISON_TITLE = "Khác gì so với khi phát hành"
READING_HINTS = (("y", "Chép tất cả", "copy"), ("Esc", "Về", "leave"))
COPIED_TEXT = "Đã chép vào bộ nhớ tạm; dán bằng Ctrl+V."
RETRACT = "Lấy lại"
REASON_FIELD = "Lý do lấy lại"


def sha_line(report: Any) -> str:
    """What tells the file of an issued report from every other."""
    return f"Mã kiểm tra của tệp (SHA-256): {report.sha256}"


def retract_title(report: Any) -> str:
    """The title of the form that asks for the reason."""
    return f"Lấy lại: {named(report)}"


def retract_question(period: ReportingPeriod) -> str:
    """What taking a report back means."""
    return f"{RETRACTING} Sau đó phát hành được bản khác cho {period_name(period)}."


def reports_words(number: int) -> str:
    """How many reports are listed."""
    return f"{format_count(number)} báo cáo"


# What to do about a refusal

_ON_SCREEN = "Trên màn hình này: "


def next_step(error: Exception) -> str:
    """What to press about a refusal; empty where its own sentence tells all."""
    for kind in type(error).__mro__:
        if kind.__name__ in _NEXT_STEPS:
            return _ON_SCREEN + _NEXT_STEPS[kind.__name__](error)
    return ""


def _say_day(day: date) -> str:
    return f"bấm v rồi Enter để nói rõ là tính đến {format_date(day)}, rồi bấm p."


_NEXT_STEPS: dict[str, Callable[[Any], str]] = {
    "PeriodNotBegun": lambda _: "bấm c để chọn kỳ khác, v để chọn ngày khác.",
    "UnknownLayout": lambda _: "bấm m để chọn mẫu khác.",
    "LayoutGone": lambda _: "bấm m để chọn mẫu khác; bấm g vẫn ghi được đúng tệp đã phát hành.",
    "WrongLayout": lambda _: "sửa xong thì bấm F5.",
    "WrongSetting": lambda _: "sửa xong thì bấm F5.",
    "UnknownSetting": lambda _: "sửa xong thì bấm F5.",
    "UnreadableSettings": lambda _: "sửa xong thì bấm F5.",
    "NoRegister": lambda _: "bấm Esc về sổ rồi bấm n để nhập nhiệm vụ đầu tiên.",
    "LockedRegister": lambda _: "đợi một lát rồi bấm F5.",
    "IssuedEarly": lambda it: _say_day(it.as_of),
    "IssuedAhead": lambda _: "bấm v để chọn ngày không sau hôm nay.",
    "AlreadyIssued": lambda it: f"bấm d, chọn báo cáo mã {it.report.id}, bấm l để lấy lại.",
    "AlreadyRetracted": lambda _: (
        "bấm Esc về bản xem trước, bấm c chọn kỳ đó rồi bấm p để phát hành bản khác."
    ),
    "NotIssuable": lambda _: "bấm m để chọn mẫu có mọi nhiệm vụ.",
    "ChangedSinceSeen": lambda _: "bấm Esc, rồi F5 để đọc lại; xem lại rồi bấm p.",
    "FileNotWritten": lambda it: (
        f"sửa được chỗ ghi ({it.path.parent}) thì làm lại; thư mục báo cáo chọn ở mục exports "
        "trong data/tracker.toml."
    ),
}
"""By the name of the class: this room lies below those that raise them."""
