"""What the forms and questions of the screen say."""

from __future__ import annotations

FORM_HINTS = (
    ("Enter", "ô tiếp theo", "next"),
    ("Ctrl+S", "Lưu", "save"),
    ("Esc", "Bỏ", "leave"),
)
"""The keys at the foot of a form: key, words, action."""

SAVING = "Đang ghi vào sổ…"
LEAVE_TWICE = "Chưa lưu. Bấm Esc lần nữa để bỏ những gì đã gõ, phím khác để gõ tiếp."
