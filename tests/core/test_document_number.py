from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.document_number import (
    DocumentNumberProblem,
    UnreadableDocumentNumber,
    document_sort_key,
    in_capitals,
    parse_document_number,
)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("6340/UBND-NC", "6340/UBND-NC"),
        ("1472/KHCN-CS&SHTT", "1472/KHCN-CS&SHTT"),
        ("30c/NQ-CP", "30c/NQ-CP"),
        ("94/2023/QH15", "94/2023/QH15"),
        ("14/2023/TT-BKHCN", "14/2023/TT-BKHCN"),
        ("221-KL/TUBG-TUHD", "221-KL/TUBG-TUHD"),
        ("36-NQ/TW", "36-NQ/TW"),
        ("01-CTr/TU", "01-CTr/TU"),
        ("03/HĐ-KHCN-DA", "03/HĐ-KHCN-DA"),
        ("1234/UBND-KT.NN", "1234/UBND-KT.NN"),
        ("50/ QĐ - UBND", "50/QĐ-UBND"),
        ("50/\nQĐ-UBND", "50/QĐ-UBND"),
        ("50/QĐ–UBND", "50/QĐ-UBND"),
        ("\u201c50/QĐ-UBND\u201d", "50/QĐ-UBND"),
        ('"50/QĐ-UBND".', "50/QĐ-UBND"),
        ("Quyết định số \u201c50/QĐ-UBND\u201d", "50/QĐ-UBND"),
        ("50/QÐ-UBND", "50/QĐ-UBND"),
        ("50/Q\u0189-UBND", "50/QĐ-UBND"),
        ("50/QĐ-\u0423\u0412ND", "50/QĐ-YBND"),
        ("Số: 80/TTr-KHCN", "80/TTr-KHCN"),
        ("số 369/BC-KHCN.", "369/BC-KHCN"),
        ("Công văn số 1448/UBND-TH", "1448/UBND-TH"),
        ("Kế hoạch 33/KH-KHCN", "33/KH-KHCN"),
        ("Số/Ký hiệu", ""),
        ("333/TB-UBND", "333/TB-UBND"),
        ("25/kh-ubnd", "25/kh-ubnd"),
        ("05/VB-SNV", "05/VB-SNV"),
    ],
)
def test_a_number_keeps_its_spelling_without_the_noise(text: str, canonical: str) -> None:
    if canonical:
        assert parse_document_number(text).text == canonical
    else:
        with pytest.raises(UnreadableDocumentNumber):
            parse_document_number(text)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("25/kh-ubnd", "25/KH-UBND"),
        ("50/qđ-ubnd", "50/QĐ-UBND"),
        ("6340/ubnd-kt.nn", "6340/UBND-KT.NN"),
        ("1472/khcn-cs&shtt", "1472/KHCN-CS&SHTT"),
        ("30c/nq-cp", "30c/NQ-CP"),
        ("14/2023/tt-bkhcn", "14/2023/TT-BKHCN"),
        ("94/2023/qh15", "94/2023/QH15"),
        ("36-nq/tw", "36-NQ/TW"),
        ("01-ctr/tu", "01-CTr/TU"),
        ("80/ttr-khcn", "80/TTr-KHCN"),
        ("28/qđ-ttg", "28/QĐ-TTg"),
        ("25/Kh-ubnd", "25/Kh-ubnd"),
        ("80/TTr-khcn", "80/TTr-khcn"),
        ("25/a", "25/a"),
        ("25/kh-a", "25/kh-a"),
    ],
)
def test_a_number_without_capitals_gets_those_that_are_usual(typed: str, spelt: str) -> None:
    number = in_capitals(parse_document_number(typed))
    assert number.text == spelt
    assert number == parse_document_number(spelt)
    assert number.key == parse_document_number(typed).key


def test_a_number_is_taken_apart() -> None:
    number = parse_document_number("14/2023/TT-BKHCN")
    assert (number.serial, number.suffix, number.year) == (14, "", 2023)
    assert (number.symbol, number.is_party) == ("TT-BKHCN", False)


