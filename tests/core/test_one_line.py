from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.errors import UsageError
from tracker.core.one_line import (
    OneLine,
    OneLineProblem,
    UnreadableLine,
    parse_one_line,
    unread_deadline,
)

TODAY = date(2023, 12, 14)
PLAN = "25/KH-UBND ngày 24/5/2023"


def _read(line: str) -> OneLine:
    return parse_one_line(line, today=TODAY)


def test_a_line_is_a_document_a_content_and_a_closing_deadline() -> None:
    line = _read(f"{PLAN} V/v Kế hoạch thực hiện Biên bản Ghi nhớ hạn 10/01/2024")
    assert (line.document.number, line.document.issued_on) == ("25/KH-UBND", date(2023, 5, 24))
    assert line.content == "V/v Kế hoạch thực hiện Biên bản Ghi nhớ"
    assert line.deadline_text == "10/01/2024"


def test_a_document_named_in_the_content_stays_in_it_with_its_date() -> None:
    content = "V/v triển khai Thông tư số 14/2023/TT-BKHCN ngày 30/6/2023"
    line = _read(f"3797/UBND-KGVX Ngày 10/7/2023 {content}")
    assert line.document.number == "3797/UBND-KGVX"
    assert (line.content, line.deadline_text) == (content, "")


def test_a_line_that_opens_with_prose_is_kept_whole_as_content() -> None:
    line = _read("Báo cáo kết quả thực hiện Công văn số 12/UBND-TH ngày 5/12/2023 hạn 20/12/2023")
    assert line.document.number == "12/UBND-TH"
    assert line.content == "Báo cáo kết quả thực hiện Công văn số 12/UBND-TH ngày 5/12/2023"
    assert line.deadline_text == "20/12/2023"


@pytest.mark.parametrize(
    ("rest", "content", "deadline_text"),
    [
        ("rà soát, thời hạn: trước ngày 10/12/2023.", "rà soát", "trước ngày 10/12/2023"),
        ("gửi báo cáo (hạn 10/12/2023)", "gửi báo cáo", "10/12/2023"),
        ("gửi báo cáo; hạn hoàn thành quý IV/2023", "gửi báo cáo", "quý IV/2023"),
        ("gửi báo cáo - Hạn: 30/6", "gửi báo cáo", "30/6"),
        ("gửi báo cáo hạn cuối 31/12/2023", "gửi báo cáo", "31/12/2023"),
        ("gửi báo cáo hạn trong 10 ngày làm việc", "gửi báo cáo", "trong 10 ngày làm việc"),
        ("gửi báo cáo hạn thường xuyên", "gửi báo cáo", "thường xuyên"),
        ("báo cáo quá hạn 5 việc hạn 30/6", "báo cáo quá hạn 5 việc", "30/6"),
        (": rà soát TTHC", "rà soát TTHC", ""),
        ("báo cáo nhiệm vụ quá hạn 5 ngày", "báo cáo nhiệm vụ quá hạn 5 ngày", ""),
        ("rà soát giới hạn 10/12/2023", "rà soát giới hạn 10/12/2023", ""),
        ("xin gia hạn 31/12/2023", "xin gia hạn 31/12/2023", ""),
        ("hạn chế in ấn thường xuyên", "hạn chế in ấn thường xuyên", ""),
        ("gửi báo cáo đúng thời hạn", "gửi báo cáo đúng thời hạn", ""),
        ("gửi đúng thời hạn 10/12/2023", "gửi đúng thời hạn 10/12/2023", ""),
        ("hạn 5 năm xây dựng", "hạn 5 năm xây dựng", ""),
        ("gửi trước ngày 10/12/2023", "gửi trước ngày 10/12/2023", ""),
        ("hạn 30/6/2023 phải xong đường", "hạn 30/6/2023 phải xong đường", ""),
    ],
)
def test_only_a_closing_deadline_understood_to_the_end_is_one(
    rest: str, content: str, deadline_text: str
) -> None:
    line = _read(f"{PLAN} {rest}")
    assert (line.content, line.deadline_text) == (content, deadline_text)


@pytest.mark.parametrize(
    "opening",
    [
        "25/KH-UBND ngày 24/5/2023",
        "Kế hoạch số 25/KH-UBND ngày 24/5/2023",
        "số: 25/KH-UBND, ngày 24/5/2023",
        "25/KH-UBND Ngày 24 tháng 5 năm 2023",
        "25/KH-UBND (24/5/2023)",
        "25/kh-ubnd ngày 24/5/2023",
    ],
)
def test_the_document_may_be_introduced_in_several_ways(opening: str) -> None:
    line = _read(f"{opening} V/v phối hợp")
    assert line.document.number.upper() == "25/KH-UBND"
    assert line.document.issued_on == date(2023, 5, 24)
    assert line.content == "V/v phối hợp"


