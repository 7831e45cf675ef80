"""The help of the screen: what each part of it is for, its keys, and the words explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tracker.wording.commands import key_name
from tracker.wording.filter_help import FILTER_HELP
from tracker.wording.help_topics import TOPICS
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


HELP_TITLE = "Trợ giúp"
HELP_HINTS = (
    ("Esc", "Đóng", "leave"),
    ("↑↓ PgUp PgDn", "cuộn", ""),
    ("/", "Tìm trong trợ giúp", "search"),
)
HELP_SEARCH = "tìm trong trợ giúp, không cần dấu"
HELP_NOT_FOUND = "Không có mục nào như vậy trong trợ giúp."

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
PALETTE_NOTHING = (
    "Màn hình không có lệnh này. Đối chiếu với tỉnh, kiểm tra, sao lưu… làm ở\n"
    "dòng lệnh: tracker reconcile TỆP; các lệnh khác: tracker --help."
)
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
