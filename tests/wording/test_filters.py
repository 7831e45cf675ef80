"""A filter said in words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given

from tests.builders import TODAY
from tests.filters import filters
from tracker.core import filter_words as words
from tracker.core.day_range import DayRange
from tracker.core.errors import UsageError
from tracker.core.filter_grammar import parse_filter
from tracker.core.filters import Filter, FilterKey, Role
from tracker.core.row_order import Order
from tracker.core.saved_views import built_in_views, own_views
from tracker.core.vietnamese import clean
from tracker.wording import filter_messages
from tracker.wording.filter_help import FILTER_HELP, filter_help
from tracker.wording.filters import (
    ROLES,
    VIEWS,
    filter_line,
    range_words,
    view_label,
)
from tracker.wording.messages import sentence
from tracker.wording.row_order import BRIEF_ORDERS, ORDERS


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Order, ORDERS),
        (Order, BRIEF_ORDERS),
        (Role, ROLES),
        (FilterKey, filter_messages.KEYS),
    ],
)
def test_every_value_has_a_name_and_every_name_a_value(
    kind: type[StrEnum], names: dict[str, str]
) -> None:
    assert set(names) == {member.value for member in kind}
    assert all(names.values())


def test_every_view_has_a_label_and_an_office_s_own_is_called_as_it_wrote() -> None:
    views = built_in_views(due_soon_days=7)
    assert [view_label(view) for view in views] == list(VIEWS.values())
    assert view_label(own_views({"all": "td:cham"})[0]) == "all"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "tất cả"),
        (
            'td:qua-han dv:"Phòng A" han<15/1/2024 xep:han',
            "quá hạn · đơn vị Phòng A · hạn trước 15/01/2024 · xếp theo thời hạn",
        ),
        ('lang "day manh"', "có «lang», «day manh»"),
        ("td:late,on-time", "đúng hạn, chậm"),
        ("tt:open,done", "chưa xong, đã thực hiện"),
        ("tt:not-started,in-progress", "chưa thực hiện, đang thực hiện"),
        ("dv:khong,VP nt:khong", "đơn vị (chưa ghi), VP · người theo dõi (chưa ghi)"),
        ("ld:An vai-tro:phoi-hop", "lãnh đạo giao An · chỉ phối hợp"),
        ("han:7 role:lead", "chủ trì · đến hạn trong 7 ngày"),
        ("han:0 role:all", "cả chủ trì và phối hợp · đến hạn hôm nay"),
        ("han-trong:4000", "đến hạn trong 4.000 ngày"),
        ("han:khong", "không thời hạn"),
        ("han:co han>=1/3/2024", "có thời hạn · hạn từ 01/3/2024"),
        ("xong:thang-nay", "hoàn thành trong tháng 12/2023"),
        ("ngay:3/2/2023 ket-qua:khong", "văn bản ngày 03/02/2023 · đã xong, thiếu văn bản kết quả"),
        (
            "ket-qua:co xep:-xong",
            "đã xong, có văn bản kết quả · xếp theo ngày hoàn thành, ngược lại",
        ),
    ],
)
def test_a_filter_is_said_as_a_clerk_would_say_it(text: str, said: str) -> None:
    assert filter_line(parse_filter(text, today=TODAY)) == f"Lọc: {said}."


def test_of_many_words_only_the_first_are_told() -> None:
    wanted = parse_filter(" ".join(map(str, range(13))), today=TODAY)
    assert filter_line(wanted).endswith("«10», «11», ….")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (DayRange(since=date(2023, 12, 1), until=date(2023, 12, 31)), "trong tháng 12/2023"),
        (DayRange(since=date(2024, 1, 1), until=date(2024, 1, 31)), "trong tháng 01/2024"),
        (DayRange(since=date(2023, 3, 5), until=date(2024, 1, 1)), "từ 05/3/2023 đến 01/01/2024"),
        (DayRange(until=date(2024, 1, 1)), "đến hết 01/01/2024"),
        (DayRange(after=date(2024, 1, 1)), "sau 01/01/2024"),
        (
            DayRange(after=date(2024, 1, 1), before=date(2024, 3, 1)),
            "sau 01/01/2024 trước 01/3/2024",
        ),
    ],
)
def test_days_are_said_as_they_were_meant(days: DayRange, said: str) -> None:
    assert range_words(days) == said


@given(wanted=filters())
def test_every_filter_can_be_said_and_nothing_in_it_acts(wanted: Filter) -> None:
    said = filter_line(wanted)
    assert clean(said) == (said, 0)
    assert "\n" not in said
    assert (said == "Lọc: tất cả.") is (wanted == Filter())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "td:muon",
            "Không hiểu điều kiện lọc «td:muon»; chọn trong: dung-han, cham, chua-den-han, "
            "qua-han, tam-dung, thu-hoi, can-ra-soat. Cần tìm đúng chữ ấy thì đặt trong ngoặc kép.",
        ),
        (
            "dv>3",
            'Không hiểu điều kiện lọc «dv>3»; viết như don-vi:"Phòng Quản lý". Cần tìm đúng chữ '
            "ấy thì đặt trong ngoặc kép.",
        ),
        (
            "progess:late",
            "Không có điều kiện lọc «progess:late»; có phải «progress»? Cần tìm đúng chữ ấy thì "
            "đặt trong ngoặc kép.",
        ),
        (
            "xong<31/2/2024",
            "Điều kiện lọc «xong<31/2/2024»: ngày «31/2/2024» không đúng: tháng đó chỉ có 29 ngày; "
            "kiểm tra lại ngày.",
        ),
        (
            "xong:sớm",
            "Điều kiện lọc «xong:sớm»: ngày «sớm» không đúng: viết ngày/tháng/năm, ví dụ "
            "10/01/2024. Cũng nhận 12/2023, Q4/2023, hom-nay, +7, thang-nay. Cần tìm đúng chữ ấy "
            "thì đặt trong ngoặc kép.",
        ),
        ("xep:han xep:so", "Có hai điều kiện khác nhau về thứ tự; bỏ một trong hai."),
        (
            "han:2/2024..1/2024",
            "Lọc theo thời hạn từ 01/02/2024 đến 31/01/2024: khoảng này kết thúc trước khi bắt "
            "đầu; đổi lại hai ngày.",
        ),
    ],
)
def test_a_refused_filter_is_told_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_filter(text, today=TODAY)
    assert sentence(caught.value) == said


def test_only_of_a_deadline_it_is_told_that_there_may_be_none() -> None:
    with pytest.raises(UsageError) as caught:
        parse_filter("han:sớm", today=TODAY)
    assert "thang-nay, 7, khong, co." in sentence(caught.value)


@pytest.mark.parametrize("term", [term for term, _ in FILTER_HELP if term])
def test_every_example_in_the_help_is_a_term(term: str) -> None:
    assert parse_filter(term, today=TODAY).texts == ()


def test_the_help_tells_every_key_and_every_value() -> None:
    told = filter_help("LỌC")
    keys = set(words.choices(words.KEYS)) - {words.written(words.KEYS, FilterKey.DUE_WITHIN)}
    values = (words.PROGRESS, words.STATE, words.ROLE, words.THERE_IS, words.ORDER)
    wanted = keys | {word for table in values for word in words.choices(table)}
    assert [word for word in sorted(wanted) if word not in told] == []
    assert max(map(len, told.splitlines()[1:-1])) <= 100
