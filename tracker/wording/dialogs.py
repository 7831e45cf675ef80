"""What the forms and questions of the screen say."""

from __future__ import annotations

NEXT_FIELD = "ô tiếp theo"
SAVE = "Lưu"
LEAVE = "Bỏ"
YES = "Đồng ý"
NO = "Thôi"
"""The keys at the foot of a form."""

SAVING = "Đang ghi vào sổ…"
LEAVE_TWICE = "Chưa lưu. Bấm Esc lần nữa để bỏ những gì đã gõ, hoặc gõ tiếp."
LEAVE_TRACKER_TWICE = "Có chữ đã gõ mà chưa lưu. Bấm lần nữa thì thoát và bỏ đi."
LEAVE_AFTER_SAVING = "Đang ghi, chưa thoát được; ghi xong hãy bấm lại."
TRY_AGAIN = "Những gì đã gõ vẫn còn đây; bấm Ctrl+S để ghi lại lần nữa."

SAVE_AND_NEXT = "Lưu và nhập tiếp"


def take_back_words(count: int) -> str:
    """The key that takes back what could not be saved."""
    return f"Lấy lại {count} mục"


CLOSE = "Đóng"
"""The key at the foot of what is only told."""
