"""What is said of a filter that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.filters import range_words
from tracker.wording.formats import format_number, uncapitalised
from tracker.wording.message_parts import date_trouble, shortened

KEYS = {
    "progress": "tiến độ",
    "state": "tình trạng",
    "unit": "đơn vị",
    "officer": "người theo dõi",
    "assigned_by": "lãnh đạo giao việc",
    "role": "vai trò",
    "due": "thời hạn",
    "due_within": "số ngày còn lại",
    "completed": "ngày hoàn thành",
    "issued": "ngày văn bản",
    "assigned": "ngày giao",
    "result": "văn bản kết quả",
    "sort": "thứ tự",
}
"""What a filter can say something about."""

_AS_TEXT = "Cần tìm đúng chữ ấy thì đặt trong ngoặc kép."

_EXAMPLES = {
    "unit": 'don-vi:"Phòng Quản lý"',
    "officer": 'nguoi:"Nguyễn Văn An"',
    "assigned_by": 'lanh-dao:"Nguyễn Văn An"',
    "due_within": "han-trong:7",
}

_OTHER_DAYS = "12/2023, Q4/2023, hom-nay, +7, thang-nay"
_OF_DEADLINES = ", 7, khong, co"


def _unknown_value(it: Any) -> str:
    known = f"chọn trong: {', '.join(it.choices)}" if it.choices else _example(it.key)
    return f"Không hiểu điều kiện lọc «{shortened(it.text)}»; {known}. {_AS_TEXT}"


def _example(key: str) -> str:
    return f"viết như {_EXAMPLES[key]}"


def _unreadable_date(it: Any) -> str:
    why = date_trouble(it.trouble)
    said = f"Điều kiện lọc «{shortened(it.text)}»: {uncapitalised(why)}"
    if it.trouble.problem.value != "not_a_date":
        return said
    more = _OF_DEADLINES if it.key == "due" else ""
    return f"{said} Cũng nhận {_OTHER_DAYS}{more}. {_AS_TEXT}"


_GRAMMAR: dict[str, Callable[[Any], str]] = {
    "UnknownFilterKey": lambda it: (
        f"Không có điều kiện lọc «{shortened(it.text)}»; có phải «{it.nearest}»? {_AS_TEXT}"
    ),
    "UnknownFilterValue": _unknown_value,
    "UnreadableFilterDate": _unreadable_date,
    "ContradictoryFilter": lambda it: (
        f"Có hai điều kiện khác nhau về {KEYS[it.key]}; bỏ một trong hai."
    ),
    "EmptyRange": lambda it: (
        f"Lọc theo {KEYS[it.key]} {range_words(it.days)}: khoảng này kết thúc trước khi bắt đầu; "
        "đổi lại hai ngày."
    ),
}

_VIEW = {
    "bad_name": "tên phải là một dòng chữ và không chỉ gồm chữ số",
    "not_text": "cần điều kiện lọc là một dòng chữ đặt trong dấu nháy",
}


def view_trouble(it: Any) -> str:
    """What is wrong with a view in the settings."""
    line = f", dòng {it.line}" if it.line else ""
    said = f"Cài đặt {it.path}{line}: cách xem «{shortened(it.name)}»"
    if it.trouble is not None:
        why = _GRAMMAR[type(it.trouble).__name__](it.trouble)
        return f"{said}: {uncapitalised(why)}"
    if it.problem.value == "too_many":
        return f"{said} là quá nhiều; chỉ được {it.most} cách xem riêng."
    return f"{said}: {_VIEW[it.problem.value]}."


FILTERS: dict[str, Callable[[Any], str]] = {
    **_GRAMMAR,
    "WrongView": view_trouble,
    "SearchTooLong": lambda it: (
        f"Mỗi lần tìm được nhiều nhất {format_number(it.most_texts)} từ hoặc cụm từ, mỗi cụm không "
        f"quá {format_number(it.longest_text)} ký tự; bớt chữ cần tìm lại."
    ),
}
