"""Why nothing was entered of files that could be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.formats import format_count, format_date
from tracker.wording.table_places import file_words, table_words

_SHOWN = 20
"""So many tables are named."""


def no_directives(it: Any) -> str:
    """The sentence for files without any directive: what is in them, and what a table needs."""
    tables = "; ".join(
        f"{table_words(found)} ({file_words(file)})" for file, found in it.tables[:_SHOWN]
    )
    if len(it.tables) > _SHOWN:
        tables += "; …"
    return (
        f"Không có dòng nào là nhiệm vụ trong {tables}; bảng cần có cột số ký hiệu văn bản và cột "
        "nội dung. Văn bản giao ghi ngoài bảng thì thêm --document «số ký hiệu ngày …»."
    )


def rows_unread(it: Any) -> str:
    """The sentence for rows that could not be read."""
    if it.font is not None:
        return (
            f"Chưa ghi gì vào sổ: có dòng gõ bằng phông chữ cũ, có vẻ là {it.font.value.upper()}; "
            f"nhập lại kèm --font {it.font.value} (xem trước bằng --dry-run xem chữ đã đúng chưa)."
        )
    return (
        f"Chưa ghi gì vào sổ vì có {format_count(it.number)} dòng chưa đọc được (nêu ở trên); sửa "
        "tệp rồi nhập lại, hoặc thêm --skip-problems để chỉ ghi các dòng còn lại."
    )


IMPORTING: dict[str, Callable[[Any], str]] = {
    "NotConfirmed": lambda _: (
        "Chưa ghi gì vào sổ: xem trên rồi thêm --yes để ghi (hoặc --dry-run nếu chỉ muốn xem)."
    ),
    "RowsUnread": rows_unread,
    "NoDirectives": no_directives,
    "ReportedInTheFuture": lambda it: (
        f"Ngày đã báo cáo {format_date(it.day)} sau hôm nay ({format_date(it.today)}); ghi ngày "
        "đã báo cáo đến, hoặc k nếu chưa báo cáo việc nào."
    ),
}
"""By the name of the error."""
