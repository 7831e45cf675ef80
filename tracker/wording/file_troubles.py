"""Why a file cannot be read, and what to do with it; one sentence each."""

from __future__ import annotations

from typing import Any

from tracker.core.vietnamese import clean
from tracker.wording.formats import capitalised
from tracker.wording.message_parts import FOLDER_CHOSEN, shortened
from tracker.wording.table_places import STDIN

_LONGEST_NAME = 80

_SAVE_AGAIN = "mở tệp bằng Excel, Word hoặc LibreOffice, lưu lại thành tệp mới rồi nhập tệp đó"

FILE_TROUBLES = {
    "not_there": "không có tệp này; kiểm tra lại tên và thư mục.",
    "is_folder": f"{FOLDER_CHOSEN}.",
    "not_allowed": "tài khoản của bạn không được phép đọc tệp; xin quyền đọc hoặc chép tệp ra chỗ "
    "khác.",
    "no_file": "đây không phải là tệp thường; lưu nội dung thành tệp rồi nhập tệp đó.",
    "empty": "tệp trống, không có chữ nào; kiểm tra lại xem tệp đã chép đủ chưa.",
    "unknown_kind": "không nhận ra loại tệp; lưu thành .xlsx, .docx hoặc .csv rồi nhập lại.",
    "old_document": "tệp Word kiểu cũ (.doc, .rtf) không đọc được; mở bằng Word hoặc LibreOffice, "
    "lưu thành .docx rồi nhập lại.",
    "open_document": "tệp văn bản .odt không đọc được; mở bằng LibreOffice hoặc Word, lưu thành "
    ".docx rồi nhập lại.",
    "paper": "tệp PDF hay ảnh chỉ có hình trang giấy, không có bảng để đọc; xin tệp Excel hoặc "
    "Word gốc, hoặc chép bảng rồi dán vào.",
    "damaged": f"tệp bị hỏng hoặc chưa chép đủ; {_SAVE_AGAIN}.",
    "encrypted": "tệp có đặt mật khẩu; mở tệp, bỏ mật khẩu, lưu lại rồi nhập.",
    "macros": "tệp có chứa macro nên không được đọc; lưu thành .xlsx hoặc .docx (không có macro) "
    "rồi nhập tệp đó.",
    "external_links": "tệp có liên kết sang tệp khác nên không được đọc; trong Excel chọn Data, "
    "Edit Links, Break Link rồi lưu lại.",
    "entities": f"tệp có phần khai báo lạ mà Excel và Word không bao giờ ghi; {_SAVE_AGAIN}.",
    "suspicious_parts": f"bên trong tệp có phần trùng tên hoặc tên không an toàn; {_SAVE_AGAIN}.",
    "too_large": "tệp quá lớn; chỉ giữ lại trang tính hoặc bảng có nhiệm vụ rồi nhập lại.",
    "too_many_parts": f"tệp có quá nhiều phần; {_SAVE_AGAIN}.",
    "expands_too_much": "nội dung nén trong tệp lớn bất thường; chép riêng bảng nhiệm vụ sang tệp "
    "mới rồi nhập tệp đó.",
    "too_many_rows": "bảng có quá nhiều dòng; xóa các dòng trống ở cuối hoặc chia thành nhiều tệp.",
    "too_many_columns": "bảng có quá nhiều cột; xóa các cột trống bên phải rồi nhập lại.",
    "too_much_text": "chữ trong tệp nhiều bất thường; chép riêng bảng nhiệm vụ sang tệp mới rồi "
    "nhập tệp đó.",
    "too_slow": "đọc tệp quá lâu nên đã dừng; chép riêng bảng nhiệm vụ sang tệp mới rồi nhập tệp "
    "đó.",
    "not_text": "không nhận ra bảng mã của chữ trong tệp; mở tệp, lưu lại với mã UTF-8 rồi nhập.",
    "no_letters": "đây không phải là bảng, cũng không phải là chữ; kiểm tra lại xem có chọn nhầm "
    "tệp không.",
    "nothing_in_it": "đọc được tệp nhưng không ô nào có chữ; kiểm tra lại xem có chọn nhầm tệp "
    "không.",
}
"""By ``FileTrouble``; follows the name of the file."""


def unreadable_file(it: Any) -> str:
    """The sentence for ``UnreadableFile``: which file, what is wrong with it, what to do."""
    where = f" (phần {shortened(it.detail)})" if it.detail else ""
    name = capitalised(STDIN) if it.name == "-" else f"Tệp {_name(it.name)}"
    return f"{name}{where}: {FILE_TROUBLES[it.trouble.value]}"


def unreadable_files(it: Any) -> str:
    """The same for each of several, a line each."""
    return "\n".join(map(unreadable_file, it.files))


def _name(name: str) -> str:
    """The end of a path is what tells files apart."""
    plain = " ".join(clean(name)[0].split())
    return plain if len(plain) <= _LONGEST_NAME else f"…{plain[-_LONGEST_NAME:]}"
