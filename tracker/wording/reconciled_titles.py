"""The titles and headings of the sheet that goes back to those who sent the list."""

from __future__ import annotations

from typing import Any

from tracker.wording.formats import format_count, format_date
from tracker.wording.report_text import tasks

COLUMNS = {
    "ordinal": "TT",
    "document": "Số/ký hiệu, ngày văn bản",
    "content": "Nội dung",
    "deadline": "Thời hạn",
    "progress": "Tiến độ",
    "completion": "Hoàn thành",
    "result": "Văn bản kết quả",
    "remark": "Nhận xét, đề nghị",
}

GROUPS = {
    "differing": "Khác nhau",
    "only_theirs": "Chỉ có ở danh sách của tỉnh",
    "only_ours": "Chỉ có ở sổ của cơ quan",
    "unread": "Chưa đọc được trong danh sách của tỉnh",
    "agreeing": "Khớp",
}

NONE_LISTED = "không nêu từng nhiệm vụ"


def title(committee: str) -> str:
    """The heading of the sheet."""
    return f"Đối chiếu nhiệm vụ {committee}, Chủ tịch {committee} giao".upper()


def subtitle(office: str, as_of: Any) -> str:
    """Which lists are compared, and as of which day."""
    return f"(Danh sách của tỉnh và sổ theo dõi của {office}, tính đến ngày {format_date(as_of)})"


def counts(outcome: Any) -> str:
    """The numbers, in a line."""
    return (
        f"Danh sách của tỉnh: {tasks(outcome.theirs_count)}; sổ: {tasks(outcome.ours_count)}; "
        f"khớp: {format_count(len(outcome.agreeing))}"
    )


def heading(group: str, number: int, shown: int | None = None) -> str:
    """Head a part; ``shown``: how many of it are listed, where that is not all."""
    return f"{GROUPS[group]}: {tasks(number)}{_listed(shown)}"


def _listed(shown: int | None) -> str:
    if shown is None:
        return ""
    if not shown:
        return f" ({NONE_LISTED})"
    return f" (dưới đây chỉ nêu {tasks(shown)} có lời văn khác, để xem có đúng là một không)"


def theirs_said(text: str) -> str:
    """What only their list says."""
    return f"(tỉnh) {text}" if text else ""


def ours_said(text: str) -> str:
    """What only the register says."""
    return f"(sổ) {text}" if text else ""
