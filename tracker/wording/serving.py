"""What is said around the screen in a browser: in the terminal, and on its page."""

from __future__ import annotations

HOW_TO_STOP = (
    "Chỉ trình duyệt đầu tiên mở địa chỉ này dùng được màn hình, chỉ trên máy này, chỉ cho người "
    "đã chạy lệnh; tải lại trang là mở lại từ đầu, mất chữ đang gõ. Dừng: nhấn Ctrl+C ở cửa sổ này."
)

REFUSAL = (
    "Không mở được. Màn hình này chỉ mở trong trình duyệt đầu tiên dùng địa chỉ mà lệnh tracker "
    "tui --serve in ra, trên chính máy và trong tài khoản đã chạy lệnh. Nếu địa chỉ đó đã dùng rồi "
    "ở trình duyệt khác, hãy dừng lệnh (Ctrl+C) và chạy lại."
)

PAGE = {
    "title": "Sổ theo dõi nhiệm vụ",
    "opening": "Đang mở sổ",
    "closed": "Màn hình đã đóng.",
    "again": "Mở lại",
}
"""The words of the page, by the names it calls them."""


def opened_at(address: str) -> str:
    """Where the browser finds the screen."""
    return f"Màn hình trong trình duyệt: {address}"


PORT_WITHOUT_SERVE = "--port chỉ dùng cùng --serve"
