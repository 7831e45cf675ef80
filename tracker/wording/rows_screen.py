"""The screen on which tables are looked over before any of them is entered."""

from __future__ import annotations

from tracker.wording.formats import format_count
from tracker.wording.hints import Hint
from tracker.wording.message_parts import shortened

BOX_TITLE = "Dán bảng hay danh sách nhiệm vụ vào đây"
BOX_PLACEHOLDER = (
    "Chép bảng trong Word, Excel, trang web rồi dán (Ctrl+Shift+V hay chuột phải). "
    "Chưa ghi gì vào sổ: bảng được xem trước đã."
)
BOX_HINTS = (("Ctrl+S", "xem trước", "look_over"), ("Esc", "thôi", "leave"))
"""The keys of the box: key, words, action."""

NOTHING_NEW = "Không có dòng nào mới để ghi; bấm Esc để thôi."
NO_MORE_TROUBLE = "Không có dòng nào cần xem lại."
DOCUMENT_TITLE = "Văn bản giao nhiệm vụ của cả bảng"
DOCUMENT_FIELD = "Dùng cho những dòng không ghi văn bản (số ký hiệu, ngày)"
DOCUMENT_SAVE = "Đọc lại bảng"
FONT_TITLE = "Bảng gõ bằng phông chữ cũ nào? Chọn dòng đọc được"
FONTS = {
    "tcvn3": "TCVN3 (ABC): .VnTime, .VnArial…",
    "vni": "VNI: VNI-Times, VNI-Helve…",
}


def title(files: str) -> str:
    """What is looked over; the names of the files, empty of what was pasted."""
    what = f"tệp {shortened(files)}" if files else "bảng dán vào"
    return f"Xem trước {what}; chưa ghi gì vào sổ"


def nothing_read(files: str) -> tuple[str, ...]:
    """In place of rows, where none is about a directive."""
    if files:
        return (
            "Không tìm thấy nhiệm vụ nào trong tệp.",
            "",
            "Bấm Esc rồi chọn tệp khác; bảng cần có cột số ký hiệu văn bản và cột nội dung.",
        )
    return ("Không tìm thấy nhiệm vụ nào trong những gì đã dán.", "", "Bấm Esc rồi dán lại.")


def opening_words(seconds: int = 0) -> str:
    """The files are being opened, for so long by now; how far that has come nobody knows."""
    return f"Đang mở tệp{f' ({seconds} giây)' if seconds else ''}…"


def reading_words(done: int = 0, total: int = 0) -> str:
    """The tables are being read; so much of it, where that is known."""
    return f"Đang đọc{_share(done, total)}…"


def saving_words(done: int = 0, total: int = 0) -> str:
    """The rows are being entered."""
    return f"Đang ghi vào sổ{_share(done, total)}…"


STOPPING = "Đang dừng, không ghi gì vào sổ…"
UNREAD = "Chưa đọc được"
"""In place of the count."""


def _share(done: int, total: int) -> str:
    if not total:
        return ""
    full = _BAR_CELLS * done // total
    return f" {'█' * full}{'░' * (_BAR_CELLS - full)} {100 * done // total}%"


_BAR_CELLS = 20

_LEAVE = Hint("Esc", "Thôi", "leave")
READING_HINTS = (_LEAVE,)
SAVING_HINTS = (Hint("Esc", "Dừng, không ghi gì", "leave"),)
UNREAD_HINTS = (Hint("Enter", "Đọc lại", "save"), _LEAVE)
_DOCUMENT = Hint("d", "Văn bản của bảng", "document")


def hints(number: int, *, flagged: int, remarks: int, is_old: bool) -> tuple[Hint, ...]:
    """The keys over rows that were read; those further on are shown where there is room.

    ``number`` of the rows are to be entered, ``flagged`` to be looked at; ``is_old``: a font of
    before Unicode is in the way.
    """
    return (
        Hint("Enter", f"Ghi {format_count(number)} dòng", "save") if number else _LEAVE,
        *((_LEAVE,) if number else ()),
        *((Hint("f", "Phông cũ", "font"),) if is_old else ()),
        *((Hint("t", f"{format_count(remarks)} lưu ý", "remarks"),) if remarks else ()),
        *((Hint("l", f"{format_count(flagged)} dòng cần xem", "next_odd"),) if flagged else ()),
        *((Hint("dấu cách", "Bỏ dòng", "leave_out"),) if number else ()),
        _DOCUMENT,
    )


REMARKS_TITLE = "Lưu ý về các bảng"


def more_remarks(number: int) -> str:
    """In place of the remarks that there is no room for."""
    return f"… và {format_count(number)} lưu ý khác; bấm t để đọc hết."