@pytest.mark.parametrize("number", ["25/KH-UBND", "\u201c25/KH-UBND\u201d"])
def test_a_document_of_today_may_be_dated_in_words(number: str) -> None:
    line = _read(f"{number} ngày hôm qua V/v phối hợp")
    assert (line.document.issued_on, line.content) == (date(2023, 12, 13), "V/v phối hợp")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", OneLineProblem.NUMBER_MISSING),
        ("V/v phối hợp hạn 10/12/2023", OneLineProblem.NUMBER_MISSING),
        ("25/KH-UBND V/v phối hợp ngày 24/5/2023", OneLineProblem.DATE_MISSING),
        (PLAN, OneLineProblem.CONTENT_MISSING),
        (f"{PLAN} hạn 10/12/2023", OneLineProblem.CONTENT_MISSING),
        (f"{PLAN} ...", OneLineProblem.CONTENT_MISSING),
    ],
)
def test_a_line_that_lacks_a_part_is_refused_with_the_part(
    line: str, problem: OneLineProblem
) -> None:
    with pytest.raises(UnreadableLine) as caught:
        _read(line)
    assert (caught.value.text, caught.value.problem) == (line, problem)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("25/KH-UBND ngày 31/4/2023 V/v phối hợp", "31/4/2023"),
        (f"{PLAN} V/v phối hợp hạn ngày 31/02/2024", "31/02/2024"),
        (f"{PLAN} V/v phối hợp hạn 31/4", "31/4/2023"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_and_not_passed_over(line: str, text: str) -> None:
    with pytest.raises(UnreadableDate) as caught:
        _read(line)
    assert (caught.value.text, caught.value.problem) == (text, DateProblem.NO_SUCH_DAY)


@pytest.mark.parametrize(
    "content",
    [
        "xét công nhận trường đạt chuẩn quốc gia", "mời chuyên gia", "vận động tham gia",
        "so với bình đẳng giới", "hợp tác với Thế giới", "báo cáo định kỳ", "sơ kết học kỳ",
        "so với cùng kỳ", "nhiệm vụ thời gian tới", "giải pháp hiện có", "an ninh hàng không",
        "khắc phục chỗ sai", "nhiệm vụ các năm sau", "tuyến đường rất dài", "việc kéo dài",
        "tồn tại của năm trước", "Báo cáo kịp thời", "rà soát đồng thời", "xử lý theo thẩm quyền",
        "hướng dẫn chính quyền", "bồi dưỡng tập trung", "phối hợp Đoàn Thanh niên",
        "không để chậm trễ", "thực hiện theo",
    ],
)  # fmt: skip
def test_a_deadline_behind_a_word_that_only_ends_like_a_compound_is_read(content: str) -> None:
    line = _read(f"{PLAN} {content} hạn 31/12/2026")
    assert (line.content, line.deadline_text) == (content, "31/12/2026")


@pytest.mark.parametrize(
    "word",
    [
        "quá", "giới", "gia", "đúng", "đến", "trong", "trước", "hết", "vô", "hữu", "ngắn", "trung",
        "quyền", "chậm", "trễ", "niên", "kỳ", "dài",
    ],
)  # fmt: skip
def test_a_compound_is_kept_in_the_content_and_its_date_pointed_out(word: str) -> None:
    line = _read(f"{PLAN} việc {word} hạn 31/12/2026")
    assert (line.content, line.deadline_text) == (f"việc {word} hạn 31/12/2026", "")
    assert unread_deadline(line.content) == "hạn 31/12/2026"


@pytest.mark.parametrize(
    ("rest", "deadline_text"),
    [
        ("hạn cuối tháng 3", "cuối tháng 3"),
        ("hạn cuối quý IV/2023", "cuối quý IV/2023"),
        ("hạn cuối năm 2024", "cuối năm 2024"),
        ("hạn cuối cùng tháng 3/2024", "tháng 3/2024"),
        ("hạn cuối ngày 31/12/2023", "ngày 31/12/2023"),
    ],
)
def test_the_end_of_a_period_is_part_of_the_deadline(rest: str, deadline_text: str) -> None:
    line = _read(f"{PLAN} gửi báo cáo {rest}")
    assert (line.content, line.deadline_text) == ("gửi báo cáo", deadline_text)


@pytest.mark.parametrize(
    "line",
    [
        "\u201c25/KH-UBND\u201d ngày 24/5/2023 V/v phối hợp hạn 30/6",
        "\u201c25/KH-UBND ngày 24/5/2023\u201d V/v phối hợp hạn 30/6",
        "\u201c25/KH-UBND ngày 24/5/2023 V/v phối hợp hạn 30/6\u201d",
        '"25/kh-ubnd" ngày 24/5/2023 V/v phối hợp hạn 30/6',
        "Kế hoạch số \u2018\u200925/KH-UBND\u2019 (24/5/2023) V/v phối hợp hạn 30/6",
    ],
)
def test_marks_pasted_around_the_document_hide_nothing(line: str) -> None:
    read = _read(line)
    assert read.document.number.upper() == "25/KH-UBND"
    assert read.document.issued_on == date(2023, 5, 24)
    assert (read.content, read.deadline_text) == ("V/v phối hợp", "30/6")


def test_marks_around_words_of_the_content_stay() -> None:
    line = _read('"25/KH-UBND" ngày 24/5/2023 "Năm an toàn" và "Tháng an toàn"')
    assert line.content == '"Năm an toàn" và "Tháng an toàn"'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("xin gia hạn 31/12/2026.", "hạn 31/12/2026"),
        ("gửi đúng thời hạn 10/12/2023", "thời hạn 10/12/2023"),
        ("gui bao cao han 15/4/2024", "han 15/4/2024"),
        ("gui bao cao thoi han 3/2024", "thoi han 3/2024"),
        ("gui bao cao truoc ngay 31/3/2024", "truoc ngay 31/3/2024"),
        ("gui bao cao truoc ngay 31/2/2024", "truoc ngay 31/2/2024"),
        ("gửi trước ngày 31/3/2024;", "trước ngày 31/3/2024"),
        ("gửi báo cáo (trước ngày 31/3/2024)", "trước ngày 31/3/2024"),
        ("hoàn thành trước 31/3/2024", "hoàn thành trước 31/3/2024"),
        ("gửi báo cáo trước ngày 25", "trước ngày 25"),
        ("gửi báo cáo trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng"),
        ("gửi chậm nhất là ngày 5/3/2024", "chậm nhất là ngày 5/3/2024"),
        ("gửi không quá ngày 5/3/2024", "không quá ngày 5/3/2024"),
        ("gửi trong 10 ngày làm việc", "trong 10 ngày làm việc"),
        ("gửi trong thời hạn 05 ngày", "trong thời hạn 05 ngày"),
        ("gửi hạn ngày \u2026/12/2023", "hạn ngày \u2026/12/2023"),
        ("gửi, hạn: hỏa tốc trong 2 giờ", "hạn: hỏa tốc trong 2 giờ"),
        ("hạn 30/6/2023 phải xong đường", "hạn 30/6/2023 phải xong đường"),
        ("Nội dung hạn chót là tuần sau", "hạn chót là tuần sau"),
        ("Nội dung (han chot tuan sau)", "han chot tuan sau"),
        ("gửi báo cáo, hạn tuần tới.", "hạn tuần tới"),
        ("gửi báo cáo hạn thứ Sáu", "hạn thứ Sáu"),
        ("gửi báo cáo thời hạn là ngày mai", "thời hạn là ngày mai"),
        ("gửi báo cáo hạn đầu tháng sau", "hạn đầu tháng sau"),
    ],
)
def test_closing_words_that_look_like_a_deadline_are_pointed_out(content: str, words: str) -> None:
    assert unread_deadline(content) == words


