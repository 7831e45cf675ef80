"""The help of the screen: what each part of it is for, its keys, and the words explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tracker.wording.commands import key_name
from tracker.wording.filter_help import FILTER_HELP
from tracker.wording.labels import ONGOING, PROGRESS
from tracker.wording.register_table import SIGN


class Row(NamedTuple):
    """Something on the left, explained on the right."""

    name: str
    text: str


class Section(NamedTuple):
    """A part of the help."""

    title: str
    about: str = ""
    rows: tuple[Row, ...] = ()


class Keys(NamedTuple):
    """Keys that do the same, as the library names them, and what they do."""

    keys: str
    does: str


class Topic(NamedTuple):
    """A part of the screen: what it is for, and the keys of its own."""

    title: str
    about: str
    keys: tuple[Keys, ...] = ()


HELP_TITLE = "Trợ giúp"
HELP_HINTS = (
    ("Esc", "Đóng", "leave"),
    ("↑↓ PgUp PgDn", "cuộn", ""),
    ("/", "Tìm trong trợ giúp", "search"),
)
HELP_SEARCH = "tìm trong trợ giúp, không cần dấu"
HELP_NOT_FOUND = "Không có mục nào như vậy trong trợ giúp."

_READING = (
    Keys("up,k", "lên một dòng"),
    Keys("down,j", "xuống một dòng"),
    Keys("pageup", "trang trên"),
    Keys("pagedown", "trang dưới"),
    Keys("home", "về đầu"),
    Keys("end", "về cuối"),
)

TOPICS = {
    "table": Topic(
        "Bảng nhiệm vụ",
        "Mỗi dòng là một nhiệm vụ, hoặc một kỳ của nhiệm vụ định kỳ. Mọi lệnh làm với dòng đang "
        "đứng; đã đánh dấu nhiều dòng thì làm chung cho các dòng đó. Bấm chuột vào tên cột để xếp "
        "theo cột, bấm lại để xếp ngược; bấm vào mép trái của dòng để đánh dấu; bấm đúp để mở.",
        (
            *_READING[:4],
            Keys("home,ctrl+home", "dòng đầu"),
            Keys("end,ctrl+end", "dòng cuối"),
            Keys("enter", "mở toàn bộ nhiệm vụ"),
            Keys("space", "đánh dấu, bỏ dấu"),
        ),
    ),
    "summary": Topic(
        "Các con số",
        "Bấm vào số nào thì bảng chỉ còn những dòng được đếm ở số đó; bấm lại để xem tất cả. Tổng "
        "số bằng tổng các phần đứng trước gạch đứng; sắp đến hạn, không thời hạn, cần rà soát đếm "
        "riêng.",
        (
            Keys("left", "số bên trái"),
            Keys("right", "số bên phải"),
            Keys("enter,space", "lọc theo số này"),
        ),
    ),
    "search": Topic(
        "Ô tìm",
        "Bảng lọc theo từng chữ gõ vào: nửa chữ cũng được, không cần dấu; số ký hiệu gõ như "
        "thường. Ghép được chữ với các điều kiện ở dưới.",
        (
            Keys("enter", "về bảng, giữ kết quả"),
            Keys("up", "dòng trên trong bảng"),
            Keys("down", "dòng dưới trong bảng"),
            Keys("pageup", "trang trên trong bảng"),
            Keys("pagedown", "trang dưới trong bảng"),
            Keys("backspace", "xóa chữ; ô đã trống thì bỏ tìm"),
            Keys("escape", "bỏ tìm, xem tất cả"),
        ),
    ),
    "details": Topic(
        "Phần chi tiết",
        "Toàn bộ nhiệm vụ đang đứng trong bảng. Bôi đen bằng chuột rồi bấm Ctrl+C để chép.",
    ),
    "directive": Topic(
        "Toàn bộ một nhiệm vụ",
        "Toàn văn, thời hạn ban đầu và thời hạn đang áp dụng, các lần gia hạn, văn bản, tình hình, "
        "mọi thay đổi; nội dung văn bản mật chỉ hiện ở đây. Các lệnh ghi việc làm ngay được với "
        "nhiệm vụ này, không phải đóng. Bôi đen bằng chuột rồi bấm y hay Ctrl+C để chép đoạn đó.",
        (
            *_READING[:3],
            Keys("pagedown,space", "trang dưới"),
            *_READING[4:],
            Keys("left,left_square_bracket", "nhiệm vụ trước"),
            Keys("right,right_square_bracket", "nhiệm vụ sau"),
            Keys("y,ctrl+c", "chép đoạn bôi đen; y: không bôi đen thì chép thành một dòng"),
            Keys("escape,q", "đóng, về bảng"),
        ),
    ),
    "form": Topic(
        "Biểu mẫu",
        "Dưới mỗi ô hiện ngay điều đã hiểu. Chưa lưu thì sổ chưa thay đổi; khi không lưu được, mọi "
        "chữ đã gõ vẫn còn.",
        (
            Keys("enter", "ô tiếp theo; ở ô cuối: lưu"),
            Keys("up", "ô trước"),
            Keys("down", "ô tiếp theo"),
            Keys("ctrl+s", "lưu"),
            Keys("escape", "bỏ; đã gõ thì bấm hai lần"),
        ),
    ),
    "chooser": Topic(
        "Danh sách chọn",
        "Bấm phím đứng trước dòng, hoặc di chuyển rồi bấm Enter; bấm chuột cũng được. Nơi có ô để "
        "gõ thì gõ vài chữ, không cần dấu, để bớt dòng.",
        (
            Keys("up", "dòng trên"),
            Keys("down", "dòng dưới"),
            Keys("enter", "chọn"),
            Keys("escape", "không chọn gì"),
        ),
    ),
}
"""By the name a widget or a screen calls its topic by."""

_EXAMPLE = "Ví dụ: "


def topic_sections(name: str) -> Iterator[Section]:
    """What a part of the screen is for; none where nothing is written of it."""
    topic = TOPICS.get(name)
    if topic is None:
        return
    rows = tuple(
        Row(" ".join(key_name(key) for key in each.keys.split(",")), each.does)
        for each in topic.keys
    )
    yield Section(topic.title, topic.about, rows)
    if name == "search":
        yield Section(
            "Điều kiện lọc trong ô tìm", "", tuple(Row(term, more) for term, more in FILTER_HELP)
        )


def field_section(field: Any) -> Section:
    """What is to be typed in a field of a form."""
    example = f"{_EXAMPLE}{field.hint}" if field.hint else ""
    return Section(f"Ô «{field.label}»", " ".join(filter(None, (field.help, example))))


GROUPS_ABOUT = {
    "record": "Làm với nhiệm vụ đang đứng, hay mọi dòng đã đánh dấu. Lệnh không ghi phím: bấm m, "
    "hoặc Ctrl+P rồi gõ tên lệnh.",
}
"""What is to be said of a whole group of commands."""


def _judged(name: str, text: str) -> Row:
    sign = SIGN.get(name, " ")
    return Row(f"{sign} {PROGRESS[name]}", text)


WORDS = Section(
    "Giải thích từ",
    "Tiến độ luôn do chương trình tính từ các việc đã ghi, theo ngày đang xem; không ai gõ tay. "
    "Trong bảng, mỗi tiến độ có chữ và dấu riêng.",
    (
        _judged(
            "on_time",
            "đã hoàn thành, không sau ngày hết hạn. Đúng ngày hết hạn vẫn là trong "
            "hạn, kể cả khi văn bản viết «trước ngày»; hoặc việc không có thời hạn",
        ),
        _judged("late", "đã hoàn thành nhưng sau ngày hết hạn, kèm số ngày chậm"),
        _judged(
            "not_yet_due",
            "chưa hoàn thành và chưa qua ngày hết hạn (đúng ngày đó vẫn còn "
            "hạn), hoặc không có thời hạn",
        ),
        _judged("overdue", "chưa hoàn thành và đã qua ngày hết hạn, kể từ ngày hôm sau"),
        Row(
            f"{SIGN['due_soon']} sắp đến hạn",
            "chưa hoàn thành, còn 7 ngày trở xuống (sửa số này ở "
            "due_soon_days trong data/tracker.toml); vẫn đếm ở chưa đến hạn",
        ),
        Row(
            "  Không thời hạn",
            "là bình thường, không bao giờ quá hạn; đếm riêng, kèm số ngày đã giao",
        ),
        Row(f"  {ONGOING}", "việc làm liên tục, không có ngày kết thúc"),
        _judged("suspended", "theo văn bản của tỉnh; chưa tính quá hạn cho đến khi tiếp tục"),
        _judged("withdrawn", "theo văn bản của tỉnh; từ ngày đó không nằm trong tổng số"),
        _judged(
            "needs_review",
            "chưa rõ ngày hoàn thành, hoặc không đọc được thời hạn: sửa lại thì mới tính được",
        ),
        Row(
            "  Gia hạn",
            "hạn mới có hiệu lực từ ngày của văn bản cho phép; hạn ban đầu vẫn được giữ",
        ),
        Row("  Xem theo ngày", "mọi số liệu như vào cuối ngày đó: việc xảy ra sau chưa được tính"),
        Row("  Văn bản mật", "vẫn được đếm; nội dung chỉ hiện khi mở toàn bộ"),
    ),
)
"""The rules of progress in the words of the screen."""

PALETTE_TITLE = "Tìm lệnh"
PALETTE_HINT = "gõ tên việc cần làm, không cần dấu"
VIEW_GROUP = "Xem"
THEME_GROUP = "Màu"

THEME_NAMES = {
    "tracker-dark": "nền tối",
    "tracker-light": "nền sáng",
    "tracker-contrast": "tương phản cao",
}
"""The colours of the screen, by their stable English names."""


def theme_set(name: str) -> str:
    """What is said after the colours were changed."""
    return f"Màu màn hình: {THEME_NAMES[name]}."
