from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.errors import UsageError
from tracker.core.one_line import OneLine, OneLineProblem, UnreadableLine, parse_one_line

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


def test_a_document_of_today_may_be_dated_in_words() -> None:
    line = _read("25/KH-UBND ngày hôm qua V/v phối hợp")
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


@given(st.text())
def test_whatever_follows_the_document_is_kept_or_refused_for_a_reason(rest: str) -> None:
    try:
        line = _read(f"{PLAN} {rest}")
    except UsageError:
        return
    assert line.content
    assert line.document.number == "25/KH-UBND"