@pytest.mark.parametrize(
    "content",
    [
        "",
        "V/v triển khai Thông tư số 14/2023/TT-BKHCN ngày 30/6/2023",
        "Biên bản 234-BB/TUBG-TUTN",
        "gia hạn Giấy phép 12/GP-UBND ngày 30/6/2023",
        "thay thế văn bản ban hành trước Công văn số 5/UBND-TH ngày 5/3/2024",
        "Kế hoạch giai đoạn 2023 - 2025",
        "số liệu đến ngày 31/12/2023",
        "hạn chế in ấn",
        "hạn chế in ấn năm 2024",
        "tốc độ giới hạn là 50",
        "vượt giới hạn cuối năm",
        "xử lý nhiệm vụ quá hạn tuần trước",
        "xin gia hạn thứ hai",
        "đất có thời hạn đầu tư dài",
        "cấp phép với thời hạn năm năm",
        "rà soát hạn chót nộp hồ sơ",
        "báo hạn chót tuần sau; gửi Sở Tài chính",
        "hạn: hỏa tốc",
        "giới hạn: 5 người",
        "nhiệm vụ quá hạn 5 ngày",
        "nhiệm vụ quá hạn năm 2023",
        "báo cáo không quá 10 trang",
        "hạn 30/6/2023 cho đường, 31/7/2023 cho cầu, rồi báo cáo",
    ],
)
def test_dates_that_set_no_deadline_are_not_pointed_out(content: str) -> None:
    assert unread_deadline(content) == ""


@given(st.text(alphabet="hạn trước ngày 0123456789/:.,()gia\n"))
def test_what_is_pointed_out_is_always_the_end_of_the_content(content: str) -> None:
    words = unread_deadline(content)
    assert words in content
    assert (words == "") or content.rstrip(" \t\n.;,)").endswith(words.rstrip(" \t\n.;,)"))


@given(st.text())
def test_whatever_follows_the_document_is_kept_or_refused_for_a_reason(rest: str) -> None:
    try:
        line = _read(f"{PLAN} {rest}")
    except UsageError:
        return
    assert line.content
    assert line.document.number == "25/KH-UBND"
