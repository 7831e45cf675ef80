"""What each command of the screen is called, and what it does, for menu, palette and help."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """A command in words."""

    label: str
    details: str


COMMANDS = {
    "enter_line": Words(
        "Nhập một dòng", "gõ nhiệm vụ mới thành một dòng, xem ngay đã hiểu thế nào"
    ),
    "enter_form": Words(
        "Nhập bằng biểu mẫu", "từng ô một; «lưu và nhập tiếp» giữ lại cơ quan, ngày"
    ),
    "paste": Words("Dán cả bảng", "bảng chép từ Word, Excel, trang web; xem trước rồi mới ghi"),
    "import": Words(
        "Nhập tệp", "tệp Excel, Word, CSV; kéo thả tệp vào bảng cũng được; xem trước rồi mới ghi"
    ),
    "menu": Words("Thao tác", "mọi việc làm được với nhiệm vụ đang chọn hay đã đánh dấu"),
    "done": Words("Hoàn thành", "ghi văn bản kết quả và ngày hoàn thành"),
    "extend": Words("Gia hạn", "hạn mới và văn bản cho phép"),
    "note": Words("Ghi tình hình", "tình hình thực hiện đến một ngày"),
    "edit": Words("Sửa", "sửa điều đã gõ sai; giá trị cũ vẫn được lưu"),
    "start": Words("Bắt đầu thực hiện", "chuyển từ chưa thực hiện sang đang thực hiện"),
    "withdraw": Words("Thu hồi", "theo văn bản của tỉnh; không tính vào tổng số từ ngày đó"),
    "suspend": Words("Tạm dừng", "theo văn bản của tỉnh"),
    "resume": Words("Tiếp tục", "sau khi tạm dừng, theo văn bản"),
    "reopen": Words("Mở lại", "việc đã hoàn thành bị trả lại, hoặc việc đã thu hồi"),
    "assign": Words("Giao đơn vị, người theo dõi", "đổi đơn vị chủ trì, người theo dõi"),
    "void": Words("Bỏ vì ghi nhầm", "ra khỏi sổ, quá trình vẫn được giữ"),
    "undo": Words("Hoàn tác", "lấy lại việc vừa ghi; hôm sau vẫn hoàn tác được"),
    "mark": Words("Đánh dấu", "đánh dấu dòng này, hoặc bỏ dấu"),
    "mark_all": Words("Đánh dấu tất cả", "mọi dòng đang hiện"),
    "unmark": Words("Bỏ hết dấu", "không còn dòng nào được đánh dấu"),
    "search": Words("Tìm", "nửa chữ cũng được, không cần dấu; số ký hiệu gõ như thường"),
    "clear": Words("Bỏ tìm", "bỏ tìm kiếm và bộ lọc, về danh sách đầy đủ"),
    "sort": Words("Xếp thứ tự", "theo cột nào, xuôi hay ngược"),
    "views": Words("Chọn cách xem", "các bộ lọc có sẵn và của cơ quan"),
    "as_of": Words("Xem theo ngày khác", "mọi số liệu trên màn hình tính đến ngày đó"),
    "today": Words("Về hôm nay", "số liệu tính đến hôm nay"),
    "open": Words("Mở toàn bộ", "toàn văn, thời hạn, văn bản, quá trình"),
    "copy_row": Words("Chép dòng này", "thành một dòng báo cáo, vào bộ nhớ tạm"),
    "copy_table": Words("Chép cả bảng", "các dòng đang hiện, dán được vào Excel, Word"),
    "reports": Words("Báo cáo", "xem trước, ghi ra tệp, phát hành; báo cáo đã phát hành"),
    "overview": Words("Tổng quan", "tỷ lệ đúng hạn, chậm theo đơn vị, việc sắp đến hạn"),
    "help": Words("Trợ giúp", "các phím và cách dùng của nơi đang đứng"),
    "palette": Words("Tìm lệnh", "gõ tên việc cần làm, không cần dấu"),
    "theme": Words("Đổi màu", "nền tối, nền sáng, tương phản cao"),
    "quit": Words("Thoát", "đóng màn hình, từ mọi nơi bằng Ctrl+Q; mọi việc đã ghi nằm trong sổ"),
}

GROUPS = {
    "enter": "Nhập nhiệm vụ",
    "record": "Ghi việc xảy ra",
    "find": "Tìm và xem",
    "report": "Báo cáo",
    "other": "Khác",
}

KEYS = {
    "slash": "/",
    "space": "dấu cách",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "f5": "F5",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""The names of keys that are not letters."""


_HELD = {"ctrl": "Ctrl", "shift": "Shift"}
"""The names of keys that are held while another is pressed."""


def key_name(key: str) -> str:
    """A key as it is written on the keyboard, those that are held with it before it."""
    *held, pressed = key.split("+")
    name = KEYS.get(pressed, pressed.upper() if held else pressed)
    return "+".join([*(_HELD[each] for each in held), name])
