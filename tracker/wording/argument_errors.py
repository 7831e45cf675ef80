"""The standard argument parser's own English sentences, said in Vietnamese."""

from __future__ import annotations

_SENTENCES = {
    "usage: ": "Cách dùng: ",
    "positional arguments": "Tham số",
    "options": "Tùy chọn",
    "optional arguments": "Tùy chọn",
    "show this help message and exit": "xem hướng dẫn này",
    "the following arguments are required: %s": "còn thiếu: %s",
    "unrecognized arguments: %s": "không hiểu: %s",
    "expected one argument": "cần một giá trị đi kèm",
    "expected at least one argument": "cần ít nhất một giá trị đi kèm",
    "expected at most one argument": "chỉ nhận nhiều nhất một giá trị",
    "not allowed with argument %s": "không dùng cùng lúc với %s",
    "ignored explicit argument %r": "không nhận giá trị đi kèm, nhưng thấy %r",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "không có lựa chọn %(value)r (chọn một trong: %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "giá trị không hợp lệ: %(value)r",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s có thể là nhiều tùy chọn: %(matches)s"
    ),
    "one of the arguments %s is required": "cần một trong các tùy chọn: %s",
}


def in_vietnamese(sentence: str) -> str:
    """The Vietnamese for one of the parser's sentences; an unknown one stays as it is."""
    return _SENTENCES.get(sentence, sentence)


def in_vietnamese_counted(singular: str, plural: str, number: int) -> str:
    """As above for sentences with a number: Vietnamese has one form."""
    expected = "expected %s argument"
    if singular == expected:
        return "cần %s giá trị đi kèm"
    return in_vietnamese(singular if number == 1 else plural)
