"""``tracker list`` with a filter as it is typed, with views, and with options beside them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.program import Program
from tests.cli.test_refusals import require_sentence

ON_REPORT_DAY = ("--as-of", "14/12/2023")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("lang son", [7]),
        ("thái NGUYÊN", [6]),
        ('"với lạng"', [7]),
        ('"lang voi"', []),
        ("25/kh", [6]),
        ("td:dung-han", [1, 5]),
        ("tiến độ:đúng hạn", [1, 5]),
        ("progress:on_time,overdue", [1, 5]),
        ("tt:chua-xong dv:khong", [3, 4, 6, 7, 8, 9]),
        ('dv:"phong quan ly","Văn phòng"', [1, 2, 5]),
        ("han<15/01/2024", [1, 3, 6]),
        ("han<=15/01/2024 tt:open", [3, 6, 7, 8]),
        ("han:01/2024", [6, 7, 8]),
        ("han:khong tt:open", [2, 9]),
        ("han:17", [3]),
        ("xong:11/2023", [1]),
        ("xong:thang-truoc", [1]),
        ("xong<=30/10/2023", [5]),
        ("ngay:..23/5/2023", [3, 4]),
        ("ket-qua:co", [1, 5]),
        ("ket-qua:khong", []),
        ("xep:-han", [4, 7, 8, 6, 3, 1, 2, 5, 9]),
        ("xep:-vào-sổ tt:xong", [5, 1]),
        ("6T/2023", []),
    ],
)
def test_a_list_holds_what_the_filter_lets_through(
    bac_giang: Program, typed: str, ids: list[int]
) -> None:
    assert bac_giang.list(typed, *ON_REPORT_DAY) == ids
    assert bac_giang.list(*ON_REPORT_DAY, *typed.split(" ")) == ids


def test_relative_days_count_from_the_day_that_is_looked_at(bac_giang: Program) -> None:
    bac_giang.today(date(2023, 11, 20))
    assert bac_giang.list("xong:hom-qua") == []
    assert bac_giang.list("xong:hom-qua", "--as-of", "28/11/2023") == [1]
    assert bac_giang.list("han<=+17 tt:open", *ON_REPORT_DAY) == [3]


def test_a_list_says_how_the_filter_was_understood(bac_giang: Program) -> None:
    answer = bac_giang.run("list", "tien-do:dung-han han<1/1/2024", *ON_REPORT_DAY)
    assert answer.err == (
        "Lọc: đúng hạn · hạn trước 01/01/2024.\n01 nhiệm vụ, xem theo ngày 14/12/2023.\n"
    )
    for form in ("--json", "--csv"):
        assert bac_giang.run("list", "td:dung-han", form).err == ""
    assert "Lọc:" not in bac_giang.run("list", "--progress", "on_time").err


def test_a_name_in_a_filter_that_nothing_is_kept_under_is_said_to_be_unknown(
    bac_giang: Program,
) -> None:
    said = bac_giang.run("list", "dv:xyz").err.splitlines()[-1]
    assert said == "Trong sổ không có đơn vị «xyz»; đang có: Phòng Quản lý, Văn phòng."


def test_options_and_a_filter_narrow_together(bac_giang: Program) -> None:
    assert bac_giang.list("--unit", "văn phòng", "xep:-xong", *ON_REPORT_DAY) == [1, 5]
    assert bac_giang.list("--search", "ke hoach", "lang", *ON_REPORT_DAY) == [7]
    assert bac_giang.list("td:dung-han", "--progress", "on-time", *ON_REPORT_DAY) == [1, 5]
    assert bac_giang.list("--limit", "1", "td:dung-han", *ON_REPORT_DAY) == [1]


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (("--progress", "late", "td:qua-han"), "tiến độ"),
        (("--state", "done", "tt:chua-xong"), "tình trạng"),
        (("--unit", "Văn phòng", 'dv:"Phòng Quản lý"'), "đơn vị"),
        (("--officer", "An", "nt:Ba"), "người theo dõi"),
        (("--assigned-by", "An", "ld:Ba"), "lãnh đạo giao việc"),
        (("--role", "support", "vai-tro:chu-tri"), "vai trò"),
        (("--due-within", "7", "han:8"), "số ngày còn lại"),
        (("--no-deadline", "han:co"), "thời hạn"),
        (("--sort", "deadline", "xep:-han"), "thứ tự"),
        (("--view", "overdue", "td:cham"), "tiến độ"),
        (("--view", "4", "xong:11/2020"), "ngày hoàn thành"),
    ],
)
def test_what_says_two_things_about_one_is_refused(
    bac_giang: Program, arguments: tuple[str, ...], about: str
) -> None:
    said = bac_giang.refused("list", *arguments, code=2)
    require_sentence(said)
    assert f"khác nhau về {about};" in said


@pytest.mark.parametrize(
    ("view", "as_of", "ids"),
    [
        ("1", "14/12/2023", []),
        ("overdue", "16/01/2024", [3, 6, 7, 8]),
        ("Quá hạn", "16/01/2024", [3, 6, 7, 8]),
        ("qua-han", "16/01/2024", [3, 6, 7, 8]),
        ("2", "24/12/2023", [3]),
        ("sắp đến hạn", "24/12/2023", [3]),
        ("no-deadline", "14/12/2023", [2, 9]),
        ("4", "30/11/2023", [1]),
        ("done_this_month", "14/12/2023", []),
        ("5", "14/12/2023", []),
        ("6", "14/12/2023", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_a_view_is_called_by_its_number_or_its_name(
    bac_giang: Program, view: str, as_of: str, ids: list[int]
) -> None:
    assert bac_giang.list("--view", view, "--as-of", as_of) == ids


def test_what_was_done_without_a_document_of_its_result_has_a_view(bac_giang: Program) -> None:
    bac_giang.run("done", "6", "--on", "10/01/2024")
    bac_giang.run("done", "7", "--on", "10/01/2024", "--result", "Đã báo cáo miệng")
    assert bac_giang.list("--view", "thiếu văn bản kết quả") == [6, 7]
    assert bac_giang.list("--view", "without_result", "--as-of", "09/01/2024") == []


def test_a_view_can_be_narrowed_and_sorted_in_another_way(bac_giang: Program) -> None:
    late = ("--view", "1", "--as-of", "16/01/2024")
    assert bac_giang.list(*late, "hai duong") == [8]
    assert bac_giang.list(*late, "--sort", "number") == [6, 7, 8, 3]
    assert bac_giang.list(*late, "xep:-han") == [7, 8, 6, 3]
    said = bac_giang.run("list", *late, "--sort", "unit").err
    assert said.startswith("Lọc: quá hạn · xếp theo đơn vị.\n")


def test_what_is_due_soon_is_what_the_settings_say(bac_giang: Program) -> None:
    (bac_giang.home / "data/tracker.toml").write_text("[rules]\ndue_soon_days = 17\n", "utf-8")
    assert bac_giang.list("--view", "2", *ON_REPORT_DAY) == [3]


OWN_VIEWS = """
[views]
"Việc của phòng Quản lý" = 'don-vi:"Phòng Quản lý" tinh-trang:chua-xong'
"Quá hạn" = "td:qua-han lang"
"""


def test_an_office_has_views_of_its_own(bac_giang: Program) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(OWN_VIEWS, "utf-8")
    for name in ("7", "Việc của phòng Quản lý", "viec cua phong quan ly"):
        assert bac_giang.list("--view", name, *ON_REPORT_DAY) == [2]
    late = ("--as-of", "16/01/2024")
    assert bac_giang.list("--view", "quá hạn", *late) == [7]
    assert bac_giang.list("--view", "1", *late) == [3, 6, 7, 8]


@pytest.mark.parametrize("name", ["9", "0", "tuần này", ""])
def test_a_view_there_is_not_is_refused_with_those_there_are(bac_giang: Program, name: str) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(OWN_VIEWS, "utf-8")
    said = bac_giang.refused("list", "--view", name, code=2)
    require_sentence(said)
    assert "1 (Quá hạn), " in said
    assert "6 (Tất cả), 7 (Việc của phòng Quản lý), 8 (Quá hạn)." in said


def test_units_that_were_merged_are_found_under_their_new_name(bac_giang: Program) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(
        '[successors]\n"Phòng Quản lý" = "Phòng Khoa học"\n', "utf-8"
    )
    assert bac_giang.list('dv:"phòng khoa học"', *ON_REPORT_DAY) == [2]


def test_what_the_office_only_supports_is_told_of_and_found_when_asked_for(
    bac_giang: Program,
) -> None:
    bac_giang.run("edit", "7", "--supporting")
    answer = bac_giang.run("list", "lang son")
    assert answer.out == ""
    assert "Chưa kể 01 nhiệm vụ chỉ phối hợp" in answer.err
    assert bac_giang.list("lang son vai-tro:phoi-hop") == [7]
    assert bac_giang.list("son vai-tro:tat-ca") == [7]


def test_nothing_is_found_by_what_a_secret_document_says(bac_giang: Program) -> None:
    bac_giang.run("edit", "7", "--secret")
    assert bac_giang.list('"lang son"') == []
    assert bac_giang.list("30/KH ngay:6/2023") == [7]


def test_as_much_as_may_be_searched_for_at_once_is_searched_for(bac_giang: Program) -> None:
    words = " ".join(f"w{number}" for number in range(98))
    assert bac_giang.list(f'{words} {"%" * 1000} "{"_ " * 499}_"') == []
    for option in ((), ("--search",)):
        said = bac_giang.refused("list", *option, f"{words} a b c", code=2)
        require_sentence(said)
        assert "100" in said
