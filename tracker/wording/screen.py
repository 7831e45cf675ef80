"""What the register screen says around the table."""

from __future__ import annotations

from datetime import date

from tracker.wording.cell_width import cells
from tracker.wording.formats import format_count, format_date, format_number, format_weekday
from tracker.wording.row_order import BRIEF_ORDERS

APP_TITLE = "Sổ theo dõi nhiệm vụ"

_WIDE = 110

SEARCH_HINT = "/ tìm (không cần dấu)"
SEARCH_BRIEFLY = "/ tìm"
SEARCH_PLACEHOLDER = "nửa chữ, số ký hiệu, hoặc: td:quahan, han<15/01/2024, dv:…"
READING = "đang đếm…"
SORTING = "đang xếp…"
BUSY = "Sổ đang bận vì người khác đang ghi; màn hình tự cập nhật khi xong."
REPLACED = "Sổ vừa được thay bằng một bản khác; màn hình đã đọc lại."

HOW_TO_QUIT = "Thoát bằng q hay Ctrl+Q; mọi việc đã ghi đều nằm trong sổ."

EMPTY_REGISTER = (
    "Sổ chưa có nhiệm vụ nào.",
    "",
    "Đã có danh sách thì bấm i để nhập cả tệp Excel, Word (hay kéo tệp thả vào đây),",
    "hoặc p để dán bảng chép từ Word, Excel (Ctrl+Shift+V hay chuột phải).",
    "Bấm n để nhập từng nhiệm vụ bằng một dòng, b để nhập bằng biểu mẫu.",
    "Xem thử với dữ liệu mẫu: thoát bằng q rồi gõ tracker demo.",
)
"""What stands in place of the table while there is nothing in it."""

NOTHING_FOUND = (
    "Không có nhiệm vụ nào phù hợp.",
    "",
    "Bấm Esc để bỏ tìm kiếm và bộ lọc, 6 để xem tất cả.",
)


def as_of_words(as_of: date, *, today: date, room: int) -> str:
    """Which day everything on the screen is judged on; the way back where there is room for it."""
    if as_of == today:
        return f"Tính đến hôm nay, {format_weekday(as_of)}, {format_date(as_of)}"
    warning = f"TÍNH ĐẾN {format_date(as_of)}, KHÔNG PHẢI HÔM NAY"
    with_key = f"{warning} (0: về hôm nay)"
    return with_key if cells(with_key) <= room else warning


PRESETS = {
    "total": "Tất cả",
    "on_time": "Đúng hạn",
    "late": "Chậm",
    "not_yet_due": "Chưa đến hạn",
    "overdue": "Quá hạn",
    "other": "Tạm dừng, cần rà soát",
    "due_soon": "Sắp đến hạn",
    "no_deadline": "Không thời hạn",
    "needs_review": "Cần rà soát",
    "withdrawn": "Thu hồi",
    "supporting": "Phối hợp",
}
"""Which rows are shown, by the number over the table that was pressed."""


def view_words(preset: str, order: str, *, is_reversed: bool) -> str:
    """Which rows are shown, in which order."""
    turned = ", ngược" if is_reversed else ""
    return f"{PRESETS.get(preset, preset)} · xếp: {BRIEF_ORDERS[order]}{turned}"


def title_words(office: str, width: int) -> str:
    """The title of the screen, with the office where there is room."""
    return f"{APP_TITLE} · {office}" if office and width >= _WIDE else APP_TITLE


def rows_words(number: int | None, *, marked: int, is_sorting: bool = False) -> str:
    """How many rows are shown, None where that is still counted, and how many are marked.

    ``is_sorting``: they are shown in the order of before, until the one wanted is found.
    """
    waiting = SORTING if is_sorting else READING
    shown = waiting if number is None else f"{format_count(number)} dòng"
    return f"{shown} · đánh dấu {format_number(marked)}" if marked else shown


VIEWS_TITLE = "Xem những nhiệm vụ nào?"
SORT_TITLE = "Xếp theo (chọn lại để xếp ngược)"
NOTHING_MEANT = "Chưa có nhiệm vụ nào để làm việc này."
AS_OF_TITLE = "Xem theo ngày"
AS_OF_SAVE = "Xem"
AS_OF_FIELD = "Mọi số liệu tính đến ngày (để trống: hôm nay)"
AS_OF_HELP = (
    "Viết ngày trước tháng sau: 14/12/2023; hoặc: hôm qua, -30 (ba mươi ngày trước). Việc xảy ra "
    "sau ngày đó chưa được tính."
)


def as_of_set(as_of: date, *, today: date) -> str:
    """What is said after the day was changed."""
    if as_of == today:
        return "Đang xem theo hôm nay."
    return f"Đang xem theo ngày {format_date(as_of)}; bấm 0 để về hôm nay."


def marked_words(number: int) -> str:
    """How many are marked, and what that is for."""
    return f"Đã đánh dấu {format_count(number)} nhiệm vụ; bấm m để chọn việc làm chung cho tất cả."


def too_many_to_mark(most: int) -> str:
    """The list is too long to mark it whole."""
    return (
        f"Chỉ đánh dấu được nhiều nhất {format_number(most)} dòng một lần; hãy lọc hoặc tìm để bớt "
        "dòng."
    )
