"""What the orders of a list are called.

On the path of the first picture of the screen: only what is light is imported.
"""

from __future__ import annotations

ORDERS = {
    "entry": "thứ tự vào sổ",
    "deadline": "thời hạn",
    "number": "số ký hiệu",
    "issued": "ngày văn bản",
    "completed": "ngày hoàn thành",
    "unit": "đơn vị",
    "content": "nội dung",
    "attention": "việc cần chú ý trước",
}
"""Within a sentence: what a list is sorted by."""

BRIEF_ORDERS = {**ORDERS, "attention": "cần chú ý trước"}
"""In the few words there is room for over a table."""
