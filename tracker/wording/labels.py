"""The Vietnamese name of every kind of thing, by its stable English value.

On the path of the quick commands: plain strings as keys, and nothing imported.
"""

from __future__ import annotations

UNKNOWN_CLERK = "không rõ"
"""Who works where the operating system does not say."""

PROGRESS = {
    "on_time": "Đúng hạn",
    "late": "Chậm",
    "not_yet_due": "Chưa đến hạn",
    "overdue": "Quá hạn",
    "suspended": "Tạm dừng",
    "withdrawn": "Thu hồi",
    "needs_review": "Cần rà soát",
}
"""Tiến độ: the judgement on a directive."""

ONGOING = "Thường xuyên"
"""What the screen says of an open directive without an end; on paper it is not yet due."""

STATE = {
    "not_started": "Chưa thực hiện",
    "in_progress": "Đang thực hiện",
    "done": "Đã thực hiện",
    "suspended": "Tạm dừng",
    "withdrawn": "Thu hồi",
}
"""How a directive stands."""

GROUP = {
    "done": "Đã thực hiện",
    "in_progress": "Đang thực hiện",
    "not_started": "Chưa thực hiện",
}
"""The parts of the appendix."""

EVENT = {
    "assigned": "Giao nhiệm vụ",
    "edited": "Sửa thông tin",
    "started": "Bắt đầu thực hiện",
    "completed": "Hoàn thành",
    "extended": "Gia hạn",
    "withdrawn": "Thu hồi",
    "suspended": "Tạm dừng",
    "resumed": "Tiếp tục thực hiện",
    "reopened": "Mở lại",
    "noted": "Tình hình thực hiện",
    "corrected": "Sửa lại việc đã ghi",
    "voided": "Bỏ vì ghi nhầm",
}
"""What happened to a directive."""

OPERATIONS = {
    "add": "ghi nhiệm vụ mới",
    "edit": "sửa thông tin",
    "start": "bắt đầu thực hiện",
    "done": "hoàn thành",
    "note": "ghi tình hình thực hiện",
    "extend": "gia hạn",
    "withdraw": "thu hồi",
    "suspend": "tạm dừng",
    "resume": "tiếp tục",
    "reopen": "mở lại",
    "correct": "sửa lại việc đã ghi",
    "void": "bỏ nhiệm vụ ghi nhầm",
    "handover": "bàn giao người theo dõi",
    "days-off": "sửa lịch nghỉ",
    "issue": "phát hành báo cáo",
    "retract": "lấy lại báo cáo đã phát hành",
    "restore": "khôi phục từ bản sao lưu",
    "import": "nhập cả bảng",
    "undo": "hoàn tác",
}
"""The name of each operation inside a sentence."""

MEMBERSHIP = {
    "open": "chưa hoàn thành",
    "completed_in_period": "hoàn thành trong kỳ",
    "not_reported_before": "đã hoàn thành, chưa có trong báo cáo nào",
    "pinned": "được ghim",
    "withdrawn": "đã thu hồi",
    "reported_before": "đã báo cáo ở kỳ trước",
    "supporting": "chỉ phối hợp",
}
"""Why a directive is in an appendix or left out of it."""

REVIEW = {
    "undated": "chưa rõ ngày hoàn thành",
    "unclear_deadline": "thời hạn chưa rõ",
}
"""Why a directive needs to be looked at again."""

NO_UNIT = "(chưa giao đơn vị)"
"""Stands for the division where none was named."""

FLAG = {
    "due_on_day_off": "hạn rơi vào ngày nghỉ",
    "no_deadline": "không thời hạn",
    "extended_after_expiry": "gia hạn sau khi quá hạn",
}
"""Remarks on a directive, shown beside its progress and never inside it."""


def screen_progress(progress: str, deadline_kind: str) -> str:
    """The judgement as the screen names it."""
    is_ongoing = progress == "not_yet_due" and deadline_kind == "ongoing"
    return ONGOING if is_ongoing else PROGRESS[progress]
