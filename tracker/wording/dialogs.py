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
