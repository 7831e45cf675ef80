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
TRY_AGAIN = "Những gì đã gõ vẫn còn đây; bấm Ctrl+S để ghi lại lần nữa."

SAVE_AND_NEXT = "Lưu và nhập tiếp"

CLOSE = "Đóng"
"""The key at the foot of what is only told."""
