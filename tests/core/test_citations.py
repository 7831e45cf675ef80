from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.citations import (
    CitationProblem,
    UnreadableCitation,
    find_citations,
    leading_citation,
    parse_citation,
)
from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.directive import Citation


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (one.number.text, one.issued_on.isoformat() if one.issued_on else "")
        for one in find_citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "number", "issued_on"),
    [
        ("6340/UBND-NC Ngày 03/11/2023", "6340/UBND-NC", "2023-11-03"),
        ("1950/UBND-KGVX ngày 20/4/2023", "1950/UBND-KGVX", "2023-04-20"),
        ("ban hành Tờ trình số: 80/TTr-KHCN ngày 05/12/2023", "80/TTr-KHCN", "2023-12-05"),
        ("Tờ trình số:80/TTr-KHCN ngày 05/12/2023", "80/TTr-KHCN", "2023-12-05"),
        ("( Công văn 1472/KHCN-CS&SHTT ngày 15/11/2023)", "1472/KHCN-CS&SHTT", "2023-11-15"),
        ("Kế hoạch số 30/KH-SKHCN, ngày 06/01/2023;", "30/KH-SKHCN", "2023-01-06"),
        ("Công văn số 3421/UBND-TH ngày 11 tháng 12 năm 2023", "3421/UBND-TH", "2023-12-11"),
        ("Quyết định số 2282/QĐ-TTG ngày 31/12/2020", "2282/QĐ-TTG", "2020-12-31"),
        ("Luật Giao dịch điện tử số 94/2023/QH15.", "94/2023/QH15", ""),
        ("Nghị định 80/2021/NĐ-CP ngày 26/8/2021", "80/2021/NĐ-CP", "2021-08-26"),
        ("Quyết định số 12/QĐ-SKH-CN ngày 28 tháng 01 năm 2022", "12/QĐ-SKH-CN", "2022-01-28"),
        ("26/SKH-CN-TĐC ngày 13/1/2022", "26/SKH-CN-TĐC", "2022-01-13"),
        ("Biên bản Ghi nhớ số 234-BB/TUBG-TUTN về việc", "234-BB/TUBG-TUTN", ""),
        ("Nghị quyết 20-NQ/TW ngày 01/11/2012 của BCH", "20-NQ/TW", "2012-11-01"),
        ("Nghị quyết số 15-NQ/ĐH ngày 24/9/2020", "15-NQ/ĐH", "2020-09-24"),
        ("6340/UBND-NC\nNgày 03/11/2023", "6340/UBND-NC", "2023-11-03"),
        ("1950/UBND-\nKGVX ngày 20/4/2023", "1950/UBND-KGVX", "2023-04-20"),
        ("50/\nQĐ-UBND ngày 14/01/2022", "50/QĐ-UBND", "2022-01-14"),
        ("1514/KHCN-VP (27/11/2023)", "1514/KHCN-VP", "2023-11-27"),
        ("1514/KHCN-VP 27/11/2023", "1514/KHCN-VP", "2023-11-27"),
        ("số 25/KH-UBND của UBND tỉnh ngày 24/5/2023", "25/KH-UBND", "2023-05-24"),
        ("25/KH-UBND được ban hành ngày 24/5/2023", "25/KH-UBND", "2023-05-24"),
        ("Kế hoạch 25/KH-UBNDngày 24/5/2023", "25/KH-UBND", "2023-05-24"),
        ("Kế hoạch 25/KH-UBND - Ban hành kèm theo", "25/KH-UBND", ""),
        ("-25/KH-UBND ngày 24/5/2023", "25/KH-UBND", "2023-05-24"),
        ("12/TB ngày 5/12/2023", "12/TB", "2023-12-05"),
        ("số 100/BTC gửi", "100/BTC", ""),
        ("12/BC-KT.NN ngày 5/12/2023", "12/BC-KT.NN", "2023-12-05"),
        ("12/BC-KT. NN ngày 5/12/2023", "12/BC-KT", ""),
        ("\u201c301/UBND-NC\u201d ngày 5/3/2024", "301/UBND-NC", "2024-03-05"),
        ("'301/UBND-NC' 5/3/2024", "301/UBND-NC", "2024-03-05"),
        ("\u00ab36-NQ/TW\u00bb (30/01/2023)", "36-NQ/TW", "2023-01-30"),
        ("1950/UBND -KGVX ngày 20/4/2023", "1950/UBND-KGVX", "2023-04-20"),
        ("1950/UBND - KGVX-NC ngày 20/4/2023", "1950/UBND-KGVX-NC", "2023-04-20"),
    ],
)
def test_a_document_is_found_however_it_is_cited(text: str, number: str, issued_on: str) -> None:
    assert _found(text) == [(number, issued_on)]


