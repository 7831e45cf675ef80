"""What the overview says around its charts on the screen."""

from __future__ import annotations

READING = "đang đọc…"

POINTER = "▸ "
"""Before the line that Enter is about."""

HINTS = (
    ("Enter", "Xem danh sách", "choose"),
    ("Tab", "Biểu đồ sau", "jump"),
    ("v", "Xem theo ngày", "as_of"),
    ("Ctrl+P", "Lệnh", "palette"),
    ("Esc", "Về sổ", "leave"),
)
"""The keys at the foot of the overview: key, words, action."""

EMPTY = (
    "Sổ chưa có nhiệm vụ nào để vẽ biểu đồ.",
    "",
    "Bấm Esc để về sổ, rồi n để nhập nhiệm vụ đầu tiên.",
)
EMPTY_ON_DAY = (
    "Đến ngày đang xem, sổ chưa có nhiệm vụ nào.",
    "",
    "Bấm 0 để về hôm nay, v để xem theo ngày khác.",
)
"""What stands in place of the charts while there is nothing to draw."""

NOTHING_COUNTED = "Chọn một dòng có số bằng phím ↑ ↓, rồi bấm Enter để xem các nhiệm vụ ấy."


def overview_title(office: str, width: int) -> str:
    """The title of the screen, with the office where there is room."""
    return f"{_TITLE} · {office}" if office and width >= _WIDE else _TITLE


_TITLE = "Tổng quan"
_WIDE = 100