def test_a_party_number_keeps_its_type_before_the_stroke() -> None:
    number = parse_document_number("245-BB/TUBG-TULS")
    assert (number.serial, number.symbol, number.is_party) == (245, "BB/TUBG-TULS", True)
    assert number.year is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2282/QĐ-TTG", "2282/QĐ-TTg"),
        ("30C/NQ-CP", "30c/NQ-CP"),
        ("1/NQ-CP", "01/NQ-CP"),
        ("50/QÐ-UBND", "50/QĐ-UBND"),
        ("25/kh-ubnd", "25/KH-UBND"),
        ("36-nq/tw", "36-NQ/TW"),
        (unicodedata.normalize("NFD", "12/QĐ-ƯDKHCN"), "12/QĐ-ƯDKHCN"),
    ],
)
def test_two_spellings_of_one_number_match(one: str, other: str) -> None:
    assert parse_document_number(one).key == parse_document_number(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5/ĐA-UBND", "5/DA-UBND"),
        ("5/QĐ-UBND", "5/QD-UBND"),
        ("5/HĐ-KHCN", "5/HD-KHCN"),
        ("19/2019/QĐ-UBND", "19/QĐ-UBND"),
        ("36-NQ/TW", "36/NQ-TW"),
        ("30/NQ-CP", "30c/NQ-CP"),
    ],
)
def test_numbers_that_mean_different_documents_do_not_match(one: str, other: str) -> None:
    assert parse_document_number(one).key != parse_document_number(other).key


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", DocumentNumberProblem.NOT_A_NUMBER),
        ("1940/1268 PTĐ", DocumentNumberProblem.NOT_A_NUMBER),
        ("06/09 ĐTDA", DocumentNumberProblem.NOT_A_NUMBER),
        ("TCVN ISO 9001:2015", DocumentNumberProblem.NOT_A_NUMBER),
        ("0/NQ-CP", DocumentNumberProblem.NOT_A_NUMBER),
        ("5/1800/TT-BKHCN", DocumentNumberProblem.NOT_A_NUMBER),
        ("\uff12\uff15/KH-UBND", DocumentNumberProblem.NOT_A_NUMBER),
        ("/BC-KHCN", DocumentNumberProblem.SERIAL_MISSING),
        ("Số: /BC-KHCN", DocumentNumberProblem.SERIAL_MISSING),
        ("BC-KHCN", DocumentNumberProblem.SERIAL_MISSING),
        ("25", DocumentNumberProblem.SYMBOL_MISSING),
        ("25/", DocumentNumberProblem.SYMBOL_MISSING),
        ("14/2023", DocumentNumberProblem.SYMBOL_MISSING),
        ("3/11/2023", DocumentNumberProblem.LOOKS_LIKE_DATE),
        ("3/11", DocumentNumberProblem.LOOKS_LIKE_DATE),
        ("25/KH-UBND ngày 24/5/2023", DocumentNumberProblem.EXTRA_TEXT),
        ("36-NQ/TW của Bộ Chính trị", DocumentNumberProblem.EXTRA_TEXT),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(
    text: str, problem: DocumentNumberProblem
) -> None:
    with pytest.raises(UnreadableDocumentNumber) as caught:
        parse_document_number(text)
    assert (caught.value.text, caught.value.problem) == (text, problem)


def test_numbers_sort_as_numbers_then_by_symbol_and_what_is_no_number_last() -> None:
    right = [
        "9/KH-UBND",
        "25/KH-UBND",
        "25/TB-UBND",
        "30/NQ-CP",
        "30c/NQ-CP",
        "333/TB-UBND",
        "6340/UBND-NC",
        "chỉ đạo miệng",
        "không số",
    ]
    backwards = right[::-1]
    assert sorted(backwards, key=document_sort_key) == right


@given(
    st.integers(1, 999_999),
    st.sampled_from(["", "a", "c"]),
    st.sampled_from(["", "2019/", "2023/"]),
    st.from_regex(r"[A-ZĐ]{2,6}(-[A-ZĐ&]{2,6}){0,2}", fullmatch=True),
)
def test_any_well_formed_number_is_read_as_it_stands(
    serial: int, suffix: str, year: str, symbol: str
) -> None:
    text = f"{serial}{suffix}/{year}{symbol.replace('-&', '-A')}"
    number = parse_document_number(text)
    assert number.text == text
    assert parse_document_number(number.key).key == number.key


@given(st.lists(st.text(), max_size=8))
def test_any_text_has_a_place_among_the_numbers(texts: list[str]) -> None:
    keys = [document_sort_key(text) for text in texts]
    assert sorted(keys) == sorted(keys, reverse=True)[::-1]
