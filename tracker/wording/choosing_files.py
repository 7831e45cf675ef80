"""Choosing the files to be brought into the register."""

from __future__ import annotations

from datetime import date

from tracker.wording.message_parts import moment_seen_from

CHOOSE_TITLE = "Nhập tệp Excel, Word, CSV vào sổ"
SEARCH_FILES = "gõ vài chữ trong tên tệp; tệp mới lưu ở trên"
NAME_IT = "Gõ đường dẫn của tệp khác…"
NAME_FIELD = "Tệp (nhiều tệp thì cách nhau bằng dấu chấm phẩy)"
NAME_HINT = "ví dụ: ~/Downloads/phu-luc-11-2026.docx"
NAME_SAVE = "Xem trước"

FOLDERS_AT_HOME = (
    "Downloads", "Desktop", "Documents", "Tải về", "Tải xuống", "Màn hình nền", "Tài liệu",
)  # fmt: skip
"""What systems call the folders in which files are saved."""


def file_details(folder: str, saved_at: str, today: date) -> str:
    """When a file was saved (an instant, ISO), and where it is."""
    return f"{moment_seen_from(saved_at, today)} · {folder}"
