"""What is said when the register cannot be used, or a file cannot be read or written."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import ENOENT
from typing import Any

from tracker.core.database_address import is_url
from tracker.wording.file_troubles import unreadable_file, unreadable_files
from tracker.wording.formats import format_count
from tracker.wording.message_parts import (
    FOLDER_CHOSEN,
    backup_trouble,
    copy_trouble,
    database_upgrade,
    write_trouble,
)


def _not_a_register(it: Any) -> str:
    """Something else is kept there, or what is left of a register."""
    said = f"{it.location} không phải là sổ của chương trình này; "
    if is_url(it.location):
        return said + "chọn sổ khác bằng --db. Không có gì bị thay đổi."
    return (
        said + "chọn tệp khác bằng --db; nếu đây đúng là sổ của cơ quan bị hỏng thì lấy lại bằng: "
        "tracker restore TỆP. Tệp đó không bị thay đổi."
    )


def _outdated(it: Any) -> str:
    """Nothing copies a register on a server before it is upgraded."""
    if not is_url(it.location):
        return database_upgrade(it)
    return (
        f"Sổ dữ liệu {it.location} của phiên bản cũ (mức {it.found}); lần ghi tiếp theo sẽ tự nâng "
        "cấp mà không tự sao lưu, nên hãy sao lưu trước: tracker backup."
    )


def _backup_not_written(it: Any) -> str:
    """The folder may not be there: a disk not plugged in, or a name mistyped."""
    if it.error_number != ENOENT:
        return backup_trouble(it)
    folder = os.path.dirname(it.target)  # noqa: PTH120 - of "usb/" it gives "usb"
    return (
        f"Không ghi được bản sao lưu {it.target}: thư mục {folder} không có; kiểm tra lại đường "
        "dẫn hoặc ổ đĩa rời, hoặc tạo thư mục đó trước. Sổ không thay đổi."
    )


def waiting_words(seconds: int) -> str:
    """Somebody else is writing; ``seconds``: the longest wait."""
    return f"Sổ dữ liệu đang có người khác ghi; đang đợi, nhiều nhất {seconds} giây…"


REGISTER: dict[str, Callable[[Any], str]] = {
    "DatabaseTrouble": lambda _: "Sổ dữ liệu có vấn đề; chưa có gì thay đổi.",
    "RegisterTrouble": lambda it: f"Không dùng được sổ dữ liệu {it.location}.",
    "NoRegister": lambda it: (
        f"Chưa có sổ dữ liệu tại {it.location}; kiểm tra lại đường dẫn, hoặc ghi nhiệm vụ đầu tiên "
        "bằng tracker add."
    ),
    "GoneRegister": lambda it: (
        f"Không còn thấy sổ dữ liệu {it.location} mà màn hình đã đọc; chưa ghi thêm gì. Kiểm tra ổ "
        "đĩa, thư mục mạng, hoặc đưa tệp đã chuyển đi về chỗ cũ; màn hình tự đọc lại khi có."
    ),
    "LostRegister": lambda it: (
        f"Không thấy sổ dữ liệu {it.location}, nhưng cạnh đó có {format_count(it.copies)} bản sao "
        f'lưu; lấy lại bằng: tracker restore "{it.newest}". Nếu muốn lập sổ mới thì chuyển các '
        "bản sao lưu đó đi nơi khác."
    ),
    "NotARegister": _not_a_register,
    "FolderForRegister": lambda it: f"Sổ dữ liệu {it.location}: {FOLDER_CHOSEN}.",
    "CannotOpenRegister": lambda it: (
        f"Không được phép mở sổ dữ liệu {it.location}; kiểm tra quyền đọc, ghi của tệp và thư mục."
    ),
    "ReadOnlyRegister": lambda it: (
        f"Không ghi được vào sổ dữ liệu {it.location} vì tệp hoặc thư mục chỉ cho đọc; xin quyền "
        "ghi, hoặc chọn chỗ khác bằng --db."
    ),
    "LockedRegister": lambda it: (
        f"Sổ dữ liệu {it.location} đang có người khác ghi; đợi một lát rồi chạy lại lệnh."
    ),
    "DamagedRegister": lambda it: (
        f"Sổ dữ liệu {it.location} bị hỏng; đừng ghi thêm, hãy lấy lại bản sao lưu gần nhất trong "
        "thư mục backups cạnh sổ: tracker restore TỆP."
    ),
    "DamagedIndex": lambda it: (
        f"Mục lục tìm kiếm của sổ {it.location} bị hỏng, dữ liệu trong sổ thì không; lập lại mục "
        "lục: tracker backup, rồi tracker restore chính bản vừa sao lưu."
    ),
    "DiskTrouble": lambda it: (
        f"Ổ đĩa chứa sổ dữ liệu {it.location} đã đầy; dọn bớt rồi chạy lại lệnh."
        if it.is_full
        else f"Ổ đĩa chứa sổ dữ liệu {it.location} không đọc, ghi được; kiểm tra ổ đĩa."
    ),
    "UnreachableServer": lambda it: (
        f"Không kết nối được sổ dữ liệu {it.location}; kiểm tra mạng, máy chủ và quyền truy cập."
    ),
    "NoServerDriver": lambda it: (
        f"Chưa cài phần kết nối máy chủ nên không mở được sổ dữ liệu {it.location}; cài bằng: "
        'pip install "psycopg[binary]>=3.3,<4".'
    ),
    "NewerRegister": database_upgrade,
    "OutdatedRegister": _outdated,
    "UpgradeFailed": lambda it: (
        f"Không nâng cấp được sổ dữ liệu {it.location}; sổ vẫn như trước"
        + (f", bản sao lưu ở {it.backup}." if it.backup else ".")
    ),
    "DamagedIssue": lambda it: (
        f"Bản lưu của báo cáo mã {it.id} ({it.period_key}) không còn đúng như khi phát hành; chạy "
        "tracker check và lấy lại bản sao lưu gần nhất."
    ),
    "RestoreFailed": lambda it: (
        f"Khôi phục vào {it.location} không trọn vẹn nên đã bỏ; sổ vẫn như trước. Chạy lại lệnh, "
        "hoặc kiểm tra máy chủ."
    ),
    "UnreadableEvent": lambda _: (
        "Trong sổ có việc đã ghi không đọc được, sổ đã bị sửa ngoài chương trình; xem tracker "
        "check và lấy lại bản sao lưu gần nhất: tracker restore TỆP."
    ),
    "BackupFailed": lambda it: (
        f"Không sao lưu được sổ dữ liệu {it.location} sang {it.target}; kiểm tra chỗ trống và "
        "quyền ghi."
    ),
}

FILES: dict[str, Callable[[Any], str]] = {
    "UnreadableInput": lambda _: "Không đọc được tệp đầu vào.",
    "UnreadableFile": unreadable_file,
    "UnreadableFiles": unreadable_files,
    "CannotWriteFile": lambda _: "Không ghi được tệp; tệp cũ vẫn còn nguyên.",
    "FileNotWritten": write_trouble,
    "UnusableCopy": copy_trouble,
    "BackupExists": lambda it: (
        f"Đã có tệp {it.target}; bản sao lưu không bao giờ ghi đè. Chọn tên khác, hoặc bỏ tên tệp "
        "để chương trình tự đặt."
    ),
    "BackupNotWritten": _backup_not_written,
    "ResultNotPrinted": lambda _: (
        "Không in hết được kết quả ra nơi nhận; kiểm tra chỗ trống của ổ đĩa rồi xem lại bằng "
        "tracker list. Điều đã ghi vào sổ, nếu có, vẫn còn."
    ),
    "CannotMakeWorkspace": lambda it: (
        f"Không tạo được thư mục làm việc {it.path}; kiểm tra quyền ghi, hoặc đặt TRACKER_HOME "
        "sang thư mục khác."
    ),
}
