"""A filter is written as it is typed, and read again as the same filter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.filters import ANY_DAYS, filters
from tracker.core.errors import UsageError
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_text import filter_text
from tracker.core.filters import Filter

TODAY = date(2023, 12, 14)

_PIECES = st.sampled_from(
    ["td", "tien-do", "đơn", "vị", "thời", "hạn", "han", ":", "<", ">=", '"', " ", " ", ",",
     "qua-han", "quá", "khong", "7", "15/01/2024", "31/2/2024", "..", "12/2023", "+7", "-", "xep",
     "xong", "ngay", "người", "tt", "ket-qua", "dv", "Phòng A", "\u201c", "\u0301", "\u00a0",
     "\ud800", "tháng", "này", "progess", "http://x"]
)  # fmt: skip
_TYPED = st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=30)


@settings(max_examples=150)
@given(wanted=filters(), day=ANY_DAYS)
def test_every_filter_is_read_again_from_its_text(wanted: Filter, day: date) -> None:
    assert parse_filter(filter_text(wanted), today=day) == wanted


@settings(max_examples=150)
@given(typed=_TYPED, day=ANY_DAYS)
def test_whatever_is_typed_is_a_filter_with_one_text_or_refused(typed: str, day: date) -> None:
    try:
        wanted = parse_filter(typed, today=TODAY)
    except UsageError:
        return
    text = filter_text(wanted)
    again = parse_filter(text, today=day)
    assert again == wanted
    assert filter_text(again) == text
    assert "\n" not in text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", ""),
        ("lang  son", "lang son"),
        ("Progress:late,overdue SORT:-deadline Lạng", "tien-do:cham,qua-han xep:-han Lạng"),
        ("state:done,suspended,not-started,in_progress", "tinh-trang:chua-xong,da-thuc-hien"),
        ("tt:tạm-dừng", "tinh-trang:tam-dung"),
        ('unit:"Phòng A, B",none,"none"', 'don-vi:"Phòng A, B",khong,"none"'),
        ('officer:"An" assigned-by:"Ông ""Ba"""', 'nguoi:An lanh-dao:"Ông ""Ba"""'),
        ("han:31/12/2023 due-within:7", "han:7 han:31/12/2023"),
        ("due-within:1000", "han-trong:1000"),
        ("xong:11/2023 ngay:1/12/2023..5/12/2023", "xong:11/2023 ngay:01/12/2023..05/12/2023"),
        ("han>1/1/2024 han<=5/1/2024 han>=2/1/2024", "han:02/01/2024..05/01/2024 han>01/01/2024"),
        ("han:none result:any role:all", "vai-tro:tat-ca han:khong ket-qua:co"),
        ('"han:7" "vị:x" 09:30 tỉnh: "hai chữ"', '"han:7" "vị:x" 09:30 tỉnh: "hai chữ"'),
    ],
)
def test_a_filter_is_written_in_one_way(typed: str, text: str) -> None:
    assert filter_text(parse_filter(typed, today=TODAY)) == text
