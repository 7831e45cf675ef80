"""The form in which a directive is put right."""

from __future__ import annotations

from tracker.wording.conflicts import form_field_name, form_value
from tracker.wording.formats import capitalised

YES, NO = "có", "không"

HINTS = {
    "deadline": "để trống: không có thời hạn",
    "supporting_units": "cách nhau bằng dấu phẩy",
}

SINGLE_ONLY = "Mỗi lần chỉ sửa được một nhiệm vụ; bấm A để bỏ hết dấu rồi chọn một dòng."

_YES_OR_NO = ("is_pinned", "is_supporting", "is_secret")


def edit_label(field: str) -> str:
    """The name of a field of the form."""
    name = form_field_name(field)
    more = f" ({YES} hoặc {NO})" if field in _YES_OR_NO else ""
    return f"{capitalised(name)}{more}"


def beside_words(opened: str, now: str) -> str:
    """What a field held when the form was opened, and what somebody else has put there."""
    return f"lúc mở: {form_value(opened)} · hiện nay: {form_value(now)}"