@pytest.mark.parametrize(
    "text",
    [
        "QCVN01:2022/BKHCN",
        "QCVN 01:2022/BKHCN",
        "QCVN 01:2022/BKHCN-TĐC",
        "TCVN ISO 9001:2015",
        "phù hợp TCVN 7054:2014 - Vàng thương phẩm",
        "ISO/IEC 17025:2017",
        "1940/1268 PTĐ đạt 153%",
        "06/09 ĐTDA",
        "663/700 mẫu đạt 94,7 %",
        "đợt 2 - Sáng kiến của ngành",
        "xăng RON95-IV và điêzen DO 0,05S-II",
        "năm 2022\n\n- Ban hành các Quyết định",
        "giai đoạn 2021-2025/CTMT",
        "2022/BKHCN ngày 5/12/2023",
        "tốc độ 60/KM",
        "24/7",
    ],
)
def test_what_only_looks_like_a_document_is_passed_over(text: str) -> None:
    assert _found(text) == []


def test_a_deadline_behind_a_document_is_not_its_date() -> None:
    text = "25/KH-UBND của UBND tỉnh, báo cáo trước ngày 10/12/2023"
    assert _found(text) == [("25/KH-UBND", "")]


def test_the_next_cell_of_a_table_is_not_its_date() -> None:
    assert _found("25/KH-UBND\t10/01/2024") == [("25/KH-UBND", "")]


def test_a_date_that_does_not_exist_is_kept_as_written() -> None:
    (found,) = find_citations("25/KH-UBND ngày 31/4/2023")
    assert (found.issued_on, found.date_text) == (None, "31/4/2023")


def test_documents_are_found_in_order_with_their_places() -> None:
    text = "theo 21/KH-UBND và 118/KH-UBND ngày 5/12/2023 (36-NQ/TW ngày 30/01/2023)."
    found = find_citations(text)
    assert [text[one.start : one.end] for one in found] == [
        "21/KH-UBND",
        "118/KH-UBND ngày 5/12/2023",
        "36-NQ/TW ngày 30/01/2023",
    ]


def test_a_document_is_read_out_of_a_result_in_prose() -> None:
    text = "Đã hoàn thành dự thảo, báo cáo UBND tỉnh tại Báo cáo số 23/BC-SKHCN ngày 24/02/2022"
    assert _found(text) == [("23/BC-SKHCN", "2022-02-24")]


@given(st.text() | st.text(alphabet="0123456789/-ABĐQ ngày.,:(&\n"))
def test_finding_never_fails_and_never_overlaps(text: str) -> None:
    found = find_citations(text)
    places = [place for one in found for place in (one.start, one.end)]
    assert places == sorted(places)


def test_what_authorises_is_one_document_with_its_date() -> None:
    expected = Citation(number="1514/KHCN-VP", issued_on=date(2023, 11, 27))
    assert parse_citation("1514/KHCN-VP ngày 27/11/2023") == expected
    assert parse_citation("Công văn số 1514/KHCN-VP Ngày 27/11/2023 của Sở") == expected


@pytest.mark.parametrize(
    "text", ["1514/khcn-vp ngày 27/11/2023", "\u201c1514/khcn-vp\u201d ngày 27/11/2023"]
)
def test_a_document_may_be_typed_in_small_letters(text: str) -> None:
    citation = parse_citation(text)
    assert citation == Citation(number="1514/khcn-vp", issued_on=date(2023, 11, 27))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", CitationProblem.NUMBER_MISSING),
        ("ngày 27/11/2023", CitationProblem.NUMBER_MISSING),
        ("Công văn ngày 27/11/2023", CitationProblem.NUMBER_MISSING),
        ("1514/KHCN-VP", CitationProblem.DATE_MISSING),
        ("1514/khcn-vp", CitationProblem.DATE_MISSING),
        ("1514/KHCN-VP ngày ...../12/2023", CitationProblem.DATE_MISSING),
        ("1/QĐ-UBND ngày 1/2/2023, 2/QĐ-UBND ngày 2/2/2023", CitationProblem.SEVERAL_NUMBERS),
    ],
)
def test_a_document_that_lacks_a_part_is_refused_with_the_part(
    text: str, problem: CitationProblem
) -> None:
    with pytest.raises(UnreadableCitation) as caught:
        parse_citation(text)
    assert caught.value.problem is problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1514/KHCN-VP ngày 31/11/2023", DateProblem.NO_SUCH_DAY),
        ("1514/KHCN-VP ngày 27/13/2023", DateProblem.NO_SUCH_MONTH),
        ("1514/KHCN-VP ngày 27/11", DateProblem.YEAR_MISSING),
    ],
)
def test_a_document_with_a_wrong_date_is_refused_for_the_date(
    text: str, problem: DateProblem
) -> None:
    with pytest.raises(UnreadableDate) as caught:
        parse_citation(text)
    assert caught.value.problem is problem


def test_only_a_number_before_the_first_date_leads() -> None:
    assert leading_citation("V/v abc 25/kh-ubnd ngày 24/5/2023") is None
    found = leading_citation("25/kh-ubnd ngày 24/5/2023 V/v")
    assert found is not None
    assert (found.start, found.end) == (0, len("25/kh-ubnd ngày 24/5/2023"))
